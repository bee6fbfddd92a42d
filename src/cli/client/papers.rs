//! `jobbook client document`, `client statement`, `client export` (S14).

use clap::Args;
use serde_json::json;

use crate::cli::output::{Output, Printing};
use crate::cli::session::Session;
use crate::documents::layout::Layout;
use crate::documents::print::render_statement;
use crate::documents::statement::Statement;
use crate::domain::job::Job;
use crate::domain::moves::filing::Paperwork;
use crate::problem::Outcome;

/// `jobbook client document`
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  jobbook client document C-0003 --kind contract https://files.example/c3.pdf --expires 2027-03-31"
)]
pub struct Document {
    /// The client
    client: String,
    /// Where it is: a path in the office's storage, or a link
    #[arg(value_name = "PATH-OR-LINK")]
    reference: String,
    /// What it is: contract, certificate, waiver, any word of the office
    #[arg(long)]
    kind: String,
    /// What it shows
    #[arg(long)]
    title: Option<String>,
    /// Last day it holds
    #[arg(long, value_name = "DAY")]
    expires: Option<String>,
}

/// `jobbook client statement`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook client statement C-0003 --html -o statement.html")]
pub struct StatementArgs {
    /// The client
    client: String,
    #[command(flatten)]
    printing: Printing,
}

/// `jobbook client export`
#[derive(Debug, Args)]
#[command(after_help = "\
One JSON document with everything the book holds about one client, to be handed to the person on request:
format, made, office; client, merged, jobs (the files, also of clients merged into it); letters with their
text; documents (kept: in the book; else where they are); files (each as it stands, with remarks by hand).
It holds the office's own remarks and costs too: look through it first.

Example:
  jobbook client export C-0003 -o client.json")]
pub struct Export {
    /// The client
    client: String,
    #[command(flatten)]
    output: Output,
}

impl Document {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.client(&book, &self.client)?;
        session
            .refuse_secrets([self.kind.as_str(), &self.reference].into_iter().chain(self.title.as_deref()))?;
        let expires = self.expires.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        session.work_on_client(&book, &id, |work| {
            let seat = work.seat()?;
            let paperwork = Paperwork {
                kind: self.kind.clone(),
                reference: self.reference.clone(),
                title: self.title.clone(),
                expires,
                draft: false,
            };
            let n = work.client.add_document(work.change.stamp(), paperwork, &seat);
            work.done(format!("document {n} added: {}", self.kind));
            Ok(())
        })
    }
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
        self.printing.give(session, render_statement(&statement, &layout, &book.templates()?)?)
    }
}

impl Export {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let all = book.everything_of(&session.client(&book, &self.client)?)?;
        self.output.give(session, format!("{all:#}\n").as_bytes())
    }
}
