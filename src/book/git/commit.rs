//! One commit of exactly these files.

use chrono::DateTime;

use super::message::CommitMessage;
use super::program::{Git, literally, refusal};
use super::quick::Quick;
use super::status::State;
use crate::book::disk::RelPath;
use crate::book::process::{Ended, Process};
use crate::problem::Problem;

/// Who acts and when; what is absent is git's own.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stamping<'a> {
    /// Name and mail of the author.
    pub author: Option<(&'a str, &'a str)>,
    /// RFC 3339.
    pub when: Option<&'a str>,
}

impl Git {
    /// Commits exactly `paths` as they are now, new and removed ones too; what the user has staged elsewhere stays
    /// staged, and hooks, filters and signing are git's. `author` is name and mail; `when` is RFC 3339. Tells the
    /// new commit, `None` when none of the paths differs from the last one.
    ///
    /// # Errors
    /// `git-busy` during a merge and the like, `git-conflict`, `git-refused` with what git or a hook said,
    /// `program-missing`, `program-failed`; `moment-unreadable` for a `when` that is no moment.
    pub fn commit(
        &self,
        message: &CommitMessage,
        paths: &[RelPath],
        author: Option<(&str, &str)>,
        when: Option<&str>,
    ) -> Result<Option<String>, Problem> {
        self.wait_until_free()?;
        let differing = self.differing(paths)?;
        if differing.is_empty() {
            return Ok(None);
        }
        let names: Vec<_> = differing.iter().map(|file| file.path.as_str()).collect();
        let new: Vec<_> = differing
            .iter()
            .filter(|file| file.state == State::Untracked)
            .map(|file| file.path.as_str())
            .collect();
        let stamping = Stamping { author, when };
        let paths: Vec<_> = differing.iter().map(|file| file.path.clone()).collect();
        match self.commit_quickly(message, &paths, &new, stamping)? {
            Quick::Done => return self.head(),
            // Whatever differs without being another content, such as a mode, is for git itself.
            Quick::Nothing | Quick::NotHere => {}
        }
        self.announce(&new)?;
        self.record(message, &names, stamping)?;
        self.head()
    }

    /// As [`Git::commit`], for a caller who knows which paths are new, and that all differ: one question less.
    pub(super) fn commit_known(
        &self,
        message: &CommitMessage,
        paths: &[RelPath],
        new: &[&str],
        stamping: Stamping,
    ) -> Result<Option<String>, Problem> {
        self.wait_until_free()?;
        match self.commit_quickly(message, paths, new, stamping)? {
            Quick::Done => return self.head(),
            Quick::Nothing => return Ok(None),
            Quick::NotHere => {}
        }
        let names: Vec<_> = paths.iter().map(RelPath::as_str).collect();
        match self.announce(new).and_then(|()| self.record(message, &names, stamping)) {
            Ok(()) => self.head(),
            Err(problem) if problem.code == "git-refused" => {
                // Perhaps not all is as supposed: a file is ignored, or gone again, or nothing differs.
                let differing = self.differing(paths)?;
                let supposed = differing.len() == paths.len()
                    && differing
                        .iter()
                        .all(|file| file.state == State::Changed || new.contains(&file.path.as_str()));
                // If all is, trying again would only run the user's hooks again.
                if supposed {
                    return Err(problem);
                }
                self.commit(message, paths, stamping.author, stamping.when)
            }
            Err(problem) => Err(problem),
        }
    }

