//! Waivers: papers that the client signs and returns before the work starts (T10).

use serde::{Deserialize, Serialize};

use super::id::Number;
use super::invoice::Dispatch;
use super::moment::{Moment, Stamp};

/// A paper that went to the client to be signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Waiver {
    /// Number inside the job.
    #[serde(rename = "number")]
    pub n: Number,
    /// Which of the workflow's kinds.
    pub kind: String,
    /// Its title, as the client reads it.
    pub title: String,
    /// What the client signs; never changes.
    pub text: String,
    /// The visit that it is for; every visit of the job when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<Number>,
    /// Each time it was sent.
    pub sent: Vec<Dispatch>,
    /// It came back signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<ReturnedWaiver>,
    /// It is not waited for any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<WithdrawnWaiver>,
}

/// A waiver that came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ReturnedWaiver {
    /// When and by whom it was taken in.
    pub made: Stamp,
    /// Where the signed paper is: a path in the office's storage or a link.
    pub evidence: String,
    /// Who signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_by: Option<String>,
}

/// A waiver that is not waited for any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct WithdrawnWaiver {
    /// When and by whom.
    pub made: Stamp,
    /// Why.
    pub reason: String,
}

impl Waiver {
    /// Whether it went out and is waited for.
    pub fn is_out(&self) -> bool {
        self.returned.is_none() && self.withdrawn.is_none()
    }

    /// Whether it counts for a visit: it is for that one, or for all.
    pub fn is_for(&self, visit: Option<&Number>) -> bool {
        self.withdrawn.is_none() && (self.visit.is_none() || self.visit.as_ref() == visit)
    }

    /// When it was sent last.
    pub fn last_sent(&self) -> Option<Moment> {
        self.sent.iter().map(|sent| sent.made.at).max()
    }

    /// One word for a list.
    pub fn state(&self) -> &'static str {
        match (&self.withdrawn, &self.returned) {
            (Some(_), _) => "withdrawn",
            (_, Some(_)) => "returned",
            _ => "out",
        }
    }
}
