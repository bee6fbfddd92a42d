//! One folder's files against what the index knew of them: what can be kept, what must be opened.

use rayon::prelude::*;
use serde::de::DeserializeOwned;

use super::image::Image;
use super::record::{Body, Record};
use super::stat::Stat;
use super::walk::Listing;
use crate::book::layout::{client_path, id_of_path, id_of_yearly_part, job_path};
use crate::domain::id::Id;
use crate::problem::{Outcome, Place, Problem};

/// A file that must be opened.
#[derive(Debug)]
pub struct Candidate<B> {
    /// Whose file it is, by its path.
    pub id: Id,
    /// Where it is.
    pub path: String,
    /// What the disk says of it now.
    pub stat: Stat,
    /// What the index knew of it.
    pub old: Option<Record<B>>,
}

/// One folder.
#[derive(Debug)]
pub struct Folder<B> {
    /// Its path.
    pub path: String,
    /// What is known of its files, by ID.
    pub records: Vec<Record<B>>,
    /// Files that must be opened.
    pub candidates: Vec<Candidate<B>>,
    /// Files that are no longer there.
    pub gone: usize,
    /// Whether the index already says exactly this.
    pub is_intact: bool,
}

/// What came of opening files.
#[derive(Debug, Default)]
pub struct Opened {
    /// Records that the index has not, or has in another way.
    pub changes: usize,
    /// What is wrong with files.
    pub problems: Vec<Problem>,
    /// Whose files are damaged.
    pub damaged: Vec<Id>,
}

/// Compares every folder of `listings` with what `image` knows of it.
pub fn compare<B>(image: Option<&Image>, listings: Vec<Listing>) -> (Vec<Folder<B>>, Vec<Problem>)
where
    B: Body + DeserializeOwned + Send,
{
    let (folders, problems): (Vec<_>, Vec<_>) = listings
        .into_par_iter()
        .map(|listing| {
            let known = image.and_then(|image| image.records(&listing.folder)).unwrap_or_default();
            let began = image.map_or(i64::MIN, |image| image.head().began);
            compare_folder(listing, known, began)
        })
        .unzip();
    (folders, problems.into_iter().flatten().collect())
}

fn compare_folder<B: Body>(listing: Listing, known: Vec<Record<B>>, began: i64) -> (Folder<B>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut folder = Folder {
        path: listing.folder,
        records: Vec::with_capacity(listing.files.len()),
        candidates: Vec::new(),
        gone: 0,
        is_intact: true,
    };
    // Both sides stand in the order of their names, so each file is looked for from where the last one was found.
    let mut known = known.into_iter().peekable();
    for (name, stat) in listing.files {
        let stem = name.strip_suffix(".yaml").unwrap_or("");
        while known.next_if(|record| record.body.id().as_str() < stem).is_some() {
            folder.gone += 1;
        }
        let old = known.next_if(|record| record.body.id().as_str() == stem);
        match old {
            Some(old) if old.stat == stat && stat.is_settled(began) => folder.records.push(old),
            old => {
                let path = format!("{}/{name}", folder.path);
                match id_of_path(&path) {
                    Some(id) => folder.candidates.push(Candidate { id, path, stat, old }),
                    None if id_of_yearly_part(&path).is_some() => {}
                    None => problems.push(misplaced(&path)),
                }
            }
        }
    }
    folder.gone += known.count();
    folder.is_intact = folder.gone == 0;
    (folder, problems)
}

impl<B: Body> Folder<B> {
    /// Moves every record that `is_stale` to the candidates: its file must be opened though it is the same.
    pub fn reopen(&mut self, path: impl Fn(&Id) -> String, is_stale: impl Fn(&B) -> bool) {
        if !self.records.iter().any(|record| is_stale(&record.body)) {
            return;
        }
        for record in std::mem::take(&mut self.records) {
            if is_stale(&record.body) {
                let id = record.body.id().clone();
                let path = path(&id);
                self.candidates.push(Candidate { id, path, stat: record.stat, old: Some(record) });
            } else {
                self.records.push(record);
            }
        }
    }
}

/// Opens every candidate of `folders` with `open`, on all cores. `settles` tells of a file that the index
/// could not trust so far whether the next one can.
pub fn open_all<B>(
    folders: &mut [Folder<B>],
    open: impl Fn(&Candidate<B>) -> Outcome<Record<B>> + Sync,
    settles: impl Fn(&Stat) -> bool + Sync,
) -> Opened
where
    B: Body + PartialEq + Send + Sync,
{
    let candidates: Vec<(usize, Candidate<B>)> = folders
        .iter_mut()
        .enumerate()
        .flat_map(|(at, folder)| {
            std::mem::take(&mut folder.candidates).into_iter().map(move |candidate| (at, candidate))
        })
        .collect();
    let results: Vec<_> = candidates
        .into_par_iter()
        .map(|(at, candidate)| {
            let result = open(&candidate);
            let is_news = match (&result, &candidate.old) {
                (Ok(record), Some(old)) => record != old || settles(&record.stat),
                (Ok(_), None) | (Err(_), Some(_)) => true,
                (Err(_), None) => false,
            };
            (at, candidate.id, result, is_news)
        })
        .collect();
    let mut opened = Opened::default();
    let mut touched = vec![false; folders.len()];
    for (at, id, result, is_news) in results {
        if is_news {
            opened.changes += 1;
            folders[at].is_intact = false;
        }
        match result {
            Ok(record) => {
                touched[at] = true;
                folders[at].records.push(record);
            }
            Err(problems) => {
                opened.problems.extend(problems.into_vec());
                opened.damaged.push(id);
            }
        }
    }
    for (folder, _) in folders.iter_mut().zip(touched).filter(|(_, touched)| *touched) {
        folder.records.sort_unstable_by(|one, other| one.body.id().cmp(other.body.id()));
    }
    opened
}

fn misplaced(path: &str) -> Problem {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.split_once('.').map_or(stem, |(id, _)| id);
    let problem = Problem::damaged("misplaced", format!("no file of a job or client stands at {path}"))
        .at(Place::file(path))
        .because("it is in no list until it stands where its ID belongs");
    match stem.parse::<Id>() {
        Ok(id) if path.starts_with("jobs/") => problem.remedy(format!("git mv {path} {}", job_path(&id))),
        Ok(id) => problem.remedy(format!("git mv {path} {}", client_path(&id))),
        Err(_) => problem.remedy("move it out of this folder, or give it the name of an ID"),
    }
}
