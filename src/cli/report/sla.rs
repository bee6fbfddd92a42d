//! `jobbook report sla` (S08, S12).

use clap::Args;
use serde_json::json;

use super::period::{PeriodArgs, Sheet, told};
use crate::cli::session::Session;
use crate::domain::moment::Moment;
use crate::domain::period::Period;
use crate::exchange::sheets;
use crate::problem::{Outcome, Problems};
use crate::reports::service_levels::{ServiceLevels, service_levels};
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook report sla`
#[derive(Debug, Args)]
#[command(after_help = "\
First answers and solutions of tickets, by priority. Each counts on the day on which it was given in time or fell
due, whichever came first; running ones are counted at the end of the days, or now. Lateness of what is owed in office
hours is counted in office hours. Without days it is the present month so far.

Examples:
  jobbook report sla
  jobbook report sla --month 2026-03 --json")]
pub struct SlaArgs {
    #[command(flatten)]
    period: PeriodArgs,
    #[command(flatten)]
    sheet: Sheet,
}

impl SlaArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let period = self.period.period(session, &book, Period::month_until)?;
        let files = book.files_of(|job| job.ticket.is_some().then_some(job))?;
        let whole = book.whole(&files);
        let report = service_levels(&whole, period);
        if session.terminal.is_json() {
            session.terminal.json(&json!(report));
        } else if self.sheet.is_wanted() {
            self.sheet.output.give(session, &book, &sheets::service_levels(&report))?;
        } else {
            let zone = book.office().zone();
            let clock = |at: Moment| at.local(zone).to_string().replace('T', " ");
            draw(session, &report, &told(period, session.today(&book)), clock);
        }
        Problems::check(files.damaged.clone())
    }
}

/// As people call it.
fn owed(what: &str) -> &'static str {
    if what == "respond" { "first answer" } else { "solution" }
}

fn draw(session: &Session, report: &ServiceLevels<'_>, period: &str, clock: impl Fn(Moment) -> String) {
    let mut lines = Lines::new();
    lines.heading(format!("Tickets, {period}"));
    session.terminal.lines(&lines);
    let columns = [
        Column::text("priority").spare(4),
        Column::text("owed"),
        Column::number("due"),
        Column::number("met"),
        Column::number("breached"),
        Column::number("in time"),
        Column::number("running").spare(2),
        Column::number("waiting").spare(1),
        Column::long("late on average").spare(3),
        Column::long("late at most"),
    ];
    let mut table =
        Table::new(columns, "nothing to measure: no ticket was due in this period, and none is running");
    for row in &report.rows {
        let (mean, most) = row.late.clone().unwrap_or_default();
        let breached = row.breached.to_string();
        table.row([
            Cell::strong(&row.title),
            Cell::plain(owed(&row.what)),
            Cell::plain(row.due.to_string()),
            Cell::plain(row.met.to_string()),
            if row.breached > 0 { Cell::bad(breached) } else { Cell::plain(breached) },
            Cell::plain(row.share.map_or_else(|| "–".to_string(), |share| format!("{share} %"))),
            Cell::plain(row.running.to_string()),
            Cell::plain(row.paused.to_string()),
            Cell::plain(mean),
            Cell::plain(most),
        ]);
    }
    session.terminal.table(&table);
    if report.breaches.is_empty() {
        return;
    }
    let mut lines = Lines::new();
    lines.line("").line(Cell::strong("Late, or not given yet"));
    session.terminal.lines(&lines);
    let columns = [
        Column::whole("job"),
        Column::long("client"),
        Column::long("title").spare(1),
        Column::text("priority").spare(4),
        Column::text("owed"),
        Column::whole("was due").spare(2),
        Column::whole("done").spare(3),
        Column::text("late by"),
    ];
    let mut table = Table::new(columns, "");
    for breach in &report.breaches {
        table.row([
            Cell::strong(breach.job.as_str()),
            Cell::plain(breach.client),
            Cell::plain(breach.title),
            Cell::plain(&breach.priority),
            Cell::plain(owed(&breach.what)),
            Cell::plain(clock(breach.due)),
            breach.met.map_or_else(|| Cell::bad("not yet"), |met| Cell::plain(clock(met))),
            Cell::bad(&breach.late),
        ]);
    }
    session.terminal.table(&table);
}
