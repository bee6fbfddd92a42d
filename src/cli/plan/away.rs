//! `plan pause`, `plan resume` and `plan end`.

use clap::Args;

use crate::cli::session::Session;
use crate::domain::month::Month;
use crate::problem::Outcome;

/// `jobbook plan pause`
#[derive(Debug, Args)]
#[command(after_help = "\
What falls into a pause is not billed, neither then nor later.

Example:
  jobbook plan pause 17 --from 2026-04-13 --to 2026-04-26 --reason \"on holiday\"")]
pub struct Pause {
    /// The job
    job: String,
    /// First day
    #[arg(long, value_name = "DAY")]
    from: String,
    /// Last day; until plan resume when left out
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

/// `jobbook plan resume`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook plan resume 17 --from 2026-04-20")]
pub struct Resume {
    /// The job
    job: String,
    /// First day of service; today when left out
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
}

/// `jobbook plan end`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook plan end 17 --on 2026-09-30 --reason \"moved away\"")]
pub struct End {
    /// The job
    job: String,
    /// Last day of service; today when left out
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

impl Pause {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let from = session.day(&book, &self.from)?;
        let to = self.to.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        session.work(&book, &id, |work| {
            let until =
                to.map_or("until it is resumed".to_string(), |to| format!("to {}", to.format("%a %Y-%m-%d")));
            work.done(format!("plan paused from {} {until}", from.format("%a %Y-%m-%d")));
            work.change_plan(|job, stamp| job.pause_plan(stamp, from, to, reason).map(Some))?;
            tell_month(work, Month::of(from));
            Ok(())
        })
    }
}

/// Tells what a month comes to now.
fn tell_month(work: &mut crate::book::Work<'_, '_>, month: Month) {
    let currency = work.book().office().prices.currency.clone();
    if let Some(bill) = work.job.month_bill(month, currency.digits) {
        work.tell(format!("{month} comes to: {}", bill.workings_in(&currency.code)));
    }
}

impl Resume {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let from = session.day(&book, self.from.as_deref().unwrap_or("today"))?;
        session.work(&book, &id, |work| {
            work.done(format!("plan goes on from {}", from.format("%a %Y-%m-%d")));
            work.change_plan(|job, stamp| job.resume_plan(stamp, from).map(Some))?;
            tell_month(work, Month::of(from));
            Ok(())
        })
    }
}

impl End {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let day = session.day(&book, self.on.as_deref().unwrap_or("today"))?;
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        session.work(&book, &id, |work| {
            work.done(format!("plan ends on {}", day.format("%a %Y-%m-%d")));
            work.change_plan(|job, stamp| job.end_plan(stamp, day, reason).map(Some))?;
            tell_month(work, Month::of(day));
            Ok(())
        })
    }
}
