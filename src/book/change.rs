//! One command, one change, one commit: what a command loads, decides and writes.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::actor::Actor;
use super::disk::{self, RealDisk, RelPath};
use super::entity::{self, Entity};
use super::git::CommitMessage;
use super::index;
use super::layout;
use super::lock::Lock;
use super::numbers::{self, Numbers};
use super::opening::Book;
use super::schedule_file::{self, SCHEDULE};
use super::sealing::guarding::{Asked, Guarded, Over, guard, is_manifest};
use super::sealing::lookup::is_sealed;
use super::sealing::{Seals, UNSEALS};
use super::secrets;
use super::transaction::{Fingerprint, Note, Transaction, recover};
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
}

#[derive(Clone)]
struct Held<E> {
    text: Option<String>,
    before: Option<E>,
    after: Option<E>,
    /// Written as the program writes it, without anything that people wrote into the file.
    anew: bool,
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

    /// The manifests of sealed files as the book stands.
    pub(super) fn seals(&self) -> &Seals {
        self.seals.get_or_init(|| Seals::read(self.book.root()))
    }

    /// Sealed jobs that this changes are sealed no longer: it must be possible, whatever is sealed.
    pub(super) fn unseals_what_it_changes(&mut self) {
        self.over = Over::Unsealed;
    }

