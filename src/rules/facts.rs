//! What rules are asked about: one job with its client, under the office's rules.

use chrono_tz::Tz;

use crate::domain::client::{CheckIn, Client, PriceTalk, Site};
use crate::domain::job::Job;
use crate::domain::office::Office;
use crate::domain::visit::Visit;
use crate::rules::workflow::definition::{Scope, Workflow};

/// One job with its client, under the office's rules.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The job.
    pub job: &'a Job,
    /// Its client.
    pub client: &'a Client,
    /// The office.
    pub office: &'a Office,
    /// The job's workflow.
    pub workflow: &'a Workflow,
}

impl<'a> Facts<'a> {
    /// The site where the work is done.
    pub fn site(self) -> Option<&'a Site> {
        self.client.site(self.job.site.as_ref())
    }

    /// The zone of the site; the office's when the site has none of its own.
    pub fn zone(self) -> Tz {
        let own = self.site().and_then(|site| site.zone.as_deref()).and_then(|zone| zone.parse().ok());
        own.unwrap_or(self.office.zone())
    }

    /// How a technician checks in and out: as the job, else its site, else the client says.
    pub fn check_in(self) -> Option<&'a CheckIn> {
        self.job
            .check_in
            .as_ref()
            .or_else(|| self.site().and_then(|site| site.check_in.as_ref()))
            .or(self.client.check_in.as_ref())
    }

    /// Whether prices may be discussed on site: as the job, else the client says.
    pub fn price_talk(self) -> Option<PriceTalk> {
        self.job.price_talk.or(self.client.price_talk)
    }

    /// What a technician must observe: as the client, else the client's class says.
    pub fn protocol(self) -> Option<String> {
        self.client.protocol.clone().or_else(|| self.office.class(&self.client.class).protocol)
    }

    /// The visit that a checklist is ticked for.
    pub fn visit_of(self, scope: Scope) -> Option<&'a Visit> {
        match scope {
            Scope::Job => None,
            Scope::NextVisit => self.job.open_visit(),
            Scope::LastVisit => self.job.last_visit(),
        }
    }
}
