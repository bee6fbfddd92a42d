//! The letter that an invoice, a deposit invoice or a credit note goes out with.

use std::collections::BTreeMap;

use serde::Serialize;

use super::mailbox::Mailbox;
use super::message::{Attachment, Message};
use super::occasion::{Envelope, Occasion, Sender, greeting, no_address};
use crate::documents::paper_view::PaperView;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::paper::{Paper, PaperKind};
use crate::problem::Outcome;

#[derive(Serialize)]
struct InvoiceLetter<'a> {
    greeting: String,
    paper: PaperView<'a>,
    is_credit: bool,
    credit: String,
    words: &'a BTreeMap<String, String>,
    sender: Sender,
}

/// The letter to the client's billing address about a job, or about a client whose jobs are billed together (E16).
///
/// # Errors
/// `no-mail-address`, `mail-address`, `office-without-mail`; `template` and `mail-template`.
pub fn invoice_message(
    occasion: &Occasion<'_>,
    client: &Client,
    about: &Id,
    paper: &Paper,
    attachments: Vec<Attachment>,
) -> Outcome<Message> {
    let words = occasion.words()?;
    let address = client.billing_email().ok_or_else(|| no_address(client))?;
    let known = client.contacts.iter().find(|contact| contact.email.as_deref() == Some(address));
    let name = known.map_or(paper.recipient.name.as_str(), |contact| contact.name.as_str());
    let view = InvoiceLetter {
        greeting: greeting(words, name),
        paper: PaperView::new(paper, words),
        is_credit: paper.kind == PaperKind::CreditNote,
        credit: words.money(-paper.due, &paper.currency),
        words: &words.text,
        sender: occasion.sender(),
    };
    let to = vec![Mailbox::new(name, address)?];
    occasion.write(Envelope { kind: "invoice", job: Some(about), to, attachments }, &view)
}
