//! `payment list`: payments of all jobs, from the index.

use clap::Args;
use serde_json::json;

use crate::book::index::{JobEntry, Wanted};
use crate::cli::session::Session;
use crate::domain::id::Id;
use crate::domain::money::Amount;
use crate::domain::summary::PaymentSummary;
use crate::problem::Outcome;
use crate::ui::{Cell, Column, Table};

/// `jobbook payment list`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook payment list --from 2026-03-01 --to 2026-03-31")]
pub struct List {
    /// The job; all when left out
    job: Option<String>,
    /// From this day on
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Until this day, included
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
}

/// Of a job its payments; absent when there are none.
fn payments_alone(mut entry: JobEntry) -> Option<JobEntry> {
    let job = &mut entry.summary;
    (job.visits, job.invoices, job.quotes, job.parts, entry.dues) = Default::default();
    (!job.payments.is_empty()).then_some(entry)
}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let day =
            |typed: &Option<String>| typed.as_deref().map(|typed| session.day(&book, typed)).transpose();
        let (from, to) = (day(&self.from)?, day(&self.to)?);
        let wanted = self.job.as_deref().map(|typed| session.job(&book, typed)).transpose()?;
        let contents = book.contents_of(Wanted::Everything, payments_alone)?;
        session.tell_damaged(&contents);
        let of_jobs = contents.jobs.iter().flat_map(|entry| {
            let job = &entry.summary;
            job.payments.iter().map(move |payment| (Some(&job.id), &job.client, payment))
        });
        let of_clients = contents.clients.iter().flat_map(|entry| {
            let client = &entry.summary;
            client.payments.iter().map(move |payment| (None, &client.id, payment))
        });
        let mut rows: Vec<(Option<&Id>, &Id, &PaymentSummary)> = of_jobs
            .chain(of_clients)
            .filter(|(job, ..)| wanted.is_none() || *job == wanted.as_ref())
            .filter(|(_, _, payment)| from.is_none_or(|from| payment.date >= from))
            .filter(|(_, _, payment)| to.is_none_or(|to| payment.date <= to))
            .collect();
        rows.sort_by_key(|(job, client, payment)| (payment.date, job.cloned(), (*client).clone(), payment.n));
        let total: Amount = rows.iter().map(|(_, _, payment)| payment.amount).sum();
        let total = total.rounded(book.office().prices.currency.digits);
        if session.terminal.is_json() {
            let rows: Vec<_> = rows
                .iter()
                .map(|(job, client, payment)| json!({"job": job, "client": client, "payment": payment}))
                .collect();
            session.terminal.json(&json!({ "payments": rows, "total": total }));
            return Ok(());
        }
        let columns = [
            Column::whole("date"),
            Column::number("amount"),
            Column::text("method").spare(3),
            Column::whole("job"),
            Column::whole("client"),
            Column::whole("invoice"),
            Column::long("reference").spare(2),
            Column::text("by").spare(1),
        ];
        let mut table = Table::new(columns, "no payments");
        for (job, client, payment) in &rows {
            let place = if payment.on_site { ", on site" } else { "" };
            let amount = payment.amount.rounded(book.office().prices.currency.digits).to_string();
            let reference = match (&payment.refund, &payment.reference) {
                (Some(reason), _) => format!("went back: {reason}"),
                (None, reference) => reference.clone().unwrap_or_default(),
            };
            table.row([
                Cell::plain(payment.date.to_string()),
                if payment.amount.is_negative() { Cell::caution(amount) } else { Cell::plain(amount) },
                Cell::plain(format!("{}{place}", payment.method)),
                Cell::plain(job.map_or("", Id::as_str)),
                Cell::plain(client.as_str()),
                Cell::plain(payment.invoice.as_deref().unwrap_or("on account")),
                Cell::plain(reference),
                Cell::plain(&payment.by),
            ]);
        }
        if rows.len() > 1 {
            table.row([Cell::strong("in all"), Cell::strong(total.to_string())]);
        }
        session.terminal.table(&table);
        Ok(())
    }
}
