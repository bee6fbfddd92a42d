//! One folder's files against what the index knew of them: what can be kept, what must be opened.

use std::collections::HashSet;
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::image::Image;
use super::manifests::Manifests;
use super::row::{Record, Row, Which, records};
use super::scan::Wanted;
use super::stat::Stat;
use super::walk::{Listing, Visit, list, look_at, stat_of, walk};
use crate::book::layout::{JOBS, client_path, id_of_path, id_of_yearly_part, job_path};
use crate::domain::id::Id;
use crate::problem::{Outcome, Place, Problem};

/// How far the index is believed of files that did not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belief {
    /// In all that it says.
    Whole,
    /// Where nothing is open: what falls due is asked for further ahead than it knows.
    Settled,
    /// Where a manifest vouches for the file: the rules are others.
    Sealed,
}

/// What folders are compared with.
#[derive(Clone, Copy)]
pub struct Memory<'i> {
    /// The book.
    pub root: &'i Path,
    /// The index.
    pub image: Option<&'i Image>,
    /// How far it is believed.
    pub belief: Belief,
    /// The manifests.
    pub seals: &'i Manifests<'i>,
    /// What is asked for.
    pub wanted: Wanted,
    /// A moment before the first folder was looked into, by the disk's time, in nanoseconds since 1970.
    pub since: i64,
}

/// A file that must be opened.
#[derive(Debug)]
pub struct Candidate<'i> {
    /// Whose file it is, by its path.
    pub id: Id,
    /// Where it is.
    pub path: String,
    /// What the disk says of it now.
    pub stat: Stat,
    /// What the index knew of it.
    pub old: Option<Record<'i>>,
    /// Whether that still holds when its bytes are the same.
    pub is_believed: bool,
}

/// One folder.
#[derive(Debug)]
pub struct Folder<'i> {
    /// Its path.
    pub path: String,
    /// What is known of its files, by ID.
    pub records: Vec<Record<'i>>,
    /// Files that must be opened.
    pub candidates: Vec<Candidate<'i>>,
    /// Files that are no longer there.
    pub gone: Vec<String>,
    /// Files that a manifest vouches for and did not, or the other way round.
    pub resealed: usize,
    /// Whether the index already says exactly this.
    pub is_intact: bool,
    /// How many sealed files the index knows in it that nobody asked for: they are not among the records.
    pub left_out: usize,
    /// What the disk said of it before it was looked into, when nothing but these files stands in it.
    pub whole: Option<Stat>,
    /// Whether the index had something of it that is damaged.
    pub was_damaged: bool,
}

/// What came of opening files.
#[derive(Debug, Default)]
pub struct Opened {
    /// How many things the index did not know.
    pub changes: usize,
    /// What is wrong with the files.
    pub problems: Vec<Problem>,
    /// Whose files cannot be read.
    pub damaged: Vec<Id>,
    /// Whose files say something else than the index knew, or cannot be read any more.
    pub news: HashSet<String>,
}

/// Compares every folder from `top` on, and names what does not belong there.
pub fn compare<'i>(memory: Memory<'i>, top: &str) -> (Vec<Folder<'i>>, Vec<Problem>) {
    let (folders, problems) = walk(memory.root, top, |path| visit(memory, path));
    (folders.into_iter().map(|(_, folder)| folder).collect(), problems)
}

/// What the index knows of a folder, by the manifests as they are.
struct Recalled<'i> {
    records: Vec<Record<'i>>,
    /// Files that a manifest vouches for and did not, or the other way round.
    resealed: usize,
    /// Those that none vouches for any more.
    broken: HashSet<String>,
    was_damaged: bool,
}

