//! One command, one change, one commit: what a command loads, decides and writes.

mod held;
mod making;
mod seals;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use self::held::{Held, hold, put, put_anew, stage};
use super::actor::Actor;
use super::disk::RelPath;
use super::entity::Entity;
use super::git::CommitMessage;
use super::numbers::{self, Numbers};
use super::opening::Book;
use super::schedule_file::{self, SCHEDULE};
use super::sealing::Seals;
use super::sealing::guarding::Over;
use super::transaction::{Fingerprint, Note, Transaction};
use super::yaml;
use crate::domain::FORMAT;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::moment::Stamp;
use crate::domain::schedule::Schedule;
use crate::problem::{Outcome, Problem};

/// The trailer of a commit that took out a client's personal data: whose.
pub const ERASES: &str = "Erases";
/// The trailer of a commit that took another back: which.
pub const UNDOES: &str = "Undoes";

/// What came of a change.
#[derive(Debug)]
pub struct Changed<T> {
    /// What the command decided.
    pub value: T,
    /// The files that were written or removed, or would be.
    pub files: Vec<String>,
    /// What was sealed and is not any more, since this changed it.
    pub unsealed: Vec<Id>,
    /// What did not go as it should, without stopping the change.
    pub warnings: Vec<Problem>,
}

/// A change in the making: the files that a command has loaded and what becomes of them.
pub struct Change<'b> {
    book: &'b Book,
    actor: &'b Actor,
    jobs: BTreeMap<Id, Held<Job>>,
    clients: BTreeMap<Id, Held<Client>>,
    numbers: Option<Held<Numbers>>,
    schedule: Option<Held<Schedule>>,
    files: BTreeMap<String, Option<Vec<u8>>>,
    subject: Vec<String>,
    trailers: Vec<(&'static str, String)>,
    expected: BTreeMap<String, Fingerprint>,
    joins: Option<String>,
    seals: OnceCell<Seals>,
    over: Over,
    is_sealing: bool,
    unsealed: Vec<Id>,
    /// What the machine refused while a part was tried.
    broken: Option<Problem>,
}

/// Whether this is no fault of what was asked for.
fn is_of_the_machine(problem: &Problem) -> bool {
    ["program-failed", "disk-failed", "disk-full", "disk-read-only"].contains(&problem.code)
}

