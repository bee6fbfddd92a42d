//! What the client is told to expect, and places taken where none was left (P05, P09, T12).

use chrono::NaiveDate;

use super::order::not_before;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::domain::moment::Stamp;
use crate::domain::visit::{Overbooked, Promise};
use crate::problem::Problem;

impl Job {
    /// The client was told between which days to expect the visit. Answers with what they were told before.
    ///
    /// # Errors
    /// `promise-backwards`; `promise-past` for days that had passed when it was told; `promise-same`;
    /// `visit-none`, `visit-over`.
    pub fn promise_visit(
        &mut self,
        stamp: &Stamp,
        today: NaiveDate,
        n: &Number,
        (from, to): (NaiveDate, NaiveDate),
        note: Option<String>,
    ) -> Result<(Option<Promise>, Event), Problem> {
        if to < from {
            return Err(Problem::usage("promise-backwards", format!("{to} comes before {from}"))
                .remedy("give the first day, then the last: \"10 Mar..14 Mar\""));
        }
        if to < today {
            return Err(Problem::usage("promise-past", format!("{to} has passed"))
                .because("a promise lies ahead of the moment it is made")
                .remedy("add --at TIME, if it was told earlier and is only written down now"));
        }
        let visit = self.open_visit_mut(n)?;
        not_before(stamp, visit.made.at, "the visit was planned")?;
        let before = visit.promise().cloned();
        if before.as_ref().is_some_and(|before| (before.from, before.to) == (from, to)) {
            return Err(Problem::refused(
                "promise-same",
                format!("the client was told these days for visit {n} already"),
            )
            .remedy("give other days"));
        }
        visit.promised.push(Promise { made: stamp.clone(), from, to, note });
        Ok((before, Event::VisitPromised))
    }

    /// The visit takes a place where none was left, for a reason.
    ///
    /// # Errors
    /// `visit-none`, `visit-over`.
    pub fn overbook_visit(&mut self, stamp: &Stamp, n: &Number, reason: &str) -> Result<(), Problem> {
        let visit = self.open_visit_mut(n)?;
        if let Some(window) = visit.planned {
            visit.overbooked.push(Overbooked {
                made: stamp.clone(),
                day: window.from.date(),
                technician: visit.technician.clone(),
                reason: reason.to_string(),
            });
        }
        Ok(())
    }

    /// The visit stands on a route, or on none. Answers with the route it stood on before.
    ///
    /// # Errors
    /// `visit-none`, `visit-over`.
    pub fn route_visit(&mut self, n: &Number, route: Option<String>) -> Result<Option<String>, Problem> {
        Ok(std::mem::replace(&mut self.open_visit_mut(n)?.route, route))
    }
}
