//! The file put in its place under git's own lock.
//!
//! Git takes the index by making `index.lock`, and a git that dies leaves it to a person to remove. The lock made here
//! is a second name of a file beside it: by that the lock of a command that died is recognised, and the next command
//! removes it.

use std::io;
use std::path::{Path, PathBuf};

use crate::book::disk::{self, Disk, RealDisk, Stamp};

/// The index.
const INDEX: &str = "index";
/// What git takes before it changes the index.
const LOCK: &str = "index.lock";
/// So the names of our own begin; what follows is the number of the process.
const BESIDE: &str = "index.jobbook-";
/// A larger index is left to git.
const LARGEST: u64 = 1 << 30;

/// Git's index, kept from every git as long as this lives. Each git that writes files of the repository takes it first.
#[derive(Debug)]
pub(in crate::book::git) struct Hold {
    folder: PathBuf,
    beside: PathBuf,
}

impl Hold {
    /// Takes the index in the repository's `folder`; nothing while somebody else has it.
    ///
    /// # Errors
    /// What the system refused; some disks know no second names. Nothing of ours is left then.
    pub fn take(disk: &mut dyn Disk, folder: &Path) -> io::Result<Option<Hold>> {
        let beside = folder.join(format!("{BESIDE}{}", std::process::id()));
        let taken = disk
            .write_new(&beside, &[], Some(&folder.join(INDEX)))
            .and_then(|()| disk.link(&beside, &folder.join(LOCK)));
        match taken {
            Ok(()) => Ok(Some(Hold { folder: folder.to_path_buf(), beside })),
            Err(error) => {
                let _ = disk.remove_file(&beside);
                if error.kind() == io::ErrorKind::AlreadyExists { Ok(None) } else { Err(error) }
            }
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let_go(&mut RealDisk::new(), &self.folder, &self.beside, true);
    }
}

/// The index file as it was read.
#[derive(Debug)]
pub(in crate::book::git) struct Held {
    file: PathBuf,
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
        is_whole.then_some((Held { file, stamp }, bytes))
    }

    /// Whether it is still that file.
    pub fn is_as_read(&self) -> bool {
        disk::stamp_outside(&self.file).is_ok_and(|now| now == Some(self.stamp))
    }

    /// The second in which it was written, as git keeps it.
    pub fn written(&self) -> u32 {
        self.stamp.changed.0 as u32
    }

    /// Puts `bytes` in its place, for whoever has the index. `Ok(false)`: it is another one by now.
    ///
    /// # Errors
    /// What the system refused. The index is then as it was, and nothing of ours is left.
    pub fn replace(&self, disk: &mut dyn Disk, bytes: &[u8], hold: &Hold) -> io::Result<bool> {
        let new = hold.folder.join(format!("{BESIDE}new-{}", std::process::id()));
        let put = disk.write_new(&new, bytes, Some(&self.file)).and_then(|()| {
            if self.is_as_read() { disk.rename(&new, &self.file).map(|()| true) } else { Ok(false) }
        });
        if !matches!(put, Ok(true)) {
            let _ = disk.remove_file(&new);
        }
        put
    }
}

/// Removes what a command of this book that died left behind in the repository's `folder`. Only for whoever holds the
/// lock of the book, and where no other book has this repository.
pub(in crate::book::git) fn sweep(disk: &mut dyn Disk, folder: &Path) {
    for name in disk::names_in(folder).iter().filter(|name| name.starts_with(BESIDE)) {
        let_go(disk, folder, &folder.join(name), false);
    }
}

/// Removes the lock, if it is another name of `beside`, and that. Some systems do not tell; then it is as `supposed`.
fn let_go(disk: &mut dyn Disk, folder: &Path, beside: &Path, supposed: bool) {
    let lock = folder.join(LOCK);
    let identity = |file: &Path| disk::stamp_outside(file).ok().flatten().map(|stamp| stamp.identity);
    let is_ours = |id| if id == (0, 0) { supposed } else { identity(beside) == Some(id) };
    let is_ours = identity(&lock).is_some_and(is_ours);
    // As long as the lock stands, its second name says whose it is.
    if !is_ours || disk.remove_file(&lock).is_ok() {
        let _ = disk.remove_file(beside);
    }
}
