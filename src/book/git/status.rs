//! Files that differ from the last commit.

use std::collections::BTreeSet;

use super::objects::name::Oid;
use super::program::{Git, literally};
use crate::book::disk::{self, RelPath};
use crate::problem::{Place, Problem};

/// As many paths are named to git; if there are more, it tells about all files and ours are picked out.
const NAMED: usize = 200;
/// As many files are compared with the last commit here; if there are more, git compares them.
const COMPARED: usize = 500;
/// Larger files are compared by git.
const LARGEST: u64 = 64 << 20;

/// How a file differs from the last commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Git has never heard of it.
    Untracked,
    /// Its content differs, it is new, or it is gone.
    Changed,
}

/// A file that differs from the last commit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Differing {
    /// The file.
    pub path: RelPath,
    /// How it differs.
    pub state: State,
}

impl Git {
    /// Those of `paths` that differ from the last commit, sorted. What git ignores does not.
    ///
    /// # Errors
    /// `git-conflict` when one of them waits for a merge to be settled; `program-missing`, `program-failed`,
    /// `git-refused`.
    pub fn differing(&self, paths: &[RelPath]) -> Result<Vec<Differing>, Problem> {
        let paths = &self.perhaps_differing(paths)?;
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let named: &[RelPath] = if paths.len() > NAMED { &[] } else { paths };
        let wanted: BTreeSet<&str> = paths.iter().map(RelPath::as_str).collect();
        self.status(named, |path| wanted.contains(path))
    }

    /// Everything in the book that differs from the last commit, sorted. What git ignores does not.
    ///
    /// # Errors
    /// As [`Git::differing`].
    pub fn all_differing(&self) -> Result<Vec<Differing>, Problem> {
        self.status(&[], |_| true)
    }

    fn status(&self, named: &[RelPath], wanted: impl Fn(&str) -> bool) -> Result<Vec<Differing>, Problem> {
        let all = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--"];
        let named = literally(named.iter().map(RelPath::as_str));
        let told = self.answer(all.into_iter().chain(named.iter().map(String::as_str)))?;
        let mut found = Vec::new();
        for entry in told.split('\0') {
            let (Some(letters), Some(path)) = (entry.get(..2), entry.get(3..)) else { continue };
            let Some(path) = path.strip_prefix(self.prefix()).filter(|path| wanted(path)) else {
                continue;
            };
            if letters.contains('U') || matches!(letters, "AA" | "DD") {
                return Err(Problem::refused("git-conflict", "waits for a merge to be settled")
                    .at(Place::file(path))
                    .remedy("settle the conflict, then `git add` the file"));
            }
            let state = if letters == "??" { State::Untracked } else { State::Changed };
            found.push(Differing { path: RelPath::new(path)?, state });
        }
        found.sort();
        Ok(found)
    }

    /// Leaves out those whose bytes are those of the last commit: a question whose answer takes as long in a large
    /// repository as in a small one.
    fn perhaps_differing(&self, paths: &[RelPath]) -> Result<Vec<RelPath>, Problem> {
        if paths.is_empty() || paths.len() > COMPARED {
            return Ok(paths.to_vec());
        }
        if let Some(left) = self.not_as_recorded(paths)? {
            return Ok(left);
        }
        let asked: String = paths.iter().map(|path| format!("HEAD:{}{path}\n", self.prefix())).collect();
        let ended = self.question(["cat-file", "--batch"]).input(asked.into_bytes()).run()?;
        let mut answers = ended.output.as_slice();
        let mut left = Vec::new();
        for path in paths {
            let committed = next_blob(&mut answers);
            let present = disk::read_if_there(self.book(), path, LARGEST).unwrap_or(None);
            if committed != present.as_deref()
                || (present.is_none() && disk::stamp(self.book(), path)?.is_some())
            {
                left.push(path.clone());
            }
        }
        Ok(left)
    }
}

impl Git {
    /// The same by the names of the contents, where they can be told without git.
    fn not_as_recorded(&self, paths: &[RelPath]) -> Result<Option<Vec<RelPath>>, Problem> {
        let Some(head) = self.head()?.and_then(|head| Oid::parse(&head)) else { return Ok(None) };
        let Some(recorded) = self.folders(head, paths)? else { return Ok(None) };
        let mut left = Vec::new();
        for path in paths {
            let Some(committed) = recorded.at(&format!("{}{path}", self.prefix())) else { return Ok(None) };
            let committed = committed.filter(|(mode, _)| mode.starts_with(b"100")).map(|(_, object)| object);
            let present = disk::read_if_there(self.book(), path, LARGEST).unwrap_or(None);
            if committed != present.as_deref().map(|bytes| Oid::of("blob", bytes))
                || (present.is_none() && disk::stamp(self.book(), path)?.is_some())
            {
                left.push(path.clone());
            }
        }
        Ok(Some(left))
    }
}

/// The next answer of `git cat-file --batch`: `HASH blob LENGTH`, the bytes, a line end; or one line that ends
/// in `missing`.
fn next_blob<'a>(answers: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = answers.iter().position(|byte| *byte == b'\n')?;
    let (line, rest) = (&answers[..end], &answers[end + 1..]);
    *answers = rest;
    let mut words = std::str::from_utf8(line).ok()?.rsplit(' ');
    let length: usize = words.next()?.parse().ok()?;
    let bytes = rest.get(..length)?;
    *answers = rest.get(length + 1..).unwrap_or_default();
    (words.next()? == "blob").then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::test_book::{TestBook, path};
    use super::*;

    #[test]
    fn only_files_that_differ_are_told_and_only_those_asked_for() {
        let book = TestBook::with_commit(&[("same", "1"), ("edited", "1"), ("gone", "1"), ("other", "1")]);
        book.write("edited", "2");
        book.write("other", "2");
        book.write("sub/new ü.yaml", "1");
        book.remove("gone");
        let asked = ["same", "edited", "gone", "sub/new ü.yaml", "never"].map(path);
        let told: Vec<_> = book
            .open()
            .differing(&asked)
            .unwrap()
            .into_iter()
            .map(|d| (d.path.to_string(), d.state))
            .collect();
        assert_eq!(
            told,
            [
                ("edited".into(), State::Changed),
                ("gone".into(), State::Changed),
                ("sub/new ü.yaml".into(), State::Untracked)
            ]
        );
    }

    #[test]
    fn many_paths_are_answered_alike() {
        let book = TestBook::with_commit(&[("a", "1")]);
        book.write("a", "2");
        let asked: Vec<_> = (0..NAMED).map(|n| path(&format!("none-{n}"))).chain([path("a")]).collect();
        assert_eq!(book.open().differing(&asked).unwrap().len(), 1);
    }
}
