//! `jobbook ticket list`: by priority, with what the clocks say (S08).

use clap::Args;
use serde_json::json;

use super::story::{clock_json, level, shown, standing, step_json};
use crate::cli::session::Session;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::problem::Outcome;
use crate::rules::service::{Clock, Step, clocks, owner};
use crate::rules::workflow::definition::ServiceClock;
use crate::ui::{Cell, Column, Table};

/// `jobbook ticket list`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  jobbook ticket list --mine\n  jobbook ticket list --late\n  jobbook ticket list --all --client kettle"
)]
pub struct List {
    /// Those that are closed or given up, too
    #[arg(long)]
    all: bool,
    /// That I have to answer, or in which I have to step in
    #[arg(long)]
    mine: bool,
    /// With an answer or solution that is late
    #[arg(long)]
    late: bool,
    /// Of this priority
    #[arg(long, value_name = "NAME")]
    priority: Option<String>,
    /// Of this category
    #[arg(long, value_name = "NAME")]
    category: Option<String>,
    /// Of this client
    #[arg(long)]
    client: Option<String>,
    /// That belong to this ticket or job
    #[arg(long, visible_alias = "from", value_name = "JOB")]
    incident: Option<String>,
}

struct Row {
    job: Job,
    client: Client,
    clocks: Vec<Clock>,
    step: Option<Step>,
    who: String,
    severity: usize,
}

impl Row {
    /// What is due first of what is still owed; the far end when nothing is.
    fn due(&self) -> (bool, Option<Moment>) {
        let open = self.clocks.iter().filter(|clock| clock.met.is_none() && clock.stopped.is_none());
        let first = open.filter_map(Clock::due).min();
        (first.is_none(), first)
    }
}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let rules = book.rules();
        let client = self.client.as_deref().map(|typed| session.client(&book, typed)).transpose()?;
        let incident = self.incident.as_deref().map(|typed| session.job(&book, typed)).transpose()?;
        let me = if self.mine { Some(session.person(&book)?) } else { None };
        let contents = book.contents()?;
        session.tell_damaged(&contents);
        let wanted = contents.jobs.iter().map(|entry| &entry.summary).filter(|job| {
            rules.workflows.get(&job.workflow).is_some_and(|workflow| workflow.is_service())
                && (self.all || !rules.is_final(&job.workflow, &job.stage))
                && client.as_ref().is_none_or(|client| job.client == *client)
                && incident.as_ref().is_none_or(|incident| job.from.as_ref() == Some(incident))
        });
        let now = book.now();
        let zone = book.office().zone();
        let person = |who: &str, at: Moment| {
            let member = book.office().person_for(who, at.date(zone));
            member.map_or_else(|| who.to_string(), |member| member.name.clone())
        };
        let mut rows = Vec::new();
        for summary in wanted {
            let job = book.job(&summary.id)?;
            let client = book.client(&job.client)?;
            let asked = rules.facts(&job, &client)?;
            let (clocks, step) = (clocks(asked), level(asked, &book));
            let who = person(&owner(asked), now);
            let ticket = job.ticket.as_ref();
            let priority = ticket.and_then(|ticket| ticket.priority()).map(str::to_string);
            let category = ticket.and_then(|ticket| ticket.category.clone());
            let is_late = clocks.iter().any(|clock| {
                clock.met.is_none() && clock.stopped.is_none() && clock.due().is_some_and(|due| due <= now)
            });
            let steps_in = step.as_ref().is_some_and(|step| {
                step.answered.is_none() && me.as_ref() == Some(&person(&step.owner, step.at))
            });
            let matches = (!self.late || is_late)
                && (self.priority.is_none() || self.priority == priority)
                && (self.category.is_none() || self.category == category)
                && me.as_ref().is_none_or(|me| *me == who || steps_in);
            if matches {
                let severity = book.office().service.severity(priority.as_deref().unwrap_or(""));
                rows.push(Row { clocks, step, who, severity, job, client });
            }
        }
        rows.sort_by_key(|row| (row.severity, row.due(), row.job.id.clone()));
        if session.terminal.is_json() {
            let rows: Vec<_> = rows
                .iter()
                .map(|row| {
                    json!({
                        "id": row.job.id,
                        "client": row.client.id,
                        "client_name": row.client.name,
                        "title": row.job.title,
                        "stage": row.job.stage,
                        "priority": row.job.ticket.as_ref().and_then(|ticket| ticket.priority()),
                        "category": row.job.ticket.as_ref().and_then(|ticket| ticket.category.as_ref()),
                        "owner": row.who,
                        "opened": row.job.opened.at,
                        "clocks": row.clocks.iter().map(|clock| clock_json(clock, &book)).collect::<Vec<_>>(),
                        "escalation": row.step.as_ref().map(step_json),
                    })
                })
                .collect();
            session.terminal.json(&json!({ "tickets": rows }));
            return Ok(());
        }
        let columns = vec![
            Column::whole("ticket"),
            Column::text("priority"),
            Column::long("client"),
            Column::long("title").spare(5),
            Column::text("stage").spare(2),
            Column::text("answer").spare(3),
            Column::text("solution").spare(4),
            Column::whole("due"),
            Column::text("who"),
            Column::text("steps in").spare(1),
        ];
        let mut table = Table::new(columns, "no tickets");
        for row in &rows {
            let clock = |what: ServiceClock| {
                let clock = row.clocks.iter().find(|clock| clock.what == what);
                clock.map_or(Cell::plain(""), |clock| standing(clock, &book))
            };
            let is_crisis = row.job.ticket.as_ref().is_some_and(|ticket| ticket.is_crisis());
            let priority = row.job.ticket.as_ref().and_then(|ticket| ticket.priority()).unwrap_or("");
            let step = row.step.as_ref().filter(|step| step.answered.is_none());
            table.row([
                Cell::plain(row.job.id.as_str()),
                if is_crisis { Cell::bad(format!("{priority}, crisis")) } else { Cell::plain(priority) },
                Cell::plain(row.client.name.as_str()),
                Cell::strong(&row.job.title),
                Cell::plain(rules.workflow(&row.job)?.stage_title(&row.job.stage)),
                clock(ServiceClock::Respond),
                clock(ServiceClock::Resolve),
                Cell::plain(row.due().1.map_or(String::new(), |due| shown(&book, due))),
                Cell::plain(row.who.as_str()),
                step.map_or(Cell::plain(""), |step| Cell::bad(step.level.as_str())),
            ]);
        }
        session.terminal.table(&table);
        Ok(())
    }
}
