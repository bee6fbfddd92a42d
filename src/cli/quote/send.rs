//! `jobbook quote send`: the draft leaves the house (E08).

use clap::Args;

use super::terms::last_day;
use crate::cli::session::Session;
use crate::domain::quote::Via;
use crate::domain::typed::email;
use crate::problem::Outcome;

/// `jobbook quote send`
#[derive(Debug, Args)]
#[command(after_help = "\
By mail, a draft of the letter with the quote attached is laid into outbox/ready for a person
to send.

Examples:
  jobbook quote send 17
  jobbook quote send 17 --via hand --valid 14")]
pub struct Send {
    /// The job
    job: String,
    /// By which way: mail, print, hand, portal
    #[arg(long, value_name = "WAY", default_value = "mail")]
    via: Via,
    /// To which address, if not the job's contact
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
    /// Last day it can be accepted: a number of days from now, or a day
    #[arg(long, value_name = "DAYS")]
    valid: Option<String>,
}

impl Send {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (id, _) = book.find_quote(&self.job, None)?;
        let to = match (&self.to, self.via) {
            (Some(to), Via::Mail) => Some(email::address(to)?),
            (to, _) => to.clone(),
        };
        session.refuse_secrets(to.as_deref())?;
        let valid_until = self.valid.as_deref().map(|typed| last_day(session, &book, typed)).transpose()?;
        session.work(&book, &id, |work| {
            if valid_until.is_some() {
                work.job.quote_draft()?.valid_until = valid_until;
            }
            work.send_quote(self.via, to.clone())
        })
    }
}
