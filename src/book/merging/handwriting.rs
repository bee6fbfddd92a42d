//! What people wrote beside the values, kept from both sides.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::book::git::{Overlap, merge_lines};
use crate::book::yaml;
use crate::problem::Outcome;

/// The text of a file that means `merged`, with what people wrote into either side's: remarks, blank lines, order,
/// keys that the program does not know. Nothing when both wrote something that cannot stand together.
pub(super) fn written<T: Serialize + DeserializeOwned>(
    path: &str,
    base: Option<(&str, &T)>,
    ours: (&str, &T),
    theirs: (&str, &T),
    merged: &T,
) -> Outcome<Option<String>> {
    let before = base.map(|(text, value)| remarks(text, value)).unwrap_or_default();
    let added = |(text, value): (&str, &T)| without(remarks(text, value), &before);
    let (by_us, by_them) = (added(ours), added(theirs));
    if by_them.is_empty() {
        return Ok(Some(yaml::edit_and_reread(ours.0, path, ours.1, merged)?));
    }
    if by_us.is_empty() {
        return Ok(Some(yaml::edit_and_reread(theirs.0, path, theirs.1, merged)?));
    }
    // Both did. Line by line, if that comes to the same.
    let base_text = base.map_or("", |(text, _)| text);
    let lines = merge_lines(base_text.as_bytes(), ours.0.as_bytes(), theirs.0.as_bytes(), Overlap::Refuse)?;
    if let Some(text) = lines.and_then(|bytes| String::from_utf8(bytes).ok())
        && yaml::read::<T>(&text, path).is_ok_and(|value| yaml::write(&value) == yaml::write(merged))
    {
        return Ok(Some(text));
    }
    let missing = without(by_them, &by_us);
    if missing.iter().any(|line| !line.starts_with('#')) {
        return Ok(None);
    }
    // Their remarks stand at the end, where they are found, rather than nowhere.
    let mut text = yaml::edit_and_reread(ours.0, path, ours.1, merged)?;
    if !text.ends_with('\n') {
        text.push('\n');
    }
    for remark in missing {
        text.push_str(&remark);
        text.push('\n');
    }
    Ok(Some(text))
}

/// The lines of a text that the program would not have written.
fn remarks<T: Serialize>(text: &str, value: &T) -> Vec<String> {
    let canonical = yaml::write(value);
    if text == canonical {
        return Vec::new();
    }
    let lines = |text: &str| -> Vec<String> {
        text.trim_start_matches('\u{feff}').lines().map(|line| line.trim().to_string()).collect()
    };
    let own = without(lines(text), &lines(&canonical));
    own.into_iter().map(only_remark).filter(|line| !line.is_empty()).collect()
}

/// Of a value with a remark behind it, the remark: the value itself is brought together as a value.
fn only_remark(line: String) -> String {
    match line.find(" #") {
        Some(at) if !line.starts_with('#') => line[at + 1..].to_string(),
        _ => line,
    }
}

/// What of `lines` is not in `others`, counted.
fn without(lines: Vec<String>, others: &[String]) -> Vec<String> {
    let mut left: Vec<&String> = others.iter().collect();
    lines
        .into_iter()
        .filter(|line| match left.iter().position(|other| *other == line) {
            Some(at) => {
                left.swap_remove(at);
                false
            }
            None => true,
        })
        .collect()
}
