//! Queues: jobs that stand together until somebody takes them, by stage, tag or role (T05, T08, T13, T14).
//!
//! A queue is a rule of the office. Which jobs stand in it is derived and never stored.

use serde::{Deserialize, Serialize};

use super::id::Id;
use super::office::Span;
use crate::problem::Place;

/// A queue, as the office's files define it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Queue {
    /// Name, as it is typed.
    pub name: String,
    /// As people read it.
    pub title: String,
    /// The role or person that answers for it.
    pub owner: String,
    /// `workflow/stage`: jobs in one of these stages stand in it.
    pub stages: Vec<String>,
    /// Jobs with one of these tags stand in it. The first is given to a job that is moved into it.
    pub tags: Vec<String>,
    /// Jobs in a stage that one of these roles answers for stand in it.
    pub roles: Vec<String>,
    /// How long after the last contact a client in it is asked again.
    pub follow_up: Option<Span>,
    /// Whether what is left in it at the end of the day is due to its owner.
    pub sweep: bool,
    /// Where it stands in lists; queues without come last, as the file has them.
    pub order: Option<u32>,
    /// Where it is defined.
    pub place: Place,
}

/// What is known of a job by which it stands in a queue.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The rules it follows.
    pub workflow: &'a str,
    /// Where it stands.
    pub stage: &'a str,
    /// Its labels.
    pub tags: &'a [String],
    /// The role that answers for the stage.
    pub owner: &'a str,
}

/// By what a job stands in a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason<'a> {
    /// It has this tag: taking it off takes the job out.
    Tag(&'a str),
    /// Its stage belongs to the queue: the job leaves when it moves on.
    Stage,
}

impl Queue {
    /// By what a job stands in it; absent when it does not.
    pub fn holds(&self, job: Standing<'_>) -> Option<Reason<'_>> {
        let by_stage = self.stages.iter().any(|known| {
            known
                .split_once('/')
                .is_some_and(|(workflow, stage)| workflow == job.workflow && stage == job.stage)
        });
        if by_stage || (!job.owner.is_empty() && self.roles.iter().any(|role| role == job.owner)) {
            return Some(Reason::Stage);
        }
        self.tags.iter().find(|tag| job.tags.contains(tag)).map(|tag| Reason::Tag(tag))
    }

    /// The key under which a job's place in it is put off.
    pub fn key(&self, job: &Id) -> String {
        key(job, &self.name)
    }
}

/// What a job's log calls the queue that it was moved into.
pub const FIELD: &str = "queue";

/// The key under which a job's place in the queue of that name is put off.
pub fn key(job: &Id, queue: &str) -> String {
    format!("{job}/queue/{queue}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue() -> Queue {
        Queue {
            name: "waiting".into(),
            title: "Waiting".into(),
            owner: "sales".into(),
            stages: vec!["one-time/asking".into()],
            tags: vec!["undecided".into(), "later".into()],
            roles: vec!["billing".into()],
            follow_up: None,
            sweep: true,
            order: None,
            place: Place::file("jobbook.toml"),
        }
    }

    fn standing<'a>(workflow: &'a str, stage: &'a str, owner: &'a str, tags: &'a [String]) -> Standing<'a> {
        Standing { workflow, stage, tags, owner }
    }

    #[test]
    fn a_job_stands_in_it_by_stage_by_role_or_by_tag() {
        let queue = queue();
        let tags = ["later".to_string()];
        assert_eq!(queue.holds(standing("one-time", "asking", "", &tags)), Some(Reason::Stage));
        assert_eq!(queue.holds(standing("other", "asking", "billing", &[])), Some(Reason::Stage));
        assert_eq!(queue.holds(standing("other", "asking", "sales", &tags)), Some(Reason::Tag("later")));
        assert_eq!(queue.holds(standing("other", "asking", "", &[])), None);
    }
}
