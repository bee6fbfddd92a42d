//! Planning: `visit add`, `assign`, `notify`, `roll`, `cancel`.

use clap::Args;

use super::arrange::Arrangement;
use super::number_and;
use crate::book::Work;
use crate::cli::session::Session;
use crate::domain::contact::Channel;
use crate::domain::id::Number;
use crate::domain::visit::Purpose;
use crate::problem::{Outcome, Problem};

/// `jobbook visit add`
#[derive(Debug, Args)]
#[command(after_help = "\
Without a window the visit is noted as one to plan.

Examples:
  jobbook visit add 17 \"tomorrow 9-11\" --tech ben --notify email
  jobbook visit add 17 \"fri 10-11\" --kind remote --link https://meet.example/17 --skill expert --tech ana")]
pub struct Add {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// Arrival window: "tomorrow 9-11", "2026-03-05 13:00-15:00"
    window: Option<String>,
    /// Who goes: a technician of team.toml
    #[arg(long, value_name = "NAME")]
    tech: Option<String>,
    /// What it is for: work or assessment
    #[arg(long, default_value = "work")]
    purpose: Purpose,
    #[command(flatten)]
    arrangement: Arrangement,
    /// Tell the client at once: email, call, text, …
    #[arg(long, value_name = "CHANNEL", requires = "window")]
    notify: Option<Channel>,
    /// Why somebody goes who lacks a skill
    #[arg(long, requires = "tech")]
    reason: Option<String>,
}

/// `jobbook visit assign`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook visit assign 17 ben\n  jobbook visit assign 17 2 ben")]
pub struct Assign {
    /// The job
    job: String,
    /// Number of the visit, and who goes; the number may be left out when one visit is open
    #[arg(num_args = 1..=2, required = true, value_names = ["VISIT", "NAME"])]
    visit_and_name: Vec<String>,
    /// Why they go although they lack a skill that the visit asks for
    #[arg(long)]
    reason: Option<String>,
}

/// `jobbook visit notify`
#[derive(Debug, Args)]
#[command(after_help = "\
By mail a draft is laid into the outbox; by any other way somebody has told the client.

Example:
  jobbook visit notify 17 --channel call")]
pub struct Notify {
    /// The job
    job: String,
    /// Number of the visit; the open one when left out
    visit: Option<Number>,
    /// By which way; email when the client has an address, else call
    #[arg(long)]
    channel: Option<Channel>,
}

/// `jobbook visit roll`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook visit roll 17 \"next tue 13-15\" --reason \"parts late\"")]
pub struct Roll {
    /// The job
    job: String,
    /// Number of the visit, and the new window; the number may be left out when one visit is open
    #[arg(num_args = 1..=2, required = true, value_names = ["VISIT", "WINDOW"])]
    visit_and_window: Vec<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

/// `jobbook visit cancel`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook visit cancel 17 --reason \"client is on holiday\"")]
pub struct Cancel {
    /// The job
    job: String,
    /// Number of the visit; the open one when left out
    visit: Option<Number>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

impl Add {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.tech.as_deref().into_iter().chain(self.reason.as_deref()))?;
        self.arrangement.check(session)?;
        let window = self.window.as_deref().map(|typed| session.window(&book, typed)).transpose()?;
        let mut doubts = Vec::new();
        session.work(&book, &id, |work| {
            let seat = work.seat()?;
            let technician = self.tech.as_deref().map(|typed| book.technician(typed));
            let (n, event) =
                work.job.plan_visit(work.stamp(), self.purpose, window, technician.clone(), &seat);
            let how = self.arrangement.apply(work, &n)?;
            let how = if how.is_empty() { how } else { format!(", {how}") };
            let when = window.map_or("not planned yet".to_string(), |window| window.to_string());
            let who = technician.as_ref().map_or(String::new(), |name| format!(", {name} goes"));
            let what = if self.purpose == Purpose::Assessment { " (assessment)" } else { "" };
            let again = work.job.visit(&n)?.return_of.clone();
            let again = again.map_or(String::new(), |first| format!(", return visit of {first}"));
            work.done(format!("visit {n}{what}: {when}{how}{who}{again}"));
            if let Some(technician) = &technician {
                work.must_have_skills(&n, technician, self.reason.as_deref())?;
                doubts = book.doubts(technician, window, &id, &n)?;
            }
            match self.notify {
                Some(channel) => {
                    work.happened(event)?;
                    work.notify_client(&n, channel)
                }
                None => work.happened(event),
            }
        })?;
        tell(session, &doubts);
        Ok(())
    }
}

impl Assign {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let (visit, name) = number_and(&self.visit_and_name)?;
        session.refuse_secrets([name].into_iter().chain(self.reason.as_deref()))?;
        let mut doubts = Vec::new();
        session.work(&book, &id, |work| {
            let n = work.job.visit_number(visit.as_ref())?;
            let name = book.technician(name);
            let (before, event) = work.job.assign_visit(&n, name.clone())?;
            work.must_have_skills(&n, &name, self.reason.as_deref())?;
            let before = before.filter(|before| *before != name);
            let instead = before.map_or(String::new(), |before| format!(" instead of {before}"));
            work.done(format!("{name} goes on visit {n}{instead}"));
            doubts = book.doubts(&name, work.job.visit(&n)?.planned, &id, &n)?;
            work.happened(event)
        })?;
        tell(session, &doubts);
        Ok(())
    }
}

impl Notify {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.work(&book, &id, |work| {
            let n = work.job.visit_number(self.visit.as_ref())?;
            let channel = self.channel.unwrap_or_else(|| usual_channel(work));
            work.notify_client(&n, channel)
        })
    }
}

/// By mail when the client has an address, else by phone.
fn usual_channel(work: &Work<'_, '_>) -> Channel {
    let reached = work.client.contacts.iter().any(|contact| contact.email.is_some());
    if reached { Channel::Email } else { Channel::Call }
}

impl Roll {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let (visit, window) = number_and(&self.visit_and_window)?;
        let window = session.window(&book, window)?;
        session.refuse_secrets(self.reason.as_deref())?;
        let mut doubts = Vec::new();
        session.work(&book, &id, |work| {
            let n = work.job.visit_number(visit.as_ref())?;
            let before = work.job.visit(&n)?.planned;
            if before == Some(window) {
                return Err(Problem::refused("visit-same-time", format!("visit {n} is on {window} already"))
                    .remedy("give another day or time")
                    .into());
            }
            let event = work.job.roll_visit(work.stamp(), &n, window, self.reason.clone())?;
            let was = before.map_or(String::new(), |before| format!(", was {before}"));
            work.done(format!("visit {n} moved to {window}{was}"));
            if let Some(technician) = &work.job.visit(&n)?.technician {
                doubts = book.doubts(technician, Some(window), &id, &n)?;
            }
            work.happened(event)
        })?;
        tell(session, &doubts);
        Ok(())
    }
}

impl Cancel {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        session.work(&book, &id, |work| {
            let n = work.job.visit_number(self.visit.as_ref())?;
            let told = work.job.visit(&n)?.is_notified();
            let event = work.job.cancel_visit(work.stamp(), &n, reason.clone())?;
            work.done(format!("visit {n} will not take place"));
            if told {
                work.tell("the client was told of it: say that nobody comes");
            }
            work.happened(event)
        })
    }
}

/// Tells what speaks against what was done.
fn tell(session: &Session, doubts: &[Problem]) {
    for doubt in doubts {
        session.terminal.warn(doubt);
    }
}
