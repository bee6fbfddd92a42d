//! `jobbook metrics drop`

use clap::Args;
use serde_json::json;

use super::{OfWhom, Whose, answer};
use crate::cli::session::Session;
use crate::domain::id::Number;
use crate::domain::metric::{Reading, drop_reading};
use crate::problem::Outcome;

/// `jobbook metrics drop`
#[derive(Debug, Args)]
#[command(after_help = "\
The value stays in the file with the reason, and counts no more.

Examples:
  jobbook metrics drop 3 --reason \"typed twice\"
  jobbook metrics drop 1 --client linden --reason \"of another client\"")]
pub struct Drop {
    /// Its number, as metrics list shows it
    number: Number,
    #[command(flatten)]
    whom: OfWhom,
    /// Why
    #[arg(long, value_name = "WHY")]
    reason: String,
}

impl Drop {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        session.refuse_secrets([self.reason.as_str()])?;
        let (n, reason) = (&self.number, self.reason.as_str());
        let told = |reading: &Reading| format!("metric {n} dropped: {} of {}", reading.metric, reading.day);
        match self.whom.find(session, &book)? {
            Whose::Job(id) => session.work(&book, &id, |work| {
                let stamp = work.change.stamp().clone();
                let said = told(drop_reading(&mut work.job.metrics, n, &stamp, reason)?);
                work.done(said);
                Ok(())
            }),
            Whose::Client(id) => session.work_on_client(&book, &id, |work| {
                let stamp = work.stamp().clone();
                let said = told(drop_reading(&mut work.client.metrics, n, &stamp, reason)?);
                work.done(said);
                Ok(())
            }),
            Whose::Office => {
                let changed = session.change(&book, |change| {
                    let reading = change.drop_for_office(n, reason)?;
                    change.say(told(&reading));
                    Ok(reading)
                })?;
                answer(session, &changed.files, &json!({"dropped": changed.value}), &told(&changed.value));
                Ok(())
            }
        }
    }
}
