//! Invoices as QuickBooks Online takes them in: CSV with a row for each line (T07).
//!
//! Its import takes 100 invoices and 1,000 rows a file, numbers of at most 21 characters, customers' names of at
//! most 100 without tab, line end, colon or double quote; credit notes it does not take. What the rows come to,
//! with tax, is what the invoice asks for.

use chrono::NaiveDate;

use super::csv_text;
use super::invoice_rows::{self, Items, Row};
use super::program::{Handing, Program};
use crate::domain::bookkeeping::QuickBooks;
use crate::domain::destination::Destination;
use crate::domain::invoice::{Bookkeeping, Issued};
use crate::domain::money::Amount;
use crate::domain::office::DateOrder;
use crate::domain::paper::PaperKind;
use crate::domain::typed::harmless::clean;
use crate::problem::{Outcome, Problem};

const INVOICES: usize = 100;
const ROWS: usize = 1_000;
const NUMBER: usize = 21;
const NAME: usize = 100;

const BEFORE: &[&str] = &[
    "*InvoiceNo",
    "*Customer",
    "*InvoiceDate",
    "*DueDate",
    "Terms",
    "Location",
    "Memo",
    "Item(Product/Service)",
    "ItemDescription",
    "ItemQuantity",
    "ItemRate",
    "*ItemAmount",
];
const TAX: &[&str] = &["Item Tax Amount", "*Item Tax Code", "Currency"];
const AFTER: &[&str] = &["Service Date"];

/// QuickBooks Online, as an office uses it.
#[derive(Debug, Clone, Copy)]
pub struct Online<'a> {
    /// Its items and tax codes.
    pub rules: &'a QuickBooks,
    /// How its dates are written.
    pub order: DateOrder,
}

impl Program for Online<'_> {
    type Entry = Entry;

    fn to(&self) -> Destination {
        Bookkeeping::QuickBooks.into()
    }

    fn ending(&self) -> &'static str {
        "csv"
    }

    fn entry(&self, handing: &Handing<'_>) -> Outcome<Entry> {
        Ok(entry(handing.issued, self.rules, self.order)?)
    }

    fn files(&self, entries: &[Entry]) -> Outcome<Vec<(Vec<String>, Vec<u8>)>> {
        Ok(files(entries, self.rules))
    }
}

/// An invoice in rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The invoice's number.
    pub number: String,
    rows: Vec<Row>,
    head: [String; 5],
    currency: String,
}

/// An issued invoice in rows.
///
/// # Errors
/// `quickbooks-credit` for a credit note; `quickbooks-number` for a number that is too long.
fn entry(issued: &Issued, rules: &QuickBooks, order: DateOrder) -> Result<Entry, Problem> {
    let paper = &issued.paper;
    let refused = |code, message: String| Problem::refused(code, message);
    if paper.kind == PaperKind::CreditNote {
        return Err(refused("quickbooks-credit", format!("{} is a credit note", issued.number))
            .because("QuickBooks takes invoices only")
            .remedy(format!(
                "enter it there by hand, then: jobbook export quickbooks {} --confirm",
                issued.number
            )));
    }
    if issued.number.chars().count() > NUMBER {
        return Err(refused("quickbooks-number", format!("{} is too long a number", issued.number))
            .because(format!("QuickBooks takes {NUMBER} characters"))
            .remedy("make the pattern of [numbers] in jobbook.toml shorter"));
    }
    let mut rows = invoice_rows::lines(paper, Items { usual: &rules.item, known: &rules.items });
    for row in &mut rows {
        if let Some(code) = rules.tax_codes.get(&row.code) {
            row.code.clone_from(code);
        }
    }
    rows.extend(paper.deductions.iter().map(|deduction| {
        Row::plain(
            &rules.item,
            format!("Less {}", deduction.invoice),
            Amount::ZERO - deduction.amount,
            &rules.no_tax,
        )
    }));
    let tax: Amount = paper.totals.taxes.iter().map(|tax| tax.amount).sum();
    if !rules.tax && !tax.is_zero() {
        rows.push(Row::plain(&rules.tax_item, rules.tax_item.clone(), tax, &rules.no_tax));
    }
    Ok(Entry {
        number: issued.number.clone(),
        rows,
        head: [
            issued.number.clone(),
            customer(&paper.recipient.name),
            day(issued.date, order),
            day(issued.due, order),
            paper.title.clone(),
        ],
        currency: paper.currency.code.clone(),
    })
}

