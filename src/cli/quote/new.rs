//! `jobbook quote new` and `revise`: a version begins.

use clap::Args;

use super::terms::TermArgs;
use crate::cli::session::Session;
use crate::problem::Outcome;

/// `jobbook quote new`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  jobbook quote new 17 --from-book TRIP HOUR×2 --valid 14
  jobbook quote new 17 --discount 5% --deposit 30% --note \"after the call with the caretaker\"")]
pub struct New {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// Items of the client's price book: CODE, or CODE×QTY (CODEx2 will do)
    #[arg(long, value_name = "CODE×QTY", num_args = 1.., value_delimiter = ',')]
    from_book: Vec<String>,
    #[command(flatten)]
    terms: TermArgs,
}

/// `jobbook quote revise`
#[derive(Debug, Args)]
#[command(after_help = "\
The new version begins with the lines of the approved one, else of the newest. It supersedes a
version that waits as soon as it is sent. While a draft is open, revise changes what holds for it
as a whole.

Examples:
  jobbook quote revise 17
  jobbook quote revise 17 --discount 5% --valid 14")]
pub struct Revise {
    /// The job
    job: String,
    #[command(flatten)]
    terms: TermArgs,
}

impl New {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        let terms = self.terms.terms(session, &book)?;
        session.work(&book, &id, |work| {
            let version = work.job.begin_quote(work.stamp(), &work.seat()?, false)?;
            work.done(format!("quote v{version} begun"));
            work.set_terms(&terms)?;
            if let Some(n) = work.job.offer_plan()? {
                work.done(format!("line {n} offers the plan"));
            }
            for typed in &self.from_book {
                let wish = book.code_and_quantity(&work.client, typed)?;
                work.add_quote_line(&wish)?;
            }
            work.fixed_prices_must_hold()?;
            work.tell_total()
        })
    }
}

impl Revise {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let (id, _) = book.find_quote(&self.job, None)?;
        let terms = self.terms.terms(session, &book)?;
        session.work(&book, &id, |work| {
            work.revise_quote(&terms)?;
            work.tell_total()
        })
    }
}
