//! Jobs and clients by what they are called, without asking their files.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::book::Book;
use crate::book::index::names::{self, Chapters, ClientName, JobName};
use crate::book::index::names_of;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::rules::rulebook::Rulebook;

/// So many are offered at most: shells ask before they show more than a hundred.
const OFFERED: usize = 100;
/// Of the newest folders no more files are known by name.
const GLANCED_AT: usize = 1000;

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

    /// Those of the `numbers` of invoices that fit, each with what it is `about`.
    fn numbers<'n>(
        &self,
        numbers: Vec<&'n str>,
        about: &'n str,
        text: &mut String,
    ) -> Vec<(&'n str, &'n str)> {
        let fitting = numbers.into_iter().filter(|number| self.fit(number, about, "", text).is_some());
        fitting.map(|number| (number, about)).collect()
    }
}

/// Those that fit best, in the order they were found: so many as can be shown, and the last.
struct Best<T> {
    fit: Fit,
    /// Each with whether it is closed.
    found: Vec<(bool, T)>,
    /// How many of those are open, and how many closed.
    counts: [usize; 2],
    last: Option<T>,
}

impl<T: Copy> Best<T> {
    fn new() -> Best<T> {
        Best::of(Fit::Words)
    }

    fn of(fit: Fit) -> Best<T> {
        Best { fit, found: Vec::new(), counts: [0; 2], last: None }
    }

    fn offer(&mut self, fit: Fit, is_closed: impl FnOnce() -> bool, called: T) {
        if fit > self.fit {
            return;
        }
        if fit < self.fit {
            *self = Best::of(fit);
        }
        let is_closed = is_closed();
        let count = &mut self.counts[usize::from(is_closed)];
        if *count < OFFERED {
            *count += 1;
            self.found.push((is_closed, called));
        } else {
            // Shells type what all have in common; the newest and the oldest together tell it.
            self.last = Some(called);
        }
    }

    /// Adds those that were found after these.
    fn add(&mut self, later: Best<T>) {
        for (is_closed, called) in later.found {
            self.offer(later.fit, || is_closed, called);
        }
        if later.fit == self.fit {
            self.last = later.last.or(self.last);
        }
    }

    /// Open ones before those at their end.
    fn all(self) -> Vec<T> {
        let (closed, open): (Vec<_>, Vec<_>) = self.found.into_iter().partition(|(is_closed, _)| *is_closed);
        let mut all: Vec<T> = open.into_iter().chain(closed).map(|(_, called)| called).collect();
        let cut = all.len().min(OFFERED);
        let last = self.last.or_else(|| all.get(cut..).and_then(<[T]>::last).copied());
        all.truncate(cut);
        all.extend(last);
        all
    }
}

/// What is asked of jobs.
struct AskedJobs<'n> {
    asked: Asked,
    clients: &'n HashMap<&'n str, &'n str>,
    rules: &'n Rulebook,
    wanted: &'n (dyn Fn(&str) -> bool + Sync),
}

/// ID, title, client and workflow.
type Parts<'n> = (&'n str, &'n str, &'n str, &'n str);

