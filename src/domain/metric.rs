//! Figures by which an office is measured: which ones the book proves by itself, and what somebody reads off
//! elsewhere and enters (S12).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::id::Number;
use super::moment::Stamp;
use super::money::Quantity;
use crate::problem::Problem;

choice! {
    /// A figure that the book's facts prove.
    Measure {
        Nps = "nps",
        Csat = "csat",
        Retention = "retention",
        Response = "response-in-time",
        ResponseTime = "response-time",
        Resolution = "resolution-in-time",
        ResolutionTime = "resolution-time",
        FirstTime = "first-time-resolution",
        Flagged = "complaints",
        Completion = "completion",
        OnTime = "completion-in-time",
        Adherence = "checks-met",
        ReturnVisits = "return-visits",
        Approval = "quote-approval",
        AnswerTime = "quote-answer-time",
        Revenue = "revenue",
        Cost = "cost",
        Margin = "margin",
        PerClient = "revenue-per-client",
        PaidInTime = "paid-in-time",
    }
}

choice! {
    /// Which way a figure should go.
    Better {
        Higher = "higher",
        Lower = "lower",
    }
}

choice! {
    /// What several readings of one period come to.
    Counting {
        Last = "last",
        Sum = "sum",
        Average = "average",
    }
}

/// What the office wants of its figures, and which ones it enters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct MetricRules {
    /// Targets of figures that the book proves.
    pub targets: BTreeMap<Measure, Quantity>,
    /// Figures that are entered, in the order of the file.
    pub entered: Vec<Entered>,
}

/// A figure that somebody reads off elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// As it is typed.
    pub name: String,
    /// What it says, in a sentence.
    pub text: String,
    /// Of what it is so many.
    pub unit: Option<String>,
    /// What it should be.
    pub target: Option<Quantity>,
    /// Which way it should go.
    pub better: Better,
    /// What several readings of one period come to.
    pub counting: Counting,
}

/// A figure that was read off and entered: for a job, a client, or the office as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Reading {
    /// Number inside the file.
    #[serde(rename = "number")]
    pub n: Number,
    /// When it was entered and by whom.
    pub made: Stamp,
    /// One of the office's figures.
    pub metric: String,
    /// How much.
    pub value: Quantity,
    /// Of what, as it was called that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The day that it is of.
    pub day: NaiveDate,
    /// Where it comes from, or anything worth knowing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// It was a mistake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped: Option<Dropped>,
}

/// A reading that was a mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Dropped {
    /// When and by whom.
    pub made: Stamp,
    /// Why.
    pub reason: String,
}

impl Better {
    /// Whether `value` is as good as `target`.
    pub fn is_met(self, value: Quantity, target: Quantity) -> bool {
        match self {
            Better::Higher => value >= target,
            Better::Lower => value <= target,
        }
    }
}

impl MetricRules {
    /// The figure of that name that is entered.
    ///
    /// # Errors
    /// `metric-computed` for one that the book proves; `metric-unknown`.
    pub fn entered(&self, typed: &str) -> Result<&Entered, Problem> {
        if let Some(found) = self.entered.iter().find(|one| one.name == typed) {
            return Ok(found);
        }
        if typed.parse::<Measure>().is_ok() {
            return Err(Problem::refused("metric-computed", format!("{typed} is not entered"))
                .because("it follows from what is in the book")
                .remedy("jobbook report metrics"));
        }
        let names: Vec<&str> = self.entered.iter().map(|one| one.name.as_str()).collect();
        let listed = if names.is_empty() { "none".to_string() } else { names.join(", ") };
        Err(Problem::refused("metric-unknown", format!("\"{typed}\" is not one of the office's metrics"))
            .because(format!("jobbook.toml has: {listed}"))
            .did_you_mean(typed, names.iter().copied())
            .remedy(format!("add [metric.{typed}] with its text to jobbook.toml")))
    }
}

impl Entered {
    /// The unit that a reading has: the office's, which another one typed must not contradict.
    ///
    /// # Errors
    /// `metric-unit`.
    pub fn unit_for(&self, typed: Option<&str>) -> Result<Option<String>, Problem> {
        match (self.unit.as_deref(), typed) {
            (Some(own), Some(typed)) if own != typed => Err(Problem::refused(
                "metric-unit",
                format!("{} is counted in {own}, not in {typed}", self.name),
            )
            .remedy(format!("convert the value, or change unit under [metric.{}]", self.name))),
            (own, typed) => Ok(own.or(typed).map(str::to_string)),
        }
    }
}

/// Keeps a reading under the next number; answers with it.
pub fn add_reading(readings: &mut Vec<Reading>, mut reading: Reading, seat: &str) -> Number {
    reading.n = Number::next(seat, readings.iter().map(|one| &one.n));
    let n = reading.n;
    readings.push(reading);
    n
}

/// Says that a reading was a mistake. It stays, and counts no more.
///
/// # Errors
/// `reading-none`; `reading-dropped` when that was said before.
pub fn drop_reading<'r>(
    readings: &'r mut [Reading],
    n: &Number,
    stamp: &Stamp,
    reason: &str,
) -> Result<&'r Reading, Problem> {
    let Some(reading) = readings.iter_mut().find(|one| one.n == *n) else {
        return Err(Problem::refused("reading-none", format!("there is no reading {n}"))
            .remedy("jobbook metrics list"));
    };
    if let Some(dropped) = &reading.dropped {
        let Dropped { made, reason } = dropped;
        return Err(Problem::refused(
            "reading-dropped",
            format!("{} dropped reading {n} at {}: {reason}", made.by, made.at),
        )
        .remedy("jobbook metrics list --all"));
    }
    reading.dropped = Some(Dropped { made: stamp.clone(), reason: reason.to_string() });
    Ok(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> MetricRules {
        let uptime = Entered {
            name: "uptime".into(),
            text: "Share of the month in which the systems ran".into(),
            unit: Some("%".into()),
            target: None,
            better: Better::Higher,
            counting: Counting::Average,
        };
        MetricRules { targets: BTreeMap::new(), entered: vec![uptime] }
    }

    #[test]
    fn only_the_offices_own_metrics_are_entered() {
        let rules = rules();
        assert_eq!(rules.entered("uptime").unwrap().name, "uptime");
        assert_eq!(rules.entered("nps").unwrap_err().code, "metric-computed");
        assert_eq!(rules.entered("uptme").unwrap_err().code, "metric-unknown");
    }

    #[test]
    fn a_typed_unit_must_be_the_offices() {
        let rules = rules();
        let uptime = rules.entered("uptime").unwrap();
        assert_eq!(uptime.unit_for(None).unwrap().as_deref(), Some("%"));
        assert_eq!(uptime.unit_for(Some("h")).unwrap_err().code, "metric-unit");
    }

    #[test]
    fn a_target_is_met_from_the_better_side() {
        let of = |text: &str| text.parse::<Quantity>().unwrap();
        assert!(Better::Higher.is_met(of("99.50"), of("99.5")));
        assert!(!Better::Lower.is_met(of("3"), of("2")));
    }
}
