//! The board: open jobs by workflow and stage.

use crate::domain::moment::Moment;
use crate::reports::jobs::{JobOrder, JobRow, sort};
use crate::rules::rulebook::Rulebook;

/// The open jobs of one workflow.
#[derive(Debug, Clone)]
pub struct WorkflowBoard<'a> {
    /// Its name, as it is typed.
    pub name: &'a str,
    /// As people read it.
    pub title: &'a str,
    /// Its stages in the order of the file, those without jobs too; then stages that it no longer has.
    pub stages: Vec<StageColumn<'a>>,
}

/// The jobs of one stage.
#[derive(Debug, Clone)]
pub struct StageColumn<'a> {
    /// Its name, as it is typed.
    pub name: &'a str,
    /// As people read it.
    pub title: &'a str,
    /// The jobs, oldest promise first.
    pub jobs: Vec<JobRow<'a>>,
}

impl WorkflowBoard<'_> {
    /// How many jobs stand on it.
    pub fn count(&self) -> usize {
        self.stages.iter().map(|stage| stage.jobs.len()).sum()
    }
}

impl StageColumn<'_> {
    /// How many of its jobs have something due that is past.
    pub fn late(&self, now: Moment) -> usize {
        self.jobs.iter().filter(|row| row.dues.first().is_some_and(|due| due.at <= now)).count()
    }
}

/// The boards of all workflows with open jobs, in the order of their titles.
pub fn boards<'a>(rules: &'a Rulebook, rows: &[JobRow<'a>]) -> Vec<WorkflowBoard<'a>> {
    let mut rows: Vec<JobRow<'a>> =
        rows.iter().filter(|row| !rules.is_final(&row.job.workflow, &row.job.stage)).copied().collect();
    sort(&mut rows, JobOrder::Due);
    let mut names: Vec<&str> = rows.iter().map(|row| row.job.workflow.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let mut boards: Vec<WorkflowBoard<'a>> =
        names.into_iter().map(|name| board(rules, name, &rows)).collect();
    boards.sort_by_key(|board| board.title.to_lowercase());
    boards
}

fn board<'a>(rules: &'a Rulebook, name: &'a str, rows: &[JobRow<'a>]) -> WorkflowBoard<'a> {
    let workflow = rules.workflows.get(name);
    let column = |name, title| StageColumn { name, title, jobs: Vec::new() };
    let open = workflow.into_iter().flat_map(|workflow| &workflow.stages);
    let open = open.filter(|stage| !rules.is_final(name, &stage.name));
    let mut stages: Vec<StageColumn<'a>> =
        open.map(|stage| column(stage.name.as_str(), stage.title.as_str())).collect();
    for row in rows.iter().filter(|row| row.job.workflow == name) {
        let at = stages.iter().position(|stage| stage.name == row.job.stage).unwrap_or_else(|| {
            stages.push(column(&row.job.stage, &row.job.stage));
            stages.len() - 1
        });
        stages[at].jobs.push(*row);
    }
    WorkflowBoard { name, title: workflow.map_or(name, |workflow| workflow.title.as_str()), stages }
}
