//! The job itself: contact, notes, tags, people, giving up, taking up again (E02, E10, E20).

use crate::domain::contact::Exchange;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::job::{CancelledJob, Job};
use crate::domain::log::{Changed, What};
use crate::domain::moment::{Stamp, Window};
use crate::domain::visit::Cancelled;
use crate::problem::Problem;

impl Job {
    /// Logs an exchange with the client.
    pub fn log_contact(&mut self, stamp: &Stamp, exchange: Exchange) -> Event {
        self.note(stamp, What::Contact(exchange));
        Event::ContactLogged
    }

    /// Logs that a value was replaced, unless it is the same.
    pub fn log_change(
        &mut self,
        stamp: &Stamp,
        field: &str,
        from: Option<String>,
        to: Option<String>,
        because: Option<String>,
    ) -> bool {
        if from == to {
            return false;
        }
        self.note(stamp, What::Changed(Changed { field: field.to_string(), from, to, because }));
        true
    }

    /// Adds a label. Answers whether it is new.
    pub fn add_tag(&mut self, tag: &str) -> bool {
        let new = !self.tags.iter().any(|own| own == tag);
        if new {
            self.tags.push(tag.to_string());
        }
        new
    }

    /// Takes a label off. Answers whether it was there.
    pub fn remove_tag(&mut self, tag: &str) -> bool {
        let before = self.tags.len();
        self.tags.retain(|own| own != tag);
        self.tags.len() < before
    }

    /// Visits that will not take place and that the client was told of: number and the window last named.
    pub fn visits_told(&self) -> Vec<(Number, Window)> {
        let open = self.visits.iter().filter(|visit| visit.is_open());
        open.filter_map(|visit| Some((visit.n, visit.notified.last()?.window))).collect()
    }

    /// Gives the job up, for one of the office's reasons; visits that are still open are cancelled with it.
    ///
    /// # Errors
    /// `cancel-reason` for a reason that is not on the list; `already-cancelled`.
    pub fn cancel(
        &mut self,
        stamp: &Stamp,
        reason: &str,
        note: Option<String>,
        reasons: &[String],
    ) -> Result<Event, Problem> {
        if let Some(earlier) = &self.cancelled {
            return Err(Problem::refused(
                "already-cancelled",
                format!("{} was given up at {}: {}", self.id, earlier.made.at, earlier.reason),
            )
            .remedy(format!("jobbook job reopen {} --reason \"…\"", self.id)));
        }
        if !reasons.iter().any(|known| known == reason) {
            return Err(Problem::refused(
                "cancel-reason",
                format!("\"{reason}\" is not one of the office's reasons"),
            )
            .because(format!("jobbook.toml lists: {}", reasons.join(", ")))
            .did_you_mean(reason, reasons.iter().map(String::as_str))
            .remedy(format!(
                "jobbook job cancel {} --reason {} --note \"…\"",
                self.id,
                reasons.first().map_or("other", String::as_str)
            )));
        }
        if let Some(visit) = self.visits.iter().find(|visit| visit.started.is_some() && visit.is_open()) {
            return Err(Problem::refused(
                "visit-started",
                format!("visit {} of {} is under way", visit.n, self.id),
            )
            .remedy(format!("jobbook visit incomplete {} --cause other", self.id)));
        }
        for visit in self.visits.iter_mut().filter(|visit| visit.is_open()) {
            let reason = format!("the job was given up: {reason}");
            visit.cancelled = Some(Cancelled { made: stamp.clone(), reason });
        }
        self.cancelled = Some(CancelledJob { made: stamp.clone(), reason: reason.to_string(), note });
        Ok(Event::JobCancelled)
    }

    /// Takes the job up again.
    pub fn reopen(&mut self, stamp: &Stamp, reason: &str) -> Event {
        let was = self.cancelled.take().map(|cancelled| cancelled.reason);
        let kept = self.reopen_ticket(stamp, reason);
        if !self.log_change(stamp, "cancelled", was, None, Some(reason.to_string())) && !kept {
            self.note(stamp, What::Note(format!("taken up again: {reason}")));
        }
        Event::JobReopened
    }
}
