//! What the template engine complains about, as problems with a place.

use tera::ErrorKind;

use super::tag_lines::swallow_tag_lines;
use crate::problem::{Place, Problem};

/// The folder of the book that names of templates are relative to.
pub const FOLDER: &str = "templates/";

/// `error` as problems; `source` finds the text of a template by its name.
pub fn template_problems<'a>(
    error: &tera::Error,
    name: &str,
    source: impl Fn(&str) -> Option<&'a str>,
) -> Vec<Problem> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let file = if report.filename().is_empty() { name } else { report.filename() };
            let range = report.span().range.clone();
            let place = source(file).map(|text| {
                let marked = text.get(range.clone()).and_then(|marked| marked.lines().next());
                let length = marked.map_or(1, |line| line.chars().count());
                Place::in_text(format!("{FOLDER}{file}"), text, range.start, length)
            });
            vec![problem(report.message(), file, place)]
        }
        ErrorKind::Msg(message) if message.starts_with("error: ") => {
            message.split("\n\n").filter_map(|report| reported(report, &source)).collect()
        }
        other => vec![problem(&other.to_string(), name, None)],
    }
}

/// A problem from a report that the engine has already written out: message, `--> file:line:column`, lines.
fn reported<'a>(report: &str, source: &impl Fn(&str) -> Option<&'a str>) -> Option<Problem> {
    let mut lines = report.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let mut place = lines.next()?.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
    let column: usize = place.next()?.parse().ok()?;
    let line: usize = place.next()?.parse().ok()?;
    let file = place.next()?;
    let length = report.chars().rev().take_while(|&mark| mark == '^').count();
    let place = source(file).map(|text| {
        let offset = offset_of(&swallow_tag_lines(text), line, column);
        Place::in_text(format!("{FOLDER}{file}"), text, offset, length)
    });
    Some(problem(message, file, place))
}

/// Bytes before a line and column, both counted from 1, the column in characters.
fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let within: usize =
        text[before.min(text.len())..].chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
    before + within
}

fn problem(message: &str, file: &str, place: Option<Place>) -> Problem {
    Problem::damaged("template", lower_first(message))
        .at(place.unwrap_or_else(|| Place::file(format!("{FOLDER}{file}"))))
        .remedy(format!("mend {FOLDER}{file}, or delete it to use the template that came with the program"))
}

/// Problems are sentences that go on after a place.
fn lower_first(message: &str) -> String {
    let message = message.trim_end_matches('.');
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
