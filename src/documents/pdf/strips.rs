//! Strips: what is laid out, cut where a page may end.

use std::rc::Rc;

use krilla::image::Image;

use super::lines::Line;
use crate::domain::stationery::Ink;

/// A node of the document's structure, by its place in the list.
pub type Node = usize;

/// Something at its place in a strip; lengths in points, from the upper left corner.
#[derive(Clone)]
pub struct Drawn {
    /// From the left.
    pub x: f32,
    /// From above; of text, the line that its letters stand on.
    pub y: f32,
    /// How wide.
    pub width: f32,
    /// How high; nothing for text.
    pub height: f32,
    /// What it is.
    pub shape: Shape,
}

/// What is drawn. What has no node in the structure is only there for the eye.
#[derive(Clone)]
pub enum Shape {
    /// Text.
    Text(Box<Line>, Option<Node>),
    /// A filled rectangle.
    Fill(Ink),
    /// The outline of a rectangle, so thick.
    Frame(f32, Ink),
    /// A tick.
    Tick(Ink),
    /// A picture.
    Picture(Image, Option<Node>),
}

impl Drawn {
    /// A line of text.
    pub fn text(x: f32, y: f32, line: Line, node: Option<Node>) -> Drawn {
        Drawn { x, y, width: line.width, height: 0.0, shape: Shape::Text(Box::new(line), node) }
    }

    /// A filled rectangle.
    pub fn fill(x: f32, y: f32, width: f32, height: f32, ink: Ink) -> Drawn {
        Drawn { x, y, width, height, shape: Shape::Fill(ink) }
    }

    /// Moved.
    #[must_use]
    pub fn moved(mut self, right: f32, down: f32) -> Drawn {
        self.x += right;
        self.y += down;
        self
    }

    /// Without its place in the structure, such as the head of a table that is repeated.
    #[must_use]
    pub fn for_the_eye(mut self) -> Drawn {
        if let Shape::Text(_, node) | Shape::Picture(_, node) = &mut self.shape {
            *node = None;
        }
        self
    }
}

/// A slice of the paper, as wide as it, that no page parts.
#[derive(Clone, Default)]
pub struct Strip {
    /// What is left free above it, unless a page begins with it.
    pub above: f32,
    /// How high it is.
    pub height: f32,
    /// What is in it.
    pub drawn: Vec<Drawn>,
    /// Whether the next one belongs on the same page.
    pub with_next: bool,
    /// What stands above it again when a page begins with it.
    pub head: Option<Rc<Strip>>,
}

impl Strip {
    /// Only free space.
    pub fn space(height: f32) -> Strip {
        Strip { above: height, with_next: true, ..Strip::default() }
    }
}

/// How high they are one below the other.
pub fn height(strips: &[Strip]) -> f32 {
    let above = strips.first().map_or(0.0, |strip| strip.above);
    strips.iter().map(|strip| strip.above + strip.height).sum::<f32>() - above
}

/// One below the other, as one.
pub fn stacked(strips: Vec<Strip>) -> Strip {
    let mut one = Strip { above: strips.first().map_or(0.0, |strip| strip.above), ..Strip::default() };
    for (index, strip) in strips.into_iter().enumerate() {
        if index > 0 {
            one.height += strip.above;
        }
        let down = one.height;
        one.drawn.extend(strip.drawn.into_iter().map(|drawn| drawn.moved(0.0, down)));
        one.height += strip.height;
    }
    one
}

/// Side by side, as one; one below the other when they are higher than `most`.
pub fn beside(columns: Vec<Vec<Strip>>, most: f32) -> Vec<Strip> {
    if columns.iter().any(|column| height(column) > most) {
        return columns.into_iter().flatten().collect();
    }
    let mut one = Strip::default();
    for column in columns.into_iter().filter(|column| !column.is_empty()) {
        let column = stacked(column);
        one.above = one.above.max(column.above);
        one.height = one.height.max(column.height);
        one.drawn.extend(column.drawn);
    }
    vec![one]
}

/// Those of a block, which is left free above.
#[must_use]
pub fn spaced(mut strips: Vec<Strip>, above: f32) -> Vec<Strip> {
    if let Some(first) = strips.first_mut() {
        first.above += above;
    }
    strips
}

/// On one page, if they fit.
#[must_use]
pub fn together(mut strips: Vec<Strip>) -> Vec<Strip> {
    let last = strips.len().saturating_sub(1);
    for strip in strips.iter_mut().take(last) {
        strip.with_next = true;
    }
    strips
}

/// On the page on which the next block begins.
#[must_use]
pub fn with_next(mut strips: Vec<Strip>) -> Vec<Strip> {
    for strip in &mut strips {
        strip.with_next = true;
    }
    strips
}
