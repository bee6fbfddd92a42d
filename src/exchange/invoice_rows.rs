//! The lines of an invoice as bookkeeping programs take them: without tax, quantity times rate being the amount.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::domain::money::Amount;
use crate::domain::paper::{Paper, PaperLine};
use crate::domain::totals::{PriceMode, TaxTotal};

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The item there.
    pub item: String,
    /// Code of the price book.
    pub priced: Option<String>,
    /// What it is.
    pub text: String,
    /// How many.
    pub qty: Decimal,
    /// The price of one.
    pub rate: Decimal,
    /// Without tax.
    pub amount: Amount,
    /// Its share of the tax.
    pub tax: Amount,
    /// Code of the tax.
    pub code: String,
}

/// The items there.
#[derive(Debug, Clone, Copy)]
pub struct Items<'a> {
    /// That of a code that is not known.
    pub usual: &'a str,
    /// By code of the price book.
    pub known: &'a BTreeMap<String, String>,
}

/// The lines without tax, each with its share of the tax: by rate, so that both add up to the paper's sums.
pub fn lines(paper: &Paper, items: Items<'_>) -> Vec<Row> {
    let digits = paper.currency.digits;
    let mut rows = Vec::new();
    for rate in &paper.totals.taxes {
        let lines = paper.lines_at(rate).map(|(_, line)| line);
        let mut of_rate: Vec<Row> = match paper.prices {
            PriceMode::Net => {
                let mut rows: Vec<Row> = lines.map(|line| row(line, line.amount, items)).collect();
                let less = rate.base - rows.iter().map(|row| row.amount).sum::<Amount>();
                if !less.is_zero() {
                    rows.push(Row::plain(items.usual, "Discount".to_string(), less, &rate.code));
                }
                rows
            }
            PriceMode::Gross => {
                lines.zip(paper.nets_at(rate)).map(|(line, net)| row(line, net, items)).collect()
            }
        };
        give_tax(&mut of_rate, rate, digits);
        rows.extend(of_rate);
    }
    rows
}

/// Each row's tax at the rate; what rounding leaves goes to the largest.
fn give_tax(rows: &mut [Row], rate: &TaxTotal, digits: u32) {
    for row in rows.iter_mut() {
        row.tax = row.amount.percent(rate.percent).rounded(digits);
        row.code = rate.code.clone();
    }
    let left = rate.amount - rows.iter().map(|row| row.tax).sum::<Amount>();
    if let Some(largest) = rows.iter_mut().max_by_key(|row| row.amount) {
        largest.tax = largest.tax + left;
    }
}

/// Quantity and rate as printed where they give the amount; else one of it.
fn row(line: &PaperLine, net: Amount, items: Items<'_>) -> Row {
    let known = line.code.as_ref().and_then(|code| items.known.get(code));
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
        item: known.map_or(items.usual, String::as_str).to_string(),
        priced: line.code.clone(),
        text,
        qty,
        rate,
        amount: net,
        tax: Amount::ZERO,
        code: String::new(),
    }
}

impl Row {
    /// A row of one.
    pub fn plain(item: &str, text: String, amount: Amount, code: &str) -> Row {
        Row {
            item: item.to_string(),
            priced: None,
            text,
            qty: Decimal::ONE,
            rate: amount.decimal(),
            amount,
            tax: Amount::ZERO,
            code: code.to_string(),
        }
    }
}

#[cfg(test)]
pub(crate) mod sample {
    use super::*;
    use crate::domain::invoice::Issued;
    use crate::domain::moment::Stamp;
    use crate::domain::money::{Percent, Quantity};
    use crate::domain::paper::PaperKind;
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

    /// An issued invoice of lines (tenths of a quantity, cents, rate, whether something is taken off), less percent.
    pub(crate) fn issued(lines: &[(u32, u32, usize, bool)], discount: u32, mode: PriceMode) -> Issued {
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
        let positions: Vec<Position<'_>> = paper.lines.iter().map(PaperLine::position).collect();
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
}
