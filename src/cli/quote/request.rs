//! `jobbook quote request`: a supplier or an in-house expert is asked (E06).

use clap::{Args, ValueEnum};

use crate::cli::session::Session;
use crate::domain::quote::SourceKind;
use crate::domain::typed::email;
use crate::problem::Outcome;

/// `jobbook quote request`
#[derive(Debug, Args)]
#[command(after_help = "\
The letter is prepared in the outbox when a mail address is known; else it says whom to call. Either way a due item
asks again after the time that jobbook.toml says under [requests].

Examples:
  jobbook quote request 17 supplier \"Hinge & Co\" --email sales@hinge.example \"Two closers, silver\"
  jobbook quote request 17 expert mo \"Does the old frame carry the new door?\"
  jobbook quote line 17 add \"Closer\" --qty 2 --cost 48.20 --markup 25 --part --request 1")]
pub struct Request {
    /// The job
    job: String,
    /// Who is asked
    #[arg(value_name = "KIND")]
    kind: Helper,
    /// Name of the supplier, or of the expert as in team.toml
    name: String,
    /// What is asked
    #[arg(value_name = "WHAT")]
    text: String,
    /// Mail address; an expert's is known from team.toml
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
}

/// Who helps with a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Helper {
    /// Somebody who sells to the office
    Supplier,
    /// A colleague with the skill "expert"
    Expert,
}

impl Request {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (id, _) = book.find_quote(&self.job, None)?;
        session.refuse_secrets([self.name.as_str(), &self.text])?;
        let address = self.email.as_deref().map(email::address).transpose()?;
        let kind = match self.kind {
            Helper::Supplier => SourceKind::Supplier,
            Helper::Expert => SourceKind::Expert,
        };
        session.work(&book, &id, |work| work.ask_for_quote(kind, &self.name, address.clone(), &self.text))
    }
}
