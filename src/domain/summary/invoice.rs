//! An invoice, as lists, aging and the invoices sheet show it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::packed;
use crate::domain::destination::Destination;
use crate::domain::id::{Id, Number};
use crate::domain::invoice::{Invoice, InvoiceKind};
use crate::domain::moment::Moment;
use crate::domain::money::Amount;
use crate::domain::payment::Payment;

/// An invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceSummary {
    /// Number inside the file.
    #[serde(with = "packed")]
    pub n: Number,
    /// The printed number, once issued.
    pub number: Option<String>,
    /// What it is.
    pub kind: InvoiceKind,
    /// `draft`, `issued`, `sent`, `submitted`, `rejected` or `void`; whether it is paid, `open` tells.
    pub state: String,
    /// The printed date.
    #[serde(with = "packed")]
    pub date: Option<NaiveDate>,
    /// The day by which it is to be paid.
    #[serde(with = "packed")]
    pub due_date: Option<NaiveDate>,
    /// Without tax, as issued.
    #[serde(with = "packed")]
    pub net: Option<Amount>,
    /// The tax, as issued.
    #[serde(with = "packed")]
    pub tax: Option<Amount>,
    /// With tax, as issued.
    #[serde(with = "packed")]
    pub gross: Option<Amount>,
    /// What it asks for: the total less deposits; below zero for a credit, zero for a void one.
    #[serde(with = "packed")]
    pub claim: Amount,
    /// What is still open on it; zero for a credit that was set off against its invoice.
    #[serde(with = "packed")]
    pub open: Amount,
    /// Currency of the amounts.
    pub currency: Option<String>,
    /// Number of the invoice that a credit takes back.
    pub credits: Option<String>,
    /// When it was sent first.
    #[serde(with = "packed")]
    pub sent: Option<Moment>,
    /// When it was submitted in the client's portal.
    #[serde(with = "packed")]
    pub submitted: Option<Moment>,
    /// The programs and portals that it was handed to.
    pub pushed: Vec<PushSummary>,
    /// The jobs that it bills together; none on an invoice of one job.
    pub shares: Vec<JobShare>,
}

/// The last handing over of an invoice to one program or portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushSummary {
    /// Where to.
    pub to: Destination,
    /// When.
    #[serde(with = "packed")]
    pub at: Moment,
    /// Whether somebody saw it there.
    pub arrived: bool,
}

/// What one job has of an invoice over several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobShare {
    /// The job.
    pub job: Id,
    /// Its part of what the invoice asks for.
    #[serde(with = "packed")]
    pub claim: Amount,
    /// Its part of what is still open.
    #[serde(with = "packed")]
    pub open: Amount,
}

impl InvoiceSummary {
    /// Every invoice of a file, each with what `payments` and the credits among them leave open on it.
    pub fn all(invoices: &[Invoice], payments: &[Payment]) -> Vec<InvoiceSummary> {
        invoices.iter().map(|invoice| InvoiceSummary::new(invoice, invoices, payments)).collect()
    }

    fn new(invoice: &Invoice, others: &[Invoice], payments: &[Payment]) -> InvoiceSummary {
        let issued = invoice.issued.as_ref();
        let totals = issued.map(|issued| &issued.paper.totals);
        let open = open(invoice, others, payments);
        let shares = issued.filter(|_| invoice.is_standing()).map_or_else(Vec::new, |issued| {
            let opens = invoice.shares(&issued.paper, open);
            let claims = invoice.shares(&issued.paper, invoice.claim());
            let both = claims.into_iter().zip(opens);
            both.map(|((job, claim), (_, open))| JobShare { job, claim, open }).collect()
        });
        let mut pushed: Vec<PushSummary> = Vec::new();
        for push in &invoice.pushed {
            pushed.retain(|earlier| earlier.to != push.to);
            let arrived = push.confirmed.is_some();
            pushed.push(PushSummary { to: push.to.clone(), at: push.made.at, arrived });
        }
        InvoiceSummary {
            n: invoice.n,
            number: invoice.number().map(str::to_string),
            kind: invoice.kind,
            state: invoice.state().to_string(),
            date: issued.map(|issued| issued.date),
            due_date: issued.map(|issued| issued.due),
            net: totals.map(|totals| totals.net),
            tax: totals.map(|totals| totals.gross - totals.net),
            gross: totals.map(|totals| totals.gross),
            claim: invoice.claim(),
            open,
            currency: issued.map(|issued| issued.paper.currency.code.clone()),
            credits: invoice.credits.clone(),
            sent: invoice.sent.first().map(|dispatch| dispatch.made.at),
            submitted: invoice.submitted.as_ref().map(|submission| submission.made.at),
            pushed,
            shares,
        }
    }

    /// Whether it was issued and not taken back.
    pub fn is_standing(&self) -> bool {
        self.number.is_some() && self.state != "void"
    }

    /// Whether something is still to be paid on it.
    pub fn is_open(&self) -> bool {
        !self.open.is_zero()
    }
}

/// Claim, less credits that name it, less payments that name it.
fn open(invoice: &Invoice, others: &[Invoice], payments: &[Payment]) -> Amount {
    if !invoice.is_standing() {
        return Amount::ZERO;
    }
    let stands =
        |number: &str| others.iter().any(|other| other.is_standing() && other.number() == Some(number));
    if invoice.credits.as_deref().is_some_and(stands) {
        return Amount::ZERO;
    }
    let Some(number) = invoice.number() else { return Amount::ZERO };
    let credited: Amount =
        others.iter().filter(|other| other.credits.as_deref() == Some(number)).map(Invoice::claim).sum();
    let paid: Amount = payments
        .iter()
        .filter(|payment| payment.invoice.as_deref() == Some(number))
        .map(Payment::signed)
        .sum();
    invoice.claim() + credited - paid
}
