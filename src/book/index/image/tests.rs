//! An index comes back as it was written, and damage costs only what is damaged.
#![allow(clippy::disallowed_methods, reason = "tests damage the file that is read")]

use std::io::{Seek, Write};

use super::*;
use crate::book::index::fingerprint::Print;

fn row(id: &str, settled: bool, sealed: bool) -> Row<'_> {
    Row {
        id: Cow::Borrowed(id),
        stat: Stat { size: 1, modified: 2, changed: 3, inode: 4 },
        print: Print::of(id.as_bytes()),
        client: Cow::Borrowed(""),
        settled,
        last_day: 0,
        near: !settled,
        sealed,
        length: 0,
        past_length: 0,
        past_until: 0,
    }
}

fn image() -> Vec<u8> {
    let head = Head { began: 7, rules: "r".into(), horizon: 9, manifests: Vec::new() };
    let body = |text: &'static str| text.as_bytes();
    let whole = Some(Stat { size: 0, modified: 1, changed: 1, inode: 1 });
    let blocks = [
        Block::write(
            "jobs/000",
            None,
            [
                (row("0", true, true), body("shut"), body("long ago")),
                (row("a", true, false), body("done"), body("")),
                (row("b", false, false), body("open"), body("")),
            ],
        )
        .unwrap(),
        Block::write("jobs/001", whole, [(row("c", true, true), body("over"), body(""))]).unwrap(),
    ];
    write(&head, &blocks).unwrap().concat()
}

fn open(bytes: &[u8]) -> Option<Image> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file.rewind().unwrap();
    Image::open(file)
}

/// Each row's ID and what it says, as far as it can be told.
fn told(image: &Image, folder: &str) -> Option<Vec<(String, String)>> {
    let known = image.known(folder)?;
    let mut spans = [Part::Open, Part::Rest].map(|part| image.part(known, part));
    let rows = [image.rows(known, Part::Table)?, image.rows(known, Part::Sealed)?].concat();
    rows.iter()
        .map(|row| {
            let span = spans[usize::from(row.settled)].as_mut()?.split(row.length as usize)?;
            spans[1].as_mut()?.split(row.past_length as usize)?;
            Some((row.id.to_string(), String::from_utf8(image.bytes(span)?.to_vec()).ok()?))
        })
        .collect()
}

fn pair(id: &str, body: &str) -> (String, String) {
    (id.to_string(), body.to_string())
}

#[test]
fn files_come_back_with_what_they_say() {
    let image = open(&image()).unwrap();
    assert_eq!((image.head().began, image.known("jobs/000").unwrap().count), (7, 3));
    let told_of = |folder: &str| told(&image, folder);
    assert_eq!(told_of("jobs/000"), Some(vec![pair("a", "done"), pair("b", "open"), pair("0", "shut")]));
    assert_eq!(told(&image, "jobs/001"), Some(vec![pair("c", "over")]));
    assert_eq!(told(&image, "jobs/002"), None);
}

#[test]
fn what_is_open_is_told_without_the_rest() {
    let bytes = image();
    let image = open(&bytes).unwrap();
    let known = image.known("jobs/000").unwrap();
    let open = image.part(known, Part::Open).unwrap();
    let rows = image.rows(known, Part::Table).unwrap();
    assert_eq!((rows.len(), image.bytes(open).unwrap()), (2, &b"open"[..]));
    let is_read = |image: &Image| image.behind.iter().filter(|one| one.bytes.get().is_some()).count();
    assert_eq!(is_read(&image), 0);
    let known = image.known("jobs/001").unwrap();
    assert_eq!((image.rows(known, Part::Table).unwrap().len(), is_read(&image)), (0, 0));
    assert_eq!((image.rows(known, Part::Sealed).unwrap().len(), is_read(&image)), (1, 1));
}

#[test]
fn an_unread_folder_is_the_same_in_the_next_index() {
    let bytes = image();
    let image = open(&bytes).unwrap();
    let whole = image.known("jobs/001").unwrap().whole;
    let blocks = [image.block("jobs/000", None).unwrap(), image.block("jobs/001", whole).unwrap()];
    assert_eq!(write(image.head(), &blocks).unwrap().concat(), bytes);
}

#[test]
fn no_damage_anywhere_gives_wrong_files() {
    let whole = image();
    for at in 0..whole.len() {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x41;
        let Some(image) = open(&damaged) else { continue };
        let read = (told(&image, "jobs/000"), told(&image, "jobs/001"));
        assert!(matches!(read, (None, Some(_)) | (Some(_), None)), "byte {at}");
    }
}

#[test]
fn an_index_cut_short_is_no_index_or_lacks_the_last_folders() {
    let whole = image();
    for length in 0..whole.len() {
        let Some(image) = open(&whole[..length]) else { continue };
        assert_eq!(told(&image, "jobs/001"), None, "{length} bytes");
    }
}
