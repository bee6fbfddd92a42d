//! Price books: `prices/NAME.csv` with the columns code, description, unit, price, tax, fixed and cost.

use std::collections::BTreeMap;

use super::csv_text;
use super::sheet::{self, Columns, Row};
use crate::domain::money::Amount;
use crate::domain::price::{PriceBook, PriceItem};
use crate::domain::totals::TaxRate;
use crate::problem::{Outcome, Problem, Problems};

const COLUMNS: Columns<'static> =
    Columns { required: &["code", "description", "price"], optional: &["unit", "tax", "fixed", "cost"] };

/// Reads a price book. `rates` are the office's, for the tax column. Empty `tax` is the office's default,
/// empty `fixed` is no.
///
/// # Errors
/// Everything that is wrong with the file, each with its line and column.
pub fn read(name: &str, bytes: &[u8], rates: &[TaxRate]) -> Outcome<PriceBook> {
    let rows = read_rows(&format!("prices/{name}.csv"), bytes, rates);
    Problems::check(rows.problems)?;
    Ok(PriceBook { name: name.to_string(), items: rows.items })
}

/// What a sheet of prices holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// The sound rows.
    pub items: Vec<PriceItem>,
    /// Optional columns that the sheet does not have.
    pub absent: Vec<&'static str>,
    /// What is wrong with the sheet and its other rows.
    pub problems: Vec<Problem>,
}

/// The sound rows of a sheet called `file`, and everything that is wrong with the others. Of two rows of
/// one code the first is taken.
pub fn read_rows(file: &str, bytes: &[u8], rates: &[TaxRate]) -> Rows {
    let mut sheet = sheet::read(file, bytes, COLUMNS);
    sheet.settle_amounts(&["price", "cost"]);
    let mut problems = sheet.problems;
    let mut items = Vec::new();
    let mut lines = BTreeMap::new();
    for row in &sheet.rows {
        let item = item(row, rates, &mut problems);
        if let Some(code) = row.get("code") {
            let code_key = code.to_lowercase();
            if let Some(line) = lines.get(&code_key) {
                let twice =
                    Problem::damaged("price-code-twice", format!("\"{code}\" stands on line {line} already"))
                        .remedy("give one of them another code, or delete it");
                problems.push(row.problem("code", twice));
                continue;
            }
            lines.insert(code_key, row.place().line);
        }
        items.extend(item);
    }
    problems.sort_by_key(|problem| problem.place.as_ref().map(|place| place.line));
    let has = |column: &str| sheet.rows.first().is_none_or(|row| row.has(column));
    let absent = COLUMNS.optional.iter().copied().filter(|column| !has(column)).collect();
    Rows { items, absent, problems }
}

fn item(row: &Row, rates: &[TaxRate], problems: &mut Vec<Problem>) -> Option<PriceItem> {
    let mut text = |column: &str, longest: usize| match row.get(column) {
        None => {
            let missing =
                Problem::damaged("price-cell-empty", "is empty").remedy("fill it in, or delete the row");
            problems.push(row.problem(column, missing));
            None
        }
        Some(text) if text.chars().count() > longest || text.chars().any(char::is_control) => {
            let odd =
                Problem::damaged("price-cell", "is too long, or has several lines or control characters")
                    .remedy(format!("write at most {longest} letters on one line"));
            problems.push(row.problem(column, odd));
            None
        }
        Some(text) => Some(text.to_string()),
    };
    let code = text("code", 40);
    let description = text("description", 500);
    let price_is_there = text("price", 30).is_some();
    let mut amount = |column: &str| {
        let amount = row.get(column)?.parse::<Amount>().and_then(Amount::not_negative);
        amount.map_err(|problem| problems.push(row.problem(column, problem))).ok()
    };
    let price = amount("price").filter(|_| price_is_there);
    let cost = amount("cost");
    let tax = row.get("tax").map(str::to_string);
    if let Some(tax) = &tax
        && !rates.iter().any(|rate| rate.code == *tax)
    {
        let known: Vec<&str> = rates.iter().map(|rate| rate.code.as_str()).collect();
        let unknown = Problem::damaged("tax-code", format!("there is no tax rate \"{tax}\""))
            .because(format!("jobbook.toml has the rates: {}", known.join(", ")))
            .did_you_mean(tax, known.iter().copied());
        problems.push(row.problem("tax", unknown));
    }
    let fixed = match row.get("fixed").map(str::to_lowercase).as_deref() {
        None | Some("no" | "false" | "0" | "n") => Some(false),
        Some("yes" | "true" | "1" | "y" | "x" | "fixed") => Some(true),
        Some(other) => {
            let unclear = Problem::damaged("price-fixed", format!("\"{other}\" is neither yes nor no"))
                .remedy("write yes where the price is fixed, and nothing elsewhere");
            problems.push(row.problem("fixed", unclear));
            None
        }
    };
    Some(PriceItem {
        code: code?,
        description: description?,
        unit: row.get("unit").map(str::to_string),
        price: price?,
        tax,
        fixed: fixed?,
        cost,
    })
}

