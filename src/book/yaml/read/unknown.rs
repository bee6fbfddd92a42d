//! Keys of a file that the type does not know: misspelled, or a person's own.

use std::collections::BTreeSet;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::typed::read_watched;
use super::watched::{Ignored, Watch};
use crate::book::yaml::place::{PathText, Segment, key_place};
use crate::book::yaml::source::{Document, Kind, Node};
use crate::book::yaml::write;
use crate::problem::{Place, Problem};

/// A warning `unknown-key` for each key that `T` does not know, with its place and the keys that
/// are spelled much alike. Nothing for a text that cannot be read: reading it reports why.
///
/// Keys that serde skips are noted while reading. Where a type is read through serde's buffer
/// (flattened structs, tagged enums) nothing can be noted; there, a key that the written value
/// lacks is unknown when a nonsensical value in its place changes nothing.
pub fn unknown_keys<T: Serialize + DeserializeOwned>(text: &str, file: &str) -> Vec<Problem> {
    let watch = Watch::new(text, file, None);
    let Ok(value) = read_watched::<T>(text, &watch) else { return Vec::new() };
    let Some(document) = watch.document() else { return Vec::new() };
    let canonical = write(&value);
    let Ok(written) = Document::parse(&canonical, file) else { return Vec::new() };

    let mut unknown = watch.ignored.take();
    let noted: BTreeSet<&[Segment]> = unknown.iter().map(|ignored| ignored.path.as_slice()).collect();
    let mut suspects = Vec::new();
    collect_suspects(document, &document.root, Some(&written.root), &mut Vec::new(), &mut suspects);
    suspects.retain(|path| !noted.iter().any(|known| path.starts_with(known)));
    suspects.retain(|path| changes_nothing::<T>(text, file, path, &canonical));
    unknown.extend(suspects.into_iter().map(|path| Ignored { path, known: &[] }));

    let mut problems: Vec<Problem> = unknown
        .iter()
        .filter_map(|ignored| Some((key_place(document, &ignored.path)?, ignored)))
        .map(|(place, ignored)| warning(place, ignored, &written))
        .collect();
    problems.sort_by(|a, b| a.place.cmp(&b.place));
    problems
}

fn warning(place: Place, ignored: &Ignored, written: &Document<'_>) -> Problem {
    let (parents, key) = match ignored.path.split_last() {
        Some((Segment::Key(key), parents)) => (parents, key.as_str()),
        _ => (&[][..], ""),
    };
    let within = PathText(parents).to_string();
    let message = if within.is_empty() {
        format!("the key `{key}` is not known here")
    } else {
        format!("the key `{key}` is not known in `{within}`")
    };
    let siblings = written.find(parents).and_then(Node::entries).unwrap_or(&[]);
    let known = ignored.known.iter().copied().chain(siblings.iter().map(|entry| entry.key.as_str()));
    let known: BTreeSet<&str> = known.collect();
    Problem::damaged("unknown-key", message).warning().at(place).did_you_mean(key, known)
}

/// The paths of all keys of `node` that `written` lacks; not of those inside such a key.
fn collect_suspects(
    document: &Document<'_>,
    node: &Node,
    written: Option<&Node>,
    path: &mut Vec<Segment>,
    suspects: &mut Vec<Vec<Segment>>,
) {
    match &document.resolved(node).kind {
        Kind::Map { entries, .. } => {
            for entry in entries.iter().filter(|entry| entry.key != "<<") {
                path.push(Segment::Key(entry.key.clone()));
                match written.and_then(|written| written.get(&entry.key)) {
                    Some(inner) => collect_suspects(document, &entry.value, Some(inner), path, suspects),
                    None => suspects.push(path.clone()),
                }
                path.pop();
            }
        }
        Kind::List { items, .. } => {
            let Some(Kind::List { items: inner, .. }) = written.map(|written| &written.kind) else { return };
            for (index, (item, inner)) in items.iter().zip(inner).enumerate() {
                path.push(Segment::Index(index));
                collect_suspects(document, &item.value, Some(&inner.value), path, suspects);
                path.pop();
            }
        }
        Kind::Scalar { .. } | Kind::Alias(_) => {}
    }
}

fn changes_nothing<T: Serialize + DeserializeOwned>(
    text: &str,
    file: &str,
    path: &[Segment],
    canonical: &str,
) -> bool {
    let watch = Watch::new(text, file, Some(path.to_vec()));
    read_watched::<T>(text, &watch).is_ok_and(|value| write(&value) == canonical)
}
