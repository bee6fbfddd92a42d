//! `invoice render`: an invoice printed; drafts, copies and void ones are marked.

use clap::Args;

use super::{named, sheet};
use crate::cli::output::Printing;
use crate::cli::session::Session;
use crate::problem::Outcome;

/// `jobbook invoice render`
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  jobbook invoice render 17 -o invoice.html\n  jobbook invoice render INV-2026-00003 --copy -o copy.html"
)]
pub struct Render {
    /// The job, the client whose jobs are billed together, or the number of an invoice
    job: String,
    /// Number of the invoice; the newest when left out
    invoice: Option<String>,
    /// Give a draft its number and freeze it
    #[arg(long = "final", conflicts_with = "copy")]
    closing: bool,
    /// A copy of what left the house, as it was kept
    #[arg(long)]
    copy: bool,
    #[command(flatten)]
    printing: Printing,
}

impl Render {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (holder, wanted) = named(session, &book, &self.job, self.invoice.as_ref())?;
        let mut sheet = sheet(&book, &holder, wanted.as_deref())?;
        if self.closing && sheet.invoice()?.is_draft() {
            let n = sheet.n.clone();
            let invoiced = session.invoicing(&book, &holder, |work| work.issue_invoice(&n))?;
            if self.printing.is_into_file() && !session.terminal.is_json() {
                session.answer_invoiced(&book, &invoiced);
            } else {
                for done in invoiced.done() {
                    session.terminal.say(done);
                }
            }
            sheet = invoiced.sheet(n);
        }
        let day = session.today(&book);
        let format =
            if self.copy { self.printing.format_else(book.kept_format()) } else { self.printing.format() };
        let printed = book.print_invoice(sheet.billed(), &sheet.n, format, self.copy, day)?;
        self.printing.give(session, &printed)
    }
}
