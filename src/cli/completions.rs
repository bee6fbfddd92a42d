//! `jobbook completions`: scripts that complete commands and options in a shell.

use clap::Args;
use clap_complete::Shell;

use super::complete::script::script;
use super::session::Session;
use crate::problem::Outcome;

/// `jobbook completions`
#[derive(Debug, Args)]
#[command(after_help = "\
Turned on once, Tab then offers commands, options, jobs, clients, stages, people and whatever else the book knows:
  bash   jobbook completions bash > ~/.local/share/bash-completion/completions/jobbook
         (without the package bash-completion: echo 'source <(jobbook completions bash)' >> ~/.bashrc)
  zsh    echo 'source <(jobbook completions zsh)' >> ~/.zshrc      (below the line with compinit)
  fish   jobbook completions fish > ~/.config/fish/completions/jobbook.fish

Jobs and clients are found by their ID, their number and words of their names:
  jobbook job show mara<Tab>")]
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
        session.terminal.document(script(self.shell))
    }
}
