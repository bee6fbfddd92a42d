//! Files that people write: line by line, as far as they then still mean what both meant.

use serde_json::Value;

use super::{Merged, Settlement, Versions};
use crate::book::disk::RelPath;
use crate::book::git::{Overlap, merge_lines};
use crate::book::yaml;
use crate::domain::history::merge as merge_values;
use crate::problem::Outcome;

pub(super) fn merge(
    path: &RelPath,
    base: Option<&[u8]>,
    ours: &[u8],
    theirs: &[u8],
    versions: Versions<'_>,
    settlement: &Settlement,
) -> Outcome<Merged> {
    let base = base.unwrap_or_default();
    let lines = |overlap| merge_lines(base, ours, theirs, overlap);
    let Some(meaning) = Meaning::of(path.as_str()) else {
        let because = "both changed the same lines of it";
        return Ok(match lines(Overlap::Refuse)? {
            Some(bytes) => Merged::clean(Some(&bytes)),
            None => Merged::whole(path, versions, settlement, because),
        });
    };
    let values = [base, ours, theirs].map(|bytes| meaning.read(bytes));
    let [Some(base_value), Some(our_value), Some(their_value)] = &values else {
        return Ok(Merged::whole(path, versions, settlement, "it cannot be read on one side"));
    };
    let (meant, clashes) = merge_values(base_value, our_value, their_value);
    for overlap in [Overlap::Refuse, Overlap::Both] {
        let Some(bytes) = lines(overlap)? else { continue };
        if clashes.is_empty() && meaning.read(&bytes).is_some_and(|value| alike(&value, &meant)) {
            return Ok(Merged::clean(Some(&bytes)));
        }
    }
    Ok(Merged::whole(path, versions, settlement, "both changed the same part of it"))
}

/// How a file is read.
#[derive(Debug, Clone, Copy)]
enum Meaning {
    Toml,
    Yaml,
    Csv,
}

impl Meaning {
    fn of(path: &str) -> Option<Meaning> {
        match path.rsplit_once('.')?.1 {
            "toml" => Some(Meaning::Toml),
            "yaml" | "yml" => Some(Meaning::Yaml),
            "csv" => Some(Meaning::Csv),
            _ => None,
        }
    }

    fn read(self, bytes: &[u8]) -> Option<Value> {
        let text = std::str::from_utf8(bytes).ok()?;
        match self {
            _ if text.trim().is_empty() => Some(Value::Object(serde_json::Map::new())),
            Meaning::Toml => toml::from_str(text).ok(),
            Meaning::Yaml => yaml::read(text, "").ok(),
            Meaning::Csv => {
                let mut reader =
                    csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
                let rows: Result<Vec<Vec<String>>, _> = reader.deserialize().collect();
                Some(Value::Array(rows.ok()?.into_iter().map(row).collect()))
            }
        }
    }
}

/// A row of a sheet is what its first cell says: a price book has each code once.
fn row(cells: Vec<String>) -> Value {
    let name = cells.first().cloned().unwrap_or_default();
    serde_json::json!({"name": name, "cells": cells})
}

/// Whether two values mean the same, whatever the order in which their lists stand.
fn alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            let mut left: Vec<&Value> = other.iter().collect();
            one.len() == other.len()
                && one.iter().all(|value| {
                    let found = left.iter().position(|other| alike(value, other));
                    found.map(|at| left.swap_remove(at)).is_some()
                })
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| other.get(key).is_some_and(|other| alike(value, other)))
        }
        _ => one == other,
    }
}
