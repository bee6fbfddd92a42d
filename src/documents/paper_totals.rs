//! What stands under the lines of a paper, row by row.

use serde::Serialize;

use super::words::Words;
use crate::domain::money::Amount;
use crate::domain::paper::{Paper, PaperKind};
use crate::domain::totals::{PriceMode, TaxTotal};

/// A row under the lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TotalRow {
    /// In the paper's language.
    pub label: String,
    /// Amount; with the currency where it is the one that counts.
    pub value: String,
    /// `part` of the sum, `total` (the figure that counts), or a `note` beside it.
    pub weight: &'static str,
}

/// The rows in the order they are printed; the row that counts is the only `total`.
pub fn total_rows(paper: &Paper, words: &Words) -> Vec<TotalRow> {
    let totals = &paper.totals;
    let amount = |amount: Amount| words.amount(amount, &paper.currency);
    let mut rows = Rows { rows: Vec::new() };
    let is_gross = paper.prices == PriceMode::Gross;
    let has_tax = !is_gross && !totals.taxes.is_empty();
    if has_tax || !totals.discount.is_zero() {
        rows.add("part", words.word("sum"), amount(totals.lines));
    }
    if !totals.discount.is_zero() {
        rows.add("part", words.word("discount"), amount(-totals.discount));
        if has_tax {
            rows.add("part", words.word("net"), amount(totals.net));
        }
    }
    if has_tax {
        for tax in &totals.taxes {
            rows.add("part", &tax_label("tax_on", tax, paper, words), amount(tax.amount));
        }
    }
    let is_last = paper.deductions.is_empty() && paper.received.is_empty();
    let total = |rows: &mut Rows, key: &str, value: Amount| {
        rows.add("total", words.word(key), words.money(value, &paper.currency));
    };
    if is_last {
        let is_credit = paper.kind == PaperKind::CreditNote;
        let is_offer = matches!(paper.kind, PaperKind::Quote | PaperKind::ChangeOrder);
        let key = if is_credit {
            "credit"
        } else if is_offer {
            "total"
        } else {
            "due"
        };
        total(&mut rows, key, if is_credit { -totals.gross } else { totals.gross });
    } else {
        rows.add("part", words.word("total"), amount(totals.gross));
        for deduction in &paper.deductions {
            let label = words.fill("deduction", &[("invoice", &deduction.invoice)]);
            rows.add("part", &label, amount(-deduction.amount));
        }
        for received in &paper.received {
            let label = words.fill("received", &[("date", &words.date(received.date))]);
            rows.add("part", &label, amount(-received.amount));
        }
        total(&mut rows, "due", paper.to_pay());
    }
    if is_gross {
        for tax in &totals.taxes {
            rows.add("note", &tax_label("tax_in", tax, paper, words), amount(tax.amount));
        }
    }
    if let Some(deposit) = paper.deposit {
        rows.add("note", words.word("deposit"), words.money(deposit, &paper.currency));
    }
    rows.rows
}

/// The rate of a line as it is printed; its code where no line that counts has that rate.
pub fn percent_of(code: &str, paper: &Paper, words: &Words) -> String {
    let rate = paper.totals.taxes.iter().find(|tax| tax.code == code);
    rate.map_or_else(|| code.to_string(), |tax| words.percent(tax.percent))
}

/// The rate's title, with the percentage unless the title names one or there is none.
fn tax_label(key: &str, tax: &TaxTotal, paper: &Paper, words: &Words) -> String {
    let title = if tax.percent.is_zero() || tax.title.contains('%') {
        tax.title.clone()
    } else {
        format!("{} {}", tax.title, words.percent(tax.percent))
    };
    words.fill(key, &[("title", &title), ("base", &words.amount(tax.base, &paper.currency))])
}

struct Rows {
    rows: Vec<TotalRow>,
}

impl Rows {
    fn add(&mut self, weight: &'static str, label: &str, value: String) {
        self.rows.push(TotalRow { label: label.to_string(), value, weight });
    }
}
