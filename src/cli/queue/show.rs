//! `jobbook queue show`

use clap::Args;
use serde_json::{Value, json};

use super::list::{AHEAD, pairs};
use crate::book::Book;
use crate::cli::answer::due_json;
use crate::cli::session::Session;
use crate::problem::Outcome;
use crate::reports::queues::QueueRow;
use crate::reports::register::Register;
use crate::ui::{Cell, Column, Table};

/// `jobbook queue show`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook queue show issues")]
pub struct Show {
    /// Name of the queue, as queue list shows it
    name: String,
}

impl Show {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let queue = book.rules().queue(&self.name)?;
        let contents = book.current_until(book.in_days(AHEAD))?;
        session.tell_damaged(&contents);
        let row = QueueRow::new(book.rules(), queue, &pairs(&contents), session.now(&book));
        let clients = Register::new(contents.clients.iter().map(|entry| &entry.summary));
        if session.terminal.is_json() {
            session.terminal.json(&json!({
                "queue": queue.name,
                "title": queue.title,
                "owner": queue.owner,
                "jobs": json_rows(session, &book, &row, &clients),
            }));
            return Ok(());
        }
        session.terminal.table(&table(session, &book, &row, &clients));
        Ok(())
    }
}

fn json_rows(session: &Session, book: &Book, row: &QueueRow<'_>, clients: &Register<'_>) -> Vec<Value> {
    let now = session.now(book);
    row.jobs
        .iter()
        .map(|one| {
            json!({
                "id": one.job.id,
                "client": one.job.client,
                "client_name": clients.name(&one.job.client),
                "title": one.job.title,
                "workflow": one.job.workflow,
                "stage": one.job.stage,
                "tags": one.job.tags,
                "from": one.job.from,
                "since": one.since,
                "days": one.age_in_days(now),
                "who": one.who(book.rules(), row.queue),
                "left": one.is_left,
                "next": one.dues.first().map(due_json),
            })
        })
        .collect()
}

fn table(session: &Session, book: &Book, row: &QueueRow<'_>, clients: &Register<'_>) -> Table {
    let columns = vec![
        Column::whole("job"),
        Column::long("client"),
        Column::long("title").spare(1),
        Column::whole("age"),
        Column::text("who").spare(2),
        Column::whole("due"),
        Column::long("next"),
    ];
    let mut table = Table::new(columns, format!("nothing stands in \"{}\"", row.queue.title));
    let (now, zone) = (session.now(book), book.office().zone());
    for one in &row.jobs {
        let due = one.dues.first();
        table.row([
            Cell::plain(one.job.id.as_str()),
            Cell::plain(clients.name(&one.job.client)),
            Cell::strong(&one.job.title),
            Cell::plain(age(one.age_in_days(now))),
            match one.who(book.rules(), row.queue) {
                Some(name) => Cell::plain(name),
                None if one.is_left => Cell::caution("nobody"),
                None => Cell::plain(""),
            },
            match due {
                Some(due) if due.at <= now => Cell::bad(format!("{} late", due.at.date(zone))),
                Some(due) => Cell::plain(due.at.date(zone).to_string()),
                None => Cell::plain(""),
            },
            Cell::muted(due.map_or("", |due| due.sentence.as_str())),
        ]);
    }
    table
}

/// How long something stands there, in words.
pub(in crate::cli) fn age(days: i64) -> String {
    match days {
        0 => "today".to_string(),
        1 => "1 day".to_string(),
        _ => format!("{days} days"),
    }
}
