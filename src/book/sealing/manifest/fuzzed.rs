//! A manifest that somebody wrote by hand or git brought together by lines, as a function of bytes: for fuzzing.

use std::io::Cursor;

use super::super::merging::merge;
use super::*;

/// What is read is written so that it is read as the same, and each way of looking for a row finds the same.
pub fn manifest(bytes: &[u8]) {
    let rows = Rows::read(bytes);
    let written = rows.write().unwrap_or_default();
    assert_eq!(Rows::read(&written), rows);
    let (ours, theirs) = bytes.split_at(bytes.len() / 2);
    let _ = merge(Some(ours), Some(theirs), Some(bytes));
    let of = |bytes: &[u8]| Seals {
        manifests: vec![Manifest { path: path(2020), bytes: bytes.to_vec() }],
        unread: Vec::new(),
    };
    let (damaged, sound) = (of(bytes), of(&written));
    let _ = damaged.problems();
    assert_eq!(sound.problems(), []);
    assert!(damaged.entries().all(|(path, ..)| damaged.of(path).is_some()));
    for (path, hash) in rows.0.iter().take(20) {
        assert_eq!(sound.of(path), Some(*hash));
        let beginning = format!("{path},");
        let search = |bytes: &[u8]| {
            let found = disk::search_rows(&mut Cursor::new(bytes), bytes.len() as u64, beginning.as_bytes());
            found.unwrap_or_else(|error| panic!("memory is read: {error}"))
        };
        assert_eq!(search(&written).as_deref().map(|row| read_hash(row.as_bytes())), Some(Some(*hash)));
        // Where the rows are in disorder it may not be found, but nothing else is.
        if let Some(hash) = search(bytes).and_then(|row| read_hash(row.as_bytes())) {
            assert!(damaged.entries().any(|(one, other, _)| one == path && other == hash));
        }
    }
}
