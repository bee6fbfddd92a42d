//! What each person did, as far as the files tell (S12).

use std::collections::BTreeMap;

use serde::Serialize;

use super::income::incomes;
use super::owed::solved;
use super::whole::Whole;
use crate::domain::log::What;
use crate::domain::moment::Moment;
use crate::domain::money::{Amount, Quantity};
use crate::domain::period::Period;
use crate::rules::due::Due;

/// What one person did in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// Short name.
    pub name: String,
    /// Whether the team has them still.
    pub is_member: bool,
    /// Visits that ended with the work done.
    pub visits_done: usize,
    /// Visits that ended without.
    pub visits_incomplete: usize,
    /// Hours on visits, as far as somebody noted them.
    pub hours: Quantity,
    /// Tickets to which they gave the first answer.
    pub tickets_answered: usize,
    /// Tickets that they solved.
    pub tickets_solved: usize,
    /// Jobs that they brought to their end, without those given up.
    pub jobs_closed: usize,
    /// What is due of them and late now.
    pub late: usize,
    /// Invoiced in the period on jobs on whose team they are, without tax; each of several has all of it.
    pub revenue: Amount,
}

/// What everybody did in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Team {
    /// The days that it is about.
    pub period: Period,
    /// Up to when facts count.
    pub until: Moment,
    /// The members in the order of the team, then others that the files name.
    pub people: Vec<Person>,
}

struct Tally<'a> {
    whole: &'a Whole<'a>,
    period: Period,
    people: BTreeMap<String, Person>,
}

impl Tally<'_> {
    fn person(&mut self, name: &str) -> &mut Person {
        let member = self.whole.rules.office.member(name).map(|member| member.name.clone());
        let is_member = member.is_some();
        let name = member.unwrap_or_else(|| name.to_string());
        self.people.entry(name.clone()).or_insert_with(|| Person {
            name,
            is_member,
            visits_done: 0,
            visits_incomplete: 0,
            hours: Quantity::ZERO,
            tickets_answered: 0,
            tickets_solved: 0,
            jobs_closed: 0,
            late: 0,
            revenue: Amount::ZERO,
        })
    }

    fn holds(&self, at: Moment) -> bool {
        self.period.holds(at, self.whole.rules.office.zone())
    }

    fn visits(&mut self) {
        for visit in self.whole.jobs.iter().flat_map(|job| &job.visits) {
            let (Some(outcome), Some(technician)) = (&visit.outcome, &visit.technician) else { continue };
            if !self.holds(outcome.made.at) {
                continue;
            }
            let person = self.person(technician);
            match outcome.incomplete {
                None => person.visits_done += 1,
                Some(_) => person.visits_incomplete += 1,
            }
            person.hours = person.hours + outcome.hours.unwrap_or(Quantity::ZERO);
        }
    }

    fn tickets(&mut self) {
        for job in self.whole.jobs {
            let Some(ticket) = &job.ticket else { continue };
            let said = ticket.responses.iter().map(|one| &one.made);
            let asked = ticket.waits.iter().map(|one| &one.from);
            let solutions = ticket.solutions.iter().map(|one| &one.made);
            let first = said.chain(asked).chain(solutions).min_by_key(|made| made.at);
            if let Some(first) = first.filter(|first| self.holds(first.at)) {
                self.person(&first.by).tickets_answered += 1;
            }
            for solution in solved(job) {
                if self.holds(solution.made.at) {
                    self.person(&solution.made.by).tickets_solved += 1;
                }
            }
        }
    }

    fn closed(&mut self) {
        for job in self.whole.jobs {
            let is_final = |stage: &str| self.whole.rules.is_final(&job.workflow, stage);
            let given_up = job.cancelled.as_ref().map(|cancelled| cancelled.made.at);
            // Of a job that was reopened only the last end counts.
            let ended = job.log.iter().rev().find(|entry| match &entry.what {
                What::Moved(moved) => is_final(&moved.to) && !moved.from.as_deref().is_some_and(is_final),
                _ => false,
            });
            let ended = ended.filter(|entry| {
                is_final(&job.stage) && given_up != Some(entry.stamp.at) && self.holds(entry.stamp.at)
            });
            if let Some(entry) = ended {
                self.person(&entry.stamp.by).jobs_closed += 1;
            }
        }
    }

    fn revenue(&mut self) {
        let period = self.period;
        for income in incomes(self.whole).iter().filter(|income| period.has(income.date)) {
            for (job, net) in &income.jobs {
                let mut names: Vec<&String> =
                    self.whole.job(job).into_iter().flat_map(|job| job.team.values()).collect();
                names.sort();
                names.dedup();
                for name in names {
                    let person = self.person(name);
                    person.revenue = person.revenue + *net;
                }
            }
        }
    }

    fn late(&mut self, dues: &[Due]) {
        let office = &self.whole.rules.office;
        let today = self.whole.now.date(office.zone());
        for due in dues.iter().filter(|due| due.at <= self.whole.now) {
            if let Some(member) = office.person_for(&due.owner, today) {
                self.person(&member.name).late += 1;
            }
        }
    }
}

/// What everybody did in the period; `dues` is what is due now.
pub fn team<'a>(whole: &'a Whole<'a>, period: Period, dues: &[Due]) -> Team {
    let mut tally = Tally { whole, period, people: BTreeMap::new() };
    let members: Vec<String> = whole.rules.office.team.iter().map(|member| member.name.clone()).collect();
    for name in &members {
        tally.person(name);
    }
    tally.visits();
    tally.tickets();
    tally.closed();
    tally.revenue();
    tally.late(dues);
    let place =
        |person: &Person| members.iter().position(|name| *name == person.name).unwrap_or(members.len());
    let digits = whole.rules.office.prices.currency.digits;
    let mut people: Vec<Person> = tally.people.into_values().collect();
    people.iter_mut().for_each(|person| person.revenue = person.revenue.rounded(digits));
    people.sort_by_key(place);
    let until = period.until(whole.now, whole.rules.office.zone());
    Team { period, until, people }
}
