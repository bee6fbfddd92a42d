//! Times of day as people type them: `9:00`, `09:30`, `9am`, `4:30pm`, `noon`.

use chrono::NaiveTime;

/// A time of day, and whether the half of the day was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) time: NaiveTime,
    /// `9` alone: neither minutes nor half of the day.
    pub(super) is_bare: bool,
    /// `pm` was written.
    pub(super) is_afternoon: bool,
}

/// 12:00.
pub(super) fn noon() -> NaiveTime {
    NaiveTime::MIN + chrono::Duration::hours(12)
}

/// A lower-case word as a time of day. A bare hour such as `9` is read too; whether that is enough is for
/// the caller to say.
pub(super) fn read(word: &str) -> Option<Clock> {
    if word == "noon" {
        return Some(Clock { time: noon(), is_bare: false, is_afternoon: true });
    }
    let (digits, half) = match word.strip_suffix("am").or_else(|| word.strip_suffix("a.m.")) {
        Some(digits) => (digits, Some(false)),
        None => match word.strip_suffix("pm").or_else(|| word.strip_suffix("p.m.")) {
            Some(digits) => (digits, Some(true)),
            None => (word, None),
        },
    };
    let parts: Vec<u32> = digits.split(':').map(two_digits).collect::<Option<_>>()?;
    let (hour, minute, second) = match parts[..] {
        [hour] => (hour, 0, 0),
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    let minutes_are_full = digits.split(':').skip(1).all(|part| part.len() == 2);
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    let time = NaiveTime::from_hms_opt(hour, minute, second).filter(|_| minutes_are_full)?;
    Some(Clock { time, is_bare: half.is_none() && parts.len() == 1, is_afternoon: half == Some(true) })
}

fn two_digits(text: &str) -> Option<u32> {
    ((1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_with_or_without_the_half_of_the_day() {
        for (word, expected) in [
            ("9:00", "09:00:00"),
            ("09:05", "09:05:00"),
            ("9am", "09:00:00"),
            ("12am", "00:00:00"),
            ("12pm", "12:00:00"),
            ("4:30pm", "16:30:00"),
            ("noon", "12:00:00"),
            ("16:30:15", "16:30:15"),
            ("9", "09:00:00"),
        ] {
            assert_eq!(read(word).map(|clock| clock.time.to_string()).as_deref(), Some(expected), "{word}");
        }
    }

    #[test]
    fn what_no_clock_shows_is_no_time() {
        for word in ["24:00", "9:60", "13pm", "0am", "9:5", "900", "am", "", "9:", "-9", "+9:00", "９:00"] {
            assert_eq!(read(word), None, "{word}");
        }
    }
}
