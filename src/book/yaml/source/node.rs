//! The tree itself: scalars, lists, mappings, aliases, and the bytes they cover.

use std::ops::Range;

use crate::book::yaml::place::Segment;
use crate::problem::Place;

/// A parsed file.
pub(in crate::book::yaml) struct Document<'t> {
    pub text: &'t str,
    pub file: &'t str,
    pub root: Node,
    /// Each comment from its `#` to the end of its line, in the order of the text.
    pub comments: Vec<Range<usize>>,
    pub has_aliases: bool,
}

/// One value. Its span covers the value without anchor and tag; a block scalar's begins at its
/// `|` or `>`; no span includes the line end after the value.
pub(in crate::book::yaml) struct Node {
    pub kind: Kind,
    pub span: Range<usize>,
    /// The parser's number of the anchor defined here; 0 for none.
    pub anchor: usize,
    pub tag: Option<String>,
}

pub(in crate::book::yaml) enum Kind {
    Scalar { text: String, style: Style },
    List { flow: bool, items: Vec<Item> },
    Map { flow: bool, entries: Vec<Entry> },
    Alias(usize),
}

/// How a scalar is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::book::yaml) enum Style {
    /// Nothing at all stands there.
    Empty,
    Plain,
    Single,
    Double,
    /// `|` or `>`.
    Block,
}

/// A list's item.
pub(in crate::book::yaml) struct Item {
    /// Where its `-` stands; in a flow list, where the value starts.
    pub start: usize,
    pub value: Node,
}

/// A mapping's entry.
pub(in crate::book::yaml) struct Entry {
    pub key: String,
    pub key_span: Range<usize>,
    /// The byte after its `:`; `None` when the entry is written in a way that is not edited
    /// (`? key`, or a flow entry without a colon).
    pub after_colon: Option<usize>,
    pub value: Node,
}

impl Node {
    /// The entries, when this is a mapping.
    pub fn entries(&self) -> Option<&[Entry]> {
        match &self.kind {
            Kind::Map { entries, .. } => Some(entries),
            _ => None,
        }
    }

    /// The value under `key`, when this is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries()?.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The scalar's text and style, when this is a scalar.
    pub fn scalar(&self) -> Option<(&str, Style)> {
        match &self.kind {
            Kind::Scalar { text, style } => Some((text, *style)),
            _ => None,
        }
    }

    /// The nodes directly inside.
    pub fn children(&self) -> Box<dyn Iterator<Item = &Node> + '_> {
        match &self.kind {
            Kind::List { items, .. } => Box::new(items.iter().map(|item| &item.value)),
            Kind::Map { entries, .. } => Box::new(entries.iter().map(|entry| &entry.value)),
            Kind::Scalar { .. } | Kind::Alias(_) => Box::new(std::iter::empty()),
        }
    }

    /// Whether this node or one inside it satisfies `test`.
    pub fn any(&self, test: &dyn Fn(&Node) -> bool) -> bool {
        test(self) || self.children().any(|child| child.any(test))
    }

    fn anchored(&self, id: usize) -> Option<&Node> {
        if self.anchor == id { Some(self) } else { self.children().find_map(|child| child.anchored(id)) }
    }
}

impl Document<'_> {
    /// The node that an alias stands for; any other node itself.
    pub fn resolved<'n>(&'n self, node: &'n Node) -> &'n Node {
        match node.kind {
            Kind::Alias(id) => self.root.anchored(id).unwrap_or(node),
            _ => node,
        }
    }

    /// The value at `path`; aliases are followed, and keys merged in by `<<` are found.
    pub fn find(&self, path: &[Segment]) -> Option<&Node> {
        self.descend(&self.root, path)
    }

    fn descend<'n>(&'n self, node: &'n Node, path: &[Segment]) -> Option<&'n Node> {
        let Some((first, rest)) = path.split_first() else { return Some(node) };
        let child = match (first, &self.resolved(node).kind) {
            (Segment::Key(key), Kind::Map { .. }) => self.key(self.resolved(node), key, 0)?,
            (Segment::Index(index), Kind::List { items, .. }) => &items.get(*index)?.value,
            _ => return None,
        };
        self.descend(child, rest)
    }

    fn key<'n>(&'n self, map: &'n Node, key: &str, merges: usize) -> Option<&'n Node> {
        const DEEPEST_MERGE: usize = 8;
        if let Some(value) = map.get(key) {
            return Some(value);
        }
        let merged = self.resolved(self.merged(map).filter(|_| merges < DEEPEST_MERGE)?);
        match &merged.kind {
            Kind::List { items, .. } => {
                items.iter().find_map(|item| self.key(self.resolved(&item.value), key, merges + 1))
            }
            _ => self.key(merged, key, merges + 1),
        }
    }

    /// What the merge key `<<` of a mapping brings in; quoted, it is a key like any other.
    pub fn merged<'n>(&self, map: &'n Node) -> Option<&'n Node> {
        let is_merge = |entry: &&Entry| self.text.get(entry.key_span.clone()) == Some("<<");
        map.entries()?.iter().find(is_merge).map(|entry| &entry.value)
    }

    /// The place of a span; it marks at most the first line of it.
    pub fn place(&self, span: &Range<usize>) -> Place {
        let marked = self.text.get(span.clone()).unwrap_or("");
        let length = marked.lines().next().unwrap_or("").chars().count();
        Place::in_text(self.file, self.text, span.start, length)
    }

    /// Where the line of `offset` starts.
    pub fn line_start(&self, offset: usize) -> usize {
        self.text[..offset].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// Where the line of `offset` ends, before its line end.
    pub fn line_end(&self, offset: usize) -> usize {
        let end = self.text[offset..].find('\n').map_or(self.text.len(), |newline| offset + newline);
        if end > offset && self.text.as_bytes()[end - 1] == b'\r' { end - 1 } else { end }
    }

    /// Where the line after the one of `offset` starts; the end of the text when there is none.
    pub fn next_line(&self, offset: usize) -> usize {
        self.text[offset..].find('\n').map_or(self.text.len(), |newline| offset + newline + 1)
    }

    /// How far from its line's start `offset` is.
    pub fn column(&self, offset: usize) -> usize {
        offset - self.line_start(offset)
    }

    /// Whether nothing but blanks stands before `offset` on its line.
    pub fn starts_line(&self, offset: usize) -> bool {
        self.text[self.line_start(offset)..offset].bytes().all(|byte| byte == b' ')
    }

    /// The comments that begin inside `range`.
    pub fn comments_in(&self, range: &Range<usize>) -> &[Range<usize>] {
        let first = self.comments.partition_point(|comment| comment.start < range.start);
        let last = self.comments.partition_point(|comment| comment.start < range.end);
        &self.comments[first..last.max(first)]
    }

    /// The offset at or after `offset` that is neither blank nor in a comment.
    pub fn skip_filler(&self, offset: usize) -> usize {
        skip_filler(self.text, &self.comments, offset)
    }
}

/// The offset at or after `offset` that is neither blank nor in a comment.
pub(super) fn skip_filler(text: &str, comments: &[Range<usize>], mut offset: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(offset) {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' => offset += 1,
            b'#' => match comments.binary_search_by_key(&offset, |comment| comment.start) {
                Ok(found) => offset = comments[found].end,
                Err(_) => break,
            },
            _ => break,
        }
    }
    offset
}
