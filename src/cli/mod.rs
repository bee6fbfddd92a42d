//! The command line: one file per noun, arguments and a short `run`; nothing is decided here.
//!
//! - [`args`]: the command as a whole, and what holds for every command.
//! - [`session`]: what every command needs. [`answer`]: what a command answers after a change.
//! - [`output`]: where a document goes.
//! - one file or folder per noun, called like the noun.

pub mod answer;
pub mod args;
pub mod client;
pub mod contact;
pub mod init;
pub mod job;
pub mod output;
pub mod parts;
pub mod session;
