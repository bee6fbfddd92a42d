//! A ledger: the invoices and payments that stand in one file, a job's, or a client's for what is billed over
//! several jobs (DECISIONS 13).

use super::client::Client;
use super::id::{Id, Number};
use super::invoice::{Invoice, InvoiceKind};
use super::job::Job;
use super::money::Amount;
use super::payment::Payment;
use crate::problem::Problem;

/// The invoices and payments that stand in one file.
pub trait Ledger {
    /// Whose file it is.
    fn id(&self) -> &Id;
    /// Its invoices, in the order in which they were begun.
    fn invoices(&self) -> &[Invoice];
    /// The same, to be changed by moves.
    fn invoices_mut(&mut self) -> &mut Vec<Invoice>;
    /// Its payments.
    fn payments(&self) -> &[Payment];
    /// The same, to be changed by moves.
    fn payments_mut(&mut self) -> &mut Vec<Payment>;
    /// The command that makes the next invoice.
    fn billing_command(&self) -> String;
    /// Whether a further invoice is to be expected, so that more money than was billed is no mistake.
    fn expects_more(&self) -> bool;

    /// What was claimed and not yet paid; below zero when too much was paid.
    fn balance(&self) -> Amount {
        let claimed: Amount = self.invoices().iter().map(Invoice::claim).sum();
        let paid: Amount = self.payments().iter().map(Payment::signed).sum();
        claimed - paid
    }

    /// What is open on one invoice, by its printed number.
    fn open_on(&self, number: &str) -> Amount {
        let claim = self.numbered(number).map_or(Amount::ZERO, Invoice::claim);
        let credits = self.invoices().iter().filter(|invoice| invoice.credits.as_deref() == Some(number));
        let credited: Amount = credits.map(Invoice::claim).sum();
        let payments = self.payments().iter().filter(|payment| payment.invoice.as_deref() == Some(number));
        let paid: Amount = payments.map(Payment::signed).sum();
        claim + credited - paid
    }

    /// Whether a credit note takes the invoice back.
    fn is_credited(&self, invoice: &Invoice) -> bool {
        invoice.number().is_some_and(|number| {
            let takes_back =
                |other: &Invoice| other.is_standing() && other.credits.as_deref() == Some(number);
            self.invoices().iter().any(takes_back)
        })
    }

    /// Whether an invoice asks for a deposit, or takes such an invoice back.
    fn is_of_deposit(&self, invoice: &Invoice) -> bool {
        let is_deposit = |invoice: &Invoice| invoice.kind == InvoiceKind::Deposit;
        let credited = invoice.credits.as_deref().and_then(|number| self.numbered(number));
        is_deposit(invoice) || credited.is_some_and(is_deposit)
    }

    /// Whether it bills work: no deposit, no credit note, neither void nor taken back. Drafts count.
    fn bills_work(&self, invoice: &Invoice) -> bool {
        invoice.voided.is_none() && invoice.kind == InvoiceKind::Invoice && !self.is_credited(invoice)
    }

    /// The draft that waits, if there is one.
    fn draft(&self) -> Option<&Invoice> {
        self.invoices().iter().find(|invoice| invoice.is_draft())
    }

    /// The invoice of that printed number.
    fn numbered(&self, number: &str) -> Option<&Invoice> {
        self.invoices().iter().find(|invoice| invoice.number() == Some(number))
    }

    /// Numbers of issued deposits that no other standing invoice takes off.
    fn open_deposits(&self) -> Vec<String> {
        self.invoices()
            .iter()
            .filter(|invoice| invoice.kind == InvoiceKind::Deposit && invoice.is_standing())
            .filter(|invoice| !self.is_credited(invoice))
            .filter_map(|invoice| invoice.number().map(str::to_string))
            .filter(|number| {
                let takes_off = |other: &Invoice| other.voided.is_none() && other.deducts.contains(number);
                !self.invoices().iter().any(takes_off)
            })
            .collect()
    }

    /// The invoice of that number inside the file or that printed number; else the newest.
    ///
    /// # Errors
    /// `invoice-none`.
    fn invoice_number(&self, wanted: Option<&str>) -> Result<Number, Problem> {
        let invoices = self.invoices();
        let found = match wanted {
            Some(text) => invoices
                .iter()
                .find(|invoice| invoice.n.to_string() == text || invoice.number() == Some(text)),
            None => invoices.iter().rev().find(|invoice| invoice.voided.is_none()).or(invoices.last()),
        };
        found.map(|invoice| invoice.n).ok_or_else(|| {
            let message = match wanted {
                Some(text) => format!("{} has no invoice {text}", self.id()),
                None => format!("{} has no invoice yet", self.id()),
            };
            Problem::refused("invoice-none", message).remedy(self.billing_command())
        })
    }

    /// The invoice of that number inside the file.
    ///
    /// # Errors
    /// `invoice-none`.
    fn invoice(&self, n: &Number) -> Result<&Invoice, Problem> {
        let found = self.invoices().iter().find(|invoice| invoice.n == *n);
        found.ok_or_else(|| Problem::refused("invoice-none", format!("{} has no invoice {n}", self.id())))
    }

    /// The same, to be changed.
    ///
    /// # Errors
    /// `invoice-none`.
    fn invoice_mut(&mut self, n: &Number) -> Result<&mut Invoice, Problem> {
        let none = Problem::refused("invoice-none", format!("{} has no invoice {n}", self.id()));
        self.invoices_mut().iter_mut().find(|invoice| invoice.n == *n).ok_or(none)
    }
}

impl Ledger for Job {
    fn id(&self) -> &Id {
        &self.id
    }

    fn invoices(&self) -> &[Invoice] {
        &self.invoices
    }

    fn invoices_mut(&mut self) -> &mut Vec<Invoice> {
        &mut self.invoices
    }

    fn payments(&self) -> &[Payment] {
        &self.payments
    }

    fn payments_mut(&mut self) -> &mut Vec<Payment> {
        &mut self.payments
    }

    fn billing_command(&self) -> String {
        format!("jobbook invoice new {}", self.id)
    }

    fn expects_more(&self) -> bool {
        let last = self.invoices.iter().rev().find(|invoice| invoice.is_standing());
        self.draft().is_some()
            || last.is_none_or(|last| last.kind == InvoiceKind::Deposit)
            || !self.unbilled_here().is_empty()
            || self.agreed_plan().is_some_and(|plan| plan.is_running())
    }
}

impl Ledger for Client {
    fn id(&self) -> &Id {
        &self.id
    }

    fn invoices(&self) -> &[Invoice] {
        &self.invoices
    }

    fn invoices_mut(&mut self) -> &mut Vec<Invoice> {
        &mut self.invoices
    }

    fn payments(&self) -> &[Payment] {
        &self.payments
    }

    fn payments_mut(&mut self) -> &mut Vec<Payment> {
        &mut self.payments
    }

    fn billing_command(&self) -> String {
        format!("jobbook invoice run {}", self.id)
    }

    fn expects_more(&self) -> bool {
        self.draft().is_some() || !self.invoices.iter().any(Invoice::is_standing)
    }
}
