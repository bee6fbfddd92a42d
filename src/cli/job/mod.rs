//! `jobbook job`: one engagement, from the first call to its end.
//!
//! - [`particulars`]: what is known of a new one, also for `contact new`. [`mod@reference`]: `NAME=VALUE`.
//! - [`new`], [`issue`], [`mod@line`], [`show`], [`list`], [`set`] and edit, [`note`] with tag, assign and scope, [`task`] and
//!   document, [`stage`]: advance, cancel, reopen.

pub mod issue;
pub mod letter;
pub mod line;
pub mod list;
pub mod new;
pub mod note;
pub mod particulars;
pub mod reference;
pub mod set;
pub mod show;
pub mod stage;
pub mod task;

use clap::Subcommand;

use super::session::Session;
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
    Task(task::Task),
    /// Note where a paper or photo is
    Document(task::Document),
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
            Job::Document(args) => args.run(session),
            Job::Scope(args) => args.run(session),
            Job::Letter(args) => args.run(session),
            Job::Line(args) => args.run(session),
            Job::Issue(args) => args.run(session),
        }
    }
}
