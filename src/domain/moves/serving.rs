//! Tickets: answered, waiting, solved, looked at, escalated (S07–S09). What the clocks make of it, the rules say.

use super::order::not_before;
use crate::domain::contact::Channel;
use crate::domain::event::Event;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::moment::Stamp;
use crate::domain::ticket::{
    Answer, Escalation, Prioritised, Reopened, Response, Review, Solution, Ticket, Wait,
};
use crate::problem::Problem;

impl Job {
    /// The ticket that the job is.
    ///
    /// # Errors
    /// `not-a-ticket`.
    pub fn ticket(&self) -> Result<&Ticket, Problem> {
        self.ticket.as_ref().ok_or_else(|| not_a_ticket(&self.id))
    }

    /// The ticket, to be changed: nothing happens on it before the request came in.
    fn open_ticket(&mut self, stamp: &Stamp) -> Result<&mut Ticket, Problem> {
        not_before(stamp, self.opened.at, "the request came in")?;
        let id = &self.id;
        self.ticket.as_mut().ok_or_else(|| not_a_ticket(id))
    }

    /// Gives the ticket a priority. Answers with the one that held before.
    ///
    /// # Errors
    /// `not-a-ticket`, `before-its-cause`; `same-priority`.
    pub fn prioritise(
        &mut self,
        stamp: &Stamp,
        name: &str,
        reason: Option<String>,
    ) -> Result<Option<String>, Problem> {
        let id = self.id.clone();
        let ticket = self.open_ticket(stamp)?;
        if let Some(last) = ticket.priority.last() {
            not_before(stamp, last.made.at, "it was given its priority")?;
            if last.name == name {
                return Err(Problem::refused(
                    "same-priority",
                    format!("{id} has the priority {name} already"),
                ));
            }
        }
        let before = ticket.priority().map(str::to_string);
        ticket.priority.push(Prioritised { made: stamp.clone(), name: name.to_string(), reason });
        Ok(before)
    }

    /// The client was given an answer.
    ///
    /// # Errors
    /// `not-a-ticket`, `before-its-cause`.
    pub fn respond(&mut self, stamp: &Stamp, channel: Channel, text: String) -> Result<Event, Problem> {
        self.open_ticket(stamp)?.responses.push(Response { made: stamp.clone(), channel, text });
        Ok(Event::TicketResponded)
    }

    /// The client was asked something, and the work waits for the answer.
    ///
    /// # Errors
    /// `not-a-ticket`, `before-its-cause`; `already-waiting`; `already-solved`.
    pub fn wait_for_client(&mut self, stamp: &Stamp, text: String) -> Result<Event, Problem> {
        let id = self.id.clone();
        let ticket = self.open_ticket(stamp)?;
        must_be_unsolved(ticket, &id)?;
        if let Some(wait) = ticket.waiting() {
            return Err(Problem::refused(
                "already-waiting",
                format!("{id} waits for the client since {}: {}", wait.from.at, wait.text),
            )
            .remedy(format!("jobbook ticket resume {id}, when the answer is there")));
        }
        not_before_the_last(stamp, ticket)?;
        ticket.waits.push(Wait { from: stamp.clone(), text, until: None });
        Ok(Event::TicketWaiting)
    }

    /// The work goes on: the client answered, or nobody waits for it any more.
    ///
    /// # Errors
    /// `not-a-ticket`, `before-its-cause`; `not-waiting`.
    pub fn resume(&mut self, stamp: &Stamp) -> Result<Event, Problem> {
        let id = self.id.clone();
        let ticket = self.open_ticket(stamp)?;
        match ticket.waits.last_mut().filter(|wait| wait.until.is_none()) {
            Some(wait) => {
                not_before(stamp, wait.from.at, "the wait began")?;
                wait.until = Some(stamp.clone());
                Ok(Event::TicketResumed)
            }
            None => Err(Problem::refused("not-waiting", format!("{id} does not wait for the client"))
                .remedy(format!("jobbook ticket wait {id} \"what was asked\""))),
        }
    }

    /// It is solved. A wait ends with it.
    ///
    /// # Errors
    /// `not-a-ticket`, `before-its-cause`; `already-solved`.
    pub fn solve(&mut self, stamp: &Stamp, text: String) -> Result<Event, Problem> {
        let id = self.id.clone();
        let ticket = self.open_ticket(stamp)?;
        must_be_unsolved(ticket, &id)?;
        not_before_the_last(stamp, ticket)?;
        if let Some(wait) = ticket.waits.last_mut().filter(|wait| wait.until.is_none()) {
            wait.until = Some(stamp.clone());
        }
        ticket.solutions.push(Solution { made: stamp.clone(), text, review: None, answer: None });
        Ok(Event::TicketResolved)
    }

