//! Changes that git has yet to record.

use std::collections::BTreeSet;
use std::path::Path;

use super::backward::fingerprint;
use super::fingerprint::Fingerprint;
use super::journal::{Journal, Note, PENDING, Target, pending_numbers, read_record};
use crate::book::disk::{Disk, Doing, RelPath, failure};
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

/// Git has recorded the change: it waits no more.
///
/// # Errors
/// What the disk refused.
pub fn settle(lock: &Lock, disk: &mut dyn Disk, settled: &Pending) -> Result<(), Problem> {
    let journal = Journal { book: lock.book(), number: settled.number };
    disk.remove_file(&journal.pending())
        .map_err(|error| failure(Doing::Removing, &format!("{PENDING}/{}.json", settled.number), &error))
}
