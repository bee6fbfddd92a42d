//! `jobbook ticket resolve`, `review`, `approve`, `decline`, `close` (S07).

use clap::Args;

use crate::book::Work;
use crate::cli::session::Session;
use crate::domain::contact::Channel;
use crate::domain::event::Event;
use crate::domain::ticket::Answer;
use crate::problem::{Outcome, Problem};

/// `jobbook ticket resolve`
#[derive(Debug, Args)]
#[command(after_help = "\
A letter to the client is laid into the outbox: what was done, and whether it is as they expected.

Example:
  jobbook ticket resolve 17 \"Reset the password and showed how it is done\"")]
pub struct Resolve {
    /// The ticket: 17, J-2026-00017, or words
    ticket: String,
    /// What was done, as the client reads it
    text: String,
    /// Prepare no letter: the client knows
    #[arg(long)]
    no_letter: bool,
}

/// `jobbook ticket review`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  jobbook ticket review 17 --note \"tried it with a second account\"
  jobbook ticket review 17 --back \"the old password still works\"")]
pub struct ReviewArgs {
    /// The ticket
    ticket: String,
    /// What is worth saying
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// It is not good yet: what is missing
    #[arg(long, value_name = "TEXT")]
    back: Option<String>,
}

/// `jobbook ticket approve`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook ticket approve 17 --who \"Pia Kettle\" --how call")]
pub struct Approve {
    /// The ticket
    ticket: String,
    /// Who says so
    #[arg(long, value_name = "NAME")]
    who: String,
    /// By which way: email, call, text, chat, whatsapp, portal, visit, other
    #[arg(long, value_name = "CHANNEL")]
    how: Channel,
    /// What was said
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// `jobbook ticket decline`
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  jobbook ticket decline 17 \"The second till still does not start\" --who Pia --how call"
)]
pub struct Decline {
    /// The ticket
    ticket: String,
    /// What is still wrong
    reason: String,
    /// Who says so
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
    /// By which way: email, call, text, chat, whatsapp, portal, visit, other
    #[arg(long, value_name = "CHANNEL")]
    how: Option<Channel>,
}

/// `jobbook ticket close`
#[derive(Debug, Args)]
#[command(after_help = "\
The workflow says what must be there before. The client is asked for feedback; by mail a letter is laid into the outbox.

Examples:
  jobbook ticket close 17
  jobbook ticket close 17 --ask call
  jobbook ticket close 17 --dont-ask \"asked last week\"")]
pub struct Close {
    /// The ticket
    ticket: String,
    /// By which way the client is asked for feedback
    #[arg(long, value_name = "CHANNEL", default_value = "email")]
    ask: Channel,
    /// Why the client is not asked
    #[arg(long, value_name = "REASON", conflicts_with = "ask")]
    dont_ask: Option<String>,
}

impl Resolve {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.ticket)?;
        session.refuse_secrets([self.text.as_str()])?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            let event = work.job.solve(work.change.stamp(), self.text.clone())?;
            work.done("solved");
            work.happened(event)?;
            if !self.no_letter {
                work.tell_of_solution()?;
            }
            tell_of_linked(work, "resolve {} \"…\"")
        })
    }
}

/// Names the open tickets that belong to this one: what solves the incident solves them.
fn tell_of_linked(work: &mut Work<'_, '_>, verb: &str) -> Outcome<()> {
    for linked in work.book().open_jobs_from(&work.job.id)? {
        work.tell(format!("belongs to it: jobbook ticket {}", verb.replace("{}", linked.as_str())));
    }
    Ok(())
}

impl ReviewArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.ticket)?;
        session.refuse_secrets(self.note.as_deref().into_iter().chain(self.back.as_deref()))?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            let own = work.job.ticket()?.solution().is_some_and(|one| one.made.by == work.stamp().by);
            let event = work.job.review(work.change.stamp(), self.note.clone(), self.back.clone())?;
            work.done(if self.back.is_some() {
                "looked at, and sent back"
            } else {
                "looked at, and found good"
            });
            if own {
                work.tell("solved and looked at by the same person");
            }
            work.happened(event)
        })
    }
}

impl Approve {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.ticket)?;
        session.refuse_secrets([self.who.as_str()].into_iter().chain(self.note.as_deref()))?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            let answer = Answer {
                made: work.stamp().clone(),
                who: Some(self.who.clone()),
                channel: Some(self.how),
                note: self.note.clone(),
                back: None,
            };
            let event = work.job.client_looked(work.change.stamp(), answer)?;
            work.done(format!("the client says by {} that it is solved", self.how));
            work.happened(event)?;
            work.tell(format!("to close it: jobbook ticket close {}", work.job.id));
            Ok(())
        })
    }
}

impl Decline {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.ticket)?;
        session.refuse_secrets([self.reason.as_str()].into_iter().chain(self.who.as_deref()))?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            let answer = Answer {
                made: work.stamp().clone(),
                who: self.who.clone(),
                channel: self.how,
                note: None,
                back: Some(self.reason.clone()),
            };
            let event = work.job.client_looked(work.change.stamp(), answer)?;
            work.done("the client says that it is not solved: the clock runs again");
            work.happened(event)
        })
    }
}

impl Close {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.ticket)?;
        session.refuse_secrets(self.dont_ask.as_deref())?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            work.job.ticket()?;
            work.ask_feedback(self.ask, self.dont_ask.clone())?;
            work.happened(Event::TicketClosed)?;
            if !work.book().rules().is_closed(&work.job) {
                return Err(Problem::refused(
                    "not-closed",
                    format!("nothing leads from \"{}\" to the end when a ticket is closed", work.job.stage),
                )
                .because(format!("workflow {} says so", work.job.workflow))
                .remedy(format!("jobbook why {}", work.job.id))
                .into());
            }
            work.done("closed");
            tell_of_linked(work, "close {}")
        })
    }
}
