//! `jobbook visit`: planned, told to the client, started, done or not (E12–E14).
//!
//! [`plan`]: add, assign, promise, notify, roll, cancel. [`report`]: start, done, incomplete, notes. [`sheet`] for the
//! technician. [`arrange`]: where and how. [`show`], [`list`].

pub mod arrange;
pub mod follow_up;
pub mod list;
pub mod plan;
pub mod report;
pub mod sheet;
pub mod show;

use clap::Subcommand;

use super::session::Session;
use crate::domain::id::Number;
use crate::problem::Outcome;

/// What can be done with visits.
#[derive(Debug, Subcommand)]
pub enum Visit {
    /// Plan a visit, or note that one is needed
    Add(plan::Add),
    /// Say who goes
    Assign(plan::Assign),
    /// Note between which days the client was told to expect it
    Promise(plan::Promise),
    /// Tell the client day and time of arrival
    Notify(plan::Notify),
    /// Note that the technician arrived
    Start(report::Start),
    /// Note that the work is done
    Done(report::Done),
    /// Note that the work could not be done, and why
    Incomplete(report::Incomplete),
    /// Write down what was seen and done, and parts used
    Notes(report::Notes),
    /// Ask for a quote that the client wants: a linked job in the queue of quote requests
    QuoteRequest(crate::cli::job::issue::QuoteRequest),
    /// Move a visit to another day or time
    Roll(plan::Roll),
    /// Note that a visit will not take place
    Cancel(plan::Cancel),
    /// Print the technician's work-order sheet
    Sheet(sheet::Sheet),
    /// Say where the client is met, where to join, what it takes
    Set(arrange::Set),
    /// Show a visit
    Show(show::Show),
    /// List visits by day
    List(list::List),
}

impl Visit {
    /// Runs it.
    ///
    /// # Errors
    /// What the move or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Visit::Add(args) => args.run(session),
            Visit::Assign(args) => args.run(session),
            Visit::Promise(args) => args.run(session),
            Visit::Notify(args) => args.run(session),
            Visit::Start(args) => args.run(session),
            Visit::Done(args) => args.run(session),
            Visit::Incomplete(args) => args.run(session),
            Visit::Notes(args) => args.run(session),
            Visit::QuoteRequest(args) => args.run(session),
            Visit::Roll(args) => args.run(session),
            Visit::Cancel(args) => args.run(session),
            Visit::Sheet(args) => args.run(session),
            Visit::Set(args) => args.run(session),
            Visit::Show(args) => args.run(session),
            Visit::List(args) => args.run(session),
        }
    }
}

/// The number of a visit and what follows it; the number may be left out.
fn number_and(words: &[String]) -> Outcome<(Option<Number>, &str)> {
    match words {
        [n, what] => Ok((Some(n.parse()?), what)),
        [what] => Ok((None, what)),
        _ => Ok((None, "")),
    }
}
