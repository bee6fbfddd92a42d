//! A paper: everything printed on a quote or an invoice, frozen when it leaves the house (DECISIONS 19).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::choice::choice;
use super::electronic::Electronic;
use super::id::Id;
use super::money::{Amount, Currency, Percent, Quantity};
use super::redaction::ERASED;
use super::totals::{Position, TaxTotal, Totals};
use crate::problem::Problem;

choice! {
    /// What a paper is.
    PaperKind {
        Quote = "quote",
        ChangeOrder = "change-order",
        Invoice = "invoice",
        DepositInvoice = "deposit-invoice",
        CreditNote = "credit-note",
    }
}

/// Everything printed on a quote or an invoice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Paper {
    /// What it is.
    pub kind: PaperKind,
    /// Its number; a draft of an invoice has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The day it carries.
    pub date: NaiveDate,
    /// The last day: a quote is valid until then, an invoice is due by then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Language of the fixed words, such as `en`.
    pub language: String,
    /// Currency of all amounts.
    pub currency: Currency,
    /// Whether the lines' prices contain the tax.
    pub prices: super::totals::PriceMode,
    /// On what tax was computed and rounded.
    pub rounding: super::totals::TaxRounding,
    /// Who issues it.
    pub issuer: Party,
    /// Whom it is for.
    pub recipient: Party,
    /// Where the work is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Party>,
    /// The job; the client on an invoice over several jobs.
    pub job: Id,
    /// The job's title; of several jobs, how many they are.
    pub title: String,
    /// References that the client asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// Sentence above the lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    /// The positions.
    pub lines: Vec<PaperLine>,
    /// The sums.
    pub totals: Totals,
    /// Deposit asked for on a quote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposit: Option<Amount>,
    /// Deposits that were billed before and are taken off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deductions: Vec<Deduction>,
    /// What is claimed: the total less deductions.
    pub due: Amount,
    /// What the client had paid on it before it was issued, such as on site.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub received: Vec<Received>,
    /// Terms, as they are printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<String>,
    /// How to pay, on invoices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payment: Vec<String>,
    /// What an electronic invoice needs besides, when the client gets one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub electronic: Option<Box<Electronic>>,
}

/// Whether a seal tells that the paper's personal data was taken out.
pub fn is_of_erased(seal: &str) -> bool {
    seal.starts_with(ERASED)
}

/// A party's block of lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Party {
    /// Name.
    pub name: String,
    /// Lines of the address.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
    /// Person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attention: Option<String>,
    /// Phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Tax number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_id: Option<String>,
}

/// A reference that the client asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Reference {
    /// What it is: `po`, `work-order`.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A position as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct PaperLine {
    /// Position.
    #[serde(rename = "number")]
    pub n: u32,
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
    /// What the line comes to.
    pub amount: Amount,
    /// Whether it is part of the sum; options and alternatives not chosen are not.
    pub counted: bool,
    /// Only when chosen.
    #[serde(default, skip_serializing_if = "super::client::is_false")]
    pub optional: bool,
    /// Group of alternatives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative: Option<String>,
    /// What stands above it: the job, on an invoice over several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
}

/// A deposit taken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Deduction {
    /// Number of the deposit's invoice.
    pub invoice: String,
    /// How much.
    pub amount: Amount,
}

/// Money that came before the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Received {
    /// The day it came.
    pub date: NaiveDate,
    /// How much.
    pub amount: Amount,
}

impl Deduction {
    /// Whether it takes off all that a deposit asked for, tax included.
    pub fn is_of_whole(&self, deposit: &Paper) -> bool {
        deposit.due == self.amount && deposit.totals.gross == deposit.due
    }
}

impl PaperLine {
    /// What sums are made of.
    pub fn position(&self) -> Position<'_> {
        Position { qty: self.qty, price: self.price, discount: self.discount, tax: &self.tax }
    }
}

impl Paper {
    /// The lines that count at a rate, each with its place among all lines.
    pub fn lines_at<'p>(&'p self, rate: &'p TaxTotal) -> impl Iterator<Item = (usize, &'p PaperLine)> {
        self.lines.iter().enumerate().filter(|(_, line)| line.counted && line.tax == rate.code)
    }

    /// What the lines at a rate come to without tax, each less its share of a discount on the whole: together the
    /// rate's base, unless the lines cancel each other out.
    pub fn nets_at(&self, rate: &TaxTotal) -> Vec<Amount> {
        let amounts: Vec<Amount> = self.lines_at(rate).map(|(_, line)| line.amount).collect();
        if amounts.iter().copied().sum::<Amount>() == rate.base {
            return amounts;
        }
        let weights: Vec<_> = amounts.iter().map(|amount| amount.decimal()).collect();
        rate.base.split(&weights, self.currency.digits)
    }

    /// What is still to be paid when the paper arrives.
    pub fn to_pay(&self) -> Amount {
        let received: Amount = self.received.iter().map(|received| received.amount).sum();
        self.due - received
    }

    /// Whether it bills several jobs, and `job` is their client.
    pub fn is_of_several(&self) -> bool {
        self.lines.iter().any(|line| line.heading.is_some())
    }

    /// Hash over the values: SHA-256 of their JSON in the order of the fields, as `sha256:…`.
    pub fn seal(&self) -> String {
        let json = serde_json::to_vec(self).unwrap_or_default();
        let digest = Sha256::digest(&json);
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("sha256:{hex}")
    }

    /// The seal of a paper whose personal data was taken out: it tells so (S14).
    pub fn seal_of_erased(&self) -> String {
        format!("{ERASED}-{}", self.seal())
    }

    /// # Errors
    /// `seal-broken` when what stands in the file is not what was sealed.
    pub fn must_match(&self, seal: &str) -> Result<(), Problem> {
        let is_erased = || self.recipient.name == ERASED && self.seal_of_erased() == seal;
        if self.seal() == seal || is_erased() {
            return Ok(());
        }
        Err(Problem::damaged(
            "seal-broken",
            format!(
                "{} {} was changed after it left the house",
                self.kind,
                self.number.as_deref().unwrap_or("")
            ),
        )
        .because("its values no longer give the hash it was sealed with")
        .remedy(format!(
            "git log -p -- the file of {} shows the change; git restore brings the sealed text back",
            self.job
        )))
    }
}
