//! A payment, as lists, journals and the matching of bank statements need it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::packed;
use crate::domain::id::Number;
use crate::domain::money::Amount;
use crate::domain::payment::{Method, Payment};

/// A payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentSummary {
    /// Number inside the file.
    #[serde(with = "packed")]
    pub n: Number,
    /// The day the money moved.
    #[serde(with = "packed")]
    pub date: NaiveDate,
    /// How much; below zero when it went back.
    #[serde(with = "packed")]
    pub amount: Amount,
    /// How.
    pub method: Method,
    /// Number of the invoice that it pays; absent for money on account.
    pub invoice: Option<String>,
    /// Reference of bank or processor.
    pub reference: Option<String>,
    /// What the bank calls it.
    pub bank: Option<String>,
    /// Taken by the technician on site.
    pub on_site: bool,
    /// Why it went back.
    pub refund: Option<String>,
    /// Who recorded it.
    pub by: String,
}

impl From<&Payment> for PaymentSummary {
    fn from(payment: &Payment) -> PaymentSummary {
        PaymentSummary {
            n: payment.n,
            date: payment.date,
            amount: payment.signed(),
            method: payment.method,
            invoice: payment.invoice.clone(),
            reference: payment.reference.clone(),
            bank: payment.bank.clone(),
            on_site: payment.on_site,
            refund: payment.refund.clone(),
            by: payment.made.by.clone(),
        }
    }
}
