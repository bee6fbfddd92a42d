//! What a change does to sealed files and to the manifests that vouch for them.

use std::collections::BTreeMap;

use super::Change;
use super::held::Held;
use crate::book::entity::Entity;
use crate::book::layout;
use crate::book::sealing::guarding::{Asked, Guarded, Over, guard, is_manifest};
use crate::book::sealing::lookup::is_sealed;
use crate::book::sealing::{Seals, UNSEALS};
use crate::book::transaction::Fingerprint;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::problem::Outcome;

/// Rows that are looked up one by one; for more the manifests are read whole.
const LOOKED_UP: usize = 16;

impl Change<'_> {
    /// The manifests of sealed files as the book stands.
    pub(in crate::book) fn seals(&self) -> &Seals {
        self.seals.get_or_init(|| Seals::read(self.book.root()))
    }

    /// Whether a job's or client's file is sealed as the book stands. Of a few files each row is looked up where it
    /// stands, so that a change takes as long in a large book as in a small one.
    pub(in crate::book) fn is_sealed(&self, path: &str) -> bool {
        let touched = self.jobs.len() + self.clients.len() + self.files.len();
        match self.seals.get() {
            None if touched <= LOOKED_UP => self.book.seal_at(path).is_some(),
            _ => self.seals().of(path).is_some(),
        }
    }

    /// Sealed jobs that this changes are sealed no longer: it must be possible, whatever is sealed.
    pub(in crate::book) fn unseals_what_it_changes(&mut self) {
        self.over = Over::Unsealed;
    }

    /// The manifests vouch for files that were read just now, and are expected to stay as they are.
    pub(in crate::book) fn has_read_what_it_seals(&mut self) {
        self.is_sealing = true;
    }

    /// Refuses at once what would be refused in the end, so that a part is left out and not the whole.
    pub(super) fn must_spare_sealed_jobs(&self, before: &BTreeMap<Id, Held<Job>>) -> Outcome<()> {
        if self.over != Over::Refused {
            return Ok(());
        }
        let after = |held: Option<&Held<Job>>| held.and_then(|held| held.after.clone());
        for (id, held) in self.jobs.iter().filter(|(_, held)| held.is_changed()) {
            if self.is_sealed(&Job::path(id)) && after(before.get(id)) != held.after {
                return Err(is_sealed(id).into());
            }
        }
        Ok(())
    }

    /// What the change does to sealed files and their manifests; the latter are put right.
    ///
    /// # Errors
    /// As [`guard`].
    pub(in crate::book) fn mind_the_seals(&mut self) -> Outcome<Guarded> {
        let manifests: BTreeMap<&str, Option<&[u8]>> = self
            .files
            .iter()
            .filter(|(path, _)| is_manifest(path))
            .map(|(path, bytes)| (path.as_str(), bytes.as_deref()))
            .collect();
        let changes_manifests = !manifests.is_empty();
        // What no manifest knows is nobody's concern, and need not be written twice.
        let is_known = |path: &String| changes_manifests || self.is_sealed(path);
        let mut written: BTreeMap<String, Option<Vec<u8>>> = BTreeMap::new();
        for (id, held) in self.jobs.iter().filter(|(_, held)| held.is_changed()) {
            let path = Job::path(id);
            if is_known(&path) {
                let text = held.text_after(&path)?;
                written.insert(path, text.map(String::into_bytes));
            }
        }
        for (id, held) in self.clients.iter().filter(|(_, held)| held.is_changed()) {
            let path = Client::path(id);
            if is_known(&path) {
                let text = held.text_after(&path)?;
                written.insert(path, text.map(String::into_bytes));
            }
        }
        for (path, bytes) in &self.files {
            if layout::id_of_path(path).is_some() && is_known(path) {
                written.insert(path.clone(), bytes.clone());
            }
        }
        if written.is_empty() && !changes_manifests {
            return Ok(Guarded::default());
        }
        let asked = Asked { written, manifests, over: self.over, is_sealing: self.is_sealing };
        let guarded = guard(self.book, self.seals(), &asked)?;
        for (path, rows) in &guarded.manifests {
            if !self.expected.contains_key(path) {
                let seen = Fingerprint::of_option(self.seals().bytes(path));
                self.expect(path, seen);
            }
            let bytes = rows.write();
            if bytes.as_deref() == self.seals().bytes(path) {
                self.files.remove(path);
            } else {
                self.files.insert(path.clone(), bytes);
            }
        }
        for id in &guarded.unsealed {
            self.note(UNSEALS, id.as_str());
        }
        self.unsealed.extend(guarded.unsealed.iter().cloned());
        Ok(guarded)
    }
}
