//! `invoice send`: the paper leaves the house; a draft is issued first (E16, E17).

use clap::Args;

use super::{named, to_go_out};
use crate::cli::session::Session;
use crate::domain::quote::Via;
use crate::domain::typed::email;
use crate::problem::Outcome;

/// `jobbook invoice send`
#[derive(Debug, Args)]
#[command(after_help = "\
Refused while the invoice is not what the client approved, or while something is missing that the client \
asks for. By mail it goes to the client's address for invoices, as a draft in the outbox.

Example:
  jobbook invoice send 17\n  jobbook invoice send 17 --via print")]
pub struct Send {
    /// The job, the client whose jobs are billed together, or the number of an invoice
    job: String,
    /// Number of the invoice; the newest that did not go out when left out
    invoice: Option<String>,
    /// By which way: mail, print, hand or portal
    #[arg(long, default_value = "mail")]
    via: Via,
    /// Another address than the client's
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
}

impl Send {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (holder, wanted) = named(session, &book, &self.job, self.invoice.as_ref())?;
        session.refuse_secrets(self.to.as_deref())?;
        let to = match (&self.to, self.via) {
            (Some(to), Via::Mail) => Some(email::address(to)?),
            (to, _) => to.clone(),
        };
        let invoiced = session.invoicing(&book, &holder, |work| {
            let n = to_go_out(work.billed().ledger(), wanted.as_deref())?;
            work.send_invoice(&n, self.via, to)
        })?;
        session.answer_invoiced(&book, &invoiced);
        Ok(())
    }
}
