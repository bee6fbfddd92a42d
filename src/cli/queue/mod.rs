//! `jobbook queue`: jobs that wait together until somebody takes them (T05, T08, T13, T14).
//!
//! [`list`], [`show`]; [`sweep`] goes through one: at once by flags, or one job after the other on a terminal
//! ([`asking`]).

pub mod asking;
pub mod list;
pub mod show;
pub mod sweep;

use clap::Subcommand;

use super::session::Session;
use crate::problem::Outcome;

/// What can be done with queues.
#[derive(Debug, Subcommand)]
pub enum Queue {
    /// List the queues: whose they are, how much stands in each
    List(list::List),
    /// Show what stands in a queue, the oldest promise first
    Show(show::Show),
    /// Go through a queue: assign, move on, put off
    Sweep(sweep::Sweep),
}

impl Queue {
    /// Runs it.
    ///
    /// # Errors
    /// What the moves or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Queue::List(args) => args.run(session),
            Queue::Show(args) => args.run(session),
            Queue::Sweep(args) => args.run(session),
        }
    }
}
