//! `invoice new`: from the approved quote, else from visits and parts (E07, E15).

use std::str::FromStr;

use clap::Args;

use super::differences_table;
use crate::book::Work;
use crate::cli::session::Session;
use crate::domain::id::Id;
use crate::domain::invoice::InvoiceLine;
use crate::domain::money::{Amount, Quantity};
use crate::domain::moves::invoicing::Wish;
use crate::problem::{Outcome, Problem};
use crate::ui::{Cell, Lines};

/// `jobbook invoice new`
#[derive(Debug, Args)]
#[command(after_help = "\
An invoice follows the approved quote, line by line. What differs is shown, and refused when it is sent, \
until a change order covers it. Where no quote was wanted, hours of visits and parts used are billed.

Examples:
  jobbook invoice new 17
  jobbook invoice new 17 --only 1,2=3 --partial
  jobbook invoice new 17 --deposit")]
pub struct New {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// Only these lines of the quote, with =NUMBER for a part of one
    #[arg(long, value_name = "LINE[=QTY]", value_delimiter = ',', conflicts_with = "deposit")]
    only: Vec<Only>,
    /// A line that no quote has
    #[arg(long, value_name = "TEXT", requires = "price", conflicts_with = "deposit")]
    add: Option<String>,
    /// Price of one, for --add
    #[arg(long, value_name = "AMOUNT", requires = "add", allow_hyphen_values = true)]
    price: Option<Amount>,
    /// How many, for --add
    #[arg(long, value_name = "NUMBER", requires = "add", default_value = "1")]
    qty: Quantity,
    /// Tax code, for --add; the office's usual when left out
    #[arg(long, value_name = "CODE", requires = "add")]
    tax: Option<String>,
    /// The deposit that the quote asks for
    #[arg(long, conflicts_with_all = ["partial", "closing", "waive", "from_work"])]
    deposit: bool,
    /// More is billed later
    #[arg(long, conflicts_with = "closing")]
    partial: bool,
    /// Nothing is left to bill after it
    #[arg(long = "final")]
    closing: bool,
    /// Leave the rest of the quote unbilled, for this reason
    #[arg(long, value_name = "REASON", conflicts_with = "partial")]
    waive: Option<String>,
    /// No quote is behind it: bill visits and parts
    #[arg(long)]
    from_work: bool,
    /// Bill this job by itself, although its client wants one invoice over all jobs
    #[arg(long)]
    alone: bool,
}

/// `2` or `2=3`: a line of the quote, and how much of it.
#[derive(Debug, Clone)]
struct Only {
    line: u32,
    qty: Option<Quantity>,
}

impl FromStr for Only {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Only, Problem> {
        let (line, qty) = match text.split_once('=') {
            Some((line, qty)) => (line, Some(qty.parse::<Quantity>()?.positive()?)),
            None => (text, None),
        };
        let line = line.trim().parse().map_err(|_| {
            Problem::usage("line-number", format!("\"{text}\" is not a line of the quote"))
                .remedy("write it like --only 1,2=3")
        })?;
        Ok(Only { line, qty })
    }
}

impl New {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.add.as_deref().into_iter().chain(self.waive.as_deref()))?;
        let wish = self.wish(&book.office().default_tax)?;
        let mut found = Vec::new();
        let changed = session.change(&book, |change| {
            let mut work = Work::on(change, &id)?;
            if work.client.billing.consolidated && !self.alone && !self.deposit {
                return Err(together(&work.client.id, &id).into());
            }
            let n = if self.deposit { work.begin_deposit()? } else { work.begin_invoice(&wish)? };
            found = work.job.account(&work.client).differences(work.job.own_bill(&n)?);
            if session.terminal.is_json() {
                for one in &found {
                    work.tell(format!(
                        "differs from the approved quote: {}, {}: approved {}, billed {}",
                        one.text, one.what, one.approved, one.billed
                    ));
                }
            }
            work.finish()
        })?;
        session.answer(&book, &changed);
        if !found.is_empty() && !session.terminal.is_json() {
            let mut heading = Lines::new();
            heading
                .line("")
                .line(Cell::bad("It is not what the client approved, and cannot be sent like this:"));
            session.terminal.lines(&heading);
            session.terminal.table(&differences_table(&found));
        }
        Ok(())
    }

    fn wish(&self, usual_tax: &str) -> Outcome<Wish> {
        let added = match (&self.add, self.price) {
            (Some(text), Some(price)) => vec![InvoiceLine {
                n: 0,
                job: None,
                quote: None,
                visit: None,
                part: None,
                period: None,
                code: None,
                text: text.clone(),
                qty: self.qty.positive()?,
                unit: None,
                price,
                discount: None,
                tax: self.tax.clone().unwrap_or_else(|| usual_tax.to_string()),
            }],
            _ => Vec::new(),
        };
        let is_final = match (self.partial, self.closing || self.waive.is_some()) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            (false, false) => None,
        };
        Ok(Wish {
            only: self.only.iter().map(|only| (only.line, only.qty)).collect(),
            added,
            from_work: self.from_work,
            is_final,
            waived: self.waive.clone(),
        })
    }
}

fn together(client: &Id, job: &Id) -> Problem {
    Problem::refused("billed-together", format!("{client} wants one invoice over all jobs"))
        .remedy(format!("jobbook invoice run {client}"))
        .remedy(format!("jobbook invoice new {job} --alone, to bill this one by itself"))
}
