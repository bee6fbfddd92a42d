//! Which files manifests vouch for, as far as the index asks.

use std::path::Path;

use super::image::Image;
use super::row::Row;
use super::scan::Scan;
use super::stat::Stat;
use super::walk::list_named;
use crate::book::index::fingerprint::Print;
use crate::book::layout::SEALED;

/// The hash that a manifest vouches for, of the file at a path.
pub type Sealed<'a> = &'a (dyn Fn(&str) -> Option<[u8; 32]> + Sync);

/// The manifests of the book.
pub struct Manifests<'a> {
    manifests: Vec<(String, Stat)>,
    hold: bool,
    sealed: Sealed<'a>,
}

impl<'a> Manifests<'a> {
    /// The manifests as they stand there now.
    pub fn of(root: &Path, image: Option<&Image>, scan: &Scan<'a>) -> Manifests<'a> {
        let manifests = list_named(root, SEALED, ".csv");
        let hold = image.is_some_and(|image| {
            image.head().manifests == manifests
                && manifests.iter().all(|(_, stat)| stat.is_settled(image.head().began))
        });
        Manifests { manifests, hold, sealed: scan.sealed }
    }

    /// The manifests, by name.
    pub fn manifests(&self) -> &[(String, Stat)] {
        &self.manifests
    }

    /// Whether there are any.
    pub fn are_any(&self) -> bool {
        !self.manifests.is_empty()
    }

    /// Whether the index follows them as they are, so that nobody needs to read them.
    pub fn hold(&self) -> bool {
        self.hold
    }

    /// Whether they vouch for what the index knows of a file in `folder`.
    pub fn vouch_for(&self, folder: &str, row: &Row<'_>) -> bool {
        if self.hold {
            row.sealed
        } else {
            self.vouch_for_read(&format!("{folder}/{}.yaml", row.id), row.print)
        }
    }

    /// Whether they vouch for a file that was just read. One that the index did not know, while it follows them, is
    /// treated like any other: that costs a look at it each time, until a manifest changes.
    pub fn vouch_for_read(&self, path: &str, print: Print) -> bool {
        !self.hold
            && self.are_any()
            && (self.sealed)(path).is_some_and(|hash| Print::of_digest(&hash) == print)
    }
}
