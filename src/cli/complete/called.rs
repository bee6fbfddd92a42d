//! Jobs and clients by what they are called, without asking their files.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::book::Book;
use crate::book::index::names::{self, Names};
use crate::book::index::names_of;
use crate::domain::client::Client;
use crate::domain::job::Job;

/// So many are offered at most: shells ask before they show more than a hundred.
const OFFERED: usize = 100;

/// A job or client.
#[derive(Debug, Clone)]
pub struct Called {
    /// `J-2026-00017` or `C-0042`.
    pub id: String,
    /// A job's title, or a client's name.
    pub title: String,
    /// Name of the job's client; empty for a client.
    pub client: String,
    /// The rules the job follows; empty for a client.
    pub workflow: String,
}

impl Called {
    /// What stands beside the ID: `Mara Linden: front door`.
    pub fn about(&self) -> String {
        if self.client.is_empty() { self.title.clone() } else { format!("{}: {}", self.client, self.title) }
    }

    /// Words that mean it alone as a reference: its names and its ID.
    pub fn words(&self) -> String {
        let words = [self.client.as_str(), &self.title, &self.id];
        words.iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(" ")
    }
}

/// How well something fits to what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The ID begins so.
    Id,
    /// Its number begins so.
    Number,
    /// Words of its names begin so.
    Beginnings,
    /// All that was typed stands somewhere in its names.
    Words,
}

struct Asked {
    typed: String,
    words: Vec<String>,
}

impl Asked {
    fn new(typed: &str) -> Asked {
        let typed = typed.trim().to_lowercase();
        Asked { words: typed.split_whitespace().map(str::to_string).collect(), typed }
    }

    /// `text` is room that is used again and again.
    fn fit(&self, id: &str, title: &str, client: &str, text: &mut String) -> Option<Fit> {
        let begins = |text: &str| {
            text.get(..self.typed.len()).is_some_and(|part| part.eq_ignore_ascii_case(&self.typed))
        };
        if begins(id) {
            return Some(Fit::Id);
        }
        let number = id.rsplit('-').next().unwrap_or("").trim_start_matches('0');
        if begins(number) {
            return Some(Fit::Number);
        }
        text.clear();
        for part in [client, " ", title, " ", id] {
            text.push_str(part);
        }
        if text.is_ascii() {
            text.make_ascii_lowercase();
        } else {
            *text = text.to_lowercase();
        }
        if !self.words.iter().all(|word| text.contains(word)) {
            return None;
        }
        let starts = |word: &String| {
            text.match_indices(word.as_str()).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
        };
        Some(if self.words.iter().all(starts) { Fit::Beginnings } else { Fit::Words })
    }
}

/// Those that fit best, in the order they were found: so many as can be shown, and the last.
struct Best<T> {
    fit: Fit,
    open: Vec<T>,
    closed: Vec<T>,
    last: Option<T>,
}

impl<T: Copy> Best<T> {
    fn new() -> Best<T> {
        Best { fit: Fit::Words, open: Vec::new(), closed: Vec::new(), last: None }
    }

    fn offer(&mut self, fit: Fit, is_closed: impl FnOnce() -> bool, called: T) {
        if fit > self.fit {
            return;
        }
        if fit < self.fit {
            *self = Best { fit, ..Best::new() };
        }
        let list = if is_closed() { &mut self.closed } else { &mut self.open };
        if list.len() < OFFERED {
            list.push(called);
        } else {
            // Shells type what all have in common; the newest and the oldest together tell it.
            self.last = Some(called);
        }
    }

    fn all(self) -> Vec<T> {
        let mut all = self.open;
        all.extend(self.closed);
        let cut = all.len().min(OFFERED);
        let last = self.last.or_else(|| all.get(cut..).and_then(<[T]>::last).copied());
        all.truncate(cut);
        all.extend(last);
        all
    }
}

