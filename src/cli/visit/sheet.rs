//! `visit sheet`: what the technician takes along, without prices (E13).

use clap::Args;

use crate::cli::output::Printing;
use crate::cli::session::Session;
use crate::documents::layout::Layout;
use crate::documents::printable::Printable;
use crate::documents::work_order::WorkOrder;
use crate::domain::id::Number;
use crate::problem::Outcome;

/// `jobbook visit sheet`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook visit sheet 17 -o today.pdf")]
pub struct Sheet {
    /// The job
    job: String,
    /// Number of the visit; the open one, else the last, when left out
    visit: Option<Number>,
    #[command(flatten)]
    printing: Printing,
}

impl Sheet {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let job = book.job(&session.job(&book, &self.job)?)?;
        let client = book.client(&job.client)?;
        let next = self.visit.or_else(|| job.open_visit().map(|visit| visit.n));
        let n = job.visit_to_note(next.as_ref())?;
        let items = book.dispatch_items(&job, &client, &n)?;
        let order = WorkOrder::new(&job, &client, book.office(), job.visit(&n)?, items);
        let layout = Layout::new(self.printing.format(), book.office().paper);
        let printed = book.printed(&Printable::WorkOrder(&order), &layout, &book.templates()?)?;
        self.printing.give(session, &printed)
    }
}
