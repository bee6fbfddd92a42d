//! `jobbook client document` (S13).

use clap::Args;

use crate::cli::documents::{Filing, Of, Verb};
use crate::cli::session::Session;
use crate::problem::Outcome;

/// `jobbook client document`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  jobbook client document C-0003 --kind contract https://files.example/c3.pdf --expires 2027-03-31
  jobbook client document list C-0003
  jobbook client document new C-0003 contract")]
pub struct Document {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    filing: Option<Filing>,
}

impl Document {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        match (&self.verb, &self.filing) {
            (Some(verb), _) => verb.run(session, Of::Client),
            (None, Some(filing)) => filing.run(session, Of::Client),
            (None, None) => Ok(()),
        }
    }
}
