//! Deliverables handed over. What a stage owes stands in the workflow; here is only what was delivered (S01).

use serde::{Deserialize, Serialize};

use super::moment::Stamp;

/// A deliverable that was handed over, or waived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Delivery {
    /// The stage that owes it.
    pub stage: String,
    /// Its name.
    pub name: String,
    /// When and by whom.
    pub made: Stamp,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why it was waived; absent when it was delivered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waived: Option<String>,
}
