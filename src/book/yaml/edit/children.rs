//! Entries and items taken out of a collection's text, and put into it.

use std::ops::Range;

use super::merge::Merge;
use super::splice::{Splice, reindented};
use crate::book::yaml::source::{Document, Entry, Item, Kind, Node};

/// Where the entries of a mapping, or the items of a list, stand.
pub(super) struct Children {
    pub flow: bool,
    /// Each from its key or dash to the end of its value.
    pub spans: Vec<Range<usize>>,
    /// How far the keys or dashes are indented.
    pub column: usize,
}

/// What to take out, and what to put in after which child; `None` is before all that stay.
pub(super) struct Layout {
    pub removed: Vec<bool>,
    pub inserted: Vec<(Option<usize>, String)>,
}

impl Children {
    pub fn of_map(document: &Document<'_>, map: &Node) -> Children {
        let spans = map.entries().unwrap_or(&[]).iter();
        let spans = spans.map(|entry| entry.key_span.start..entry.value.span.end.max(entry.key_span.end));
        Children::new(document, matches!(map.kind, Kind::Map { flow: true, .. }), spans.collect())
    }

    pub fn of_list(document: &Document<'_>, list: &Node) -> Children {
        let (flow, items) = match &list.kind {
            Kind::List { flow, items } => (*flow, items.as_slice()),
            _ => (false, &[][..]),
        };
        Children::new(document, flow, items.iter().map(|item| item.start..item.value.span.end).collect())
    }

    fn new(document: &Document<'_>, flow: bool, spans: Vec<Range<usize>>) -> Children {
        let column = spans.first().map_or(0, |span| document.column(span.start));
        Children { flow, spans, column }
    }

    /// Where a block child ends: after its last line and after the comments below it that are
    /// indented further than it is.
    pub fn end(&self, document: &Document<'_>, index: usize) -> usize {
        let mut end = document.next_line(self.spans[index].end);
        loop {
            let next = skip_blank(document, end);
            let is_comment = document.comments.binary_search_by_key(&next, |comment| comment.start).is_ok();
            if !is_comment || document.column(next) <= self.column {
                return end;
            }
            end = document.next_line(next);
        }
    }

    /// Whether the children's texts can change places.
    pub fn can_be_rearranged(&self, document: &Document<'_>) -> bool {
        let (Some(first), Some(last)) = (self.spans.first(), self.spans.last()) else { return false };
        if self.flow {
            let all = first.start..last.end;
            document.comments_in(&all).is_empty() && !document.text[all].contains('\n')
        } else {
            document.starts_line(first.start)
        }
    }

    /// A child with the comments above it; the comments above the first stay where they are.
    pub fn chunk(&self, document: &Document<'_>, index: usize) -> Range<usize> {
        if self.flow {
            return self.spans[index].clone();
        }
        let start =
            if index == 0 { document.line_start(self.spans[0].start) } else { self.end(document, index - 1) };
        start..self.end(document, index)
    }

    pub fn all_chunks(&self, document: &Document<'_>) -> Range<usize> {
        let last = self.spans.len() - 1;
        self.chunk(document, 0).start..self.chunk(document, last).end
    }

    /// The comment lines above a child, as lines.
    pub fn remarks_above(&self, document: &Document<'_>, index: usize) -> Vec<String> {
        if self.flow || index == 0 {
            return Vec::new();
        }
        let above = self.chunk(document, index).start..document.line_start(self.spans[index].start);
        let indent = " ".repeat(self.column);
        let comments = document.comments_in(&above).iter();
        comments.map(|comment| format!("{indent}{}", &document.text[comment.clone()])).collect()
    }
}

fn skip_blank(document: &Document<'_>, offset: usize) -> usize {
    let rest = &document.text[offset..];
    offset + (rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len())
}

