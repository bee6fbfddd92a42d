//! `jobbook audit`: history verified (X02).

use clap::Args;
use serde_json::json;

use super::session::Session;
use crate::domain::id::Id;
use crate::problem::{Outcome, Problems, Severity};
use crate::ui::{Cell, Lines, problem_json};

/// So many changes by hand are told one by one.
const TOLD: usize = 10;

/// `jobbook audit`
#[derive(Debug, Args)]
#[command(after_help = "\
Goes through everything that git recorded: whether somebody stands for each change, no entry of a log was altered or \
taken out, what left the house is as it was sealed and kept, no number is missing and none was put back. What a \
command took back, and personal data taken out on request, is no loss. Changes that people made to files without a \
command are listed; they are allowed.

History itself can be written anew by whoever may write into the repository. Against that, look from a copy that \
somebody else keeps: its sync refuses a history that is not its own.

Exit code 0: nothing found; 1: something should not be.

Examples:
  jobbook audit
  jobbook audit 17           one job
  jobbook audit --json")]
pub struct AuditArgs {
    /// A job or client: 17, J-2026-00017, C-0003, or words; the whole book when left out
    #[arg(value_name = "JOB OR CLIENT")]
    of: Option<String>,
}

impl AuditArgs {
    /// Runs it.
    ///
    /// # Errors
    /// `job-none`, `client-none`, `history-none`; everything that should not be.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let of: Option<Id> = match &self.of {
            None => None,
            Some(typed) => Some(
                session
                    .job(&book, typed)
                    .or_else(|no_job| session.client(&book, typed).map_err(|_| no_job))?,
            ),
        };
        let audit = book.audit(of.as_ref())?;
        let (errors, warnings): (Vec<_>, Vec<_>) =
            audit.problems.iter().cloned().partition(|problem| problem.severity == Severity::Error);
        if session.terminal.is_json() {
            let all: Vec<_> = errors.iter().chain(&warnings).map(problem_json).collect();
            session.terminal.json(&json!({"audit": &audit, "of": of, "problems": all}));
            return Problems::check(errors);
        }
        for warning in &warnings {
            session.terminal.warn(warning);
        }
        let mut lines = Lines::new();
        let of = of.map_or("the book".to_string(), |id| id.to_string());
        let verdict = match errors.len() {
            0 => "nothing was altered that shall last".to_string(),
            1 => "1 thing should not be".to_string(),
            count => format!("{count} things should not be"),
        };
        lines.heading(format!("{} of {of}: {verdict}", changes(audit.changes)));
        for (person, count) in &audit.people {
            lines.bullet(Cell::plain(format!("{person}: {}", changes(*count))));
        }
        lines.bullet(Cell::plain(match audit.papers {
            0 => "no invoice has a number yet".to_string(),
            1 => "1 invoice with a number".to_string(),
            count => format!("{count} invoices with a number"),
        }));
        if !audit.by_hand.is_empty() {
            lines.bullet(Cell::plain(format!(
                "{} without a command, which is allowed:",
                changes(audit.by_hand.len())
            )));
        }
        for one in audit.by_hand.iter().rev().take(TOLD) {
            let day = one.at.get(..10).unwrap_or_default();
            lines.bullet(Cell::muted(format!("{day} {} {}: {}", one.commit, one.by, one.files.join(", "))));
        }
        if audit.by_hand.len() > TOLD {
            lines.bullet(Cell::muted(format!(
                "and {} earlier ones: --json lists them",
                audit.by_hand.len() - TOLD
            )));
        }
        session.terminal.lines(&lines);
        Problems::check(errors)
    }
}

fn changes(count: usize) -> String {
    if count == 1 { "1 change".to_string() } else { format!("{count} changes") }
}
