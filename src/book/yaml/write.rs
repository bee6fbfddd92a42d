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
    if text.contains("|+") || text.contains("|2+") { without_kept_line_ends(&text) } else { text }
}

/// The text with each `|+` block as a quoted scalar. Such a block owns the blank lines after it,
/// so that a blank line added by hand would change the value.
fn without_kept_line_ends(text: &str) -> String {
    let Ok(document) = Document::parse(text, "") else { return text.to_string() };
    let mut kept = Vec::new();
    collect_kept(&document, &document.root, &mut kept);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for node in kept {
        out.push_str(&text[done..node.span.start]);
        out.push_str(&double_quoted(node.scalar().map_or("", |(text, _)| text)));
        done = node.span.end;
    }
    out.push_str(&text[done..]);
    out
}

fn collect_kept<'n>(document: &Document<'_>, node: &'n Node, kept: &mut Vec<&'n Node>) {
    if let Kind::Scalar { style: Style::Block, .. } = node.kind {
        let header = document.text[node.span.clone()].lines().next().unwrap_or("");
        if header.contains('+') {
            kept.push(node);
        }
    }
    node.children().for_each(|child| collect_kept(document, child, kept));
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
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                out.push_str(&format!("\\u{:04X}", character as u32));
            }
            character if character.is_control() => out.push_str(&format!("\\x{:02X}", character as u32)),
            character => out.push(character),
        }
    }
    out.push('"');
    out
}
