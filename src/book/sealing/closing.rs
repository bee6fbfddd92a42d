//! What is settled and old goes into the manifests, and comes out of them again.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use chrono::Datelike;
use rayon::prelude::*;
use serde::Serialize;
use walkdir::WalkDir;

use super::guarding::{SEALS, UNSEALS};
use super::manifest::{self, Hash, Rows, Seals, hash_of};
use crate::book::belongings::names;
use crate::book::change::Change;
use crate::book::disk::RelPath;
use crate::book::entity::{self, Entity};
use crate::book::layout::{self, CLIENTS, JOBS};
use crate::book::opening::Book;
use crate::book::transaction::Fingerprint;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::last_fact::last_fact;
use crate::problem::{Outcome, Problem, Problems, Severity, first_of};
use crate::rules::settled::{Open, open_of_client, open_of_job};

/// The trailer that says why.
const REASON: &str = "Reason";
/// As many are named in a commit one by one; of more, how many.
const NAMED: usize = 50;

/// What sealing came to.
#[derive(Debug, Default, Serialize)]
pub struct Sealed {
    /// Up to and with this year.
    pub until: i32,
    /// What is sealed now, in the order of years and paths.
    pub sealed: Vec<Sealing>,
    /// What is left out although nothing happened to it since, and why.
    pub left: Vec<Left>,
}

/// A job or client that is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sealing {
    /// Which.
    pub id: Id,
    /// Whether it is a job or a client.
    pub kind: &'static str,
    /// The year in which something of it happened last.
    pub year: i32,
}

/// A job or client that is not sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Left {
    /// Which.
    pub id: String,
    /// Whether it is a job or a client.
    pub kind: &'static str,
    /// Why, in words that are the same for all of the sort.
    pub sort: &'static str,
    /// Why, in a sentence.
    pub why: String,
    /// The command that brings it on, if one is known.
    pub command: Option<String>,
}

/// What unsealing came to.
#[derive(Debug, Default, Serialize)]
pub struct Unsealed {
    /// What is no longer sealed.
    pub unsealed: Vec<Id>,
    /// Those among them whose file is not as it was sealed.
    pub changed: Vec<Id>,
}

/// What somebody wants unsealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// One job.
    Job(Id),
    /// One client.
    Client(Id),
    /// All of one manifest.
    Year(i32),
}

/// A file that was read.
struct Seen<E> {
    path: String,
    id: Id,
    value: E,
    /// When something of it happened last.
    year: i32,
    hash: Hash,
    seen: Fingerprint,
}

/// A job or client as it stands for sealing.
struct Judged {
    path: String,
    sealing: Sealing,
    hash: Hash,
    seen: Fingerprint,
    /// What keeps it from being settled.
    open: Option<Open>,
    /// Whose job it is.
    client: Option<Id>,
}

impl Judged {
    fn left(self) -> Option<Left> {
        let Open { sort, sentence, command } = self.open?;
        let Sealing { id, kind, .. } = self.sealing;
        Some(Left { id: id.to_string(), kind, sort, why: sentence, command })
    }
}

