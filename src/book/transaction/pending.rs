//! Changes that git has yet to record.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::apply::LARGEST_FILE;
use super::backward::fingerprint;
use super::fingerprint::Fingerprint;
use super::journal::{Journal, Note, PENDING, Target, before, kept_files, pending_numbers, read_record};
use super::recovery::keep_beside;
use crate::book::disk::{self, Disk, Doing, Durability, RelPath, failure};
use crate::book::lock::Lock;
use crate::problem::Problem;

/// As many bytes are remembered while another program works on the files.
const REMEMBERED: usize = 64 << 20;

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

    /// Where the content that its `i`-th file had before is kept as long as it waits.
    fn kept_before(&self, i: usize) -> Result<RelPath, Problem> {
        RelPath::new(format!("{PENDING}/{}", before(self.number, i)))
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

/// What changes wrote, remembered while another program may write into the same files.
#[derive(Debug, Default)]
pub struct Remembered(BTreeMap<RelPath, Vec<u8>>);

impl Remembered {
    /// What these changes wrote, as far as it still stands in the files and is not too much to be held.
    ///
    /// # Errors
    /// `path-unsafe` when a record was tampered with; what the disk refused.
    pub fn of(book: &Path, changes: &[Pending]) -> Result<Remembered, Problem> {
        let (mut remembered, mut left) = (Remembered::default(), REMEMBERED);
        for target in changes.iter().flat_map(|change| &change.targets) {
            let path = target.rel_path()?;
            let Some(bytes) = disk::read_if_there(book, &path, LARGEST_FILE)? else { continue };
            if bytes.len() > left {
                break;
            }
            if Fingerprint::of(&bytes) == target.new {
                left -= bytes.len();
                remembered.0.insert(path, bytes);
            }
        }
        Ok(remembered)
    }

    /// Whether somebody wrote into one of the files since.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn is_overtaken(&self, book: &Path) -> Result<bool, Problem> {
        for (path, bytes) in &self.0 {
            if disk::read_if_there(book, path, LARGEST_FILE)?.as_ref() != Some(bytes) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Keeps what these changes wrote, as it stands in the files or is `remembered`. Meant for as long as git may take it
/// out of the files again, as it does when a rebase is given up.
///
/// # Errors
/// What the disk refused.
pub fn keep(
    lock: &Lock,
    disk: &mut dyn Disk,
    waiting: &[Pending],
    remembered: &Remembered,
) -> Result<(), Problem> {
    let read = |path: &RelPath| disk::read_if_there(lock.book(), path, LARGEST_FILE);
    for change in waiting {
        for (i, target) in change.targets.iter().enumerate() {
            let (path, kept) = (target.rel_path()?, change.kept(i)?);
            if disk::stamp(lock.book(), &kept)?.is_some() {
                continue;
            }
            let as_made = |bytes: &Vec<u8>| Fingerprint::of(bytes) == target.new;
            let bytes = read(&path)?.filter(as_made);
            if let Some(bytes) = bytes.or_else(|| remembered.0.get(&path).cloned().filter(as_made)) {
                disk::replace(disk, lock.book(), &kept, &bytes, Durability::Lasting)?;
            }
        }
    }
    Ok(())
}

/// Removes what is kept for all changes that wait: personal data that was erased shall not stay there.
///
/// # Errors
/// What the disk refused.
pub fn forget_kept(lock: &Lock, disk: &mut dyn Disk) -> Result<(), Problem> {
    let book = lock.book();
    kept_files(book)?.into_iter().try_for_each(|(_, kept)| {
        disk.remove_file(&kept.under(book)).map_err(|error| failure(Doing::Removing, kept.as_str(), &error))
    })
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
            let is_known = Fingerprint::of_option(before.as_deref()) == target.old;
            // Where it is not, nobody can tell whether the change is in the file.
            is_known.then(|| together(&path, before.as_deref(), &ours, present.as_deref())).flatten()
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
    let refused = |place: &str| {
        let place = place.to_string();
        move |error| failure(Doing::Removing, &place, &error)
    };
    // The record goes last: as long as it stands, the rest is not forgotten.
    for kept in (0..settled.targets.len()).flat_map(|i| [settled.kept(i), settled.kept_before(i)]) {
        let kept = kept?;
        if disk::stamp(lock.book(), &kept)?.is_some() {
            disk.remove_file(&kept.under(lock.book())).map_err(refused(kept.as_str()))?;
        }
    }
    let journal = Journal { book: lock.book(), number: settled.number };
    disk.remove_file(&journal.pending()).map_err(refused(&format!("{PENDING}/{}.json", settled.number)))
}
