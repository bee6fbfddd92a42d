//! Choosing a job, client or queue from a list that typing narrows: accents, case and slips do not matter.

use super::session::Session;
use crate::book::Book;
use crate::domain::id::Id;
use crate::domain::summary::JobSummary;
use crate::domain::typed::likeness::fits;
use crate::problem::Outcome;
use crate::reports::register::Register;
use crate::ui::Question;

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// A word for the command line.
    Word(String),
    /// Another command, by its noun and verb, which asks for the rest.
    Other([&'static str; 2]),
}

const HELP: &str = "type a few letters of it, ↑↓ and Enter; Esc leaves everything as it is";

impl Session {
    /// A job: open ones first, those that moved last at the top.
    ///
    /// # Errors
    /// `cancelled`, `nothing-to-choose`; what the disk refused.
    pub fn pick_job(&self, question: &Question<'_>) -> Outcome<Pick> {
        let book = self.book()?;
        let (ids, options) = jobs(&book)?;
        let chosen = self.terminal.ask_search(&question.help(HELP), &options, &fits)?;
        Ok(Pick::Word(short_job(&book, &ids[chosen])))
    }

    /// A client, or `opens`: the command that begins with one who is new.
    ///
    /// # Errors
    /// As [`Session::pick_job`].
    pub fn pick_client(&self, question: &Question<'_>, opens: Option<[&'static str; 2]>) -> Outcome<Pick> {
        let book = self.book()?;
        let (ids, mut options) = clients(&book)?;
        if opens.is_some() {
            options.push("a new client …".to_string());
        }
        let chosen = self.terminal.ask_search(&question.help(HELP), &options, &fits)?;
        Ok(match opens {
            Some(verb) if chosen == ids.len() => Pick::Other(verb),
            _ => Pick::Word(short_client(&book, &ids[chosen])),
        })
    }

    /// A job or a client, clients alone if `only_clients`.
    ///
    /// # Errors
    /// As [`Session::pick_job`].
    pub fn pick_job_or_client(&self, question: &Question<'_>, only_clients: bool) -> Outcome<Pick> {
        if only_clients {
            return self.pick_client(question, None);
        }
        let book = self.book()?;
        let (mut ids, mut options) = jobs(&book)?;
        let (of_clients, named) = clients(&book)?;
        ids.extend(of_clients);
        options.extend(named);
        let chosen = self.terminal.ask_search(&question.help(HELP), &options, &fits)?;
        Ok(Pick::Word(ids[chosen].to_string()))
    }

    /// A queue.
    ///
    /// # Errors
    /// As [`Session::pick_job`].
    pub fn pick_queue(&self, question: &Question<'_>) -> Outcome<Pick> {
        let book = self.book()?;
        let queues = &book.office().queues;
        let options: Vec<String> =
            queues.iter().map(|queue| format!("{}  {}", queue.name, queue.title)).collect();
        let chosen = self.terminal.ask_search(&question.help(HELP), &options, &fits)?;
        Ok(Pick::Word(queues[chosen].name.clone()))
    }
}

fn jobs(book: &Book) -> Outcome<(Vec<Id>, Vec<String>)> {
    let contents = book.contents()?;
    let names = Register::new(contents.clients.iter().map(|entry| &entry.summary));
    let mut jobs: Vec<&JobSummary> = contents.jobs.iter().map(|entry| &entry.summary).collect();
    let is_final = |job: &JobSummary| book.rules().is_final(&job.workflow, &job.stage);
    jobs.sort_by_key(|job| {
        (is_final(job), std::cmp::Reverse(last_touched(job)), std::cmp::Reverse(job.id.clone()))
    });
    let option = |job: &&JobSummary| {
        let workflow = book.rules().workflow_by_name(&job.workflow);
        let stage = workflow.map_or(job.stage.as_str(), |workflow| workflow.stage_title(&job.stage));
        let client = names.name(&job.client);
        format!("{}  {client} · {}  ({stage})", job.id, job.title)
    };
    Ok((jobs.iter().map(|job| job.id.clone()).collect(), jobs.iter().map(option).collect()))
}

fn last_touched(job: &JobSummary) -> crate::domain::moment::Moment {
    [job.last_contact, job.queued].into_iter().flatten().fold(job.stage_since, Ord::max)
}

fn clients(book: &Book) -> Outcome<(Vec<Id>, Vec<String>)> {
    let contents = book.contents()?;
    let mut clients: Vec<_> = contents
        .clients
        .iter()
        .map(|entry| &entry.summary)
        .filter(|client| client.merged_into.is_none())
        .collect();
    clients.sort_by_key(|client| client.name.to_lowercase());
    let option = |client: &&crate::domain::summary::ClientSummary| {
        let contact = client.contacts.first().filter(|name| **name != client.name);
        let more: Vec<&str> =
            client.city.iter().chain(contact).chain(client.phones.first()).map(String::as_str).collect();
        let more = if more.is_empty() { String::new() } else { format!("  ({})", more.join(", ")) };
        format!("{}  {}{more}", client.id, client.name)
    };
    Ok((clients.iter().map(|client| client.id.clone()).collect(), clients.iter().map(option).collect()))
}

/// The shortest that means the job: `17`, else its ID.
pub(super) fn short_job(book: &Book, id: &Id) -> String {
    short(id, |typed| book.find_job(typed))
}

/// The shortest that means the client.
pub(super) fn short_client(book: &Book, id: &Id) -> String {
    short(id, |typed| book.find_client(typed))
}

fn short(id: &Id, find: impl Fn(&str) -> Outcome<Id>) -> String {
    let number = id.as_str().rsplit('-').next().unwrap_or_default();
    let digits = number.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let seat = &number[..number.len() - digits.len()];
    let typed = format!("{seat}{}", digits.trim_start_matches('0'));
    if find(&typed).is_ok_and(|found| found == *id) { typed } else { id.to_string() }
}