impl Change<'_> {
    /// Seals every settled job and client of which nothing happened after the year `until`; the last one, when none is
    /// named. What people wrote into their files is recorded first.
    ///
    /// # Errors
    /// `seal-year` for a year that is not over; `seal-damaged`; what git refused to record.
    pub fn seal(&mut self, until: Option<i32>) -> Outcome<Sealed> {
        let book = self.book();
        let until = book.closed_year(until)?;
        let seals = self.seals().clone();
        Problems::check(
            seals.problems().into_iter().filter(|problem| problem.severity == Severity::Error).collect(),
        )?;
        let (judged, mut left) = book.judge_for_sealing(&seals)?;
        let (ready, open): (Vec<Judged>, Vec<Judged>) =
            judged.into_iter().filter(|one| one.sealing.year <= until).partition(|one| one.open.is_none());
        left.extend(open.into_iter().filter_map(Judged::left));
        let paths: Vec<RelPath> =
            ready.iter().map(|one| RelPath::new(one.path.as_str())).collect::<Result<_, _>>()?;
        if let Some(git) = book.git().filter(|_| !self.actor().dry_run)
            && let Some(refused) = book.record_hand_edits(git, &paths, self.when().as_deref())?
        {
            return Err(refused.into());
        }
        let mut sealed = Sealed { until, sealed: Vec::new(), left };
        let mut manifests: BTreeMap<i32, Rows> = BTreeMap::new();
        for one in ready {
            let year = one.sealing.year;
            let rows = manifests
                .entry(year)
                .or_insert_with(|| Rows::read(seals.bytes(&manifest::path(year)).unwrap_or_default()));
            self.expect(&one.path, one.seen);
            rows.0.insert(one.path, one.hash);
            sealed.sealed.push(one.sealing);
        }
        let years: Vec<i32> = manifests.keys().copied().collect();
        for (year, rows) in manifests {
            let path = manifest::path(year);
            self.replace(&path, seals.bytes(&path).map(<[u8]>::to_vec), rows.write());
        }
        if let (Some(first), Some(last)) = (years.first(), years.last()) {
            let years = if first == last { first.to_string() } else { format!("{first} to {last}") };
            self.say(format!("Seal {years}: {}", counted(&sealed.sealed)));
            self.note(SEALS, sealed.sealed.len().to_string());
        }
        self.has_read_what_it_seals();
        Ok(sealed)
    }

    /// Takes jobs, clients or whole years out of the manifests, for a reason that history keeps.
    ///
    /// # Errors
    /// `not-sealed`; `unseal-reason`; `seal-damaged`.
    pub fn unseal(&mut self, wanted: &[Wanted], reason: &str) -> Outcome<Unsealed> {
        if reason.trim().is_empty() {
            return Err(Problem::usage(
                "unseal-reason",
                "a reason is needed: whoever audits the book reads it",
            )
            .remedy("--reason \"…\"")
            .into());
        }
        let seals = self.seals().clone();
        let mut gone: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut told: Vec<String> = Vec::new();
        let mut problems = Vec::new();
        for one in wanted {
            let (path, id) = match one {
                Wanted::Job(id) => (Job::path(id), id),
                Wanted::Client(id) => (Client::path(id), id),
                Wanted::Year(year) => {
                    let file = manifest::path(*year);
                    let of_year = seals.entries().filter(|(_, _, name)| *name == file);
                    let paths: BTreeSet<String> = of_year.map(|(path, _, _)| path.to_string()).collect();
                    if paths.is_empty() {
                        problems.push(not_sealed(&format!("nothing of {year} is sealed"), &seals));
                    }
                    told.push(year.to_string());
                    gone.entry(file).or_default().extend(paths);
                    continue;
                }
            };
            told.push(id.to_string());
            let names: Vec<&str> =
                seals.entries().filter(|(known, _, _)| *known == path).map(|(_, _, name)| name).collect();
            if names.is_empty() {
                problems.push(not_sealed(&format!("{id} is not sealed"), &seals));
            }
            for name in names {
                gone.entry(name.to_string()).or_default().insert(path.clone());
            }
        }
        Problems::check(problems)?;
        let mut found = Unsealed::default();
        for (name, paths) in gone {
            seals.must_be_sound(&name)?;
            let bytes = seals.bytes(&name).unwrap_or_default();
            let mut rows = Rows::read(bytes);
            for path in &paths {
                let hash = rows.0.remove(path);
                let Some(id) = layout::id_of_path(path) else { continue };
                if self.book().bytes(path)?.as_deref().map(hash_of) != hash {
                    found.changed.push(id.clone());
                }
                if !found.unsealed.contains(&id) {
                    found.unsealed.push(id);
                }
            }
            self.replace(&name, Some(bytes.to_vec()), rows.write());
        }
        self.say(format!("Unseal {}", first_of(5, &told)));
        for one in told.iter().take(NAMED) {
            self.note(UNSEALS, one.as_str());
        }
        if let Some(more) = told.len().checked_sub(NAMED).filter(|more| *more > 0) {
            self.note(UNSEALS, format!("{more} more"));
        }
        self.note(REASON, reason.trim());
        Ok(found)
    }
}

impl Book {
    /// The year up to which something is sealed.
    fn closed_year(&self, until: Option<i32>) -> Outcome<i32> {
        let this = self.now().date(self.office().zone()).year();
        match until {
            Some(year) if year >= this => {
                let not_over = if year == this { "is not over" } else { "has not begun" };
                Err(Problem::refused("seal-year", format!("{year} {not_over}: only past years are sealed"))
                    .remedy(format!("jobbook seal {}", this - 1))
                    .into())
            }
            Some(year) => Ok(year),
            None => Ok(this - 1),
        }
    }

    /// Every job and client that is not sealed, judged; and those that cannot be read.
    fn judge_for_sealing(&self, seals: &Seals) -> Outcome<(Vec<Judged>, Vec<Left>)> {
        let sealed: HashSet<&str> = seals.entries().map(|(path, _, _)| path).collect();
        let clients: Vec<Outcome<Seen<Client>>> =
            paths::<Client>(self.root(), CLIENTS).into_par_iter().map(|path| self.see(path)).collect();
        let known: BTreeMap<&Id, &Client> =
            clients.iter().flatten().map(|client| (&client.id, &client.value)).collect();
        let letters: Vec<String> = self.letters_to_leave()?.into_iter().map(|letter| letter.name).collect();
        let jobs: Vec<Result<Judged, Left>> = paths::<Job>(self.root(), JOBS)
            .into_par_iter()
            .filter(|path| !sealed.contains(path.as_str()))
            .map(|path| {
                let mut seen =
                    self.see::<Job>(path.clone()).map_err(|problems| unreadable(&path, &problems))?;
                seen.value.complete(self);
                let client = whose(&known, &seen.value.client);
                let open = match client {
                    None => Some(Open {
                        sort: "the client's file cannot be read",
                        sentence: format!("client {} is not there, or cannot be read", seen.value.client),
                        command: Some("jobbook check".to_string()),
                    }),
                    Some(client) => open_of_job(&seen.value, client, self.rules())
                        .or_else(|| letters.iter().find(|name| names(name, &seen.id)).map(waiting)),
                };
                let client = client.map_or(&seen.value.client, |client| &client.id).clone();
                Ok(seen.judged(open, Some(client)))
            })
            .collect();
        let (mut judged, mut broken) = (Vec::new(), Vec::new());
        for one in jobs {
            match one {
                Ok(one) => judged.push(one),
                Err(left) => broken.push(left),
            }
        }
        // A client is through when all of their jobs are, whatever the year.
        let busy: BTreeMap<Id, Id> = judged
            .iter()
            .rev()
            .filter(|job| job.open.is_some())
            .filter_map(|job| Some((job.client.clone()?, job.sealing.id.clone())))
            .collect();
        for (path, client) in paths::<Client>(self.root(), CLIENTS).into_iter().zip(&clients) {
            match client {
                _ if sealed.contains(path.as_str()) => {}
                Err(problems) => broken.push(unreadable(&path, problems)),
                Ok(client) => {
                    let open = open_of_client(&client.value, self.rules());
                    let of_job = || busy.get(&client.id).map(job_is_open);
                    judged.push(client.judge(open.or_else(of_job)));
                }
            }
        }
        Ok((judged, broken))
    }

