//! The command line: one file per noun, arguments and a short `run`; nothing is decided here.
//!
//! - [`args`]: the command as a whole, and what holds for every command.
//! - [`session`]: what every command needs. [`answer`]: what a command answers after a change.
//! - one file per noun, called like the noun.

pub mod answer;
pub mod args;
pub mod due;
pub mod export;
pub mod init;
pub mod outbox;
pub mod parts;
pub mod price;
pub mod quote;
pub mod remind;
pub mod session;
pub mod today;
pub mod why;
pub mod workflow;
