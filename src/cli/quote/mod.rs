//! `jobbook quote`: from the first line to the client's answer (E05, E06, E08, E09, E11, E15).
//!
//! - [`terms`]: what holds for a quote as a whole. [`new`]: begin, begin the next version. [`mod@line`]: lines.
//! - [`suggest`], [`request`]: help with lines.
//! - [`show`], [`render`], [`list`]: to look at. [`send`], [`follow_up`]: out, and asked after.
//! - [`answer`]: yes or no. [`expire`]: nobody answered.

pub mod answer;
pub mod expire;
pub mod follow_up;
pub mod line;
pub mod list;
pub mod new;
pub mod render;
pub mod request;
pub mod send;
pub mod show;
pub mod suggest;
pub mod terms;

use clap::{Args, Subcommand};

use super::session::Session;
use crate::book::Book;
use crate::domain::id::{Id, Number};
use crate::problem::Outcome;

/// What can be done with quotes.
#[derive(Debug, Subcommand)]
pub enum Quote {
    /// Begin a quote
    New(new::New),
    /// Add, change or remove a line of the draft
    Line(line::LineArgs),
    /// Propose lines from past quotes and the price book
    Suggest(suggest::Suggest),
    /// Ask a supplier or an in-house expert
    Request(request::Request),
    /// Show a version with lines, cost, margin and what happened to it
    Show(show::Show),
    /// Print a version: PDF, HTML or text
    Render(render::Render),
    /// Send the draft to the client
    Send(send::Send),
    /// Note that somebody asked for the answer, or when it will come
    FollowUp(follow_up::FollowUp),
    /// The client said yes
    Approve(answer::Approve),
    /// The client said no
    Decline(answer::Decline),
    /// Begin the next version from the last; after an approval it is a change order
    Revise(new::Revise),
    /// Close what nobody answered in time
    Expire(expire::Expire),
    /// List quotes with value and age
    List(list::List),
}

impl Quote {
    /// Runs it.
    ///
    /// # Errors
    /// What the moves or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Quote::New(args) => args.run(session),
            Quote::Line(args) => args.run(session),
            Quote::Suggest(args) => args.run(session),
            Quote::Request(args) => args.run(session),
            Quote::Show(args) => args.run(session),
            Quote::Render(args) => args.run(session),
            Quote::Send(args) => args.run(session),
            Quote::FollowUp(args) => args.run(session),
            Quote::Approve(args) => args.run(session),
            Quote::Decline(args) => args.run(session),
            Quote::Revise(args) => args.run(session),
            Quote::Expire(args) => args.run(session),
            Quote::List(args) => args.run(session),
        }
    }
}

/// Which version of which job's quote.
#[derive(Debug, Args)]
pub struct Which {
    /// The job: 17, J-2026-00017 or words; 17/2 and Q-2026-00017-2 name a version too
    job: String,
    /// The version, such as v2; the one that counts when left out
    version: Option<String>,
}

impl Which {
    /// The job, and the version if one was named.
    ///
    /// # Errors
    /// As [`Book::find_quote`].
    pub fn find(&self, book: &Book) -> Outcome<(Id, Option<Number>)> {
        book.find_quote(&self.job, self.version.as_deref())
    }
}
