//! `jobbook client edit` and `job edit`: the file in an editor, checked when it comes back (X01).

use std::path::PathBuf;

use clap::Args;

use crate::book::Book;
use crate::book::editing::{Copy, Edited};
use crate::book::entity::Entity;
use crate::cli::session::Session;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::problem::{Outcome, Problem, Problems};
use crate::ui::{Cell, Lines, Question, Role};

/// `jobbook client edit`
#[derive(Debug, Args)]
#[command(after_help = "\
Opens the editor that VISUAL or EDITOR names. What is wrong is told, with its line, and nothing is written before \
it is mended: on a terminal you can go on editing; elsewhere what you wrote is kept, and --from takes it up again.

Examples:
  jobbook client edit C-0003
  jobbook client edit C-0003 --from /tmp/jobbook-x1/C-0003.yaml")]
pub struct Edit {
    /// The client
    client: String,
    /// Go on with what was kept in this file
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
}

impl Edit {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.client(&book, &self.client)?;
        edit::<Client>(session, &book, &id, self.from.as_ref(), &|_, _| Ok(()))
    }
}

/// Edits the file of a job or client, or goes on with what was kept in `from`; `check` sees the value before and after.
///
/// # Errors
/// `editor-none`, `editor-failed`; everything wrong in what came back; `changed-meanwhile`.
pub fn edit<E: Entity>(
    session: &Session,
    book: &Book,
    id: &Id,
    from: Option<&PathBuf>,
    check: &dyn Fn(&E, &E) -> Outcome<()>,
) -> Outcome<()> {
    let Some(editor) = &session.around.editor else {
        return Err(Problem::usage("editor-none", "no editor is named")
            .remedy("set EDITOR, for example: export EDITOR=nano")
            .remedy(format!("or open {} in any editor: changes by hand are fine", E::path(id)))
            .into());
    };
    let copy = match from {
        Some(file) => book.copy_with_kept::<E>(id, &session.around.folder.join(file))?,
        None => book.copy_for_editing::<E>(id)?,
    };
    let keep = |copy: Copy<E>, problems: Problems| {
        let kept = copy.keep().display().to_string();
        let kept = shlex::try_quote(&kept).map_or(kept.clone(), |quoted| quoted.into_owned());
        let again = format!("jobbook {} edit {id} --from {kept}, to go on with what you wrote", E::KIND);
        Err(with_remedy(problems, &again))
    };
    let edited = loop {
        if let Err(problems) = copy.edit(editor, &session.around.folder) {
            return if copy.is_changed() { keep(copy, problems) } else { Err(problems) };
        }
        match copy.read(check) {
            Ok(edited) => break edited,
            Err(problems) if session.terminal.interactive() => {
                session.terminal.problems(&problems);
                let question = Question::new("Edit it again?", "--yes");
                match session.terminal.confirm(&question, true) {
                    Ok(true) => {}
                    Ok(false) => return keep(copy, problems),
                    Err(cancelled) => return keep(copy, cancelled),
                }
            }
            Err(problems) => return keep(copy, problems),
        }
    };
    let Some(edited) = edited else {
        session.terminal.say(&format!("{id}: nothing changed"));
        return Ok(());
    };
    for warning in &edited.warnings {
        session.terminal.warn(warning);
    }
    let changed = match session.change(book, |change| change.write_edited(&edited)) {
        Ok(changed) => changed,
        Err(problems) => return keep(copy, problems),
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
