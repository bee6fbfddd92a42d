//! The follow-up clock of a queue: a client who waits in it is asked again (T05, T11).

use super::yielding::due;
use crate::domain::queue::Queue;
use crate::rules::due::{Due, DueRule};
use crate::rules::dues::asking::last_contact;
use crate::rules::facts::Facts;

/// One due for each of `queues` that has a clock, unless the stage has one of its own.
pub(super) fn dues(facts: Facts<'_>, queues: &[&Queue], dues: &mut Vec<Due>) {
    let job = facts.job;
    let waits = job.quotes.iter().any(|quote| quote.is_waiting());
    let of_stage = facts.workflow.stage(&job.stage).and_then(|stage| stage.follow_up);
    if job.cancelled.is_some() || of_stage.or(facts.workflow.follow_up.filter(|_| waits)).is_some() {
        return;
    }
    let last = last_contact(job).unwrap_or(job.opened.at).max(job.stage_since());
    for queue in queues {
        let Some(every) = queue.follow_up else { continue };
        dues.push(due(
            facts,
            DueRule::QueueFollowUp,
            format!("{}/{last}", queue.name),
            every.after(last, &facts.office.calendar),
            job.team.get(&queue.owner).cloned().unwrap_or_else(|| queue.owner.clone()),
            format!("follow up: it waits in \"{}\", {} after the last contact", queue.title, every.words()),
            format!("jobbook contact log {} out call \"…\"", job.id),
        ));
    }
}
