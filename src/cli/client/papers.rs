//! `jobbook client statement`, `client export` (S14).

use clap::Args;
use serde_json::json;

use crate::cli::output::{Output, Printing};
use crate::cli::session::Session;
use crate::documents::layout::Layout;
use crate::documents::printable::Printable;
use crate::documents::statement::Statement;
use crate::domain::job::Job;
use crate::exchange::json_text::plain;
use crate::problem::Outcome;

/// `jobbook client statement`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook client statement C-0003 -o statement.pdf")]
pub struct StatementArgs {
    /// The client
    client: String,
    #[command(flatten)]
    printing: Printing,
}

/// `jobbook client export`
#[derive(Debug, Args)]
#[command(after_help = "\
One JSON document with everything the book holds about one client, to be handed to the person
on request: format, made, office; client, merged, jobs (what the files say, also those of
clients merged into it); letters with their text; documents (kept: in the book; else where
they are); files (each as it stands, with remarks by hand). It holds the office's own remarks
and costs too: look through it first.

Example:
  jobbook client export C-0003 -o client.json")]
pub struct Export {
    /// The client
    client: String,
    #[command(flatten)]
    output: Output,
}

impl StatementArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let client = book.client(&session.client(&book, &self.client)?)?;
        let jobs = book.jobs_of(&client.id)?;
        let jobs: Vec<&Job> = jobs.iter().collect();
        let statement = Statement::of_jobs(&client, &jobs, book.office(), session.today(&book));
        if session.terminal.is_json() {
            let items: Vec<_> = statement
                .items
                .iter()
                .map(|item| {
                    json!({
                        "invoice": item.invoice, "job": item.job, "date": item.date, "due": item.due,
                        "amount": item.amount, "paid": item.paid, "open": item.open(),
                    })
                })
                .collect();
            session.terminal.json(&json!({
                "client": client.id, "date": statement.date, "currency": statement.currency.code,
                "items": items, "on_account": statement.on_account, "balance": statement.balance(),
            }));
            return Ok(());
        }
        let layout = Layout::new(self.printing.format(), book.office().paper);
        let printed = book.printed(&Printable::Statement(&statement), &layout, &book.templates()?)?;
        self.printing.give(session, &printed)
    }
}

impl Export {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let all = book.everything_of(&session.client(&book, &self.client)?)?;
        self.output.give(session, plain(&format!("{all:#}\n")).as_bytes())
    }
}
