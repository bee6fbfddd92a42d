//! The rules as they were read, kept beside the index: reading them takes longer than most commands.
//!
//! They are believed only for the very texts and the very program that they were read from and by – the texts are read
//! and compared unless the disk says that nobody touched them – and only kept where nothing is wrong with them: a warning
//! is told each time. Damaged or of other texts, they are not there.

use std::path::Path;

use super::disk::{self, Durability, RealDisk, RelPath};
use super::index::checksum;
use super::layout::WORKPLACE;
use super::lock::prepare_folder;
use super::rule_looks::Looks;
use crate::rules::rulebook::Rulebook;

/// The file, beside the index.
pub const NAME: &str = "rules";
/// Key, program and checksum.
const PREAMBLE: usize = 32 + 16 + 8;
/// More than any office has.
const LARGEST: u64 = 64 << 20;

/// Rules as they were kept.
pub struct Kept {
    bytes: Vec<u8>,
}

impl Kept {
    /// What was kept, if it was by this program and is undamaged.
    pub fn of(root: &Path) -> Option<Kept> {
        Kept::sound(disk::peek(&root.join(WORKPLACE).join(NAME), LARGEST).ok()??)
    }

    fn sound(bytes: Vec<u8>) -> Option<Kept> {
        let told = bytes.get(PREAMBLE..)?;
        let is_sound = bytes[32..48] == *PROGRAM && bytes[48..PREAMBLE] == checksum(told).to_le_bytes();
        is_sound.then_some(Kept { bytes })
    }

    /// The rules, if no file that they were read from has changed as far as the disk tells.
    pub fn if_unchanged(&self, root: &Path) -> Option<Rulebook> {
        let (looks, rules) = self.parts()?;
        if looks?.hold(root) { postcard::from_bytes(rules).ok() } else { None }
    }

    /// The rules, if they were read from the texts of this key.
    pub fn under(&self, key: &[u8; 32]) -> Option<Rulebook> {
        if self.bytes[..32] == key[..] { postcard::from_bytes(self.parts()?.1).ok() } else { None }
    }

    /// What the disk said of the files then.
    pub fn looks(self) -> Option<Looks> {
        self.parts()?.0
    }

    fn parts(&self) -> Option<(Option<Looks>, &[u8])> {
        postcard::take_from_bytes(&self.bytes[PREAMBLE..]).ok()
    }
}

/// What another program writes is not believed.
const PROGRAM: &[u8; 16] = env!("JOBBOOK_SOURCES").as_bytes().first_chunk().expect("sixteen characters");

/// Bytes that another program wrote or chance damaged, with the checksum that they should have: for fuzzing.
pub fn looked_through(bytes: &[u8]) {
    let mended = [&[0; 32], &PROGRAM[..], &checksum(bytes).to_le_bytes()[..], bytes].concat();
    let Some(kept) = Kept::sound(mended) else { return };
    if let (Some((looks, _)), Some(rules)) = (kept.parts(), kept.under(&[0; 32])) {
        let again = written(&[0; 32], looks.as_ref(), &rules).and_then(Kept::sound);
        assert!(again.is_none_or(|again| again.under(&[0; 32]) == Some(rules)));
    }
}

/// Keeps the rules under `key`, if they come back as they are; `looks` is what the disk said of their files before they
/// were read. What cannot be written is read again next time.
pub fn keep(root: &Path, key: &[u8; 32], looks: Option<&Looks>, rules: &Rulebook) {
    let Some(bytes) = written(key, looks, rules) else { return };
    let mut disk = RealDisk::new();
    if let (Ok(()), Ok(file)) = (prepare_folder(root, &mut disk), RelPath::new(format!("{WORKPLACE}/{NAME}")))
    {
        let _ = disk::replace(&mut disk, root, &file, &bytes, Durability::Fleeting);
    }
}

fn written(key: &[u8; 32], looks: Option<&Looks>, rules: &Rulebook) -> Option<Vec<u8>> {
    let told = postcard::to_extend(rules, Vec::new()).ok()?;
    let same = postcard::from_bytes::<Rulebook>(&told).is_ok_and(|read| read == *rules);
    let told = [postcard::to_extend(&looks, Vec::new()).ok()?, told].concat();
    same.then(|| [&key[..], PROGRAM, &checksum(&told).to_le_bytes(), &told].concat())
}

#[cfg(test)]
mod tests {
    use super::super::rule_sources::Sources;
    use super::super::rulefiles;
    use super::*;
    use crate::domain::electronic::Account;

    const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data-example");

    fn example() -> ([u8; 32], Rulebook) {
        let root = Path::new(EXAMPLE);
        let mut rules = rulefiles::examine(root).unwrap().rules.unwrap();
        // What leaves out what is not said.
        rules.office.address.city = Some("Hamburg".into());
        rules.office.e_invoice.account =
            Some(Account { iban: "DE02120300000000202051".into(), bic: None, name: Some("Office".into()) });
        (Sources::read(root).unwrap().key(), rules)
    }

    #[test]
    fn rules_come_back_as_they_were_kept() {
        let (key, rules) = example();
        let book = tempfile::tempdir().unwrap();
        assert!(Kept::of(book.path()).is_none());
        keep(book.path(), &key, None, &rules);
        let kept = Kept::of(book.path()).unwrap();
        assert_eq!(kept.under(&key), Some(rules));
        assert_eq!(kept.if_unchanged(book.path()), None, "nobody said what the files looked like");
        let mut other = key;
        other[31] ^= 1;
        assert_eq!(kept.under(&other), None);
    }

    #[test]
    fn no_damage_anywhere_gives_other_rules() {
        let (key, rules) = example();
        let whole = written(&key, None, &rules).unwrap();
        let understood = |bytes: &[u8]| Kept::sound(bytes.to_vec()).and_then(|kept| kept.under(&key));
        for at in (0..whole.len()).step_by(97).chain(0..PREAMBLE) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x41;
            assert_eq!(understood(&damaged), None, "byte {at}");
            assert_eq!(understood(&whole[..at]), None, "{at} bytes");
        }
    }
}
