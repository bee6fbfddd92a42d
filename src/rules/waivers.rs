//! Waivers against the facts: which are needed, which are not back (T10).

use crate::domain::waiver::Waiver;
use crate::rules::facts::Facts;
use crate::rules::workflow::definition::WaiverRule;

/// A waiver that keeps the work from starting.
#[derive(Debug, Clone, Copy)]
pub enum Missing<'a> {
    /// It is needed and nobody sent it.
    ToSend(&'a WaiverRule),
    /// It is with the client.
    Out(&'a Waiver),
}

/// The kinds that this job needs.
pub fn needed(facts: Facts<'_>) -> impl Iterator<Item = &WaiverRule> {
    let rules = facts.workflow.waivers.iter();
    rules.filter(move |rule| rule.conditions.iter().all(|condition| condition.holds(facts)))
}

/// What is not back for the next visit, in the order of the workflow's file, then what else is out.
pub fn missing(facts: Facts<'_>) -> Vec<Missing<'_>> {
    let visit = facts.job.open_visit().map(|visit| &visit.n);
    let counting: Vec<&Waiver> = facts.job.waivers.iter().filter(|waiver| waiver.is_for(visit)).collect();
    let mut missing: Vec<Missing<'_>> = needed(facts)
        .filter(|rule| !counting.iter().any(|waiver| waiver.kind == rule.kind))
        .map(Missing::ToSend)
        .collect();
    missing.extend(counting.iter().copied().filter(|waiver| waiver.is_out()).map(Missing::Out));
    missing
}

/// What came back, in words.
pub fn returned(facts: Facts<'_>) -> Vec<String> {
    let back = facts.job.waivers.iter().filter(|waiver| waiver.withdrawn.is_none());
    back.filter_map(|waiver| {
        let returned = waiver.returned.as_ref()?;
        Some(format!("waiver {} {}: {}", waiver.n, waiver.kind, returned.evidence))
    })
    .collect()
}