impl Merge<'_> {
    /// An entry of the canonical text as it is put among `children`; without indentation of its
    /// first line.
    pub fn entry_text(&self, entry: &Entry, children: &Children) -> String {
        let span = entry.key_span.start..entry.value.span.end;
        if children.flow {
            let key = super::flow::scalar_text(&entry.key);
            return format!("{key}: {}", super::flow::text(&entry.value));
        }
        self.canonical(span, entry.key_span.start, children.column)
    }

    /// The same for an item, with its dash.
    pub fn item_text(&self, item: &Item, children: &Children) -> String {
        if children.flow {
            return super::flow::text(&item.value);
        }
        self.canonical(item.start..item.value.span.end, item.start, children.column)
    }

    /// A part of the canonical text moved from the column of `origin` to `column`.
    pub fn canonical(&self, span: Range<usize>, origin: usize, column: usize) -> String {
        let text = reindented(&self.after.text[span], self.after.column(origin), column);
        if self.newline == "\n" { text } else { text.replace('\n', self.newline) }
    }

    /// Takes out and puts in.
    pub fn arrange(&mut self, children: &Children, layout: &Layout) {
        for (index, removed) in layout.removed.iter().enumerate() {
            if *removed {
                self.removed.push(children.spans[index].clone());
            }
        }
        if children.flow {
            self.arrange_flow(children, layout);
            return;
        }
        let Some(first) = layout.removed.iter().position(|removed| !removed) else { return };
        let shares_line = !self.file.starts_line(children.spans[0].start);
        for (anchor, text) in &layout.inserted {
            self.insert_block(children, *anchor, first, text);
        }
        let mut index = 0;
        if shares_line && first > 0 {
            self.remove_up_to(children, first);
            index = first;
        }
        for (index, removed) in layout.removed.iter().enumerate().skip(index) {
            if *removed {
                let start = self.file.line_start(children.spans[index].start);
                let end = children.end(self.file, index);
                self.removed.push(start..end);
                self.splices.push(Splice { range: start..end, text: String::new() });
            }
        }
    }

    fn insert_block(&mut self, children: &Children, anchor: Option<usize>, first: usize, text: &str) {
        let (indent, newline) = (" ".repeat(children.column), self.newline);
        let start = children.spans[0].start;
        let (at, text) = match anchor {
            Some(anchor) => {
                let at = children.end(self.file, anchor);
                if at == self.file.text.len() && !self.file.text.ends_with('\n') {
                    (at, format!("{newline}{indent}{text}"))
                } else {
                    (at, format!("{indent}{text}{newline}"))
                }
            }
            None if !self.file.starts_line(start) => (start, format!("{text}{newline}{indent}")),
            None => {
                let at = self.above_remarks(children.spans[first].start);
                (at, format!("{indent}{text}{newline}"))
            }
        };
        self.splices.push(Splice { range: at..at, text });
    }

    /// The first line of the comments that stand directly above `start`; a comment at the top of
    /// the file belongs to the file.
    fn above_remarks(&self, start: usize) -> usize {
        let own = self.file.line_start(start);
        let mut top = own;
        while top > 0 {
            let above = self.file.line_start(top - 1);
            let text = skip_blank(self.file, above);
            let is_remark = text < top
                && self.file.column(text) == self.file.column(start)
                && self.file.comments.binary_search_by_key(&text, |comment| comment.start).is_ok();
            if !is_remark {
                return top;
            }
            top = above;
        }
        own
    }

    /// Takes out the first children of a collection that begins on the line of its parent's dash.
    fn remove_up_to(&mut self, children: &Children, first: usize) {
        let start = children.spans[0].start;
        let end_of_removed = children.end(self.file, first - 1);
        let next = children.spans[first].start;
        let between = end_of_removed..next;
        let gains_remarks = self.splices.iter().any(|splice| between.contains(&splice.range.start));
        let end = if self.file.comments_in(&between).is_empty() && !gains_remarks {
            next
        } else {
            self.file.line_end(self.file.line_start(end_of_removed.saturating_sub(1)))
        };
        self.removed.push(start..end_of_removed);
        self.splices.push(Splice { range: start..end, text: String::new() });
    }
}
