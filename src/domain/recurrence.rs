//! What comes again and again: recurrence rules of RFC 5545 over days.
//!
//! A [`Recurrence`] is read from rule text (`FREQ=WEEKLY;BYDAY=TU`) or from plain words (`every tuesday`,
//! `monthly on the 1st`), is kept as rule text, and is told in words. Its occurrences are calendar days of the
//! office, not instants, so clocks that are put forward or back change nothing.
//!
//! What a rule leaves open, its first day decides: `weekly` from a Tuesday on is every Tuesday. A day that a month
//! does not have is left out, as RFC 5545 has it: the 31st comes seven times a year; the last day is `-1`.

mod rule_text;
mod telling;
written_as_text!(
    Recurrence,
    "^\\S.{0,299}$",
    "How often: in words, such as every monday or monthly on the 1st, or as a rule of RFC 5545."
);

#[cfg(test)]
mod tests;
mod wording;

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Month, NaiveDate, NaiveTime, Weekday};
use rrule::{NWeekday, RRule, RRuleSet, Tz};

use super::as_text::written_as_text;
use super::choice::choice;
use crate::problem::Problem;

/// The largest interval and number of times that are believed.
const MOST: u32 = 10_000;

choice! {
    /// How often, before the interval.
    Frequency {
        Daily = "DAILY",
        Weekly = "WEEKLY",
        Monthly = "MONTHLY",
        Yearly = "YEARLY",
    }
}

/// A rule by which days come again.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Recurrence {
    frequency: Frequency,
    interval: u16,
    count: Option<u32>,
    until: Option<NaiveDate>,
    months: Vec<u8>,
    month_days: Vec<i8>,
    /// Weekdays, maybe the n-th of the month or year, from the end when below zero.
    weekdays: Vec<(Option<i16>, Weekday)>,
    /// Which of the days of one period.
    positions: Vec<i32>,
    week_start: Weekday,
}

impl Recurrence {
    /// A rule of which only the frequency and interval are known.
    fn plain(frequency: Frequency, interval: u16) -> Recurrence {
        Recurrence {
            frequency,
            interval,
            count: None,
            until: None,
            months: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        }
    }

    /// How often, before the interval.
    pub fn frequency(&self) -> Frequency {
        self.frequency
    }

    /// Every how many days, weeks, months or years.
    pub fn interval(&self) -> u16 {
        self.interval
    }

    /// Whether it goes on for ever.
    pub fn is_endless(&self) -> bool {
        self.count.is_none() && self.until.is_none()
    }

    /// The same rule, at most so many times or until a day.
    #[must_use]
    pub fn ending(self, count: Option<u32>, until: Option<NaiveDate>) -> Recurrence {
        Recurrence { count, until, ..self }
    }

    /// The days from `start` on, `start` included if the rule names it. Where the rule has no end, neither has the
    /// list, up to the last year that calendars know: take as many as are needed.
    pub fn from(&self, start: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<> {
        let days = self.set(start).into_iter();
        days.flat_map(|set| set.limit().into_iter().map(|at| at.date_naive()))
    }

    /// The days from `from` to `to`, both included, of a rule that begins on `start`.
    pub fn between(
        &self,
        start: NaiveDate,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = NaiveDate> + use<> {
        self.from(start).skip_while(move |day| *day < from).take_while(move |day| *day <= to)
    }

    /// The last day up to and with `to`, and how many came since `after`, which is not counted.
    pub fn last(&self, start: NaiveDate, after: NaiveDate, to: NaiveDate) -> Option<(NaiveDate, usize)> {
        let mut last = None;
        for day in self.between(start, after, to).filter(|day| *day > after) {
            let count = last.map_or(0, |(_, count)| count);
            last = Some((day, count + 1));
        }
        last
    }

    fn set(&self, start: NaiveDate) -> Option<RRuleSet> {
        self.rule().build(midnight(start)).ok()
    }

    fn rule(&self) -> RRule<rrule::Unvalidated> {
        let frequency = match self.frequency {
            Frequency::Daily => rrule::Frequency::Daily,
            Frequency::Weekly => rrule::Frequency::Weekly,
            Frequency::Monthly => rrule::Frequency::Monthly,
            Frequency::Yearly => rrule::Frequency::Yearly,
        };
        let months: Vec<Month> =
            self.months.iter().filter_map(|month| Month::try_from(*month).ok()).collect();
        let weekdays = self.weekdays.iter().map(|(nth, day)| NWeekday::new(*nth, *day)).collect();
        let mut rule = RRule::new(frequency)
            .interval(self.interval)
            .week_start(self.week_start)
            .by_month(&months)
            .by_month_day(self.month_days.clone())
            .by_weekday(weekdays)
            .by_set_pos(self.positions.clone());
        if let Some(count) = self.count {
            rule = rule.count(count);
        }
        if let Some(until) = self.until {
            rule = rule.until(midnight(until));
        }
        rule
    }

    /// Refuses what no calendar can follow, and what never comes.
    ///
    /// # Errors
    /// `recurrence`.
    fn checked(self, typed: &str) -> Result<Recurrence, Problem> {
        // A leap day of a century without one: years in which nothing comes are passed.
        let start = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
        let endless = self.clone().ending(None, None);
        let built = endless.rule().build(midnight(start)).map_err(|error| {
            wrong(typed, "is no rule that a calendar can follow").because(error.to_string())
        })?;
        let comes = built.limit().into_iter().next().is_some();
        if !comes {
            return Err(wrong(typed, "never comes"));
        }
        Ok(self)
    }
}

fn midnight(day: NaiveDate) -> DateTime<Tz> {
    day.and_time(NaiveTime::MIN).and_utc().with_timezone(&Tz::UTC)
}

fn wrong(typed: &str, what: &str) -> Problem {
    Problem::usage("recurrence", format!("\"{}\" {what}", typed.trim()))
        .remedy("write it like daily, every tuesday, every 2 weeks on mon, monthly on the 1st, quarterly")
        .remedy("or as RFC 5545 has it: FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")
}

impl FromStr for Recurrence {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Recurrence, Problem> {
        if text.len() > 300 {
            return Err(Problem::usage("recurrence", "the rule is longer than 300 letters"));
        }
        let read =
            if text.contains('=') { rule_text::read(text.trim())? } else { wording::read(text.trim())? };
        read.checked(text)
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&rule_text::write(self))
    }
}

/// The year that a rule without a start begins in: its first day is a Monday, and begins a month and a quarter.
pub fn usual_start() -> NaiveDate {
    let start = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
    debug_assert_eq!(start.weekday(), Weekday::Mon);
    start
}
