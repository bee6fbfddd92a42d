//! References: an ID, its end, or words that match one open job or client alone (DECISIONS 24).

use super::disk::{self, EntryKind, RelPath};
use super::entity::Entity;
use super::index::Contents;
use super::layout;
use super::opening::Book;
use super::recalled::BilledIn;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::numbering::Pattern;
use crate::domain::summary::JobSummary;
use crate::problem::{Outcome, Problem, nearest};
use crate::reports::register::Register;

/// How many candidates a refusal lists.
const LISTED: usize = 10;
/// How many it takes for meant, when the words are misspelt.
const NEAR: usize = 3;

/// What a reference names that may name either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JobOrClient {
    /// This job.
    Job(Id),
    /// This client.
    Client(Id),
}

impl Book {
    /// The job that was meant: by ID, number, or words of its title and client.
    ///
    /// # Errors
    /// `job-none`; `job-which` when several match.
    pub fn find_job(&self, typed: &str) -> Outcome<Id> {
        let typed = typed.trim();
        if let Ok(id) = typed.to_uppercase_prefix().parse::<Id>() {
            // Read here, so that no command takes a damaged file for one that says nothing.
            return match self.job(&id) {
                Ok(_) => Ok(id),
                // The number of an invoice looks like an ID too.
                Err(none) if none.iter().all(|problem| problem.code == "job-none") => {
                    if let Some(BilledIn::Job(job)) = self.recalled(id.as_str()) {
                        return Ok(job);
                    }
                    self.job_by_words(id.as_str()).map_err(|_| none)
                }
                Err(problems) => Err(problems),
            };
        }
        let candidates = self.numbered::<Job>(&self.office().numbering.job, typed)?;
        let mut open = Vec::new();
        for id in &candidates {
            // One that cannot be read may be the open one that is meant.
            if !self.rules().is_closed(&self.job(id)?) {
                open.push(id.clone());
            }
        }
        match (&open[..], &candidates[..]) {
            ([id], _) => return Ok(id.clone()),
            ([], [.., newest]) => return Ok(newest.clone()),
            ([_, _, ..], _) => {
                return Err(which("job", typed, open.iter().map(ToString::to_string).collect()).into());
            }
            ([], []) => {}
        }
        self.job_by_words(typed)
    }

    /// The client that was meant: by ID, number, or words of the name.
    ///
    /// # Errors
    /// `client-none`; `client-which` when several match.
    pub fn find_client(&self, typed: &str) -> Outcome<Id> {
        let typed = typed.trim();
        if let Ok(id) = typed.to_uppercase_prefix().parse::<Id>() {
            return self.client(&id).map(|client| client.id);
        }
        match &self.numbered::<Client>(&self.office().numbering.client, typed)?[..] {
            [id] => return self.client(id).map(|client| client.id),
            [_, _, ..] => return Err(which("client", typed, Vec::new()).into()),
            [] => {}
        }
        self.client_by_words(typed)
    }

    /// The job or the client that was meant; a job is tried first. One that cannot be read, or a number of several
    /// open jobs, is refused rather than taken for a client.
    ///
    /// # Errors
    /// As [`Book::find_job`] and [`Book::find_client`].
    pub fn find_job_or_client(&self, typed: &str) -> Outcome<JobOrClient> {
        let prefix = typed.trim().split_once('-').map(|(prefix, _)| prefix);
        if prefix.is_some_and(|prefix| prefix.eq_ignore_ascii_case(&self.office().numbering.client.prefix)) {
            return self.find_client(typed).map(JobOrClient::Client);
        }
        let is_number = typed.trim().chars().all(|c| c.is_ascii_digit());
        let may_be_client =
            |problem: &Problem| problem.code == "job-none" || (problem.code == "job-which" && !is_number);
        match self.find_job(typed) {
            Ok(id) => Ok(JobOrClient::Job(id)),
            Err(no_job) if no_job.iter().all(may_be_client) => {
                self.find_client(typed).map(JobOrClient::Client).map_err(|_| no_job)
            }
            Err(problems) => Err(problems),
        }
    }

