//! Changes that git has yet to record.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::apply::LARGEST_FILE;
use super::backward::fingerprint;
use super::fingerprint::Fingerprint;
use super::journal::{Journal, Note, PENDING, Target, pending_numbers, read_record};
use super::recovery::keep_beside;
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

    /// Where the content that its `i`-th file had before is kept beside that.
    fn kept_before(&self, i: usize) -> Result<RelPath, Problem> {
        RelPath::new(format!("{PENDING}/{}-{i}-before", self.number))
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

/// Keeps what these changes wrote, oldest first, and what their files held before, as far as `recorded` tells it of a
/// path. Meant for as long as git may take it out of the files again, as it does when a rebase is given up.
///
/// # Errors
/// What the disk refused.
pub fn keep(
    lock: &Lock,
    disk: &mut dyn Disk,
    waiting: &[Pending],
    recorded: &dyn Fn(&RelPath) -> Vec<Vec<u8>>,
) -> Result<(), Problem> {
    let read = |path: &RelPath| disk::read_if_there(lock.book(), path, LARGEST_FILE);
    // What the changes so far made of each file.
    let mut made: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    for change in waiting {
        for (i, target) in change.targets.iter().enumerate() {
            let (path, kept) = (target.rel_path()?, change.kept(i)?);
            let ours = match read(&kept)? {
                Some(bytes) => bytes,
                None => {
                    let Some(bytes) = read(&path)?.filter(|bytes| Fingerprint::of(bytes) == target.new)
                    else {
                        continue;
                    };
                    let before = made.get(target.path.as_str()).cloned().into_iter();
                    let mut before = before.chain(recorded(&path));
                    if let Some(before) = before.find(|bytes| Fingerprint::of(bytes) == target.old) {
                        let place = change.kept_before(i)?;
                        disk::replace(disk, lock.book(), &place, &before, Durability::Lasting)?;
                    }
                    disk::replace(disk, lock.book(), &kept, &bytes, Durability::Lasting)?;
                    bytes
                }
            };
            made.insert(target.path.as_str(), ours);
        }
    }
    Ok(())
}

/// What became of what git took out of the files.
#[derive(Debug, Default)]
pub struct Returned {
    /// These have it again.
    pub brought: Vec<RelPath>,
    /// These hold something else by now that contradicts it; what the change wrote stands beside, under the second name.
    pub beside: Vec<(RelPath, RelPath)>,
}

/// What a file is to hold that was `before`, that a change made `ours`, and that others made `theirs`; nothing where
/// these contradict each other.
pub type Together<'t> = &'t dyn Fn(&RelPath, Option<&[u8]>, &[u8], Option<&[u8]>) -> Option<Vec<u8>>;

/// Writes again what was kept: as it was, where the file is exactly as before the change, else `together` with what
/// stands there now.
///
/// # Errors
/// What the disk refused.
pub fn bring_back(
    lock: &Lock,
    disk: &mut dyn Disk,
    waiting: &Pending,
    together: Together<'_>,
) -> Result<Returned, Problem> {
    let mut returned = Returned::default();
    for (i, target) in waiting.targets.iter().enumerate() {
        let kept = waiting.kept(i)?;
        let read = |path: &RelPath| disk::read_if_there(lock.book(), path, LARGEST_FILE);
        let Some(ours) = read(&kept)?.filter(|bytes| Fingerprint::of(bytes) == target.new) else { continue };
        let path = target.rel_path()?;
        let present = read(&path)?;
        let now = Fingerprint::of_option(present.as_deref());
        if now == target.new || target.old == target.new {
            continue;
        }
        let wanted = if now == target.old {
            Some(ours)
        } else {
            let before = read(&waiting.kept_before(i)?)?;
            if Fingerprint::of_option(before.as_deref()) != target.old {
                // Nobody can tell whether the change is in it.
                continue;
            }
            together(&path, before.as_deref(), &ours, present.as_deref())
        };
        match wanted {
            Some(bytes) if present.as_ref() == Some(&bytes) => {}
            Some(bytes) => {
                disk::replace(disk, lock.book(), &path, &bytes, Durability::Lasting)?;
                returned.brought.push(path);
            }
            None => {
                let beside = keep_beside(disk, lock.book(), &kept.under(lock.book()), &path)?;
                returned.beside.push((path, beside));
            }
        }
    }
    Ok(returned)
}

/// Git has recorded the change: it waits no more.
///
/// # Errors
/// What the disk refused.
pub fn settle(lock: &Lock, disk: &mut dyn Disk, settled: &Pending) -> Result<(), Problem> {
    for kept in (0..settled.targets.len()).flat_map(|i| [settled.kept(i), settled.kept_before(i)]) {
        let kept = kept?;
        if disk::stamp(lock.book(), &kept)?.is_some() {
            // It is told when the record itself cannot go.
            let _ = disk.remove_file(&kept.under(lock.book()));
        }
    }
    let journal = Journal { book: lock.book(), number: settled.number };
    disk.remove_file(&journal.pending())
        .map_err(|error| failure(Doing::Removing, &format!("{PENDING}/{}.json", settled.number), &error))
}
