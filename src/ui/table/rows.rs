//! The rows of a table, as small as their text.

use crate::ui::cell::Cell;
use crate::ui::color::Role;

/// A cell of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'r> {
    pub text: &'r str,
    /// In columns.
    pub width: usize,
    pub role: Role,
}

/// The cells of all rows, packed: a long table takes little more room than its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Rows {
    text: String,
    /// The length of each text, how wide it is, and its role.
    cells: Vec<(u32, u32, Role)>,
    /// Where text and cells of each row begin.
    begin: Vec<(usize, usize)>,
    /// In which order they stand, when not in that in which they came.
    order: Option<Vec<usize>>,
}

impl Rows {
    /// How many were added.
    pub fn count(&self) -> usize {
        self.begin.len()
    }

    /// How many are shown.
    pub fn shown(&self) -> usize {
        self.order.as_ref().map_or(self.begin.len(), Vec::len)
    }

    /// Puts them into that order; each is named by its number, in the order in which they were added.
    pub fn arrange(&mut self, order: impl IntoIterator<Item = usize>) {
        let count = self.count();
        self.order = Some(order.into_iter().filter(|index| *index < count).collect());
    }

    /// Adds a row.
    pub fn push(&mut self, cells: impl IntoIterator<Item = Cell>) {
        if let Some(order) = &mut self.order {
            order.push(self.begin.len());
        }
        self.begin.push((self.text.len(), self.cells.len()));
        for cell in cells {
            self.cells.push((cell.text().len() as u32, cell.width() as u32, cell.role()));
            self.text.push_str(cell.text());
        }
    }

    /// The row at a place of the order.
    pub fn row(&self, place: usize) -> impl Iterator<Item = Shown<'_>> {
        let index = self.order.as_ref().map_or(place, |order| order[place]);
        let (mut at, first) = self.begin[index];
        let last = self.begin.get(index + 1).map_or(self.cells.len(), |(_, first)| *first);
        self.cells[first..last].iter().map(move |(length, width, role)| {
            let text = &self.text[at..at + *length as usize];
            at += text.len();
            Shown { text, width: *width as usize, role: *role }
        })
    }

    /// The rows in their order.
    pub fn iter(&self) -> impl Iterator<Item = impl Iterator<Item = Shown<'_>>> {
        (0..self.shown()).map(|place| self.row(place))
    }
}
