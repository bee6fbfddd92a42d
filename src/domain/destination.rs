//! Where issued invoices are handed to in files: a bookkeeping program, or a portal of clients.

use std::fmt;
use std::str::FromStr;

use super::as_text::written_as_text;
use super::invoice::Bookkeeping;
use crate::problem::Problem;

/// Where an invoice is handed to: `quickbooks`, `quickbooks-desktop`, or `portal:NAME`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Destination {
    /// A bookkeeping program.
    Program(Bookkeeping),
    /// A portal, by its name in `jobbook.toml`.
    Portal(String),
}

/// What stands before the name of a portal.
const PORTAL: &str = "portal:";

impl Destination {
    /// What it is called.
    pub fn title(&self) -> String {
        match self {
            Destination::Program(program) => program.title().to_string(),
            Destination::Portal(name) => name.clone(),
        }
    }

    /// What follows `jobbook export` to hand over to it.
    pub fn command(&self) -> String {
        match self {
            Destination::Program(program) => program.command().to_string(),
            Destination::Portal(name) => format!("portal {name}"),
        }
    }

    /// The word that files for it are called after.
    pub fn file_word(&self) -> String {
        match self {
            Destination::Program(program) => program.to_string(),
            Destination::Portal(name) => format!("portal-{name}"),
        }
    }

    /// Whether a file can bring it credit notes.
    pub fn takes_credits(&self) -> bool {
        matches!(self, Destination::Program(program) if program.takes_credits())
    }

    /// Whether it keeps books.
    pub fn is_of_books(&self) -> bool {
        matches!(self, Destination::Program(_))
    }
}

impl From<Bookkeeping> for Destination {
    fn from(program: Bookkeeping) -> Destination {
        Destination::Program(program)
    }
}

impl fmt::Display for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Destination::Program(program) => write!(f, "{program}"),
            Destination::Portal(name) => write!(f, "{PORTAL}{name}"),
        }
    }
}

impl FromStr for Destination {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Destination, Problem> {
        match text.strip_prefix(PORTAL) {
            Some(name) if !name.is_empty() => Ok(Destination::Portal(name.to_string())),
            _ => text.parse().map(Destination::Program).map_err(|problem: Problem| Problem {
                message: format!("{}, portal:NAME", problem.message),
                ..problem
            }),
        }
    }
}

written_as_text!(
    Destination,
    "^(quickbooks|quickbooks-desktop|portal:.+)$",
    "Where an invoice was handed to: a bookkeeping program, or portal:NAME."
);
