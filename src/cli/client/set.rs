//! `jobbook client set`: every field of a client (E02, E13, E16).

use clap::Args;

use super::billing::BillingArgs;
use super::particulars::known_class;
use super::reach::{PersonArgs, SiteArgs};
use crate::book::Book;
use crate::book::client_work::{ClientWork, Concerned};
use crate::cli::session::Session;
use crate::domain::client::{CheckIn, PriceTalk, Status};
use crate::domain::moves::revising::{Revision, filled};
use crate::problem::Outcome;

/// `jobbook client set`
#[derive(Debug, Args)]
#[command(after_help = "\
An empty value takes something off: --portal \"\".

Examples:
  jobbook client set C-0003 --reference po --terms-days 30 --billing-email bills@kettle.example
  jobbook client set C-0003 --e-invoice ubl --buyer-reference 04011000-1234512345-06
  jobbook client set C-0003 --contact 2 --phone \"030 7654321\"
  jobbook client set C-0003 --new-site --street \"Dock 4\" --city Bremen")]
pub struct Set {
    /// The client
    client: String,
    /// Name of the firm or person
    #[arg(long)]
    name: Option<String>,
    /// Class, which chooses the price book
    #[arg(long)]
    class: Option<String>,
    /// lead, active or inactive
    #[arg(long)]
    status: Option<Status>,
    /// Add a tag
    #[arg(long, value_name = "TAG")]
    tag: Vec<String>,
    /// Take a tag off
    #[arg(long, value_name = "TAG")]
    untag: Vec<String>,
    /// What a technician must observe
    #[arg(long, value_name = "TEXT")]
    protocol: Option<String>,
    /// Whether prices may be discussed on site: allowed or forbidden
    #[arg(long, value_name = "WHETHER")]
    price_talk: Option<String>,
    /// Number to call for checking in and out
    #[arg(long, value_name = "NUMBER")]
    check_in_phone: Option<String>,
    /// What a person or automated voice asks there
    #[arg(long, value_name = "TEXT")]
    check_in_instructions: Option<String>,
    #[command(flatten)]
    person: PersonArgs,
    #[command(flatten)]
    site: SiteArgs,
    #[command(flatten)]
    billing: BillingArgs,
}

impl Set {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.client(&book, &self.client)?;
        self.refuse_secrets(session)?;
        let person = self.person.change(session, &book)?;
        session.work_on_client(&book, &id, |work| {
            let mut alone = Revision::default();
            let paying = work.client.payment_on_file.clone();
            self.standing(&book, work, &mut alone)?;
            self.billing.change(session, &book, work, &mut alone)?;
            work.revised(&alone, &Concerned::Nobody)?;
            let mut seen_by_jobs = Revision::default();
            self.observed(session, &book, work, &mut seen_by_jobs)?;
            work.revised(&seen_by_jobs, &Concerned::All)?;
            self.person.apply(work, &person)?;
            self.site.apply(session, &book, work)?;
            if work.client.payment_on_file == paying { Ok(()) } else { work.look_again() }
        })
    }

    fn refuse_secrets(&self, session: &Session) -> Outcome<()> {
        let (person, site, billing) = (&self.person, &self.site, &self.billing);
        let texts = [
            &self.name,
            &self.protocol,
            &self.check_in_instructions,
            &person.person,
            &person.role,
            &person.contact_note,
            &site.site_name,
            &site.street,
            &site.access,
            &site.site_check_in_instructions,
            &billing.billing_name,
            &billing.billing_street,
            &billing.portal,
            &billing.tax_exempt,
            &billing.buyer_reference,
            &billing.e_address,
        ];
        session.refuse_secrets(texts.into_iter().flatten().map(String::as_str))?;
        session.refuse_secrets(billing.reference.iter().chain(&self.tag).map(String::as_str))
    }

    /// Where the client stands with the office.
    fn standing(&self, book: &Book, work: &mut ClientWork<'_, '_>, revision: &mut Revision) -> Outcome<()> {
        let client = &mut work.client;
        if let Some(class) = &self.class {
            revision.set("class", &mut client.class, known_class(book.office(), Some(class))?);
        }
        if let Some(status) = self.status {
            if status == Status::Active && client.status != Status::Active {
                let mut after = client.clone();
                for tag in &self.untag {
                    after.tags.retain(|own| own != tag);
                }
                book.must_let_be_active(&after)?;
            }
            revision.set("status", &mut client.status, status);
        }
        for (tags, wanted) in [(&self.tag, true), (&self.untag, false)] {
            for tag in tags {
                revision.list("tags", &mut client.tags, tag, wanted);
            }
        }
        Ok(())
    }

    /// What whoever works for the client goes by.
    fn observed(
        &self,
        session: &Session,
        book: &Book,
        work: &mut ClientWork<'_, '_>,
        revision: &mut Revision,
    ) -> Outcome<()> {
        let client = &mut work.client;
        if let Some(name) = self.name.as_deref().and_then(filled) {
            revision.set("name", &mut client.name, name);
        }
        if let Some(protocol) = &self.protocol {
            revision.set_option("protocol", &mut client.protocol, filled(protocol));
        }
        if let Some(typed) = &self.price_talk {
            let talk = filled(typed).map(|typed| typed.parse::<PriceTalk>()).transpose()?;
            revision.set_option("price-talk", &mut client.price_talk, talk);
        }
        let phone = self.check_in_phone.as_deref().map(|typed| session.phone(book, typed)).transpose()?;
        change_check_in(
            revision,
            &mut client.check_in,
            phone.as_deref(),
            self.check_in_instructions.as_deref(),
        );
        Ok(())
    }
}

/// Changes how a technician checks in and out; absent values stay, empty ones are taken off.
pub fn change_check_in(
    revision: &mut Revision,
    slot: &mut Option<CheckIn>,
    phone: Option<&str>,
    instructions: Option<&str>,
) {
    let mut check_in = slot.clone().unwrap_or(CheckIn { phone: None, instructions: None });
    if let Some(phone) = phone {
        revision.set_option("check-in-phone", &mut check_in.phone, filled(phone));
    }
    if let Some(instructions) = instructions {
        revision.set_option("check-in-instructions", &mut check_in.instructions, filled(instructions));
    }
    let is_empty = check_in.phone.is_none() && check_in.instructions.is_none();
    *slot = (!is_empty).then_some(check_in);
}
