//! Text brought together line by line, by git.

use crate::book::disk;
use crate::book::process::Process;
use crate::problem::Problem;

/// No line of a book begins with so many of one mark.
const MARK: usize = 61;

/// What to do where both sides changed the same lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlap {
    /// There is no result.
    Refuse,
    /// The lines of both stand there, one side's after the other's.
    Both,
}

/// What both sides make of `base`; nothing where they overlap and that is refused, and for what is no text.
///
/// # Errors
/// `program-missing`, `program-failed`; what the disk refused.
pub fn merge_lines(
    base: &[u8],
    ours: &[u8],
    theirs: &[u8],
    overlap: Overlap,
) -> Result<Option<Vec<u8>>, Problem> {
    let folder = disk::scratch_folder()?;
    for (name, bytes) in [("ours", ours), ("base", base), ("theirs", theirs)] {
        disk::write_outside(&folder.path().join(name), bytes)?;
    }
    let marks = format!("--marker-size={MARK}");
    let arguments = ["merge-file", "-p", "-q", "--diff3", &marks, "ours", "base", "theirs"];
    let ended = Process::new("git", folder.path()).args(arguments).run()?;
    // Git answers how many overlaps there are, and something above that when it refuses.
    match (ended.status.code(), overlap) {
        (Some(0), _) => Ok(Some(ended.output)),
        (Some(1..=127), Overlap::Both) => Ok(Some(both(&ended.output))),
        _ => Ok(None),
    }
}

/// Takes the marks and what was there before out of overlaps. Git's own way of doing so also merges lines that happen
/// to be the same in both, such as the head of two entries.
fn both(marked: &[u8]) -> Vec<u8> {
    let is_mark = |line: &[u8], with: u8| line.len() >= MARK && line[..MARK].iter().all(|byte| *byte == with);
    let (mut kept, mut is_before) = (Vec::with_capacity(marked.len()), false);
    for line in marked.split_inclusive(|byte| *byte == b'\n') {
        match line.first() {
            Some(b'<' | b'>') if is_mark(line, line[0]) => {}
            Some(b'|') if is_mark(line, b'|') => is_before = true,
            Some(b'=') if is_mark(line, b'=') => is_before = false,
            _ if is_before => {}
            _ => kept.extend_from_slice(line),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_both_are_kept_and_what_overlaps_is_refused_or_kept_twice() {
        let merged = |ours: &str, theirs: &str, overlap| {
            let base = b"a\nb\nc\nd\n";
            let merged = merge_lines(base, ours.as_bytes(), theirs.as_bytes(), overlap).unwrap();
            merged.map(|bytes| String::from_utf8(bytes).unwrap())
        };
        assert_eq!(merged("A\nb\nc\nd\n", "a\nb\nc\nD\n", Overlap::Refuse).unwrap(), "A\nb\nc\nD\n");
        assert_eq!(merged("a\nb\nc\nd\nx\n", "a\nb\nc\nd\ny\n", Overlap::Refuse), None);
        assert_eq!(
            merged("a\nb\nc\nd\nx\n", "a\nb\nc\nd\ny\n", Overlap::Both).unwrap(),
            "a\nb\nc\nd\nx\ny\n"
        );
        let entries = ("a\nb\nc\nd\n[[x]]\nname = 1\n", "a\nb\nc\nd\n[[x]]\nname = 2\n");
        assert_eq!(
            merged(entries.0, entries.1, Overlap::Both).unwrap(),
            "a\nb\nc\nd\n[[x]]\nname = 1\n[[x]]\nname = 2\n"
        );
        assert_eq!(merged("\0", "\0\0", Overlap::Both), None);
    }
}
