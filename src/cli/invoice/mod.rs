//! `jobbook invoice`: made, issued, sent, submitted, taken back (E07, E15–E18).
//!
//! [`new`]; [`show`] and [`render`], of one or, in [`render_all`], of many; [`send`], [`submit`] and reject; [`taking_back`]: credit, void; [`list`].

pub mod list;
pub mod new;
pub mod render;
pub mod render_all;
pub mod run;
pub mod send;
pub mod show;
pub mod submit;
pub mod taking_back;

use clap::Subcommand;

use super::session::Session;
use crate::book::consolidated::{Consolidated, Together};
use crate::book::invoicing::{Invoicing, Sheet};
use crate::book::{Book, Changed, Report, Work};
use crate::domain::id::{Id, Number};
use crate::domain::ledger::Ledger;
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
    Submit(submit::Submit),
    /// Note that the client's portal turned an invoice down: its number is used up there
    Reject(submit::Reject),
    /// Begin every invoice that is to be made: one for each job, or one over all jobs of a client
    Run(run::Run),
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
            Invoice::Reject(args) => args.run(session),
            Invoice::Run(args) => args.run(session),
            Invoice::List(args) => args.run(session),
            Invoice::Credit(args) => args.run(session),
            Invoice::Void(args) => args.run(session),
        }
    }
}

/// The file that an invoice stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Holder {
    /// A job bills by itself.
    Job(Id),
    /// A client's jobs are billed together.
    Client(Id),
}

impl Holder {
    /// Its ID.
    pub(in crate::cli) fn id(&self) -> &Id {
        match self {
            Holder::Job(id) | Holder::Client(id) => id,
        }
    }
}

/// The file and the invoice in it that were named: by a job, by a client whose jobs are billed together, or by a
/// printed number alone.
pub(in crate::cli) fn named(
    session: &Session,
    book: &Book,
    typed: &str,
    invoice: Option<&String>,
) -> Outcome<(Holder, Option<String>)> {
    let wanted = invoice.map(|typed| typed.to_uppercase());
    let typed_large = typed.trim().to_uppercase();
    if let Ok(id) = typed_large.parse::<Id>()
        && let Some(prefix) = id.as_str().split('-').next()
        && prefix == book.office().numbering.client.prefix
        && let Ok(client) = book.client(&id)
    {
        return Ok((Holder::Client(client.id), wanted));
    }
    if typed_large.contains('-')
        && let Some(client) = book.client_of_invoice(&typed_large)?
    {
        return Ok((Holder::Client(client), wanted.or(Some(typed_large))));
    }
    let id = session.job(book, typed)?;
    let job = book.job(&id)?;
    if job.invoices.is_empty() {
        let client = book.client(&job.client)?;
        let shared = job.account(&client).bills().last().map(|bill| bill.invoice.n.to_string());
        if shared.is_some() {
            return Ok((Holder::Client(client.id), wanted.or(shared)));
        }
    }
    let by_number =
        (typed_large != id.as_str() && job.numbered(&typed_large).is_some()).then_some(typed_large);
    Ok((Holder::Job(id), wanted.or(by_number)))
}

/// What came of a change of the invoices of one file.
pub(in crate::cli) enum Invoiced {
    /// Of a job.
    Job(Box<Changed<Report>>),
    /// Of a client whose jobs are billed together.
    Together(Box<Changed<Together>>),
}

impl Invoiced {
    /// What was done, in sentences.
    fn done(&self) -> &[String] {
        match self {
            Invoiced::Job(changed) => &changed.value.done,
            Invoiced::Together(changed) => &changed.value.done,
        }
    }

    /// The invoice as it stands now.
    fn sheet(self, n: Number) -> Sheet {
        match self {
            Invoiced::Job(changed) => {
                let Report { job, client, .. } = changed.value;
                Sheet { jobs: vec![job], together: false, client, n }
            }
            Invoiced::Together(changed) => {
                let Together { jobs, client, .. } = changed.value;
                Sheet { jobs: jobs.into_iter().map(|one| one.job).collect(), together: true, client, n }
            }
        }
    }
}

impl Session {
    /// A change of the invoices of one file.
    pub(in crate::cli) fn invoicing(
        &self,
        book: &Book,
        holder: &Holder,
        act: impl FnOnce(&mut dyn Invoicing<'_>) -> Outcome<()>,
    ) -> Outcome<Invoiced> {
        Ok(match holder {
            Holder::Job(id) => Invoiced::Job(Box::new(self.change(book, |change| {
                let mut work = Work::on(change, id)?;
                act(&mut work)?;
                work.finish()
            })?)),
            Holder::Client(id) => Invoiced::Together(Box::new(self.change(book, |change| {
                let mut together = Consolidated::on(change, id)?;
                act(&mut together)?;
                Ok(together.finish())
            })?)),
        })
    }

    /// Tells what came of it.
    pub(in crate::cli) fn answer_invoiced(&self, book: &Book, invoiced: &Invoiced) {
        match invoiced {
            Invoiced::Job(changed) => self.answer(book, changed),
            Invoiced::Together(changed) => self.answer_together(book, changed),
        }
    }
}

/// The invoice that was named.
pub(in crate::cli) fn sheet(book: &Book, holder: &Holder, wanted: Option<&str>) -> Outcome<Sheet> {
    match holder {
        Holder::Job(id) => book.invoice_of_job(id, wanted),
        Holder::Client(id) => book.invoice_of_client(id, wanted),
    }
}

/// The invoice that waits to go out: the one named, else the newest that did not go out, else the newest.
fn to_go_out(ledger: &dyn Ledger, wanted: Option<&str>) -> Outcome<Number> {
    let held = ledger.invoices().iter().rev().find(|invoice| invoice.voided.is_none() && !invoice.has_left());
    match (wanted, held) {
        (None, Some(invoice)) => Ok(invoice.n),
        (wanted, _) => Ok(ledger.invoice_number(wanted)?),
    }
}

/// Where an invoice is not what the client approved.
fn differences_table(differences: &[Difference]) -> Table {
    let columns = [
        Column::number("line"),
        Column::long("what"),
        Column::text("differs in"),
        Column::whole("approved"),
        Column::whole("billed"),
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
