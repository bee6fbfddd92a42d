//! Which open invoice a row of a bank statement pays. What is not certain is said, never guessed (E19).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::index::Contents;
use crate::domain::id::Id;
use crate::domain::money::Amount;
use crate::domain::summary::{InvoiceSummary, PaymentSummary};
use crate::domain::typed::name;

/// Money that came, as a bank tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The day.
    pub date: NaiveDate,
    /// How much.
    pub amount: Amount,
    /// Who paid.
    pub payer: String,
    /// What the payer wrote.
    pub reference: Option<String>,
    /// What the bank calls it, where it says so.
    pub bank: Option<String>,
}

/// What a row of a statement is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// It pays this invoice.
    Pays {
        /// The file that the invoice stands in.
        holder: Holder,
        /// Printed number of the invoice.
        invoice: String,
        /// What tells so.
        by: &'static str,
    },
    /// It was recorded before, in this file.
    Known(Id),
    /// It may pay one of several.
    Ambiguous(Vec<String>),
    /// Nothing tells what it pays, and why.
    Unmatched(String),
}

/// The file that an invoice stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// A job's.
    Job(Id),
    /// That of a client whose jobs are billed together.
    Client(Id),
}

impl Holder {
    /// Whose it is.
    pub fn id(&self) -> &Id {
        match self {
            Holder::Job(id) | Holder::Client(id) => id,
        }
    }
}

/// Invoices and payments of one file.
#[derive(Clone, Copy)]
struct Ledger<'c> {
    id: &'c Id,
    client: &'c Id,
    invoices: &'c [InvoiceSummary],
    payments: &'c [PaymentSummary],
}

impl Ledger<'_> {
    fn holder(self) -> Holder {
        if self.id == self.client { Holder::Client(self.id.clone()) } else { Holder::Job(self.id.clone()) }
    }
}

/// The invoices and payments of a book while a statement is gone through.
pub struct Matcher<'c> {
    contents: &'c Contents,
    /// What the rows before have paid, by invoice.
    paid: BTreeMap<String, Amount>,
    /// Rows of the statement seen before, for two that look the same.
    seen: Vec<Receipt>,
}

impl<'c> Matcher<'c> {
    /// Before the first row.
    pub fn new(contents: &'c Contents) -> Matcher<'c> {
        Matcher { contents, paid: BTreeMap::new(), seen: Vec::new() }
    }

    /// What the next row of the statement is.
    pub fn next(&mut self, receipt: &Receipt) -> Match {
        if let Some(known) = self.known_to_the_bank(receipt) {
            return known;
        }
        let same = |other: &&Receipt| {
            other.date == receipt.date
                && other.amount == receipt.amount
                && other.reference == receipt.reference
                && (receipt.reference.is_some() || other.payer == receipt.payer)
        };
        let before = self.seen.iter().filter(same).count();
        self.seen.push(receipt.clone());
        let recorded: Vec<&Id> = self
            .ledgers()
            .flat_map(|ledger| ledger.payments.iter().map(move |payment| (ledger, payment)))
            .filter(|(ledger, payment)| self.is_recorded(receipt, ledger.client, payment))
            .map(|(ledger, _)| ledger.id)
            .collect();
        if let Some(job) = recorded.get(before) {
            return Match::Known((*job).clone());
        }
        if receipt.amount <= Amount::ZERO {
            return Match::Unmatched(
                "money that went out is recorded by: jobbook payment refund".to_string(),
            );
        }
        let found = match self.by_number(receipt) {
            Some(found) => found,
            None => self.by_name(receipt),
        };
        if let Match::Pays { invoice, .. } = &found {
            let paid = self.paid.entry(invoice.clone()).or_insert(Amount::ZERO);
            *paid = *paid + receipt.amount;
        }
        found
    }

    /// A transaction that the bank names is itself, and nothing that only looks like it.
    fn known_to_the_bank(&mut self, receipt: &Receipt) -> Option<Match> {
        let bank = receipt.bank.as_deref()?;
        let recorded = self
            .ledgers()
            .find(|ledger| ledger.payments.iter().any(|payment| payment.bank.as_deref() == Some(bank)));
        match recorded {
            Some(ledger) => Some(Match::Known(ledger.id.clone())),
            None if self.seen.iter().any(|other| other.bank.as_deref() == Some(bank)) => {
                Some(Match::Unmatched("it stands in this statement before".to_string()))
            }
            None => None,
        }
    }

    /// Without a reference only the payer's own jobs can hold the same payment.
    fn is_recorded(&self, receipt: &Receipt, client: &Id, payment: &PaymentSummary) -> bool {
        // Of two that the bank names differently, neither is the other.
        (receipt.bank.is_none() || payment.bank.is_none())
            && payment.date == receipt.date
            && payment.amount == receipt.amount
            && payment.reference == receipt.reference
            && (receipt.reference.is_some() || self.is_of(client, &receipt.payer))
    }

    fn is_of(&self, id: &Id, payer: &str) -> bool {
        let client = self.contents.clients.iter().map(|entry| &entry.summary);
        let mut own = client.filter(|client| client.id == *id);
        let payer = name::key(payer);
        !payer.is_empty() && own.any(|client| name::key(&client.name) == payer)
    }

    /// Those of all jobs, then those of clients whose jobs are billed together.
    fn ledgers(&self) -> impl Iterator<Item = Ledger<'c>> {
        let jobs = self.contents.jobs.iter().map(|entry| &entry.summary).map(|job| Ledger {
            id: &job.id,
            client: &job.client,
            invoices: &job.invoices,
            payments: &job.payments,
        });
        let clients = self.contents.clients.iter().map(|entry| &entry.summary).map(|client| Ledger {
            id: &client.id,
            client: &client.id,
            invoices: &client.invoices,
            payments: &client.payments,
        });
        jobs.chain(clients)
    }

