//! A project on its way: the kick-off, planned tasks, what is handed over (S01, S03, S05, S06).

use chrono::NaiveDate;

use crate::domain::delivery::Delivery;
use crate::domain::event::Event;
use crate::domain::job::{Job, Kickoff};
use crate::domain::moment::Stamp;
use crate::domain::settled::Settled;
use crate::problem::Problem;

impl Job {
    /// Fixes the day on which the work begins, or moves it; the day it was stays in the log.
    ///
    /// # Errors
    /// `kickoff-same`; `kickoff-moved` when it is moved without a reason.
    pub fn set_kickoff(
        &mut self,
        stamp: &Stamp,
        day: NaiveDate,
        reason: Option<String>,
    ) -> Result<Event, Problem> {
        if let Some(was) = self.kickoff.as_ref().map(|kickoff| kickoff.day) {
            if was == day {
                return Err(Problem::refused(
                    "kickoff-same",
                    format!("the kick-off of {} is {day}", self.id),
                )
                .remedy(format!("jobbook job tasks {}", self.id)));
            }
            if reason.is_none() {
                return Err(Problem::refused(
                    "kickoff-moved",
                    format!("the kick-off of {} was to be on {was}", self.id),
                )
                .remedy(format!("jobbook job kickoff {} {day} --reason \"…\"", self.id)));
            }
            self.log_change(stamp, "kickoff", Some(was.to_string()), Some(day.to_string()), reason);
        }
        self.kickoff = Some(Kickoff { day, made: stamp.clone() });
        Ok(Event::KickoffSet)
    }

    /// What was settled of a task on one day; of a task that comes once, on no day.
    pub fn settled_on(&self, task: &str, day: Option<NaiveDate>) -> Option<&Settled> {
        self.settled.iter().find(|settled| settled.task == task && settled.covers(day))
    }

    /// Settles one occurrence of a task. Next to one that was settled likewise, the one before it or the one after
    /// it, it makes that stretch longer (DECISIONS 20).
    ///
    /// # Errors
    /// `task-done` when it was settled already.
    pub fn settle(
        &mut self,
        settled: Settled,
        before: Option<NaiveDate>,
        after: Option<NaiveDate>,
    ) -> Result<(), Problem> {
        if let Some(earlier) = self.settled_on(&settled.task, settled.from) {
            let how = if earlier.skipped.is_some() { "skipped" } else { "done" };
            let day = settled.from.map_or(String::new(), |day| format!(" of {day}"));
            return Err(Problem::refused(
                "task-done",
                format!("{}{day} was {how} by {} at {}", settled.task, earlier.made.by, earlier.made.at),
            )
            .remedy(format!("jobbook job tasks {}", self.id)));
        }
        let mut settled = settled;
        let follows = |one: &Settled| after.is_some() && one.from == after && one.is_like(&settled);
        if let Some(at) = self.settled.iter().position(follows) {
            let following = self.settled.remove(at);
            settled.to = following.last();
            settled.made.at = settled.made.at.max(following.made.at);
        }
        let leads = |one: &Settled| before.is_some() && one.last() == before && one.is_like(&settled);
        match self.settled.iter().position(leads) {
            Some(at) => {
                let earlier = &mut self.settled[at];
                earlier.to = settled.last();
                earlier.made = settled.made;
            }
            None => self.settled.push(settled),
        }
        Ok(())
    }

    /// What was handed over of a stage's deliverables.
    pub fn delivery(&self, stage: &str, name: &str) -> Option<&Delivery> {
        self.deliveries.iter().find(|delivery| delivery.stage == stage && delivery.name == name)
    }

    /// Hands a deliverable over, or waives it with a reason.
    ///
    /// # Errors
    /// `already-delivered`.
    pub fn deliver(&mut self, delivery: Delivery) -> Result<(), Problem> {
        if let Some(earlier) = self.delivery(&delivery.stage, &delivery.name) {
            let how = if earlier.waived.is_some() { "waived" } else { "delivered" };
            let (by, at) = (&earlier.made.by, earlier.made.at);
            return Err(Problem::refused(
                "already-delivered",
                format!("{} was {how} by {by} at {at}", delivery.name),
            )
            .remedy(format!("jobbook job show {}", self.id)));
        }
        self.deliveries.push(delivery);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job() -> Job {
        let stamp = Stamp::new("2026-03-02T09:00:00+01:00".parse().unwrap(), "ana");
        Job::new("J-2026-00001".parse().unwrap(), "C-0001".parse().unwrap(), "X", "x", stamp)
    }

    fn done(day: &str, by: &str) -> Settled {
        let at = format!("{day}T17:00:00+01:00");
        Settled {
            task: "look".into(),
            from: Some(day.parse().unwrap()),
            to: None,
            made: Stamp::new(at.parse().unwrap(), by),
            note: None,
            skipped: None,
        }
    }

    #[test]
    fn days_in_a_row_become_one_stretch_and_a_gap_stays_a_gap() {
        let mut job = job();
        let day = |text: &str| Some(text.parse::<NaiveDate>().unwrap());
        job.settle(done("2026-03-02", "ana"), None, day("2026-03-03")).unwrap();
        job.settle(done("2026-03-03", "ana"), day("2026-03-02"), day("2026-03-04")).unwrap();
        job.settle(done("2026-03-06", "ana"), day("2026-03-05"), day("2026-03-07")).unwrap();
        job.settle(done("2026-03-05", "ana"), day("2026-03-04"), day("2026-03-06")).unwrap();
        job.settle(done("2026-03-07", "ben"), day("2026-03-06"), None).unwrap();
        let stretches: Vec<_> = job.settled.iter().map(|one| (one.from, one.to)).collect();
        assert_eq!(
            stretches,
            [
                (day("2026-03-02"), day("2026-03-03")),
                (day("2026-03-05"), day("2026-03-06")),
                (day("2026-03-07"), None)
            ]
        );
        assert!(job.settled_on("look", day("2026-03-04")).is_none());
        job.settle(done("2026-03-04", "ana"), day("2026-03-03"), day("2026-03-05")).unwrap();
        assert_eq!((job.settled.len(), job.settled[0].to), (2, day("2026-03-06")));
        assert_eq!(job.settle(done("2026-03-03", "ben"), None, None).unwrap_err().code, "task-done");
    }

    #[test]
    fn a_kickoff_is_moved_for_a_reason_and_the_log_keeps_the_day() {
        let mut job = job();
        let stamp = job.opened.clone();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        job.set_kickoff(&stamp, day("2026-03-09"), None).unwrap();
        assert_eq!(job.set_kickoff(&stamp, day("2026-03-16"), None).unwrap_err().code, "kickoff-moved");
        job.set_kickoff(&stamp, day("2026-03-16"), Some("client ill".into())).unwrap();
        assert_eq!(job.log[0].what.sentence(), "kickoff: 2026-03-09 → 2026-03-16 (client ill)");
    }
}
