//! `visit list`: visits of all jobs by day, from the index.

use std::collections::HashMap;

use chrono::NaiveDate;
use clap::Args;
use serde_json::json;

use crate::book::index::{ClientEntry, JobEntry, Survey, Wanted};
use crate::cli::listing::{Form, Listing};
use crate::cli::session::Session;
use crate::domain::id::{Id, Number};
use crate::domain::moment::Local;
use crate::domain::summary::{JobSummary, SiteSummary, VisitSummary};
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
        let wanted = if self.open { book.present() } else { Wanted::Everything };
        let form = Form::of(session);
        let mut listing = Listing::sorted(session, "visits", Table::new(columns(), "no visits"));
        listing.fill(&book, wanted, |survey, listing| {
            let clients = Towns::of(survey)?;
            survey.each_job(
                |JobEntry { summary: job, .. }| {
                    let visits = job.visits.iter().filter(|visit| {
                        (!self.open || visit.open)
                            && is_within(visit, from, to)
                            && (technician.is_none() || visit.technician == technician)
                    });
                    let client = clients.0.get(&job.client);
                    let site = client.and_then(|client| SiteSummary::among(&client.sites, job.site.as_ref()));
                    let town = site.and_then(|site| site.city.as_deref());
                    let name = client.map(|client| &*client.name);
                    let row = |visit: &VisitSummary| {
                        let value = || {
                            json!({
                                "job": job.id, "client": job.client, "client_name": name, "city": town,
                                "title": job.title, "visit": visit,
                            })
                        };
                        (key(&job, visit), form.row(|| cells(&job, visit, name, town), value))
                    };
                    let rows: Vec<_> = visits.map(row).collect();
                    (!rows.is_empty()).then_some(rows)
                },
                |rows| rows.into_iter().for_each(|(key, row)| listing.add(key, row)),
            )
        })?;
        listing.leave_out_empty_last_column();
        listing.finish();
        Ok(())
    }
}

/// Name and towns of each client.
struct Towns(HashMap<Id, Town>);

struct Town {
    name: Box<str>,
    sites: Vec<SiteSummary>,
}

impl Towns {
    fn of(survey: &Survey<'_>) -> Option<Towns> {
        let client = |ClientEntry { summary }: ClientEntry| {
            Some((summary.id, Town { name: summary.name.into_boxed_str(), sites: summary.sites }))
        };
        Some(Towns(survey.clients(client)?.into_iter().collect()))
    }
}

/// By day, those without one last.
fn key(job: &JobSummary, visit: &VisitSummary) -> (bool, Option<(Local, Local)>, Id, Number) {
    let window = visit.planned.map(|window| (window.from, window.to));
    (window.is_none(), window, job.id.clone(), visit.n)
}

fn columns() -> [Column; 10] {
    [
        Column::whole("when"),
        Column::whole("job"),
        Column::number("visit"),
        Column::long("client"),
        Column::long("town").spare(1),
        Column::long("title").spare(3),
        Column::text("technician"),
        Column::text("state"),
        Column::text("client told").spare(2),
        Column::long("where").spare(4),
    ]
}

fn cells(job: &JobSummary, visit: &VisitSummary, client: Option<&str>, town: Option<&str>) -> Vec<Cell> {
    vec![
        Cell::plain(visit.planned.map_or("not planned".to_string(), |window| window.to_string())),
        Cell::plain(job.id.as_str()),
        Cell::plain(visit.n.to_string()),
        Cell::plain(client.unwrap_or("")),
        Cell::plain(town.unwrap_or("")),
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
    ]
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
