//! Visits: to plan, to assign, to tell, to prepare, to report, to confirm (E12–E14).

use chrono::Duration;
use chrono_tz::Tz;

use super::yielding::{concerned, due};
use crate::domain::moment::{Moment, Window};
use crate::domain::visit::{Deviation, Visit};
use crate::rules::checklists::missing;
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::gate::Gate;
use crate::rules::workflow::definition::{Checklist, Concern, Scope};

pub(super) fn dues(facts: Facts<'_>, dues: &mut Vec<Due>) {
    for visit in facts.job.visits.iter().filter(|visit| visit.is_open()) {
        match visit.started {
            Some(_) => to_report(facts, visit, dues),
            None => before(facts, visit, dues),
        }
    }
    to_confirm(facts, dues);
    emergency(facts, dues);
}

/// Nobody was sent to an emergency yet (E07).
fn emergency(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let job = facts.job;
    let over = facts.workflow.stage(&job.stage).is_some_and(|stage| stage.is_final);
    if !job.emergency || over || job.visits.iter().any(|visit| visit.cancelled.is_none()) {
        return;
    }
    dues.push(due(
        facts,
        DueRule::VisitToPlan,
        "emergency",
        job.opened.at,
        concerned(facts, Concern::Visits),
        "emergency: send somebody now".to_string(),
        format!("jobbook visit add {} now --tech NAME", job.id),
    ));
}

/// The zone of the site; the office's when the site has none of its own.
pub(super) fn zone(facts: Facts<'_>) -> Tz {
    facts.zone()
}

fn before(facts: Facts<'_>, visit: &Visit, dues: &mut Vec<Due>) {
    let id = &facts.job.id;
    let owner = || concerned(facts, Concern::Visits);
    let Some(window) = visit.planned else {
        dues.push(due(
            facts,
            DueRule::VisitToPlan,
            format!("visit-{}", visit.n),
            visit.made.at,
            owner(),
            format!("plan a day for visit {}", visit.n),
            format!("jobbook visit roll {id} {} \"tomorrow 9-11\"", visit.n),
        ));
        return;
    };
    let eve = facts.office.calendar.closing(facts.office.calendar.business_day_before(window.from.date()));
    let eve = eve.max(visit.made.at).min(window.from.moment(zone(facts)));
    let anchor = format!("visit-{}/{}", visit.n, window.from);
    if visit.technician.is_none() {
        dues.push(due(
            facts,
            DueRule::VisitWithoutTechnician,
            &anchor,
            eve,
            owner(),
            format!("assign somebody to visit {} on {window}", visit.n),
            format!("jobbook visit assign {id} {} NAME", visit.n),
        ));
    }
    outside_promise(facts, visit, dues);
    away(facts, visit, window, dues);
    if !visit.is_expected() {
        let changed = !visit.notified.is_empty();
        let at = if changed { visit.moved.last().map_or(visit.made.at, |moved| moved.made.at) } else { eve };
        let told = visit.notified.last().map(|told| told.window);
        let what = match told {
            None => "tell the client of",
            Some(told) if told == window => "tell the client again of",
            Some(_) => "tell the client of the new time of",
        };
        dues.push(due(
            facts,
            DueRule::VisitToTell,
            &anchor,
            at,
            owner(),
            format!("{what} visit {} on {window}", visit.n),
            format!("jobbook visit notify {id} {}", visit.n),
        ));
    }
    for list in lists(facts, Scope::NextVisit) {
        let open = if facts.job.open_visit().is_some_and(|next| next.n == visit.n) {
            missing(list, facts)
        } else {
            Vec::new()
        };
        if !open.is_empty() {
            let names: Vec<&str> = open.iter().map(|item| item.name.as_str()).collect();
            dues.push(due(
                facts,
                DueRule::ChecklistBeforeVisit,
                format!("{anchor}/{}", list.name),
                eve,
                owner(),
                format!("{} for visit {} on {window}: {}", list.title, visit.n, names.join(", ")),
                format!("jobbook checklist show {id} {}", list.name),
            ));
        }
    }
    dues.push(due(
        facts,
        DueRule::VisitOverdue,
        &anchor,
        window.to.moment(zone(facts)).plus(Duration::hours(1)),
        owner(),
        format!("start visit {} on {window}, or move it", visit.n),
        format!("jobbook visit start {id} {}", visit.n),
    ));
}