impl<'b> Change<'b> {
    fn new(book: &'b Book, actor: &'b Actor) -> Change<'b> {
        Change {
            book,
            actor,
            jobs: BTreeMap::new(),
            clients: BTreeMap::new(),
            numbers: None,
            schedule: None,
            files: BTreeMap::new(),
            subject: Vec::new(),
            trailers: Vec::new(),
            expected: BTreeMap::new(),
            joins: None,
            seals: OnceCell::new(),
            over: Over::Refused,
            is_sealing: false,
            unsealed: Vec::new(),
            broken: None,
        }
    }

    /// The book as it was before.
    pub fn book(&self) -> &'b Book {
        self.book
    }

    /// Who acts.
    pub fn actor(&self) -> &'b Actor {
        self.actor
    }

    /// When and by whom.
    pub fn stamp(&self) -> &'b Stamp {
        &self.actor.stamp
    }

    /// A job as it stands in this change.
    ///
    /// # Errors
    /// As [`Book::job`].
    pub fn job(&mut self, id: &Id) -> Outcome<Job> {
        hold(&mut self.jobs, self.book, id)
    }

    /// A client as it stands in this change; the one it was merged into, if it was.
    ///
    /// # Errors
    /// As [`Book::client`].
    pub fn client(&mut self, id: &Id) -> Outcome<Client> {
        let mut client = hold(&mut self.clients, self.book, id)?;
        for _ in 0..8 {
            let Some(other) = client.merged_into.clone() else { break };
            client = hold(&mut self.clients, self.book, &other)?;
        }
        Ok(client)
    }

    /// What shall stand in a job's file.
    pub fn put_job(&mut self, job: Job) {
        put(&mut self.jobs, job);
    }

    /// What shall stand in a client's file.
    pub fn put_client(&mut self, client: Client) {
        put(&mut self.clients, client);
    }

    /// What shall stand in a job's file, and nothing else: remarks and unknown keys go.
    ///
    /// # Errors
    /// As [`Book::job`].
    pub fn put_job_anew(&mut self, job: Job) -> Outcome<()> {
        put_anew(&mut self.jobs, self.book, job)
    }

    /// What shall stand in a client's file, and nothing else; also in that of a merged one.
    ///
    /// # Errors
    /// As [`Book::client`].
    pub fn put_client_anew(&mut self, client: Client) -> Outcome<()> {
        put_anew(&mut self.clients, self.book, client)
    }

    /// The change takes personal data of these clients out: its commit says so, and no cache keeps what was.
    pub fn erases<'i>(&mut self, clients: impl Iterator<Item = &'i Id>) {
        self.trailers.extend(clients.map(|id| (ERASES, id.to_string())));
        self.over = Over::UnsealedAnyway;
    }

    /// The file was seen like this: if it is otherwise by then, nothing is written.
    pub(super) fn expect(&mut self, path: &str, seen: Fingerprint) {
        self.expected.insert(path.to_string(), seen);
    }

    /// The commit carries this fact for programs.
    pub fn note(&mut self, name: &'static str, value: impl Into<String>) {
        self.trailers.push((name, value.into()));
    }

    /// The change takes in a commit of another copy: its own commit follows both.
    pub(super) fn joins(&mut self, commit: impl Into<String>) {
        self.joins = Some(commit.into());
    }

    /// What shall stand in a file that held `seen`; nothing takes it away. When the file has changed meanwhile,
    /// nothing is written.
    pub fn replace(&mut self, path: &str, seen: Option<Vec<u8>>, bytes: Option<Vec<u8>>) {
        self.expected.insert(path.to_string(), Fingerprint::of_option(seen.as_deref()));
        self.files.insert(path.to_string(), bytes);
    }

    /// The files that shall be gone.
    pub(super) fn removed(&self) -> impl Iterator<Item = &str> {
        self.files.iter().filter(|(_, bytes)| bytes.is_none()).map(|(path, _)| path.as_str())
    }

    /// Jobs and clients as they shall be, in the program's own form, by their paths.
    pub(super) fn meant(&self) -> impl Iterator<Item = (String, String)> {
        let jobs = self.jobs.values().filter_map(|held| {
            Some((Job::path(&held.after.as_ref()?.id), yaml::write(held.after.as_ref()?)))
        });
        let clients = self.clients.values().filter_map(|held| {
            Some((Client::path(&held.after.as_ref()?.id), yaml::write(held.after.as_ref()?)))
        });
        jobs.chain(clients)
    }

    /// The schedule's own facts as they stand in this change.
    ///
    /// # Errors
    /// What is wrong in their file, with its place.
    pub fn schedule(&mut self) -> Outcome<Schedule> {
        if self.schedule.is_none() {
            let text = self.book.text(SCHEDULE)?;
            let before = text.as_deref().map(schedule_file::parse).transpose()?;
            let after = before.clone().unwrap_or_default();
            self.schedule = Some(Held { text, before, after: Some(after), anew: false });
        }
        Ok(self.schedule.as_ref().and_then(|held| held.after.clone()).unwrap_or_default())
    }

    /// What shall stand in the schedule's file.
    ///
    /// # Errors
    /// As [`Change::schedule`].
    pub fn put_schedule(&mut self, mut schedule: Schedule) -> Outcome<()> {
        self.schedule()?;
        schedule.format = FORMAT;
        if let Some(held) = &mut self.schedule {
            held.after = Some(schedule);
        }
        Ok(())
    }

    /// What shall stand in another file of the book.
    pub fn write(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), Some(bytes.into()));
    }

    /// Another file of the book shall be gone.
    pub fn remove(&mut self, path: impl Into<String>) {
        self.files.insert(path.into(), None);
    }

    /// Tries a part of the change: when it is refused, everything is as it was before the attempt. When it is the
    /// machine that refuses, nothing of the change happens, whatever becomes of the other parts: that part would be
    /// told as refused, and is not.
    ///
    /// # Errors
    /// What `act` refused.
    pub fn attempt<T>(&mut self, act: impl FnOnce(&mut Change<'b>) -> Outcome<T>) -> Outcome<T> {
        let before = (
            self.jobs.clone(),
            self.clients.clone(),
            self.numbers.clone(),
            self.schedule.clone(),
            self.files.clone(),
            self.subject.clone(),
        );
        let done = act(self).and_then(|done| {
            self.must_spare_sealed_jobs(&before.0)?;
            Ok(done)
        });
        done.inspect_err(|problems| {
            let of_the_machine = problems.iter().find(|problem| is_of_the_machine(problem));
            self.broken = self.broken.take().or_else(|| of_the_machine.cloned());
            (self.jobs, self.clients, self.numbers, self.schedule, self.files, self.subject) = before;
        })
    }

    /// A half sentence for the commit's subject: IDs and verbs, never a name (DECISIONS 25).
    pub fn say(&mut self, what: impl Into<String>) {
        self.subject.push(what.into());
    }

    /// One half sentence in place of all that was said: what many things come to.
    pub fn sum_up(&mut self, what: impl Into<String>) {
        self.subject = vec![what.into()];
    }

    /// What was said so far.
    pub(super) fn subject(&self) -> String {
        self.subject.join("; ")
    }

    /// Whether no file is to be written or removed.
    pub(super) fn is_untouched(&self) -> bool {
        self.files.is_empty()
    }

    /// The numbers given so far, as they stand in this change.
    pub(super) fn numbers(&mut self, seat: &str) -> Outcome<Numbers> {
        if self.numbers.is_none() {
            let path = numbers::path(seat);
            let text = self.book.text(&path)?;
            let before = text.as_deref().map(|text| yaml::read::<Numbers>(text, &path)).transpose()?;
            let after = before.clone().unwrap_or_default();
            self.numbers = Some(Held { text, before, after: Some(after), anew: false });
        }
        Ok(self.numbers.as_ref().and_then(|held| held.after.clone()).unwrap_or_default())
    }

    /// What shall stand in the file of numbers.
    pub(super) fn keep_numbers(&mut self, numbers: Numbers) {
        if let Some(held) = &mut self.numbers {
            held.after = Some(numbers);
        }
    }

    /// Refuses what adds to a job or client whose personal data was taken out, whichever command it is.
    fn must_spare_what_is_erased(&self) -> Outcome<()> {
        for held in self.clients.values().filter(|held| !held.anew && held.before != held.after) {
            held.before.iter().try_for_each(Client::must_not_be_erased)?;
        }
        for held in self.jobs.values().filter(|held| !held.anew && held.before != held.after) {
            held.before.iter().try_for_each(Job::must_not_be_erased)?;
            if let (None, Some(job)) = (&held.before, &held.after)
                && let Some(client) = self.clients.get(&job.client).and_then(|held| held.before.as_ref())
            {
                client.must_not_be_erased()?;
            }
        }
        Ok(())
    }

    fn into_transaction(mut self) -> Outcome<Transaction> {
        if let Some(problem) = self.broken.take() {
            return Err(problem.into());
        }
        self.must_spare_what_is_erased()?;
        let mut transaction = Transaction::new();
        let mut trailers = Vec::new();
        for (id, held) in &self.jobs {
            if held.stage(&mut transaction)? {
                trailers.push(("Job", id.to_string()));
            }
        }
        for (id, held) in &self.clients {
            if held.stage(&mut transaction)? {
                trailers.push(("Client", id.to_string()));
            }
        }
        if let Some(held) = &self.numbers
            && held.before != held.after
        {
            let path = numbers::path(&self.seat()?);
            stage(&mut transaction, &path, held)?;
        }
        if let Some(held) = &self.schedule
            && held.before != held.after
            && (held.before.is_some() || held.after.as_ref().is_some_and(|after| after.format > 0))
        {
            stage(&mut transaction, SCHEDULE, held)?;
        }
        for (path, seen) in &self.expected {
            transaction.expect(RelPath::new(path.as_str())?, *seen);
        }
        for (path, bytes) in &self.files {
            let path = RelPath::new(path.as_str())?;
            match bytes {
                Some(bytes) => transaction.write(path, bytes.clone()),
                None => transaction.remove(path),
            }
        }
        let subject =
            if self.subject.is_empty() { "Change the book".to_string() } else { self.subject.join("; ") };
        let mut message = CommitMessage::new(subject);
        for (name, value) in trailers {
            message = message.trailer(name, value);
        }
        for (name, value) in &self.trailers {
            message = message.trailer(*name, value.as_str());
        }
        message = message.trailer("By", self.actor.stamp.by.clone());
        // Without git nothing waits to be recorded.
        if self.book.git().is_some() {
            transaction.record_as(Note {
                message,
                author: self.author(),
                when: self.when(),
                joins: self.joins.clone(),
                erases: self.trailers.iter().any(|(name, _)| *name == ERASES),
            });
        }
        Ok(transaction)
    }

    /// Name and mail of the acting person, when the team knows both.
    fn author(&self) -> Option<(String, String)> {
        let member = self.book.office().member(&self.actor.stamp.by)?;
        Some((member.full_name.clone(), member.email.clone()?))
    }

    /// The moment that commits carry.
    pub(super) fn when(&self) -> Option<String> {
        commit_moment(self.actor)
    }
}

/// The moment that commits carry when the present is fixed; git knows none before 1970.
fn commit_moment(actor: &Actor) -> Option<String> {
    (actor.fixed && actor.now.instant().timestamp() >= 0).then(|| actor.now.to_string())
}
