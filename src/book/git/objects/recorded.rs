//! What the last commit says of a file, by the trees above it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::name::Oid;
use super::{loose, tree};
use crate::book::disk::RelPath;
use crate::book::git::program::Git;
use crate::problem::Problem;

/// Objects by their names, as far as somebody asked for them. What has a name never changes.
#[derive(Debug, Default)]
pub(in crate::book::git) struct Known {
    trees: BTreeMap<Oid, Vec<u8>>,
    /// The tree of a commit.
    tops: BTreeMap<Oid, Oid>,
}

/// The folders of a commit that were asked for, by their paths from the top of the repository.
pub(in crate::book::git) struct Recorded {
    /// Their trees; nothing for a folder that is not there.
    found: BTreeMap<String, Option<(Oid, Vec<u8>)>>,
}

impl Recorded {
    /// The tree of a folder.
    pub fn tree(&self, folder: &str) -> Option<&(Oid, Vec<u8>)> {
        self.found.get(folder)?.as_ref()
    }

    /// What stands at a path: mode and object. Nothing within nothing for an unreadable tree.
    pub fn at(&self, path: &str) -> Option<Option<(&[u8], Oid)>> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let Some((_, bytes)) = self.tree(folder) else { return Some(None) };
        let entries = tree::entries(bytes)?;
        let found = entries.into_iter().find(|entry| entry.name == name.as_bytes());
        Some(found.map(|entry| (entry.mode, entry.object)))
    }
}

/// The folders above a path, outermost (the empty one) first.
pub(in crate::book::git) fn above(path: &str) -> impl Iterator<Item = &str> {
    let slashes = path.bytes().enumerate().filter(|(_, byte)| *byte == b'/').map(|(at, _)| at);
    std::iter::once("").chain(slashes.map(|at| &path[..at]))
}

impl Git {
    /// Where git keeps its objects.
    pub(in crate::book::git) fn objects(&self) -> PathBuf {
        self.shared_folder().join("objects")
    }

    /// The folders above `paths` of the book, as the commit `head` has them. Nothing where a file stands for a folder,
    /// or objects are not what they seem: then git is to be asked.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`.
    pub(in crate::book::git) fn folders(
        &self,
        head: Oid,
        paths: &[RelPath],
    ) -> Result<Option<Recorded>, Problem> {
        let paths: Vec<String> = paths.iter().map(|path| format!("{}{path}", self.prefix())).collect();
        let wanted: BTreeSet<&str> = paths.iter().flat_map(|path| above(path)).collect();
        // Objects that stand for others make every name mean something else.
        if wanted.iter().any(|folder| folder.contains('\n')) || self.has_replacements() {
            return Ok(None);
        }
        let Ok(mut known) = self.known.lock() else { return Ok(None) };
        let (folders, missing) = match self.walk(&mut known, head, &wanted) {
            Walk::Odd => return Ok(None),
            Walk::Done(folders, missing) => (folders, missing),
        };
        if missing.is_empty() {
            return Ok(Some(folders));
        }
        let asked: String = missing.iter().map(|folder| format!("{head}:{folder}\n")).collect();
        let asked = format!("{head}\n{asked}");
        let ended = self.question(["cat-file", "--batch"]).input(asked.into_bytes()).run()?;
        if !ended.status.success() {
            return Ok(None);
        }
        let mut answers = ended.output.as_slice();
        while let Some(answer) = next(&mut answers) {
            let Some((object, kind, bytes)) = answer else { continue };
            match (kind.as_str(), Oid::parse(&object)) {
                ("tree", Some(name)) => drop(known.trees.insert(name, bytes)),
                ("commit", Some(name)) => drop(top(&bytes).map(|top| known.tops.insert(name, top))),
                _ => return Ok(None),
            }
        }
        Ok(match self.walk(&mut known, head, &wanted) {
            Walk::Done(folders, missing) if missing.is_empty() => Some(folders),
            _ => None,
        })
    }

    /// As far as what is known and what are files of their own lead.
    fn walk<'p>(&self, known: &mut Known, head: Oid, wanted: &BTreeSet<&'p str>) -> Walk<'p> {
        let objects = self.objects();
        let mut folders = Recorded { found: BTreeMap::new() };
        let mut missing = Vec::new();
        // Outer folders come before those in them.
        for folder in wanted {
            let object = if folder.is_empty() {
                let known_top = known.tops.get(&head).copied();
                let found = known_top.or_else(|| top(&loose::read(&objects, head)?.1));
                if let Some(top) = found {
                    known.tops.insert(head, top);
                }
                found
            } else {
                let outer = folder.rsplit_once('/').map_or("", |(outer, _)| outer);
                if missing.contains(&outer) {
                    None
                } else {
                    match folders.at(folder) {
                        None => return Walk::Odd,
                        Some(None) => {
                            folders.found.insert((*folder).to_string(), None);
                            continue;
                        }
                        Some(Some((mode, _))) if mode != tree::FOLDER => return Walk::Odd,
                        Some(Some((_, object))) => Some(object),
                    }
                }
            };
            let bytes = object.and_then(|object| match known.trees.get(&object) {
                Some(bytes) => Some(bytes.clone()),
                None => loose::read(&objects, object)
                    .filter(|(kind, _)| kind == "tree")
                    .inspect(|(_, bytes)| drop(known.trees.insert(object, bytes.clone())))
                    .map(|(_, bytes)| bytes),
            });
            match (object, bytes) {
                (Some(object), Some(bytes)) => {
                    folders.found.insert((*folder).to_string(), Some((object, bytes)));
                }
                _ => missing.push(folder),
            }
        }
        Walk::Done(folders, missing)
    }

    /// Whether somebody told git to take objects for others.
    pub(in crate::book::git) fn has_replacements(&self) -> bool {
        let shared = self.shared_folder();
        shared.join("refs/replace").exists()
            || crate::book::disk::peek(&shared.join("packed-refs"), PACKED_REFS).map_or(true, |packed| {
                packed
                    .is_some_and(|packed| packed.windows(REPLACEMENTS.len()).any(|word| word == REPLACEMENTS))
            })
    }
}

/// The largest file of packed references that is looked into.
const PACKED_REFS: u64 = 16 << 20;
/// So the names of references begin that say which object stands for another.
const REPLACEMENTS: &[u8] = b" refs/replace/";

enum Walk<'p> {
    Odd,
    /// What was found, and the folders of which git is to be asked.
    Done(Recorded, Vec<&'p str>),
}

/// The tree that a commit names first.
pub(in crate::book::git) fn top(commit: &[u8]) -> Option<Oid> {
    Oid::parse(std::str::from_utf8(commit.strip_prefix(b"tree ")?.get(..40)?).ok()?)
}

/// The next answer of `git cat-file --batch`: name, kind and bytes; nothing within for an object that is missing.
#[allow(clippy::type_complexity, reason = "read in one place")]
pub(in crate::book::git) fn next(answers: &mut &[u8]) -> Option<Option<(String, String, Vec<u8>)>> {
    let end = answers.iter().position(|byte| *byte == b'\n')?;
    let head = String::from_utf8_lossy(&answers[..end]).into_owned();
    *answers = &answers[end + 1..];
    let words: Vec<&str> = head.split(' ').collect();
    let [name, kind, length] = words[..] else { return Some(None) };
    let Ok(length) = length.parse::<usize>() else { return Some(None) };
    let bytes = answers.get(..length)?.to_vec();
    *answers = answers.get(length + 1..)?;
    Some(Some((name.to_string(), kind.to_string(), bytes)))
}
