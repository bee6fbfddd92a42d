//! The protocol: stage, record, rename, finish.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::Path;

use super::backward::{give_up, sweep};
use super::change::Transaction;
use super::fingerprint::Fingerprint;
use super::journal::{JOURNAL, Journal, PENDING, Record, Target, journal_files, pending_numbers};
use crate::book::disk::{self, Disk, Doing, RelPath, Stamp, failure};
use crate::book::lock::{Lock, prepare_folder};
use crate::problem::{Place, Problem};

/// The largest file that is replaced; larger ones are surely not the book's.
pub(super) const LARGEST_FILE: u64 = 1 << 30;

/// One file to be changed, as found.
#[derive(Debug)]
struct Step {
    path: RelPath,
    old: Fingerprint,
    stamp: Option<Stamp>,
    bytes: Option<Vec<u8>>,
}

impl Transaction {
    /// Makes all changes, or none. Tells the paths that really changed, links on the way resolved; a file that
    /// already is as it shall be is not touched, and if all are, nothing waits for git either.
    ///
    /// # Errors
    /// `changed-meanwhile` when an expected file is otherwise by now; `link-leads-out`; `journal-unfinished`
    /// when a crash has not been recovered from; what the disk refused, naming the file: nothing is changed then.
    /// `change-unfinished` when the disk refused even to take back what was begun: the next recovery completes it.
    pub fn commit(self, lock: &Lock, disk: &mut dyn Disk) -> Result<Vec<RelPath>, Problem> {
        let book = lock.book();
        let number = free_number(book)?;
        let steps = self.plan(book)?;
        if steps.is_empty() {
            return Ok(Vec::new());
        }
        prepare_folder(book, disk)?;
        disk::make_folders(disk, book, &RelPath::new(JOURNAL)?)?;
        let targets = steps.iter().map(Step::target).collect();
        let record = Record::new(targets, self.note);
        let journal = Journal { book, number };
        let mut made = Vec::new();
        let result = stage(disk, &journal, &steps)
            .and_then(|()| write_record(disk, &journal, &record))
            .and_then(|()| {
                steps.iter().enumerate().try_for_each(|(i, step)| step.apply(disk, &journal, i, &mut made))
            })
            .and_then(|()| sync_folders(disk, book, steps.iter().map(|step| &step.path)))
            .and_then(|()| finish(disk, &journal, &record));
        match result {
            Ok(()) => {
                sweep(disk, &journal, record.keeps_what_was());
                Ok(steps.into_iter().map(|step| step.path).collect())
            }
            Err(problem) => Err(give_up(disk, &journal, &record, &made, problem)),
        }
    }

    /// Reads what is there, holds it against what is expected, and leaves out what needs no change.
    fn plan(&self, book: &Path) -> Result<Vec<Step>, Problem> {
        let mut steps = BTreeMap::new();
        for (path, seen) in &self.expected {
            if !self.changes.contains_key(path) && look(book, path)?.1 != *seen {
                return Err(changed_meanwhile(path));
            }
        }
        for (wanted, bytes) in &self.changes {
            let path = wanted.resolved(book)?;
            if path.as_str().split('/').next().is_some_and(|name| name.eq_ignore_ascii_case(".jobbook")) {
                return Err(Problem::damaged("path-unsafe", "belongs to the program itself")
                    .at(Place::file(path.as_str())));
            }
            let (stamp, old) = look(book, &path)?;
            if self.expected.get(wanted).is_some_and(|seen| *seen != old) {
                return Err(changed_meanwhile(&path));
            }
            let step = Step { path: path.clone(), old, stamp, bytes: bytes.clone() };
            if step.target().new != old && steps.insert(path, step).is_some() {
                return Err(Problem::damaged("same-file-twice", "is reached by two names in one change")
                    .at(Place::file(wanted.as_str()))
                    .remedy("remove the symbolic link"));
            }
        }
        Ok(steps.into_values().collect())
    }
}

impl Step {
    fn target(&self) -> Target {
        let new = Fingerprint::of_option(self.bytes.as_deref());
        Target { path: self.path.as_str().to_string(), old: self.old, new }
    }

    /// Renames the file into place, unless somebody changed it within the last moments.
    fn apply(
        &self,
        disk: &mut dyn Disk,
        journal: &Journal,
        i: usize,
        made: &mut Vec<RelPath>,
    ) -> Result<(), Problem> {
        let book = journal.book;
        if disk::stamp(book, &self.path)? != self.stamp {
            return Err(changed_meanwhile(&self.path));
        }
        if let (Some(_), Some(folder)) = (&self.bytes, self.path.parent()) {
            made.extend(disk::make_folders(disk, book, &folder)?);
        }
        let target = self.path.under(book);
        match &self.bytes {
            Some(_) => disk.rename(&journal.staged(i), &target).map_err(refused(Doing::Writing, &self.path)),
            None => disk.rename(&target, &journal.saved(i)).map_err(refused(Doing::Removing, &self.path)),
        }
    }
}

