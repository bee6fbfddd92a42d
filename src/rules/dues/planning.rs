//! Tasks of the workflow: those that come once, and occurrences of those that come again (S05, S06).

use super::yielding::{due, stage_owner};
use crate::domain::moment::end_of_day;
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::planned::{TOLD, again, once, unsettled};
use crate::rules::workflow::plan::PlannedTask;

pub(super) fn dues(facts: Facts<'_>, dues: &mut Vec<Due>) {
    if facts.job.cancelled.is_some() {
        return;
    }
    let id = &facts.job.id;
    let zone = facts.office.zone();
    for one in once(facts).into_iter().filter(|one| one.settled.is_none()) {
        let Some(day) = one.day else { continue };
        dues.push(due(
            facts,
            DueRule::PlannedTask,
            format!("{}/{day}", one.task.name),
            end_of_day(day, zone),
            owner(facts, one.task),
            one.task.text.clone(),
            format!("jobbook job task {id} --done {}", one.task.name),
        ));
    }
    for task in again(facts) {
        let open = unsettled(task, facts);
        for one in open.iter().take(TOLD) {
            dues.push(due(
                facts,
                DueRule::RecurringTask,
                format!("{}/{}", task.name, one.day),
                end_of_day(one.due, zone),
                owner(facts, task),
                format!("{}, for {}", task.text, one.due.format("%a %Y-%m-%d")),
                format!("jobbook job task {id} --done {} --day {}", task.name, one.day),
            ));
        }
        if let Some(next) = open.get(TOLD) {
            dues.push(due(
                facts,
                DueRule::RecurringTask,
                format!("{}/{}/more", task.name, next.day),
                end_of_day(next.due, zone),
                owner(facts, task),
                format!("{}, and all further days of it from {} on", task.text, next.day),
                format!("jobbook job task {id} --skip {} --through DAY --reason \"…\"", task.name),
            ));
        }
    }
}

/// The job's named person for the task's role, else the role, else whoever answers for the stage.
fn owner(facts: Facts<'_>, task: &PlannedTask) -> String {
    if task.owner.is_empty() {
        return stage_owner(facts);
    }
    facts.job.team.get(&task.owner).cloned().unwrap_or_else(|| task.owner.clone())
}
