//! The command line: one file per noun, arguments and a short `run`; nothing is decided here.
//!
//! - [`args`]: the command as a whole, and what holds for every command.
//! - [`session`]: what every command needs. [`answer`]: what a command answers after a change.
//! - [`asking`]: what was not given. [`handing`]: papers to standard output or into a file.
//! - one file per noun, called like the noun.

pub mod answer;
pub mod args;
pub mod asking;
pub mod checklist;
pub mod handing;
pub mod init;
pub mod invoice;
pub mod parts;
pub mod payment;
pub mod session;
pub mod visit;
