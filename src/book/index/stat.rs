//! What the disk says of a file without opening it.

use std::fs::Metadata;

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

#[cfg(unix)]
fn nanoseconds(seconds: i64, nanoseconds: i64) -> i64 {
    seconds.saturating_mul(1_000_000_000).saturating_add(nanoseconds)
}
