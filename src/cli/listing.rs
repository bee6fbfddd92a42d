//! A long list, made row by row while the book is gone through: cells of a table, or values of JSON. Nothing but
//! what is printed stays in memory, and of JSON in the order of the book not even that.

use serde_json::Value;

use super::session::Session;
use crate::book::Book;
use crate::book::index::{Survey, Wanted};
use crate::problem::Outcome;
use crate::reports::register::Names;
use crate::ui::{Cell, JsonList, Table, json_item};

/// A row, made for how the list is given out.
pub enum Row {
    /// For a table.
    Cells(Vec<Cell>),
    /// For JSON.
    Item(Box<str>),
}

/// How a list is given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As a table.
    Table,
    /// As JSON.
    Json,
}

/// A list while it is made. `K` is what it is sorted by.
pub struct Listing<'s, K> {
    session: &'s Session,
    name: &'static str,
    table: Table,
    at_once: bool,
    /// As far as it is written already.
    json: Option<JsonList<'s>>,
    keys: Vec<K>,
    items: Vec<Box<str>>,
}

impl Form {
    /// As it was asked for.
    pub fn of(session: &Session) -> Form {
        if session.terminal.is_json() { Form::Json } else { Form::Table }
    }

    /// A row of it.
    pub fn row(self, cells: impl FnOnce() -> Vec<Cell>, value: impl FnOnce() -> Value) -> Row {
        match self {
            Form::Table => Row::Cells(cells()),
            Form::Json => Row::Item(json_item(&value()).into_boxed_str()),
        }
    }
}

/// What the clients of the book are called.
pub fn names(survey: &Survey<'_>) -> Option<Names> {
    Some(survey.client_fronts(Names::of)?.into_iter().collect())
}

impl<'s, K: Ord> Listing<'s, K> {
    /// A list in the order of its rows' keys. As JSON it stands under `name`.
    pub fn sorted(session: &'s Session, name: &'static str, table: Table) -> Listing<'s, K> {
        Listing { session, name, table, at_once: false, json: None, keys: Vec::new(), items: Vec::new() }
    }

    /// The same in the order in which its rows come: JSON is then written at once.
    #[must_use]
    pub fn in_order_of_the_book(self) -> Listing<'s, K> {
        Listing { at_once: true, ..self }
    }

    /// Fills it with what `tell` adds of the jobs and clients that are wanted. Damaged files are named.
    ///
    /// # Errors
    /// As [`Book::tell_each`].
    pub fn fill(
        &mut self,
        book: &Book,
        wanted: Wanted,
        mut tell: impl FnMut(&Survey<'_>, &mut Listing<'s, K>) -> Option<()>,
    ) -> Outcome<()> {
        let damaged = book.tell_each(wanted, book.soon(), |survey| {
            self.begin()?;
            tell(survey, self)
        })?;
        self.session.tell_all_damaged(&damaged);
        Ok(())
    }

    /// Begins anew; nothing when something is written already.
    fn begin(&mut self) -> Option<()> {
        if self.json.is_some() {
            return None;
        }
        self.table.clear();
        self.keys.clear();
        self.items.clear();
        Some(())
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.json.is_none() && self.keys.is_empty()
    }

    /// Leaves the last column of a table out when nothing stands in it.
    pub fn leave_out_empty_last_column(&mut self) {
        self.table.leave_out_empty_last_column();
    }

    /// The next row.
    pub fn add(&mut self, key: K, row: Row) {
        match row {
            Row::Cells(cells) => _ = self.table.row(cells),
            Row::Item(item) if self.at_once => {
                let list = || self.session.terminal.json_list(self.name);
                return self.json.get_or_insert_with(list).item(&item);
            }
            Row::Item(item) => self.items.push(item),
        }
        self.keys.push(key);
    }

    /// Gives it out, or the rest of it.
    pub fn finish(mut self) {
        let mut order: Vec<usize> = (0..self.keys.len()).collect();
        order.sort_by(|one, other| self.keys[*one].cmp(&self.keys[*other]));
        let terminal = &self.session.terminal;
        if !terminal.is_json() {
            self.table.arrange(order);
            return terminal.table(&self.table);
        }
        let mut json = self.json.unwrap_or_else(|| terminal.json_list(self.name));
        order.into_iter().for_each(|index| json.item(&self.items[index]));
        json.end();
    }
}
