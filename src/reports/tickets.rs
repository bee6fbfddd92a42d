//! Tickets with what the clocks say: most severe first, then by what is due first.

use std::cmp::Ordering;

use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::reports::whole::Whole;
use crate::rules::facts::Facts;
use crate::rules::rulebook::Rulebook;
use crate::rules::service::{Clock, clocks, owner};

/// A ticket.
#[derive(Debug, Clone)]
pub struct TicketRow<'a> {
    /// The job.
    pub job: &'a Job,
    /// Its client.
    pub client: &'a Client,
    /// What the client is owed, by the clock.
    pub clocks: Vec<Clock>,
    /// Who answers: a person, else the role that nobody has.
    pub owner: String,
    /// How severe its priority is; less is more.
    severity: usize,
}

impl<'a> TicketRow<'a> {
    /// A ticket as it stands at `now`.
    pub fn new(facts: Facts<'a>, now: Moment) -> TicketRow<'a> {
        let ticket = facts.job.ticket.as_ref();
        let priority = ticket.and_then(|ticket| ticket.priority()).unwrap_or("");
        TicketRow {
            job: facts.job,
            client: facts.client,
            clocks: clocks(facts),
            owner: present(facts.office, &owner(facts), now),
            severity: facts.office.service.severity(priority),
        }
    }

    fn open_clocks(&self) -> impl Iterator<Item = &Clock> {
        self.clocks.iter().filter(|clock| clock.met.is_none() && clock.stopped.is_none())
    }

    /// What is due first of what is still owed.
    pub fn due(&self) -> Option<Moment> {
        self.open_clocks().filter_map(Clock::due).min()
    }

    /// Whether an answer or solution is late.
    pub fn is_late(&self, now: Moment) -> bool {
        self.due().is_some_and(|due| due <= now)
    }

    /// Its priority, once it has one.
    pub fn priority(&self) -> Option<&'a str> {
        self.job.ticket.as_ref().and_then(|ticket| ticket.priority())
    }

    /// Its category, once it has one.
    pub fn category(&self) -> Option<&'a str> {
        self.job.ticket.as_ref().and_then(|ticket| ticket.category.as_deref())
    }

    /// The order of lists.
    pub fn order(&self, other: &TicketRow<'_>) -> Ordering {
        let key = |row: &TicketRow<'_>| (row.severity, row.due().is_none(), row.due());
        key(self).cmp(&key(other)).then_with(|| self.job.id.cmp(&other.job.id))
    }
}

/// Who that is on that day: the role's person, else the role that nobody has.
pub fn present(office: &Office, who: &str, at: Moment) -> String {
    let member = office.person_for(who, at.date(office.zone()));
    member.map_or_else(|| who.to_string(), |member| member.name.clone())
}

/// Whether jobs under that workflow are tickets.
pub fn is_for_tickets(rules: &Rulebook, workflow: &str) -> bool {
    rules.workflows.get(workflow).is_some_and(|workflow| workflow.is_service())
}

/// The open tickets.
pub fn open_tickets<'a>(whole: &'a Whole<'a>) -> Vec<TicketRow<'a>> {
    let is_open = |job: &&Job| is_for_tickets(whole.rules, &job.workflow) && !whole.rules.is_closed(job);
    let row = |job: &'a Job| Some(TicketRow::new(whole.facts(job)?, whole.now));
    let mut rows: Vec<TicketRow<'a>> = whole.jobs.iter().filter(is_open).filter_map(row).collect();
    rows.sort_by(TicketRow::order);
    rows
}
