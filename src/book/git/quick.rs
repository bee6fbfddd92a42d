//! The same commit in less time, where nobody can tell the difference.
//!
//! `git commit` looks at every file of the repository. Where no hook, signature or special layout asks for it, the
//! index is told of our files, and the commit is written upon the last one; hooks on references still run.

use std::path::PathBuf;

use super::commit::{Stamping, git_date, identity};
use super::message::CommitMessage;
use super::program::Git;
use crate::book::disk::{self, RelPath};
use crate::problem::Problem;

/// Hooks that a commit runs; where there is one of them, `git commit` runs it.
const HOOKS: [&str; 4] = ["pre-commit", "prepare-commit-msg", "commit-msg", "post-commit"];
/// Git tidies up when one of its 256 folders of loose objects holds this many; only `git commit` sees to that.
const LOOSE_OBJECTS: usize = 27;

/// What came of trying.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Quick {
    /// This way is not open: use `git commit`.
    NotHere,
    /// None of the files differs from the last commit.
    Nothing,
    /// Committed.
    Done,
}

impl Git {
    /// Commits exactly `paths`, of which `new` were unknown so far. Whatever is not as supposed ends in
    /// [`Quick::NotHere`], with nothing done but the files staged.
    pub(super) fn commit_quickly(
        &self,
        message: &CommitMessage,
        paths: &[RelPath],
        new: &[&str],
        stamping: Stamping,
    ) -> Result<Quick, Problem> {
        let Some(branch) = self.quick_branch() else { return Ok(Quick::NotHere) };
        let ordinary = |path| matches!(disk::is_plain_file(self.book(), path), Some(true) | None);
        if !self.settings()?.plain || !paths.iter().all(ordinary) || self.ignores_any(new)? {
            return Ok(Quick::NotHere);
        }
        match self.commit_directly(message, paths, &branch, stamping)? {
            Quick::NotHere => {}
            done => return Ok(done),
        }
        let Some(persons) = self.persons(stamping)? else { return Ok(Quick::NotHere) };
        if !self.stage(paths)? {
            return Ok(Quick::NotHere);
        }
        let Some(changes) = self.staged_changes(paths)? else { return Ok(Quick::NotHere) };
        if changes.is_empty() {
            return Ok(Quick::Nothing);
        }
        let text = message.text();
        let from = self.head()?.map(|head| format!("from {head}\n")).unwrap_or_default();
        let stream = format!("commit {branch}\n{persons}data {}\n{text}{from}{changes}\ndone\n", text.len());
        let ended = self.command(["fast-import", "--quiet", "--done"]).input(stream.into_bytes()).run()?;
        Ok(if ended.status.success() { Quick::Done } else { Quick::NotHere })
    }

    /// The branch, if nothing in the repository's folder asks for `git commit`.
    fn quick_branch(&self) -> Option<String> {
        let shared = self.shared_folder();
        let loose = disk::count_entries(&shared.join("objects/17"));
        if HOOKS.iter().any(|hook| shared.join("hooks").join(hook).exists()) || loose >= LOOSE_OBJECTS {
            return None;
        }
        let branch = self.branch()?;
        (branch.starts_with("refs/heads/") && branch != "refs/heads/.invalid").then_some(branch)
    }

    fn ignores_any(&self, new: &[&str]) -> Result<bool, Problem> {
        if new.is_empty() {
            return Ok(false);
        }
        let question = self.question(["check-ignore", "--no-index", "-z", "--stdin"]);
        Ok(question.input(new.join("\0").into_bytes()).run()?.status.code() != Some(1))
    }

