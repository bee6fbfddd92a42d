//! The tracking sheet: a row for each job.

use super::table::{Cell, Desk, Table};
use crate::reports::tracking::TrackingRow;

const COLUMNS: &[&str] = &[
    "job",
    "client",
    "client_name",
    "city",
    "title",
    "workflow",
    "stage",
    "stage_since",
    "tags",
    "emergency",
    "opened",
    "work_order",
    "technician",
    "quote_version",
    "quote_state",
    "quote_source",
    "quote_sent",
    "quote_valid_until",
    "quote_answered",
    "quote_net",
    "quote_total",
    "parts_missing",
    "parts_eta",
    "next_visit_from",
    "next_visit_to",
    "last_visit",
    "visits",
    "invoices",
    "invoiced",
    "paid",
    "balance",
    "currency",
    "last_contact",
    "next_due",
    "next_step",
    "cancelled",
];

/// The tracking sheet.
pub fn tracking(rows: &[TrackingRow<'_>], desk: &Desk) -> Table {
    Table {
        name: "tracking",
        columns: COLUMNS,
        sums: &["invoiced", "paid", "balance"],
        rows: rows.iter().map(|row| cells(row, desk)).collect(),
    }
}

fn cells(row: &TrackingRow<'_>, desk: &Desk) -> Vec<Cell> {
    let [visit_from, visit_to] = Cell::window(row.next_visit);
    vec![
        Cell::from(row.job.as_str()),
        Cell::from(row.client.as_str()),
        Cell::from(row.client_name),
        Cell::text_of(row.city),
        Cell::from(row.title),
        Cell::from(row.workflow),
        Cell::from(row.stage),
        desk.day(Some(row.stage_since)),
        Cell::list(row.tags),
        Cell::yes(row.emergency),
        desk.day(Some(row.opened)),
        Cell::text_of(row.work_order),
        Cell::text_of(row.technician),
        row.quote_version.map_or(Cell::Empty, Cell::numbered),
        Cell::text_of(row.quote_state),
        Cell::list(row.quote_sources),
        desk.day(row.quote_sent),
        Cell::day(row.quote_valid_until),
        desk.day(row.quote_answered),
        desk.amount(row.quote_net),
        desk.amount(row.quote_gross),
        Cell::count(row.parts_missing),
        Cell::day(row.parts_eta),
        visit_from,
        visit_to,
        desk.time(row.last_visit),
        Cell::count(row.visits),
        Cell::list(&row.invoices),
        desk.amount(Some(row.invoiced)),
        desk.amount(Some(row.paid)),
        desk.amount(Some(row.balance)),
        desk.currency(),
        desk.time(row.last_contact),
        desk.time(row.next_due),
        Cell::text_of(row.next_step),
        Cell::text_of(row.cancelled),
    ]
}
