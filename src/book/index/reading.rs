//! The bytes of one file of the book.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::fingerprint::Print;
use super::scratch::Scratch;
use crate::problem::{Place, Problem};

/// More is not read into memory; what reads the text has a smaller limit of its own.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The bytes of a file and their fingerprint.
#[derive(Debug)]
pub struct Bytes {
    bytes: Scratch,
    /// Of the bytes.
    pub print: Print,
}

impl Bytes {
    /// Reads the file at `path`, of which the disk said that it has about `size` bytes.
    ///
    /// # Errors
    /// `unreadable`; `file-too-large`.
    pub fn read(root: &Path, path: &str, size: u64) -> Result<Bytes, Problem> {
        let bytes = read(&root.join(path), size).map_err(|error| {
            Problem::damaged("unreadable", format!("{path} cannot be read"))
                .at(Place::file(path))
                .because(error.to_string())
                .remedy("give yourself the right to read it")
        })?;
        if bytes.len() as u64 > LARGEST {
            return Err(Problem::damaged("file-too-large", format!("{path} is too large"))
                .at(Place::file(path))
                .because(format!("no more than {} MiB of a file are read", LARGEST / 1024 / 1024))
                .remedy("keep documents elsewhere and point to them"));
        }
        Ok(Bytes { print: Print::of(&bytes), bytes })
    }

    /// The text.
    ///
    /// # Errors
    /// `not-utf8`.
    pub fn text(&self, path: &str) -> Result<&str, Problem> {
        std::str::from_utf8(&self.bytes).map_err(|error| {
            let good = String::from_utf8_lossy(&self.bytes[..error.valid_up_to()]);
            Problem::damaged("not-utf8", "the file is not UTF-8 text")
                .at(Place::in_text(path, &good, good.len(), 1))
                .because("a byte here is no part of a character")
                .remedy("save the file as UTF-8")
        })
    }
}

#[allow(clippy::disallowed_methods, reason = "the index reads the book's files")]
fn read(path: &Path, size: u64) -> io::Result<Scratch> {
    let mut bytes = Scratch::new();
    // One more than there are, so that the end is found without growing.
    bytes.reserve(usize::try_from(size.min(LARGEST)).unwrap_or(0) + 1);
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
