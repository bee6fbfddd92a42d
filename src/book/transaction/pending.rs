//! Changes that git has yet to record.

use std::collections::BTreeSet;
use std::path::Path;

use super::apply::LARGEST_FILE;
use super::backward::fingerprint;
use super::fingerprint::Fingerprint;
use super::journal::{Journal, Note, PENDING, Target, pending_numbers, read_record};
use crate::book::disk::{self, Disk, Doing, Durability, RelPath, failure};
use crate::book::lock::Lock;
use crate::problem::Problem;

/// A change whose files are in place, and which waits for its commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    pub(super) number: u64,
    pub(super) targets: Vec<Target>,
    /// How git shall record it.
    pub note: Note,
}

impl Pending {
    /// Its place in the order of changes.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Where the content of its `i`-th file is kept while git may take it out of the book.
    fn kept(&self, i: usize) -> Result<RelPath, Problem> {
        RelPath::new(format!("{PENDING}/{}-{i}", self.number))
    }

    /// Whether both changed one file.
    pub fn shares_a_file_with(&self, other: &Pending) -> bool {
        let ours: BTreeSet<&str> = self.targets.iter().map(|target| target.path.as_str()).collect();
        other.targets.iter().any(|target| ours.contains(target.path.as_str()))
    }

    /// The files it changed.
    ///
    /// # Errors
    /// `path-unsafe` when the record was tampered with.
    pub fn paths(&self) -> Result<Vec<RelPath>, Problem> {
        self.targets.iter().map(Target::rel_path).collect()
    }

    /// Those of its files that did not exist before.
    pub fn new_paths(&self) -> impl Iterator<Item = &str> {
        self.targets
            .iter()
            .filter(|target| target.old == Fingerprint::Absent)
            .map(|target| target.path.as_str())
    }

    /// Those of its files that somebody changed since.
    ///
    /// # Errors
    /// `path-unsafe` when the record was tampered with; what the disk refused.
    pub fn edited_since(&self, book: &Path) -> Result<Vec<RelPath>, Problem> {
        let mut edited = Vec::new();
        for target in &self.targets {
            let path = target.rel_path()?;
            if fingerprint(book, &path)? != target.new {
                edited.push(path);
            }
        }
        Ok(edited)
    }
}

/// All changes that wait for git, oldest first, and the problems with records that cannot be read: they stay
/// where they are and stop nothing else.
///
/// # Errors
/// What the disk refused.
pub fn pending(book: &Path) -> Result<(Vec<Pending>, Vec<Problem>), Problem> {
    let (mut waiting, mut problems) = (Vec::new(), Vec::new());
    for number in pending_numbers(book)? {
        match read_record(book, &format!("{PENDING}/{number}.json")) {
            Ok(record) => {
                waiting.extend(record.note.map(|note| Pending { number, targets: record.targets, note }));
            }
            Err(problem) => problems.push(problem.warning()),
        }
    }
    Ok((waiting, problems))
}

/// Keeps what the change wrote. Meant for as long as git may take it out of the files again, as it does when a
/// rebase is given up.
///
/// # Errors
/// What the disk refused.
pub fn keep(lock: &Lock, disk: &mut dyn Disk, waiting: &Pending) -> Result<(), Problem> {
    for (i, target) in waiting.targets.iter().enumerate() {
        let (path, kept) = (target.rel_path()?, waiting.kept(i)?);
        let Some(bytes) = disk::read_if_there(lock.book(), &path, LARGEST_FILE)? else { continue };
        let is_ours = Fingerprint::of(&bytes) == target.new;
        if is_ours && disk::stamp(lock.book(), &kept)?.is_none() {
            disk::replace(disk, lock.book(), &kept, &bytes, Durability::Lasting)?;
        }
    }
    Ok(())
}

/// Writes again what was kept, where the file is exactly as it was before the change. Tells those files.
///
/// # Errors
/// What the disk refused.
pub fn bring_back(lock: &Lock, disk: &mut dyn Disk, waiting: &Pending) -> Result<Vec<RelPath>, Problem> {
    let mut brought = Vec::new();
    for (i, target) in waiting.targets.iter().enumerate() {
        let Some(bytes) = disk::read_if_there(lock.book(), &waiting.kept(i)?, LARGEST_FILE)? else {
            continue;
        };
        let path = target.rel_path()?;
        let was_taken_back = fingerprint(lock.book(), &path)? == target.old && target.old != target.new;
        if was_taken_back && Fingerprint::of(&bytes) == target.new {
            disk::replace(disk, lock.book(), &path, &bytes, Durability::Lasting)?;
            brought.push(path);
        }
    }
    Ok(brought)
}

/// Git has recorded the change: it waits no more.
///
/// # Errors
/// What the disk refused.
pub fn settle(lock: &Lock, disk: &mut dyn Disk, settled: &Pending) -> Result<(), Problem> {
    for i in 0..settled.targets.len() {
        let kept = settled.kept(i)?;
        if disk::stamp(lock.book(), &kept)?.is_some() {
            // It is told when the record itself cannot go.
            let _ = disk.remove_file(&kept.under(lock.book()));
        }
    }
    let journal = Journal { book: lock.book(), number: settled.number };
    disk.remove_file(&journal.pending())
        .map_err(|error| failure(Doing::Removing, &format!("{PENDING}/{}.json", settled.number), &error))
}
