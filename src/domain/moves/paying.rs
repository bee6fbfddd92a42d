//! Payments: partial, over, on site; refunds (E19).

use chrono::NaiveDate;

use crate::domain::event::Event;
use crate::domain::id::Number;
use crate::domain::invoice::Invoice;
use crate::domain::ledger::Ledger;
use crate::domain::moment::Stamp;
use crate::domain::money::Amount;
use crate::domain::payment::{Method, Payment};
use crate::problem::Problem;

/// What is known of a payment.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// The day the money moved.
    pub date: NaiveDate,
    /// How much.
    pub amount: Amount,
    /// How.
    pub method: Method,
    /// Number of the invoice that it pays.
    pub invoice: Option<String>,
    /// Reference of bank or processor.
    pub reference: Option<String>,
    /// What the bank calls it.
    pub bank: Option<String>,
    /// Taken by the technician on site.
    pub on_site: bool,
    /// Why it went back, for a refund.
    pub refund: Option<String>,
    /// Anything worth knowing.
    pub note: Option<String>,
}

/// Money of a ledger.
pub trait Paying: Ledger {
    /// The invoice that a payment is for: the one named, else the oldest with something open; none when
    /// the money came before an invoice was issued.
    ///
    /// # Errors
    /// `invoice-none` when the named invoice does not stand in this file.
    fn invoice_to_pay(&self, number: Option<&str>) -> Result<Option<&Invoice>, Problem> {
        let standing =
            || self.invoices().iter().filter(|invoice| invoice.is_standing() && invoice.credits.is_none());
        match number {
            Some(number) => {
                standing().find(|invoice| invoice.number() == Some(number)).map(Some).ok_or_else(|| {
                    Problem::refused("invoice-none", format!("{} has no issued invoice {number}", self.id()))
                        .remedy(format!("jobbook invoice list {}", self.id()))
                })
            }
            None => Ok(standing()
                .find(|invoice| invoice.number().is_some_and(|number| self.open_on(number) > Amount::ZERO))
                .or_else(|| standing().next_back().filter(|_| !self.expects_more()))),
        }
    }

    /// Money that came before there was an invoice, such as on site, pays the one of this number.
    fn settle_early_money(&mut self, number: &str) {
        for payment in self.payments_mut().iter_mut().filter(|payment| payment.invoice.is_none()) {
            payment.invoice = Some(number.to_string());
        }
    }

    /// Records money that came in or went back.
    ///
    /// # Errors
    /// `amount-not-positive`; `invoice-none`; `refund-too-large` for more than was paid.
    fn record_payment(&mut self, stamp: &Stamp, receipt: Receipt, seat: &str) -> Result<Event, Problem> {
        let amount = receipt.amount.positive()?;
        let too_much = || {
            self.invoices().iter().find(|invoice| {
                invoice.number().is_some_and(|number| self.open_on(number).is_negative())
                    && invoice.credits.is_none()
            })
        };
        let overpaid = receipt.refund.as_ref().filter(|_| receipt.invoice.is_none()).and_then(|_| too_much());
        let invoice = match overpaid {
            Some(invoice) => Some(invoice),
            None => self.invoice_to_pay(receipt.invoice.as_deref())?,
        }
        .and_then(|invoice| invoice.number().map(str::to_string));
        if receipt.refund.is_some() {
            let paid: Amount = self.payments().iter().map(Payment::signed).sum();
            if amount > paid {
                return Err(Problem::refused(
                    "refund-too-large",
                    format!("{amount} cannot go back: only {paid} was paid on {}", self.id()),
                )
                .remedy(format!("jobbook payment list {}", self.id())));
            }
        }
        let n = Number::next(seat, self.payments().iter().map(|payment| &payment.n));
        self.payments_mut().push(Payment {
            n,
            made: stamp.clone(),
            date: receipt.date,
            amount,
            method: receipt.method,
            invoice,
            job: None,
            reference: receipt.reference,
            bank: receipt.bank,
            on_site: receipt.on_site,
            refund: receipt.refund,
            note: receipt.note,
        });
        Ok(Event::PaymentRecorded)
    }
}

impl<L: Ledger + ?Sized> Paying for L {}
