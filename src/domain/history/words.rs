//! A difference as a clerk reads it.

use serde_json::Value;

use super::difference::{Difference, Step};
use crate::domain::log::{Entry, What};
use crate::domain::moment::Moment;

/// Longer text is cut in what is told of a value that came or went.
const SHOWN: usize = 60;
/// As many values of something that came or went are told.
const TOLD: usize = 5;
/// Keys that say nothing to a reader: what numbers the item stands in the way to it already.
const SILENT: [&str; 4] = ["number", "version", "format", "seal"];

/// The differences in words, one sentence each: moves first, then what changed, came and went, then the log.
pub fn sentences(differences: &[Difference]) -> Vec<String> {
    let entries = entries_of(differences, |one| one.to.clone());
    let is_moved = entries.iter().any(|entry| matches!(entry.what, What::Moved(_)));
    let (moves, others): (Vec<&Entry>, Vec<&Entry>) =
        entries.iter().partition(|entry| matches!(entry.what, What::Moved(_)));
    let mut told: Vec<String> =
        moves.iter().map(|entry| format!("stage: {}", entry.what.sentence())).collect();
    let is_told_apart = |one: &&Difference| {
        let is_told_by_move = is_moved && one.path == [Step::Key("stage".to_string())];
        !(is_told_by_move || is_log(one) || is_silent(one))
    };
    told.extend(differences.iter().filter(is_told_apart).map(sentence));
    for entry in others {
        let sentence = entry.what.sentence();
        if !told.contains(&sentence) {
            told.push(sentence);
        }
    }
    // A move that is taken back is told by the stage.
    let gone = entries_of(differences, |one| one.from.clone());
    let noted = gone.iter().filter(|entry| !matches!(entry.what, What::Moved(_)));
    told.extend(noted.map(|entry| format!("no longer in the log: {}", entry.what.sentence())));
    told
}

/// Entries of the log that came, or went.
fn entries_of(differences: &[Difference], side: impl Fn(&Difference) -> Option<Value>) -> Vec<Entry> {
    let read = |one: &Difference| serde_json::from_value(side(one)?).ok();
    differences.iter().filter(|one| is_log(one)).filter_map(read).collect()
}

fn is_log(one: &Difference) -> bool {
    one.path == [Step::Key("log".to_string()), Step::Entry]
}

fn is_silent(one: &Difference) -> bool {
    matches!(one.path.last(), Some(Step::Key(key)) if SILENT.contains(&key.as_str()))
}

/// `quote 1, line 2: price 50.00 → 60.00`
pub fn sentence(one: &Difference) -> String {
    let place = place(&one.path);
    match (&one.from, &one.to) {
        (None, Some(to)) if is_item(one) || to.is_object() => format!("{place} added{}", behind(to)),
        (None, Some(to)) => format!("{place}: {}", whole(to)),
        (Some(from), None) => format!("{place} removed{}", behind(from)),
        (from, to) => {
            format!("{place}: {} → {}", shown(from), shown(to))
        }
    }
}

/// A value in a line, `nothing` when there is none.
pub fn shown(value: &Option<Value>) -> String {
    value.as_ref().map_or("nothing".to_string(), whole)
}

/// Whether it is an item of a list.
fn is_item(one: &Difference) -> bool {
    matches!(one.path.last(), Some(Step::Item(_) | Step::Entry))
}

/// The way to a value: `quote 1, line 2, price`.
pub fn place(path: &[Step]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for step in path {
        match step {
            Step::Key(key) => parts.push(key.replace(['_', '-'], " ")),
            Step::Item(name) => match parts.last_mut() {
                Some(list) => *list = format!("{} {name}", one_of(list)),
                None => parts.push(name.clone()),
            },
            Step::Entry => {
                if let Some(list) = parts.last_mut() {
                    *list = one_of(list);
                }
            }
        }
    }
    parts.join(", ")
}

/// `visits` → `visit`
fn one_of(list: &str) -> String {
    match list {
        "entries" => "entry".to_string(),
        "classes" => "class".to_string(),
        _ => list.strip_suffix('s').unwrap_or(list).to_string(),
    }
}

fn behind(value: &Value) -> String {
    let told = brief(value);
    if told.is_empty() { String::new() } else { format!(": {told}") }
}

/// A value in a line.
fn whole(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_string(),
        Value::Bool(true) => "yes".to_string(),
        Value::Bool(false) => "no".to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => cut(text),
        Value::Array(_) | Value::Object(_) => {
            let told = brief(value);
            if told.is_empty() { "something".to_string() } else { told }
        }
    }
}

/// The first few plain values of something that came or went.
fn brief(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            if let Some(stamp) = stamp(value) {
                return stamp;
            }
            let plain = |(key, value): (&String, &Value)| {
                let is_plain = !value.is_object() && !value.is_array() && !SILENT.contains(&key.as_str());
                is_plain.then(|| format!("{} {}", key.replace(['_', '-'], " "), whole(value)))
            };
            let first = ["text", "title", "name", "kind", "amount", "qty", "price"];
            let rank = |key: &str| first.iter().position(|one| *one == key).unwrap_or(first.len());
            let mut entries: Vec<(&String, &Value)> = map.iter().collect();
            entries.sort_by_key(|(key, _)| rank(key));
            entries.into_iter().filter_map(plain).take(TOLD).collect::<Vec<_>>().join(", ")
        }
        Value::Array(items) => {
            let plain: Vec<String> = items.iter().take(TOLD).map(whole).collect();
            plain.join(", ")
        }
        Value::Null => String::new(),
        plain => whole(plain),
    }
}

/// Who did something when, as `by ana, Thu 2026-04-09 15:30`.
fn stamp(value: &Value) -> Option<String> {
    let (at, by) = (value.get("at")?.as_str()?, value.get("by")?.as_str()?);
    let at: Moment = at.parse().ok()?;
    Some(format!("by {by}, {}", at.instant().format("%a %Y-%m-%d %H:%M")))
}

fn cut(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut cut: String = line.chars().take(SHOWN).collect();
    if cut.len() < line.len() {
        cut.push('…');
    }
    cut
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::difference::differences;
    use super::*;

    #[test]
    fn differences_read_like_sentences() {
        let before = json!({
            "stage": "quoted", "title": "Door", "billing": {"terms_days": 14},
            "quotes": [{"version": 1, "lines": [{"number": 2, "price": "50.00", "optional": false}]}],
            "log": [],
        });
        let after = json!({
            "stage": "approved", "title": "Front door", "billing": {"email": "a@b.example"}, "tags": ["urgent"],
            "quotes": [{"version": 1, "lines": [{"number": 2, "price": "60.00", "optional": true}]}],
            "visits": [{"number": "b1", "kind": "assessment", "made": {"at": "2026-03-02T09:00:00+01:00", "by": "ana"}}],
            "log": [
                {"at": "2026-03-02T09:00:00+01:00", "by": "ana", "moved": {"from": "quoted", "to": "approved", "because": "quote approved"}},
                {"at": "2026-03-02T09:00:00+01:00", "by": "ana", "note": "asked for a key"},
            ],
        });
        assert_eq!(
            sentences(&differences(&before, &after)),
            [
                "stage: quoted → approved (quote approved)",
                "billing, terms days removed: 14",
                "billing, email: a@b.example",
                "quote 1, line 2, optional: no → yes",
                "quote 1, line 2, price: 50.00 → 60.00",
                "title: Door → Front door",
                "tag added: urgent",
                "visit b1 added: kind assessment",
                "asked for a key",
            ]
        );
    }
}
