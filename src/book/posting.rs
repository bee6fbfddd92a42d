//! Letters on their way out: claimed before anybody is talked to, recorded when it is known what became of them.
//!
//! A letter stays in `outbox/ready` while it is sent. Beside it stands its claim in `outbox/sending`, on the disk
//! before the first word to a server and gone only when the outcome is recorded. A claim that nobody holds any
//! more means that a program died in between: the letter may have left, and only a person knows.
//!
//! One program sends at a time ([`PostLock`]), for as long as that takes. The lock of the book is held only for the
//! claim and the record, never while somebody is talked to: all other commands go on.

use std::fs::{File, TryLockError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::actor::Actor;
use super::change::Change;
use super::disk::{self, Disk, Doing, Durability, RealDisk, RelPath, failure};
use super::lock::{Lock, prepare_folder};
use super::opening::Book;
use super::outbox::{FAILED, Letter, READY, SENT, State};
use super::yaml;
use crate::domain::FORMAT;
use crate::domain::moment::Moment;
use crate::mail::attempt::{Attempt, Fate, taken, with_attempt};
use crate::mail::draft::read;
use crate::mail::wire::{Outgoing, as_sent};
use crate::problem::{Outcome, Problem};

/// Where claims stand; git ignores it.
const SENDING: &str = "outbox/sending";
/// Held by the program that sends.
const POST_LOCK: &str = ".jobbook/sending.lock";
/// How long to sleep between two attempts to take the lock.
const PAUSE: Duration = Duration::from_millis(20);

/// That a letter is handed over at this moment, or was when the program died.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Version of the file's format.
    format: u32,
    /// File name of the letter.
    pub letter: String,
    /// Since when.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// By which way.
    pub via: String,
    /// For whom.
    pub to: Vec<String>,
    /// The process.
    process: u32,
    /// How many attempts the letter told of before.
    attempts: usize,
}

/// The right to send, until it is dropped or the process ends.
#[derive(Debug)]
pub struct PostLock(File);

