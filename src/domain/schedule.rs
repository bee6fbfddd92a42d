//! The schedule's own facts: how many days out new visits are put, and who is off (P06).
//!
//! They belong to no job and stand in a file of their own.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::moment::Stamp;
use super::office::Span;
use super::visit::Days;
use crate::problem::Problem;

/// How far out new visits are put, and days off: each a list that only grows, so that two people's entries merge.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Schedule {
    /// Version of the file's format.
    pub format: u32,
    /// How many days out new visits were put, each time it changed; the latest counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days_out: Vec<DaysOut>,
    /// Days off of technicians.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub off: Vec<Off>,
}

/// New visits are put so many days out from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct DaysOut {
    /// When and by whom it was said.
    pub made: Stamp,
    /// What held before.
    pub from: Span,
    /// What holds now.
    pub to: Span,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Days on which a technician does not work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Off {
    /// Whose: a short name of `team.toml`.
    pub technician: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When and by whom it was noted.
    pub made: Stamp,
    /// They work all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<Stamp>,
}

impl Off {
    /// Whether it holds on `day`.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.withdrawn.is_none() && (self.from..=self.to).contains(&day)
    }
}

impl Schedule {
    /// What was said last of the days out; absent while the configuration alone says it.
    pub fn days_out(&self) -> Option<&DaysOut> {
        self.days_out.iter().max_by_key(|said| said.made.at)
    }

    /// Why that person is off on `day`; absent when they are not.
    pub fn off(&self, name: &str, day: NaiveDate) -> Option<&Off> {
        self.off.iter().rev().find(|off| off.technician.eq_ignore_ascii_case(name) && off.covers(day))
    }

    /// New visits are put `to` out from now on; `usual` is what the configuration says.
    ///
    /// # Errors
    /// `days-out` for anything but days; `days-out-same`.
    pub fn put_out(
        &mut self,
        stamp: &Stamp,
        to: Span,
        usual: Span,
        reason: Option<String>,
    ) -> Result<Span, Problem> {
        if !to.is_of_days() {
            return Err(Problem::usage("days-out", format!("{} is no number of days", to.words()))
                .remedy("write it like 5, 5d or 5bd (business days)"));
        }
        let from = self.days_out().map_or(usual, |said| said.to);
        if from == to {
            return Err(Problem::refused("days-out-same", format!("it is {} out already", to.words()))
                .remedy("give another number"));
        }
        self.days_out.push(DaysOut { made: stamp.clone(), from, to, reason });
        Ok(from)
    }

    /// A technician does not work from `from` to `to`.
    ///
    /// # Errors
    /// `off-backwards`; `off-already` when all of it is noted.
    pub fn take_off(
        &mut self,
        stamp: &Stamp,
        technician: &str,
        (from, to): (NaiveDate, NaiveDate),
        reason: Option<String>,
    ) -> Result<(), Problem> {
        if to < from {
            return Err(Problem::usage("off-backwards", format!("{to} comes before {from}"))
                .remedy("give the first day, then the last"));
        }
        if from.iter_days().take_while(|day| *day <= to).all(|day| self.off(technician, day).is_some()) {
            return Err(Problem::refused(
                "off-already",
                format!("{technician} is off on {} already", Days(from, to)),
            )
            .remedy("give other days"));
        }
        let technician = technician.to_string();
        self.off.push(Off { technician, from, to, reason, made: stamp.clone(), withdrawn: None });
        Ok(())
    }

    /// A technician works all the same from `from` to `to`: each note of days off that touches them is taken
    /// back. Answers with the days of those notes.
    ///
    /// # Errors
    /// `off-none`.
    pub fn take_back(
        &mut self,
        stamp: &Stamp,
        technician: &str,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Result<Vec<Days>, Problem> {
        let mut back = Vec::new();
        for off in &mut self.off {
            let is_meant = off.withdrawn.is_none() && off.technician.eq_ignore_ascii_case(technician);
            if is_meant && off.from <= to && from <= off.to {
                off.withdrawn = Some(stamp.clone());
                back.push(Days(off.from, off.to));
            }
        }
        if back.is_empty() {
            return Err(Problem::refused(
                "off-none",
                format!("no day off of {technician} is noted for {}", Days(from, to)),
            )
            .because("days under `away` in team.toml are taken out there")
            .remedy("jobbook schedule off"));
        }
        Ok(back)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(at: &str) -> Stamp {
        Stamp::new(at.parse().unwrap(), "ana")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_was_said_last_counts_in_whatever_order_it_stands() {
        let mut schedule = Schedule::default();
        schedule.put_out(&stamp("2026-03-04T09:00:00+01:00"), Span::Days(5), Span::Days(3), None).unwrap();
        schedule.put_out(&stamp("2026-03-02T09:00:00+01:00"), Span::Days(4), Span::Days(3), None).unwrap();
        assert_eq!(schedule.days_out().map(|said| said.to), Some(Span::Days(5)));
        let same = schedule.put_out(&stamp("2026-03-05T09:00:00+01:00"), Span::Days(5), Span::Days(3), None);
        assert_eq!(same.unwrap_err().code, "days-out-same");
    }

    #[test]
    fn days_off_are_taken_back_as_they_were_noted() {
        let mut schedule = Schedule::default();
        let at = stamp("2026-03-02T09:00:00+01:00");
        schedule.take_off(&at, "ben", (day("2026-03-09"), day("2026-03-11")), None).unwrap();
        let inside = schedule.take_off(&at, "Ben", (day("2026-03-10"), day("2026-03-10")), None);
        assert_eq!(inside.unwrap_err().code, "off-already");
        assert!(schedule.off("ben", day("2026-03-11")).is_some());
        let back = schedule.take_back(&at, "ben", (day("2026-03-10"), day("2026-03-10"))).unwrap();
        assert_eq!(back, [Days(day("2026-03-09"), day("2026-03-11"))]);
        assert!(schedule.off("ben", day("2026-03-11")).is_none());
    }
}
