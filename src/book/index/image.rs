//! The index as bytes: a head, then of each folder of a hundred a table of its files and what they say.
//!
//! What most questions need stands in front and is read at once: the tables of files that are not sealed, and what
//! files say on which something is open. The rest is read when somebody asks for it. Folders are read on all cores, a
//! damaged one costs only itself, and those in which nothing changed are copied unread into the next index.

mod mended;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::sync::OnceLock;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::fingerprint::{checksum, layout};
use super::row::Row;
use super::stat::Stat;

pub use self::mended::mended;

const MAGIC: &[u8; 16] = b"jobbook index 2\n";
/// Magic, layout, length of the head, checksum of the head.
const PREAMBLE: usize = 16 + 16 + 8 + 8;
/// As many bytes of the front are read by one of several.
const AT_ONCE: usize = 1024 * 1024;
/// No head is longer: a damaged length shall not be believed.
const LONGEST_HEAD: u64 = 256 * 1024 * 1024;

/// What holds for the whole index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The disk's time, in nanoseconds since 1970, before the first file was read.
    pub began: i64,
    /// Fingerprint of the rules that the dues follow.
    pub rules: String,
    /// The dues are complete until then, in seconds since 1970.
    pub horizon: i64,
    /// The manifests of sealed files that the tables follow.
    pub manifests: Vec<(String, Stat)>,
}

/// A run of bytes of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    start: usize,
    length: usize,
}

impl Span {
    /// The first so many bytes, taken off.
    pub fn split(&mut self, length: usize) -> Option<Span> {
        let first = Span { start: self.start, length };
        self.length = self.length.checked_sub(length)?;
        self.start += length;
        Some(first)
    }

    /// Its bytes among those of a run that it lies in.
    fn within(self, outer: Span, bytes: &[u8]) -> Option<&[u8]> {
        let start = self.start.checked_sub(outer.start)?;
        bytes.get(start..start.checked_add(self.length)?)
    }
}

/// A part of what is kept of a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Piece {
    length: u64,
    checksum: u64,
}

impl Piece {
    fn of(bytes: &[u8]) -> Piece {
        Piece { length: bytes.len() as u64, checksum: checksum(bytes) }
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct FolderRef<'a> {
    folder: Cow<'a, str>,
    whole: Option<Stat>,
    count: u32,
    table: Piece,
    sealed: Piece,
    open: Piece,
    rest: Piece,
}

/// What the index knows of a folder.
#[derive(Debug, Clone, Copy)]
pub struct Known {
    /// What the disk said of the folder, when nothing but these files stands in it.
    pub whole: Option<Stat>,
    /// How many files it has a record of.
    pub count: usize,
    pieces: [(Piece, Span); PARTS],
}

/// Which of its pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The files that are not sealed, without what they say.
    Table = 0,
    /// The sealed ones, in the same way.
    Sealed = 1,
    /// What those say on which something is open, or happened lately.
    Open = 2,
    /// What the others say, first those that are not sealed.
    Rest = 3,
}

/// How many parts there are.
const PARTS: usize = 4;

/// An index that was opened.
#[derive(Debug)]
pub struct Image {
    head: Head,
    front: Vec<u8>,
    file: File,
    /// How many bytes it has.
    length: usize,
    /// Where the front begins.
    start: usize,
    /// What stands behind it, in its order.
    behind: Vec<Behind>,
    folders: HashMap<String, Known>,
}

/// A piece behind the front, read when something in it is asked for.
#[derive(Debug)]
struct Behind {
    piece: Piece,
    span: Span,
    /// Absent within when it is damaged.
    bytes: OnceLock<Option<Vec<u8>>>,
}

impl Image {
    /// The index in `file`; absent when its head is damaged or it was written in another way.
    pub fn open(mut file: File) -> Option<Image> {
        let length = usize::try_from(file.metadata().ok()?.len()).ok()?;
        let mut preamble = [0; PREAMBLE];
        file.read_exact(&mut preamble).ok()?;
        let number = |at: usize| Some(u64::from_le_bytes(preamble.get(at..at + 8)?.try_into().ok()?));
        if &preamble[..16] != MAGIC || preamble[16..32] != layout().bytes() {
            return None;
        }
        let told = number(32)?;
        if told > LONGEST_HEAD || told > length as u64 {
            return None;
        }
        let mut bytes = vec![0; usize::try_from(told).ok()?];
        file.read_exact(&mut bytes).ok()?;
        if checksum(&bytes) != number(40)? {
            return None;
        }
        let (head, front, refs): (Head, u64, Vec<FolderRef<'_>>) = postcard::from_bytes(&bytes).ok()?;
        let mut folders = HashMap::with_capacity(refs.len());
        let (mut near, mut far) = (0, usize::try_from(front).ok()?);
        let mut behind = Vec::with_capacity(refs.len());
        for known in refs {
            let mut placed = |piece: Piece, is_near: bool| -> Option<(Piece, Span)> {
                let at = if is_near { &mut near } else { &mut far };
                let span = Span { start: *at, length: usize::try_from(piece.length).ok()? };
                *at = at.checked_add(span.length)?;
                if !is_near && span.length > 0 {
                    behind.push(Behind { piece, span, bytes: OnceLock::new() });
                }
                Some((piece, span))
            };
            let pieces = [
                placed(known.table, true)?,
                placed(known.sealed, false)?,
                placed(known.open, true)?,
                placed(known.rest, false)?,
            ];
            let count = known.count as usize;
            folders.insert(known.folder.into_owned(), Known { whole: known.whole, count, pieces });
        }
        let start = PREAMBLE + bytes.len();
        // Cut short, what is there may still be of use; and what is said of the length may be wrong.
        let mut front = vec![0; near.min(length.saturating_sub(start))];
        let pieces = front.par_chunks_mut(AT_ONCE).enumerate();
        pieces.try_for_each(|(at, bytes)| read_at(&file, (start + at * AT_ONCE) as u64, bytes)).ok()?;
        Some(Image { head, front, file, length, start, behind, folders })
    }

    /// What holds for the whole index.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The folders that the index knows.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.folders.keys().map(String::as_str)
    }

