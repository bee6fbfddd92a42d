//! What became of sending a letter: facts in headers of its own, at the top of its file, newest last.
//!
//! They move with the letter from folder to folder and go with it when it is erased. What leaves the house is
//! without them.

use serde::{Deserialize, Serialize};

use crate::documents::clean::one_line;
use crate::domain::choice::choice;
use crate::domain::moment::Moment;

/// The header that an attempt stands in.
pub const ATTEMPT: &str = "X-Jobbook-Attempt";
/// The header that names who made the letter.
pub const MADE_BY: &str = "X-Jobbook-By";
/// What all headers of this program begin with.
pub(super) const OWN: &str = "X-Jobbook-";
/// A server's words are not kept beyond that.
const LONGEST_ANSWER: usize = 300;
/// Minutes until a letter is tried again after so many attempts in a row; after more it is the last.
const PAUSES: &[i64] = &[5, 10, 20, 40, 80, 160, 240];

choice! {
    /// What became of it.
    Fate {
        /// Taken for everybody it was for.
        Accepted = "accepted",
        /// Taken for some, refused for others.
        Partly = "partly",
        /// Nobody took it now; it is tried again.
        NotNow = "not-now",
        /// Refused for good.
        Refused = "refused",
        /// Handed over, or perhaps not: no answer came.
        Unknown = "unknown",
        /// A person said that it arrived, or sent it by another way.
        Confirmed = "confirmed",
        /// A person wants it to be sent again.
        Again = "again",
    }
}

/// One attempt, or what a person said of the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// By which way: `smtp mail.example.com:587`.
    pub via: String,
    /// What became of it.
    pub fate: Fate,
    /// Who has it: addresses for which it was taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<String>,
    /// For whom it was not taken, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refused: Vec<Refusal>,
    /// What the server or program said, on one line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
}

/// An address for which a letter was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The address.
    pub to: String,
    /// What the server said.
    pub answer: String,
    /// Whether it is so for good.
    pub for_good: bool,
}

/// What a server said, on one line of ASCII, not too long: whatever it sends is only ever text.
pub fn said(answer: &str) -> String {
    let plain = one_line(answer);
    plain.chars().take(LONGEST_ANSWER).map(|letter| if letter.is_ascii() { letter } else { '?' }).collect()
}

impl Attempt {
    /// The attempt as a folded header.
    fn header(&self) -> String {
        let value = serde_json::to_value(self).unwrap_or_default();
        let fields = value.as_object().cloned().unwrap_or_default();
        // One field on a line keeps every line short enough for mail.
        let fields: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        ascii(&format!("{ATTEMPT}: {{{}}}\r\n", fields.join(",\r\n ")))
    }
}

/// JSON without letters beyond ASCII.
fn ascii(json: &str) -> String {
    let mut units = [0; 2];
    let mut text = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter.is_ascii() {
            text.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut units) {
                text.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

/// Who has the letter by now.
pub fn taken(attempts: &[Attempt]) -> Vec<&str> {
    attempts.iter().flat_map(|attempt| attempt.taken.iter().map(String::as_str)).collect()
}

/// When a letter is tried again that nobody took so far; absent when nothing speaks against now.
pub fn not_before(attempts: &[Attempt]) -> Option<Moment> {
    let failed =
        attempts.iter().rev().take_while(|attempt| matches!(attempt.fate, Fate::NotNow | Fate::Partly));
    let count = failed.count();
    let last = attempts.last().filter(|_| count > 0)?;
    let pause = PAUSES.get(count - 1).or(PAUSES.last()).copied().unwrap_or_default();
    Some(last.at.plus(chrono::Duration::minutes(pause)))
}

/// The attempts that a letter's head tells of, oldest first. One that nobody can read is left out.
pub(super) fn read_all(head: &[(String, String)]) -> Vec<Attempt> {
    let own = head.iter().filter(|(name, _)| name.eq_ignore_ascii_case(ATTEMPT));
    own.filter_map(|(_, value)| serde_json::from_str(value).ok()).collect()
}

/// The letter with one attempt more.
pub fn with_attempt(eml: &[u8], attempt: &Attempt) -> Vec<u8> {
    let (own, rest) = super::wire::own_headers(eml);
    [own, attempt.header().into_bytes(), rest].concat()
}

#[cfg(test)]
mod tests {
    use super::super::draft::read;
    use super::super::eml::tests::message;
    use super::*;

    fn attempt(at: &str, fate: Fate) -> Attempt {
        Attempt {
            at: at.parse().unwrap(),
            by: "Jürgen \u{1f600} \"the\" boss".into(),
            via: "smtp mail.example.com:587".into(),
            fate,
            taken: vec!["ines@maerker.example".into()],
            refused: vec![Refusal {
                to: "x@y.example".into(),
                answer: said("550 no\r\nsuch user"),
                for_good: true,
            }],
            answer: said("250 2.0.0 Ok: queued as \u{1b}[31mABC\r\nX-Evil: 1"),
        }
    }

    #[test]
    fn attempts_are_read_back_in_order_and_the_letter_stays_as_it_was() {
        let eml = message().to_eml().unwrap();
        let first = attempt("2026-03-03T09:00:00+01:00", Fate::NotNow);
        let second = attempt("2026-03-03T10:00:00+01:00", Fate::Accepted);
        let told = with_attempt(&with_attempt(&eml, &first), &second);
        assert_eq!(read(&told).unwrap().attempts, [first, second]);
        assert!(told.is_ascii());
        assert!(told.split(|byte| *byte == b'\n').all(|line| line.len() < 998));
        assert_eq!(
            super::super::wire::as_sent(&told).unwrap().bytes,
            super::super::wire::as_sent(&eml).unwrap().bytes
        );
    }

    #[test]
    fn what_a_server_says_stays_text_on_one_line() {
        assert_eq!(said("550 \u{1b}[2Jno\r\nBcc: x\u{202e}ü"), "550 [2Jno Bcc: x?");
        assert_eq!(said(&"x".repeat(5000)).len(), 300);
    }

    #[test]
    fn pauses_grow_and_a_person_ends_them() {
        let fates = |fates: &[Fate]| -> Vec<Attempt> {
            fates.iter().map(|fate| attempt("2026-03-03T09:00:00Z", *fate)).collect()
        };
        let minutes = |attempts: &[Attempt]| {
            not_before(attempts).map(|at| at.since("2026-03-03T09:00:00Z".parse().unwrap()).num_minutes())
        };
        assert_eq!(minutes(&[]), None);
        assert_eq!(minutes(&fates(&[Fate::NotNow])), Some(5));
        assert_eq!(minutes(&fates(&[Fate::NotNow, Fate::NotNow])), Some(10));
        assert_eq!(minutes(&fates(&[Fate::NotNow; 30])), Some(240));
        assert_eq!(minutes(&fates(&[Fate::NotNow, Fate::NotNow, Fate::Again])), None);
        assert_eq!(minutes(&fates(&[Fate::NotNow, Fate::Again, Fate::NotNow])), Some(5));
    }
}