/// Jobs that fit to what was typed, newest first, open ones before those at their end; those under a workflow
/// that is `wanted`.
pub fn jobs(book: &Book, typed: &str, wanted: &dyn Fn(&str) -> bool) -> Vec<Called> {
    let bytes = names_of(book.root());
    let names = names::read(&bytes).unwrap_or_default();
    let newest_clients = newest_clients(book, &names);
    let clients = client_names(&names, &newest_clients);
    let client_of = |id: &str| clients.get(id).copied().unwrap_or_default();
    let asked = Asked::new(typed);
    let known: HashSet<&str> = names.jobs.iter().rev().take(1000).map(|job| job.id).collect();
    let newest = book.newest::<Job>(&|id| known.contains(id));
    let of_newest = newest
        .iter()
        .map(|job| (job.id.as_str(), job.client.as_str(), &*job.title, &*job.workflow, &*job.stage));
    let of_index =
        names.jobs.iter().rev().map(|job| (job.id, job.client, job.title, job.workflow, job.stage));
    let (mut best, mut room) = (Best::new(), String::new());
    for (id, client, title, workflow, stage) in of_newest.chain(of_index) {
        let client = client_of(client);
        if let Some(fit) = asked.fit(id, title, client, &mut room).filter(|_| wanted(workflow)) {
            best.offer(fit, || book.rules().is_final(workflow, stage), (id, title, client, workflow));
        }
    }
    called(best.all())
}

/// Clients that fit to what was typed, newest first.
pub fn clients(book: &Book, typed: &str) -> Vec<Called> {
    let bytes = names_of(book.root());
    let names = names::read(&bytes).unwrap_or_default();
    let newest = newest_clients(book, &names);
    let asked = Asked::new(typed);
    let (mut best, mut room) = (Best::new(), String::new());
    let of_index = names.clients.iter().rev().map(|client| (client.id, client.name));
    for (id, name) in newest.iter().map(|client| (client.id.as_str(), &*client.name)).chain(of_index) {
        if let Some(fit) = asked.fit(id, name, "", &mut room) {
            best.offer(fit, || false, (id, name, "", ""));
        }
    }
    called(best.all())
}

fn called(all: Vec<(&str, &str, &str, &str)>) -> Vec<Called> {
    let owned = |(id, title, client, workflow): (&str, &str, &str, &str)| Called {
        id: id.to_string(),
        title: title.to_string(),
        client: client.to_string(),
        workflow: workflow.to_string(),
    };
    all.into_iter().map(owned).collect()
}

/// Labels in use.
pub fn tags(book: &Book) -> Vec<String> {
    let bytes = names_of(book.root());
    let names = names::read(&bytes).unwrap_or_default();
    let of_clients = names.clients.iter().flat_map(|client| &client.tags);
    let of_jobs = names.jobs.iter().flat_map(|job| &job.tags);
    let tags: BTreeSet<&str> = of_clients.chain(of_jobs).copied().collect();
    tags.into_iter().map(str::to_string).collect()
}

/// Numbers of invoices, newest first, with what the job or client is called.
pub fn invoices(book: &Book, typed: &str) -> Vec<(String, String)> {
    let bytes = names_of(book.root());
    let names = names::read(&bytes).unwrap_or_default();
    let of_jobs = names.jobs.iter().rev().map(|job| (&job.invoices, job.title));
    let of_clients = names.clients.iter().rev().map(|client| (&client.invoices, client.name));
    let all =
        of_jobs.chain(of_clients).flat_map(|(numbers, about)| numbers.iter().map(move |one| (*one, about)));
    let (asked, mut room) = (Asked::new(typed), String::new());
    let fitting = all.filter(|(number, about)| asked.fit(number, about, "", &mut room).is_some());
    fitting.take(OFFERED).map(|(number, about)| (number.to_string(), about.to_string())).collect()
}

fn newest_clients(book: &Book, names: &Names<'_>) -> Vec<Client> {
    let known: HashSet<&str> = names.clients.iter().rev().take(1000).map(|client| client.id).collect();
    let mut newest = book.newest::<Client>(&|id| known.contains(id));
    newest.retain(|client| client.merged_into.is_none());
    newest
}

/// What clients are called, by their IDs; what stands in their files counts.
fn client_names<'n>(names: &Names<'n>, newest: &'n [Client]) -> HashMap<&'n str, &'n str> {
    let of_index = names.clients.iter().map(|client| (client.id, client.name));
    of_index.chain(newest.iter().map(|client| (client.id.as_str(), &*client.name))).collect()
}
