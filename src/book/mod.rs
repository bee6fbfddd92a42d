//! The disk: the only owner of files, folders and git.
//!
//! - [`layout`]: where a file stands.
//! - [`index`]: summaries of all files, opening only those that changed.
//! - [`yaml`]: typed values to text and back; edits that keep what people wrote.
//! - [`lock`]: one writer at a time, named.
//! - [`transaction`]: several files change together or not at all.
//! - [`git`]: one commit per command, of exactly the files it touched.

pub mod git;
pub mod index;
pub mod layout;
pub mod lock;
pub mod transaction;
pub mod yaml;
