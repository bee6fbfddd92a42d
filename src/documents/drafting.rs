//! What every paper starts from: the job, the client, the office, the day, the language.

use chrono::NaiveDate;

use super::party;
use super::words::Words;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::office::Office;
use crate::domain::paper::{Party, Reference};

/// The facts around a paper, and the day it will carry.
#[derive(Clone, Copy)]
pub struct Drafting<'a> {
    /// The job; of an invoice over several, the first of them.
    pub job: &'a Job,
    /// All jobs of an invoice over several, in the order of its lines; none on the paper of one job.
    pub together: &'a [Job],
    /// Its client.
    pub client: &'a Client,
    /// Who issues it.
    pub office: &'a Office,
    /// Words in the language of the paper.
    pub words: &'a Words,
    /// The day it carries.
    pub date: NaiveDate,
}

impl Drafting<'_> {
    /// Where the work is done, when the recipient's address does not say it already.
    pub(super) fn site(&self, recipient: &Party) -> Option<Party> {
        if self.jobs().iter().any(|job| job.site != self.job.site) {
            return None;
        }
        let site = party::site(self.client, self.job.site.as_ref())?;
        (site.address != recipient.address || site.name != self.client.name).then_some(site)
    }

    /// The client's own numbers for a job.
    pub(super) fn references(&self, job: &Job) -> Vec<Reference> {
        let work_order = job.work_order.iter().map(|value| ("work-order", value));
        let others = job.references.iter().map(|(name, value)| (name.as_str(), value));
        work_order
            .chain(others.filter(|(name, _)| job.work_order.is_none() || *name != "work-order"))
            .map(|(name, value)| Reference { name: name.to_string(), value: value.clone() })
            .collect()
    }

    /// Every job that the paper is about.
    pub(super) fn jobs(&self) -> &[Job] {
        if self.together.is_empty() { std::slice::from_ref(self.job) } else { self.together }
    }
}
