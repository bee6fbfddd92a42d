//! Letters that a workflow asks for on the way: to a role of the office, to an address, to the client.

use chrono_tz::Tz;
use serde::Serialize;

use super::mailbox::Mailbox;
use super::message::Message;
use super::occasion::{Envelope, JobView, Occasion, Sender, client_contact, greeting};
use crate::documents::clean::one_line;
use crate::documents::words::Words;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::log::Moved;
use crate::domain::moment::Deadline;
use crate::domain::office::Office;
use crate::domain::visit::Visit;
use crate::problem::{Outcome, Problem};
use crate::rules::effect::CLIENT;
use crate::rules::workflow::Workflow;

/// Why a notice is written.
#[derive(Clone, Copy)]
pub struct Notice<'a> {
    /// Template of `mail/LANGUAGE/`, without its ending.
    pub template: &'a str,
    /// A role, an address or [`CLIENT`].
    pub to: &'a str,
    /// The move that asks for it; absent when a person does.
    pub moved: Option<&'a Moved>,
}

#[derive(Serialize)]
struct NoticeView<'a> {
    addressee: String,
    greeting: String,
    job: JobView<'a>,
    tags: &'a [String],
    client: ClientView<'a>,
    stage: String,
    stage_before: Option<String>,
    because: Option<&'a str>,
    day: String,
    quote: Option<QuoteView>,
    references: Vec<ReferenceView>,
    visits: Vec<VisitView>,
    follow_ups: Vec<String>,
    sender: Sender,
}

/// What the office knows of the client, with everything that an invoice needs.
#[derive(Serialize)]
struct ClientView<'a> {
    id: &'a str,
    name: String,
    class: &'a str,
    contact: Option<String>,
    phone: Option<&'a str>,
    email: Option<&'a str>,
    site: Option<String>,
    bill_to: Vec<String>,
    bill_by_mail: Option<&'a str>,
    portal: Option<&'a str>,
    tax_id: Option<&'a str>,
    terms_days: u32,
    attachments: Vec<String>,
}

#[derive(Serialize)]
struct QuoteView {
    number: Option<String>,
    total: String,
}

#[derive(Serialize)]
struct ReferenceView {
    name: String,
    value: String,
}

#[derive(Serialize)]
struct VisitView {
    number: String,
    day: String,
    technician: Option<String>,
    hours: Option<String>,
    incomplete: Option<&'static str>,
    notes: Vec<String>,
}

/// The letter that the workflow asks for.
///
/// # Errors
/// `mail-to` for somebody nobody knows; `no-mail-address` for a client without one; `mail-address`,
/// `office-without-mail`; `no-template`, `template` and `mail-template`.
pub fn notice_message(
    occasion: &Occasion<'_>,
    client: &Client,
    job: &Job,
    workflow: &Workflow,
    notice: Notice<'_>,
) -> Outcome<Message> {
    let words = occasion.words()?;
    let office = occasion.office;
    let (addressee, mailbox) = addressee(occasion, client, job, notice.to)?;
    let title = |stage: &str| one_line(workflow.stage_title(stage));
    let approved = job.approved_quote().and_then(|quote| quote.sent.as_ref()).map(|sent| &sent.paper);
    let view = NoticeView {
        greeting: greeting(words, &addressee),
        addressee,
        job: JobView::new(job),
        tags: &job.tags,
        client: client_view(client, job, office),
        stage: title(&job.stage),
        stage_before: notice.moved.and_then(|moved| moved.from.as_deref()).map(title),
        because: notice.moved.map(|moved| moved.because.as_str()),
        day: words.day(occasion.at.date(office.zone())),
        quote: approved.map(|paper| QuoteView {
            number: paper.number.clone(),
            total: words.money(paper.totals.gross, &paper.currency),
        }),
        references: references(job, words),
        visits: visits(job, office, words),
        follow_ups: follow_ups(job, words),
        sender: occasion.sender(),
    };
    let envelope =
        Envelope { kind: notice.template, job: Some(&job.id), to: vec![mailbox], attachments: Vec::new() };
    occasion.write(envelope, &view)
}

