//! The disk: the only owner of files, folders and git.
//!
//! - [`yaml`]: typed values to text and back; edits that keep what people wrote.
//! - [`disk`]: files and folders, one operation at a time.
//! - [`lock`]: one writer at a time, named.
//! - [`transaction`]: several files change together or not at all.
//! - [`git`]: one commit per command, of exactly the files it touched.
//! - [`process`]: other programs, run without a terminal.

pub mod disk;
pub mod git;
pub mod lock;
pub mod process;
pub mod transaction;
pub mod yaml;
