//! Whether one file is sealed, and as it was sealed: for commands that look at one job or client.

use super::manifest::{self, Hash, hash_of};
use crate::book::disk::{self, EntryKind, RelPath};
use crate::book::entity::Entity;
use crate::book::layout::{self, SEALED};
use crate::book::opening::Book;
use crate::domain::id::Id;
use crate::problem::{Place, Problem};

impl Book {
    /// The hash that a job's or client's file must have; none when it is not sealed. It looks for the one row where
    /// it stands in the order, so that it takes as long in a large book as in a small one.
    pub fn seal_of<E: Entity>(&self, id: &Id) -> Option<Hash> {
        self.seal_at(&E::path(id)).map(|(_, hash)| hash)
    }

    /// The year whose manifest vouches for a job's or client's file.
    pub fn sealed_in<E: Entity>(&self, id: &Id) -> Option<i32> {
        self.seal_at(&E::path(id)).map(|(year, _)| year)
    }

    /// Year and hash that a manifest tells of the file at `path`.
    pub(in crate::book) fn seal_at(&self, path: &str) -> Option<(i32, Hash)> {
        let folder = RelPath::new(SEALED).ok()?;
        let manifests = disk::list(self.root(), Some(&folder)).ok()?;
        let files = manifests.iter().filter(|entry| matches!(entry.kind, EntryKind::File | EntryKind::Link));
        let mut files = files.map(|entry| format!("{SEALED}/{}", entry.name));
        files.find_map(|file| {
            let year = manifest::year_of(&file)?;
            let row = disk::sorted_row(self.root(), &RelPath::new(file.as_str()).ok()?, &format!("{path},"));
            Some((year, manifest::read_hash(row.ok()??.as_bytes())?))
        })
    }

    /// Refuses a sealed file that is not as it was sealed: somebody changed it without a command.
    ///
    /// # Errors
    /// `sealed-changed`.
    pub fn must_be_as_sealed<E: Entity>(&self, id: &Id) -> Result<(), Problem> {
        let path = E::path(id);
        let Some((_, hash)) = self.seal_at(&path) else { return Ok(()) };
        let bytes = self.bytes(&path).ok().flatten();
        if bytes.is_some_and(|bytes| hash_of(&bytes) == hash) { Ok(()) } else { Err(changed_by_hand(&path)) }
    }

    /// Refuses to begin a change of a job that is sealed, or of anything sealed that was changed by hand.
    ///
    /// # Errors
    /// `sealed`, `sealed-changed`.
    pub fn must_be_open_to_changes<E: Entity>(&self, id: &Id) -> Result<(), Problem> {
        self.must_be_as_sealed::<E>(id)?;
        let is_job = E::path(id).starts_with(layout::JOBS);
        if is_job && self.seal_of::<E>(id).is_some() { Err(is_sealed(id)) } else { Ok(()) }
    }
}

/// The job is sealed, and a command would change it.
pub(in crate::book) fn is_sealed(id: &Id) -> Problem {
    Problem::refused("sealed", format!("{id} is sealed: its year is closed, and it stays as it is"))
        .remedy(format!("jobbook unseal {id} --reason \"…\", then give the command again"))
        .remedy(format!("jobbook job issue {id} \"…\", for new work that comes from it"))
}

/// A sealed file is not as it was sealed.
pub(in crate::book) fn changed_by_hand(path: &str) -> Problem {
    let name = layout::id_of_path(path).map_or_else(|| path.to_string(), |id| id.to_string());
    Problem::refused(
        "sealed-changed",
        format!("{name} is sealed, and its file was changed without a command"),
    )
    .at(Place::file(path))
    .because("its hash is not the one that the manifest of sealed files vouches for")
    .remedy(format!("git checkout -- {path}  brings back what git recorded last"))
    .remedy(format!("git log -p -- {path}  tells who changed it, if that was recorded"))
    .remedy(format!("jobbook unseal {name} --reason \"…\"  accepts the change"))
}
