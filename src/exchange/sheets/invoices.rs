//! The invoices sheet: a row for each invoice.

use super::table::{Cell, Desk, Table};
use crate::reports::invoices::InvoiceRow;

const COLUMNS: &[&str] = &[
    "number",
    "draft",
    "kind",
    "state",
    "date",
    "due_date",
    "client",
    "client_name",
    "job",
    "title",
    "net",
    "tax",
    "gross",
    "claim",
    "open",
    "currency",
    "credits",
    "sent",
    "submitted",
    "pushed",
    "arrived",
];

/// The invoices sheet. Column `draft` is the number inside the file of an invoice that has no printed one.
pub fn invoices(rows: &[InvoiceRow<'_>], desk: &Desk) -> Table {
    Table {
        name: "invoices",
        columns: COLUMNS,
        sums: &["net", "tax", "gross", "claim", "open"],
        rows: rows.iter().map(|row| cells(row, desk)).collect(),
    }
}

fn cells(row: &InvoiceRow<'_>, desk: &Desk) -> Vec<Cell> {
    vec![
        Cell::text_of(row.number),
        if row.number.is_some() { Cell::Empty } else { Cell::from(row.n.to_string().as_str()) },
        Cell::from(row.kind.as_str()),
        Cell::from(row.state),
        Cell::day(row.date),
        Cell::day(row.due_date),
        Cell::from(row.client.as_str()),
        Cell::from(row.client_name),
        Cell::text_of(row.job.map(|id| id.as_str())),
        Cell::text_of(row.title),
        desk.amount(row.net),
        desk.amount(row.tax),
        desk.amount(row.gross),
        desk.amount(Some(row.claim)),
        desk.amount(Some(row.open)),
        row.currency.map_or_else(|| desk.currency(), Cell::from),
        Cell::text_of(row.credits),
        desk.day(row.sent),
        desk.day(row.submitted),
        desk.day(row.pushed),
        Cell::yes(row.arrived),
    ]
}
