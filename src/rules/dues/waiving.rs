//! Waivers: to send once the work is agreed, and to ask for until they are back (T10).

use super::yielding::{concerned, due};
use crate::domain::moment::Moment;
use crate::domain::visit::Purpose;
use crate::domain::waiver::Waiver;
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::waivers::{Missing, missing};
use crate::rules::workflow::definition::{Concern, WaiverRule};

pub(super) fn dues(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let is_over = facts.workflow.stage(&facts.job.stage).is_some_and(|stage| stage.is_final);
    if is_over || facts.job.cancelled.is_some() {
        return;
    }
    for one in missing(facts) {
        match one {
            Missing::ToSend(rule) => to_send(facts, rule, dues),
            Missing::Out(waiver) => out(facts, waiver, dues),
        }
    }
}

/// Since when the work is to be done: it was approved, or a visit for it was planned.
fn agreed(facts: Facts<'_>) -> Option<Moment> {
    let approved =
        facts.job.approved_quote().and_then(|quote| quote.answer.as_ref()).map(|answer| answer.made.at);
    let visits = facts.job.visits.iter().filter(|visit| visit.is_open() && visit.purpose == Purpose::Work);
    visits.map(|visit| visit.made.at).chain(approved).min()
}

fn to_send(facts: Facts<'_>, rule: &WaiverRule, dues: &mut Vec<Due>) {
    let Some(since) = agreed(facts) else { return };
    let calendar = &facts.office.calendar;
    dues.push(due(
        facts,
        DueRule::WaiverToSend,
        format!("{}/{since}", rule.kind),
        calendar.closing(since.date(calendar.zone)).max(since),
        concerned(facts, Concern::Visits),
        format!("send the waiver \"{}\", to be back before the work starts", rule.title),
        format!("jobbook waiver send {} {}", facts.job.id, rule.kind),
    ));
}

fn out(facts: Facts<'_>, waiver: &Waiver, dues: &mut Vec<Due>) {
    let Some(sent) = waiver.last_sent() else { return };
    let every = facts
        .workflow
        .waiver(&waiver.kind)
        .map_or(crate::domain::office::Span::BusinessDays(2), |rule| rule.follow_up);
    dues.push(due(
        facts,
        DueRule::WaiverOut,
        format!("waiver-{}/{sent}", waiver.n),
        every.after(sent, &facts.office.calendar),
        concerned(facts, Concern::Visits),
        format!("ask for waiver {} \"{}\", sent {} ago and not back", waiver.n, waiver.title, every.words()),
        format!("jobbook waiver returned {} {} --evidence PATH-OR-LINK", facts.job.id, waiver.n),
    ));
}
