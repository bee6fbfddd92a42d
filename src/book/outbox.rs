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

/// Which messages are or were handed over.
struct UnderWay {
    claimed: Vec<String>,
    /// Whether somebody sends at this moment.
    is_sending: bool,
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
        let under_way = self.under_way()?;
        let mut letters = Vec::new();
        for folder in folders {
            let names = self.letter_names(folder)?.into_iter();
            letters.extend(names.map(|name| self.read_letter(folder, name, &under_way)));
        }
        Ok(letters)
    }

    /// The messages that are wanted, by folder and name, each with its place among all, from 1. The others are not
    /// read.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn placed_letters(
        &self,
        is_wanted: impl Fn(usize, &str, &str) -> bool,
    ) -> Outcome<Vec<(usize, Letter)>> {
        let under_way = self.under_way()?;
        let (mut letters, mut place) = (Vec::new(), 0);
        for folder in FOLDERS {
            for name in self.letter_names(folder)? {
                place += 1;
                if is_wanted(place, folder, &name) {
                    letters.push((place, self.read_letter(folder, name, &under_way)));
                }
            }
        }
        Ok(letters)
    }

    /// The file names of the messages in a folder of the outbox.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn letter_names(&self, folder: &str) -> Outcome<Vec<String>> {
        let mut names = self.files_in(&format!("outbox/{folder}"))?;
        names.retain(|name| name.ends_with(".eml"));
        Ok(names)
    }

    fn under_way(&self) -> Outcome<UnderWay> {
        let claimed = self.claimed()?;
        let is_sending = !claimed.is_empty() && self.is_sending();
        Ok(UnderWay { claimed, is_sending })
    }

    /// One that cannot be read is listed as such, and stops nothing.
    fn read_letter(&self, folder: &'static str, name: String, under_way: &UnderWay) -> Letter {
        let bytes = self.bytes(&format!("outbox/{folder}/{name}")).ok().flatten().unwrap_or_default();
        let draft = read(&bytes).ok();
        let last = draft.as_ref().and_then(|draft| draft.attempts.last()).map(|attempt| attempt.fate);
        let is_claimed = under_way.claimed.contains(&name);
        let state = match folder {
            "sent" => State::Sent,
            "failed" => State::Refused,
            _ if is_claimed && under_way.is_sending => State::Sending,
            _ if is_claimed || last == Some(Fate::Unknown) => State::Unsure,
            _ => State::Ready,
        };
        Letter { folder, name, state, draft }
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
        if let Ok(wanted) = typed.parse::<usize>()
            && let Some((_, letter)) = self.placed_letters(|place, _, _| place == wanted)?.pop()
        {
            return Ok(letter);
        }
        let matching = self.placed_letters(|_, _, name| name.contains(typed))?;
        match &matching[..] {
            [(_, letter)] => Ok(letter.clone()),
            [] => {
                Err(Problem::refused("letter-none", format!("no message in the outbox matches \"{typed}\""))
                    .remedy("jobbook outbox list")
                    .into())
            }
            _ => {
                let names: Vec<&str> = matching.iter().map(|(_, letter)| letter.name.as_str()).collect();
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
