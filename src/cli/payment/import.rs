//! `payment import`: the certain rows of a bank statement are recorded, the others listed.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::book::consolidated::Consolidated;
use crate::book::disk::read_outside;
use crate::book::invoicing::Invoicing;
use crate::book::statement::{Holder, Match, Matcher, Receipt};
use crate::book::{Book, Work};
use crate::cli::session::Session;
use crate::domain::job::Job;
use crate::domain::money::Amount;
use crate::domain::moves::paying;
use crate::domain::payment::Method;
use crate::exchange::ofx;
use crate::exchange::payments::{self, StatementRow};
use crate::problem::{Kind, Outcome, Problem, Problems};
use crate::ui::{Cell, Column, Table};

/// The largest statement that is read, in bytes.
const LARGEST: u64 = 16 << 20;

/// `jobbook payment import`
#[derive(Debug, Args)]
#[command(after_help = "\
A statement is OFX, of which the bank's own number of a transaction is remembered, or CSV. Its columns are date, \
amount, payer and reference; the usual names of banks are understood, others stand in jobbook.toml under [import]. A row pays the \
invoice whose number stands in its reference, else the only open invoice of that client with that amount. \
Nothing is guessed, and a row that was recorded before is passed over. Look first with --dry-run.

Examples:
  jobbook payment import march.csv --dry-run
  jobbook payment import march.ofx")]
pub struct Import {
    /// The statement, CSV or OFX
    file: PathBuf,
    /// How the money came
    #[arg(long, default_value = "transfer")]
    method: Method,
}

impl Import {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let bytes = read_outside(&session.around.folder.join(&self.file), LARGEST)?;
        let (office, file) = (book.office(), self.file.to_string_lossy());
        let (rows, mut problems) = if ofx::is_ofx(&bytes) {
            ofx::read(&file, &bytes, &office.prices.currency.code)
        } else {
            payments::read(&file, &bytes, &office.imports.payments)
        };
        let mut receipts = Vec::new();
        for row in rows {
            match receipt(session, &book, &row) {
                Ok(receipt) => receipts.push((row.place.line, receipt)),
                Err(found) => problems.extend(found.into_vec().into_iter().map(|problem| {
                    // What is wrong stands in the file, not on the command line.
                    Problem { kind: Kind::Damaged, ..problem }.moved_to(row.place.clone())
                })),
            }
        }
        let changed = session.change(&book, |change| {
            let contents = book.contents()?;
            session.tell_damaged(&contents);
            let mut matcher = Matcher::new(&contents);
            let mut found = Vec::new();
            let (mut count, mut total) = (0, Amount::ZERO);
            for (line, receipt) in &receipts {
                let mut matched = matcher.next(receipt);
                if let Match::Pays { holder: Holder::Job(id), .. } = &matched
                    && book.seal_of::<Job>(id).is_some()
                {
                    matched = Match::Unmatched(format!(
                        "{id} is sealed; if it is paid by this: jobbook unseal {id} --reason \"…\""
                    ));
                }
                if let Match::Pays { holder, invoice, .. } = &matched {
                    let paid = paying::Receipt {
                        date: receipt.date,
                        amount: receipt.amount,
                        method: self.method,
                        invoice: Some(invoice.clone()),
                        reference: receipt.reference.clone(),
                        bank: receipt.bank.clone(),
                        on_site: false,
                        refund: None,
                        note: None,
                    };
                    match holder {
                        Holder::Job(id) => {
                            let mut work = Work::on(change, id)?;
                            work.record_payment(paid)?;
                            work.keep_quietly();
                        }
                        Holder::Client(id) => {
                            let mut together = Consolidated::on(change, id)?;
                            together.record_payment(paid)?;
                            together.keep_quietly();
                        }
                    }
                    count += 1;
                    total = total + receipt.amount;
                }
                found.push((*line, receipt.clone(), matched));
            }
            if count > 0 {
                let total = book.office().prices.currency.show(total);
                let payments = if count == 1 { "1 payment" } else { &format!("{count} payments") };
                change.say(format!("statement: {payments}, {total}"));
            }
            Ok(found)
        })?;
        self.tell(session, &changed.value);
        Problems::check(problems)
    }

    fn tell(&self, session: &Session, rows: &[(usize, Receipt, Match)]) {
        if session.terminal.is_json() {
            let rows: Vec<_> = rows
                .iter()
                .map(|(line, receipt, matched)| {
                    let (result, of, invoice, why) = in_words(matched);
                    json!({
                        "line": line, "date": receipt.date, "amount": receipt.amount, "payer": receipt.payer,
                        "reference": receipt.reference, "result": result, "of": of, "invoice": invoice, "why": why,
                    })
                })
                .collect();
            session.terminal.json(&json!({ "payments": rows, "dry_run": session.around.dry_run }));
            return;
        }
        let columns = [
            Column::number("line"),
            Column::whole("date"),
            Column::number("amount"),
            Column::long("payer").spare(1),
            Column::text("result"),
            Column::whole("of").spare(2),
            Column::whole("invoice"),
            Column::long("why"),
        ];
        let mut table = Table::new(columns, "the statement has no rows");
        for (line, receipt, matched) in rows {
            let (result, job, invoice, why) = in_words(matched);
            table.row([
                Cell::plain(line.to_string()),
                Cell::plain(receipt.date.to_string()),
                Cell::plain(receipt.amount.to_string()),
                Cell::plain(&receipt.payer),
                match matched {
                    Match::Pays { .. } => Cell::good(result),
                    Match::Known(_) => Cell::muted(result),
                    _ => Cell::caution(result),
                },
                Cell::plain(job),
                Cell::plain(invoice),
                Cell::plain(why),
            ]);
        }
        session.terminal.table(&table);
        if session.around.dry_run {
            session.terminal.out("dry run: nothing was written");
        }
    }
}

/// Result, job or client, invoice, why.
fn in_words(matched: &Match) -> (&'static str, String, String, String) {
    match matched {
        Match::Pays { holder, invoice, by } => {
            ("recorded", holder.id().to_string(), invoice.clone(), format!("by {by}"))
        }
        Match::Known(job) => ("known", job.to_string(), String::new(), "recorded before".to_string()),
        Match::Ambiguous(invoices) => {
            ("ambiguous", String::new(), String::new(), format!("may pay {}", invoices.join(" or ")))
        }
        Match::Unmatched(why) => ("unmatched", String::new(), String::new(), why.clone()),
    }
}

fn receipt(session: &Session, book: &Book, row: &StatementRow) -> Outcome<Receipt> {
    session.refuse_secrets([row.reference.as_str(), row.payer.as_str()])?;
    let digits = book.office().prices.currency.digits;
    Ok(Receipt {
        date: session.day(book, &row.date)?,
        amount: row.amount.parse::<Amount>()?.rounded(digits),
        payer: row.payer.clone(),
        reference: Some(row.reference.clone()).filter(|text| !text.is_empty()),
        bank: row.bank.clone(),
    })
}
