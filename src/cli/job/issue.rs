//! `jobbook job issue` and `visit quote-request`: something found on a site becomes a linked job (T08, T13).

use clap::Args;

use crate::book::field::FieldIssue;
use crate::cli::session::Session;
use crate::domain::id::Number;
use crate::problem::{Outcome, Problem};

/// `jobbook job issue`
#[derive(Debug, Args)]
#[command(after_help = "\
Opens a job for what was found, linked to the one it was found on, for the same client and site. It
stands in a queue at once; which workflow it follows and where quote requests go is said under
[field] in jobbook.toml.

Examples:
  jobbook job issue 17 \"Drain pan is rusted through\"
  jobbook job issue 17 2 \"Second pump leaks too\" --queue unapproved
  jobbook job issue 17 \"New pump with timer\" --quote")]
pub struct Issue {
    /// The job on which it was found
    job: String,
    /// Number of the visit, if it was found on one, and what is wrong
    #[arg(num_args = 1..=2, required = true, value_names = ["VISIT", "TEXT"])]
    visit_and_text: Vec<String>,
    /// Queue that it goes to, when it is not the usual one
    #[arg(long, value_name = "NAME")]
    queue: Option<String>,
    /// A quote is wanted: it goes to the queue of quote requests
    #[arg(long, conflicts_with = "queue")]
    quote: bool,
    /// Workflow of the new job, when it is not the usual one
    #[arg(long, value_name = "NAME")]
    workflow: Option<String>,
}

/// `jobbook visit quote-request`
#[derive(Debug, Args)]
#[command(after_help = "\
The same as job issue --quote: a linked job is opened in the queue of quote requests.

Example:
  jobbook visit quote-request 17 \"New pump with timer\" --by ben")]
pub struct QuoteRequest {
    /// The job on whose visit the client asked
    job: String,
    /// Number of the visit, the one under way or the last when left out, and what is to be quoted
    #[arg(num_args = 1..=2, required = true, value_names = ["VISIT", "TEXT"])]
    visit_and_text: Vec<String>,
}

impl Issue {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let (visit, text) = number_and_text(&self.visit_and_text)?;
        let issue = FieldIssue {
            text,
            visit,
            queue: self.queue.clone(),
            is_quote: self.quote,
            workflow: self.workflow.clone(),
        };
        open(session, &self.job, issue)
    }
}

impl QuoteRequest {
    /// Runs it.
    ///
    /// # Errors
    /// What the rules refuse.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let (visit, text) = number_and_text(&self.visit_and_text)?;
        open(session, &self.job, FieldIssue { text, visit, is_quote: true, ..FieldIssue::default() })
    }
}

fn open(session: &Session, job: &str, mut issue: FieldIssue) -> Outcome<()> {
    let book = session.book()?;
    session.refuse_secrets([issue.text.as_str()])?;
    let id = session.job(&book, job)?;
    if issue.visit.is_none() {
        // On site it is noted on the visit under way.
        let job = book.job(&id)?;
        let under_way = job.visits.iter().find(|visit| visit.is_open() && visit.started.is_some());
        issue.visit = under_way.map(|visit| visit.n);
    }
    let changed = session.change(&book, |change| {
        let stamp = change.stamp().clone();
        change.open_issue(&id, &issue, &stamp)
    })?;
    session.answer(&book, &changed);
    Ok(())
}

/// The number of a visit and what follows it; the number may be left out.
fn number_and_text(words: &[String]) -> Outcome<(Option<Number>, String)> {
    let (visit, text) = match words {
        [n, text] => (Some(n.parse()?), text.as_str()),
        [text] => (None, text.as_str()),
        _ => (None, ""),
    };
    if text.trim().is_empty() {
        return Err(Problem::usage("text-missing", "it is not said what was found")
            .remedy("write a few words after the job, in quotes")
            .into());
    }
    Ok((visit, text.trim().to_string()))
}
