//! Commits as bytes: blocks, each with a checksum, of commits that follow those of the blocks before.
//!
//! A commit is its name, its moment, its parents by their distance, and against each parent (against nothing, where
//! it has none) the files that differ, each by eight bytes: the beginning of a hash of the path, and in the last two bits
//! how it differs.

use crate::book::git::objects::name::Oid;

/// What the file begins with.
const MAGIC: &[u8; 16] = b"jobbook traces 1";
/// Length and checksum around each block.
const AROUND: usize = 12;
/// The bits that say how a file differs.
const HOW: u64 = 3;

/// How a file differs from what it was in a parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::book::git) enum How {
    Changed,
    Came,
    Went,
}

/// A path, as short as it is kept.
pub(super) fn short(path: &str) -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = Oid::of("path", path.as_bytes()).0;
    u64::from_le_bytes([a, b, c, d, e, f, g, h]) & !HOW
}

/// A commit to be written down.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::book::git) struct Told {
    pub name: Oid,
    pub moment: i64,
    /// By their place among all commits.
    pub parents: Vec<usize>,
    /// Against each parent; one list where there is none.
    pub sides: Vec<Vec<(u64, How)>>,
}

/// A commit as it was read.
#[derive(Debug)]
pub(in crate::book::git) struct Known {
    pub name: Oid,
    pub moment: i64,
    /// Where its parents stand in the list of all.
    parents: (usize, usize),
    /// Where its sides stand in the bytes.
    sides: usize,
}

/// All commits that are written down, older before younger.
#[derive(Debug, Default)]
pub(in crate::book::git) struct Record {
    bytes: Vec<u8>,
    commits: Vec<Known>,
    parents: Vec<u32>,
    /// So many bytes are sound; what comes behind them is not.
    sound: usize,
    /// The checksum of the last block.
    last: u64,
}

impl Record {
    /// As far as the bytes are sound.
    pub fn read(bytes: Vec<u8>) -> Record {
        if !bytes.starts_with(MAGIC) {
            return Record::default();
        }
        let mut record = Record { sound: MAGIC.len(), ..Record::default() };
        let mut at = MAGIC.len();
        while let Some((payload, sum)) = block(&bytes, at) {
            let follows =
                bytes.get(payload..payload + 8).is_some_and(|last| last == record.last.to_le_bytes());
            // Another program may have written down the same meanwhile.
            if follows {
                let held = (record.commits.len(), record.parents.len());
                if record.take(&bytes, payload + 8, sum.0).is_none() {
                    record.commits.truncate(held.0);
                    record.parents.truncate(held.1);
                    break;
                }
                record.last = sum.1;
            }
            at = sum.0 + 8;
            record.sound = at;
        }
        record.bytes = bytes;
        record
    }

    fn take(&mut self, bytes: &[u8], mut at: usize, end: usize) -> Option<()> {
        while at < end {
            let name = Oid::read(bytes.get(at..)?)?;
            at += 20;
            let moment = i64::try_from(number(bytes, &mut at)?).ok()?;
            let count = usize::try_from(number(bytes, &mut at)?).ok()?;
            let first = self.parents.len();
            for _ in 0..count {
                let distance = usize::try_from(number(bytes, &mut at)?).ok()?;
                let parent = self.commits.len().checked_sub(distance).filter(|_| distance > 0)?;
                self.parents.push(u32::try_from(parent).ok()?);
            }
            self.commits.push(Known { name, moment, parents: (first, first + count), sides: at });
            for _ in 0..count.max(1) {
                let files = usize::try_from(number(bytes, &mut at)?).ok()?;
                at = at.checked_add(files.checked_mul(8)?).filter(|at| *at <= end)?;
            }
        }
        (at == end).then_some(())
    }

    pub fn len(&self) -> usize {
        self.commits.len()
    }

    pub fn commit(&self, place: usize) -> Option<&Known> {
        self.commits.get(place)
    }

