//! Invoices handed to a bookkeeping program or a portal, each once (T07).

use super::issuing::{must_be_issued, must_not_be_void};
use crate::domain::destination::Destination;
use crate::domain::id::Number;
use crate::domain::invoice::Push;
use crate::domain::ledger::Ledger;
use crate::domain::moment::Stamp;
use crate::problem::Problem;

/// Invoices of a ledger that are handed over.
pub trait Pushing: Ledger {
    /// Notes that an issued invoice stands in a file for `to`.
    ///
    /// # Errors
    /// `invoice-draft`, `invoice-void`; `already-pushed` unless it is to go `again`.
    fn push_invoice(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        to: &Destination,
        file: &str,
        hash: &str,
        again: bool,
    ) -> Result<(), Problem> {
        let id = self.id().clone();
        let invoice = self.invoice_mut(n)?;
        must_not_be_void(invoice, &id)?;
        let issued = must_be_issued(invoice, &id)?;
        issued.paper.must_match(&issued.seal)?;
        let number = issued.number.clone();
        if let Some(before) = invoice.push_to(to).filter(|_| !again) {
            return Err(Problem::refused(
                "already-pushed",
                format!("{number} went to {} in {} at {}", to.title(), before.file, before.made.at),
            )
            .because("the other program takes a number twice without a word")
            .remedy(format!("jobbook export {} {number} --again, if it never arrived", to.command())));
        }
        let (made, file, hash) = (stamp.clone(), file.to_string(), hash.to_string());
        invoice.pushed.push(Push { made, to: to.clone(), file, hash, confirmed: None });
        Ok(())
    }

    /// Notes that somebody saw it there. Answers whether that was not known.
    ///
    /// # Errors
    /// `not-pushed`.
    fn confirm_push(&mut self, stamp: &Stamp, n: &Number, to: &Destination) -> Result<bool, Problem> {
        let id = self.id().clone();
        let invoice = self.invoice_mut(n)?;
        let number = invoice.number().unwrap_or("the draft").to_string();
        let last = invoice.pushed.iter_mut().rev().find(|push| push.to == *to);
        let Some(push) = last else {
            return Err(Problem::refused(
                "not-pushed",
                format!("{number} of {id} never went to {}", to.title()),
            )
            .remedy(format!("jobbook export {}", to.command())));
        };
        let is_new = push.confirmed.is_none();
        if is_new {
            push.confirmed = Some(stamp.clone());
        }
        Ok(is_new)
    }
}

impl<L: Ledger + ?Sized> Pushing for L {}
