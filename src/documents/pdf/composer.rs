//! Text to strips, with its place in the document's structure.

use super::library::Library;
use super::lines::{Line, Setting, Span, Style};
use super::look::Look;
use super::strips::{Drawn, Node, Strip, stacked};
use crate::documents::clean::clean;

/// What a part of the document is, for whoever has it read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The whole.
    Root,
    /// A part of it.
    Section,
    /// A heading of that level.
    Heading(u16),
    /// A paragraph.
    Paragraph,
    /// A table.
    Table,
    /// A row.
    Row,
    /// A cell of the head.
    HeadCell,
    /// A cell.
    Cell,
    /// A picture.
    Figure,
}

/// A node of the structure.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is.
    pub role: Role,
    /// What it belongs to.
    pub within: Node,
}

/// Where text stands between the edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Where reading begins.
    Start,
    /// Where it ends.
    End,
}

/// A place from left to right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Left edge.
    pub x: f32,
    /// How wide.
    pub width: f32,
}

impl Place {
    /// Two places with `gap` between them, the first of that share.
    pub fn split(self, share: f32, gap: f32) -> (Place, Place) {
        let first = ((self.width - gap) * share).max(1.0);
        let rest = (self.width - gap - first).max(1.0);
        (Place { x: self.x, width: first }, Place { x: self.x + first + gap, width: rest })
    }

    /// Narrower on both sides.
    pub fn inset(self, by: f32) -> Place {
        Place { x: self.x + by, width: (self.width - 2.0 * by).max(1.0) }
    }
}

/// Lays out text.
pub struct Composer<'a> {
    /// The fonts.
    pub library: &'a Library,
    /// Sizes and colours.
    pub look: &'a Look,
    /// How high a page is.
    pub page: f32,
    /// The structure; the first is the root.
    pub parts: Vec<Part>,
    /// What is being built.
    within: Node,
    /// What no font has.
    pub missing: Vec<char>,
}

impl<'a> Composer<'a> {
    /// Nothing yet.
    pub fn new(library: &'a Library, look: &'a Look, page: f32) -> Composer<'a> {
        let root = Part { role: Role::Root, within: 0 };
        Composer { library, look, page, parts: vec![root], within: 0, missing: Vec::new() }
    }

    /// A new part of what is being built.
    pub fn part(&mut self, role: Role) -> Node {
        self.parts.push(Part { role, within: self.within });
        self.parts.len() - 1
    }

    /// What `build` makes belongs to a new part.
    pub fn within<T>(&mut self, role: Role, build: impl FnOnce(&mut Self) -> T) -> T {
        let outside = self.within;
        self.within = self.part(role);
        let built = build(self);
        self.within = outside;
        built
    }

    /// The lines of a text.
    pub fn lines(&mut self, spans: &[Span], width: f32) -> Vec<Line> {
        let setting = Setting { library: self.library, leading: self.look.leading };
        setting.lines(spans, width, &mut self.missing)
    }

    /// How wide a text is when nothing breaks it.
    pub fn width(&self, spans: &[Span]) -> f32 {
        Setting { library: self.library, leading: self.look.leading }.width(spans)
    }

    /// A text, line by line: neither its first nor its last line stands alone on a page.
    pub fn text(&mut self, spans: &[Span], place: Place, align: Align, role: Role) -> Vec<Strip> {
        let node = self.part(role);
        let lines = self.lines(spans, place.width);
        let count = lines.len();
        let strip = |(index, line): (usize, Line)| {
            let free = (place.width - line.width).max(0.0);
            let x = place.x + if align == Align::End { free } else { 0.0 };
            Strip {
                height: line.height,
                with_next: index + 1 < count && (index == 0 || index + 2 == count),
                drawn: vec![Drawn::text(x, line.rise, line, Some(node))],
                ..Strip::default()
            }
        };
        lines.into_iter().enumerate().map(strip).collect()
    }

    /// A text in one style.
    pub fn plain(&mut self, text: &str, style: Style, place: Place) -> Vec<Strip> {
        self.text(&[span(text, style)], place, Align::Start, Role::Paragraph)
    }

    /// A text as one strip, if that is not too high for a page.
    pub fn block(&mut self, spans: &[Span], place: Place, align: Align) -> Vec<Strip> {
        let strips = self.text(spans, place, align, Role::Paragraph);
        if super::strips::height(&strips) > self.most() { strips } else { vec![stacked(strips)] }
    }

    /// How high something may be that no page parts.
    pub fn most(&self) -> f32 {
        self.page * 0.55
    }
}

/// A text in a style; what could steer a reader or a file is taken out.
pub fn span(text: &str, style: Style) -> Span {
    Span { text: clean(text).trim_end_matches('\n').to_string(), style }
}
