//! `jobbook job cause` (S10).

use clap::Args;

use crate::cli::session::Session;
use crate::domain::moves::revising::filled;
use crate::problem::Outcome;

/// `jobbook job cause`
#[derive(Debug, Args)]
#[command(after_help = "\
The causes stand in jobbook.toml, under [tickets]. --improve notes a task that shall keep it from coming again.

Example:
  jobbook job cause 17 training --note \"nobody showed the night shift\" --improve \"Extend the handover list\" --due fri")]
pub struct Cause {
    /// The job: 17, J-2026-00017, or words
    job: String,
    /// One of the office's causes
    cause: String,
    /// What was found
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// What is to be done so that it does not come again
    #[arg(long, value_name = "TEXT")]
    improve: Option<String>,
    /// Whose the improvement is: a role or a person
    #[arg(long, value_name = "WHO", requires = "improve")]
    owner: Option<String>,
    /// By the end of this day, or by this time
    #[arg(long, value_name = "DAY", requires = "improve")]
    due: Option<String>,
}

impl Cause {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.note.as_deref().into_iter().chain(self.improve.as_deref()))?;
        let due = self.due.as_deref().map(|typed| session.deadline(&book, typed)).transpose()?;
        let causes = &book.office().service.causes;
        session.work(&book, &id, |work| {
            let task = match self.improve.as_deref().and_then(filled) {
                Some(text) => {
                    let seat = work.seat()?;
                    Some(work.job.add_task(work.change.stamp(), text, self.owner.clone(), due, &seat))
                }
                None => None,
            };
            let event =
                work.job.note_cause(work.change.stamp(), &self.cause, self.note.clone(), task, causes)?;
            work.done(format!("cause: {}", self.cause));
            if let Some(n) = task {
                let by = due.map_or(String::new(), |due| format!(", by {}", due.spoken()));
                work.done(format!("task {n} noted{by}, to keep it from coming again"));
            }
            work.happened(event)
        })
    }
}
