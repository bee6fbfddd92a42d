//! A command taken back, as a change of its own (X02).
//!
//! What the command did is carried over, backwards, to the files as they are now. It is refused when something
//! later rests on it: when the job has moved on since, when the same line, visit or setting was changed again,
//! when what would go is named elsewhere; and when it left the house, for an issued invoice is taken back by a
//! credit note, not by forgetting it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde_json::Value;
use walkdir::WalkDir;

use super::change::{Change, ERASES, UNDOES};
use super::disk::RelPath;
use super::entity::{self, Entity};
use super::git::{Commit, Git};
use super::layout::{self, CLIENTS, JOBS};
use super::opening::read_text;
use super::outbox::may_have_left;
use super::sealing::guarding::is_manifest;
use super::sealing::hash_of;
use super::sealing::manifest::Rows;
use super::yaml;
use crate::domain::history::words::{place, sentences};
use crate::domain::history::{Difference, Step, differences, merge};
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::mail::draft;
use crate::problem::{Outcome, Problem};

/// So many commits back the last command is looked for.
const BACK: usize = 500;

/// What was taken back.
#[derive(Debug)]
pub struct Undone {
    /// The commit.
    pub commit: Commit,
    /// What becomes of each job and client, in words.
    pub changes: Vec<(Id, Vec<String>)>,
    /// Other files that are as they were before.
    pub files: Vec<String>,
    /// What is sealed again, or no longer, in words.
    pub seals: Vec<String>,
}

