//! `jobbook report causes` (S10).

use clap::Args;
use serde_json::json;

use crate::cli::output::SheetOutput;
use crate::cli::session::Session;
use crate::domain::id::Id;
use crate::exchange::sheets;
use crate::problem::{Outcome, Problem, Problems};
use crate::reports::causes::{Causes, Period, causes};
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook report causes`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  jobbook report causes --from 2026-01-01 --to 2026-03-31
  jobbook report causes --csv -o causes.csv")]
pub struct CausesArgs {
    /// First day
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Last day
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
    /// As a sheet for other programs
    #[arg(long)]
    csv: bool,
    #[command(flatten)]
    output: SheetOutput,
}

impl CausesArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let day =
            |typed: &Option<String>| typed.as_deref().map(|typed| session.day(&book, typed)).transpose();
        let period = Period { from: day(&self.from)?, to: day(&self.to)? };
        if let (Some(from), Some(to)) = (period.from, period.to)
            && to < from
        {
            return Err(Problem::usage("period-backwards", format!("{to} is before {from}"))
                .remedy("give the earlier day after --from")
                .into());
        }
        let contents = book.contents()?;
        let report = causes(contents.jobs.iter().map(|entry| &entry.summary), book.rules(), period);
        if session.terminal.is_json() {
            session.terminal.json(&json!(report));
        } else if self.csv || self.output.is_wanted() {
            self.output.give(session, &book, &sheets::causes(&report))?;
        } else {
            draw(session, &report);
        }
        Problems::check(contents.damaged)
    }
}

fn draw(session: &Session, report: &Causes<'_>) {
    let ids = |jobs: &[&Id]| Cell::muted(jobs.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(", "));
    let columns = [
        Column::text("cause"),
        Column::number("found"),
        Column::number("improvements open"),
        Column::number("done"),
        Column::long("jobs"),
    ];
    let mut table = Table::new(columns, "no cause was noted");
    for row in &report.causes {
        table.row([
            Cell::strong(row.cause),
            Cell::plain(row.count.to_string()),
            Cell::plain(row.improvements_open.to_string()),
            Cell::plain(row.improvements_done.to_string()),
            ids(&row.jobs),
        ]);
    }
    session.terminal.table(&table);
    if report.controls.is_empty() {
        return;
    }
    let mut heading = Lines::new();
    heading.line("").line(Cell::strong("Control points that were not met"));
    session.terminal.lines(&heading);
    let columns = [
        Column::text("control point"),
        Column::text("workflow"),
        Column::number("failed"),
        Column::number("left out"),
        Column::long("jobs"),
    ];
    let mut table = Table::new(columns, "");
    for row in &report.controls {
        table.row([
            Cell::strong(format!("{}/{}", row.list, row.item)),
            Cell::plain(row.workflow),
            Cell::plain(row.failed.to_string()),
            Cell::plain(row.skipped.to_string()),
            ids(&row.jobs),
        ]);
    }
    session.terminal.table(&table);
}
