//! What a change may do to sealed files: the one place where every change is asked, whichever command makes it.
//!
//! A job that is sealed stays as it is until somebody unseals it. A client of old years who comes again is no harm: the
//! change takes the client out of the manifest itself, and says so. What takes in other copies, merges clients or
//! takes personal data out does so for jobs too.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::lookup::{changed_by_hand, is_sealed};
use super::manifest::{self, Hash, Rows, Seals, hash_of};
use crate::book::layout::{self, JOBS};
use crate::book::opening::Book;
use crate::domain::id::Id;
use crate::problem::{Outcome, Problem, Problems};

/// The trailer of a commit that took files out of the manifests: a job, a client or a year.
pub const UNSEALS: &str = "Unseals";
/// The trailer of a commit that put files into the manifests: how many.
pub const SEALS: &str = "Seals";

/// What a change may do to sealed jobs that it writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::book) enum Over {
    /// Nothing.
    #[default]
    Refused,
    /// Take them out of the manifest: it must be possible, and is told.
    Unsealed,
    /// The same, even where somebody changed the file by hand: the law wants it gone.
    UnsealedAnyway,
}

/// What becomes of the manifests by a change.
#[derive(Debug, Default)]
pub(in crate::book) struct Guarded {
    /// What is no longer sealed although nobody asked for that.
    pub unsealed: Vec<Id>,
    /// Files that come into a manifest.
    pub came: Vec<String>,
    /// Files that are in none any more.
    pub left: Vec<String>,
    /// Manifests as they shall be, where that differs from what the command asked for.
    pub manifests: BTreeMap<String, Rows>,
}

/// What a change is about to do, as far as seals are concerned.
pub(in crate::book) struct Asked<'c> {
    /// Paths of jobs and clients that it writes or removes, with what they shall hold; nothing when they go.
    pub written: BTreeMap<String, Option<Vec<u8>>>,
    /// Manifests that it writes or removes.
    pub manifests: BTreeMap<&'c str, Option<&'c [u8]>>,
    /// What it may do to sealed jobs.
    pub over: Over,
    /// The rows that come are of files it has just read.
    pub is_sealing: bool,
}

/// Judges a change by the manifests as they stand.
///
/// # Errors
/// `sealed` for each job that it would change; `sealed-changed`; `seal-damaged` when a manifest is to be written that
/// holds more than can be read.
pub(in crate::book) fn guard(book: &Book, seals: &Seals, asked: &Asked<'_>) -> Outcome<Guarded> {
    let mut guarded = Guarded::default();
    if seals.is_empty() && asked.manifests.is_empty() {
        return Ok(guarded);
    }
    let mut view = View { seals, after: BTreeMap::new() };
    for (path, bytes) in &asked.manifests {
        view.after.insert((*path).to_string(), Rows::read(bytes.unwrap_or_default()));
    }
    let mut problems = Vec::new();
    let mut dropped: BTreeSet<String> = BTreeSet::new();
    for (path, bytes) in &asked.written {
        let before = seals.of(path);
        if let Some(hash) = before.filter(|_| asked.over != Over::UnsealedAnyway)
            && book.bytes(path)?.is_none_or(|bytes| hash_of(&bytes) != hash)
        {
            problems.push(changed_by_hand(path));
            continue;
        }
        for (_, hash) in view.rows_of(path) {
            if bytes.as_deref().map(hash_of) == Some(hash) {
                continue;
            }
            let may = !path.starts_with(JOBS) || asked.over != Over::Refused || before != Some(hash);
            match layout::id_of_path(path) {
                Some(id) if !may => {
                    problems.push(is_sealed(&id));
                    break;
                }
                _ => {
                    dropped.insert(path.clone());
                }
            }
        }
    }
    Problems::check(problems)?;
    if !asked.is_sealing {
        dropped.extend(view.untrue(book, &asked.written));
    }
    view.drop(&dropped, &mut guarded)?;
    guarded.unsealed = dropped.iter().filter_map(|path| layout::id_of_path(path)).collect();
    view.compare(&mut guarded);
    Ok(guarded)
}

