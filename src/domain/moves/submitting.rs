//! Invoices in portals of clients: submitted, and turned down (E16).

use super::issuing::{must_be_as_issued, must_be_issued, must_not_be_void};
use super::order::not_before;
use crate::domain::destination::Destination;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::invoice::{Rejection, Submission};
use crate::domain::ledger::Ledger;
use crate::domain::moment::Stamp;
use crate::domain::quote::Via;
use crate::problem::Problem;

/// Invoices of a ledger in portals.
pub trait Submitting: Ledger {
    /// Notes what the client's portal confirmed (E16).
    ///
    /// # Errors
    /// `invoice-draft`, `invoice-void`, `invoice-submitted`.
    fn submit_invoice(&mut self, n: &Number, submission: Submission) -> Result<Event, Problem> {
        let id = self.id().clone();
        let invoice = self.invoice_mut(n)?;
        must_be_as_issued(invoice, &id, &submission.made)?;
        if let Some(earlier) = &invoice.submitted {
            return Err(Problem::refused(
                "invoice-submitted",
                format!(
                    "it was submitted in {} at {}: {}",
                    earlier.portal, earlier.made.at, earlier.confirmation
                ),
            )
            .remedy(format!("jobbook invoice show {id} {n}"))
            .remedy(format!(
                "jobbook invoice reject {id} {n} --reason \"…\", if the portal turned it down"
            )));
        }
        invoice.submitted = Some(submission);
        Ok(Event::InvoiceSubmitted)
    }

    /// Notes that a portal turned the invoice down: it stands there no longer, and its number is used up. `called` is
    /// the client's portal, for an invoice that went by that way and was not noted as submitted.
    ///
    /// # Errors
    /// `invoice-draft`, `invoice-void`; `invoice-not-submitted`.
    fn reject_invoice(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        called: Option<&str>,
        reason: String,
    ) -> Result<Event, Problem> {
        let id = self.id().clone();
        let invoice = self.invoice_mut(n)?;
        must_not_be_void(invoice, &id)?;
        let issued = must_be_issued(invoice, &id)?;
        not_before(stamp, issued.made.at, "the invoice was issued")?;
        let last = invoice.rejected.last().map(|rejection| rejection.made.at);
        let is_new = |made: &Stamp| last.is_none_or(|last| last < made.at);
        let pushes = invoice.pushed.iter().rev().filter(|push| is_new(&push.made));
        let in_file = pushes.filter_map(|push| match &push.to {
            Destination::Portal(name) => Some(name.as_str()),
            Destination::Program(_) => None,
        });
        let sent = invoice.sent.iter().any(|sent| sent.via == Via::Portal && is_new(&sent.made));
        let by_way = called.filter(|_| sent).into_iter().chain(in_file).next();
        let noted = invoice.submitted.as_ref().map(|submission| submission.portal.clone());
        let Some(portal) = noted.or_else(|| Some(called.unwrap_or(by_way?).to_string())) else {
            let number = &issued.number;
            return Err(Problem::refused(
                "invoice-not-submitted",
                match invoice.rejection() {
                    Some(rejection) => format!("{number} was turned down by {} already", rejection.portal),
                    None => format!("{number} of {id} stood in no portal"),
                },
            )
            .remedy(format!("jobbook invoice show {id} {n}")));
        };
        let submitted = invoice.submitted.take();
        invoice.rejected.push(Rejection { made: stamp.clone(), portal, reason, submitted });
        Ok(Event::InvoiceRejected)
    }
}

impl<L: Ledger + ?Sized> Submitting for L {}