    /// The manifests vouch for files that were read just now, and are expected to stay as they are.
    pub(super) fn has_read_what_it_seals(&mut self) {
        self.is_sealing = true;
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

    /// Tries a part of the change: when it is refused, everything is as it was before the attempt.
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
        done.inspect_err(|_| {
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

    /// Refuses at once what would be refused in the end, so that a part is left out and not the whole.
    fn must_spare_sealed_jobs(&self, before: &BTreeMap<Id, Held<Job>>) -> Outcome<()> {
        if self.over != Over::Refused || self.seals().is_empty() {
            return Ok(());
        }
        let after = |held: Option<&Held<Job>>| held.and_then(|held| held.after.clone());
        for (id, held) in self.jobs.iter().filter(|(_, held)| held.is_changed()) {
            if self.is_sealed(&Job::path(id)) && after(before.get(id)) != held.after {
                return Err(is_sealed(id).into());
            }
        }
        Ok(())
    }

    /// What the change does to sealed files and their manifests; the latter are put right.
    ///
    /// # Errors
    /// As [`guard`].
    pub(super) fn mind_the_seals(&mut self) -> Outcome<Guarded> {
        let manifests: BTreeMap<&str, Option<&[u8]>> = self
            .files
            .iter()
            .filter(|(path, _)| is_manifest(path))
            .map(|(path, bytes)| (path.as_str(), bytes.as_deref()))
            .collect();
        let changes_manifests = !manifests.is_empty();
        // What no manifest knows is nobody's concern, and need not be written twice.
        let is_known = |path: &String| changes_manifests || self.is_sealed(path);
        let mut written: BTreeMap<String, Option<Vec<u8>>> = BTreeMap::new();
        for (id, held) in self.jobs.iter().filter(|(_, held)| held.is_changed()) {
            let path = Job::path(id);
            if is_known(&path) {
                let text = held.text_after(&path)?;
                written.insert(path, text.map(String::into_bytes));
            }
        }
        for (id, held) in self.clients.iter().filter(|(_, held)| held.is_changed()) {
            let path = Client::path(id);
            if is_known(&path) {
                let text = held.text_after(&path)?;
                written.insert(path, text.map(String::into_bytes));
            }
        }
        for (path, bytes) in &self.files {
            if layout::id_of_path(path).is_some() && is_known(path) {
                written.insert(path.clone(), bytes.clone());
            }
        }
        if written.is_empty() && !changes_manifests {
            return Ok(Guarded::default());
        }
        let asked = Asked { written, manifests, over: self.over, is_sealing: self.is_sealing };
        let guarded = guard(self.book, self.seals(), &asked)?;
        for (path, rows) in &guarded.manifests {
            if !self.expected.contains_key(path) {
                let seen = Fingerprint::of_option(self.seals().bytes(path));
                self.expect(path, seen);
            }
            let bytes = rows.write();
            if bytes.as_deref() == self.seals().bytes(path) {
                self.files.remove(path);
            } else {
                self.files.insert(path.clone(), bytes);
            }
        }
        for id in &guarded.unsealed {
            self.note(UNSEALS, id.as_str());
        }
        self.unsealed.extend(guarded.unsealed.iter().cloned());
        Ok(guarded)
    }

    fn into_transaction(self) -> Outcome<Transaction> {
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

impl<E: Entity> Held<E> {
    /// Whether its file is to be written.
    fn is_changed(&self) -> bool {
        self.after.is_some() && (self.anew || self.before != self.after)
    }

    /// What its file shall hold.
    fn text_after(&self, path: &str) -> Outcome<Option<String>> {
        self.after.as_ref().map(|after| text_of(self, path, after)).transpose()
    }

    /// Puts the file into the transaction when it changed. Answers whether it did.
    fn stage(&self, transaction: &mut Transaction) -> Outcome<bool> {
        let Some(after) = self.after.as_ref().filter(|_| self.is_changed()) else {
            return Ok(false);
        };
        let path = E::path(after.id());
        entity::must_be_writable(after, &path)?;
        secrets::refuse_new(self.before.as_ref(), after)?;
        stage(transaction, &path, self)?;
        Ok(true)
    }
}

/// Writes the value into the text that a person may have edited, expecting the file as it was read.
fn stage<T: serde::Serialize + serde::de::DeserializeOwned>(
    transaction: &mut Transaction,
    path: &str,
    held: &Held<T>,
) -> Outcome<()> {
    let Some(after) = &held.after else { return Ok(()) };
    let text = text_of(held, path, after)?;
    let path = RelPath::new(path)?;
    transaction.expect(path.clone(), Fingerprint::of_option(held.text.as_deref().map(str::as_bytes)));
    transaction.write(path, text);
    Ok(())
}

/// The text that a person may have edited with the value in it.
fn text_of<T: serde::Serialize + serde::de::DeserializeOwned>(
    held: &Held<T>,
    path: &str,
    after: &T,
) -> Outcome<String> {
    match (&held.text, &held.before) {
        (Some(text), Some(before)) if !held.anew => Ok(yaml::edit_and_reread(text, path, before, after)?),
        _ => Ok(yaml::write(after)),
    }
}

fn hold<E: Entity>(held: &mut BTreeMap<Id, Held<E>>, book: &Book, id: &Id) -> Outcome<E> {
    if let Some(after) = held.get(id).and_then(|held| held.after.clone()) {
        return Ok(after);
    }
    let (text, value) = book.entity::<E>(id)?;
    held.insert(
        id.clone(),
        Held { text: Some(text), before: Some(value.clone()), after: Some(value.clone()), anew: false },
    );
    Ok(value)
}

fn put<E: Entity>(held: &mut BTreeMap<Id, Held<E>>, mut value: E) {
    if value.format() < FORMAT {
        value.set_format(FORMAT);
    }
    let id = value.id().clone();
    held.entry(id).or_insert(Held { text: None, before: None, after: None, anew: false }).after = Some(value);
}

fn put_anew<E: Entity>(held: &mut BTreeMap<Id, Held<E>>, book: &Book, value: E) -> Outcome<()> {
    let id = value.id().clone();
    hold(held, book, &id)?;
    put(held, value);
    if let Some(held) = held.get_mut(&id) {
        held.anew = true;
    }
    Ok(())
}

impl Book {
    /// One change: the lock is taken, `decide` loads and decides, all files are written together, git
    /// records them. If `decide` refuses, nothing is written.
    ///
    /// # Errors
    /// What `decide` refused; `book-locked`; `changed-meanwhile`; what the disk refused.
    pub fn change<T>(
        &self,
        actor: &Actor,
        decide: impl FnOnce(&mut Change<'_>) -> Outcome<T>,
    ) -> Outcome<Changed<T>> {
        if actor.dry_run {
            let mut change = Change::new(self, actor);
            let value = decide(&mut change)?;
            change.mind_the_seals()?;
            let unsealed = std::mem::take(&mut change.unsealed);
            let transaction = change.into_transaction()?;
            let files = transaction.changes().map(|(path, _)| path.as_str().to_string()).collect();
            return Ok(Changed { value, files, unsealed, warnings: Vec::new() });
        }
        let lock = Lock::acquire(self.root(), &actor.holder(), actor.patience)?;
        let mut disk = RealDisk::new();
        let recovered = recover(&lock, &mut disk)?;
        if !recovered.completed.is_empty() {
            // It may have been an erasure: what the cache knew of before is not to be trusted with staying.
            index::forget(self.root(), &mut disk)?;
        }
        let mut warnings = recovered.warnings();
        // What an earlier command left for git is recorded under its own name, before this one changes the files.
        if let Some(git) = self.git() {
            let flushed = git.flush_pending(&lock, &mut disk)?;
            warnings.extend(flushed.warnings.into_iter().filter(|known| known.code == "change-brought-back"));
        }
        let mut change = Change::new(self, actor);
        let value = decide(&mut change)?;
        let is_erasure = change.trailers.iter().any(|(name, _)| *name == ERASES);
        let guarded = change.mind_the_seals()?;
        let unsealed = std::mem::take(&mut change.unsealed);
        let transaction = change.into_transaction()?;
        let meant: Vec<RelPath> = transaction.changes().map(|(path, _)| path.clone()).collect();
        // What people wrote into files that are erased shall not come into git's history by that.
        if let Some(git) = self.git().filter(|_| !is_erasure) {
            let when = commit_moment(actor);
            let refused = self.record_hand_edits(git, &meant, when.as_deref())?;
            warnings.extend(refused.map(Problem::warning));
        }
        if is_erasure {
            index::forget(self.root(), &mut disk)?;
        }
        for path in &guarded.left {
            disk::may_be_written(&self.root().join(path), true);
        }
        let written = transaction.commit(&lock, &mut disk)?;
        // From here on the change is made: what goes wrong now is told, and undoes nothing of it.
        if is_erasure && let Err(problem) = index::forget(self.root(), &mut disk) {
            // Somebody may have looked meanwhile, and kept what was then.
            warnings.push(problem.warning());
        }
        if let Some(git) = self.git() {
            match git.flush_pending(&lock, &mut disk) {
                Ok(flushed) => {
                    let is_recorded = flushed.warnings.is_empty() && !flushed.commits.is_empty();
                    warnings.extend(flushed.warnings);
                    warnings.extend(git.odd_state().filter(|_| is_recorded));
                }
                Err(problem) => warnings.push(problem.warning()),
            }
        }
        for path in &guarded.came {
            disk::may_be_written(&self.root().join(path), false);
        }
        let files = written.iter().map(|path| path.as_str().to_string()).collect();
        Ok(Changed { value, files, unsealed, warnings })
    }
}
