//! A visit, as lists and the schedule show it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::packed;
use crate::domain::id::Number;
use crate::domain::moment::{Moment, Window};
use crate::domain::visit::{Deviation, Purpose, Visit, VisitKind};

/// A visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitSummary {
    /// Number inside the job.
    #[serde(with = "packed")]
    pub n: Number,
    /// What it is for.
    pub purpose: Purpose,
    /// Where the client is met, when somebody said so.
    pub kind: Option<VisitKind>,
    /// Where to join a remote session.
    pub link: Option<String>,
    /// `to plan`, `planned`, `on site`, `done`, `incomplete` or `cancelled`.
    pub state: String,
    /// Arrival window in the site's zone.
    #[serde(with = "packed")]
    pub planned: Option<Window>,
    /// How often it was planned anew.
    pub moved: u32,
    /// How often it was rolled over: moved to a later day.
    pub rolled: u32,
    /// Who goes.
    pub technician: Option<String>,
    /// The route that it stands on.
    pub route: Option<String>,
    /// The first of the days that the client was told to expect.
    #[serde(with = "packed")]
    pub promised_from: Option<NaiveDate>,
    /// The last of them.
    #[serde(with = "packed")]
    pub promised_to: Option<NaiveDate>,
    /// Why it stands on its day although there was no place left.
    pub overbooked: Option<String>,
    /// Whether the client knows it as it stands: it was told, or it lies on its day of the plan.
    pub notified: bool,
    /// The visit that this one completes.
    #[serde(with = "packed")]
    pub return_of: Option<Number>,
    /// When the technician arrived.
    #[serde(with = "packed")]
    pub started: Option<Moment>,
    /// When it ended.
    #[serde(with = "packed")]
    pub ended: Option<Moment>,
    /// Whether it is still to take place or under way.
    pub open: bool,
}

impl VisitSummary {
    /// The day that it is planned for.
    pub fn day(&self) -> Option<NaiveDate> {
        self.planned.map(|window| window.from.date())
    }

    /// How that day lies to what the client was told to expect; absent when it is as told.
    pub fn deviation(&self) -> Option<Deviation> {
        Deviation::of(self.day()?, self.promised_from?, self.promised_to?)
    }

    /// Whether it will not take place.
    pub fn is_cancelled(&self) -> bool {
        !self.open && self.ended.is_none()
    }
}

impl From<&Visit> for VisitSummary {
    fn from(visit: &Visit) -> VisitSummary {
        VisitSummary {
            n: visit.n,
            purpose: visit.purpose,
            kind: visit.kind,
            link: visit.link.clone(),
            state: visit.state().to_string(),
            planned: visit.planned,
            moved: u32::try_from(visit.moved.len()).unwrap_or(u32::MAX),
            rolled: u32::try_from(visit.rolled()).unwrap_or(u32::MAX),
            technician: visit.technician.clone(),
            route: visit.route.clone(),
            promised_from: visit.promise().map(|promise| promise.from),
            promised_to: visit.promise().map(|promise| promise.to),
            overbooked: visit.overbooked().map(|one| one.reason.clone()),
            notified: visit.is_expected(),
            return_of: visit.return_of,
            started: visit.started.as_ref().map(|stamp| stamp.at),
            ended: visit.outcome.as_ref().map(|outcome| outcome.made.at),
            open: visit.is_open(),
        }
    }
}
