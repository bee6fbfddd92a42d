//! `invoice render`: an invoice printed; drafts, copies and void ones are marked.

use clap::Args;

use super::render_all::All;
use super::{named, sheet};
use crate::cli::output::Printing;
use crate::cli::session::Session;
use crate::problem::Outcome;

/// `jobbook invoice render`
#[derive(Debug, Args)]
#[command(after_help = "\
On the screen an invoice is text, to be read at once. Into a file it is a PDF, ready to be handed out, unless the \
file's ending says otherwise.

Examples:
  jobbook invoice render 17
  jobbook invoice render 17 -o invoice.pdf
  jobbook invoice render INV-2026-00003 --copy -o copy.pdf
  jobbook invoice render --all --month 2026-03 -o march")]
pub struct Render {
    /// The job, the client whose jobs are billed together, or the number of an invoice
    #[arg(required_unless_present = "all")]
    job: Option<String>,
    /// Number of the invoice; the newest when left out
    invoice: Option<String>,
    #[command(flatten)]
    all: All,
    /// Give a draft its number and freeze it
    #[arg(long = "final", conflicts_with_all = ["copy", "all"])]
    closing: bool,
    /// A copy of what left the house, as it was kept
    #[arg(long, conflicts_with = "all")]
    copy: bool,
    #[command(flatten)]
    printing: Printing,
}

impl Render {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let Some(job) = &self.job else { return self.all.run(session, &book, &self.printing) };
        let (holder, wanted) = named(session, &book, job, self.invoice.as_ref())?;
        let mut sheet = sheet(&book, &holder, wanted.as_deref())?;
        if self.closing && sheet.invoice()?.is_draft() {
            let n = sheet.n;
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
