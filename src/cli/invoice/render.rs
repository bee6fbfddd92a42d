//! `invoice render`: an invoice printed; drafts, copies and void ones are marked.

use clap::Args;

use super::named;
use crate::book::Work;
use crate::cli::output::Printing;
use crate::cli::session::Session;
use crate::problem::Outcome;

/// `jobbook invoice render`
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  jobbook invoice render 17 -o invoice.html\n  jobbook invoice render INV-2026-00003 --copy -o copy.html"
)]
pub struct Render {
    /// The job, or the number of an invoice
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
        let (id, wanted) = named(session, &book, &self.job, self.invoice.as_ref())?;
        let mut job = book.job(&id)?;
        let client = book.client(&job.client)?;
        let n = job.invoice_number(wanted.as_deref())?;
        if self.closing && job.invoice(&n)?.is_draft() {
            let changed = session.change(&book, |change| {
                let mut work = Work::on(change, &id)?;
                work.issue_invoice(&n)?;
                work.finish()
            })?;
            job = changed.value.job.clone();
            if self.printing.is_into_file() && !session.terminal.is_json() {
                session.answer(&book, &changed);
            } else {
                for done in &changed.value.done {
                    session.terminal.say(done);
                }
            }
        }
        let day = session.today(&book);
        let printed =
            book.print_invoice(&job, &client, &n, self.printing.format_of(self.copy), self.copy, day)?;
        self.printing.give(session, printed)
    }
}
