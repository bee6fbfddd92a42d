//! One writer at a time, and who it is.
//!
//! The lock is the operating system's own on `.jobbook/lock`, so it ends with the process that held it.
//! Who holds it stands beside, in `.jobbook/lock.holder`, only to be told to others.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::disk::{self, Disk, Doing, Durability, RealDisk, RelPath, failure};
use super::layout::WORKPLACE;
use crate::problem::{Place, Problem};

const LOCK: &str = ".jobbook/lock";
const HOLDER: &str = ".jobbook/lock.holder";
const GITIGNORE: &str = ".jobbook/.gitignore";
/// How long to sleep between two attempts.
const PAUSE: Duration = Duration::from_millis(20);

/// Who holds the lock, as told to whoever waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The acting person.
    pub person: String,
    /// The command as typed, such as `jobbook quote send 17`.
    pub command: String,
    /// The number of the process.
    pub pid: u32,
    /// Since when, as it should be shown.
    pub since: String,
}

/// The right to change the book, until it is dropped or the process ends.
#[derive(Debug)]
pub struct Lock {
    book: PathBuf,
    /// Carries the operating system's lock.
    file: File,
}

impl Lock {
    /// Takes the lock of `book`, waiting up to `wait` for whoever has it.
    ///
    /// # Errors
    /// `book-locked`, naming the holder; or what the disk refused.
    pub fn acquire(book: &Path, holder: &Holder, wait: Duration) -> Result<Lock, Problem> {
        prepare_folder(book, &mut RealDisk::new())?;
        let path = RelPath::new(LOCK)?;
        let mut left = wait;
        loop {
            let (file, opened) = disk::open_for_locking(book, &path)?;
            match file.try_lock() {
                // Somebody may have deleted `.jobbook/` between opening and locking: then this is no longer the lock.
                Ok(()) if disk::stamp(book, &path)?.is_some_and(|now| now.identity == opened.identity) => {
                    for folder in [WORKPLACE, ".jobbook/pending"] {
                        disk::sweep_drafts(&mut RealDisk::new(), book, &RelPath::new(folder)?);
                    }
                    announce(book, holder);
                    return Ok(Lock { book: book.to_path_buf(), file });
                }
                Ok(()) => prepare_folder(book, &mut RealDisk::new())?,
                Err(TryLockError::WouldBlock) if left.is_zero() => return Err(taken(book)),
                Err(TryLockError::WouldBlock) => {
                    let pause = PAUSE.min(left);
                    std::thread::sleep(pause);
                    left -= pause;
                }
                Err(TryLockError::Error(error)) => {
                    return Err(failure(Doing::Writing, LOCK, &error)
                        .because("this disk cannot lock files")
                        .remedy("keep the book on a disk of this machine, and share it by git"));
                }
            }
        }
    }

    /// The folder of the book that is locked.
    pub fn book(&self) -> &Path {
        &self.book
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While the lock is still held; that it fails only leaves a stale name that nobody reads.
        let _ = RealDisk::new().remove_file(&self.book.join(HOLDER));
        // Not left to the closing: a program being started at this moment may share the open file.
        let _ = self.file.unlock();
    }
}

/// Makes `.jobbook/` and has git ignore it.
///
/// # Errors
/// What the disk refused.
pub fn prepare_folder(book: &Path, disk: &mut dyn Disk) -> Result<(), Problem> {
    let folder = RelPath::new(WORKPLACE)?.resolved(book)?;
    disk::make_folders(disk, book, &folder)?;
    let gitignore = RelPath::new(GITIGNORE)?;
    if disk::stamp(book, &gitignore)?.is_none() {
        disk::replace(disk, book, &gitignore, b"*\n", Durability::Fleeting)?;
    }
    Ok(())
}

fn announce(book: &Path, holder: &Holder) {
    // The name is a courtesy: the lock is held whether or not it can be told by whom. No name is better than a wrong one.
    let mut disk = RealDisk::new();
    let told = RelPath::new(HOLDER).ok().zip(serde_json::to_vec(holder).ok()).is_some_and(|(path, text)| {
        disk::replace(&mut disk, book, &path, &text, Durability::Fleeting).is_ok()
    });
    if !told {
        let _ = disk.remove_file(&book.join(HOLDER));
    }
}

