//! `jobbook quote expire`: what nobody answered in time is closed (P04).

use clap::Args;

use crate::book::Work;
use crate::cli::session::Session;
use crate::domain::id::Id;
use crate::problem::{Outcome, Problem, Problems};
use crate::reports::offers::lapsed_jobs;

/// `jobbook quote expire`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  jobbook quote expire 17 21
  jobbook quote expire --all      every quote that has lapsed, as one change")]
pub struct Expire {
    /// The jobs
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    jobs: Vec<String>,
    /// Every quote that has lapsed
    #[arg(long)]
    all: bool,
}

impl Expire {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let today = session.actor(&book)?.stamp.at.date(book.office().zone());
        let mut damaged = Vec::new();
        let mut wanted: Vec<(Id, Option<u32>)> = Vec::new();
        if self.all {
            let contents = book.contents()?;
            let lapsed = lapsed_jobs(contents.jobs.iter().map(|entry| &entry.summary), today);
            wanted.extend(lapsed.into_iter().map(|id| (id.clone(), None)));
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
            return Err(Problem::refused("quotes-none-lapsed", "no quote has lapsed")
                .remedy("jobbook quote list --state waiting")
                .into());
        }
        let changed = session.change(&book, |change| {
            let mut reports = Vec::new();
            for (id, version) in &wanted {
                let mut work = Work::on(change, id)?;
                work.expire_quote(*version, today)?;
                reports.push(work.finish()?);
            }
            Ok(reports)
        })?;
        session.answer_all(&book, &changed, "expired");
        Problems::check(damaged)
    }
}
