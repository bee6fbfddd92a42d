//! CSV that other people made, read into rows that know their line; every problem with its place.

use std::collections::BTreeMap;

use super::csv_text;
use super::marks;
use crate::problem::{Place, Problem};

/// Larger sheets are not believed to have been meant for this.
const LARGEST: usize = 64 * 1024 * 1024;

/// What a reader of a sheet expects: its columns, and which of them must be there.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'c> {
    /// Columns without which the sheet is of no use.
    pub required: &'c [&'c str],
    /// Columns that may be there.
    pub optional: &'c [&'c str],
}

/// A sheet that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The rows that have as many cells as the header; wholly empty ones are left out.
    pub rows: Vec<Row>,
    /// What is wrong with the sheet as a whole and with the rows left out.
    pub problems: Vec<Problem>,
    /// Whether commas stand between its cells: then none stands in an amount.
    has_commas: bool,
}

impl Sheet {
    /// Writes the amounts in `columns` with a point, where the sheet was saved with semicolons or tabs and its amounts
    /// maybe with commas. Rows whose amount may be two are left out and named.
    pub fn settle_amounts(&mut self, columns: &[&str]) {
        if self.has_commas {
            return;
        }
        let mut unclear = Vec::new();
        for column in columns {
            let cells: Vec<&str> = self.rows.iter().map(|row| row.get(column).unwrap_or_default()).collect();
            let settled = marks::settled(&cells);
            for (row, settled) in self.rows.iter_mut().zip(settled) {
                match settled {
                    Ok(amount) => {
                        if let Some(cell) = row.cells.get_mut(*column) {
                            *cell = amount;
                        }
                    }
                    Err(why) => unclear.push(row.unclear(column, why)),
                }
            }
        }
        let lines: Vec<usize> =
            unclear.iter().filter_map(|problem| Some(problem.place.as_ref()?.line)).collect();
        self.rows.retain(|row| !lines.contains(&row.place.line));
        self.problems.extend(unclear);
    }
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    cells: BTreeMap<String, String>,
    place: Place,
}

impl Row {
    /// The text in that column, without the spaces around it; `None` when there is none.
    pub fn get(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// Whether the sheet has that column at all.
    pub fn has(&self, column: &str) -> bool {
        self.cells.contains_key(column)
    }

    /// The line that the row begins on.
    pub fn place(&self) -> Place {
        self.place.clone()
    }

    fn unclear(&self, column: &str, why: marks::Unclear) -> Problem {
        let cell = self.get(column).unwrap_or_default();
        let problem = match why {
            marks::Unclear::Either => Problem::damaged(
                "csv-amount",
                format!("\"{cell}\" has thousands, or a fraction of three digits"),
            )
            .because("no other amount of the column tells, and nothing is guessed")
            .remedy("write two digits of a fraction: 1234,00"),
            marks::Unclear::Both => Problem::damaged(
                "csv-amount",
                format!("\"{cell}\": the column has fractions with comma and with point"),
            )
            .because("each could then mean thousands, and nothing is guessed")
            .remedy("write all amounts of the column alike"),
        };
        self.problem(column, problem)
    }

    /// The problem with the name of the column and the place of the row.
    pub fn problem(&self, column: &str, mut problem: Problem) -> Problem {
        problem.message = format!("column {column}: {}", problem.message);
        problem.kind = crate::problem::Kind::Damaged;
        problem.at(self.place())
    }
}

/// Reads `bytes`, the contents of `file`. Names of columns may be in any case and order.
pub fn read(file: &str, bytes: &[u8], columns: Columns<'_>) -> Sheet {
    match text_of(file, bytes) {
        Ok(text) => rows(file, text, columns),
        Err(problem) => Sheet { problems: vec![problem], ..Sheet::default() },
    }
}

/// The names of the columns, in lower case; none of what is no sheet.
pub fn header(bytes: &[u8]) -> Vec<String> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let mut reader = reader(text);
    let first = reader.records().next().and_then(Result::ok);
    first.map(|first| first.iter().map(|name| name.trim().to_lowercase()).collect()).unwrap_or_default()
}

fn reader(text: &str) -> csv::Reader<&[u8]> {
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(separator(text)).from_reader(text.as_bytes())
}

