//! The queues of a book: those that `jobbook.toml` defines and those that stages of workflows name (T05, T14).

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::job::Job;
use crate::domain::office::Office;
use crate::domain::queue::{Queue, Standing};
use crate::domain::summary::JobSummary;
use crate::problem::{Outcome, Problem};
use crate::rules::rulebook::Rulebook;
use crate::rules::workflow::definition::Workflow;

/// All queues in the order of lists: a stage that names a queue belongs to it. One that only stages name is
/// called like its name and falls to the owner of the first stage.
pub fn all(office: &Office, workflows: &BTreeMap<String, Workflow>) -> Vec<Queue> {
    let mut queues = office.queues.clone();
    for workflow in workflows.values() {
        for stage in &workflow.stages {
            let Some(name) = &stage.queue else { continue };
            let known = format!("{}/{}", workflow.name, stage.name);
            match queues.iter_mut().find(|queue| queue.name == *name) {
                Some(queue) if queue.stages.contains(&known) => {}
                Some(queue) => queue.stages.push(known),
                None => queues.push(Queue {
                    name: name.clone(),
                    title: name.clone(),
                    owner: stage.owner.clone(),
                    stages: vec![known],
                    tags: Vec::new(),
                    roles: Vec::new(),
                    follow_up: None,
                    sweep: true,
                    order: None,
                    place: stage.place.clone(),
                }),
            }
        }
    }
    queues
}

/// What in the queues' definitions leads nowhere: warnings, since the rest of the book works.
pub fn problems(office: &Office, workflows: &BTreeMap<String, Workflow>) -> Vec<Problem> {
    let mut found = Vec::new();
    let roles: BTreeSet<&str> = office
        .team
        .iter()
        .flat_map(|member| &member.roles)
        .chain(office.roles.keys())
        .map(String::as_str)
        .collect();
    let mut must_be_role = |queue: &Queue, role: &str| {
        let is_person = role == queue.owner && office.member(role).is_some();
        if !roles.contains(role) && !is_person {
            found.push(
                Problem::damaged(
                    "role-unknown",
                    format!(
                        "queue {} names \"{role}\", who is neither a role nor a person of team.toml",
                        queue.name
                    ),
                )
                .did_you_mean(role, roles.iter().copied()),
            );
        }
    };
    for queue in &office.queues {
        must_be_role(queue, &queue.owner);
        queue.roles.iter().for_each(|role| must_be_role(queue, role));
    }
    let stages: Vec<String> = workflows
        .values()
        .flat_map(|workflow| workflow.stages.iter().map(|stage| format!("{}/{}", workflow.name, stage.name)))
        .collect();
    for queue in &office.queues {
        for stage in queue.stages.iter().filter(|stage| !stages.contains(stage)) {
            found.push(
                Problem::damaged(
                    "stage-unknown",
                    format!("queue {}: there is no stage \"{stage}\"", queue.name),
                )
                .did_you_mean(stage, stages.iter().map(String::as_str)),
            );
        }
    }
    if let Some(name) = &office.field.quote_queue
        && !all(office, workflows).iter().any(|queue| queue.name == *name)
    {
        found.push(
            Problem::damaged(
                "queue-none",
                format!("quote_queue under [field]: there is no queue \"{name}\""),
            )
            .did_you_mean(name, office.queues.iter().map(|queue| queue.name.as_str())),
        );
    }
    found
        .into_iter()
        .map(|problem| problem.warning().at(crate::problem::Place::file("jobbook.toml")))
        .collect()
}

impl Rulebook {
    /// The queue of that name.
    ///
    /// # Errors
    /// `queue-none`.
    pub fn queue(&self, name: &str) -> Outcome<&Queue> {
        let wanted = name.trim();
        self.queues.iter().find(|queue| queue.name.eq_ignore_ascii_case(wanted)).ok_or_else(|| {
            let names: Vec<&str> = self.queues.iter().map(|queue| queue.name.as_str()).collect();
            let problem = Problem::refused("queue-none", format!("there is no queue \"{wanted}\""));
            let problem = if names.is_empty() {
                problem
                    .remedy("define one in jobbook.toml: [queue.NAME] with title, owner and tags or stages")
            } else {
                problem
                    .because(format!("the queues are: {}", names.join(", ")))
                    .did_you_mean(wanted, names.iter().copied())
                    .remedy("jobbook queue list")
            };
            problem.into()
        })
    }

    /// By what a job that stands there counts for queues; absent at an end, where it waits for nobody.
    pub fn standing<'a>(
        &'a self,
        workflow: &'a str,
        stage: &'a str,
        tags: &'a [String],
    ) -> Option<Standing<'a>> {
        let known = self.workflows.get(workflow).and_then(|workflow| workflow.stage(stage));
        if known.is_some_and(|stage| stage.is_final) {
            return None;
        }
        Some(Standing { workflow, stage, tags, owner: known.map_or("", |stage| stage.owner.as_str()) })
    }

    /// The queues in which a job stands.
    pub fn queues_of<'a>(&'a self, job: &'a Job) -> Vec<&'a Queue> {
        self.queues_at(&job.workflow, &job.stage, &job.tags)
    }

    /// The same, from its summary.
    pub fn queues_of_summary<'a>(&'a self, job: &'a JobSummary) -> Vec<&'a Queue> {
        self.queues_at(&job.workflow, &job.stage, &job.tags)
    }

    fn queues_at<'a>(&'a self, workflow: &'a str, stage: &'a str, tags: &'a [String]) -> Vec<&'a Queue> {
        let Some(standing) = self.standing(workflow, stage, tags) else { return Vec::new() };
        self.queues.iter().filter(|queue| queue.holds(standing).is_some()).collect()
    }
}
