//! Files, listings and stat data, with limits.

#![allow(clippy::disallowed_methods, reason = "the disk belongs to this module")]

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::failure::{Doing, failure};
use super::mishap;
use super::path::RelPath;
use crate::problem::{Place, Problem};

/// The content of `path`.
///
/// # Errors
/// `file-missing`, `file-too-large` beyond `limit` bytes, `not-a-file`, `link-leads-out`, or what the disk refused.
pub fn read(book: &Path, path: &RelPath, limit: u64) -> Result<Vec<u8>, Problem> {
    read_if_there(book, path, limit)?
        .ok_or_else(|| failure(Doing::Reading, path.as_str(), &ErrorKind::NotFound.into()))
}

/// The content of `path`, `None` when there is no such file.
///
/// # Errors
/// As [`read`], but for `file-missing`.
pub fn read_if_there(book: &Path, path: &RelPath, limit: u64) -> Result<Option<Vec<u8>>, Problem> {
    let refused = |error: io::Error| failure(Doing::Reading, path.as_str(), &error);
    let place = path.resolved(book)?.under(book);
    // Looked at before it is opened, since opening a pipe would wait for ever.
    let found = match fs::metadata(&place) {
        Ok(found) => found,
        Err(error) if is_absent(&error) => return Ok(None),
        Err(error) => return Err(refused(error)),
    };
    if found.is_dir() {
        return Err(refused(ErrorKind::IsADirectory.into()));
    }
    if !found.is_file() {
        return Err(Problem::damaged("not-a-file", "is no ordinary file").at(Place::file(path.as_str())));
    }
    if found.len() > limit {
        return Err(too_large(path, limit));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(found.len()).unwrap_or(0) + 1);
    let file = match File::open(&place) {
        Ok(file) => file,
        Err(error) if is_absent(&error) => return Ok(None),
        Err(error) => return Err(refused(error)),
    };
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() as u64 > limit { Err(too_large(path, limit)) } else { Ok(Some(bytes)) }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn too_large(path: &RelPath, limit: u64) -> Problem {
    Problem::damaged("file-too-large", format!("is larger than {limit} bytes, the most that is read"))
        .at(Place::file(path.as_str()))
        .remedy("move what is not part of the book elsewhere")
}

/// The content of a file outside the book's own, such as git's; `None` when it is absent or longer than `limit`.
///
/// # Errors
/// What the system refused.
pub fn peek(file: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    match fs::metadata(file) {
        Ok(found) if found.is_file() && found.len() <= limit => fs::read(file).map(Some),
        Ok(_) => Ok(None),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// How much stands in a folder outside the book's own, such as git's; none in one that cannot be read.
pub fn count_entries(folder: &Path) -> usize {
    fs::read_dir(folder).map_or(0, Iterator::count)
}

/// Whether `path` is an ordinary file that is no program; `None` when nothing stands there.
pub fn is_plain_file(book: &Path, path: &RelPath) -> Option<bool> {
    let found = fs::symlink_metadata(path.under(book)).ok()?;
    #[cfg(unix)]
    let program = std::os::unix::fs::PermissionsExt::mode(&found.permissions()) & 0o111 != 0;
    #[cfg(not(unix))]
    let program = false;
    Some(found.is_file() && !program)
}

/// What a folder holds under one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, wherever it leads.
    Link,
    /// A pipe, socket or device.
    Other,
}

/// One name in a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The name, without its folder. Names that are not Unicode have their odd bytes replaced.
    pub name: String,
    /// What it is.
    pub kind: EntryKind,
}

/// What stands in `folder` (`None`: the book's own), sorted by name; empty when there is no such folder.
///
/// # Errors
/// `link-leads-out`; what the disk refused.
pub fn list(book: &Path, folder: Option<&RelPath>) -> Result<Vec<Entry>, Problem> {
    let shown = folder.map_or(".", RelPath::as_str);
    let refused = |error: io::Error| failure(Doing::Reading, shown, &error);
    let place = folder.map(|folder| folder.resolved(book)).transpose()?;
    let entries = match fs::read_dir(place.map_or_else(|| book.to_path_buf(), |folder| folder.under(book))) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(refused(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(refused)?;
        let kind = match entry.file_type().map_err(refused)? {
            kind if kind.is_file() => EntryKind::File,
            kind if kind.is_dir() => EntryKind::Folder,
            kind if kind.is_symlink() => EntryKind::Link,
            _ => EntryKind::Other,
        };
        found.push(Entry { name: entry.file_name().to_string_lossy().into_owned(), kind });
    }
    found.sort();
    Ok(found)
}

/// Stat data by which a changed file is recognised without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Length in bytes.
    pub length: u64,
    /// Seconds and nanoseconds of the last change, as the disk tells them.
    pub changed: (i64, i64),
    /// Device and inode, where the system has them.
    pub identity: (u64, u64),
}

impl Stamp {
    #[cfg(unix)]
    pub(super) fn of(found: &Metadata) -> Stamp {
        use std::os::unix::fs::MetadataExt;
        Stamp {
            length: found.len(),
            changed: (found.mtime(), found.mtime_nsec()),
            identity: (found.dev(), found.ino()),
        }
    }

    #[cfg(not(unix))]
    pub(super) fn of(found: &Metadata) -> Stamp {
        let changed = found
            .modified()
            .ok()
            .and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok())
            .map_or((0, 0), |since| (since.as_secs() as i64, i64::from(since.subsec_nanos())));
        Stamp { length: found.len(), changed, identity: (0, 0) }
    }
}