fn refused(doing: Doing, path: &RelPath) -> impl Fn(io::Error) -> Problem {
    move |error| failure(doing, path.as_str(), &error)
}

fn look(book: &Path, path: &RelPath) -> Result<(Option<Stamp>, Fingerprint), Problem> {
    let stamp = disk::stamp(book, path)?;
    let bytes = disk::read_if_there(book, path, LARGEST_FILE)?;
    Ok((stamp, Fingerprint::of_option(bytes.as_deref())))
}

fn changed_meanwhile(path: &RelPath) -> Problem {
    Problem::refused("changed-meanwhile", "was changed by somebody else in the meantime; nothing was done")
        .at(Place::file(path.as_str()))
        .remedy("repeat the command")
}

/// A number that neither the journal nor the pending changes use.
fn free_number(book: &Path) -> Result<u64, Problem> {
    let files = journal_files(book)?;
    if files.iter().any(|(_, name)| name == "record" || name == "undo") {
        return Err(Problem::damaged(
            "journal-unfinished",
            "an interrupted change has not been completed yet",
        )
        .at(Place::file(JOURNAL))
        .remedy("repeat the command"));
    }
    let last = files.into_iter().map(|(number, _)| number).chain(pending_numbers(book)?).max();
    Ok(last.map_or(1, |last| last.saturating_add(1)))
}

/// Brings all new contents onto the disk, and gives the old ones a second name by which they can come back.
fn stage(disk: &mut dyn Disk, journal: &Journal, steps: &[Step]) -> Result<(), Problem> {
    for (i, step) in steps.iter().enumerate() {
        let Some(bytes) = &step.bytes else { continue };
        let (staged, target) = (journal.staged(i), step.path.under(journal.book));
        disk.write_new(&staged, bytes, Some(&target))
            .and_then(|()| disk.sync_file(&staged))
            .and_then(|()| if step.stamp.is_some() { save(disk, &target, &journal.saved(i)) } else { Ok(()) })
            .map_err(refused(Doing::Writing, &step.path))?;
    }
    Ok(())
}

/// A second name where the disk knows such, else a copy.
fn save(disk: &mut dyn Disk, file: &Path, saved: &Path) -> io::Result<()> {
    let Err(error) = disk.link(file, saved) else { return Ok(()) };
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::Unsupported | ErrorKind::TooManyLinks => {
            disk.copy_new(file, saved)?;
            disk.sync_file(saved)
        }
        _ => Err(error),
    }
}

/// From the moment this record has its name, the change will happen.
fn write_record(disk: &mut dyn Disk, journal: &Journal, record: &Record) -> Result<(), Problem> {
    let text = serde_json::to_vec_pretty(record)
        .map_err(|error| Problem::damaged("journal-damaged", error.to_string()))?;
    let draft = journal.record_draft();
    disk.write_new(&draft, &text, None)
        .and_then(|()| disk.sync_file(&draft))
        .and_then(|()| disk.rename(&draft, &journal.record()))
        .and_then(|()| disk.sync_folder(&journal.folder()))
        .map_err(|error| failure(Doing::Writing, JOURNAL, &error))
}

/// Brings the new names onto the disk, each folder once.
pub(super) fn sync_folders<'a>(
    disk: &mut dyn Disk,
    book: &Path,
    paths: impl IntoIterator<Item = &'a RelPath>,
) -> Result<(), Problem> {
    let folders: BTreeSet<Option<RelPath>> = paths.into_iter().map(RelPath::parent).collect();
    for folder in folders {
        let (place, shown) = match &folder {
            Some(folder) => (folder.under(book), folder.as_str()),
            None => (book.to_path_buf(), "."),
        };
        match disk.sync_folder(&place) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(failure(Doing::Writing, shown, &error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// The files are in place: the record now waits for git, or is done with.
pub(super) fn finish(disk: &mut dyn Disk, journal: &Journal, record: &Record) -> Result<(), Problem> {
    if record.note.is_some() {
        disk::make_folders(disk, journal.book, &RelPath::new(PENDING)?)?;
        disk.rename(&journal.record(), &journal.pending())
    } else {
        disk.remove_file(&journal.record())
    }
    .map_err(|error| failure(Doing::Writing, JOURNAL, &error))
}
