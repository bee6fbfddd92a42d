//! `payment record` and `payment refund`.

use chrono::NaiveDate;
use clap::Args;

use crate::book::Book;
use crate::cli::session::Session;
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
    /// The job: 17, J-2026-00017, words, or the number of an invoice
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
    /// The job
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
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.reference.as_deref().into_iter().chain(self.note.as_deref()))?;
        let date = day_of_money(session, &book, self.date.as_deref())?;
        let by_number = self.job.trim().to_uppercase();
        session.work(&book, &id, |work| {
            let job = &work.job;
            let of_job = |number: &String| job.invoices.iter().any(|one| one.number() == Some(number));
            let named = self.invoice.as_ref().map(|typed| typed.trim().to_uppercase());
            let invoice = named.or(Some(by_number).filter(of_job));
            let amount = match self.amount {
                Some(amount) => amount,
                None => {
                    let open = match &invoice {
                        Some(number) => {
                            job.invoice_to_pay(Some(number))?;
                            job.open_on(number)
                        }
                        None => job.balance(),
                    };
                    if open <= Amount::ZERO {
                        return Err(Problem::refused("nothing-open", format!("nothing is open on {id}"))
                            .remedy(format!("jobbook payment record {id} AMOUNT, if money came all the same"))
                            .remedy(format!("jobbook invoice list {id}"))
                            .into());
                    }
                    work.tell("all that was open");
                    open
                }
            };
            work.record_payment(Receipt {
                date,
                amount,
                method: self.method.unwrap_or(if self.on_site { Method::Cash } else { Method::Transfer }),
                invoice,
                reference: self.reference.clone(),
                on_site: self.on_site,
                refund: None,
                note: self.note.clone(),
            })
        })
    }
}

impl Refund {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.reference.as_deref())?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        let date = day_of_money(session, &book, self.date.as_deref())?;
        session.work(&book, &id, |work| {
            work.record_payment(Receipt {
                date,
                amount: self.amount,
                method: self.method,
                invoice: self.invoice.as_ref().map(|typed| typed.trim().to_uppercase()),
                reference: self.reference.clone(),
                on_site: false,
                refund: Some(reason.clone()),
                note: None,
            })
        })
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
