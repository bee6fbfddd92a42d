//! `jobbook export`: sheets for other programs; [`quickbooks`]: invoices, each once.

pub mod quickbooks;

use clap::{Args, Subcommand};

use crate::cli::output::Output;
use crate::cli::session::Session;
use crate::domain::summary::JobSummary;
use crate::exchange::sheets::{self, Desk, Table};
use crate::problem::{Outcome, Problems};
use crate::reports;
use crate::reports::register::Register;

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
    /// Invoices for QuickBooks, each once
    Quickbooks(quickbooks::QuickBooks),
}

/// Which rows, and where to.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  jobbook export tracking -o tracking.csv\n  jobbook export invoices --open"
)]
pub struct To {
    #[command(flatten)]
    output: Output,
    /// Only what is open
    #[arg(long)]
    open: bool,
}

impl Export {
    /// Runs it.
    ///
    /// # Errors
    /// What the disk refused; files that could not be read, after the rest was written.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Export::Quickbooks(args) => args.run(session),
            Export::Tracking(to)
            | Export::Logistics(to)
            | Export::Schedule(to)
            | Export::Invoices(to)
            | Export::Clients(to)
            | Export::Aging(to) => self.sheet(session, to),
        }
    }

    fn sheet(&self, session: &Session, to: &To) -> Outcome<()> {
        let book = session.book()?;
        let contents = book.contents_until(book.in_days(400))?;
        let rules = book.rules();
        let is_wanted = |job: &JobSummary| !to.open || !rules.is_final(&job.workflow, &job.stage);
        let entries = || contents.jobs.iter().filter(|entry| is_wanted(&entry.summary));
        let jobs = || entries().map(|entry| &entry.summary);
        let clients = || contents.clients.iter().map(|entry| &entry.summary);
        let register = Register::new(clients());
        let desk = Desk { zone: book.office().zone(), currency: book.office().prices.currency.clone() };
        let table: Table = match self {
            Export::Tracking(_) => {
                let rows = reports::tracking::tracking(
                    entries().map(|entry| (&entry.summary, &entry.dues[..])),
                    &register,
                );
                sheets::tracking(&rows, &desk)
            }
            Export::Logistics(_) => {
                sheets::logistics(&reports::logistics::logistics(jobs(), &register), &desk)
            }
            Export::Schedule(_) => {
                let mut rows = reports::schedule::rows(jobs(), &register);
                rows.retain(|row| !to.open || row.visit.open);
                sheets::schedule(&rows)
            }
            Export::Invoices(_) => {
                let mut rows = reports::invoices::invoices(jobs(), clients());
                rows.retain(|row| !to.open || !row.open.is_zero());
                sheets::invoices(&rows, &desk)
            }
            Export::Aging(_) => {
                sheets::aging(&reports::aging::aging(jobs(), clients(), session.today(&book)), &desk)
            }
            Export::Clients(_) | Export::Quickbooks(_) => {
                sheets::clients(&reports::clients::clients(clients(), jobs()), &desk)
            }
        };
        to.output.give(session, table.csv())?;
        Problems::check(contents.damaged)
    }
}