/// Name and mailbox of whom the workflow writes to: the office's address for the name, else the person who does
/// what falls to the role, on this job or at all; the office's own address when that person has none.
fn addressee(occasion: &Occasion<'_>, client: &Client, job: &Job, to: &str) -> Outcome<(String, Mailbox)> {
    let office = occasion.office;
    if to == CLIENT {
        let (contact, mailbox) = client_contact(client, job)?;
        return Ok((one_line(&contact.name), mailbox));
    }
    let title = || one_line(office.roles.get(to).map_or(to, String::as_str));
    if let Some(address) = office.mail.addresses.get(to) {
        return Ok((title(), Mailbox::new(&title(), address)?));
    }
    if to.contains('@') {
        return Ok((one_line(&office.name), Mailbox::new("", to)?));
    }
    let owner = job.team.get(to).map_or(to, String::as_str);
    let member = office.person_for(owner, occasion.at.date(office.zone())).ok_or_else(|| {
        Problem::refused("mail-to", format!("nobody of the team has the role \"{}\"", one_line(to)))
            .did_you_mean(to, office.roles.keys().map(String::as_str))
            .remedy(format!("give it to somebody in team.toml, or add {to} = \"…\" under [mail.addresses]"))
    })?;
    let name = one_line(&member.full_name);
    let mailbox = match (&member.email, &office.email) {
        (Some(address), _) => Mailbox::new(&name, address)?,
        (None, Some(address)) => Mailbox::new(&title(), address)?,
        (None, None) => {
            return Err(Problem::refused("no-mail-address", format!("{name} has no mail address"))
                .remedy("set email of the person in team.toml, or of the office in jobbook.toml")
                .into());
        }
    };
    Ok((name, mailbox))
}

fn client_view<'a>(client: &'a Client, job: &'a Job, office: &Office) -> ClientView<'a> {
    let contact = client.contact(job.contact.as_ref());
    let billing = &client.billing;
    let site = client.site(job.site.as_ref()).filter(|site| !site.address.is_empty());
    let address =
        if billing.address.is_empty() { site.map(|site| &site.address) } else { Some(&billing.address) };
    let name = billing.name.as_ref().unwrap_or(&client.name);
    let lines = address.map(crate::domain::contact::Address::lines).unwrap_or_default();
    ClientView {
        id: client.id.as_str(),
        name: one_line(&client.name),
        class: &client.class,
        contact: contact.map(|contact| one_line(&contact.name)),
        phone: contact.and_then(|contact| contact.phone.as_deref()),
        email: contact.and_then(|contact| contact.email.as_deref()),
        site: site.map(|site| one_line(&site.address.to_string())),
        bill_to: std::iter::once(name).chain(&lines).map(|line| one_line(line)).collect(),
        bill_by_mail: client.billing_email(),
        portal: billing.portal.as_deref(),
        tax_id: billing.tax_id.as_deref(),
        terms_days: billing.terms_days.unwrap_or(office.invoice_days),
        attachments: billing.attachments.clone(),
    }
}

fn references(job: &Job, words: &Words) -> Vec<ReferenceView> {
    let own = job.work_order.iter().map(|value| ("work-order", value));
    let others = job.references.iter().map(|(name, value)| (name.as_str(), value));
    own.chain(others)
        .map(|(name, value)| ReferenceView { name: words.reference(name), value: one_line(value) })
        .collect()
}

/// The visits that took place, oldest first.
fn visits(job: &Job, office: &Office, words: &Words) -> Vec<VisitView> {
    let zone = office.zone();
    job.visits.iter().filter_map(|visit| visit_view(visit, zone, office, words)).collect()
}

fn visit_view(visit: &Visit, zone: Tz, office: &Office, words: &Words) -> Option<VisitView> {
    let outcome = visit.outcome.as_ref()?;
    let technician = visit.technician.as_deref();
    Some(VisitView {
        number: visit.n.to_string(),
        day: words.day(outcome.made.at.date(zone)),
        technician: technician
            .map(|name| one_line(office.member(name).map_or(name, |member| member.full_name.as_str()))),
        hours: outcome.hours.map(|hours| words.quantity(hours)),
        incomplete: outcome.incomplete.map(|cause| cause.as_str()),
        notes: outcome.note.iter().chain(visit.notes.iter().map(|note| &note.text)).cloned().collect(),
    })
}

/// What is still to do.
fn follow_ups(job: &Job, words: &Words) -> Vec<String> {
    let open = job.tasks.iter().filter(|task| task.done.is_none());
    open.map(|task| match task.due {
        Some(Deadline::Day(day)) => format!("{}: {}", words.day(day), one_line(&task.text)),
        Some(Deadline::At(at)) => format!("{}: {}", words.at(at), one_line(&task.text)),
        None => one_line(&task.text),
    })
    .collect()
}
