//! The rows of a table, as small as their text.

use crate::ui::cell::Cell;
use crate::ui::color::Role;

/// The cells of all rows, packed: a long table takes little more room than its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Rows {
    text: String,
    /// The length of each text, and its role.
    cells: Vec<(u32, Role)>,
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
            self.cells.push((cell.text().len() as u32, cell.role()));
            self.text.push_str(cell.text());
        }
    }

    /// The texts of a row, each with its role.
    fn row(&self, index: usize) -> impl Iterator<Item = (&str, Role)> {
        let (mut at, first) = self.begin[index];
        let last = self.begin.get(index + 1).map_or(self.cells.len(), |(_, first)| *first);
        self.cells[first..last].iter().map(move |(length, role)| {
            let text = &self.text[at..at + *length as usize];
            at += text.len();
            (text, *role)
        })
    }

    /// The rows in their order.
    pub fn iter(&self) -> impl Iterator<Item = impl Iterator<Item = (&str, Role)>> {
        let order = self.order.as_deref();
        let count = order.map_or(self.begin.len(), <[usize]>::len);
        (0..count).map(move |place| self.row(order.map_or(place, |order| order[place])))
    }
}
