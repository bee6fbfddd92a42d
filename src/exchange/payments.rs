//! Bank statements: CSV with a date, an amount, a payer and a reference, under the names that banks give them.

use std::collections::BTreeMap;

use super::sheet::{self, Columns};
use crate::domain::imports::{PAYMENT, field_of};
use crate::problem::{Place, Problem};

/// Columns that statements have and nobody needs here.
const IDLE: [&str; 8] = ["balance", "currency", "type", "category", "account", "iban", "bic", "saldo"];

/// A row of a statement, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    /// The day, as it is written.
    pub date: String,
    /// How much, as it is written.
    pub amount: String,
    /// Who paid.
    pub payer: String,
    /// What the payer wrote.
    pub reference: String,
    /// Where it stands.
    pub place: Place,
    /// What the bank calls it, where it says so: letters that tell nothing else.
    pub bank: Option<String>,
}

/// The rows of a statement, and what is wrong with it as a whole.
/// `own` are the office's names of columns.
pub fn read(file: &str, bytes: &[u8], own: &BTreeMap<String, String>) -> (Vec<StatementRow>, Vec<Problem>) {
    let names = PAYMENT.iter().flat_map(|(_, names)| names.iter().copied());
    let known: Vec<&str> = names.chain(IDLE).chain(own.keys().map(String::as_str)).collect();
    let header = sheet::header(bytes);
    let mut sheet = sheet::read(file, bytes, Columns { required: &[], optional: &known });
    let amounts = header.iter().filter(|name| field_of(name, PAYMENT, own) == Some("amount"));
    sheet.settle_amounts(&amounts.map(String::as_str).collect::<Vec<_>>());
    let mut problems = sheet.problems;
    let mut rows = Vec::new();
    for row in &sheet.rows {
        let cell = |wanted: &str| {
            let mut of_field = header.iter().filter(|name| field_of(name, PAYMENT, own) == Some(wanted));
            of_field.find_map(|name| row.get(name)).map(str::to_string)
        };
        match (cell("date"), cell("amount")) {
            (Some(date), Some(amount)) => rows.push(StatementRow {
                date,
                amount,
                payer: cell("payer").unwrap_or_default(),
                reference: cell("reference").unwrap_or_default(),
                place: row.place(),
                bank: None,
            }),
            (date, _) => {
                let missing = if date.is_none() { "date" } else { "amount" };
                problems.push(
                    Problem::damaged("payment-cell-empty", format!("there is no {missing}"))
                        .at(row.place())
                        .remedy("the columns are date, amount, payer and reference"),
                );
            }
        }
    }
    (rows, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn banks_call_their_columns_by_many_names() {
        let text = "Booking Date,Name,Verwendungszweck,Betrag,Balance\n2026-03-02,Ada,INV-1,12.50,100\n";
        let (rows, problems) = read("bank.csv", text.as_bytes(), &BTreeMap::new());
        assert_eq!(problems, []);
        assert_eq!((rows[0].payer.as_str(), rows[0].amount.as_str()), ("Ada", "12.50"));
    }

    #[test]
    fn a_row_without_amount_is_named_and_the_rest_is_read() {
        let (rows, problems) =
            read("bank.csv", b"date,amount\n2026-03-02,\n2026-03-03,5\n", &BTreeMap::new());
        assert_eq!(rows.len(), 1);
        assert_eq!(problems[0].to_string(), "bank.csv:2: there is no amount");
    }
}