    /// The commits that it follows, by their places.
    pub fn parents(&self, commit: &Known) -> &[u32] {
        self.parents.get(commit.parents.0..commit.parents.1).unwrap_or_default()
    }

    /// Where a commit stands; the youngest are looked at first.
    pub fn place(&self, name: Oid) -> Option<usize> {
        self.commits.iter().rposition(|commit| commit.name == name)
    }

    /// The commit written down last.
    pub fn last(&self) -> Option<Oid> {
        self.commits.last().map(|commit| commit.name)
    }

    /// For each parent, in what way a path differs from what it was there; `true` where another file went.
    pub fn sides(&self, commit: &Known, path: u64) -> Vec<(Option<How>, bool)> {
        let (mut at, mut sides) = (commit.sides, Vec::new());
        for _ in 0..(commit.parents.1 - commit.parents.0).max(1) {
            let files =
                number(&self.bytes, &mut at).and_then(|files| usize::try_from(files).ok()).unwrap_or(0);
            let end = at + files * 8;
            let list = self.bytes.get(at..end).unwrap_or_default().as_chunks::<8>().0;
            let mut side = (None, false);
            for entry in list {
                let entry = u64::from_le_bytes(*entry);
                if entry & !HOW == path {
                    side.0 = how(entry);
                } else if entry & HOW == How::Went as u64 {
                    side.1 = true;
                }
            }
            sides.push(side);
            at = end;
        }
        sides
    }

    /// Whether a commit may have touched a path: quicker than [`Record::sides`].
    pub fn may_touch(&self, commit: &Known, path: u64) -> bool {
        let mut at = commit.sides;
        (0..(commit.parents.1 - commit.parents.0).max(1)).any(|_| {
            let files =
                number(&self.bytes, &mut at).and_then(|files| usize::try_from(files).ok()).unwrap_or(0);
            let list = self.bytes.get(at..at + files * 8).unwrap_or_default().as_chunks::<8>().0;
            at += files * 8;
            list.iter().any(|entry| u64::from_le_bytes(*entry) & !HOW == path)
        })
    }

    /// The bytes of a block that follows what is written down.
    pub fn block(&self, told: &[Told]) -> Vec<u8> {
        let mut payload = self.last.to_le_bytes().to_vec();
        for (more, commit) in told.iter().enumerate() {
            payload.extend(commit.name.0);
            put(u64::try_from(commit.moment).unwrap_or(0), &mut payload);
            put(commit.parents.len() as u64, &mut payload);
            for parent in &commit.parents {
                put((self.len() + more - parent) as u64, &mut payload);
            }
            for side in &commit.sides {
                put(side.len() as u64, &mut payload);
                side.iter().for_each(|(path, how)| payload.extend((path | *how as u64).to_le_bytes()));
            }
        }
        let length = u32::try_from(payload.len()).unwrap_or(u32::MAX).to_le_bytes();
        [&length[..], &payload, &checksum(&payload).to_le_bytes()].concat()
    }

    /// What a file begins with that holds what is sound, and whether that is the whole file.
    pub fn sound(&self) -> (&[u8], bool) {
        if self.sound == 0 {
            return (MAGIC, false);
        }
        (&self.bytes[..self.sound], self.sound == self.bytes.len())
    }
}

/// The bytes with the checksums that their blocks should have, so that what stands in the blocks is looked at.
pub(in crate::book::git) fn mended(mut bytes: Vec<u8>) -> Vec<u8> {
    let (mut at, mut last) = (MAGIC.len(), 0_u64);
    if let Some(magic) = bytes.get_mut(..at) {
        magic.copy_from_slice(MAGIC);
    }
    while let Some(length) = bytes.get(at..at + 4).and_then(|length| length.try_into().ok()) {
        let length = usize::try_from(u32::from_le_bytes(length)).unwrap_or(usize::MAX);
        let (from, Some(to)) = (at + 4, (at + 4).checked_add(length)) else { break };
        if length < 8 || bytes.len() < to.saturating_add(8) {
            break;
        }
        bytes[from..from + 8].copy_from_slice(&last.to_le_bytes());
        last = checksum(&bytes[from..to]);
        bytes[to..to + 8].copy_from_slice(&last.to_le_bytes());
        at = to + 8;
    }
    bytes
}

