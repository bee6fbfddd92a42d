//! `export journal`: invoices and payments for plain-text accounting.

use std::collections::BTreeMap;

use clap::Args;
use serde_json::json;

use crate::cli::output::Output;
use crate::cli::report::period::PeriodArgs;
use crate::cli::session::Session;
use crate::domain::period::Period;
use crate::exchange::journal::{self, Frame, JournalFormat};
use crate::problem::{Outcome, Problems};
use crate::reports::journal::{Desk, journal};

/// `jobbook export journal`
#[derive(Debug, Args)]
#[command(after_help = "\
One entry for each invoice, credit note, payment and refund, with the tag invoice: on each posting. What stands on a \
client's receivable account is what the client owes. Accounts stand in jobbook.toml under [journal]. Days leave out \
what came before: keep one journal of all, or one for each year.

Examples:
  jobbook export journal -o office.journal
  jobbook export journal --format beancount -o office.beancount
  jobbook export journal --format ledger --year 2026 -o 2026.ledger
  jobbook export journal --client linden --month 2026-03")]
pub struct JournalArgs {
    /// hledger, ledger or beancount
    #[arg(long, default_value = "hledger")]
    format: JournalFormat,
    /// Only this client
    #[arg(long)]
    client: Option<String>,
    #[command(flatten)]
    period: PeriodArgs,
    #[command(flatten)]
    output: Output,
}

impl JournalArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let client = self.client.as_deref().map(|typed| session.client(&book, typed)).transpose()?;
        let period = match self.period.is_given() {
            true => Some(self.period.period(session, &book, Period::month_until)?),
            false => None,
        };
        let files = book.files()?;
        let office = book.office();
        let desk = Desk { rules: &office.journal, currency: &office.prices.currency, zone: office.zone() };
        let made = journal(&files.jobs, &files.clients, desk, period, client.as_ref());
        let clients: BTreeMap<_, _> =
            files.clients.iter().map(|client| (&client.id, client.name.as_str())).collect();
        let text = journal::text(self.format, &made.entries, &Frame { office: &book.office().name, clients });
        let told = json!({
            "format": self.format, "entries": made.entries.len(), "period": period, "client": client,
            "dry_run": session.around.dry_run,
        });
        self.output.give_told(session, &text, told)?;
        Problems::check(files.damaged.iter().cloned().chain(made.problems).collect())
    }
}
