//! Values to canonical text.

use serde::Serialize;

use super::source::{Document, Kind, Node, Style};

/// The canonical text of a value: block style, two spaces, a list's dashes under its key, strings
/// quoted whenever a YAML 1.1 or 1.2 reader might take them for something else, no folded lines.
///
/// # Panics
/// When the type itself cannot be written as YAML (a mapping whose keys are lists or mappings, or
/// a `Serialize` that fails): an error of the program, never of a file.
pub fn write<T: Serialize>(value: &T) -> String {
    let options = serde_saphyr::ser_options! { folded_wrap_chars: usize::MAX };
    let text = serde_saphyr::to_string_with_options(value, options)
        .unwrap_or_else(|error| panic!("a value of the program cannot be written as YAML: {error}"));
    if text.contains('|') { without_fragile_blocks(&text) } else { text }
}

/// The text with each block scalar quoted whose value hangs on blanks or blank lines that nobody
/// sees: a blank line added or cleaned up by hand would change the value. libyaml also refuses a
/// block that begins with a tab.
fn without_fragile_blocks(text: &str) -> String {
    let is_suspicious =
        |line: &str| is_fragile(line.trim_start_matches(' ')) || is_fragile(line) || line.ends_with('+');
    if !text.split('\n').any(is_suspicious) {
        return text.to_string();
    }
    let Ok(document) = Document::parse(text, "") else { return text.to_string() };
    let mut fragile = Vec::new();
    collect_fragile(&document, &document.root, &mut fragile);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for node in fragile {
        out.push_str(&text[done..node.span.start]);
        out.push_str(&double_quoted(node.scalar().map_or("", |(text, _)| text)));
        done = node.span.end;
    }
    out.push_str(&text[done..]);
    out
}

/// Whether a line of a text is blank without being empty, or begins with a tab.
fn is_fragile(line: &str) -> bool {
    line.starts_with('\t') || !line.is_empty() && line.trim().is_empty()
}

fn collect_fragile<'n>(document: &Document<'_>, node: &'n Node, fragile: &mut Vec<&'n Node>) {
    if let Kind::Scalar { style: Style::Block, text } = &node.kind {
        let header = document.text[node.span.clone()].lines().next().unwrap_or("");
        if header.contains('+') || text.split('\n').any(is_fragile) {
            fragile.push(node);
        }
    }
    node.children().for_each(|child| collect_fragile(document, child, fragile));
}

/// A text between double quotes, on one line, in characters every reader takes alike.
pub(super) fn double_quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            character if is_awkward(character) => out.push_str(&format!("\\u{:04X}", character as u32)),
            character => out.push(character),
        }
    }
    out.push('"');
    out
}

/// Whether a character must be escaped to be read alike by all, and so needs double quotes.
pub(super) fn is_awkward(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}
