//! The rules as they were read, kept beside the index: reading them takes longer than most commands.
//!
//! They are believed only for the very texts and the very program that they were read from and by, and only kept where
//! nothing is wrong with them: a warning is told each time. Damaged or of other texts, they are not there.

use std::path::Path;

use super::disk::{self, Durability, RealDisk, RelPath};
use super::index::checksum;
use super::layout::WORKPLACE;
use super::lock::prepare_folder;
use crate::rules::rulebook::Rulebook;

/// The file, beside the index.
pub const NAME: &str = "rules";
/// Key and checksum.
const PREAMBLE: usize = 32 + 8;
/// More than any office has.
const LARGEST: u64 = 64 << 20;

/// The rules that were kept under `key`.
pub fn kept(root: &Path, key: &[u8; 32]) -> Option<Rulebook> {
    understood(&disk::peek(&root.join(WORKPLACE).join(NAME), LARGEST).ok()??, key)
}

/// Bytes that another program wrote or chance damaged, with the key and the checksum that they should have: for fuzzing.
pub fn looked_through(bytes: &[u8]) {
    let mended = [&[0; 32], &checksum(bytes).to_le_bytes()[..], bytes].concat();
    if let Some(rules) = understood(&mended, &[0; 32]) {
        let again = written(&[0; 32], &rules);
        assert!(again.is_none_or(|again| understood(&again, &[0; 32]) == Some(rules)));
    }
}

fn understood(bytes: &[u8], key: &[u8; 32]) -> Option<Rulebook> {
    let told = bytes.get(PREAMBLE..)?;
    let is_sound = bytes[..32] == key[..] && bytes[32..PREAMBLE] == checksum(told).to_le_bytes();
    if is_sound { postcard::from_bytes(told).ok() } else { None }
}

/// Keeps the rules under `key`, if they come back as they are. What cannot be written is read again next time.
pub fn keep(root: &Path, key: &[u8; 32], rules: &Rulebook) {
    let Some(bytes) = written(key, rules) else { return };
    let mut disk = RealDisk::new();
    if let (Ok(()), Ok(file)) = (prepare_folder(root, &mut disk), RelPath::new(format!("{WORKPLACE}/{NAME}")))
    {
        let _ = disk::replace(&mut disk, root, &file, &bytes, Durability::Fleeting);
    }
}

fn written(key: &[u8; 32], rules: &Rulebook) -> Option<Vec<u8>> {
    let told = postcard::to_extend(rules, Vec::new()).ok()?;
    let same = postcard::from_bytes::<Rulebook>(&told).is_ok_and(|read| read == *rules);
    same.then(|| [&key[..], &checksum(&told).to_le_bytes(), &told].concat())
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
        assert!(kept(book.path(), &key).is_none());
        keep(book.path(), &key, &rules);
        assert_eq!(kept(book.path(), &key), Some(rules));
        let mut other = key;
        other[31] ^= 1;
        assert_eq!(kept(book.path(), &other), None);
    }

    #[test]
    fn no_damage_anywhere_gives_other_rules() {
        let (key, rules) = example();
        let whole = written(&key, &rules).unwrap();
        for at in (0..whole.len()).step_by(97).chain(0..PREAMBLE) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x41;
            assert_eq!(understood(&damaged, &key), None, "byte {at}");
            assert_eq!(understood(&whole[..at], &key), None, "{at} bytes");
        }
    }
}