impl Change<'_> {
    /// Takes back the command whose commit begins with `wanted`; the acting person's last one when none is named.
    ///
    /// # Errors
    /// `history-none`, `commit-none`, `undo-nothing`, `undo-other`, `undo-twice`; `undo-not` for what cannot be
    /// taken back, and `undo-rested-on` when something later rests on it.
    pub fn undo(&mut self, wanted: Option<&str>) -> Outcome<Undone> {
        let git = self.book().recorded()?;
        if let Some(busy) = git.busy() {
            return Err(busy.remedy("finish it first: git status tells how").into());
        }
        self.book().must_be_recorded()?;
        let commit = match wanted {
            Some(hash) => named(git, hash)?,
            None => last(git, &self.stamp().by)?,
        };
        let Some(parent) = commit.parents.first().filter(|_| commit.parents.len() == 1) else {
            return Err(cannot(
                &commit,
                "it is where the history begins, or where two copies were brought together",
            ));
        };
        if let Some(whose) = commit.trailer(ERASES) {
            return Err(cannot(&commit, &format!("it took personal data of {whose} out, for good")));
        }
        let files = git.files_of(&commit)?;
        let mut asked: Vec<(&str, &RelPath)> = Vec::new();
        for path in &files {
            asked.extend([(commit.hash.as_str(), path), (parent, path)]);
        }
        let mut held = git.contents(&asked)?.into_iter();
        let mut undone =
            Undone { commit: commit.clone(), changes: Vec::new(), files: Vec::new(), seals: Vec::new() };
        for path in &files {
            let (done, before) = (held.next().flatten(), held.next().flatten());
            let file = File { git, commit: &commit, path, done, before };
            match layout::id_of_path(path.as_str()) {
                // Numbers are never given twice.
                None if path.as_str().starts_with("numbers") => {}
                None if is_manifest(path.as_str()) => {
                    let told = self.put_back_seals(&file, &files)?;
                    undone.seals.extend(told);
                }
                None => {
                    self.put_back(file)?;
                    undone.files.push(path.as_str().to_string());
                }
                Some(id) if path.as_str() == Job::path(&id) => {
                    undone
                        .changes
                        .push((id.clone(), self.take_back(&file, &id, Change::job, Change::put_job)?));
                }
                Some(id) => {
                    undone
                        .changes
                        .push((id.clone(), self.take_back(&file, &id, Change::client, Change::put_client)?));
                }
            }
        }
        if undone.changes.is_empty() && undone.files.is_empty() && undone.seals.is_empty() {
            return Err(cannot(&commit, "it changed nothing that could be as before"));
        }
        self.must_not_be_named(&commit)?;
        self.note(UNDOES, commit.hash.clone());
        self.say(format!("Take back: {}", commit.subject));
        Ok(undone)
    }

    /// Another file, byte for byte as it was before.
    fn put_back(&mut self, file: File<'_>) -> Outcome<()> {
        let path = file.path.as_str();
        let now = self.book().bytes(path)?;
        if now != file.done {
            let because = if path.starts_with("outbox/") {
                format!("the letter {path} is no longer as it was: it was sent, or somebody edited it")
            } else {
                format!("{path} was changed again")
            };
            return Err(file.rested_on(because));
        }
        if let Some((_, name)) = path.rsplit_once('/').filter(|_| path.starts_with("outbox/")) {
            if self.book().is_under_way(name)? {
                return Err(may_have_left(name).into());
            }
            if was_tried(&now) || was_tried(&file.before) {
                return Err(cannot(
                    file.commit,
                    &format!("{name} was handed to the mail, and what left stays left"),
                ));
            }
        }
        self.replace(path, now, file.before);
        Ok(())
    }

    /// The rows of a manifest that the command put in or took out; what was sealed since stays so. `files` are those
    /// that are taken back too.
    fn put_back_seals(&mut self, file: &File<'_>, files: &[RelPath]) -> Outcome<Vec<String>> {
        let path = file.path.as_str();
        self.seals().must_be_sound(path)?;
        let held = self.book().bytes(path)?;
        let [done, before, mut rows] =
            [&file.done, &file.before, &held].map(|bytes| Rows::read(bytes.as_deref().unwrap_or_default()));
        let (mut again, mut no_longer) = (0, 0);
        let touched: BTreeSet<&String> = done.0.keys().chain(before.0.keys()).collect();
        for of in touched.into_iter().filter(|of| done.0.get(*of) != before.0.get(*of)) {
            let name = layout::id_of_path(of).map_or_else(|| of.clone(), |id| id.to_string());
            if rows.0.get(of) != done.0.get(of) {
                return Err(file.rested_on(format!("{name} was sealed or unsealed since")));
            }
            match before.0.get(of) {
                Some(hash) => {
                    let is_as_it_was = || -> Outcome<bool> {
                        Ok(self.book().bytes(of)?.is_some_and(|bytes| hash_of(&bytes) == *hash))
                    };
                    if !files.iter().any(|other| other.as_str() == of) && !is_as_it_was()? {
                        return Err(file.rested_on(format!("{name} was changed since")));
                    }
                    rows.0.insert(of.clone(), *hash);
                    again += 1;
                }
                None => {
                    rows.0.remove(of);
                    no_longer += 1;
                }
            }
        }
        self.replace(path, held, rows.write());
        let told = |count: usize, what: &str| match count {
            0 => None,
            1 => Some(format!("1 file of {path} is {what}")),
            _ => Some(format!("{count} files of {path} are {what}")),
        };
        Ok([told(again, "sealed again"), told(no_longer, "sealed no longer")].into_iter().flatten().collect())
    }

    /// A job or client, with what happened since kept.
    fn take_back<E: Entity + Ledger>(
        &mut self,
        file: &File<'_>,
        id: &Id,
        load: impl FnOnce(&mut Self, &Id) -> Outcome<E>,
        put: impl FnOnce(&mut Self, E),
    ) -> Outcome<Vec<String>> {
        let path = file.path.as_str();
        let text = self.book().text(path)?;
        let (done, before) = (file.state::<E>(&file.done)?, file.state::<E>(&file.before)?);
        if let Some(left) = done.as_ref().and_then(|done| left_the_house(before.as_ref(), done)) {
            return Err(cannot(file.commit, &left));
        }
        let (done, before) = (value(&done), value(&before));
        let now = match &text {
            Some(text) => value(&Some(entity::read::<E>(text, path)?)),
            None => Value::Null,
        };
        if done.is_null() || before.is_null() {
            // It came or went as a whole.
            if now != done {
                return Err(file.rested_on(format!("{id} was changed again")));
            }
            self.replace(path, text.map(String::into_bytes), file.before.clone());
            return Ok(vec![if before.is_null() {
                format!("{id} is gone")
            } else {
                format!("{id} is back")
            }]);
        }
        if now.is_null() {
            return Err(file.rested_on(format!("{id} is gone")));
        }
        if now.get("stage") != done.get("stage") {
            return Err(file.rested_on(format!("{id} has moved on to another stage since")));
        }
        let (did, since) = (differences(&before, &done), differences(&done, &now));
        let rested: BTreeSet<Vec<Step>> = sections(&did).intersection(&sections(&since)).cloned().collect();
        if let Some(section) = rested.first() {
            return Err(file.rested_on(format!("{} of {id} was changed again", place(section))));
        }
        let (merged, clashes) = merge(&done, &now, &before);
        if let Some(clash) = clashes.first() {
            return Err(file.rested_on(format!("{} of {id} was changed again", place(&clash.path))));
        }
        let told = sentences(&differences(&now, &merged));
        // Through the text, since files may hold a number where JSON is asked for a word.
        let entity: E = entity::read(&yaml::write(&merged), path)?;
        // The change knows the file as it is before it is told what shall be.
        load(self, id)?;
        put(self, entity);
        Ok(told)
    }

    /// Refuses to take away a job or client that another file names.
    fn must_not_be_named(&self, commit: &Commit) -> Outcome<()> {
        let going: Vec<Id> = self.removed().filter_map(layout::id_of_path).collect();
        if going.is_empty() {
            return Ok(());
        }
        let root = self.book().root();
        let meant: BTreeMap<String, String> = self.meant().collect();
        let files: Vec<String> = [JOBS, CLIENTS]
            .iter()
            .flat_map(|folder| WalkDir::new(root.join(folder)).sort_by_file_name().into_iter().flatten())
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| {
                Some(entry.path().strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/"))
            })
            .filter(|path| !self.removed().any(|gone| gone == path))
            .collect();
        let named = files.par_iter().find_map_first(|path| {
            let text = match meant.get(path) {
                Some(meant) => meant.clone(),
                None => read_text(root, path).ok()??,
            };
            let id = going.iter().find(|id| names(&text, id.as_str()))?;
            Some((path.clone(), id.clone()))
        });
        match named {
            Some((path, id)) => {
                let other = layout::id_of_path(&path).map_or(path, |id| id.to_string());
                Err(Problem::refused(
                    "undo-rested-on",
                    format!("\"{}\" cannot be taken back any more", commit.subject),
                )
                .because(format!("{other} names {id}"))
                .remedy(format!("jobbook log {other}"))
                .into())
            }
            None => Ok(()),
        }
    }
}

