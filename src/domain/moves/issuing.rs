//! Invoices that leave the house, and that are taken back (E16, E17; DECISIONS 18).

use chrono::NaiveDate;

use super::order::not_before;
use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::invoice::{Dispatch, Invoice, InvoiceKind, Issued, Voided};
use crate::domain::ledger::Ledger;
use crate::domain::moment::Stamp;
use crate::domain::paper::Paper;
use crate::domain::quote::{Discount, Via};
use crate::problem::Problem;

/// Invoices of a ledger on their way.
pub trait Issuing: Ledger {
    /// Gives the draft its number and freezes it (DECISIONS 18).
    ///
    /// # Errors
    /// `invoice-issued`, `invoice-void`; `before-its-cause`.
    fn issue_invoice(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        number: String,
        date: NaiveDate,
        due: NaiveDate,
        paper: Paper,
    ) -> Result<Event, Problem> {
        let id = self.id().clone();
        let invoice = self.invoice_mut(n)?;
        if let Some(issued) = &invoice.issued {
            return Err(Problem::refused(
                "invoice-issued",
                format!("{id} has issued {} already", issued.number),
            )
            .remedy(format!("jobbook invoice render {id} --copy")));
        }
        must_not_be_void(invoice, &id)?;
        not_before(stamp, invoice.made.at, "the invoice was begun")?;
        let seal = paper.seal();
        invoice.issued = Some(Issued { made: stamp.clone(), number, date, due, paper, seal });
        Ok(Event::InvoiceIssued)
    }

    /// Notes that an issued invoice went out.
    ///
    /// # Errors
    /// `invoice-draft`, `invoice-void`.
    fn send_invoice(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        via: Via,
        to: Vec<String>,
    ) -> Result<Event, Problem> {
        let id = self.id().clone();
        let invoice = self.invoice_mut(n)?;
        must_be_as_issued(invoice, &id, stamp)?;
        invoice.sent.push(Dispatch { made: stamp.clone(), via, to });
        Ok(Event::InvoiceSent)
    }

    /// Takes an invoice back that never left the house; its number is kept.
    ///
    /// # Errors
    /// `invoice-left` once it was sent or submitted; `invoice-paid` when money came for it; `invoice-void`.
    fn void_invoice(&mut self, stamp: &Stamp, n: &Number, reason: String) -> Result<Event, Problem> {
        let id = self.id().clone();
        let payments = self.payments().to_vec();
        let invoice = self.invoice_mut(n)?;
        must_not_be_void(invoice, &id)?;
        if invoice.has_left() {
            return Err(Problem::refused("invoice-left", format!("invoice {n} of {id} has left the house"))
                .because("only an invoice that nobody has seen can be void")
                .remedy(format!("jobbook invoice credit {id} {n} --reason \"…\"")));
        }
        let number = invoice.number();
        if number.is_some() && payments.iter().any(|payment| payment.invoice.as_deref() == number) {
            return Err(Problem::refused("invoice-paid", format!("money came for invoice {n} of {id}"))
                .remedy(format!("jobbook invoice credit {id} {n} --reason \"…\"")));
        }
        invoice.voided = Some(Voided { made: stamp.clone(), reason });
        Ok(Event::InvoiceVoided)
    }

    /// Begins a credit note over the whole of an issued invoice.
    ///
    /// # Errors
    /// `invoice-draft`, `invoice-void`; `invoice-credited`.
    fn begin_credit(
        &mut self,
        stamp: &Stamp,
        n: &Number,
        reason: String,
        seat: &str,
    ) -> Result<Number, Problem> {
        let id = self.id().clone();
        let invoice = self.invoice(n)?.clone();
        must_not_be_void(&invoice, &id)?;
        let number = must_be_issued(&invoice, &id)?.number.clone();
        if self
            .invoices()
            .iter()
            .any(|other| other.credits.as_deref() == Some(&number) && other.voided.is_none())
        {
            return Err(Problem::refused("invoice-credited", format!("{number} was credited already"))
                .remedy(format!("jobbook invoice list {id}")));
        }
        let credit = Number::next(seat, self.invoices().iter().map(|invoice| &invoice.n));
        let mut lines = invoice.lines.clone();
        for line in &mut lines {
            line.price = -line.price;
        }
        let discount = match invoice.discount {
            Some(Discount::Amount(amount)) => Some(Discount::Amount(-amount)),
            other => other,
        };
        self.invoices_mut().push(Invoice {
            discount,
            waived: Some(reason),
            credits: Some(number),
            ..Invoice::draft(credit, InvoiceKind::Credit, invoice.basis, stamp.clone(), lines)
        });
        Ok(credit)
    }
}

impl<L: Ledger + ?Sized> Issuing for L {}

/// # Errors
/// `invoice-void`.
pub fn must_not_be_void(invoice: &Invoice, id: &crate::domain::id::Id) -> Result<(), Problem> {
    match &invoice.voided {
        Some(voided) => Err(Problem::refused(
            "invoice-void",
            format!("invoice {} of {id} is void: {}", invoice.n, voided.reason),
        )
        .remedy(format!("jobbook invoice new {id}"))),
        None => Ok(()),
    }
}

/// What leaves the office must be what was issued, byte for byte, and not before that.
///
/// # Errors
/// `invoice-void`, `invoice-draft`; what order and seal refuse.
pub fn must_be_as_issued(
    invoice: &Invoice,
    id: &crate::domain::id::Id,
    stamp: &Stamp,
) -> Result<(), Problem> {
    must_not_be_void(invoice, id)?;
    let issued = must_be_issued(invoice, id)?;
    not_before(stamp, issued.made.at, "the invoice was issued")?;
    issued.paper.must_match(&issued.seal)
}

/// # Errors
/// `invoice-draft`.
pub fn must_be_issued<'a>(invoice: &'a Invoice, id: &crate::domain::id::Id) -> Result<&'a Issued, Problem> {
    invoice.issued.as_ref().ok_or_else(|| {
        Problem::refused("invoice-draft", format!("invoice {} of {id} is still a draft", invoice.n))
            .remedy(format!("jobbook invoice send {id}"))
    })
}
