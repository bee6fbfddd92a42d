//! `export json`: the whole book for other programs.

use std::collections::HashMap;

use clap::Args;
use serde_json::json;

use crate::book::Book;
use crate::book::index::{JobEntry, Survey, Wanted};
use crate::cli::output::{Output, Stream};
use crate::cli::session::Session;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::ledger::Ledger;
use crate::domain::money::Amount;
use crate::exchange::whole_book::{self, Derived, Head, Record, Writer};
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
        let mut stream = self.output.begin(session)?;
        let mut damaged = Vec::new();
        let mut written = Ok(());
        let unreadable = book.tell_each(Wanted::Everything, book.in_days(super::AHEAD), |survey| {
            if !stream.is_fresh() {
                return None;
            }
            written = self.write(session, &book, survey, &mut stream, &mut damaged)?;
            Some(())
        })?;
        written.map_err(|error| {
            Problem::damaged("export-json", format!("the book cannot be written as JSON: {error}"))
        })?;
        stream.finish()?;
        Problems::check([unreadable, damaged].concat())
    }

    /// Writes each file as it is read; absent when the index is damaged.
    fn write(
        &self,
        session: &Session,
        book: &Book,
        survey: &Survey<'_>,
        stream: &mut Stream<'_>,
        damaged: &mut Vec<Problem>,
    ) -> Option<std::io::Result<()>> {
        let office = book.office();
        let digits = office.prices.currency.digits;
        let mut owed: HashMap<Id, Amount> = HashMap::new();
        survey.each_job(
            |JobEntry { summary, .. }| Some((summary.client, summary.balance)),
            |(client, balance)| {
                let sum = owed.entry(client).or_default();
                *sum = *sum + balance;
            },
        )?;
        let told = json!({
            "name": office.name, "currency": office.prices.currency.code, "zone": office.zone().name(),
        });
        let head = Head::new(session.now(book).to_string(), told);
        let mut writer = match Writer::begin(stream, self.lines, &head) {
            Ok(writer) => writer,
            Err(error) => return Some(Err(error)),
        };
        let mut written = Ok(());
        let mut give = |section: &'static str, record: &Record| {
            if written.is_ok() {
                written = writer.record(section, record);
            }
        };
        // Clients with invoices of their own, in which jobs may have a share.
        let mut billed: HashMap<Id, Client> = HashMap::new();
        survey.each_client(
            |entry| {
                let read = book.read_one::<Client>(&entry.path()).transpose()?;
                Some(read.map(|client| {
                    let of_jobs = owed.get(&client.id).copied().unwrap_or_default();
                    let balance = (client.balance() + of_jobs).rounded(digits);
                    (whole_book::client(&client, balance), (!client.invoices.is_empty()).then_some(client))
                }))
            },
            |read| match read {
                Ok((record, client)) => {
                    give("clients", &record);
                    billed.extend(client.map(|client| (client.id.clone(), client)));
                }
                Err(found) => damaged.extend(found.into_vec()),
            },
        )?;
        survey.each_job(
            |entry| {
                let read = book.read_one::<Job>(&entry.path()).transpose()?;
                Some(read.map(|job| record(book, &job, billed.get(&job.client), &entry.dues)))
            },
            |read| match read {
                Ok(record) => give("jobs", &record),
                Err(found) => damaged.extend(found.into_vec()),
            },
        )?;
        Some(written.and_then(|()| writer.end().map(|_| ())))
    }
}

/// A job; `client` is absent when no invoice of theirs stands in their own file.
fn record(book: &Book, job: &Job, client: Option<&Client>, dues: &[Due]) -> Record {
    let workflow = book.rules().workflow(job).ok();
    let has_stage = workflow.filter(|workflow| workflow.stage(&job.stage).is_some());
    let balance = client.map_or_else(|| job.balance(), |client| job.account(client).balance());
    let derived = Derived {
        stage_title: has_stage.map(|workflow| workflow.stage_title(&job.stage).to_string()),
        open: !book.rules().is_final(&job.workflow, &job.stage),
        balance: balance.rounded(book.office().prices.currency.digits),
        dues,
    };
    whole_book::job(job, &derived)
}
