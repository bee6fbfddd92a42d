//! `jobbook client edit` and `job edit`: the file in an editor, checked when it comes back (X01).

use clap::Args;

use crate::book::Book;
use crate::book::editing::Edited;
use crate::book::entity::Entity;
use crate::cli::session::Session;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::problem::{Outcome, Problem, Problems};
use crate::ui::{Cell, Lines, Question, Role};

/// `jobbook client edit`
#[derive(Debug, Args)]
#[command(after_help = "\
Opens the editor that VISUAL or EDITOR names. What is wrong is told, with its line, and nothing is written.

Example:
  jobbook client edit C-0003")]
pub struct Edit {
    /// The client
    client: String,
}

impl Edit {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.client(&book, &self.client)?;
        edit::<Client>(session, &book, &id)
    }
}

/// Edits the file of a job or client.
///
/// # Errors
/// `editor-none`, `editor-failed`; everything wrong in what came back; `changed-meanwhile`.
pub fn edit<E: Entity>(session: &Session, book: &Book, id: &Id) -> Outcome<()> {
    let Some(editor) = &session.around.editor else {
        return Err(Problem::usage("editor-none", "no editor is named")
            .remedy("set EDITOR, for example: export EDITOR=nano")
            .remedy(format!("or open {} in any editor: changes by hand are fine", E::path(id)))
            .into());
    };
    let copy = book.copy_for_editing::<E>(id)?;
    let edited = loop {
        copy.edit(editor, &session.around.folder)?;
        match copy.read() {
            Ok(edited) => break edited,
            Err(problems) => {
                if session.terminal.interactive() {
                    session.terminal.problems(&problems);
                    let question = Question::new("Edit it again?", "--yes");
                    if session.terminal.confirm(&question, true)? {
                        continue;
                    }
                }
                let kept = copy.keep();
                let remedy = format!("nothing was changed; what you wrote is kept in {}", kept.display());
                return Err(with_remedy(problems, &remedy));
            }
        }
    };
    let Some(edited) = edited else {
        session.terminal.say(&format!("{id}: nothing changed"));
        return Ok(());
    };
    let changed = match session.change(book, |change| change.write_edited(&edited)) {
        Ok(changed) => changed,
        Err(problems) => {
            let kept = copy.keep();
            return Err(with_remedy(problems, &format!("what you wrote is kept in {}", kept.display())));
        }
    };
    answer(session, id, &edited, &changed.files);
    Ok(())
}

fn with_remedy(problems: Problems, remedy: &str) -> Problems {
    let mut all = problems.into_vec();
    if let Some(last) = all.last_mut() {
        last.remedies.push(remedy.to_string());
    }
    Problems::check(all).err().unwrap_or_else(|| Problem::refused("edit", remedy).into())
}

fn answer(session: &Session, id: &Id, edited: &Edited, files: &[String]) {
    if session.terminal.is_json() {
        session.terminal.json(&serde_json::json!({
            "id": id, "edited": edited.sections, "files": files, "dry_run": session.around.dry_run,
        }));
        return;
    }
    let mut lines = Lines::new();
    lines.heading(id.as_str());
    if edited.sections.is_empty() {
        lines.bullet("edited: only remarks or layout");
    } else {
        lines.bullet(format!("edited: {}", edited.sections.join(", ")));
    }
    if session.around.dry_run {
        lines.bullet(Cell::new(Role::Caution, "dry run: nothing was written"));
    }
    session.terminal.lines(&lines);
}
