//! The book read whole: every job and client with all their facts. Figures need more than summaries keep.

use std::collections::BTreeMap;

use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::log::What;
use crate::domain::metric::Reading;
use crate::domain::moment::Moment;
use crate::rules::facts::Facts;
use crate::rules::rulebook::Rulebook;

/// Every job and client, under the office's rules, at a moment.
pub struct Whole<'a> {
    /// Every job.
    pub jobs: &'a [Job],
    /// Every client.
    pub clients: &'a [Client],
    /// Figures entered for the office as a whole.
    pub readings: &'a [Reading],
    /// The office's rules.
    pub rules: &'a Rulebook,
    /// The present moment: nothing later is a fact.
    pub now: Moment,
    by_id: BTreeMap<&'a Id, &'a Client>,
    jobs_by_id: BTreeMap<&'a Id, &'a Job>,
}

impl<'a> Whole<'a> {
    /// Everything there is.
    pub fn new(
        jobs: &'a [Job],
        clients: &'a [Client],
        readings: &'a [Reading],
        rules: &'a Rulebook,
        now: Moment,
    ) -> Whole<'a> {
        let by_id = clients.iter().map(|client| (&client.id, client)).collect();
        let jobs_by_id = jobs.iter().map(|job| (&job.id, job)).collect();
        Whole { jobs, clients, readings, rules, now, by_id, jobs_by_id }
    }

    /// A job with its client and workflow; absent when one of them is not there.
    pub fn facts<'j>(&'j self, job: &'j Job) -> Option<Facts<'j>> {
        self.rules.facts(job, self.by_id.get(&job.client)?).ok()
    }

    /// The job of that ID.
    pub fn job(&self, id: &Id) -> Option<&'a Job> {
        self.jobs_by_id.get(id).copied()
    }

    /// A client's name; the ID when the client is not there.
    pub fn client_name(&self, id: &'a Id) -> &'a str {
        self.by_id.get(id).map_or(id.as_str(), |client| &client.name)
    }
}

/// Where a job stood at a moment; absent before it was opened.
pub fn stage_at(job: &Job, at: Moment) -> Option<&str> {
    let mut moves = job.log.iter().rev().filter(|entry| entry.stamp.at <= at);
    let last = moves.find_map(|entry| match &entry.what {
        What::Moved(moved) => Some(moved.to.as_str()),
        _ => None,
    });
    last.or((job.opened.at <= at).then_some(job.stage.as_str()))
}
