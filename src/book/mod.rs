//! The disk: the only owner of files, folders and git.
//!
//! - [`opening`]: finding a book and reading its rules. [`rulefiles`]: the rules from their files.
//! - [`change`]: one command, one change, one commit.
//! - [`entity`]: jobs and clients as files. [`layout`]: where a file stands. [`numbers`]: numbers given.
//! - [`yaml`]: typed values to text and back; edits that keep what people wrote.
//! - [`disk`]: files and folders, one operation at a time.
//! - [`lock`]: one writer at a time, named.
//! - [`transaction`]: several files change together or not at all.
//! - [`git`]: one commit per command, of exactly the files it touched.
//! - [`process`]: other programs, run without a terminal.

pub mod change;
pub mod disk;
pub mod entity;
pub mod git;
pub mod layout;
pub mod lock;
pub mod numbers;
pub mod opening;
pub mod process;
pub mod rulefiles;
pub mod transaction;
pub mod yaml;

pub use change::{Actor, Change, Changed};
pub use opening::Book;
