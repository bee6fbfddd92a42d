//! From granit-parser's events to a tree with places.

use std::collections::HashSet;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle, Tag};

use super::node::{Document, Entry, Item, Kind, Node, Style, skip_filler};
use crate::book::yaml::limits::{self, DEEPEST};
use crate::problem::{Place, Problem};

type Found<'t> = (Event<'t>, Range<usize>);

impl<'t> Document<'t> {
    /// The text as a tree.
    ///
    /// # Errors
    /// `yaml-syntax` when it is no YAML, holds more than one document or is nested too deep,
    /// `yaml-key` for a key that is itself a list or mapping, `yaml-duplicate` for a key given
    /// twice, `yaml-size` for a text that is too large.
    pub fn parse(text: &'t str, file: &'t str) -> Result<Document<'t>, Problem> {
        limits::check_size(text, file)?;
        let mut builder =
            Builder { text, file, events: Vec::new().into_iter(), comments: Vec::new(), has_aliases: false };
        builder.events = builder.collect_events()?.into_iter();
        let root = builder.node(0, 0)?;
        let Builder { comments, has_aliases, .. } = builder;
        Ok(Document { text, file, root, comments, has_aliases })
    }
}

struct Builder<'t> {
    text: &'t str,
    file: &'t str,
    events: std::vec::IntoIter<Found<'t>>,
    comments: Vec<Range<usize>>,
    has_aliases: bool,
}

