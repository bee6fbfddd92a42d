//! The folders of jobs and clients, listed on all cores.
//!
//! Links are not followed: a job behind one could leave the book's folder.

use std::fs::{DirEntry, ReadDir};
use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::*;

use super::stat::Stat;
use crate::book::disk::RelPath;
use crate::problem::{Place, Problem};

/// How deep files stand at most: `jobs/2026/000/`.
const DEEPEST: usize = 2;

/// A folder and the YAML files in it.
#[derive(Debug)]
pub struct Listing {
    /// Path of the folder, such as `jobs/2026/000`.
    pub folder: String,
    /// Name and stat data of each YAML file, by name.
    pub files: Vec<(String, Stat)>,
}

/// What stands under a folder.
#[derive(Debug, Default)]
pub struct Walk {
    /// The folders that were read, in the order of their years and numbers.
    pub listings: Vec<Listing>,
    /// What could not be read or does not belong.
    pub problems: Vec<Problem>,
}

/// Lists every YAML file under `top` (`jobs` or `clients`), which need not exist.
pub fn walk(root: &Path, top: &str) -> Walk {
    let mut walk = Walk::default();
    if let Err(problem) = RelPath::new(top).and_then(|top| top.resolved(root)) {
        walk.problems.push(problem);
        return walk;
    }
    let mut level = vec![top.to_string()];
    for depth in 0..=DEEPEST {
        let read: Vec<_> = level.par_iter().map(|folder| (folder, list(root, folder))).collect();
        let mut below = Vec::new();
        for (folder, read) in read {
            match read {
                Ok(found) => {
                    walk.problems.extend(found.problems);
                    below.extend(found.folders);
                    walk.listings.push(Listing { folder: folder.clone(), files: found.files });
                }
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => walk.problems.push(unreadable(folder, &error)),
            }
        }
        if depth == DEEPEST {
            walk.problems.extend(below.iter().map(|folder| stray(folder)));
        }
        level = below;
    }
    walk.listings.sort_by(|one, other| order(&one.folder).cmp(&order(&other.folder)));
    walk
}

/// Folders of one seat by their number, so that `1000` follows `999`.
fn order(folder: &str) -> (&str, &str, usize, &str) {
    let (parent, name) = folder.rsplit_once('/').unwrap_or(("", folder));
    let digits = name.trim_start_matches(|c: char| c.is_ascii_lowercase());
    (parent, &name[..name.len() - digits.len()], digits.len(), digits)
}

#[derive(Default)]
struct Found {
    files: Vec<(String, Stat)>,
    folders: Vec<String>,
    problems: Vec<Problem>,
}

fn list(root: &Path, folder: &str) -> io::Result<Found> {
    let mut found = Found::default();
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
            match stat(&entry) {
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

#[allow(clippy::disallowed_methods, reason = "the index reads the book's folders")]
fn entries(path: &Path) -> io::Result<ReadDir> {
    std::fs::read_dir(path)
}

/// Relative to the open folder, which is what makes it cheap.
fn stat(entry: &DirEntry) -> io::Result<Stat> {
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
