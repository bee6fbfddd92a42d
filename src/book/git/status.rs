//! Files that differ from the last commit.

use std::collections::BTreeSet;

use super::program::{Git, refusal};
use crate::book::disk::RelPath;
use crate::problem::{Place, Problem};

/// As many paths are named to git; if there are more, it tells about all files and ours are picked out.
const NAMED: usize = 200;

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
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        let all = ["status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--"];
        let named = if paths.len() > NAMED { &[] } else { paths };
        let ended = self.question(all.into_iter().chain(named.iter().map(RelPath::as_str))).run()?;
        if !ended.status.success() {
            return Err(refusal(&ended));
        }
        let wanted: BTreeSet<&str> = paths.iter().map(RelPath::as_str).collect();
        let mut found = Vec::new();
        for entry in String::from_utf8_lossy(&ended.output).split('\0') {
            let (Some(letters), Some(path)) = (entry.get(..2), entry.get(3..)) else { continue };
            let Some(path) = path.strip_prefix(self.prefix()).filter(|path| wanted.contains(path)) else {
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
