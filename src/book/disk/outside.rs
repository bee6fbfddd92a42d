//! Files outside of the book: results and sheets that a person names, copies to be edited.

#![allow(clippy::disallowed_methods, reason = "the disk belongs to this module")]

use std::io::Write;
use std::path::Path;

use super::failure::{Doing, failure};
use crate::problem::Problem;

/// Writes a result into a file that a person named; an earlier one of that name is replaced at once.
///
/// # Errors
/// What the disk refused.
pub fn write_outside(file: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let refused = |error: &std::io::Error| failure(Doing::Writing, &file.to_string_lossy(), error);
    // A pipe or device is written to, not replaced; so is what a link leads to.
    let is_special = std::fs::metadata(file).is_ok_and(|found| !found.is_file());
    if is_special || std::fs::symlink_metadata(file).is_ok_and(|found| found.is_symlink()) {
        return std::fs::write(file, bytes).map_err(|error| refused(&error));
    }
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut draft = builder.prefix(".jobbook-").tempfile_in(folder).map_err(|error| refused(&error))?;
    draft.write_all(bytes).map_err(|error| refused(&error))?;
    draft.persist(file).map_err(|error| refused(&error.error))?;
    Ok(())
}

/// Names of what stands in a folder that a person named, sorted; none when it cannot be read.
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries =
        std::fs::read_dir(folder).map(|entries| entries.flatten().collect::<Vec<_>>()).unwrap_or_default();
    let mut names: Vec<String> =
        entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The largest file outside of the book that is read, in bytes.
const LARGEST: u64 = 64 << 20;

/// The text of a file that a person named.
///
/// # Errors
/// `file-too-large`, `file-not-text`; what the disk refused.
pub fn read_outside(file: &Path) -> Result<String, Problem> {
    let shown = file.to_string_lossy();
    let bytes = bytes_outside(file)?;
    String::from_utf8(bytes).map_err(|_| {
        Problem::damaged("file-not-text", format!("{shown} is not UTF-8 text")).remedy("save it as UTF-8")
    })
}

/// The bytes of a file that a person named.
///
/// # Errors
/// `file-too-large`; what the disk refused.
pub fn bytes_outside(file: &Path) -> Result<Vec<u8>, Problem> {
    let refused = |error: &std::io::Error| failure(Doing::Reading, &file.to_string_lossy(), error);
    let found = std::fs::metadata(file).map_err(|error| refused(&error))?;
    if found.len() > LARGEST {
        return Err(Problem::damaged(
            "file-too-large",
            format!("{} is larger than {LARGEST} bytes", file.display()),
        ));
    }
    std::fs::read(file).map_err(|error| refused(&error))
}

/// A new folder that only this user can read; it goes when the value does.
///
/// # Errors
/// What the disk refused.
pub fn scratch_folder() -> Result<tempfile::TempDir, Problem> {
    let place = tempfile::Builder::new().prefix("jobbook-").tempdir();
    place.map_err(|error| failure(Doing::Writing, "a temporary folder", &error))
}
