//! What serde and serde-saphyr say about a fault, in plain words.

use serde_saphyr::Error;

use super::watched::Watch;
use crate::book::yaml::limits;
use crate::book::yaml::place::{PathText, Segment, key_place, place_of};
use crate::problem::{Place, Problem};

/// The problem that an error of the reader means.
pub(super) fn problem_of(error: &Error, watch: &Watch<'_>) -> Problem {
    let error = error.without_snippet();
    let error = match error {
        Error::AliasError { error, .. } => error.without_snippet(),
        error => error,
    };
    let path = watch.path.borrow();
    let place = place(error, &path, watch);
    worded(error, &PathText(&path).to_string()).at(place)
}

fn place(error: &Error, path: &[Segment], watch: &Watch<'_>) -> Place {
    let by_path = || watch.document().and_then(|document| key_place(document, path));
    let by_location = || error.location().and_then(|location| at_location(watch, location));
    let found = match error {
        Error::Message { .. }
        | Error::SerdeInvalidValue { .. }
        | Error::SerdeInvalidType { .. }
        | Error::SerdeUnknownVariant { .. } => {
            place_of(watch.text, watch.file, path).filter(|_| !path.is_empty()).or_else(by_location)
        }
        Error::SerdeMissingField { .. } if !path.is_empty() => by_path().or_else(by_location),
        _ => by_location().or_else(by_path),
    };
    found.unwrap_or_else(|| Place::file(watch.file))
}

fn at_location(watch: &Watch<'_>, location: serde_saphyr::Location) -> Option<Place> {
    let line = usize::try_from(location.line()).ok().filter(|line| *line > 0)?;
    let column = usize::try_from(location.column()).ok()?.max(1);
    let source = watch.text.lines().nth(line - 1);
    Some(Place {
        file: watch.file.to_string(),
        line,
        column,
        length: 1,
        source: source.map(|source| source.trim_start_matches('\u{feff}').to_string()),
    })
}

fn worded(error: &Error, path: &str) -> Problem {
    let here = if path.is_empty() { "this".to_string() } else { format!("`{path}`") };
    let value = |message: String| Problem::damaged("yaml-value", message);
    match error {
        Error::SerdeMissingField { field, .. } => {
            let within = if path.is_empty() { String::new() } else { format!(" in `{path}`") };
            Problem::damaged("yaml-missing", format!("the key `{field}` is missing{within}"))
                .remedy(format!("add a line `{field}: …`"))
        }
        Error::SerdeUnknownVariant { variant, expected, .. } => {
            let known = expected.join(", ");
            value(format!("{here} cannot be `{variant}`"))
                .because(format!("it is one of: {known}"))
                .did_you_mean(variant, expected.iter().copied())
                .remedy(format!("write one of: {known}"))
        }
        Error::SerdeUnknownField { field, expected, .. } => {
            Problem::damaged("yaml-key", format!("the key `{field}` is not known here"))
                .did_you_mean(field, expected.iter().copied())
                .remedy(format!("the keys known here: {}", expected.join(", ")))
        }
        Error::DuplicateMappingKey { key, .. } => {
            let key = key.as_deref().unwrap_or("?");
            Problem::damaged("yaml-duplicate", format!("the key `{key}` is given twice"))
                .remedy("keep one of the two")
        }
        Error::SerdeInvalidType { unexpected, expected, .. } => {
            let (found, wanted) = (plain(unexpected), plain(expected));
            value(format!("{here} should be {wanted}, but is {found}")).remedy(format!("write {wanted} here"))
        }
        Error::SerdeInvalidValue { unexpected, expected, .. } => {
            let (found, wanted) = (plain(unexpected), plain(expected));
            value(format!("{here} cannot be {found}")).remedy(format!("write {wanted} here"))
        }
        Error::SerdeInvalidLength { len, expected, .. } => {
            value(format!("{here} has {len} items")).remedy(format!("give {}", plain(expected)))
        }
        Error::InvalidScalar { ty, .. } => {
            let wanted = plain(ty);
            value(format!("{here} should be {wanted}")).remedy(format!("write {wanted} here"))
        }
        Error::Unexpected { expected, .. } => {
            let wanted = plain(expected);
            value(format!("{here} should be {wanted}")).remedy(format!("write {wanted} here"))
        }
        Error::InvalidBooleanStrict { .. } => {
            value(format!("{here} should be true or false")).remedy("write true or false, without quotes")
        }
        Error::NullIntoString { .. } => value(format!("{here} is empty, but must be text"))
            .remedy("write the text, or \"\" for none; or remove the line if it may be left out"),
        Error::Eof { .. } => Problem::damaged("yaml-syntax", "the file holds no value")
            .remedy("restore it from the book's history, or delete it"),
        Error::MultipleDocuments { .. } => {
            Problem::damaged("yaml-syntax", "the file holds more than one document")
                .remedy("keep one document in a file: remove the line with --- and what follows it")
        }
        // The parser below has a limit of its own, which a text can reach before it is read.
        Error::ExternalMessage { msg, .. } if msg.contains("recursion limit") => limits::too_deep(),
        Error::ExternalMessage { msg, .. } => syntax(msg),
        Error::Message { msg, .. } | Error::SerdeVariantId { msg, .. } => {
            value(if path.is_empty() { msg.clone() } else { format!("{here}: {msg}") })
                .remedy("write a value of the form that is expected here")
        }
        error => limited(error).unwrap_or_else(|| {
            Problem::damaged("yaml-value", format!("{here} cannot be read: {}", one_line(error)))
                .remedy("write it in the plain form, as the program itself writes it")
        }),
    }
}

