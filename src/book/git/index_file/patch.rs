//! The index file as it shall be.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use sha1::{Digest, Sha1};

use super::cache_tree::{self, Folders};
use super::entries::{Entry, Kept, MODIFIED, Reader, SIZE, Writer, word};

/// The checksum at the end; all zeros where git was told to do without.
const CHECKSUM: usize = 20;

/// What shall stand in the index of one file: nothing when it is gone.
pub(in crate::book::git) struct Wanted<'p> {
    /// Its path from the top of the repository.
    pub path: &'p [u8],
    /// What git shall know of it.
    pub kept: Option<Kept>,
}

/// What came of it.
#[derive(Debug)]
pub(in crate::book::git) enum Patched {
    /// The index says so already.
    Same,
    /// What it shall be.
    File(NewFile),
}

/// An index file without its checksum, which another thread works out.
#[derive(Debug)]
pub(in crate::book::git) struct NewFile {
    body: Arc<Vec<u8>>,
    /// Whether git was told to do without.
    is_without: bool,
    checksum: Option<JoinHandle<[u8; CHECKSUM]>>,
}

impl NewFile {
    fn new(body: Vec<u8>, is_without: bool) -> NewFile {
        let body = Arc::new(body);
        let summed = Arc::clone(&body);
        let sum = move || Sha1::digest(&*summed).into();
        let checksum = if is_without { None } else { thread::Builder::new().spawn(sum).ok() };
        NewFile { body, is_without, checksum }
    }

    /// All of it.
    pub fn bytes(self) -> Vec<u8> {
        let checksum = match self.checksum.and_then(|checksum| checksum.join().ok()) {
            _ if self.is_without => [0; CHECKSUM],
            Some(checksum) => checksum,
            // No thread could be had for it.
            None => Sha1::digest(&*self.body).into(),
        };
        let mut bytes = Arc::unwrap_or_clone(self.body);
        bytes.extend(checksum);
        bytes
    }
}

