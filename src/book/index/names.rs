//! What every job and client is called, small enough to be read at every Tab.
//!
//! It stands beside the index, is written and removed with it, and is never asked by a command: only completion
//! believes it unseen, which looks into the newest folders itself. Damaged or of another layout, it is not there.
//! It has a chapter for each folder, with the tag of what the index says of that: a chapter of the same tag is taken
//! over from the one before.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::fingerprint::{checksum, layout};
use crate::domain::summary::{ClientSummary, JobSummary};

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

impl<'s> From<&'s JobSummary> for JobName<'s> {
    fn from(job: &'s JobSummary) -> JobName<'s> {
        JobName {
            id: job.id.as_str(),
            client: job.client.as_str(),
            title: &job.title,
            workflow: &job.workflow,
            stage: &job.stage,
            tags: job.tags.iter().map(String::as_str).collect(),
            invoices: job.invoices.iter().filter_map(|one| one.number.as_deref()).collect(),
        }
    }
}

impl<'s> From<&'s ClientSummary> for ClientName<'s> {
    fn from(client: &'s ClientSummary) -> ClientName<'s> {
        ClientName {
            id: client.id.as_str(),
            name: &client.name,
            tags: client.tags.iter().map(String::as_str).collect(),
            invoices: client.invoices.iter().filter_map(|one| one.number.as_deref()).collect(),
        }
    }
}

/// A chapter of jobs; absent when it cannot be written.
pub fn of_jobs(jobs: &[JobSummary]) -> Option<Vec<u8>> {
    chapter(&Names { clients: Vec::new(), jobs: jobs.iter().map(JobName::from).collect() })
}

/// A chapter of clients; absent when it cannot be written.
pub fn of_clients(clients: &[ClientSummary]) -> Option<Vec<u8>> {
    let own = clients.iter().filter(|client| client.merged_into.is_none());
    chapter(&Names { clients: own.map(ClientName::from).collect(), jobs: Vec::new() })
}

fn chapter(names: &Names<'_>) -> Option<Vec<u8>> {
    postcard::to_extend(names, Vec::with_capacity(96 * (names.clients.len() + names.jobs.len()))).ok()
}

/// These chapters with their tags, as bytes; absent when they cannot be written.
pub fn write(chapters: &[(u64, Cow<'_, [u8]>)]) -> Option<Vec<u8>> {
    let length = chapters.iter().map(|(_, chapter)| chapter.len() + 16).sum();
    let told = postcard::to_extend(chapters, Vec::with_capacity(length)).ok()?;
    Some([&layout().bytes()[..], &checksum(&told).to_le_bytes(), &told].concat())
}

/// The names that `bytes` are; absent when they are damaged or were written in another way.
pub fn read(bytes: &[u8]) -> Option<Names<'_>> {
    let mut all = Names::default();
    for (_, chapter) in told(bytes)? {
        let names: Names<'_> = postcard::from_bytes(chapter).ok()?;
        all.clients.extend(names.clients);
        all.jobs.extend(names.jobs);
    }
    Some(all)
}

/// The chapters in `bytes` by their tags; absent when they are damaged or were written in another way.
pub fn chapters(bytes: &[u8]) -> Option<HashMap<u64, &[u8]>> {
    Some(told(bytes)?.into_iter().collect())
}

fn told(bytes: &[u8]) -> Option<Vec<(u64, &[u8])>> {
    let told = bytes.get(PREAMBLE..)?;
    let is_sound = bytes[..16] == layout().bytes() && bytes[16..PREAMBLE] == checksum(told).to_le_bytes();
    if is_sound { postcard::from_bytes(told).ok() } else { None }
}

/// The bytes with the layout and the checksum that they should have, so that what they say is looked at.
pub fn mended(mut bytes: Vec<u8>) -> Vec<u8> {
    if let Some((preamble, told)) = bytes.split_at_mut_checked(PREAMBLE) {
        preamble[..16].copy_from_slice(&layout().bytes());
        preamble[16..].copy_from_slice(&checksum(told).to_le_bytes());
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::sample;

    #[test]
    fn jobs_come_back_as_they_were_written() {
        let job = JobSummary::from(&sample::job());
        let chapter: Cow<'_, [u8]> = Cow::Owned(of_jobs(&[job.clone(), job.clone()]).unwrap());
        let bytes = write(&[(7, chapter.clone())]).unwrap();
        assert_eq!(chapters(&bytes).unwrap()[&7], &*chapter);
        let names = read(&bytes).unwrap();
        assert_eq!(names.jobs.len(), 2);
        assert_eq!((names.jobs[1].id, names.jobs[1].title), (job.id.as_str(), job.title.as_str()));
    }

    #[test]
    fn no_damage_anywhere_gives_wrong_names() {
        let whole = write(&[]).unwrap();
        assert_eq!(read(&whole), Some(Names::default()));
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x41;
            assert_eq!(read(&damaged), None, "byte {at}");
            assert_eq!(read(&whole[..at]), None, "{at} bytes");
        }
    }
}
