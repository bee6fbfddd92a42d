//! `visit show`: everything of one visit.

use clap::Args;
use serde_json::json;

use crate::cli::session::Session;
use crate::domain::id::Number;
use crate::domain::visit::Visit;
use crate::problem::Outcome;
use crate::rules::dues::be_there;
use crate::rules::facts::Facts as RuleFacts;
use crate::ui::{Cell, Facts};

/// `jobbook visit show`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook visit show 17")]
pub struct Show {
    /// The job
    job: String,
    /// Number of the visit; the one under way or next, else the last, when left out
    visit: Option<Number>,
}

impl Show {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let job = book.job(&session.job(&book, &self.job)?)?;
        let client = book.client(&job.client)?;
        let next = self.visit.or_else(|| job.open_visit().map(|visit| visit.n));
        let visit = job.visit(&job.visit_to_note(next.as_ref())?)?;
        let workflow = book.rules().workflow(&job)?;
        let facts = RuleFacts { job: &job, client: &client, office: book.office(), workflow };
        let by = be_there(facts, visit).map(|(_, by)| by);
        if session.terminal.is_json() {
            session
                .terminal
                .json(&json!({"job": job.id, "visit": visit, "state": visit.state(), "be_there": by}));
            return Ok(());
        }
        let mut shown = Facts::new();
        shown.fact("job", Cell::strong(format!("{}  {} · {}", job.id, client.name, job.title)));
        shown.fact("visit", format!("{}, {}", visit.n, visit.state()));
        shown.fact("when", visit.planned.map_or("not planned".to_string(), |window| window.to_string()));
        shown.maybe("be there by", by.map(|by| by.instant().format("%H:%M").to_string()));
        shown.maybe("kind", visit.kind.map(|kind| kind.to_string()));
        shown.maybe("join at", visit.link.as_deref());
        shown.fact("who", visit.technician.as_deref().unwrap_or("nobody yet"));
        if !visit.skills.is_empty() {
            shown.fact("needs", visit.skills.join(", "));
        }
        let guides = job.guides.iter().filter(|run| run.visit.as_ref() == Some(&visit.n));
        for run in guides {
            let how = if run.ended.is_some() { "followed" } else { "open" };
            shown.fact("guide", format!("{}, {how}", run.guide));
        }
        shown.fact("client told", if visit.is_notified() { "yes" } else { "no" });
        happened(&mut shown, visit);
        session.terminal.facts(&shown);
        Ok(())
    }
}

fn happened(shown: &mut Facts, visit: &Visit) {
    let at = |moment: crate::domain::moment::Moment| moment.instant().format("%a %Y-%m-%d %H:%M").to_string();
    shown.maybe("started", visit.started.as_ref().map(|started| at(started.at)));
    if let Some(outcome) = &visit.outcome {
        let cause = outcome.incomplete.map_or(String::new(), |cause| format!(", incomplete for {cause}"));
        let hours = outcome.hours.map_or(String::new(), |hours| format!(", {hours} h"));
        shown.fact("ended", format!("{}{hours}{cause}", at(outcome.made.at)));
        shown.maybe("outcome", outcome.note.as_deref());
    }
    for note in &visit.notes {
        shown.fact("note", note.text.as_str());
    }
    shown.maybe("cancelled", visit.cancelled.as_ref().map(|cancelled| cancelled.reason.as_str()));
}
