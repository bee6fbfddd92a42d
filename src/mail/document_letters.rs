//! Letters that a document goes out with, and those that carry a scheduled report.

use chrono::NaiveDate;
use serde::Serialize;

use super::mailbox::Mailbox;
use super::message::{Attachment, Message};
use super::occasion::{Envelope, Occasion, Sender, client_contact, greeting, no_address};
use crate::documents::clean::one_line;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::office::Member;
use crate::problem::{Outcome, Problem};

#[derive(Serialize)]
struct DocumentLetter {
    greeting: String,
    title: String,
    to_sign: bool,
    sender: Sender,
}

#[derive(Serialize)]
struct ReportLetter {
    greeting: String,
    title: String,
    day: String,
    missed: usize,
    sender: Sender,
}

/// What a document's letter says.
pub struct Enclosed<'a> {
    /// Title of the document.
    pub title: &'a str,
    /// Whether it shall come back signed.
    pub to_sign: bool,
    /// The document.
    pub attachments: Vec<Attachment>,
}

/// The letter that a document goes out with, to the job's contact or the client's first.
///
/// # Errors
/// `no-mail-address`, `mail-address`, `office-without-mail`; `template` and `mail-template`.
pub fn document_message(
    occasion: &Occasion<'_>,
    client: &Client,
    job: Option<&Job>,
    enclosed: Enclosed<'_>,
) -> Outcome<Message> {
    let (name, mailbox) = addressee(client, job)?;
    let words = occasion.words()?;
    let view = DocumentLetter {
        greeting: greeting(words, &name),
        title: one_line(enclosed.title),
        to_sign: enclosed.to_sign,
        sender: occasion.sender(),
    };
    let envelope = Envelope {
        kind: "document",
        job: job.map(|job| &job.id),
        to: vec![mailbox],
        attachments: enclosed.attachments,
    };
    occasion.write(envelope, &view)
}

fn addressee(client: &Client, job: Option<&Job>) -> Outcome<(String, Mailbox)> {
    if let Some(job) = job {
        let (contact, mailbox) = client_contact(client, job)?;
        return Ok((contact.name.clone(), mailbox));
    }
    let reached = client.contacts.iter().find_map(|contact| Some((contact, contact.email.as_deref()?)));
    let (contact, address) = reached.ok_or_else(|| no_address(client))?;
    Ok((contact.name.clone(), Mailbox::new(&contact.name, address)?))
}

/// A scheduled report, about to be mailed.
pub struct Carried<'a> {
    /// Its title.
    pub title: &'a str,
    /// The day it is of.
    pub day: NaiveDate,
    /// How many earlier ones were not made.
    pub missed: usize,
    /// The report.
    pub attachments: Vec<Attachment>,
}

/// The letter that carries a report to a colleague.
///
/// # Errors
/// `no-mail-address` when team.toml has none; as [`document_message`].
pub fn report_to_member(occasion: &Occasion<'_>, member: &Member, report: Carried<'_>) -> Outcome<Message> {
    let address = member.email.as_deref().ok_or_else(|| {
        Problem::refused("no-mail-address", format!("{} has no mail address", member.full_name))
            .remedy("add it in team.toml")
    })?;
    let to = Mailbox::new(&member.full_name, address)?;
    carry(occasion, &member.full_name, to, None, report)
}

/// The letter that carries a report to the client whose job it is about.
///
/// # Errors
/// As [`document_message`].
pub fn report_to_client(
    occasion: &Occasion<'_>,
    client: &Client,
    job: &Job,
    report: Carried<'_>,
) -> Outcome<Message> {
    let (contact, to) = client_contact(client, job)?;
    carry(occasion, &contact.name, to, Some(job), report)
}

fn carry(
    occasion: &Occasion<'_>,
    name: &str,
    to: Mailbox,
    job: Option<&Job>,
    report: Carried<'_>,
) -> Outcome<Message> {
    let words = occasion.words()?;
    let view = ReportLetter {
        greeting: greeting(words, name),
        title: one_line(report.title),
        day: words.date(report.day),
        missed: report.missed,
        sender: occasion.sender(),
    };
    let envelope = Envelope {
        kind: "report",
        job: job.map(|job| &job.id),
        to: vec![to],
        attachments: report.attachments,
    };
    occasion.write(envelope, &view)
}
