//! What is scheduled for later while a visit is written down (G05).

use clap::Args;

use crate::book::{Book, Work};
use crate::cli::session::Session;
use crate::domain::id::Number;
use crate::domain::moment::Deadline;
use crate::problem::{Outcome, Problem};

/// What is scheduled for later.
#[derive(Debug, Args)]
pub struct FollowUp {
    /// Follow up by then: fri, "tomorrow 10:00"; it becomes a task of the job
    #[arg(long, value_name = "WHEN")]
    follow_up: Option<String>,
    /// What is to be done then
    #[arg(long, value_name = "TEXT", requires = "follow_up")]
    what: Option<String>,
    /// Who does it: a role or a person; who does the visit when left out
    #[arg(long, value_name = "WHO", requires = "follow_up")]
    whose: Option<String>,
}

impl FollowUp {
    pub(super) fn is_given(&self) -> bool {
        self.follow_up.is_some()
    }

    /// When, as typed.
    pub(super) fn by(&self, session: &Session, book: &Book) -> Outcome<Option<Deadline>> {
        session.refuse_secrets(self.what.as_deref().into_iter().chain(self.whose.as_deref()))?;
        let Some(typed) = &self.follow_up else { return Ok(None) };
        let by = session.deadline(book, typed)?;
        if by.moment(book.office().zone()) <= session.now(book) {
            return Err(Problem::usage("follow-up-past", format!("{} has passed", by.spoken()))
                .remedy("give a later time, such as \"tomorrow 10:00\"")
                .into());
        }
        Ok(Some(by))
    }

    /// Notes the task.
    pub(super) fn schedule(&self, work: &mut Work<'_, '_>, n: &Number, by: Option<Deadline>) -> Outcome<()> {
        let Some(by) = by else { return Ok(()) };
        let seat = work.seat()?;
        let text = self.what.clone().unwrap_or_else(|| format!("follow up on visit {n}"));
        let whose = self.whose.clone().or(work.job.visit(n)?.technician.clone());
        let task = work.job.add_task(work.stamp(), text, whose, Some(by), &seat);
        work.done(format!("task {task} noted, by {}", by.spoken()));
        Ok(())
    }
}
