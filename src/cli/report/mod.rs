//! `jobbook report`: what the office can learn from its jobs, asked for or made by itself (S10, S11).
//!
//! - [`causes`]; [`list`] and [`run`] of scheduled reports.

pub mod causes;
pub mod list;
pub mod run;

use clap::Subcommand;

use super::session::Session;
use crate::problem::Outcome;

/// What can be done with reports.
#[derive(Debug, Subcommand)]
pub enum Report {
    /// List the scheduled reports: when they were made, when they are next
    List(list::List),
    /// Make scheduled reports: those that are due, for cron, or one by its name
    Run(run::Run),
    /// What goes wrong how often, and which control points were not met
    Causes(causes::CausesArgs),
}

impl Report {
    /// Runs it.
    ///
    /// # Errors
    /// What is wrong in the office's rules; what the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Report::List(args) => args.run(session),
            Report::Run(args) => args.run(session),
            Report::Causes(args) => args.run(session),
        }
    }
}
