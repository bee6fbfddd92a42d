//! Everything that is stored of one client, as one value (S14).

use serde_json::{Value, json};

use super::opening::Book;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::problem::{Outcome, Problem};

impl Book {
    /// The client's file, files that were merged into it, all jobs, and the headers of messages about them.
    ///
    /// # Errors
    /// What is wrong in the files; `export-incomplete` when a file of the book cannot be read, since it may be
    /// one of this client.
    pub fn everything_of(&self, id: &Id) -> Outcome<Value> {
        let contents = self.contents()?;
        if let Some(problem) = contents.damaged.first() {
            return Err(Problem::damaged(
                "export-incomplete",
                "a file of the book cannot be read, and may be one of this client",
            )
            .because(problem.to_string())
            .remedy("jobbook check")
            .into());
        }
        let client = self.client(id)?;
        let ids = contents.clients.iter().map(|entry| &entry.summary.id);
        let mut merged: Vec<Client> = Vec::new();
        for other in ids.filter(|other| **other != client.id) {
            let filed: Client = self.entity(other)?.1;
            if filed.merged_into.is_some() && self.client(other)?.id == client.id {
                merged.push(filed);
            }
        }
        let jobs: Vec<Job> = self.jobs_of(&client.id)?;
        let mut addresses: Vec<String> =
            client.contacts.iter().filter_map(|contact| contact.email.clone()).collect();
        addresses.extend(client.billing.email.clone());
        let letters: Vec<Value> = self
            .letters()?
            .into_iter()
            .filter(|letter| {
                let about_job = jobs.iter().any(|job| letter.name.contains(job.id.as_str()));
                let to_client = letter.draft.as_ref().is_some_and(|draft| {
                    draft.to.iter().any(|to| addresses.iter().any(|address| to.contains(address.as_str())))
                });
                about_job || to_client
            })
            .map(|letter| {
                let draft = letter.draft.as_ref();
                json!({
                    "folder": letter.folder,
                    "file": letter.name,
                    "from": draft.map(|draft| &draft.from),
                    "to": draft.map(|draft| &draft.to),
                    "subject": draft.map(|draft| &draft.subject),
                    "date": draft.map(|draft| draft.date),
                })
            })
            .collect();
        Ok(json!({ "client": client, "merged": merged, "jobs": jobs, "letters": letters }))
    }
}