/// Whether a letter's file tells of an attempt to send it.
fn was_tried(letter: &Option<Vec<u8>>) -> bool {
    let draft = letter.as_deref().and_then(|bytes| draft::read(bytes).ok());
    draft.is_some_and(|draft| !draft.attempts.is_empty())
}

/// Whether a text names an ID, and not only a longer one that begins or ends like it.
fn names(text: &str, id: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
    text.match_indices(id).any(|(at, _)| {
        !is_part(text[..at].chars().next_back()) && !is_part(text[at + id.len()..].chars().next())
    })
}

/// A file that the commit changed.
struct File<'c> {
    git: &'c Git,
    commit: &'c Commit,
    path: &'c RelPath,
    /// What the command left.
    done: Option<Vec<u8>>,
    /// What it found.
    before: Option<Vec<u8>>,
}

impl File<'_> {
    fn state<E: Entity>(&self, bytes: &Option<Vec<u8>>) -> Outcome<Option<E>> {
        let Some(bytes) = bytes else { return Ok(None) };
        let text = String::from_utf8_lossy(bytes);
        let path = self.path.as_str();
        let entity: E = entity::read(&text, path).map_err(|found| {
            let reason = found.iter().next().map(|problem| problem.message.clone()).unwrap_or_default();
            cannot(self.commit, &format!("{path} as it was then cannot be read: {reason}"))
        })?;
        Ok(Some(entity))
    }

    /// Refuses, with the commands that were given since.
    fn rested_on(&self, because: String) -> crate::problem::Problems {
        let mut problem = Problem::refused(
            "undo-rested-on",
            format!("\"{}\" cannot be taken back any more", self.commit.subject),
        )
        .because(because);
        let since = self.git.history(std::slice::from_ref(self.path), BACK).unwrap_or_default();
        let later: Vec<&Commit> = since.iter().take_while(|one| one.hash != self.commit.hash).collect();
        if let Some(newest) = later.first() {
            problem = problem.remedy(format!(
                "take back first what came later: jobbook undo {}  ({})",
                newest.short(),
                newest.subject
            ));
        }
        problem.into()
    }
}

