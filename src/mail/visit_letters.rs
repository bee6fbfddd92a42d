//! Letters about when somebody comes: the appointment, and a delivery that moved.

use chrono::NaiveDate;
use serde::Serialize;

use super::message::Message;
use super::occasion::{Envelope, JobView, Occasion, Sender, client_contact, greeting};
use crate::documents::clean::one_line;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::part::Part;
use crate::domain::visit::{Visit, VisitKind};
use crate::problem::{Outcome, Problem};

/// The kind of letters about days that no longer hold.
pub const PROMISE_CHANGE: &str = "promise-change";

#[derive(Serialize)]
struct Appointment<'a> {
    greeting: String,
    job: JobView<'a>,
    day: String,
    arrival: String,
    moved_from: Option<String>,
    remote: bool,
    link: Option<&'a str>,
    site: Option<String>,
    technician: Option<String>,
    sender: Sender,
}

#[derive(Serialize)]
struct EtaChange<'a> {
    greeting: String,
    job: JobView<'a>,
    part: String,
    expected: Option<String>,
    expected_before: Option<String>,
    arrival: Option<String>,
    sender: Sender,
}

#[derive(Serialize)]
struct PromiseChange<'a> {
    greeting: String,
    job: JobView<'a>,
    early: bool,
    promised: String,
    expected: String,
    sender: Sender,
}

/// Tells the client when somebody comes, and who; and what it replaces, if another time was told before.
///
/// # Errors
/// `visit-not-planned` without a window; `no-mail-address`, `mail-address`, `office-without-mail`;
/// `template` and `mail-template`.
pub fn appointment_message(
    occasion: &Occasion<'_>,
    client: &Client,
    job: &Job,
    visit: &Visit,
) -> Outcome<Message> {
    let words = occasion.words()?;
    let planned = visit.planned.ok_or_else(|| {
        Problem::refused("visit-not-planned", format!("visit {} of {} has no time yet", visit.n, job.id))
            .remedy(format!("jobbook visit add {} --on DAY", job.id))
    })?;
    let (contact, mailbox) = client_contact(client, job)?;
    let told_before = visit.notified.last().map(|told| told.window).filter(|window| *window != planned);
    let technician = visit.technician.as_ref().map(|name| {
        one_line(occasion.office.member(name).map_or(name.as_str(), |member| member.full_name.as_str()))
    });
    let view = Appointment {
        greeting: greeting(words, &contact.name),
        job: JobView::new(job),
        day: words.day(planned.from.date()),
        arrival: words.window(&planned),
        moved_from: told_before.map(|window| words.window(&window)),
        remote: visit.kind == Some(VisitKind::Remote),
        link: visit.link.as_deref(),
        site: client
            .site(job.site.as_ref())
            .filter(|site| !site.address.is_empty() && visit.kind != Some(VisitKind::Remote))
            .map(|site| one_line(&site.address.to_string())),
        technician,
        sender: occasion.sender(),
    };
    let envelope =
        Envelope { kind: "appointment", job: Some(&job.id), to: vec![mailbox], attachments: Vec::new() };
    occasion.write(envelope, &view)
}

/// Tells the client that the delivery of `part` has moved from `before` (E12).
///
/// # Errors
/// `no-mail-address`, `mail-address`, `office-without-mail`; `template` and `mail-template`.
pub fn eta_change_message(
    occasion: &Occasion<'_>,
    client: &Client,
    job: &Job,
    part: &Part,
    before: Option<NaiveDate>,
) -> Outcome<Message> {
    let words = occasion.words()?;
    let (contact, mailbox) = client_contact(client, job)?;
    let told = job.open_visit().and_then(|visit| visit.notified.last());
    let view = EtaChange {
        greeting: greeting(words, &contact.name),
        job: JobView::new(job),
        part: one_line(&part.text),
        expected: part.expected().map(|date| words.date(date)),
        expected_before: before.map(|date| words.date(date)),
        arrival: told.map(|told| words.window(&told.window)),
        sender: occasion.sender(),
    };
    let envelope =
        Envelope { kind: "eta-change", job: Some(&job.id), to: vec![mailbox], attachments: Vec::new() };
    occasion.write(envelope, &view)
}

/// Tells the client that the days they were told, `before`, no longer hold, and which do (P10).
///
/// # Errors
/// `no-mail-address`, `mail-address`, `office-without-mail`; `template` and `mail-template`.
pub fn promise_change_message(
    occasion: &Occasion<'_>,
    client: &Client,
    job: &Job,
    before: (NaiveDate, NaiveDate),
    now: (NaiveDate, NaiveDate),
) -> Outcome<Message> {
    let words = occasion.words()?;
    let (contact, mailbox) = client_contact(client, job)?;
    let view = PromiseChange {
        greeting: greeting(words, &contact.name),
        job: JobView::new(job),
        early: now.0 < before.0,
        promised: words.days(before.0, before.1),
        expected: words.days(now.0, now.1),
        sender: occasion.sender(),
    };
    let envelope =
        Envelope { kind: PROMISE_CHANGE, job: Some(&job.id), to: vec![mailbox], attachments: Vec::new() };
    occasion.write(envelope, &view)
}
