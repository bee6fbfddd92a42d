//! Open tickets: most severe first, then by what is due first.

use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::reports::whole::Whole;
use crate::rules::service::{Clock, clocks, owner};

/// An open ticket.
#[derive(Debug, Clone)]
pub struct OpenTicket<'a> {
    /// The job.
    pub job: &'a Job,
    /// Its client.
    pub client: &'a Client,
    /// What the client is owed, by the clock.
    pub clocks: Vec<Clock>,
    /// Who answers: a person, else the role that nobody has.
    pub owner: String,
}

impl OpenTicket<'_> {
    /// What is due first of what is still owed.
    pub fn due(&self) -> Option<Moment> {
        let open = self.clocks.iter().filter(|clock| clock.met.is_none() && clock.stopped.is_none());
        open.filter_map(Clock::due).min()
    }

    /// Its priority, once it has one.
    pub fn priority(&self) -> Option<&str> {
        self.job.ticket.as_ref().and_then(|ticket| ticket.priority())
    }
}

/// The open tickets.
pub fn open_tickets<'a>(whole: &'a Whole<'a>) -> Vec<OpenTicket<'a>> {
    let office = &whole.rules.office;
    let today = whole.now.date(office.zone());
    let is_open = |job: &&Job| {
        whole.rules.workflows.get(&job.workflow).is_some_and(|workflow| workflow.is_service())
            && !whole.rules.is_closed(job)
    };
    let row = |job: &'a Job| {
        let facts = whole.facts(job)?;
        let role = owner(facts);
        let person = office.person_for(&role, today);
        let owner = person.map_or(role, |member| member.name.clone());
        Some(OpenTicket { job, client: facts.client, clocks: clocks(facts), owner })
    };
    let mut rows: Vec<OpenTicket<'a>> = whole.jobs.iter().filter(is_open).filter_map(row).collect();
    rows.sort_by_key(|row| {
        let due = row.due();
        (office.service.severity(row.priority().unwrap_or("")), due.is_none(), due, row.job.id.clone())
    });
    rows
}
