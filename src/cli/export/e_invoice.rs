//! `export e-invoice`: electronic invoices as files (EN 16931).

use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::book::e_invoicing::EInvoiceFile;
use crate::book::invoicing::Sheet;
use crate::book::pushing::Pushable;
use crate::book::{Book, disk};
use crate::cli::invoice::{named, sheet};
use crate::cli::left_out::{left_out_json, left_out_lines};
use crate::cli::session::Session;
use crate::documents::templates::Templates;
use crate::domain::electronic::EInvoiceForm;
use crate::domain::month::Month;
use crate::problem::{Outcome, Problem, Problems};
use crate::ui::Lines;

/// `jobbook export e-invoice`
#[derive(Debug, Args)]
#[command(after_help = "\
An issued invoice as a file that the client's program reads by itself, by the European norm EN 16931: ubl or cii \
(XML), or factur-x (a PDF with that data in it). Which form a client gets is said by client set --e-invoice; then \
invoice send adds the file to the mail and keeps it with the documents. The office's side of it stands in \
jobbook.toml under [e_invoice].

One invoice goes to standard output, or to the file after -o; several into the folder after -o.

Examples:
  jobbook export e-invoice INV-2026-00003 -o invoice.xml
  jobbook export e-invoice INV-2026-00003 --as cii -o invoice.xml
  jobbook export e-invoice --month 2026-03 -o march
  jobbook export e-invoice --client C-0003 -o kettle --dry-run")]
pub struct EInvoice {
    /// Which invoices: by number, or the newest of a job
    invoices: Vec<String>,
    /// All of this client
    #[arg(long, value_name = "CLIENT")]
    client: Option<String>,
    /// All of this month: 2026-03
    #[arg(long, value_name = "MONTH")]
    month: Option<Month>,
    /// In this form instead of the client's: ubl, cii or factur-x
    #[arg(long = "as", value_name = "FORM")]
    form: Option<EInvoiceForm>,
    /// The file, or the folder for several; the folder is made, a file that is there is replaced
    #[arg(short = 'o', long = "output", value_name = "PATH")]
    output: Option<PathBuf>,
}

/// A file and where it goes.
struct Written {
    invoice: String,
    path: PathBuf,
    file: EInvoiceFile,
}

