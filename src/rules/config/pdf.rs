//! How papers as PDF look (`[pdf]`).

use std::fmt::Display;
use std::str::FromStr;

use crate::domain::stationery::{LineColumn, NEEDED_COLUMNS, NEEDED_PARTS, PaperPart, PdfRules};
use crate::problem::Problem;
use crate::rules::toml_file::Table;

pub(super) fn read(root: &Table<'_>) -> PdfRules {
    let usual = PdfRules::default();
    let Some(table) = root.table("pdf") else { return usual };
    let command = table.list_of_text("command");
    let rules = PdfRules {
        logo: table.read("logo", file),
        logo_height: between(&table, "logo_height", 4, 60).unwrap_or(usual.logo_height),
        accent: table.parsed("accent").unwrap_or(usual.accent),
        ink: table.parsed("ink").unwrap_or(usual.ink),
        soft: table.parsed("soft").unwrap_or(usual.soft),
        warning: table.parsed("warning").unwrap_or(usual.warning),
        fonts: files(&table, "fonts"),
        bold_fonts: files(&table, "bold_fonts"),
        size: table.read("size", size).unwrap_or(usual.size),
        columns: order(&table, "columns", &NEEDED_COLUMNS, LineColumn::ALL).unwrap_or(usual.columns),
        parts: order(&table, "parts", &NEEDED_PARTS, PaperPart::ALL).unwrap_or(usual.parts),
        foot: table.text("foot"),
        command: Some(command).filter(|command| !command.is_empty()),
        within: between(&table, "within", 1, 600).unwrap_or(usual.within),
    };
    table.finish();
    rules
}

/// A file below the book's folder.
fn file(text: &str) -> Result<String, Problem> {
    let inside = !text.starts_with(['/', '~'])
        && !text.contains(['\\', ':', '\0'])
        && text.split('/').all(|part| !matches!(part, "" | "." | ".."));
    if inside {
        return Ok(text.to_string());
    }
    Err(Problem::damaged("pdf-file", format!("\"{text}\" is no file of the book"))
        .because("files of the look are in the book's folder, so that every clone has them")
        .remedy("copy the file into the book and name it from there, such as \"look/logo.png\""))
}

fn files(table: &Table<'_>, key: &'static str) -> Vec<String> {
    table.list(key).iter().filter_map(|value| value.read(file)).collect()
}

/// A size in points, with one digit behind the point.
fn size(text: &str) -> Result<u32, Problem> {
    let wrong = || {
        Problem::damaged("pdf-size", format!("\"{text}\" is no size of text"))
            .remedy("write points between 7 and 14, such as \"9.5\"")
    };
    let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
    let (whole, tenth) = (whole.parse::<u32>(), tenth.parse::<u32>());
    match (whole, tenth) {
        (Ok(whole), Ok(tenth)) if tenth < 10 && (70..=140).contains(&(whole * 10 + tenth)) => {
            Ok(whole * 10 + tenth)
        }
        _ => Err(wrong()),
    }
}

fn between(table: &Table<'_>, key: &'static str, least: u32, most: u32) -> Option<u32> {
    let value = table.value(key)?;
    let count = value.count()?;
    if !(least..=most).contains(&count) {
        value.report(
            Problem::damaged("pdf-number", format!("{key} is {count}"))
                .remedy(format!("write a number from {least} to {most}")),
        );
        return None;
    }
    Some(count)
}

/// Words of a closed list in the office's order, each once, with those that must not be missing.
fn order<T: FromStr<Err = Problem> + PartialEq + Copy + Display>(
    table: &Table<'_>,
    key: &'static str,
    needed: &[T],
    all: &[T],
) -> Option<Vec<T>> {
    if !table.has(key) {
        return None;
    }
    let found: Vec<T> = table.list_of_different(key);
    let missing: Vec<String> =
        needed.iter().filter(|one| !found.contains(one)).map(|one| format!("\"{one}\"")).collect();
    if !missing.is_empty() {
        let all: Vec<String> = all.iter().map(|one| format!("\"{one}\"")).collect();
        table.report(
            key,
            Problem::damaged("pdf-order", format!("{key} lacks {}", missing.join(", ")))
                .because("a paper without it would not say what the client owes or gets")
                .remedy(format!("add it; all there are: {}", all.join(", "))),
        );
    }
    Some(found)
}