    fn see<E: Entity>(&self, path: String) -> Outcome<Seen<E>> {
        let bytes = self.bytes(&path)?.unwrap_or_default();
        let text = std::str::from_utf8(&bytes)
            .map_err(|_| Problem::damaged("file-not-text", "the file is not UTF-8 text"))?;
        let value: E = entity::read(text, &path)?;
        let last = last_fact(&value).unwrap_or(self.now());
        Ok(Seen {
            id: value.id().clone(),
            value,
            year: last.date(self.office().zone()).year(),
            hash: hash_of(&bytes),
            seen: Fingerprint::of(&bytes),
            path,
        })
    }
}

impl<E: Entity> Seen<E> {
    fn judged(self, open: Option<Open>, client: Option<Id>) -> Judged {
        let Seen { path, id, year, hash, seen, .. } = self;
        Judged { path, sealing: Sealing { id, kind: E::KIND, year }, hash, seen, open, client }
    }

    fn judge(&self, open: Option<Open>) -> Judged {
        let sealing = Sealing { id: self.id.clone(), kind: E::KIND, year: self.year };
        Judged { path: self.path.clone(), sealing, hash: self.hash, seen: self.seen, open, client: None }
    }
}

/// Paths of all jobs or clients, sorted; files that stand elsewhere are `check`'s to tell.
fn paths<E: Entity>(root: &Path, folder: &str) -> Vec<String> {
    let entries = WalkDir::new(root.join(folder)).sort_by_file_name().into_iter();
    entries
        .filter_map(Result::ok)
        .filter(|entry| !entry.file_type().is_dir())
        .filter_map(|entry| Some(entry.path().strip_prefix(root).ok()?.to_string_lossy().replace('\\', "/")))
        .filter(|path| layout::id_of_path(path).is_some_and(|id| E::path(&id) == *path))
        .collect()
}

/// The client of that ID, or the one it was merged into.
fn whose<'c>(known: &BTreeMap<&Id, &'c Client>, id: &Id) -> Option<&'c Client> {
    let mut client = *known.get(id)?;
    for _ in 0..8 {
        let Some(other) = &client.merged_into else { break };
        client = known.get(other)?;
    }
    Some(client)
}

fn waiting(letter: &String) -> Open {
    Open {
        sort: "a letter has not left",
        sentence: format!("letter {letter} has not left"),
        command: Some(format!("jobbook outbox show {letter}")),
    }
}

fn job_is_open(job: &Id) -> Open {
    Open {
        sort: "a job of theirs is open",
        sentence: format!("{job} is open"),
        command: Some(format!("jobbook why {job}")),
    }
}

fn unreadable(path: &str, problems: &Problems) -> Left {
    let why = problems.iter().next().map_or_else(|| path.to_string(), |problem| problem.message.clone());
    let kind = if path.starts_with(JOBS) { Job::KIND } else { Client::KIND };
    let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".yaml").to_string();
    Left { id: name, kind, sort: "the file cannot be read", why, command: Some("jobbook check".to_string()) }
}

fn not_sealed(sentence: &str, seals: &Seals) -> Problem {
    let problem = Problem::refused("not-sealed", sentence).remedy("jobbook seal --dry-run");
    match seals.is_empty() {
        true => problem.because("nothing in this book is sealed"),
        false => problem,
    }
}

/// `12 jobs and 1 client`
pub fn counted<'s>(sealed: impl IntoIterator<Item = &'s Sealing>) -> String {
    let (jobs, clients): (Vec<_>, Vec<_>) = sealed.into_iter().partition(|one| one.kind == Job::KIND);
    let many = |count: usize, what: &str| match count {
        0 => None,
        1 => Some(format!("1 {what}")),
        _ => Some(format!("{count} {what}s")),
    };
    let both: Vec<String> =
        [many(jobs.len(), "job"), many(clients.len(), "client")].into_iter().flatten().collect();
    if both.is_empty() { "nothing".to_string() } else { both.join(" and ") }
}
