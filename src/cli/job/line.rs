//! `jobbook job line`: the work lines of a job without a quote (T07).

use clap::{Args, Subcommand};
use serde_json::json;

use crate::book::Book;
use crate::cli::session::Session;
use crate::domain::job::Job;
use crate::domain::money::{Amount, Percent, Quantity};
use crate::domain::moves::pricing::LineWish;
use crate::problem::Outcome;
use crate::ui::{Cell, Column, Table};

/// `jobbook job line`
#[derive(Debug, Args)]
#[command(after_help = "\
Work lines say what is done on a job that has no quote; once a quote is approved, its lines count.
Where the workflow asks for a line, a new job has one of 0.00, and the first you add takes its
place. Without a verb the lines are listed.

Examples:
  jobbook job line 17
  jobbook job line 17 add HOUR --qty 2
  jobbook job line 17 add \"Warranty check\" --price 0
  jobbook job line 17 remove 1")]
pub struct LineArgs {
    /// The job
    job: String,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// What can be done with a line.
#[derive(Debug, Subcommand)]
enum Verb {
    /// Add a line
    Add(Add),
    /// Take a line off
    #[command(alias = "drop")]
    Remove {
        /// Number of the line
        line: u32,
    },
}

/// `jobbook job line JOB add`
#[derive(Debug, Args)]
#[command(after_help = "\
A code of the client's price book brings text, unit, price and tax. A fixed price is overridden
only with a reason, which is logged.

Example:
  jobbook job line 17 add \"Sand, bag\" --qty 3 --price 8.50")]
struct Add {
    /// What it is; or a code of the price book
    text: String,
    /// How many
    #[arg(long, value_name = "NUMBER")]
    qty: Option<Quantity>,
    /// Of what: h, pcs, m
    #[arg(long)]
    unit: Option<String>,
    /// Price of one
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    price: Option<Amount>,
    /// Tax code of jobbook.toml
    #[arg(long, value_name = "CODE")]
    tax: Option<String>,
    /// Taken off the line, in per cent
    #[arg(long, value_name = "PERCENT")]
    discount: Option<Percent>,
    /// Why a fixed price is not kept
    #[arg(long, value_name = "WHY")]
    override_reason: Option<String>,
}

impl LineArgs {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        match &self.verb {
            None => {
                list(session, &book, &book.job(&id)?);
                Ok(())
            }
            Some(Verb::Add(add)) => {
                session
                    .refuse_secrets([add.text.as_str()].into_iter().chain(add.override_reason.as_deref()))?;
                session.work(&book, &id, |work| {
                    work.add_line(&add.wish())?;
                    work.look_again()
                })
            }
            Some(Verb::Remove { line }) => session.work(&book, &id, |work| {
                work.remove_line(*line)?;
                work.look_again()
            }),
        }
    }
}

impl Add {
    fn wish(&self) -> LineWish {
        LineWish {
            text: Some(self.text.clone()),
            qty: self.qty,
            unit: self.unit.clone(),
            price: self.price,
            tax: self.tax.clone(),
            discount: self.discount,
            override_reason: self.override_reason.clone(),
            ..LineWish::default()
        }
    }
}

fn list(session: &Session, book: &Book, job: &Job) {
    let lines = job.work_lines();
    let of_quote = job.approved_quote().map(|quote| quote.version);
    if session.terminal.is_json() {
        session.terminal.json(&json!({"job": job.id, "lines": lines, "quote": of_quote}));
        return;
    }
    if let Some(version) = of_quote {
        session.terminal.note(&format!("the lines of quote v{version}, as the client approved it"));
    }
    let columns = vec![
        Column::number("line"),
        Column::long("what"),
        Column::number("qty"),
        Column::text("unit").spare(2),
        Column::number("price"),
        Column::text("tax").spare(1),
    ];
    let mut table = Table::new(columns, "no work lines");
    let digits = book.office().prices.currency.digits;
    for line in lines {
        table.row([
            Cell::plain(line.n.to_string()),
            if line.is_placeholder() { Cell::muted(&line.text) } else { Cell::plain(&line.text) },
            Cell::plain(line.qty.to_string()),
            Cell::plain(line.unit.as_deref().unwrap_or("")),
            Cell::plain(line.price.rounded(digits).to_string()),
            Cell::plain(line.tax.as_str()),
        ]);
    }
    session.terminal.table(&table);
}
