//! `jobbook guide`: how a session with a client goes, followed step by step (G01, G03, G07).
//!
//! [`list`] and show; [`import`]; [`follow`] by one answer, [`walk`] on a terminal; [`status`] on a job.

pub mod follow;
pub mod import;
pub mod list;
pub mod status;
pub mod walk;

use clap::Subcommand;

use super::session::Session;
use crate::problem::Outcome;

/// What can be done with guides.
#[derive(Debug, Subcommand)]
pub enum Guide {
    /// List the guides
    List,
    /// Show a guide: what it takes, its steps, what should come of it
    Show(list::Show),
    /// Take a guide into the book: TOML, or a page with such front matter
    Import(import::Import),
    /// Follow a guide on a job, step by step
    Follow(follow::Follow),
    /// Show what of its guides a job has answered
    Status(status::Status),
}

impl Guide {
    /// Runs it.
    ///
    /// # Errors
    /// `guide-unknown`; what the move or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Guide::List => list::list(session),
            Guide::Show(args) => args.run(session),
            Guide::Import(args) => args.run(session),
            Guide::Follow(args) => args.run(session),
            Guide::Status(args) => args.run(session),
        }
    }
}
