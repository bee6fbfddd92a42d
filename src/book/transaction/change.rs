//! What is to be written and removed, and what it was read from.

use std::collections::BTreeMap;

use super::fingerprint::Fingerprint;
use super::journal::Note;
use crate::book::disk::RelPath;

/// Changes of several files, gathered in memory until they are committed together.
#[derive(Debug, Default)]
pub struct Transaction {
    pub(super) changes: BTreeMap<RelPath, Option<Vec<u8>>>,
    pub(super) expected: BTreeMap<RelPath, Fingerprint>,
    pub(super) note: Option<Note>,
}

impl Transaction {
    /// Nothing to change yet.
    pub fn new() -> Transaction {
        Transaction::default()
    }

    /// The file shall hold `bytes`. The last word about a path counts.
    pub fn write(&mut self, path: RelPath, bytes: impl Into<Vec<u8>>) {
        self.changes.insert(path, Some(bytes.into()));
    }

    /// The file shall be gone; that it is gone already is fine.
    pub fn remove(&mut self, path: RelPath) {
        self.changes.insert(path, None);
    }

    /// The file was seen like this when the change was decided: if it is otherwise by now, nothing is changed.
    /// Meant for every file that the decision rests on, written or not.
    pub fn expect(&mut self, path: RelPath, seen: Fingerprint) {
        self.expected.insert(path, seen);
    }

    /// Git shall record the change like this. Without it, git is not told.
    pub fn record_as(&mut self, note: Note) {
        self.note = Some(note);
    }

    /// What would be changed, for a dry run: each path with its new content, `None` for a removal.
    pub fn changes(&self) -> impl Iterator<Item = (&RelPath, Option<&[u8]>)> {
        self.changes.iter().map(|(path, bytes)| (path, bytes.as_deref()))
    }
}
