//! `jobbook queue list`

use clap::Args;
use serde_json::{Value, json};

use crate::book::index::Contents;
use crate::cli::session::Session;
use crate::domain::summary::JobSummary;
use crate::problem::Outcome;
use crate::reports::queues::QueueRow;
use crate::rules::due::Due;
use crate::ui::{Cell, Column, Table};

/// `jobbook queue list`
#[derive(Debug, Args)]
#[command(after_help = "\
Left are those that nobody has and on which no clock runs: at closing time they are due to the
queue's owner. Queues are defined in jobbook.toml, under [queue.NAME].

Example:
  jobbook queue list")]
pub struct List {}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let contents = book.current_until(book.in_days(AHEAD))?;
        session.tell_damaged(&contents);
        let jobs = pairs(&contents);
        let now = session.now(&book);
        let queues = book.rules().queues.iter();
        let rows: Vec<QueueRow<'_>> =
            queues.map(|queue| QueueRow::new(book.rules(), queue, &jobs, now)).collect();
        if session.terminal.is_json() {
            let queues: Vec<Value> = rows
                .iter()
                .map(|row| {
                    json!({
                        "name": row.queue.name,
                        "title": row.queue.title,
                        "owner": row.queue.owner,
                        "person": book.office().person_for(&row.queue.owner, session.today(&book)).map(|one| &one.name),
                        "jobs": row.jobs.len(),
                        "left": row.left(),
                        "overdue": row.overdue(now),
                        "oldest": row.oldest(),
                    })
                })
                .collect();
            session.terminal.json(&json!({ "queues": queues }));
            return Ok(());
        }
        let columns = vec![
            Column::text("queue"),
            Column::long("title"),
            Column::text("owner").spare(1),
            Column::number("jobs"),
            Column::number("left"),
            Column::number("overdue"),
            Column::whole("oldest since").spare(2),
        ];
        let mut table = Table::new(columns, "no queues: define them in jobbook.toml, [queue.NAME]");
        let zone = book.office().zone();
        for row in &rows {
            let overdue = row.overdue(now);
            table.row([
                Cell::strong(&row.queue.name),
                Cell::plain(row.queue.title.as_str()),
                Cell::plain(row.queue.owner.as_str()),
                Cell::plain(row.jobs.len().to_string()),
                if row.left() > 0 && row.queue.sweep {
                    Cell::caution(row.left().to_string())
                } else {
                    Cell::plain(row.left().to_string())
                },
                if overdue > 0 { Cell::bad(overdue.to_string()) } else { Cell::plain("0") },
                Cell::muted(row.oldest().map_or(String::new(), |at| at.date(zone).to_string())),
            ]);
        }
        session.terminal.table(&table);
        Ok(())
    }
}

/// How far ahead the next step of a job is looked for, in days.
pub(super) const AHEAD: i64 = 30;

/// Every job with what falls due on it.
pub(super) fn pairs(contents: &Contents) -> Vec<(&JobSummary, &[Due])> {
    contents.jobs.iter().map(|entry| (&entry.summary, &entry.dues[..])).collect()
}
