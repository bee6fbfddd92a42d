//! `plan skip` and `plan move`: a single day of a plan.

use clap::Args;

use crate::book::booking::Booked;
use crate::cli::session::Session;
use crate::problem::Outcome;

/// `jobbook plan skip`
#[derive(Debug, Args)]
#[command(after_help = "\
A day that is left out is not billed where the month is billed by visits; with --charge it is.

Examples:
  jobbook plan skip 17 2026-04-21 --reason \"gate locked all week\"
  jobbook plan skip 17 2026-04-21 --undo")]
pub struct Skip {
    /// The job
    job: String,
    /// The day of the plan
    day: String,
    /// Why
    #[arg(long)]
    reason: Option<String>,
    /// It is billed all the same
    #[arg(long)]
    charge: bool,
    /// Somebody comes after all
    #[arg(long, conflicts_with_all = ["reason", "charge"])]
    undo: bool,
}

/// `jobbook plan move`
#[derive(Debug, Args)]
#[command(after_help = "\
What is billed follows the day of the plan, also where the other day lies in another month. On a day
that is full, closed or off for whoever goes it is refused, as for every visit.

Example:
  jobbook plan move 17 2026-04-21 --to 2026-04-23 --reason \"public holiday\"")]
pub struct Move {
    /// The job
    job: String,
    /// The day of the plan
    day: String,
    /// The day on which somebody comes
    #[arg(long, value_name = "DAY")]
    to: String,
    /// Why
    #[arg(long)]
    reason: Option<String>,
    /// Put it there although no place is left; needs --reason
    #[arg(long, requires = "reason")]
    overbook: bool,
}

impl Skip {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let day = session.day(&book, &self.day)?;
        let shown = day.format("%a %Y-%m-%d");
        if self.undo {
            return session.work(&book, &id, |work| {
                work.done(format!("{shown} is served after all"));
                work.change_plan(|job, stamp| job.keep_day(stamp, day).map(|()| None))?;
                work.look_again()
            });
        }
        let reason = session.needed_text(self.reason.as_ref(), "Why", "--reason \"…\"")?;
        session.work(&book, &id, |work| {
            let charged = if self.charge { ", billed all the same" } else { "" };
            work.done(format!("{shown} is left out{charged}"));
            work.change_plan(|job, stamp| job.skip_day(stamp, day, reason, self.charge).map(|()| None))?;
            work.look_again()
        })
    }
}

impl Move {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let (day, to) = (session.day(&book, &self.day)?, session.day(&book, &self.to)?);
        session.refuse_secrets(self.reason.as_deref())?;
        session.work(&book, &id, |work| {
            work.done(format!(
                "somebody comes on {} instead of {}",
                to.format("%a %Y-%m-%d"),
                day.format("%a %Y-%m-%d")
            ));
            work.change_plan(|job, stamp| job.move_day(stamp, day, to, self.reason.clone()).map(|()| None))?;
            let made = work.job.visits.iter().find(|visit| visit.is_open() && visit.occurrence == Some(day));
            if let Some(n) = made.map(|visit| visit.n) {
                let overbook = self.reason.as_deref().filter(|_| self.overbook);
                work.take_place(&n, Booked::PlanDay(day), overbook)?;
            }
            work.look_again()
        })
    }
}