fn recall<'i>(memory: Memory<'i>, path: &str, which: Which) -> Recalled<'i> {
    let known = memory.image.and_then(|image| records(image, path, which));
    let was_damaged = known.is_none() && memory.image.is_some_and(|image| image.known(path).is_some());
    let mut recalled =
        Recalled { records: known.unwrap_or_default(), resealed: 0, broken: HashSet::new(), was_damaged };
    for record in &mut recalled.records {
        let is_sealed = memory.seals.vouch_for(path, &record.row);
        if record.row.sealed != is_sealed {
            recalled.resealed += 1;
            record.row.sealed = is_sealed;
            if !is_sealed {
                recalled.broken.insert(record.row.id.clone().into_owned());
            }
        }
        // Where a manifest vouches for a file nothing is open.
        record.row.settled |= is_sealed;
    }
    recalled
}

/// What stands in a folder in which no file came, went or was replaced since the index was written: nobody needs to
/// list it. Absent when it is not as supposed.
fn look<'i>(memory: Memory<'i>, path: &str, which: Which) -> Option<(Recalled<'i>, Listing)> {
    let recalled = recall(memory, path, which);
    if recalled.was_damaged {
        return None;
    }
    let rows = recalled.records.iter().map(|record| &record.row).filter(|row| !row.sealed);
    let listing = look_at(memory.root, path, rows.map(|row| &row.id))?;
    Some((recalled, listing))
}

fn visit<'i>(memory: Memory<'i>, path: &str) -> io::Result<Visit<Folder<'i>>> {
    let whole = stat_of(memory.root, path);
    let kept = memory.image.and_then(|image| image.known(path));
    let is_as_kept = kept.is_some_and(|kept| kept.whole.is_some() && kept.whole == whole);
    let all = match memory.wanted {
        Wanted::Current(_) => Which::Near,
        Wanted::Everything | Wanted::Clients => Which::Whole,
    };
    // Clients are asked for one by one, by who has a job open.
    let leaves_sealed = all == Which::Near && memory.seals.hold() && path.starts_with(JOBS);
    let which = if leaves_sealed { Which::Unsealed } else { all };
    let looked = if is_as_kept { look(memory, path, which) } else { None };
    let (recalled, listing, seen, left_out) = match looked {
        Some((recalled, listing)) => {
            let seen = recalled.records.iter().map(|record| record.row.sealed).collect();
            let left_out = kept.map_or(0, |kept| kept.count.saturating_sub(recalled.records.len()));
            (recalled, listing, seen, left_out)
        }
        None => {
            let recalled = recall(memory, path, all);
            let mut seen = vec![false; recalled.records.len()];
            let is_sealed = |name: &str| {
                let stem = name.strip_suffix(".yaml").unwrap_or("");
                let at = recalled.records.binary_search_by(|record| (*record.row.id).cmp(stem));
                let sealed = at.ok().filter(|at| recalled.records[*at].row.sealed);
                sealed.inspect(|at| seen[*at] = true).is_some()
            };
            let listing = list(memory.root, path, is_sealed)?;
            (recalled, listing, seen, 0)
        }
    };
    let Recalled { records: known, resealed, broken, was_damaged } = recalled;
    let is_whole = listing.folders.is_empty() && listing.problems.is_empty();
    let mut folder = Folder {
        path: path.to_string(),
        records: Vec::with_capacity(known.len()),
        candidates: Vec::new(),
        gone: Vec::new(),
        resealed,
        is_intact: resealed == 0 && !was_damaged,
        left_out,
        whole: whole.filter(|whole| is_whole && whole.is_settled(memory.since)),
        was_damaged,
    };
    let began = memory.image.map_or(i64::MIN, |image| image.head().began);
    let believed = |row: &Row<'_>| match memory.belief {
        _ if broken.contains(&*row.id) => false,
        Belief::Whole => true,
        Belief::Settled => row.settled,
        Belief::Sealed => row.sealed,
    };
    let mut problems = listing.problems;
    // Both sides stand in the order of their names, so each file is looked for from where the last one was found.
    let mut known = known.into_iter().zip(seen).peekable();
    let pass = |folder: &mut Folder<'i>, (record, seen): (Record<'i>, bool)| {
        if seen {
            folder.records.push(record);
        } else {
            folder.gone.push(record.row.id.into_owned());
        }
    };
    for (name, stat) in listing.files {
        let stem = name.strip_suffix(".yaml").unwrap_or("");
        while let Some(other) = known.next_if(|(record, _)| *record.row.id < *stem) {
            pass(&mut folder, other);
        }
        let old = known.next_if(|(record, _)| record.row.id == stem).map(|(record, _)| record);
        let is_believed = old.as_ref().is_some_and(|old| believed(&old.row));
        match old {
            Some(old) if is_believed && old.row.stat == stat && stat.is_settled(began) => {
                folder.records.push(old);
            }
            old => {
                let path = format!("{}/{name}", folder.path);
                match id_of_path(&path) {
                    Some(id) => folder.candidates.push(Candidate { id, path, stat, old, is_believed }),
                    None if id_of_yearly_part(&path).is_some() => {}
                    None => {
                        problems.push(misplaced(&path));
                        folder.whole = None;
                    }
                }
            }
        }
    }
    known.for_each(|other| pass(&mut folder, other));
    folder.is_intact &= folder.gone.is_empty();
    Ok(Visit { found: folder, below: listing.folders, problems })
}

