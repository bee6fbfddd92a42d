//! Invoices as QuickBooks Online takes them in: CSV with a row for each line (T07).
//!
//! Its import takes 100 invoices and 1,000 rows a file, numbers of at most 21 characters, customers' names of at
//! most 100 without tab, line end, colon or double quote; credit notes it does not take. What the rows come to,
//! with tax, is what the invoice asks for.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::csv_text;
use crate::domain::invoice::Issued;
use crate::domain::money::Amount;
use crate::domain::office::{DateOrder, QuickBooks};
use crate::domain::paper::{Paper, PaperKind, PaperLine};
use crate::domain::totals::{PriceMode, TaxTotal};
use crate::problem::Problem;

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

/// An invoice in rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The invoice's number.
    pub number: String,
    rows: Vec<Row>,
    head: [String; 5],
    currency: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    item: String,
    text: String,
    qty: Decimal,
    rate: Decimal,
    amount: Amount,
    tax: Amount,
    code: String,
}

/// An issued invoice in rows.
///
/// # Errors
/// `quickbooks-credit` for a credit note; `quickbooks-number` for a number that is too long.
pub fn entry(issued: &Issued, rules: &QuickBooks, order: DateOrder) -> Result<Entry, Problem> {
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
    let mut rows = lines(paper, rules);
    rows.extend(paper.deductions.iter().map(|deduction| {
        plain(
            &rules.item,
            format!("Less {}", deduction.invoice),
            Amount::ZERO - deduction.amount,
            &rules.no_tax,
        )
    }));
    let tax: Amount = paper.totals.taxes.iter().map(|tax| tax.amount).sum();
    if !rules.tax && !tax.is_zero() {
        rows.push(plain(&rules.tax_item, rules.tax_item.clone(), tax, &rules.no_tax));
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

/// The lines without tax, each with its share of the tax: by rate, so that both add up to the paper's sums.
fn lines(paper: &Paper, rules: &QuickBooks) -> Vec<Row> {
    let digits = paper.currency.digits;
    let mut rows = Vec::new();
    for rate in &paper.totals.taxes {
        let lines: Vec<&PaperLine> =
            paper.lines.iter().filter(|line| line.counted && line.tax == rate.code).collect();
        let mut of_rate: Vec<Row> = match paper.prices {
            PriceMode::Net => {
                let mut rows: Vec<Row> = lines.iter().map(|line| row(line, line.amount, rules)).collect();
                let less = rate.base - lines.iter().map(|line| line.amount).sum::<Amount>();
                if !less.is_zero() {
                    rows.push(plain(&rules.item, "Discount".to_string(), less, &rate.code));
                }
                rows
            }
            PriceMode::Gross => {
                let weights: Vec<Decimal> = lines.iter().map(|line| line.amount.decimal()).collect();
                let nets = rate.base.split(&weights, digits);
                lines.iter().zip(nets).map(|(line, net)| row(line, net, rules)).collect()
            }
        };
        give_tax(&mut of_rate, rate, digits, rules);
        rows.extend(of_rate);
    }
    rows
}

/// Each row's tax at the rate; what rounding leaves goes to the largest.
fn give_tax(rows: &mut [Row], rate: &TaxTotal, digits: u32, rules: &QuickBooks) {
    for row in rows.iter_mut() {
        row.tax = row.amount.percent(rate.percent).rounded(digits);
        row.code = rules.tax_codes.get(&rate.code).unwrap_or(&rate.code).clone();
    }
    let left = rate.amount - rows.iter().map(|row| row.tax).sum::<Amount>();
    if let Some(largest) = rows.iter_mut().max_by_key(|row| row.amount) {
        largest.tax = largest.tax + left;
    }
}

/// Quantity and rate as printed where they give the amount; else one of it.
fn row(line: &PaperLine, net: Amount, rules: &QuickBooks) -> Row {
    let known = line.code.as_ref().and_then(|code| rules.items.get(code));
    let text = match &line.heading {
        Some(heading) => format!("{heading}: {}", line.text),
        None => line.text.clone(),
    };
    let exact = line.discount.is_none() && line.price.times(line.qty) == net;
    let (qty, rate, text) = if exact {
        (line.qty.decimal(), line.price.decimal(), text)
    } else {
        let unit = line.unit.as_deref().map_or(String::new(), |unit| format!(" {unit}"));
        (Decimal::ONE, net.decimal(), format!("{text} ({}{unit})", line.qty))
    };
    Row {
        item: known.unwrap_or(&rules.item).clone(),
        text,
        qty,
        rate,
        amount: net,
        tax: Amount::ZERO,
        code: String::new(),
    }
}

fn plain(item: &str, text: String, amount: Amount, code: &str) -> Row {
    Row {
        item: item.to_string(),
        text,
        qty: Decimal::ONE,
        rate: amount.decimal(),
        amount,
        tax: Amount::ZERO,
        code: code.to_string(),
    }
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
pub fn files(entries: &[Entry], rules: &QuickBooks) -> Vec<(Vec<String>, Vec<u8>)> {
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
    cells.into_iter().map(|cell| cell.chars().filter(|c| *c == '\n' || !c.is_control()).collect()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::moment::Stamp;
    use crate::domain::money::{Percent, Quantity};
    use crate::domain::quote::Discount;
    use crate::domain::summary::sample;
    use crate::domain::totals::{Position, PriceRules, TaxRate, TaxRounding, totals};

    fn paper() -> Paper {
        sample::job().invoices[0].issued.clone().unwrap().paper
    }

    fn rules(mode: PriceMode) -> PriceRules {
        let rate = |code: &str, percent: &str| TaxRate {
            code: code.to_string(),
            title: code.to_string(),
            percent: percent.parse::<Percent>().unwrap(),
        };
        let rates = vec![rate("full", "19"), rate("less", "7"), rate("none", "0")];
        PriceRules { currency: paper().currency, mode, rounding: TaxRounding::PerRate, rates }
    }

    fn issued(lines: &[(u32, u32, usize, bool)], discount: u32, mode: PriceMode) -> Issued {
        let rules = rules(mode);
        let mut paper = paper();
        paper.prices = mode;
        paper.kind = PaperKind::Invoice;
        paper.lines = lines
            .iter()
            .enumerate()
            .map(|(n, (qty, cents, rate, less))| PaperLine {
                n: n as u32 + 1,
                code: None,
                text: "Work".to_string(),
                qty: Quantity::from(Decimal::new(i64::from(*qty), 1)),
                unit: None,
                price: Amount::from(Decimal::new(i64::from(*cents), 2)),
                discount: less.then(|| "3".parse().unwrap()),
                tax: rules.rates[*rate].code.clone(),
                amount: Amount::ZERO,
                counted: true,
                optional: false,
                alternative: None,
                heading: None,
            })
            .collect();
        let positions: Vec<Position<'_>> = paper
            .lines
            .iter()
            .map(|line| Position {
                qty: line.qty,
                price: line.price,
                discount: line.discount,
                tax: &line.tax,
            })
            .collect();
        let amounts: Vec<Amount> = positions.iter().map(|position| position.amount(2)).collect();
        let less = Discount::Percent(discount.to_string().parse().unwrap());
        paper.totals = totals(&positions, (discount > 0).then_some(less), &rules).unwrap();
        for (line, amount) in paper.lines.iter_mut().zip(amounts) {
            line.amount = amount;
        }
        paper.deductions = Vec::new();
        paper.due = paper.totals.gross;
        let made = Stamp::new("2026-03-02T09:00:00+01:00".parse().unwrap(), "ana");
        let (date, due) = ("2026-03-02".parse().unwrap(), "2026-03-16".parse().unwrap());
        let seal = paper.seal();
        Issued { made, number: "INV-1".to_string(), date, due, paper, seal }
    }

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
