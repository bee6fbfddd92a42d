//! A version of a quote, as lists and sheets show it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::packed;
use crate::domain::id::Number;
use crate::domain::moment::{Deadline, Moment};
use crate::domain::money::Amount;
use crate::domain::quote::{Quote, Verdict};

/// A version of a quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteSummary {
    /// 1, 2, 3 …; with letters from other copies than the first.
    #[serde(with = "packed")]
    pub version: Number,
    /// `draft`, `sent` or how it ended.
    pub state: String,
    /// Where it came from: the remark on it, then each source of a line that is not the office's own (E11).
    pub sources: Vec<String>,
    /// Whether it covers a difference from an approved quote.
    pub change_order: bool,
    /// When it left the house.
    #[serde(with = "packed")]
    pub sent: Option<Moment>,
    /// Last day it can be accepted.
    #[serde(with = "packed")]
    pub valid_until: Option<NaiveDate>,
    /// When the client said the answer would come.
    #[serde(with = "packed")]
    pub answer_by: Option<Deadline>,
    /// When the answer, or its end, was noted.
    #[serde(with = "packed")]
    pub answered: Option<Moment>,
    /// Why it was not approved.
    pub reason: Option<String>,
    /// Without tax, as sent, or approved with what was chosen; a draft has no total yet.
    #[serde(with = "packed")]
    pub net: Option<Amount>,
    /// With tax, likewise.
    #[serde(with = "packed")]
    pub gross: Option<Amount>,
    /// Currency of the totals.
    pub currency: Option<String>,
}

impl QuoteSummary {
    /// Whether the client said yes.
    pub fn is_approved(&self) -> bool {
        self.state == Verdict::Approved.as_str()
    }

    /// Whether an answer is waited for.
    pub fn is_waiting(&self) -> bool {
        self.sent.is_some() && self.answered.is_none()
    }
}

impl From<&Quote> for QuoteSummary {
    fn from(quote: &Quote) -> QuoteSummary {
        let paper = quote.sent.as_ref().map(|sent| &sent.paper);
        let agreed = quote.agreed();
        QuoteSummary {
            version: quote.version,
            state: quote.state().to_string(),
            sources: quote.sources(),
            change_order: quote.change_order,
            sent: quote.sent.as_ref().map(|sent| sent.made.at),
            valid_until: quote.valid_until,
            answer_by: quote.answer_by.as_ref().map(|promised| promised.by),
            answered: quote.answer.as_ref().map(|answer| answer.made.at),
            reason: quote.answer.as_ref().and_then(|answer| answer.reason.clone()),
            net: agreed.as_ref().map(|totals| totals.net),
            gross: agreed.as_ref().map(|totals| totals.gross),
            currency: paper.map(|paper| paper.currency.code.clone()),
        }
    }
}
