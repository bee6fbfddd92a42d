//! `jobbook invoice`: made, issued, sent, submitted, taken back (E07, E15–E18).
//!
//! [`new`]; [`show`] and [`render`]; [`send`] and submit; [`taking_back`]: credit, void; [`list`].

pub mod list;
pub mod new;
pub mod render;
pub mod send;
pub mod show;
pub mod taking_back;

use clap::Subcommand;

use super::session::Session;
use crate::book::Book;
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::moves::matching::Difference;
use crate::problem::Outcome;
use crate::ui::{Cell, Column, Table};

/// What can be done with invoices.
#[derive(Debug, Subcommand)]
pub enum Invoice {
    /// Begin an invoice: from the approved quote, else from visits and parts
    New(new::New),
    /// Show an invoice, its lines and what is open on it
    Show(show::Show),
    /// Print an invoice
    Render(render::Render),
    /// Send an invoice; a draft gets its number and is frozen
    Send(send::Send),
    /// Note that an invoice is in the client's portal
    Submit(send::Submit),
    /// List invoices
    List(list::List),
    /// Take back an invoice that has left the house, by a credit note
    Credit(taking_back::Credit),
    /// Take back an invoice that nobody has seen
    Void(taking_back::Void),
}

impl Invoice {
    /// Runs it.
    ///
    /// # Errors
    /// What the move or the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Invoice::New(args) => args.run(session),
            Invoice::Show(args) => args.run(session),
            Invoice::Render(args) => args.run(session),
            Invoice::Send(args) => args.run(session),
            Invoice::Submit(args) => args.run(session),
            Invoice::List(args) => args.run(session),
            Invoice::Credit(args) => args.run(session),
            Invoice::Void(args) => args.run(session),
        }
    }
}

/// The job that was named, and the invoice of it: a printed number in place of the job names both.
fn named(
    session: &Session,
    book: &Book,
    job: &str,
    invoice: Option<&String>,
) -> Outcome<(Id, Option<String>)> {
    let id = session.job(book, job)?;
    let number = job.trim().to_uppercase();
    let by_number = (number != id.as_str() && number.contains('-')).then_some(number);
    let of_job = |number: &String| {
        book.job(&id).is_ok_and(|job| job.invoices.iter().any(|one| one.number() == Some(number)))
    };
    Ok((id.clone(), invoice.map(|typed| typed.to_uppercase()).or(by_number.filter(of_job))))
}

/// The invoice that waits to go out: the one named, else the newest that did not go out, else the newest.
fn to_go_out(job: &Job, wanted: Option<&str>) -> Outcome<Number> {
    let held =
        job.invoices.iter().rev().find(|invoice| {
            invoice.voided.is_none() && invoice.sent.is_empty() && invoice.submitted.is_none()
        });
    match (wanted, held) {
        (None, Some(invoice)) => Ok(invoice.n.clone()),
        (wanted, _) => Ok(job.invoice_number(wanted)?),
    }
}

/// Where an invoice is not what the client approved.
fn differences_table(differences: &[Difference]) -> Table {
    let columns = [
        Column::number("line"),
        Column::long("what"),
        Column::text("differs in"),
        Column::text("approved"),
        Column::text("billed"),
    ];
    let mut table = Table::new(columns, "nothing differs from the approved quote");
    for difference in differences {
        table.row([
            Cell::plain(difference.line.map_or("–".to_string(), |line| line.to_string())),
            Cell::plain(&difference.text),
            Cell::bad(difference.what),
            Cell::plain(&difference.approved),
            Cell::plain(&difference.billed),
        ]);
    }
    table
}
