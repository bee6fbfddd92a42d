//! Taking back what was begun.

use std::io::ErrorKind;
use std::path::Path;

use super::apply::{LARGEST_FILE, sync_folders};
use super::fingerprint::Fingerprint;
use super::journal::{Journal, Record, journal_files};
use super::recovery::{Kept, keep_beside};
use crate::book::disk::{self, Disk, Doing, RelPath, failure};
use crate::problem::Problem;

/// After `problem`: takes everything back, and tells the problem; if even that fails, tells so too.
pub(super) fn give_up(
    disk: &mut dyn Disk,
    journal: &Journal,
    record: &Record,
    made: &[RelPath],
    problem: Problem,
) -> Problem {
    if journal.record().exists()
        && let Err(second) = take_back(disk, journal, record)
    {
        let mut unfinished = Problem::damaged(
            "change-unfinished",
            "the change stopped half-way and could not be taken back; nothing is lost",
        )
        .because(problem.to_string())
        .because(second.to_string());
        unfinished.remedies = problem.remedies;
        return unfinished.remedy("repeat any jobbook command: it first settles the interrupted change");
    }
    sweep(disk, journal, false);
    for folder in made.iter().rev() {
        // An empty folder too many is harmless.
        let _ = disk.remove_folder(&folder.under(journal.book));
    }
    problem
}

/// Decides that the recorded change shall not happen, and brings the old files back.
///
/// # Errors
/// What the disk refused.
pub(super) fn take_back(
    disk: &mut dyn Disk,
    journal: &Journal,
    record: &Record,
) -> Result<Vec<Kept>, Problem> {
    disk.rename(&journal.record(), &journal.undo())
        .and_then(|()| disk.sync_folder(&journal.folder()))
        .map_err(|error| failure(Doing::Writing, super::journal::JOURNAL, &error))?;
    undo(disk, journal, record)
}

/// Brings the old files back; may be repeated until it succeeds.
///
/// # Errors
/// What the disk refused.
pub(super) fn undo(disk: &mut dyn Disk, journal: &Journal, record: &Record) -> Result<Vec<Kept>, Problem> {
    let mut kept = Vec::new();
    let mut paths = Vec::new();
    for (i, target) in record.targets.iter().enumerate() {
        let path = target.rel_path()?;
        let now = fingerprint(journal.book, &path)?;
        let (saved, place) = (journal.saved(i), path.under(journal.book));
        if now == target.new {
            let result = match target.old {
                Fingerprint::Absent => disk.remove_file(&place),
                Fingerprint::Content(_) => disk.rename(&saved, &place),
            };
            result.map_err(|error| failure(Doing::Writing, path.as_str(), &error))?;
        } else if now != target.old {
            let ours =
                if saved.exists() { Some(keep_beside(disk, journal.book, &saved, &path)?) } else { None };
            kept.push(Kept { path: path.clone(), ours });
        }
        paths.push(path);
    }
    sync_folders(disk, journal.book, &paths)?;
    disk.remove_file(&journal.undo())
        .map_err(|error| failure(Doing::Writing, super::journal::JOURNAL, &error))?;
    Ok(kept)
}

/// What a file of the book holds now.
///
/// # Errors
/// What the disk refused.
pub(super) fn fingerprint(book: &Path, path: &RelPath) -> Result<Fingerprint, Problem> {
    Ok(Fingerprint::of_option(disk::read_if_there(book, path, LARGEST_FILE)?.as_deref()))
}

/// Removes what a finished change left in the journal; what its files held before `stays` as long as it waits for git.
/// What cannot be removed now means nothing, and is removed by a later recovery.
pub(super) fn sweep(disk: &mut dyn Disk, journal: &Journal, stays: bool) {
    for (number, name) in journal_files(journal.book).unwrap_or_default() {
        if number == journal.number {
            let file = journal.folder().join(format!("{number}-{name}"));
            let done = match journal.kept(&name).filter(|_| stays) {
                Some(kept) => disk.rename(&file, &kept),
                None => disk.remove_file(&file),
            };
            match done {
                Err(error) if error.kind() != ErrorKind::NotFound => return,
                _ => {}
            }
        }
    }
}
