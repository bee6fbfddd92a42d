//! A table: columns side by side, numbers to the right, no borders.
//!
//! On a terminal no line is wider than it. What gives way, in this order, and no further than needed:
//! long texts are shortened to [`COMFORTABLE`] columns; columns that can be spared are left out, by their
//! number, and named below; all texts are shortened to [`NARROW`]. Numbers and what was declared
//! [`Column::whole`], IDs and dates, are never cut: where even that is too wide, each row becomes a block of
//! names and values under each other.
//!
//! In a pipe or file every column and cell is complete. A cell wider than [`SPILL`] does not widen its whole
//! column there: its own row goes on behind it.

mod rows;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use rayon::prelude::*;

use self::rows::{Rows, Shown};
use super::canvas::Canvas;
use super::cell::Cell;
use super::color::Role;
use super::facts::Facts;
use super::plain::plain;
use super::width::{fit, width};

/// Spaces between two columns.
const GUTTER: usize = 2;
/// As narrow as a long text is made while a column can still be spared.
const COMFORTABLE: usize = 14;
/// No text becomes narrower than this; a row of such is a block.
const NARROW: usize = 8;
/// In a pipe a column is padded to no more than this.
const SPILL: usize = 60;
/// As many rows are given away at once.
const PIECE: usize = 128;
/// As many pieces are drawn side by side, before they are given away.
const SIDE_BY_SIDE: usize = 16;

/// On which side the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Text.
    #[default]
    Left,
    /// Numbers. They are never cut, since half a number is a wrong number.
    Right,
}

/// Whether the cells of a column may be shortened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Give {
    Never,
    Late,
    First,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading.
    title: String,
    /// On which side its cells stand.
    align: Align,
    give: Give,
    /// When it is left out for want of width: the lowest first, nothing for never.
    spare: Option<u8>,
}

impl Column {
    /// A word or two: stages, states, names of colleagues. Shortened only when long texts have given way.
    pub fn text(title: impl AsRef<str>) -> Column {
        let title = plain(title.as_ref()).into_owned();
        Column { title, align: Align::Left, give: Give::Late, spare: None }
    }

    /// What is wrong when it is cut: IDs, dates, phone numbers, keys to copy.
    pub fn whole(title: impl AsRef<str>) -> Column {
        Column { give: Give::Never, ..Column::text(title) }
    }

    /// Text that gives way first: titles, notes, names of clients.
    pub fn long(title: impl AsRef<str>) -> Column {
        Column { give: Give::First, ..Column::text(title) }
    }

    /// Numbers, to the right and never cut.
    pub fn number(title: impl AsRef<str>) -> Column {
        Column { align: Align::Right, ..Column::whole(title) }
    }

    /// May be left out on a narrow terminal, those of the lowest number first.
    #[must_use]
    pub fn spare(self, order: u8) -> Column {
        Column { spare: Some(order), ..self }
    }
}

/// Rows under headings, and the sentence that is said when there are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    columns: Vec<Column>,
    rows: Rows,
    empty: String,
}

/// How a table is laid out on a surface.
enum Layout {
    /// The width of each column; nothing for one that is left out.
    Columns(Vec<Option<usize>>),
    Blocks,
}

impl Table {
    /// A table without rows; `empty` is said in its place while it has none.
    pub fn new(columns: impl IntoIterator<Item = Column>, empty: impl AsRef<str>) -> Table {
        let empty = plain(empty.as_ref()).into_owned();
        Table { columns: columns.into_iter().collect(), rows: Rows::default(), empty }
    }

