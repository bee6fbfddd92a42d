//! `invoice list`: invoices of all jobs and clients, from the index.

use clap::Args;
use serde_json::json;

use crate::cli::session::Session;
use crate::domain::id::Id;
use crate::domain::summary::InvoiceSummary;
use crate::problem::Outcome;
use crate::ui::{Cell, Column, Table};

/// `jobbook invoice list`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook invoice list --overdue")]
pub struct List {
    /// The job; all when left out
    job: Option<String>,
    /// Only what is not wholly paid
    #[arg(long)]
    open: bool,
    /// Only what should have been paid by now
    #[arg(long)]
    overdue: bool,
    /// Only drafts
    #[arg(long, conflicts_with_all = ["open", "overdue"])]
    draft: bool,
}

struct Row<'a> {
    job: Option<&'a Id>,
    client: &'a Id,
    invoice: &'a InvoiceSummary,
    overdue: bool,
}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let wanted = self.job.as_deref().map(|typed| session.job(&book, typed)).transpose()?;
        let contents = book.contents()?;
        session.tell_damaged(&contents);
        let today = session.today(&book);
        let of_jobs = contents.jobs.iter().flat_map(|entry| {
            let job = &entry.summary;
            job.invoices.iter().map(move |invoice| (Some(&job.id), &job.client, invoice))
        });
        let of_clients = contents.clients.iter().flat_map(|entry| {
            let client = &entry.summary;
            client.invoices.iter().map(move |invoice| (None, &client.id, invoice))
        });
        let mut rows: Vec<Row<'_>> = of_jobs
            .chain(of_clients)
            .map(|(job, client, invoice)| {
                let late = invoice.due_date.is_some_and(|due| due < today) && invoice.credits.is_none();
                let overdue = late && invoice.open > crate::domain::money::Amount::ZERO;
                Row { job, client, invoice, overdue }
            })
            .filter(|row| wanted.is_none() || row.job == wanted.as_ref())
            .filter(|row| !self.open || row.invoice.is_open())
            .filter(|row| !self.overdue || row.overdue)
            .filter(|row| !self.draft || row.invoice.state == "draft")
            .collect();
        rows.sort_by_key(|row| {
            let date = row.invoice.date;
            (date.is_none(), date, row.invoice.number.clone(), row.job.cloned(), row.invoice.n)
        });
        let name = |id: &Id| {
            let client = contents.clients.iter().map(|entry| &entry.summary).find(|client| client.id == *id);
            client.map_or(String::new(), |client| client.name.clone())
        };
        if session.terminal.is_json() {
            let rows: Vec<_> = rows
                .iter()
                .map(|row| {
                    json!({
                        "job": row.job, "client": row.client, "client_name": name(row.client),
                        "overdue": row.overdue, "invoice": row.invoice,
                    })
                })
                .collect();
            session.terminal.json(&json!({ "invoices": rows }));
            return Ok(());
        }
        let columns = [
            Column::whole("number"),
            Column::whole("date").spare(2),
            Column::whole("due"),
            Column::whole("job").spare(4),
            Column::long("client"),
            Column::text("kind").spare(1),
            Column::text("state"),
            Column::number("to pay").spare(3),
            Column::number("open"),
        ];
        let digits = book.office().prices.currency.digits;
        let mut table = Table::new(columns, "no invoices");
        for row in &rows {
            let invoice = row.invoice;
            let day = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| day.to_string());
            let due = day(invoice.due_date.filter(|_| invoice.credits.is_none()));
            let issued = invoice.number.is_some() && invoice.state != "void";
            let money = |amount: crate::domain::money::Amount| {
                if issued { amount.rounded(digits).to_string() } else { String::new() }
            };
            table.row([
                Cell::plain(invoice.number.clone().unwrap_or_else(|| format!("draft {}", invoice.n))),
                Cell::plain(day(invoice.date)),
                if row.overdue { Cell::bad(due) } else { Cell::plain(due) },
                Cell::plain(row.job.map_or("", Id::as_str)),
                Cell::plain(name(row.client)),
                Cell::plain(invoice.kind.as_str()),
                Cell::plain(if row.overdue { "overdue" } else { &invoice.state }),
                Cell::plain(money(invoice.claim)),
                if row.overdue { Cell::bad(money(invoice.open)) } else { Cell::plain(money(invoice.open)) },
            ]);
        }
        session.terminal.table(&table);
        Ok(())
    }
}
