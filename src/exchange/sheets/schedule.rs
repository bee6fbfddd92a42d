//! The schedule: a row for each visit.

use super::table::{Cell, Table};
use crate::reports::schedule::VisitRow;

const COLUMNS: &[&str] = &[
    "day",
    "from",
    "to",
    "job",
    "visit",
    "purpose",
    "client",
    "client_name",
    "city",
    "title",
    "technician",
    "route",
    "state",
    "rolled",
    "promised_from",
    "promised_to",
    "outside_promise",
    "client_told",
    "overbooked",
    "stage",
];

/// The schedule.
pub fn schedule(rows: &[VisitRow<'_>]) -> Table {
    Table { name: "schedule", columns: COLUMNS, sums: &[], rows: rows.iter().map(cells).collect() }
}

fn cells(row: &VisitRow<'_>) -> Vec<Cell> {
    let (job, visit) = (row.job, row.visit);
    let [from, to] = Cell::window(visit.planned);
    vec![
        Cell::day(visit.day()),
        from,
        to,
        Cell::from(job.id.as_str()),
        Cell::from(visit.n.to_string().as_str()),
        Cell::from(visit.purpose.as_str()),
        Cell::from(job.client.as_str()),
        Cell::from(row.client),
        Cell::text_of(row.city),
        Cell::from(job.title.as_str()),
        Cell::text_of(visit.technician.as_deref()),
        Cell::text_of(visit.route.as_deref()),
        Cell::from(visit.state.as_str()),
        Cell::count(visit.rolled as usize),
        Cell::day(visit.promised_from),
        Cell::day(visit.promised_to),
        Cell::text_of(row.deviation.map(|deviation| deviation.as_str())),
        Cell::yes(visit.notified),
        Cell::text_of(visit.overbooked.as_deref()),
        Cell::from(job.stage.as_str()),
    ]
}
