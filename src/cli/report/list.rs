//! `jobbook report list`

use clap::Args;
use serde_json::{Value, json};

use crate::book::scheduled::Standing;
use crate::cli::session::Session;
use crate::problem::Outcome;
use crate::ui::{Cell, Column, Table};

/// `jobbook report list`
#[derive(Debug, Args)]
#[command(after_help = "\
The reports stand in jobbook.toml, each under [[report]].

Example:
  jobbook report list")]
pub struct List {}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let all = book.scheduled(session.today(&book))?;
        if session.terminal.is_json() {
            let rows: Vec<Value> = all.iter().map(standing_json).collect();
            session.terminal.json(&json!({ "reports": rows }));
            return Ok(());
        }
        let columns = vec![
            Column::text("report"),
            Column::long("title"),
            Column::text("how often"),
            Column::text("what").spare(3),
            Column::text("to").spare(2),
            Column::whole("last made").spare(1),
            Column::whole("next"),
        ];
        let mut table = Table::new(columns, "no reports are scheduled: add [[report]] to jobbook.toml");
        let day = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| day.to_string());
        for one in &all {
            let next = match one.due {
                Some(due) => Cell::caution(format!("due since {due}")),
                None => Cell::plain(day(one.next)),
            };
            table.row([
                Cell::plain(one.report.name.as_str()),
                Cell::plain(one.report.title.as_str()),
                Cell::plain(one.report.every.words()),
                Cell::plain(one.report.what.as_str()),
                Cell::plain(one.report.to.as_str()),
                Cell::plain(day(one.made)),
                next,
            ]);
        }
        session.terminal.table(&table);
        Ok(())
    }
}

fn standing_json(one: &Standing<'_>) -> Value {
    json!({
        "name": one.report.name,
        "title": one.report.title,
        "every": one.report.every,
        "words": one.report.every.words(),
        "what": one.report.what,
        "to": one.report.to.as_str(),
        "workflow": one.report.workflow,
        "made": one.made,
        "due": one.due,
        "missed": one.missed,
        "next": one.next,
    })
}
