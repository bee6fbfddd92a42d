//! `jobbook client show`

use std::collections::BTreeSet;

use clap::Args;
use serde_json::json;

use crate::book::Book;
use crate::book::index::Wanted;
use crate::cli::job::show::{answered, came_to};
use crate::cli::session::Session;
use crate::domain::client::{CheckIn, Client, PaymentOnFile};
use crate::domain::form::FormOf;
use crate::domain::money::Amount;
use crate::domain::payment::Payment;
use crate::domain::summary::JobSummary;
use crate::problem::Outcome;
use crate::ui::{Cell, Facts};

/// How many entries of the log are shown.
const LAST: usize = 5;

/// `jobbook client show`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook client show C-0003")]
pub struct Show {
    /// The client: 3, C-0003, or words
    client: String,
}

impl Show {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let client = book.client(&session.client(&book, &self.client)?)?;
        let (jobs, damaged) = book.survey(Wanted::Everything, book.soon(), |survey| {
            survey.of_client(&client.id).jobs(|entry| Some(entry.summary))
        })?;
        let own: Amount = client.invoices.iter().map(crate::domain::invoice::Invoice::claim).sum();
        let paid: Amount = client.payments.iter().map(Payment::signed).sum();
        let balance = own - paid + jobs.iter().map(|job| job.balance).sum::<Amount>();
        if session.terminal.is_json() {
            let jobs: Vec<_> = jobs
                .iter()
                .map(|job| {
                    json!({
                        "id": job.id, "title": job.title, "workflow": job.workflow, "stage": job.stage,
                        "tags": job.tags, "balance": job.balance, "open": !book.rules().is_final(&job.workflow, &job.stage),
                    })
                })
                .collect();
            let digits = book.office().prices.currency.digits;
            session
                .terminal
                .json(&json!({"client": client, "jobs": jobs, "balance": balance.rounded(digits), "sealed": book.sealed_in::<Client>(&client.id), "notices": book.notices(&client)}));
            return Ok(());
        }
        session.tell_all_damaged(&damaged);
        session.terminal.facts(&facts(&book, &client, &jobs, balance));
        Ok(())
    }
}

