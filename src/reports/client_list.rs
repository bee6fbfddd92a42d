//! Clients as rows of a list.

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

/// The clients that are wanted, in the order given. Merged ones are left out.
pub fn rows<'a>(
    clients: impl Iterator<Item = &'a ClientSummary>,
    jobs: &[&JobSummary],
    filter: &ClientFilter,
    is_final: &dyn Fn(&str, &str) -> bool,
) -> Vec<ClientRow<'a>> {
    let mut by_client: std::collections::HashMap<&Id, Vec<&JobSummary>> = std::collections::HashMap::new();
    for job in jobs {
        by_client.entry(&job.client).or_default().push(job);
    }
    let row = |client: &'a ClientSummary| {
        let jobs = by_client.get(&client.id).map_or(&[][..], Vec::as_slice);
        let mut row = ClientRow {
            client,
            tags: client.tags.clone(),
            open_jobs: Vec::new(),
            balance: client.balance + jobs.iter().map(|job| job.balance).sum::<Amount>(),
        };
        for job in jobs.iter().filter(|job| !is_final(&job.workflow, &job.stage)) {
            row.open_jobs.push(job.id.clone());
            for tag in &job.tags {
                if !row.tags.contains(tag) {
                    row.tags.push(tag.clone());
                }
            }
        }
        row
    };
    clients
        .filter(|client| client.merged_into.is_none())
        .filter(|client| filter.class.as_ref().is_none_or(|class| client.class == *class))
        .filter(|client| filter.status.is_none_or(|status| client.status == status))
        .filter(|client| filter.search.as_ref().is_none_or(|words| has_words(client, words)))
        .map(row)
        .filter(|row| filter.tag.as_ref().is_none_or(|tag| row.tags.contains(tag)))
        .collect()
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
