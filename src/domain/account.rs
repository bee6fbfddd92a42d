//! What was billed and paid of one job: by its own invoices, and by those of its client that bill several jobs
//! together (E16; DECISIONS 13, 26).

use super::client::Client;
use super::id::{Id, Number};
use super::invoice::{Invoice, InvoiceKind, InvoiceLine};
use super::job::Job;
use super::ledger::Ledger;
use super::money::{Amount, Quantity};
use super::quote::{Line, LineRef};
use super::visit::Visit;
use crate::problem::Problem;

/// A job with everything that bills it.
#[derive(Debug, Clone, Copy)]
pub struct Account<'a> {
    pub(super) job: &'a Job,
    client: Option<&'a Client>,
}

/// An invoice that concerns a job, and the file that it stands in.
#[derive(Clone, Copy)]
pub struct Bill<'a> {
    /// The job's own file, or the client's.
    pub ledger: &'a dyn Ledger,
    /// The invoice.
    pub invoice: &'a Invoice,
}

/// An invoice, by the file that it stands in and its number there.
pub type At<'a> = (&'a Id, &'a Number);

impl<'a> Bill<'a> {
    /// Where it stands.
    pub fn at(&self) -> At<'a> {
        (self.ledger.id(), &self.invoice.n)
    }

    /// Whether it asks for money: neither void nor a draft nor taken back, and no credit note.
    pub fn is_asking(&self) -> bool {
        self.invoice.is_standing()
            && self.invoice.kind != InvoiceKind::Credit
            && !self.ledger.is_credited(self.invoice)
    }

    /// What is open on it.
    pub fn open(&self) -> Amount {
        self.invoice.number().map_or(Amount::ZERO, |number| self.ledger.open_on(number))
    }
}

impl Job {
    /// What was billed and paid of the job, also together with others in its client's file.
    pub fn account<'a>(&'a self, client: &'a Client) -> Account<'a> {
        Account { job: self, client: Some(client) }
    }

    /// An invoice of the job's own file, as one that concerns it.
    ///
    /// # Errors
    /// `invoice-none`.
    pub fn own_bill(&self, n: &Number) -> Result<Bill<'_>, Problem> {
        Ok(Bill { ledger: self, invoice: self.invoice(n)? })
    }

    /// What is left to bill as far as the job's own invoices tell.
    pub(super) fn unbilled_here(&self) -> Vec<(LineRef, Line)> {
        Account { job: self, client: None }.unbilled(None)
    }
}

impl<'a> Account<'a> {
    /// Every invoice that concerns the job: its own, then those of its client with a line of it.
    pub fn bills(self) -> impl Iterator<Item = Bill<'a>> {
        let own = self.job.invoices.iter().map(move |invoice| Bill { ledger: self.job, invoice });
        let shared = self.client.into_iter().flat_map(move |client| {
            let of_job = move |invoice: &&Invoice| invoice.bills_job(&self.job.id);
            client.invoices.iter().filter(of_job).map(move |invoice| Bill { ledger: client, invoice })
        });
        own.chain(shared)
    }

    /// Lines that bill work of the job, drafts included, but for those of one invoice.
    pub(super) fn billed_lines(self, except: Option<At<'a>>) -> impl Iterator<Item = &'a InvoiceLine> {
        self.bills()
            .filter(move |bill| bill.ledger.bills_work(bill.invoice) && Some(bill.at()) != except)
            .flat_map(|bill| &bill.invoice.lines)
            .filter(move |line| line.job.as_ref().is_none_or(|job| *job == self.job.id))
    }

    /// How much of a quote's line other invoices bill, drafts included.
    pub(super) fn billed_elsewhere(self, line: u32, except: Option<At<'a>>) -> Quantity {
        let of_line =
            self.billed_lines(except).filter(|billed| billed.quote.is_some_and(|at| at.line == line));
        of_line.map(|billed| billed.qty).sum()
    }

    /// Whether an invoice stands that no credit takes back. A deposit alone bills no work.
    pub fn is_billed(self) -> bool {
        self.bills().any(|bill| bill.invoice.is_standing() && bill.ledger.bills_work(bill.invoice))
    }

    /// Whether anything was issued that was not taken back.
    pub fn is_invoiced(self) -> bool {
        self.bills().any(|bill| bill.invoice.is_standing())
    }

    /// Whether a standing invoice left the rest unbilled for a reason.
    pub fn is_waived(self) -> bool {
        self.bills()
            .map(|bill| bill.invoice)
            .any(|invoice| invoice.is_standing() && invoice.waived.is_some() && invoice.credits.is_none())
    }

    /// What is left to bill of the approved quote: its lines with the quantity still open.
    pub fn unbilled(self, except: Option<At<'a>>) -> Vec<(LineRef, Line)> {
        let held = self.job.approved_quote().filter(|_| self.job.quote_handed_on().is_none());
        let Some(quote) = held else { return Vec::new() };
        let left_of = |line: &Line| line.qty - self.billed_elsewhere(line.n, except);
        // What a plan carries out is billed by the month, for as long as it runs.
        let planned = self.job.plan.as_ref().and_then(|plan| plan.line);
        let lines = quote.counted_lines().into_iter().filter(|line| Some(line.n) != planned);
        lines
            .filter_map(|line| {
                let left = left_of(line);
                (left > Quantity::ZERO).then(|| {
                    let mut open = line.clone();
                    open.qty = left;
                    (LineRef { version: quote.version, line: line.n }, open)
                })
            })
            .collect()
    }

    /// Visits whose hours no invoice has, on a job that is billed by the work done; those of a plan are in its price.
    pub fn unbilled_hours(self) -> Vec<&'a Visit> {
        if self.job.approved_quote().is_some() {
            return Vec::new();
        }
        let is_billed = |visit: &Visit| {
            let mut lines = self.billed_lines(None);
            lines.any(|line| line.visit.as_ref() == Some(&visit.n) && line.part.is_none())
        };
        let worked = self.job.visits.iter().filter(|visit| visit.occurrence.is_none()).filter(|visit| {
            let hours = visit.outcome.as_ref().and_then(|outcome| outcome.hours);
            hours.is_some_and(|hours| !hours.is_zero())
        });
        worked.filter(|visit| !is_billed(visit)).collect()
    }

    /// The first invoice that has not gone out: a draft, or an issued one that nobody sent or submitted.
    pub fn held(self) -> Option<Bill<'a>> {
        self.bills().find(|bill| {
            let invoice = bill.invoice;
            invoice.voided.is_none() && !invoice.has_left()
        })
    }

    /// The first invoice on which something is open, in the client's file.
    pub fn unpaid_together(self) -> Option<Bill<'a>> {
        let own = &self.job.id;
        self.bills()
            .filter(|bill| bill.ledger.id() != own && bill.is_asking())
            .find(|bill| bill.open() > Amount::ZERO)
    }

    /// What the client owes for the job: in its own file, and its share of what is open on invoices over several jobs.
    pub fn balance(self) -> Amount {
        let together = self.bills().filter(|bill| *bill.ledger.id() != self.job.id && bill.is_asking());
        let shares = together.filter_map(|bill| {
            let shares = bill.invoice.shares(&bill.invoice.issued.as_ref()?.paper, bill.open());
            shares.into_iter().find(|(job, _)| *job == self.job.id)
        });
        self.job.balance() + shares.map(|(_, open)| open).sum::<Amount>()
    }

    /// Whether everything billed is paid.
    pub fn is_paid(self) -> bool {
        self.is_billed() && self.job.balance() <= Amount::ZERO && self.unpaid_together().is_none()
    }
}
