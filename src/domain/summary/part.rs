//! A part, as the logistics sheet shows it (E12).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::packed;
use crate::domain::id::Number;
use crate::domain::moment::Moment;
use crate::domain::money::{Amount, Quantity};
use crate::domain::part::{Movement, Part};

/// A part, from the need to the hand of the technician.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartSummary {
    /// Number inside the job.
    #[serde(with = "packed")]
    pub n: Number,
    /// What it is.
    pub text: String,
    /// Code of the price book or the supplier.
    pub code: Option<String>,
    /// How many are needed.
    #[serde(with = "packed")]
    pub qty: Quantity,
    /// `needed`, `ordered`, `partly`, `in hand` or `dropped`.
    pub state: String,
    /// When the need was noted.
    #[serde(with = "packed")]
    pub needed: Moment,
    /// With whom it was ordered.
    pub supplier: Option<String>,
    /// The office's purchase order.
    pub po: Option<String>,
    /// Cost of one.
    #[serde(with = "packed")]
    pub cost: Option<Amount>,
    /// When it was ordered.
    #[serde(with = "packed")]
    pub ordered: Option<Moment>,
    /// When the delivery is expected, as last told.
    #[serde(with = "packed")]
    pub eta: Option<NaiveDate>,
    /// How often that day changed.
    pub eta_changes: u32,
    /// How many arrived, in all.
    #[serde(with = "packed")]
    pub received: Quantity,
    /// When the last of them arrived.
    #[serde(with = "packed")]
    pub received_at: Option<Moment>,
    /// How many went back, in all.
    #[serde(with = "packed")]
    pub returned: Quantity,
    /// When the last of them went back.
    #[serde(with = "packed")]
    pub returned_at: Option<Moment>,
    /// How many are still missing.
    #[serde(with = "packed")]
    pub missing: Quantity,
}

impl From<&Part> for PartSummary {
    fn from(part: &Part) -> PartSummary {
        let order = part.order.as_ref();
        let days = part.eta.windows(2).filter(|pair| pair[0].date != pair[1].date).count();
        PartSummary {
            n: part.n,
            text: part.text.clone(),
            code: part.code.clone(),
            qty: part.qty,
            state: part.state().to_string(),
            needed: part.needed.at,
            supplier: order.map(|order| order.supplier.clone()),
            po: order.and_then(|order| order.po.clone()),
            cost: order.and_then(|order| order.cost),
            ordered: order.map(|order| order.made.at),
            eta: part.expected(),
            eta_changes: u32::try_from(days).unwrap_or(u32::MAX),
            received: sum(&part.received),
            received_at: last(&part.received),
            returned: sum(&part.returned),
            returned_at: last(&part.returned),
            missing: part.missing(),
        }
    }
}

fn sum(movements: &[Movement]) -> Quantity {
    movements.iter().map(|movement| movement.qty).sum()
}

fn last(movements: &[Movement]) -> Option<Moment> {
    movements.iter().map(|movement| movement.made.at).max()
}

impl PartSummary {
    /// Whether something is still waited for.
    pub fn is_open(&self) -> bool {
        !matches!(self.state.as_str(), "in hand" | "dropped")
    }
}
