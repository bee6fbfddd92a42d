//! What the pages of the office show beyond single reports.
//!
//! - [`urgency`]: what is due, by how soon and by whom.
//! - [`trend`]: the metrics of the last months side by side.

pub mod trend;
pub mod urgency;