/// The stat data of `path`, `None` when nothing stands there.
///
/// # Errors
/// What the disk refused.
pub fn stamp(book: &Path, path: &RelPath) -> Result<Option<Stamp>, Problem> {
    match fs::symlink_metadata(path.under(book)) {
        Ok(found) => Ok(Some(Stamp::of(&found))),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(failure(Doing::Reading, path.as_str(), &error)),
    }
}

/// The stat data of a file outside the book's own, such as git's; `None` when no ordinary file stands there.
///
/// # Errors
/// What the system refused.
pub fn stamp_outside(file: &Path) -> io::Result<Option<Stamp>> {
    match fs::symlink_metadata(file) {
        Ok(found) => Ok(found.is_file().then(|| Stamp::of(&found))),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The stat data of an ordinary file as git's index keeps them: changed and modified (seconds, nanoseconds), device,
/// inode, mode, user, group, length, each cut to 32 bits. `None` when there is none, or the system has no such data.
///
/// # Errors
/// What the system refused.
pub fn index_words(file: &Path) -> io::Result<Option<[u32; 10]>> {
    let found = match fs::symlink_metadata(file) {
        Ok(found) if found.is_file() => found,
        Ok(_) => return Ok(None),
        Err(error) if is_absent(&error) => return Ok(None),
        Err(error) => return Err(error),
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        // A length that would be cut to nothing would mean that nobody knows it.
        let length = if found.len() > 0 && found.len() as u32 == 0 { 1 << 31 } else { found.len() as u32 };
        Ok(Some([
            found.ctime() as u32,
            found.ctime_nsec() as u32,
            found.mtime() as u32,
            found.mtime_nsec() as u32,
            found.dev() as u32,
            found.ino() as u32,
            found.mode(),
            found.uid(),
            found.gid(),
            length,
        ]))
    }
    #[cfg(not(unix))]
    {
        let _ = found;
        Ok(None)
    }
}

/// Opens `path` for locking, creating it empty when absent, and tells its stat data.
///
/// # Errors
/// What the disk refused.
pub fn open_for_locking(book: &Path, path: &RelPath) -> Result<(File, Stamp), Problem> {
    let open = || {
        mishap::step("open", &path.under(book))?;
        let file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path.under(book))?;
        let stamp = Stamp::of(&file.metadata()?);
        Ok((file, stamp))
    };
    open().map_err(|error| failure(Doing::Writing, path.as_str(), &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> RelPath {
        RelPath::new(text).unwrap()
    }

    #[test]
    fn a_file_is_read_up_to_the_limit_and_absence_is_no_failure() {
        let book = tempfile::tempdir().unwrap();
        fs::write(book.path().join("a"), "12345").unwrap();
        assert_eq!(read(book.path(), &path("a"), 5).unwrap(), b"12345");
        assert_eq!(read(book.path(), &path("a"), 4).unwrap_err().code, "file-too-large");
        assert_eq!(read_if_there(book.path(), &path("b"), 5).unwrap(), None);
        assert_eq!(read_if_there(book.path(), &path("a/b"), 5).unwrap(), None);
        assert_eq!(read(book.path(), &path("b"), 5).unwrap_err().code, "file-missing");
    }

    #[test]
    fn a_folder_is_no_file_and_says_so() {
        let book = tempfile::tempdir().unwrap();
        fs::create_dir(book.path().join("d")).unwrap();
        assert_eq!(read(book.path(), &path("d"), 5).unwrap_err().code, "is-a-folder");
    }

    #[test]
    fn a_listing_is_sorted_and_an_absent_folder_is_empty() {
        let book = tempfile::tempdir().unwrap();
        fs::write(book.path().join("b"), "").unwrap();
        fs::create_dir(book.path().join("a")).unwrap();
        let names: Vec<_> = list(book.path(), None).unwrap().into_iter().map(|e| (e.name, e.kind)).collect();
        assert_eq!(names, [("a".into(), EntryKind::Folder), ("b".into(), EntryKind::File)]);
        assert!(list(book.path(), Some(&path("none"))).unwrap().is_empty());
    }
}