impl<'t> Builder<'t> {
    /// The events that make up values; comments are set aside.
    fn collect_events(&mut self) -> Result<Vec<Found<'t>>, Problem> {
        let options = granit_parser::options! {
            max_buffered_comment_events: usize::MAX,
            block_nesting_limit: DEEPEST,
            flow_nesting_limit: DEEPEST,
        };
        let mut events = Vec::new();
        let mut documents = 0;
        for found in Parser::new_from_str_with_options(self.text, options) {
            let (event, span) = found.map_err(|error| self.syntax(&error))?;
            let start = span.start.byte_offset().unwrap_or(0);
            let range = start..span.end.byte_offset().unwrap_or(start);
            match event {
                Event::Comment(..) => self.comments.push(range),
                Event::DocumentStart(..) if documents > 0 => {
                    return Err(self
                        .problem("yaml-syntax", "a second document begins in this file", range)
                        .remedy(
                            "keep one document in a file: remove the line with --- and what follows it",
                        ));
                }
                Event::DocumentStart(..) => documents += 1,
                Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
                event => events.push((event, range)),
            }
        }
        if events.is_empty() {
            events.push((Event::Scalar("".into(), ScalarStyle::Plain, 0, None), 0..0));
        }
        self.comments.sort_by_key(|comment| comment.start);
        Ok(events)
    }

    fn syntax(&self, error: &granit_parser::ScanError) -> Problem {
        let offset = error.marker().byte_offset().unwrap_or(0);
        self.problem("yaml-syntax", format!("this is not YAML: {}", error.info()), offset..offset)
            .remedy("mend this line, or the one before it: check indentation, quotes and colons")
    }

    fn problem(&self, code: &'static str, message: impl Into<String>, span: Range<usize>) -> Problem {
        let place = Place::in_text(self.file, self.text, span.start, span.len());
        Problem::damaged(code, message).at(place)
    }

    fn next(&mut self) -> Result<Found<'t>, Problem> {
        let end = self.text.len()..self.text.len();
        self.events.next().ok_or_else(|| self.problem("yaml-syntax", "the file ends too early", end))
    }

    /// The next value; `from` is where what belongs to it may begin: after its colon or dash.
    fn node(&mut self, from: usize, depth: usize) -> Result<Node, Problem> {
        let found = self.next()?;
        self.node_of(found, from, depth)
    }

    fn node_of(&mut self, (event, span): Found<'t>, from: usize, depth: usize) -> Result<Node, Problem> {
        if depth > DEEPEST {
            return Err(limits::too_deep().at(Place::in_text(self.file, self.text, span.start, 1)));
        }
        let name = |tag: Option<std::borrow::Cow<'_, Tag>>| tag.map(|tag| tag.original());
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let (style, span) = self.scalar_span(style, span, from);
                let text = if style == Style::Empty { String::new() } else { text.into_owned() };
                Ok(Node { kind: Kind::Scalar { text, style }, span, anchor, tag: name(tag) })
            }
            Event::SequenceStart(style, anchor, tag) => {
                let flow = style == StructureStyle::Flow;
                let (items, inner) = self.items(flow, from, depth)?;
                let span = if flow { span.start..inner.end } else { inner };
                Ok(Node { kind: Kind::List { flow, items }, span, anchor, tag: name(tag) })
            }
            Event::MappingStart(style, anchor, tag) => {
                let flow = style == StructureStyle::Flow;
                let from = if flow && self.text.as_bytes().get(span.start) == Some(&b'{') {
                    span.start + 1
                } else {
                    from
                };
                let (entries, inner) = self.entries(flow, from, depth)?;
                let span = if flow { span.start..inner.end } else { inner };
                Ok(Node { kind: Kind::Map { flow, entries }, span, anchor, tag: name(tag) })
            }
            Event::Alias(id) => {
                self.has_aliases = true;
                Ok(Node { kind: Kind::Alias(id), span, anchor: 0, tag: None })
            }
            _ => Err(self.problem("yaml-syntax", "a value is expected here", span)),
        }
    }

    fn items(&mut self, flow: bool, from: usize, depth: usize) -> Result<(Vec<Item>, Range<usize>), Problem> {
        let mut items: Vec<Item> = Vec::new();
        let mut at = from;
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let start = items.first().map_or(from, |item| item.start);
                return Ok((items, start..if flow { span.end } else { at }));
            }
            let start = if flow { span.start } else { self.skip_properties(at) };
            if !flow && self.text.as_bytes().get(start) != Some(&b'-') {
                return Err(self.problem(
                    "yaml-syntax",
                    "this list is written in a way that is not understood",
                    span,
                ));
            }
            let value = self.node_of((event, span), if flow { start } else { start + 1 }, depth + 1)?;
            at = value.span.end;
            items.push(Item { start: if flow { value.span.start } else { start }, value });
        }
    }

    fn entries(
        &mut self,
        flow: bool,
        from: usize,
        depth: usize,
    ) -> Result<(Vec<Entry>, Range<usize>), Problem> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut keys = HashSet::new();
        let mut at = from;
        loop {
            let (event, key_span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                let start = entries.first().map_or(from, |entry| entry.key_span.start);
                return Ok((entries, start..if flow { key_span.end } else { at }));
            }
            let Event::Scalar(
                key,
                ScalarStyle::Plain | ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted,
                ..,
            ) = event
            else {
                return Err(self
                    .problem("yaml-key", "a key must be text on one line", key_span)
                    .remedy("write the key as plain text, followed by a colon"));
            };
            if !keys.insert(key.to_string()) {
                return Err(self
                    .problem("yaml-duplicate", format!("the key `{key}` is given twice"), key_span)
                    .remedy("keep one of the two"));
            }
            let before = self.text[at..key_span.start.max(at)].trim_end();
            let colon = skip_filler(self.text, &self.comments, key_span.end);
            let has_colon = self.text.as_bytes().get(colon) == Some(&b':');
            let usual = has_colon && !before.ends_with('?') && !self.text[key_span.end..colon].contains('\n');
            let from = if has_colon { colon + 1 } else { key_span.end };
            let value = self.node(from, depth + 1)?;
            at = value.span.end;
            entries.push(Entry {
                key: key.into_owned(),
                key_span,
                after_colon: usual.then_some(from),
                value,
            });
        }
    }

    /// The offset of what follows blanks, comments, anchors and tags.
    fn skip_properties(&self, mut at: usize) -> usize {
        loop {
            at = skip_filler(self.text, &self.comments, at);
            match self.text.as_bytes().get(at) {
                Some(b'&' | b'!') => {
                    at += self.text[at..].find(char::is_whitespace).unwrap_or(self.text.len() - at);
                }
                _ => return at,
            }
        }
    }

    fn scalar_span(&self, style: ScalarStyle, span: Range<usize>, from: usize) -> (Style, Range<usize>) {
        match style {
            ScalarStyle::Plain if span.is_empty() => (Style::Empty, from..from),
            ScalarStyle::Plain => (Style::Plain, span),
            ScalarStyle::SingleQuoted => (Style::Single, span),
            ScalarStyle::DoubleQuoted => (Style::Double, span),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let start = self.skip_properties(from).min(span.start);
                (Style::Block, start..self.block_end(start, span.end))
            }
        }
    }

    /// Where a block scalar's last line ends. The parser's span reaches into what follows.
    fn block_end(&self, start: usize, end: usize) -> usize {
        let header_end = self.text[start..].find('\n').map_or(self.text.len(), |newline| start + newline);
        let header = self.text[start..header_end].split('#').next().unwrap_or("");
        let body = &self.text[header_end..end.max(header_end)];
        let whole_lines = match body.rfind('\n') {
            Some(newline) if body[newline..].trim_matches([' ', '\n', '\r']).is_empty() => &body[..newline],
            _ => body,
        };
        let length = if header.contains('+') { whole_lines.len() } else { length_of_content(whole_lines) };
        let end = header_end + length;
        if self.text[start..end].ends_with('\r') { end - 1 } else { end }
    }
}

/// The length of a block scalar's lines without the empty lines after them. A line of blanks that
/// reach further than the text is indented belongs to the text.
fn length_of_content(lines: &str) -> usize {
    let blanks = |line: &str| line.bytes().take_while(|byte| *byte == b' ').count();
    let is_blank = |line: &str| blanks(line) == line.trim_end_matches('\r').len();
    let indent = lines.split('\n').filter(|line| !is_blank(line)).map(blanks).min().unwrap_or(0);
    let mut length = lines.len();
    for line in lines.rsplit('\n') {
        if !is_blank(line) || blanks(line) > indent {
            break;
        }
        length = length.saturating_sub(line.len() + 1);
    }
    length
}
