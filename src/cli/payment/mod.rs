//! `jobbook payment`: money that came in or went back (E19).
//!
//! [`record`] and refund; [`list`]; [`import`] of bank statements.

pub mod import;
pub mod list;
pub mod record;

use clap::Subcommand;

use super::session::Session;
use crate::problem::Outcome;

/// What can be done with payments.
#[derive(Debug, Subcommand)]
pub enum Payment {
    /// Record money that came in
    Record(record::Record),
    /// Record money that went back to the client
    Refund(record::Refund),
    /// List payments
    List(list::List),
    /// Record the payments of a bank statement (CSV) that are certain, and list the others
    Import(import::Import),
}

impl Payment {
    /// Runs it.
    ///
    /// # Errors
    /// What the move or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Payment::Record(args) => args.run(session),
            Payment::Refund(args) => args.run(session),
            Payment::List(args) => args.run(session),
            Payment::Import(args) => args.run(session),
        }
    }
}
