//! References to papers and photos: evidence that is kept elsewhere.

use serde::{Deserialize, Serialize};

use super::id::Number;
use super::moment::Stamp;

/// A paper, photo or message that proves something: where it is, not what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRef {
    /// Number inside the file.
    #[serde(rename = "number")]
    pub n: Number,
    /// What it is: `photo`, `work-order`, `approval`, `waiver`, any word of the office.
    pub kind: String,
    /// Where it is: a path in the office's storage or a link.
    pub reference: String,
    /// What it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Last day it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<chrono::NaiveDate>,
    /// When and by whom it was added.
    pub added: Stamp,
}
