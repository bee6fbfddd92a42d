//! The entries of an index file, one after the other.
//!
//! An entry is ten words of stat data, the object, flags (in version 3 and 4 perhaps further ones) and the path: in
//! full and filled up with zeros to a multiple of eight bytes, or in version 4 as what differs from the path before.

use std::cmp::Ordering;

use crate::book::git::objects::name::Oid;

/// Where the object stands in an entry.
const OBJECT: usize = 40;
/// Where the flags stand in an entry.
const FLAGS: usize = 60;
/// Where the path stands, or further flags.
const PATH: usize = 62;
/// The bits of the length of the path; all set: longer than that.
const LENGTH: u16 = 0xfff;
/// There are further flags.
const EXTENDED: u16 = 0x4000;
/// The side of a conflict that this is.
const SIDE: u16 = 0x3000;
/// Somebody told git to take the file for unchanged.
const ASSUMED: u16 = 0x8000;
/// Among the further flags: the file is not wanted here.
const SKIPPED: u16 = 0x4000;
/// The mode of an ordinary file.
const FILE: u32 = 0o100_644;

/// Stat data as git keeps them: changed (seconds, nanoseconds), modified (the same), device, inode, mode, user, group,
/// length.
pub(in crate::book::git) type Words = [u32; 10];

/// Which of the words is the second in which the file was modified.
pub(super) const MODIFIED: usize = 2;
/// Which of the words is the mode.
const MODE: usize = 6;
/// Which of the words is the length.
pub(super) const SIZE: usize = 9;
/// Where a word of stat data stands in an entry.
pub(super) fn word(which: usize) -> std::ops::Range<usize> {
    4 * which..4 * which + 4
}

/// What git keeps of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::book::git) struct Kept {
    /// Its stat data when its content was looked at.
    pub stat: Words,
    /// Its content.
    pub object: Oid,
}

/// An entry as it stands in the file.
pub(super) struct Entry {
    pub stat: Words,
    pub object: Oid,
    flags: u16,
    further: u16,
    /// Its bytes in the file.
    pub from: usize,
    pub to: usize,
}

impl Entry {
    pub fn is_of_a_conflict(&self) -> bool {
        self.flags & SIDE != 0
    }

    /// Whether somebody asked git to look at the file otherwise than usual.
    pub fn is_special(&self) -> bool {
        self.is_of_a_conflict() || self.flags & ASSUMED != 0 || self.further & SKIPPED != 0
    }

    /// Whether it is a file with a content of its own.
    pub fn is_file(&self) -> bool {
        self.stat[MODE] & 0o170_000 == 0o100_000
    }

    /// Whether git knows no more than that the file will come.
    pub fn is_announced(&self) -> bool {
        self.further & 0x2000 != 0
    }

    /// Whether it says the same of the file, but for when it was looked at.
    pub fn says(&self, kept: &Kept) -> bool {
        self.object == kept.object && self.stat[MODE] == FILE && !self.is_announced()
    }
}

/// Reads one entry after the other.
pub(super) struct Reader<'i> {
    bytes: &'i [u8],
    version: u32,
    at: usize,
    /// The path of the entry read last.
    pub path: Vec<u8>,
}

