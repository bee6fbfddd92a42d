//! `jobbook metrics list`

use clap::Args;
use serde_json::{Value, json};

use super::{OfWhom, Whose};
use crate::cli::session::Session;
use crate::domain::id::Id;
use crate::domain::metric::Reading;
use crate::problem::{Outcome, Problems};
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook metrics list`
#[derive(Debug, Args)]
#[command(after_help = "\
The newest first, for the office, its clients and jobs alike.

Examples:
  jobbook metrics list
  jobbook metrics list uptime --from 2026-01-01
  jobbook metrics list --client linden --all")]
pub struct List {
    /// Only of this metric
    name: Option<String>,
    #[command(flatten)]
    whom: OfWhom,
    /// First day
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Last day
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
    /// Those that were dropped too
    #[arg(long)]
    all: bool,
}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let rules = &book.office().metrics;
        let name = self.name.as_deref().map(|name| rules.entered(name)).transpose()?;
        let day =
            |typed: &Option<String>| typed.as_deref().map(|typed| session.day(&book, typed)).transpose();
        let (from, to) = (day(&self.from)?, day(&self.to)?);
        let whose = self.whom.find(session, &book)?;
        let files = book.files_of(|job| (!job.metrics.is_empty()).then_some(job))?;
        let of_office = files.readings.iter().map(|reading| (None, reading));
        let of_clients =
            files.clients.iter().flat_map(|one| one.metrics.iter().map(|each| (Some(&one.id), each)));
        let of_jobs = files.jobs.iter().flat_map(|one| one.metrics.iter().map(|each| (Some(&one.id), each)));
        let is_wanted = |of: Option<&Id>| match &whose {
            Whose::Office => true,
            Whose::Job(id) | Whose::Client(id) => of == Some(id),
        };
        let mut rows: Vec<(Option<&Id>, &Reading)> = of_office
            .chain(of_clients)
            .chain(of_jobs)
            .filter(|(of, reading)| {
                is_wanted(*of)
                    && name.is_none_or(|rule| rule.name == reading.metric)
                    && from.is_none_or(|from| from <= reading.day)
                    && to.is_none_or(|to| reading.day <= to)
                    && (self.all || reading.dropped.is_none())
            })
            .collect();
        rows.sort_by_key(|(_, reading)| std::cmp::Reverse((reading.day, reading.made.at)));
        if session.terminal.is_json() {
            let metrics: Vec<Value> = rules
                .entered
                .iter()
                .map(|rule| {
                    json!({
                        "name": rule.name, "text": rule.text, "unit": rule.unit, "target": rule.target,
                        "better": rule.better, "counting": rule.counting,
                    })
                })
                .collect();
            let rows: Vec<Value> =
                rows.iter().map(|(of, reading)| json!({"of": of, "reading": reading})).collect();
            session.terminal.json(&json!({ "metrics": metrics, "readings": rows }));
            return Problems::check(files.damaged.clone());
        }
        if name.is_none() && matches!(whose, Whose::Office) {
            let mut lines = Lines::new();
            for rule in &rules.entered {
                let unit = rule.unit.as_ref().map_or(String::new(), |unit| format!(", in {unit}"));
                let target = rule.target.map_or(String::new(), |target| format!(", target {target}"));
                lines.bullet(Cell::muted(format!("{}{unit}{target}: {}", rule.name, rule.text)));
            }
            if rules.entered.is_empty() {
                lines.line("jobbook.toml has no metric that is entered: add [metric.NAME] with text");
            }
            lines.line("");
            session.terminal.lines(&lines);
        }
        let columns = [
            Column::whole("day"),
            Column::whole("of"),
            Column::whole("number"),
            Column::text("metric"),
            Column::number("value"),
            Column::text("by").spare(1),
            Column::long("note").spare(2),
        ];
        let mut table = Table::new(columns, "nothing was entered");
        for (of, reading) in rows {
            let unit = reading.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
            let note = match &reading.dropped {
                Some(dropped) => Cell::caution(format!("dropped: {}", dropped.reason)),
                None => Cell::plain(reading.note.as_deref().unwrap_or("")),
            };
            table.row([
                Cell::plain(reading.day.to_string()),
                Cell::plain(of.map_or("the office", Id::as_str)),
                Cell::plain(reading.n.to_string()),
                Cell::strong(&reading.metric),
                Cell::plain(format!("{}{unit}", reading.value)),
                Cell::plain(&reading.made.by),
                note,
            ]);
        }
        session.terminal.table(&table);
        Problems::check(files.damaged.clone())
    }
}
