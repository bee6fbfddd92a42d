//! Whether what was planned is done, and done at once.

use chrono::NaiveDate;

use super::Figure;
use crate::domain::metric::Measure;
use crate::domain::moment::{Deadline, Moment, end_of_day};
use crate::domain::period::Period;
use crate::reports::whole::Whole;
use crate::rules::planned;

/// The figures about work.
pub fn figures(whole: &Whole<'_>, period: Period) -> Vec<Figure> {
    let tasks = tasks(whole, period);
    let done = tasks.iter().filter(|task| task.done).count();
    let once: Vec<bool> = tasks.iter().filter_map(|task| task.in_time).collect();
    let in_time = once.iter().filter(|in_time| **in_time).count();
    vec![
        Figure::share(Measure::Completion, number(done), tasks.len()),
        Figure::share(Measure::OnTime, number(in_time), once.len()),
        adherence(whole, period),
        return_visits(whole, period),
    ]
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A task that fell due.
struct Task {
    done: bool,
    /// Whether by the day it was due; absent where the file does not tell: of days in a row it keeps the last alone.
    in_time: Option<bool>,
}

/// What fell due in the period and until now.
fn tasks(whole: &Whole<'_>, period: Period) -> Vec<Task> {
    let zone = whole.rules.office.zone();
    let now = whole.now;
    let fell_due = |day: NaiveDate| period.has(day) && end_of_day(day, zone) <= now;
    let mut found = Vec::new();
    for job in whole.jobs {
        let ended = job.cancelled.as_ref().map(|cancelled| cancelled.made.at);
        let counts =
            |due: Moment, done: Option<Moment>| done.is_some() || ended.is_none_or(|ended| due <= ended);
        for task in &job.tasks {
            let Some(due) = task.due else { continue };
            let at = match due {
                Deadline::Day(day) => end_of_day(day, zone),
                Deadline::At(local) => local.moment(zone),
            };
            let done = task.done.as_ref().map(|stamp| stamp.at);
            let is_due = period.has(due.date()) && (at <= now || done.is_some());
            if is_due && counts(at, done) {
                let in_time = Some(done.is_some_and(|done| done <= at));
                found.push(Task { done: done.is_some(), in_time });
            }
        }
        let Some(facts) = whole.facts(job) else { continue };
        for one in planned::once(facts) {
            let Some(day) = one.day.filter(|day| period.has(*day)) else { continue };
            let settled = one.settled.map(|settled| settled.made.at);
            let done = one.settled.is_some_and(|settled| settled.skipped.is_none());
            if (fell_due(day) || settled.is_some()) && counts(end_of_day(day, zone), settled) {
                let in_time = settled.is_some_and(|at| at <= end_of_day(day, zone));
                found.push(Task { done, in_time: Some(done && in_time) });
            }
        }
        // Of a stage that was left, what comes again and again is known by what was settled.
        let present: Vec<&str> = planned::again(facts).map(|task| task.name.as_str()).collect();
        for task in facts.workflow.tasks.iter().filter(|task| task.recurs()) {
            let is_present = present.contains(&task.name.as_str()) && !whole.rules.is_closed(job);
            let days = planned::occurrences(task, facts);
            for one in days.skip_while(|one| one.due < period.from).take_while(|one| one.due <= period.to) {
                let settled = job.settled_on(&task.name, Some(one.day));
                let is_open = settled.is_none() && is_present && fell_due(one.due);
                if settled.is_some() || (is_open && counts(end_of_day(one.due, zone), None)) {
                    let done = settled.is_some_and(|settled| settled.skipped.is_none());
                    found.push(Task { done, in_time: None });
                }
            }
        }
    }
    found
}

fn adherence(whole: &Whole<'_>, period: Period) -> Figure {
    let zone = whole.rules.office.zone();
    let answers = || {
        let ticks = whole.jobs.iter().flat_map(|job| &job.checks);
        ticks.filter(|tick| period.holds(tick.made.at, zone))
    };
    let failures = whole.jobs.iter().flat_map(|job| &job.failures);
    let failed = failures.filter(|failure| period.holds(failure.made.at, zone)).count();
    let met = answers().filter(|tick| tick.skipped.is_none()).count();
    Figure::share(Measure::Adherence, number(met), answers().count() + failed)
}

fn return_visits(whole: &Whole<'_>, period: Period) -> Figure {
    let zone = whole.rules.office.zone();
    let ended =
        whole.jobs.iter().flat_map(|job| &job.visits).filter(|visit| {
            visit.outcome.as_ref().is_some_and(|outcome| period.holds(outcome.made.at, zone))
        });
    let again: Vec<bool> = ended.map(|visit| visit.return_of.is_some()).collect();
    Figure::share(Measure::ReturnVisits, number(again.iter().filter(|again| **again).count()), again.len())
}
