//! A waiver, as lists show it.

use serde::{Deserialize, Serialize};

use super::packed;
use crate::domain::id::Number;
use crate::domain::moment::Moment;
use crate::domain::waiver::Waiver;

/// A waiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiverSummary {
    /// Number inside the job.
    #[serde(with = "packed")]
    pub n: Number,
    /// Which of the workflow's kinds.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// `out`, `returned` or `withdrawn`.
    pub state: String,
    /// The visit that it is for.
    #[serde(with = "packed")]
    pub visit: Option<Number>,
    /// When it was sent last.
    #[serde(with = "packed")]
    pub sent: Option<Moment>,
    /// When it came back.
    #[serde(with = "packed")]
    pub returned: Option<Moment>,
}

impl From<&Waiver> for WaiverSummary {
    fn from(waiver: &Waiver) -> WaiverSummary {
        WaiverSummary {
            n: waiver.n,
            kind: waiver.kind.clone(),
            title: waiver.title.clone(),
            state: waiver.state().to_string(),
            visit: waiver.visit,
            sent: waiver.last_sent(),
            returned: waiver.returned.as_ref().map(|returned| returned.made.at),
        }
    }
}
