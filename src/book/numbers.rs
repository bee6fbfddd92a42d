//! Numbers that were given: of jobs, clients and invoices, for each seat in a file of its own (DECISIONS 17).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::FORMAT;
use crate::domain::numbering::Pattern;
use crate::problem::{Outcome, Problem};

/// The last number of each series that a seat has given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// Version of the file's format.
    pub format: u32,
    /// By series: `J-2026`, `C`, `INV-2026`.
    #[serde(default)]
    pub series: BTreeMap<String, Series>,
}

/// One series.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Series {
    /// The last number given.
    pub last: u32,
    /// The date that the last number carries, where dates must not run backwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

impl Default for Numbers {
    fn default() -> Numbers {
        Numbers { format: FORMAT, series: BTreeMap::new() }
    }
}

/// Path of a seat's numbers.
pub fn path(seat: &str) -> String {
    if seat.is_empty() { "numbers.yaml".to_string() } else { format!("numbers-{seat}.yaml") }
}

/// The name of the series that a pattern gives numbers in.
pub fn series_name(pattern: &Pattern, year: i32) -> String {
    if pattern.yearly { format!("{}-{year:04}", pattern.prefix) } else { pattern.prefix.clone() }
}

impl Numbers {
    /// The next number of a series that may have gaps; `taken` says whether a file has it already.
    ///
    /// # Errors
    /// `numbers-exhausted`.
    pub fn next(
        &mut self,
        pattern: &Pattern,
        year: i32,
        seat: &str,
        mut taken: impl FnMut(&str) -> bool,
    ) -> Result<String, Problem> {
        let series = self.series.entry(series_name(pattern, year)).or_default();
        loop {
            series.last = series.last.checked_add(1).ok_or_else(exhausted)?;
            let number = pattern.format(year, seat, series.last);
            if !taken(&number) {
                return Ok(number);
            }
        }
    }

    /// The next number of a series without gaps, whose dates never run backwards.
    ///
    /// `highest` is the highest number of the series that stands on an invoice.
    ///
    /// # Errors
    /// `date-backwards` when the last number carries a later date; `numbers-behind` when `highest` is above the
    /// last number noted.
    pub fn issue(&mut self, pattern: &Pattern, date: NaiveDate, seat: &str, highest: u32) -> Outcome<String> {
        use chrono::Datelike;
        let series = self.series.entry(series_name(pattern, date.year())).or_default();
        if let Some(last) = series.date.filter(|last| *last > date) {
            return Err(Problem::refused(
                "date-backwards",
                format!("the last number of this series carries {last}, this one would carry {date}"),
            )
            .because("dates of invoices never run backwards")
            .remedy(format!("issue it with --at {last} or later"))
            .into());
        }
        if highest > series.last {
            return Err(Problem::refused(
                "numbers-behind",
                format!(
                    "{} was issued, but {} notes {} as the last number",
                    pattern.format(date.year(), seat, highest),
                    path(seat),
                    series.last
                ),
            )
            .because("the next invoice would get a number that was given before")
            .remedy("jobbook check")
            .remedy(format!("git restore {}", path(seat)))
            .into());
        }
        series.last = series.last.checked_add(1).ok_or_else(exhausted)?;
        series.date = Some(date);
        Ok(pattern.format(date.year(), seat, series.last))
    }
}

fn exhausted() -> Problem {
    Problem::damaged("numbers-exhausted", "the last number noted is the largest that there is")
        .remedy("jobbook check")
}
