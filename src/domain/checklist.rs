//! Ticks on checklists. What the lists ask stands in the workflow; here is only what was answered.

use serde::{Deserialize, Serialize};

use super::id::Number;
use super::moment::Stamp;

/// A control point that was not met (S10). Its item stays open until it is ticked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Failure {
    /// Name of the list.
    pub list: String,
    /// Name of the item.
    pub item: String,
    /// The visit it is for, when the list is one for each visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<Number>,
    /// When and by whom.
    pub made: Stamp,
    /// What was found.
    pub note: String,
}

/// One item of a checklist that was ticked or skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Tick {
    /// Name of the list.
    pub list: String,
    /// Name of the item.
    pub item: String,
    /// The visit it is for, when the list is one for each visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visit: Option<Number>,
    /// When and by whom.
    pub made: Stamp,
    /// Evidence or remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why it was skipped; absent when it was ticked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped: Option<String>,
}
