//! What a colleague is reminded of: one message over all that is due.

use serde::Serialize;

use super::mailbox::Mailbox;
use super::message::Message;
use super::occasion::{Envelope, Occasion, Sender};
use crate::documents::clean::one_line;
use crate::domain::moment::Moment;
use crate::domain::office::Member;
use crate::problem::{Outcome, Problem};

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueLine {
    /// What, as a sentence.
    pub sentence: String,
    /// Since or until when.
    pub at: Moment,
    /// The command that settles it.
    pub command: String,
}

#[derive(Serialize)]
struct Digest {
    addressee: String,
    count: usize,
    first: String,
    items: Vec<Item>,
    sender: Sender,
}

#[derive(Serialize)]
struct Item {
    sentence: String,
    when: String,
    command: String,
}

/// One digest for `member` over all of `due`, in the order given.
///
/// # Errors
/// `no-mail-address` when team.toml has none; `mail-address`, `office-without-mail`; `template` and
/// `mail-template`.
pub fn reminder_digest(occasion: &Occasion<'_>, member: &Member, due: &[DueLine]) -> Outcome<Message> {
    let words = occasion.words()?;
    let address = member.email.as_deref().ok_or_else(|| {
        Problem::refused("no-mail-address", format!("{} has no mail address", member.full_name))
            .remedy("add it in team.toml")
    })?;
    let zone = occasion.office.zone();
    let items: Vec<Item> = due
        .iter()
        .map(|line| Item {
            sentence: one_line(&line.sentence),
            when: words.at(line.at.local(zone)),
            command: one_line(&line.command),
        })
        .collect();
    let view = Digest {
        addressee: one_line(&member.full_name),
        count: items.len(),
        first: items.first().map(|item| item.sentence.clone()).unwrap_or_default(),
        items,
        sender: occasion.sender(),
    };
    let to = vec![Mailbox::new(&member.full_name, address)?];
    occasion.write(Envelope { kind: "reminder-digest", job: None, to, attachments: Vec::new() }, &view)
}
