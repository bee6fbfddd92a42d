//! What every job and client is called, small enough to be read at every Tab.
//!
//! It stands beside the index, is written and removed with it, and is never asked by a command: only completion
//! believes it unseen, which looks into the newest folders itself. Damaged or of another layout, it is not there.

use serde::{Deserialize, Serialize};

use super::contents::ClientEntry;
use super::fingerprint::{checksum, layout};
use crate::domain::summary::JobSummary;

/// Layout and checksum.
const PREAMBLE: usize = 16 + 8;

/// What the jobs and clients of a book are called, by year, seat and number.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Names<'a> {
    /// The clients; those that were merged into others are left out.
    #[serde(borrow)]
    pub clients: Vec<ClientName<'a>>,
    /// The jobs.
    #[serde(borrow)]
    pub jobs: Vec<JobName<'a>>,
}

/// What a client is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientName<'a> {
    /// `C-0042`.
    pub id: &'a str,
    /// Name of the firm or person.
    pub name: &'a str,
    /// Labels.
    #[serde(borrow)]
    pub tags: Vec<&'a str>,
    /// Numbers of its own invoices.
    #[serde(borrow)]
    pub invoices: Vec<&'a str>,
}

/// What a job is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobName<'a> {
    /// `J-2026-00017`.
    pub id: &'a str,
    /// Whose.
    pub client: &'a str,
    /// In a few words.
    pub title: &'a str,
    /// The rules it follows.
    pub workflow: &'a str,
    /// Where it stood.
    pub stage: &'a str,
    /// Labels.
    #[serde(borrow)]
    pub tags: Vec<&'a str>,
    /// Numbers of its invoices.
    #[serde(borrow)]
    pub invoices: Vec<&'a str>,
}

/// What a job is called, as bytes; absent when that cannot be written.
pub fn of_job(job: &JobSummary) -> Option<Vec<u8>> {
    let name = JobName {
        id: job.id.as_str(),
        client: job.client.as_str(),
        title: &job.title,
        workflow: &job.workflow,
        stage: &job.stage,
        tags: job.tags.iter().map(String::as_str).collect(),
        invoices: job.invoices.iter().filter_map(|one| one.number.as_deref()).collect(),
    };
    postcard::to_extend(&name, Vec::with_capacity(96)).ok()
}

/// The names of these clients and [jobs](of_job) as bytes; absent when they cannot be written.
pub fn write(clients: &[ClientEntry], jobs: &[Vec<u8>]) -> Option<Vec<u8>> {
    let clients = clients.iter().map(|entry| &entry.summary).filter(|client| client.merged_into.is_none());
    let clients: Vec<ClientName<'_>> = clients
        .map(|client| ClientName {
            id: client.id.as_str(),
            name: &client.name,
            tags: client.tags.iter().map(String::as_str).collect(),
            invoices: client.invoices.iter().filter_map(|one| one.number.as_deref()).collect(),
        })
        .collect();
    // A list is its length, then its items.
    let told = postcard::to_extend(&(clients, jobs.len()), Vec::with_capacity(96 * jobs.len())).ok()?;
    let told = jobs.iter().fold(told, |mut told, job| {
        told.extend_from_slice(job);
        told
    });
    Some([&layout().bytes()[..], &checksum(&told).to_le_bytes(), &told].concat())
}

/// The names that `bytes` are; absent when they are damaged or were written in another way.
pub fn read(bytes: &[u8]) -> Option<Names<'_>> {
    let told = bytes.get(PREAMBLE..)?;
    let is_sound = bytes[..16] == layout().bytes() && bytes[16..PREAMBLE] == checksum(told).to_le_bytes();
    if is_sound { postcard::from_bytes(told).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::sample;

    #[test]
    fn jobs_come_back_as_they_were_written() {
        let job = JobSummary::from(&sample::job());
        let bytes = write(&[], &[of_job(&job).unwrap(), of_job(&job).unwrap()]).unwrap();
        let names = read(&bytes).unwrap();
        assert_eq!(names.jobs.len(), 2);
        assert_eq!((names.jobs[1].id, names.jobs[1].title), (job.id.as_str(), job.title.as_str()));
    }

    #[test]
    fn no_damage_anywhere_gives_wrong_names() {
        let whole = write(&[], &[]).unwrap();
        assert_eq!(read(&whole), Some(Names::default()));
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x41;
            assert_eq!(read(&damaged), None, "byte {at}");
            assert_eq!(read(&whole[..at]), None, "{at} bytes");
        }
    }
}
