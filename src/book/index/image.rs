//! The index as bytes: a head, then a block for each folder of a hundred.
//!
//! Blocks are read on all cores, a damaged one costs only its own folder, and those of folders in which
//! nothing changed are copied unread into the next index.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::fingerprint::{checksum, layout};

const MAGIC: &[u8; 16] = b"jobbook index 1\n";
/// Magic, layout, length of the head, checksum of the head.
const PREAMBLE: usize = 16 + 16 + 8 + 8;

/// What holds for the whole index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The disk's time, in nanoseconds since 1970, before the first file was read.
    pub began: i64,
    /// Fingerprint of the rules that the dues follow.
    pub rules: String,
    /// The dues are complete until then, in seconds since 1970.
    pub horizon: i64,
}

#[derive(Debug, Serialize, Deserialize)]
struct BlockRef<'a> {
    folder: Cow<'a, str>,
    length: u64,
    checksum: u64,
}

/// An index that was read, its blocks still as bytes.
#[derive(Debug)]
pub struct Image {
    head: Head,
    bytes: Vec<u8>,
    blocks: HashMap<String, (Range<usize>, u64)>,
}

/// One folder's records as bytes.
#[derive(Debug, Clone)]
pub struct Block<'a> {
    folder: &'a str,
    bytes: Cow<'a, [u8]>,
    checksum: u64,
}

impl Image {
    /// The index that `bytes` are; absent when its head is damaged or it was written in another way.
    pub fn read(bytes: Vec<u8>) -> Option<Image> {
        let preamble = bytes.get(..PREAMBLE)?;
        let number = |at: usize| Some(u64::from_le_bytes(preamble.get(at..at + 8)?.try_into().ok()?));
        if &preamble[..16] != MAGIC || preamble[16..32] != layout().bytes() {
            return None;
        }
        let mut start = PREAMBLE.checked_add(usize::try_from(number(32)?).ok()?)?;
        let head = bytes.get(PREAMBLE..start)?;
        if checksum(head) != number(40)? {
            return None;
        }
        let (head, refs): (Head, Vec<BlockRef<'_>>) = postcard::from_bytes(head).ok()?;
        let mut blocks = HashMap::with_capacity(refs.len());
        for block in refs {
            let end = start.checked_add(usize::try_from(block.length).ok()?)?;
            blocks.insert(block.folder.into_owned(), (start..end, block.checksum));
            start = end;
        }
        Some(Image { head, bytes, blocks })
    }

    /// What holds for the whole index.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The folders that the index knows.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.blocks.keys().map(String::as_str)
    }

    /// The records of `folder`; absent when there are none or they are damaged.
    pub fn records<R: DeserializeOwned>(&self, folder: &str) -> Option<Vec<R>> {
        let block = self.block(folder)?;
        if checksum(&block.bytes) != block.checksum {
            return None;
        }
        postcard::from_bytes(&block.bytes).ok()
    }

    /// The block of `folder` as it stands, unread.
    pub fn block(&self, folder: &str) -> Option<Block<'_>> {
        let (folder, (range, checksum)) = self.blocks.get_key_value(folder)?;
        let bytes = Cow::Borrowed(self.bytes.get(range.clone())?);
        Some(Block { folder, bytes, checksum: *checksum })
    }
}

impl<'a> Block<'a> {
    /// The records of `folder` as bytes; absent when they cannot be written.
    pub fn write<R: Serialize>(folder: &'a str, records: &[R]) -> Option<Block<'a>> {
        let bytes = postcard::to_extend(records, Vec::with_capacity(records.len() * 512)).ok()?;
        Some(Block { folder, checksum: checksum(&bytes), bytes: Cow::Owned(bytes) })
    }
}

/// The whole index as bytes; absent when it cannot be written.
pub fn write(head: &Head, blocks: &[Block<'_>]) -> Option<Vec<u8>> {
    let refs: Vec<BlockRef<'_>> = blocks
        .iter()
        .map(|block| BlockRef {
            folder: Cow::Borrowed(block.folder),
            length: block.bytes.len() as u64,
            checksum: block.checksum,
        })
        .collect();
    let told = postcard::to_extend(&(head, refs), Vec::new()).ok()?;
    let body: usize = blocks.iter().map(|block| block.bytes.len()).sum();
    let mut bytes = Vec::with_capacity(PREAMBLE + told.len() + body);
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&layout().bytes());
    bytes.extend_from_slice(&(told.len() as u64).to_le_bytes());
    bytes.extend_from_slice(&checksum(&told).to_le_bytes());
    bytes.extend_from_slice(&told);
    for block in blocks {
        bytes.extend_from_slice(&block.bytes);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image() -> Vec<u8> {
        let head = Head { began: 7, rules: "r".into(), horizon: 9 };
        let blocks =
            [Block::write("jobs/000", &[1u64, 2]).unwrap(), Block::write("jobs/001", &[3u64]).unwrap()];
        write(&head, &blocks).unwrap()
    }

    #[test]
    fn records_come_back_by_their_folder() {
        let image = Image::read(image()).unwrap();
        assert_eq!(image.head().began, 7);
        assert_eq!(image.records::<u64>("jobs/000"), Some(vec![1, 2]));
        assert_eq!(image.records::<u64>("jobs/001"), Some(vec![3]));
        assert_eq!(image.records::<u64>("jobs/002"), None);
    }

    #[test]
    fn no_damage_anywhere_gives_wrong_records() {
        let whole = image();
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x41;
            let Some(image) = Image::read(damaged) else { continue };
            let read = (image.records::<u64>("jobs/000"), image.records::<u64>("jobs/001"));
            assert_ne!(read, (Some(vec![1, 2]), Some(vec![3])), "byte {at}");
            assert!(matches!(read, (None, Some(_)) | (Some(_), None)), "byte {at}");
        }
    }

    #[test]
    fn an_index_cut_short_is_no_index_or_lacks_the_last_folders() {
        let whole = image();
        for length in 0..whole.len() {
            let Some(image) = Image::read(whole[..length].to_vec()) else { continue };
            assert_eq!(image.records::<u64>("jobs/001"), None, "{length} bytes");
        }
    }
}
