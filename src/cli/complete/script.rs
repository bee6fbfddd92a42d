//! The scripts that make a shell ask the program.

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use crate::cli::args::Cli;

/// The script for a shell: one that asks the program; for shells that cannot, one with all commands and options.
pub fn script(shell: Shell) -> Vec<u8> {
    match shell {
        Shell::Bash => include_bytes!("script.bash").to_vec(),
        Shell::Zsh => include_bytes!("script.zsh").to_vec(),
        Shell::Fish => include_bytes!("script.fish").to_vec(),
        other => {
            let mut script = Vec::new();
            generate(other, &mut Cli::command(), "jobbook", &mut script);
            script
        }
    }
}
