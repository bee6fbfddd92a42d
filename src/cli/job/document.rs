//! `jobbook job document` (E18, S03, S13).

use clap::Args;

use crate::cli::documents::{Filing, Of, Verb};
use crate::cli::session::Session;
use crate::problem::Outcome;

/// `jobbook job document`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
#[command(after_help = "\
The paper or photo stays where it is; the job holds where that is.

Examples:
  jobbook job document 17 --kind photo https://files.example/17/after.jpg --title \"Gate, closed\"
  jobbook job document new 17 contract
  jobbook job document send 17 1")]
pub struct Document {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    filing: Option<Filing>,
}

impl Document {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        match (&self.verb, &self.filing) {
            (Some(verb), _) => verb.run(session, Of::Job),
            (None, Some(filing)) => filing.run(session, Of::Job),
            (None, None) => Ok(()),
        }
    }
}
