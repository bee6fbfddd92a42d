//! Planned and recurring tasks that were done or skipped. Which tasks there are, and when, the workflow says; an
//! occurrence that nobody settled stands nowhere (S05, S06).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::moment::Stamp;

/// A task of the workflow that was done or skipped: once, or on the days of a stretch (DECISIONS 20).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Settled {
    /// Name of the task.
    pub task: String,
    /// The occurrence, or the first of several in a row; absent for a task that comes once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last of several in a row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// When and by whom; of several in a row, the last.
    pub made: Stamp,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why it was skipped; absent when it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped: Option<String>,
}

impl Settled {
    /// The last occurrence it covers.
    pub fn last(&self) -> Option<NaiveDate> {
        self.to.or(self.from)
    }

    /// Whether both were settled by one person and in one way.
    pub fn is_like(&self, other: &Settled) -> bool {
        self.task == other.task
            && self.made.by == other.made.by
            && self.skipped == other.skipped
            && self.note == other.note
    }

    /// Whether it covers that occurrence; `None` is the only one of a task that comes once.
    pub fn covers(&self, day: Option<NaiveDate>) -> bool {
        match (day, self.from, self.last()) {
            (None, None, _) => true,
            (Some(day), Some(from), Some(to)) => (from..=to).contains(&day),
            _ => false,
        }
    }
}