/// The index `file`, last written in the second `written`, with what is `wanted`, no path twice. `folders` are those
/// above the files. `differs` is asked of files that were modified so shortly before the index was written that their
/// stat data do not tell whether they changed since: whether their content differs.
///
/// Nothing for an index that is not as supposed.
pub(in crate::book::git) fn patched(
    mut file: Vec<u8>,
    written: u32,
    wanted: &[Wanted<'_>],
    folders: &Folders,
    mut differs: impl FnMut(&[u8], &Kept) -> bool,
) -> Option<Patched> {
    let body = file.get(..file.len().checked_sub(CHECKSUM)?)?;
    let number = |at: usize| Some(u32::from_be_bytes(body.get(at..at + 4)?.try_into().ok()?));
    let (version, count) = (number(4)?, number(8)?);
    if !body.starts_with(b"DIRC") || !(2..=4).contains(&version) {
        return None;
    }
    let writer = Writer::new(version);
    let mut reader = Reader::new(body, version, 12);
    let (mut left, mut now, mut changed) = (items(wanted).into_iter().peekable(), count, false);
    // What to put in place of which bytes, in their order.
    let mut edits: Vec<(Range<usize>, Vec<u8>)> = Vec::new();
    // The path of the entry written last, and whether the one after it was read behind another.
    let (mut before, mut displaced) = (Vec::new(), false);
    for _ in 0..count {
        let entry = reader.next()?;
        let path = reader.path.as_slice();
        while let Some((new, item)) = left.next_if(|(next, _)| next.as_slice() < path) {
            match item {
                Item::NoFolder if path.starts_with(&new) => return None,
                Item::Kept(kept) => {
                    edits.push((entry.from..entry.from, writer.file(&new, kept, &before)));
                    (before, displaced, changed) = (new, true, true);
                    now = now.checked_add(1)?;
                }
                Item::NoFolder | Item::NoFile | Item::Gone => {}
            }
        }
        let ours = left.next_if(|(next, _)| next == path).map(|(_, item)| item);
        if ours.is_some() && (entry.is_special() || !entry.is_file()) {
            return None;
        }
        match ours {
            Some(Item::NoFile | Item::NoFolder) => return None,
            Some(Item::Gone) => {
                edits.push((entry.from..entry.to, Vec::new()));
                (displaced, changed) = (true, true);
                now = now.checked_sub(1)?;
                continue;
            }
            Some(Item::Kept(kept)) => {
                changed |= !entry.says(kept);
                edits.push((entry.from..entry.to, writer.file(path, kept, &before)));
            }
            None => {
                let is_doubtful = is_racy(&entry, written)
                    && differs(path, &Kept { stat: entry.stat, object: entry.object });
                if displaced && version == 4 {
                    let mut moved = writer.moved(body, &entry, path, &before);
                    if is_doubtful {
                        moved[word(SIZE)].fill(0);
                    }
                    edits.push((entry.from..entry.to, moved));
                } else if is_doubtful {
                    let size = word(SIZE);
                    edits.push((entry.from + size.start..entry.from + size.end, vec![0; 4]));
                }
            }
        }
        displaced = false;
        if version == 4 {
            before.clear();
            before.extend_from_slice(path);
        }
    }
    let entries = reader.at();
    for (new, item) in left {
        if let Item::Kept(kept) = item {
            edits.push((entries..entries, writer.file(&new, kept, &before)));
            (before, changed) = (new, true);
            now = now.checked_add(1)?;
        }
    }
    if !changed {
        return Some(Patched::Same);
    }
    let mut tail = Vec::new();
    extensions(body.get(entries..)?, folders, &mut tail)?;
    let is_without = file[body.len()..].iter().all(|byte| *byte == 0);
    file.truncate(entries);
    file[8..12].copy_from_slice(&now.to_be_bytes());
    apply(&mut file, edits);
    file.extend(tail);
    // Room for the checksum, so that adding it moves nothing.
    file.reserve(CHECKSUM);
    Some(Patched::File(NewFile::new(file, is_without)))
}

/// In the file itself, whose pages the system has made ready already: to copy all of it would take longer than
/// everything else here.
fn apply(file: &mut Vec<u8>, edits: Vec<(Range<usize>, Vec<u8>)>) {
    for (range, bytes) in edits.into_iter().rev() {
        if range.len() == bytes.len() {
            file[range].copy_from_slice(&bytes);
        } else {
            file.splice(range, bytes);
        }
    }
}

/// What there is to do at a path.
enum Item<'w> {
    /// The file shall stand there.
    Kept(&'w Kept),
    /// No file shall stand there.
    Gone,
    /// No file may stand there, since it shall be a folder.
    NoFile,
    /// Nothing may stand in this folder, since it shall be a file.
    NoFolder,
}

fn items<'w>(wanted: &'w [Wanted<'_>]) -> BTreeMap<Vec<u8>, Item<'w>> {
    let mut items = BTreeMap::new();
    for Wanted { path, .. } in wanted.iter().filter(|wanted| wanted.kept.is_some()) {
        items.insert([path, &b"/"[..]].concat(), Item::NoFolder);
        let slashes = path.iter().enumerate().filter(|(_, byte)| **byte == b'/');
        items.extend(slashes.map(|(at, _)| (path[..at].to_vec(), Item::NoFile)));
    }
    items.extend(
        wanted
            .iter()
            .map(|wanted| (wanted.path.to_vec(), wanted.kept.as_ref().map_or(Item::Gone, Item::Kept))),
    );
    items
}

/// Whether the file may have changed after the index was written without its stat data telling so. A git that looks at
/// seconds only must find it out as well.
fn is_racy(entry: &Entry, written: u32) -> bool {
    entry.stat[MODIFIED] >= written && entry.stat[SIZE] != 0 && entry.is_file() && !entry.is_special()
}

/// Four letters, the length, and as many bytes each.
fn extensions(mut rest: &[u8], folders: &Folders, out: &mut Vec<u8>) -> Option<()> {
    while !rest.is_empty() {
        let name = rest.get(..4)?;
        let length = u32::from_be_bytes(rest.get(4..8)?.try_into().ok()?);
        let part = rest.get(8..)?.get(..usize::try_from(length).ok()?)?;
        rest = &rest[8 + part.len()..];
        let part = match name {
            b"TREE" if part.is_empty() => Vec::new(),
            b"TREE" => cache_tree::patched(part, folders)?,
            // How conflicts were settled.
            b"REUC" => part.to_vec(),
            // Where to begin reading when several threads read: git does without.
            b"EOIE" | b"IEOT" => continue,
            _ => return None,
        };
        out.extend(name);
        out.extend(u32::try_from(part.len()).ok()?.to_be_bytes());
        out.extend(part);
    }
    Some(())
}
