//! The folder that a book begins in.

#![allow(clippy::disallowed_methods, reason = "the disk belongs to this module")]

use std::path::Path;

use super::failure::{Doing, failure};
use super::mishap;
use crate::problem::Problem;

/// Makes the folder of a new book, and those above it; that it exists already is fine.
///
/// # Errors
/// What the disk refused.
pub fn make_root(folder: &Path) -> Result<(), Problem> {
    mishap::step("make folder", folder)
        .and_then(|()| std::fs::create_dir_all(folder))
        .map_err(|error| failure(Doing::Writing, &folder.to_string_lossy(), &error))
}

/// Whether nothing stands in the folder, or there is no such folder.
///
/// # Errors
/// What the disk refused.
pub fn is_empty_root(folder: &Path) -> Result<bool, Problem> {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(failure(Doing::Reading, &folder.to_string_lossy(), &error)),
    }
}
