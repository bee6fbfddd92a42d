//! First answers and solutions that tickets were owed, and whether they came in time (S08).
//!
//! Each counts on the day on which it was given in time or fell due, whichever came first. Both follow from facts:
//! a report of past days is the same whenever it is made, unless a solution of those days comes back.

use chrono::Duration;

use super::whole::Whole;
use crate::domain::job::Job;
use crate::domain::moment::{Moment, Stamp};
use crate::domain::ticket::Ticket;
use crate::rules::facts::Facts;
use crate::rules::service::{Clock, End, clock};
use crate::rules::workflow::definition::ServiceClock;

/// A first answer or a solution that a client is owed.
#[derive(Debug, Clone)]
pub struct Owed<'a> {
    /// The ticket.
    pub job: &'a Job,
    /// The priority that the ticket has.
    pub priority: String,
    /// The clock, as rules and facts have it.
    pub clock: Clock,
}

/// A ticket was solved: once, or again after it was taken up again.
#[derive(Debug, Clone, Copy)]
pub struct Solved<'a> {
    /// The ticket.
    pub job: &'a Job,
    /// Since when the office worked on it: when it came in, or was taken up again.
    pub since: Moment,
    /// When and by whom the solution was given.
    pub made: &'a Stamp,
    /// Whether it was the first solution, and neither it nor the ticket came back.
    pub at_once: bool,
}

impl Owed<'_> {
    /// When it was given in time or fell due, whichever came first, and whether it was in time; absent while it is open.
    pub fn decided(&self, now: Moment) -> Option<(Moment, bool)> {
        let kept = match (self.clock.met, self.clock.due()) {
            (Some(met), Some(due)) => (met <= due).then_some(met),
            (met, None) => met,
            (None, Some(_)) => None,
        };
        let broken = || self.clock.broken().filter(|due| *due <= now);
        kept.map(|at| (at, true)).or_else(|| broken().map(|at| (at, false)))
    }

    /// By how much it was late: until it was done or stopped to matter, or until now.
    pub fn late_by(&self, facts: Facts<'_>, now: Moment) -> Duration {
        let Some(due) = self.clock.due() else { return Duration::zero() };
        let over = self.clock.met.into_iter().chain(self.clock.stopped).min().unwrap_or(now);
        let late = match self.clock.span.is_business() {
            true => facts.office.calendar.business_between(due, over.max(due)),
            false => over.since(due),
        };
        late.max(Duration::zero())
    }

    /// Whether it was open at `at`: begun, neither given nor due nor given up.
    pub fn is_open_at(&self, at: Moment, now: Moment) -> bool {
        let is_over = |over: Option<Moment>| over.is_some_and(|over| over <= at);
        self.clock.began <= at
            && !is_over(self.decided(now).map(|(decided, _)| decided))
            && !is_over(self.clock.met)
            && !is_over(self.clock.stopped)
    }

    /// Whether it stands still, because the office waits for the client.
    pub fn is_paused(&self) -> bool {
        matches!(self.clock.end, End::Paused(..))
    }
}

/// Everything that every ticket is owed.
pub fn owed<'a>(whole: &'a Whole<'a>) -> Vec<Owed<'a>> {
    let mut found = Vec::new();
    for job in whole.jobs {
        let (Some(facts), Some(ticket)) = (whole.facts(job), &job.ticket) else { continue };
        let rules = &facts.office.service;
        let named = ticket.priority().map(str::to_string);
        let priority = named.or_else(|| rules.priority_for(ticket.category.as_deref())).unwrap_or_default();
        let owed = |clock| Owed { job, priority: priority.clone(), clock };
        found.extend(clock(facts, ServiceClock::Respond).map(owed));
        // Before it was taken up again, a ticket was solved under a clock of its own.
        for (index, again) in ticket.reopened.iter().enumerate() {
            let mut before = job.clone();
            before.ticket = Some(until(ticket, index, again.made.at));
            let earlier = clock(Facts { job: &before, ..facts }, ServiceClock::Resolve);
            found.extend(earlier.filter(|clock| clock.met.is_some()).map(owed));
        }
        found.extend(clock(facts, ServiceClock::Resolve).map(owed));
    }
    found
}

/// The ticket as it was before it was taken up again for the `index`-th time.
fn until(ticket: &Ticket, index: usize, at: Moment) -> Ticket {
    let mut before = ticket.clone();
    before.reopened.truncate(index);
    before.priority.retain(|one| one.made.at < at);
    before.responses.retain(|one| one.made.at < at);
    before.waits.retain(|one| one.from.at < at);
    before.solutions.retain(|one| one.made.at < at);
    before
}

/// Every solution that held until the ticket was taken up again, or holds.
pub fn solved(job: &Job) -> Vec<Solved<'_>> {
    let Some(ticket) = &job.ticket else { return Vec::new() };
    let mut begins = vec![job.opened.at];
    begins.extend(ticket.reopened.iter().map(|again| again.made.at));
    let mut found = Vec::new();
    for (index, since) in begins.iter().enumerate() {
        let end = begins.get(index + 1);
        let is_of_run = |at: Moment| (index == 0 || at >= *since) && end.is_none_or(|end| at < *end);
        let solutions: Vec<_> =
            ticket.solutions.iter().filter(|solution| is_of_run(solution.made.at)).collect();
        if let Some(last) = solutions.last().filter(|solution| solution.returned().is_none()) {
            let at_once = ticket.reopened.is_empty() && solutions.len() == 1;
            found.push(Solved { job, since: *since, made: &last.made, at_once });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ticket::{Reopened, Review, Solution};

    fn stamp(day: u32) -> Stamp {
        Stamp::new(format!("2026-03-{day:02}T09:00:00+01:00").parse().unwrap(), "ana")
    }

    fn solution(day: u32, back: Option<u32>) -> Solution {
        let review =
            back.map(|day| Review { made: stamp(day), note: None, back: Some("still fails".into()) });
        Solution { made: stamp(day), text: "done".into(), review, answer: None }
    }

    fn told(solutions: Vec<Solution>, reopened: &[u32]) -> Vec<(String, bool)> {
        let (id, client) = ("J-2026-00001".parse().unwrap(), "C-0001".parse().unwrap());
        let mut job = Job::new(id, client, "X", "x", stamp(1));
        let reopened = reopened.iter().map(|day| Reopened { made: stamp(*day), reason: "again".into() });
        job.ticket = Some(Ticket { solutions, reopened: reopened.collect(), ..Ticket::default() });
        let day = |one: &Solved<'_>| one.made.at.to_string()[8..10].to_string();
        solved(&job).iter().map(|one| (day(one), one.at_once)).collect()
    }

    #[test]
    fn the_first_solution_counts_as_such_only_while_it_holds() {
        let day = |day: &str, at_once| (day.to_string(), at_once);
        assert_eq!(told(vec![solution(2, None)], &[]), [day("02", true)]);
        assert_eq!(told(vec![solution(2, Some(3))], &[]), []);
        assert_eq!(told(vec![solution(2, Some(3)), solution(4, None)], &[]), [day("04", false)]);
        assert_eq!(
            told(vec![solution(2, None), solution(6, None)], &[5]),
            [day("02", false), day("06", false)]
        );
        assert_eq!(told(vec![solution(2, None)], &[5]), [day("02", false)]);
    }
}
