//! The manifests: which files are sealed, and the hash of each. Rows `path,sha256`, sorted by path.

use std::collections::BTreeMap;
use std::path::Path;

use memchr::memmem;
use sha2::{Digest, Sha256};

use crate::book::disk::{self, EntryKind, RelPath};
use crate::book::layout::{self, SEALED};
use crate::problem::{Place, Problem};

/// The first row.
const HEAD: &str = "path,sha256";
/// Larger than the manifest of any year is: ten million files.
const LARGEST: u64 = 1 << 30;
/// Digits of a hash.
const DIGITS: usize = 64;

/// SHA-256 of a file as git holds it.
pub type Hash = [u8; 32];

/// The hash of a file: over its bytes, with line ends as git keeps them, since some machines let git write others.
pub fn hash_of(bytes: &[u8]) -> Hash {
    if memmem::find(bytes, b"\r\n").is_none() {
        return Sha256::digest(bytes).into();
    }
    let mut hash = Sha256::new();
    let mut rest = bytes;
    while let Some(at) = memmem::find(rest, b"\r\n") {
        hash.update(&rest[..at]);
        rest = &rest[at + 1..];
    }
    hash.update(rest);
    hash.finalize().into()
}

/// The path of the manifest of a year.
pub fn path(year: i32) -> String {
    format!("{SEALED}/{year:04}.csv")
}

/// The year whose manifest stands at `path`.
pub fn year_of(path: &str) -> Option<i32> {
    let digits = path.strip_prefix(SEALED)?.strip_prefix('/')?.strip_suffix(".csv")?;
    (digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
}

/// All manifests of a book as they stood when they were read.
#[derive(Debug, Clone, Default)]
pub struct Seals {
    manifests: Vec<Manifest>,
    unread: Vec<Problem>,
}

#[derive(Debug, Clone)]
struct Manifest {
    path: String,
    bytes: Vec<u8>,
}

impl Seals {
    /// Reads every manifest of the book at `root`. One that cannot be read is a problem and vouches for nothing; of
    /// a damaged one the rows count that are good.
    pub fn read(root: &Path) -> Seals {
        let mut seals = Seals::default();
        let listed = RelPath::new(SEALED).and_then(|folder| disk::list(root, Some(&folder)));
        let entries = listed.unwrap_or_else(|problem| {
            seals.unread.push(problem);
            Vec::new()
        });
        for entry in entries.iter().filter(|entry| matches!(entry.kind, EntryKind::File | EntryKind::Link)) {
            let path = format!("{SEALED}/{}", entry.name);
            if year_of(&path).is_none() {
                continue;
            }
            let read = RelPath::new(path.as_str()).and_then(|path| disk::read_if_there(root, &path, LARGEST));
            match read {
                Ok(bytes) => {
                    seals.manifests.extend(bytes.map(|bytes| Manifest { path, bytes }));
                }
                Err(problem) => seals.unread.push(problem),
            }
        }
        seals
    }

    /// Whether nothing is sealed.
    pub fn is_empty(&self) -> bool {
        self.manifests.is_empty()
    }

    /// The hash that the file at `path` must have; none when it is not sealed.
    pub fn of(&self, path: &str) -> Option<Hash> {
        self.entry(path).map(|(_, hash)| hash)
    }

    /// The manifest that vouches for the file at `path`, and the hash.
    pub fn entry(&self, path: &str) -> Option<(&str, Hash)> {
        layout::id_of_path(path)?;
        let row = memmem::Finder::new(path);
        self.manifests.iter().find_map(|manifest| {
            let found = row.find_iter(&manifest.bytes).find_map(|at| manifest.hash_at(at, path.len()))?;
            Some((manifest.path.as_str(), found))
        })
    }

    /// The paths of the manifests themselves.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.manifests.iter().map(|manifest| manifest.path.as_str())
    }

    /// Every sealed file, its hash and the manifest that has it.
    pub fn entries(&self) -> impl Iterator<Item = (&str, Hash, &str)> {
        self.manifests.iter().flat_map(|manifest| {
            let rows = manifest.lines().filter_map(|(_, line)| row(line));
            rows.map(|(path, hash)| (path, hash, manifest.path.as_str()))
        })
    }

    /// The bytes of the manifest at `path`, as read.
    pub fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.manifests.iter().find(|manifest| manifest.path == path).map(|manifest| manifest.bytes.as_slice())
    }

    /// What is wrong with the manifests themselves, each with its place.
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = self.unread.clone();
        let mut known: BTreeMap<&str, (Hash, &str)> = BTreeMap::new();
        for manifest in &self.manifests {
            found.extend(manifest.problems(&mut known));
        }
        found
    }
}

