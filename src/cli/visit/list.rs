//! `visit list`: visits of all jobs by day, from the index.

use chrono::NaiveDate;
use clap::Args;
use serde_json::json;

use crate::cli::session::Session;
use crate::domain::summary::{JobSummary, VisitSummary};
use crate::problem::Outcome;
use crate::ui::{Cell, Column, Table};

/// `jobbook visit list`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook visit list --open --from today --to \"in 7d\" --tech ben")]
pub struct List {
    /// From this day on
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Until this day, included
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
    /// Visits of this technician only
    #[arg(long, value_name = "NAME")]
    tech: Option<String>,
    /// Only visits that are still to take place or under way
    #[arg(long)]
    open: bool,
}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let day =
            |typed: &Option<String>| typed.as_deref().map(|typed| session.day(&book, typed)).transpose();
        let (from, to) = (day(&self.from)?, day(&self.to)?);
        let technician = self.tech.as_deref().map(|typed| book.technician(typed));
        let contents = if self.open { book.current()? } else { book.contents()? };
        session.tell_damaged(&contents);
        let mut rows: Vec<(&JobSummary, &VisitSummary)> = contents
            .jobs
            .iter()
            .flat_map(|entry| entry.summary.visits.iter().map(move |visit| (&entry.summary, visit)))
            .filter(|(_, visit)| !self.open || visit.open)
            .filter(|(_, visit)| is_within(visit, from, to))
            .filter(|(_, visit)| technician.is_none() || visit.technician == technician)
            .collect();
        rows.sort_by_key(|(job, visit)| {
            let window = visit.planned.map(|window| (window.from, window.to));
            (window.is_none(), window, job.id.clone(), visit.n)
        });
        let client = |job: &JobSummary| {
            contents.clients.iter().map(|entry| &entry.summary).find(|client| client.id == job.client)
        };
        if session.terminal.is_json() {
            let rows: Vec<_> = rows
                .iter()
                .map(|(job, visit)| {
                    let client = client(job);
                    json!({
                        "job": job.id,
                        "client": job.client,
                        "client_name": client.map(|client| &client.name),
                        "city": client.and_then(|client| client.site(job.site.as_ref())?.city.clone()),
                        "title": job.title,
                        "visit": visit,
                    })
                })
                .collect();
            session.terminal.json(&json!({ "visits": rows }));
            return Ok(());
        }
        let arranged = rows.iter().any(|(_, visit)| visit.kind.is_some() || visit.link.is_some());
        let mut columns = vec![
            Column::whole("when"),
            Column::whole("job"),
            Column::number("visit"),
            Column::long("client"),
            Column::long("town").spare(1),
            Column::long("title").spare(3),
            Column::text("technician"),
            Column::text("state"),
            Column::text("client told").spare(2),
        ];
        if arranged {
            columns.push(Column::long("where").spare(4));
        }
        let mut table = Table::new(columns, "no visits");
        for (job, visit) in rows {
            let client = client(job);
            let town = client.and_then(|client| client.site(job.site.as_ref())?.city.clone());
            table.row([
                Cell::plain(visit.planned.map_or("not planned".to_string(), |window| window.to_string())),
                Cell::plain(job.id.as_str()),
                Cell::plain(visit.n.to_string()),
                Cell::plain(client.map_or("", |client| &client.name)),
                Cell::plain(town.unwrap_or_default()),
                Cell::plain(&job.title),
                match &visit.technician {
                    Some(name) => Cell::plain(name),
                    None if visit.open => Cell::caution("nobody"),
                    None => Cell::plain(""),
                },
                match visit.state.as_str() {
                    "done" => Cell::good(&visit.state),
                    "incomplete" => Cell::bad(&visit.state),
                    _ => Cell::plain(&visit.state),
                },
                match (visit.open, visit.notified) {
                    (true, false) => Cell::caution("no"),
                    (true, true) => Cell::plain("yes"),
                    (false, _) => Cell::plain(""),
                },
                Cell::plain(match (&visit.link, visit.kind) {
                    (Some(link), _) => link.clone(),
                    (None, Some(kind)) => kind.to_string(),
                    (None, None) => String::new(),
                }),
            ]);
        }
        session.terminal.table(&table);
        Ok(())
    }
}

/// Visits without a day are within every stretch that has no end.
fn is_within(visit: &VisitSummary, from: Option<NaiveDate>, to: Option<NaiveDate>) -> bool {
    match visit.planned {
        Some(window) => {
            from.is_none_or(|from| window.to.date() >= from) && to.is_none_or(|to| window.from.date() <= to)
        }
        None => from.is_none() && to.is_none(),
    }
}