/// A name as QuickBooks takes it: a colon would make a customer below another one.
fn customer(name: &str) -> String {
    let plain = name.replace(['\t', '\r', '\n', ':', '"'], " ");
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").chars().take(NAME).collect()
}

fn day(day: NaiveDate, order: DateOrder) -> String {
    let format = match order {
        DateOrder::MonthDayYear => "%m/%d/%Y",
        DateOrder::DayMonthYear => "%d/%m/%Y",
        DateOrder::YearMonthDay => "%Y-%m-%d",
    };
    day.format(format).to_string()
}

/// The files for `entries`, in order: each with the numbers it holds.
fn files(entries: &[Entry], rules: &QuickBooks) -> Vec<(Vec<String>, Vec<u8>)> {
    let mut files = Vec::new();
    let mut rest = entries;
    while !rest.is_empty() {
        let mut rows = 0;
        let fitting = rest.iter().take(INVOICES).take_while(|entry| {
            rows += entry.rows.len();
            rows <= ROWS
        });
        // An invoice of more than a thousand lines goes alone: QuickBooks says what it thinks of it.
        let count = fitting.count().max(1);
        let (these, others) = rest.split_at(count);
        files.push((these.iter().map(|entry| entry.number.clone()).collect(), sheet(these, rules)));
        rest = others;
    }
    files
}

fn sheet(entries: &[Entry], rules: &QuickBooks) -> Vec<u8> {
    let tax: &[&str] = if rules.tax { TAX } else { &[] };
    let columns: Vec<&str> = BEFORE.iter().chain(tax).chain(AFTER).copied().collect();
    let rows =
        entries.iter().flat_map(|entry| entry.rows.iter().map(move |row| cells(entry, row, rules.tax)));
    csv_text::sheet(&columns, rows)
}

fn cells(entry: &Entry, row: &Row, tax: bool) -> Vec<String> {
    let [number, customer, date, due, memo] = &entry.head;
    let mut cells = vec![
        number.clone(),
        customer.clone(),
        date.clone(),
        due.clone(),
        String::new(),
        String::new(),
        memo.clone(),
        row.item.clone(),
        row.text.clone(),
        row.qty.normalize().to_string(),
        row.rate.to_string(),
        row.amount.to_string(),
    ];
    if tax {
        cells.extend([row.tax.to_string(), row.code.clone(), entry.currency.clone()]);
    }
    cells.push(String::new());
    cells.iter().map(|cell| clean(cell)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::totals::PriceMode;
    use crate::exchange::invoice_rows::sample::issued;

    proptest! {
        #[test]
        fn the_rows_come_to_what_the_invoice_asks_for(
            lines in proptest::collection::vec((1u32..60, 0u32..90_000, 0usize..3, any::<bool>()), 1..9),
            discount in 0u32..40,
            gross in any::<bool>(),
            columns in any::<bool>(),
        ) {
            let mode = if gross { PriceMode::Gross } else { PriceMode::Net };
            let issued = issued(&lines, discount, mode);
            let rules = QuickBooks { tax: columns, ..QuickBooks::default() };
            let entry = entry(&issued, &rules, DateOrder::MonthDayYear).unwrap();
            let of_rows: Amount = entry.rows.iter().map(|row| row.amount).sum();
            let taxes: Amount = entry.rows.iter().map(|row| row.tax).sum();
            let told = if columns { of_rows + taxes } else { of_rows };
            prop_assert_eq!(told, issued.paper.due);
            for row in &entry.rows {
                prop_assert_eq!(row.qty * row.rate, row.amount.decimal());
            }
        }
    }

    #[test]
    fn a_file_holds_a_hundred_invoices_and_a_thousand_rows() {
        let one = |n: usize, rows: usize| {
            let issued = issued(&[(10, 100, 0, false)], 0, PriceMode::Net);
            let mut entry = entry(&issued, &QuickBooks::default(), DateOrder::MonthDayYear).unwrap();
            entry.number = n.to_string();
            entry.rows = vec![entry.rows[0].clone(); rows];
            entry
        };
        let counts = |entries: &[Entry]| -> Vec<usize> {
            files(entries, &QuickBooks::default()).iter().map(|(numbers, _)| numbers.len()).collect()
        };
        assert_eq!(counts(&(0..250).map(|n| one(n, 1)).collect::<Vec<_>>()), [100, 100, 50]);
        assert_eq!(counts(&(0..5).map(|n| one(n, 400)).collect::<Vec<_>>()), [2, 2, 1]);
        assert_eq!(counts(&[one(1, 1200), one(2, 1)]), [1, 1]);
        assert_eq!(counts(&[]), [0; 0]);
    }
}
