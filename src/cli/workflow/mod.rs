//! `jobbook workflow`: the office's rules, shown, checked, and rehearsed before they take effect.

mod rehearse;

use clap::{Args, Subcommand};
use serde_json::json;

use crate::book::rulefiles;
use crate::cli::session::Session;
use crate::problem::{Outcome, Problem, Problems, Severity};
use crate::rules::workflow::{drawing, picture};
use crate::ui::{Cell, Column, Table, problem_json};

/// What can be done with workflows.
#[derive(Debug, Subcommand)]
pub enum Workflow {
    /// List the workflows
    List,
    /// Draw a workflow
    Show(Show),
    /// Find what is wrong with the office's rules
    Check,
    /// What a changed workflow file would change for the jobs, before it takes effect
    Rehearse(rehearse::Rehearse),
}

/// `jobbook workflow show`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  jobbook workflow show service-call\n  jobbook workflow show service-call --svg > service-call.svg"
)]
pub struct Show {
    /// Name of the workflow; the office's usual one when left out
    name: Option<String>,
    /// As Mermaid text
    #[arg(long, conflicts_with = "svg")]
    mermaid: bool,
    /// As SVG
    #[arg(long)]
    svg: bool,
}

impl Workflow {
    /// Runs it.
    ///
    /// # Errors
    /// `workflow-unknown`; everything wrong in the office's rules.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        match self {
            Workflow::List => list(session),
            Workflow::Show(args) => args.run(session),
            Workflow::Check => check(session),
            Workflow::Rehearse(args) => args.run(session),
        }
    }
}

fn list(session: &Session) -> Outcome<()> {
    let book = session.book()?;
    let workflows = book.rules().workflows.values();
    if session.terminal.is_json() {
        let rows: Vec<_> = workflows
            .map(|workflow| {
                let stages: Vec<_> = workflow.stages.iter().map(|stage| &stage.name).collect();
                json!({"name": workflow.name, "title": workflow.title, "stages": stages})
            })
            .collect();
        session.terminal.json(&json!({ "workflows": rows }));
        return Ok(());
    }
    let columns = [Column::text("name"), Column::long("title"), Column::number("stages"), Column::text("")];
    let mut table = Table::new(columns, "no workflows");
    for workflow in workflows {
        let usual = workflow.name == book.office().default_workflow;
        table.row([
            Cell::strong(workflow.name.as_str()),
            Cell::plain(workflow.title.as_str()),
            Cell::plain(workflow.stages.len().to_string()),
            Cell::muted(if usual { "usual" } else { "" }),
        ]);
    }
    session.terminal.table(&table);
    Ok(())
}

impl Show {
    fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let name = self.name.as_deref().unwrap_or(&book.office().default_workflow);
        let workflow = book.rules().workflow_by_name(name)?;
        if self.mermaid {
            session.terminal.out_text(&drawing::mermaid(workflow));
        } else if self.svg {
            session.terminal.document(picture::svg(workflow))?;
        } else if session.terminal.is_json() {
            session.terminal.json(&drawing::json(workflow));
        } else {
            session.terminal.out_text(&drawing::text(workflow));
        }
        Ok(())
    }
}

fn check(session: &Session) -> Outcome<()> {
    let root = session.root()?;
    let found = rulefiles::examine(&root)?;
    let (errors, warnings): (Vec<Problem>, Vec<Problem>) =
        found.all().into_iter().partition(|problem| problem.severity == Severity::Error);
    if session.terminal.is_json() {
        let all: Vec<_> = errors.iter().chain(&warnings).map(problem_json).collect();
        session.terminal.json(&json!({ "problems": all }));
        return must_be_sound(errors);
    }
    for warning in &warnings {
        session.terminal.warn(warning);
    }
    must_be_sound(errors)?;
    session.terminal.out("the office's rules are sound");
    Ok(())
}

/// A rule that is wrong is a finding, not a damaged book.
fn must_be_sound(errors: Vec<Problem>) -> Outcome<()> {
    let findings = errors.into_iter().map(|mut problem| {
        problem.kind = crate::problem::Kind::Refused;
        problem
    });
    Problems::check(findings.collect())
}
