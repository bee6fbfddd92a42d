//! Checklists: tick, take back, skip (E13, E18). Which items there are, the workflow says.

use crate::domain::checklist::Tick;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::problem::Problem;

impl Job {
    /// What was answered on an item.
    pub fn tick_on(&self, list: &str, item: &str, visit: Option<&Number>) -> Option<&Tick> {
        self.checks.iter().find(|tick| tick.list == list && tick.item == item && tick.visit.as_ref() == visit)
    }

    /// Ticks an item, or skips it with a reason.
    ///
    /// # Errors
    /// `already-ticked`.
    pub fn tick(&mut self, tick: Tick) -> Result<Event, Problem> {
        if let Some(earlier) = self.tick_on(&tick.list, &tick.item, tick.visit.as_ref()) {
            let how = if earlier.skipped.is_some() { "skipped" } else { "ticked" };
            return Err(Problem::refused(
                "already-ticked",
                format!("{} was {how} by {} at {}", tick.item, earlier.made.by, earlier.made.at),
            )
            .remedy(format!("jobbook checklist untick {} {}", self.id, tick.item)));
        }
        self.checks.push(tick);
        Ok(Event::ChecklistTicked)
    }

    /// Takes a tick back. Answers with what it was.
    ///
    /// # Errors
    /// `not-ticked`.
    pub fn untick(&mut self, list: &str, item: &str, visit: Option<&Number>) -> Result<Tick, Problem> {
        let found = self
            .checks
            .iter()
            .position(|tick| tick.list == list && tick.item == item && tick.visit.as_ref() == visit);
        match found {
            Some(index) => Ok(self.checks.remove(index)),
            None => Err(Problem::refused("not-ticked", format!("{item} is not ticked on {}", self.id))
                .remedy(format!("jobbook checklist show {}", self.id))),
        }
    }
}
