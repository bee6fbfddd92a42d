//! Recording that what another copy did was taken in.

use std::collections::BTreeMap;

use super::commit::Stamping;
use super::message::CommitMessage;
use super::program::{Git, refusal};
use crate::book::disk::RelPath;
use crate::problem::Problem;

/// Where a commit is made before the branch points to it.
const BESIDE: &str = "refs/jobbook/joining";
/// Git's word for "not there".
const ABSENT: &str = "0000";

/// A file in a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// `100644` of a plain file.
    mode: String,
    /// The name of its content.
    pub object: String,
}

impl Filed {
    /// Whether it is a file with a content, and neither a link nor another repository.
    pub fn is_plain(&self) -> bool {
        self.mode.starts_with("100")
    }
}

impl Git {
    /// The files of the book that differ between two commits, with what they are in the second; nothing for those gone.
    ///
    /// # Errors
    /// `path-unsafe` for a name that no book may hold; `program-missing`, `program-failed`, `git-refused`.
    pub fn changed_between(
        &self,
        earlier: &str,
        later: &str,
    ) -> Result<BTreeMap<RelPath, Option<Filed>>, Problem> {
        let told = self.answer(["diff-tree", "-r", "-z", "--no-renames", earlier, later])?;
        let mut words = told.split('\0');
        let mut files = BTreeMap::new();
        while let (Some(head), Some(path)) = (words.next().filter(|head| !head.is_empty()), words.next()) {
            let Some(path) = path.strip_prefix(self.prefix()) else { continue };
            let mut fields = head.split(' ').skip(1);
            let (mode, object) = (fields.next().unwrap_or_default(), fields.nth(1).unwrap_or_default());
            let filed = (!mode.starts_with(ABSENT))
                .then(|| Filed { mode: mode.to_string(), object: object.to_string() });
            files.insert(RelPath::new(path)?, filed);
        }
        Ok(files)
    }

    /// Records that the branch has taken in the commit `theirs`, of which `paths` in the book hold the outcome. When
    /// the branch only lagged behind, it now stands where the other does. The hooks of commits do not run: nobody
    /// edits here.
    ///
    /// # Errors
    /// `git-busy`; `git-refused` with what git said; `program-missing`, `program-failed`.
    pub(super) fn join(
        &self,
        theirs: &str,
        message: &CommitMessage,
        paths: &[RelPath],
        stamping: Stamping,
    ) -> Result<Option<String>, Problem> {
        self.wait_until_free()?;
        let head =
            self.head()?.ok_or_else(|| Problem::refused("git-refused", "nothing is recorded here yet"))?;
        if self.is_ancestor(theirs, &head)? {
            // It was recorded just before a crash; what was edited since is not.
            return self.commit(message, paths, stamping.author, stamping.when);
        }
        let staged = self.stage(paths)?;
        if self.is_ancestor(&head, theirs)? {
            self.point(theirs, &head)?;
            let edited = self.commit(message, paths, stamping.author, stamping.when)?;
            return Ok(edited.or_else(|| Some(theirs.to_string())));
        }
        let changes = if staged { self.staged_changes(paths)? } else { None };
        let changes =
            changes.ok_or_else(|| Problem::refused("git-refused", "git does not take in the files"))?;
        let Some(persons) = self.persons(stamping)? else { return Err(nobody()) };
        let text = message.text();
        let stream = format!(
            "commit {BESIDE}\n{persons}data {}\n{text}from {head}\nmerge {theirs}\n{changes}\ndone\n",
            text.len()
        );
        let mut joined = self.import(stream)?;
        if self
            .value_of("commit.gpgsign")?
            .is_some_and(|value| matches!(value.as_str(), "true" | "yes" | "on" | "1"))
        {
            joined = self.signed(&joined)?;
        }
        self.point(&joined, &head)?;
        Ok(Some(joined))
    }

    /// Records that the branch has taken in the commit `theirs`, which changes no file here.
    ///
    /// # Errors
    /// As for every commit.
    pub fn record_joined(
        &self,
        theirs: &str,
        message: &CommitMessage,
        when: Option<&str>,
    ) -> Result<(), Problem> {
        self.join(theirs, message, &[], Stamping { author: None, when }).map(|_| ())
    }

    /// A commit upon `head` that adds one file, which no branch points to yet.
    ///
    /// # Errors
    /// `git-refused` with what git said; `program-missing`, `program-failed`.
    pub fn commit_beside(
        &self,
        head: &str,
        message: &CommitMessage,
        path: &RelPath,
        text: &str,
        when: Option<&str>,
    ) -> Result<String, Problem> {
        let stamping = Stamping { author: None, when };
        let Some(persons) = self.persons(stamping)? else { return Err(nobody()) };
        let said = message.text();
        let file = format!("M 100644 inline {}{path}\ndata {}\n{text}\n", self.prefix(), text.len());
        let stream =
            format!("commit {BESIDE}\n{persons}data {}\n{said}from {head}\n{file}\ndone\n", said.len());
        self.import(stream)
    }

    /// Lets `git fast-import` make a commit that no branch points to.
    fn import(&self, stream: String) -> Result<String, Problem> {
        let ended =
            self.command(["fast-import", "--quiet", "--force", "--done"]).input(stream.into_bytes()).run()?;
        if !ended.status.success() {
            return Err(refusal(&ended));
        }
        let made = self.answer(["rev-parse", "--verify", BESIDE])?.trim().to_string();
        self.answer(["update-ref", "-d", BESIDE])?;
        Ok(made)
    }

