//! The office's rules: configuration, team and workflow files, raw to checked; gates, effects, clocks; dues.
//!
//! - [`toml_file`]: reading TOML so that every problem is found with its place. [`config`]: the office.
//! - [`rulebook`]: all rules of a book. [`workflow`]: one kind of job.
//! - [`mod@guide`]: how a session with a client goes.
//! - [`condition`], [`gate`], [`effect`]: the closed lists that workflows are made of.
//! - [`mod@queues`]: jobs that wait together. [`waivers`]: papers to come back. [`service`]: clocks and
//!   escalation of tickets.
//! - [`facts`]: what rules are asked about. [`checklists`], [`deliverables`], [`planned`]: what is to be
//!   ticked, handed over and done against the facts.
//! - [`access`]: who may run which command.
//! - [`schemas`]: what editors are told of the files.
//! - [`engine`]: an event meets a stage. [`capacity`]: places on days, and what speaks against one more visit.
//! - [`due`]: something due, as a value. [`dues`]: everything due of a job. [`why`]: why it stands where it stands.
//!   [`rehearsal`]: what other rules would change for it. [`settled`]: whether anything is open at all.

pub mod access;
pub mod capacity;
pub mod checklists;
pub mod condition;
pub mod config;
pub mod deliverables;
pub mod due;
pub mod dues;
pub mod effect;
pub mod engine;
pub mod facts;
pub mod gate;
pub mod guide;
mod money_gates;
mod plan_gates;
pub mod planned;
pub mod portals;
mod project_gates;
pub mod queues;
pub mod rehearsal;
pub mod rulebook;
pub mod schemas;
pub mod service;
mod service_gates;
mod session_gates;
pub mod settled;
pub mod toml_file;
pub mod waivers;
pub mod why;
pub mod workflow;
