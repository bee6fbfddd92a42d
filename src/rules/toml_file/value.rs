//! A value of a TOML file, with its place.

use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::{DeInteger, DeValue};

use super::reader::Reader;
use super::table::Table;
use crate::problem::{Place, Problem};

/// A key that the file chose, such as `government` in `[class.government]`.
#[derive(Debug, Clone, Copy)]
pub struct Key<'r> {
    pub(super) reader: &'r Reader<'r>,
    pub(super) name: &'r str,
    pub(super) span: (usize, usize),
}

impl<'r> Key<'r> {
    /// The key as it is written, without quotes.
    pub fn name(&self) -> &'r str {
        self.name
    }

    /// Where it stands.
    pub fn place(&self) -> Place {
        self.reader.place(self.span.0..self.span.1)
    }

    /// Notes a problem here.
    pub fn report(&self, problem: Problem) {
        self.reader.report(problem.at(self.place()));
    }
}

/// A value of the file. Its questions note a problem when it is of another type.
#[derive(Debug, Clone, Copy)]
pub struct Value<'r> {
    pub(super) reader: &'r Reader<'r>,
    /// The key that it belongs to, for sentences.
    pub(super) key: &'r str,
    pub(super) value: &'r Spanned<DeValue<'r>>,
}

impl<'r> Value<'r> {
    /// Where it stands.
    pub fn place(&self) -> Place {
        self.reader.place(self.span())
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.value.span()
    }

    /// Notes a problem here.
    pub fn report(&self, problem: Problem) {
        self.reader.report(problem.at(self.place()));
    }

    /// `good`, or its problem noted here.
    pub fn keep<T>(&self, good: Result<T, Problem>) -> Option<T> {
        good.map_err(|problem| self.report(problem)).ok()
    }

    /// A text that is not empty and has no control characters but line ends and tabs.
    pub fn text(&self) -> Option<&'r str> {
        let Some(text) = self.value.get_ref().as_str() else {
            self.wrong_type("a text", "in quotes");
            return None;
        };
        if text.trim().is_empty() {
            self.report(
                Problem::damaged("value-empty", format!("{} is empty", self.key))
                    .remedy("write something, or delete the line"),
            );
            return None;
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t' && c != '\r') {
            self.report(
                Problem::damaged("value-control", format!("{} holds a control character", self.key))
                    .remedy("type the text anew"),
            );
            return None;
        }
        Some(text)
    }

    /// `true` or `false`.
    pub fn flag(&self) -> Option<bool> {
        let flag = self.value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type("true or false", "without quotes");
        }
        flag
    }

    /// A whole number from 0 on.
    pub fn count(&self) -> Option<u32> {
        let number = match self.value.get_ref() {
            DeValue::Integer(integer) => u32::from_str_radix(integer.as_str(), integer.radix()).ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong_type("a whole number", "from 0 on, without quotes");
        }
        number
    }

    /// What `read` makes of the text; numbers and dates are read as they are written, quoted or not.
    pub fn read<T>(&self, read: impl FnOnce(&str) -> Result<T, Problem>) -> Option<T> {
        match self.value.get_ref() {
            DeValue::String(_) => self.keep(read(self.text()?)),
            DeValue::Integer(integer) => self.keep(read(&decimal(integer))),
            DeValue::Float(float) => self.keep(read(float.as_str())),
            DeValue::Datetime(datetime) => self.keep(read(&datetime.to_string())),
            DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => {
                self.wrong_type("a text", "in quotes");
                None
            }
        }
    }

    /// What the type itself makes of the text.
    pub fn parsed<T: FromStr<Err = Problem>>(&self) -> Option<T> {
        self.read(str::parse)
    }

    /// The values of a list.
    pub fn list(&self) -> Option<Vec<Value<'r>>> {
        let Some(array) = self.value.get_ref().as_array() else {
            self.wrong_type("a list", "in brackets: [\"one\", \"two\"]");
            return None;
        };
        Some(array.iter().map(|value| Value { reader: self.reader, key: self.key, value }).collect())
    }

    /// The keys of a table.
    pub fn table(&self) -> Option<Table<'r>> {
        let Some(table) = self.value.get_ref().as_table() else {
            self.wrong_type("a table", format!("as [{}] or {{ … }}", self.key));
            return None;
        };
        Some(Table::inner(self.reader, self.key, table, self.span()))
    }

    /// The text, whatever it holds, without noting anything: for a look ahead.
    pub fn peek_text(&self) -> Option<&'r str> {
        self.value.get_ref().as_str()
    }

    /// Whether it is a text.
    pub fn is_text(&self) -> bool {
        self.value.get_ref().is_str()
    }

    /// Whether it is a table.
    pub fn is_table(&self) -> bool {
        self.value.get_ref().is_table()
    }

    /// Whether it is a list.
    pub fn is_list(&self) -> bool {
        self.value.get_ref().is_array()
    }

    /// Whether it is a whole number above `limit`; nothing is noted when it is not.
    pub fn is_count_above(&self, limit: u32) -> bool {
        match self.value.get_ref() {
            DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix())
                .is_ok_and(|number| number > i64::from(limit)),
            _ => false,
        }
    }

    pub(super) fn wrong_type(&self, expected: &str, form: impl Display) {
        let found = match self.value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let message = if found == expected {
            format!("{} is not {expected} of the expected form", self.key)
        } else {
            format!("{} is {found}, and {expected} is expected", self.key)
        };
        self.report(Problem::damaged("value-type", message).remedy(format!("write {expected} {form}")));
    }
}

/// The number as it would be written in decimal digits.
fn decimal(integer: &DeInteger<'_>) -> String {
    match i64::from_str_radix(integer.as_str(), integer.radix()) {
        Ok(number) => number.to_string(),
        Err(_) => integer.as_str().to_string(),
    }
}
