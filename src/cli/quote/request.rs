//! `jobbook quote request`: a supplier or an in-house expert is asked (E06).

use clap::{Args, ValueEnum};

use crate::cli::session::Session;
use crate::domain::id::Number;
use crate::domain::quote::SourceKind;
use crate::domain::typed::email;
use crate::problem::Outcome;

/// `jobbook quote request`
#[derive(Debug, Args)]
#[command(after_help = "\
The letter is prepared in the outbox when a mail address is known; else it says whom to call.
Either way a due item asks again after the time that jobbook.toml says under [requests].

Examples:
  jobbook quote request 17 supplier \"Hinge & Co\" --email sales@hinge.example \"Two closers, silver\"
  jobbook quote request 17 expert mo \"Does the old frame carry the new door?\"
  jobbook quote line 17 add \"Closer\" --qty 2 --cost 48.20 --markup 25 --part --request 1
  jobbook quote request 17 --answered 2      no line came of it")]
pub struct Request {
    /// The job
    job: String,
    /// Who is asked
    #[arg(value_name = "KIND", required_unless_present = "answered")]
    kind: Option<Helper>,
    /// Name of the supplier, or of the expert as in team.toml
    #[arg(required_unless_present = "answered")]
    name: Option<String>,
    /// What is asked
    #[arg(value_name = "WHAT", required_unless_present = "answered")]
    text: Option<String>,
    /// This request was answered without a line, or is waited for no more
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["kind", "name", "text", "email"])]
    answered: Option<Number>,
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
        if let Some(n) = &self.answered {
            return session.work(&book, &id, |work| {
                work.job.answer_request(work.stamp(), n)?;
                work.done(format!("request {n} settled"));
                Ok(())
            });
        }
        let (name, text) = (self.name.as_deref().unwrap_or(""), self.text.as_deref().unwrap_or(""));
        session.refuse_secrets([name, text])?;
        let address = self.email.as_deref().map(email::address).transpose()?;
        let kind = match self.kind {
            Some(Helper::Expert) => SourceKind::Expert,
            _ => SourceKind::Supplier,
        };
        session.work(&book, &id, |work| work.ask_for_quote(kind, name, address.clone(), text))
    }
}
