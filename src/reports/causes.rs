//! Causes: what goes wrong how often, and which control points were not met (S10).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::Serialize;

use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::summary::JobSummary;
use crate::rules::rulebook::Rulebook;

/// Which days a report is about, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Period {
    /// Not before.
    pub from: Option<NaiveDate>,
    /// Not after.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Whether the moment lies in it, on the office's clock.
    pub fn holds(&self, at: Moment, zone: Tz) -> bool {
        let day = at.date(zone);
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// How often one cause was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CauseRow<'a> {
    /// One of the office's causes.
    pub cause: &'a str,
    /// How often.
    pub count: usize,
    /// How many improvements are still to be made.
    pub improvements_open: usize,
    /// How many were made.
    pub improvements_done: usize,
    /// On which jobs.
    pub jobs: Vec<&'a Id>,
}

/// How often one control point was not met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ControlRow<'a> {
    /// Of which workflow.
    pub workflow: &'a str,
    /// Name of the list.
    pub list: &'a str,
    /// Name of the item.
    pub item: &'a str,
    /// How often it was not met.
    pub failed: usize,
    /// How often it was left out.
    pub skipped: usize,
    /// On which jobs.
    pub jobs: Vec<&'a Id>,
}

/// What goes wrong how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Causes<'a> {
    /// The days that it is about.
    pub period: Period,
    /// Causes, the most frequent first.
    pub causes: Vec<CauseRow<'a>>,
    /// Control points, those that failed most first.
    pub controls: Vec<ControlRow<'a>>,
}

/// What went wrong in a period. A cause counts on the day it was found, a control point on the day it was not met;
/// what was left out counts only where the workflow calls it a control point.
pub fn causes<'a>(
    jobs: impl IntoIterator<Item = &'a JobSummary>,
    rules: &Rulebook,
    period: Period,
) -> Causes<'a> {
    let zone = rules.office.zone();
    let mut causes: BTreeMap<&str, CauseRow<'a>> = BTreeMap::new();
    let mut controls: BTreeMap<(&str, &str, &str), ControlRow<'a>> = BTreeMap::new();
    for job in jobs {
        for cause in job.causes.iter().filter(|cause| period.holds(cause.at, zone)) {
            let row = causes.entry(&cause.cause).or_insert_with(|| CauseRow {
                cause: &cause.cause,
                count: 0,
                improvements_open: 0,
                improvements_done: 0,
                jobs: Vec::new(),
            });
            row.count += 1;
            row.improvements_open += usize::from(cause.improved == Some(false));
            row.improvements_done += usize::from(cause.improved == Some(true));
            row.jobs.push(&job.id);
        }
        for check in job.checks.iter().filter(|check| period.holds(check.at, zone)) {
            if check.skipped && !is_control(rules, &job.workflow, &check.list, &check.item) {
                continue;
            }
            let row =
                controls.entry((&job.workflow, &check.list, &check.item)).or_insert_with(|| ControlRow {
                    workflow: &job.workflow,
                    list: &check.list,
                    item: &check.item,
                    failed: 0,
                    skipped: 0,
                    jobs: Vec::new(),
                });
            row.failed += usize::from(!check.skipped);
            row.skipped += usize::from(check.skipped);
            if row.jobs.last() != Some(&&job.id) {
                row.jobs.push(&job.id);
            }
        }
    }
    let mut causes: Vec<CauseRow<'a>> = causes.into_values().collect();
    causes.sort_by_key(|row| std::cmp::Reverse(row.count));
    let mut controls: Vec<ControlRow<'a>> = controls.into_values().collect();
    controls.sort_by_key(|row| std::cmp::Reverse((row.failed, row.skipped)));
    Causes { period, causes, controls }
}

fn is_control(rules: &Rulebook, workflow: &str, list: &str, item: &str) -> bool {
    let list = rules.workflows.get(workflow).and_then(|workflow| workflow.checklist(list));
    list.is_some_and(|list| list.items.iter().any(|one| one.name == item && one.control))
}
