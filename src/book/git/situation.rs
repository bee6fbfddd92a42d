//! Whether and how the book stands under git.

use std::path::{Path, PathBuf};

use super::program::Git;
use crate::book::disk;
use crate::book::process::Process;

/// How the book stands under git.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Situation {
    /// The program `git` is not installed.
    NoGit,
    /// Neither the book's folder nor one above it is under git.
    NotARepository,
    /// The book is a repository of its own.
    TopLevel,
    /// The book stands inside another repository, which was told to take its commits.
    Nested {
        /// That repository's folder.
        top: PathBuf,
    },
    /// The book stands inside another repository, which was told nothing: jobbook does not commit there.
    InsideAnother {
        /// That repository's folder.
        top: PathBuf,
    },
}

impl Git {
    /// The repository to which the changes of `book` are committed: the book's own, or one around it whose
    /// configuration says `jobbook.nested = true`. No program is started for a book that is its own repository;
    /// that git is missing shows when it is first needed, and the changes then wait.
    pub fn open(book: &Path) -> Option<Git> {
        let book = book.canonicalize().ok()?;
        let top = book.ancestors().find(|folder| git_folder(folder).is_some())?;
        let inside = book.strip_prefix(top).ok()?.to_str()?.replace('\\', "/");
        let prefix = if inside.is_empty() { inside } else { format!("{inside}/") };
        let git = Git::at(book.clone(), git_folder(top)?, prefix);
        (git.prefix().is_empty() || git.settings().is_ok_and(|settings| settings.nested)).then_some(git)
    }

    /// How `book` stands under git, in full: for `init` and `check`.
    pub fn situation(book: &Path) -> Situation {
        let installed = Process::new("git", book).args(["--version"]).run();
        if !installed.is_ok_and(|ended| ended.status.success()) {
            return Situation::NoGit;
        }
        let Ok(real) = book.canonicalize() else { return Situation::NotARepository };
        let Some(top) = real.ancestors().find(|folder| git_folder(folder).is_some()) else {
            return Situation::NotARepository;
        };
        let top = top.to_path_buf();
        match Git::open(book) {
            Some(git) if git.prefix().is_empty() => Situation::TopLevel,
            Some(_) => Situation::Nested { top },
            None => Situation::InsideAnother { top },
        }
    }
}

/// The repository behind `.git` in this folder: a folder, or a file that points to one (worktrees, submodules).
fn git_folder(folder: &Path) -> Option<PathBuf> {
    let place = folder.join(".git");
    if place.is_dir() {
        return place.join("HEAD").is_file().then_some(place);
    }
    let text = disk::peek(&place, 4096).ok()??;
    let target = folder.join(String::from_utf8(text).ok()?.trim().strip_prefix("gitdir:")?.trim());
    target.join("HEAD").is_file().then_some(target)
}

#[cfg(test)]
mod tests {
    use super::super::test_book::TestBook;
    use super::*;

    #[test]
    fn a_book_that_is_its_own_repository_is_opened() {
        let book = TestBook::new();
        assert!(Git::open(book.path()).is_some());
        assert_eq!(Git::situation(book.path()), Situation::TopLevel);
    }

    #[test]
    fn a_book_without_a_repository_is_not() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Git::open(folder.path()).is_none());
        assert_eq!(Git::situation(folder.path()), Situation::NotARepository);
    }

    #[test]
    fn a_book_inside_another_repository_is_opened_only_when_that_was_told_so() {
        let outer = TestBook::new();
        outer.write("office/book/jobbook.toml", "");
        let book = outer.path().join("office/book");
        let top = outer.path().canonicalize().unwrap();
        assert!(Git::open(&book).is_none());
        assert_eq!(Git::situation(&book), Situation::InsideAnother { top: top.clone() });
        outer.git(&["config", "jobbook.nested", "true"]);
        assert!(Git::open(&book).is_some());
        assert_eq!(Git::situation(&book), Situation::Nested { top });
    }

    #[test]
    fn a_worktree_is_a_repository_of_its_own() {
        let book = TestBook::new();
        book.write("a", "1");
        book.git(&["add", "a"]);
        book.git(&["commit", "-qm", "first"]);
        let beside = tempfile::tempdir().unwrap();
        let tree = beside.path().join("tree");
        book.git(&["worktree", "add", "-q", tree.to_str().unwrap()]);
        assert!(Git::open(&tree).is_some());
    }
}