/// The price book as a file; the cost column is left out when no item has one.
pub fn write(book: &PriceBook) -> Vec<u8> {
    let has_cost = book.items.iter().any(|item| item.cost.is_some());
    let mut header = vec!["code", "description", "unit", "price", "tax", "fixed"];
    if has_cost {
        header.push("cost");
    }
    let rows = book.items.iter().map(|item| {
        let mut row = vec![
            item.code.clone(),
            item.description.clone(),
            item.unit.clone().unwrap_or_default(),
            item.price.to_string(),
            item.tax.clone().unwrap_or_default(),
            if item.fixed { "yes".to_string() } else { String::new() },
        ];
        if has_cost {
            row.push(item.cost.map(|cost| cost.to_string()).unwrap_or_default());
        }
        row
    });
    csv_text::sheet(&header, rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rates() -> Vec<TaxRate> {
        vec![TaxRate {
            code: "full".to_string(),
            title: "Sales tax 20 %".to_string(),
            percent: "20".parse().unwrap(),
        }]
    }

    fn problems(bytes: &[u8]) -> Vec<String> {
        match read("standard", bytes, &rates()) {
            Ok(book) => panic!("{book:?}"),
            Err(problems) => problems.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn a_book_is_read_and_written_without_loss() {
        let text = "code,description,unit,price,tax,fixed,cost\nHOUR,Hour of work,h,64.00,full,yes,\nTAPE,\"Tape, 2\"\"\",pcs,3.5,,,1.20\nODD,'=SUM(A1),,0,,,\n";
        let book = read("standard", text.as_bytes(), &rates()).unwrap();
        assert_eq!(book.items.len(), 3);
        assert!(book.items[0].fixed && !book.items[1].fixed);
        assert_eq!(book.items[1].description, "Tape, 2\"");
        assert_eq!(book.items[2].description, "=SUM(A1)");
        assert_eq!(String::from_utf8(write(&book)).unwrap(), text);
    }

    #[test]
    fn the_price_books_of_a_new_book_are_good() {
        let mut rate = rates()[0].clone();
        rate.code = "standard".to_string();
        for (name, text) in crate::rules::config::new_book::PRICE_BOOKS {
            let book = read(name, text.as_bytes(), std::slice::from_ref(&rate)).unwrap();
            assert!(book.find("HOUR").is_some());
            assert_eq!(String::from_utf8(write(&book)).unwrap(), text);
        }
    }

    #[test]
    fn the_mark_of_windows_and_columns_in_another_order_do_no_harm() {
        let book =
            read("x", "\u{feff}Price,CODE,Description\r\n1.00,A,Alpha\r\n\r\n,,\r\n".as_bytes(), &rates())
                .unwrap();
        assert_eq!((book.items.len(), book.items[0].code.as_str()), (1, "A"));
    }

    #[test]
    fn a_formula_is_taken_as_text_and_written_so_that_nobody_computes_it() {
        let book = read("x", b"code,description,price\nA,=1+1,1\n", &rates()).unwrap();
        assert_eq!(book.items[0].description, "=1+1");
        assert!(String::from_utf8(write(&book)).unwrap().contains("'=1+1"));
    }

    #[test]
    fn every_problem_of_a_sheet_is_told_with_line_and_column() {
        let text = "code,description,unit,price,tax,fixed\n\
                    A,Alpha,h,\"12,50\",full,yes\n\
                    \n\
                    a,,h,-1,ful,maybe\n\
                    B,Beta\n\
                    ,\"two\nlines\",h,,,\n\
                    C,Gamma,h,1,,,,extra\n";
        assert_eq!(
            problems(text.as_bytes()),
            [
                "prices/standard.csv:2: column price: \"12,50\" is not an amount",
                "prices/standard.csv:4: column description: is empty",
                "prices/standard.csv:4: column price: an amount of -1 makes no sense here",
                "prices/standard.csv:4: column tax: there is no tax rate \"ful\"",
                "prices/standard.csv:4: column fixed: \"maybe\" is neither yes nor no",
                "prices/standard.csv:4: column code: \"a\" stands on line 2 already",
                "prices/standard.csv:5: 2 cells, and the header has 6",
                "prices/standard.csv:6: column code: is empty",
                "prices/standard.csv:6: column description: is too long, or has several lines or control characters",
                "prices/standard.csv:6: column price: is empty",
                "prices/standard.csv:8: 8 cells, and the header has 6",
            ]
        );
    }

    #[test]
    fn sheets_of_another_make_are_read_where_they_are_clear() {
        let german = "code;description;price;cost\nA;\"Alpha; one\";1.250,50;\nB;Beta;1.250;0,8\n";
        let read = read_rows("p.csv", german.as_bytes(), &[]);
        assert_eq!(read.problems, []);
        let prices: Vec<String> = read.items.iter().map(|item| item.price.to_string()).collect();
        assert_eq!(prices, ["1250.50", "1250"]);
        assert_eq!(
            problems(b"code;description;price\nA;Alpha;1.250\nB;Beta;2\n"),
            ["prices/standard.csv:2: column price: \"1.250\" has thousands, or a fraction of three digits"]
        );
        assert_eq!(
            problems(b"code,description,price\nA,Caf\xe9,1\n"),
            ["prices/standard.csv:2: this is not UTF-8 text"]
        );
        assert_eq!(problems(b"\xff\xfec\0o\0"), ["prices/standard.csv: this is not UTF-8 text"]);
        assert_eq!(problems(b""), ["prices/standard.csv: the sheet has no header"]);
        assert_eq!(
            problems(b"code,descripton,code\n"),
            [
                "prices/standard.csv:1: unknown column \"descripton\"",
                "prices/standard.csv:1: column \"code\" is there twice",
                "prices/standard.csv:1: column \"description\" is missing",
                "prices/standard.csv:1: column \"price\" is missing",
            ]
        );
    }
}