    /// The lines that name author and committer; who acts commits too when git knows no committer. `None` when
    /// neither is known.
    pub(super) fn persons(&self, Stamping { author, when }: Stamping) -> Result<Option<String>, Problem> {
        let ident = |name: &str, acting: Option<(&str, &str)>| -> Result<Option<String>, Problem> {
            let mut question = self.question(["var", name]);
            if let Some((name, mail)) = acting {
                question = question.env("GIT_COMMITTER_NAME", &identity(name));
                question = question.env("GIT_COMMITTER_EMAIL", &identity(mail));
            }
            if let Some(when) = when {
                let date = git_date(when)?;
                question = question.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date);
            }
            let ended = question.run()?;
            let line = String::from_utf8_lossy(&ended.output).trim().to_string();
            Ok(ended.status.success().then_some(line))
        };
        let committer = match (ident("GIT_COMMITTER_IDENT", None)?, author) {
            (None, Some(_)) => ident("GIT_COMMITTER_IDENT", author)?,
            (committer, _) => committer,
        };
        let Some(committer) = committer else { return Ok(None) };
        let author = match author {
            Some((name, mail)) => {
                let date = committer.rsplit_once('>').map_or("", |(_, date)| date);
                Some(format!("{} <{}>{date}", identity(name), identity(mail)))
            }
            None => ident("GIT_AUTHOR_IDENT", None)?,
        };
        Ok(author.map(|author| format!("author {author}\ncommitter {committer}\n")))
    }

    pub(super) fn stage(&self, paths: &[RelPath]) -> Result<bool, Problem> {
        let names: Vec<_> = paths.iter().map(RelPath::as_str).collect();
        let command = self.writer(["update-index", "--add", "--remove", "-z", "--stdin"]);
        Ok(command.input(names.join("\0").into_bytes()).run()?.status.success())
    }

    /// What differs between the last commit and what is staged, in the words of `git fast-import`.
    pub(super) fn staged_changes(&self, paths: &[RelPath]) -> Result<Option<String>, Problem> {
        let prefix = self.prefix();
        let asked: String =
            paths.iter().map(|path| format!("HEAD:{prefix}{path}\n:{prefix}{path}\n")).collect();
        let ended =
            self.question(["cat-file", "--batch-check=%(objectname)"]).input(asked.into_bytes()).run()?;
        let output = String::from_utf8_lossy(&ended.output);
        let objects: Vec<_> =
            output.lines().map(|line| (!line.ends_with(" missing")).then_some(line)).collect();
        if !ended.status.success() || objects.len() != 2 * paths.len() {
            return Ok(None);
        }
        let changes =
            paths.iter().zip(objects.chunks_exact(2)).filter_map(|(path, pair)| match (pair[0], pair[1]) {
                (old, new) if old == new => None,
                (_, Some(new)) => Some(format!("M 100644 {new} {prefix}{path}\n")),
                (_, None) => Some(format!("D {prefix}{path}\n")),
            });
        Ok(Some(changes.collect()))
    }

    /// The folder that all worktrees of the repository share.
    pub(super) fn shared_folder(&self) -> PathBuf {
        let folder = self.folder();
        self.line_of("commondir").map_or_else(|| folder.to_path_buf(), |way| folder.join(way))
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_book::{TestBook, path};
    use super::*;

    const STAMPING: Stamping =
        Stamping { author: Some(("Ada", "ada@example.org")), when: Some("2026-05-02T09:00:00+02:00") };

    fn book() -> TestBook {
        let book = TestBook::new();
        for name in ["edited", "gone", "staged", "sub/same", "sub/crlf"] {
            book.write(name, "1\r\n");
        }
        book.git(&["add", "."]);
        book.git(&["commit", "-qm", "before", "--date=@1790000000 +0000"]);
        book.write(".gitattributes", "* text=auto eol=lf\n");
        for name in ["edited", "staged", "sub/crlf", "new ü/a.yaml"] {
            book.write(name, "2\r\n3\n");
        }
        book.remove("gone");
        book.git(&["add", "staged"]);
        book
    }

    fn commit(book: &TestBook) -> Result<Quick, Problem> {
        let paths = ["edited", "gone", "sub/same", "sub/crlf", "new ü/a.yaml", ".gitattributes"].map(path);
        let new = ["new ü/a.yaml", ".gitattributes"];
        let message =
            CommitMessage { body: "why".into(), ..CommitMessage::new("send quote").trailer("By", "Ada") };
        let git = book.open();
        let result = git.commit_quickly(&message, &paths, &new, STAMPING);
        if matches!(result, Ok(Quick::NotHere)) {
            git.commit_known(&message, &paths, &new, STAMPING).unwrap().unwrap();
        }
        result
    }

    fn outcome(book: &TestBook) -> String {
        let show = ["log", "-1", "--format=%T%n%an %ae %aI %cn %ce %cI%n%B"];
        [book.git(&show), book.git(&["status", "--short"]), book.git(&["ls-files", "-s"])].concat()
    }

    #[test]
    fn the_quick_commit_is_the_commit_that_git_would_make() {
        let (quick, slow) = (book(), book());
        slow.hook("post-commit", "exit 0");
        assert_eq!(commit(&quick), Ok(Quick::Done));
        assert_eq!(commit(&slow), Ok(Quick::NotHere));
        assert_eq!(outcome(&quick), outcome(&slow));
        assert_eq!(quick.git(&["status", "--short"]), "M  staged\n");
        assert_eq!(quick.git(&["fsck", "--strict", "--no-dangling"]), "");
    }

    #[test]
    fn what_asks_for_git_commit_gets_it() {
        let asking = [
            ("commit.gpgSign", "true"),
            ("core.hooksPath", "x"),
            ("core.fileMode", "false"),
            ("hook.office.command", "false"),
        ];
        for (name, value) in asking {
            let book = TestBook::with_commit(&[("a", "1")]);
            book.git(&["config", name, value]);
            book.write("a", "2");
            let done = book.open().commit_quickly(&CommitMessage::new("x"), &[path("a")], &[], STAMPING);
            assert_eq!(done, Ok(Quick::NotHere), "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_program_among_the_files_keeps_its_mode() {
        use std::os::unix::fs::PermissionsExt;
        let book = TestBook::with_commit(&[("a", "1")]);
        #[allow(clippy::disallowed_methods, reason = "a test changes the disk itself")]
        std::fs::set_permissions(book.file("a"), PermissionsExt::from_mode(0o755)).unwrap();
        let git = book.open();
        assert_eq!(
            git.commit_quickly(&CommitMessage::new("x"), &[path("a")], &[], STAMPING),
            Ok(Quick::NotHere)
        );
        git.commit_known(&CommitMessage::new("x"), &[path("a")], &[], STAMPING).unwrap().unwrap();
        assert!(book.git(&["ls-tree", "HEAD"]).starts_with("100755"));
    }

    #[test]
    fn a_repository_in_need_of_tidying_gets_the_commit_that_tidies() {
        let book = TestBook::with_commit(&[("a", "1")]);
        for n in 0..LOOSE_OBJECTS {
            book.write(&format!(".git/objects/17/{n:038}"), "");
        }
        book.write("a", "2");
        let done = book.open().commit_quickly(&CommitMessage::new("x"), &[path("a")], &[], STAMPING);
        assert_eq!(done, Ok(Quick::NotHere));
    }
}
