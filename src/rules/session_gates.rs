//! Gates of sessions with clients: the work done, a follow-up scheduled, a guide followed (G07).

use super::gate::{Unmet, unmet};
use crate::domain::job::Job;

/// The last visit ended with the work done.
pub(super) fn work_done(job: &Job) -> Result<Vec<String>, Unmet> {
    let id = &job.id;
    match job.last_visit().map(|visit| (&visit.n, visit.outcome.as_ref())) {
        Some((n, Some(outcome))) if outcome.incomplete.is_none() => Ok(vec![format!("visit {n} done")]),
        Some((n, _)) => Err(unmet(
            format!("visit {n} ended without the work being done"),
            [format!("jobbook visit add {id} \"tomorrow 9-11\"")],
        )),
        None => Err(unmet("no visit has ended yet", [format!("jobbook visit done {id}")])),
    }
}

/// A guide was followed to its end, the last time it was taken up.
pub(super) fn guide_followed(job: &Job, name: &str) -> Result<Vec<String>, Unmet> {
    let follow = [format!("jobbook guide follow {} {name}", job.id)];
    match job.guides.iter().rev().find(|run| run.guide == name) {
        Some(run) if run.ended.is_some() => Ok(vec![format!("guide {name} followed")]),
        Some(_) => Err(unmet(format!("guide {name} is not followed to its end"), follow)),
        None => Err(unmet(format!("guide {name} was not followed"), follow)),
    }
}

/// A task with a day that was noted since the last visit began, or another visit that has its day.
pub(super) fn follow_up_scheduled(job: &Job) -> Result<Vec<String>, Unmet> {
    let last = job.last_visit();
    let since = last.map(|visit| visit.started.as_ref().map_or(visit.made.at, |started| started.at));
    let task = job.tasks.iter().rev().find(|task| {
        task.due.is_some() && since.is_none_or(|since| task.made.at >= since || task.done.is_none())
    });
    if let Some((task, due)) = task.and_then(|task| Some((task, task.due?))) {
        return Ok(vec![format!("task {} by {}", task.n, due.spoken())]);
    }
    let next = job.open_visit().filter(|visit| last.is_some() && visit.started.is_none());
    match next.and_then(|visit| Some((&visit.n, visit.planned?))) {
        Some((n, window)) => Ok(vec![format!("visit {n} on {window}")]),
        None => Err(unmet(
            "nothing is scheduled for later",
            [
                format!("jobbook visit notes {} --follow-up \"tomorrow 10:00\"", job.id),
                format!("jobbook job task {} \"…\" --due DAY", job.id),
            ],
        )),
    }
}