impl<'i> Folder<'i> {
    /// Makes candidates of the records that are `stale` though their files are the same.
    pub fn reopen(&mut self, path: impl Fn(&Id) -> String, is_stale: impl Fn(&Row<'i>) -> bool) {
        if !self.records.iter().any(|record| is_stale(&record.row)) {
            return;
        }
        for record in std::mem::take(&mut self.records) {
            match record.row.id.parse::<Id>() {
                Ok(id) if is_stale(&record.row) => {
                    let (path, stat) = (path(&id), record.row.stat);
                    self.candidates.push(Candidate { id, path, stat, old: Some(record), is_believed: false });
                }
                _ => self.records.push(record),
            }
        }
    }
}

/// Opens every candidate on all cores. `settles` says whether the index may from now on know a file without
/// opening it.
pub fn open_all<'i>(
    folders: &mut [Folder<'i>],
    open: impl Fn(&Candidate<'i>) -> Outcome<Record<'i>> + Sync,
    settles: impl Fn(&Stat) -> bool + Sync,
) -> Opened {
    let candidates: Vec<(usize, Candidate<'i>)> = folders
        .iter_mut()
        .enumerate()
        .flat_map(|(at, folder)| {
            std::mem::take(&mut folder.candidates).into_iter().map(move |candidate| (at, candidate))
        })
        .collect();
    let results: Vec<_> =
        candidates.into_par_iter().map(|(at, candidate)| (at, open(&candidate), candidate)).collect();
    let mut opened = Opened::default();
    let mut touched = vec![false; folders.len()];
    for (at, result, candidate) in results {
        let Candidate { id, old, is_believed, .. } = candidate;
        let is_other = match (&result, &old) {
            (Ok(record), Some(old)) => record.row.print != old.row.print,
            (Ok(_), None) | (Err(_), Some(_)) => true,
            (Err(_), None) => false,
        };
        // Read for a reason that will hold next time, too, unless the index learns of it.
        let is_change = match (&result, &old) {
            (Ok(record), Some(old)) => {
                is_other || !is_believed || record.row.stat != old.row.stat || settles(&record.row.stat)
            }
            _ => is_other,
        };
        if is_change {
            opened.changes += 1;
            folders[at].is_intact = false;
        }
        if is_other {
            opened.news.insert(id.as_str().to_string());
        }
        match result {
            Ok(record) => {
                touched[at] = true;
                folders[at].records.push(record);
            }
            Err(problems) => {
                // What is wrong in it is to be told each time.
                folders[at].whole = None;
                opened.problems.extend(problems.into_vec());
                opened.damaged.push(id);
            }
        }
    }
    for (folder, _) in folders.iter_mut().zip(touched).filter(|(_, touched)| *touched) {
        folder.records.sort_unstable_by(|one, other| one.row.id.cmp(&other.row.id));
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