fn how(entry: u64) -> Option<How> {
    [How::Changed, How::Came, How::Went].into_iter().find(|how| *how as u64 == entry & HOW)
}

/// Where the payload of the block at `at` begins; where it ends, and its checksum.
fn block(bytes: &[u8], at: usize) -> Option<(usize, (usize, u64))> {
    let length = u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?);
    let (from, to) = (at + 4, (at + 4).checked_add(usize::try_from(length).ok()?)?);
    debug_assert_eq!(to + 8 - at, usize::try_from(length).unwrap_or(0) + AROUND);
    let told = u64::from_le_bytes(bytes.get(to..to.checked_add(8)?)?.try_into().ok()?);
    (checksum(&bytes[from..to]) == told).then_some((from, (to, told)))
}

/// Of what was written, against damage and not against malice: eight bytes at a time.
fn checksum(bytes: &[u8]) -> u64 {
    let mix = |sum: u64, word: u64| (sum.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (words, rest) = bytes.as_chunks::<8>();
    let mut sum = mix(!0, bytes.len() as u64);
    for word in words {
        sum = mix(sum, u64::from_le_bytes(*word));
    }
    rest.iter().fold(sum, |sum, byte| mix(sum, u64::from(*byte)))
}

/// Seven bits at a time, the lowest first.
fn number(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value |= u64::from(byte & 127).checked_shl(shift).filter(|_| shift < 64)?;
        if byte < 128 {
            return Some(value);
        }
        shift += 7;
    }
}

fn put(mut value: u64, out: &mut Vec<u8>) {
    while value >= 128 {
        out.push(u8::try_from(value & 127).unwrap_or_default() | 128);
        value >>= 7;
    }
    out.push(u8::try_from(value).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(n: u8, parents: &[usize], sides: &[&[(u64, How)]]) -> Told {
        Told {
            name: Oid([n; 20]),
            moment: 1_790_000_000 + i64::from(n),
            parents: parents.to_vec(),
            sides: sides.iter().map(|side| side.to_vec()).collect(),
        }
    }

    #[test]
    fn what_was_added_is_read_and_damage_costs_what_comes_behind_it() {
        let (a, b) = (short("jobs/a"), short("jobs/b"));
        let mut bytes = Record::default().sound().0.to_vec();
        bytes.extend(Record::default().block(&[
            told(1, &[], &[&[(a, How::Came)]]),
            told(2, &[0], &[&[(a, How::Changed), (b, How::Came)]]),
        ]));
        let first = Record::read(bytes.clone());
        assert_eq!((first.len(), first.sound().1), (2, true));
        let block = first.block(&[told(3, &[1, 0], &[&[], &[(a, How::Changed), (b, How::Went)]])]);
        // Two programs wrote down the same.
        let twice = [bytes.as_slice(), &block, &block].concat();
        let both = Record::read(twice.clone());
        assert_eq!((both.len(), both.sound().1, both.place(Oid([3; 20]))), (3, true, Some(2)));
        let merge = both.commit(2).unwrap();
        assert_eq!((merge.moment, both.parents(merge)), (1_790_000_003, &[1, 0][..]));
        assert_eq!(both.sides(merge, a), [(None, false), (Some(How::Changed), true)]);
        assert!(both.may_touch(merge, b) && !both.may_touch(merge, short("c")));
        for at in 0..twice.len() {
            let mut damaged = twice.clone();
            damaged[at] ^= 1;
            let read = Record::read(damaged);
            assert!(read.len() <= 3);
            assert!(!read.sound().1 || read.len() == 3, "{at}");
            let cut = Record::read(twice[..at].to_vec());
            assert!(cut.len() <= 3 && cut.sound().0.len() <= at.max(MAGIC.len()));
        }
    }
}