fn syntax(message: &str) -> Problem {
    Problem::damaged("yaml-syntax", format!("this is not YAML: {message}"))
        .remedy("mend this line, or the one before it: check indentation, quotes and colons")
}

/// Limits and aliases.
fn limited(error: &Error) -> Option<Problem> {
    use serde_saphyr::budget::BudgetBreach;
    let aliases = |message: &str| {
        Problem::damaged("yaml-limit", message)
            .remedy("write the values out instead of referring to them with `*`")
    };
    Some(match error {
        Error::Budget { breach: BudgetBreach::Depth { .. }, .. } => limits::too_deep(),
        Error::Budget {
            breach: BudgetBreach::Aliases { .. } | BudgetBreach::AliasAnchorRatio { .. },
            ..
        }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. }
        | Error::AliasReplayCounterOverflow { .. } => {
            aliases("the references (`*name`) in this file add up to too much")
        }
        Error::Budget { .. } => Problem::damaged("yaml-limit", "the file holds more than is read")
            .because(one_line(error))
            .remedy("move what does not belong in it to other files"),
        Error::UnknownAnchor { .. } => aliases("this refers to a name that is not defined above it"),
        Error::RecursiveReferencesRequireWeakTypes { .. } => aliases("this refers to itself"),
        _ => return None,
    })
}

fn one_line(error: &Error) -> String {
    error.to_string().lines().next().unwrap_or("").to_string()
}

/// Serde's name for a kind of value, as people call it.
fn plain(name: &str) -> String {
    let name = name.trim();
    let known = match name {
        "a string" | "string scalar" | "string" | "a borrowed string" => "text",
        "a sequence" | "sequence" | "sequence start" => "a list",
        "a map" | "map" | "mapping start" => "a mapping (lines of `key: value`)",
        "a boolean" | "boolean" => "true or false",
        "unit value" | "null" | "unit" | "Option value" => "nothing",
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "integer" => "a whole number",
        "u8" | "u16" | "u32" | "u64" | "u128" | "usize" => "a whole number, not below 0",
        "f32" | "f64" | "floating point" => "a number",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_string();
    }
    if name.starts_with("struct ") || name.starts_with("internally tagged enum ") {
        return "a mapping (lines of `key: value`)".to_string();
    }
    for (word, said) in
        [("string ", "the text "), ("integer ", "the number "), ("floating point ", "the number ")]
    {
        if let Some(rest) = name.strip_prefix(word) {
            return format!("{said}{}", rest.replace('`', ""));
        }
    }
    match name {
        name if name.starts_with("boolean ") => name["boolean ".len()..].replace('`', ""),
        name if name.starts_with("sequence of ") => "a list".to_string(),
        name => name.to_string(),
    }
}
