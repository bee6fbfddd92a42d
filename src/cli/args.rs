//! The command as a whole: what holds for every command, and the nouns.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::session::Session;
use super::{checklist, init, invoice, parts, payment, visit};
use crate::problem::Outcome;

/// From a client's first call to the paid invoice, in plain files that people can read, edit and keep in git.
#[derive(Debug, Parser)]
#[command(name = "jobbook", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(after_help = "\
Begin with a book of your own:    jobbook init my-office
See a whole engagement played:    jobbook demo
What must be done now:            jobbook today
Why a job stands where it does:   jobbook why 17")]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// The noun.
    #[command(subcommand)]
    pub command: Command,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What holds for every command.
#[derive(Debug, Args)]
#[command(next_help_heading = "For every command")]
pub struct Global {
    /// Folder of the book; else the nearest one from here upwards
    #[arg(
        short = 'C',
        long = "book",
        value_name = "DIR",
        global = true,
        env = "JOBBOOK_DIR",
        hide_env_values = true
    )]
    pub book: Option<PathBuf>,
    /// Answer as JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// Decide and tell, but write nothing
    #[arg(long, global = true)]
    pub dry_run: bool,
    /// Who does this; else git's user
    #[arg(long, value_name = "NAME", global = true, env = "JOBBOOK_USER", hide_env_values = true)]
    pub by: Option<String>,
    /// When it happened, if not now: "yesterday 16:30", "2026-03-02 09:00"
    #[arg(long, value_name = "TIME", global = true)]
    pub at: Option<String>,
    /// Answer yes to every question
    #[arg(long, global = true)]
    pub yes: bool,
    /// Never ask; what is missing is an error
    #[arg(long, global = true)]
    pub no_input: bool,
    /// When to colour
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto", hide_possible_values = true)]
    pub color: Color,
    /// Tell only results and errors
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Tell more
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// The nouns.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Begin a book in a folder
    Init(init::Init),
    /// Parts: needed, ordered, expected, received, returned
    #[command(subcommand)]
    Parts(parts::Parts),
    /// Visits: planned, told to the client, started, done or not
    #[command(subcommand)]
    Visit(visit::Visit),
    /// Checklists: what must be ticked before and after a visit
    #[command(subcommand)]
    Checklist(checklist::Checklist),
    /// Invoices: made, issued, sent, submitted, taken back
    #[command(subcommand)]
    Invoice(invoice::Invoice),
    /// Payments: money that came in or went back
    #[command(subcommand)]
    Payment(payment::Payment),
}

impl Command {
    /// Runs it.
    ///
    /// # Errors
    /// Whatever the command refuses.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Command::Init(command) => command.run(session),
            Command::Parts(command) => command.run(session),
            Command::Visit(command) => command.run(session),
            Command::Checklist(command) => command.run(session),
            Command::Invoice(command) => command.run(session),
            Command::Payment(command) => command.run(session),
        }
    }
}
