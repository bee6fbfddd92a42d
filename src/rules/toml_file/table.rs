//! A table of a TOML file: asked key by key, and at the end it tells which keys nobody asked for.

use std::cell::RefCell;
use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;

use toml::de::{DeTable, DeValue};

use super::reader::Reader;
use super::value::{Key, Value};
use crate::problem::{Place, Problem};

/// A table. Every question for a key makes that key known to [`Table::finish`].
#[derive(Debug)]
#[must_use = "a table that is not finished tells nothing of unknown keys"]
pub struct Table<'r> {
    reader: &'r Reader<'r>,
    /// Its own key; empty for the file.
    name: &'r str,
    table: &'r DeTable<'r>,
    span: Range<usize>,
    asked: RefCell<Vec<&'static str>>,
}

impl<'r> Table<'r> {
    pub(super) fn root(reader: &'r Reader<'r>, table: &'r DeTable<'r>) -> Table<'r> {
        Table::inner(reader, "", table, 0..0)
    }

    pub(super) fn inner(
        reader: &'r Reader<'r>,
        name: &'r str,
        table: &'r DeTable<'r>,
        span: Range<usize>,
    ) -> Table<'r> {
        Table { reader, name, table, span, asked: RefCell::default() }
    }

    /// The file that it stands in.
    pub fn reader(&self) -> &'r Reader<'r> {
        self.reader
    }

    /// Where it begins; the whole file for the outermost table.
    pub fn place(&self) -> Place {
        if self.name.is_empty() {
            Place::file(self.reader.file())
        } else {
            self.reader.place(self.span.clone())
        }
    }

    /// Where the key's value stands; where the table begins when there is no such key.
    pub fn place_of(&self, key: &'static str) -> Place {
        self.value(key).map_or_else(|| self.place(), |value| value.place())
    }

    /// Notes a problem with the key's value.
    pub fn report(&self, key: &'static str, problem: Problem) {
        self.reader.report(problem.at(self.place_of(key)));
    }

    /// The value, if the key is there.
    pub fn value(&self, key: &'static str) -> Option<Value<'r>> {
        self.asked.borrow_mut().push(key);
        self.table.get(key).map(|value| Value { reader: self.reader, key, value })
    }

    /// The value; notes that the key is missing.
    pub fn required_value(&self, key: &'static str) -> Option<Value<'r>> {
        let value = self.value(key);
        if value.is_none() {
            self.missing(key, &format!("{key} = …"));
        }
        value
    }

    /// Whether the key is there.
    pub fn has(&self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    /// A text.
    pub fn text(&self, key: &'static str) -> Option<String> {
        self.value(key)?.text().map(str::to_string)
    }

    /// A text that must be there.
    pub fn required_text(&self, key: &'static str) -> Option<String> {
        self.required_value(key)?.text().map(str::to_string)
    }

    /// `true` or `false`.
    pub fn flag(&self, key: &'static str) -> Option<bool> {
        self.value(key)?.flag()
    }

    /// A whole number from 0 on.
    pub fn count(&self, key: &'static str) -> Option<u32> {
        self.value(key)?.count()
    }

    /// What the type makes of a text, a number or a date.
    pub fn parsed<T: FromStr<Err = Problem>>(&self, key: &'static str) -> Option<T> {
        self.value(key)?.parsed()
    }

    /// The same, and it must be there.
    pub fn required<T: FromStr<Err = Problem>>(&self, key: &'static str) -> Option<T> {
        self.required_value(key)?.parsed()
    }

    /// What `read` makes of a text, a number or a date.
    pub fn read<T>(&self, key: &'static str, read: impl FnOnce(&str) -> Result<T, Problem>) -> Option<T> {
        self.value(key)?.read(read)
    }

    /// The values of a list; none when the key is absent.
    pub fn list(&self, key: &'static str) -> Vec<Value<'r>> {
        self.value(key).and_then(|value| value.list()).unwrap_or_default()
    }

    /// The good texts of a list.
    pub fn list_of_text(&self, key: &'static str) -> Vec<String> {
        self.list(key).iter().filter_map(|value| value.text().map(str::to_string)).collect()
    }

    /// What the type makes of each of a list; those that are wrong are noted and left out.
    pub fn list_of<T: FromStr<Err = Problem>>(&self, key: &'static str) -> Vec<T> {
        self.list(key).iter().filter_map(Value::parsed).collect()
    }

    /// The same for words of which each may stand there once; one that comes again is noted.
    pub fn list_of_different<T: FromStr<Err = Problem> + PartialEq + Display>(
        &self,
        key: &'static str,
    ) -> Vec<T> {
        let mut found: Vec<T> = Vec::new();
        for value in self.list(key) {
            let Some(one) = value.parsed::<T>() else { continue };
            if found.contains(&one) {
                value.report(
                    Problem::damaged("twice", format!("\"{one}\" is there twice")).remedy("delete one"),
                );
            }
            found.push(one);
        }
        found
    }

    /// `[key]` or `key = { … }`.
    pub fn table(&self, key: &'static str) -> Option<Table<'r>> {
        self.value(key)?.table()
    }

    /// The same, and it must be there.
    pub fn required_table(&self, key: &'static str) -> Option<Table<'r>> {
        let value = self.value(key);
        if value.is_none() {
            self.missing(key, &format!("[{key}]"));
        }
        value?.table()
    }

    /// `[[key]]`, in the order of the file.
    pub fn tables(&self, key: &'static str) -> Vec<Table<'r>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(array) = value.value.get_ref().as_array() else {
            value.wrong_type("a list of tables", format!("as [[{key}]], in double brackets"));
            return Vec::new();
        };
        array.iter().filter_map(|value| Value { reader: self.reader, key, value }.table()).collect()
    }

    /// `[key.NAME]` for names that the file chooses, in the order of the file.
    pub fn named_tables(&self, key: &'static str) -> Vec<(Key<'r>, Table<'r>)> {
        let Some(table) = self.table(key) else { return Vec::new() };
        table.entries().into_iter().filter_map(|(key, value)| Some((key, value.table()?))).collect()
    }

    /// Every key with its value, in the order of the file. A table whose keys are all free is not finished.
    pub fn entries(&self) -> Vec<(Key<'r>, Value<'r>)> {
        let mut entries: Vec<_> = self
            .table
            .iter()
            .map(|(key, value)| {
                let span = key.span();
                let name = key.get_ref().as_ref();
                let key = Key { reader: self.reader, name, span: (span.start, span.end) };
                (key, Value { reader: self.reader, key: name, value })
            })
            .collect();
        entries.sort_by_key(|(key, _)| key.span);
        entries
    }

    /// Notes each key that was not asked for, with the names that are near.
    pub fn finish(self) {
        let asked = self.asked.borrow();
        for (key, value) in self.entries() {
            if asked.contains(&key.name) {
                continue;
            }
            let wanted = match value.value.get_ref() {
                DeValue::Table(_) => format!("[{}]", key.name),
                _ => format!("\"{}\"", key.name),
            };
            let mut known: Vec<&str> = asked.clone();
            known.sort_unstable();
            known.dedup();
            let mut problem = Problem::damaged("unknown-key", format!("unknown key {wanted}"))
                .did_you_mean(key.name, known.iter().copied());
            if problem.remedies.is_empty() {
                problem = problem.because(format!("{} knows: {}", self.title(), known.join(", ")));
            }
            key.report(problem);
        }
    }

    fn missing(&self, key: &str, wanted: &str) {
        self.reader.report(
            Problem::damaged("missing-key", format!("{key} is missing in {}", self.title()))
                .at(self.place())
                .remedy(format!("add {wanted}")),
        );
    }

    fn title(&self) -> String {
        if self.name.is_empty() { self.reader.file().to_string() } else { format!("[{}]", self.name) }
    }
}
