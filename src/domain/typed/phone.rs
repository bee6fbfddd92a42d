//! Phone numbers as people type them.
//!
//! A number with its country's code is read here, by length and code alone, so that a new range of
//! numbers is never refused. A number without one is read by the rules of the office's country, from the
//! metadata of libphonenumber, which is loaded only then (some milliseconds).

use phonenumber::country::Id as Country;

use super::country_code;
use crate::problem::Problem;

/// E.164, such as `+49301234567`; with an extension as RFC 3966 writes it, `+12125550123;ext=45`.
/// `country` is the ISO 3166 code of the country whose numbers need no country code.
///
/// # Errors
/// `phone` for what can't be one phone number.
pub fn e164(typed: &str, country: &str) -> Result<String, Problem> {
    let refused = |why: &str, remedy: &str| {
        let shown: String = typed.chars().filter(|c| !c.is_control()).take(60).collect();
        Problem::usage("phone", format!("\"{shown}\" is not a phone number")).because(why).remedy(remedy)
    };
    let in_full = "write it in full with + and the country's code, like +49 30 1234567";
    if typed.chars().count() > 60 {
        return Err(refused(
            "it is too long for one number",
            "give one number; others belong to other contacts",
        ));
    }
    let plain: String = unicode_normalization::UnicodeNormalization::nfkc(typed.trim()).collect();
    let plain = plain.strip_prefix("tel:").unwrap_or(&plain);
    let (number, extension) = split_extension(plain);
    if number.matches('+').count() > 1 {
        return Err(refused(
            "it is more than one number",
            "give one number; others belong to other contacts",
        ));
    }
    let digits = number.chars().filter(char::is_ascii_digit).count();
    if digits < 3 {
        return Err(refused("it has hardly any digits", in_full));
    }
    let base = match number.strip_prefix('+').or_else(|| number.strip_prefix("00")) {
        Some(international) => country_code::read(international).map_err(|why| refused(why, in_full))?,
        None => national(number, country).map_err(|why| refused(why, in_full))?,
    };
    Ok(match extension {
        Some(extension) => format!("{base};ext={extension}"),
        None => base,
    })
}

/// The number without its extension: two phones of one line are one phone for finding duplicates.
pub fn without_extension(phone: &str) -> &str {
    phone.split_once(";ext=").map_or(phone, |(base, _)| base)
}

/// Whether `code` is the ISO 3166 code of a country that has phone numbers.
pub fn is_country(code: &str) -> bool {
    code.len() == 2 && code.parse::<Country>().is_ok()
}

fn national(number: &str, country: &str) -> Result<String, &'static str> {
    let country: Country = country.parse().map_err(|_| "the office's country is not known")?;
    if number.chars().any(|c| !(c.is_ascii_alphanumeric() || " ()-./–‐".contains(c))) {
        return Err("a phone number is digits, maybe with spaces, brackets or dashes");
    }
    let parsed = phonenumber::parse(Some(country), number).map_err(|_| "it cannot be read")?;
    if !parsed.is_valid() {
        return Err("numbers of the office's country are not like this: the area code may be missing");
    }
    Ok(parsed.format().mode(phonenumber::Mode::E164).to_string())
}

/// The words before an extension, longest first.
const EXTENSION: [&str; 7] = [";ext=", "extension", "durchwahl", "ext.", "ext", "x", "#"];

fn split_extension(number: &str) -> (&str, Option<&str>) {
    let lower = number.to_ascii_lowercase();
    for mark in EXTENSION {
        if let Some(at) = lower.rfind(mark) {
            let digits = number[at + mark.len()..].trim_matches([' ', ':', '.']);
            let is_extension =
                (1..=8).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            if at > 0 && is_extension {
                return (number[..at].trim_end_matches([' ', ',', ';']), Some(digits));
            }
        }
    }
    (number, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_office_s_country_need_no_country_code() {
        for (typed, country, expected) in [
            ("030 1234567", "DE", "+49301234567"),
            ("0151/23456789", "DE", "+4915123456789"),
            ("０３０ １２３４５６７", "DE", "+49301234567"),
            ("(212) 555-0123", "US", "+12125550123"),
            ("1-212-555-0123", "US", "+12125550123"),
            ("212.555.0123 x45", "US", "+12125550123;ext=45"),
            ("020 7946 0958", "GB", "+442079460958"),
            ("06 12345678", "IT", "+390612345678"),
        ] {
            assert_eq!(e164(typed, country).unwrap(), expected, "{typed}");
        }
    }

    #[test]
    fn numbers_with_a_country_code_mean_the_same_everywhere() {
        for (typed, expected) in [
            ("+49 (0)30 1234567", "+49301234567"),
            ("+49 030 1234567", "+49301234567"),
            ("0041 44 668 18 00", "+41446681800"),
            ("+39 06 12345678", "+390612345678"),
            ("+1 (212) 555-0123 ext. 45", "+12125550123;ext=45"),
            ("tel:+1-212-555-0123;ext=45", "+12125550123;ext=45"),
            ("+12125550123;ext=45", "+12125550123;ext=45"),
        ] {
            for country in ["DE", "US"] {
                assert_eq!(e164(typed, country).unwrap(), expected, "{typed}");
            }
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for phone in ["+49301234567", "+12125550123;ext=45", "+390612345678"] {
            assert_eq!(e164(phone, "FR").unwrap(), phone);
        }
        assert_eq!(without_extension("+12125550123;ext=45"), "+12125550123");
    }

    #[test]
    fn short_and_double_numbers_are_refused_with_what_to_write() {
        for (typed, country) in [
            ("", "DE"),
            ("911", "US"),
            ("555-0123", "US"),
            ("12345", "DE"),
            ("hello", "US"),
            ("+999 1234567", "US"),
            ("+1 212 555 012", "US"),
            ("+49 12", "DE"),
            ("+1 212 555 0123 / +1 212 555 9999", "US"),
            ("030 1234567 oder 0171 1234567", "DE"),
            ("+49 30 123456789012345", "DE"),
            ("030 1234567\r\n", "??"),
        ] {
            let problem = e164(typed, country).unwrap_err();
            assert_eq!(problem.code, "phone", "{typed}");
            assert!(!problem.remedies.is_empty(), "{typed}");
        }
    }
}
