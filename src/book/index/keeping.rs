//! What was learned of the book, written down: the next index, and beside it what everything is called.

use std::borrow::Cow;
use std::path::Path;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::compare::Folder;
use super::draft::{self, Draft};
use super::image::{self, Block, Head, Image};
use super::names;
use super::row::{Record, Row, Said, Which, records};
use crate::book::layout::JOBS;
use crate::domain::summary::CalledClient;

/// Writes the index of `folders`, those of the clients before those of the jobs. `image` is the one before.
pub fn save<'f>(
    draft: Draft,
    head: &Head,
    root: &Path,
    image: Option<&'f Image>,
    today: NaiveDate,
    folders: impl Iterator<Item = &'f Folder<'f>>,
) {
    let folders: Vec<&Folder<'_>> = folders.collect();
    let block = |folder: &&'f Folder<'f>| Some((*folder, block(folder, image, today)?));
    let blocks: Vec<(&Folder<'_>, Block<'_>)> =
        folders.par_iter().filter_map(block).filter(|(_, block)| block.count() > 0).collect();
    let before = draft::names_of(root);
    let before = names::chapters(&before).unwrap_or_default();
    let chapter = |(folder, block): &(&'f Folder<'f>, Block<'f>)| {
        let tag = block.tag();
        let known = before.get(&tag).map(|chapter| Cow::Borrowed(*chapter));
        Some((tag, known.or_else(|| names_in(folder, image).map(Cow::Owned))?))
    };
    let chapters: Option<Vec<(u64, Cow<'_, [u8]>)>> = blocks.par_iter().map(chapter).collect();
    let names = chapters.and_then(|chapters| names::write(&chapters));
    let blocks: Vec<Block<'_>> = blocks.into_iter().map(|(_, block)| block).collect();
    if let Some(pieces) = image::write(head, &blocks) {
        draft.save(&pieces, names.as_deref());
    }
}

/// A folder as bytes, taken from the index where that says the same; absent when that is damaged.
fn block<'f>(folder: &'f Folder<'f>, image: Option<&'f Image>, today: NaiveDate) -> Option<Block<'f>> {
    if folder.is_intact
        && let Some(block) = image.and_then(|image| image.block(&folder.path, folder.whole))
    {
        return Some(block);
    }
    let left_out = left_out(folder, image)?;
    // What settled files say is copied without having been looked at.
    let is_sound = image.is_none_or(|image| image.is_sound(&folder.path));
    let kept = |record: &&Record<'_>| is_sound || matches!(record.body, Said::Read(_));
    let records = folder.records.iter().chain(&left_out).filter(kept);
    let files = records.filter_map(|record| {
        let row = Row { near: record.row.is_current(today), ..record.row.clone() };
        let past = record.past.as_ref().map(|past| past.bytes(image));
        Some((row, record.body.bytes(image)?, past.unwrap_or(Some(&[]))?))
    });
    Block::write(&folder.path, folder.whole.filter(|_| is_sound), files)
}

/// Sealed files that are not among a folder's records; absent when the index is damaged there.
fn left_out<'i>(folder: &Folder<'_>, image: Option<&'i Image>) -> Option<Vec<Record<'i>>> {
    if folder.left_out == 0 {
        return Some(Vec::new());
    }
    let mut records = records(image?, &folder.path, Which::Near)?;
    records.retain(|record| record.row.sealed);
    Some(records)
}

/// What is called how in a folder; absent when the index is damaged there.
fn names_in(folder: &Folder<'_>, image: Option<&Image>) -> Option<Vec<u8>> {
    let left_out = left_out(folder, image)?;
    let mut records: Vec<&Record<'_>> = folder.records.iter().chain(&left_out).collect();
    records.sort_unstable_by(|one, other| one.row.id.cmp(&other.row.id));
    if folder.path.starts_with(JOBS) {
        let jobs = records.iter().map(|record| record.called_job(image));
        names::of_jobs(&jobs.collect::<Option<Vec<_>>>()?)
    } else {
        let clients = records.iter().map(|record| record.body.front::<CalledClient<'_>>(image));
        names::of_clients(&clients.collect::<Option<Vec<_>>>()?)
    }
}
