//! A sheet as typed cells under its columns.

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use rust_decimal::Decimal;

use crate::domain::id::Number;
use crate::domain::moment::{Local, Moment, Window};
use crate::domain::money::{Amount, Currency, Quantity};
use crate::domain::typed::harmless::clean;
use crate::exchange::csv_text;

/// Where a sheet is read: the office's clock and currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The office's time zone.
    pub zone: Tz,
    /// The book's currency.
    pub currency: Currency,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// Text, as somebody typed it.
    Text(String),
    /// A number with its digits.
    Number(Decimal),
    /// A day.
    Day(NaiveDate),
    /// A day and a time to the minute.
    Time(NaiveDateTime),
}

/// A sheet of this program, whose columns never change.
pub type Table = TableOf<'static>;

/// A sheet: its name, its columns, its rows. Every row has a cell for each column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableOf<'a> {
    /// Short name, for a tab or a file.
    pub name: &'a str,
    /// Heads of the columns.
    pub columns: &'a [&'a str],
    /// Columns of amounts that may be added up.
    pub sums: &'a [&'a str],
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl TableOf<'_> {
    /// The sheet as CSV: UTF-8, commas, line feeds, quotes where they are needed. No spreadsheet takes a cell
    /// for a formula, and control characters are left out.
    pub fn csv(&self) -> Vec<u8> {
        csv_text::sheet(self.columns, self.rows.iter().map(|row| row.iter().map(Cell::text)))
    }

    /// Its rows as lines of the same CSV, without the heads.
    pub fn csv_lines(&self) -> Vec<u8> {
        let line = |row: &Vec<Cell>| csv_text::line(&row.iter().map(Cell::text).collect::<Vec<_>>());
        self.rows.iter().flat_map(line).collect()
    }
}

impl Cell {
    /// Text that may be absent.
    pub fn text_of(text: Option<&str>) -> Cell {
        text.map_or(Cell::Empty, Cell::from)
    }

    /// Several texts.
    pub fn list<T: AsRef<str>>(texts: &[T]) -> Cell {
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        Cell::from(texts.join("; ").as_str())
    }

    /// `yes`, or nothing.
    pub fn yes(flag: bool) -> Cell {
        if flag { Cell::from("yes") } else { Cell::Empty }
    }

    /// A count.
    pub fn count(count: usize) -> Cell {
        Cell::Number(Decimal::from(count))
    }

    /// A number inside a file: with letters where another copy than the first gave it.
    pub fn numbered(number: Number) -> Cell {
        number.plain().map_or_else(|| Cell::Text(number.to_string()), |plain| Cell::Number(plain.into()))
    }

    /// A day that may be absent.
    pub fn day(day: Option<NaiveDate>) -> Cell {
        day.map_or(Cell::Empty, Cell::Day)
    }

    /// Both ends of a window, on the site's clock.
    pub fn window(window: Option<Window>) -> [Cell; 2] {
        let cell = |local: Local| Cell::Time(local.date().and_time(local.time()));
        window.map_or([Cell::Empty, Cell::Empty], |window| [cell(window.from), cell(window.to)])
    }

    /// How the cell is written where cells are text.
    pub fn text(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Day(day) => day.to_string(),
            Cell::Time(time) => time.format("%Y-%m-%d %H:%M").to_string(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        let text = clean(text);
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }
}

impl From<Quantity> for Cell {
    fn from(quantity: Quantity) -> Cell {
        Cell::Number(quantity.decimal())
    }
}

impl Desk {
    /// The day on the office's clock.
    pub fn day(&self, moment: Option<Moment>) -> Cell {
        moment.map_or(Cell::Empty, |moment| Cell::Day(moment.date(self.zone)))
    }

    /// Day and time on the office's clock.
    pub fn time(&self, moment: Option<Moment>) -> Cell {
        moment.map_or(Cell::Empty, |moment| {
            let local = moment.local(self.zone);
            Cell::Time(local.date().and_time(local.time()))
        })
    }

    /// An amount with the currency's digits; more stay when it has more.
    pub fn amount(&self, amount: Option<Amount>) -> Cell {
        let Some(amount) = amount else { return Cell::Empty };
        let digits = amount.decimal().normalize().scale().max(self.currency.digits);
        Cell::Number(amount.rounded(digits).decimal())
    }

    /// The book's currency.
    pub fn currency(&self) -> Cell {
        Cell::from(self.currency.code.as_str())
    }
}
