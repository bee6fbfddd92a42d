//! Invoices: drafts until they are issued, then frozen under a number that is never given again.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::destination::Destination;
use super::id::{Id, Number};
use super::job::Job;
use super::journal::LineKind;
use super::moment::Stamp;
use super::money::{Amount, Percent, Quantity};
use super::month::Month;
use super::paper::Paper;
use super::quote::{Discount, LineRef, Via};

choice! {
    /// What an invoice is.
    InvoiceKind {
        Invoice = "invoice",
        Deposit = "deposit",
        Credit = "credit",
    }
}

choice! {
    /// What an invoice was made from.
    Basis {
        Quote = "quote",
        Work = "work",
        Plan = "plan",
    }
}

/// An invoice, from draft to the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Invoice {
    /// Number inside the file; the printed number is given when it is issued.
    #[serde(rename = "number")]
    pub n: Number,
    /// What it is.
    pub kind: InvoiceKind,
    /// What it was made from: the approved quote, or visits and parts (E07).
    pub basis: Basis,
    /// When and by whom it was begun.
    pub made: Stamp,
    /// Its positions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<InvoiceLine>,
    /// Taken off the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    /// Numbers of issued deposit invoices that this one takes off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deducts: Vec<String>,
    /// Nothing is left to bill after this one.
    #[serde(default, skip_serializing_if = "super::client::is_false", rename = "final")]
    pub is_final: bool,
    /// Why something of the quote is left unbilled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waived: Option<String>,
    /// Number of the invoice that a credit takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credits: Option<String>,
    /// Number, date and content, frozen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Issued>,
    /// Each time it was sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<Dispatch>,
    /// Submitted in the client's portal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted: Option<Submission>,
    /// Each time that a portal turned it down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rejected: Vec<Rejection>,
    /// Each time it was handed to a bookkeeping program or a portal in a file (T07).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pushed: Vec<Push>,
    /// Taken back before it left the house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voided: Option<Voided>,
}

choice! {
    /// A bookkeeping program that takes invoices.
    Bookkeeping {
        QuickBooks = "quickbooks",
        QuickBooksDesktop = "quickbooks-desktop",
    }
}

impl Bookkeeping {
    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Bookkeeping::QuickBooks => "QuickBooks",
            Bookkeeping::QuickBooksDesktop => "QuickBooks Desktop",
        }
    }

    /// The word after `jobbook export` that hands over to it.
    pub fn command(self) -> &'static str {
        match self {
            Bookkeeping::QuickBooks => "quickbooks",
            Bookkeeping::QuickBooksDesktop => "iif",
        }
    }

    /// Whether a file can bring it credit notes.
    pub fn takes_credits(self) -> bool {
        self == Bookkeeping::QuickBooksDesktop
    }
}

/// A handing over to a bookkeeping program or a portal, in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Push {
    /// When and by whom.
    pub made: Stamp,
    /// Where to.
    pub to: Destination,
    /// Name of the file.
    pub file: String,
    /// SHA-256 of the file, as `sha256:…`.
    pub hash: String,
    /// When somebody saw that it arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Stamp>,
}

/// A position of an invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct InvoiceLine {
    /// Position.
    #[serde(rename = "number")]
    pub n: u32,
    /// The job, on a consolidated invoice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<Id>,
    /// The line of the approved quote that it bills.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<LineRef>,
    /// The visit that it bills.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<Number>,
    /// The part that it bills.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Number>,
    /// The month of the job's plan that it bills (T06).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Month>,
    /// Code of the price book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// What it is.
    pub text: String,
    /// How many.
    pub qty: Quantity,
    /// Of what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Price of one.
    pub price: Amount,
    /// Taken off the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Percent>,
    /// Tax code.
    pub tax: String,
}

/// Number, date and content of an issued invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Issued {
    /// When and by whom.
    pub made: Stamp,
    /// The printed number.
    pub number: String,
    /// The printed date.
    pub date: NaiveDate,
    /// The day by which it is to be paid.
    pub due: NaiveDate,
    /// Everything printed on it; never changes.
    pub paper: Paper,
    /// Hash over the values of `paper`.
    pub seal: String,
}

/// One sending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Dispatch {
    /// When and by whom.
    pub made: Stamp,
    /// By which way.
    pub via: Via,
    /// To whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<String>,
}

/// A submission in a client's portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Submission {
    /// When and by whom.
    pub made: Stamp,
    /// Which portal.
    pub portal: String,
    /// What the portal answered.
    pub confirmation: String,
    /// Why it was submitted although something that the portal asks for was unmet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<String>,
}

/// An invoice turned down by a portal: its number is used up there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Rejection {
    /// When and by whom it was noted.
    pub made: Stamp,
    /// Which portal.
    pub portal: String,
    /// What the portal said.
    pub reason: String,
    /// The submission that it ended, if one was noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted: Option<Submission>,
}

/// An invoice taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Voided {
    /// When and by whom.
    pub made: Stamp,
    /// Why.
    pub reason: String,
}

