//! The outbox: messages as files, written in the change that caused them.

use super::change::Change;
use super::opening::Book;
use crate::mail::draft::{Draft, read};
use crate::mail::message::Message;
use crate::problem::{Outcome, Problem};

/// Where messages wait for a person to send them.
pub const READY: &str = "outbox/ready";
/// Where messages go once a person said that they were sent.
pub const SENT: &str = "outbox/sent";
/// The folders of the outbox, in the order of a message's life.
pub const FOLDERS: &[&str] = &["ready", "sending", "sent", "failed"];

/// A message in the outbox.
#[derive(Debug, Clone)]
pub struct Letter {
    /// `ready`, `sending`, `sent`, `failed`.
    pub folder: &'static str,
    /// File name.
    pub name: String,
    /// What it says; absent when the file cannot be read as a message.
    pub draft: Option<Draft>,
}

impl Change<'_> {
    /// Lays a message into the outbox. Answers with its path.
    ///
    /// # Errors
    /// What is wrong with the message.
    pub fn mail(&mut self, message: &Message) -> Outcome<String> {
        let path = format!("{READY}/{}", message.file_name(self.book().office().zone()));
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
        let mut letters = Vec::new();
        for folder in FOLDERS {
            for name in self.files_in(&format!("outbox/{folder}"))? {
                if !name.ends_with(".eml") {
                    continue;
                }
                // One that cannot be read is listed as such, and stops nothing.
                let bytes = self.bytes(&format!("outbox/{folder}/{name}")).ok().flatten().unwrap_or_default();
                letters.push(Letter { folder, name, draft: read(&bytes).ok() });
            }
        }
        Ok(letters)
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
