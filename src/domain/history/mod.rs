//! What became of a file: two states of it compared, three of them brought together, and both told in words.
//!
//! States are JSON values of the typed facts. Pure.
//!
//! - [`difference`]: what differs between two states.
//! - [`merging`]: what one change did, carried over to a state in which other changes were made (X02, X03).
//! - [`lasting`]: what no later change may take out (DECISIONS 19).
//! - [`words`]: a difference as a clerk reads it.

pub mod difference;
pub mod lasting;
pub mod merging;
pub mod words;

pub use difference::{Difference, Step, differences};
pub use merging::{Clash, Side, merge, merge_settled};
