//! `jobbook client`: who they are, where they are reached, how they are billed.
//!
//! - [`particulars`]: what is known of a new one, also for `contact new`. [`answer`]: what is answered.
//! - [`new`] and merge, [`show`], [`list`], [`set`] with [`reach`] and [`billing`], [`edit`], [`papers`], [`mod@document`], [`erase`].

pub mod answer;
pub mod billing;
pub mod document;
pub mod edit;
pub mod erase;
pub mod list;
pub mod new;
pub mod papers;
pub mod particulars;
pub mod reach;
pub mod set;
pub mod show;

use clap::Subcommand;

use super::forms;
use super::session::Session;
use crate::domain::form::FormOf;
use crate::problem::Outcome;

/// What can be done with clients.
#[derive(Debug, Subcommand)]
pub enum Client {
    /// Open a client's file, without a job
    New(new::New),
    /// Show a client: persons, sites, billing, jobs, balance
    Show(show::Show),
    /// List clients
    List(list::List),
    /// Change what is known of a client
    Set(Box<set::Set>),
    /// Edit the client's file in your editor
    Edit(edit::Edit),
    /// Join two files of one client
    Merge(new::Merge),
    /// Print what the client owes today
    Statement(papers::StatementArgs),
    /// Note where a paper about the client is; begin, send and sign documents; what is missing
    Document(document::Document),
    /// Fill in the form that qualifies a client
    Qualify(forms::Qualify),
    /// Fill in a form of the office about the client
    Fill(forms::Fill),
    /// Print a form with its answers
    Form(forms::Print),
    /// Everything stored of a client, as JSON
    Export(papers::Export),
    /// Take a client's personal data out of the book, for good
    Erase(erase::Erase),
}

impl Client {
    /// Runs it.
    ///
    /// # Errors
    /// What the moves refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Client::New(args) => args.run(session),
            Client::Show(args) => args.run(session),
            Client::List(args) => args.run(session),
            Client::Set(args) => args.run(session),
            Client::Edit(args) => args.run(session),
            Client::Merge(args) => args.run(session),
            Client::Statement(args) => args.run(session),
            Client::Document(args) => args.run(session),
            Client::Qualify(args) => args.run(session),
            Client::Fill(args) => args.run(session, FormOf::Client),
            Client::Form(args) => args.run(session, FormOf::Client),
            Client::Export(args) => args.run(session),
            Client::Erase(args) => args.run(session),
        }
    }
}
