//! The aging sheet: a row for each client who owes something. It has no row of totals, so that a sum over a
//! column is one.

use super::table::{Cell, Desk, Table};
use crate::reports::aging::{Aging, AgingRow};

const COLUMNS: &[&str] = &[
    "day",
    "client",
    "client_name",
    "invoices",
    "oldest_days",
    "not_due",
    "days_0_30",
    "days_31_60",
    "days_61_90",
    "over_90",
    "on_account",
    "total",
    "currency",
];

/// The aging sheet.
pub fn aging(report: &Aging<'_>, desk: &Desk) -> Table {
    let rows = report.rows.iter().map(|row| cells(report, row, desk)).collect();
    Table {
        name: "aging",
        columns: COLUMNS,
        sums: &["not_due", "days_0_30", "days_31_60", "days_61_90", "over_90", "on_account", "total"],
        rows,
    }
}

fn cells(report: &Aging<'_>, row: &AgingRow<'_>, desk: &Desk) -> Vec<Cell> {
    let owed = &row.owed;
    vec![
        Cell::Day(report.day),
        Cell::from(row.client.as_str()),
        Cell::from(row.client_name),
        Cell::count(row.invoices),
        row.oldest_days.map_or(Cell::Empty, |days| Cell::Number(days.into())),
        desk.amount(Some(owed.not_due)),
        desk.amount(Some(owed.days_0_30)),
        desk.amount(Some(owed.days_31_60)),
        desk.amount(Some(owed.days_61_90)),
        desk.amount(Some(owed.over_90)),
        desk.amount(Some(owed.on_account)),
        desk.amount(Some(owed.total)),
        desk.currency(),
    ]
}
