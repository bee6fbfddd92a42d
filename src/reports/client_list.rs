//! Clients as rows of a list.

use std::collections::HashMap;

use crate::domain::client::Status;
use crate::domain::id::Id;
use crate::domain::money::Amount;
use crate::domain::summary::{ClientSummary, JobSummary};

/// Which clients are wanted.
#[derive(Debug, Clone, Default)]
pub struct ClientFilter {
    /// Of this class.
    pub class: Option<String>,
    /// Of this standing.
    pub status: Option<Status>,
    /// With this tag, their own or of an open job (DECISIONS 7).
    pub tag: Option<String>,
    /// With these words in name, person, phone, mail or town.
    pub search: Option<String>,
}

/// A client of a list.
#[derive(Debug, Clone)]
pub struct ClientRow<'a> {
    /// The client.
    pub client: &'a ClientSummary,
    /// Its own tags and those of its open jobs.
    pub tags: Vec<String>,
    /// Its open jobs.
    pub open_jobs: Vec<Id>,
    /// What it owes, over its jobs and its own file.
    pub balance: Amount,
}

/// What a job adds to the row of its client.
#[derive(Debug, Clone)]
pub struct Share {
    client: Id,
    /// An open job and its tags.
    open: Option<(Id, Vec<String>)>,
    balance: Amount,
}

/// What the jobs of each client add to its row, gathered job by job.
#[derive(Debug, Clone, Default)]
pub struct Shares(HashMap<Id, OfJobs>);

#[derive(Debug, Clone, Default)]
struct OfJobs {
    /// Open jobs, each with its tags.
    open: Vec<(Id, Vec<String>)>,
    balance: Amount,
}

impl Share {
    /// What `job` adds.
    pub fn of(job: &JobSummary, is_final: bool) -> Share {
        let open = (!is_final).then(|| (job.id.clone(), job.tags.clone()));
        Share { client: job.client.clone(), open, balance: job.balance }
    }
}

impl Shares {
    /// Adds what the next job adds.
    pub fn add(&mut self, share: Share) {
        let of_jobs = self.0.entry(share.client).or_default();
        of_jobs.open.extend(share.open);
        of_jobs.balance = of_jobs.balance + share.balance;
    }

    /// The client's row if it is wanted. Merged ones are not.
    pub fn row<'a>(&self, client: &'a ClientSummary, filter: &ClientFilter) -> Option<ClientRow<'a>> {
        let is_wanted = client.merged_into.is_none()
            && filter.class.as_ref().is_none_or(|class| client.class == *class)
            && filter.status.is_none_or(|status| client.status == status)
            && filter.search.as_ref().is_none_or(|words| has_words(client, words));
        if !is_wanted {
            return None;
        }
        let mut row =
            ClientRow { client, tags: client.tags.clone(), open_jobs: Vec::new(), balance: client.balance };
        if let Some(of_jobs) = self.0.get(&client.id) {
            row.balance = row.balance + of_jobs.balance;
            for (job, tags) in &of_jobs.open {
                row.open_jobs.push(job.clone());
                for tag in tags {
                    if !row.tags.contains(tag) {
                        row.tags.push(tag.clone());
                    }
                }
            }
        }
        Some(row).filter(|row| filter.tag.as_ref().is_none_or(|tag| row.tags.contains(tag)))
    }
}

/// The clients that are wanted, in the order given. Merged ones are left out.
pub fn rows<'a>(
    clients: impl Iterator<Item = &'a ClientSummary>,
    jobs: &[&JobSummary],
    filter: &ClientFilter,
    is_final: &dyn Fn(&str, &str) -> bool,
) -> Vec<ClientRow<'a>> {
    let mut shares = Shares::default();
    for job in jobs {
        shares.add(Share::of(job, is_final(&job.workflow, &job.stage)));
    }
    clients.filter_map(|client| shares.row(client, filter)).collect()
}

fn has_words(client: &ClientSummary, words: &str) -> bool {
    let mut text = format!("{} {}", client.id, client.name);
    let lists = [&client.contacts, &client.phones, &client.emails];
    for part in lists.into_iter().flatten().chain(&client.city) {
        text.push(' ');
        text.push_str(part);
    }
    let text = text.to_lowercase();
    words.to_lowercase().split_whitespace().all(|word| text.contains(word))
}
