//! `jobbook schedule`: load of each day, how far out visits are put, days off (P06, P09).
//!
//! [`show`]: the days on the terminal, [`page`] as a page. [`days_out`]. [`off`].

pub mod days_out;
pub mod off;
pub mod page;
pub mod show;

use clap::{Args, Subcommand};

use super::session::Session;
use crate::problem::Outcome;

/// `jobbook schedule`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[command(after_help = show::EXAMPLES)]
pub struct ScheduleArgs {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    show: show::Show,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Show the days: load, unassigned, rolled over, outside of what clients were told
    #[command(after_help = show::EXAMPLES)]
    Show(Box<show::Show>),
    /// Say how many days out new visits are put, or show how that changed
    DaysOut(days_out::DaysOutArgs),
    /// Note that a technician does not work, or show who is off
    Off(off::OffArgs),
}

impl ScheduleArgs {
    /// Runs it.
    ///
    /// # Errors
    /// What is wrong in the schedule's file; what the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match &self.verb {
            None => self.show.run(session),
            Some(Verb::Show(args)) => args.run(session),
            Some(Verb::DaysOut(args)) => args.run(session),
            Some(Verb::Off(args)) => args.run(session),
        }
    }
}
