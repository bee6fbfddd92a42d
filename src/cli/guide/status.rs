//! `guide status`: what of its guides a job has answered.

use clap::Args;
use serde_json::{Value, json};

use crate::cli::session::Session;
use crate::domain::guide::GuideTick;
use crate::problem::Outcome;
use crate::rules::guide::standing::Standing;
use crate::ui::{Cell, Lines};

/// `jobbook guide status`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook guide status 17")]
pub struct Status {
    /// The job
    job: String,
    /// Name of the guide; all that were taken up when left out
    guide: Option<String>,
}

impl Status {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let job = book.job(&session.job(&book, &self.job)?)?;
        let client = book.client(&job.client)?;
        let facts = book.rules().facts(&job, &client)?;
        let wanted = self.guide.as_deref().map(|typed| book.rules().guide(typed)).transpose()?;
        let mut standings: Vec<Standing<'_>> = job
            .guides
            .iter()
            .filter(|run| wanted.is_none_or(|guide| guide.name == run.guide))
            .filter_map(|run| {
                Some(Standing::new(book.rules().guides.get(&run.guide)?, facts, run.visit.as_ref()))
            })
            .collect();
        if let Some(guide) = wanted.filter(|_| standings.is_empty()) {
            let visit = job.guided_visit(&guide.name, None)?;
            standings.push(Standing::new(guide, facts, visit.as_ref()));
        }
        if session.terminal.is_json() {
            let guides: Vec<Value> = standings.iter().map(|standing| standing_json(*standing)).collect();
            session.terminal.json(&json!({"job": job.id, "guides": guides}));
            return Ok(());
        }
        let mut lines = Lines::new();
        lines.heading(format!("{}  {} · {}", job.id, client.name, job.title));
        if standings.is_empty() {
            lines.line("no guide was followed: jobbook guide list");
        }
        for standing in standings {
            requirements(standing, &mut lines);
            standing_lines(standing, &mut lines);
        }
        session.terminal.lines(&lines);
        Ok(())
    }
}

/// What a guide takes, and what of that the job fulfils.
pub(super) fn requirements(standing: Standing<'_>, lines: &mut Lines) {
    for requirement in &standing.guide.requirements {
        let title = &requirement.title;
        lines.bullet(match standing.requirement(requirement) {
            Some(Ok(why)) => Cell::good(format!("{title}: yes, {why}")),
            Some(Err(why)) => Cell::caution(format!("{title}: no, {why}")),
            None => Cell::plain(format!("{title}: see to it yourself")),
        });
    }
}

/// Every step and outcome, and what answers it.
pub(super) fn standing_lines(standing: Standing<'_>, lines: &mut Lines) {
    let of = standing.visit.map_or(String::new(), |visit| format!(", visit {}", visit.n));
    lines.heading(format!("{} ({}{of})", standing.guide.title, standing.guide.name));
    for (at, step) in standing.guide.steps.iter().enumerate() {
        lines.line(row(format!("{} {}", at + 1, step.title), standing.tick(step), None));
    }
    for one in standing.outcomes() {
        lines.line(row(one.outcome.title.clone(), one.tick, one.proof));
    }
}

fn row(title: String, tick: Option<&GuideTick>, proof: Option<String>) -> Cell {
    let at = |tick: &GuideTick| tick.made.at.instant().format("%a %Y-%m-%d %H:%M").to_string();
    match (tick, proof) {
        (Some(tick), _) => match &tick.skipped {
            Some(reason) => {
                Cell::caution(format!("[-] {title}  {}, {}, skipped: {reason}", tick.made.by, at(tick)))
            }
            None => {
                let note = tick.note.as_ref().map_or(String::new(), |note| format!(": {note}"));
                Cell::good(format!("[x] {title}  {}, {}{note}", tick.made.by, at(tick)))
            }
        },
        (None, Some(proof)) => Cell::good(format!("[x] {title}  proved: {proof}")),
        (None, None) => Cell::caution(format!("[ ] {title}")),
    }
}

fn standing_json(standing: Standing<'_>) -> Value {
    let steps: Vec<Value> = standing
        .guide
        .steps
        .iter()
        .map(|step| json!({"name": step.name, "title": step.title, "tick": standing.tick(step)}))
        .collect();
    let outcomes: Vec<Value> = standing
        .outcomes()
        .iter()
        .map(|one| {
            json!({
                "name": one.outcome.name, "title": one.outcome.title, "tick": one.tick, "proof": one.proof,
                "settled": one.is_settled(),
            })
        })
        .collect();
    let requirements: Vec<Value> = standing
        .guide
        .requirements
        .iter()
        .map(|one| match standing.requirement(one) {
            Some(Ok(why)) => json!({"title": one.title, "fulfilled": true, "why": why}),
            Some(Err(why)) => json!({"title": one.title, "fulfilled": false, "why": why}),
            None => json!({"title": one.title, "fulfilled": null, "why": null}),
        })
        .collect();
    json!({
        "guide": standing.guide.name,
        "visit": standing.visit.map(|visit| &visit.n),
        "begun": standing.run.map(|run| &run.begun),
        "ended": standing.run.and_then(|run| run.ended.as_ref()),
        "requirements": requirements,
        "steps": steps,
        "outcomes": outcomes,
    })
}
