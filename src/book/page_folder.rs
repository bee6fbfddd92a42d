//! A folder of pages outside of the book: what an earlier run made is replaced or removed, nothing else is touched.
//!
//! A list in the folder names the files that are ours, with a hash of each. It is written before them, so that a run
//! that was interrupted can be made again; a file that is not on it is somebody else's.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::disk;
use crate::problem::{Outcome, Problem, Problems};

/// The list.
const LIST: &str = "jobbook-pages.json";
/// What git reads to leave a folder alone.
const IGNORE: &str = ".gitignore";
/// The largest list that is read, in bytes.
const LARGEST: u64 = 1 << 20;

#[derive(Debug, Default, Serialize, Deserialize)]
struct List {
    format: u32,
    files: BTreeMap<String, String>,
}

/// What became of the folder.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Written {
    /// Files that are new or changed.
    pub written: Vec<String>,
    /// Files that stood there as they are.
    pub unchanged: Vec<String>,
    /// Files of an earlier run that are no longer made.
    pub removed: Vec<String>,
    /// Such files that somebody changed since: they stay.
    pub kept: Vec<String>,
}

/// Writes the pages into `folder`, which is made when it is not there. With `dry_run` only tells what it would do.
///
/// # Errors
/// `output-in-book`, `pages-foreign`, `pages-list`; what the disk refused.
pub fn write_pages(
    root: &Path,
    folder: &Path,
    pages: &[(String, String)],
    dry_run: bool,
) -> Outcome<Written> {
    must_be_elsewhere(root, folder)?;
    let before = list(folder)?;
    must_be_ours(folder, pages, &before)?;
    let hashes: BTreeMap<String, String> =
        pages.iter().map(|(name, text)| (name.clone(), hash(text.as_bytes()))).collect();
    let mut done = Written::default();
    let mut left = BTreeMap::new();
    for (name, known) in before.files.iter().filter(|(name, _)| !hashes.contains_key(*name)) {
        match disk::read_outside_if_there(&folder.join(name), u64::MAX >> 1)? {
            Some(bytes) if hash(&bytes) == *known => done.removed.push(name.clone()),
            Some(_) => done.kept.push(name.clone()),
            None => {}
        }
        left.insert(name.clone(), known.clone());
    }
    let mut changed = Vec::new();
    for (name, text) in pages {
        let there = disk::read_outside_if_there(&folder.join(name), u64::MAX >> 1)?;
        if there.is_some_and(|there| there == text.as_bytes()) {
            done.unchanged.push(name.clone());
        } else {
            done.written.push(name.clone());
            changed.push((name, text));
        }
    }
    if dry_run {
        return Ok(done);
    }
    disk::make_folder_outside(folder)?;
    keep_out_of_history(root, folder)?;
    let mut all = hashes.clone();
    all.extend(left);
    write_list(folder, all)?;
    for (name, text) in changed {
        disk::write_outside(&folder.join(name), text.as_bytes())?;
    }
    for name in &done.removed {
        disk::remove_outside(&folder.join(name))?;
    }
    write_list(folder, hashes)?;
    Ok(done)
}

/// Pages in the book's own folder name clients: they belong into no commit and no clone.
fn keep_out_of_history(root: &Path, folder: &Path) -> Outcome<()> {
    let file = folder.join(IGNORE);
    if disk::path_within(root, folder).is_some() && !disk::is_there_outside(&file) {
        disk::write_outside(&file, b"*\n")?;
    }
    Ok(())
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn write_list(folder: &Path, files: BTreeMap<String, String>) -> Outcome<()> {
    let text = serde_json::to_string_pretty(&List { format: 1, files })
        .map_err(|error| Problem::damaged("pages-list", error.to_string()))?;
    let file = folder.join(LIST);
    let text = format!("{text}\n");
    if disk::read_outside_if_there(&file, LARGEST)?.is_some_and(|there| there == text.as_bytes()) {
        return Ok(());
    }
    Ok(disk::write_outside(&file, text.as_bytes())?)
}

/// The list of an earlier run; an empty one where there was none. Names that lead elsewhere are not believed.
fn list(folder: &Path) -> Outcome<List> {
    let file = folder.join(LIST);
    let Some(bytes) = disk::read_outside_if_there(&file, LARGEST)? else { return Ok(List::default()) };
    let mut list: List = serde_json::from_slice(&bytes).map_err(|error| {
        Problem::refused("pages-list", format!("{} cannot be read: {error}", file.display()))
            .because("it tells which files of the folder were made here")
            .remedy("name another folder, or empty this one")
    })?;
    list.files.retain(|name, _| is_page(name));
    Ok(list)
}

/// Whether a name is one that a page could have.
fn is_page(name: &str) -> bool {
    let stem = name.strip_suffix(".html");
    stem.is_some_and(|stem| {
        !stem.is_empty()
            && stem
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
    })
}

fn must_be_ours(folder: &Path, pages: &[(String, String)], before: &List) -> Outcome<()> {
    let mut found = Vec::new();
    let names = pages.iter().map(|(name, _)| name.as_str()).filter(|name| !before.files.contains_key(*name));
    for name in names {
        if disk::is_there_outside(&folder.join(name)) {
            found.push(
                Problem::refused(
                    "pages-foreign",
                    format!("{} was not made by report html", folder.join(name).display()),
                )
                .because("only pages of an earlier run are replaced")
                .remedy("name an empty folder, or one that report html made"),
            );
        }
    }
    Problems::check(found)
}

/// Refuses the book itself and its own folders, also where they are not there yet.
fn must_be_elsewhere(root: &Path, folder: &Path) -> Outcome<()> {
    let mut there: PathBuf = folder.to_path_buf();
    let mut rest: Vec<std::ffi::OsString> = Vec::new();
    while there.canonicalize().is_err() {
        let Some(name) = there.file_name().map(std::ffi::OsStr::to_os_string) else { break };
        rest.push(name);
        there.pop();
        if there.as_os_str().is_empty() {
            there.push(".");
        }
    }
    let whole = there.canonicalize().unwrap_or(there);
    let first = rest.pop();
    let is_book = first.is_none() && root.canonicalize().is_ok_and(|root| root == whole);
    let refusal = || {
        Problem::refused("output-in-book", format!("{} belongs to the book", folder.display()))
            .because("the pages would lie among the book's own files")
            .remedy("name a folder of their own: jobbook report html pages")
    };
    if is_book {
        return Err(refusal().into());
    }
    let probe = first.map_or_else(|| whole.join("index.html"), |first| whole.join(first));
    Ok(disk::must_not_be_of_book(root, &probe).map_err(|_| refusal())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_pages_are_believed() {
        assert!(is_page("index.html") && is_page("clients-12.html"));
        for name in ["../index.html", "a/b.html", ".html", "jobbook.toml", "C:\\x.html", "Index.html"] {
            assert!(!is_page(name), "{name}");
        }
    }
}
