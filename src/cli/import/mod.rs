//! `jobbook import`: sheets from elsewhere, looked through row by row and taken in.
//!
//! [`field`]: what a technician brings back.

pub mod field;

use clap::Subcommand;

use super::session::Session;
use crate::problem::Outcome;

/// What can be taken in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// A sheet that a technician brings back: visits, issues, quote requests, remarks
    Field(field::Field),
}

impl Import {
    /// Runs it.
    ///
    /// # Errors
    /// What is wrong with the sheet; what the moves or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Import::Field(args) => args.run(session),
        }
    }
}
