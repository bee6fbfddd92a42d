//! What a job teaches: causes, control points not met, feedback.

use serde::{Deserialize, Serialize};

use super::packed;
use crate::domain::checklist::{Failure, Tick};
use crate::domain::feedback::{Feedback, FeedbackKind};
use crate::domain::job::Job;
use crate::domain::moment::Moment;

/// A root cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CauseSummary {
    /// One of the office's causes.
    pub cause: String,
    /// When it was found.
    #[serde(with = "packed")]
    pub at: Moment,
    /// Whether the task that shall keep it from coming again is done; absent without such a task.
    pub improved: Option<bool>,
}

/// An item of a checklist that was not met, or left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckSummary {
    /// Name of the list.
    pub list: String,
    /// Name of the item.
    pub item: String,
    /// When.
    #[serde(with = "packed")]
    pub at: Moment,
    /// It was left out; else it was not met.
    pub skipped: bool,
}

/// What a client said of the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackSummary {
    /// What sort it is.
    pub kind: FeedbackKind,
    /// The score, for kinds that have one.
    pub score: Option<u8>,
    /// When it came.
    #[serde(with = "packed")]
    pub at: Moment,
    /// In the client's words.
    pub text: Option<String>,
    /// Who said it.
    pub who: Option<String>,
}

impl CauseSummary {
    /// Every cause of a job.
    pub fn all(job: &Job) -> Vec<CauseSummary> {
        let improved = |n| job.tasks.iter().find(|task| task.n == n).map(|task| task.done.is_some());
        let causes = job.causes.iter().map(|cause| CauseSummary {
            cause: cause.cause.clone(),
            at: cause.made.at,
            improved: cause.task.and_then(improved),
        });
        causes.collect()
    }
}

impl CheckSummary {
    /// Every item of a job that was not met, or left out.
    pub fn all(job: &Job) -> Vec<CheckSummary> {
        let failed = |failure: &Failure| CheckSummary {
            list: failure.list.clone(),
            item: failure.item.clone(),
            at: failure.made.at,
            skipped: false,
        };
        let skipped = |tick: &Tick| CheckSummary {
            list: tick.list.clone(),
            item: tick.item.clone(),
            at: tick.made.at,
            skipped: true,
        };
        let left_out = job.checks.iter().filter(|tick| tick.skipped.is_some());
        job.failures.iter().map(failed).chain(left_out.map(skipped)).collect()
    }
}

impl From<&Feedback> for FeedbackSummary {
    fn from(feedback: &Feedback) -> FeedbackSummary {
        FeedbackSummary {
            kind: feedback.kind,
            score: feedback.score,
            at: feedback.made.at,
            text: feedback.text.clone(),
            who: feedback.who.clone(),
        }
    }
}
