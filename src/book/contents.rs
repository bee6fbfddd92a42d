//! What the book holds, in summaries, through the index.

use chrono::Duration;

use super::entity::{self, Entity};
use super::index::{self, Contents, Scan, Wanted};
use super::opening::Book;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::domain::numbering::Pattern;
use crate::problem::Outcome;
use crate::rules::dues::dues;

impl Book {
    /// Every job and client in summary, with what falls due until tomorrow. Damaged files are named in it.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn contents(&self) -> Outcome<Contents> {
        self.contents_until(self.now().plus(Duration::days(1)))
    }

    /// The same, with what falls due until `until`.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn contents_until(&self, until: Moment) -> Outcome<Contents> {
        self.scan(Wanted::Everything, until)
    }

    /// Jobs and clients on which something is open, and the clients of those jobs, with what falls due until
    /// tomorrow.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn open_contents(&self) -> Outcome<Contents> {
        self.open_contents_until(self.now().plus(Duration::days(1)))
    }

    /// The same, with what falls due until `until`.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn open_contents_until(&self, until: Moment) -> Outcome<Contents> {
        self.scan(Wanted::Open, until)
    }

    fn scan(&self, wanted: Wanted, until: Moment) -> Outcome<Contents> {
        let read_job = |text: &str, path: &str| -> Outcome<Job> {
            let mut job: Job = entity::read(text, path)?;
            job.complete(self);
            Ok(job)
        };
        let read_client = |text: &str, path: &str| -> Outcome<Client> { entity::read(text, path) };
        let rules = self.rules();
        let dues = |job: &Job, client: &Client, until: Moment| dues(job, client, rules, until);
        index::load(
            self.root(),
            &Scan {
                rules: self.rules().fingerprint.clone(),
                wanted,
                dues_until: until,
                read_job: &read_job,
                read_client: &read_client,
                dues: &dues,
                is_settled: &|_, _| false,
                is_client_settled: &|_| false,
                sealed: &|_| None,
            },
        )
    }

    /// The highest number of a series that stands on an invoice of the book; 0 when none does.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn highest_invoice(&self, pattern: &Pattern, year: i32, seat: &str) -> Outcome<u32> {
        let contents = self.contents()?;
        let of_jobs = contents.jobs.iter().flat_map(|entry| &entry.summary.invoices);
        let of_clients = contents.clients.iter().flat_map(|entry| &entry.summary.invoices);
        let numbers = of_jobs.chain(of_clients).filter_map(|invoice| invoice.number.as_deref());
        Ok(numbers.filter_map(|number| pattern.sequence_of(number, year, seat)).max().unwrap_or(0))
    }

    /// Whether a client has an open job besides `job`. A book that cannot be read is taken to have one: a
    /// status is better left as it is.
    pub fn has_other_open_job(&self, client: &Id, job: &Id) -> bool {
        self.contents().map_or(true, |contents| {
            contents.jobs.iter().map(|entry| &entry.summary).any(|other| {
                other.client == *client
                    && other.id != *job
                    && !self.rules().is_final(&other.workflow, &other.stage)
            })
        })
    }
}
