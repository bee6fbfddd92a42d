//! The visits that a plan makes: each day's once, and fitted to the plan while nobody was told of them (T06).

use chrono::NaiveDate;

use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::domain::moment::{Stamp, Window};
use crate::domain::plan::Plan;
use crate::domain::plan::days::{Occurrence, State};
use crate::domain::visit::{Cancelled, Purpose, Visit};

/// What became of visits when the plan changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fitted {
    /// What was done, in sentences.
    pub done: Vec<String>,
    /// What a person has to do, in sentences.
    pub told: Vec<String>,
}

/// The arrival window of a day without times of its own.
pub type WholeDay<'a> = &'a dyn Fn(NaiveDate) -> Window;

impl Job {
    /// Days of the plan from `today` to `until` for which somebody comes and no visit was made yet.
    pub fn days_without_visit(&self, today: NaiveDate, until: NaiveDate) -> Vec<Occurrence> {
        let Some(plan) = self.agreed_plan() else { return Vec::new() };
        let made = |day: NaiveDate| self.visits.iter().any(|visit| visit.occurrence == Some(day));
        let days = plan.occurrences(today, until).into_iter();
        days.filter(|one| one.is_served() && one.on >= today && !made(one.day)).collect()
    }

    /// The first day of the plan that generating visits has not come to yet: the next that is served after the last
    /// one with a visit, or after the client agreed.
    pub fn next_without_visit(&self, zone: chrono_tz::Tz) -> Option<Occurrence> {
        let plan = self.agreed_plan()?;
        let agreed = self.plan_approved()?.at.max(plan.made.at).date(zone);
        let last = self.visits.iter().filter_map(|visit| visit.occurrence).max();
        let from = last.and_then(|last| last.succ_opt()).map_or(agreed, |after| after.max(agreed));
        plan.next_served(from)
    }

    /// Makes the visits that are missing from `today` to `until`, each day's once. Answers with their numbers and
    /// windows.
    pub fn make_plan_visits(
        &mut self,
        stamp: &Stamp,
        today: NaiveDate,
        until: NaiveDate,
        whole_day: WholeDay<'_>,
        seat: &str,
    ) -> Vec<(Number, Window)> {
        let missing = self.days_without_visit(today, until);
        let Some(plan) = self.plan.clone() else { return Vec::new() };
        let mut made = Vec::new();
        for one in missing {
            let window = plan.window_on(one.on, whole_day);
            let (n, _) = self.plan_visit(stamp, Purpose::Work, Some(window), plan.technician.clone(), seat);
            if let Some(visit) = self.visits.last_mut() {
                visit.occurrence = Some(one.day);
                visit.route.clone_from(&plan.route);
                // A visit of the plan is nobody's return visit.
                visit.return_of = None;
            }
            made.push((n, window));
        }
        made
    }

    /// Fits visits that are still to come to the plan as it stands now; `before` is the plan as it was. Of what the
    /// client was told only that is changed which cannot take place.
    pub fn fit_plan_visits(
        &mut self,
        stamp: &Stamp,
        today: NaiveDate,
        before: &Plan,
        whole_day: WholeDay<'_>,
    ) -> Fitted {
        let mut fitted = Fitted::default();
        let Some(plan) = self.plan.clone() else { return fitted };
        let ahead = |visit: &Visit| visit.planned.is_none_or(|window| window.from.date() >= today);
        for visit in &mut self.visits {
            let Some(day) = visit.occurrence else { continue };
            if !visit.is_open() || visit.started.is_some() || !(ahead(visit) || day >= today) {
                continue;
            }
            let occurrence = plan.occurrences(day, day).into_iter().next();
            match occurrence {
                Some(one) if one.is_served() => {
                    keep(visit, &one, &plan, before, stamp, whole_day, &mut fitted)
                }
                None if plan.covers(day) && !visit.notified.is_empty() => fitted.told.push(format!(
                    "visit {}{}: the client was told of it, so it stays",
                    visit.n,
                    on(visit)
                )),
                gone => call_off(visit, gone.map(|one| one.state), &plan, stamp, &mut fitted),
            }
        }
        fitted
    }
}

impl Plan {
    /// The arrival window on a day.
    fn window_on(&self, day: NaiveDate, whole_day: WholeDay<'_>) -> Window {
        self.window.map_or_else(|| whole_day(day), |hours| hours.on(day))
    }

    fn day_for(&self, day: NaiveDate) -> NaiveDate {
        self.moves.iter().rev().find(|moved| moved.day == day).map_or(day, |moved| moved.to)
    }
}

fn on(visit: &Visit) -> String {
    visit.planned.map_or(String::new(), |window| format!(" on {window}"))
}

/// The day is free again: if the plan comes back to it, another visit is made.
fn call_off(visit: &mut Visit, state: Option<State>, plan: &Plan, stamp: &Stamp, fitted: &mut Fitted) {
    let reason = match (state, &plan.ended) {
        (Some(State::Paused(reason)), _) => format!("the plan is paused: {reason}"),
        (Some(State::Skipped { reason, .. }), _) => format!("left out: {reason}"),
        (_, Some(ended)) => format!("the plan ended: {}", ended.reason),
        (_, None) => "the plan was changed".to_string(),
    };
    fitted.done.push(format!("visit {}{} will not take place", visit.n, on(visit)));
    if visit.is_notified() {
        fitted.told.push(format!("the client was told of visit {}: say that nobody comes", visit.n));
    }
    visit.cancelled = Some(Cancelled { made: stamp.clone(), reason });
    visit.occurrence = None;
}

/// Follows what changed in the plan, where the visit was as the plan had it.
fn keep(
    visit: &mut Visit,
    one: &Occurrence,
    plan: &Plan,
    before: &Plan,
    stamp: &Stamp,
    whole_day: WholeDay<'_>,
    fitted: &mut Fitted,
) {
    let (was, is) = (before.window_on(before.day_for(one.day), whole_day), plan.window_on(one.on, whole_day));
    let told = !visit.notified.is_empty();
    let moved = before.day_for(one.day) != one.on;
    if was != is && (moved || visit.planned == Some(was)) {
        if moved {
            let reason = plan.moves.iter().rev().find(|moved| moved.day == one.day);
            let reason = reason.and_then(|moved| moved.reason.clone());
            if let Some(was) = visit.planned.replace(is).filter(|was| *was != is) {
                visit.moved.push(crate::domain::visit::Replanned { made: stamp.clone(), was, reason });
            }
            fitted.done.push(format!("visit {} is on {is}", visit.n));
        } else if told {
            fitted.told.push(format!(
                "visit {}{}: the client was told this time, so it stays",
                visit.n,
                on(visit)
            ));
        } else {
            visit.planned = Some(is);
            fitted.done.push(format!("visit {} is on {is}", visit.n));
        }
    }
    if before.technician != plan.technician && visit.technician == before.technician {
        if told {
            let name = visit.technician.as_deref().unwrap_or("nobody");
            fitted.told.push(format!(
                "visit {}{}: the client was told that {name} comes, so it stays",
                visit.n,
                on(visit)
            ));
        } else {
            visit.technician.clone_from(&plan.technician);
            let name = visit.technician.as_deref().unwrap_or("nobody");
            fitted.done.push(format!("{name} goes on visit {}", visit.n));
        }
    }
    if visit.route == before.route {
        visit.route.clone_from(&plan.route);
    }
}
