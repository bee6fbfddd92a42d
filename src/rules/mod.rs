//! The office's rules: configuration, team and workflow files, raw to checked; gates, effects, clocks; dues.
//!
//! - [`due`]: what is due, as a value.

pub mod due;