    /// Tells git that it will hear of these files, without staging what they hold.
    fn announce(&self, new: &[&str]) -> Result<(), Problem> {
        if new.is_empty() {
            return Ok(());
        }
        let arguments =
            ["add", "--force", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul"];
        succeed(&self.writer(arguments).input(literally(new.iter().copied()).join("\0").into_bytes()).run()?)
    }

    fn record(&self, message: &CommitMessage, paths: &[&str], stamping: Stamping) -> Result<(), Problem> {
        let first = self.recording(message, paths, stamping, false)?.run()?;
        if first.status.success() || self.knows_the_committer()? {
            return succeed(&first);
        }
        if stamping.author.is_none() {
            return succeed(&first)
                .map_err(|problem| problem.remedy("git config --global user.name \"Your Name\""));
        }
        succeed(&self.recording(message, paths, stamping, true)?.run()?)
    }

    fn recording(
        &self,
        message: &CommitMessage,
        paths: &[&str],
        Stamping { author, when }: Stamping,
        author_commits: bool,
    ) -> Result<Process, Problem> {
        let text = message.text();
        // The hooks that run now are the user's, in the user's language.
        let mut process = self
            .writer(["commit", "--quiet", "--only", "--cleanup=whitespace", "-m", &text])
            .args(["--pathspec-from-file=-", "--pathspec-file-nul"])
            .input(literally(paths.iter().copied()).join("\0").into_bytes());
        if let Some((name, mail)) = author {
            let (name, mail) = (identity(name), identity(mail));
            process = process.env("GIT_AUTHOR_NAME", &name).env("GIT_AUTHOR_EMAIL", &mail);
            if author_commits {
                process = process.env("GIT_COMMITTER_NAME", &name).env("GIT_COMMITTER_EMAIL", &mail);
            }
        }
        if let Some(when) = when {
            let date = git_date(when)?;
            process = process.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date);
        }
        Ok(process)
    }

    fn knows_the_committer(&self) -> Result<bool, Problem> {
        Ok(self.question(["var", "GIT_COMMITTER_IDENT"]).run()?.status.success())
    }
}

fn succeed(ended: &Ended) -> Result<(), Problem> {
    if ended.status.success() { Ok(()) } else { Err(refusal(ended)) }
}

/// A name or mail without what would break the line it stands in.
pub(super) fn identity(text: &str) -> String {
    let kept: String = text.chars().filter(|c| !c.is_control() && !matches!(c, '<' | '>')).collect();
    let kept = kept.trim();
    if kept.is_empty() { "unknown".into() } else { kept.into() }
}

/// Seconds and offset, since git reads no year beyond 2099 in any other form.
pub(super) fn git_date(when: &str) -> Result<String, Problem> {
    DateTime::parse_from_rfc3339(when)
        .map(|moment| format!("@{} {}", moment.timestamp(), moment.format("%z")))
        .map_err(|error| {
            Problem::damaged("moment-unreadable", format!("{when:?} is no moment")).because(error.to_string())
        })
}

#[cfg(test)]
mod tests {
    use super::super::test_book::{TestBook, path};
    use super::*;

    fn message() -> CommitMessage {
        CommitMessage::new("J-2026-00017: approve quote")
    }

    #[test]
    fn exactly_the_named_files_are_committed_and_what_is_staged_stays_staged() {
        let book = TestBook::with_commit(&[("a", "1"), ("b", "1"), ("c", "1"), ("gone", "1")]);
        for name in ["a", "b", "c", "jobs/2026/new Müller.yaml", "[a]"] {
            book.write(name, "2");
        }
        book.remove("gone");
        book.git(&["add", "b"]);
        let paths = ["a", "jobs/2026/new Müller.yaml", "gone", "[a]"].map(path);
        let hash = book.open().commit(&message(), &paths, None, None).unwrap().unwrap();
        assert_eq!(hash, book.git(&["rev-parse", "HEAD"]).trim());
        assert_eq!(
            book.git(&["show", "--format=%s", "--name-status", "-z"]).replace('\0', " "),
            "J-2026-00017: approve quote \nA [a] M a D gone A jobs/2026/new Müller.yaml "
        );
        assert_eq!(book.git(&["status", "--short"]), "M  b\n M c\n");
    }

