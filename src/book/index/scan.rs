//! What is asked of the book, and how its files are read.

use chrono::NaiveDate;

use super::manifests::Sealed;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::problem::Outcome;
use crate::rules::due::Due;

/// Reads a job from the text of its file; the path is for problems.
pub type ReadJob<'a> = &'a (dyn Fn(&str, &str) -> Outcome<Job> + Sync);
/// Reads a client from the text of its file; the path is for problems.
pub type ReadClient<'a> = &'a (dyn Fn(&str, &str) -> Outcome<Client> + Sync);
/// Everything that falls due on a job until a moment.
pub type ComputeDues<'a> = &'a (dyn Fn(&Job, &Client, Moment) -> Vec<Due> + Sync);

/// Of which jobs and clients something is to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Of all.
    Everything,
    /// Of those on which something is open or happened on this day or later, and of the clients of those jobs.
    Current(NaiveDate),
    /// Of all clients, and of no job.
    Clients,
}

/// What is asked of the book, and how its files are read.
pub struct Scan<'a> {
    /// Fingerprint of everything but job and client that dues and what is settled follow from: workflows, office,
    /// team, and the version of the rules' code.
    pub rules: String,
    /// Of what something is to be told.
    pub wanted: Wanted,
    /// The present day.
    pub today: NaiveDate,
    /// Until when it is asked what falls due.
    pub dues_until: Moment,
    /// Reads a job.
    pub read_job: ReadJob<'a>,
    /// Reads a client.
    pub read_client: ReadClient<'a>,
    /// Computes dues. They depend on nothing but job, client, rules and the moment, and those until a moment
    /// are those until any later one that fall due by it. The moment may be later than the one asked for.
    pub dues: ComputeDues<'a>,
    /// Whether nothing about a job is open, so that nothing will ever fall due on it as it is.
    pub is_settled: &'a (dyn Fn(&Job, &Client) -> bool + Sync),
    /// Whether nothing in a client's own file is open.
    pub is_client_settled: &'a (dyn Fn(&Client) -> bool + Sync),
    /// What the manifests say; asked only when one of them changed.
    pub sealed: Sealed<'a>,
}
