//! From the question to the answer: walk, compare, open what changed, keep what that taught.

use std::collections::HashSet;
use std::path::Path;

use chrono::Duration;
use rayon::prelude::*;
use serde::Serialize;

use super::compare::{Folder, compare};
use super::contents::{ClientEntry, Contents, JobEntry};
use super::draft::{self, Draft};
use super::image::{self, Block, Head, Image};
use super::record::JobBody;
use super::scan::Scan;
use super::stat::Stat;
use super::walk::{Walk, walk};
use super::{clients, jobs, names};
use crate::book::layout::{CLIENTS, JOBS};
use crate::domain::moment::Moment;
use crate::domain::summary::ClientSummary;
use crate::problem::{Outcome, Problem};

/// Dues are computed this many days beyond what is asked, so that tomorrow's question finds them too.
const DAYS_AHEAD: i64 = 40;
/// Writing the index costs about as much as opening one file in so many that it knows: with fewer changes
/// than that, opening them again next time is cheaper.
const FILES_WORTH_A_CHANGE: usize = 2_000;

/// What the book at `root` holds. The answer is the one that reading every file would give; the index only
/// makes it quick, and is brought up to date when that pays.
///
/// # Errors
/// `book-unreadable` when `root` is no folder. Damaged files are no error: they are named in the answer.
pub fn load(root: &Path, scan: &Scan<'_>) -> Outcome<Contents> {
    if !root.is_dir() {
        let problem = Problem::damaged("book-unreadable", format!("{} is no folder", root.display()));
        return Err(problem.remedy("name the book's folder with -C").into());
    }
    let (image, (client_walk, job_walk)) =
        rayon::join(|| draft::read(root), || rayon::join(|| walk(root, CLIENTS), || walk(root, JOBS)));
    let mut changes = folders_gone(image.as_ref(), &client_walk, &job_walk);
    // Dues of other rules, or not far enough, make a job's record useless; a client's stays good.
    let job_image = image.as_ref().filter(|image| dues_hold(image.head(), scan));
    let ((mut client_folders, client_strays), (mut job_folders, job_strays)) = rayon::join(
        || compare(image.as_ref(), client_walk.listings),
        || compare(job_image, job_walk.listings),
    );
    let mut damaged = [client_walk.problems, job_walk.problems, client_strays, job_strays].concat();
    changes += gone(&client_folders) + gone(&job_folders);

    // Files are read after the draft's time was taken: what changes later is then stamped with it or a later
    // one, and shows.
    let must_open = has_candidates(&client_folders) || has_candidates(&job_folders);
    let draft = if must_open || changes > 0 { Draft::begin(root) } else { None };
    let settles = |stat: &Stat| draft.as_ref().is_some_and(|draft| stat.is_settled(draft.began));
    let horizon = match job_image {
        Some(image) => image.head().horizon,
        None => seconds(scan.dues_until) + Duration::days(DAYS_AHEAD).num_seconds(),
    };
    let until = scan.dues_until.plus(Duration::seconds(horizon - seconds(scan.dues_until)));
    let (clients, opened) = clients::refresh(root, scan.read_client, &mut client_folders, settles);
    changes += opened.changes;
    damaged.extend(opened.problems);
    let opened = jobs::refresh(root, scan, until, &clients, &mut job_folders, settles);
    changes += opened.changes;
    damaged.extend(opened.problems);

    let mut made = None;
    if let Some(draft) = draft
        && changes > (count(&client_folders) + count(&job_folders)) / FILES_WORTH_A_CHANGE
    {
        let head = Head { began: draft.began, rules: scan.rules.clone(), horizon };
        let mut all = blocks(&client_folders, image.as_ref());
        all.extend(blocks(&job_folders, job_image));
        made = image::write(&head, &all).map(|bytes| (draft, bytes));
    }
    damaged.sort_by(|one, other| one.place.cmp(&other.place));
    let jobs = job_entries(job_folders, scan.dues_until);
    let clients = client_entries(client_folders);
    if let Some((draft, bytes)) = made {
        draft.save(&bytes, names::write(&clients, &jobs).as_deref());
    }
    Ok(Contents { jobs, clients, damaged })
}

fn seconds(moment: Moment) -> i64 {
    moment.instant().timestamp()
}

fn dues_hold(head: &Head, scan: &Scan<'_>) -> bool {
    head.rules == scan.rules && head.horizon >= seconds(scan.dues_until)
}

fn has_candidates<B>(folders: &[Folder<B>]) -> bool {
    folders.iter().any(|folder| !folder.candidates.is_empty())
}

fn count<B>(folders: &[Folder<B>]) -> usize {
    folders.iter().map(|folder| folder.records.len()).sum()
}

fn gone<B>(folders: &[Folder<B>]) -> usize {
    folders.iter().map(|folder| folder.gone).sum()
}

/// How many folders the index knows that are no longer there.
fn folders_gone(image: Option<&Image>, clients: &Walk, jobs: &Walk) -> usize {
    let Some(image) = image else { return 0 };
    let listings = clients.listings.iter().chain(&jobs.listings);
    let there: HashSet<&str> = listings.map(|listing| listing.folder.as_str()).collect();
    image.folders().filter(|folder| !there.contains(folder)).count()
}

/// Each folder's records as bytes; those that `image` already has are taken from there.
fn blocks<'a, B: Serialize + Sync>(folders: &'a [Folder<B>], image: Option<&'a Image>) -> Vec<Block<'a>> {
    folders
        .par_iter()
        .filter(|folder| !folder.records.is_empty())
        .filter_map(|folder| match image.and_then(|image| image.block(&folder.path)) {
            Some(block) if folder.is_intact => Some(block),
            _ => Block::write(&folder.path, &folder.records),
        })
        .collect()
}

fn job_entries(folders: Vec<Folder<JobBody>>, until: Moment) -> Vec<JobEntry> {
    let mut entries = Vec::with_capacity(count(&folders));
    for record in folders.into_iter().flat_map(|folder| folder.records) {
        let JobBody { summary, dues, .. } = record.body;
        let dues = dues.into_iter().filter(|due| due.at() <= until).map(|due| due.due(&summary)).collect();
        entries.push(JobEntry { summary, dues });
    }
    entries
}

fn client_entries(folders: Vec<Folder<ClientSummary>>) -> Vec<ClientEntry> {
    let mut entries = Vec::with_capacity(count(&folders));
    let records = folders.into_iter().flat_map(|folder| folder.records);
    entries.extend(records.map(|record| ClientEntry { summary: record.body }));
    entries
}
