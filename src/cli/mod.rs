//! The command line: one file per noun, arguments and a short `run`; nothing is decided here.
//!
//! - [`args`]: the command as a whole, and what holds for every command. [`reading`]: what was typed.
//!   [`lazy`]: nouns are built when they are typed. [`help`]: how help texts flow.
//! - [`session`]: what every command needs. [`answer`]: what a command answers after a change.
//!   [`asking`]: what was not given. [`missing`]: what the command line lacks, asked for every verb. [`picking`]:
//!   jobs, clients and queues chosen from lists. [`output`]: a document to standard output or into a file.
//!   `listing`: a long list, made row by row.
//! - [`complete`]: what a shell offers at Tab.
//! - [`documents`], [`forms`]: verbs that jobs and clients share.
//! - one file or folder per noun, called like the noun.

pub mod answer;
pub mod args;
pub mod asking;
pub mod audit;
pub mod board;
pub mod check;
pub mod checklist;
pub mod client;
pub mod complete;
pub mod completions;
pub mod contact;
pub mod demo;
pub mod documents;
pub mod due;
pub mod export;
pub mod feedback;
pub mod forms;
pub mod guide;
pub mod help;
pub mod import;
pub mod init;
pub mod invoice;
pub mod job;
pub mod lazy;
mod left_out;
mod listing;
pub mod log;
pub mod man;
pub mod metrics;
pub mod missing;
pub mod outbox;
pub mod output;
pub mod parts;
pub mod payment;
mod picking;
pub mod plan;
pub mod price;
pub mod queue;
pub mod quote;
pub mod reading;
pub mod remind;
pub mod report;
pub mod schedule;
pub mod schema;
pub mod seal;
pub mod search;
pub mod session;
pub mod sync;
pub mod ticket;
pub mod today;
pub mod undo;
pub mod unseal;
pub mod visit;
pub mod waiver;
pub mod why;
pub mod workflow;