    /// The branch points to `commit`, unless it no longer points to `before`.
    fn point(&self, commit: &str, before: &str) -> Result<(), Problem> {
        self.answer(["update-ref", "-m", "jobbook sync", "HEAD", commit, before]).map(|_| ())
    }

    /// The same commit with the signature that the configuration asks for.
    fn signed(&self, commit: &str) -> Result<String, Problem> {
        const FIELDS: &str = "--format=%T%x00%P%x00%an%x00%ae%x00%ad%x00%cn%x00%ce%x00%cd%x00%B";
        let told = self.answer(["log", "-1", "--date=raw", FIELDS, commit])?;
        let fields: Vec<&str> = told.split('\0').collect();
        let [tree, parents, an, ae, ad, cn, ce, cd, text] = fields[..] else {
            return Err(Problem::refused("git-refused", "git does not tell what it recorded"));
        };
        let mut arguments = vec!["commit-tree", "-S", tree];
        arguments.extend(parents.split(' ').flat_map(|parent| ["-p", parent]));
        let ended = self
            .command(arguments)
            .env("GIT_AUTHOR_NAME", an)
            .env("GIT_AUTHOR_EMAIL", ae)
            .env("GIT_AUTHOR_DATE", ad)
            .env("GIT_COMMITTER_NAME", cn)
            .env("GIT_COMMITTER_EMAIL", ce)
            .env("GIT_COMMITTER_DATE", cd)
            .input(text.as_bytes().to_vec())
            .run()?;
        if !ended.status.success() {
            return Err(refusal(&ended));
        }
        Ok(String::from_utf8_lossy(&ended.output).trim().to_string())
    }
}

fn nobody() -> Problem {
    Problem::refused("git-refused", "git does not know who you are")
        .remedy("git config --global user.name \"Your Name\"")
        .remedy("git config --global user.email you@example.org")
}

#[cfg(test)]
mod tests {
    use super::super::test_book::{TestBook, path};
    use super::*;

    const STAMPING: Stamping =
        Stamping { author: Some(("Ada", "ada@example.org")), when: Some("2126-05-02T09:00:00+02:00") };

    /// A book on `main` and a branch `side`, of which nothing is taken in yet.
    fn parted() -> (TestBook, String) {
        let book = TestBook::with_commit(&[("a", "1"), ("b", "1"), ("gone", "1")]);
        book.git(&["checkout", "-qb", "side"]);
        book.write("b", "2");
        book.write("new", "1");
        book.remove("gone");
        book.git(&["add", "-A"]);
        book.git(&["commit", "-qm", "side"]);
        let theirs = book.git(&["rev-parse", "HEAD"]).trim().to_string();
        book.git(&["checkout", "-q", "main"]);
        (book, theirs)
    }

    fn take_in(book: &TestBook) -> Vec<RelPath> {
        book.write("b", "2");
        book.write("new", "1");
        book.remove("gone");
        ["b", "new", "gone"].map(path).to_vec()
    }

    #[test]
    fn what_differs_is_told_with_what_it_is_there() {
        let (book, theirs) = parted();
        let git = book.open();
        let changed = git.changed_between("main", &theirs).unwrap();
        let told: Vec<_> = changed.iter().map(|(path, filed)| (path.as_str(), filed.is_some())).collect();
        assert_eq!(told, [("b", true), ("gone", false), ("new", true)]);
        assert!(changed[&path("b")].as_ref().unwrap().is_plain());
    }

    #[test]
    fn a_branch_that_lags_behind_comes_to_stand_where_the_other_does() {
        let (book, theirs) = parted();
        let paths = take_in(&book);
        book.write("a", "staged");
        book.git(&["add", "a"]);
        let joined = book.open().join(&theirs, &CommitMessage::new("sync"), &paths, STAMPING).unwrap();
        assert_eq!(joined, Some(theirs.clone()));
        assert_eq!(book.git(&["rev-parse", "HEAD"]).trim(), theirs);
        assert_eq!(book.git(&["status", "--short"]), "M  a\n", "what the user staged stays staged");
    }

    #[test]
    fn two_that_went_apart_are_joined_by_a_commit_that_follows_both() {
        for signs in [false, true] {
            let (book, theirs) = parted();
            book.write("a", "2");
            book.git(&["commit", "-qam", "main"]);
            let ours = book.git(&["rev-parse", "HEAD"]).trim().to_string();
            let paths = take_in(&book);
            let git = book.open();
            if signs {
                book.git(&["config", "commit.gpgSign", "true"]);
                book.git(&["config", "gpg.program", "false"]);
                let refused = git.join(&theirs, &CommitMessage::new("sync"), &paths, STAMPING);
                assert_eq!(refused.unwrap_err().code, "git-refused");
                assert_eq!(book.git(&["rev-parse", "HEAD"]).trim(), ours);
                continue;
            }
            git.join(&theirs, &CommitMessage::new("sync").trailer("By", "ada"), &paths, STAMPING).unwrap();
            assert_eq!(book.git(&["log", "-1", "--format=%P|%s|%an"]), format!("{ours} {theirs}|sync|Ada\n"));
            assert_eq!(book.git(&["status", "--short"]), "");
            assert_eq!(book.git(&["ls-tree", "-r", "--name-only", "HEAD"]), "a\nb\nnew\n");
            assert_eq!(book.git(&["for-each-ref", "refs/jobbook"]), "");
            // After a crash in between, it is not done twice.
            assert_eq!(git.join(&theirs, &CommitMessage::new("sync"), &paths, STAMPING).unwrap(), None);
        }
    }
}
