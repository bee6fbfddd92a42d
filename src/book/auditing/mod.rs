//! History verified: who changed what, and that nothing was taken out of it that shall last (X02).
//!
//! - [`judging`]: the history of one file. [`unsealing`]: that of the manifests of sealed files.

mod judging;
mod unsealing;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;
use serde::Serialize;

use self::judging::{Found, Judging};
use super::change::{ERASES, UNDOES};
use super::disk::RelPath;
use super::entity::Entity;
use super::git::{Commit, Git, Touched};
use super::layout;
use super::opening::Book;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::problem::{Outcome, Place, Problem};

/// So many contents are asked of git at once.
const AT_ONCE: usize = 4000;
/// What `check` finds that concerns sealed files, papers and numbers.
const OF_PAPERS: [&str; 9] = [
    "sealed-changed",
    "sealed-missing",
    "seal-damaged",
    "seal-broken",
    "document-changed",
    "erasure-missing",
    "invoice-number-missing",
    "invoice-number-twice",
    "numbers-behind",
];

/// What an audit found.
#[derive(Debug, Default, Serialize)]
pub struct Audit {
    /// How many changes were looked at.
    pub changes: usize,
    /// How many of them each person made, by the names that commands were given under.
    pub people: BTreeMap<String, usize>,
    /// Files that somebody changed without a command: the change's name, who, when, which.
    pub by_hand: Vec<ByHand>,
    /// How many papers with a number stand in the book, each as it was sealed.
    pub papers: usize,
    /// Everything that should not be.
    #[serde(skip)]
    pub problems: Vec<Problem>,
}

/// A change without a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ByHand {
    /// The commit.
    pub commit: String,
    /// Its author.
    pub by: String,
    /// When.
    pub at: String,
    /// Jobs, clients and other files of the book that it changed.
    pub files: Vec<String>,
}

/// What one commit did to one file, seen from one of the commits it follows.
struct Step<'c> {
    commit: &'c Commit,
    before: Option<String>,
    after: Option<String>,
    /// What a merge found on the other side, and where the sides parted.
    beside: Option<(Option<String>, Option<String>)>,
}

/// The steps of each file, oldest first.
type Steps<'c> = BTreeMap<String, Vec<Step<'c>>>;

impl Book {
    /// Verifies the whole history, or that of one job or client.
    ///
    /// # Errors
    /// `history-none`; what git and the disk refused.
    pub fn audit(&self, of: Option<&Id>) -> Outcome<Audit> {
        let git = self.recorded()?;
        // All that belongs to history, also what a merge passed over.
        let mut commits = match git.head()? {
            Some(head) => git.between(None, &head, None)?,
            None => Vec::new(),
        };
        commits.reverse();
        let touched = git.touched(&commits)?;
        let path = of.map(|id| if self.is_job(id) { Job::path(id) } else { Client::path(id) });
        let is_wanted = |file: &str| path.as_ref().is_none_or(|path| path == file);
        let mut audit = Audit::default();
        let mut steps: Steps<'_> = BTreeMap::new();
        for (commit, files) in commits.iter().zip(touched) {
            let files: Vec<Touched> = files.into_iter().filter(|one| is_wanted(&one.path)).collect();
            if !files.is_empty() || path.is_none() && git.is_whole_book() {
                audit.count(commit, &files);
            }
            for one in files {
                let step = Step { commit, before: one.before, after: one.after, beside: None };
                steps.entry(one.path).or_default().push(step);
            }
            merged(git, commit, &is_wanted, &mut steps)?;
        }
        let undone = Undone::of(git, &commits)?;
        audit.judge_papers(&steps);
        audit.problems.extend(judge_all(git, &steps, &undone)?);
        audit.problems.extend(unsealing::judge(git, &steps)?);
        audit.judge_present(self, of)?;
        audit.problems.sort_by(|one, other| one.place.cmp(&other.place));
        Ok(audit)
    }

    fn is_job(&self, id: &Id) -> bool {
        matches!(self.text(&Job::path(id)), Ok(Some(_)))
    }
}