fn text_of<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, Problem> {
    let remedy = "save it as \"CSV UTF-8\"";
    if bytes.len() > LARGEST {
        return Err(Problem::damaged("csv-too-large", format!("{file} is larger than 64 megabytes"))
            .at(Place::file(file))
            .remedy("split it"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
        let is_utf_16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
        let encoding = if is_utf_16 { "it is UTF-16" } else { "it is of an older encoding" };
        Problem::damaged("csv-encoding", "this is not UTF-8 text")
            .because(encoding)
            .at(Place { line: if is_utf_16 { 0 } else { line }, ..Place::file(file) })
            .remedy(remedy)
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// What stands between the cells: a comma, or a semicolon or tab where the first line has no comma outside of quotes.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or("");
    let outside: String = first.split('"').step_by(2).collect();
    let found = [b',', b';', b'\t'].into_iter().find(|c| outside.contains(char::from(*c)));
    found.unwrap_or(b',')
}

fn rows(file: &str, text: &str, columns: Columns<'_>) -> Sheet {
    let mut sheet = Sheet::default();
    let lines: Vec<&str> = text.lines().collect();
    let starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
    let place = |line: usize| Place {
        line,
        source: line.checked_sub(1).and_then(|index| lines.get(index)).map(|line| (*line).to_string()),
        ..Place::file(file)
    };
    sheet.has_commas = separator(text) == b',';
    let mut reader = reader(text);
    let mut records = reader.records();
    let Some(Ok(first)) = records.next() else {
        sheet.problems.push(
            Problem::damaged("csv-empty", "the sheet has no header")
                .at(Place::file(file))
                .remedy(format!("begin it with a line: {}", columns.required.join(","))),
        );
        return sheet;
    };
    let header: Vec<String> = first.iter().map(|name| name.trim().to_lowercase()).collect();
    sheet.problems = header_problems(&header, columns, &place(line_of(&first, text, &starts)));
    if !sheet.problems.is_empty() {
        return sheet;
    }
    for record in records {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                sheet.problems.push(Problem::damaged("csv-row", error.to_string()).at(Place::file(file)));
                continue;
            }
        };
        let place = place(line_of(&record, text, &starts));
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let rest_is_empty = record.iter().skip(header.len()).all(|cell| cell.trim().is_empty());
        if record.len() < header.len() || !rest_is_empty {
            sheet.problems.push(
                Problem::damaged(
                    "csv-row",
                    format!("{} cells, and the header has {}", record.len(), header.len()),
                )
                .because("a text or number with a comma in it stands in quotes, and a quote is closed")
                .at(place),
            );
            continue;
        }
        let cells = header
            .iter()
            .zip(record.iter())
            .map(|(name, cell)| (name.clone(), csv_text::text(cell).to_string()))
            .collect();
        sheet.rows.push(Row { cells, place });
    }
    sheet
}

/// The line that the record begins on, from 1. Empty lines before it count to it in the reader's own
/// reckoning, so they are passed over here. `starts` are the bytes at which lines begin.
fn line_of(record: &csv::StringRecord, text: &str, starts: &[usize]) -> usize {
    let Some(position) = record.position() else { return 0 };
    let start = usize::try_from(position.byte()).unwrap_or(0);
    let rest = text.get(start..).unwrap_or("");
    let passed = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    starts.partition_point(|line| *line <= start + passed)
}

fn header_problems(header: &[String], columns: Columns<'_>, place: &Place) -> Vec<Problem> {
    let known: Vec<&str> = columns.required.iter().chain(columns.optional).copied().collect();
    let mut problems = Vec::new();
    for (position, name) in header.iter().enumerate() {
        if header[..position].contains(name) && !name.is_empty() {
            problems.push(Problem::damaged("csv-header", format!("column \"{name}\" is there twice")));
        } else if !known.contains(&name.as_str()) {
            problems.push(
                Problem::damaged("csv-header", format!("unknown column \"{name}\""))
                    .because(format!("the columns are: {}", known.join(", ")))
                    .did_you_mean(name, known.iter().copied()),
            );
        }
    }
    for name in columns.required {
        if !header.iter().any(|own| own == name) {
            problems.push(
                Problem::damaged("csv-header", format!("column \"{name}\" is missing"))
                    .remedy(format!("the first line reads: {}", known.join(","))),
            );
        }
    }
    problems.into_iter().map(|problem| problem.at(place.clone())).collect()
}
