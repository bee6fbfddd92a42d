//! What the book holds, in summaries.

use crate::book::layout::{client_path, job_path};
use crate::domain::summary::{ClientSummary, JobSummary};
use crate::problem::Problem;
use crate::rules::due::Due;

/// What the book holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// Jobs, by year, seat and number.
    pub jobs: Vec<JobEntry>,
    /// Clients, by seat and number.
    pub clients: Vec<ClientEntry>,
    /// What cannot be read or does not belong, by path; the rest is complete.
    pub damaged: Vec<Problem>,
}

/// A job of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobEntry {
    /// What lists need of it.
    pub summary: JobSummary,
    /// What falls due on it until the moment asked for.
    pub dues: Vec<Due>,
}

/// A client of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientEntry {
    /// What lists need of it.
    pub summary: ClientSummary,
}

impl JobEntry {
    /// Where its file stands.
    pub fn path(&self) -> String {
        job_path(&self.summary.id)
    }
}

impl ClientEntry {
    /// Where its file stands.
    pub fn path(&self) -> String {
        client_path(&self.summary.id)
    }
}
