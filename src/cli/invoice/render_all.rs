//! `invoice render --all`: every issued invoice into a folder, on all cores.

use std::path::Path;

use clap::Args;
use rayon::prelude::*;
use serde_json::json;

use crate::book::index::{ClientEntry, Wanted};
use crate::book::printing::{Press, Printed};
use crate::book::{Book, disk};
use crate::cli::output::Printing;
use crate::cli::session::Session;
use crate::documents::layout::{Layout, Mark};
use crate::documents::printable::Printable;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::month::Month;
use crate::domain::paper::Paper;
use crate::domain::summary::InvoiceSummary;
use crate::problem::{Outcome, Place, Problem, Problems};

/// Which of them.
#[derive(Debug, Args)]
pub struct All {
    /// Every issued invoice, each into a file of its number in the folder that -o names
    #[arg(long, conflicts_with_all = ["job", "invoice"], requires = "file")]
    all: bool,
    /// Only those of this month: 2026-03
    #[arg(long, value_name = "MONTH", requires = "all")]
    month: Option<Month>,
    /// Only those of this client
    #[arg(long, value_name = "CLIENT", requires = "all")]
    client: Option<String>,
}

/// An invoice about to be printed.
struct Sheet {
    number: String,
    paper: Paper,
    template: Option<String>,
    void: bool,
}

impl All {
    pub(super) fn run(&self, session: &Session, book: &Book, printing: &Printing) -> Outcome<()> {
        let (folder, format) = printing.folder();
        let Some(folder) = folder else {
            return Err(Problem::usage("folder-missing", "it is not said where to")
                .remedy("name a folder with -o FOLDER")
                .into());
        };
        let client = self.client.as_deref().map(|typed| session.client(book, typed)).transpose()?;
        let (sheets, mut problems) = self.sheets(book, client.as_ref())?;
        let target = session.around.folder.join(folder);
        let name = |sheet: &Sheet| format!("{}{}", sheet.number, format.ending());
        if session.around.dry_run {
            for sheet in &sheets {
                session
                    .terminal
                    .say(&format!("dry run: {} was not written", folder.join(name(sheet)).display()));
            }
            return Problems::check(problems);
        }
        if !sheets.is_empty() {
            disk::must_not_be_of_book(book.root(), &target)?;
            disk::make_folder_outside(&target)?;
        }
        let templates = book.templates()?;
        let press =
            Press { templates: &templates, stationery: book.stationery()?, command: book.pdf_command() };
        let progress = session.terminal.progress("invoices", sheets.len() as u64);
        let size = book.office().paper;
        let made: Vec<Outcome<Printed>> = sheets
            .par_iter()
            .map(|sheet| {
                let layout = Layout::new(format, size).with_template(sheet.template.as_deref());
                let layout = if sheet.void { layout.marked(Mark::Void) } else { layout };
                let what = Printable::Paper(&sheet.paper);
                let printed = press.print(&what, &layout, sheet.paper.date)?;
                write(book, &target.join(name(sheet)), &printed)?;
                progress.advance();
                Ok(printed)
            })
            .collect();
        drop(progress);
        let mut written = Vec::new();
        for (sheet, printed) in sheets.iter().zip(made) {
            match printed {
                Ok(printed) => {
                    written.push(folder.join(name(sheet)));
                    if let Some(notice) = printed.notice() {
                        session.terminal.say(&format!("{}: {notice}", sheet.number));
                    }
                }
                Err(found) => problems.extend(found.at(&Place::file(&sheet.number)).into_vec()),
            }
        }
        if session.terminal.is_json() {
            session.terminal.json(&json!({ "format": format, "written": written }));
        } else {
            let noun = if written.len() == 1 { "invoice" } else { "invoices" };
            session.terminal.say(&format!("{} {noun} written to {}", written.len(), folder.display()));
        }
        Problems::check(problems)
    }

    /// Those that were issued, by number, and what is wrong with others.
    fn sheets(&self, book: &Book, client: Option<&Id>) -> Outcome<(Vec<Sheet>, Vec<Problem>)> {
        let ((clients, jobs), mut problems) = book.survey(Wanted::Everything, book.soon(), |survey| {
            let survey = client.map_or(*survey, |client| survey.of_client(client));
            let clients = survey
                .clients(|ClientEntry { summary }| self.is_among(&summary.invoices).then_some(summary.id))?;
            let jobs = survey.called_jobs(|job| {
                self.is_among(&job.invoices).then(|| job.id.parse::<Id>().ok()).flatten()
            })?;
            Some((clients, jobs))
        })?;
        let read = |id: &Id| book.job(id).and_then(|job| Ok((book.client(&job.client)?, job)));
        let jobs: Vec<Outcome<(Client, Job)>> = jobs.par_iter().map(read).collect();
        let mut sheets = Vec::new();
        for read in jobs {
            match read {
                Ok((client, job)) => self.of(&job, &client, &mut sheets, &mut problems),
                Err(found) => problems.extend(found.into_vec()),
            }
        }
        for id in &clients {
            match book.client(id) {
                Ok(client) => self.of(&client, &client, &mut sheets, &mut problems),
                Err(found) => problems.extend(found.into_vec()),
            }
        }
        sheets.sort_by(|one, other| one.number.cmp(&other.number));
        Ok((sheets, problems))
    }

    /// Whether one of the invoices was issued in the month that is asked for.
    fn is_among(&self, invoices: &[InvoiceSummary]) -> bool {
        let is_of_month = |day| self.month.is_none_or(|month| Month::of(day) == month);
        invoices.iter().any(|invoice| invoice.number.is_some() && invoice.date.is_some_and(is_of_month))
    }

    fn of(&self, ledger: &dyn Ledger, client: &Client, sheets: &mut Vec<Sheet>, problems: &mut Vec<Problem>) {
        for invoice in ledger.invoices() {
            let Some(issued) = &invoice.issued else { continue };
            if self.month.is_some_and(|month| Month::of(issued.paper.date) != month) {
                continue;
            }
            if let Err(problem) = issued.paper.must_match(&issued.seal) {
                problems.push(problem.at(Place::file(ledger.id().as_str())));
                continue;
            }
            sheets.push(Sheet {
                number: issued.number.clone(),
                paper: issued.paper.clone(),
                template: client.billing.template.clone(),
                void: invoice.voided.is_some(),
            });
        }
    }
}

fn write(book: &Book, file: &Path, printed: &Printed) -> Outcome<()> {
    disk::must_not_be_of_book(book.root(), file)?;
    Ok(disk::write_outside(file, &printed.bytes)?)
}