impl Drop for PostLock {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// A letter about to be handed over.
#[derive(Debug)]
pub struct Claimed {
    /// File name.
    pub name: String,
    /// Its file.
    pub eml: Vec<u8>,
    /// What leaves.
    pub outgoing: Outgoing,
    /// For whom it has not been taken yet.
    pub to: Vec<String>,
}

fn claim_path(letter: &str) -> Result<RelPath, Problem> {
    RelPath::new(format!("{SENDING}/{letter}.yaml").as_str())
}

impl Book {
    /// Takes the right to send; nothing when another program has it for longer than `patience`.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn lock_post(&self, patience: Duration) -> Outcome<Option<PostLock>> {
        prepare_folder(self.root(), &mut RealDisk::new())?;
        let (file, _) = disk::open_for_locking(self.root(), &RelPath::new(POST_LOCK)?)?;
        let mut left = patience;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Some(PostLock(file))),
                Err(TryLockError::WouldBlock) if left.is_zero() => return Ok(None),
                Err(TryLockError::WouldBlock) => {
                    let pause = PAUSE.min(left);
                    std::thread::sleep(pause);
                    left -= pause;
                }
                Err(TryLockError::Error(error)) => {
                    return Err(failure(Doing::Writing, POST_LOCK, &error).into());
                }
            }
        }
    }

    /// Whether a program sends at this moment.
    pub(super) fn is_sending(&self) -> bool {
        let Ok(path) = RelPath::new(POST_LOCK) else { return false };
        if disk::is_plain_file(self.root(), &path) != Some(true) {
            return false;
        }
        // Asked for together with others who only ask; whoever wants to send waits for that moment.
        disk::open_for_locking(self.root(), &path)
            .is_ok_and(|(file, _)| matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }

    /// The claim of a letter, if there is one. One that cannot be read is one all the same.
    pub(super) fn claim_of(&self, letter: &str) -> Option<Claim> {
        let path = claim_path(letter).ok()?;
        let bytes = disk::read_if_there(self.root(), &path, 1 << 20).ok().flatten()?;
        let read = String::from_utf8(bytes).ok().and_then(|text| yaml::read(&text, path.as_str()).ok());
        Some(read.unwrap_or_else(|| Claim {
            format: FORMAT,
            letter: letter.to_string(),
            at: self.now(),
            by: String::new(),
            via: String::new(),
            to: Vec::new(),
            process: 0,
            attempts: usize::MAX,
        }))
    }

    /// Names of the letters that have a claim.
    pub(super) fn claimed(&self) -> Outcome<Vec<String>> {
        let names = self.files_in(SENDING)?.into_iter();
        Ok(names.filter_map(|name| name.strip_suffix(".yaml").map(str::to_string)).collect())
    }

    /// Refuses, inside a change, what would take a letter away that is handed over at this moment.
    ///
    /// # Errors
    /// `letter-sending`; `letter-none` when it went meanwhile.
    pub fn must_be_still(&self, letter: &Letter) -> Outcome<()> {
        if letter.state == State::Ready && self.claim_of(&letter.name).is_some() {
            return Err(sending(&letter.name).into());
        }
        if self.bytes(&letter.path())?.is_none() {
            return Err(Problem::refused("letter-none", format!("{} is not there any more", letter.path()))
                .because("another command moved it at this moment")
                .remedy("jobbook outbox list")
                .into());
        }
        Ok(())
    }

    /// Claims a letter, durably: from now on it may have left. Nothing when it does not wait any more.
    ///
    /// # Errors
    /// What is wrong with the letter; `book-locked`; what the disk refused.
    pub fn claim(&self, _: &PostLock, actor: &Actor, letter: &str, via: &str) -> Outcome<Option<Claimed>> {
        let lock = Lock::acquire(self.root(), &actor.holder(), actor.patience)?;
        let Some(eml) = self.bytes(&format!("{READY}/{letter}"))? else { return Ok(None) };
        let draft = read(&eml)?;
        if draft.attempts.last().is_some_and(|last| last.fate == Fate::Unknown) {
            return Ok(None);
        }
        let outgoing = as_sent(&eml)?;
        let has_it = taken(&draft.attempts);
        let to: Vec<String> =
            outgoing.to.iter().filter(|to| !has_it.contains(&to.as_str())).cloned().collect();
        let claim = Claim {
            format: FORMAT,
            letter: letter.to_string(),
            at: actor.stamp.at,
            by: actor.stamp.by.clone(),
            via: via.to_string(),
            to: to.clone(),
            process: actor.pid,
            attempts: draft.attempts.len(),
        };
        let (path, text) = (claim_path(letter)?, yaml::write(&claim));
        disk::replace(&mut RealDisk::new(), lock.book(), &path, text.as_bytes(), Durability::Lasting)?;
        Ok(Some(Claimed { name: letter.to_string(), eml, outgoing, to }))
    }

    /// Takes a claim back: nothing left, or what became of it is recorded.
    ///
    /// # Errors
    /// `book-locked`; what the disk refused.
    pub fn release(&self, _: &PostLock, actor: &Actor, letter: &str) -> Outcome<()> {
        let lock = Lock::acquire(self.root(), &actor.holder(), actor.patience)?;
        remove_claim(&lock, letter)
    }

    /// Records for each claim that a dead program left that its letter may have left. Answers with their names.
    ///
    /// # Errors
    /// As [`Book::change`].
    pub fn settle_claims(&self, post: &PostLock, actor: &Actor) -> Outcome<Vec<String>> {
        disk::sweep_drafts(&mut RealDisk::new(), self.root(), &RelPath::new(SENDING)?);
        let mut unsure = Vec::new();
        for name in self.claimed()? {
            if let (Some(claim), Some(eml)) = (self.claim_of(&name), self.bytes(&format!("{READY}/{name}"))?)
                && read(&eml).is_ok_and(|draft| draft.attempts.len() <= claim.attempts)
            {
                let attempt = Attempt {
                    at: claim.at,
                    by: if claim.by.is_empty() { actor.stamp.by.clone() } else { claim.by },
                    via: claim.via,
                    fate: Fate::Unknown,
                    taken: Vec::new(),
                    refused: Vec::new(),
                    answer: "jobbook ended before it was known what became of it".to_string(),
                };
                self.change(actor, |change| change.record_attempt(&name, &eml, &attempt))?;
                unsure.push(name.clone());
            }
            self.release(post, actor, &name)?;
        }
        Ok(unsure)
    }

    /// Refuses to send from a copy of the book that is not the one that sends (DECISIONS 32).
    ///
    /// # Errors
    /// `mail-elsewhere`; `seat-unclaimed`, `seat-odd`.
    pub fn must_send_here(&self) -> Outcome<()> {
        let (here, sends) = (self.seat()?, &self.office().mail.seat);
        if here == *sends {
            return Ok(());
        }
        let which = |seat: &str| match seat {
            "" => "the first copy of the book".to_string(),
            seat => format!("the copy with the seat \"{seat}\""),
        };
        Err(Problem::refused("mail-elsewhere", format!("letters leave from {}", which(sends)))
            .because(format!("this is {}, and two that send would send twice", which(&here)))
            .remedy("send there, after it has this copy's changes")
            .remedy(format!("or write seat = \"{here}\" under [mail] in jobbook.toml, in every copy"))
            .into())
    }
}