/// The manifests before and after.
struct View<'s> {
    seals: &'s Seals,
    /// Those that the change writes.
    after: BTreeMap<String, Rows>,
}

impl View<'_> {
    /// The rows that vouch for a file afterwards: one as a rule, several where copies sealed it in different years.
    fn rows_of(&self, path: &str) -> Vec<(String, Hash)> {
        let written = self.after.iter().filter_map(|(name, rows)| Some((name.clone(), *rows.0.get(path)?)));
        let kept = self.seals.entry(path).filter(|(name, _)| !self.after.contains_key(*name));
        written.chain(kept.map(|(name, hash)| (name.to_string(), hash))).collect()
    }

    /// Files that the change does not write, and for which a row comes that is not true of them.
    fn untrue(&self, book: &Book, written: &BTreeMap<String, Option<Vec<u8>>>) -> Vec<String> {
        let came = self.after.iter().flat_map(|(name, rows)| {
            let known = Rows::read(self.seals.bytes(name).unwrap_or_default());
            let is_new = move |(path, hash): &(&String, &Hash)| known.0.get(*path) != Some(*hash);
            rows.0.iter().filter(is_new)
        });
        let asked: Vec<(&String, &Hash)> = came.filter(|(path, _)| !written.contains_key(*path)).collect();
        let is_untrue = |(path, hash): &(&String, &Hash)| {
            let bytes = book.bytes(path).ok().flatten();
            bytes.is_none_or(|bytes| hash_of(&bytes) != **hash)
        };
        asked.into_par_iter().filter(is_untrue).map(|(path, _)| path.clone()).collect()
    }

    /// Takes the rows out that are not true of these files. A manifest that nobody asked to write must be sound.
    fn drop(&mut self, paths: &BTreeSet<String>, guarded: &mut Guarded) -> Outcome<()> {
        for path in paths {
            for (name, _) in self.rows_of(path) {
                if !self.after.contains_key(&name) {
                    self.seals.must_be_sound(&name)?;
                    self.after.insert(name.clone(), Rows::read(self.seals.bytes(&name).unwrap_or_default()));
                }
                if let Some(rows) = self.after.get_mut(&name) {
                    rows.0.remove(path);
                    guarded.manifests.insert(name, rows.clone());
                }
            }
        }
        // A manifest that lost several rows is told as it is in the end.
        for (name, rows) in &mut guarded.manifests {
            if let Some(last) = self.after.get(name) {
                rows.clone_from(last);
            }
        }
        Ok(())
    }

    fn compare(&self, guarded: &mut Guarded) {
        let (mut came, mut left) = (BTreeSet::new(), BTreeSet::new());
        for (name, rows) in &self.after {
            let known = Rows::read(self.seals.bytes(name).unwrap_or_default());
            came.extend(rows.0.keys().filter(|path| !known.0.contains_key(*path)).cloned());
            left.extend(known.0.keys().filter(|path| !rows.0.contains_key(*path)).cloned());
        }
        guarded.left = left.difference(&came).cloned().collect();
        guarded.came = came.into_iter().collect();
    }
}

impl Seals {
    /// Refuses to write a manifest of which something cannot be read: it would be lost.
    ///
    /// # Errors
    /// `seal-damaged`.
    pub(in crate::book) fn must_be_sound(&self, path: &str) -> Outcome<()> {
        let is_of = |problem: &Problem| problem.place.as_ref().is_some_and(|place| place.file == path);
        let found = self.problems().into_iter().filter(is_of);
        Problems::check(found.filter(|problem| problem.severity == crate::problem::Severity::Error).collect())
    }
}

/// Whether a file of the book is a manifest.
pub(in crate::book) fn is_manifest(path: &str) -> bool {
    manifest::year_of(path).is_some()
}
