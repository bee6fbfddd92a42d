//! `jobbook job new` (E04, E07).

use clap::Args;

use super::particulars::JobParticulars;
use crate::book::Work;
use crate::cli::client::particulars::ask;
use crate::cli::session::Session;
use crate::domain::event::Event;
use crate::domain::moves::revising::filled;
use crate::problem::{Outcome, Problem};
use crate::rules::condition::Condition;

/// `jobbook job new`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  jobbook job new C-0003 \"Gate does not close\" --assess-first
  jobbook job new kettle \"Water in the cellar\" --emergency --note \"main valve is shut\"")]
pub struct New {
    /// The client: 3, C-0003, or words
    client: String,
    /// What it is, in a few words
    title: Option<String>,
    /// The same, as contact new takes it
    #[arg(long = "title", value_name = "TITLE", conflicts_with = "title", hide = true)]
    named: Option<String>,
    #[command(flatten)]
    particulars: JobParticulars,
}

impl New {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let title = self.title.as_deref().or(self.named.as_deref());
        self.particulars.check(session, &book, title)?;
        let client = session.client(&book, &self.client)?;
        let title = match title.and_then(filled) {
            Some(title) => title,
            None => ask(session, "What is it, in a few words", "TITLE after the client", true, &|_| Ok(()))?,
        };
        let changed = session.change(&book, |change| {
            let client = change.client(&client)?;
            client.must_not_be_erased()?;
            let job = self.particulars.make(change, &client.id, &title)?;
            let mut work = Work::new(change, job, client);
            must_have_site(&work)?;
            self.particulars.add_lines(&mut work)?;
            opened(&mut work)?;
            work.finish()
        })?;
        session.answer(&book, &changed);
        Ok(())
    }
}

/// Says that the job was opened and on which path it is, and lets the workflow begin (E04).
///
/// # Errors
/// What the rules refuse.
pub fn opened(work: &mut Work<'_, '_>) -> Outcome<()> {
    let workflow = work.book().rules().workflow(&work.job)?;
    let chooses = workflow.start.iter().flat_map(|start| &start.conditions).any(Condition::is_of_path);
    let path =
        if chooses || work.job.emergency { format!(": {}", work.job.path_in_words()) } else { String::new() };
    work.done(format!("job opened{path}"));
    work.happened(Event::JobOpened)
}

/// # Errors
/// `site-none` when the client has no site of that number.
pub fn must_have_site(work: &Work<'_, '_>) -> Outcome<()> {
    match &work.job.site {
        Some(n) if work.client.site(Some(n)).is_none() => {
            Err(Problem::refused("site-none", format!("{} has no site {n}", work.client.id))
                .remedy(format!("jobbook client show {}", work.client.id))
                .remedy(format!("jobbook client set {} --new-site --street \"…\"", work.client.id))
                .into())
        }
        _ => Ok(()),
    }
}
