//! The outbox: messages as files, written in the change that caused them.

use super::change::Change;
use super::opening::Book;
use crate::domain::choice::choice;
use crate::mail::attempt::{Attempt, Fate};
use crate::mail::draft::{Draft, read};
use crate::mail::message::Message;
use crate::problem::{Outcome, Problem};

/// Where messages wait for a person to send them.
pub const READY: &str = "outbox/ready";
/// Where messages go once a person said that they were sent.
pub const SENT: &str = "outbox/sent";
/// Where messages go that were refused for good.
pub const FAILED: &str = "outbox/failed";
/// The folders of the outbox, in the order of a message's life.
pub const FOLDERS: &[&str] = &["ready", "sending", "sent", "failed"];

choice! {
    /// How a message stands.
    State {
        /// It waits.
        Ready = "ready",
        /// It is handed over at this moment.
        Sending = "sending",
        /// It was handed over, or not: the program or the connection ended in between.
        Unsure = "may have left",
        /// It left.
        Sent = "sent",
        /// It was refused for good, for somebody at least.
        Refused = "refused",
    }
}

/// A message in the outbox.
#[derive(Debug, Clone)]
pub struct Letter {
    /// `ready`, `sending`, `sent`, `failed`.
    pub folder: &'static str,
    /// File name.
    pub name: String,
    /// How it stands.
    pub state: State,
    /// What it says; absent when the file cannot be read as a message.
    pub draft: Option<Draft>,
}

impl Letter {
    /// Where its file is.
    pub fn path(&self) -> String {
        format!("outbox/{}/{}", self.folder, self.name)
    }

    /// What became of sending it, oldest first.
    pub fn attempts(&self) -> &[Attempt] {
        self.draft.as_ref().map(|draft| draft.attempts.as_slice()).unwrap_or_default()
    }
}

impl Change<'_> {
    /// Lays a message into the outbox. Answers with its path.
    ///
    /// # Errors
    /// What is wrong with the message; `letter-sending`, `letter-may-have-left` when it lies there and is on its way.
    pub fn mail(&mut self, message: &Message) -> Outcome<String> {
        let name = message.file_name(self.book().office().zone());
        let path = format!("{READY}/{name}");
        if self.book().is_under_way(&name)? {
            return Err(may_have_left(&name).into());
        }
        self.write(path.clone(), message.to_eml()?);
        Ok(path)
    }
}

impl Book {
    /// All messages of the outbox, by folder and name.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn letters(&self) -> Outcome<Vec<Letter>> {
        self.letters_in(FOLDERS)
    }

    /// The messages that have not left, or not for everybody.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn letters_to_leave(&self) -> Outcome<Vec<Letter>> {
        self.letters_in(&["ready", "failed"])
    }

    fn letters_in(&self, folders: &[&'static str]) -> Outcome<Vec<Letter>> {
        let mut letters = Vec::new();
        let claimed = self.claimed()?;
        let is_sending = !claimed.is_empty() && self.is_sending();
        for folder in folders {
            for name in self.files_in(&format!("outbox/{folder}"))? {
                if !name.ends_with(".eml") {
                    continue;
                }
                // One that cannot be read is listed as such, and stops nothing.
                let bytes = self.bytes(&format!("outbox/{folder}/{name}")).ok().flatten().unwrap_or_default();
                let draft = read(&bytes).ok();
                let last = draft.as_ref().and_then(|draft| draft.attempts.last()).map(|attempt| attempt.fate);
                let state = match *folder {
                    "sent" => State::Sent,
                    "failed" => State::Refused,
                    _ if claimed.contains(&name) && is_sending => State::Sending,
                    _ if claimed.contains(&name) || last == Some(Fate::Unknown) => State::Unsure,
                    _ => State::Ready,
                };
                letters.push(Letter { folder, name, state, draft });
            }
        }
        Ok(letters)
    }

    /// Whether a letter in `outbox/ready` is being sent or may have left: then it must not be replaced or withdrawn
    /// by itself.
    ///
    /// # Errors
    /// What the disk refused.
    pub(super) fn is_under_way(&self, name: &str) -> Outcome<bool> {
        if self.claim_of(name).is_some() {
            return Ok(true);
        }
        let Some(bytes) = self.bytes(&format!("{READY}/{name}"))? else { return Ok(false) };
        Ok(read(&bytes)
            .is_ok_and(|draft| draft.attempts.last().is_some_and(|last| last.fate == Fate::Unknown)))
    }

    /// The message whose file name begins or ends as typed, or whose place in the list it is, from 1.
    ///
    /// # Errors
    /// `letter-none`; `letter-which` when several match.
    pub fn letter(&self, typed: &str) -> Outcome<Letter> {
        let letters = self.letters()?;
        if let Some(letter) = typed.parse::<usize>().ok().and_then(|place| letters.get(place.checked_sub(1)?))
        {
            return Ok(letter.clone());
        }
        let matching: Vec<&Letter> = letters.iter().filter(|letter| letter.name.contains(typed)).collect();
        match matching[..] {
            [letter] => Ok(letter.clone()),
            [] => {
                Err(Problem::refused("letter-none", format!("no message in the outbox matches \"{typed}\""))
                    .remedy("jobbook outbox list")
                    .into())
            }
            _ => {
                let names: Vec<&str> = matching.iter().map(|letter| letter.name.as_str()).collect();
                Err(Problem::refused("letter-which", format!("several messages match \"{typed}\""))
                    .because(names.join(", "))
                    .remedy("jobbook outbox list")
                    .into())
            }
        }
    }
}

/// The refusal to touch a letter of which nobody knows whether it left.
pub fn may_have_left(name: &str) -> Problem {
    Problem::refused("letter-may-have-left", format!("{name} may have left already"))
        .because("it was handed over, and no answer came: ask whether it arrived")
        .remedy(format!("jobbook outbox done {name}, if it did"))
        .remedy(format!("jobbook outbox retry {name}, to send it again"))
}
