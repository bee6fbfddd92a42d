//! Guides: what should have come of a session and is not recorded (G07); being there early (G02).

use std::collections::BTreeMap;

use super::yielding::{concerned, due};
use crate::domain::guide::GuideRun;
use crate::domain::id::Number;
use crate::domain::moment::Moment;
use crate::domain::visit::{Cause, Visit, VisitKind};
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::gate::Gate;
use crate::rules::guide::Guide;
use crate::rules::guide::standing::Standing;
use crate::rules::workflow::definition::Concern;

pub(super) fn dues(facts: Facts<'_>, guides: &BTreeMap<String, Guide>, dues: &mut Vec<Due>) {
    for run in facts.job.guides.iter().filter(|run| run.ended.is_none()) {
        if let Some(guide) = guides.get(&run.guide) {
            after(Standing::new(guide, facts, run.visit.as_ref()), run, dues);
        }
    }
    for visit in facts.job.visits.iter().filter(|visit| visit.is_open() && visit.started.is_none()) {
        early(facts, visit, dues);
    }
}

/// Once the session has ended: steps that nobody answered, outcomes that nobody recorded and nothing proves.
fn after(standing: Standing<'_>, run: &GuideRun, dues: &mut Vec<Due>) {
    let facts = standing.facts;
    let (mut steps, mut outcomes) = (standing.open_steps(), standing.missing());
    let broken_off =
        standing.visit.and_then(|visit| visit.outcome.as_ref()).and_then(|outcome| outcome.incomplete);
    if let Some(cause) = broken_off {
        // The rest is for the next visit. What happened is written down, and unless we were driven off there is a day.
        steps.clear();
        outcomes.retain(|one| match &one.proof {
            Some(Gate::VisitNotes) => true,
            Some(Gate::FollowUpScheduled) => cause != Cause::Conduct,
            _ => false,
        });
    }
    let ended = match standing.visit {
        Some(visit) => match (&visit.outcome, &visit.cancelled) {
            (Some(outcome), _) => Some(outcome.made.at),
            (None, Some(_)) => return,
            (None, None) => None,
        },
        // Without a visit the session is over when every step was answered.
        None => run.steps.iter().map(|tick| tick.made.at).max().filter(|_| steps.is_empty()),
    };
    let Some(ended) = ended.filter(|_| !steps.is_empty() || !outcomes.is_empty()) else { return };
    let steps = several("step", &steps.iter().map(|(_, step)| step.title.as_str()).collect::<Vec<_>>());
    let outcomes = several("outcome", &outcomes.iter().map(|one| one.title.as_str()).collect::<Vec<_>>());
    let missing: Vec<String> = [steps, outcomes].into_iter().flatten().collect();
    let of = run.visit.as_ref().map_or(String::new(), |n| format!("/visit-{n}"));
    let who = standing.visit.and_then(|visit| visit.technician.clone());
    let calendar = &facts.office.calendar;
    dues.push(due(
        facts,
        DueRule::GuideOpen,
        format!("{}{of}/{ended}", run.guide),
        calendar.closing(ended.date(facts.office.zone())).max(ended),
        who.unwrap_or_else(|| run.begun.by.clone()),
        format!("{}, still to record: {}", standing.guide.title, missing.join("; ")),
        format!("jobbook guide follow {} {}{}", facts.job.id, run.guide, option(run.visit.as_ref())),
    ));
}

/// What is left to answer: by name, or when there is much of it, by number.
fn several(what: &str, names: &[&str]) -> Option<String> {
    match names {
        [] => None,
        [one] => Some(format!("{what} {one}")),
        [..] if names.len() <= 3 => Some(format!("{what}s {}", names.join(", "))),
        _ => Some(format!("{} {what}s", names.len())),
    }
}

/// The option that names a visit.
fn option(visit: Option<&Number>) -> String {
    visit.map_or(String::new(), |n| format!(" --visit {n}"))
}

/// When whoever goes is to be there; absent when nobody said of what kind the visit is, or when.
pub fn be_there(facts: Facts<'_>, visit: &Visit) -> Option<(VisitKind, Moment)> {
    let (kind, window) = (visit.kind?, visit.planned?);
    let begins = window.from.moment(super::going::zone(facts));
    Some((kind, begins.plus(-facts.office.leads.of(kind)).in_zone(super::going::zone(facts))))
}

fn early(facts: Facts<'_>, visit: &Visit, dues: &mut Vec<Due>) {
    let (Some((kind, by)), Some(window)) = (be_there(facts, visit), visit.planned) else { return };
    let time = by.instant().format("%H:%M");
    let join = visit.link.as_ref().map_or(String::new(), |link| format!(" {link}"));
    let sentence = match kind {
        VisitKind::Remote => format!("join{join} by {time} for visit {} on {window}", visit.n),
        VisitKind::OnSite => format!("be there by {time} for visit {} on {window}", visit.n),
    };
    dues.push(due(
        facts,
        DueRule::BeThere,
        format!("visit-{}/{}/{kind}", visit.n, window.from),
        by,
        visit.technician.clone().unwrap_or_else(|| concerned(facts, Concern::Visits)),
        sentence,
        format!("jobbook visit start {} {}", facts.job.id, visit.n),
    ));
}