    fn invoices(&self) -> impl Iterator<Item = (Ledger<'c>, &'c InvoiceSummary, &'c str)> {
        self.ledgers().flat_map(|ledger| {
            let standing =
                ledger.invoices.iter().filter(|invoice| invoice.state != "void" && invoice.credits.is_none());
            standing.filter_map(move |invoice| Some((ledger, invoice, invoice.number.as_deref()?)))
        })
    }

    fn open(&self, invoice: &InvoiceSummary, number: &str) -> Amount {
        invoice.open - self.paid.get(number).copied().unwrap_or(Amount::ZERO)
    }

    fn by_number(&self, receipt: &Receipt) -> Option<Match> {
        let text = squeezed(receipt.reference.as_deref()?);
        let named: Vec<_> =
            self.invoices().filter(|(_, _, number)| holds(&text, &squeezed(number))).collect();
        match named[..] {
            [] => None,
            [(ledger, invoice, number)] if self.open(invoice, number) > Amount::ZERO => {
                Some(Match::Pays { holder: ledger.holder(), invoice: number.to_string(), by: "number" })
            }
            [(_, _, number)] => Some(Match::Unmatched(format!("{number} is paid already"))),
            _ => Some(Match::Ambiguous(named.iter().map(|(_, _, number)| number.to_string()).collect())),
        }
    }

    fn by_name(&self, receipt: &Receipt) -> Match {
        let fitting: Vec<_> = self
            .invoices()
            .filter(|(ledger, _, _)| self.is_of(ledger.client, &receipt.payer))
            .filter(|(_, invoice, number)| self.open(invoice, number) == receipt.amount)
            .collect();
        match fitting[..] {
            [(ledger, _, number)] => {
                Match::Pays { holder: ledger.holder(), invoice: number.to_string(), by: "name and amount" }
            }
            [] => Match::Unmatched("no open invoice of that number, or of that name and amount".to_string()),
            _ => Match::Ambiguous(fitting.iter().map(|(_, _, number)| number.to_string()).collect()),
        }
    }
}

/// Letters and digits only, in capitals: people write `inv 2026 00003`.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Whether the text has the number, and not merely a longer one that begins with it.
fn holds(text: &str, number: &str) -> bool {
    text.match_indices(number)
        .any(|(at, _)| !text[at + number.len()..].starts_with(|next: char| next.is_ascii_digit()))
}
