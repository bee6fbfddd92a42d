//! After a crash: completing what was recorded, clearing away what was not.

use std::path::Path;

use super::apply::{finish, sync_folders};
use super::backward::{fingerprint, sweep, take_back, undo};
use super::fingerprint::Fingerprint;
use super::journal::{
    JOURNAL, Journal, PENDING, Record, Target, journal_files, kept_files, pending_numbers, read_record,
};
use crate::book::disk::{self, Disk, Doing, RelPath, failure};
use crate::book::lock::Lock;
use crate::problem::{Place, Problem};

/// A file that somebody edited while a change was interrupted: the edit stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The file.
    pub path: RelPath,
    /// Where the version stands that the interrupted change had for it, if there was one.
    pub ours: Option<RelPath>,
}

/// What a crash had left behind, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recovered {
    /// Files of changes that were completed.
    pub completed: Vec<RelPath>,
    /// Files of changes that were taken back.
    pub taken_back: Vec<RelPath>,
    /// Files left as somebody edited them.
    pub kept: Vec<Kept>,
}

impl Recovered {
    /// Whether there was nothing to recover.
    pub fn is_empty(&self) -> bool {
        *self == Recovered::default()
    }

    /// What to tell the person: warnings, one for each sort of outcome and each edited file.
    pub fn warnings(&self) -> Vec<Problem> {
        let told = |code, paths: &[RelPath], message: &str| {
            let names: Vec<_> = paths.iter().map(RelPath::as_str).collect();
            (!paths.is_empty()).then(|| Problem::damaged(code, message).because(names.join(", ")).warning())
        };
        let completed = told("change-completed", &self.completed, "an interrupted change was completed");
        let taken_back = told("change-taken-back", &self.taken_back, "an interrupted change was taken back");
        let kept = self.kept.iter().map(|kept| {
            let problem =
                Problem::damaged("edit-kept", "was edited while a change was interrupted; the edit stays")
                    .at(Place::file(kept.path.as_str()))
                    .warning();
            match &kept.ours {
                Some(ours) => problem
                    .because(format!("the interrupted change's version is {ours}"))
                    .remedy(format!("compare the two files, then delete {ours}")),
                None => problem,
            }
        });
        completed.into_iter().chain(taken_back).chain(kept).collect()
    }
}

/// Settles every change that a dead process left in the journal. To be called whenever the lock was taken,
/// before anything is read. It may itself be interrupted and repeated.
///
/// # Errors
/// `journal-damaged` when a record cannot be understood; what the disk refused.
pub fn recover(lock: &Lock, disk: &mut dyn Disk) -> Result<Recovered, Problem> {
    let book = lock.book();
    let mut recovered = Recovered::default();
    let mut files = journal_files(book)?;
    files.dedup_by_key(|(number, _)| *number);
    for (number, _) in files {
        let journal = Journal { book, number };
        if journal.undo().exists() {
            let record = read_record(book, &format!("{JOURNAL}/{number}-undo"))?;
            recovered.kept.extend(undo(disk, &journal, &record)?);
            recovered.taken_back.extend(paths(&record)?);
        } else if journal.record().exists() {
            let record = read_record(book, &format!("{JOURNAL}/{number}-record"))?;
            complete(disk, &journal, &record, &mut recovered)?;
        }
        let waiting = journal.pending().exists();
        let waiting = waiting.then(|| read_record(book, &format!("{PENDING}/{number}.json")).ok()).flatten();
        sweep(disk, &journal, waiting.is_some_and(|record| record.keeps_what_was()));
    }
    // What was kept for changes that wait no more, as when somebody took away their records.
    let waiting = pending_numbers(book)?;
    for (number, kept) in kept_files(book)? {
        if !waiting.contains(&number) {
            // What cannot be removed is nobody's, and the next command tries again.
            let _ = disk.remove_file(&kept.under(book));
        }
    }
    Ok(recovered)
}

fn paths(record: &Record) -> Result<Vec<RelPath>, Problem> {
    record.targets.iter().map(Target::rel_path).collect()
}

/// Rolls a recorded change forward; backward if, against the protocol, a staged file is missing.
fn complete(
    disk: &mut dyn Disk,
    journal: &Journal,
    record: &Record,
    recovered: &mut Recovered,
) -> Result<(), Problem> {
    let paths = paths(record)?;
    let mut states = Vec::new();
    for (i, (target, path)) in record.targets.iter().zip(&paths).enumerate() {
        let state = state(journal, i, target, path)?;
        if state == State::Lost {
            recovered.kept.extend(take_back(disk, journal, record)?);
            recovered.taken_back.extend(paths);
            return Ok(());
        }
        states.push(state);
    }
    for (i, (state, path)) in states.into_iter().zip(&paths).enumerate() {
        let place = path.under(journal.book);
        match state {
            State::Old => {
                if let Some(folder) = path.parent() {
                    disk::make_folders(disk, journal.book, &folder)?;
                }
                disk.rename(&journal.staged(i), &place)
                    .map_err(|error| failure(Doing::Writing, path.as_str(), &error))?;
            }
            State::ToRemove => disk
                .rename(&place, &journal.saved(i))
                .map_err(|error| failure(Doing::Removing, path.as_str(), &error))?,
            State::Edited { staged } => {
                let ours = if staged {
                    Some(keep_beside(disk, journal.book, &journal.staged(i), path)?)
                } else {
                    None
                };
                recovered.kept.push(Kept { path: path.clone(), ours });
            }
            State::New | State::Lost => {}
        }
    }
    sync_folders(disk, journal.book, &paths)?;
    finish(disk, journal, record)?;
    recovered.completed.extend(paths);
    Ok(())
}

/// How far a target got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Already as it shall be.
    New,
    /// As it was, and the new content is at hand.
    Old,
    /// As it was, and it shall go.
    ToRemove,
    /// Neither: somebody edited it since. If the new content is not staged any more, the edit followed it.
    Edited { staged: bool },
    /// As it was, and the new content is not at hand.
    Lost,
}

fn state(journal: &Journal, i: usize, target: &Target, path: &RelPath) -> Result<State, Problem> {
    let resolved = path.resolved(journal.book)?;
    let now = fingerprint(journal.book, path)?;
    let staged = RelPath::new(format!("{JOURNAL}/{}-new-{i}", journal.number))?;
    let staged = fingerprint(journal.book, &staged)?;
    Ok(match () {
        () if now == target.new => State::New,
        () if now != target.old || resolved != *path => State::Edited { staged: staged == target.new },
        () if target.new == Fingerprint::Absent => State::ToRemove,
        () if staged == target.new => State::Old,
        () => State::Lost,
    })
}

/// Moves a file of the journal beside the edited one, under a name that is free.
///
/// # Errors
/// What the disk refused.
pub(super) fn keep_beside(
    disk: &mut dyn Disk,
    book: &Path,
    file: &Path,
    path: &RelPath,
) -> Result<RelPath, Problem> {
    if let Some(folder) = path.parent() {
        disk::make_folders(disk, book, &folder)?;
    }
    let mut beside = path.with_ending(".jobbook-recovered")?;
    let mut next = 2;
    while disk::stamp(book, &beside)?.is_some() {
        beside = path.with_ending(&format!(".jobbook-recovered-{next}"))?;
        next += 1;
    }
    disk.rename(file, &beside.under(book))
        .map_err(|error| failure(Doing::Writing, beside.as_str(), &error))?;
    Ok(beside)
}