impl Manifest {
    /// Lines with their numbers, without ends.
    fn lines(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let lines =
            self.bytes.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
        lines.enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.is_empty())
    }

    /// The hash of a row whose path of that length begins at `at`, if a whole row stands there.
    fn hash_at(&self, at: usize, length: usize) -> Option<Hash> {
        let begins = at == 0 || self.bytes[at - 1] == b'\n';
        let rest = self.bytes.get(at + length..)?.strip_prefix(b",")?;
        let (digits, rest) = rest.split_at_checked(DIGITS)?;
        let ends = rest.is_empty() || rest.starts_with(b"\n") || rest.starts_with(b"\r\n");
        if begins && ends { read_hash(digits) } else { None }
    }

    fn problems<'m>(&'m self, known: &mut BTreeMap<&'m str, (Hash, &'m str)>) -> Vec<Problem> {
        let mut found = Vec::new();
        let damaged = |line: usize, because: String| {
            Problem::damaged("seal-damaged", "this is no row of a manifest of sealed files")
                .at(Place { line, ..Place::file(self.path.as_str()) })
                .because(because)
                .remedy(format!("git log -p -- {} shows who changed it", self.path))
                .remedy(format!("git checkout -- {}", self.path))
        };
        let mut last = "";
        for (number, line) in self.lines() {
            if number == 1 && line == HEAD.as_bytes() {
                continue;
            }
            if number == 1 {
                found.push(damaged(number, format!("the first row must be {HEAD}")));
            }
            let Some((path, hash)) = row(line) else {
                let because = "a row is the path of a job or client and the 64 digits of its SHA-256";
                found.push(damaged(number, because.to_string()));
                continue;
            };
            match known.get(path) {
                Some((other, elsewhere)) if *other == hash => {
                    found.push(damaged(number, format!("{path} stands in {elsewhere} already")).warning())
                }
                Some((_, elsewhere)) => {
                    found.push(damaged(number, format!("{path} stands in {elsewhere} with another hash")));
                }
                None => {
                    known.insert(path, (hash, self.path.as_str()));
                }
            }
            if path < last {
                found.push(damaged(number, "rows are sorted by path".to_string()).warning());
            }
            last = path;
        }
        found
    }
}

/// The path and hash of a row; none when it is none, or no job or client can stand at its path.
fn row(line: &[u8]) -> Option<(&str, Hash)> {
    let (path, digits) = std::str::from_utf8(line).ok()?.split_once(',')?;
    layout::id_of_path(path)?;
    Some((path, read_hash(digits.as_bytes())?))
}

/// The hash that 64 digits are.
pub(super) fn read_hash(digits: &[u8]) -> Option<Hash> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let mut hash = Hash::default();
    if digits.len() != DIGITS {
        return None;
    }
    for (to, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
        *to = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(hash)
}

/// The rows of one manifest, to be changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows(pub BTreeMap<String, Hash>);

impl Rows {
    /// The good rows of a manifest.
    pub fn read(bytes: &[u8]) -> Rows {
        let manifest = Manifest { path: String::new(), bytes: bytes.to_vec() };
        let rows = manifest.lines().filter_map(|(_, line)| row(line));
        Rows(rows.map(|(path, hash)| (path.to_string(), hash)).collect())
    }

    /// The file; nothing when no row is left.
    pub fn write(&self) -> Option<Vec<u8>> {
        if self.0.is_empty() {
            return None;
        }
        let mut text = String::with_capacity((self.0.len() + 1) * (DIGITS + 40));
        text.push_str(HEAD);
        text.push('\n');
        for (path, hash) in &self.0 {
            text.push_str(path);
            text.push(',');
            text.push_str(&shown(hash));
            text.push('\n');
        }
        Some(text.into_bytes())
    }
}

/// A hash as digits.
pub fn shown(hash: &Hash) -> String {
    use std::fmt::Write as _;
    hash.iter().fold(String::with_capacity(DIGITS), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub mod fuzzed;
#[cfg(test)]
mod tests;
