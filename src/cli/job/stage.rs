//! `jobbook job advance`, `job cancel`, `job reopen` (E10, E20).

use clap::Args;

use crate::book::Book;
use crate::cli::client::particulars::ask;
use crate::cli::session::Session;
use crate::domain::id::Id;
use crate::domain::moves::revising::filled;
use crate::domain::typed::likeness::fits;
use crate::problem::{Outcome, Problem};
use crate::ui::Question;

/// `jobbook job advance`
#[derive(Debug, Args)]
#[command(after_help = "\
Takes the way out of the stage that a person takes; with --to and --reason any stage can be reached.

Example:
  jobbook job advance 17 --to scheduling --reason \"parts come with the technician\"")]
pub struct Advance {
    /// The job
    job: String,
    /// The stage, by its name in the workflow
    #[arg(long, value_name = "STAGE")]
    to: Option<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

/// `jobbook job cancel`
#[derive(Debug, Args)]
#[command(after_help = "\
The reasons stand in jobbook.toml, under [jobs]. Visits that are still open are cancelled with the job.

Example:
  jobbook job cancel 17 --reason price --note \"another firm is cheaper by a third\"")]
pub struct Cancel {
    /// The job
    job: String,
    /// One of the office's reasons
    #[arg(long)]
    reason: Option<String>,
    /// What happened, in words
    #[arg(long)]
    note: Option<String>,
}

/// `jobbook job reopen`
#[derive(Debug, Args)]
#[command(after_help = "\
It goes on in the stage that the workflow says; with --to in another.

Examples:
  jobbook job reopen 17 --reason \"the client changed their mind\"
  jobbook job reopen 17 --reason \"the invoice was wrong\" --to invoicing")]
pub struct Reopen {
    /// The job
    job: String,
    /// Another stage to go on in, by its name in the workflow
    #[arg(long, value_name = "STAGE")]
    to: Option<String>,
    /// Why
    #[arg(long)]
    reason: Option<String>,
}

impl Advance {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.reason.as_deref())?;
        let asked = match (&self.to, &self.reason) {
            (None, None) => way(session, &book, &id)?,
            _ => None,
        };
        let (to, reason) = match asked {
            Some((to, reason)) => (Some(to), reason),
            None => (self.to.clone(), self.reason.clone()),
        };
        session.work(&book, &id, |work| {
            work.must_be_open()?;
            work.advance(to.as_deref(), reason.as_deref())?;
            work.done("moved by hand");
            Ok(())
        })
    }
}

impl Cancel {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.note.as_deref())?;
        let reasons = &book.office().cancel_reasons;
        let reason = match &self.reason {
            Some(reason) => reason.clone(),
            None => {
                let instead = format!("--reason {}", reasons.join(" | "));
                let question = Question::new("Why is it given up", &instead);
                let chosen = session.terminal.ask_choice(&question, reasons)?;
                reasons[chosen].clone()
            }
        };
        let note = match self.note.as_deref().and_then(filled) {
            Some(note) => note,
            None => ask(session, "What happened, in words", "--note \"…\"", true, &|_| Ok(()))?,
        };
        session.work(&book, &id, |work| {
            if work.job.cancelled.is_none() {
                work.must_be_open()?;
            }
            let told = work.job.visits_told();
            let before = work.job.visits.iter().filter(|visit| visit.is_open()).count();
            let event = work.job.cancel(work.change.stamp(), &reason, Some(note), reasons)?;
            work.done(format!("given up: {reason}"));
            if before > 0 {
                work.done(format!("{before} open visit{} cancelled", if before == 1 { "" } else { "s" }));
            }
            for (n, window) in told {
                work.tell(format!(
                    "the client was told of visit {n} on {window}: call them that nobody comes"
                ));
            }
            work.happened(event)
        })
    }
}

impl Reopen {
    pub(in crate::cli) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.job(&book, &self.job)?;
        session.refuse_secrets(self.reason.as_deref())?;
        let reason = match self.reason.as_deref().and_then(filled) {
            Some(reason) => reason,
            None => ask(session, "Why is it taken up again", "--reason \"…\"", true, &|_| Ok(()))?,
        };
        session.work(&book, &id, |work| {
            if !work.book().rules().is_closed(&work.job) && work.job.cancelled.is_none() {
                return Err(Problem::refused("job-open", format!("{} is open", work.job.id))
                    .remedy(format!("jobbook why {}", work.job.id))
                    .into());
            }
            let event = work.job.reopen(work.change.stamp(), &reason);
            work.done("taken up again");
            work.happened(event)?;
            match self.to.as_deref().filter(|to| *to != work.job.stage) {
                Some(to) => work.advance(Some(to), Some(&reason)),
                None => Ok(()),
            }
        })
    }
}

/// Where a job may be moved by hand, and why, when neither was typed and somebody can be asked: only where there is
/// not one way that a person takes.
fn way(session: &Session, book: &Book, id: &Id) -> Outcome<Option<(String, Option<String>)>> {
    if !session.terminal.interactive() {
        return Ok(None);
    }
    let job = book.job(id)?;
    let workflow = book.rules().workflow(&job)?;
    let Some(stage) = workflow.stage(&job.stage) else { return Ok(None) };
    let exits: Vec<_> = workflow.exits_of(stage).collect();
    let by_hand: Vec<&str> =
        exits.iter().filter(|exit| exit.is_by_hand()).map(|exit| exit.to.as_str()).collect();
    if !by_hand.is_empty() && by_hand.iter().all(|to| *to == by_hand[0]) {
        return Ok(None);
    }
    let mut stages: Vec<&str> = Vec::new();
    let others = workflow.stages.iter().map(|stage| stage.name.as_str());
    for to in by_hand.iter().copied().chain(exits.iter().map(|exit| exit.to.as_str())).chain(others) {
        if to != job.stage && !stages.contains(&to) {
            stages.push(to);
        }
    }
    let options: Vec<String> = stages
        .iter()
        .map(|to| {
            let how = if by_hand.contains(to) { "by hand" } else { "with a reason" };
            format!("{to}  {}, {how}", workflow.stage_title(to))
        })
        .collect();
    let label = format!("Where to, from \"{}\"", workflow.stage_title(&job.stage));
    let question = Question::new(&label, "--to STAGE");
    let chosen = stages[session.terminal.ask_search(&question, &options, &fits)?];
    session.terminal.remember("--to STAGE", chosen);
    let reason = match by_hand.contains(&chosen) {
        true => None,
        false => Some(ask(session, "Why", "--reason \"…\"", true, &|_| Ok(()))?),
    };
    Ok(Some((chosen.to_string(), reason)))
}
