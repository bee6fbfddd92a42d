//! `jobbook log`: what happened, from git and the files' own logs (X02).

use clap::Args;
use serde_json::json;

use super::session::Session;
use crate::book::Book;
use crate::book::history::Past;
use crate::book::references::JobOrClient;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::log::Entry;
use crate::domain::moment::Moment;
use crate::problem::Outcome;
use crate::ui::{Cell, Lines};

/// So many changes are shown when nobody says how many.
const USUAL: usize = 20;

/// `jobbook log`
#[derive(Debug, Args)]
#[command(after_help = "\
The newest change stands first. Of a job or client you see what each command changed, and what somebody wrote into the \
file without a command; of the whole book, what was done. The name before a change is what undo takes.

Examples:
  jobbook log                what was done last
  jobbook log 17             one job
  jobbook log C-0003 --all   everything that ever happened to a client")]
pub struct LogArgs {
    /// A job or client: 17, J-2026-00017, C-0003, or words; the whole book when left out
    #[arg(value_name = "JOB OR CLIENT")]
    of: Option<String>,
    /// So many changes
    #[arg(long, short = 'n', value_name = "COUNT", conflicts_with = "all")]
    limit: Option<usize>,
    /// Every change
    #[arg(long)]
    all: bool,
}

impl LogArgs {
    /// Runs it.
    ///
    /// # Errors
    /// `job-none`, `client-none`, a file that cannot be read; `history-none` for the whole book; what git refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let limit = if self.all { usize::MAX - 1 } else { self.limit.unwrap_or(USUAL) };
        let (title, past) = match &self.of {
            None => ("the book".to_string(), book.history(limit.saturating_add(1))?),
            Some(typed) => of(session, &book, typed, limit.saturating_add(1))?,
        };
        let more = past.len() > limit;
        let past = &past[..past.len().min(limit)];
        if session.terminal.is_json() {
            session
                .terminal
                .json(&json!({"of": self.of.is_some().then_some(title), "changes": past, "more": more}));
            return Ok(());
        }
        let mut lines = Lines::new();
        for one in past {
            draw(one, &book, self.of.is_some(), &mut lines);
        }
        if past.is_empty() {
            lines.line(Cell::muted(format!("nothing is recorded of {title}")));
        }
        if more {
            lines.next("earlier changes: add --all, or -n COUNT");
        }
        session.terminal.lines(&lines);
        Ok(())
    }
}

/// The history of what was typed: a client when it can only be one, else a job.
fn of(session: &Session, book: &Book, typed: &str, limit: usize) -> Outcome<(String, Vec<Past>)> {
    let (id, past) = match session.job_or_client(book, typed)? {
        JobOrClient::Job(id) => {
            let past = match book.git() {
                Some(_) => book.history_of::<Job>(&id, limit)?,
                None => of_log(&book.job(&id)?.log),
            };
            (id, past)
        }
        JobOrClient::Client(id) => {
            let past = match book.git() {
                Some(_) => book.history_of::<Client>(&id, limit)?,
                None => of_log(&book.client(&id)?.log),
            };
            (id, past)
        }
    };
    Ok((id.to_string(), past))
}

/// Without git: what the file's own log has.
fn of_log(log: &[Entry]) -> Vec<Past> {
    let past = |entry: &Entry| Past {
        commit: None,
        at: Some(entry.stamp.at.to_string()),
        by: Some(entry.stamp.by.clone()),
        subject: entry.what.sentence(),
        by_hand: false,
        undoes: None,
        changes: Vec::new(),
    };
    log.iter().rev().map(past).collect()
}

fn draw(one: &Past, book: &Book, in_full: bool, lines: &mut Lines) {
    let at = one.at.as_deref().and_then(|at| at.parse::<Moment>().ok());
    let at = at.map_or(String::new(), |at| {
        at.in_zone(book.office().zone()).instant().format("%a %Y-%m-%d %H:%M  ").to_string()
    });
    let by = one.by.as_ref().map_or(String::new(), |by| format!("{by}  "));
    let name = one.commit.as_ref().map_or(String::new(), |hash| hash.chars().take(8).collect());
    let head = format!("{at}{by}{name}");
    if !in_full {
        lines.line(Cell::plain(format!("{name}  {at}{by}{}", one.subject)));
        return;
    }
    lines.heading(if head.trim().is_empty() { one.subject.clone() } else { head.trim_end().to_string() });
    if !head.trim().is_empty() {
        lines.line(Cell::muted(one.subject.as_str()));
    }
    for change in &one.changes {
        lines.bullet(Cell::plain(change.as_str()));
    }
}
