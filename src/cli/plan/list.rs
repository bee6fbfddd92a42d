//! `plan list`: plans by day of the week, technician and route.

use chrono::{Datelike, NaiveDate};
use clap::Args;
use serde_json::json;

use crate::book::index::Wanted;
use crate::cli::session::Session;
use crate::domain::job::Job;
use crate::domain::typed::when;
use crate::problem::{Outcome, Problem, Problems};
use crate::ui::{Cell, Column, Table};

/// `jobbook plan list`
#[derive(Debug, Args)]
#[command(after_help = "\
By day of the week, then technician, route and stop.

Examples:
  jobbook plan list --day tuesday
  jobbook plan list --tech ben --route north")]
pub struct List {
    /// Only plans of this day of the week: mon, tuesday
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    /// Only this technician's
    #[arg(long, value_name = "NAME")]
    tech: Option<String>,
    /// Only those on this route
    #[arg(long, value_name = "NAME")]
    route: Option<String>,
    /// Those of jobs at an end too
    #[arg(long)]
    all: bool,
}

struct Row {
    job: Job,
    client: String,
    next: Option<NaiveDate>,
    state: String,
}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let today = session.today(&book);
        let weekday = match &self.day {
            Some(typed) => {
                let day =
                    when::day(typed, session.now(&book), book.office().zone(), book.office().date_order);
                Some(
                    day.map_err(|_| {
                        Problem::usage("weekday", format!("\"{typed}\" is no day of the week"))
                            .remedy("write it like tue or tuesday")
                    })?
                    .weekday(),
                )
            }
            None => None,
        };
        let technician = self.tech.as_deref().map(|typed| book.technician(typed));
        let contents = book.contents_of(Wanted::Everything, |entry| entry.summary.plan.then_some(entry))?;
        session.tell_damaged(&contents);
        let mut rows = Vec::new();
        for id in book.plans(&contents, None, self.all).into_values().flatten() {
            let mut job = book.job(&id)?;
            let Some(plan) = &job.plan else { continue };
            if technician.is_some() && technician != plan.technician
                || self.route.is_some() && self.route != plan.route
            {
                continue;
            }
            let next = match job.agreed_plan() {
                Some(plan) => plan.next_served(today).map(|one| one.day),
                None => plan
                    .rule()
                    .and_then(|rule| rule.from(plan.start.map_or(today, |start| start.max(today))).next()),
            };
            if weekday.is_some_and(|weekday| next.is_none_or(|next| next.weekday() != weekday)) {
                continue;
            }
            let state = match (job.agreed_plan(), &plan.ended, plan.pause_on(today)) {
                (None, ..) => "not agreed".to_string(),
                (_, Some(ended), _) if ended.day < today => format!("ended {}", ended.day),
                (_, Some(ended), _) => format!("ends {}", ended.day),
                (_, _, Some(pause)) => pause.to.map_or("paused".to_string(), |to| format!("paused to {to}")),
                _ if plan.start.is_some_and(|start| start > today) => "to begin".to_string(),
                _ => "runs".to_string(),
            };
            let client = book.client(&job.client)?.name;
            // Years of visits are nothing that is listed.
            job.visits = Vec::new();
            job.log = Vec::new();
            rows.push(Row { client, next, state, job });
        }
        rows.sort_by_key(|row| {
            let plan = row.job.plan.as_ref();
            (
                row.next.map(|next| next.weekday().num_days_from_monday()),
                plan.and_then(|plan| plan.technician.clone()),
                plan.and_then(|plan| plan.route.clone()),
                plan.and_then(|plan| plan.position),
                row.job.id.clone(),
            )
        });
        if session.terminal.is_json() {
            let rows: Vec<_> = rows
                .iter()
                .map(|row| {
                    let every = row.job.plan.as_ref().and_then(|plan| plan.rule()).map(|rule| rule.words());
                    json!({
                        "job": row.job.id, "client": {"id": row.job.client, "name": row.client}, "every": every,
                        "next": row.next, "state": row.state, "plan": row.job.plan,
                    })
                })
                .collect();
            session.terminal.json(&json!({ "plans": rows }));
            return Problems::check(contents.damaged);
        }
        let columns = [
            Column::whole("day"),
            Column::text("technician"),
            Column::text("route").spare(2),
            Column::number("stop").spare(1),
            Column::whole("job"),
            Column::long("client"),
            Column::long("every").spare(4),
            Column::number("price"),
            Column::text("state").spare(3),
            Column::whole("next"),
        ];
        let mut table = Table::new(columns, "no plans");
        for row in &rows {
            let Some(plan) = &row.job.plan else { continue };
            let price = plan.price().rounded(book.office().prices.currency.digits);
            table.row([
                Cell::strong(row.next.map_or(String::new(), |next| next.format("%a").to_string())),
                Cell::plain(plan.technician.as_deref().unwrap_or("")),
                Cell::plain(plan.route.as_deref().unwrap_or("")),
                Cell::plain(plan.position.map_or(String::new(), |position| position.to_string())),
                Cell::plain(row.job.id.as_str()),
                Cell::plain(&row.client),
                Cell::plain(plan.rule().map_or(String::new(), |rule| rule.words())),
                Cell::plain(format!("{price}/{}", plan.per)),
                Cell::plain(&row.state),
                Cell::plain(row.next.map_or(String::new(), |next| next.to_string())),
            ]);
        }
        session.terminal.table(&table);
        Problems::check(contents.damaged)
    }
}
