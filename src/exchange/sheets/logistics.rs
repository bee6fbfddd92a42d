//! The logistics sheet: a row for each part.

use super::table::{Cell, Desk, Table};
use crate::reports::logistics::LogisticsRow;

const COLUMNS: &[&str] = &[
    "job",
    "client",
    "client_name",
    "title",
    "stage",
    "part",
    "text",
    "code",
    "qty",
    "state",
    "needed",
    "supplier",
    "po",
    "ordered",
    "cost",
    "cost_total",
    "currency",
    "eta",
    "eta_changes",
    "received_qty",
    "received",
    "returned_qty",
    "returned",
    "missing_qty",
    "next_visit_from",
    "next_visit_to",
];

/// The logistics sheet.
pub fn logistics(rows: &[LogisticsRow<'_>], desk: &Desk) -> Table {
    Table {
        name: "logistics",
        columns: COLUMNS,
        sums: &["cost_total"],
        rows: rows.iter().map(|row| cells(row, desk)).collect(),
    }
}

fn cells(row: &LogisticsRow<'_>, desk: &Desk) -> Vec<Cell> {
    let [visit_from, visit_to] = Cell::window(row.next_visit);
    vec![
        Cell::from(row.job.as_str()),
        Cell::from(row.client.as_str()),
        Cell::from(row.client_name),
        Cell::from(row.title),
        Cell::from(row.stage),
        Cell::from(row.part.to_string().as_str()),
        Cell::from(row.text),
        Cell::text_of(row.code),
        Cell::from(row.qty),
        Cell::from(row.state),
        desk.day(Some(row.needed)),
        Cell::text_of(row.supplier),
        Cell::text_of(row.po),
        desk.day(row.ordered),
        desk.amount(row.cost),
        desk.amount(row.cost_total),
        desk.currency(),
        Cell::day(row.eta),
        Cell::count(row.eta_changes as usize),
        Cell::from(row.received),
        desk.day(row.received_at),
        Cell::from(row.returned),
        desk.day(row.returned_at),
        Cell::from(row.missing),
        visit_from,
        visit_to,
    ]
}
