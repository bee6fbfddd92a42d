//! Card and bank account numbers, which a book under git must never hold (T03).
//!
//! A wrong alarm stops honest work, so a number must be right in every way a card's is: beginning of an
//! issuer, a length that this issuer uses, the check digit, and digits together or grouped as on cards.

use unicode_normalization::UnicodeNormalization;

use crate::problem::Problem;

/// # Errors
/// `card-number` or `bank-account` when the text holds one.
pub fn refuse_secrets(text: &str) -> Result<(), Problem> {
    let plain: Vec<char> = text.nfkc().map(|c| if is_dash(c) { '-' } else { c }).collect();
    if let Some(last) = find_card(&plain) {
        return Err(Problem::refused(
            "card-number",
            format!("this looks like a card number (it ends in {last})"),
        )
        .because("a book is copied and kept for years; card numbers must not be in it")
        .remedy(format!("keep the payment processor's token, and write the card as \"ends in {last}\""))
        .remedy(format!(
            "jobbook client set CLIENT --payment-token TOKEN --payment-last4 {last} --payment-expiry 2027-05"
        )));
    }
    if let Some(last) = find_iban(&plain) {
        return Err(Problem::refused("bank-account", format!("this looks like an IBAN (it ends in {last})"))
            .because("a book is copied and kept for years; clients' bank accounts must not be in it")
            .remedy(format!("keep the mandate's reference, and write the account as \"ends in {last}\""))
            .remedy(format!("jobbook client set CLIENT --payment-token MANDATE --payment-last4 {last}")));
    }
    Ok(())
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The last four digits of the first card number.
fn find_card(text: &[char]) -> Option<String> {
    let mut position = 0;
    while position < text.len() {
        if !text[position].is_ascii_digit() {
            position += 1;
            continue;
        }
        let run = Run::from(text, position);
        let after_plus = position.checked_sub(1).is_some_and(|before| text[before] == '+');
        let is_phone = after_plus && run.groups.iter().map(String::len).sum::<usize>() <= 15;
        if !is_phone && let Some(digits) = run.card() {
            return Some(digits[digits.len() - 4..].to_string());
        }
        position = run.end;
    }
    None
}

/// Groups of digits with single spaces, dashes, dots or slashes between them.
struct Run {
    groups: Vec<String>,
    end: usize,
}

impl Run {
    fn from(text: &[char], start: usize) -> Run {
        let mut groups = vec![String::new()];
        let mut end = start;
        while let Some(&c) = text.get(end) {
            if c.is_ascii_digit() {
                if let Some(group) = groups.last_mut() {
                    group.push(c);
                }
            } else if " -./_".contains(c) && text.get(end + 1).is_some_and(char::is_ascii_digit) {
                groups.push(String::new());
            } else {
                break;
            }
            end += 1;
        }
        Run { groups, end }
    }

    /// The digits of a card number among the groups: other numbers may stand before and after it.
    fn card(&self) -> Option<String> {
        for first in 0..self.groups.len() {
            for last in first..self.groups.len().min(first + 10) {
                let part = &self.groups[first..=last];
                let digits = part.concat();
                if digits.len() > 19 {
                    break;
                }
                let lengths: Vec<usize> = part.iter().map(String::len).collect();
                let is_grouped_as_on_cards = matches!(
                    lengths[..],
                    [_] | [4, 4, 4, 4]
                        | [4, 4, 4, 4, 3]
                        | [4, 6, 5]
                        | [4, 6, 4]
                        | [4, 4, 4, 1]
                        | [4, 4, 4, 2]
                        | [8, 8]
                        | [6, 13]
                );
                let is_too_long_for_a_phone =
                    digits.len() >= 16 && first == 0 && last + 1 == self.groups.len();
                if (is_grouped_as_on_cards || is_too_long_for_a_phone) && is_card(&digits) {
                    return Some(digits);
                }
            }
        }
        None
    }
}

fn is_card(digits: &str) -> bool {
    let issuer: u32 = digits.get(..6).and_then(|first| first.parse().ok()).unwrap_or(0);
    let length = digits.len();
    let known = match issuer {
        // Visa; its old numbers of 13 digits look like bar codes, which have a check digit of their own
        400_000..=499_999 => matches!(length, 16 | 19) || length == 13 && !is_bar_code(digits),
        // Mastercard
        510_000..=559_999 | 222_100..=272_099 => length == 16,
        // American Express
        340_000..=349_999 | 370_000..=379_999 => length == 15,
        // Diners Club
        300_000..=305_999 | 309_500..=309_599 | 360_000..=369_999 | 380_000..=399_999 => {
            (16..=19).contains(&length) || length == 14 && !is_bar_code(digits)
        }
        // Discover
        601_100..=601_199 | 644_000..=659_999 => (16..=19).contains(&length),
        // JCB
        352_800..=358_999 => (16..=19).contains(&length),
        // UnionPay
        620_000..=629_999 | 810_000..=817_199 => (16..=19).contains(&length),
        // Maestro
        501_800..=501_899 | 502_000..=502_099 | 503_800..=503_899 | 589_300..=589_399 => {
            (13..=19).contains(&length)
        }
        630_400..=630_499 | 675_900..=675_999 | 676_100..=676_399 => (13..=19).contains(&length),
        _ => false,
    };
    known && luhn(digits)
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .map(|byte| u32::from(byte - b'0'))
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit) {
            (0, digit) => digit,
            (_, digit) if digit > 4 => digit * 2 - 9,
            (_, digit) => digit * 2,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Check digit of EAN-13 and GTIN-14.
fn is_bar_code(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| u32::from(byte - b'0') * if place % 2 == 1 { 3 } else { 1 })
        .sum();
    sum.is_multiple_of(10)
}

/// Lengths of IBANs by country (SWIFT's registry).
const IBAN_LENGTHS: [(usize, &str); 18] = [
    (15, "NO"),
    (16, "BE"),
    (18, "DK FI FK FO GL NL SD"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM SO TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BI DJ FR GR IT MC MR SM"),
    (28, "AL AZ BY CY DO GT HN HU LB NI PL SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
];

/// The account number without spaces, if the text is one IBAN and its check digits are right.
pub fn iban(text: &str) -> Option<String> {
    let plain: String = text.trim().chars().filter(|c| !" -.".contains(*c)).collect();
    let plain = plain.to_uppercase();
    let country = plain.get(..2)?;
    let (length, _) =
        IBAN_LENGTHS.iter().find(|(_, countries)| countries.split(' ').any(|one| one == country))?;
    let is_whole = plain.len() == *length && plain.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_whole && mod_97(&plain) == Some(1)).then_some(plain)
}

/// The last four characters of the first IBAN.
fn find_iban(text: &[char]) -> Option<String> {
    (0..text.len()).find_map(|start| {
        let [one, two, three, ..] = text.get(start..)? else { return None };
        if !(one.is_ascii_alphabetic() && two.is_ascii_alphabetic() && three.is_ascii_digit()) {
            return None;
        }
        let before: String = text[start.saturating_sub(4)..start].iter().collect::<String>().to_uppercase();
        let at_a_border = before.chars().last().is_none_or(|c| !c.is_alphanumeric()) || before == "IBAN";
        let country = [*one, *two].iter().collect::<String>().to_uppercase();
        let (length, _) =
            IBAN_LENGTHS.iter().find(|(_, countries)| countries.split(' ').any(|c| c == country))?;
        let iban = at_a_border.then(|| grouped(&text[start..], *length)).flatten()?;
        (mod_97(&iban) == Some(1)).then(|| iban[iban.len() - 4..].to_string())
    })
}

/// The first `length` letters and digits, written together or with a space or dash after every four, and
/// nothing glued to them.
fn grouped(text: &[char], length: usize) -> Option<String> {
    let is_spaced = text.get(4).is_some_and(|c| " -.".contains(*c));
    let mut iban = String::with_capacity(length);
    let mut position = 0;
    while iban.len() < length {
        if is_spaced && position > 0 && iban.len().is_multiple_of(4) {
            if !text.get(position).is_some_and(|c| " -.".contains(*c)) {
                return None;
            }
            position += 1;
        }
        let c = text.get(position).filter(|c| c.is_ascii_alphanumeric())?;
        iban.push(c.to_ascii_uppercase());
        position += 1;
    }
    text.get(position).is_none_or(|c| !c.is_alphanumeric()).then_some(iban)
}

fn mod_97(iban: &str) -> Option<u32> {
    if !iban.get(2..4)?.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (head, tail) = iban.split_at_checked(4)?;
    tail.chars().chain(head.chars()).try_fold(0, |rest: u32, c| {
        let value = c.to_digit(36)?;
        Some((rest * if value > 9 { 100 } else { 10 } + value) % 97)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Option<&'static str> {
        refuse_secrets(text).err().map(|problem| problem.code)
    }

    #[test]
    fn card_numbers_are_refused_however_they_are_grouped() {
        for text in [
            "4111111111111111",
            "pays with 4111 1111 1111 1111, exp 12/29",
            "5555-5555-5555-4444",
            "3782 822463 10005",
            "378282246310005",
            "6011.1111.1111.1117",
            "3056 9309 0259 04",
            "30569309025904",
            "2223003122003222",
            "4222222222222",
            "４１１１１１１１１１１１１１１１",
            "4111–1111–1111–1111",
            "4111\u{a0}1111\u{a0}1111\u{a0}1111",
            "411111 1111111111",
            "Visa4111111111111111",
            "+49 30 1234567, 4111111111111111",
            "card:4111111111111111.",
            "2026-03-02 4111 1111 1111 1111",
        ] {
            assert_eq!(code(text), Some("card-number"), "{text}");
        }
    }

    #[test]
    fn ibans_are_refused_however_they_are_written() {
        for text in [
            "DE89370400440532013000",
            "de89 3704 0044 0532 0130 00 please",
            "IBAN: GB29 NWBK 6016 1331 9268 19",
            "IBANFR1420041010050500013M02606",
            "NO93 8601 1117 947",
            "MT84MALT011000012345MTLCAST001S.",
        ] {
            assert_eq!(code(text), Some("bank-account"), "{text}");
        }
    }

    #[test]
    fn an_account_of_the_office_is_one_iban_and_nothing_else() {
        assert_eq!(iban("de89 3704 0044 0532 0130 00").as_deref(), Some("DE89370400440532013000"));
        for text in ["DE89370400440532013001", "IBAN DE89370400440532013000", "DE89370400440532013000 x", ""]
        {
            assert_eq!(iban(text), None, "{text}");
        }
    }

    #[test]
    fn phones_orders_bar_codes_and_prose_are_not() {
        for text in [
            "+49 30 1234567 ext 12",
            "call 0041 44 668 18 00 or 0800 123 4567",
            "PO 4500012345, work order 2026030212345678",
            "4006381333931",
            "J-2026-00017, C-0042, visit 2",
            "4111111111111112",
            "490154203237518",
            "8944110000000000013",
            "ends in 1111",
            "2026-03-02T09:00:00+01:00 1234.50 12.00",
            "is 24 hours enough for the work",
            "DE123456789",
            "serial DE12345678901234567890",
            "",
        ] {
            assert_eq!(code(text), None, "{text}");
        }
    }

    #[test]
    fn the_refusal_shows_no_more_than_the_last_four() {
        let problem = refuse_secrets("4111 1111 1111 1111").unwrap_err();
        let told = format!("{problem:?}");
        assert!(told.contains("ends in 1111") && !told.contains("4111"), "{told}");
        assert!(!problem.remedies.is_empty());
    }

    #[test]
    fn long_texts_are_read_in_no_time() {
        let text = "1 ".repeat(100_000);
        assert_eq!(code(&text), None);
    }
}
