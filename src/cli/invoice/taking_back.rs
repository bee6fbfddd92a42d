//! `invoice credit` and `invoice void`: an invoice taken back, after or before it left the house.

use clap::Args;

use super::named;
use crate::cli::session::Session;
use crate::problem::Outcome;

/// `jobbook invoice credit`
#[derive(Debug, Args)]
#[command(after_help = "\
The credit note has a number of its own series and is issued at once; `invoice send` sends it.

Example:
  jobbook invoice credit 17 INV-2026-00003 --reason \"billed to the wrong site\"")]
pub struct Credit {
    /// The job, the client whose jobs are billed together, or the number of an invoice
    job: String,
    /// Number of the invoice; the newest when left out
    invoice: Option<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

/// `jobbook invoice void`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook invoice void 17 --reason \"line 2 was missing\"")]
pub struct Void {
    /// The job, the client whose jobs are billed together, or the number of an invoice
    job: String,
    /// Number of the invoice; the newest when left out
    invoice: Option<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

impl Credit {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (holder, wanted) = named(session, &book, &self.job, self.invoice.as_ref())?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        let invoiced = session.invoicing(&book, &holder, |work| {
            let ledger = work.billed().ledger();
            let newest =
                ledger.invoices().iter().rev().find(|one| one.is_standing() && one.credits.is_none());
            let n = match (&wanted, newest) {
                (None, Some(invoice)) => invoice.n,
                (wanted, _) => ledger.invoice_number(wanted.as_deref())?,
            };
            work.credit_invoice(&n, &reason).map(|_| ())
        })?;
        session.answer_invoiced(&book, &invoiced);
        Ok(())
    }
}

impl Void {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (holder, wanted) = named(session, &book, &self.job, self.invoice.as_ref())?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        let invoiced = session.invoicing(&book, &holder, |work| {
            let n = work.billed().ledger().invoice_number(wanted.as_deref())?;
            work.void_invoice(&n, &reason)
        })?;
        session.answer_invoiced(&book, &invoiced);
        Ok(())
    }
}
