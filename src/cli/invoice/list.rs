//! `invoice list`: invoices of all jobs and clients, from the index.

use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use crate::book::index::{ClientEntry, Wanted};
use crate::cli::listing::{Form, Listing, Row, names};
use crate::cli::session::Session;
use crate::domain::id::{Id, Number};
use crate::domain::money::Amount;
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

/// Where an invoice stands among others.
type Key = (bool, Option<NaiveDate>, Option<String>, Option<Id>, Number);

struct InvoiceRow<'a> {
    job: Option<&'a Id>,
    client: &'a Id,
    client_name: &'a str,
    invoice: &'a InvoiceSummary,
    overdue: bool,
}

impl List {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let wanted = self.job.as_deref().map(|typed| session.job(&book, typed)).transpose()?;
        let today = session.today(&book);
        let digits = book.office().prices.currency.digits;
        let form = Form::of(session);
        let mut listing = Listing::sorted(session, "invoices", table());
        // Those that are wanted of one job or client.
        let rows = |job: Option<&Id>, client: &Id, invoices: &[InvoiceSummary], name: &str| {
            if wanted.is_some() && job != wanted.as_ref() {
                return None;
            }
            let made = |invoice: &InvoiceSummary| {
                let row = InvoiceRow::new(job, client, name, invoice, today);
                self.wants(&row).then(|| (row.key(), form.row(|| row.cells(digits), || row.value())))
            };
            let made: Vec<_> = invoices.iter().filter_map(made).collect();
            (!made.is_empty()).then_some(made)
        };
        listing.fill(&book, Wanted::Everything, |survey, listing| {
            let names = names(survey)?;
            let mut add =
                |rows: Vec<(Key, Row)>| rows.into_iter().for_each(|(key, row)| listing.add(key, row));
            survey.each_called_job(
                |job| {
                    let (id, client): (Id, Id) = (job.id.parse().ok()?, job.client.parse().ok()?);
                    rows(Some(&id), &client, &job.invoices, names.own(&client).unwrap_or(""))
                },
                &mut add,
            )?;
            survey.each_client(
                |ClientEntry { summary: client }| rows(None, &client.id, &client.invoices, &client.name),
                &mut add,
            )
        })?;
        listing.finish();
        Ok(())
    }

    fn wants(&self, row: &InvoiceRow<'_>) -> bool {
        (!self.open || row.invoice.is_open())
            && (!self.overdue || row.overdue)
            && (!self.draft || row.invoice.state == "draft")
    }
}

impl<'a> InvoiceRow<'a> {
    fn new(
        job: Option<&'a Id>,
        client: &'a Id,
        client_name: &'a str,
        invoice: &'a InvoiceSummary,
        today: NaiveDate,
    ) -> InvoiceRow<'a> {
        let late = invoice.due_date.is_some_and(|due| due < today) && invoice.credits.is_none();
        InvoiceRow { job, client, client_name, invoice, overdue: late && invoice.open > Amount::ZERO }
    }

    /// By date, drafts last.
    fn key(&self) -> Key {
        let date = self.invoice.date;
        (date.is_none(), date, self.invoice.number.clone(), self.job.cloned(), self.invoice.n)
    }

    fn value(&self) -> Value {
        json!({
            "job": self.job, "client": self.client, "client_name": self.client_name,
            "overdue": self.overdue, "invoice": self.invoice,
        })
    }

    fn cells(&self, digits: u32) -> Vec<Cell> {
        let invoice = self.invoice;
        let day = |day: Option<NaiveDate>| day.map_or(String::new(), |day| day.to_string());
        let due = day(invoice.due_date.filter(|_| invoice.credits.is_none()));
        let issued = invoice.number.is_some() && invoice.state != "void";
        let money = |amount: Amount| if issued { amount.rounded(digits).to_string() } else { String::new() };
        let open = money(invoice.open);
        vec![
            Cell::plain(invoice.number.clone().unwrap_or_else(|| format!("draft {}", invoice.n))),
            Cell::plain(day(invoice.date)),
            if self.overdue { Cell::bad(due) } else { Cell::plain(due) },
            Cell::plain(self.job.map_or("", Id::as_str)),
            Cell::plain(self.client_name),
            Cell::plain(invoice.kind.as_str()),
            Cell::plain(if self.overdue { "overdue" } else { &invoice.state }),
            Cell::plain(money(invoice.claim)),
            if self.overdue { Cell::bad(open) } else { Cell::plain(open) },
        ]
    }
}

fn table() -> Table {
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
    Table::new(columns, "no invoices")
}
