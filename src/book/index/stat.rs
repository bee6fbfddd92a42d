//! What the disk says of a file without opening it.

use std::fs::Metadata;
use std::path::Path;

use serde::{Deserialize, Serialize};

/// Size, times and number of a file. Times are nanoseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stat {
    /// Length in bytes.
    pub size: u64,
    /// When the content was written last; anybody may set it to anything.
    pub modified: i64,
    /// When anything about the file changed last; the disk alone sets it.
    pub changed: i64,
    /// The file's number on the disk; another one when it was replaced.
    pub inode: u64,
}

impl Stat {
    /// What the disk says of no file.
    pub const NONE: Stat = Stat { size: 0, modified: i64::MAX, changed: i64::MAX, inode: 0 };

    /// What `metadata` says.
    #[cfg(unix)]
    pub fn of(metadata: &Metadata) -> Stat {
        use std::os::unix::fs::MetadataExt;
        Stat {
            size: metadata.size(),
            modified: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            changed: nanoseconds(metadata.ctime(), metadata.ctime_nsec()),
            inode: metadata.ino(),
        }
    }

    /// What `metadata` says, on systems that know no inodes.
    #[cfg(not(unix))]
    pub fn of(metadata: &Metadata) -> Stat {
        let modified = metadata
            .modified()
            .ok()
            .and_then(|at| at.duration_since(std::time::UNIX_EPOCH).ok())
            .and_then(|since| i64::try_from(since.as_nanos()).ok())
            .unwrap_or_default();
        Stat { size: metadata.len(), modified, changed: modified, inode: 0 }
    }

    /// Whether a later change would show: the file was last touched before files were read at `began`.
    /// One touched in the same tick of the disk's clock may be changed again and look the same (git calls
    /// such an entry racy).
    pub fn is_settled(&self, began: i64) -> bool {
        self.modified < began && self.changed < began
    }
}

/// A folder that was opened to look at files in it: the system need not find it anew for each.
#[cfg(target_os = "linux")]
pub struct OpenFolder(rustix::fd::OwnedFd);

#[cfg(target_os = "linux")]
impl OpenFolder {
    /// The folder at `path`; absent when it cannot be opened.
    pub fn open(path: &Path) -> Option<OpenFolder> {
        use rustix::fs::{Mode, OFlags, open};
        let how = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        open(path, how, Mode::empty()).ok().map(OpenFolder)
    }

    /// What the disk says of the file of that name; absent when no ordinary file stands there.
    pub fn stat_of_file(&self, name: &str) -> Option<Stat> {
        use rustix::fs::{AtFlags, FileType, statat};
        let found = statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW).ok()?;
        let is_file = FileType::from_raw_mode(found.st_mode).is_file();
        is_file.then(|| Stat {
            size: found.st_size as u64,
            modified: nanoseconds(found.st_mtime, found.st_mtime_nsec as i64),
            changed: nanoseconds(found.st_ctime, found.st_ctime_nsec as i64),
            inode: found.st_ino,
        })
    }
}

/// A folder of which files are looked at.
#[cfg(not(target_os = "linux"))]
pub struct OpenFolder(std::path::PathBuf);

#[cfg(not(target_os = "linux"))]
impl OpenFolder {
    /// The folder at `path`.
    pub fn open(path: &Path) -> Option<OpenFolder> {
        Some(OpenFolder(path.to_path_buf()))
    }

    /// What the disk says of the file of that name; absent when no ordinary file stands there.
    #[allow(clippy::disallowed_methods, reason = "the index looks at the book's files")]
    pub fn stat_of_file(&self, name: &str) -> Option<Stat> {
        let found = std::fs::symlink_metadata(self.0.join(name)).ok()?;
        found.is_file().then(|| Stat::of(&found))
    }
}

#[cfg(unix)]
fn nanoseconds(seconds: i64, nanoseconds: i64) -> i64 {
    seconds.saturating_mul(1_000_000_000).saturating_add(nanoseconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::disallowed_methods, reason = "a test makes files")]
    fn a_file_looks_the_same_from_its_folder() {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join("one.yaml"), "some bytes").unwrap();
        std::fs::create_dir(place.path().join("two.yaml")).unwrap();
        let folder = OpenFolder::open(place.path()).unwrap();
        let alone = std::fs::symlink_metadata(place.path().join("one.yaml")).unwrap();
        assert_eq!(folder.stat_of_file("one.yaml"), Some(Stat::of(&alone)));
        assert_eq!((folder.stat_of_file("two.yaml"), folder.stat_of_file("three.yaml")), (None, None));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("one.yaml", place.path().join("four.yaml")).unwrap();
            assert_eq!(folder.stat_of_file("four.yaml"), None, "a link is no file");
        }
    }
}
