//! A workflow file rehearsed: the rules with it in its place, and what they would change for the jobs of the book.

use std::path::Path;

use rayon::prelude::*;

use super::disk::{self, RelPath};
use super::git::Git;
use super::opening::Book;
use super::rulefiles::{Candidate, Found, examine, examine_with};
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::problem::{Outcome, Problem, Severity};
use crate::rules::rehearsal::{Difference, differences};
use crate::rules::rulebook::Rulebook;
use crate::rules::workflow::reading;

/// How far ahead dues are compared, in days.
const AHEAD: i64 = 400;

/// Rules as they are and as they would be.
pub struct Rehearsal {
    /// The workflow.
    pub workflow: String,
    /// What the file calls it.
    pub own_name: String,
    /// Whether the file stands in the book already, and its last commit is what it is compared with.
    pub in_force: bool,
    /// Whether the book has no such workflow yet.
    pub is_new: bool,
    /// The rules as they are; absent when they cannot be read.
    pub before: Option<Rulebook>,
    /// The rules as they would be; absent when something must be mended.
    pub after: Option<Rulebook>,
    /// What is wrong with the file, and with the rest of the rules through it: errors and warnings.
    pub problems: Vec<Problem>,
}

/// What would differ for the jobs under a workflow.
pub struct Outlook {
    /// How many jobs are open.
    pub open: usize,
    /// How many closed ones have something due.
    pub closed: usize,
    /// Those for which something would differ, in the order of the book.
    pub differ: Vec<Differing>,
    /// What could not be read; the rest is complete.
    pub damaged: Vec<Problem>,
}

/// A job for which something would differ.
pub struct Differing {
    /// The job.
    pub job: Job,
    /// Its client.
    pub client: Client,
    /// Whether it is open now.
    pub is_open: bool,
    /// What would differ.
    pub differences: Vec<Difference>,
}

impl Rehearsal {
    /// Reads the rules of the book in `root` as they are and with `file`, whose text is `text`, in the place of the
    /// workflow `named`; of the one whose name it gives itself when none is named.
    ///
    /// # Errors
    /// `workflow-in-force` for a file of the book that was never committed; what the disk or git refused.
    pub fn read(
        root: &Path,
        file: &Path,
        shown: &str,
        text: &str,
        named: Option<&str>,
    ) -> Outcome<Rehearsal> {
        let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let own_name = reading::own_name(text).unwrap_or(stem);
        let workflow = named.unwrap_or(&own_name).to_string();
        let path = format!("workflows/{workflow}.toml");
        let in_force = disk::path_within(root, file).is_some_and(|within| within == path);
        let now = examine(root)?;
        let candidate = Candidate { workflow: &workflow, own_name: &own_name, file: shown, text };
        let then = examine_with(root, Some(candidate))?;
        let problems = brought_by(&now, then.problems, shown);
        let before = if in_force { committed(root, &workflow, &path)? } else { now.rules };
        let is_sound = problems.iter().all(|problem| problem.severity == Severity::Warning);
        Ok(Rehearsal {
            is_new: before.as_ref().is_some_and(|rules| !rules.workflows.contains_key(&workflow)),
            workflow,
            own_name,
            in_force,
            before,
            after: then.rules.filter(|_| is_sound),
            problems,
        })
    }
}

/// What is wrong in the file itself, and elsewhere what was not wrong before.
fn brought_by(now: &Found, then: Vec<Problem>, shown: &str) -> Vec<Problem> {
    let is_in_file = |problem: &Problem| problem.place.as_ref().is_some_and(|place| place.file == shown);
    then.into_iter().filter(|problem| is_in_file(problem) || !now.problems.contains(problem)).collect()
}

/// The rules with a workflow as it was last committed.
fn committed(root: &Path, workflow: &str, path: &str) -> Outcome<Option<Rulebook>> {
    let git = Git::open(root);
    let text = git.map(|git| git.committed(&RelPath::new(path)?)).transpose()?.flatten();
    let Some(text) = text else {
        return Err(Problem::refused("workflow-in-force", format!("{path} is in force already"))
            .because("git has no earlier one to compare it with")
            .remedy("change a copy elsewhere, and rehearse the copy")
            .into());
    };
    let candidate = Candidate { workflow, own_name: workflow, file: path, text: &text };
    Ok(examine_with(root, Some(candidate))?.rules)
}

impl Book {
    /// What `after` would change for the jobs under `workflow` that stand under `before`: for those that are open,
    /// and for closed ones that have something due. For `only` one job, if it is named.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn outlook(
        &self,
        workflow: &str,
        before: &Rulebook,
        after: &Rulebook,
        only: Option<&Id>,
    ) -> Outcome<Outlook> {
        let contents = self.contents()?;
        let ids: Vec<&Id> = contents
            .jobs
            .iter()
            .map(|entry| &entry.summary)
            .filter(|job| job.workflow == workflow && only.is_none_or(|only| *only == job.id))
            .map(|job| &job.id)
            .collect();
        let until = self.in_days(AHEAD);
        let compared: Vec<Outcome<Option<Differing>>> = ids
            .into_par_iter()
            .map(|id| {
                let job = self.job(id)?;
                let client = self.client(&job.client)?;
                let is_open = !before.is_closed(&job);
                let differences = differences(&job, &client, before, after, self.now(), until);
                let has_dues = || {
                    let dues = |rules| crate::rules::dues::dues(&job, &client, rules, until);
                    !dues(before).is_empty() || !dues(after).is_empty()
                };
                let counts = is_open || !differences.is_empty() || has_dues();
                Ok(counts.then_some(Differing { job, client, is_open, differences }))
            })
            .collect();
        let mut outlook = Outlook { open: 0, closed: 0, differ: Vec::new(), damaged: contents.damaged };
        for one in compared {
            match one {
                Ok(Some(one)) => {
                    if one.is_open {
                        outlook.open += 1;
                    } else {
                        outlook.closed += 1;
                    }
                    if !one.differences.is_empty() {
                        outlook.differ.push(one);
                    }
                }
                Ok(None) => {}
                Err(problems) => outlook.damaged.extend(problems.into_vec()),
            }
        }
        Ok(outlook)
    }
}
