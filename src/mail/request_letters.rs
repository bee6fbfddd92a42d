//! Questions to those who help with a quote: a supplier, an expert of the house (E06).

use serde::Serialize;

use super::mailbox::Mailbox;
use super::message::Message;
use super::occasion::{Envelope, JobView, Occasion, Sender};
use crate::documents::clean::one_line;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::quote::QuoteRequest;
use crate::problem::{Outcome, Problem};

#[derive(Serialize)]
struct Request<'a> {
    addressee: String,
    job: JobView<'a>,
    client: Option<String>,
    request: &'a str,
    sender: Sender,
}

/// Asks a supplier for price and delivery time; neither client nor site is named.
///
/// # Errors
/// `no-mail-address`, `mail-address`, `office-without-mail`; `template` and `mail-template`.
pub fn supplier_request_message(
    occasion: &Occasion<'_>,
    job: &Job,
    request: &QuoteRequest,
) -> Outcome<Message> {
    letter(occasion, "supplier-request", job, None, request)
}

/// Asks an expert of the house; one who is on the team is reached at the address of `team.toml`.
///
/// # Errors
/// As [`supplier_request_message`].
pub fn expert_request_message(
    occasion: &Occasion<'_>,
    client: &Client,
    job: &Job,
    request: &QuoteRequest,
) -> Outcome<Message> {
    letter(occasion, "expert-request", job, Some(client), request)
}

fn letter(
    occasion: &Occasion<'_>,
    kind: &str,
    job: &Job,
    client: Option<&Client>,
    request: &QuoteRequest,
) -> Outcome<Message> {
    let member = occasion.office.member(&request.name);
    let name = member.map_or(request.name.as_str(), |member| member.full_name.as_str());
    let address = request.email.as_deref().or_else(|| member?.email.as_deref()).ok_or_else(|| {
        Problem::refused("no-mail-address", format!("{} has no mail address", one_line(name)))
            .remedy(format!("jobbook quote request {} --email ADDRESS", job.id))
    })?;
    let view = Request {
        addressee: one_line(name),
        job: JobView::new(job),
        client: client.map(|client| one_line(&client.name)),
        request: &request.text,
        sender: occasion.sender(),
    };
    let to = vec![Mailbox::new(name, address)?];
    occasion.write(Envelope { kind, job: Some(&job.id), to, attachments: Vec::new() }, &view)
}