impl Audit {
    fn count(&mut self, commit: &Commit, files: &[Touched]) {
        self.changes += 1;
        let person = commit.person().trim();
        if person.is_empty() || person == "unknown" {
            self.problems.push(
                about(commit, Problem::refused("audit-nobody", "nobody stands for a change")).because(
                    format!("{} has neither an author nor a person that it was made by", commit.short()),
                ),
            );
        }
        *self.people.entry(person.to_string()).or_default() += 1;
        let files: Vec<String> =
            files.iter().filter(|one| one.before.is_some()).map(|one| name(&one.path)).collect();
        if commit.trailer("By").is_none() && !files.is_empty() {
            self.by_hand.push(ByHand {
                commit: commit.short().to_string(),
                by: person.to_string(),
                at: commit.when.clone(),
                files,
            });
        }
    }

    /// Kept papers and sent letters stay as they are.
    fn judge_papers(&mut self, steps: &Steps<'_>) {
        for (path, steps) in steps {
            let is_letter = path.starts_with("outbox/sent/");
            if !is_letter && !is_of_paper(path) {
                continue;
            }
            for step in steps.iter().filter(|step| step.before.is_some()) {
                let allowed = step.commit.trailer(ERASES).is_some()
                    || step.commit.trailer(UNDOES).is_some()
                    || step.commit.trailer("By").is_some() && is_letter
                    || step.beside.as_ref().is_some_and(|(other, _)| *other == step.after);
                if !allowed {
                    let what = if step.after.is_none() { "was taken away" } else { "was altered" };
                    self.problems.push(about(
                        step.commit,
                        Problem::refused("audit-paper", format!("{what} after it left the house"))
                            .at(Place::file(path.as_str()))
                            .remedy(format!("git restore --source {}^ {path}", step.commit.short())),
                    ));
                }
            }
        }
    }

    /// What stands in the book now: seals, kept bytes, numbers without holes.
    fn judge_present(&mut self, book: &Book, of: Option<&Id>) -> Outcome<()> {
        let of_file = |problem: &Problem| {
            let file = problem.place.as_ref().map(|place| place.file.as_str());
            of.is_none_or(|id| file.and_then(layout::id_of_path).as_ref() == Some(id))
        };
        let found = book.check()?.problems.into_iter();
        self.problems.extend(found.filter(|one| OF_PAPERS.contains(&one.code) && of_file(one)));
        self.papers = book.count_papers(of)?;
        Ok(())
    }
}

impl Book {
    fn count_papers(&self, of: Option<&Id>) -> Outcome<usize> {
        let contents = self.contents()?;
        let is_wanted = |id: &Id| of.is_none_or(|of| of == id);
        let of_jobs = contents.jobs.iter().map(|job| (&job.summary.id, &job.summary.invoices));
        let of_clients = contents.clients.iter().map(|client| (&client.summary.id, &client.summary.invoices));
        let wanted = of_jobs.chain(of_clients).filter(|(id, _)| is_wanted(id));
        Ok(wanted.flat_map(|(_, invoices)| invoices).filter(|invoice| invoice.number.is_some()).count())
    }
}

/// What a commit that follows several did, seen from each of them.
fn merged<'c>(
    git: &Git,
    commit: &'c Commit,
    is_wanted: &dyn Fn(&str) -> bool,
    steps: &mut Steps<'c>,
) -> Outcome<()> {
    let [one, other] = &commit.parents[..] else { return Ok(()) };
    let parting = git.common(one, other)?;
    for (parent, beside) in [(one, other), (other, one)] {
        for touched in git.touched_between(parent, &commit.hash)? {
            if !is_wanted(&touched.path) {
                continue;
            }
            let path = RelPath::new(touched.path.as_str())?;
            let origin = match &parting {
                Some(parting) => git.blob_name(parting, &path)?,
                None => None,
            };
            let beside = Some((git.blob_name(beside, &path)?, origin));
            let step = Step { commit, before: touched.before, after: touched.after, beside };
            steps.entry(touched.path).or_default().push(step);
        }
    }
    Ok(())
}

/// What commands did that were taken back later: taking back exactly that is no loss.
struct Undone {
    /// By the commit that takes back, and the file.
    done: HashMap<(String, String), (Option<String>, Option<String>)>,
}

