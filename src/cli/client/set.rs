//! `jobbook client set`: every field of a client (E02, E13, E16).

use clap::Args;

use super::particulars::known_class;
use crate::book::Book;
use crate::book::client_work::{ClientWork, Concerned};
use crate::cli::session::Session;
use crate::domain::client::{CheckIn, PriceTalk, Status, TaxExemption};
use crate::domain::contact::Address;
use crate::domain::id::Number;
use crate::domain::money::Amount;
use crate::domain::moves::revising::{PersonChange, Revision, filled};
use crate::problem::{Outcome, Problem};

/// `jobbook client set`
#[derive(Debug, Args)]
#[command(after_help = "\
An empty value takes something off: --portal \"\".

Examples:
  jobbook client set C-0003 --reference po --terms-days 30 --billing-email bills@kettle.example
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

/// A person of the client.
#[derive(Debug, Args)]
#[command(next_help_heading = "A person")]
struct PersonArgs {
    /// Number of the person; the first when left out
    #[arg(long, value_name = "N")]
    contact: Option<Number>,
    /// Add another person
    #[arg(long, conflicts_with = "contact", requires = "person")]
    new_contact: bool,
    /// Name
    #[arg(long, value_name = "NAME")]
    person: Option<String>,
    /// What the person is there: owner, caretaker, accounts
    #[arg(long, value_name = "TEXT")]
    role: Option<String>,
    /// Phone number
    #[arg(long, value_name = "NUMBER")]
    phone: Option<String>,
    /// Mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// Anything worth knowing of the person
    #[arg(long, value_name = "TEXT")]
    contact_note: Option<String>,
}

/// A place of the client.
#[derive(Debug, Args)]
#[command(next_help_heading = "A site")]
struct SiteArgs {
    /// Number of the site; the first when left out
    #[arg(long, value_name = "N")]
    site: Option<Number>,
    /// Add another site
    #[arg(long, conflicts_with = "site")]
    new_site: bool,
    /// What the place is called
    #[arg(long, value_name = "NAME")]
    site_name: Option<String>,
    /// Street and number
    #[arg(long)]
    street: Option<String>,
    /// Postal code
    #[arg(long, value_name = "CODE")]
    postcode: Option<String>,
    /// Town
    #[arg(long)]
    city: Option<String>,
    /// State or region
    #[arg(long)]
    region: Option<String>,
    /// Country
    #[arg(long)]
    country: Option<String>,
    /// Time zone, when it is not the office's
    #[arg(long)]
    zone: Option<String>,
    /// Keys, gates, dogs
    #[arg(long, value_name = "TEXT")]
    access: Option<String>,
}

/// How the client is billed.
#[derive(Debug, Args)]
#[command(next_help_heading = "Billing")]
struct BillingArgs {
    /// Name on invoices
    #[arg(long, value_name = "NAME")]
    billing_name: Option<String>,
    /// Where invoices are mailed to
    #[arg(long, value_name = "ADDRESS")]
    billing_email: Option<String>,
    /// Street on invoices
    #[arg(long, value_name = "STREET")]
    billing_street: Option<String>,
    /// Postal code on invoices
    #[arg(long, value_name = "CODE")]
    billing_postcode: Option<String>,
    /// Town on invoices
    #[arg(long, value_name = "CITY")]
    billing_city: Option<String>,
    /// State or region on invoices
    #[arg(long, value_name = "REGION")]
    billing_region: Option<String>,
    /// Country on invoices
    #[arg(long, value_name = "COUNTRY")]
    billing_country: Option<String>,
    /// Days until payment is due
    #[arg(long, value_name = "DAYS")]
    terms_days: Option<String>,
    /// A purchase order must stand on invoices: as --reference po
    #[arg(long)]
    po_required: bool,
    /// A reference that must stand on invoices: po, work-order, cost-centre
    #[arg(long, value_name = "NAME")]
    reference: Vec<String>,
    /// A reference that is no longer required
    #[arg(long, value_name = "NAME")]
    no_reference: Vec<String>,
    /// A kind of document that must go with invoices: photo, work-order
    #[arg(long, value_name = "KIND")]
    attachment: Vec<String>,
    /// A kind of document that is no longer required
    #[arg(long, value_name = "KIND")]
    no_attachment: Vec<String>,
    /// Portal that invoices are submitted in
    #[arg(long, value_name = "NAME")]
    portal: Option<String>,
    /// Template of its own, a file name under templates/
    #[arg(long, value_name = "FILE")]
    template: Option<String>,
    /// One invoice over several jobs: yes or no
    #[arg(long, value_name = "YES/NO", num_args = 0..=1, default_missing_value = "yes", value_parser = ["yes", "no"])]
    consolidated: Option<String>,
    /// No quote or invoice above this without the client's word
    #[arg(long, value_name = "AMOUNT")]
    not_to_exceed: Option<String>,
    /// Tax number of the client
    #[arg(long, value_name = "NUMBER")]
    tax_id: Option<String>,
    /// Certificate that frees them from tax, and the last day it holds
    #[arg(long, value_name = "CERTIFICATE[:DAY]")]
    tax_exempt: Option<String>,
}

