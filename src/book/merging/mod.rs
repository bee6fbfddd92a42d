//! One file that two copies of the book changed, brought together (X03).
//!
//! What only one side changed is taken from it, and what either added is kept; where both changed one thing, somebody
//! says whose holds. Files are brought together by what they mean, and never hold anything that cannot be read.
//!
//! - [`conflict`]: what both sides changed, and who says whose holds.
//! - [`facts`]: jobs, clients and the schedule, value by value. [`handwriting`]: what people wrote beside the values.
//! - [`text`]: files that people write: line by line, as far as they then still mean what both meant.

mod conflict;
mod facts;
mod handwriting;
mod text;

pub use conflict::{Conflict, Settlement};

use super::disk::RelPath;
use super::layout;
use super::schedule_file::SCHEDULE;
use super::sealing::{self, guarding::is_manifest};
use crate::domain::client::Client;
use crate::domain::history::Side;
use crate::domain::job::Job;
use crate::domain::schedule::Schedule;
use crate::problem::{Outcome, Place, Problem};

/// What a file held where the copies parted, and what each made of it; nothing where it was not there.
#[derive(Debug, Clone, Copy)]
pub struct Versions<'a> {
    /// Where they parted.
    pub base: Option<&'a [u8]>,
    /// Here.
    pub ours: Option<&'a [u8]>,
    /// There.
    pub theirs: Option<&'a [u8]>,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// What it holds now; nothing when it is gone.
    pub bytes: Option<Vec<u8>>,
    /// What both changed and nobody has settled; there `bytes` has what is ours.
    pub conflicts: Vec<Conflict>,
}

impl Merged {
    fn clean(bytes: Option<&[u8]>) -> Merged {
        Merged { bytes: bytes.map(<[u8]>::to_vec), conflicts: Vec::new() }
    }

    /// One side's file as it is, if somebody said whose; else a conflict over the whole.
    fn whole(path: &RelPath, versions: Versions<'_>, settlement: &Settlement, because: &str) -> Merged {
        let conflict = Conflict::of_whole(path, versions, because);
        match settlement.of(&conflict) {
            Some(Side::Ours) => Merged::clean(versions.ours),
            Some(Side::Theirs) => Merged::clean(versions.theirs),
            None => Merged { bytes: versions.ours.map(<[u8]>::to_vec), conflicts: vec![conflict] },
        }
    }
}

/// What both sides make of the file at `path`. `elsewhere` tells whether either side has a file of that path.
///
/// # Errors
/// `seat-shared` when both gave numbers under one seat; `format-newer`; what is wrong in a file that cannot be read;
/// what git refused.
pub fn merge_file(
    path: &RelPath,
    versions: Versions<'_>,
    settlement: &Settlement,
    elsewhere: &(dyn Fn(&str) -> bool + Sync),
) -> Outcome<Merged> {
    let Versions { base, ours, theirs } = versions;
    if ours == theirs || base == theirs {
        return Ok(Merged::clean(ours));
    }
    if base == ours {
        return Ok(Merged::clean(theirs));
    }
    let name = path.as_str();
    if is_manifest(name) {
        return Ok(Merged::clean(sealing::merging::merge(base, ours, theirs).as_deref()));
    }
    if name.starts_with("outbox/") {
        return Ok(letter(path, versions, settlement, elsewhere));
    }
    let (Some(ours), Some(theirs)) = (ours, theirs) else {
        let because = if ours.is_none() { "it is gone here" } else { "it is gone there" };
        return Ok(Merged::whole(path, versions, settlement, because));
    };
    let is_of_seat = ["numbers", "reminded", "metrics"]
        .iter()
        .any(|kind| name.strip_prefix(kind).is_some_and(|rest| rest == ".yaml" || rest.starts_with('-')));
    if is_of_seat {
        return Err(seat_shared(name, "both copies have written into it").into());
    }
    match layout::id_of_path(name) {
        Some(id) if base.is_none() => {
            Err(seat_shared(name, &format!("both copies have begun a {id} of their own")).into())
        }
        Some(_) if name.starts_with(layout::CLIENTS) => {
            facts::merge_entity::<Client>(path, versions, settlement)
        }
        Some(_) => facts::merge_entity::<Job>(path, versions, settlement),
        None if name == SCHEDULE => facts::merge::<Schedule>(path, versions, settlement, |_| None),
        None => text::merge(path, base, ours, theirs, versions, settlement),
    }
}

/// Letters are made alike in both copies, and go one way: what was sent is not ready any more.
fn letter(
    path: &RelPath,
    versions: Versions<'_>,
    settlement: &Settlement,
    elsewhere: &(dyn Fn(&str) -> bool + Sync),
) -> Merged {
    match (versions.ours, versions.theirs) {
        // The same letter, made in both: the one that others may have seen holds.
        (Some(_), Some(theirs)) if versions.base.is_none() => Merged::clean(Some(theirs)),
        (None, _) | (_, None) => {
            let name = path.as_str().rsplit('/').next().unwrap_or_default();
            if elsewhere(&format!("outbox/sent/{name}")) {
                return Merged::clean(None);
            }
            Merged::whole(path, versions, settlement, "it was dropped on one side and edited on the other")
        }
        _ => Merged::whole(path, versions, settlement, "a letter is one piece"),
    }
}

fn seat_shared(path: &str, because: &str) -> Problem {
    Problem::refused("seat-shared", "both copies number with the same letters")
        .at(Place::file(path))
        .because(because)
        .because("so one number was given twice, and numbers are never changed")
        .remedy("in the copy that has less: jobbook undo what it made there, then git config --unset jobbook.seat and jobbook sync")
}

#[cfg(test)]
mod tests;
