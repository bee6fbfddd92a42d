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
    /// The job; of a consolidated invoice, the first of its jobs.
    pub job: &'a Job,
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
        let site = party::site(self.client, self.job.site.as_ref())?;
        (site.address != recipient.address || site.name != self.client.name).then_some(site)
    }

    /// The client's own numbers for this job.
    pub(super) fn references(&self) -> Vec<Reference> {
        let work_order = self.job.work_order.iter().map(|value| ("work-order", value));
        let others = self.job.references.iter().map(|(name, value)| (name.as_str(), value));
        work_order
            .chain(others.filter(|(name, _)| self.job.work_order.is_none() || *name != "work-order"))
            .map(|(name, value)| Reference { name: name.to_string(), value: value.clone() })
            .collect()
    }
}
