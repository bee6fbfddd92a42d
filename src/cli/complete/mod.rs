//! Completion: what may stand at the cursor of a command line that somebody is typing in a shell.
//!
//! The shell's script ([`script`]) asks the program, with `jobbook __complete SHELL …`, before anything else is read.
//! Nothing is written, nothing is locked, and nothing is ever told but candidates: a book that cannot be read has none.
//!
//! - [`mod@line`]: the words typed so far, followed along the command line to what is wanted.
//! - [`sources`]: where the values of an argument come from, by what help calls them.
//! - [`candidates`]: values from the book; [`in_job`]: those that stand in one job; [`called`]: jobs and clients.
//! - [`words`]: words of a shell taken apart and put together. [`asked`]: what each shell asks and is answered.

pub mod asked;
pub mod called;
pub mod candidates;
pub mod in_job;
pub mod line;
pub mod script;
pub mod sources;
pub mod words;

pub use asked::answer;
