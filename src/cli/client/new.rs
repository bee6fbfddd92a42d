//! `jobbook client new` and `client merge` (E03).

use clap::Args;

use super::particulars::{Chosen, ClientParticulars};
use crate::book::ClientWork;
use crate::cli::session::Session;
use crate::problem::{Outcome, Problem};

/// `jobbook client new`
#[derive(Debug, Args)]
#[command(after_help = "\
A client who seems to be there already is shown; off a terminal --force makes it all the same.
With a first contact, `jobbook contact new` makes client and job in one go.

Example:
  jobbook client new \"Copper Kettle\" --phone \"030 1234567\" --email desk@kettle.example --city Berlin")]
pub struct New {
    /// Name of the firm or person
    name: Option<String>,
    #[command(flatten)]
    particulars: ClientParticulars,
}

/// `jobbook client merge`
#[derive(Debug, Args)]
#[command(after_help = "\
Jobs, persons, places, papers, payments and the log move; rules of billing are taken over where the kept
client has none, and what differs is told. The merged ID goes on meaning the kept client.

Example:
  jobbook client merge C-0007 --into C-0003 --dry-run")]
pub struct Merge {
    /// The client that goes: C-0007, or words
    other: String,
    /// The client that stays
    #[arg(long, value_name = "CLIENT")]
    into: String,
}

impl New {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let chosen =
            self.particulars.collect(session, &book, self.name.as_deref(), "jobbook client show C-…")?;
        let new = match chosen {
            Chosen::New(new) => new,
            Chosen::Existing(id) => {
                return Err(Problem::refused(
                    "cancelled",
                    format!("{id} is there already, nothing was changed"),
                )
                .remedy(format!("jobbook client show {id}"))
                .into());
            }
        };
        let changed = session.change(&book, |change| {
            let client = new.make(change)?;
            let mut work = ClientWork::new(change, client);
            work.done("client opened");
            for told in &new.told {
                work.tell(told.as_str());
            }
            Ok(work.finish())
        })?;
        let next = format!("jobbook job new {} \"…\"", changed.value.client.id);
        session.answer_client(&changed, Some(("a job for this client", next)));
        Ok(())
    }
}

impl Merge {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let other = session.client(&book, &self.other)?;
        let kept = session.client(&book, &self.into)?;
        let changed = session.change(&book, |change| change.merge_clients(&other, &kept))?;
        session.answer_client(&changed, None);
        Ok(())
    }
}