impl<'i> Reader<'i> {
    /// `bytes` is the whole file, `at` where the entries begin.
    pub fn new(bytes: &'i [u8], version: u32, at: usize) -> Reader<'i> {
        Reader { bytes, version, at, path: Vec::new() }
    }

    /// Where the next entry begins.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The next entry, its path in `path`; nothing when it is not as supposed, or not behind the one before.
    pub fn next(&mut self) -> Option<Entry> {
        let from = self.at;
        let head = self.bytes.get(from..from + PATH)?;
        let mut stat = [0; 10];
        for (word, bytes) in stat.iter_mut().zip(head.chunks_exact(4)) {
            *word = u32::from_be_bytes(bytes.try_into().ok()?);
        }
        let object = Oid::read(&head[OBJECT..])?;
        let flags = u16::from_be_bytes(head[FLAGS..].try_into().ok()?);
        let mut at = from + PATH;
        let mut further = 0;
        if flags & EXTENDED != 0 {
            if self.version < 3 {
                return None;
            }
            further = u16::from_be_bytes(self.bytes.get(at..at + 2)?.try_into().ok()?);
            at += 2;
        }
        let shared = match self.version {
            4 => self.path.len().checked_sub(varint(self.bytes, &mut at)?)?,
            _ => 0,
        };
        let rest = self.bytes.get(at..)?;
        // Only long paths are not told by their length.
        let told = usize::from(flags & LENGTH);
        let length = match self.version {
            4 => rest.iter().position(|byte| *byte == 0)?,
            _ if flags & LENGTH == LENGTH => rest.iter().position(|byte| *byte == 0)?,
            _ => told,
        };
        let own = rest.get(..length)?;
        // Only the sides of a conflict have the same path.
        let follows = match own.cmp(&self.path[shared..]) {
            Ordering::Greater => true,
            Ordering::Equal => flags & SIDE != 0,
            Ordering::Less => false,
        };
        if !follows {
            return None;
        }
        self.path.truncate(shared);
        self.path.extend_from_slice(own);
        let end = at + length;
        self.at = if self.version == 4 { end + 1 } else { from + ((end - from + 8) & !7) };
        (self.at <= self.bytes.len()).then_some(Entry { stat, object, flags, further, from, to: self.at })
    }
}

/// The number that git writes seven bits at a time, the highest first, each but the last one too small.
fn varint(bytes: &[u8], at: &mut usize) -> Option<usize> {
    let mut byte = *bytes.get(*at)?;
    *at += 1;
    let mut value = usize::from(byte & 127);
    while byte & 128 != 0 {
        byte = *bytes.get(*at)?;
        *at += 1;
        value = value.checked_add(1)?.checked_mul(128)? | usize::from(byte & 127);
    }
    Some(value)
}

fn put_varint(mut value: usize, out: &mut Vec<u8>) {
    let mut digits = vec![u8::try_from(value & 127).unwrap_or_default()];
    while value >= 128 {
        value = (value >> 7) - 1;
        digits.push(128 | u8::try_from(value & 127).unwrap_or_default());
    }
    out.extend(digits.iter().rev());
}

/// Writes entries.
#[derive(Clone, Copy)]
pub(super) struct Writer {
    version: u32,
}

impl Writer {
    pub fn new(version: u32) -> Writer {
        Writer { version }
    }

    /// An ordinary file that git knows everything of. `before` is the path of the entry before.
    pub fn file(self, path: &[u8], kept: &Kept, before: &[u8]) -> Vec<u8> {
        let mut stat = kept.stat;
        stat[MODE] = FILE;
        let mut entry: Vec<u8> = stat.iter().flat_map(|word| word.to_be_bytes()).collect();
        entry.extend(kept.object.0);
        let length = u16::try_from(path.len()).map_or(LENGTH, |length| length.min(LENGTH));
        entry.extend(length.to_be_bytes());
        self.with_path(entry, path, before)
    }

    /// An entry as it stood in the file, under a path that begins otherwise than the one before it did.
    pub fn moved(self, bytes: &[u8], entry: &Entry, path: &[u8], before: &[u8]) -> Vec<u8> {
        let head = PATH + if entry.flags & EXTENDED != 0 { 2 } else { 0 };
        self.with_path(bytes[entry.from..entry.from + head].to_vec(), path, before)
    }

    fn with_path(self, mut entry: Vec<u8>, path: &[u8], before: &[u8]) -> Vec<u8> {
        if self.version == 4 {
            let common = path.iter().zip(before).take_while(|(one, other)| one == other).count();
            put_varint(before.len() - common, &mut entry);
            entry.extend(&path[common..]);
            entry.push(0);
        } else {
            entry.extend(path);
            entry.resize((entry.len() + 8) & !7, 0);
        }
        entry
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_git_reads_them() {
        for value in [0, 1, 127, 128, 129, 16_511, 16_512, 1 << 20, 1 << 40] {
            let mut out = Vec::new();
            put_varint(value, &mut out);
            let mut at = 0;
            assert_eq!((varint(&out, &mut at), at), (Some(value), out.len()));
        }
        let mut out = Vec::new();
        put_varint(128, &mut out);
        assert_eq!(out, [0x80, 0]);
        assert_eq!(varint(&[0x80], &mut 0), None);
    }
}
