//! What the operating system refused, in plain words.

use std::io::{self, ErrorKind};

use crate::problem::{Place, Problem};

/// What was being done when the disk refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Looking at a file or folder.
    Reading,
    /// Changing or creating it.
    Writing,
    /// Taking it away.
    Removing,
}

/// The problem to report when `error` came while `doing` something with `path`, which is relative to the book.
pub fn failure(doing: Doing, path: &str, error: &io::Error) -> Problem {
    let cannot = match doing {
        Doing::Reading => "cannot be read",
        Doing::Writing => "cannot be written",
        Doing::Removing => "cannot be removed",
    };
    let (code, cause, remedy) = explain(doing, error);
    let mut problem =
        Problem::damaged(code, format!("{cannot}: {cause}")).at(Place::file(path)).remedy(remedy);
    if code == "disk-failed" {
        problem = problem.because(error.to_string());
    }
    problem
}

fn explain(doing: Doing, error: &io::Error) -> (&'static str, &'static str, &'static str) {
    match error.kind() {
        ErrorKind::StorageFull => {
            ("disk-full", "the disk is full", "make room on the disk, then repeat the command")
        }
        ErrorKind::QuotaExceeded => {
            ("disk-full", "your share of the disk is used up", "make room, then repeat the command")
        }
        ErrorKind::ReadOnlyFilesystem => {
            ("disk-read-only", "the disk is read-only", "mount it for writing, or work on a copy of the book")
        }
        ErrorKind::PermissionDenied => (
            "disk-denied",
            "you lack the permission",
            "ask the owner of the file and of its folder for access",
        ),
        ErrorKind::NotFound => ("file-missing", "it does not exist", "bring it back, for example from git"),
        ErrorKind::IsADirectory => {
            ("is-a-folder", "there is a folder of that name", "rename or remove that folder")
        }
        ErrorKind::NotADirectory => {
            ("not-a-folder", "a file stands where a folder is needed", "rename or remove that file")
        }
        ErrorKind::DirectoryNotEmpty => {
            ("folder-not-empty", "the folder is not empty", "look at what is in it")
        }
        ErrorKind::CrossesDevices => (
            "other-disk",
            "its folder is on another disk than the book's .jobbook folder",
            "keep the whole book on one disk",
        ),
        ErrorKind::InvalidFilename => ("name-too-long", "its name is too long", "choose a shorter name"),
        ErrorKind::FileTooLarge => ("file-too-large", "it is too large for this disk", "make it smaller"),
        ErrorKind::Interrupted | ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
            ("disk-busy", "another program keeps it busy", "close that program, then repeat the command")
        }
        _ if doing == Doing::Reading => {
            ("disk-failed", "the disk failed", "check the disk, and make a copy of the book")
        }
        _ => {
            ("disk-failed", "the disk failed", "check the disk before you go on, and make a copy of the book")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_the_file_the_cause_and_the_remedy() {
        let problem = failure(Doing::Writing, "jobs/x.yaml", &ErrorKind::StorageFull.into());
        assert_eq!(problem.to_string(), "jobs/x.yaml: cannot be written: the disk is full");
        assert_eq!(problem.remedies, ["make room on the disk, then repeat the command"]);
        assert_eq!(problem.kind.exit_code(), 3);
    }

    #[test]
    fn an_unknown_failure_keeps_the_words_of_the_system() {
        let problem = failure(Doing::Reading, "x", &io::Error::other("flux capacitor"));
        assert_eq!(problem.causes, ["flux capacitor"]);
    }
}