impl Set {
    pub(super) fn run(&self, session: &Session) -> Outcome<()> {
        let book = session.book()?;
        let id = session.client(&book, &self.client)?;
        self.refuse_secrets(session)?;
        let person = self.person.change(session, &book)?;
        session.work_on_client(&book, &id, |work| {
            let mut alone = Revision::default();
            self.standing(&book, work, &mut alone)?;
            self.billing.change(session, &book, work, &mut alone)?;
            work.revised(&alone, &Concerned::Nobody)?;
            let mut seen_by_jobs = Revision::default();
            self.observed(session, &book, work, &mut seen_by_jobs)?;
            work.revised(&seen_by_jobs, &Concerned::All)?;
            self.person.apply(work, &person)?;
            self.site.apply(work)
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
            &billing.billing_name,
            &billing.billing_street,
            &billing.portal,
            &billing.tax_exempt,
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

impl PersonArgs {
    fn change(&self, session: &Session, book: &Book) -> Outcome<PersonChange> {
        Ok(PersonChange {
            name: self.person.clone(),
            role: self.role.clone(),
            phone: self.phone.as_deref().map(|typed| session.phone(book, typed)).transpose()?,
            email: self.email.as_deref().map(|typed| session.email(typed)).transpose()?,
            note: self.contact_note.clone(),
        })
    }

    fn apply(&self, work: &mut ClientWork<'_, '_>, change: &PersonChange) -> Outcome<()> {
        if change.is_empty() {
            return Ok(());
        }
        let seat = work.seat()?;
        let mut revision = Revision::default();
        let mut number = self.contact.clone();
        if self.new_contact {
            let name = change.name.clone().unwrap_or_default();
            let contact = work.client.add_contact(&seat, &name);
            number = Some(contact.n.clone());
            revision.told("contact", None, Some(name));
        }
        let Some(n) = work.client.change_person(&mut revision, number.as_ref(), change.clone(), &seat) else {
            return Err(no_such("contact", number.as_ref(), work));
        };
        work.revised(&revision, &Concerned::Person(n))
    }
}

impl SiteArgs {
    fn apply(&self, work: &mut ClientWork<'_, '_>) -> Outcome<()> {
        let texts = [&self.site_name, &self.street, &self.postcode, &self.city, &self.region, &self.country];
        let is_given =
            texts.iter().any(|text| text.is_some()) || self.zone.is_some() || self.access.is_some();
        if !is_given {
            return Ok(());
        }
        if let Some(zone) = self.zone.as_deref().and_then(filled)
            && zone.parse::<chrono_tz::Tz>().is_err()
        {
            let names = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
            return Err(Problem::usage("zone", format!("\"{zone}\" is not a time zone"))
                .did_you_mean(&zone, names)
                .remedy("give one such as Europe/Lisbon or America/Chicago")
                .into());
        }
        let seat = work.seat()?;
        let mut revision = Revision::default();
        if self.new_site || (self.site.is_none() && work.client.sites.is_empty()) {
            work.client.add_site(&seat);
        }
        let site = match &self.site {
            Some(n) => work.client.sites.iter_mut().find(|site| site.n == *n),
            None if self.new_site => work.client.sites.last_mut(),
            None => work.client.sites.first_mut(),
        };
        let Some(site) = site else { return Err(no_such("site", self.site.as_ref(), work)) };
        for (field, slot, to) in [
            ("site-name", &mut site.name, &self.site_name),
            ("zone", &mut site.zone, &self.zone),
            ("access", &mut site.access, &self.access),
        ] {
            if let Some(to) = to {
                revision.set_option(field, slot, filled(to));
            }
        }
        let typed = [&self.street, &self.postcode, &self.city, &self.region, &self.country];
        change_address("site", &mut site.address, typed, &mut revision);
        let n = site.n.clone();
        work.revised(&revision, &Concerned::Site(n))
    }
}

/// Changes street, postcode, city, region, country; absent ones stay. Told as one value.
fn change_address(field: &str, address: &mut Address, typed: [&Option<String>; 5], revision: &mut Revision) {
    let mut to = address.clone();
    let slots = [&mut to.street, &mut to.postcode, &mut to.city, &mut to.region, &mut to.country];
    for (slot, typed) in slots.into_iter().zip(typed) {
        if let Some(typed) = typed {
            *slot = filled(typed);
        }
    }
    revision.told(field, filled(&address.to_string()), filled(&to.to_string()));
    *address = to;
}

impl BillingArgs {
    fn change(
        &self,
        session: &Session,
        book: &Book,
        work: &mut ClientWork<'_, '_>,
        revision: &mut Revision,
    ) -> Outcome<()> {
        let billing = &mut work.client.billing;
        let email = self.billing_email.as_deref().map(|typed| session.email(typed)).transpose()?;
        for (field, slot, to) in [
            ("billing-name", &mut billing.name, &self.billing_name),
            ("billing-email", &mut billing.email, &email),
            ("portal", &mut billing.portal, &self.portal),
            ("template", &mut billing.template, &self.template),
            ("tax-id", &mut billing.tax_id, &self.tax_id),
        ] {
            if let Some(to) = to {
                revision.set_option(field, slot, filled(to));
            }
        }
        let typed = [
            &self.billing_street,
            &self.billing_postcode,
            &self.billing_city,
            &self.billing_region,
            &self.billing_country,
        ];
        change_address("billing-address", &mut billing.address, typed, revision);
        if let Some(typed) = &self.terms_days {
            let days = filled(typed).map(|typed| typed.parse::<u32>()).transpose().map_err(|_| {
                Problem::usage("terms-days", format!("\"{typed}\" is not a number of days"))
                    .remedy("write it like --terms-days 30")
            })?;
            revision.set_option("terms-days", &mut billing.terms_days, days);
        }
        if self.po_required {
            revision.list("references", &mut billing.references, "po", true);
        }
        for (names, wanted) in [(&self.reference, true), (&self.no_reference, false)] {
            for name in names {
                revision.list("references", &mut billing.references, name, wanted);
            }
        }
        for (kinds, wanted) in [(&self.attachment, true), (&self.no_attachment, false)] {
            for kind in kinds {
                revision.list("attachments", &mut billing.attachments, kind, wanted);
            }
        }
        if let Some(consolidated) = &self.consolidated {
            revision.set("consolidated", &mut billing.consolidated, consolidated == "yes");
        }
        if let Some(typed) = &self.not_to_exceed {
            revision.set_option("not-to-exceed", &mut billing.not_to_exceed, limit(typed)?);
        }
        if let Some(typed) = &self.tax_exempt {
            let exemption = filled(typed).map(|typed| exemption(session, book, &typed)).transpose()?;
            let shown = |one: &TaxExemption| match one.expires {
                Some(day) => format!("{} until {day}", one.certificate),
                None => one.certificate.clone(),
            };
            revision.told(
                "tax-exempt",
                billing.tax_exemption.as_ref().map(shown),
                exemption.as_ref().map(shown),
            );
            billing.tax_exemption = exemption;
        }
        Ok(())
    }
}

/// An amount that is not to be exceeded; empty for none.
///
/// # Errors
/// What is wrong with the amount.
pub fn limit(typed: &str) -> Outcome<Option<Amount>> {
    let amount = filled(typed).map(|typed| typed.parse::<Amount>().and_then(Amount::not_negative));
    Ok(amount.transpose()?)
}

/// `CERTIFICATE` or `CERTIFICATE:DAY`.
fn exemption(session: &Session, book: &Book, typed: &str) -> Outcome<TaxExemption> {
    match typed.rsplit_once(':') {
        Some((certificate, day)) => Ok(TaxExemption {
            certificate: certificate.trim().to_string(),
            expires: Some(session.day(book, day)?),
        }),
        None => Ok(TaxExemption { certificate: typed.to_string(), expires: None }),
    }
}

fn no_such(what: &'static str, n: Option<&Number>, work: &ClientWork<'_, '_>) -> crate::problem::Problems {
    let n = n.map_or(String::new(), |n| format!(" {n}"));
    Problem::refused("number-none", format!("{} has no {what}{n}", work.client.id))
        .remedy(format!("jobbook client show {}", work.client.id))
        .into()
}
