//! Files that stand outside of the book: results that a person asked for, copies to be edited.

#![allow(clippy::disallowed_methods, reason = "the disk belongs to this module")]

use std::path::Path;

use super::failure::{Doing, failure};
use crate::problem::Problem;

/// The largest file that comes back from an editor, in bytes.
const LARGEST: u64 = 16 << 20;

/// Writes a file that a person named, over one that is there already. A plain file is replaced at once, so
/// that a failure leaves the old one; a device or pipe is written to.
///
/// # Errors
/// What the disk refused.
pub fn write_outside(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let refused = |error: std::io::Error| failure(Doing::Writing, &path.to_string_lossy(), &error);
    let is_special = std::fs::metadata(path).is_ok_and(|found| !found.is_file());
    let is_link = std::fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    if is_special || is_link {
        return std::fs::write(path, bytes).map_err(refused);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.jobbook-new-{}", std::process::id()));
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path));
    written.map_err(|error| {
        // The first failure is the one to tell.
        let _ = std::fs::remove_file(&beside);
        refused(error)
    })
}

/// The text of a file outside of the book.
///
/// # Errors
/// `file-not-text`, `file-too-large`; what the disk refused.
pub fn read_outside(path: &Path) -> Result<String, Problem> {
    let refused = |error: std::io::Error| failure(Doing::Reading, &path.to_string_lossy(), &error);
    let length = std::fs::metadata(path).map_err(refused)?.len();
    if length > LARGEST {
        return Err(Problem::damaged("file-too-large", format!("{} is too large", path.display())));
    }
    String::from_utf8(std::fs::read(path).map_err(refused)?)
        .map_err(|_| Problem::damaged("file-not-text", format!("{} is not UTF-8 text", path.display())))
}

/// A new folder that only this user can read; it goes when the value does.
///
/// # Errors
/// What the disk refused.
pub fn scratch_folder() -> Result<tempfile::TempDir, Problem> {
    let place = tempfile::Builder::new().prefix("jobbook-").tempdir();
    place.map_err(|error| failure(Doing::Writing, "a temporary folder", &error))
}