fn taken(book: &Path) -> Problem {
    let holder = RelPath::new(HOLDER)
        .and_then(|path| disk::read_if_there(book, &path, 10_000))
        .ok()
        .flatten()
        .and_then(|text| serde_json::from_slice::<Holder>(&text).ok());
    let problem = match holder {
        Some(Holder { person, command, pid, since }) => {
            let [person, command, since] =
                [person, command, since].map(|text| text.escape_debug().to_string());
            Problem::refused("book-locked", format!("the book is being changed by {person}"))
                .because(format!("`{command}` has been running since {since} (process {pid})"))
        }
        None => Problem::refused("book-locked", "the book is being changed by another command"),
    };
    problem.at(Place::file(LOCK)).remedy("wait until it has finished, or end it, then repeat the command")
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test looks at the disk and starts processes itself")]
mod tests {
    use super::*;
    use std::process::{Command, Stdio};

    fn holder(person: &str) -> Holder {
        Holder {
            person: person.into(),
            command: "jobbook quote send 17".into(),
            pid: 4711,
            since: "2026-05-02 09:00".into(),
        }
    }

    #[test]
    fn a_second_writer_is_told_who_holds_the_lock_since_when_and_what_to_do() {
        let book = tempfile::tempdir().unwrap();
        let _first = Lock::acquire(book.path(), &holder("Ada"), Duration::ZERO).unwrap();
        let problem = Lock::acquire(book.path(), &holder("Bob"), Duration::from_millis(30)).unwrap_err();
        assert_eq!((problem.code, problem.kind.exit_code()), ("book-locked", 1));
        assert_eq!(problem.message, "the book is being changed by Ada");
        assert_eq!(
            problem.causes,
            ["`jobbook quote send 17` has been running since 2026-05-02 09:00 (process 4711)"]
        );
        assert_eq!(problem.remedies.len(), 1);
    }

    #[test]
    fn the_lock_is_free_again_when_dropped_and_whoever_waits_gets_it() {
        let book = tempfile::tempdir().unwrap();
        let first = Lock::acquire(book.path(), &holder("Ada"), Duration::ZERO).unwrap();
        let waiting = std::thread::spawn({
            let book = book.path().to_path_buf();
            move || Lock::acquire(&book, &holder("Bob"), Duration::from_secs(20)).map(|_| ())
        });
        std::thread::sleep(Duration::from_millis(50));
        drop(first);
        waiting.join().unwrap().unwrap();
        assert!(!book.path().join(HOLDER).exists());
    }

    #[test]
    fn a_folder_deleted_and_made_anew_is_locked_anew() {
        let book = tempfile::tempdir().unwrap();
        drop(Lock::acquire(book.path(), &holder("Ada"), Duration::ZERO).unwrap());
        std::fs::remove_dir_all(book.path().join(".jobbook")).unwrap();
        let _lock = Lock::acquire(book.path(), &holder("Ada"), Duration::ZERO).unwrap();
        assert_eq!(std::fs::read_to_string(book.path().join(GITIGNORE)).unwrap(), "*\n");
    }

    #[test]
    fn the_lock_ends_with_the_process_that_held_it() {
        let book = tempfile::tempdir().unwrap();
        let mut other = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "book::lock::tests::hold_until_killed", "--ignored"])
            .current_dir(book.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while !book.path().join(HOLDER).exists() {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(Lock::acquire(book.path(), &holder("Bob"), Duration::ZERO).is_err());
        other.kill().unwrap();
        other.wait().unwrap();
        Lock::acquire(book.path(), &holder("Bob"), Duration::from_secs(5)).unwrap();
    }

    #[test]
    #[ignore = "the other process of the test above"]
    fn hold_until_killed() {
        let _lock = Lock::acquire(Path::new("."), &holder("Ada"), Duration::ZERO).unwrap();
        std::thread::sleep(Duration::from_secs(60));
    }
}
