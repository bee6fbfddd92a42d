//! The folders of jobs and clients, looked into on all cores.
//!
//! Links are not followed: a job behind one could leave the book's folder.

use std::fs::{DirEntry, ReadDir};
use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::*;

use super::stat::{OpenFolder, Stat};
use crate::book::disk::RelPath;
use crate::problem::{Place, Problem};

/// Folders below the top: the year, then the hundreds.
const DEEPEST: usize = 2;

/// What stands in one folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files that may be a job's or client's, by name; those that were not to be looked at are not among them.
    pub files: Vec<(String, Stat)>,
    /// The folders in it.
    pub folders: Vec<String>,
    /// What cannot be read or does not belong.
    pub problems: Vec<Problem>,
}

/// What came of a folder.
pub struct Visit<F> {
    /// What was made of it.
    pub found: F,
    /// The folders in it, to be looked into next.
    pub below: Vec<String>,
    /// What cannot be read or does not belong.
    pub problems: Vec<Problem>,
}

/// Looks into the folders from `top` of the book at `root` on, each with `visit`: what came of each, by its path
/// (shorter numbers first), and what cannot be read or does not belong.
pub fn walk<F: Send>(
    root: &Path,
    top: &str,
    visit: impl Fn(&str) -> io::Result<Visit<F>> + Sync,
) -> (Vec<(String, F)>, Vec<Problem>) {
    let (mut all, mut problems) = (Vec::new(), Vec::new());
    if let Err(problem) = RelPath::new(top).and_then(|top| top.resolved(root)) {
        return (all, vec![problem]);
    }
    let mut level = vec![top.to_string()];
    for depth in 0..=DEEPEST {
        let visited: Vec<_> = level.into_par_iter().map(|folder| (visit(&folder), folder)).collect();
        let mut below = Vec::new();
        for (visited, folder) in visited {
            match visited {
                Ok(visit) => {
                    problems.extend(visit.problems);
                    below.extend(visit.below);
                    all.push((folder, visit.found));
                }
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => problems.push(unreadable(&folder, &error)),
            }
        }
        if depth == DEEPEST {
            problems.extend(below.iter().map(|folder| stray(folder)));
        }
        level = below;
    }
    all.sort_by(|one, other| order(&one.0).cmp(&order(&other.0)));
    (all, problems)
}

/// The parent, then the seat, then the number.
fn order(folder: &str) -> (&str, &str, usize, &str) {
    let (parent, name) = folder.rsplit_once('/').unwrap_or(("", folder));
    let digits = name.trim_start_matches(|c: char| c.is_ascii_lowercase());
    (parent, &name[..name.len() - digits.len()], digits.len(), digits)
}

/// What stands in `folder`. Files of which `is_known` says so are not looked at.
///
/// # Errors
/// What the disk refused for the folder as a whole.
pub fn list(root: &Path, folder: &str, mut is_known: impl FnMut(&str) -> bool) -> io::Result<Listing> {
    let mut found = Listing::default();
    for entry in entries(&root.join(folder))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let kind = entry.file_type()?;
        let is_yaml = name.ends_with(".yaml") || name.ends_with(".yml");
        if kind.is_dir() {
            found.folders.push(format!("{folder}/{name}"));
        } else if kind.is_file() && is_yaml {
            if is_known(&name) {
                continue;
            }
            match stat_of_entry(&entry) {
                Ok(stat) => found.files.push((name, stat)),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => found.problems.push(unreadable(&format!("{folder}/{name}"), &error)),
            }
        } else if kind.is_symlink() || is_yaml {
            found.problems.push(not_a_file(&format!("{folder}/{name}")));
        }
    }
    found.files.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    found.folders.sort_unstable();
    Ok(found)
}

/// What the disk says of files in `folder` that are known to stand there; absent when one of them does not.
pub fn look_at(root: &Path, folder: &str, ids: impl Iterator<Item = impl AsRef<str>>) -> Option<Listing> {
    let opened = OpenFolder::open(&root.join(folder))?;
    let of_file = |id: &str| {
        let name = format!("{id}.yaml");
        let stat = opened.stat_of_file(&name)?;
        Some((name, stat))
    };
    let files = ids.map(|id| of_file(id.as_ref())).collect::<Option<Vec<_>>>()?;
    Some(Listing { files, ..Listing::default() })
}

/// What the disk says of a folder of the book, before it is looked into; absent when it says nothing.
#[allow(clippy::disallowed_methods, reason = "the index looks at the book's folders")]
pub fn stat_of(root: &Path, folder: &str) -> Option<Stat> {
    let found = std::fs::symlink_metadata(root.join(folder)).ok()?;
    found.is_dir().then(|| Stat::of(&found))
}

/// Whether a file stands there.
#[allow(clippy::disallowed_methods, reason = "the index looks at the book's files")]
pub fn is_file(root: &Path, path: &str) -> bool {
    std::fs::symlink_metadata(root.join(path)).is_ok_and(|found| found.is_file())
}

/// The files in `folder` whose names end in `ending`, by name; none when there is no such folder.
pub fn list_named(root: &Path, folder: &str, ending: &str) -> Vec<(String, Stat)> {
    let Ok(entries) = entries(&root.join(folder)) else { return Vec::new() };
    let named = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().into_string().ok().filter(|name| name.ends_with(ending))?;
        Some((name, stat_of_entry(&entry).ok()?))
    });
    let mut found: Vec<_> = named.collect();
    found.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    found
}

#[allow(clippy::disallowed_methods, reason = "the index reads the book's folders")]
fn entries(path: &Path) -> io::Result<ReadDir> {
    std::fs::read_dir(path)
}

fn stat_of_entry(entry: &DirEntry) -> io::Result<Stat> {
    entry.metadata().map(|metadata| Stat::of(&metadata))
}

fn unreadable(path: &str, error: &io::Error) -> Problem {
    Problem::damaged("unreadable", format!("{path} cannot be read"))
        .at(Place::file(path))
        .because(error.to_string())
        .remedy("give yourself the right to read it")
}

fn not_a_file(path: &str) -> Problem {
    Problem::damaged("not-a-file", format!("{path} is a link or no plain file"))
        .at(Place::file(path))
        .because("links in a book are not followed, so nothing in it is listed")
        .remedy("put the file or folder itself there")
}

fn stray(folder: &str) -> Problem {
    Problem::damaged("folder-too-deep", format!("no file of a book stands in {folder}"))
        .at(Place::file(folder))
        .remedy("move its files to where their IDs belong, or the folder out of the book")
}
