//! Invoices for a bookkeeping program or a portal, each once: what `export quickbooks`, `export iif` and
//! `export portal` share (T07, X06, E16).

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::invoices_alone;
use crate::book::disk;
use crate::book::index::{Contents, Wanted};
use crate::book::pushing::{Handover, Pushable};
use crate::book::{Book, Changed};
use crate::cli::left_out::{left_out_json, left_out_lines};
use crate::cli::session::Session;
use crate::domain::destination::Destination;
use crate::domain::id::Id;
use crate::domain::invoice::InvoiceKind;
use crate::domain::portal::Portal;
use crate::exchange::program::Program;
use crate::problem::{Outcome, Problem, Problems};
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

/// What is different where the program is a portal.
#[derive(Default)]
pub(super) struct To<'a> {
    /// The clients whose invoices go there.
    pub(super) only: Vec<Id>,
    /// Drafts that will go there, each with the reason why it does not yet.
    pub(super) drafts: Vec<(String, Vec<Problem>)>,
    /// The portal, and what it answered to the last sheet.
    pub(super) portal: Option<(&'a Portal, Option<&'a str>)>,
}

impl To<'_> {
    /// Whether an invoice goes there when none is named.
    fn is_for(&self, one: &Pushable) -> bool {
        let in_portal = || {
            self.only.contains(&one.client)
                && !one.submitted
                && !one.credited
                && one.kind != InvoiceKind::Credit
        };
        self.portal.is_none() || in_portal()
    }
}

impl HandingArgs {
    pub(super) fn run<P: Program>(&self, session: &Session, book: &Book, program: &P) -> Outcome<()> {
        let contents = book.contents_of(Wanted::Everything, invoices_alone)?;
        self.run_to(session, book, program, contents, To::default())
    }

    /// Whether the named file has that ending.
    pub(super) fn ends_in(&self, wanted: &str) -> bool {
        let ending = self.file.as_deref().and_then(Path::extension).and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case(wanted))
    }

    pub(super) fn run_to<P: Program>(
        &self,
        session: &Session,
        book: &Book,
        program: &P,
        contents: Contents,
        to: To<'_>,
    ) -> Outcome<()> {
        let all = book.pushable(&contents);
        if self.confirm {
            self.confirm(session, book, &program.to(), &to, all)?;
        } else {
            self.push(session, book, program, to, all)?;
        }
        Problems::check(contents.damaged)
    }

    fn push<P: Program>(
        &self,
        session: &Session,
        book: &Book,
        program: &P,
        to: To<'_>,
        all: Vec<Pushable>,
    ) -> Outcome<()> {
        let destination = program.to();
        let wanted = if self.invoices.is_empty() {
            all.into_iter().filter(|one| one.push_to(&destination).is_none() && to.is_for(one)).collect()
        } else {
            book.chosen(all, &self.invoices)?
        };
        let usual = || {
            PathBuf::from(format!("{}-{}.{}", destination.file_word(), session.today(book), program.ending()))
        };
        let file = self.file.clone().unwrap_or_else(usual);
        let folder = session.around.folder.join(file.parent().unwrap_or_else(|| "".as_ref()));
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        disk::must_not_be_of_book(&session.root()?, &folder.join(file.file_name().unwrap_or_default()))?;
        let mut drafts = Vec::new();
        let changed = session.change(book, |change| {
            let handover = change.push_to(program, &wanted, &stem, self.again)?;
            if !session.around.dry_run {
                for one in &handover.files {
                    drafts.push(disk::draft_outside(&folder.join(&one.name), &one.bytes)?);
                }
            }
            Ok(handover)
        });
        if changed.as_ref().is_err_and(|refused| refused.iter().any(|one| one.code == "change-unfinished")) {
            // The next command completes the change: the sheets stay beside, under the names they were written by.
            drafts.drain(..).for_each(disk::Draft::leave);
        }
        let Changed { value: mut handover, .. } = changed?;
        if self.invoices.is_empty() {
            handover.skipped.extend(to.drafts);
        }
        // The marks stand: what was handed over is told, and each file is there, under whichever name.
        for warning in disk::publish_all(drafts) {
            session.terminal.warn(&warning);
        }
        if session.terminal.is_json() {
            session.terminal.json(&json(session, &handover));
        } else {
            tell(session, &destination, &handover);
        }
        Ok(())
    }

    fn confirm(
        &self,
        session: &Session,
        book: &Book,
        to: &Destination,
        how: &To<'_>,
        all: Vec<Pushable>,
    ) -> Outcome<()> {
        let wanted = if self.invoices.is_empty() {
            // What a portal turned down is not there.
            let waits = |one: &Pushable| {
                one.push_to(to).is_some_and(|push| !push.arrived) && (how.portal.is_none() || !one.rejected)
            };
            all.into_iter().filter(waits).collect()
        } else {
            book.chosen(all, &self.invoices)?
        };
        let changed = session.change(book, |change| match how.portal {
            Some((portal, told)) => change.confirm_in_portal(portal, &wanted, told),
            None => change.confirm_pushes(to, &wanted),
        });
        let confirmed = changed?.value;
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

fn tell(session: &Session, to: &Destination, handover: &Handover) {
    let mut lines = Lines::new();
    if handover.files.is_empty() && handover.skipped.is_empty() {
        lines.bullet(match to {
            Destination::Program(_) => format!("every invoice has gone to {} already", to.title()),
            Destination::Portal(_) => format!("no invoice waits to go to {}", to.title()),
        });
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
