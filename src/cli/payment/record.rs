//! `payment record` and `payment refund`.

use chrono::NaiveDate;
use clap::Args;

use crate::book::Book;
use crate::cli::invoice::named;
use crate::cli::session::Session;
use crate::domain::ledger::Ledger;
use crate::domain::money::Amount;
use crate::domain::moves::paying::Receipt;
use crate::domain::payment::Method;
use crate::problem::{Outcome, Problem};

/// `jobbook payment record`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  jobbook payment record 17 --reference \"statement 42\"
  jobbook payment record 17 119 --on-site --method card")]
pub struct Record {
    /// The job: 17, J-2026-00017, words, the number of an invoice, or the client whose jobs are billed together
    job: String,
    /// How much; all that is open when left out
    amount: Option<Amount>,
    /// How: transfer, card, cash, cheque, direct-debit or other; transfer when left out, on site cash
    #[arg(long)]
    method: Option<Method>,
    /// Reference of bank or processor, never a card or account number
    #[arg(long, value_name = "TEXT")]
    reference: Option<String>,
    /// The day the money moved; today when left out
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    /// The invoice that it pays; the oldest that is open when left out
    #[arg(long, value_name = "NUMBER")]
    invoice: Option<String>,
    /// The technician took it on site
    #[arg(long)]
    on_site: bool,
    /// Anything worth knowing
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// `jobbook payment refund`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook payment refund 17 20 --reason \"paid twice\"")]
pub struct Refund {
    /// The job, the number of an invoice, or the client whose jobs are billed together
    job: String,
    /// How much
    amount: Amount,
    /// Why
    #[arg(long)]
    reason: Option<String>,
    /// How: transfer, card, cash, cheque, direct-debit or other
    #[arg(long, default_value = "transfer")]
    method: Method,
    /// Reference of bank or processor, never a card or account number
    #[arg(long, value_name = "TEXT")]
    reference: Option<String>,
    /// The day the money moved; today when left out
    #[arg(long, value_name = "DAY")]
    date: Option<String>,
    /// The invoice that was paid; the one paid too much when left out
    #[arg(long, value_name = "NUMBER")]
    invoice: Option<String>,
}

impl Record {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (holder, wanted) = named(session, &book, &self.job, self.invoice.as_ref())?;
        session.refuse_secrets(self.reference.as_deref().into_iter().chain(self.note.as_deref()))?;
        let date = day_of_money(session, &book, self.date.as_deref())?;
        let id = holder.id().clone();
        let invoiced = session.invoicing(&book, &holder, |work| {
            let amount = match self.amount {
                Some(amount) => amount,
                None => {
                    let ledger = work.billed().ledger();
                    let open = match &wanted {
                        Some(number) => {
                            let n = ledger.invoice_number(Some(number))?;
                            ledger.invoice(&n)?.number().map_or(Amount::ZERO, |number| ledger.open_on(number))
                        }
                        None => ledger.balance(),
                    };
                    if open <= Amount::ZERO {
                        return Err(Problem::refused("nothing-open", format!("nothing is open on {id}"))
                            .remedy(format!("jobbook payment record {id} AMOUNT, if money came all the same"))
                            .remedy(format!("jobbook invoice list {id}"))
                            .into());
                    }
                    open
                }
            };
            work.record_payment(Receipt {
                date,
                amount,
                method: self.method.unwrap_or(if self.on_site { Method::Cash } else { Method::Transfer }),
                invoice: wanted.as_deref().map(|typed| printed(work.billed().ledger(), typed)),
                reference: self.reference.clone(),
                bank: None,
                on_site: self.on_site,
                refund: None,
                note: self.note.clone(),
            })
        })?;
        session.answer_invoiced(&book, &invoiced);
        Ok(())
    }
}

/// The printed number of an invoice, whichever way it was named.
fn printed(ledger: &dyn Ledger, typed: &str) -> String {
    let named = ledger.invoices().iter().find(|invoice| invoice.n.to_string() == typed);
    named.and_then(|invoice| invoice.number()).unwrap_or(typed).to_string()
}

impl Refund {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (holder, wanted) = named(session, &book, &self.job, self.invoice.as_ref())?;
        session.refuse_secrets(self.reference.as_deref())?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        let date = day_of_money(session, &book, self.date.as_deref())?;
        let invoiced = session.invoicing(&book, &holder, |work| {
            work.record_payment(Receipt {
                date,
                amount: self.amount,
                method: self.method,
                invoice: wanted.as_deref().map(|typed| printed(work.billed().ledger(), typed)),
                reference: self.reference.clone(),
                bank: None,
                on_site: false,
                refund: Some(reason.clone()),
                note: None,
            })
        })?;
        session.answer_invoiced(&book, &invoiced);
        Ok(())
    }
}

/// The day named, else that of the change; money does not move in the future.
fn day_of_money(session: &Session, book: &Book, typed: Option<&str>) -> Outcome<NaiveDate> {
    let Some(typed) = typed else {
        return Ok(session.actor(book)?.stamp.at.date(book.office().zone()));
    };
    let day = session.day(book, typed)?;
    if day > session.today(book) {
        return Err(Problem::usage("date-future", format!("{} has not come yet", day.format("%a %Y-%m-%d")))
            .remedy("give the day on which the money moved")
            .into());
    }
    Ok(day)
}
