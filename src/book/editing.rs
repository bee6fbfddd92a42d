//! A job's or client's file in a person's editor: a copy is edited, checked, then written in one change.

use std::path::{Path, PathBuf};

use super::change::Change;
use super::disk;
use super::entity::{self, Entity};
use super::opening::Book;
use super::process;
use super::secrets;
use super::yaml;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::problem::{Outcome, Problem};

/// A copy of a file, in a folder of its own that goes when this does.
pub struct Copy<E> {
    id: Id,
    path: String,
    before: String,
    value: E,
    folder: tempfile::TempDir,
}

/// What stands before the ending of the file beside a kept copy: what the copy was made of.
const BASE: &str = "base";

/// What came back from the editor and is sound.
pub struct Edited {
    id: Id,
    kind: &'static str,
    path: String,
    before: String,
    after: String,
    /// Names of the sections that changed.
    pub sections: Vec<String>,
    /// Keys that nobody knows: kept, and likely misspelt.
    pub warnings: Vec<Problem>,
}

impl Book {
    /// A copy of the file of that ID, to be edited.
    ///
    /// # Errors
    /// `job-none`, `client-none`; `sealed`, `sealed-changed`; what the disk refused.
    pub fn copy_for_editing<E: Entity>(&self, id: &Id) -> Outcome<Copy<E>> {
        let (before, value) = self.entity::<E>(id)?;
        value.must_not_be_erased()?;
        self.must_be_open_to_changes::<E>(id)?;
        let folder = disk::scratch_folder()?;
        let copy = Copy { id: id.clone(), path: E::path(id), before, value, folder };
        disk::write_outside(&copy.file(), copy.before.as_bytes())?;
        Ok(copy)
    }

    /// A copy of the file of that ID with what was kept in `file` when it was edited before.
    ///
    /// # Errors
    /// As [`Book::copy_for_editing`]; `file-missing`; `changed-meanwhile` when the book's file is another one now.
    pub fn copy_with_kept<E: Entity>(&self, id: &Id, file: &Path) -> Outcome<Copy<E>> {
        let kept = disk::text_outside(file)?;
        let copy = self.copy_for_editing::<E>(id)?;
        let base = disk::text_outside(&file.with_extension(BASE));
        if base.is_ok_and(|base| base != copy.before) {
            return Err(Problem::refused(
                "changed-meanwhile",
                format!("{id} changed since {} was kept", file.display()),
            )
            .because("what was changed meanwhile would be lost")
            .remedy(format!("jobbook {} edit {id}, and take over what you wrote from there", E::KIND))
            .into());
        }
        disk::write_outside(&copy.file(), kept.as_bytes())?;
        Ok(copy)
    }
}

impl<E: Entity> Copy<E> {
    /// The copy.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join(format!("{}.yaml", self.id))
    }

    /// Lets a person edit the copy and waits.
    ///
    /// # Errors
    /// `editor-failed`; what is wrong with the program.
    pub fn edit(&self, editor: &str, folder: &Path) -> Outcome<()> {
        let status = process::on_terminal(editor, folder, &self.file())?;
        if status.success() {
            return Ok(());
        }
        Err(Problem::refused("editor-failed", format!("the editor `{editor}` ended without success"))
            .because("nothing was changed")
            .into())
    }

    /// Whether something was written into it.
    pub fn is_changed(&self) -> bool {
        disk::text_outside(&self.file()).is_ok_and(|text| text != self.before)
    }

    /// Reads what came back; absent when nothing changed. `check` sees the value before and after.
    ///
    /// # Errors
    /// Everything wrong in it, with its place; `id-mismatch`; what `check` refuses.
    pub fn read(&self, check: &dyn Fn(&E, &E) -> Outcome<()>) -> Outcome<Option<Edited>> {
        let after = disk::text_outside(&self.file())?;
        if after == self.before {
            return Ok(None);
        }
        let value: E = entity::read(&after, &self.path)?;
        entity::must_be_writable(&value, &self.path)?;
        check(&self.value, &value)?;
        secrets::refuse_new_lines(&self.before, &after)?;
        secrets::refuse_new(Some(&self.value), &value)?;
        let known = yaml::unknown_keys::<E>(&self.before, &self.path);
        let mut warnings = yaml::unknown_keys::<E>(&after, &self.path);
        warnings.retain(|problem| !known.iter().any(|earlier| earlier.message == problem.message));
        let json = |value: &E| serde_json::to_value(value).unwrap_or_default();
        let (was, is) = (json(&self.value), json(&value));
        let keys = |json: &serde_json::Value| -> Vec<String> {
            json.as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default()
        };
        let mut sections = keys(&was);
        sections.extend(keys(&is));
        sections.retain(|key| was.get(key) != is.get(key));
        sections.sort();
        sections.dedup();
        Ok(Some(Edited {
            id: self.id.clone(),
            kind: E::KIND,
            path: self.path.clone(),
            before: self.before.clone(),
            after,
            sections,
            warnings,
        }))
    }

    /// Keeps the copy where it is, so that nothing written is lost, and beside it what it was made of. Answers
    /// with its path.
    pub fn keep(self) -> PathBuf {
        let file = self.file();
        let _ = disk::write_outside(&file.with_extension(BASE), self.before.as_bytes());
        let _ = self.folder.keep();
        file
    }
}

impl Book {
    /// Refuses what an edited job may not be: under another workflow, or of a client who is not there.
    ///
    /// # Errors
    /// `workflow-fixed`, `client-none`.
    pub fn check_edited_job(&self, before: &Job, after: &Job) -> Outcome<()> {
        if before.workflow != after.workflow {
            return Err(Problem::refused(
                "workflow-fixed",
                format!(
                    "{} follows workflow {}, and a job's workflow never changes",
                    before.id, before.workflow
                ),
            )
            .remedy(format!("jobbook job issue {} \"…\" --workflow {}", before.id, after.workflow))
            .into());
        }
        self.client(&after.client).map(drop)
    }
}

impl Change<'_> {
    /// Writes what came back from the editor.
    ///
    /// # Errors
    /// `changed-meanwhile` when somebody else changed the file while it was edited.
    pub fn write_edited(&mut self, edited: &Edited) -> Outcome<()> {
        if self.book().text(&edited.path)?.as_deref() != Some(edited.before.as_str()) {
            return Err(Problem::refused(
                "changed-meanwhile",
                format!("{} changed while you were editing", edited.id),
            )
            .remedy(format!("jobbook {} edit {}, and take over what you wrote", edited.kind, edited.id))
            .into());
        }
        let what =
            if edited.sections.is_empty() { "remarks only".to_string() } else { edited.sections.join(", ") };
        self.say(format!("{}: edited {what}", edited.id));
        let seen = Some(edited.before.clone().into_bytes());
        self.replace(&edited.path, seen, Some(edited.after.clone().into_bytes()));
        Ok(())
    }
}
