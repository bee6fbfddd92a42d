//! `jobbook completions`: scripts that complete commands and options in a shell.

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::args::Cli;
use super::session::Session;
use crate::problem::Outcome;

/// `jobbook completions`
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  jobbook completions bash > ~/.local/share/bash-completion/completions/jobbook")]
pub struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    /// Runs it.
    ///
    /// # Errors
    /// None of its own.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let mut script = Vec::new();
        generate(self.shell, &mut Cli::command(), "jobbook", &mut script);
        session.terminal.document(script)
    }
}
