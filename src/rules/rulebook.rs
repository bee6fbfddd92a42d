//! All rules of a book: the office and its workflows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::client::Client;
use crate::domain::event::Event;
use crate::domain::job::Job;
use crate::domain::office::Office;
use crate::domain::queue::Queue;
use crate::problem::{Outcome, Problem};
use crate::rules::facts::Facts;
use crate::rules::gate::Gate;
use crate::rules::guide::Guide;
use crate::rules::workflow::definition::{Stage, Workflow};

/// All rules of a book.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rulebook {
    /// The office.
    pub office: Office,
    /// Its workflows, by name.
    pub workflows: BTreeMap<String, Workflow>,
    /// Its queues, in the order of lists.
    pub queues: Vec<Queue>,
    /// Its guides, by name; those that can be read.
    pub guides: BTreeMap<String, Guide>,
    /// Changes whenever one of the files changes that the rules are read from.
    pub fingerprint: String,
}

impl Rulebook {
    /// The workflow of that name.
    ///
    /// # Errors
    /// `workflow-unknown`.
    pub fn workflow_by_name(&self, name: &str) -> Outcome<&Workflow> {
        self.workflows.get(name).ok_or_else(|| {
            let names: Vec<&str> = self.workflows.keys().map(String::as_str).collect();
            Problem::refused("workflow-unknown", format!("there is no workflow \"{name}\""))
                .because(format!("workflows/ has: {}", names.join(", ")))
                .did_you_mean(name, names.iter().copied())
                .remedy("jobbook workflow list")
                .into()
        })
    }

    /// Refuses the name of a stage that no workflow has.
    ///
    /// # Errors
    /// `stage-unknown`.
    pub fn must_have_stage(&self, name: &str) -> Outcome<()> {
        let stages =
            || self.workflows.values().flat_map(|workflow| &workflow.stages).map(|stage| stage.name.as_str());
        if stages().any(|stage| stage == name) {
            return Ok(());
        }
        Err(Problem::refused("stage-unknown", format!("no workflow has a stage \"{name}\""))
            .did_you_mean(name, stages())
            .remedy("jobbook workflow show NAME")
            .into())
    }

    /// The guide of that name, or the only one whose name begins so.
    ///
    /// # Errors
    /// `guide-unknown`.
    pub fn guide(&self, typed: &str) -> Outcome<&Guide> {
        let beginning: Vec<&Guide> =
            self.guides.values().filter(|guide| !typed.is_empty() && guide.name.starts_with(typed)).collect();
        let only = beginning.first().copied().filter(|_| beginning.len() == 1);
        match self.guides.get(typed).or(only) {
            Some(guide) => Ok(guide),
            None => {
                let names: Vec<&str> = self.guides.keys().map(String::as_str).collect();
                Err(Problem::refused("guide-unknown", format!("there is no guide \"{typed}\""))
                    .because(if names.is_empty() {
                        "guides/ has none that can be read".to_string()
                    } else {
                        format!("guides/ has: {}", names.join(", "))
                    })
                    .did_you_mean(typed, names.iter().copied())
                    .remedy("jobbook guide list")
                    .remedy("jobbook check, if its file cannot be read")
                    .into())
            }
        }
    }

    /// The workflow of a job.
    ///
    /// # Errors
    /// `workflow-unknown` when its file is gone.
    pub fn workflow(&self, job: &Job) -> Outcome<&Workflow> {
        self.workflow_by_name(&job.workflow)
    }

    /// What rules are asked about, when the job's workflow is there.
    ///
    /// # Errors
    /// `workflow-unknown`.
    pub fn facts<'a>(&'a self, job: &'a Job, client: &'a Client) -> Outcome<Facts<'a>> {
        Ok(Facts { job, client, office: &self.office, workflow: self.workflow(job)? })
    }

    /// The stage of a job.
    ///
    /// # Errors
    /// `stage-gone` when its workflow no longer has it.
    pub fn stage<'a>(&self, workflow: &'a Workflow, job: &Job) -> Outcome<&'a Stage> {
        workflow.stage(&job.stage).ok_or_else(|| {
            Problem::refused(
                "stage-gone",
                format!(
                    "{} stands in \"{}\", which workflow {} no longer has",
                    job.id, job.stage, workflow.name
                ),
            )
            .remedy(format!("jobbook job advance {} --to STAGE --reason \"…\"", job.id))
            .into()
        })
    }

    /// The stage in which the workflow would let the job begin as it is now.
    ///
    /// # Errors
    /// `workflow-unknown`; `no-start`.
    pub fn start<'a>(&'a self, job: &'a Job, client: &'a Client) -> Outcome<&'a str> {
        let workflow = self.workflow(job)?;
        let facts = self.facts(job, client)?;
        let start =
            workflow.start.iter().find(|one| one.conditions.iter().all(|condition| condition.holds(facts)));
        start.map(|start| start.to.as_str()).ok_or_else(|| no_start(workflow).into())
    }

    /// Whether a job is at an end.
    pub fn is_closed(&self, job: &Job) -> bool {
        self.is_final(&job.workflow, &job.stage)
    }

    /// Whether a job in that stage waits for an invoice: one of its ways out is opened by it.
    pub fn awaits_invoice(&self, workflow: &str, stage: &str) -> bool {
        let Some(stage) = self.workflows.get(workflow).and_then(|workflow| workflow.stage(stage)) else {
            return false;
        };
        stage.exits.iter().any(|exit| {
            matches!(exit.on, Some(Event::InvoiceIssued | Event::InvoiceSent | Event::InvoiceSubmitted))
                || exit.needs.iter().any(|gate| {
                    matches!(gate, Gate::FullyBilled | Gate::InvoiceSent | Gate::InvoiceSubmitted)
                })
        })
    }

    /// Whether jobs end in that stage.
    pub fn is_final(&self, workflow: &str, stage: &str) -> bool {
        self.workflows
            .get(workflow)
            .and_then(|workflow| workflow.stage(stage))
            .is_some_and(|stage| stage.is_final)
    }
}

/// No start of the workflow holds.
pub(super) fn no_start(workflow: &Workflow) -> Problem {
    Problem::refused("no-start", format!("workflow {} has no start for this job", workflow.name))
        .remedy(format!("jobbook workflow show {}", workflow.name))
}