/// The client was told other days than the visit is planned for, and does not know its day yet (P10).
fn outside_promise(facts: Facts<'_>, visit: &Visit, dues: &mut Vec<Due>) {
    let (Some(promise), Some(deviation), Some(window)) = (visit.promise(), visit.deviation(), visit.planned)
    else {
        return;
    };
    if visit.is_notified() {
        return;
    }
    let planned = visit.moved.last().map_or(visit.made.at, |moved| moved.made.at);
    let lies = match deviation {
        Deviation::Early => "earlier",
        Deviation::Late => "later",
    };
    dues.push(due(
        facts,
        DueRule::OutsidePromise,
        format!("visit-{}/{}/{}", visit.n, window.from.date(), promise.made.at),
        planned.max(promise.made.at),
        concerned(facts, Concern::Visits),
        format!(
            "move visit {} on {window}, {lies} than {promise} as the client was told, or tell them",
            visit.n
        ),
        format!("jobbook visit promise {} {}", facts.job.id, visit.n),
    ));
}

/// Whoever goes does not work that day.
fn away(facts: Facts<'_>, visit: &Visit, window: Window, dues: &mut Vec<Due>) {
    let day = window.from.date();
    let Some(name) = &visit.technician else { return };
    let is_away = facts.office.member(name).is_some_and(|member| !member.is_present(day));
    if !is_away || visit.overbooked().is_some() {
        return;
    }
    dues.push(due(
        facts,
        DueRule::TechnicianAway,
        format!("visit-{}/{name}/{day}", visit.n),
        visit.moved.last().map_or(visit.made.at, |moved| moved.made.at),
        concerned(facts, Concern::Visits),
        format!("send somebody else on visit {} on {window}, or move it: {name} is away", visit.n),
        format!("jobbook visit assign {} {} NAME", facts.job.id, visit.n),
    ));
}

/// A visit that started is reported by the evening.
fn to_report(facts: Facts<'_>, visit: &Visit, dues: &mut Vec<Due>) {
    let Some(started) = &visit.started else { return };
    dues.push(due(
        facts,
        DueRule::VisitOverdue,
        format!("visit-{}/started/{}", visit.n, started.at),
        evening(facts, started.at),
        concerned(facts, Concern::Visits),
        format!("say how visit {} ended", visit.n),
        format!("jobbook visit done {} {}", facts.job.id, visit.n),
    ));
}

fn evening(facts: Facts<'_>, at: Moment) -> Moment {
    facts.office.calendar.closing(at.date(facts.office.zone())).max(at)
}

/// Lists of that scope that hold the job in its stage or guard what comes next.
fn lists(facts: Facts<'_>, scope: Scope) -> impl Iterator<Item = &Checklist> {
    let stage = facts.workflow.stage(&facts.job.stage);
    facts.workflow.checklists.iter().filter(move |list| {
        let gate = Gate::Checklist(list.name.clone());
        let of_stage = stage.is_some_and(|stage| stage.exits.iter().any(|exit| exit.needs.contains(&gate)));
        let guarded = facts.workflow.guards.iter().any(|guard| {
            guard.needs.contains(&gate) && guard.conditions.iter().all(|condition| condition.holds(facts))
        });
        list.scope == scope && (of_stage || guarded)
    })
}

/// The office confirms by the evening that the technician went and finished.
fn to_confirm(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let Some(visit) = facts.job.last_visit() else { return };
    let Some(outcome) = &visit.outcome else { return };
    for list in lists(facts, Scope::LastVisit) {
        let open = missing(list, facts);
        if !open.is_empty() {
            let names: Vec<&str> = open.iter().map(|item| item.name.as_str()).collect();
            dues.push(due(
                facts,
                DueRule::ConfirmVisit,
                format!("visit-{}/{}", visit.n, list.name),
                evening(facts, outcome.made.at),
                concerned(facts, Concern::Visits),
                format!("{} for visit {}: {}", list.title, visit.n, names.join(", ")),
                format!("jobbook checklist show {} {}", facts.job.id, list.name),
            ));
        }
    }
}
