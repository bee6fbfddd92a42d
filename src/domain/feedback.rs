//! What clients say of the work: scores, praise, wishes (S07, S12).

use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::contact::Channel;
use super::id::Number;
use super::moment::Stamp;
use crate::problem::Problem;

choice! {
    /// What sort of feedback it is.
    FeedbackKind {
        Csat = "csat",
        Nps = "nps",
        Testimonial = "testimonial",
        FeatureRequest = "feature-request",
        Suggestion = "suggestion",
    }
}

impl FeedbackKind {
    /// The scores that may be given, both included; absent for kinds without a score.
    pub fn scores(self) -> Option<(u8, u8)> {
        match self {
            FeedbackKind::Csat => Some((1, 5)),
            FeedbackKind::Nps => Some((0, 10)),
            FeedbackKind::Testimonial | FeedbackKind::FeatureRequest | FeedbackKind::Suggestion => None,
        }
    }

    /// # Errors
    /// `score-missing`, `score-range`, `score-none` when the score does not suit the kind; `feedback-empty`
    /// when there is neither score nor text.
    pub fn check(self, score: Option<u8>, text: Option<&str>) -> Result<(), Problem> {
        match (self.scores(), score) {
            (Some((from, to)), None) => {
                Err(Problem::usage("score-missing", format!("{self} is a score from {from} to {to}"))
                    .remedy(format!("add --score N, from {from} to {to}")))
            }
            (Some((from, to)), Some(score)) if !(from..=to).contains(&score) => {
                Err(Problem::usage("score-range", format!("{score} is no score of {self}"))
                    .remedy(format!("give one from {from} to {to}")))
            }
            (None, Some(_)) => Err(Problem::usage("score-none", format!("{self} has no score"))
                .remedy("leave --score away, and give the words with --text")),
            (None, None) if text.is_none() => {
                Err(Problem::usage("feedback-empty", format!("a {self} is said in words"))
                    .remedy("add --text \"…\""))
            }
            _ => Ok(()),
        }
    }
}

/// Something that a client said of the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Feedback {
    /// Number inside the file.
    #[serde(rename = "number")]
    pub n: Number,
    /// When it came, and who wrote it down.
    pub made: Stamp,
    /// What sort it is.
    pub kind: FeedbackKind,
    /// The score, for kinds that have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<u8>,
    /// In the client's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// By which way it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
}

/// The client was asked for feedback, or it was decided not to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct FeedbackAsked {
    /// When and by whom.
    pub made: Stamp,
    /// By which way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Why nobody asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waived: Option<String>,
}