    /// A colleague looked at the solution: it is good, or something is still to be done.
    ///
    /// # Errors
    /// `not-a-ticket`, `before-its-cause`; `not-solved`; `already-reviewed`.
    pub fn review(
        &mut self,
        stamp: &Stamp,
        note: Option<String>,
        back: Option<String>,
    ) -> Result<Event, Problem> {
        let id = self.id.clone();
        let solution = self.solution(stamp)?;
        // Somebody who looked at their own solution is no second pair of eyes: a colleague still may.
        let solver = &solution.made.by;
        let seen = solution.review.as_ref();
        if let Some(review) = seen.filter(|review| review.made.by != *solver || stamp.by == *solver) {
            return Err(Problem::refused(
                "already-reviewed",
                format!("{} looked at the solution of {id} at {}", review.made.by, review.made.at),
            )
            .remedy(format!("jobbook why {id}")));
        }
        let event = if back.is_some() { Event::TicketReturned } else { Event::TicketReviewed };
        solution.review = Some(Review { made: stamp.clone(), note, back });
        Ok(event)
    }

    /// The client looked at the solution: content, or something is still wrong.
    ///
    /// # Errors
    /// `not-a-ticket`, `before-its-cause`; `not-solved`; `already-approved`.
    pub fn client_looked(&mut self, stamp: &Stamp, answer: Answer) -> Result<Event, Problem> {
        let id = self.id.clone();
        let solution = self.solution(stamp)?;
        if let Some(earlier) = &solution.answer {
            return Err(Problem::refused(
                "already-approved",
                format!("the client approved the solution of {id} at {}", earlier.made.at),
            )
            .remedy(format!("jobbook ticket close {id}")));
        }
        let event = if answer.back.is_some() { Event::TicketDeclined } else { Event::TicketApproved };
        solution.answer = Some(answer);
        Ok(event)
    }

    fn solution(&mut self, stamp: &Stamp) -> Result<&mut Solution, Problem> {
        let id = self.id.clone();
        let ticket = self.open_ticket(stamp)?;
        let holds = ticket.solution().is_some();
        match ticket.solutions.last_mut().filter(|_| holds) {
            Some(solution) => {
                not_before(stamp, solution.made.at, "it was solved")?;
                Ok(solution)
            }
            None => Err(Problem::refused("not-solved", format!("{id} is not solved yet"))
                .remedy(format!("jobbook ticket resolve {id} \"what was done\""))),
        }
    }

    /// Somebody is called in.
    ///
    /// # Errors
    /// `not-a-ticket`, `before-its-cause`; `already-solved`.
    pub fn escalate(&mut self, escalation: Escalation) -> Result<Event, Problem> {
        let id = self.id.clone();
        let ticket = self.open_ticket(&escalation.made)?;
        must_be_unsolved(ticket, &id)?;
        if let Some(last) = ticket.escalations.last() {
            not_before(&escalation.made, last.made.at, "the escalation before it")?;
        }
        ticket.escalations.push(escalation);
        Ok(Event::TicketEscalated)
    }

    /// Notes on a ticket that it was taken up again, and answers whether the job is one.
    pub(super) fn reopen_ticket(&mut self, stamp: &Stamp, reason: &str) -> bool {
        let Some(ticket) = &mut self.ticket else { return false };
        ticket.reopened.push(Reopened { made: stamp.clone(), reason: reason.to_string() });
        true
    }
}

/// What the clocks go by stands in its order: waits and their ends, solutions and their way back.
fn not_before_the_last(stamp: &Stamp, ticket: &Ticket) -> Result<(), Problem> {
    let waits = ticket.waits.iter().map(|wait| wait.until.as_ref().unwrap_or(&wait.from).at);
    let solutions = ticket.solutions.iter().map(|solution| solution.returned().unwrap_or(solution.made.at));
    match waits.chain(solutions).chain(ticket.taken_up_again()).max() {
        Some(last) => not_before(stamp, last, "what happened last"),
        None => Ok(()),
    }
}

fn must_be_unsolved(ticket: &Ticket, id: &Id) -> Result<(), Problem> {
    match ticket.solution() {
        Some(solution) => Err(Problem::refused(
            "already-solved",
            format!("{id} was solved at {}: {}", solution.made.at, solution.text),
        )
        .remedy(format!("jobbook ticket decline {id} \"…\", if the client is not content"))
        .remedy(format!("jobbook job reopen {id} --reason \"…\", if it is closed"))),
        None => Ok(()),
    }
}

fn not_a_ticket(id: &Id) -> Problem {
    Problem::refused("not-a-ticket", format!("{id} is no ticket: its workflow has no service clocks"))
        .remedy("jobbook ticket list")
        .remedy(format!("jobbook job show {id}"))
}
