//! The letter that a waiver goes out with (T10).

use serde::Serialize;

use super::message::{Attachment, Message};
use super::occasion::{Envelope, JobView, Occasion, Sender, client_contact, greeting};
use crate::documents::waiver_sheet::{WaiverSheet, WaiverView};
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::problem::Outcome;

#[derive(Serialize)]
struct WaiverLetter<'a> {
    greeting: String,
    job: JobView<'a>,
    waiver: WaiverView<'a>,
    arrival: Option<String>,
    again: bool,
    sender: Sender,
}

/// Asks the client to sign and return the attached waiver; `again` when it was asked before.
///
/// # Errors
/// `no-mail-address`, `mail-address`, `office-without-mail`; `template` and `mail-template`.
pub fn waiver_message(
    occasion: &Occasion<'_>,
    client: &Client,
    job: &Job,
    sheet: &WaiverSheet,
    again: bool,
    attachments: Vec<Attachment>,
) -> Outcome<Message> {
    let words = occasion.words()?;
    let (contact, mailbox) = client_contact(client, job)?;
    let view = WaiverLetter {
        greeting: greeting(words, &contact.name),
        job: JobView::new(job),
        waiver: WaiverView::new(sheet, words),
        arrival: sheet.planned.map(|window| words.window(&window)),
        again,
        sender: occasion.sender(),
    };
    occasion.write(Envelope { kind: "waiver", job: Some(&job.id), to: vec![mailbox], attachments }, &view)
}
