//! Collections between braces and brackets: their text, and what is put into and taken out of it.

use super::children::{Children, Layout};
use super::merge::Merge;
use super::splice::Splice;
use crate::book::yaml::source::{Kind, Node, Tree, is_bare};
use crate::book::yaml::write::{double_quoted, is_awkward};

/// A canonical value on one line.
pub(super) fn text(node: &Node) -> String {
    match &node.kind {
        Kind::Scalar { text, .. } => match Tree::from(node) {
            Tree::Text(_) => scalar_text(text),
            Tree::Null => "null".to_string(),
            _ => text.clone(),
        },
        Kind::List { items, .. } => {
            let items: Vec<String> = items.iter().map(|item| self::text(&item.value)).collect();
            format!("[{}]", items.join(", "))
        }
        Kind::Map { entries, .. } => {
            let entries: Vec<String> = entries
                .iter()
                .map(|entry| format!("{}: {}", scalar_text(&entry.key), self::text(&entry.value)))
                .collect();
            format!("{{{}}}", entries.join(", "))
        }
        Kind::Alias(_) => "null".to_string(),
    }
}

/// A text that is safe between braces and brackets: plain where nobody can mistake it.
pub(super) fn scalar_text(text: &str) -> String {
    let is_plain = !is_bare(text)
        && text.starts_with(|c: char| c.is_alphanumeric())
        && !text.ends_with(' ')
        && !text.chars().any(|c| is_awkward(c) || ",[]{}:#\"'".contains(c));
    if is_plain { text.to_string() } else { double_quoted(text) }
}

impl Merge<'_> {
    /// Takes out and puts in between braces or brackets.
    pub(super) fn arrange_flow(&mut self, children: &Children, layout: &Layout) {
        let spans = &children.spans;
        let Some(first) = layout.removed.iter().position(|removed| !removed) else { return };
        for (anchor, text) in &layout.inserted {
            let (at, text) = match anchor {
                Some(anchor) => (spans[*anchor].end, format!(", {text}")),
                None => (spans[first].start, format!("{text}, ")),
            };
            self.splices.push(Splice { range: at..at, text });
        }
        let last = layout.removed.iter().rposition(|removed| !removed).unwrap_or(first);
        for (index, span) in spans.iter().enumerate().filter(|(index, _)| layout.removed[*index]) {
            let tidy = if index > last {
                spans[index - 1].end..span.end
            } else {
                span.start..spans[index + 1].start
            };
            let remarks = if index > last { tidy.start..span.start } else { span.end..tidy.end };
            if self.file.comments_in(&remarks).is_empty() {
                self.splices.push(Splice { range: tidy, text: String::new() });
                continue;
            }
            self.splices.push(Splice { range: span.clone(), text: String::new() });
            let comma = self.file.skip_filler(if index > last { tidy.start } else { span.end });
            self.splices.push(Splice { range: comma..comma + 1, text: String::new() });
        }
    }
}