    /// What it knows of `folder`.
    pub fn known(&self, folder: &str) -> Option<&Known> {
        self.folders.get(folder)
    }

    /// The bytes of a run in front.
    fn in_front(&self, span: Span) -> Option<&[u8]> {
        if span.length == 0 {
            return Some(&[]);
        }
        self.front.get(span.start..span.start.checked_add(span.length)?)
    }

    /// The piece behind the front in which a run lies.
    fn behind(&self, span: Span) -> Option<&Behind> {
        let at = self.behind.partition_point(|one| one.span.start <= span.start).checked_sub(1)?;
        self.behind.get(at)
    }

    /// A piece behind the front; absent when it is damaged.
    fn read(&self, one: &Behind) -> Option<Vec<u8>> {
        let start = self.start.checked_add(one.span.start)?;
        if start.checked_add(one.span.length)? > self.length {
            return None;
        }
        let mut bytes = vec![0; one.span.length];
        read_at(&self.file, start as u64, &mut bytes).ok()?;
        (checksum(&bytes) == one.piece.checksum).then_some(bytes)
    }

    /// For reading what the files of one folder say.
    pub fn opened(&self) -> Opened<'_> {
        Opened { image: self, behind: OnceCell::new() }
    }

    /// A part of a folder; absent when it is damaged.
    pub fn part(&self, known: &Known, part: Part) -> Option<Span> {
        let (piece, span) = known.pieces[part as usize];
        let is_sound = match part {
            // Of a large book this is most of the index: it is held while a folder is told, and no longer.
            Part::Rest => self.opened().bytes(span).is_some(),
            Part::Table | Part::Open | Part::Sealed => checksum(self.bytes(span)?) == piece.checksum,
        };
        is_sound.then_some(span)
    }

    /// A part of a folder, which may be damaged.
    pub fn unchecked(&self, known: &Known, part: Part) -> Span {
        known.pieces[part as usize].1
    }

    /// Whether what files of a folder say is undamaged.
    pub fn is_sound(&self, folder: &str) -> bool {
        let known = self.known(folder);
        known
            .is_none_or(|known| [Part::Open, Part::Rest].iter().all(|part| self.part(known, *part).is_some()))
    }

    /// The files of a folder that one of its tables tells of; absent when that is damaged.
    pub fn rows(&self, known: &Known, table: Part) -> Option<Vec<Row<'_>>> {
        match self.bytes(self.part(known, table)?)? {
            [] => Some(Vec::new()),
            bytes => postcard::from_bytes(bytes).ok(),
        }
    }

    /// The same folder for the next index, unread.
    pub fn block<'a>(&'a self, folder: &'a str, whole: Option<Stat>) -> Option<Block<'a>> {
        let known = self.known(folder)?;
        let bytes = |part: Part| Some(Cow::Borrowed(self.bytes(known.pieces[part as usize].1)?));
        Some(Block {
            folder,
            whole,
            count: known.count,
            pieces: known.pieces.map(|(piece, _)| piece),
            parts: [bytes(Part::Table)?, bytes(Part::Sealed)?, bytes(Part::Open)?, bytes(Part::Rest)?],
        })
    }
}

/// What runs of bytes of an index are read from.
pub trait Source {
    /// The bytes of a run; absent when the index is shorter, or damaged there behind the front.
    fn bytes(&self, span: Span) -> Option<&[u8]>;
}

/// Holds what was read of it until the end.
impl Source for Image {
    fn bytes(&self, span: Span) -> Option<&[u8]> {
        if let Some(bytes) = self.in_front(span) {
            return Some(bytes);
        }
        let one = self.behind(span)?;
        span.within(one.span, one.bytes.get_or_init(|| self.read(one)).as_deref()?)
    }
}

