//! So long before or after a kick-off: `3d`, `5bd`, `-2d`, `week 2` (S05).

use std::fmt;
use std::str::FromStr;

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

use super::office::{Calendar, Span};
use crate::problem::Problem;

/// So long before or after a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Offset {
    /// Calendar days; one on which the office is closed moves on to the next on which it is open.
    Days(i64),
    /// Business days.
    BusinessDays(i64),
    /// The end of the n-th week, which begins on the day itself: its last business day.
    Week(u32),
}

impl Offset {
    /// The day that lies this far from `anchor`.
    pub fn day(self, anchor: NaiveDate, calendar: &Calendar) -> NaiveDate {
        match self {
            Offset::Days(days) => calendar.open_from(later(anchor, days)),
            Offset::BusinessDays(days) => {
                let mut day = if days == 0 { calendar.open_from(anchor) } else { anchor };
                for _ in 0..days.unsigned_abs() {
                    day = if days < 0 {
                        calendar.business_day_before(day)
                    } else {
                        calendar.open_from(later(day, 1))
                    };
                }
                day
            }
            Offset::Week(week) => {
                let end = later(anchor, i64::from(week) * 7);
                calendar.business_day_before(end).max(anchor)
            }
        }
    }

    /// In which week it lies, the first being that of the anchor itself; none before it.
    pub fn week(self) -> Option<u32> {
        match self {
            Offset::Week(week) => Some(week),
            Offset::Days(days) => u32::try_from(days).ok().map(|days| days / 7 + 1),
            Offset::BusinessDays(days) => u32::try_from(days).ok().map(|days| days / 5 + 1),
        }
    }
}

fn later(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_signed(Duration::days(days)).unwrap_or(day)
}

impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Offset::Days(days) => write!(f, "{days}d"),
            Offset::BusinessDays(days) => write!(f, "{days}bd"),
            Offset::Week(week) => write!(f, "week {week}"),
        }
    }
}

impl FromStr for Offset {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Offset, Problem> {
        let wrong = || {
            Problem::usage("offset", format!("\"{text}\" is not so long before or after a day")).remedy(
                "write it like 3d, 2w, 5bd (business days), -2d (before) or week 2 (the second week's end)",
            )
        };
        let plain = text.trim();
        if let Some(week) = plain.strip_prefix("week") {
            let week = week.trim().parse().ok().filter(|week| (1..=520).contains(week));
            return week.map(Offset::Week).ok_or_else(wrong);
        }
        let (sign, rest) = match plain.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, plain.strip_prefix('+').unwrap_or(plain)),
        };
        match rest.parse::<Span>().map_err(|_| wrong())? {
            Span::Days(days) => Ok(Offset::Days(sign * i64::from(days))),
            Span::BusinessDays(days) if days <= 1000 => Ok(Offset::BusinessDays(sign * i64::from(days))),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::*;
    use crate::domain::calendar::Slot;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn counted(offset: &str, from: &str) -> String {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let hours = || vec![Slot { open: time(8), close: time(17) }];
        let calendar = Calendar {
            zone: chrono_tz::Europe::Berlin,
            hours: [hours(), hours(), hours(), hours(), hours(), Vec::new(), Vec::new()],
            holidays: vec![day("2026-04-06")],
        };
        offset.parse::<Offset>().unwrap().day(day(from), &calendar).to_string()
    }

    #[test]
    fn days_that_are_closed_move_on_and_weeks_end_on_a_business_day() {
        assert_eq!(counted("+3d", "2026-03-02"), "2026-03-05");
        assert_eq!(counted("5d", "2026-03-02"), "2026-03-09");
        assert_eq!(counted("5bd", "2026-03-02"), "2026-03-09");
        assert_eq!(counted("1bd", "2026-04-03"), "2026-04-07");
        assert_eq!(counted("3bd", "2026-03-14"), "2026-03-18");
        assert_eq!(counted("0bd", "2026-03-14"), "2026-03-16");
        assert_eq!(counted("-2bd", "2026-03-02"), "2026-02-26");
        assert_eq!(counted("0d", "2026-03-02"), "2026-03-02");
        assert_eq!(counted("week 1", "2026-03-02"), "2026-03-06");
        assert_eq!(counted("week 2", "2026-03-04"), "2026-03-17");
    }

    #[test]
    fn what_is_no_offset_is_refused() {
        for text in ["", "week", "week 0", "3h", "--2d", "2000bd", "soon"] {
            assert_eq!(text.parse::<Offset>().expect_err(text).code, "offset");
        }
    }
}
