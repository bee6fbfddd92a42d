//! The file put in its place under git's own lock.
//!
//! Git takes the index by making `index.lock`, and a git that dies leaves it to a person to remove. The new file is
//! therefore written beside first and then becomes the lock in one step, as a second name of itself: by that the lock of
//! a command that died is recognised, and the next command removes it.

use std::io;
use std::path::{Path, PathBuf};

use crate::book::disk::{self, Disk, Stamp};

/// The index.
const INDEX: &str = "index";
/// What git takes before it changes the index.
const LOCK: &str = "index.lock";
/// So the names of our own begin; what follows is the number of the process.
const BESIDE: &str = "index.jobbook-";
/// A larger index is left to git.
const LARGEST: u64 = 1 << 30;

/// The index file as it was read.
pub(in crate::book::git) struct Held {
    file: PathBuf,
    folder: PathBuf,
    stamp: Stamp,
}

impl Held {
    /// Reads the index in the repository's `folder`: what is known of it, and what it holds. Nothing when there is none,
    /// or it is no ordinary file.
    pub fn read(folder: &Path) -> Option<(Held, Vec<u8>)> {
        let file = folder.join(INDEX);
        let stamp = disk::stamp_outside(&file).ok()??;
        let bytes = disk::peek(&file, LARGEST).ok()??;
        let is_whole = bytes.len() as u64 == stamp.length;
        is_whole.then(|| (Held { file, folder: folder.to_path_buf(), stamp }, bytes))
    }

    /// The second in which it was written, as git keeps it.
    pub fn written(&self) -> u32 {
        self.stamp.changed.0 as u32
    }

    /// Puts `bytes` in its place. `Ok(false)`: somebody else has the index now, or has changed it.
    ///
    /// # Errors
    /// What the system refused. The index is then as it was, and nothing of ours is left.
    pub fn replace(&self, disk: &mut dyn Disk, bytes: &[u8]) -> io::Result<bool> {
        let beside = self.folder.join(format!("{BESIDE}{}", std::process::id()));
        let lock = self.folder.join(LOCK);
        if let Err(error) = disk.write_new(&beside, bytes, Some(&self.file)) {
            let _ = disk.remove_file(&beside);
            return Err(error);
        }
        if let Err(error) = disk.link(&beside, &lock) {
            let _ = disk.remove_file(&beside);
            return if error.kind() == io::ErrorKind::AlreadyExists { Ok(false) } else { Err(error) };
        }
        let is_as_read = disk::stamp_outside(&self.file).is_ok_and(|now| now == Some(self.stamp));
        let put = if is_as_read { disk.rename(&lock, &self.file).map(|()| true) } else { Ok(false) };
        if !matches!(put, Ok(true)) {
            let _ = disk.remove_file(&lock);
        }
        // What cannot be removed here is removed by the next command, and until then disturbs nobody.
        let _ = disk.remove_file(&beside);
        put
    }
}

/// Removes what a command of this book that died left behind in the repository's `folder`. Only for whoever holds the
/// lock of the book, and where no other book has this repository.
pub(in crate::book::git) fn sweep(disk: &mut dyn Disk, folder: &Path) {
    let lock = folder.join(LOCK);
    for name in disk::names_in(folder).iter().filter(|name| name.starts_with(BESIDE)) {
        let beside = folder.join(name);
        let identity = |file: &Path| disk::stamp_outside(file).ok().flatten().map(|stamp| stamp.identity);
        let is_ours = identity(&lock).is_some_and(|id| id != (0, 0) && identity(&beside) == Some(id));
        if is_ours && disk.remove_file(&lock).is_err() {
            // As long as the lock stands, its second name says whose it is.
            continue;
        }
        let _ = disk.remove_file(&beside);
    }
}
