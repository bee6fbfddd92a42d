//! `invoice submit` and `invoice reject`: an invoice in the client's portal (E16).

use clap::Args;

use super::named;
use crate::book::submitting::{InPortals, Submitted};
use crate::cli::session::Session;
use crate::problem::Outcome;

/// `jobbook invoice submit`
#[derive(Debug, Args)]
#[command(after_help = "\
A draft is issued first. Where jobbook.toml describes the portal ([portal.NAME]), everything that it asks for and that is \
unmet is named, before a number is given: a number is used once there, even when it is rejected. Many invoices at once \
go by a sheet: jobbook export portal NAME.

Examples:
  jobbook invoice submit 17 --confirmation 884-221
  jobbook invoice submit 17 --confirmation 884-221 --despite \"Ms Hill opened the work order again\"")]
pub struct Submit {
    /// The job, the client whose jobs are billed together, or the number of an invoice
    job: String,
    /// Number of the invoice; the newest that did not go out when left out
    invoice: Option<String>,
    /// What the portal answered
    #[arg(long, value_name = "TEXT")]
    confirmation: Option<String>,
    /// Which portal; the client's when left out
    #[arg(long, value_name = "NAME")]
    portal: Option<String>,
    /// Why the portal takes it although something that it asks for is unmet
    #[arg(long, value_name = "WHY")]
    despite: Option<String>,
}

/// `jobbook invoice reject`
#[derive(Debug, Args)]
#[command(after_help = "\
The number is used up there: take the invoice back by a credit note, mend what was wrong, and bill it anew under a new \
number. jobbook tells the commands.

Example:
  jobbook invoice reject INV-2026-00003 --reason \"photo missing\"
  jobbook invoice credit INV-2026-00003 --reason \"rejected by the portal\"
  jobbook invoice new 17")]
pub struct Reject {
    /// The job, the client whose jobs are billed together, or the number of an invoice
    job: String,
    /// Number of the invoice; the newest in a portal when left out
    invoice: Option<String>,
    /// What the portal said
    #[arg(long)]
    reason: Option<String>,
}

impl Submit {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (holder, wanted) = named(session, &book, &self.job, self.invoice.as_ref())?;
        session.refuse_secrets(self.portal.as_deref())?;
        session.refuse_secrets(self.despite.as_deref())?;
        let given = self.confirmation.as_ref();
        let confirmation = session.needed_text(given, "What the portal answered", "--confirmation TEXT")?;
        let invoiced = session.invoicing(&book, &holder, |work| {
            let ledger = work.billed().ledger();
            let to_submit = ledger.invoices().iter().rev().find(|invoice| {
                invoice.voided.is_none() && invoice.submitted.is_none() && invoice.credits.is_none()
            });
            let n = match (&wanted, to_submit) {
                (None, Some(invoice)) => invoice.n,
                (wanted, _) => ledger.invoice_number(wanted.as_deref())?,
            };
            let told = Submitted {
                portal: self.portal.as_deref(),
                confirmation: &confirmation,
                despite: self.despite.as_deref(),
            };
            work.submit_invoice(&n, told)
        })?;
        session.answer_invoiced(&book, &invoiced);
        Ok(())
    }
}

impl Reject {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (holder, wanted) = named(session, &book, &self.job, self.invoice.as_ref())?;
        let reason = session.needed_text(self.reason.as_ref(), "What the portal said", "--reason \"…\"")?;
        let invoiced = session.invoicing(&book, &holder, |work| {
            let ledger = work.billed().ledger();
            let there = ledger.invoices().iter().rev().find(|invoice| invoice.submitted.is_some());
            let n = match (&wanted, there) {
                (None, Some(invoice)) => invoice.n,
                (wanted, _) => ledger.invoice_number(wanted.as_deref())?,
            };
            work.reject_invoice(&n, &reason)
        })?;
        session.answer_invoiced(&book, &invoiced);
        Ok(())
    }
}
