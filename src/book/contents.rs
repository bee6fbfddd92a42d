//! What the book holds, in summaries, through the index.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::{Duration, NaiveDate};

use super::entity::{self, Entity};
use super::index::{self, Contents, JobEntry, Scan, Survey, Wanted};
use super::opening::Book;
use super::sealing::Seals;
use super::sealing::manifest::Hash;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::domain::numbering::Pattern;
use crate::problem::{Outcome, Problem};
use crate::rules::dues::dues;
use crate::rules::settled::{open_of_client, open_of_job};

impl Book {
    /// Every job and client in summary, with what falls due until tomorrow. Damaged files are named in it.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn contents(&self) -> Outcome<Contents> {
        self.contents_until(self.soon())
    }

    /// The same, with what falls due until `until`.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn contents_until(&self, until: Moment) -> Outcome<Contents> {
        self.scan(Wanted::Everything, until)
    }

    /// The same, of each job what `keep` leaves: what a question does not need is not held.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn contents_of(
        &self,
        wanted: Wanted,
        keep: impl Fn(JobEntry) -> Option<JobEntry> + Sync,
    ) -> Outcome<Contents> {
        let ((clients, jobs), damaged) =
            self.survey(wanted, self.soon(), |survey| Some((survey.clients(Some)?, survey.jobs(&keep)?)))?;
        Ok(Contents { jobs, clients, damaged })
    }

    /// At least those jobs and clients on which something is open or happened today or is planned for later, and
    /// the clients of those jobs, with what falls due until tomorrow. It takes less the more is settled.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn current(&self) -> Outcome<Contents> {
        self.current_until(self.soon())
    }

    /// The same, with what falls due until `until`.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn current_until(&self, until: Moment) -> Outcome<Contents> {
        self.scan(self.present(), until)
    }

    /// Every client in summary, and no job.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn clients(&self) -> Outcome<Contents> {
        self.scan(Wanted::Clients, self.now())
    }

    /// The present day of the office.
    fn today(&self) -> NaiveDate {
        self.now().date(self.office().zone())
    }

    /// What `answer` makes of the jobs and clients that are `wanted`, with what falls due until `until`; one job after
    /// the other is in memory, not all of them. It answers nothing when the survey does, and may be asked twice.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn survey<T: Default>(
        &self,
        wanted: Wanted,
        until: Moment,
        answer: impl Fn(&Survey<'_>) -> Option<T>,
    ) -> Outcome<(T, Vec<Problem>)> {
        self.with_scan(wanted, until, |scan| index::ask(self.root(), scan, &answer))
    }

    /// The same where `answer` gives away at once what it made of each. Asked a second time it begins anew, or
    /// answers nothing when something of the first answer is gone already.
    ///
    /// # Errors
    /// `index-damaged`; what the disk refused.
    pub fn tell_each(
        &self,
        wanted: Wanted,
        until: Moment,
        answer: impl FnMut(&Survey<'_>) -> Option<()>,
    ) -> Outcome<Vec<Problem>> {
        let answer = RefCell::new(answer);
        let (is_told, damaged) =
            self.survey(wanted, until, |survey| answer.borrow_mut()(survey).map(|()| true))?;
        if is_told {
            return Ok(damaged);
        }
        let problem =
            Problem::damaged("index-damaged", "the index turned out to be damaged when half was told");
        Err(problem.because("it was made anew").remedy("run the command again").into())
    }

    /// What [`Book::current`] has.
    pub fn present(&self) -> Wanted {
        Wanted::Current(self.today())
    }

    /// Tomorrow at this time: until then lists look ahead.
    pub fn soon(&self) -> Moment {
        self.now().plus(Duration::days(1))
    }

    fn scan(&self, wanted: Wanted, until: Moment) -> Outcome<Contents> {
        self.with_scan(wanted, until, |scan| index::load(self.root(), scan))
    }

    fn with_scan<T>(&self, wanted: Wanted, until: Moment, ask: impl Fn(&Scan<'_>) -> T) -> T {
        let read_job = |text: &str, path: &str| -> Outcome<Job> {
            let mut job: Job = entity::read(text, path)?;
            job.complete(self);
            Ok(job)
        };
        let read_client = |text: &str, path: &str| -> Outcome<Client> { entity::read(text, path) };
        let rules = self.rules();
        let dues = |job: &Job, client: &Client, until: Moment| dues(job, client, rules, until);
        // Asked about every file when a manifest changed.
        let seals = OnceLock::new();
        let sealed = || -> HashMap<String, Hash> {
            let seals = Seals::read(self.root());
            seals.entries().map(|(path, hash, _)| (path.to_string(), hash)).collect()
        };
        ask(&Scan {
            rules: self.rules().fingerprint.clone(),
            wanted,
            today: self.today(),
            dues_until: until,
            read_job: &read_job,
            read_client: &read_client,
            dues: &dues,
            is_settled: &|job, client| open_of_job(job, client, rules).is_none(),
            is_client_settled: &|client| open_of_client(client, rules).is_none(),
            sealed: &|path| seals.get_or_init(sealed).get(path).copied(),
        })
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
        self.open_jobs_of(client).map_or(true, |open| open.iter().any(|other| other != job))
    }
}