    /// Adds a row. Missing cells are blank, cells beyond the last column are not shown.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Cell>) -> &mut Table {
        self.rows.push(cells);
        self
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.count() == 0
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.count()
    }

    /// Leaves out the last column when nothing stands in it.
    pub fn leave_out_empty_last_column(&mut self) {
        if self.columns.len().checked_sub(1).is_some_and(|last| !self.has_text(last)) {
            self.columns.pop();
        }
    }

    /// Takes all rows away.
    pub fn clear(&mut self) {
        self.rows = Rows::default();
    }

    /// Puts the rows into that order; each is named by its number, in the order in which they were added.
    pub fn arrange(&mut self, order: impl IntoIterator<Item = usize>) {
        self.rows.arrange(order);
    }

    /// What to say when there is no row.
    pub fn empty_sentence(&self) -> &str {
        &self.empty
    }

    /// The table as text, each line ended; nothing when there is no row.
    pub fn draw(&self, canvas: Canvas) -> String {
        let mut drawn = String::new();
        self.draw_to(canvas, |piece| drawn.push_str(piece));
        drawn
    }

    /// The same, given away piece by piece.
    pub fn draw_to(&self, canvas: Canvas, mut give: impl FnMut(&str)) {
        if self.is_empty() {
            return;
        }
        let widths = match self.layout(canvas.width) {
            Layout::Columns(widths) => widths,
            Layout::Blocks => return give(&self.blocks(canvas)),
        };
        let mut drawn = String::new();
        let headings = self.columns.iter().map(|column| Shown {
            text: &column.title,
            width: width(&column.title),
            role: Role::Heading,
        });
        self.draw_row(&mut drawn, headings, &widths, canvas);
        let count = self.rows.shown();
        let piece = |first: usize, mut drawn: String| {
            for place in first..count.min(first + PIECE) {
                self.draw_row(&mut drawn, self.rows.row(place), &widths, canvas);
            }
            drawn
        };
        drawn = piece(0, drawn);
        for from in (PIECE..count).step_by(PIECE * SIDE_BY_SIDE) {
            let until = count.min(from + PIECE * SIDE_BY_SIDE);
            let firsts: Vec<usize> = (from..until).step_by(PIECE).collect();
            let pieces: Vec<String> =
                firsts.into_par_iter().map(|first| piece(first, String::new())).collect();
            for next in pieces {
                give(&drawn);
                drawn = next;
            }
        }
        self.name_left_out(&mut drawn, &widths, canvas);
        give(&drawn);
    }

    fn draw_row<'t>(
        &self,
        drawn: &mut String,
        row: impl Iterator<Item = Shown<'t>>,
        widths: &[Option<usize>],
        canvas: Canvas,
    ) {
        // Spaces are owed until text follows, so that no line ends in them.
        let mut owed = 0;
        for ((column, cell), room) in self.columns.iter().zip(row).zip(widths) {
            let Some(room) = *room else { continue };
            let mut taken = cell.width;
            let mut shown = Cow::Borrowed(cell.text);
            if canvas.width.is_some() && taken > room {
                shown = fit(cell.text, room);
                taken = width(&shown);
            }
            let slack = room.saturating_sub(taken);
            if column.align == Align::Right {
                owed += slack;
            }
            if taken > 0 {
                drawn.extend(std::iter::repeat_n(' ', owed));
                drawn.push_str(&canvas.palette.paint(cell.role, &shown));
                owed = 0;
            }
            if column.align == Align::Left {
                owed += slack;
            }
            owed += GUTTER;
        }
        drawn.push('\n');
    }

    /// Says which columns are not there, so that nobody takes them for empty.
    fn name_left_out(&self, drawn: &mut String, widths: &[Option<usize>], canvas: Canvas) {
        let left_out: Vec<&str> = (0..self.columns.len())
            .filter(|&index| widths[index].is_none() && self.has_text(index))
            .map(|index| self.columns[index].title.as_str())
            .filter(|title| !title.is_empty())
            .collect();
        if left_out.is_empty() {
            return;
        }
        let told = format!("too narrow for: {}", left_out.join(", "));
        for line in super::width::wrap(&told, canvas.width.unwrap_or(usize::MAX)) {
            drawn.push_str(&canvas.palette.paint(Role::Muted, &line));
            drawn.push('\n');
        }
    }

    fn has_text(&self, index: usize) -> bool {
        self.rows.iter().any(|mut row| row.nth(index).is_some_and(|cell| cell.width > 0))
    }

    /// Each row by itself: its first cell, below it names and values.
    fn blocks(&self, canvas: Canvas) -> String {
        let mut facts = Facts::new();
        for row in self.rows.iter() {
            let mut named = self.columns.iter().zip(row).filter(|(_, cell)| cell.width > 0);
            if let Some((_, first)) = named.next() {
                facts.section(first.text);
            }
            for (column, cell) in named {
                facts.fact(&column.title, Cell::new(cell.role, cell.text));
            }
        }
        facts.draw_within(canvas)
    }

    fn layout(&self, limit: Option<usize>) -> Layout {
        let natural = self.natural();
        let Some(limit) = limit else {
            return Layout::Columns(self.padded());
        };
        let mut kept = vec![true; self.columns.len()];
        let fitted = |kept: &[bool], least_long: usize, least_text: Option<usize>| {
            let shown = kept.iter().filter(|kept| **kept).count();
            let limit = limit.saturating_sub(GUTTER * shown.saturating_sub(1));
            let mut widths: Vec<usize> =
                natural.iter().zip(kept).map(|(width, kept)| if *kept { *width } else { 0 }).collect();
            shrink(&mut widths, limit, least_long, |index| self.columns[index].give == Give::First);
            if let Some(least) = least_text {
                shrink(&mut widths, limit, least, |index| self.columns[index].give != Give::Never);
            }
            (widths.iter().sum::<usize>() <= limit).then_some(widths)
        };
        let mut spares: Vec<usize> =
            (0..self.columns.len()).filter(|&index| self.columns[index].spare.is_some()).collect();
        spares.sort_by_key(|&index| (self.has_text(index), self.columns[index].spare));
        let mut found = fitted(&kept, COMFORTABLE, None);
        for spare in spares {
            if found.is_some() {
                break;
            }
            kept[spare] = false;
            found = fitted(&kept, COMFORTABLE, None);
        }
        match found.or_else(|| fitted(&kept, NARROW, Some(NARROW))) {
            Some(widths) => {
                let widths = widths.into_iter().zip(kept).map(|(width, kept)| kept.then_some(width));
                Layout::Columns(widths.collect())
            }
            None => Layout::Blocks,
        }
    }

    /// The width of each column in which nothing is shortened.
    fn natural(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = self.columns.iter().map(|column| width(&column.title)).collect();
        for row in self.rows.iter() {
            for (widest, cell) in widths.iter_mut().zip(row) {
                *widest = cell.width.max(*widest);
            }
        }
        widths
    }

    /// The width that each column is padded to where nothing is shortened: that of its widest cell which is no
    /// monster.
    fn padded(&self) -> Vec<Option<usize>> {
        let mut widths: Vec<usize> = self.columns.iter().map(|column| width(&column.title)).collect();
        for row in self.rows.iter() {
            for (widest, cell) in widths.iter_mut().zip(row).filter(|(_, cell)| cell.width <= SPILL) {
                *widest = cell.width.max(*widest);
            }
        }
        widths.into_iter().map(Some).collect()
    }
}

/// Takes from the widest of the columns that `may` give until all fit, and leaves each `least`.
fn shrink(widths: &mut [usize], limit: usize, least: usize, may: impl Fn(usize) -> bool) {
    let mut excess = widths.iter().sum::<usize>().saturating_sub(limit);
    while excess > 0 {
        let givers: Vec<usize> = (0..widths.len()).filter(|i| may(*i) && widths[*i] > least).collect();
        let Some(widest) = givers.iter().map(|i| widths[*i]).max() else { return };
        let tied: Vec<usize> = givers.iter().copied().filter(|i| widths[*i] == widest).collect();
        let next = givers.iter().map(|i| widths[*i]).filter(|width| *width < widest).max();
        let floor = next.unwrap_or(least);
        let each = (widest - floor).min(excess.div_ceil(tied.len()));
        for index in tied {
            let given = each.min(excess);
            widths[index] -= given;
            excess -= given;
        }
    }
}
