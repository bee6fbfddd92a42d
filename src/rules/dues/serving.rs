//! Tickets: to answer, to solve, to be warned of, and who steps in (S08, S09).

use super::yielding::due;
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::service::{Clock, channel, clocks, owner, steps, title};
use crate::rules::workflow::definition::ServiceClock;

pub(super) fn dues(facts: Facts<'_>, dues: &mut Vec<Due>) {
    for clock in clocks(facts) {
        owed(facts, &clock, dues);
    }
    escalation(facts, dues);
}

/// What is owed by the clock, and the warning ahead of it.
fn owed(facts: Facts<'_>, clock: &Clock, dues: &mut Vec<Due>) {
    let open = clock.met.is_none() && clock.stopped.is_none();
    let (true, Some(at)) = (open, clock.due()) else { return };
    let id = &facts.job.id;
    let (rule, what, command) = match clock.what {
        ServiceClock::Respond => (
            DueRule::SlaRespond,
            "answer the client",
            format!("jobbook ticket respond {id} {} \"…\"", channel(facts)),
        ),
        ServiceClock::Resolve => {
            (DueRule::SlaResolve, "solve it", format!("jobbook ticket resolve {id} \"…\""))
        }
    };
    let priority = facts.job.ticket.as_ref().and_then(|ticket| ticket.priority());
    let priority = priority.and_then(|name| facts.office.service.priority(name));
    let promised = format!(
        "{}within {}",
        priority.map_or(String::new(), |priority| format!("{}: ", priority.title.to_lowercase())),
        clock.span.words()
    );
    let anchor = format!("{}/{at}", clock.what);
    if let Some(warned) = clock.warned.filter(|warned| *warned < at) {
        let by = at.in_zone(facts.office.zone()).instant().format("%a %Y-%m-%d %H:%M");
        dues.push(due(
            facts,
            DueRule::SlaWarning,
            &anchor,
            warned,
            owner(facts),
            format!("{what} by {by} ({promised})"),
            command.clone(),
        ));
    }
    dues.push(due(facts, rule, &anchor, at, owner(facts), format!("{what} ({promised})"), command));
}

/// Everybody who has to step in and has not answered yet.
fn escalation(facts: Facts<'_>, dues: &mut Vec<Due>) {
    for step in steps(facts).into_iter().filter(|step| step.answered.is_none()) {
        dues.push(due(
            facts,
            DueRule::Escalation,
            format!("{}/{}", step.level, step.at),
            step.at,
            step.owner.clone(),
            format!(
                "step in as {} and answer the client: {}",
                title(facts, &step.level),
                step.why.sentence()
            ),
            format!("jobbook ticket respond {} call \"…\"", facts.job.id),
        ));
    }
}
