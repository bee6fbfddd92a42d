//! Identities: of jobs and clients across the book, and the small numbers inside one job.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::as_text::written_as_text;
use crate::problem::Problem;

/// `J-2026-00017`, `C-0042`, `J-2026-b00004`: a prefix, maybe a year, then the clone's seat and a number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

impl Id {
    /// The text of the ID.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part: seat and digits.
    fn last(&self) -> &str {
        self.0.rsplit('-').next().unwrap_or("")
    }

    /// The year it was given in, when the pattern has one.
    pub fn year(&self) -> Option<i32> {
        let mut parts = self.0.split('-').skip(1);
        let year = parts.next()?;
        parts.next()?;
        year.parse().ok()
    }

    /// The seat that gave it: letters before the digits, empty for the first seat.
    pub fn seat(&self) -> &str {
        let last = self.last();
        &last[..last.find(|c: char| c.is_ascii_digit()).unwrap_or(0)]
    }

    /// The digits of the last part as they are written.
    pub fn digits(&self) -> &str {
        &self.last()[self.seat().len()..]
    }

    /// The sequence number.
    pub fn sequence(&self) -> u32 {
        self.digits().parse().unwrap_or(0)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for Id {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Id, Problem> {
        let wrong = || {
            Problem::usage("id", format!("\"{text}\" is not an ID"))
                .because("an ID is letters, maybe a year, and a number, joined by \"-\": J-2026-00017")
        };
        let mut parts = text.split('-');
        let (prefix, year, last) = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(prefix), Some(last), None, _) => (prefix, None, last),
            (Some(prefix), Some(year), Some(last), None) => (prefix, Some(year), last),
            _ => return Err(wrong()),
        };
        let digits = last.trim_start_matches(|c: char| c.is_ascii_lowercase());
        let good = !prefix.is_empty()
            && prefix.len() <= 8
            && prefix.bytes().all(|byte| byte.is_ascii_uppercase())
            && year.is_none_or(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
            && last.len() - digits.len() <= 4
            && (2..=9).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        if good { Ok(Id(text.to_string())) } else { Err(wrong()) }
    }
}

/// The number of a visit, a part, a contact … inside its file: `2`, or `b2` from seat `b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number {
    seat: Seat,
    value: u32,
}

/// The letters of a seat, up to four; the first seat has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct Seat([u8; 4]);

impl Seat {
    /// Letters beyond the fourth are left away: whoever reads a seat refuses them.
    fn of(letters: &str) -> Seat {
        let mut seat = Seat::default();
        for (place, letter) in seat.0.iter_mut().zip(letters.bytes()) {
            *place = letter;
        }
        seat
    }

    fn as_str(&self) -> &str {
        let length = self.0.iter().position(|byte| *byte == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

impl Number {
    /// The number after the largest of `taken` that `seat` has given.
    pub fn next<'a>(seat: &str, taken: impl IntoIterator<Item = &'a Number>) -> Number {
        let seat = Seat::of(seat);
        let largest = taken.into_iter().filter(|number| number.seat == seat).map(|number| number.value).max();
        Number { seat, value: largest.unwrap_or(0).saturating_add(1) }
    }

    /// The number alone, when it is the first seat's.
    pub fn plain(self) -> Option<u32> {
        (self.seat == Seat::default()).then_some(self.value)
    }

    /// The first seat's number.
    pub fn first_seat(value: u32) -> Number {
        Number { seat: Seat::default(), value }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}{}", self.seat.as_str(), self.value))
    }
}

impl FromStr for Number {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Number, Problem> {
        let digits = text.trim_start_matches(|c: char| c.is_ascii_lowercase());
        let seat = &text[..text.len() - digits.len()];
        match digits.parse() {
            Ok(value) if value > 0 && seat.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                Ok(Number { seat: Seat::of(seat), value })
            }
            _ => Err(Problem::usage("number-inside", format!("\"{text}\" is not a number such as 2 or b2"))),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.seat == Seat::default() {
            serializer.serialize_u32(self.value)
        } else {
            serializer.serialize_str(&self.to_string())
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        super::as_text::deserialize(deserializer)
    }
}

written_as_text!(
    Id,
    "^[A-Z]{1,8}-([0-9]{4}-)?[a-z]{0,4}[0-9]{2,9}$",
    "An ID, such as J-2026-00017 or C-0042."
);

impl schemars::JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A number inside the file, such as 2, or b2 from seat b.",
            "anyOf": [{ "type": "integer", "minimum": 1 }, { "type": "string", "pattern": "^[a-z]{1,4}[0-9]+$" }],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_its_year_seat_and_number() {
        let id: Id = "J-2026-b00004".parse().unwrap();
        assert_eq!((id.year(), id.seat(), id.sequence()), (Some(2026), "b", 4));
        let id: Id = "C-0042".parse().unwrap();
        assert_eq!((id.year(), id.seat(), id.sequence()), (None, "", 42));
    }

    #[test]
    fn what_could_leave_the_folder_is_no_id() {
        for text in ["J-../x-01", "", "J", "j-0001", "J-2026-00017-1", "J-2026-1/2", "J-20260-0001"] {
            assert!(text.parse::<Id>().is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_of_two_seats_do_not_meet() {
        let taken = ["1", "2", "b1"].map(|text| text.parse::<Number>().unwrap());
        assert_eq!(Number::next("", &taken).to_string(), "3");
        assert_eq!(Number::next("b", &taken).to_string(), "b2");
    }
}
