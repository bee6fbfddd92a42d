//! What every letter starts from, and how a template becomes a message.
//!
//! Templates are plain text; the first line is `Subject: …`. `mail/de/quote.txt` is taken for an office
//! that writes German, `mail/en/quote.txt` where its language has none.

use serde::Serialize;

use super::mailbox::Mailbox;
use super::message::{Attachment, Message};
use crate::documents::clean::one_line;
use crate::documents::templates::Templates;
use crate::documents::words::Words;
use crate::domain::client::Client;
use crate::domain::contact::Contact;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::problem::{Outcome, Problem};

/// Kinds of letters that the clock makes.
const BY_THE_CLOCK: &[&str] = &["reminder-digest", "report"];

/// Why and by whom a message is written.
#[derive(Clone, Copy)]
pub struct Occasion<'a> {
    /// Stable key of the cause, such as that of a due.
    pub key: &'a str,
    /// The moment the message carries.
    pub at: Moment,
    /// Who writes: a short name of the team.
    pub by: &'a str,
    /// The office.
    pub office: &'a Office,
    /// Templates and words.
    pub templates: &'a Templates,
}

/// What every letter tells of who writes.
#[derive(Debug, Serialize)]
pub(super) struct Sender {
    person: Option<String>,
    office: String,
    phone: Option<String>,
}

/// What letters tell of the job.
#[derive(Debug, Serialize)]
pub(super) struct JobView<'a> {
    id: &'a str,
    title: String,
    work_order: Option<&'a str>,
    request: Option<&'a str>,
    scope: Option<&'a str>,
}

impl<'a> JobView<'a> {
    pub(super) fn new(job: &'a Job) -> JobView<'a> {
        JobView {
            id: job.id.as_str(),
            title: one_line(&job.title),
            work_order: job.work_order.as_deref(),
            request: job.request.as_deref(),
            scope: job.scope.as_deref(),
        }
    }
}

/// A message without its words: what it is, to whom, about what, with which files.
pub(super) struct Envelope<'a> {
    pub(super) kind: &'a str,
    pub(super) job: Option<&'a Id>,
    pub(super) to: Vec<Mailbox>,
    pub(super) attachments: Vec<Attachment>,
}

impl<'a> Occasion<'a> {
    /// The words in the office's language.
    pub(super) fn words(&self) -> Outcome<&'a Words> {
        self.templates.words(&self.office.language)
    }

    /// Who writes, as the signature has it.
    pub(super) fn sender(&self) -> Sender {
        let member = self.office.member(self.by);
        let own_phone = member.and_then(|member| member.phone.clone());
        Sender {
            person: member.map(|member| one_line(&member.full_name)),
            office: one_line(&self.office.name),
            phone: own_phone.or_else(|| self.office.phone.clone()),
        }
    }

    /// Fills the template of the envelope's kind with `view`.
    pub(super) fn write(&self, envelope: Envelope<'_>, view: &impl Serialize) -> Outcome<Message> {
        let Envelope { kind, job, to, attachments } = envelope;
        let template = self.template(kind)?;
        let written = self.templates.render(&template, view)?;
        let (first, text) = written.split_once('\n').unwrap_or((&written, ""));
        let subject = first.strip_prefix("Subject:").ok_or_else(|| {
            Problem::damaged("mail-template", format!("templates/{template} does not begin with a subject"))
                .remedy("make its first line: Subject: …")
        })?;
        Ok(Message {
            key: self.key.to_string(),
            kind: kind.to_string(),
            job: job.cloned(),
            date: self.at,
            by: self.by.to_string(),
            automatic: BY_THE_CLOCK.contains(&kind),
            from: self.from()?,
            to,
            subject: one_line(subject),
            text: text.trim_start_matches('\n').to_string(),
            html: None,
            attachments,
        })
    }

    fn template(&self, kind: &str) -> Outcome<String> {
        let language = &self.words()?.language;
        let own = format!("mail/{language}/{kind}.txt");
        Ok(if self.templates.has(&own) { own } else { format!("mail/en/{kind}.txt") })
    }

    fn from(&self) -> Outcome<Mailbox> {
        let address = self.office.email.as_deref().ok_or_else(|| {
            Problem::refused("office-without-mail", "the office has no mail address to write from")
                .remedy("set email in jobbook.toml")
        })?;
        Mailbox::new(&self.office.name, address)
    }
}

/// The contact of a job with their mail address, else the client's first contact who has one.
///
/// # Errors
/// `no-mail-address` when nobody of the client has one.
pub(super) fn client_contact<'a>(client: &'a Client, job: &Job) -> Outcome<(&'a Contact, Mailbox)> {
    let chosen = client.contact(job.contact.as_ref());
    let reached = chosen.into_iter().chain(&client.contacts).find_map(|contact| {
        let address = contact.email.as_deref()?;
        Some((contact, address))
    });
    let (contact, address) = reached.ok_or_else(|| no_address(client))?;
    Ok((contact, Mailbox::new(&contact.name, address)?))
}

pub(super) fn no_address(client: &Client) -> Problem {
    Problem::refused("no-mail-address", format!("{} {} has no mail address", client.id, client.name))
        .remedy(format!("jobbook client set {} --email ADDRESS", client.id))
        .remedy("or send it by another way: --via print, hand or portal")
}

/// The greeting of a letter.
pub(super) fn greeting(words: &Words, name: &str) -> String {
    words.fill("greeting", &[("name", &one_line(name))])
}
