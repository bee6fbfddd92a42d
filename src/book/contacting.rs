//! What a client said, and everything that it changes: the client, the job, other open jobs (E02).

use super::booking::Booked;
use super::client_work::{ClientWork, Concerned, joined};
use super::opening::Book;
use super::references::JobOrClient;
use super::work::Work;
use crate::domain::contact::Exchange;
use crate::domain::id::{Id, Number};
use crate::domain::log::{Entry, What};
use crate::domain::moment::Window;
use crate::domain::moves::revising::{PersonChange, Revision};
use crate::problem::{Outcome, Problem, Problems};

/// What was said.
#[derive(Debug, Clone)]
pub struct Heard {
    /// The exchange as the log keeps it.
    pub exchange: Exchange,
    /// The client's person that something changed for; the job's when absent.
    pub person: Option<Number>,
    /// What changed of the person.
    pub change: PersonChange,
    /// The new window of the open visit.
    pub reschedule: Option<Window>,
    /// What the client asks for now.
    pub request: Option<String>,
}

impl Heard {
    /// Whether it only makes sense on a job.
    pub fn needs_job(&self) -> bool {
        self.reschedule.is_some() || self.request.is_some() || self.exchange.answer_by.is_some()
    }
}

/// What a contact is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// This job.
    Job(Id),
    /// This client, by their only open job.
    OnlyJobOf(Id, Id),
    /// This client; the open jobs are none or several.
    Client(Id, Vec<Id>),
}

impl Book {
    /// What a reference means that may name a job or a client; a job is tried first.
    ///
    /// # Errors
    /// As [`Book::find_job_or_client`].
    pub fn subject(&self, typed: &str) -> Outcome<Subject> {
        let client = match self.find_job_or_client(typed)? {
            JobOrClient::Job(id) => return Ok(Subject::Job(id)),
            JobOrClient::Client(id) => id,
        };
        let mut open = self.open_jobs_of(&client)?;
        match (open.pop(), open.is_empty()) {
            (Some(only), true) => Ok(Subject::OnlyJobOf(client, only)),
            (last, _) => {
                open.extend(last);
                Ok(Subject::Client(client, open))
            }
        }
    }
}

impl Work<'_, '_> {
    /// Logs what was said on the job, changes what it changes, and lets the workflow react.
    ///
    /// # Errors
    /// `contact-none`; `quote-not-sent` and others for an answer that nothing waits for; `visit-none`,
    /// `visit-which`, `visit-started` for a visit that cannot be moved; what the rules refuse.
    pub fn hear(&mut self, heard: &Heard) -> Outcome<()> {
        let stamp = self.stamp();
        let Exchange { direction, channel, answer_by, .. } = &heard.exchange;
        if let Some(by) = answer_by {
            self.job.await_answer(stamp, None, *by, self.book().office().zone())?;
        }
        let event = self.job.log_contact(stamp, heard.exchange.clone());
        self.done(format!("contact logged, {channel} {direction}"));
        self.remind_of_ticket(*direction);
        if let Some(by) = answer_by {
            self.done(format!("answer promised by {}", by.words()));
        }
        self.change_person(heard)?;
        if let Some(request) = &heard.request {
            let was = self.job.request.replace(request.clone());
            if self.job.log_change(stamp, "request", was, Some(request.clone()), None) {
                self.done("changed request");
            }
        }
        self.happened(event)?;
        if let Some(window) = heard.reschedule.filter(|_| self.job.open_visit().is_none()) {
            let was = self.job.wanted.replace(window.to_string());
            self.job.log_change(stamp, "wanted", was, Some(window.to_string()), None);
            self.done("changed wanted");
            self.tell(format!(
                "no visit is planned yet: noted as wanted; jobbook visit add {} \"{}\" plans it",
                self.job.id,
                window.typed()
            ));
        } else if let Some(window) = heard.reschedule {
            let n = self.job.visit_number(None)?;
            let before = self.job.visit(&n)?.clone();
            let event = self.job.roll_visit(stamp, &n, window, heard.exchange.text.clone())?;
            let was = before.planned.map_or(String::new(), |was| format!(", was {was}"));
            self.done(format!("visit {n} on {window}{was}"));
            self.take_place(&n, Booked::Rolled, None)?;
            self.mind_promise(&n)?;
            if before.is_notified() && before.planned != Some(window) {
                self.tell("the client was told the earlier time: confirm the new one");
            }
            self.happened(event)?;
        }
        Ok(())
    }

