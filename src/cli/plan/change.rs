//! `plan change`.

use clap::Args;

use super::GoingArgs;
use crate::cli::session::Session;
use crate::domain::money::Amount;
use crate::domain::recurrence::Recurrence;
use crate::problem::{Outcome, Problem};

/// `jobbook plan change`
#[derive(Debug, Args)]
#[command(after_help = "\
A price holds from a day on: in the month of the change both are billed, each for its part. Days, technician, route and \
times hold for visits that the client was not told of yet.

Examples:
  jobbook plan change 17 --price 175 --from 2026-05-01
  jobbook plan change 17 --every \"every thursday\" --from \"next mon\"
  jobbook plan change 17 --tech cleo --route south --position 4")]
pub struct Change {
    /// The job
    job: String,
    /// The new price
    #[arg(long, value_name = "AMOUNT", requires = "from")]
    price: Option<Amount>,
    /// When somebody comes
    #[arg(long, value_name = "RULE", requires = "from")]
    every: Option<Recurrence>,
    /// From this day on
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// What the client reads on invoices
    #[arg(long)]
    text: Option<String>,
    #[command(flatten)]
    going: GoingArgs,
}

impl Change {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.text.as_deref())?;
        if self.price.is_none() && self.every.is_none() && self.text.is_none() && !self.going.is_given() {
            return Err(Problem::usage("nothing-to-change", "it is not said what changes")
                .remedy(format!("jobbook plan change {id} --price AMOUNT --from DAY"))
                .into());
        }
        let from = self.from.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        let going = self.going.read(session, &book)?;
        session.work(&book, &id, |work| {
            let currency = &book.office().prices.currency;
            let day = from.map_or(String::new(), |day| format!(" from {} on", day.format("%a %Y-%m-%d")));
            if let Some(price) = self.price {
                price.must_be_whole(currency)?;
                work.done(format!("plan costs {}{day}", currency.show(price)));
            }
            if let Some(every) = &self.every {
                work.done(format!("plan: {}{day}", every.words()));
            }
            for (what, value) in
                [("technician", &going.technician), ("route", &going.route), ("text", &self.text)]
            {
                if let Some(value) = value {
                    work.done(format!("plan's {what}: {value}"));
                }
            }
            if let Some(position) = going.position {
                work.done(format!("plan's stop: {position}"));
            }
            if let Some(window) = going.window {
                work.done(format!("plan's times: {window}"));
            }
            work.change_plan(|job, stamp| {
                if let (Some(price), Some(from)) = (self.price, from) {
                    job.price_plan(stamp, price.rounded(currency.digits), from)?;
                }
                if let (Some(every), Some(from)) = (&self.every, from) {
                    job.time_plan(stamp, every.clone(), from)?;
                }
                if let Some(text) = &self.text {
                    job.rename_plan(stamp, text.clone())?;
                }
                job.assign_plan(stamp, going.clone()).map(|()| None)
            })?;
            work.look_again()
        })
    }
}
