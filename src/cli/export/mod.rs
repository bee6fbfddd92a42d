//! `jobbook export`: sheets for other programs; [`quickbooks`], [`iif`] and [`portal`]: invoices, each once ([`handing`]); [`ics`]: visits for calendars;
//! [`journal`]: plain-text accounting; [`vcard`]: clients for address books;
//! [`json`]: the whole book; [`e_invoice`]: electronic invoices.

pub mod e_invoice;
mod handing;
pub mod ics;
pub mod iif;
pub mod journal;
pub mod json;
pub mod portal;
pub mod quickbooks;
pub mod vcard;

use clap::{Args, Subcommand};

use crate::book::Book;
use crate::book::index::{ClientEntry, Contents, JobEntry, Wanted};
use crate::cli::output::SheetOutput;
use crate::cli::session::Session;
use crate::domain::summary::JobSummary;
use crate::exchange::sheets::{self, Desk, Table};
use crate::problem::{Outcome, Problems};
use crate::reports;
use crate::reports::register::Register;

/// How far ahead the next step of a job is looked for, in days.
const AHEAD: i64 = 400;

/// What can be exported. CSV goes to standard output unless a file is named.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// The tracking sheet: one row for each job
    Tracking(To),
    /// The logistics sheet: one row for each part
    Logistics(To),
    /// The schedule: one row for each visit, by day
    Schedule(To),
    /// One row for each invoice
    Invoices(To),
    /// One row for each client
    Clients(To),
    /// What clients owe, by how long it is past due
    Aging(To),
    /// All of these in one Excel workbook
    Workbook(To),
    /// Visits for calendars: all, of a person, of a job
    Ics(ics::Ics),
    /// Clients and their persons for address books
    Vcard(vcard::VCard),
    /// Invoices for QuickBooks Online, each once
    Quickbooks(quickbooks::QuickBooks),
    /// Invoices for QuickBooks Desktop, each once
    Iif(iif::Iif),
    /// Invoices for a portal of clients, in its own columns, each once
    Portal(portal::Portal),
    /// Invoices and payments as a journal for hledger, ledger or Beancount
    Journal(journal::JournalArgs),
    /// The whole book for other programs, with its schema
    Json(json::Json),
    /// Electronic invoices (EN 16931): as UBL, as CII, or as PDF with data
    EInvoice(e_invoice::EInvoice),
}

/// Which rows, and where to.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  jobbook export tracking -o tracking.csv\n  jobbook export tracking -o tracking.xlsx\n  jobbook export invoices --open"
)]
pub struct To {
    #[command(flatten)]
    output: SheetOutput,
    /// Only what is open
    #[arg(long)]
    open: bool,
}

/// A sheet of the office.
#[derive(Clone, Copy)]
enum Sheet {
    Tracking,
    Logistics,
    Schedule,
    Invoices,
    Clients,
    Aging,
}

/// In the order of the workbook's tabs.
const ALL: [Sheet; 6] =
    [Sheet::Tracking, Sheet::Logistics, Sheet::Schedule, Sheet::Invoices, Sheet::Clients, Sheet::Aging];

impl Export {
    /// Runs it.
    ///
    /// # Errors
    /// What the disk refused; files that could not be read, after the rest was written.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Export::Tracking(to) => to.give(session, Sheet::Tracking),
            Export::Logistics(to) => to.give(session, Sheet::Logistics),
            Export::Schedule(to) => to.give(session, Sheet::Schedule),
            Export::Invoices(to) => to.give(session, Sheet::Invoices),
            Export::Clients(to) => to.give(session, Sheet::Clients),
            Export::Aging(to) => to.give(session, Sheet::Aging),
            Export::Workbook(to) => to.give_all(session),
            Export::Ics(args) => args.run(session),
            Export::Vcard(args) => args.run(session),
            Export::Quickbooks(args) => args.run(session),
            Export::Iif(args) => args.run(session),
            Export::Portal(args) => args.run(session),
            Export::Journal(args) => args.run(session),
            Export::Json(args) => args.run(session),
            Export::EInvoice(args) => args.run(session),
        }
    }
}

/// Of a client what rows of jobs need.
fn for_jobs(mut entry: ClientEntry) -> Option<ClientEntry> {
    let client = &mut entry.summary;
    (client.contacts, client.phones, client.emails, client.tags) = Default::default();
    (client.documents, client.payments, client.feedback) = Default::default();
    Some(entry)
}

/// Of a job its invoices and what is open; absent when that is nothing.
pub(super) fn invoices_alone(mut entry: JobEntry) -> Option<JobEntry> {
    let job = &mut entry.summary;
    (job.visits, job.payments, job.quotes, job.parts, entry.dues) = Default::default();
    (!job.invoices.is_empty() || !job.balance.is_zero()).then_some(entry)
}

