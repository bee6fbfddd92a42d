//! Parts: what a job needs, what was ordered where, when it comes, what arrived (E12).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::Number;
use super::moment::Stamp;
use super::money::{Amount, Quantity};
use super::quote::LineRef;

/// One thing that the job needs, from the need to the hand of the technician.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Part {
    /// Number inside the job.
    #[serde(rename = "number")]
    pub n: Number,
    /// What it is.
    pub text: String,
    /// Code of the price book or the supplier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// How many are needed.
    pub qty: Quantity,
    /// The line of the quote that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<LineRef>,
    /// When and by whom the need was noted.
    pub needed: Stamp,
    /// The order, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// Expected deliveries, the last one holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub eta: Vec<Eta>,
    /// What arrived, in one or several goes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub received: Vec<Movement>,
    /// What went back to the supplier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<Movement>,
    /// No longer needed, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped: Option<Dropped>,
}

/// An order with a supplier, or a piece taken from the office's own stock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Order {
    /// When and by whom.
    pub made: Stamp,
    /// With whom.
    pub supplier: String,
    /// The office's purchase order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub po: Option<String>,
    /// Cost of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Amount>,
}

/// When a delivery is expected, as told at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Eta {
    /// When and by whom it was noted.
    pub told: Stamp,
    /// The day.
    pub date: NaiveDate,
    /// Why it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Pieces that came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Movement {
    /// When and by whom.
    pub made: Stamp,
    /// How many.
    pub qty: Quantity,
    /// Anything worth knowing, such as why it went back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A need that fell away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Dropped {
    /// When and by whom.
    pub made: Stamp,
    /// Why.
    pub reason: String,
}

impl Part {
    /// How many are in hand: arrived and not sent back.
    pub fn in_hand(&self) -> Quantity {
        let came: Quantity = self.received.iter().map(|movement| movement.qty).sum();
        let went: Quantity = self.returned.iter().map(|movement| movement.qty).sum();
        came - went
    }

    /// How many are still missing; never below zero.
    pub fn missing(&self) -> Quantity {
        let missing = self.qty - self.in_hand();
        if self.dropped.is_some() || missing.is_negative() { Quantity::ZERO } else { missing }
    }

    /// Whether nothing more is waited for.
    pub fn is_complete(&self) -> bool {
        self.missing().is_zero()
    }

    /// When the delivery is expected, as last told.
    pub fn expected(&self) -> Option<NaiveDate> {
        self.eta.last().map(|eta| eta.date)
    }

    /// One word for a list: `needed`, `ordered`, `partly`, `in hand`, `dropped`.
    pub fn state(&self) -> &'static str {
        if self.dropped.is_some() {
            "dropped"
        } else if self.is_complete() {
            "in hand"
        } else if !self.in_hand().is_zero() {
            "partly"
        } else if self.order.is_some() {
            "ordered"
        } else {
            "needed"
        }
    }
}
