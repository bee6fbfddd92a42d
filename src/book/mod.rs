//! The disk: the only owner of files, folders and git.
//!
//! - [`layout`]: where a file stands.
//! - [`index`]: summaries of all files, opening only those that changed.
//! - [`yaml`]: typed values to text and back; edits that keep what people wrote.
//! - [`disk`]: files and folders, one operation at a time.
//! - [`lock`]: one writer at a time, named.
//! - [`transaction`]: several files change together or not at all.
//! - [`git`]: one commit per command, of exactly the files it touched.
//! - [`process`]: other programs, run without a terminal.

pub mod beginning;
pub mod change;
pub mod contents;
pub mod disk;
pub mod entity;
pub mod git;
pub mod index;
pub mod layout;
pub mod lock;
pub mod numbers;
pub mod obligations;
pub mod opening;
pub mod outbox;
pub mod papers;
pub mod price_books;
pub mod process;
pub mod quote_answer;
pub mod quote_print;
pub mod quote_reference;
pub mod quote_request;
pub mod quoting;
pub mod references;
pub mod reminding;
pub mod rulefiles;
pub mod suggesting;
pub mod transaction;
pub mod work;
pub mod yaml;

pub use change::{Actor, Change, Changed};
pub use opening::Book;
pub use work::{Report, Work};