/// Of a job its visits; absent when there are none.
fn visits_alone(mut entry: JobEntry) -> Option<JobEntry> {
    let job = &mut entry.summary;
    (job.invoices, job.payments, job.quotes, job.parts, entry.dues) = Default::default();
    (!job.visits.is_empty()).then_some(entry)
}

/// Of a job how it stands with its client.
fn standing_alone(mut entry: JobEntry) -> Option<JobEntry> {
    let job = &mut entry.summary;
    (job.visits, job.invoices, job.payments, job.quotes, job.parts, entry.dues) = Default::default();
    Some(entry)
}

impl To {
    fn give(&self, session: &Session, sheet: Sheet) -> Outcome<()> {
        let book = session.book()?;
        if let Sheet::Tracking = sheet
            && !self.output.is_workbook()
        {
            return self.give_tracking(session, &book);
        }
        let contents = match sheet {
            Sheet::Tracking => book.contents_until(book.in_days(AHEAD))?,
            Sheet::Schedule => book.contents_of(Wanted::Everything, visits_alone)?,
            Sheet::Clients => book.contents_of(Wanted::Everything, standing_alone)?,
            Sheet::Logistics => book.contents_of(Wanted::Everything, |entry| {
                (!entry.summary.parts.is_empty()).then_some(entry)
            })?,
            Sheet::Invoices | Sheet::Aging => book.contents_of(Wanted::Everything, invoices_alone)?,
        };
        self.output.give(session, &book, &self.table(session, &book, &contents, sheet))?;
        Problems::check(contents.damaged)
    }

    /// The sheet with a row for each job, of which a large book has many: each is written as it is read.
    fn give_tracking(&self, session: &Session, book: &Book) -> Outcome<()> {
        let rules = book.rules();
        let desk = Desk { zone: book.office().zone(), currency: book.office().prices.currency.clone() };
        let mut sheet = self.output.begin(session)?;
        let damaged = book.tell_each(Wanted::Everything, book.in_days(AHEAD), |survey| {
            if !sheet.is_fresh() {
                return None;
            }
            let clients = survey.clients(for_jobs)?;
            sheet.give(&sheets::tracking(&[], &desk).csv());
            let register = Register::new(clients.iter().map(|entry| &entry.summary));
            survey.each_job(
                |JobEntry { summary, dues }| {
                    let is_wanted = !self.open || !rules.is_final(&summary.workflow, &summary.stage);
                    let rows = is_wanted.then_some((&summary, &dues[..]));
                    let rows = reports::tracking::tracking(rows, &register);
                    (!rows.is_empty()).then(|| sheets::tracking(&rows, &desk).csv_lines())
                },
                |line| sheet.give(&line),
            )
        })?;
        sheet.finish()?;
        Problems::check(damaged)
    }

    fn give_all(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let contents = book.contents_until(book.in_days(AHEAD))?;
        let tables = ALL.map(|sheet| self.table(session, &book, &contents, sheet));
        self.output.workbook(session, &book, &book.office().name, &tables)?;
        Problems::check(contents.damaged)
    }

    fn table(&self, session: &Session, book: &Book, contents: &Contents, sheet: Sheet) -> Table {
        let rules = book.rules();
        let is_wanted = |job: &JobSummary| !self.open || !rules.is_final(&job.workflow, &job.stage);
        let entries = || contents.jobs.iter().filter(|entry| is_wanted(&entry.summary));
        let jobs = || entries().map(|entry| &entry.summary);
        let clients = || contents.clients.iter().map(|entry| &entry.summary);
        let register = Register::new(clients());
        let desk = Desk { zone: book.office().zone(), currency: book.office().prices.currency.clone() };
        match sheet {
            Sheet::Tracking => {
                let rows = entries().map(|entry| (&entry.summary, &entry.dues[..]));
                sheets::tracking(&reports::tracking::tracking(rows, &register), &desk)
            }
            Sheet::Logistics => sheets::logistics(&reports::logistics::logistics(jobs(), &register), &desk),
            Sheet::Schedule => {
                let mut rows = reports::schedule::rows(jobs(), &register);
                rows.retain(|row| !self.open || row.visit.open);
                sheets::schedule(&rows)
            }
            Sheet::Invoices => {
                let mut rows = reports::invoices::invoices(jobs(), clients());
                rows.retain(|row| !self.open || !row.open.is_zero());
                sheets::invoices(&rows, &desk)
            }
            Sheet::Clients => sheets::clients(&reports::clients::clients(clients(), jobs()), &desk),
            Sheet::Aging => {
                sheets::aging(&reports::aging::aging(jobs(), clients(), session.today(book)), &desk)
            }
        }
    }
}