fn facts(book: &Book, client: &Client, jobs: &[JobSummary], balance: Amount) -> Facts {
    let mut facts = Facts::new();
    facts.section(format!("{}  {}", client.id, client.name));
    if let Some(erasure) = &client.erased {
        let made = &erasure.made;
        let day = made.at.date(book.office().zone());
        facts.fact("erased", format!("{day} by {}: {}", made.by, erasure.reason));
        for kept in &erasure.kept {
            facts.fact("kept", format!("{} until {}", kept.paper, kept.until));
        }
    }
    for notice in book.notices(client) {
        facts.fact("note", Cell::caution(notice));
    }
    if let Some(year) = book.sealed_in::<Client>(&client.id) {
        facts.fact("sealed", format!("with {year}; the next change of their file ends it"));
    }
    facts.fact("status", client.status.as_str());
    facts.fact("class", client.class.as_str());
    let of_jobs = jobs.iter().filter(|job| !book.rules().is_final(&job.workflow, &job.stage));
    let tags: BTreeSet<&str> =
        client.tags.iter().chain(of_jobs.flat_map(|job| &job.tags)).map(String::as_str).collect();
    if !tags.is_empty() {
        facts.fact("tags", tags.into_iter().collect::<Vec<_>>().join(", "));
    }
    for contact in &client.contacts {
        let parts =
            [Some(&contact.name), contact.role.as_ref(), contact.phone.as_ref(), contact.email.as_ref()];
        let mut line = parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        if let Some(note) = &contact.note {
            line = format!("{line} ({note})");
        }
        facts.fact(format!("contact {}", contact.n), line);
    }
    for site in &client.sites {
        let address = site.address.to_string();
        let parts = [site.name.as_ref(), Some(&address).filter(|text| !text.is_empty()), site.zone.as_ref()];
        let mut line = parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        if let Some(access) = &site.access {
            line = format!("{line} ({access})");
        }
        facts.fact(format!("site {}", site.n), line);
        facts.maybe("check-in", site.check_in.as_ref().map(check_in));
    }
    facts.maybe("check-in", client.check_in.as_ref().map(check_in));
    facts.maybe("prices on site", client.price_talk.map(|talk| talk.to_string()));
    let protocol = client.protocol.clone().or_else(|| book.office().class(&client.class).protocol);
    facts.maybe("protocol", protocol);
    for form in book.office().forms.values().filter(|form| form.of == FormOf::Client) {
        facts.maybe(&form.title, client.forms.get(&form.name).map(|answers| answered(form, answers)));
    }
    billing(&mut facts, book, client);
    facts.section("Jobs");
    let (mut open, mut closed) = (0, 0);
    for job in jobs {
        if book.rules().is_final(&job.workflow, &job.stage) {
            closed += 1;
            continue;
        }
        open += 1;
        facts.fact(job.id.as_str(), format!("{}: {}", job.title, book.stage_title(job)));
    }
    if closed > 0 {
        facts.fact("closed", format!("{closed}, see jobbook job list --all --client {}", client.id));
    } else if open == 0 {
        facts.fact("none", Cell::muted(format!("jobbook job new {} \"…\"", client.id)));
    }
    let shown = book.office().prices.currency.show(balance);
    facts.fact("balance", if balance > Amount::ZERO { Cell::caution(shown) } else { Cell::plain(shown) });
    if !client.documents.is_empty() {
        facts.section("Documents");
        for document in &client.documents {
            facts.fact(document.kind.as_str(), format!("{}{}", document.reference, came_to(document)));
        }
    }
    if !client.log.is_empty() {
        facts.section("Log");
        let mut entries: Vec<_> = client.log.iter().collect();
        entries.sort_by_key(|entry| entry.stamp.at);
        for entry in entries.iter().rev().take(LAST).rev() {
            let at =
                entry.stamp.at.in_zone(book.office().zone()).instant().format("%Y-%m-%d %H:%M").to_string();
            facts.fact(at, format!("{}: {}", entry.stamp.by, entry.what.sentence()));
        }
    }
    facts
}

fn billing(facts: &mut Facts, book: &Book, client: &Client) {
    let billing = &client.billing;
    facts.section("Billing");
    facts.maybe("name", billing.name.clone());
    if !billing.address.is_empty() {
        facts.fact("address", billing.address.to_string());
    }
    facts.fact("mailed to", client.billing_email().unwrap_or("nobody: no mail address is known"));
    let days = billing.terms_days.unwrap_or(book.office().invoice_days);
    facts.fact("payable within", format!("{days} days"));
    if !billing.references.is_empty() {
        facts.fact("references", format!("required: {}", billing.references.join(", ")));
    }
    if !billing.attachments.is_empty() {
        facts.fact("attachments", format!("required: {}", billing.attachments.join(", ")));
    }
    facts.maybe("portal", billing.portal.clone());
    facts.maybe("template", billing.template.clone());
    facts.maybe("pays by", client.payment_on_file.as_ref().map(PaymentOnFile::words));
    if billing.consolidated {
        facts.fact("invoices", "one over several jobs");
    }
    let currency = &book.office().prices.currency;
    facts.maybe("not to exceed", billing.not_to_exceed.map(|amount| currency.show(amount)));
    facts.maybe("tax number", billing.tax_id.clone());
    facts.maybe(
        "free of tax",
        billing.tax_exemption.as_ref().map(|exemption| match exemption.expires {
            Some(day) => format!("{}, until {day}", exemption.certificate),
            None => exemption.certificate.clone(),
        }),
    );
    facts.maybe("e-invoice", billing.e_invoice.map(|form| form.to_string()));
    facts.maybe("buyer reference", billing.buyer_reference.clone());
    facts.maybe("e-address", billing.e_address.clone());
}

/// How a technician checks in and out, on a line.
pub fn check_in(check_in: &CheckIn) -> String {
    let parts = [&check_in.phone, &check_in.instructions];
    parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(": ")
}
