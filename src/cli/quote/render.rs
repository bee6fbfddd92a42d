//! `jobbook quote render`: a version as the client sees it.

use std::path::PathBuf;

use clap::Args;

use super::Which;
use crate::book::disk;
use crate::cli::session::Session;
use crate::documents::layout::Format;
use crate::problem::Outcome;

/// `jobbook quote render`
#[derive(Debug, Args)]
#[command(after_help = "\
A draft is marked as one. A version that was sent is printed from what was sealed then; --copy
gives the very bytes that were kept in documents/, or a print marked as a copy where none were kept.

Examples:
  jobbook quote render 17 --text
  jobbook quote render 17/1 --copy -o quote.html")]
pub struct Render {
    #[command(flatten)]
    which: Which,
    /// As HTML, for a browser or printer; the usual
    #[arg(long, conflicts_with = "text")]
    html: bool,
    /// As text
    #[arg(long)]
    text: bool,
    /// The file to write; standard output when left out
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
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
        let format = if self.text { Format::Text } else { Format::Html };
        let bytes = book.printed_quote(&job, &client, quote, format, self.copy)?;
        let Some(file) = &self.output else { return session.terminal.document(bytes) };
        if !session.around.dry_run {
            disk::write_outside(&session.around.folder.join(file), &bytes)?;
        }
        session.terminal.say(&format!("{id} quote v{} written to {}", quote.version, file.display()));
        Ok(())
    }
}
