//! One invoice over several jobs of a client, in the client's file (E16; DECISIONS 13).

use super::invoicing::WorkPrices;
use crate::domain::client::Client;
use crate::domain::id::{Id, Number};
use crate::domain::invoice::{Basis, Invoice, InvoiceKind, InvoiceLine};
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::log::{Changed, What};
use crate::domain::moment::Stamp;
use crate::domain::quote::Quote;
use crate::problem::Problem;

/// What one job brings to an invoice over several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The job.
    pub job: Id,
    /// What its lines were made from.
    pub basis: Basis,
    /// All that is open of it.
    pub lines: Vec<InvoiceLine>,
    /// Its deposits that no invoice has taken off yet.
    pub deducts: Vec<String>,
}

impl Job {
    /// Everything of the job that is open to bill, for an invoice over several jobs.
    ///
    /// # Errors
    /// `invoice-draft-exists`; `quote-not-approved`; `discount-alone` for a quote with a discount on the whole;
    /// `nothing-to-bill`, `no-hour-price`.
    pub fn share(&self, work: &WorkPrices, client: &Client) -> Result<Share, Problem> {
        self.must_hold_its_quote()?;
        let account = self.account(client);
        let id = &self.id;
        if let Some(draft) = account.bills().find(|bill| bill.invoice.is_draft()) {
            let (holder, n) = (draft.ledger.id(), &draft.invoice.n);
            return Err(Problem::refused(
                "invoice-draft-exists",
                format!("a draft bills {id}: {n} of {holder}"),
            )
            .remedy(format!("jobbook invoice send {holder} {n}"))
            .remedy(format!("jobbook invoice void {holder} {n} --reason \"…\"")));
        }
        let (basis, lines) = match self.approved_quote() {
            Some(quote) => {
                quote.must_be_as_sent()?;
                if quote.discount.is_some() {
                    return Err(Problem::refused(
                        "discount-alone",
                        format!("the quote for {id} has a discount on the whole"),
                    )
                    .because("on an invoice over several jobs it would fall on all of them")
                    .remedy(format!("jobbook invoice new {id} --alone")));
                }
                (Basis::Quote, account.lines_from_quote(&[], false)?)
            }
            None if self.quotes.iter().any(Quote::is_waiting) && !self.emergency => {
                return Err(Problem::refused(
                    "quote-not-approved",
                    format!("the quote for {id} was not approved"),
                )
                .because("an invoice follows what the client approved")
                .remedy(format!("jobbook quote approve {id}")));
            }
            None => (Basis::Work, account.lines_from_work(work, false)?),
        };
        Ok(Share { job: id.clone(), basis, lines, deducts: self.open_deposits() })
    }
}

impl Client {
    /// Begins an invoice over several jobs.
    ///
    /// # Errors
    /// `nothing-to-bill` without any share.
    pub fn begin_consolidated(
        &mut self,
        stamp: &Stamp,
        shares: Vec<Share>,
        seat: &str,
    ) -> Result<Number, Problem> {
        if shares.is_empty() {
            return Err(Problem::refused(
                "nothing-to-bill",
                format!("no job of {} is to be billed", self.id),
            )
            .remedy(format!("jobbook job list --client {}", self.id)));
        }
        let by_quote = shares.iter().any(|share| share.basis == Basis::Quote);
        let by_plan = shares.iter().all(|share| share.basis == Basis::Plan);
        let n = Number::next(seat, self.invoices.iter().map(|invoice| &invoice.n));
        let mut lines: Vec<InvoiceLine> = Vec::new();
        let mut deducts = Vec::new();
        for share in shares {
            for line in share.lines {
                lines.push(InvoiceLine { n: lines.len() as u32 + 1, job: Some(share.job.clone()), ..line });
            }
            deducts.extend(share.deducts);
        }
        self.invoices.push(Invoice {
            deducts,
            is_final: !by_plan,
            ..Invoice::draft(
                n,
                InvoiceKind::Invoice,
                match (by_plan, by_quote) {
                    (true, _) => Basis::Plan,
                    (false, true) => Basis::Quote,
                    (false, false) => Basis::Work,
                },
                stamp.clone(),
                lines,
            )
        });
        Ok(n)
    }

    /// Money that came for a job before there was an invoice pays the one over several jobs: it moves here, and
    /// both files say so. Answers with how many payments moved.
    pub fn take_over(&mut self, job: &mut Job, stamp: &Stamp, number: &str, seat: &str) -> usize {
        let early: Vec<_> = job.payments.extract_if(.., |payment| payment.invoice.is_none()).collect();
        let count = early.len();
        for mut payment in early {
            let from = payment.n;
            payment.n = Number::next(seat, self.payments.iter().map(|payment| &payment.n));
            payment.invoice = Some(number.to_string());
            payment.job = Some(job.id.clone());
            let moved = Changed {
                field: format!("payment {from}"),
                from: Some(payment.amount.to_string()),
                to: Some(format!("payment {} of {}", payment.n, self.id)),
                because: Some(number.to_string()),
            };
            job.note(stamp, What::Changed(moved));
            self.payments.push(payment);
        }
        count
    }
}
