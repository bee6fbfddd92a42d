//! The clients sheet: a row for each client.

use super::table::{Cell, Desk, Table};
use crate::reports::clients::ClientRow;

const COLUMNS: &[&str] = &[
    "client",
    "name",
    "class",
    "status",
    "merged_into",
    "contacts",
    "phones",
    "emails",
    "city",
    "tags",
    "opened",
    "jobs",
    "last_contact",
    "balance",
    "currency",
];

/// The clients sheet.
pub fn clients(rows: &[ClientRow<'_>], desk: &Desk) -> Table {
    Table {
        name: "clients",
        columns: COLUMNS,
        sums: &["balance"],
        rows: rows.iter().map(|row| cells(row, desk)).collect(),
    }
}

fn cells(row: &ClientRow<'_>, desk: &Desk) -> Vec<Cell> {
    vec![
        Cell::from(row.client.as_str()),
        Cell::from(row.name),
        Cell::from(row.class),
        Cell::from(row.status.as_str()),
        Cell::text_of(row.merged_into.map(|id| id.as_str())),
        Cell::list(row.contacts),
        Cell::list(row.phones),
        Cell::list(row.emails),
        Cell::text_of(row.city),
        Cell::list(row.tags),
        desk.day(Some(row.opened)),
        Cell::count(row.jobs),
        desk.time(row.last_contact),
        desk.amount(Some(row.balance)),
        desk.currency(),
    ]
}
