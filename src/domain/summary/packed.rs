//! Values in few bytes, for formats that no person reads; a format for people gets the usual text.
//!
//! `#[serde(with = "packed")]` on a field. Also needed because a [`Number`] is written as a number or
//! as text, which a format without types cannot read back.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Timelike};
use rust_decimal::Decimal;
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::id::Number;
use crate::domain::moment::{Deadline, Local, Moment, Window};
use crate::domain::money::{Amount, Quantity};

/// A value that can be written in few bytes.
pub trait Pack: Sized {
    /// What is written.
    type Packed: Serialize + DeserializeOwned;

    /// The value as it is written.
    fn pack(&self) -> Self::Packed;

    /// The value back; absent when no value is written like that.
    fn unpack(packed: Self::Packed) -> Option<Self>;
}

/// Writes `value`: packed, or as text in a format for people.
pub fn serialize<T: Pack + Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        value.serialize(serializer)
    } else {
        value.pack().serialize(serializer)
    }
}

/// Reads what [`serialize`] wrote.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Pack + Deserialize<'de>,
    D: Deserializer<'de>,
{
    if deserializer.is_human_readable() {
        T::deserialize(deserializer)
    } else {
        T::unpack(T::Packed::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("no such value"))
    }
}

impl<T: Pack> Pack for Option<T> {
    type Packed = Option<T::Packed>;

    fn pack(&self) -> Self::Packed {
        self.as_ref().map(Pack::pack)
    }

    fn unpack(packed: Self::Packed) -> Option<Self> {
        match packed {
            None => Some(None),
            Some(packed) => T::unpack(packed).map(Some),
        }
    }
}

impl Pack for Moment {
    /// Seconds since 1970, and minutes east of UTC.
    type Packed = (i64, i16);

    fn pack(&self) -> Self::Packed {
        let at = self.instant();
        (at.timestamp(), i16::try_from(at.offset().local_minus_utc() / 60).unwrap_or_default())
    }

    fn unpack((seconds, minutes): Self::Packed) -> Option<Moment> {
        let offset = FixedOffset::east_opt(i32::from(minutes) * 60)?;
        DateTime::from_timestamp(seconds, 0).map(|at| Moment::new(at.with_timezone(&offset)))
    }
}

impl Pack for NaiveDate {
    /// Days since the first of January of the year 1.
    type Packed = i32;

    fn pack(&self) -> i32 {
        self.num_days_from_ce()
    }

    fn unpack(days: i32) -> Option<NaiveDate> {
        NaiveDate::from_num_days_from_ce_opt(days)
    }
}

impl Pack for Local {
    /// The day, and seconds since midnight.
    type Packed = (i32, u32);

    fn pack(&self) -> Self::Packed {
        (self.date().pack(), self.time().num_seconds_from_midnight())
    }

    fn unpack((days, seconds): Self::Packed) -> Option<Local> {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)?;
        NaiveDate::unpack(days).map(|date| Local::new(date, time))
    }
}

impl Pack for Window {
    type Packed = (<Local as Pack>::Packed, <Local as Pack>::Packed);

    fn pack(&self) -> Self::Packed {
        (self.from.pack(), self.to.pack())
    }

    fn unpack((from, to): Self::Packed) -> Option<Window> {
        Some(Window { from: Local::unpack(from)?, to: Local::unpack(to)? })
    }
}

impl Pack for Deadline {
    /// The day, and seconds since midnight when a time of day is meant.
    type Packed = (i32, Option<u32>);

    fn pack(&self) -> Self::Packed {
        match self {
            Deadline::Day(day) => (day.pack(), None),
            Deadline::At(at) => (at.date().pack(), Some(at.time().num_seconds_from_midnight())),
        }
    }

    fn unpack((days, seconds): Self::Packed) -> Option<Deadline> {
        match seconds {
            None => NaiveDate::unpack(days).map(Deadline::Day),
            Some(seconds) => Local::unpack((days, seconds)).map(Deadline::At),
        }
    }
}

impl Pack for Amount {
    /// The digits, and how many of them stand after the point.
    type Packed = (i128, u32);

    fn pack(&self) -> Self::Packed {
        (self.decimal().mantissa(), self.decimal().scale())
    }

    fn unpack((digits, scale): Self::Packed) -> Option<Amount> {
        Decimal::try_from_i128_with_scale(digits, scale).ok().map(Amount::from)
    }
}

impl Pack for Quantity {
    type Packed = <Amount as Pack>::Packed;

    fn pack(&self) -> Self::Packed {
        Amount::from(self.decimal()).pack()
    }

    fn unpack(packed: Self::Packed) -> Option<Quantity> {
        Amount::unpack(packed).map(|amount| Quantity::from(amount.decimal()))
    }
}

impl Pack for Number {
    /// The seat, and the number it gave.
    type Packed = (String, u32);

    fn pack(&self) -> Self::Packed {
        let text = self.to_string();
        let digits = text.trim_start_matches(|c: char| c.is_ascii_lowercase());
        (text[..text.len() - digits.len()].to_string(), digits.parse().unwrap_or_default())
    }

    fn unpack((seat, value): Self::Packed) -> Option<Number> {
        if seat.is_empty() { Some(Number::first_seat(value)) } else { format!("{seat}{value}").parse().ok() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comes_back<T: Pack + PartialEq + std::fmt::Debug>(value: T) {
        let bytes = postcard::to_extend(&value.pack(), Vec::new()).unwrap();
        assert_eq!(T::unpack(postcard::from_bytes(&bytes).unwrap()), Some(value));
    }

    #[test]
    fn packed_values_come_back_as_they_were_written() {
        comes_back("2026-03-02T09:15:00-09:30".parse::<Moment>().unwrap());
        comes_back("2026-03-02T09:15:00Z".parse::<Moment>().unwrap());
        comes_back("2026-03-02T09:15".parse::<Local>().unwrap());
        comes_back("2026-03-02".parse::<Deadline>().unwrap());
        comes_back("2026-03-02T17:00".parse::<Deadline>().unwrap());
        comes_back("0001-01-01".parse::<NaiveDate>().unwrap());
        comes_back("b2".parse::<Number>().unwrap());
        comes_back("2".parse::<Number>().unwrap());
        comes_back("-999999999999.99999999".parse::<Amount>().unwrap());
        comes_back("2.50".parse::<Quantity>().unwrap());
    }

    #[test]
    fn digits_after_the_point_are_kept() {
        let amount: Amount = "12.50".parse().unwrap();
        assert_eq!(Amount::unpack(amount.pack()).unwrap().to_string(), "12.50");
    }

    #[test]
    fn what_no_value_is_written_like_is_refused() {
        assert_eq!(Moment::unpack((i64::MAX, 0)), None);
        assert_eq!(Moment::unpack((0, 2000)), None);
        assert_eq!(Local::unpack((1, 90_000)), None);
        assert_eq!(Amount::unpack((1, 99)), None);
        assert_eq!(Number::unpack(("../".into(), 1)), None);
    }
}
