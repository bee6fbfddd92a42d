//! Tables: columns as wide as they need to be, heads on every page, rows in one piece.

use std::rc::Rc;

use super::composer::{Align, Composer, Place, Role};
use super::lines::{Line, Span};
use super::strips::{Drawn, Node, Strip};
use crate::domain::stationery::Ink;

/// A column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Where its text stands.
    pub align: Align,
    /// The widest that it may be, as a share of the table; the one column that has none takes what is left.
    pub most: Option<f32>,
    /// Whether it is as wide as that share, whatever stands in it.
    pub exact: bool,
    /// What is left free before it.
    pub gap: f32,
}

impl Column {
    /// As wide as its text.
    pub fn fit(align: Align) -> Column {
        Column { align, most: Some(0.22), exact: false, gap: 11.0 }
    }

    /// Of that share of the table.
    pub fn share(share: f32) -> Column {
        Column { align: Align::Start, most: Some(share), exact: true, gap: 0.0 }
    }

    /// The rest.
    pub fn rest() -> Column {
        Column { align: Align::Start, most: None, exact: false, gap: 11.0 }
    }
}

/// The paragraphs of a cell.
pub type Cell = Vec<Vec<Span>>;

/// A row.
pub enum Row {
    /// A cell for each column.
    Cells(Vec<Cell>),
    /// One text over all columns, on the page of the row below.
    Heading(Vec<Span>),
}

/// A table.
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// The labels above them; none for a table without a head.
    pub head: Vec<Span>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// What is left free above and below the text of a row.
    pub pad: f32,
}

/// A row, ready to be drawn: its lines, for each column.
type SetRow = Vec<(Node, Vec<Line>)>;

impl Table {
    /// The strips; the last row stays with what comes next if `keep_last`.
    pub fn strips(&self, composer: &mut Composer<'_>, place: Place, keep_last: bool) -> Vec<Strip> {
        composer.within(Role::Table, |composer| {
            let places = self.places(composer, place);
            let mut strips = Vec::new();
            let head = self.head_strip(composer, place, &places).map(Rc::new);
            strips.extend(head.as_deref().cloned());
            let last = self.rows.len().saturating_sub(1);
            for (index, row) in self.rows.iter().enumerate() {
                let keep = keep_last && index == last;
                let rows = match row {
                    Row::Cells(cells) => self.row(composer, cells, place, &places, keep),
                    Row::Heading(spans) => heading(composer, spans, place, self.pad),
                };
                strips.extend(rows.into_iter().map(|strip| Strip { head: head.clone(), ..strip }));
            }
            strips
        })
    }