/// An index while one folder of it is told: the piece with what its files say is read when it is asked for, and held
/// as long as this.
#[derive(Debug)]
pub struct Opened<'i> {
    image: &'i Image,
    behind: OnceCell<Option<(Span, Vec<u8>)>>,
}

impl Source for Opened<'_> {
    fn bytes(&self, span: Span) -> Option<&[u8]> {
        if let Some(bytes) = self.image.in_front(span) {
            return Some(bytes);
        }
        let one = self.image.behind(span)?;
        let (held, bytes) = self.behind.get_or_init(|| Some((one.span, self.image.read(one)?))).as_ref()?;
        if *held == one.span { span.within(*held, bytes) } else { self.image.bytes(span) }
    }
}

/// Several may read at once.
#[cfg(unix)]
fn read_at(file: &File, start: u64, bytes: &mut [u8]) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, start)
}

/// One after the other: where a file is read is a matter of the file here.
#[cfg(not(unix))]
fn read_at(mut file: &File, start: u64, bytes: &mut [u8]) -> io::Result<()> {
    use std::io::Seek;
    static READING: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _reading = READING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    file.seek(io::SeekFrom::Start(start))?;
    file.read_exact(bytes)
}

/// What is kept of one folder, as bytes.
#[derive(Debug, Clone)]
pub struct Block<'a> {
    folder: &'a str,
    whole: Option<Stat>,
    count: usize,
    pieces: [Piece; PARTS],
    parts: [Cow<'a, [u8]>; PARTS],
}

impl<'a> Block<'a> {
    /// A folder's files with what each says and what of that is over, by ID; absent when they cannot be written.
    pub fn write<'b>(
        folder: &'a str,
        whole: Option<Stat>,
        files: impl IntoIterator<Item = (Row<'b>, &'b [u8], &'b [u8])>,
    ) -> Option<Block<'a>> {
        let (mut rows, mut sealed, mut open, mut rest) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut files: Vec<_> = files.into_iter().collect();
        files.sort_by_key(|(row, _, _)| row.sealed);
        for (mut row, body, past) in files {
            row.length = u32::try_from(body.len()).ok()?;
            row.past_length = u32::try_from(past.len()).ok()?;
            if row.near { &mut open } else { &mut rest }.extend_from_slice(body);
            rest.extend_from_slice(past);
            if row.sealed { &mut sealed } else { &mut rows }.push(row);
        }
        let table = |rows: &[Row<'_>]| match rows {
            [] => Some(Vec::new()),
            _ => postcard::to_extend(rows, Vec::with_capacity(rows.len() * 80)).ok(),
        };
        let parts = [table(&rows)?, table(&sealed)?, open, rest];
        Some(Block {
            folder,
            whole,
            count: rows.len() + sealed.len(),
            pieces: std::array::from_fn(|part| Piece::of(&parts[part])),
            parts: parts.map(Cow::Owned),
        })
    }

    /// How many files it holds.
    pub fn count(&self) -> usize {
        self.count
    }

    /// The same for the same files, and another one when anything about them is.
    pub fn tag(&self) -> u64 {
        checksum(&self.pieces.map(|piece| piece.checksum.to_le_bytes()).concat())
    }
}

fn is_near(part: usize) -> bool {
    part == Part::Table as usize || part == Part::Open as usize
}

/// The whole index, in pieces to be written one after the other; absent when it cannot be written.
pub fn write<'b>(head: &Head, blocks: &'b [Block<'_>]) -> Option<Vec<Cow<'b, [u8]>>> {
    let refs: Vec<FolderRef<'_>> = blocks
        .iter()
        .map(|block| FolderRef {
            folder: Cow::Borrowed(block.folder),
            whole: block.whole,
            count: u32::try_from(block.count).unwrap_or(u32::MAX),
            table: block.pieces[Part::Table as usize],
            sealed: block.pieces[Part::Sealed as usize],
            open: block.pieces[Part::Open as usize],
            rest: block.pieces[Part::Rest as usize],
        })
        .collect();
    let parts_of = |near: bool| {
        blocks.iter().flat_map(move |block| {
            let parts = block.parts.iter().enumerate();
            parts.filter(move |(part, _)| is_near(*part) == near).map(|(_, bytes)| &bytes[..])
        })
    };
    let front: u64 = parts_of(true).map(|bytes| bytes.len() as u64).sum();
    let told = postcard::to_extend(&(head, front, refs), Vec::new()).ok()?;
    let mut pieces: Vec<Cow<'b, [u8]>> = vec![
        Cow::Owned([&MAGIC[..], &layout().bytes(), &(told.len() as u64).to_le_bytes()].concat()),
        Cow::Owned(checksum(&told).to_le_bytes().to_vec()),
        Cow::Owned(told),
    ];
    pieces.extend(parts_of(true).map(Cow::Borrowed));
    pieces.extend(parts_of(false).map(Cow::Borrowed));
    Some(pieces)
}

#[cfg(test)]
mod tests;
