//! Summaries to rows and series. Formatting is elsewhere.
//!
//! [`clients`] and [`jobs`]: who and what there is.

pub mod clients;
pub mod jobs;