impl Undone {
    fn of(git: &Git, commits: &[Commit]) -> Outcome<Undone> {
        let by_hash: HashMap<&str, &Commit> =
            commits.iter().map(|commit| (commit.hash.as_str(), commit)).collect();
        let pairs: Vec<(&Commit, Commit)> = commits
            .iter()
            .filter_map(|commit| Some((commit, (*by_hash.get(commit.trailer(UNDOES)?)?).clone())))
            .collect();
        let undone: Vec<Commit> = pairs.iter().map(|(_, undone)| undone.clone()).collect();
        let mut done = HashMap::new();
        for ((commit, _), touched) in pairs.iter().zip(git.touched(&undone)?) {
            for one in touched {
                done.insert((commit.hash.clone(), one.path), (one.before, one.after));
            }
        }
        Ok(Undone { done })
    }

    fn get(&self, commit: &Commit, path: &str) -> Option<&(Option<String>, Option<String>)> {
        self.done.get(&(commit.hash.clone(), path.to_string()))
    }
}

/// Jobs, clients and numbers, some at a time.
fn judge_all(git: &Git, steps: &Steps<'_>, undone: &Undone) -> Outcome<Vec<Problem>> {
    let mut problems = Vec::new();
    let mut moved: BTreeSet<(String, String)> = BTreeSet::new();
    let mut waiting: Vec<(&String, &Vec<Step<'_>>)> = Vec::new();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    let mut of_interest = steps.iter().filter(|(path, _)| is_of_interest(path)).peekable();
    while let Some((path, of_file)) = of_interest.next() {
        for step in of_file {
            let beside = step.beside.iter().flat_map(|(other, origin)| [other, origin]);
            let all = [&step.before, &step.after].into_iter().chain(beside).flatten();
            names.extend(all.map(String::as_str));
            if let Some((before, after)) = undone.get(step.commit, path) {
                names.extend([before, after].into_iter().flatten().map(String::as_str));
            }
        }
        waiting.push((path, of_file));
        if names.len() < AT_ONCE && of_interest.peek().is_some() {
            continue;
        }
        let asked: Vec<&str> = std::mem::take(&mut names).into_iter().collect();
        let held: HashMap<&str, Vec<u8>> =
            asked.iter().zip(git.blobs(&asked)?).filter_map(|(name, bytes)| Some((*name, bytes?))).collect();
        let found: Vec<Found> = std::mem::take(&mut waiting)
            .into_par_iter()
            .map(|(path, steps)| Judging { path, held: &held, undone }.judge(steps))
            .collect();
        for one in found {
            problems.extend(one.problems);
            moved.extend(one.added);
        }
    }
    // An entry that stands in another file since the same change was moved there, and not lost.
    let is_lost =
        |(key, _): &(Option<(String, String)>, Problem)| key.as_ref().is_none_or(|key| !moved.contains(key));
    Ok(problems.into_iter().filter(is_lost).map(|(_, problem)| problem).collect())
}

fn is_of_interest(path: &str) -> bool {
    layout::id_of_path(path).is_some() || is_numbers(path)
}

fn is_numbers(path: &str) -> bool {
    !path.contains('/') && path.starts_with("numbers") && path.ends_with(".yaml")
}

/// Whether a file is a kept paper that left the house: its name is its number.
fn is_of_paper(path: &str) -> bool {
    let Some(name) = path.strip_prefix("documents/").and_then(|rest| rest.rsplit('/').next()) else {
        return false;
    };
    let stem = name.split('.').next().unwrap_or_default();
    let mut parts = stem.split('-');
    let is_word = |part: Option<&str>| {
        part.is_some_and(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase()))
    };
    let is_number = |part: &str| {
        part.bytes().any(|b| b.is_ascii_digit()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    is_word(parts.next()) && stem.contains('-') && parts.all(is_number)
}

/// With who did it, and when.
fn about(commit: &Commit, problem: Problem) -> Problem {
    let hand = if commit.trailer("By").is_none() { ", by hand" } else { "" };
    problem.because(format!("{} did it on {}{hand}: \"{}\"", commit.person(), commit.when, commit.subject))
}

fn name(path: &str) -> String {
    layout::id_of_path(path).map_or_else(|| path.to_string(), |id| id.to_string())
}
