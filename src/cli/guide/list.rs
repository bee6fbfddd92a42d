//! `guide list` and `guide show`.

use clap::Args;
use serde_json::{Value, json};

use crate::cli::session::Session;
use crate::problem::Outcome;
use crate::rules::guide;
use crate::ui::{Cell, Column, Lines, Table};

/// `jobbook guide show`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook guide show client-session")]
pub struct Show {
    /// Name of the guide, or how it begins
    name: String,
}

pub(super) fn list(session: &Session) -> Outcome<()> {
    let book = session.book()?;
    let guides = book.rules().guides.values();
    if session.terminal.is_json() {
        session.terminal.json(&json!({ "guides": guides.map(guide_json).collect::<Vec<_>>() }));
        return Ok(());
    }
    let columns =
        [Column::text("name"), Column::long("title"), Column::number("steps"), Column::number("outcomes")];
    let mut table = Table::new(columns, "no guides: jobbook guide import FILE");
    for guide in guides {
        table.row([
            Cell::strong(guide.name.as_str()),
            Cell::plain(guide.title.as_str()),
            Cell::plain(guide.steps.len().to_string()),
            Cell::plain(guide.outcomes.len().to_string()),
        ]);
    }
    session.terminal.table(&table);
    Ok(())
}

fn guide_json(guide: &guide::Guide) -> Value {
    let gates =
        |gates: &[crate::rules::gate::Gate]| gates.iter().map(ToString::to_string).collect::<Vec<_>>();
    json!({
        "name": guide.name,
        "title": guide.title,
        "description": guide.description,
        "type": guide.sort,
        "requirements": guide.requirements.iter().map(|one| json!({
            "title": one.title, "need": one.need.as_ref().map(ToString::to_string),
        })).collect::<Vec<_>>(),
        "steps": guide.steps.iter().map(|step| json!({
            "name": step.name, "title": step.title, "directions": step.directions, "needs": gates(&step.needs),
        })).collect::<Vec<_>>(),
        "outcomes": guide.outcomes.iter().map(|one| json!({
            "name": one.name, "title": one.title, "proof": one.proof.as_ref().map(ToString::to_string),
        })).collect::<Vec<_>>(),
    })
}

impl Show {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let guide = book.rules().guide(&self.name)?;
        if session.terminal.is_json() {
            session.terminal.json(&guide_json(guide));
            return Ok(());
        }
        let mut lines = Lines::new();
        lines.heading(format!("{} ({})", guide.title, guide.name));
        if let Some(description) = &guide.description {
            lines.line(description.as_str());
        }
        if !guide.requirements.is_empty() {
            lines.heading("What it takes");
            for one in &guide.requirements {
                let need = one.need.as_ref().map_or("judged by nobody".to_string(), ToString::to_string);
                lines.bullet(format!("{}  ({need})", one.title));
            }
        }
        lines.heading("Steps");
        for (at, step) in guide.steps.iter().enumerate() {
            lines.line(Cell::strong(format!("{}  {}", at + 1, step.title)));
            lines.line(step.directions.as_str());
            for gate in &step.needs {
                lines.bullet_at(1, Cell::muted(format!("not before: {}", gate.sentence())));
            }
        }
        if !guide.outcomes.is_empty() {
            lines.heading("What should come of it");
            for one in &guide.outcomes {
                let proof = one.proof.as_ref().map_or("recorded by hand".to_string(), |gate| {
                    format!("proved when {}", gate.sentence())
                });
                lines.bullet(format!("{}  ({proof})", one.title));
            }
        }
        session.terminal.lines(&lines);
        Ok(())
    }
}
