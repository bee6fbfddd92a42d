//! Deliverables and tasks of a workflow file.

use super::plan::{Anchor, Deliverable, OnClosed, PlannedTask, Timing};
use crate::domain::offset::Offset;
use crate::domain::recurrence::Recurrence;
use crate::problem::Problem;
use crate::rules::gate::Gate;
use crate::rules::toml_file::Table;

/// `deliverables = [{ name = …, text = …, kind = … }]` of a stage.
pub(super) fn deliverables(stage: &Table<'_>) -> Vec<Deliverable> {
    stage.tables("deliverables").into_iter().map(deliverable).collect()
}

fn deliverable(table: Table<'_>) -> Deliverable {
    let kind = table.text("kind");
    let proof = table.parsed::<Gate>("proof");
    if kind.is_some() && proof.is_some() {
        table.report(
            "proof",
            Problem::damaged("deliverable-proof", "kind and proof say twice what proves it")
                .remedy("keep one of the two: kind = \"contract\" is proof = \"document:contract\""),
        );
    }
    let deliverable = Deliverable {
        name: table.required_text("name").unwrap_or_default(),
        text: table.required_text("text").unwrap_or_default(),
        required: table.flag("required").unwrap_or(true),
        proof: kind.map(Gate::Document).or(proof),
    };
    table.finish();
    deliverable
}

/// `[[task]]`
pub(super) fn task(table: Table<'_>) -> PlannedTask {
    let every = table.parsed::<Recurrence>("every");
    let due = table.parsed::<Offset>("due");
    let said = (table.has("every"), table.has("due"));
    if said.0 == said.1 {
        table.report(
            "due",
            Problem::damaged("task-when", "a task is due once or again and again")
                .remedy("give it either due = \"week 2\" or every = \"monthly on the 1st\""),
        );
    }
    let stage = table.text("stage");
    let from = table.parsed("from").unwrap_or(if said.0 { Anchor::Stage } else { Anchor::Kickoff });
    if (from == Anchor::Stage || said.0) && stage.is_none() {
        table.report(
            "stage",
            Problem::damaged("task-stage", "it does not say in which stage").remedy("add stage = \"…\""),
        );
    }
    let closed = table.parsed::<OnClosed>("closed");
    if closed.is_some() && !said.0 {
        table.report(
            "closed",
            Problem::damaged("task-closed", "only what comes again can fall on closed days")
                .remedy("delete the line: a day that is closed moves on by itself"),
        );
    }
    let timing = match every {
        Some(every) => {
            let usual = OnClosed::usual(&every);
            Timing::Again(every, closed.unwrap_or(usual))
        }
        None => Timing::Once(due.unwrap_or(Offset::Days(0))),
    };
    let task = PlannedTask {
        name: table.required_text("name").unwrap_or_default(),
        text: table.required_text("text").unwrap_or_default(),
        owner: table.text("owner").unwrap_or_default(),
        stage,
        from,
        timing,
        place: table.place_of("name"),
    };
    table.finish();
    task
}
