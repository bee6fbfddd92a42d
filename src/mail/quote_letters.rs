//! Letters about a quote: the quote itself, and the question after it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::message::{Attachment, Message};
use super::occasion::{Envelope, Occasion, Sender, client_contact, greeting};
use crate::documents::paper_view::PaperView;
use crate::documents::words::Words;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::paper::Paper;
use crate::problem::Outcome;

#[derive(Serialize)]
struct QuoteLetter<'a> {
    greeting: String,
    paper: PaperView<'a>,
    until: Option<String>,
    deposit: Option<String>,
    sent_on: Option<String>,
    words: &'a BTreeMap<String, String>,
    sender: Sender,
}

/// The letter that a quote or change order goes out with.
///
/// # Errors
/// `no-mail-address`, `mail-address`, `office-without-mail`; `template` and `mail-template`.
pub fn quote_message(
    occasion: &Occasion<'_>,
    client: &Client,
    job: &Job,
    paper: &Paper,
    attachments: Vec<Attachment>,
) -> Outcome<Message> {
    letter(
        occasion,
        client,
        job,
        paper,
        Envelope { kind: "quote", job: Some(&job.id), to: Vec::new(), attachments },
        None,
    )
}

/// The question for an answer to a quote that was sent on `sent_on` (E09).
///
/// # Errors
/// As [`quote_message`].
pub fn follow_up_message(
    occasion: &Occasion<'_>,
    client: &Client,
    job: &Job,
    paper: &Paper,
    sent_on: NaiveDate,
) -> Outcome<Message> {
    let envelope =
        Envelope { kind: "follow-up", job: Some(&job.id), to: Vec::new(), attachments: Vec::new() };
    letter(occasion, client, job, paper, envelope, Some(sent_on))
}

fn letter(
    occasion: &Occasion<'_>,
    client: &Client,
    job: &Job,
    paper: &Paper,
    mut envelope: Envelope<'_>,
    sent_on: Option<NaiveDate>,
) -> Outcome<Message> {
    let words: &Words = occasion.words()?;
    let (contact, mailbox) = client_contact(client, job)?;
    envelope.to.push(mailbox);
    let view = QuoteLetter {
        greeting: greeting(words, &contact.name),
        paper: PaperView::new(paper, words),
        until: paper.until.map(|date| words.date(date)),
        deposit: paper.deposit.map(|deposit| words.money(deposit, &paper.currency)),
        sent_on: sent_on.map(|date| words.date(date)),
        words: &words.text,
        sender: occasion.sender(),
    };
    occasion.write(envelope, &view)
}