    /// Where the columns are. What a column needs it gets, up to its share; the one that takes the rest keeps a
    /// third of the table.
    fn places(&self, composer: &Composer<'_>, place: Place) -> Vec<Place> {
        let mut widths: Vec<f32> = self
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| {
                let Some(most) = column.most else { return 0.0 };
                if column.exact {
                    return place.width * most;
                }
                let head = self.head.get(at).map_or(0.0, |span| composer.width(std::slice::from_ref(span)));
                let cells = self.rows.iter().filter_map(|row| match row {
                    Row::Cells(cells) => cells.get(at),
                    Row::Heading(_) => None,
                });
                let widest = cells.flatten().map(|spans| composer.width(spans)).fold(head, f32::max);
                (widest + 0.1).min(place.width * most)
            })
            .collect();
        let gaps: f32 = self.columns.iter().skip(1).map(|column| column.gap).sum();
        let taken: f32 = widths.iter().sum();
        let least = place.width * 0.3;
        let free = place.width - gaps;
        let has_rest = self.columns.iter().any(|column| column.most.is_none());
        let room = if has_rest { free - least } else { free + 0.5 };
        if taken > room {
            let shrink = (room / taken).max(0.05);
            widths.iter_mut().for_each(|width| *width *= shrink);
        }
        let rest = (free - widths.iter().sum::<f32>()).max(1.0);
        let mut x = place.x;
        let with_widths = self.columns.iter().zip(widths).enumerate();
        with_widths
            .map(|(at, (column, width))| {
                x += if at > 0 { column.gap } else { 0.0 };
                let width = if column.most.is_none() { rest } else { width };
                let found = Place { x, width };
                x += width;
                found
            })
            .collect()
    }

    fn head_strip(&self, composer: &mut Composer<'_>, place: Place, places: &[Place]) -> Option<Strip> {
        if self.head.is_empty() {
            return None;
        }
        let row: SetRow = composer.within(Role::Row, |composer| {
            let cells = self.head.iter().zip(places);
            cells
                .map(|(span, place)| {
                    let node = composer.part(Role::HeadCell);
                    let mut lines = composer.lines(std::slice::from_ref(span), place.width);
                    lines.truncate(4);
                    (node, lines)
                })
                .collect()
        });
        let tallest = row.iter().map(|(_, lines)| tall(lines)).fold(0.0, f32::max);
        let mut strip = Strip { height: tallest + 4.0, with_next: true, ..Strip::default() };
        for ((node, lines), (place, column)) in row.into_iter().zip(places.iter().zip(&self.columns)) {
            let down = tallest - tall(&lines);
            draw(&mut strip.drawn, lines, *place, column.align, down, node);
        }
        strip.drawn.push(rule(place, tallest + 3.4, 0.7, composer.look.ink));
        Some(strip)
    }

    /// A row in one piece, or line by line when it is too high for that.
    fn row(
        &self,
        composer: &mut Composer<'_>,
        cells: &[Cell],
        place: Place,
        places: &[Place],
        keep: bool,
    ) -> Vec<Strip> {
        let mut row: SetRow = composer.within(Role::Row, |composer| {
            let cells = cells.iter().zip(places);
            cells
                .map(|(cell, place)| {
                    let node = composer.part(Role::Cell);
                    let lines = cell.iter().flat_map(|spans| composer.lines(spans, place.width)).collect();
                    (node, lines)
                })
                .collect()
        });
        let tallest = row.iter().map(|(_, lines)| tall(lines)).fold(0.0, f32::max);
        let hair = composer.look.hair;
        if tallest + 2.0 * self.pad <= composer.most() {
            let height = tallest + 2.0 * self.pad;
            let mut strip = Strip { height, with_next: keep, ..Strip::default() };
            for ((node, lines), (at, column)) in row.into_iter().zip(places.iter().zip(&self.columns)) {
                draw(&mut strip.drawn, lines, *at, column.align, self.pad, node);
            }
            strip.drawn.push(rule(place, height - 0.5, 0.5, hair));
            return vec![strip];
        }
        let count = row.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        let mut strips = vec![Strip { height: self.pad, with_next: true, ..Strip::default() }];
        for _ in 0..count {
            let mut strip = Strip::default();
            for ((node, lines), (at, column)) in row.iter_mut().zip(places.iter().zip(&self.columns)) {
                if lines.is_empty() {
                    continue;
                }
                let line = lines.remove(0);
                strip.height = strip.height.max(line.height);
                draw(&mut strip.drawn, vec![line], *at, column.align, 0.0, *node);
            }
            strips.push(strip);
        }
        let drawn = vec![rule(place, self.pad - 0.5, 0.5, hair)];
        if let Some(last) = strips.last_mut() {
            last.with_next = true;
        }
        strips.push(Strip { height: self.pad, drawn, with_next: keep, ..Strip::default() });
        strips
    }
}

fn heading(composer: &mut Composer<'_>, spans: &[Span], place: Place, pad: f32) -> Vec<Strip> {
    let row =
        composer.within(Role::Row, |composer| composer.text(spans, place, Align::Start, Role::HeadCell));
    let mut strips = super::strips::with_next(row);
    if let Some(first) = strips.first_mut() {
        first.above += pad * 2.0;
    }
    let drawn = vec![rule(place, 3.0, 0.5, composer.look.hair)];
    strips.push(Strip { height: 3.5, drawn, with_next: true, ..Strip::default() });
    strips
}

fn tall(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}

fn draw(drawn: &mut Vec<Drawn>, lines: Vec<Line>, place: Place, align: Align, mut down: f32, node: Node) {
    for line in lines {
        let free = (place.width - line.width).max(0.0);
        let x = place.x + if align == Align::End { free } else { 0.0 };
        let (y, height) = (down + line.rise, line.height);
        drawn.push(Drawn::text(x, y, line, Some(node)));
        down += height;
    }
}

/// A rule across a place.
pub fn rule(place: Place, y: f32, height: f32, ink: Ink) -> Drawn {
    Drawn::fill(place.x, y, place.width, height, ink)
}
