//! Tasks of a workflow against the facts: on which days they are due, what was settled (S05, S06).

use chrono::NaiveDate;

use crate::domain::moment::Moment;
use crate::domain::settled::Settled;
use crate::problem::Problem;
use crate::rules::facts::Facts;
use crate::rules::workflow::plan::{Anchor, PlannedTask, Timing};

/// How many unsettled occurrences of one task are told one by one (DECISIONS 4).
pub const TOLD: usize = 12;

/// A task that comes once, as it stands for one job.
#[derive(Debug, Clone)]
pub struct Once<'a> {
    /// The task.
    pub task: &'a PlannedTask,
    /// When it is due; absent while its anchor is unknown.
    pub day: Option<NaiveDate>,
    /// How it was settled.
    pub settled: Option<&'a Settled>,
}

/// One occurrence of a task that comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The day that the rule names, by which it is kept.
    pub day: NaiveDate,
    /// The day on which it is due, when the office is closed on that one.
    pub due: NaiveDate,
}

/// Tasks that come once, in the order of the file.
pub fn once<'a>(facts: Facts<'a>) -> Vec<Once<'a>> {
    let tasks = facts.workflow.tasks.iter();
    tasks
        .filter_map(|task| {
            let Timing::Once(offset) = &task.timing else { return None };
            let day = anchor(task, facts).map(|anchor| offset.day(anchor, &facts.office.calendar));
            Some(Once { task, day, settled: facts.job.settled_on(&task.name, None) })
        })
        .collect()
}

/// Tasks of the present stage that come once and are open.
pub fn open_of_stage<'a>(facts: Facts<'a>) -> Vec<Once<'a>> {
    let of_stage = |one: &Once<'_>| one.task.stage.as_deref() == Some(facts.job.stage.as_str());
    once(facts).into_iter().filter(|one| of_stage(one) && one.settled.is_none()).collect()
}

/// Tasks that come again and again in the present stage.
pub fn again<'a>(facts: Facts<'a>) -> impl Iterator<Item = &'a PlannedTask> {
    let tasks = facts.workflow.tasks.iter().filter(|task| task.recurs());
    tasks.filter(move |task| task.stage.as_deref() == Some(facts.job.stage.as_str()))
}

/// Every occurrence of a task from its anchor on, as long as the rule goes on.
pub fn occurrences<'a>(
    task: &'a PlannedTask,
    facts: Facts<'a>,
) -> impl Iterator<Item = Occurrence> + use<'a> {
    let start = anchor(task, facts);
    let every = match &task.timing {
        Timing::Again(every, closed) => start.map(|start| (every.from(start), *closed)),
        Timing::Once(_) => None,
    };
    every.into_iter().flat_map(move |(days, closed)| {
        days.filter_map(move |day| closed.day(day, &facts.office.calendar).map(|due| Occurrence { day, due }))
    })
}

/// The first occurrences that nobody settled: as many as are told one by one, and one more if there is one.
pub fn unsettled<'a>(task: &'a PlannedTask, facts: Facts<'a>) -> Vec<Occurrence> {
    let open =
        occurrences(task, facts).filter(|one| facts.job.settled_on(&task.name, Some(one.day)).is_none());
    open.take(TOLD + 1).collect()
}

/// The task of that name.
///
/// # Errors
/// `task-none`.
pub fn find<'a>(facts: Facts<'a>, name: &str) -> Result<&'a PlannedTask, Problem> {
    let tasks = &facts.workflow.tasks;
    let names: Vec<&str> = tasks.iter().map(|task| task.name.as_str()).collect();
    tasks.iter().find(|task| task.name == name).ok_or_else(|| {
        let id = &facts.job.id;
        let because = if names.is_empty() {
            format!("workflow {} plans no tasks", facts.workflow.name)
        } else {
            format!("its workflow plans: {}", names.join(", "))
        };
        Problem::refused("task-none", format!("{id} has no task \"{name}\""))
            .because(because)
            .did_you_mean(name, names.iter().copied())
            .remedy(format!("jobbook job tasks {id}"))
    })
}

/// The day from which a task counts.
fn anchor(task: &PlannedTask, facts: Facts<'_>) -> Option<NaiveDate> {
    let job = facts.job;
    let zone = facts.office.zone();
    match task.from {
        Anchor::Kickoff => job.kickoff.as_ref().map(|kickoff| kickoff.day),
        Anchor::Opened => Some(job.opened.at.date(zone)),
        Anchor::Stage => entered(facts, task.stage.as_deref()?).map(|at| at.date(zone)),
    }
}

/// When the job entered a stage last.
pub fn entered(facts: Facts<'_>, stage: &str) -> Option<Moment> {
    let stands_there = (facts.job.stage == stage).then(|| facts.job.stage_since());
    facts.job.entered(stage).or(stands_there)
}