    /// Files whose number is the one typed: `17`, or `b17` from seat `b`; oldest year first.
    fn numbered<E: Entity>(&self, pattern: &Pattern, typed: &str) -> Outcome<Vec<Id>> {
        let digits = typed.trim_start_matches(|c: char| c.is_ascii_lowercase());
        let seat = &typed[..typed.len() - digits.len()];
        let Some(sequence) =
            digits.parse::<u32>().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))
        else {
            return Ok(Vec::new());
        };
        let years: Vec<i32> = if pattern.yearly {
            let root = E::path(&pattern.format(2000, "", 1).parse()?);
            let folder = root.split('/').next().unwrap_or(layout::JOBS).to_string();
            disk::list(self.root(), Some(&RelPath::new(folder)?))?
                .into_iter()
                .filter(|entry| entry.kind == EntryKind::Folder)
                .filter_map(|entry| entry.name.parse().ok())
                .collect()
        } else {
            vec![0]
        };
        let mut found = Vec::new();
        for year in years {
            let id: Id = pattern.format(year, seat, sequence).parse()?;
            if disk::is_plain_file(self.root(), &RelPath::new(E::path(&id))?).is_some() {
                found.push(id);
            }
        }
        Ok(found)
    }

    fn job_by_words(&self, typed: &str) -> Outcome<Id> {
        // An open job is meant rather than one at an end, so most often the others need no look.
        let contents = self.current()?;
        let open = self.jobs_with_words(&contents, typed).into_iter();
        let open: Vec<_> = open.filter(|job| !self.rules().is_final(&job.workflow, &job.stage)).collect();
        if !open.is_empty() {
            return one_of(&open, typed);
        }
        let contents = self.contents()?;
        let chosen = self.jobs_with_words(&contents, typed);
        if !chosen.is_empty() {
            return one_of(&chosen, typed);
        }
        let clients = Register::new(contents.clients.iter().map(|entry| &entry.summary));
        let all = contents.jobs.iter().map(|entry| {
            let client = clients.name(&entry.summary.client);
            (entry.summary.id.as_str(), format!("{client}: {}", entry.summary.title))
        });
        Err(Problem {
            remedies: near(typed, all),
            ..Problem::refused("job-none", format!("no job matches \"{typed}\""))
        }
        .remedy("jobbook job list")
        .into())
    }

    /// Jobs that have every word in title, client or ID, or an invoice of that number.
    fn jobs_with_words<'c>(&self, contents: &'c Contents, typed: &str) -> Vec<&'c JobSummary> {
        let clients = Register::new(contents.clients.iter().map(|entry| &entry.summary));
        let words = words_of(typed);
        let jobs = contents.jobs.iter().map(|entry| &entry.summary);
        jobs.filter(|job| {
            let client = clients.name(&job.client);
            let text = format!("{} {} {} {}", job.title, client, job.client, job.id).to_lowercase();
            let invoice = job.invoices.iter().any(|invoice| invoice.number.as_deref() == Some(typed));
            invoice || (!words.is_empty() && words.iter().all(|word| text.contains(word)))
        })
        .collect()
    }

    fn client_by_words(&self, typed: &str) -> Outcome<Id> {
        let contents = self.clients()?;
        let words = words_of(typed);
        let matching: Vec<_> = contents
            .clients
            .iter()
            .map(|entry| &entry.summary)
            .filter(|client| client.merged_into.is_none())
            .filter(|client| {
                let text = format!(
                    "{} {} {} {} {}",
                    client.id,
                    client.name,
                    client.contacts.join(" "),
                    client.emails.join(" "),
                    client.phones.join(" ")
                )
                .to_lowercase();
                !words.is_empty() && words.iter().all(|word| text.contains(word))
            })
            .collect();
        match matching[..] {
            [client] => Ok(client.id.clone()),
            [] => {
                let all = contents.clients.iter().map(|entry| &entry.summary);
                let all = all.filter(|client| client.merged_into.is_none());
                let all = all.map(|client| (client.id.as_str(), client.name.clone()));
                Err(Problem {
                    remedies: near(typed, all),
                    ..Problem::refused("client-none", format!("no client matches \"{typed}\""))
                }
                .remedy("jobbook client list")
                .into())
            }
            _ => {
                let exact: Vec<_> =
                    matching.iter().filter(|client| client.name.eq_ignore_ascii_case(typed)).collect();
                if let [client] = exact[..] {
                    return Ok(client.id.clone());
                }
                let listed =
                    matching.iter().map(|client| format!("{}  {}", client.id, client.name)).collect();
                Err(which("client", typed, listed).into())
            }
        }
    }
}

/// Those whose names hold words that are spelled much like the typed ones, newest first, as remedies.
fn near<'a>(typed: &str, all: impl Iterator<Item = (&'a str, String)>) -> Vec<String> {
    let words = words_of(typed);
    let is_near = |text: &str| {
        let known: Vec<String> =
            text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_string).collect();
        // Short words are like too many others.
        let is_like = |word: &String| {
            text.to_lowercase().contains(word.as_str())
                || (word.chars().count() > 2 && !nearest(word, known.iter().map(String::as_str)).is_empty())
        };
        !words.is_empty() && words.iter().all(is_like)
    };
    let mut found: Vec<_> = all.filter(|(_, text)| is_near(text)).collect();
    found.reverse();
    found.into_iter().take(NEAR).map(|(id, text)| format!("did you mean {id}, {text}?")).collect()
}

/// The one that is meant, unless it may be several.
fn one_of(jobs: &[&JobSummary], typed: &str) -> Outcome<Id> {
    if let [job] = jobs {
        return Ok(job.id.clone());
    }
    let listed = jobs.iter().map(|job| format!("{}  {}", job.id, job.title)).collect();
    Err(which("job", typed, listed).into())
}

fn words_of(typed: &str) -> Vec<String> {
    typed.to_lowercase().split_whitespace().map(str::to_string).collect()
}

fn which(kind: &str, typed: &str, listed: Vec<String>) -> Problem {
    let code = if kind == "client" { "client-which" } else { "job-which" };
    let mut problem = Problem::refused(code, format!("\"{typed}\" may mean several {kind}s"));
    let more = listed.len().saturating_sub(LISTED);
    for one in listed.into_iter().take(LISTED) {
        problem = problem.because(one);
    }
    if more > 0 {
        problem = problem.because(format!("and {more} more"));
    }
    problem.remedy("give the whole ID, or more words")
}

/// IDs may be typed in small letters: the prefix is made large, the seat stays as it is.
trait UppercasePrefix {
    fn to_uppercase_prefix(&self) -> String;
}

impl UppercasePrefix for str {
    fn to_uppercase_prefix(&self) -> String {
        match self.split_once('-') {
            Some((prefix, rest)) => format!("{}-{rest}", prefix.to_ascii_uppercase()),
            None => self.to_string(),
        }
    }
}
