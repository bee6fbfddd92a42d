//! A person of a client, and the places: options and what they change (E02).

use clap::Args;

use super::set::change_check_in;
use crate::book::Book;
use crate::book::client_work::{ClientWork, Concerned};
use crate::cli::session::Session;
use crate::domain::contact::Address;
use crate::domain::id::Number;
use crate::domain::moves::revising::{PersonChange, Revision, filled};
use crate::problem::{Outcome, Problem};

/// A person of the client.
#[derive(Debug, Args)]
#[command(next_help_heading = "A person")]
pub struct PersonArgs {
    /// Number of the person; the first when left out
    #[arg(long, value_name = "N")]
    pub(super) contact: Option<Number>,
    /// Add another person
    #[arg(long, conflicts_with = "contact", requires = "person")]
    pub(super) new_contact: bool,
    /// Name
    #[arg(long, value_name = "NAME")]
    pub(super) person: Option<String>,
    /// What the person is there: owner, caretaker, accounts
    #[arg(long, value_name = "TEXT")]
    pub(super) role: Option<String>,
    /// Phone number
    #[arg(long, value_name = "NUMBER")]
    pub(super) phone: Option<String>,
    /// Mail address
    #[arg(long, value_name = "ADDRESS")]
    pub(super) email: Option<String>,
    /// Anything worth knowing of the person
    #[arg(long, value_name = "TEXT")]
    pub(super) contact_note: Option<String>,
}

/// A place of the client.
#[derive(Debug, Args)]
#[command(next_help_heading = "A site")]
pub struct SiteArgs {
    /// Number of the site; the first when left out
    #[arg(long, value_name = "N")]
    pub(super) site: Option<Number>,
    /// Add another site
    #[arg(long, conflicts_with = "site")]
    pub(super) new_site: bool,
    /// What the place is called
    #[arg(long, value_name = "NAME")]
    pub(super) site_name: Option<String>,
    /// Street and number
    #[arg(long)]
    pub(super) street: Option<String>,
    /// Postal code
    #[arg(long, value_name = "CODE")]
    pub(super) postcode: Option<String>,
    /// Town
    #[arg(long)]
    pub(super) city: Option<String>,
    /// State or region
    #[arg(long)]
    pub(super) region: Option<String>,
    /// Country
    #[arg(long)]
    pub(super) country: Option<String>,
    /// Time zone, when it is not the office's
    #[arg(long)]
    pub(super) zone: Option<String>,
    /// Keys, gates, dogs
    #[arg(long, value_name = "TEXT")]
    pub(super) access: Option<String>,
    /// Number to call for checking in and out at this place
    #[arg(long, value_name = "NUMBER")]
    pub(super) site_check_in_phone: Option<String>,
    /// What a person or automated voice asks there
    #[arg(long, value_name = "TEXT")]
    pub(super) site_check_in_instructions: Option<String>,
}

impl PersonArgs {
    pub(super) fn change(&self, session: &Session, book: &Book) -> Outcome<PersonChange> {
        Ok(PersonChange {
            name: self.person.clone(),
            role: self.role.clone(),
            phone: self.phone.as_deref().map(|typed| session.phone(book, typed)).transpose()?,
            email: self.email.as_deref().map(|typed| session.email(typed)).transpose()?,
            note: self.contact_note.clone(),
        })
    }

    pub(super) fn apply(&self, work: &mut ClientWork<'_, '_>, change: &PersonChange) -> Outcome<()> {
        if change.is_empty() {
            return Ok(());
        }
        let seat = work.seat()?;
        let mut revision = Revision::default();
        let mut number = self.contact;
        if self.new_contact {
            let name = change.name.clone().unwrap_or_default();
            let contact = work.client.add_contact(&seat, &name);
            number = Some(contact.n);
            revision.told("contact", None, Some(name));
        }
        let Some(n) = work.client.change_person(&mut revision, number.as_ref(), change.clone(), &seat) else {
            return Err(no_such("contact", number.as_ref(), work));
        };
        work.revised(&revision, &Concerned::Person(n))
    }
}

impl SiteArgs {
    pub(super) fn apply(&self, session: &Session, book: &Book, work: &mut ClientWork<'_, '_>) -> Outcome<()> {
        let texts = [&self.site_name, &self.street, &self.postcode, &self.city, &self.region, &self.country];
        let further = [&self.zone, &self.access, &self.site_check_in_phone, &self.site_check_in_instructions];
        let is_given = texts.iter().chain(&further).any(|text| text.is_some());
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
        let phone =
            self.site_check_in_phone.as_deref().map(|typed| session.phone(book, typed)).transpose()?;
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
        let instructions = self.site_check_in_instructions.as_deref();
        change_check_in(&mut revision, &mut site.check_in, phone.as_deref(), instructions);
        let n = site.n;
        work.revised(&revision, &Concerned::Site(n))
    }
}

/// Changes street, postcode, city, region, country; absent ones stay. Told as one value.
pub(super) fn change_address(
    field: &str,
    address: &mut Address,
    typed: [&Option<String>; 5],
    revision: &mut Revision,
) {
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

fn no_such(what: &'static str, n: Option<&Number>, work: &ClientWork<'_, '_>) -> crate::problem::Problems {
    let n = n.map_or(String::new(), |n| format!(" {n}"));
    Problem::refused("number-none", format!("{} has no {what}{n}", work.client.id))
        .remedy(format!("jobbook client show {}", work.client.id))
        .into()
}
