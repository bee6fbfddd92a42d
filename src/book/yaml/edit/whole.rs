//! One value's text replaced by another; the comments that stood in it are kept.

use std::ops::Range;

use super::merge::Merge;
use super::splice::Splice;
use crate::book::yaml::source::{Document, Entry, Item, Node, Tree};
use crate::problem::Problem;

/// Where a value stands in the file, and where its new form in the canonical text.
#[derive(Clone, Copy)]
pub(super) enum Slot<'n> {
    Root,
    Entry { file: &'n Entry, after: &'n Entry, flow: bool, depth: usize },
    Item { file: &'n Item, after: &'n Item, flow: bool, depth: usize },
}

impl Slot<'_> {
    /// Whether the value stands directly in the file's outermost collection.
    pub fn is_section(self) -> bool {
        self.depth() == 1
    }

    pub fn depth(self) -> usize {
        match self {
            Slot::Root => 0,
            Slot::Entry { depth, .. } | Slot::Item { depth, .. } => depth,
        }
    }

    fn is_in_flow(self) -> bool {
        matches!(self, Slot::Entry { flow: true, .. } | Slot::Item { flow: true, .. })
    }
}

/// The new text of a value: what follows the colon or dash, and the lines after.
struct Rendered {
    first: String,
    rest: String,
}

impl Merge<'_> {
    /// Replaces the whole value. A comment on the line of its key stays there; those inside move
    /// above the key.
    pub fn whole(&mut self, slot: Slot<'_>, file: &Node, after: &Node) -> Result<Tree, Problem> {
        self.refuse_anchors(file)?;
        match slot {
            Slot::Root => self.whole_root(file),
            slot if slot.is_in_flow() => {
                let blank = if file.span.is_empty() { " " } else { "" };
                let text = format!("{blank}{}", super::flow::text(after));
                self.splices.push(Splice { range: file.span.clone(), text });
            }
            Slot::Entry { file: entry, after, .. } => {
                let (key, canonical_key) = (entry.key_span.start, after.key_span.start);
                let from = after.after_colon.unwrap_or(after.key_span.end);
                let column = self.file.column(key);
                let text = self.canonical(from..after.value.span.end, canonical_key, column);
                let start = entry.after_colon.unwrap_or(entry.key_span.end);
                self.replace(start, key, file, rendered(&text));
            }
            Slot::Item { file: item, after, .. } => {
                let column = self.file.column(item.start);
                let text = self.canonical(after.start + 1..after.value.span.end, after.start, column);
                self.replace(item.start + 1, item.start, file, rendered(&text));
            }
        }
        Ok(Tree::from(after))
    }

    fn whole_root(&mut self, file: &Node) {
        let text = self.canonical(0..self.after.text.len(), 0, 0);
        let text = text.trim_end_matches(['\n', '\r']);
        if file.span.is_empty() {
            let end = self.file.text.len();
            let break_line =
                if self.file.text[..end].ends_with('\n') || end == 0 { "" } else { self.newline };
            let text = format!("{break_line}{text}{}", self.newline);
            self.splices.push(Splice { range: end..end, text });
            return;
        }
        let break_line = if self.file.starts_line(file.span.start) { "" } else { self.newline };
        let remarks = self.remark_lines(&file.span, "");
        self.splices.push(Splice { range: file.span.clone(), text: format!("{break_line}{remarks}{text}") });
    }

    /// Replaces what stands from `start`, right after a colon or dash, to the end of `value`.
    fn replace(&mut self, start: usize, owner: usize, value: &Node, new: Rendered) {
        let file = self.file;
        let old = start..value.span.end;
        let one_line = !file.text[old.clone()].contains('\n');
        if one_line && new.rest.is_empty() && !value.span.is_empty() {
            let text = new.first.trim_start().to_string();
            self.splices.push(Splice { range: value.span.clone(), text });
            return;
        }
        let mut range = old;
        if !one_line || !new.rest.is_empty() {
            // What follows the old value on its line is a comment, and must end up neither in the new
            // text nor in another comment.
            let line_end = file.line_end(range.end);
            range.end =
                if file.comments_in(&(range.end..line_end)).is_empty() { range.end } else { line_end };
        }
        let key_line = start..file.line_end(start);
        let same_line = file.comments_in(&(range.start..range.end.min(key_line.end)));
        let remark = same_line.first().map(|comment| format!("  {}", &file.text[comment.clone()]));
        let below = range.start.max(key_line.end)..range.end;
        let line = file.line_start(owner);
        let indent = leading_blanks(file, line);
        let remarks = self.remark_lines(&below, &indent);
        if !remarks.is_empty() {
            self.splices.push(Splice { range: line..line, text: remarks });
        }
        let text = format!("{}{}{}", new.first, remark.unwrap_or_default(), new.rest);
        self.splices.push(Splice { range, text });
    }

    fn remark_lines(&self, range: &Range<usize>, indent: &str) -> String {
        let comments = self.file.comments_in(range).iter();
        comments
            .map(|comment| format!("{indent}{}{}", &self.file.text[comment.clone()], self.newline))
            .collect()
    }
}

fn rendered(text: &str) -> Rendered {
    let (first, rest) = text.split_at(text.find(['\n', '\r']).unwrap_or(text.len()));
    Rendered { first: first.to_string(), rest: rest.to_string() }
}

fn leading_blanks(document: &Document<'_>, line: usize) -> String {
    document.text[line..].chars().take_while(|c| *c == ' ').collect()
}
