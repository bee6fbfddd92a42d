//! On which days somebody comes.

use chrono::{Duration, Months, NaiveDate};

use super::Plan;
use crate::domain::recurrence::{Frequency, Recurrence};

/// A day of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The day by the rule: it names the occurrence, and what is billed follows it.
    pub day: NaiveDate,
    /// The day on which somebody comes.
    pub on: NaiveDate,
    /// Whether somebody comes.
    pub state: State,
}

/// Whether somebody comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Yes.
    Served,
    /// The day is left out, for this reason; maybe billed all the same.
    Skipped {
        /// Why.
        reason: String,
        /// It is billed all the same.
        charged: bool,
    },
    /// The plan is paused, for this reason.
    Paused(String),
}

impl Occurrence {
    /// Whether somebody comes.
    pub fn is_served(&self) -> bool {
        self.state == State::Served
    }
}

impl Plan {
    /// The days from `from` to `to` that belong to the plan, both included, by the day of the rule.
    pub fn occurrences(&self, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
        let days = self.nominal_days(from, to).into_iter().filter(|day| self.covers(*day));
        days.map(|day| self.occurrence(day)).collect()
    }

    /// The first day from `from` on that somebody comes for, looking ahead two years.
    pub fn next_served(&self, from: NaiveDate) -> Option<Occurrence> {
        let from = self.start?.max(from);
        let mut begin = from;
        // A quarter at a time: most plans come every week.
        for _ in 0..8 {
            let end = begin + Duration::days(92);
            if let Some(found) = self.occurrences(begin, end).into_iter().find(Occurrence::is_served) {
                return Some(found);
            }
            begin = end + Duration::days(1);
        }
        None
    }

    fn occurrence(&self, day: NaiveDate) -> Occurrence {
        let state = match (self.pause_on(day), self.skip_of(day)) {
            (Some(pause), _) => State::Paused(pause.reason.clone()),
            (None, Some(skip)) => State::Skipped { reason: skip.reason.clone(), charged: skip.charged },
            (None, None) => State::Served,
        };
        let moved = self.moves.iter().rev().find(|moved| moved.day == day);
        Occurrence { day, on: moved.map_or(day, |moved| moved.to), state }
    }

    /// The days that the rules name, as if the plan had always run and never ended: what a whole month is
    /// measured by. None before it is known when it starts.
    pub fn nominal_days(&self, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        let Some(start) = self.start else { return Vec::new() };
        let begins = |index: usize| match self.every.get(index) {
            Some(rule) if index > 0 => rule.from.or(Some(start)),
            Some(_) => Some(start),
            None => None,
        };
        let mut days = Vec::new();
        for (index, every) in self.every.iter().enumerate() {
            let Some(first) = begins(index) else { continue };
            let low = if index == 0 { from } else { from.max(first) };
            let high = begins(index + 1).map_or(to, |next| to.min(next - Duration::days(1)));
            if low <= high {
                days.extend(every.rule.between(anchor(&every.rule, first, low), low, high));
            }
        }
        days
    }
}

/// A day not after `wanted`, and not long before it, from which the rule counts as it does from `first`.
fn anchor(rule: &Recurrence, first: NaiveDate, wanted: NaiveDate) -> NaiveDate {
    let interval = i64::from(rule.interval().max(1));
    let days = match rule.frequency() {
        Frequency::Daily => interval,
        Frequency::Weekly => 7 * interval,
        Frequency::Monthly | Frequency::Yearly => {
            return by_leap_years(first, wanted, rule.interval());
        }
    };
    let steps = (wanted - first).num_days().div_euclid(days);
    first.checked_add_signed(Duration::days(steps * days)).unwrap_or(first)
}

/// Steps of whole leap years, in which every day of a month comes back.
fn by_leap_years(first: NaiveDate, wanted: NaiveDate, interval: u16) -> NaiveDate {
    let months = 48 * u32::from(interval.max(1));
    let mut day = first;
    while day > wanted {
        match day.checked_sub_months(Months::new(months)) {
            Some(earlier) => day = earlier,
            None => break,
        }
    }
    while let Some(later) = day.checked_add_months(Months::new(months)).filter(|later| *later <= wanted) {
        day = later;
    }
    day
}
