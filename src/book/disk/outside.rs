//! Files outside of the book that a person names: results to write, sheets to read.

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
    // A pipe or device is written to, not replaced.
    if std::fs::metadata(file).is_ok_and(|found| !found.is_file()) {
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
