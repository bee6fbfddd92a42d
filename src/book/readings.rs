//! Figures that were entered for the office as a whole, for each seat in a file of its own (S12). Those of a job or
//! client stand in its file.

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::checking::{Filed, at, key, twice};
use super::opening::Book;
use super::yaml::{self, Segment};
use crate::domain::FORMAT;
use crate::domain::id::Number;
use crate::domain::metric::{Reading, add_reading, drop_reading};
use crate::problem::{Outcome, Place, Problem};

const PREFIX: &str = "metrics";

/// The readings that a seat entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Readings {
    /// Version of the file's format.
    format: u32,
    /// In the order in which they were entered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    metrics: Vec<Reading>,
}

fn path(seat: &str) -> String {
    if seat.is_empty() { format!("{PREFIX}.yaml") } else { format!("{PREFIX}-{seat}.yaml") }
}

/// Whether a file of the book's own folder holds readings, of whichever seat.
fn is_readings(name: &str) -> bool {
    let seat = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(".yaml"));
    seat.is_some_and(|seat| {
        seat.is_empty()
            || seat.strip_prefix('-').is_some_and(|seat| seat.bytes().all(|byte| byte.is_ascii_lowercase()))
    })
}

fn read(text: &str, path: &str) -> Outcome<Readings> {
    let read: Readings = yaml::read(text, path)?;
    if read.format > FORMAT {
        return Err(Problem::damaged("format-newer", format!("{path} was written by a newer jobbook"))
            .at(Place::file(path))
            .remedy("update jobbook")
            .into());
    }
    Ok(read)
}

impl Book {
    fn reading_files(&self) -> Outcome<Vec<(String, String)>> {
        let mut found = Vec::new();
        for name in self.files_in_root()?.into_iter().filter(|name| is_readings(name)) {
            if let Some(text) = self.text(&name)? {
                found.push((name, text));
            }
        }
        Ok(found)
    }

    /// Figures entered for the office as a whole, from every seat.
    ///
    /// # Errors
    /// What is wrong in the files.
    pub fn office_readings(&self) -> Outcome<Vec<Reading>> {
        let mut readings = Vec::new();
        for (name, text) in self.reading_files()? {
            readings.extend(read(&text, &name)?.metrics);
        }
        Ok(readings)
    }

    /// What is wrong with readings of a file: numbers that come twice, metrics that the office no longer has.
    pub(super) fn check_readings<E>(&self, filed: &Filed<E>, readings: &[Reading], found: &mut Vec<Problem>) {
        twice(filed, "metrics", readings.iter().map(|reading| reading.n.to_string()), found);
        for (index, reading) in readings.iter().enumerate().filter(|(_, reading)| reading.dropped.is_none()) {
            if let Err(problem) = self.office().metrics.entered(&reading.metric) {
                let place = at(filed, &[key("metrics"), Segment::Index(index), key("metric")]);
                found.push(problem.warning().at(place));
            }
        }
    }

    /// Looks through the files of the office's readings; answers how many there are.
    pub(super) fn check_office_readings(&self, found: &mut Vec<Problem>) -> Outcome<usize> {
        let files = self.reading_files()?;
        let count = files.len();
        for (path, text) in files {
            match read(&text, &path) {
                Ok(value) => {
                    found.extend(yaml::unknown_keys::<Readings>(&text, &path));
                    let filed = Filed { path, text, value };
                    self.check_readings(&filed, &filed.value.metrics, found);
                }
                Err(problems) => found.extend(problems.at(&Place::file(path)).into_vec()),
            }
        }
        Ok(count)
    }
}

impl Change<'_> {
    /// Keeps a reading of the office; answers with its number.
    ///
    /// # Errors
    /// `seat-unclaimed`; what is wrong in the file.
    pub fn record_for_office(&mut self, reading: Reading) -> Outcome<Number> {
        let seat = self.seat()?;
        self.edit_readings(&path(&seat), |readings| Ok(add_reading(readings, reading, &seat)))
    }

    /// Says that a reading of the office was a mistake. It may stand in the file of another seat.
    ///
    /// # Errors
    /// `reading-none`, `reading-dropped`; what is wrong in the files.
    pub fn drop_for_office(&mut self, n: &Number, reason: &str) -> Outcome<Reading> {
        let mut own = path(&self.seat()?);
        for (name, text) in self.book().reading_files()? {
            if read(&text, &name)?.metrics.iter().any(|reading| reading.n == *n) {
                own = name;
            }
        }
        let stamp = self.stamp().clone();
        self.edit_readings(&own, |readings| Ok(drop_reading(readings, n, &stamp, reason)?.clone()))
    }

    fn edit_readings<T>(
        &mut self,
        path: &str,
        act: impl FnOnce(&mut Vec<Reading>) -> Outcome<T>,
    ) -> Outcome<T> {
        let text = self.book().text(path)?;
        let before = text.as_deref().map(|text| read(text, path)).transpose()?;
        let mut after = before.clone().unwrap_or(Readings { format: FORMAT, metrics: Vec::new() });
        let done = act(&mut after.metrics)?;
        let written = match (&text, &before) {
            (Some(text), Some(before)) => yaml::edit_and_reread(text, path, before, &after)?,
            _ => yaml::write(&after),
        };
        self.replace(path, text.map(String::into_bytes), Some(written.into_bytes()));
        Ok(done)
    }
}
