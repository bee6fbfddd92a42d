//! `export quickbooks`: invoices for QuickBooks, each once (T07).

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use crate::book::disk;
use crate::book::pushing::{Handover, Pushable};
use crate::book::{Book, Changed};
use crate::cli::session::Session;
use crate::problem::{Outcome, Problems};
use crate::ui::{Cell, Lines};

/// `jobbook export quickbooks`
#[derive(Debug, Args)]
#[command(after_help = "\
Writes every issued invoice that has not gone there into a CSV file for QuickBooks Online, and notes it on the \
invoice: none goes twice. QuickBooks takes 100 invoices a file; more make several files. When you have seen them \
there, say so with --confirm. Items, tax codes and tax columns stand in jobbook.toml under [quickbooks].

Examples:
  jobbook export quickbooks --dry-run
  jobbook export quickbooks -o monday.csv
  jobbook export quickbooks --confirm                        everything that was handed over is there
  jobbook export quickbooks INV-2026-00017 --again           it never arrived")]
pub struct QuickBooks {
    /// Only these invoices, by number
    invoices: Vec<String>,
    /// Write to this file; quickbooks-DAY.csv when left out. None is replaced
    #[arg(short = 'o', long = "output", value_name = "FILE", conflicts_with = "confirm")]
    file: Option<PathBuf>,
    /// Also what went before: name the invoices
    #[arg(long, requires = "invoices", conflicts_with = "confirm")]
    again: bool,
    /// You saw them in QuickBooks: the ones named, else all that were handed over
    #[arg(long)]
    confirm: bool,
}

impl QuickBooks {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let contents = book.contents()?;
        let all = book.pushable(&contents);
        if self.confirm {
            self.confirm(session, &book, all)?;
        } else {
            self.push(session, &book, all)?;
        }
        Problems::check(contents.damaged)
    }

    fn push(&self, session: &Session, book: &Book, all: Vec<Pushable>) -> Outcome<()> {
        let wanted = if self.invoices.is_empty() {
            all.into_iter().filter(|one| !one.pushed).collect()
        } else {
            book.chosen(all, &self.invoices)?
        };
        let usual = || PathBuf::from(format!("quickbooks-{}.csv", session.today(book)));
        let file = self.file.clone().unwrap_or_else(usual);
        let folder = session.around.folder.join(file.parent().unwrap_or_else(|| "".as_ref()));
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        disk::must_not_be_of_book(&session.root()?, &folder.join(file.file_name().unwrap_or_default()))?;
        let changed = session.change(book, |change| {
            let handover = change.push_to_quickbooks(&wanted, &stem, self.again)?;
            let mut drafts = Vec::new();
            if !session.around.dry_run {
                for one in &handover.files {
                    drafts.push(disk::draft_outside(&folder.join(&one.name), &one.bytes)?);
                }
            }
            Ok((handover, drafts))
        })?;
        let Changed { value: (handover, drafts), .. } = changed;
        // The marks stand: what was handed over is told, and each file that can be there is.
        let published = disk::publish_all(drafts);
        if session.terminal.is_json() {
            session.terminal.json(&json(session, &handover));
        } else {
            tell(session, &handover);
        }
        published
    }

    fn confirm(&self, session: &Session, book: &Book, all: Vec<Pushable>) -> Outcome<()> {
        let wanted = if self.invoices.is_empty() {
            all.into_iter().filter(|one| one.pushed && !one.arrived).collect()
        } else {
            book.chosen(all, &self.invoices)?
        };
        let confirmed = session.change(book, |change| change.confirm_quickbooks(&wanted))?.value;
        if session.terminal.is_json() {
            session.terminal.json(&json!({ "confirmed": confirmed, "dry_run": session.around.dry_run }));
            return Ok(());
        }
        let mut lines = Lines::new();
        lines.bullet(match &confirmed[..] {
            [] => "no invoice waits for word that it arrived".to_string(),
            [one] => format!("{one} is in QuickBooks"),
            many => format!("{} invoices are in QuickBooks: {}", many.len(), many.join(", ")),
        });
        session.terminal.lines(&lines);
        Ok(())
    }
}

fn json(session: &Session, handover: &Handover) -> Value {
    let files: Vec<Value> =
        handover.files.iter().map(|one| json!({"file": one.name, "invoices": one.numbers})).collect();
    let skipped: Vec<Value> = handover
        .skipped
        .iter()
        .map(|(number, problems)| {
            let problems: Vec<Value> = problems
                .iter()
                .map(|one| json!({"code": one.code, "message": one.message, "remedies": one.remedies}))
                .collect();
            json!({"invoice": number, "problems": problems})
        })
        .collect();
    json!({ "files": files, "skipped": skipped, "dry_run": session.around.dry_run })
}

fn tell(session: &Session, handover: &Handover) {
    let mut lines = Lines::new();
    if handover.files.is_empty() && handover.skipped.is_empty() {
        lines.bullet("every invoice has gone to QuickBooks already");
    }
    for file in &handover.files {
        let count = file.numbers.len();
        let invoices = if count == 1 { "1 invoice".to_string() } else { format!("{count} invoices") };
        let written = if session.around.dry_run { "would be written" } else { "written" };
        lines.bullet(format!("{} {written}: {invoices}, {}", file.name, file.numbers.join(", ")));
    }
    for (number, problems) in &handover.skipped {
        for problem in problems {
            lines.bullet(Cell::plain(format!("{number} is left out: {}", problem.message)));
            for remedy in &problem.remedies {
                lines.bullet_at(1, Cell::muted(remedy.as_str()));
            }
        }
    }
    if !handover.files.is_empty() && !session.around.dry_run {
        lines.next_command("take them in there, then say so", "jobbook export quickbooks --confirm");
    }
    session.terminal.lines(&lines);
}
