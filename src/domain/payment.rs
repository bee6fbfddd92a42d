//! Money that came in, or went back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::id::{Id, Number};
use super::moment::Stamp;
use super::money::Amount;

choice! {
    /// How money came.
    Method {
        Transfer = "transfer",
        Card = "card",
        Cash = "cash",
        Cheque = "cheque",
        DirectDebit = "direct-debit",
        Other = "other",
    }
}

/// Money that came in, or went back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Payment {
    /// Number inside the file.
    #[serde(rename = "number")]
    pub n: Number,
    /// When and by whom it was recorded.
    pub made: Stamp,
    /// The day the money moved.
    pub date: NaiveDate,
    /// How much; always above zero.
    pub amount: Amount,
    /// How.
    pub method: Method,
    /// Number of the invoice that it pays; absent for money on account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoice: Option<String>,
    /// The job that it came for, on money that pays an invoice over several jobs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job: Option<Id>,
    /// Reference of bank or processor. Never a card or account number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// What the bank calls it, so that taking in the same statement again does no harm: letters that tell nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank: Option<String>,
    /// Taken by the technician on site (E19).
    #[serde(default, skip_serializing_if = "super::client::is_false")]
    pub on_site: bool,
    /// Money that went back to the client, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refund: Option<String>,
    /// Anything worth knowing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Payment {
    /// What it adds to what was paid: below zero for a refund.
    pub fn signed(&self) -> Amount {
        if self.refund.is_some() { -self.amount } else { self.amount }
    }
}
