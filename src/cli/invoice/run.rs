//! `invoice run`: every invoice that is to be made, in one change (E16).

use clap::Args;
use serde_json::{Value, json};

use crate::book::billing_run::BillingRun;
use crate::book::{Book, Changed};
use crate::cli::left_out::{left_out_json, left_out_lines};
use crate::cli::session::Session;
use crate::domain::money::Amount;
use crate::domain::month::Month;
use crate::problem::{Outcome, Problems};
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook invoice run`
#[derive(Debug, Args)]
#[command(after_help = "\
Begins an invoice for each job that stands where an invoice leads on: one for each job, or one over all jobs of \
a client who wants it so (client set --consolidated). What cannot be billed is listed with the reason, and the rest \
is done. With --dry-run you see what would be made.

With --month it bills that month of all plans instead, each once, with the working where a month is not billed as a \
whole.

Examples:
  jobbook invoice run --dry-run
  jobbook invoice run
  jobbook invoice run --month 2026-04 --dry-run
  jobbook invoice run C-0003 --send")]
pub struct Run {
    /// Only this client: 3, C-0003, or words
    client: Option<String>,
    /// Bill this month of all plans: 2026-04
    #[arg(long, value_name = "MONTH")]
    month: Option<Month>,
    /// Send them by mail as well; what may not be sent is left out
    #[arg(long)]
    send: bool,
}

impl Run {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let client = self.client.as_deref().map(|typed| session.client(&book, typed)).transpose()?;
        let contents = book.contents()?;
        let jobs = match self.month {
            Some(_) => book.plans(&contents, client.as_ref(), true),
            None => book.jobs_to_bill(&contents, client.as_ref()),
        };
        let progress = session.terminal.progress("clients", jobs.len() as u64);
        let step = || progress.advance();
        let changed = session.change(&book, |change| match self.month {
            Some(month) => change.run_plans(month, &jobs, self.send, step),
            None => change.run_billing(&jobs, self.send, step),
        })?;
        drop(progress);
        if session.terminal.is_json() {
            session.terminal.json(&json(&book, session, &changed));
        } else {
            tell(&book, session, &changed, self.month);
        }
        Problems::check(contents.damaged)
    }
}

fn json(book: &Book, session: &Session, changed: &Changed<BillingRun>) -> Value {
    let digits = book.office().prices.currency.digits;
    let made: Vec<Value> = changed
        .value
        .made
        .iter()
        .map(|one| {
            json!({
                "client": one.client, "holder": one.holder, "invoice": one.n, "number": one.number,
                "jobs": one.jobs, "lines": one.lines, "texts": one.texts, "due": one.due.rounded(digits),
            })
        })
        .collect();
    let notes: Vec<Value> = changed
        .value
        .notes
        .iter()
        .map(|(job, note, command)| json!({"job": job, "note": note, "command": command}))
        .collect();
    json!({
        "made": made, "skipped": left_out_json("job", &changed.value.skipped), "notes": notes, "files": changed.files,
        "dry_run": session.around.dry_run,
    })
}

fn tell(book: &Book, session: &Session, changed: &Changed<BillingRun>, month: Option<Month>) {
    let BillingRun { made, skipped, notes } = &changed.value;
    let money = &book.office().prices.currency;
    let mut columns = vec![
        Column::whole("invoice"),
        Column::text("of"),
        Column::long("client"),
        Column::number("jobs").spare(2),
        Column::number("lines").spare(1),
        Column::number("to pay"),
    ];
    if month.is_some() {
        columns.push(Column::long("what"));
    }
    let empty = match month {
        Some(month) => format!("no plan is to be billed for {month}"),
        None => "no job stands where an invoice leads on".to_string(),
    };
    let mut table = Table::new(columns, &empty);
    for one in made {
        let mut cells = vec![
            Cell::strong(one.number.clone().unwrap_or_else(|| format!("draft {}", one.n))),
            Cell::plain(one.holder.as_str()),
            Cell::plain(&one.name),
            Cell::plain(one.jobs.len().to_string()),
            Cell::plain(one.lines.to_string()),
            Cell::plain(one.due.rounded(money.digits).to_string()),
        ];
        if month.is_some() {
            cells.push(Cell::plain(one.texts.join("; ")));
        }
        table.row(cells);
    }
    if made.len() > 1 {
        let total: Amount = made.iter().map(|one| one.due).sum();
        let jobs: usize = made.iter().map(|one| one.jobs.len()).sum();
        let lines: usize = made.iter().map(|one| one.lines).sum();
        let mut cells = vec![
            Cell::strong("in all"),
            Cell::plain(""),
            Cell::plain(""),
            Cell::plain(jobs.to_string()),
            Cell::plain(lines.to_string()),
            Cell::strong(total.rounded(money.digits).to_string()),
        ];
        if month.is_some() {
            cells.push(Cell::plain(""));
        }
        table.row(cells);
    }
    if !made.is_empty() || skipped.is_empty() {
        session.terminal.table(&table);
    }
    let mut lines = Lines::new();
    left_out_lines(&mut lines, skipped);
    if !notes.is_empty() {
        lines.heading("Also to be known");
    }
    for (job, note, command) in notes {
        lines.bullet(Cell::plain(format!("{job}  {note}")));
        lines.bullet_at(1, Cell::muted(command.as_str()));
    }
    if session.around.dry_run && !made.is_empty() {
        lines.bullet(Cell::caution("dry run: nothing was written"));
    } else if let Some(first) = made.iter().find(|one| one.number.is_none()) {
        let (holder, n) = (&first.holder, &first.n);
        lines.next_command("look at each draft", format!("jobbook invoice show {holder} {n}"));
        lines.next_command("then send it", format!("jobbook invoice send {holder} {n}"));
    }
    session.terminal.lines(&lines);
}
