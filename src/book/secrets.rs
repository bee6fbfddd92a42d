//! Card and account numbers are kept out of the book's files, whichever way they would come in (T03).
//!
//! What is typed on the command line `main` looks through before anything else. What comes another way – an answer to
//! a question, an editor, an import, a supplier's or program's reply – passes here on its way into a file: only texts
//! that are new are looked at, so that an old file does not stop honest work; those `check` names.

use std::collections::HashSet;

use serde::Serialize;
use serde_json::Value;

use super::yaml::Segment;
use crate::domain::typed::secret::refuse_secrets;
use crate::problem::Problem;

/// Sections that repeat other texts, or hold the office's own account for clients to pay to; and figures of no
/// meaning.
const PASSED_OVER: [&str; 2] = ["paper", "seal"];

/// Refuses a value with a card or account number that it did not have before.
///
/// # Errors
/// `card-number`, `bank-account`.
pub fn refuse_new<T: Serialize>(before: Option<&T>, after: &T) -> Result<(), Problem> {
    let json = |value: &T| serde_json::to_value(value).unwrap_or_default();
    let (before, after) = (before.map(json), json(after));
    let mut known = HashSet::new();
    if let Some(before) = &before {
        walk(before, &mut Vec::new(), &mut |_, text| {
            known.insert(text);
        });
    }
    let mut found = Ok(());
    walk(&after, &mut Vec::new(), &mut |_, text| {
        if found.is_ok() && !known.contains(text) {
            found = refuse_secrets(text);
        }
    });
    found
}

/// Refuses lines that an editor brought, remarks too.
///
/// # Errors
/// `card-number`, `bank-account`.
pub fn refuse_new_lines(before: &str, after: &str) -> Result<(), Problem> {
    let known: HashSet<&str> = before.lines().collect();
    let new = after.lines().filter(|line| !known.contains(line));
    new.filter(|line| !line.trim_start().starts_with("seal:")).try_for_each(refuse_secrets)
}

/// Every card or account number of a value, with the way to it.
pub fn secrets_in<T: Serialize>(value: &T) -> Vec<(Vec<Segment>, Problem)> {
    let mut found = Vec::new();
    let value = serde_json::to_value(value).unwrap_or_default();
    walk(&value, &mut Vec::new(), &mut |path, text| {
        if let Err(problem) = refuse_secrets(text) {
            found.push((path.to_vec(), problem));
        }
    });
    found
}

/// Each text with the way to it, keys of free names too.
fn walk<'v>(value: &'v Value, path: &mut Vec<Segment>, each: &mut impl FnMut(&[Segment], &'v str)) {
    match value {
        Value::String(text) => each(path, text),
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                path.push(Segment::Index(index));
                walk(value, path, each);
                path.pop();
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields.iter().filter(|(key, _)| !PASSED_OVER.contains(&key.as_str())) {
                path.push(Segment::Key(key.clone()));
                each(path, key);
                walk(value, path, each);
                path.pop();
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
