//! `jobbook ticket list`: by priority, with what the clocks say (S08).

use clap::Args;
use serde_json::json;

use super::story::{clock_json, level, shown, standing, step_json};
use crate::book::Book;
use crate::book::index::{JobEntry, Wanted};
use crate::cli::session::Session;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::problem::Outcome;
use crate::reports::tickets::{TicketRow, is_for_tickets, present};
use crate::rules::service::Step;
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

/// A ticket, and the level that steps in.
struct Row<'a> {
    ticket: TicketRow<'a>,
    step: Option<Step>,
}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let rules = book.rules();
        let client = self.client.as_deref().map(|typed| session.client(&book, typed)).transpose()?;
        let incident = self.incident.as_deref().map(|typed| session.job(&book, typed)).transpose()?;
        let me = if self.mine { Some(session.person(&book)?) } else { None };
        let wanted = if self.all { Wanted::Everything } else { book.present() };
        let is_ticket = |entry: &JobEntry| is_for_tickets(rules, &entry.summary.workflow);
        let contents = book.contents_of(wanted, |entry| is_ticket(&entry).then_some(entry))?;
        session.tell_damaged(&contents);
        let wanted = contents.jobs.iter().map(|entry| &entry.summary).filter(|job| {
            is_for_tickets(rules, &job.workflow)
                && (self.all || !rules.is_final(&job.workflow, &job.stage))
                && client.as_ref().is_none_or(|client| job.client == *client)
                && incident.as_ref().is_none_or(|incident| job.from.as_ref() == Some(incident))
        });
        let mut files: Vec<(Job, Client)> = Vec::new();
        for summary in wanted {
            let job = book.job(&summary.id)?;
            let client = book.client(&job.client)?;
            files.push((job, client));
        }
        let now = book.now();
        let mut rows = Vec::new();
        for (job, client) in &files {
            let facts = rules.facts(job, client)?;
            let row = Row { ticket: TicketRow::new(facts, now), step: level(facts, &book) };
            if self.wants(&row, me.as_deref(), &book) {
                rows.push(row);
            }
        }
        rows.sort_by(|one, other| one.ticket.order(&other.ticket));
        if session.terminal.is_json() {
            let rows: Vec<_> = rows
                .iter()
                .map(|row| {
                    json!({
                        "id": row.ticket.job.id,
                        "client": row.ticket.client.id,
                        "client_name": row.ticket.client.name,
                        "title": row.ticket.job.title,
                        "stage": row.ticket.job.stage,
                        "priority": row.ticket.priority(),
                        "category": row.ticket.category(),
                        "owner": row.ticket.owner,
                        "opened": row.ticket.job.opened.at,
                        "clocks": row.ticket.clocks.iter().map(|clock| clock_json(clock, &book)).collect::<Vec<_>>(),
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
        for Row { ticket, step } in &rows {
            let clock = |what: ServiceClock| {
                let clock = ticket.clocks.iter().find(|clock| clock.what == what);
                clock.map_or(Cell::plain(""), |clock| standing(clock, &book))
            };
            let is_crisis = ticket.job.ticket.as_ref().is_some_and(|ticket| ticket.is_crisis());
            let priority = ticket.priority().unwrap_or("");
            let step = step.as_ref().filter(|step| step.answered.is_none());
            table.row([
                Cell::plain(ticket.job.id.as_str()),
                if is_crisis { Cell::bad(format!("{priority}, crisis")) } else { Cell::plain(priority) },
                Cell::plain(ticket.client.name.as_str()),
                Cell::strong(&ticket.job.title),
                Cell::plain(rules.workflow(ticket.job)?.stage_title(&ticket.job.stage)),
                clock(ServiceClock::Respond),
                clock(ServiceClock::Resolve),
                Cell::plain(ticket.due().map_or(String::new(), |due| shown(&book, due))),
                Cell::plain(ticket.owner.as_str()),
                step.map_or(Cell::plain(""), |step| Cell::bad(step.level.as_str())),
            ]);
        }
        session.terminal.table(&table);
        Ok(())
    }

    fn wants(&self, row: &Row<'_>, me: Option<&str>, book: &Book) -> bool {
        let ticket = &row.ticket;
        let steps_in = |me: &str| {
            row.step.as_ref().is_some_and(|step| {
                step.answered.is_none() && present(book.office(), &step.owner, step.at) == me
            })
        };
        (!self.late || ticket.is_late(book.now()))
            && (self.priority.is_none() || self.priority.as_deref() == ticket.priority())
            && (self.category.is_none() || self.category.as_deref() == ticket.category())
            && me.is_none_or(|me| ticket.owner == me || steps_in(me))
    }
}
