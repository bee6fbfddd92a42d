//! `jobbook job task` and `job document` (E18).

use clap::Args;
use serde_json::json;

use crate::cli::session::Session;
use crate::domain::id::Number;
use crate::domain::moves::filing::Paperwork;
use crate::problem::Outcome;
use crate::ui::{Cell, Column, Table};

/// `jobbook job task`
#[derive(Debug, Args)]
#[command(after_help = "\
Without a text the tasks are listed.

Examples:
  jobbook job task 17 \"Ask the landlord for the plan\" --due fri --owner sales
  jobbook job task 17 --done 1")]
pub struct Task {
    /// The job
    job: String,
    /// What is to be done
    #[arg(conflicts_with = "done")]
    text: Option<String>,
    /// By the end of this day
    #[arg(long, value_name = "DAY", requires = "text")]
    due: Option<String>,
    /// Whose: a role or a person
    #[arg(long, value_name = "WHO", requires = "text")]
    owner: Option<String>,
    /// Number of the task that is done
    #[arg(long, value_name = "N")]
    done: Option<Number>,
}

/// `jobbook job document`
#[derive(Debug, Args)]
#[command(after_help = "\
The paper or photo stays where it is; the job holds where that is.

Example:
  jobbook job document 17 --kind photo https://files.example/17/after.jpg --title \"Gate, closed\"")]
pub struct Document {
    /// The job
    job: String,
    /// Where it is: a path in the office's storage, or a link
    #[arg(value_name = "PATH-OR-LINK")]
    reference: String,
    /// What it is: photo, work-order, approval, waiver, any word of the office
    #[arg(long)]
    kind: String,
    /// What it shows
    #[arg(long)]
    title: Option<String>,
    /// Last day it holds
    #[arg(long, value_name = "DAY")]
    expires: Option<String>,
}

impl Task {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        if let Some(n) = &self.done {
            return session.work(&book, &id, |work| {
                work.job.finish_task(work.change.stamp(), n)?;
                work.done(format!("task {n} done"));
                Ok(())
            });
        }
        let Some(text) = &self.text else {
            list(session, &book.job(&id)?);
            return Ok(());
        };
        session.refuse_secrets([text.as_str()])?;
        let due = self.due.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        session.work(&book, &id, |work| {
            let seat = work.seat()?;
            let n = work.job.add_task(work.change.stamp(), text.clone(), self.owner.clone(), due, &seat);
            let by = due.map_or(String::new(), |day| format!(", by {}", day.format("%a %Y-%m-%d")));
            work.done(format!("task {n} noted{by}"));
            Ok(())
        })
    }
}

fn list(session: &Session, job: &crate::domain::job::Job) {
    if session.terminal.is_json() {
        session.terminal.json(&json!({"job": job.id, "tasks": job.tasks}));
        return;
    }
    let columns = vec![
        Column::number("task"),
        Column::long("what"),
        Column::text("by"),
        Column::text("whose"),
        Column::text("state"),
    ];
    let mut table = Table::new(columns, "no tasks");
    for task in &job.tasks {
        table.row([
            Cell::plain(task.n.to_string()),
            Cell::plain(task.text.as_str()),
            Cell::plain(task.due.map_or(String::new(), |day| day.to_string())),
            Cell::plain(task.owner.as_deref().unwrap_or("")),
            match &task.done {
                Some(done) => Cell::good(format!("done by {}", done.by)),
                None => Cell::caution("open"),
            },
        ]);
    }
    session.terminal.table(&table);
}

impl Document {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session
            .refuse_secrets([self.kind.as_str(), &self.reference].into_iter().chain(self.title.as_deref()))?;
        let expires = self.expires.as_deref().map(|typed| session.day(&book, typed)).transpose()?;
        session.work(&book, &id, |work| {
            let seat = work.seat()?;
            let paperwork = Paperwork {
                kind: self.kind.clone(),
                reference: self.reference.clone(),
                title: self.title.clone(),
                expires,
                draft: false,
            };
            let (n, event) = work.job.add_document(work.change.stamp(), paperwork, &seat);
            work.done(format!("document {n} added: {}", self.kind));
            work.happened(event)
        })
    }
}
