//! Everything that is stored of one client, as one value that can be handed to them (S14).

use serde_json::{Value, json};

use super::belongings::Belongings;
use super::entity::Entity;
use super::opening::Book;
use super::outbox::Letter;
use crate::domain::client::Client;
use crate::domain::document::DocumentRef;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::problem::Outcome;

/// Version of the shape.
const FORMAT: u32 = 1;

impl Book {
    /// Who stores it, the client's file, files that were merged into it, all jobs, letters with their text, papers
    /// kept in the book and elsewhere, and each file as it stands, with what people wrote into it by hand.
    ///
    /// # Errors
    /// As [`Book::belongings`].
    pub fn everything_of(&self, id: &Id) -> Outcome<Value> {
        let all = self.belongings(id)?;
        let office = self.office();
        let mut files = Vec::new();
        for client in std::iter::once(&all.client).chain(&all.merged) {
            files.push(self.as_it_stands(Client::path(&client.id))?);
        }
        for job in &all.jobs {
            files.push(self.as_it_stands(Job::path(&job.id))?);
        }
        for path in &all.beside {
            files.push(self.as_it_stands(path.clone())?);
        }
        let letters: Vec<Value> = all.letters.iter().map(letter).collect();
        Ok(json!({
            "format": FORMAT,
            "made": self.now().in_zone(office.zone()),
            "office": {
                "name": office.name,
                "address": office.address.lines(),
                "phone": office.phone,
                "email": office.email,
            },
            "client": all.client,
            "merged": all.merged,
            "jobs": all.jobs,
            "letters": letters,
            "documents": documents(&all),
            "files": files,
        }))
    }

    fn as_it_stands(&self, path: String) -> Outcome<Value> {
        let bytes = self.bytes(&path)?.unwrap_or_default();
        Ok(json!({ "path": path, "text": String::from_utf8_lossy(&bytes) }))
    }
}

fn letter(letter: &Letter) -> Value {
    let draft = letter.draft.as_ref();
    json!({
        "folder": letter.folder,
        "file": letter.name,
        "from": draft.map(|draft| &draft.from),
        "to": draft.map(|draft| &draft.to),
        "subject": draft.map(|draft| &draft.subject),
        "date": draft.and_then(|draft| draft.date),
        "text": draft.map(|draft| &draft.text),
        "attachments": draft.map(|draft| &draft.attachments),
    })
}

/// Papers in the book by their paths, then those that are only pointed to.
fn documents(all: &Belongings) -> Vec<Value> {
    let kept = all.documents.iter().map(|path| json!({ "kept": true, "path": path }));
    let of_clients = std::iter::once(&all.client)
        .chain(&all.merged)
        .flat_map(|client| client.documents.iter().map(move |document| (&client.id, document)));
    let of_jobs =
        all.jobs.iter().flat_map(|job| job.documents.iter().map(move |document| (&job.id, document)));
    let elsewhere = of_clients.chain(of_jobs).map(|(id, document): (&Id, &DocumentRef)| {
        json!({
            "kept": false,
            "path": document.reference,
            "of": id,
            "kind": document.kind,
            "title": document.title,
            "expires": document.expires,
            "added": document.added,
        })
    });
    kept.chain(elsewhere).collect()
}
