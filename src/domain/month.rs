//! A month of the calendar: what plans are billed by.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::as_text::written_as_text;
use crate::problem::Problem;

/// A month of a year, written `2026-04`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(NaiveDate);

impl Month {
    /// The month that `day` lies in.
    pub fn of(day: NaiveDate) -> Month {
        Month(day.with_day(1).unwrap_or(day))
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.0
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        self.next().0.pred_opt().unwrap_or(self.0)
    }

    /// How many days it has.
    pub fn length(self) -> u32 {
        self.last().day()
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Month {
        Month(self.0.checked_add_months(chrono::Months::new(1)).unwrap_or(self.0))
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Month {
        Month(self.0.checked_sub_months(chrono::Months::new(1)).unwrap_or(self.0))
    }

    /// This month and those after it, up to and with `last`.
    pub fn up_to(self, last: Month) -> impl Iterator<Item = Month> {
        let mut month = self;
        std::iter::from_fn(move || {
            let now = month;
            month = month.next();
            (now <= last && now < month).then_some(now)
        })
    }

    /// Its days, first to last.
    pub fn days(self) -> impl Iterator<Item = NaiveDate> {
        self.first().iter_days().take(self.length() as usize)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m"))
    }
}

impl FromStr for Month {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Month, Problem> {
        let typed = text.trim();
        let plain = typed.len() == 7
            && typed.bytes().enumerate().all(|(at, byte)| match at {
                4 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        let day = plain.then(|| format!("{typed}-01").parse::<NaiveDate>().ok()).flatten();
        day.filter(|day| day.year() >= 1900).map(Month).ok_or_else(|| {
            Problem::usage("month", format!("\"{typed}\" is not a month"))
                .remedy("write year and month, like 2026-04")
        })
    }
}

written_as_text!(Month, "^[0-9]{4}-[0-9]{2}$", "A month, such as 2026-04.");

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }

    #[test]
    fn months_know_their_ends() {
        assert_eq!(month("2024-02").last().to_string(), "2024-02-29");
        assert_eq!(month("2026-02").length(), 28);
        assert_eq!(
            (month("2026-12").next().to_string(), month("2026-01").previous().to_string()),
            ("2027-01".into(), "2025-12".into())
        );
        assert_eq!(month("2026-11").up_to(month("2027-01")).count(), 3);
        assert_eq!(month("2026-11").up_to(month("2026-10")).count(), 0);
        assert_eq!(Month::of("2026-04-30".parse().unwrap()), month("2026-04"));
    }

    #[test]
    fn what_is_no_month_is_refused() {
        for typed in ["2026", "2026-13", "2026-00", "26-04", "2026/04", "2026-4", "April", "", "2026-04-01"] {
            assert_eq!(typed.parse::<Month>().unwrap_err().code, "month", "{typed}");
        }
    }
}
