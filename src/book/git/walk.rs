//! History read as a whole: what each commit did to which file.

use super::history::{Commit, next_object};
use super::program::{Git, refusal};
use crate::book::disk::RelPath;
use crate::problem::Problem;

/// What a commit did to a file, by the names of the contents; nothing where there was no file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// The file's path within the book.
    pub path: String,
    /// What it held before.
    pub before: Option<String>,
    /// What it held afterwards.
    pub after: Option<String>,
}

impl Git {
    /// What each of the commits did to files of the book, in their order. Commits that follow several others are
    /// passed over.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`, `git-refused`.
    pub fn touched(&self, commits: &[Commit]) -> Result<Vec<Vec<Touched>>, Problem> {
        let asked: String = commits.iter().map(|commit| format!("{}\n", commit.hash)).collect();
        let arguments = ["diff-tree", "--stdin", "-r", "-z", "--root", "--no-renames", "--always"];
        let ended = self.question(arguments).input(asked.into_bytes()).run()?;
        if !ended.status.success() {
            return Err(refusal(&ended));
        }
        let told = String::from_utf8_lossy(&ended.output).into_owned();
        let mut all = vec![Vec::new(); commits.len()];
        let (mut at, mut words) = (None, told.split('\0').filter(|word| !word.is_empty()));
        while let Some(word) = words.next() {
            if let Some(head) = word.strip_prefix(':') {
                let Some(path) = words.next().and_then(|path| path.strip_prefix(self.prefix())) else {
                    continue;
                };
                if let Some(at) = at {
                    let list: &mut Vec<Touched> = &mut all[at];
                    list.extend(touched(head, path));
                }
            } else {
                // Commits are told in the order in which they were asked for, some perhaps not at all.
                let from = at.map_or(0, |at: usize| at + 1);
                at = commits[from..]
                    .iter()
                    .position(|commit| commit.hash == word.trim())
                    .map(|found| from + found);
            }
        }
        Ok(all)
    }

    /// What differs in the book between two commits.
    ///
    /// # Errors
    /// As [`Git::touched`].
    pub fn touched_between(&self, earlier: &str, later: &str) -> Result<Vec<Touched>, Problem> {
        let told = self.answer(["diff-tree", "-r", "-z", "--no-renames", earlier, later])?;
        let mut words = told.split('\0').filter(|word| !word.is_empty());
        let mut all = Vec::new();
        while let (Some(head), Some(path)) = (words.next(), words.next()) {
            if let (Some(head), Some(path)) = (head.strip_prefix(':'), path.strip_prefix(self.prefix())) {
                all.extend(touched(head, path));
            }
        }
        Ok(all)
    }

    /// The name of what a file holds in a commit.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`.
    pub fn blob_name(&self, commit: &str, path: &RelPath) -> Result<Option<String>, Problem> {
        let object = format!("{commit}:{}{path}", self.prefix());
        let ended = self.question(["rev-parse", "--verify", "--quiet", &object]).run()?;
        let name = String::from_utf8_lossy(&ended.output).trim().to_string();
        Ok((ended.status.success() && !name.is_empty()).then_some(name))
    }

    /// Contents by their names; nothing for one that is not there.
    ///
    /// # Errors
    /// As [`Git::touched`].
    pub fn blobs(&self, names: &[&str]) -> Result<Vec<Option<Vec<u8>>>, Problem> {
        let asked: String = names.iter().map(|name| format!("{name}\n")).collect();
        let ended = self.question(["cat-file", "--batch"]).input(asked.into_bytes()).run()?;
        if !ended.status.success() {
            return Err(refusal(&ended));
        }
        let mut rest = ended.output.as_slice();
        names.iter().map(|_| next_object(&mut rest)).collect::<Option<Vec<_>>>().ok_or_else(|| {
            Problem::damaged("git-refused", "git did not tell what the files held").remedy("git fsck")
        })
    }
}

/// `OLDMODE NEWMODE OLD NEW LETTER`
fn touched(head: &str, path: &str) -> Option<Touched> {
    let fields: Vec<&str> = head.split(' ').collect();
    let [_, _, before, after, ..] = fields[..] else { return None };
    let named = |name: &str| name.bytes().any(|byte| byte != b'0').then(|| name.to_string());
    Some(Touched { path: path.to_string(), before: named(before), after: named(after) })
}

#[cfg(test)]
mod tests {
    use super::super::test_book::TestBook;

    #[test]
    fn each_commit_tells_what_it_did_and_merges_are_passed_over() {
        let book = TestBook::with_commit(&[("a", "1"), ("b", "1")]);
        book.write("a", "2");
        book.remove("b");
        book.git(&["commit", "-qam", "second"]);
        book.git(&["checkout", "-qb", "side", "HEAD~1"]);
        book.write("c", "1");
        book.git(&["add", "c"]);
        book.git(&["commit", "-qm", "side"]);
        book.git(&["checkout", "-q", "main"]);
        book.git(&["merge", "-q", "--no-edit", "side"]);
        book.git(&["commit", "-q", "--allow-empty", "-m", "empty"]);
        let git = book.open();
        let commits = git.between(None, "HEAD", None).unwrap();
        let touched = git.touched(&commits).unwrap();
        let of = |subject: &str| {
            let at = commits.iter().position(|commit| commit.subject.starts_with(subject)).unwrap();
            touched[at]
                .iter()
                .map(|one| (one.path.as_str(), one.before.is_some(), one.after.is_some()))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("empty"), []);
        assert_eq!(of("Merge"), []);
        assert_eq!(of("side"), [("c", false, true)]);
        assert_eq!(of("second"), [("a", true, true), ("b", true, false)]);
        assert_eq!(of("before"), [("a", false, true), ("b", false, true)]);
        let second = &touched[commits.iter().position(|commit| commit.subject == "second").unwrap()];
        let names = [second[0].before.as_deref().unwrap(), second[0].after.as_deref().unwrap(), "0123"];
        assert_eq!(git.blobs(&names).unwrap(), [Some(b"1".to_vec()), Some(b"2".to_vec()), None]);
        let between = git.touched_between("HEAD~2", "HEAD").unwrap();
        assert_eq!(between.len(), 1);
    }
}
