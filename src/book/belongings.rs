//! Everything in the book that belongs to one client: files, letters, papers kept (S14).

use std::collections::BTreeSet;

use walkdir::WalkDir;

use super::disk::RelPath;
use super::entity::Entity;
use super::layout;
use super::opening::Book;
use super::outbox::Letter;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::problem::{Outcome, Problem};

/// Folder of the papers that were kept as they were sent.
pub const DOCUMENTS: &str = "documents";

/// Everything in the book that belongs to one client.
#[derive(Debug, Clone)]
pub struct Belongings {
    /// The client.
    pub client: Client,
    /// Those that were merged into it, as their files have them.
    pub merged: Vec<Client>,
    /// All jobs, also those of clients that were merged into it.
    pub jobs: Vec<Job>,
    /// Letters to them or about them, wherever in the outbox.
    pub letters: Vec<Letter>,
    /// Paths of the papers that were kept of their jobs.
    pub documents: Vec<String>,
    /// Paths of what stands beside their files: yearly parts, what a crash left.
    pub beside: Vec<String>,
}

impl Belongings {
    /// IDs of the client and of those merged into it, then of the jobs.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        let clients = std::iter::once(&self.client).chain(&self.merged).map(|client| &client.id);
        clients.chain(self.jobs.iter().map(|job| &job.id))
    }

    /// Names, addresses and numbers by which somebody of the client could be known.
    pub fn personal_texts(&self) -> BTreeSet<String> {
        let clients = std::iter::once(&self.client).chain(&self.merged);
        let of_clients = clients.flat_map(Client::personal_texts);
        of_clients.chain(self.jobs.iter().flat_map(Job::personal_texts)).collect()
    }
}

impl Book {
    /// Everything that belongs to the client, or to the one it was merged into.
    ///
    /// # Errors
    /// `client-incomplete` when a file of the book cannot be read, since it may be one of this client; what the
    /// disk refused.
    pub fn belongings(&self, id: &Id) -> Outcome<Belongings> {
        let contents = self.contents()?;
        if let Some(problem) = contents.damaged.first() {
            return Err(Problem::damaged(
                "client-incomplete",
                "a file of the book cannot be read, and may be one of this client",
            )
            .because(problem.to_string())
            .remedy("jobbook check")
            .into());
        }
        let client = self.client(id)?;
        let mut merged: Vec<Client> = Vec::new();
        for entry in contents.clients.iter().filter(|entry| entry.summary.merged_into.is_some()) {
            let other = &entry.summary.id;
            if *other != client.id && self.client(other)?.id == client.id {
                merged.push(self.entity(other)?.1);
            }
        }
        let owners: BTreeSet<&Id> =
            std::iter::once(&client).chain(&merged).map(|client| &client.id).collect();
        let jobs = contents.jobs.iter().map(|entry| &entry.summary);
        let jobs = jobs.filter(|job| owners.contains(&job.client)).map(|job| self.job(&job.id));
        let jobs = jobs.collect::<Outcome<Vec<Job>>>()?;
        let mut all = Belongings {
            client,
            merged,
            jobs,
            letters: Vec::new(),
            documents: Vec::new(),
            beside: Vec::new(),
        };
        all.letters = self.letters()?.into_iter().filter(|letter| concerns(letter, &all)).collect();
        all.documents = all.ids().flat_map(|id| self.files_below(&format!("{DOCUMENTS}/{id}"))).collect();
        let clients = std::iter::once(&all.client).chain(&all.merged);
        let mut beside = Vec::new();
        for client in clients {
            beside.extend(self.beside::<Client>(&client.id)?);
        }
        for job in &all.jobs {
            beside.extend(self.beside::<Job>(&job.id)?);
        }
        all.beside = beside;
        Ok(all)
    }

    /// Paths of all files below a folder of the book, sorted; links are not followed.
    pub(super) fn files_below(&self, folder: &str) -> Vec<String> {
        let entries = WalkDir::new(self.root().join(folder)).sort_by_file_name().into_iter();
        entries
            .filter_entry(|entry| {
                !entry.path().ends_with(".git") && !entry.path().ends_with(layout::WORKPLACE)
            })
            .filter_map(Result::ok)
            .filter(|entry| !entry.file_type().is_dir())
            .filter_map(|entry| {
                let path = entry.path().strip_prefix(self.root()).ok()?;
                Some(path.to_string_lossy().replace('\\', "/"))
            })
            .collect()
    }

    /// Files in the folder of an entity that are called after it and are not its file.
    fn beside<E: Entity>(&self, id: &Id) -> Outcome<Vec<String>> {
        let path = E::path(id);
        let Some((folder, own)) = path.rsplit_once('/') else { return Ok(Vec::new()) };
        let is_of_it = |name: &String| {
            let rest = name.trim_start_matches(['.', '#', '~']).strip_prefix(id.as_str());
            name != own && rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        };
        let names = self.files_in(RelPath::new(folder)?.as_str())?;
        Ok(names.into_iter().filter(is_of_it).map(|name| format!("{folder}/{name}")).collect())
    }
}

/// Whether a letter is written to the client or about one of its jobs. A digest for colleagues is, when it
/// names one of them.
fn concerns(letter: &Letter, all: &Belongings) -> bool {
    let draft = letter.draft.as_ref();
    let names = |text: &str| all.ids().any(|id| names(text, id));
    let addresses = all.client.reached_at().chain(all.merged.iter().flat_map(Client::reached_at));
    let addresses: BTreeSet<String> =
        addresses.chain(all.jobs.iter().flat_map(Job::mailed_to)).map(str::to_lowercase).collect();
    let is_to_them = draft
        .is_some_and(|draft| draft.to.iter().any(|to| addresses.contains(&address_of(to).to_lowercase())));
    is_to_them
        || names(&letter.name)
        || draft.is_some_and(|draft| names(&draft.subject) || names(&draft.text))
}

/// The address in `Name <address>`.
fn address_of(shown: &str) -> &str {
    match shown.rsplit_once('<') {
        Some((_, address)) => address.trim_end_matches('>'),
        None => shown,
    }
}

/// Whether the ID stands in the text as a whole: `J-2026-00017` not in `J-2026-000171`.
pub(super) fn names(text: &str, id: &Id) -> bool {
    text.match_indices(id.as_str()).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        !goes_on(before) && !goes_on(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_only_as_a_whole() {
        let id: Id = "J-2026-00017".parse().unwrap();
        for text in ["2026-03-02-quote-J-2026-00017-fe3b.eml", "J-2026-00017: call", "(J-2026-00017)"] {
            assert!(names(text, &id), "{text}");
        }
        for text in ["J-2026-000171", "XJ-2026-00017", "J-2026-00018", ""] {
            assert!(!names(text, &id), "{text}");
        }
    }

    #[test]
    fn the_address_is_taken_out_of_what_is_shown() {
        assert_eq!(address_of("Mara <b> <mara@linden.example>"), "mara@linden.example");
        assert_eq!(address_of("mara@linden.example"), "mara@linden.example");
    }
}
