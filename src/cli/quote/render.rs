//! `jobbook quote render`: a version as the client sees it.

use clap::Args;

use super::Which;
use crate::cli::output::Printing;
use crate::cli::session::Session;
use crate::problem::Outcome;

/// `jobbook quote render`
#[derive(Debug, Args)]
#[command(after_help = "\
On the screen a quote is text; into a file it is a PDF, unless the file's ending says otherwise.
A draft is marked as one. A version that was sent is printed from what was sealed then; --copy
gives the very bytes that were kept in documents/, or a print marked as a copy where none were kept.

Examples:
  jobbook quote render 17 --text
  jobbook quote render 17 -o quote.pdf
  jobbook quote render 17/1 --copy -o quote.pdf")]
pub struct Render {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    printing: Printing,
    /// A copy of what was sent
    #[arg(long)]
    copy: bool,
}

impl Render {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (id, version) = self.which.find(&book)?;
        let job = book.job(&id)?;
        let client = book.client(&job.client)?;
        let quote = job.quote_version(version)?;
        let format =
            if self.copy { self.printing.format_else(book.kept_format()) } else { self.printing.format() };
        let printed = book.printed_quote(&job, &client, quote, format, self.copy)?;
        self.printing.give(session, &printed)
    }
}
