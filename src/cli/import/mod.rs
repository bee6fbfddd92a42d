//! `jobbook import`: sheets from elsewhere, looked through row by row and taken in.
//!
//! [`clients`]: an address book. [`field`]: what a technician brings back.

pub mod clients;
pub mod field;

use clap::Subcommand;

use super::session::Session;
use crate::problem::Outcome;

/// What can be taken in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// A sheet of clients: new ones, and what is not known yet of others
    Clients(clients::Clients),
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
            Import::Clients(args) => args.run(session),
            Import::Field(args) => args.run(session),
        }
    }
}
