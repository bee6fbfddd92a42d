//! `export json`: the whole book for other programs.

use std::collections::BTreeMap;

use clap::Args;
use serde_json::json;

use crate::book::Book;
use crate::book::figures::Files;
use crate::book::index::Contents;
use crate::cli::output::Output;
use crate::cli::session::Session;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;
use crate::domain::money::Amount;
use crate::exchange::whole_book::{self, Derived, Head, Writer};
use crate::problem::{Outcome, Problem, Problems};
use crate::rules::due::Due;

/// `jobbook export json`
#[derive(Debug, Args)]
#[command(after_help = "\
Every client and job with all facts, as they stand in the files, and beside them what follows now: stage, balance, \
dues. The shape is stable and has a schema; amounts are exact decimals as text.

Examples:
  jobbook export json -o book.json
  jobbook export json --lines | jq 'select(.kind == \"job\") | .derived.balance'
  jobbook export json --schema -o book.schema.json")]
pub struct Json {
    /// One record a line, for programs that read one after the other
    #[arg(long)]
    lines: bool,
    /// The schema instead of the book
    #[arg(long, conflicts_with = "lines")]
    schema: bool,
    #[command(flatten)]
    output: Output,
}

impl Json {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        if self.schema {
            return self.output.give(session, whole_book::SCHEMA);
        }
        let contents = book.contents_until(book.in_days(super::AHEAD))?;
        let files = book.files()?;
        let bytes = self.write(session, &book, &contents, &files).map_err(|error| {
            Problem::damaged("export-json", format!("the book cannot be written as JSON: {error}"))
        })?;
        self.output.give(session, bytes)?;
        Problems::check(files.damaged)
    }

    fn write(
        &self,
        session: &Session,
        book: &Book,
        contents: &Contents,
        files: &Files,
    ) -> std::io::Result<Vec<u8>> {
        let office = book.office();
        let digits = office.prices.currency.digits;
        let dues: BTreeMap<&Id, &[Due]> =
            contents.jobs.iter().map(|entry| (&entry.summary.id, &entry.dues[..])).collect();
        let clients: BTreeMap<&Id, &Client> =
            files.clients.iter().map(|client| (&client.id, client)).collect();
        let mut owed: BTreeMap<&Id, Amount> =
            files.clients.iter().map(|client| (&client.id, client.balance())).collect();
        for job in &files.jobs {
            let sum = owed.entry(&job.client).or_insert(Amount::ZERO);
            *sum = *sum + job.balance();
        }
        let told = json!({
            "name": office.name, "currency": office.prices.currency.code, "zone": office.zone().name(),
        });
        let head = Head::new(session.now(book).to_string(), told);
        let mut writer = Writer::begin(Vec::new(), self.lines, &head)?;
        for client in &files.clients {
            let balance = owed.get(&client.id).copied().unwrap_or(Amount::ZERO).rounded(digits);
            writer.record("clients", &whole_book::client(client, balance))?;
        }
        for job in &files.jobs {
            let workflow = book.rules().workflow(job).ok();
            let has_stage = workflow.filter(|workflow| workflow.stage(&job.stage).is_some());
            let balance = clients
                .get(&job.client)
                .map_or_else(|| job.balance(), |client| job.account(client).balance());
            let derived = Derived {
                stage_title: has_stage.map(|workflow| workflow.stage_title(&job.stage).to_string()),
                open: !book.rules().is_final(&job.workflow, &job.stage),
                balance: balance.rounded(digits),
                dues: dues.get(&job.id).copied().unwrap_or_default(),
            };
            writer.record("jobs", &whole_book::job(job, &derived))?;
        }
        writer.end()
    }
}
