//! `jobbook metrics`: figures that somebody reads off elsewhere and enters (S12).
//!
//! - [`record`], [`list`], [`mod@drop`]: a verb each.

pub mod drop;
pub mod list;
pub mod record;

use clap::{Args, Subcommand};

use super::session::Session;
use crate::book::Book;
use crate::domain::id::Id;
use crate::problem::Outcome;

/// What can be done with metrics that are entered.
#[derive(Debug, Subcommand)]
pub enum MetricsVerb {
    /// Enter a value that was read off elsewhere: uptime, errors, savings
    Record(record::Record),
    /// The office's metrics and what was entered
    List(list::List),
    /// Say that an entered value was a mistake
    Drop(drop::Drop),
}

impl MetricsVerb {
    /// Runs it.
    ///
    /// # Errors
    /// What the move or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            MetricsVerb::Record(args) => args.run(session),
            MetricsVerb::List(args) => args.run(session),
            MetricsVerb::Drop(args) => args.run(session),
        }
    }
}

/// `--job`, `--client`: the office as a whole when neither is given.
#[derive(Debug, Args)]
pub struct OfWhom {
    /// Of one job: 17, J-2026-00017, or words
    #[arg(long, value_name = "JOB", conflicts_with = "client")]
    job: Option<String>,
    /// Of one client
    #[arg(long, value_name = "CLIENT")]
    client: Option<String>,
}

/// Whose figure it is.
enum Whose {
    Office,
    Job(Id),
    Client(Id),
}

impl OfWhom {
    fn find(&self, session: &Session, book: &Book) -> Outcome<Whose> {
        Ok(match (&self.job, &self.client) {
            (Some(job), _) => Whose::Job(session.job(book, job)?),
            (None, Some(client)) => Whose::Client(session.client(book, client)?),
            (None, None) => Whose::Office,
        })
    }
}

/// Tells what came of a change of the office's own file.
fn answer(session: &Session, files: &[String], told: &serde_json::Value, sentence: &str) {
    if session.terminal.is_json() {
        let mut told = told.clone();
        told["files"] = serde_json::json!(files);
        told["dry_run"] = serde_json::json!(session.around.dry_run);
        session.terminal.json(&told);
        return;
    }
    let mut lines = crate::ui::Lines::new();
    lines.bullet(crate::ui::Cell::plain(sentence));
    if session.around.dry_run {
        lines.bullet(crate::ui::Cell::caution("dry run: nothing was written"));
    }
    session.terminal.lines(&lines);
}
