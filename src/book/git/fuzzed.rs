//! Readers of files that git or another program wrote and that chance may have damaged, each as a function of bytes: for
//! fuzzing.

use super::index_file::{Folder, Folders, Kept, Patched, Wanted, patched};
use super::objects::name::Oid;
use super::objects::recorded::{above, next, top};
use super::objects::{loose, tree};
use super::traces::{Record, mended};

/// Paths that the index is told of: the first two are kept, the last is gone.
const PATHS: [&str; 3] = ["clients/00/C-0001.yaml", "jobs/2026/000/J-2026-00001.yaml", "schedule.yaml"];

/// Git's index: what is told to it stands in it.
pub fn index(bytes: &[u8]) {
    let kept = Kept { stat: [1; 10], object: Oid([1; 20]) };
    let wanted = |path: &'static str, is_kept: bool| Wanted {
        path: path.as_bytes(),
        kept: if is_kept { Some(kept) } else { None },
    };
    let wanted = [wanted(PATHS[0], true), wanted(PATHS[1], true), wanted(PATHS[2], false)];
    let folders = PATHS.iter().flat_map(|path| above(path));
    let folders: Folders = folders.map(|folder| (folder.into(), Folder::Unknown)).collect();
    let told = |file: Vec<u8>| patched(file, 0, &wanted, &folders, |path, _| path.len() % 2 == 0);
    if let Some(Patched::File(file)) = told(bytes.to_vec()) {
        let again = told(file.bytes());
        assert!(matches!(again, Some(Patched::Same)), "what it was told it does not say: {again:?}");
    }
}

/// An object as a file of its own holds it, and as git tells it.
pub fn object(bytes: &[u8]) {
    if let Some((kind, inside)) = loose::unpacked(bytes) {
        folder(&inside);
        let _ = top(&inside);
        let again = loose::packed(&kind, &inside).ok().and_then(|packed| loose::unpacked(&packed));
        assert_eq!(again, Some((kind, inside)));
    }
    folder(bytes);
    let mut answers = bytes;
    while let Some(answer) = next(&mut answers) {
        if let Some((_, _, inside)) = answer {
            folder(&inside);
            let _ = top(&inside);
        }
    }
}

/// A folder: what is put into it stands in it, once, and nothing else goes.
fn folder(bytes: &[u8]) {
    let Some(before) = tree::entries(bytes) else { return };
    let file = (tree::FILE, Oid([1; 20]));
    let changes = tree::Changes::from([(&b"2026"[..], None), (b"C-0001.yaml", Some(file))]);
    let Some(edited) = tree::edited(bytes, &changes) else { panic!("a tree is one no more") };
    let after = tree::entries(&edited).unwrap_or_default();
    let others = before.iter().filter(|entry| !changes.contains_key(entry.name)).count();
    assert_eq!(after.len(), others + 1);
    assert_eq!(tree::edited(&edited, &changes), Some(edited.clone()));
}

/// Which commit touched which file: as the bytes are, and with the checksums that they should have.
pub fn traces(bytes: &[u8]) {
    for bytes in [bytes.to_vec(), mended(bytes.to_vec())] {
        let length = bytes.len();
        let record = Record::read(bytes);
        assert!(record.sound().0.len() <= length.max(16));
        for place in (0..record.len()).rev().take(20) {
            for path in PATHS {
                let found = record.touching(place, path, 30);
                assert!(found.len() <= 30.min(record.len()));
            }
        }
        let name = record.last();
        assert_eq!(name.is_none(), record.len() == 0);
        assert!(name.is_none_or(|name| record.place(name).is_some()));
    }
}
