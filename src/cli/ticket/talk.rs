//! `jobbook ticket respond`, `wait`, `resume` (S08).

use clap::Args;

use crate::cli::session::Session;
use crate::domain::contact::Channel;
use crate::problem::Outcome;

/// `jobbook ticket respond`
#[derive(Debug, Args)]
#[command(after_help = "\
The first answer stops the clock for it, and a level that was called in has answered with it.

Example:
  jobbook ticket respond 17 call \"Ben looks at it at once, and calls back by noon\"")]
pub struct Respond {
    /// The ticket: 17, J-2026-00017, or words
    ticket: String,
    /// email, call, text, chat, whatsapp, portal, visit or other
    channel: Channel,
    /// What was said
    text: String,
}

/// `jobbook ticket wait`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook ticket wait 17 \"Which browser, and since when?\"")]
pub struct Wait {
    /// The ticket
    ticket: String,
    /// What the client was asked
    text: String,
}

/// `jobbook ticket resume`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook ticket resume 17 --at \"today 10:40\"")]
pub struct Resume {
    /// The ticket
    ticket: String,
}

impl Respond {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.ticket)?;
        session.refuse_secrets([self.text.as_str()])?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            let is_first = work.job.ticket()?.first_answer().is_none();
            let event = work.job.respond(work.change.stamp(), self.channel, self.text.clone())?;
            let first = if is_first { "first answer" } else { "answer" };
            work.done(format!("{first} given by {}", self.channel));
            work.happened(event)
        })
    }
}

impl Wait {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.ticket)?;
        session.refuse_secrets([self.text.as_str()])?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            let is_first = work.job.ticket()?.first_answer().is_none();
            let event = work.job.wait_for_client(work.change.stamp(), self.text.clone())?;
            work.done("waiting for the client: the clock for the solution stands");
            if is_first {
                work.tell("the question is the first answer");
            }
            work.happened(event)
        })
    }
}

impl Resume {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.ticket)?;
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            let event = work.job.resume(work.change.stamp())?;
            work.done("goes on: the clock for the solution runs again");
            work.happened(event)
        })
    }
}
