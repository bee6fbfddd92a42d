//! `jobbook ticket show`

use clap::Args;
use serde_json::json;

use super::story::{clock_json, step_json, tell};
use crate::cli::answer::due_json;
use crate::cli::job::show::next;
use crate::cli::session::Session;
use crate::problem::Outcome;
use crate::rules::service::{clocks, steps};
use crate::ui::{Cell, Facts};

/// How far ahead it is looked for what comes next, in days.
const AHEAD: i64 = 400;

/// `jobbook ticket show`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook ticket show 17")]
pub struct Show {
    /// The ticket: 17, J-2026-00017, or words
    ticket: String,
}

impl Show {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let job = book.job(&session.job(&book, &self.ticket)?)?;
        job.ticket()?;
        let client = book.client(&job.client)?;
        let asked = book.rules().facts(&job, &client)?;
        let dues = book.dues_ahead(&job, &client, AHEAD);
        let linked = book.open_jobs_from(&job.id)?;
        if session.terminal.is_json() {
            let reached: Vec<_> =
                steps(asked).iter().filter(|step| step.at <= book.now()).map(step_json).collect();
            session.terminal.json(&json!({
                "job": job,
                "client": {"id": client.id, "name": client.name},
                "clocks": clocks(asked).iter().map(|clock| clock_json(clock, &book)).collect::<Vec<_>>(),
                "escalation": reached,
                "linked": linked,
                "notices": book.notices(&client),
                "next": dues.iter().map(due_json).collect::<Vec<_>>(),
            }));
            return Ok(());
        }
        let mut facts = Facts::new();
        facts.section(format!("{}  {}", job.id, job.title));
        for notice in book.notices(&client) {
            facts.fact("note", Cell::caution(notice));
        }
        facts.fact("stage", Cell::strong(asked.workflow.stage_title(&job.stage)));
        facts.fact("client", format!("{}  {} ({})", client.id, client.name, client.class));
        if let Some(contact) = client.contact(job.contact.as_ref()) {
            let parts = [Some(&contact.name), contact.phone.as_ref(), contact.email.as_ref()];
            facts.fact("contact", parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", "));
        }
        facts.maybe("belongs to", job.from.as_ref().map(ToString::to_string));
        if !linked.is_empty() {
            let linked: Vec<&str> = linked.iter().map(|id| id.as_str()).collect();
            facts.fact("open with it", linked.join(", "));
        }
        if let Some(request) = &job.request {
            facts.text("request", request);
        }
        tell(&book, &job, &client, &mut facts)?;
        session.terminal.facts(&facts);
        session.terminal.lines(&next(&dues, session.now(&book)));
        Ok(())
    }
}
