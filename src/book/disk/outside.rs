//! Files outside of the book that a person names: what is imported and handed out.

#![allow(clippy::disallowed_methods, reason = "the disk belongs to this module")]

use std::path::Path;

use super::failure::{Doing, failure};
use crate::problem::Problem;

/// The bytes of a file that a person named.
///
/// # Errors
/// What the disk refused.
pub fn read_outside(path: &Path) -> Result<Vec<u8>, Problem> {
    std::fs::read(path).map_err(|error| failure(Doing::Reading, &path.to_string_lossy(), &error))
}

/// Writes a file that a person named, in the place of one that is there.
///
/// # Errors
/// What the disk refused.
pub fn write_outside(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    std::fs::write(path, bytes).map_err(|error| failure(Doing::Writing, &path.to_string_lossy(), &error))
}
