//! `jobbook contact`: first contacts, and every later one (E01, E02).

pub mod log;
pub mod new;

use clap::Subcommand;

use super::session::Session;
use crate::problem::Outcome;

/// What can be done with contacts.
#[derive(Debug, Subcommand)]
pub enum Contact {
    /// A first contact: client and job in one go
    New(Box<new::New>),
    /// A talk or message with a client who is known, and what it changed
    Log(Box<log::Log>),
}

impl Contact {
    /// Runs it.
    ///
    /// # Errors
    /// What the moves or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Contact::New(args) => args.run(session),
            Contact::Log(args) => args.run(session),
        }
    }
}
