//! `jobbook metrics record`

use clap::Args;
use serde_json::json;

use super::{OfWhom, Whose, answer};
use crate::cli::session::Session;
use crate::domain::id::Number;
use crate::domain::metric::{Reading, add_reading};
use crate::domain::moment::Stamp;
use crate::domain::money::Quantity;
use crate::domain::moves::revising::filled;
use crate::problem::{Outcome, Problem};

/// `jobbook metrics record`
#[derive(Debug, Args)]
#[command(after_help = "\
The office's metrics stand in jobbook.toml, each under [metric.NAME] with what it says, its unit and its target.
Without --job and --client the value is of the office as a whole. report metrics shows them beside what the book proves.

Examples:
  jobbook metrics record uptime 99.93 --on yesterday
  jobbook metrics record savings 1200 --client linden --on 2026-03-31 --note \"paper and postage\"")]
pub struct Record {
    /// One of the office's metrics
    name: String,
    /// How much, with a point: 99.93
    #[arg(allow_negative_numbers = true)]
    value: Quantity,
    /// Of what; the metric's own unit when left out
    #[arg(long)]
    unit: Option<String>,
    /// The day that it is of; today when left out
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    #[command(flatten)]
    whom: OfWhom,
    /// Where it comes from, or anything worth knowing
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Record {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let note = self.note.as_deref().and_then(filled);
        session.refuse_secrets(note.as_deref().into_iter().chain(self.unit.as_deref()))?;
        let rule = book.office().metrics.entered(&self.name)?;
        let unit = rule.unit_for(self.unit.as_deref().and_then(filled).as_deref())?;
        let acted = session.actor(&book)?.stamp.at.date(book.office().zone());
        let day = self.on.as_deref().map_or(Ok(acted), |typed| session.day(&book, typed))?;
        if day > session.today(&book) {
            return Err(Problem::usage("metric-future", format!("{day} has not come yet"))
                .because("a value is entered of a day that was measured")
                .remedy("give a day that has come: --on yesterday")
                .into());
        }
        let reading = |made: &Stamp| Reading {
            n: Number::first_seat(0),
            made: made.clone(),
            metric: rule.name.clone(),
            value: self.value,
            unit: unit.clone(),
            day,
            note: note.clone(),
            dropped: None,
        };
        let of_what = unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
        let told = |n: &Number| format!("metric {n}: {} {}{of_what} of {day}", rule.name, self.value);
        match self.whom.find(session, &book)? {
            Whose::Job(id) => session.work(&book, &id, |work| {
                let seat = work.seat()?;
                let made = work.change.stamp().clone();
                let n = add_reading(&mut work.job.metrics, reading(&made), &seat);
                work.done(told(&n));
                Ok(())
            }),
            Whose::Client(id) => session.work_on_client(&book, &id, |work| {
                let seat = work.seat()?;
                let made = work.stamp().clone();
                let n = add_reading(&mut work.client.metrics, reading(&made), &seat);
                work.done(told(&n));
                Ok(())
            }),
            Whose::Office => {
                let changed = session.change(&book, |change| {
                    let n = change.record_for_office(reading(change.stamp()))?;
                    change.say(told(&n));
                    Ok(n)
                })?;
                let n = &changed.value;
                let value = json!({
                    "number": n, "metric": rule.name, "value": self.value, "unit": unit, "day": day,
                });
                answer(session, &changed.files, &value, &told(n));
                Ok(())
            }
        }
    }
}
