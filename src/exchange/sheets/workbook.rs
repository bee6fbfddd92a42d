//! Sheets as an Excel workbook: a tab each, typed cells, a head that stays, filters, widths, sums (X04).
//!
//! A text is never a formula. Sums are those of the rows that a filter leaves (`SUBTOTAL`), with the value of all rows
//! for programs that do not compute. The same facts at the same moment give the same bytes.

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::table::{Cell, TableOf};
use crate::problem::Problem;

/// What Excel holds in a cell, in characters.
const LONGEST_TEXT: usize = 32_767;
/// Rows that a tab has, the head and the sums among them.
const ROWS: usize = 1_048_576;
/// Digits that its numbers keep.
const DIGITS: usize = 15;
/// Widths of columns, in characters.
const NARROWEST: usize = 6;
const WIDEST: usize = 48;
/// The first and the last year that it knows.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=9999;

/// What stands in the workbook's properties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Properties {
    /// What it is.
    pub title: String,
    /// The office.
    pub company: String,
    /// When it was made, on the office's clock.
    pub made: NaiveDateTime,
}

/// The workbook.
///
/// # Errors
/// `workbook-rows` when a sheet has more rows than a tab takes; `workbook` for what the writer refused.
pub fn workbook(tables: &[TableOf<'_>], properties: &Properties) -> Result<Vec<u8>, Problem> {
    let refused = |error: XlsxError| {
        Problem::damaged("workbook", "the workbook could not be written")
            .because(error.to_string())
            .remedy("export it as CSV, and report this to the makers of jobbook")
    };
    if let Some(long) = tables.iter().find(|table| table.rows.len() + 2 > ROWS) {
        return Err(Problem::refused(
            "workbook-rows",
            format!("{} has {} rows, and Excel takes {ROWS}", long.name, long.rows.len()),
        )
        .remedy(format!("jobbook export {} -o {}.csv", long.name, long.name)));
    }
    write(tables, properties).map_err(refused)
}

fn write(tables: &[TableOf<'_>], properties: &Properties) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = properties.made;
    let (date, time) = (made.date(), made.time());
    let made =
        ExcelDateTime::from_ymd(date.year().clamp(1900, 9999) as u16, date.month() as u8, date.day() as u8)?
            .and_hms(
                chrono::Timelike::hour(&time) as u16,
                chrono::Timelike::minute(&time) as u8,
                f64::from(chrono::Timelike::second(&time)),
            )?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&properties.title)
            .set_company(&properties.company)
            .set_creation_datetime(&made),
    );
    for table in tables {
        let tab = workbook.add_worksheet();
        tab.set_name(table.name)?;
        fill(tab, table)?;
    }
    workbook.save_to_buffer()
}

fn fill(tab: &mut Worksheet, table: &TableOf<'_>) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00E8_ECF1))
        .set_border_bottom(FormatBorder::Thin);
    for (column, name) in (0u16..).zip(table.columns) {
        tab.write_string_with_format(0, column, *name, &head)?;
    }
    tab.set_freeze_panes(1, 0)?;
    for (row, cells) in (1u32..).zip(&table.rows) {
        for (column, cell) in (0u16..).zip(cells) {
            put(tab, row, column, cell)?;
        }
    }
    let last = table.rows.len() as u32;
    let columns = table.columns.len() as u16;
    if columns > 0 && last > 0 {
        tab.autofilter(0, 0, last, columns - 1)?;
        sums(tab, table, last)?;
    }
    for (column, name) in (0u16..).zip(table.columns) {
        let widths = table.rows.iter().filter_map(|cells| cells.get(usize::from(column))).map(width);
        // Room for the arrow of the filter.
        let widest = widths.chain([name.width() + 3]).max().unwrap_or(0).clamp(NARROWEST, WIDEST);
        tab.set_column_width(column, widest as f64 + 1.0)?;
    }
    Ok(())
}

fn put(tab: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    let text = |tab: &mut Worksheet, text: &str| -> Result<(), XlsxError> {
        let short: String = text.chars().take(LONGEST_TEXT).collect();
        if short.contains('\n') {
            tab.write_string_with_format(row, column, short, &Format::new().set_text_wrap())?;
        } else {
            tab.write_string(row, column, short)?;
        }
        Ok(())
    };
    match cell {
        Cell::Empty => {}
        Cell::Text(words) => text(tab, words)?,
        Cell::Number(number) => match plain(*number) {
            Some(value) => {
                tab.write_number_with_format(row, column, value, &digits(number.scale()))?;
            }
            None => text(tab, &number.to_string())?,
        },
        Cell::Day(day) if is_known(*day) => {
            tab.write_date_with_format(row, column, *day, &Format::new().set_num_format("yyyy-mm-dd"))?;
        }
        Cell::Time(time) if is_known(time.date()) => {
            let format = Format::new().set_num_format("yyyy-mm-dd hh:mm");
            tab.write_datetime_with_format(row, column, *time, &format)?;
        }
        Cell::Day(_) | Cell::Time(_) => text(tab, &cell.text())?,
    }
    Ok(())
}

/// The sums below the rows, of columns that have one currency only.
fn sums(tab: &mut Worksheet, table: &TableOf<'_>, last: u32) -> Result<(), XlsxError> {
    if table.sums.is_empty() || !is_of_one_currency(table) {
        return Ok(());
    }
    for (column, name) in (0u16..).zip(table.columns) {
        if !table.sums.contains(name) {
            continue;
        }
        let numbers = table.rows.iter().filter_map(|cells| match cells.get(usize::from(column)) {
            Some(Cell::Number(number)) => Some(*number),
            _ => None,
        });
        let total: Decimal = numbers.sum();
        let letters = rust_xlsxwriter::utility::column_number_to_name(column);
        let formula = Formula::new(format!("=SUBTOTAL(109,{letters}2:{letters}{})", last + 1))
            .set_result(total.to_string());
        let format = digits(total.scale()).set_bold().set_border_top(FormatBorder::Thin);
        tab.write_formula_with_format(last + 1, column, formula, &format)?;
    }
    Ok(())
}

fn is_of_one_currency(table: &TableOf<'_>) -> bool {
    let Some(column) = table.columns.iter().position(|name| *name == "currency") else { return true };
    let mut found: Vec<String> =
        table.rows.iter().filter_map(|cells| cells.get(column)).map(Cell::text).collect();
    found.retain(|code| !code.is_empty());
    found.sort();
    found.dedup();
    found.len() <= 1
}

/// As a number that Excel keeps exactly.
fn plain(number: Decimal) -> Option<f64> {
    let count = number.mantissa().unsigned_abs().to_string().len();
    number.to_f64().filter(|_| count <= DIGITS)
}

fn digits(scale: u32) -> Format {
    let format = Format::new();
    match scale {
        0 => format.set_num_format("0"),
        scale => format.set_num_format(format!("#,##0.{}", "0".repeat(scale as usize))),
    }
}

fn is_known(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

fn width(cell: &Cell) -> usize {
    cell.text().lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}
