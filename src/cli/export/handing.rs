//! Invoices for a bookkeeping program, each once: what `export quickbooks` and `export iif` share (T07, X06).

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use crate::book::disk;
use crate::book::pushing::{Handover, Pushable};
use crate::book::{Book, Changed};
use crate::cli::left_out::{left_out_json, left_out_lines};
use crate::cli::session::Session;
use crate::domain::invoice::Bookkeeping;
use crate::exchange::program::Program;
use crate::problem::{Outcome, Problems};
use crate::ui::Lines;

/// Which invoices, and where to.
#[derive(Debug, Args)]
pub(super) struct HandingArgs {
    /// Only these invoices, by number
    invoices: Vec<String>,
    /// Write to this file, not to one called after the program and the day. None is replaced
    #[arg(short = 'o', long = "output", value_name = "FILE", conflicts_with = "confirm")]
    file: Option<PathBuf>,
    /// Also what went before: name the invoices
    #[arg(long, requires = "invoices", conflicts_with = "confirm")]
    again: bool,
    /// You saw them in the program: the ones named, else all that were handed over
    #[arg(long)]
    confirm: bool,
}

impl HandingArgs {
    pub(super) fn run<P: Program>(&self, session: &Session, book: &Book, program: &P) -> Outcome<()> {
        let contents = book.contents()?;
        let all = book.pushable(&contents);
        if self.confirm {
            self.confirm(session, book, P::TO, all)?;
        } else {
            self.push(session, book, program, all)?;
        }
        Problems::check(contents.damaged)
    }

    fn push<P: Program>(
        &self,
        session: &Session,
        book: &Book,
        program: &P,
        all: Vec<Pushable>,
    ) -> Outcome<()> {
        let wanted = if self.invoices.is_empty() {
            all.into_iter().filter(|one| one.push_to(P::TO).is_none()).collect()
        } else {
            book.chosen(all, &self.invoices)?
        };
        let usual = || PathBuf::from(format!("{}-{}.{}", P::TO, session.today(book), P::ENDING));
        let file = self.file.clone().unwrap_or_else(usual);
        let folder = session.around.folder.join(file.parent().unwrap_or_else(|| "".as_ref()));
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        disk::must_not_be_of_book(&session.root()?, &folder.join(file.file_name().unwrap_or_default()))?;
        let changed = session.change(book, |change| {
            let handover = change.push_to(program, &wanted, &stem, self.again)?;
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
            tell(session, P::TO, &handover);
        }
        published
    }

    fn confirm(&self, session: &Session, book: &Book, to: Bookkeeping, all: Vec<Pushable>) -> Outcome<()> {
        let wanted = if self.invoices.is_empty() {
            let waits = |one: &Pushable| one.push_to(to).is_some_and(|push| !push.arrived);
            all.into_iter().filter(waits).collect()
        } else {
            book.chosen(all, &self.invoices)?
        };
        let confirmed = session.change(book, |change| change.confirm_pushes(to, &wanted))?.value;
        if session.terminal.is_json() {
            session.terminal.json(&json!({ "confirmed": confirmed, "dry_run": session.around.dry_run }));
            return Ok(());
        }
        let mut lines = Lines::new();
        lines.bullet(match &confirmed[..] {
            [] => "no invoice waits for word that it arrived".to_string(),
            [one] => format!("{one} is in {}", to.title()),
            many => format!("{} invoices are in {}: {}", many.len(), to.title(), many.join(", ")),
        });
        session.terminal.lines(&lines);
        Ok(())
    }
}

fn json(session: &Session, handover: &Handover) -> Value {
    let files: Vec<Value> =
        handover.files.iter().map(|one| json!({"file": one.name, "invoices": one.numbers})).collect();
    let skipped = left_out_json("invoice", &handover.skipped);
    json!({ "files": files, "skipped": skipped, "dry_run": session.around.dry_run })
}

fn tell(session: &Session, to: Bookkeeping, handover: &Handover) {
    let mut lines = Lines::new();
    if handover.files.is_empty() && handover.skipped.is_empty() {
        lines.bullet(format!("every invoice has gone to {} already", to.title()));
    }
    for file in &handover.files {
        let count = file.numbers.len();
        let invoices = if count == 1 { "1 invoice".to_string() } else { format!("{count} invoices") };
        let written = if session.around.dry_run { "would be written" } else { "written" };
        lines.bullet(format!("{} {written}: {invoices}, {}", file.name, file.numbers.join(", ")));
    }
    left_out_lines(&mut lines, &handover.skipped);
    if !handover.files.is_empty() && !session.around.dry_run {
        lines.next_command(
            "take them in there, then say so",
            format!("jobbook export {} --confirm", to.command()),
        );
    }
    session.terminal.lines(&lines);
}
