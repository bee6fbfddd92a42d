//! The index kept from every other git while the book's files change.
//!
//! Whatever has git write into the files of a repository takes its index first, and so does a command that writes the
//! book's: neither then writes over what the other has just written, nor takes it for an edit by hand.

use std::sync::{MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

use super::index_file::{Held, Hold, sweep};
use super::program::{Git, PATIENCE};
use crate::book::disk::{Disk, RealDisk};
use crate::book::lock::Lock;

/// The index while it is read.
pub(super) type Ahead = JoinHandle<Option<(Held, Vec<u8>)>>;

/// Who has the index, as far as this command knows.
#[derive(Debug, Default)]
pub(super) enum Holding {
    /// Not this command.
    #[default]
    Nobody,
    /// This command.
    Ours(Hold),
    /// Another git, for longer than this command waits.
    Another,
}

/// As long as this lives the index is kept, unless [`Git::let_index_go`] was called meanwhile.
#[derive(Debug)]
pub struct IndexKept<'a> {
    /// Nothing where somebody else answers for letting it go, or it could not be had.
    git: Option<&'a Git>,
}

impl Drop for IndexKept<'_> {
    fn drop(&mut self) {
        if let Some(git) = self.git {
            git.let_index_go();
        }
    }
}

impl Git {
    /// Keeps the index from every other git, and waits a little for one that has it. Where that takes long, where the
    /// disk knows no second names, or where the repository is more than the book, it is not kept. Only for whoever
    /// holds the lock of the book.
    pub fn keep_index(&self) -> IndexKept<'_> {
        let took = self.is_whole_book() && !self.has_index() && self.take_index();
        IndexKept { git: took.then_some(self) }
    }

    /// Whether somebody has the index, dead or alive.
    pub fn index_is_taken(&self) -> bool {
        self.folder().join("index.lock").exists()
    }

    /// Removes what a command of this book that died left of a lock.
    pub fn take_away_dead_locks(&self, _lock: &Lock, disk: &mut dyn Disk) {
        if self.is_whole_book() {
            sweep(disk, self.folder());
        }
    }

    /// Whether this command has the index.
    pub(super) fn has_index(&self) -> bool {
        matches!(*self.holding(), Holding::Ours(_))
    }

    /// Reads the index while the book's files are written: no other git changes it meanwhile.
    fn read_index_ahead(&self) {
        let folder = self.folder().to_path_buf();
        *self.index_ahead() = thread::Builder::new().spawn(move || Held::read(&folder)).ok();
    }

    /// The index as it is: what is known of it, and what it holds. As [`Held::read`].
    pub(super) fn read_index(&self) -> Option<(Held, Vec<u8>)> {
        let ahead = self.index_ahead().take().and_then(|reading| reading.join().ok()?);
        ahead.filter(|(held, _)| held.is_as_read()).or_else(|| Held::read(self.folder()))
    }

    fn index_ahead(&self) -> MutexGuard<'_, Option<Ahead>> {
        self.index_ahead.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Leaves the index to whoever takes it next, such as a git that this command starts.
    pub(super) fn let_index_go(&self) {
        *self.index_ahead() = None;
        let mut holding = self.holding();
        if matches!(*holding, Holding::Ours(_)) {
            *holding = Holding::Nobody;
        }
    }

    fn take_index(&self) -> bool {
        let mut disk = RealDisk::new();
        sweep(&mut disk, self.folder());
        for _ in 0..PATIENCE.0 {
            if !self.waits_for_index() {
                return false;
            }
            match Hold::take(&mut disk, self.folder()) {
                Ok(Some(hold)) => {
                    *self.holding() = Holding::Ours(hold);
                    self.read_index_ahead();
                    return true;
                }
                // Somebody was faster.
                Ok(None) => {}
                Err(_) => return false,
            }
        }
        false
    }

    /// Waits until no other git has the index, once in a command; tells whether it is free.
    pub(super) fn waits_for_index(&self) -> bool {
        if self.has_index() || !self.index_is_taken() {
            return true;
        }
        if self.is_whole_book() {
            sweep(&mut RealDisk::new(), self.folder());
        }
        if !matches!(*self.holding(), Holding::Another) {
            for _ in 0..PATIENCE.0 {
                if !self.index_is_taken() {
                    return true;
                }
                thread::sleep(PATIENCE.1);
            }
        }
        let is_free = !self.index_is_taken();
        *self.holding() = if is_free { Holding::Nobody } else { Holding::Another };
        is_free
    }
}
