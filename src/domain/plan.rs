//! A plan: work that comes again and again for a price per month or visit, until it is paused or ended (T02, T06).
//!
//! Facts only. On which days somebody comes is derived by [`days`], what a month comes to by [`billing`]; neither
//! knows the present day.

pub mod billing;
pub mod days;
written_as_text!(Hours, "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$", "Times of day, such as 09:00-11:00.");

#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::as_text::written_as_text;
use super::choice::choice;
use super::client::is_false;
use super::job::Job;
use super::moment::{Local, Stamp, Window};
use super::money::Amount;
use super::recurrence::Recurrence;
use crate::problem::Problem;

choice! {
    /// What the price is for.
    Per {
        /// A calendar month, whatever the number of its visits.
        Month = "month",
        /// Each visit; billed by the month all the same.
        Visit = "visit",
    }
}

choice! {
    /// How a month is billed that is not served as a whole.
    Proration {
        /// By the visits that it would have as a whole.
        Visits = "visits",
        /// By its calendar days.
        Days = "days",
    }
}

/// Work that comes again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Plan {
    /// When and by whom it was made.
    pub made: Stamp,
    /// What it is, as the client reads it on invoices.
    pub text: String,
    /// Code of the price book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Tax code of the office's rates.
    pub tax: String,
    /// The line of the job's quote that it carries out: that line is billed month by month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// What the price is for.
    pub per: Per,
    /// How a month is billed that is not served as a whole.
    pub proration: Proration,
    /// First day of service; absent until the client has agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// When somebody comes, the oldest rule first.
    pub every: Vec<RuleFrom>,
    /// What it costs, the oldest price first.
    pub prices: Vec<PriceFrom>,
    /// Who goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub technician: Option<String>,
    /// The route that the visits stand on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub route: Option<String>,
    /// The place among the stops of the route.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// Between which times the technician arrives; any time of the day when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Hours>,
    /// Stretches of days in which nobody comes and nothing is billed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<Pause>,
    /// Single days that are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skips: Vec<Skip>,
    /// Single days that somebody comes on another day for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<MovedDay>,
    /// The client's word, where no approved quote is behind it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved: Option<PlanApproval>,
    /// Its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
}

/// When somebody comes, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct RuleFrom {
    /// From this day; from the start when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The rule, which has no end of its own.
    pub rule: Recurrence,
    /// When and by whom it was set.
    pub made: Stamp,
}

/// What it costs, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct PriceFrom {
    /// From this day; from the start when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The price; net or gross as the office's price rules say.
    pub price: Amount,
    /// When and by whom it was set.
    pub made: Stamp,
}

/// A stretch of days in which nobody comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Pause {
    /// When and by whom it was noted.
    pub made: Stamp,
    /// First day.
    pub from: NaiveDate,
    /// Last day; absent until the client says when it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// When and by whom it was shortened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resumed: Option<Stamp>,
}

/// A single day that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Skip {
    /// When and by whom it was noted.
    pub made: Stamp,
    /// The day on which somebody would have come.
    pub day: NaiveDate,
    /// Why.
    pub reason: String,
    /// It is billed all the same.
    #[serde(default, skip_serializing_if = "is_false")]
    pub charged: bool,
}

/// A single day that somebody comes on another day for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct MovedDay {
    /// When and by whom it was noted.
    pub made: Stamp,
    /// The day of the plan; what is billed follows it.
    pub day: NaiveDate,
    /// The day on which somebody comes.
    pub to: NaiveDate,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The client's word that the service is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct PlanApproval {
    /// When and by whom it was noted.
    pub made: Stamp,
    /// Who of the client said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// Where the proof is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}

/// The end of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Ended {
    /// When and by whom it was noted.
    pub made: Stamp,
    /// Last day of service.
    pub day: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Times of day between which somebody arrives, written `09:00-11:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Not before.
    pub from: NaiveTime,
    /// Not after.
    pub to: NaiveTime,
}

impl Hours {
    /// The arrival window on `day`.
    pub fn on(self, day: NaiveDate) -> Window {
        Window { from: Local::new(day, self.from), to: Local::new(day, self.to) }
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from.format("%H:%M"), self.to.format("%H:%M"))
    }
}

impl FromStr for Hours {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Hours, Problem> {
        let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
        let both = text.split_once('-').and_then(|(from, to)| Some((time(from)?, time(to)?)));
        both.filter(|(from, to)| from <= to).map(|(from, to)| Hours { from, to }).ok_or_else(|| {
            Problem::usage("hours", format!("\"{text}\" are no times of one day"))
                .remedy("write them like 09:00-11:00")
        })
    }
}

impl Plan {
    /// When somebody comes by the newest rule.
    pub fn rule(&self) -> Option<&Recurrence> {
        self.every.last().map(|from| &from.rule)
    }

    /// The newest price.
    pub fn price(&self) -> Amount {
        self.prices.last().map_or(Amount::ZERO, |from| from.price)
    }

    /// The price of `day`, and its place in the list.
    pub fn price_on(&self, day: NaiveDate) -> (usize, Amount) {
        let in_force = self.prices.iter().rposition(|price| price.from.is_none_or(|from| from <= day));
        let found = self.prices.get(in_force.unwrap_or(0)).map(|price| (in_force.unwrap_or(0), price));
        found.map_or((0, Amount::ZERO), |(at, from)| (at, from.price))
    }

    /// The pause that `day` lies in.
    pub fn pause_on(&self, day: NaiveDate) -> Option<&Pause> {
        self.pauses.iter().find(|pause| pause.from <= day && pause.to.is_none_or(|to| day <= to))
    }

    /// Why nobody comes on a day of the plan.
    pub fn skip_of(&self, day: NaiveDate) -> Option<&Skip> {
        self.skips.iter().find(|skip| skip.day == day)
    }

    /// Whether it has begun and no end is set.
    pub fn is_running(&self) -> bool {
        self.start.is_some() && self.ended.is_none()
    }

    /// Whether `day` lies between its first and its last day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.start.is_some_and(|start| start <= day)
            && self.ended.as_ref().is_none_or(|ended| day <= ended.day)
    }
}

impl Job {
    /// When the client agreed to the plan: by its own approval, else by that of the quote.
    pub fn plan_approved(&self) -> Option<&Stamp> {
        let plan = self.plan.as_ref()?;
        let own = plan.approved.as_ref().map(|approval| &approval.made);
        let quote = || {
            let quote = self.approved_quote()?;
            let is_in = |line: u32| quote.counted_lines().iter().any(|counted| counted.n == line);
            quote.answer.as_ref().filter(|_| plan.line.is_none_or(is_in)).map(|answer| &answer.made)
        };
        own.or_else(quote)
    }

    /// The plan, once the client has agreed to it.
    pub fn agreed_plan(&self) -> Option<&Plan> {
        self.plan_approved().and(self.plan.as_ref()).filter(|plan| plan.start.is_some())
    }

    /// Days of the plan whose visit was called off by itself, so that the plan does not know of it.
    pub fn called_off(&self) -> Vec<NaiveDate> {
        self.visits
            .iter()
            .filter(|visit| visit.cancelled.is_some())
            .filter_map(|visit| visit.occurrence)
            .collect()
    }
}
