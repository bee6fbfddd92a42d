//! `jobbook report metrics` (S12).

use clap::Args;
use serde_json::json;

use super::period::{PeriodArgs, Sheet, told};
use crate::cli::session::Session;
use crate::domain::period::Period;
use crate::exchange::sheets;
use crate::problem::{Outcome, Problem, Problems};
use crate::reports::metrics::{Figure, Metrics, metrics};
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook report metrics`
#[derive(Debug, Args)]
#[command(after_help = "\
Without days it is the present month so far. Each figure stands with what it was worked out from, the number of facts
it rests on, what it came to in the period before, and its target. Everything follows from what is in the files:
a past period comes to the same whenever you ask.

Targets, and metrics that somebody enters, stand in jobbook.toml under [metric.NAME]. What an hour of somebody's work
costs is hour_cost in team.toml.

Examples:
  jobbook report metrics
  jobbook report metrics --quarter 2026-Q1 --csv -o metrics.csv
  jobbook report metrics nps margin --month 2026-03")]
pub struct MetricsArgs {
    /// Only these, such as nps or uptime
    #[arg(value_name = "METRIC")]
    names: Vec<String>,
    #[command(flatten)]
    period: PeriodArgs,
    #[command(flatten)]
    sheet: Sheet,
}

impl MetricsArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let period = self.period.period(session, &book, Period::month_until)?;
        let files = book.files()?;
        let mut report = metrics(&book.whole(&files), period);
        self.choose(&mut report)?;
        if session.terminal.is_json() {
            session.terminal.json(&json!(report));
        } else if self.sheet.is_wanted() {
            self.sheet.output.give(session, &book, &sheets::metrics(&report))?;
        } else {
            draw(session, &report, &told(period, session.today(&book)));
        }
        Problems::check(files.damaged)
    }

    fn choose(&self, report: &mut Metrics) -> Outcome<()> {
        let known: Vec<String> = report.figures.iter().map(|figure| figure.name.clone()).collect();
        for name in &self.names {
            if !known.contains(name) {
                return Err(Problem::refused("metric-unknown", format!("there is no metric \"{name}\""))
                    .did_you_mean(name, known.iter().map(String::as_str))
                    .remedy("jobbook report metrics")
                    .into());
            }
        }
        report.figures.retain(|figure| self.names.is_empty() || self.names.contains(&figure.name));
        Ok(())
    }
}

/// A number with its unit: `83.3 %`, `36.5 h`.
fn with_unit(figure: &Figure, value: impl std::fmt::Display) -> String {
    match &figure.unit {
        Some(unit) => format!("{value} {unit}"),
        None => value.to_string(),
    }
}

fn draw(session: &Session, report: &Metrics, period: &str) {
    let mut lines = Lines::new();
    lines.heading(format!("Metrics, {period}"));
    lines.line(Cell::muted(format!("before: {}", report.before)));
    session.terminal.lines(&lines);
    let columns = [
        Column::text("metric"),
        Column::number("value"),
        Column::number("worked out from").spare(3),
        Column::number("facts").spare(1),
        Column::number("before").spare(2),
        Column::number("target"),
        Column::long("remark").spare(4),
    ];
    let mut table = Table::new(columns, "no metrics");
    for figure in &report.figures {
        let value = figure.value.map_or_else(|| "–".to_string(), |value| with_unit(figure, value));
        let value = match figure.met {
            Some(true) => Cell::good(value),
            Some(false) => Cell::bad(value),
            None => Cell::plain(value),
        };
        let from = match (figure.numerator, figure.denominator) {
            (Some(part), Some(all)) if figure.value.is_some() => format!("{part} / {all}"),
            _ => String::new(),
        };
        let target = figure.target.map_or(String::new(), |target| {
            let met = figure.met.map_or("", |met| if met { ", met" } else { ", missed" });
            format!("{}{met}", with_unit(figure, target))
        });
        let remarks: Vec<&str> = figure.nothing.iter().chain(&figure.notes).map(String::as_str).collect();
        let of = figure.of.as_ref().map_or(String::new(), |id| format!(" of {id}"));
        table.row([
            Cell::strong(format!("{}{of}", figure.name)),
            value,
            Cell::plain(from),
            Cell::plain(figure.facts.to_string()),
            Cell::muted(figure.before.map_or(String::new(), |before| with_unit(figure, before))),
            Cell::plain(target),
            Cell::muted(remarks.join("; ")),
        ]);
    }
    session.terminal.table(&table);
    let mut lines = Lines::new();
    lines.line("").line(Cell::strong("What they say"));
    let mut told: Vec<&str> = Vec::new();
    for figure in &report.figures {
        if !told.contains(&figure.name.as_str()) {
            told.push(&figure.name);
            let title =
                if figure.title == figure.name { String::new() } else { format!(" ({})", figure.title) };
            lines.bullet(Cell::muted(format!("{}{title}: {}", figure.name, figure.definition)));
        }
    }
    session.terminal.lines(&lines);
}
