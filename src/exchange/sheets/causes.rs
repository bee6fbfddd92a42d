//! The causes sheet: a row for each cause, and one for each control point that was not met.

use super::table::{Cell, Table};
use crate::domain::id::Id;
use crate::reports::causes::Causes;

const COLUMNS: &[&str] = &[
    "from",
    "to",
    "kind",
    "cause",
    "workflow",
    "list",
    "item",
    "count",
    "skipped",
    "improvements_open",
    "improvements_done",
    "jobs",
];

/// The causes sheet.
pub fn causes(report: &Causes<'_>) -> Table {
    let (from, to) = (Cell::day(report.period.from), Cell::day(report.period.to));
    let ids = |jobs: &[&Id]| Cell::list(&jobs.iter().map(|id| id.as_str()).collect::<Vec<_>>());
    let causes = report.causes.iter().map(|row| {
        vec![
            from.clone(),
            to.clone(),
            Cell::from("cause"),
            Cell::from(row.cause),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::count(row.count),
            Cell::Empty,
            Cell::count(row.improvements_open),
            Cell::count(row.improvements_done),
            ids(&row.jobs),
        ]
    });
    let controls = report.controls.iter().map(|row| {
        vec![
            from.clone(),
            to.clone(),
            Cell::from("control"),
            Cell::Empty,
            Cell::from(row.workflow),
            Cell::from(row.list),
            Cell::from(row.item),
            Cell::count(row.failed),
            Cell::count(row.skipped),
            Cell::Empty,
            Cell::Empty,
            ids(&row.jobs),
        ]
    });
    Table { name: "causes", columns: COLUMNS, sums: &[], rows: causes.chain(controls).collect() }
}
