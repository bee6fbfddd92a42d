//! Where a value stands in a file, for problems that are found after reading.

use std::fmt;

use super::source::Document;
use crate::problem::Place;

/// One step of the way from the top of a file to a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// The value under this key of a mapping.
    Key(String),
    /// The item at this position of a list, from 0.
    Index(usize),
}

impl From<&str> for Segment {
    fn from(key: &str) -> Segment {
        Segment::Key(key.to_string())
    }
}

impl From<usize> for Segment {
    fn from(index: usize) -> Segment {
        Segment::Index(index)
    }
}

/// A path as people read it: `visits[2].start`; empty for the top of the file.
pub(super) struct PathText<'p>(pub &'p [Segment]);

impl fmt::Display for PathText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(key) if position == 0 => f.write_str(key)?,
                Segment::Key(key) => write!(f, ".{key}")?,
                Segment::Index(index) => write!(f, "[{}]", index + 1)?,
            }
        }
        Ok(())
    }
}

/// The place of the value at `path`; of its key when the value is left empty. `None` when the text
/// cannot be parsed or has no such value.
pub fn place_of(text: &str, file: &str, path: &[Segment]) -> Option<Place> {
    let document = Document::parse(text, file).ok()?;
    let node = document.find(path)?;
    if node.span.is_empty() { key_place(&document, path) } else { Some(document.place(&node.span)) }
}

/// The place of the key that the last step of `path` names; for an item, of the item.
pub(super) fn key_place(document: &Document<'_>, path: &[Segment]) -> Option<Place> {
    let (last, parents) = path.split_last()?;
    let node = match last {
        Segment::Index(_) => return document.find(path).map(|node| document.place(&node.span)),
        Segment::Key(_) => document.resolved(document.find(parents)?),
    };
    let entry = node.entries()?.iter().find(|entry| Segment::Key(entry.key.clone()) == *last)?;
    Some(document.place(&entry.key_span))
}
