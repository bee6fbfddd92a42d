//! Whether an edited text means what was meant, and every comment is still there.

use std::collections::BTreeMap;

use super::merge::Merge;
use crate::book::yaml::source::{Document, Tree};

/// What is wrong with an edited text.
pub(super) enum Fault {
    /// It cannot be read, or means something else.
    Meaning,
    /// A comment is gone, at this offset of the old text.
    Comment(usize),
}

/// Parses the new text and compares it with what is meant. Comments inside what was taken out may
/// be gone, no others.
pub(super) fn check(merge: &Merge<'_>, text: &str, expected: &Tree) -> Result<(), Fault> {
    let document = Document::parse(text, merge.file.file).map_err(|_| Fault::Meaning)?;
    if Tree::from(&document.root) != *expected {
        return Err(Fault::Meaning);
    }
    let mut present: BTreeMap<&str, usize> = BTreeMap::new();
    for comment in &document.comments {
        *present.entry(document.text[comment.clone()].trim_end()).or_default() += 1;
    }
    for comment in &merge.file.comments {
        if merge.removed.iter().any(|removed| removed.contains(&comment.start)) {
            continue;
        }
        match present.get_mut(merge.file.text[comment.clone()].trim_end()) {
            Some(count) if *count > 0 => *count -= 1,
            _ => return Err(Fault::Comment(comment.start)),
        }
    }
    Ok(())
}
