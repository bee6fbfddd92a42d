//! A visit, as lists and the schedule show it.

use serde::{Deserialize, Serialize};

use super::packed;
use crate::domain::id::Number;
use crate::domain::moment::{Moment, Window};
use crate::domain::visit::{Purpose, Visit, VisitKind};

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
    /// Who goes.
    pub technician: Option<String>,
    /// Whether the client knows the plan as it stands.
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

impl From<&Visit> for VisitSummary {
    fn from(visit: &Visit) -> VisitSummary {
        VisitSummary {
            n: visit.n.clone(),
            purpose: visit.purpose,
            kind: visit.kind,
            link: visit.link.clone(),
            state: visit.state().to_string(),
            planned: visit.planned,
            moved: u32::try_from(visit.moved.len()).unwrap_or(u32::MAX),
            technician: visit.technician.clone(),
            notified: visit.is_notified(),
            return_of: visit.return_of.clone(),
            started: visit.started.as_ref().map(|stamp| stamp.at),
            ended: visit.outcome.as_ref().map(|outcome| outcome.made.at),
            open: visit.is_open(),
        }
    }
}
