//! One row of a large sorted file, without reading the others.

#![allow(clippy::disallowed_methods, reason = "the disk belongs to this module")]

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

use super::failure::{Doing, failure};
use super::path::RelPath;
use crate::problem::Problem;

/// Longer than any row of a path and a hash. What lies so near is read at once.
const NEAR: u64 = 4096;

/// What follows `beginning` in the row that begins so, of a file whose rows are sorted by their bytes; the first row
/// may be a heading. None when there is no such row or file.
///
/// # Errors
/// `link-leads-out`, what the disk refused.
pub fn sorted_row(book: &Path, path: &RelPath, beginning: &str) -> Result<Option<String>, Problem> {
    let place = path.resolved(book)?.under(book);
    match find(&place, beginning.as_bytes()) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        found => found.map_err(|error| failure(Doing::Reading, path.as_str(), &error)),
    }
}

fn find(place: &Path, beginning: &[u8]) -> io::Result<Option<String>> {
    // A pipe or device of that name would keep whoever opens it waiting.
    if !std::fs::metadata(place)?.is_file() {
        return Ok(None);
    }
    let mut file = File::open(place)?;
    let length = file.metadata()?.len();
    search(&mut file, length, beginning)
}

/// The same in anything of that length.
pub fn search(file: &mut (impl Read + Seek), length: u64, beginning: &[u8]) -> io::Result<Option<String>> {
    // The row begins in [low, high), where `low` is the beginning of a row.
    let (mut low, mut high) = (0, length);
    while high - low > NEAR {
        let middle = low + (high - low) / 2;
        let near = part(file, middle, 2 * NEAR)?;
        let Some(end) = near.iter().position(|byte| *byte == b'\n') else { return Ok(None) };
        let begin = middle + end as u64 + 1;
        let row = &near[end + 1..];
        if begin >= high {
            high = middle + 1;
        } else if row.starts_with(beginning) || row < beginning {
            low = begin;
        } else {
            high = begin;
        }
    }
    let near = part(file, low, 2 * NEAR)?;
    let mut rows = near.split(|byte| *byte == b'\n');
    let row = rows.find_map(|row| row.strip_prefix(beginning));
    let row = row.map(|row| row.strip_suffix(b"\r").unwrap_or(row));
    Ok(row.map(|row| String::from_utf8_lossy(row).into_owned()))
}

fn part(file: &mut (impl Read + Seek), from: u64, length: u64) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test writes the file itself")]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_and_no_other() {
        let book = tempfile::tempdir().unwrap();
        let path = RelPath::new("rows.csv").unwrap();
        for count in [0, 1, 2, 50, 700, 3000] {
            for end in ["\n", "\r\n"] {
                let row =
                    |n: u32| format!("jobs/{:03}/J-{:05},{}", n / 100, 2 * n, "7".repeat((n % 70) as usize));
                let rows: Vec<String> = (0..count).map(row).collect();
                let mut text = format!("path,sha256{end}");
                rows.iter().for_each(|row| text.extend([row.as_str(), end]));
                std::fs::write(book.path().join("rows.csv"), text).unwrap();
                for (n, row) in rows.iter().enumerate() {
                    let (beginning, rest) = row.split_once(',').unwrap();
                    let found = sorted_row(book.path(), &path, &format!("{beginning},")).unwrap();
                    assert_eq!(found.as_deref(), Some(rest), "{n} of {count}");
                    let other = format!("jobs/{:03}/J-{:05},", n / 100, 2 * n + 1);
                    assert_eq!(sorted_row(book.path(), &path, &other).unwrap(), None, "{n} of {count}");
                }
            }
        }
        assert_eq!(sorted_row(book.path(), &RelPath::new("none.csv").unwrap(), "a,").unwrap(), None);
    }
}