/// The refusal to touch a letter that is handed over at this moment.
pub fn sending(name: &str) -> Problem {
    Problem::refused("letter-sending", format!("{name} is being sent"))
        .because("another jobbook talks to the mail server at this moment")
        .remedy("wait until it has finished: jobbook outbox list")
}

fn remove_claim(lock: &Lock, letter: &str) -> Outcome<()> {
    let path = claim_path(letter)?.resolved(lock.book())?;
    match RealDisk::new().remove_file(&path.under(lock.book())) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(failure(Doing::Writing, path.as_str(), &error).into())
        }
        _ => Ok(()),
    }
}

impl Change<'_> {
    /// Writes what became of a letter into its file and puts the file where it belongs now. Answers with the folder.
    ///
    /// # Errors
    /// What is wrong in the file of the job whose letter it is.
    pub fn record_attempt(&mut self, name: &str, claimed: &[u8], attempt: &Attempt) -> Outcome<&'static str> {
        let book = self.book();
        let mut found = None;
        for path in [format!("{READY}/{name}"), format!("{FAILED}/{name}")] {
            found = found.or(book.bytes(&path)?.map(|bytes| (path, bytes)));
        }
        let (path, now) = found.unzip();
        let seen = now.clone();
        let eml = with_attempt(now.as_deref().unwrap_or(claimed), attempt);
        let draft = read(&eml)?;
        let to = destination(&eml, &draft.attempts);
        let target = format!("{to}/{name}");
        match path {
            Some(path) if path != target => {
                self.replace(&path, seen, None);
                self.write(target, eml);
            }
            Some(path) => self.replace(&path, seen, Some(eml)),
            None => self.write(target, eml),
        }
        if !attempt.taken.is_empty() {
            self.note_taken(name, &draft, &attempt.taken)?;
        }
        self.say(match to {
            SENT => format!("Sent: {name}"),
            FAILED => format!("Refused: {name}"),
            _ if attempt.fate == Fate::Unknown => format!("May have left: {name}"),
            _ if attempt.fate == Fate::Again => format!("To be sent again: {name}"),
            _ => format!("Not sent yet: {name}"),
        });
        Ok(to)
    }
}

/// Where a letter belongs after these attempts.
fn destination(eml: &[u8], attempts: &[Attempt]) -> &'static str {
    let Some(last) = attempts.last() else { return READY };
    let has_it = taken(attempts);
    let all_have_it =
        as_sent(eml).is_ok_and(|outgoing| outgoing.to.iter().all(|to| has_it.contains(&to.as_str())));
    match last.fate {
        Fate::Confirmed => SENT,
        Fate::Unknown | Fate::Again => READY,
        _ if all_have_it => SENT,
        Fate::Refused => FAILED,
        Fate::Partly if last.refused.iter().all(|refusal| refusal.for_good) => FAILED,
        Fate::Accepted | Fate::Partly | Fate::NotNow => READY,
    }
}