impl EInvoice {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let templates = book.templates()?;
        if let ([one], None, None) = (&self.invoices[..], &self.client, &self.month)
            && !self.output.as_deref().is_some_and(is_folder)
        {
            let sheet = self.named(session, &book, one)?;
            let file = book.e_invoice_of(&sheet, self.form, &templates)?;
            return self.give_one(session, file);
        }
        let Some(folder) = &self.output else {
            return Err(Problem::usage("e-invoice-folder", "it is not said where the files go")
                .remedy("name a folder: -o FOLDER")
                .into());
        };
        let mut skipped: Vec<(String, Vec<Problem>)> = Vec::new();
        let mut written = Vec::new();
        let chosen = self.chosen(session, &book)?;
        let progress = session.terminal.progress("electronic invoices", chosen.len() as u64);
        let made: Vec<Outcome<EInvoiceFile>> = chosen
            .par_iter()
            .map(|(_, sheet)| {
                let made = self.one(&book, sheet, &templates);
                progress.advance();
                made
            })
            .collect();
        drop(progress);
        for ((invoice, _), made) in chosen.into_iter().zip(made) {
            match made {
                Ok(file) => {
                    let path = folder.join(&file.name);
                    written.push(Written { invoice, path, file });
                }
                Err(problems) => skipped.push((invoice, problems.into_vec())),
            }
        }
        if !session.around.dry_run {
            for one in &written {
                self.write(session, &one.path, &one.file.bytes)?;
            }
        }
        tell(session, &written, &skipped);
        Ok(())
    }

    fn one(&self, book: &Book, sheet: &Sheet, templates: &Templates) -> Outcome<EInvoiceFile> {
        book.e_invoice_of(sheet, self.form, templates)
    }

    fn named(&self, session: &Session, book: &Book, typed: &str) -> Outcome<Sheet> {
        let (holder, wanted) = named(session, book, typed, None)?;
        sheet(book, &holder, wanted.as_deref())
    }

    /// The invoices that were named, or those of a client and a month who get electronic ones.
    fn chosen(&self, session: &Session, book: &Book) -> Outcome<Vec<(String, Sheet)>> {
        if !self.invoices.is_empty() {
            return self
                .invoices
                .iter()
                .map(|typed| Ok((typed.to_uppercase(), self.named(session, book, typed)?)))
                .collect();
        }
        if self.client.is_none() && self.month.is_none() {
            return Err(Problem::usage("e-invoice-which", "it is not said which invoices")
                .remedy("jobbook export e-invoice INV-2026-00003 -o invoice.xml")
                .remedy("jobbook export e-invoice --month 2026-03 -o march")
                .into());
        }
        let client = self.client.as_deref().map(|typed| session.client(book, typed)).transpose()?;
        let contents = book.contents()?;
        let is_wanted = |one: &Pushable| {
            client.as_ref().is_none_or(|client| *client == one.client)
                && self.month.is_none_or(|month| one.date.is_some_and(|date| Month::of(date) == month))
        };
        let mut found = Vec::new();
        for one in book.pushable(&contents).into_iter().filter(is_wanted) {
            let wanted = Some(one.number.as_str());
            let sheet = if one.together {
                book.invoice_of_client(&one.holder, wanted)?
            } else {
                book.invoice_of_job(&one.holder, wanted)?
            };
            if self.form.is_some() || sheet.client.billing.e_invoice.is_some() {
                found.push((one.number, sheet));
            }
        }
        Problems::check(contents.damaged)?;
        Ok(found)
    }

    fn give_one(&self, session: &Session, file: EInvoiceFile) -> Outcome<()> {
        if let Some(path) = &self.output {
            if !session.around.dry_run {
                self.write(session, path, &file.bytes)?;
            }
            let invoice = file.name.rsplit_once('.').map_or(&*file.name, |(number, _)| number).to_string();
            tell(session, &[Written { invoice, path: path.clone(), file }], &[]);
            return Ok(());
        }
        if session.terminal.is_json() && file.form == EInvoiceForm::FacturX {
            return Err(Problem::usage("binary-in-json", "a PDF can't stand in JSON")
                .remedy("name a file with -o FILE.pdf")
                .into());
        }
        if session.terminal.is_json() {
            let document = String::from_utf8_lossy(&file.bytes);
            session.terminal.json(&json!({
                "format": file.form, "document": document, "of_today": file.is_of_today,
            }));
            return Ok(());
        }
        session.terminal.document(&file.bytes)?;
        if file.is_of_today {
            session.terminal.say(OF_TODAY);
        }
        Ok(())
    }

    fn write(&self, session: &Session, path: &Path, bytes: &[u8]) -> Outcome<()> {
        let target = session.around.folder.join(path);
        if let Ok(root) = session.root() {
            // Also the folders that are still to be made.
            target.ancestors().try_for_each(|path| disk::must_not_be_of_book(&root, path))?;
        }
        if let Some(folder) = target.parent() {
            disk::make_folder_outside(folder)?;
        }
        disk::write_outside(&target, bytes)?;
        Ok(())
    }
}

/// Whether a path is that of a folder: nothing in its name says that it is a file of data.
fn is_folder(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    !matches!(ending.as_str(), "xml" | "pdf")
}

/// What is told of an invoice that was issued before the client got electronic ones.
const OF_TODAY: &str =
    "issued before electronic invoices were kept: addresses, references and account are those of today";

fn tell(session: &Session, written: &[Written], skipped: &[(String, Vec<Problem>)]) {
    if session.terminal.is_json() {
        let files: Vec<Value> = written
            .iter()
            .map(|one| {
                json!({
                    "invoice": one.invoice, "file": one.path, "format": one.file.form,
                    "of_today": one.file.is_of_today,
                })
            })
            .collect();
        session.terminal.json(&json!({
            "files": files, "skipped": left_out_json("invoice", skipped), "dry_run": session.around.dry_run,
        }));
        return;
    }
    let mut lines = Lines::new();
    if written.is_empty() && skipped.is_empty() {
        lines.bullet("no invoice of those is for a client who gets electronic ones");
    }
    let verb = if session.around.dry_run { "would be written" } else { "written" };
    for one in written {
        lines.bullet(format!("{} {verb} to {}, as {}", one.invoice, one.path.display(), one.file.form));
        if one.file.is_of_today {
            lines.bullet_at(1, OF_TODAY);
        }
    }
    left_out_lines(&mut lines, skipped);
    session.terminal.lines(&lines);
}
