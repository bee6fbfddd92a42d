//! Jobs that stand still: stages over their time, checklists that hold a job, tasks (E13, E18).

use super::yielding::{concerned, due, stage_owner};
use crate::domain::event::Event;
use crate::domain::moment::Moment;
use crate::rules::checklists::missing;
use crate::rules::deliverables;
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::gate::Gate;
use crate::rules::workflow::definition::{Concern, Scope};
use crate::rules::workflow::plan::Anchor;

pub(super) fn dues(facts: Facts<'_>, dues: &mut Vec<Due>) {
    overdue(facts, dues);
    evidence(facts, dues);
    tasks(facts, dues);
}

fn overdue(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let Some(stage) = facts.workflow.stage(&facts.job.stage) else { return };
    let Some(expected) = stage.expected.filter(|_| !stage.is_final) else { return };
    let since = begins(facts, &stage.name);
    let owed = still_owed(facts);
    let hint = match (&stage.hint, owed.is_empty()) {
        (_, false) => format!("; still missing: {}", owed.join(", ")),
        (Some(hint), true) => format!(": {hint}"),
        (None, true) => String::new(),
    };
    dues.push(due(
        facts,
        DueRule::StageOverdue,
        format!("{}/{since}", stage.name),
        expected.after(since, &facts.office.calendar),
        stage_owner(facts),
        format!("finish \"{}\", which should take {} at most{hint}", stage.title, expected.words()),
        format!("jobbook why {}", facts.job.id),
    ));
}

/// When the stage's time begins to run: when it was entered; where its tasks count from a kick-off that comes
/// later, on that day.
fn begins(facts: Facts<'_>, stage: &str) -> Moment {
    let since = facts.job.stage_since();
    let counts = facts
        .workflow
        .tasks
        .iter()
        .any(|task| task.stage.as_deref() == Some(stage) && task.from == Anchor::Kickoff);
    let kickoff = facts.job.kickoff.as_ref().filter(|_| counts).map(|kickoff| {
        let calendar = &facts.office.calendar;
        calendar.hours_on(kickoff.day).map_or_else(|| calendar.closing(kickoff.day), |(open, _)| open)
    });
    kickoff.map_or(since, |kickoff| kickoff.max(since))
}

/// Items of the stage's own checklist and required deliverables that are missing (S01).
fn still_owed(facts: Facts<'_>) -> Vec<String> {
    let lists = facts.workflow.checklists.iter();
    let own = lists.filter(|list| list.stage.as_deref() == Some(facts.job.stage.as_str()));
    let items = own.flat_map(|list| missing(list, facts)).map(|item| item.name.clone());
    let owed = deliverables::missing(facts).into_iter().map(|owed| owed.deliverable.name.clone());
    items.chain(owed).collect()
}

/// A checklist of the job that keeps it in its stage.
fn evidence(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let Some(stage) = facts.workflow.stage(&facts.job.stage) else { return };
    for list in
        facts.workflow.checklists.iter().filter(|list| list.scope == Scope::Job && list.stage.is_none())
    {
        let gate = Gate::Checklist(list.name.clone());
        let holds = stage
            .exits
            .iter()
            .any(|exit| matches!(exit.on, None | Some(Event::Ready)) && exit.needs.contains(&gate));
        let open = if holds { missing(list, facts) } else { Vec::new() };
        if !open.is_empty() {
            let names: Vec<&str> = open.iter().map(|item| item.name.as_str()).collect();
            let since = facts.job.stage_since();
            dues.push(due(
                facts,
                DueRule::EvidenceMissing,
                format!("{}/{since}", list.name),
                facts.office.calendar.closing(since.date(facts.office.zone())).max(since),
                concerned(facts, Concern::Evidence),
                format!("{}: {}", list.title, names.join(", ")),
                format!("jobbook checklist show {} {}", facts.job.id, list.name),
            ));
        }
    }
}

fn tasks(facts: Facts<'_>, dues: &mut Vec<Due>) {
    for task in facts.job.tasks.iter().filter(|task| task.done.is_none()) {
        let Some(by) = task.due else { continue };
        dues.push(due(
            facts,
            DueRule::Task,
            format!("task-{}/{by}", task.n),
            by.moment(facts.office.zone()),
            task.owner.clone().unwrap_or_else(|| stage_owner(facts)),
            task.text.clone(),
            format!("jobbook job task {} --done {}", facts.job.id, task.n),
        ));
    }
}
