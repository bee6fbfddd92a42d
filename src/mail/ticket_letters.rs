//! Letters about a ticket: that it is solved, and the question how content the client is (S07).

use serde::Serialize;

use super::message::Message;
use super::occasion::{Envelope, JobView, Occasion, Sender, client_contact, greeting};
use crate::documents::clean::clean;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::ticket::Solution;
use crate::problem::Outcome;

#[derive(Serialize)]
struct Letter<'a> {
    greeting: String,
    job: JobView<'a>,
    received: String,
    solution: Option<String>,
    sender: Sender,
}

/// Tells the client that the ticket is solved, and asks whether it is.
///
/// # Errors
/// `no-mail-address`, `mail-address`, `office-without-mail`; `template` and `mail-template`.
pub fn resolved_message(
    occasion: &Occasion<'_>,
    client: &Client,
    job: &Job,
    solution: &Solution,
) -> Outcome<Message> {
    letter(occasion, "ticket-resolved", client, job, Some(solution))
}

/// Asks the client how content they are.
///
/// # Errors
/// As [`resolved_message`].
pub fn feedback_message(occasion: &Occasion<'_>, client: &Client, job: &Job) -> Outcome<Message> {
    letter(occasion, "feedback-request", client, job, None)
}

fn letter(
    occasion: &Occasion<'_>,
    kind: &str,
    client: &Client,
    job: &Job,
    solution: Option<&Solution>,
) -> Outcome<Message> {
    let words = occasion.words()?;
    let (contact, mailbox) = client_contact(client, job)?;
    let view = Letter {
        greeting: greeting(words, &contact.name),
        job: JobView::new(job),
        received: words.date(job.opened.at.date(occasion.office.zone())),
        solution: solution.map(|solution| clean(&solution.text)),
        sender: occasion.sender(),
    };
    let envelope = Envelope { kind, job: Some(&job.id), to: vec![mailbox], attachments: Vec::new() };
    occasion.write(envelope, &view)
}
