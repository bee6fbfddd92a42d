//! A stretch of whole days that a report is about.

use chrono::{Datelike, Months, NaiveDate};
use chrono_tz::Tz;
use serde::Serialize;

use super::moment::{Local, Moment, end_of_day};
use super::month::Month;
use crate::problem::Problem;

/// Whole days, the first and the last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Period {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Period {
    /// # Errors
    /// `period-backwards`.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Result<Period, Problem> {
        if to < from {
            return Err(Problem::usage("period-backwards", format!("{to} is before {from}"))
                .remedy("give the earlier day first"));
        }
        Ok(Period { from, to })
    }

    /// The month of `day` up to it.
    pub fn month_until(day: NaiveDate) -> Period {
        Period { from: Month::of(day).first(), to: day }
    }

    /// The month of `day` and the eleven before it, up to the day.
    pub fn twelve_months_until(day: NaiveDate) -> Period {
        let month = Month::of(day).first();
        Period { from: month.checked_sub_months(Months::new(11)).unwrap_or(month), to: day }
    }

    /// `2026-Q1`.
    ///
    /// # Errors
    /// `period-quarter`.
    pub fn quarter(text: &str) -> Result<Period, Problem> {
        let found = text.split_once('-').and_then(|(year, quarter)| {
            let quarter = quarter.strip_prefix(['Q', 'q'])?;
            let quarter = number(quarter, 1).filter(|one| (1..=4).contains(one))?;
            months(number(year, 4)?, quarter * 3 - 2, 3)
        });
        found.ok_or_else(|| wrong("period-quarter", "quarter", text, "2026-Q1"))
    }

    /// `2026`.
    ///
    /// # Errors
    /// `period-year`.
    pub fn year(text: &str) -> Result<Period, Problem> {
        number(text, 4)
            .and_then(|year| months(year, 1, 12))
            .ok_or_else(|| wrong("period-year", "year", text, "2026"))
    }

    /// Its first moment, on the office's clock.
    pub fn begin(self, zone: Tz) -> Moment {
        Local::new(self.from, chrono::NaiveTime::MIN).moment(zone)
    }

    /// The first moment after it.
    pub fn end(self, zone: Tz) -> Moment {
        end_of_day(self.to, zone)
    }

    /// The moment up to which facts count: its end, or now if that comes first.
    pub fn until(self, now: Moment, zone: Tz) -> Moment {
        self.end(zone).min(now)
    }

    /// Whether the day lies in it.
    pub fn has(self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// Whether the moment lies in it, on the office's clock.
    pub fn holds(self, at: Moment, zone: Tz) -> bool {
        self.has(at.date(zone))
    }

    /// What comes before it: as many whole months when it begins with the first of one, else as many days.
    #[must_use]
    pub fn before(self) -> Period {
        let to = self.from.pred_opt().unwrap_or(self.from);
        let count = u32::try_from(self.months().len()).unwrap_or(1);
        let months = self.from.checked_sub_months(Months::new(count)).filter(|_| self.from.day() == 1);
        let days = || self.from.checked_sub_signed(self.to - self.from + chrono::Duration::days(1));
        Period { from: months.or_else(days).unwrap_or(to), to }
    }

    /// Its months, each cut to the period.
    pub fn months(self) -> Vec<Period> {
        let months = Month::of(self.from).up_to(Month::of(self.to));
        months
            .map(|month| Period { from: month.first().max(self.from), to: month.last().min(self.to) })
            .collect()
    }
}

impl From<Month> for Period {
    fn from(month: Month) -> Period {
        Period { from: month.first(), to: month.last() }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} to {}", self.from, self.to)
    }
}

fn wrong(code: &'static str, what: &str, text: &str, example: &str) -> Problem {
    Problem::usage(code, format!("\"{text}\" is not a {what}")).remedy(format!("write it like {example}"))
}

fn number(text: &str, digits: usize) -> Option<u32> {
    let good = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    good.then(|| text.parse().ok()).flatten()
}

fn months(year: u32, month: u32, count: u32) -> Option<Period> {
    let from = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)?;
    let to = from.checked_add_months(Months::new(count))?.pred_opt()?;
    Some(Period { from, to })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(period: Result<Period, Problem>) -> String {
        period.map_or_else(|problem| problem.code.to_string(), |period| period.to_string())
    }

    #[test]
    fn months_quarters_and_years_are_whole() {
        assert_eq!(told("2028-02".parse::<Month>().map(Period::from)), "2028-02-01 to 2028-02-29");
        assert_eq!(told(Period::quarter("2026-q4")), "2026-10-01 to 2026-12-31");
        assert_eq!(told(Period::year("2026")), "2026-01-01 to 2026-12-31");
        for (found, code) in
            [(Period::quarter("2026-Q5"), "period-quarter"), (Period::year("26"), "period-year")]
        {
            assert_eq!(told(found), code);
        }
    }

    #[test]
    fn a_period_is_cut_into_its_months() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let period = Period::twelve_months_until(day("2026-03-18"));
        assert_eq!(period.from, day("2025-04-01"));
        let months = period.months();
        assert_eq!(
            (months.len(), months[11].from, months[11].to),
            (12, day("2026-03-01"), day("2026-03-18"))
        );
    }

    #[test]
    fn months_are_compared_with_months_and_days_with_days() {
        let of = |from: &str, to: &str| {
            let day = |text: &str| text.parse::<NaiveDate>().unwrap();
            Period::new(day(from), day(to)).unwrap().before().to_string()
        };
        assert_eq!(of("2026-03-01", "2026-03-18"), "2026-02-01 to 2026-02-28");
        assert_eq!(of("2026-01-01", "2026-03-31"), "2025-10-01 to 2025-12-31");
        assert_eq!(of("2026-03-09", "2026-03-15"), "2026-03-02 to 2026-03-08");
    }

    #[test]
    fn a_moment_belongs_to_the_day_of_the_offices_clock() {
        let march = Period::from("2026-03".parse::<Month>().unwrap());
        let zone = chrono_tz::Europe::Berlin;
        assert!(march.holds("2026-03-31T21:59:59Z".parse().unwrap(), zone));
        assert!(!march.holds("2026-03-31T22:00:00Z".parse().unwrap(), zone));
    }
}
