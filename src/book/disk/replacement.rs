//! One file replaced at once, folders made to stay.

use std::io::Write;
use std::path::Path;

use super::failure::{Doing, failure};
use super::mishap;
use super::operations::Disk;
use super::path::RelPath;
use super::reading::list;
use crate::problem::Problem;

/// Whether a replacement must outlive a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// It waits until the disk has it.
    Lasting,
    /// It may be lost, as with a cache; a reader still sees either the old or the new file.
    Fleeting,
}

/// In the name of a file that is to replace another; what a dead process left under such a name means nothing.
const DRAFT: &str = ".jobbook-new-";

/// Replaces `path` by `bytes` at once: a reader sees the old content or the new, never part of one.
/// Missing folders are made. The temporary file stands beside, its name ending in `.jobbook-new-` and the
/// process's number, so that two processes may replace the same file at once; [`sweep_drafts`] removes it when
/// its process died.
///
/// Only for single files that belong to no change of the book, such as caches: everything else goes
/// through a transaction.
///
/// # Errors
/// `link-leads-out`, or what the disk refused; the old file is then untouched.
pub fn replace(
    disk: &mut dyn Disk,
    book: &Path,
    path: &RelPath,
    bytes: &[u8],
    durability: Durability,
) -> Result<(), Problem> {
    let path = path.resolved(book)?;
    let refused = |error: std::io::Error| failure(Doing::Writing, path.as_str(), &error);
    let parent = path.parent();
    if let Some(folder) = &parent {
        make_folders(disk, book, folder)?;
    }
    let target = path.under(book);
    let staged = path.with_ending(&format!("{DRAFT}{}", std::process::id()))?.under(book);
    let mut steps = || {
        match disk.remove_file(&staged) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        disk.write_new(&staged, bytes, Some(&target))?;
        if durability == Durability::Lasting {
            disk.sync_file(&staged)?;
        }
        disk.rename(&staged, &target)
    };
    let mut done = steps();
    if matches!(&done, Err(error) if error.kind() == std::io::ErrorKind::NotFound) {
        // Somebody took the draft for one left behind.
        done = steps();
    }
    if let Err(error) = done {
        // The first failure is the one to tell; what cannot be removed now is removed by the next replacement.
        let _ = disk.remove_file(&staged);
        return Err(refused(error));
    }
    if durability == Durability::Lasting {
        disk.sync_folder(&parent.map_or_else(|| book.to_path_buf(), |folder| folder.under(book)))
            .map_err(refused)?;
    }
    Ok(())
}

/// Adds `bytes` to the end of a file that is there. Like [`replace`], only for what may be lost: a crash leaves part of
/// them.
///
/// # Errors
/// `link-leads-out`, or what the disk refused.
pub fn append(book: &Path, path: &RelPath, bytes: &[u8]) -> Result<(), Problem> {
    let path = path.resolved(book)?;
    let file = path.under(book);
    let add = || {
        let half = mishap::before(mishap::WRITE, &file)?;
        let mut file = std::fs::OpenOptions::new().append(true).open(&file)?;
        if half {
            file.write_all(&bytes[..bytes.len() / 2])?;
            return mishap::fall();
        }
        file.write_all(bytes)
    };
    add().map_err(|error| failure(Doing::Writing, path.as_str(), &error))
}

/// Removes what processes that died while they replaced a file left in `folder`.
pub fn sweep_drafts(disk: &mut dyn Disk, book: &Path, folder: &RelPath) {
    for entry in list(book, Some(folder)).unwrap_or_default() {
        if entry.name.contains(DRAFT) {
            // It means nothing, and the next one tries again.
            let _ = disk.remove_file(&folder.under(book).join(entry.name));
        }
    }
}

/// Makes `folder` and the folders above it, each on the disk before the next; tells those that are new,
/// outermost first.
///
/// # Errors
/// What the disk refused; folders made before are removed again.
pub fn make_folders(disk: &mut dyn Disk, book: &Path, folder: &RelPath) -> Result<Vec<RelPath>, Problem> {
    let mut missing = Vec::new();
    let mut next = Some(folder.clone());
    while let Some(folder) = next {
        if folder.under(book).is_dir() {
            break;
        }
        next = folder.parent();
        missing.push(folder);
    }
    missing.reverse();
    for (position, folder) in missing.iter().enumerate() {
        let above = folder.parent().map_or_else(|| book.to_path_buf(), |above| above.under(book));
        let result = disk.create_folder(&folder.under(book)).and_then(|()| disk.sync_folder(&above));
        if let Err(error) = result {
            for made in missing[..=position].iter().rev() {
                // An empty folder too many is harmless.
                let _ = disk.remove_folder(&made.under(book));
            }
            return Err(failure(Doing::Writing, folder.as_str(), &error));
        }
    }
    Ok(missing)
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test looks at the disk itself")]
mod tests {
    use super::super::operations::RealDisk;
    use super::*;

    fn put(book: &Path, path: &str, bytes: &[u8]) -> Result<(), Problem> {
        replace(&mut RealDisk::new(), book, &RelPath::new(path)?, bytes, Durability::Lasting)
    }

    #[test]
    fn a_file_is_replaced_with_its_folders_and_nothing_is_left_beside() {
        let book = tempfile::tempdir().unwrap();
        put(book.path(), "a/b/c.yaml", b"one").unwrap();
        put(book.path(), "a/b/c.yaml", b"two").unwrap();
        assert_eq!(std::fs::read(book.path().join("a/b/c.yaml")).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(book.path().join("a/b")).unwrap().count(), 1);
    }

    #[test]
    fn what_a_dead_process_left_is_swept_and_nothing_else() {
        let book = tempfile::tempdir().unwrap();
        put(book.path(), "a/kept.yaml", b"one").unwrap();
        std::fs::write(book.path().join("a/kept.yaml.jobbook-new-4711"), "half").unwrap();
        sweep_drafts(&mut RealDisk::new(), book.path(), &RelPath::new("a").unwrap());
        assert_eq!(std::fs::read_dir(book.path().join("a")).unwrap().count(), 1);
        assert_eq!(std::fs::read(book.path().join("a/kept.yaml")).unwrap(), b"one");
    }

    #[cfg(unix)]
    #[test]
    fn a_replaced_file_keeps_its_mode() {
        use std::os::unix::fs::PermissionsExt;
        let book = tempfile::tempdir().unwrap();
        let file = book.path().join("a");
        std::fs::write(&file, "old").unwrap();
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
        put(book.path(), "a", b"new").unwrap();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o7777, 0o640);
    }

    #[test]
    fn a_folder_of_that_name_is_not_replaced_and_nothing_is_left_beside() {
        let book = tempfile::tempdir().unwrap();
        std::fs::create_dir(book.path().join("a")).unwrap();
        assert_eq!(put(book.path(), "a", b"new").unwrap_err().code, "is-a-folder");
        assert_eq!(std::fs::read_dir(book.path()).unwrap().count(), 1);
    }
}
