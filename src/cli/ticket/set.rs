//! `jobbook ticket set` and `assign` (S07, S08).

use clap::Args;

use crate::book::Work;
use crate::cli::session::Session;
use crate::domain::calendar::Span;
use crate::domain::moves::revising::{Revision, filled};
use crate::problem::{Outcome, Problem};
use crate::rules::workflow::definition::Concern;

/// `jobbook ticket set`
#[derive(Debug, Args)]
#[command(after_help = "\
A priority that is raised counts from now, but never longer than the one before would have; one that is lowered counts
from the beginning.

Examples:
  jobbook ticket set 17 --priority critical --reason \"now all tills are down\"
  jobbook ticket set 17 --estimate 3h --progress 60")]
pub struct Set {
    /// The ticket: 17, J-2026-00017, or words
    ticket: String,
    /// How urgent it is
    #[arg(long, value_name = "NAME")]
    priority: Option<String>,
    /// Why the priority changes
    #[arg(long, requires = "priority")]
    reason: Option<String>,
    /// What it is about
    #[arg(long, value_name = "NAME")]
    category: Option<String>,
    /// How long the work should take: 90m, 3h
    #[arg(long, value_name = "TIME", value_parser = estimate)]
    estimate: Option<Span>,
    /// How much of it is done, in per cent
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
    progress: Option<u8>,
}

/// `jobbook ticket assign`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook ticket assign 17 ben")]
pub struct Assign {
    /// The ticket
    ticket: String,
    /// Who answers it; empty for whoever has the role
    person: String,
}

/// Hours of work as typed.
pub(super) fn estimate(typed: &str) -> Result<Span, Problem> {
    match typed.parse()? {
        span @ Span::Elapsed(_) if !span.is_nothing() => Ok(span),
        _ => Err(Problem::usage("estimate", format!("\"{typed}\" is no time of work"))
            .remedy("give hours or minutes of work: 3h, 90m")),
    }
}

impl Set {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.ticket)?;
        session.refuse_secrets(self.reason.as_deref())?;
        let rules = &book.office().service;
        let priority = self.priority.as_deref().map(|typed| rules.known_priority(typed)).transpose()?;
        let category = self.category.as_deref().map(|typed| rules.known_category(typed)).transpose()?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            work.job.ticket()?;
            if let Some(priority) = priority {
                let stamp = work.stamp().clone();
                let before = work.job.prioritise(&stamp, &priority.name, self.reason.clone())?;
                let was = before.map_or(String::new(), |before| format!(", was {before}"));
                work.done(format!("priority {}{was}", priority.name));
            }
            let mut revision = Revision::default();
            if let Some(ticket) = &mut work.job.ticket {
                if let Some(category) = category {
                    revision.set_option("category", &mut ticket.category, Some(category.name.clone()));
                }
                if let Some(estimate) = self.estimate {
                    revision.set_option("estimate", &mut ticket.estimate, Some(estimate));
                }
                if let Some(progress) = self.progress {
                    revision.set_option("progress", &mut ticket.progress, Some(progress));
                }
            }
            let entries = revision.entries(work.change.stamp());
            work.job.log.extend(entries);
            for change in revision.changes() {
                work.done(change.sentence());
            }
            if category.is_some() {
                work.note_on_client();
            }
            if revision.is_empty() && priority.is_none() {
                work.tell("nothing changed");
            }
            work.look_again()
        })
    }
}

impl Assign {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.ticket)?;
        session.refuse_secrets([self.person.as_str()])?;
        session.work(&book, &id, |work| {
            work.job.ticket()?;
            assign(work, &self.person)
        })
    }
}

/// Names who answers a ticket: the person for the role that the workflow names for service.
///
/// # Errors
/// `workflow-unknown`.
pub(super) fn assign(work: &mut Work<'_, '_>, typed: &str) -> Outcome<()> {
    let book = work.book();
    let role = book.rules().workflow(&work.job)?.owner(Concern::Service, &work.job.stage);
    let person = filled(typed).map(|typed| {
        let found = book.office().team.iter().find(|member| {
            member.name.eq_ignore_ascii_case(&typed) || member.full_name.eq_ignore_ascii_case(&typed)
        });
        if found.is_none() {
            work.tell(format!("{typed} does not stand in team.toml"));
        }
        found.map_or(typed, |member| member.name.clone())
    });
    let was = match &person {
        Some(person) => work.job.team.insert(role.clone(), person.clone()),
        None => work.job.team.remove(&role),
    };
    let field = format!("team.{role}");
    if work.job.log_change(work.change.stamp(), &field, was, person.clone(), None) {
        let who = person.unwrap_or_else(|| format!("whoever has the role {role}"));
        work.done(format!("answered by {who}"));
    } else {
        work.tell("whoever answers it stays");
    }
    Ok(())
}
