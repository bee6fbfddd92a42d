//! `plan preview`: the days of a plan and what they cost, or a month of all plans.

use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use crate::book::Book;
use crate::cli::session::Session;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::money::Amount;
use crate::domain::month::Month;
use crate::domain::plan::billing::MonthBill;
use crate::domain::plan::days::{Occurrence, State};
use crate::problem::{Outcome, Problems};
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook plan preview`
#[derive(Debug, Args)]
#[command(after_help = "\
Without a month: the present one and the next. What a month comes to depends on the calendar and on what was noted, \
not on the day on which you ask.

Examples:
  jobbook plan preview 17
  jobbook plan preview --month 2026-04")]
pub struct Preview {
    /// The job; a month of all plans when left out
    #[arg(required_unless_present = "month")]
    job: Option<String>,
    /// The month: 2026-04
    #[arg(long, value_name = "MONTH")]
    month: Option<Month>,
}

/// A month of one plan.
struct Shown {
    bill: MonthBill,
    days: Vec<Occurrence>,
    billed: Option<String>,
}

impl Preview {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        match &self.job {
            Some(typed) => self.of_job(session, &book, typed),
            None => self.of_all(session, &book, self.month.unwrap_or(Month::of(session.today(&book)))),
        }
    }

    fn of_job(&self, session: &Session, book: &Book, typed: &str) -> Outcome<()> {
        let mut job = book.job(&session.job(book, typed)?)?;
        let client = book.client(&job.client)?;
        job.plan()?;
        let agreed = job.agreed_plan().is_some();
        // What is not agreed yet is shown as if the client agreed today.
        if let Some(plan) = job.plan.as_mut().filter(|plan| plan.start.is_none()) {
            plan.start = Some(session.today(book));
        }
        let plan = job.plan()?;
        let now = Month::of(session.today(book));
        let first = plan.start.map_or(now, |start| Month::of(start).max(now));
        let months = match self.month {
            Some(month) => vec![month],
            None => vec![first, first.next()],
        };
        let shown: Vec<Shown> =
            months.iter().filter_map(|month| shown(book, &job, &client, *month)).collect();
        let currency = &book.office().prices.currency;
        if session.terminal.is_json() {
            let months: Vec<Value> = shown.iter().map(|one| month_json(&job, one)).collect();
            session.terminal.json(&json!({
                "job": job.id, "plan": plan, "agreed": agreed, "currency": currency.code, "months": months,
            }));
            return Ok(());
        }
        let mut lines = Lines::new();
        lines.heading(format!("{}  {} · {}", job.id, client.name, plan.text));
        lines.bullet(Cell::plain(terms(book, &job)));
        if !agreed {
            lines.bullet(Cell::caution(format!(
                "the client has not agreed yet; shown as if service began on {}",
                plan.start.map_or(String::new(), |day| day.to_string())
            )));
        }
        for one in &shown {
            lines.heading(format!("{}: {}", one.bill.month, one.bill.workings_in(&currency.code)));
            if let Some(billed) = &one.billed {
                lines.bullet(Cell::good(format!("billed by {billed}")));
            }
            for day in &one.days {
                lines.bullet(day_line(&job, day));
            }
            if one.days.is_empty() {
                lines.bullet(Cell::muted("no day of the plan"));
            }
        }
        session.terminal.lines(&lines);
        Ok(())
    }

    fn of_all(&self, session: &Session, book: &Book, month: Month) -> Outcome<()> {
        let contents = book.contents()?;
        session.tell_damaged(&contents);
        let mut rows = Vec::new();
        let ids: Vec<_> = book.plans(&contents, None, true).into_values().flatten().collect();
        let progress = session.terminal.progress("plans", ids.len() as u64);
        for id in ids {
            progress.advance();
            let job = book.job(&id)?;
            let client = book.client(&job.client)?;
            let one = job.agreed_plan().and_then(|_| shown(book, &job, &client, month));
            rows.extend(
                one.filter(|one| !one.days.is_empty() || !one.bill.is_nothing())
                    .map(|one| (job, client, one)),
            );
        }
        drop(progress);
        let currency = &book.office().prices.currency;
        let total: Amount = rows.iter().map(|(.., one)| one.bill.total()).sum();
        if session.terminal.is_json() {
            let plans: Vec<Value> = rows.iter().map(|(job, _, one)| month_json(job, one)).collect();
            session.terminal.json(&json!({
                "month": month, "currency": currency.code, "plans": plans, "total": total.rounded(currency.digits),
            }));
            return Problems::check(contents.damaged);
        }
        let columns = [
            Column::whole("job"),
            Column::long("client"),
            Column::number("visits"),
            Column::number("amount"),
            Column::long("working").spare(2),
            Column::whole("billed").spare(1),
        ];
        let mut table = Table::new(columns, format!("no plan is served in {month}"));
        for (job, client, one) in &rows {
            table.row([
                Cell::plain(job.id.as_str()),
                Cell::plain(&client.name),
                Cell::plain(one.days.iter().filter(|day| day.is_served()).count().to_string()),
                Cell::plain(one.bill.total().rounded(currency.digits).to_string()),
                Cell::plain(one.bill.workings()),
                Cell::plain(one.billed.as_deref().unwrap_or("")),
            ]);
        }
        if rows.len() > 1 {
            table.row([
                Cell::strong("in all"),
                Cell::plain(""),
                Cell::plain(""),
                Cell::strong(total.rounded(currency.digits).to_string()),
            ]);
        }
        session.terminal.table(&table);
        Problems::check(contents.damaged)
    }
}

/// Rule, price, who goes, on one line.
fn terms(book: &Book, job: &Job) -> String {
    let Some(plan) = &job.plan else { return String::new() };
    let currency = &book.office().prices.currency;
    let every = plan.rule().map_or(String::new(), |rule| rule.words());
    let parts = [
        Some(every),
        Some(format!("{} a {}", currency.show(plan.price()), plan.per)),
        plan.technician.clone(),
        plan.route.as_ref().map(|route| match plan.position {
            Some(position) => format!("route {route}, stop {position}"),
            None => format!("route {route}"),
        }),
        plan.window.map(|window| window.to_string()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn shown(book: &Book, job: &Job, client: &Client, month: Month) -> Option<Shown> {
    let plan = job.plan.as_ref()?;
    let bill = plan.month(month, &job.called_off(), book.office().prices.currency.digits)?;
    let billed = job
        .account(client)
        .bill_of_month(month)
        .map(|(_, invoice)| invoice.number().map_or_else(|| format!("draft {}", invoice.n), str::to_string));
    Some(Shown { bill, days: plan.occurrences(month.first(), month.last()), billed })
}

fn day_line(job: &Job, one: &Occurrence) -> Cell {
    let shown = |day: NaiveDate| day.format("%a %Y-%m-%d").to_string();
    let day = shown(one.day);
    let moved = if one.on == one.day { String::new() } else { format!(", on {}", shown(one.on)) };
    let visit = job.visits.iter().find(|visit| visit.occurrence == Some(one.day));
    let visit = visit.map_or(String::new(), |visit| format!(", visit {}: {}", visit.n, visit.state()));
    match &one.state {
        State::Served => Cell::plain(format!("{day}{moved}{visit}")),
        State::Skipped { reason, charged } => {
            let charged = if *charged { ", billed" } else { "" };
            Cell::muted(format!("{day} left out: {reason}{charged}"))
        }
        State::Paused(reason) => Cell::muted(format!("{day} paused: {reason}")),
    }
}

fn month_json(job: &Job, one: &Shown) -> Value {
    let days: Vec<Value> = one
        .days
        .iter()
        .map(|day| {
            let visit = job.visits.iter().find(|visit| visit.occurrence == Some(day.day));
            let state = match day.state {
                State::Served => "served",
                State::Skipped { .. } => "skipped",
                State::Paused(_) => "paused",
            };
            json!({"day": day.day, "on": day.on, "state": state, "visit": visit.map(|visit| &visit.n)})
        })
        .collect();
    json!({
        "job": job.id, "month": one.bill.month, "amount": one.bill.total(), "working": one.bill.workings(),
        "days": days, "billed": one.billed,
    })
}
