//! The disk: the only owner of files, folders and git.
//!
//! - [`beginning`]: a new book.
//! - [`opening`]: finding a book and reading its rules. [`rulefiles`]: the rules from their files.
//! - [`change`]: one command, one change, one commit.
//! - [`work`]: the work of one command on one job. [`outbox`]: messages as files.
//! - [`contents`]: everything in summary, through the [`index`]. [`references`]: which job was meant.
//! - [`papers`]: papers and letters of a job, sealed and kept.
//! - [`billing`]: invoices begun, submitted, taken back. [`dispatch`]: what speaks against sending somebody.
//! - [`statement`]: which invoice a row of a bank statement pays.
//! - [`entity`]: jobs and clients as files. [`layout`]: where a file stands. [`numbers`]: numbers given.
//! - [`yaml`]: typed values to text and back; edits that keep what people wrote.
//! - [`disk`]: files and folders, one operation at a time.
//! - [`lock`]: one writer at a time, named.
//! - [`transaction`]: several files change together or not at all.
//! - [`git`]: one commit per command, of exactly the files it touched.
//! - [`process`]: other programs, run without a terminal.

pub mod beginning;
pub mod billing;
pub mod change;
pub mod contents;
pub mod disk;
pub mod dispatch;
pub mod entity;
pub mod git;
pub mod index;
pub mod layout;
pub mod lock;
pub mod numbers;
pub mod opening;
pub mod outbox;
pub mod papers;
pub mod process;
pub mod references;
pub mod rulefiles;
pub mod statement;
pub mod transaction;
pub mod work;
pub mod yaml;

pub use change::{Actor, Change, Changed};
pub use opening::Book;
pub use work::{Report, Work};
