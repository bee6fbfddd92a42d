//! International phone numbers: country code and length, after ITU-T E.164.

/// Country codes of two digits; those of one digit are 1 and 7, all others have three.
const TWO_DIGITS: [&str; 44] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48",
    "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
    "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
];

/// Beginnings that no country has.
const NOBODY: [&str; 7] = ["0", "210", "28", "384", "83", "89", "999"];

/// Where a 0 after the country code belongs to the number. Elsewhere it is the prefix for calls inside the
/// country, and wrong after the code.
const ZERO_BELONGS: [&str; 6] = ["39", "225", "229", "241", "242", "378"];

/// `+` and digits, of what follows a `+`; or why not.
pub(super) fn read(international: &str) -> Result<String, &'static str> {
    let without_zero = international.replacen("(0)", "", 1);
    if without_zero.chars().any(|c| !(c.is_ascii_digit() || " ()-./–‐".contains(c))) {
        return Err("after the + a phone number is digits, maybe with spaces, brackets or dashes");
    }
    let digits: String = without_zero.chars().filter(char::is_ascii_digit).collect();
    if NOBODY.iter().any(|none| digits.starts_with(none)) {
        return Err("no country has this code");
    }
    let code = code_of(&digits);
    let (code, number) = digits.split_at_checked(code).ok_or("it has hardly any digits")?;
    let number = match number.strip_prefix('0') {
        Some(rest) if !ZERO_BELONGS.contains(&code) => rest,
        _ => number,
    };
    if code == "1" && number.len() != 10 {
        return Err("numbers of +1 have ten digits after it");
    }
    if number.len() < 4 || code.len() + number.len() < 7 {
        return Err("it is too short: the area code may be missing");
    }
    if code.len() + number.len() > 15 {
        return Err("it is too long: phone numbers have at most fifteen digits");
    }
    Ok(format!("+{code}{number}"))
}

fn code_of(digits: &str) -> usize {
    if digits.starts_with(['1', '7']) {
        1
    } else if TWO_DIGITS.iter().any(|code| digits.starts_with(code)) {
        2
    } else {
        3
    }
}