    fn change_person(&mut self, heard: &Heard) -> Outcome<()> {
        if heard.change.is_empty() {
            return Ok(());
        }
        let seat = self.seat()?;
        let number = heard.person.or(self.job.contact);
        let mut revision = Revision::default();
        let before = self.client.clone();
        let Some(person) =
            self.client.change_person(&mut revision, number.as_ref(), heard.change.clone(), &seat)
        else {
            return Err(no_person(&self.client.id));
        };
        if revision.is_empty() {
            self.tell("the client's file says so already");
            return Ok(());
        }
        let entries = revision.entries(self.stamp());
        self.client.log.extend(entries.clone());
        let mut jobs = Vec::new();
        if self.job.is_reached_through(&self.client, &person) {
            self.job.log.extend(entries);
            jobs.push(self.job.id.clone());
        }
        let (own, client) = (self.job.id.clone(), self.client.clone());
        jobs.extend(self.change.tell_open_jobs(
            &client,
            &Concerned::Person(person),
            revision.changes(),
            Some(&own),
        )?);
        self.done(format!("changed {} of {}, on {}", revision.fields(), client.id, joined(&jobs)));
        for change in revision.changes() {
            self.tell(change.sentence());
        }
        let old = before.contact(Some(&person)).and_then(|contact| contact.email.clone());
        for letter in self.book().still_addressed(old.as_deref(), &revision)? {
            self.tell(letter);
        }
        Ok(())
    }
}

impl ClientWork<'_, '_> {
    /// Logs what was said on the client, since no one job is meant, and changes what it changes.
    ///
    /// # Errors
    /// `contact-none`; what is wrong in the open jobs' files.
    pub fn hear(&mut self, heard: &Heard, open: &[Id]) -> Outcome<()> {
        let Exchange { direction, channel, .. } = &heard.exchange;
        let stamp = self.stamp().clone();
        self.client.log.push(Entry { stamp, what: What::Contact(heard.exchange.clone()) });
        self.done(format!("contact logged, {channel} {direction}"));
        self.tell(match open {
            [] => "logged on the client: there is no open job".to_string(),
            open => format!("logged on the client: there are several open jobs, {}", joined(open)),
        });
        if heard.change.is_empty() {
            return Ok(());
        }
        let seat = self.seat()?;
        let before = self.client.clone();
        let mut revision = Revision::default();
        let person =
            self.client.change_person(&mut revision, heard.person.as_ref(), heard.change.clone(), &seat);
        let Some(person) = person else { return Err(no_person(&self.client.id)) };
        let old = before.contact(Some(&person)).and_then(|contact| contact.email.clone());
        self.revised(&revision, &Concerned::Person(person))?;
        for letter in self.change.book().still_addressed(old.as_deref(), &revision)? {
            self.tell(letter);
        }
        Ok(())
    }
}

impl Book {
    /// Says which drafts still go to a mail address that was replaced (DECISIONS 14).
    fn still_addressed(&self, old: Option<&str>, revision: &Revision) -> Outcome<Vec<String>> {
        let Some(old) = old.filter(|_| revision.changes().iter().any(|change| change.field == "email"))
        else {
            return Ok(Vec::new());
        };
        let letters = self.letters_to_leave()?;
        let waiting = letters.into_iter().filter(|letter| {
            let to = letter.draft.as_ref().map(|draft| draft.to.as_slice()).unwrap_or_default();
            letter.folder == "ready" && to.iter().any(|to| to.contains(old))
        });
        Ok(waiting
            .map(|letter| format!("outbox/ready/{} still goes to the old address", letter.name))
            .collect())
    }
}

fn no_person(client: &Id) -> Problems {
    Problem::refused("contact-none", format!("{client} has no such contact"))
        .remedy(format!("jobbook client show {client}"))
        .into()
}
