//! The files of the journal and its record.
//!
//! `N-record` says what change number N means, and that it will happen; `N-undo` that it will be taken back.
//! `N-new-I` is the new content of the record's I-th target, `N-old-I` the old one. Files without a record or
//! undo mean nothing. While a change waits for git as `pending/N.json`, what its I-th target held before stands beside as
//! `N-I-before`, and what it holds as `N-I` as long as git may take that out of the book.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::fingerprint::Fingerprint;
use crate::book::disk::{self, RelPath};
use crate::book::git::CommitMessage;
use crate::problem::{Place, Problem};

pub(super) const JOURNAL: &str = ".jobbook/journal";
pub(super) const PENDING: &str = ".jobbook/pending";
const FORMAT: u32 = 1;
/// The largest record that is read: some 100,000 files in one change.
const LARGEST_RECORD: u64 = 64 << 20;

/// How git shall record a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What the commit says.
    pub message: CommitMessage,
    /// Name and mail of the acting person; absent: git's own user.
    pub author: Option<(String, String)>,
    /// The moment of the commit in RFC 3339; absent: git's own clock.
    pub when: Option<String>,
    /// The commit of another copy that the change takes in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joins: Option<String>,
    /// What the files held before is to be gone at once.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erases: bool,
}

/// One file of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Target {
    pub path: String,
    pub old: Fingerprint,
    pub new: Fingerprint,
}

impl Target {
    /// The path, checked again: a record is a file that anybody may have written.
    pub fn rel_path(&self) -> Result<RelPath, Problem> {
        RelPath::new(self.path.as_str())
    }
}

/// What a change means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    pub format: u32,
    pub targets: Vec<Target>,
    pub note: Option<Note>,
}

impl Record {
    pub fn new(targets: Vec<Target>, note: Option<Note>) -> Record {
        Record { format: FORMAT, targets, note }
    }

    /// Whether what the files held before stays as long as git has yet to record the change.
    pub fn keeps_what_was(&self) -> bool {
        self.note.as_ref().is_some_and(|note| !note.erases)
    }
}

/// The names of one change's files in the journal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Journal<'a> {
    pub book: &'a Path,
    pub number: u64,
}

impl Journal<'_> {
    /// The folder of all changes.
    pub fn folder(&self) -> PathBuf {
        self.book.join(JOURNAL)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder().join(format!("{}-{name}", self.number))
    }

    pub fn record(&self) -> PathBuf {
        self.file("record")
    }

    pub fn record_draft(&self) -> PathBuf {
        self.file("draft")
    }

    pub fn undo(&self) -> PathBuf {
        self.file("undo")
    }

    pub fn staged(&self, target: usize) -> PathBuf {
        self.file(&format!("new-{target}"))
    }

    pub fn saved(&self, target: usize) -> PathBuf {
        self.file(&format!("old-{target}"))
    }

    pub fn pending(&self) -> PathBuf {
        self.book.join(PENDING).join(format!("{}.json", self.number))
    }

    /// Where what stood under a name of the journal is kept while the change waits for git.
    pub fn kept(&self, name: &str) -> Option<PathBuf> {
        let target: usize = name.strip_prefix("old-")?.parse().ok()?;
        Some(self.book.join(PENDING).join(before(self.number, target)))
    }
}

/// So the file is named that keeps what a target held before a change that waits for git.
pub(super) fn before(number: u64, target: usize) -> String {
    format!("{number}-{target}-before")
}

/// The numbers of the journal's changes with the names of their files, by number.
///
/// # Errors
/// What the disk refused.
pub(super) fn journal_files(book: &Path) -> Result<Vec<(u64, String)>, Problem> {
    let mut files: Vec<_> = disk::list(book, Some(&RelPath::new(JOURNAL)?))?
        .into_iter()
        .filter_map(|entry| {
            let (number, name) = entry.name.split_once('-')?;
            Some((number.parse().ok()?, name.to_string()))
        })
        .collect();
    files.sort();
    Ok(files)
}

/// The numbers of the changes that wait for git, in their order.
///
/// # Errors
/// What the disk refused.
pub(super) fn pending_numbers(book: &Path) -> Result<Vec<u64>, Problem> {
    let mut numbers: Vec<_> = disk::list(book, Some(&RelPath::new(PENDING)?))?
        .into_iter()
        .filter_map(|entry| entry.name.strip_suffix(".json")?.parse().ok())
        .collect();
    numbers.sort_unstable();
    Ok(numbers)
}

/// What is kept for changes that wait or waited for git, with their numbers.
///
/// # Errors
/// What the disk refused.
pub(super) fn kept_files(book: &Path) -> Result<Vec<(u64, RelPath)>, Problem> {
    let mut kept = Vec::new();
    for entry in disk::list(book, Some(&RelPath::new(PENDING)?))? {
        if let Some(number) = entry.name.split_once('-').and_then(|(number, _)| number.parse().ok()) {
            kept.push((number, RelPath::new(format!("{PENDING}/{}", entry.name))?));
        }
    }
    Ok(kept)
}

/// Reads a record; `path` is relative to the book.
///
/// # Errors
/// `journal-damaged` when it cannot be understood; what the disk refused.
pub(super) fn read_record(book: &Path, path: &str) -> Result<Record, Problem> {
    let bytes = disk::read(book, &RelPath::new(path)?, LARGEST_RECORD)?;
    let damaged = |cause: String| {
        Problem::damaged("journal-damaged", "is no record of a change that this program can read")
            .at(Place::file(path))
            .because(cause)
            .remedy(format!("compare the files beside it with the book's, then delete {path}"))
    };
    let record: Record = serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))?;
    if record.format == FORMAT {
        Ok(record)
    } else {
        Err(damaged(format!("its format is {}", record.format)).remedy("update jobbook"))
    }
}
