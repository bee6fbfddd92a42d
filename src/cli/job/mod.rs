//! `jobbook job`: one engagement, from the first call to its end.
//!
//! - [`particulars`]: what is known of a new one, also for `contact new`. [`mod@reference`]: `NAME=VALUE`.
//! - [`new`], [`issue`], [`mod@line`], [`show`], [`list`], [`set`] and edit, [`note`] with tag, assign and scope, [`task`] and
//!   [`tasks`], [`mod@document`], [`project`]: kickoff and deliver, [`report`], [`cause`], [`stage`]: advance, cancel, reopen.

pub mod cause;
pub mod document;
pub mod issue;
pub mod letter;
pub mod line;
pub mod list;
pub mod new;
pub mod note;
pub mod particulars;
pub mod project;
pub mod reference;
pub mod report;
pub mod set;
pub mod show;
pub mod stage;
pub mod task;
pub mod tasks;

use clap::Subcommand;

use super::forms;
use super::session::Session;
use crate::domain::form::FormOf;
use crate::problem::Outcome;

/// What can be done with jobs.
#[derive(Debug, Subcommand)]
pub enum Job {
    /// Open a job for a client who is known
    New(new::New),
    /// Show a job: its whole story on one screen
    Show(show::Show),
    /// List jobs, open ones unless --all
    List(list::List),
    /// Change what is known of a job
    Set(Box<set::Set>),
    /// Edit the job's file in your editor
    Edit(set::Edit),
    /// Note something worth knowing
    Note(note::Note),
    /// Add tags or take them off
    Tag(note::Tag),
    /// Say who does what on this job
    Assign(note::Assign),
    /// Move a job on by hand
    Advance(stage::Advance),
    /// Give a job up, with the reason
    Cancel(stage::Cancel),
    /// Take a job up again that was complete or given up
    Reopen(stage::Reopen),
    /// Note something to do, or that it is done
    Task(Box<task::Task>),
    /// List tasks: planned, recurring, noted
    Tasks(tasks::Tasks),
    /// Note why something went wrong, and what keeps it from coming again
    Cause(cause::Cause),
    /// Fix the day on which the work begins, or move it
    Kickoff(project::Kickoff),
    /// Hand over what the stage owes
    Deliver(project::Deliver),
    /// Fill in a form of the office about the job
    Fill(forms::Fill),
    /// Print a form with its answers
    Form(forms::Print),
    /// Report what was done in a period
    Report(report::Report),
    /// Note where a paper or photo is; begin, send and sign documents
    Document(document::Document),
    /// Write down what belongs to the work and what does not
    Scope(note::Scope),
    /// Write a letter about the job by one of the office's templates
    Letter(letter::Letter),
    /// The work lines of a job without a quote
    Line(line::LineArgs),
    /// Open a linked job for something found on this one
    Issue(issue::Issue),
}

impl Job {
    /// Runs it.
    ///
    /// # Errors
    /// What the moves or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Job::New(args) => args.run(session),
            Job::Show(args) => args.run(session),
            Job::List(args) => args.run(session),
            Job::Set(args) => args.run(session),
            Job::Edit(args) => args.run(session),
            Job::Note(args) => args.run(session),
            Job::Tag(args) => args.run(session),
            Job::Assign(args) => args.run(session),
            Job::Advance(args) => args.run(session),
            Job::Cancel(args) => args.run(session),
            Job::Reopen(args) => args.run(session),
            Job::Task(args) => args.run(session),
            Job::Tasks(args) => args.run(session),
            Job::Kickoff(args) => args.run(session),
            Job::Deliver(args) => args.run(session),
            Job::Fill(args) => args.run(session, FormOf::Job),
            Job::Form(args) => args.run(session, FormOf::Job),
            Job::Report(args) => args.run(session),
            Job::Cause(args) => args.run(session),
            Job::Document(args) => args.run(session),
            Job::Scope(args) => args.run(session),
            Job::Letter(args) => args.run(session),
            Job::Line(args) => args.run(session),
            Job::Issue(args) => args.run(session),
        }
    }
}