impl InvoiceLine {
    /// What it bills; `job` is the one whose work that is, if it is known.
    pub fn kind(&self, job: Option<&Job>) -> LineKind {
        let quoted = job.zip(self.quote).and_then(|(job, at)| {
            let quote = job.quotes.iter().find(|quote| quote.version == at.version)?;
            quote.lines.iter().find(|quoted| quoted.n == at.line)
        });
        if self.part.is_some() || quoted.is_some_and(|quoted| quoted.part) {
            LineKind::Part
        } else if self.period.is_some() {
            LineKind::Plan
        } else {
            LineKind::Work
        }
    }
}

impl Invoice {
    /// A draft with these lines, and nothing else yet.
    pub fn draft(
        n: Number,
        kind: InvoiceKind,
        basis: Basis,
        made: Stamp,
        lines: Vec<InvoiceLine>,
    ) -> Invoice {
        Invoice {
            n,
            kind,
            basis,
            made,
            lines,
            discount: None,
            deducts: Vec::new(),
            is_final: false,
            waived: None,
            credits: None,
            issued: None,
            sent: Vec::new(),
            submitted: None,
            rejected: Vec::new(),
            pushed: Vec::new(),
            voided: None,
        }
    }

    /// The printed number, once issued.
    pub fn number(&self) -> Option<&str> {
        self.issued.as_ref().map(|issued| issued.number.as_str())
    }

    /// Whether one of its lines bills `job`, on an invoice over several.
    pub fn bills_job(&self, job: &Id) -> bool {
        self.lines.iter().any(|line| line.job.as_ref() == Some(job))
    }

    /// The lines that bill `job`: all of them on an invoice of one job.
    pub fn lines_of(&self, job: &Id) -> impl Iterator<Item = &InvoiceLine> {
        self.lines.iter().filter(move |line| line.job.as_ref().is_none_or(|own| own == job))
    }

    /// What each job that is billed together adds to `amount`, by the amounts of its lines; together exactly
    /// `amount`. `paper` is this invoice as printed, with the same lines. None on an invoice of one job.
    pub fn shares(&self, paper: &Paper, amount: Amount) -> Vec<(Id, Amount)> {
        let jobs = self.jobs();
        let of_job = |job: &Id| -> Decimal {
            let printed = self.lines.iter().zip(&paper.lines);
            printed
                .filter(|(line, _)| line.job.as_ref() == Some(job))
                .map(|(_, line)| line.amount.decimal())
                .sum()
        };
        let weights: Vec<Decimal> = jobs.iter().map(of_job).collect();
        let shares = amount.split(&weights, paper.currency.digits);
        jobs.into_iter().zip(shares).collect()
    }

    /// What `job` adds to what is claimed: all of it on an invoice of one job.
    pub fn share(&self, job: &Id, paper: &Paper) -> Amount {
        let shares = self.shares(paper, paper.due);
        shares.into_iter().find(|(id, _)| id == job).map_or(paper.due, |(_, share)| share)
    }

    /// The jobs that it bills together, in the order of its lines; none on an invoice of one job.
    pub fn jobs(&self) -> Vec<Id> {
        let mut jobs: Vec<Id> = Vec::new();
        for job in self.lines.iter().filter_map(|line| line.job.as_ref()) {
            if !jobs.contains(job) {
                jobs.push(job.clone());
            }
        }
        jobs
    }

    /// The last time that it was handed to a program or a portal.
    pub fn push_to(&self, to: &Destination) -> Option<&Push> {
        self.pushed.iter().rev().find(|push| push.to == *to)
    }

    /// Whether somebody outside may have seen it: it was sent, or stood in a portal.
    pub fn has_left(&self) -> bool {
        !self.sent.is_empty() || self.submitted.is_some() || !self.rejected.is_empty()
    }

    /// Why a portal turned it down, if it stands in none since.
    pub fn rejection(&self) -> Option<&Rejection> {
        self.rejected.last().filter(|_| self.submitted.is_none())
    }

    /// Whether it may still be changed.
    pub fn is_draft(&self) -> bool {
        self.issued.is_none() && self.voided.is_none()
    }

    /// Whether it asks for money: issued and not taken back.
    pub fn is_standing(&self) -> bool {
        self.issued.is_some() && self.voided.is_none()
    }

    /// What the client owes on it, before payments: below zero for a credit, zero for a draft.
    pub fn claim(&self) -> Amount {
        match &self.issued {
            Some(issued) if self.voided.is_none() => issued.paper.due,
            _ => Amount::ZERO,
        }
    }

    /// One word for a list; whether it is paid is the job's to say.
    pub fn state(&self) -> &'static str {
        if self.voided.is_some() {
            "void"
        } else if self.submitted.is_some() {
            "submitted"
        } else if self.rejection().is_some() {
            "rejected"
        } else if !self.sent.is_empty() {
            "sent"
        } else if self.issued.is_some() {
            "issued"
        } else {
            "draft"
        }
    }
}
