//! `jobbook quote expire`: what nobody answered in time is closed (P04).

use clap::Args;

use crate::book::Work;
use crate::cli::session::Session;
use crate::domain::id::{Id, Number};
use crate::domain::office::Span;
use crate::problem::{Outcome, Problem, Problems};
use crate::reports::offers::{lapsed_jobs, waiting_since};
use crate::rules::due::{Due, DueRule};

/// `jobbook quote expire`
#[derive(Debug, Args)]
#[command(after_help = "\
A quote is closed when its last day has passed, or when the clock of its stage (close_after) has run out.

Examples:
  jobbook quote expire 17 21
  jobbook quote expire --all          every quote whose time is over, as one change
  jobbook quote expire --older 14d    every quote sent longer ago than that, whatever its last day")]
pub struct Expire {
    /// The jobs
    #[arg(required_unless_present_any = ["all", "older"], conflicts_with_all = ["all", "older"])]
    jobs: Vec<String>,
    /// Every quote whose time is over
    #[arg(long)]
    all: bool,
    /// Every quote that was sent longer ago than that and waits: 14d, 2w, 10bd
    #[arg(long, value_name = "TIME", conflicts_with = "all")]
    older: Option<Span>,
}

impl Expire {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let now = session.actor(&book)?.stamp.at;
        let today = now.date(book.office().zone());
        let mut damaged = Vec::new();
        let mut wanted: Vec<(Id, Option<Number>)> = Vec::new();
        if self.all || self.older.is_some() {
            let contents = book.current()?;
            let jobs = contents.jobs.iter().map(|entry| &entry.summary);
            wanted = match self.older {
                Some(older) => waiting_since(jobs, |sent| older.after(sent, &book.office().calendar) <= now),
                None => {
                    let ran_out = contents.jobs.iter().filter(|entry| {
                        let closes = |due: &Due| due.rule == DueRule::QuoteToClose && due.at <= now;
                        entry.dues.iter().any(closes)
                    });
                    let mut over: Vec<Id> = lapsed_jobs(jobs, today).into_iter().cloned().collect();
                    over.extend(ran_out.map(|entry| entry.summary.id.clone()));
                    over.sort();
                    over.dedup();
                    over.into_iter().map(|id| (id, None)).collect()
                }
            };
            damaged = contents.damaged;
        }
        for typed in &self.jobs {
            let found = book.find_quote(typed, None)?;
            if !wanted.contains(&found) {
                wanted.push(found);
            }
        }
        if wanted.is_empty() {
            Problems::check(damaged)?;
            return Err(Problem::refused("quotes-none-lapsed", "no quote's time is over")
                .remedy("jobbook quote list --state waiting")
                .into());
        }
        let changed = session.change(&book, |change| {
            let mut reports = Vec::new();
            for (id, version) in &wanted {
                let mut work = Work::on(change, id)?;
                work.expire_quote(*version, today, self.older.is_some())?;
                reports.push(work.finish()?);
            }
            Ok(reports)
        })?;
        session.answer_all(&book, &changed, "expired");
        Problems::check(damaged)
    }
}
