//! `jobbook ticket`: requests that the office answers by the clock (S07–S09, T15, T16).
//!
//! - [`new`]; [`talk`]: respond, wait, resume; [`solve`]: resolve, review, approve, decline, close; [`escalate`];
//!   [`set`] and assign; [`list`] and [`show`]. [`story`]: what a ticket's clocks and facts say, in lines.

pub mod escalate;
pub mod list;
pub mod new;
pub mod set;
pub mod show;
pub mod solve;
pub mod story;
pub mod talk;

use clap::Subcommand;

use super::job::stage::Reopen;
use super::session::Session;
use crate::problem::Outcome;

/// What can be done with tickets.
#[derive(Debug, Subcommand)]
pub enum Ticket {
    /// Log a request: by which way it came, how urgent it is, what it is about
    New(Box<new::New>),
    /// Give the client an answer
    Respond(talk::Respond),
    /// Ask the client something; the clock for the solution stands until they answer
    Wait(talk::Wait),
    /// Go on: the client answered
    Resume(talk::Resume),
    /// Say that it is solved, and tell the client
    Resolve(solve::Resolve),
    /// Look at a colleague's solution
    Review(solve::ReviewArgs),
    /// The client says that it is solved
    Approve(solve::Approve),
    /// The client says that it is not
    Decline(solve::Decline),
    /// Close it, and ask the client for feedback
    Close(solve::Close),
    /// Call somebody in, before the clocks do
    Escalate(escalate::Escalate),
    /// Change priority, category, estimate or progress
    Set(set::Set),
    /// Say who answers it
    Assign(set::Assign),
    /// Take a ticket up again that was closed or given up
    Reopen(Reopen),
    /// List tickets by priority, with what their clocks say
    List(list::List),
    /// Show a ticket: its clocks, who steps in, what was said
    Show(show::Show),
}

impl Ticket {
    /// Runs it.
    ///
    /// # Errors
    /// What the moves or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Ticket::New(args) => args.run(session),
            Ticket::Respond(args) => args.run(session),
            Ticket::Wait(args) => args.run(session),
            Ticket::Resume(args) => args.run(session),
            Ticket::Resolve(args) => args.run(session),
            Ticket::Review(args) => args.run(session),
            Ticket::Approve(args) => args.run(session),
            Ticket::Decline(args) => args.run(session),
            Ticket::Close(args) => args.run(session),
            Ticket::Escalate(args) => args.run(session),
            Ticket::Set(args) => args.run(session),
            Ticket::Assign(args) => args.run(session),
            Ticket::Reopen(args) => args.run(session),
            Ticket::List(args) => args.run(session),
            Ticket::Show(args) => args.run(session),
        }
    }
}
