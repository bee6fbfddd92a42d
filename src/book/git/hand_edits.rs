//! What people edited, recorded apart.

use std::collections::BTreeSet;

use super::message::CommitMessage;
use super::program::Git;
use crate::book::disk::RelPath;
use crate::book::transaction::pending;
use crate::problem::Problem;

/// As many paths stand in the subject; the body names all.
const IN_SUBJECT: usize = 3;

impl Git {
    /// Those of `paths` that somebody edited by hand. What differs because an earlier change still waits for git is
    /// no such edit.
    ///
    /// # Errors
    /// As [`Git::differing`].
    pub fn hand_edits(&self, paths: &[RelPath]) -> Result<Vec<RelPath>, Problem> {
        let (waiting, _) = pending(self.book())?;
        let mut ours = BTreeSet::new();
        for change in &waiting {
            ours.extend(change.paths()?);
        }
        let paths: Vec<_> = paths.iter().filter(|path| !ours.contains(*path)).cloned().collect();
        Ok(self.differing(&paths)?.into_iter().map(|file| file.path).collect())
    }

    /// Commits them, before a command changes the files: so nobody's edit is taken for the command's.
    ///
    /// # Errors
    /// As [`Git::commit`]. The command may go on with that as a warning: its own commit then holds the edits too.
    pub fn commit_hand_edits(
        &self,
        edited: &[RelPath],
        author: Option<(&str, &str)>,
        when: Option<&str>,
    ) -> Result<Option<String>, Problem> {
        if edited.is_empty() {
            return Ok(None);
        }
        self.commit(&message(edited), edited, author, when)
    }
}

fn message(edited: &[RelPath]) -> CommitMessage {
    let names: Vec<_> = edited.iter().map(RelPath::as_str).collect();
    if names.len() <= IN_SUBJECT {
        return CommitMessage::new(format!("Edited by hand: {}", names.join(", ")));
    }
    let (first, others) = (names[..IN_SUBJECT].join(", "), names.len() - IN_SUBJECT);
    CommitMessage {
        body: names.join("\n"),
        ..CommitMessage::new(format!("Edited by hand: {first} and {others} more"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_book::{TestBook, path};

    #[test]
    fn an_edit_by_hand_is_committed_alone_before_the_command() {
        let book = TestBook::with_commit(&[("jobs/a.yaml", "1"), ("jobs/b.yaml", "1"), ("other", "1")]);
        book.write("jobs/a.yaml", "by hand");
        book.write("other", "by hand");
        let git = book.open();
        let paths = ["jobs/a.yaml", "jobs/b.yaml", "jobs/new.yaml"].map(path);
        let edited = git.hand_edits(&paths).unwrap();
        assert_eq!(edited, [path("jobs/a.yaml")]);
        git.commit_hand_edits(&edited, None, None).unwrap().unwrap();
        assert_eq!(
            book.git(&["show", "--format=%s", "--name-only"]),
            "Edited by hand: jobs/a.yaml\n\njobs/a.yaml\n"
        );
        assert_eq!(git.commit_hand_edits(&git.hand_edits(&paths).unwrap(), None, None).unwrap(), None);
        assert_eq!(book.git(&["status", "--short"]), " M other\n");
    }
}