fn value<E: Entity>(entity: &Option<E>) -> Value {
    serde_json::to_value(entity).unwrap_or(Value::Null)
}

/// The parts of a file that were touched: `quotes 1`, `title`. The log and the format rest on nothing.
fn sections(differences: &[Difference]) -> BTreeSet<Vec<Step>> {
    let of_log = |one: &&Difference| !matches!(one.path.first(), Some(Step::Key(key)) if key == "log" || key == "format");
    differences.iter().filter(of_log).map(|one| one.path.iter().take(2).cloned().collect()).collect()
}

/// What of it left the house, and how that is taken back instead.
fn left_the_house<E: Ledger>(before: Option<&E>, done: &E) -> Option<String> {
    let found = |n: &Number| before.and_then(|before| before.invoices().iter().find(|one| one.n == *n));
    done.invoices().iter().find_map(|invoice| {
        let number = invoice.number()?;
        let earlier = found(&invoice.n);
        if earlier.is_none_or(|earlier| earlier.issued.is_none()) {
            return Some(format!(
                "{number} is issued, and its number is never given again: jobbook invoice void or jobbook invoice credit takes it back"
            ));
        }
        let pushed = earlier.map_or(0, |earlier| earlier.pushed.len());
        if let Some(push) = invoice.pushed.get(pushed) {
            let whom = if push.to.is_of_books() { "the bookkeeping".to_string() } else { push.to.title() };
            return Some(format!(
                "{number} was handed to {whom}: jobbook export {} {number} --again hands it over anew",
                push.to.command()
            ));
        }
        let is_new = invoice.voided.is_some() && earlier.is_some_and(|earlier| earlier.voided.is_none());
        is_new.then(|| format!("{number} is void, and stays so: begin another invoice"))
    })
}

fn named(git: &Git, hash: &str) -> Outcome<Commit> {
    let Some(commit) = git.commit_named(hash)? else {
        return Err(Problem::usage("commit-none", format!("no change of this book is called \"{hash}\""))
            .remedy("jobbook log shows them, each with its name")
            .into());
    };
    let later = git.history(&[], BACK)?;
    if let Some(by) = undone(&later).into_iter().find(|(hash, _)| *hash == commit.hash).map(|(_, by)| by) {
        return Err(Problem::refused("undo-twice", format!("\"{}\" was taken back already", commit.subject))
            .remedy(format!("jobbook undo {by}  brings it back"))
            .into());
    }
    Ok(commit)
}

/// The commits that are taken back, each with the short name of the one that did it.
fn undone(newest_first: &[Commit]) -> Vec<(String, String)> {
    let mut gone: Vec<(String, String)> = Vec::new();
    for commit in newest_first {
        if let Some(which) = commit.trailer(UNDOES)
            && !gone.iter().any(|(hash, _)| *hash == commit.hash)
        {
            gone.push((which.to_string(), commit.short().to_string()));
        }
    }
    gone
}

/// The last command that is not taken back, which must have been this person's.
fn last(git: &Git, person: &str) -> Outcome<Commit> {
    let commits = git.history(&[], BACK)?;
    let gone = undone(&commits);
    let stands = |commit: &&Commit| {
        let is_command =
            commit.trailer("By").is_some() && !commit.parents.is_empty() && commit.trailer(UNDOES).is_none();
        is_command && !gone.iter().any(|(hash, _)| *hash == commit.hash)
    };
    let Some(commit) = commits.iter().find(stands) else {
        return Err(Problem::refused("undo-nothing", "there is no command to take back")
            .remedy("jobbook log")
            .into());
    };
    if commit.person() != person {
        return Err(Problem::refused(
            "undo-other",
            format!("the last command was {}'s: {}", commit.person(), commit.subject),
        )
        .because("what somebody else did is only taken back by name")
        .remedy(format!("jobbook undo {}", commit.short()))
        .into());
    }
    Ok(commit.clone())
}

fn cannot(commit: &Commit, because: &str) -> crate::problem::Problems {
    Problem::refused("undo-not", format!("\"{}\" cannot be taken back", commit.subject))
        .because(because)
        .remedy(format!("git show {}  shows what it did", commit.short()))
        .into()
}