impl<'n> AskedJobs<'n> {
    /// Those of `jobs` that fit best.
    fn best(&self, jobs: impl Iterator<Item = JobName<'n>>) -> Best<Parts<'n>> {
        let (mut best, mut room) = (Best::new(), String::new());
        for job in jobs {
            let client = self.clients.get(job.client).copied().unwrap_or_default();
            let fit = self.asked.fit(job.id, job.title, client, &mut room);
            if let Some(fit) = fit.filter(|_| (self.wanted)(job.workflow)) {
                let parts = (job.id, job.title, client, job.workflow);
                best.offer(fit, || self.rules.is_final(job.workflow, job.stage), parts);
            }
        }
        best
    }
}

/// Jobs that fit to what was typed, newest first, open ones before those at their end; those under a workflow
/// that is `wanted`.
pub fn jobs(book: &Book, typed: &str, wanted: &(dyn Fn(&str) -> bool + Sync)) -> Vec<Called> {
    let bytes = names_of(book.root());
    let names = names::read(&bytes).unwrap_or_default();
    let known_clients = clients_of(&names);
    let newest_clients = newest_clients(book, &known_clients);
    let clients = client_names(&known_clients, &newest_clients);
    let asked = AskedJobs { asked: Asked::new(typed), clients: &clients, rules: book.rules(), wanted };
    let known = names.last_jobs(GLANCED_AT).unwrap_or_default();
    let known: HashSet<&str> = known.iter().map(|job| job.id).collect();
    let newest = book.newest::<Job>(&|id| known.contains(id));
    let mut best = asked.best(newest.iter().map(job_name));
    let of_index = names.jobs(|jobs| asked.best(jobs.into_iter().rev())).unwrap_or_default();
    of_index.into_iter().rev().for_each(|later| best.add(later));
    called(best.all())
}

/// Clients that fit to what was typed, newest first.
pub fn clients(book: &Book, typed: &str) -> Vec<Called> {
    let bytes = names_of(book.root());
    let known = clients_of(&names::read(&bytes).unwrap_or_default());
    let newest = newest_clients(book, &known);
    let asked = Asked::new(typed);
    let (mut best, mut room) = (Best::new(), String::new());
    let of_index = known.iter().rev().map(|client| (client.id, client.name));
    for (id, name) in newest.iter().map(|client| (client.id.as_str(), &*client.name)).chain(of_index) {
        if let Some(fit) = asked.fit(id, name, "", &mut room) {
            best.offer(fit, || false, (id, name, "", ""));
        }
    }
    called(best.all())
}

fn called(all: Vec<Parts<'_>>) -> Vec<Called> {
    let owned = |(id, title, client, workflow): Parts<'_>| Called {
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
    let of_clients = names.clients(|clients| clients.into_iter().flat_map(|client| client.tags).collect());
    let of_jobs = names.jobs(|jobs| jobs.into_iter().flat_map(|job| job.tags).collect());
    let all: Vec<BTreeSet<&str>> = of_clients.into_iter().chain(of_jobs).flatten().collect();
    let tags: BTreeSet<&str> = all.into_iter().flatten().collect();
    tags.into_iter().map(str::to_string).collect()
}

/// Numbers of invoices, newest first, with what the job or client is called.
pub fn invoices(book: &Book, typed: &str) -> Vec<(String, String)> {
    let bytes = names_of(book.root());
    let names = names::read(&bytes).unwrap_or_default();
    let asked = Asked::new(typed);
    let of_jobs = names.jobs(|jobs| {
        let mut room = String::new();
        jobs.into_iter()
            .rev()
            .flat_map(|job| asked.numbers(job.invoices, job.title, &mut room))
            .collect::<Vec<_>>()
    });
    let of_clients = names.clients(|clients| {
        let mut room = String::new();
        let clients = clients.into_iter().rev();
        clients.flat_map(|client| asked.numbers(client.invoices, client.name, &mut room)).collect::<Vec<_>>()
    });
    let all = of_jobs.into_iter().chain(of_clients).flat_map(|chapters| chapters.into_iter().rev().flatten());
    all.take(OFFERED).map(|(number, about)| (number.to_string(), about.to_string())).collect()
}

fn clients_of<'b>(names: &Chapters<'b>) -> Vec<ClientName<'b>> {
    names.clients(|clients| clients).unwrap_or_default().into_iter().flatten().collect()
}

fn newest_clients(book: &Book, known: &[ClientName<'_>]) -> Vec<Client> {
    let known: HashSet<&str> = known.iter().rev().take(GLANCED_AT).map(|client| client.id).collect();
    let mut newest = book.newest::<Client>(&|id| known.contains(id));
    newest.retain(|client| client.merged_into.is_none());
    newest
}

/// What clients are called, by their IDs; what stands in their files counts.
fn client_names<'n>(known: &[ClientName<'n>], newest: &'n [Client]) -> HashMap<&'n str, &'n str> {
    let known = known.iter().map(|client| (client.id, client.name));
    known.chain(newest.iter().map(|client| (client.id.as_str(), &*client.name))).collect()
}

fn job_name(job: &Job) -> JobName<'_> {
    JobName {
        id: job.id.as_str(),
        client: job.client.as_str(),
        title: &job.title,
        workflow: &job.workflow,
        stage: &job.stage,
        tags: Vec::new(),
        invoices: Vec::new(),
    }
}
