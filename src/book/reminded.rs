//! What somebody was reminded of that belongs to no single job, for each seat in a file of its own.

use std::collections::BTreeSet;

use chrono::Duration;
use serde::{Deserialize, Serialize};

use super::change::Change;
use super::opening::Book;
use super::yaml;
use crate::domain::FORMAT;
use crate::domain::moment::Stamp;
use crate::problem::{Outcome, Problem};

/// Keys carry their day and come never again: older ones are let go.
const KEPT_DAYS: i64 = 120;
const PREFIX: &str = "reminded";

/// The reminders that a seat made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Reminded {
    /// Version of the file's format.
    format: u32,
    /// Oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reminded: Vec<Told>,
}

/// One run of reminders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Told {
    /// When and by whom.
    made: Stamp,
    /// Keys of what was due.
    keys: Vec<String>,
}

fn path(seat: &str) -> String {
    if seat.is_empty() { format!("{PREFIX}.yaml") } else { format!("{PREFIX}-{seat}.yaml") }
}

impl Book {
    /// Keys of the whole book of which somebody was reminded, from every seat.
    ///
    /// # Errors
    /// What is wrong in the files.
    pub(super) fn reminded_of_book(&self) -> Outcome<BTreeSet<String>> {
        let mut keys = BTreeSet::new();
        for name in self.files_in_root()? {
            let is_one = name
                .strip_prefix(PREFIX)
                .and_then(|rest| rest.strip_suffix(".yaml"))
                .is_some_and(|seat| seat.is_empty() || seat.starts_with('-'));
            if is_one && let Some(text) = self.text(&name)? {
                let read = read(&text, &name)?;
                keys.extend(read.reminded.into_iter().flat_map(|told| told.keys));
            }
        }
        Ok(keys)
    }
}

impl Change<'_> {
    /// Notes that somebody was reminded of `keys`.
    ///
    /// # Errors
    /// `seat-unclaimed`; what is wrong in the file.
    pub(super) fn note_reminded(&mut self, keys: Vec<String>) -> Outcome<()> {
        let path = path(&self.seat()?);
        let text = self.book().text(&path)?;
        let before = text.as_deref().map(|text| read(text, &path)).transpose()?;
        let mut after = before.clone().unwrap_or(Reminded { format: FORMAT, reminded: Vec::new() });
        let since = self.actor().now.plus(-Duration::days(KEPT_DAYS));
        after.reminded.retain(|told| told.made.at >= since);
        after.reminded.push(Told { made: self.stamp().clone(), keys });
        let written = match (&text, &before) {
            (Some(text), Some(before)) => yaml::edit_and_reread(text, &path, before, &after)?,
            _ => yaml::write(&after),
        };
        self.replace(&path, text.map(String::into_bytes), Some(written.into_bytes()));
        Ok(())
    }
}

fn read(text: &str, path: &str) -> Outcome<Reminded> {
    let read: Reminded = yaml::read(text, path)?;
    if read.format > FORMAT {
        return Err(Problem::damaged("format-newer", format!("{path} was written by a newer jobbook"))
            .at(crate::problem::Place::file(path))
            .remedy("update jobbook")
            .into());
    }
    Ok(read)
}
