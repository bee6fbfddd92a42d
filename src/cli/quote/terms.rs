//! What holds for a quote as a whole, as options.

use chrono::{Duration, NaiveDate};
use clap::Args;

use crate::book::Book;
use crate::book::quoting::Terms;
use crate::cli::session::Session;
use crate::domain::quote::Discount;
use crate::problem::Outcome;

/// Options for a quote as a whole.
#[derive(Debug, Args)]
pub struct TermArgs {
    /// Taken off the whole: 10% or 50.00; 0 for nothing
    #[arg(long, value_name = "SHARE")]
    discount: Option<Discount>,
    /// To be paid before the work starts: 30% or 200.00; 0 for nothing
    #[arg(long, value_name = "SHARE")]
    deposit: Option<Discount>,
    /// Last day it can be accepted: a number of days from now, or a day; the office's usual when left out
    #[arg(long, value_name = "DAYS")]
    valid: Option<String>,
    /// Sentence above the lines
    #[arg(long, value_name = "TEXT")]
    intro: Option<String>,
    /// Where the quote came from; for the office only
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Why there is a discount although prices are fixed
    #[arg(long, value_name = "WHY")]
    override_reason: Option<String>,
}

impl TermArgs {
    /// The terms meant.
    ///
    /// # Errors
    /// What is wrong with the day; `card-number`, `account-number`.
    pub fn terms(&self, session: &Session, book: &Book) -> Outcome<Terms> {
        let texts = [&self.intro, &self.note, &self.override_reason];
        session.refuse_secrets(texts.into_iter().flatten().map(String::as_str))?;
        Ok(Terms {
            discount: self.discount,
            deposit: self.deposit,
            valid_until: self.valid.as_deref().map(|typed| last_day(session, book, typed)).transpose()?,
            intro: self.intro.clone(),
            note: self.note.clone(),
            override_reason: self.override_reason.clone(),
        })
    }
}

/// The last day: `14`, `14d`, or a day as days are typed.
///
/// # Errors
/// What is wrong with it.
pub fn last_day(session: &Session, book: &Book, typed: &str) -> Outcome<NaiveDate> {
    let digits = typed.trim().strip_suffix('d').unwrap_or(typed.trim());
    match digits.parse::<u16>() {
        Ok(days) => {
            let day = session.actor(book)?.stamp.at.date(book.office().zone());
            Ok(day.checked_add_signed(Duration::days(i64::from(days))).unwrap_or(day))
        }
        Err(_) => session.day(book, typed),
    }
}
