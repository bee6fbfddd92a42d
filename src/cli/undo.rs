//! `jobbook undo`: a command taken back (X02).

use clap::Args;
use serde_json::json;

use super::session::Session;
use crate::problem::Outcome;
use crate::ui::{Cell, Lines};

/// `jobbook undo`
#[derive(Debug, Args)]
#[command(after_help = "\
Takes back the last command, yours, or the one whose change you name; jobbook log shows the names. What others did to \
the same files since stays. It is refused when something later rests on it, and for what left the house: an issued \
invoice is taken back by invoice void or invoice credit.

Taking back is a change like any other: jobbook undo with its name brings everything back.

Examples:
  jobbook undo --dry-run         what would be as before
  jobbook undo
  jobbook undo 3f9ac2e1          the change of that name")]
pub struct UndoArgs {
    /// Name of the change, as log shows it; your last command when left out
    #[arg(value_name = "CHANGE")]
    change: Option<String>,
}

impl UndoArgs {
    /// Runs it.
    ///
    /// # Errors
    /// As [`Change::undo`](crate::book::Change::undo).
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let changed = session.change(&book, |change| change.undo(self.change.as_deref()))?;
        let undone = &changed.value;
        let name = match session.around.dry_run {
            true => None,
            // The change is made: that its name cannot be told now is no failure of it.
            false => {
                let last = book.git().and_then(|git| git.history(&[], 1).ok());
                last.and_then(|last| last.first().map(|commit| commit.short().to_string()))
            }
        };
        if session.terminal.is_json() {
            let changes: Vec<_> =
                undone.changes.iter().map(|(id, told)| json!({"of": id, "changes": told})).collect();
            session.terminal.json(&json!({
                "undone": {"commit": undone.commit.hash, "subject": undone.commit.subject, "by": undone.commit.person(), "at": undone.commit.when},
                "changes": changes, "seals": undone.seals, "files": changed.files, "commit": name, "dry_run": session.around.dry_run,
            }));
            return Ok(());
        }
        let mut lines = Lines::new();
        lines.heading(format!("Taken back: {}", undone.commit.subject));
        for (id, told) in &undone.changes {
            for sentence in told {
                let sentence = if sentence.starts_with(id.as_str()) {
                    sentence.clone()
                } else {
                    format!("{id}: {sentence}")
                };
                lines.bullet(Cell::plain(sentence));
            }
        }
        for sentence in &undone.seals {
            lines.bullet(Cell::plain(sentence.as_str()));
        }
        for file in &undone.files {
            lines.bullet(Cell::plain(format!("{file} is as it was before")));
        }
        if session.around.dry_run {
            lines.bullet(Cell::caution("dry run: nothing was written"));
        } else if let Some(name) = name {
            lines.next_command("to have it again", format!("jobbook undo {name}"));
        }
        session.terminal.lines(&lines);
        Ok(())
    }
}