    #[test]
    fn the_first_commit_of_a_repository_leaves_other_files_alone() {
        let book = TestBook::new();
        book.write("a", "1");
        book.write("staged", "1");
        book.git(&["add", "staged"]);
        book.open().commit(&message(), &[path("a")], None, None).unwrap().unwrap();
        assert_eq!(book.git(&["ls-tree", "-r", "--name-only", "HEAD"]), "a\n");
        assert_eq!(book.git(&["status", "--short"]), "A  staged\n");
    }

    #[test]
    fn files_that_do_not_differ_make_no_commit() {
        let book = TestBook::with_commit(&[("a", "1")]);
        assert_eq!(book.open().commit(&message(), &[path("a"), path("never")], None, None).unwrap(), None);
    }

    #[test]
    fn person_and_moment_are_recorded_so_that_equal_books_make_equal_commits() {
        let commit = || {
            let book = TestBook::new();
            book.write("a", "1");
            let when = Some("2126-05-02T09:00:00+02:00");
            book.open()
                .commit(&message(), &[path("a")], Some(("Ada <x>\n", "ada@example.org")), when)
                .unwrap();
            book.git(&["log", "--format=%an|%ae|%aI|%cI|%cn"])
        };
        let moment = "2126-05-02T09:00:00+02:00";
        assert_eq!(commit(), format!("Ada x|ada@example.org|{moment}|{moment}|Office\n"));
        assert_eq!(commit(), commit());
    }

    #[test]
    fn without_an_identity_in_git_the_acting_person_commits() {
        let book = TestBook::new();
        book.git(&["config", "--unset", "user.name"]);
        book.git(&["config", "--unset", "user.email"]);
        book.git(&["config", "user.useConfigOnly", "true"]);
        book.write("a", "1");
        let git = book.open();
        assert_eq!(git.commit(&message(), &[path("a")], None, None).unwrap_err().code, "git-refused");
        git.commit(&message(), &[path("a")], Some(("Ada", "ada@example.org")), None).unwrap().unwrap();
        assert_eq!(book.git(&["log", "--format=%cn"]), "Ada\n");
    }

    #[test]
    fn hooks_and_filters_run_and_signing_is_tried_only_when_configured() {
        let book = TestBook::with_commit(&[(".gitattributes", "* text=auto eol=lf\n")]);
        book.hook("commit-msg", "printf '\\nHooked: yes\\n' >> \"$1\"");
        book.write("a", "1\r\n");
        let git = book.open();
        git.commit(&message(), &[path("a")], None, None).unwrap().unwrap();
        assert_eq!(book.git(&["show", "HEAD:a"]), "1\n");
        assert!(book.git(&["log", "-1", "--format=%b"]).contains("Hooked: yes"));
        book.git(&["config", "commit.gpgSign", "true"]);
        book.git(&["config", "gpg.program", "false"]);
        book.write("a", "2");
        assert_eq!(git.commit(&message(), &[path("a")], None, None).unwrap_err().code, "git-refused");
    }

    #[test]
    fn a_book_inside_another_repository_commits_only_its_own_files() {
        let outer = TestBook::with_commit(&[("a", "1"), ("office/a", "1")]);
        outer.git(&["config", "jobbook.nested", "true"]);
        outer.write("a", "2");
        outer.write("office/a", "2");
        outer.write("office/new", "1");
        let git = outer.open_at("office");
        git.commit(&message(), &[path("a"), path("new")], None, None).unwrap().unwrap();
        assert_eq!(outer.git(&["show", "--format=", "--name-only"]), "office/a\noffice/new\n");
        assert_eq!(outer.git(&["status", "--short"]), " M a\n");
    }

    #[test]
    fn thousands_of_files_are_one_commit() {
        let book = TestBook::with_commit(&[("a", "1")]);
        let paths: Vec<_> = (0..3000).map(|n| path(&format!("{}/{n:0>100}", n / 100))).collect();
        for path in &paths {
            book.write(path.as_str(), "1");
        }
        book.open().commit(&message(), &paths, None, None).unwrap().unwrap();
        assert_eq!(book.git(&["ls-tree", "-r", "--name-only", "HEAD"]).lines().count(), 3001);
    }
}
