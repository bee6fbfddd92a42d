//! Clients from a sheet, row by row: new, brought up to date, there already, or refused. One change for all of them.
//!
//! A row that names a client's ID says what holds from now on. A row that only looks like a client fills in what is
//! not known; what differs is told and left, and whoever may be one of several is not taken: nothing is guessed.

use super::change::Change;
use super::client_work::Concerned;
use crate::domain::client::Client;
use crate::domain::contact::Address;
use crate::domain::id::Id;
use crate::domain::moves::revising::Revision;
use crate::domain::typed::duplicate::{Fingerprint, MatchReason, matches};
use crate::domain::typed::secret::refuse_secrets;
use crate::domain::typed::{email, phone};
use crate::exchange::clients::ClientRow;
use crate::problem::{Kind, Outcome, Problem};

/// What became of a row.
#[derive(Debug, Clone)]
pub enum Fate {
    /// A new client, and who they are much like.
    New(Id, Option<String>),
    /// What changed on a client, and what differs and stays.
    Update(Id, Vec<String>, Vec<String>),
    /// A client who is there already, or may be: why nothing was done.
    Duplicate(Option<Id>, String),
    /// It cannot be taken.
    Refused(Problem),
}

/// A row with what became of it.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The line of the sheet.
    pub line: usize,
    /// The name in it.
    pub name: String,
    /// What became of it.
    pub fate: Fate,
}

/// A client that a row may be.
struct Known {
    id: Id,
    /// The line of the sheet that made it.
    line: Option<usize>,
    name: String,
    print: Fingerprint,
}

/// A row whose values were checked.
struct Checked<'r> {
    row: &'r ClientRow,
    phone: Option<String>,
    email: Option<String>,
    billing_email: Option<String>,
    terms_days: Option<u32>,
    class: Option<String>,
}

impl Change<'_> {
    /// Takes in the rows of a sheet of clients.
    ///
    /// # Errors
    /// What the disk refused; what is wrong in the clients' files.
    pub fn import_clients(&mut self, rows: &[ClientRow]) -> Outcome<Vec<Taken>> {
        let contents = self.book().contents()?;
        let standing = contents.clients.iter().map(|entry| &entry.summary);
        let standing = standing.filter(|client| client.merged_into.is_none());
        let mut known: Vec<Known> = standing
            .map(|client| {
                let phones = client.phones.iter().map(String::as_str);
                let emails = client.emails.iter().map(String::as_str);
                let print = Fingerprint::new(&client.name, phones, emails);
                Known { id: client.id.clone(), line: None, name: client.name.clone(), print }
            })
            .collect();
        let mut taken = Vec::new();
        for row in rows {
            let fate = match self.checked(row) {
                Ok(checked) => match self.attempt(|change| change.import_client(&checked, &mut known)) {
                    Ok(fate) => fate,
                    Err(problems) => refused(row, problems.into_vec()),
                },
                Err(problem) => refused(row, vec![problem]),
            };
            let name = row.get("name").or(row.get("id")).unwrap_or_default();
            // A card's number that stands in place of a name is not repeated either.
            let name = refuse_secrets(name).map_or("…", |()| name).to_string();
            taken.push(Taken { line: row.place.line, name, fate });
        }
        let count = |wanted: fn(&Fate) -> bool| taken.iter().filter(|row| wanted(&row.fate)).count();
        let (new, updated) =
            (count(|fate| matches!(fate, Fate::New(..))), count(|fate| matches!(fate, Fate::Update(..))));
        if new + updated > 0 {
            self.say(format!("clients from a sheet: {new} new, {updated} brought up to date"));
        }
        Ok(taken)
    }

    fn checked<'r>(&self, row: &'r ClientRow) -> Result<Checked<'r>, Problem> {
        let office = self.book().office();
        for text in row.fields.values() {
            refuse_secrets(text)?;
        }
        let class = row.get("class").map(str::to_lowercase);
        if let Some(class) = class
            .as_deref()
            .filter(|class| !office.classes.contains_key(*class) && *class != office.default_class)
        {
            let known: Vec<&str> = office.classes.keys().map(String::as_str).collect();
            return Err(Problem::refused("class-unknown", format!("the office has no class \"{class}\""))
                .did_you_mean(class, known.iter().copied())
                .remedy(format!("add [class.{class}] to jobbook.toml")));
        }
        let days = |text: &str| {
            let days = text.parse::<u32>().ok().filter(|days| *days <= 366);
            days.ok_or_else(|| Problem::usage("terms-days", format!("\"{text}\" is not a number of days")))
        };
        Ok(Checked {
            row,
            phone: row.get("phone").map(|typed| phone::e164(typed, &office.country)).transpose()?,
            email: row.get("email").map(email::address).transpose()?,
            billing_email: row.get("billing_email").map(email::address).transpose()?,
            terms_days: row.get("terms_days").map(days).transpose()?,
            class,
        })
    }

    fn import_client(&mut self, row: &Checked<'_>, known: &mut Vec<Known>) -> Outcome<Fate> {
        if let Some(typed) = row.row.get("id") {
            let id: Id = typed.parse()?;
            return self.update_client(&id, row, true);
        }
        let Some(name) = row.row.get("name") else {
            return Err(Problem::refused("import-name", "there is no name").into());
        };
        let print = Fingerprint::new(name, row.phone.as_deref(), row.email.as_deref());
        let likely: Vec<(&Known, Vec<MatchReason>)> = known
            .iter()
            .map(|other| (other, matches(&print, &other.print)))
            .filter(|(_, reasons)| !reasons.is_empty())
            .collect();
        let same: Vec<&Known> = likely
            .iter()
            .filter(|(_, reasons)| reasons.contains(&MatchReason::Name))
            .map(|(other, _)| *other)
            .collect();
        match same[..] {
            [] => {}
            [Known { line: Some(line), id, .. }] => {
                return Ok(Fate::Duplicate(Some(id.clone()), format!("the same as line {line}")));
            }
            [one] => {
                let id = one.id.clone();
                return self.update_client(&id, row, false);
            }
            _ => {
                let ids: Vec<&str> = same.iter().map(|one| one.id.as_str()).collect();
                let why = format!("may be {}: give its ID in a column id", ids.join(" or "));
                return Ok(Fate::Duplicate(None, why));
            }
        }
        let told = likely.iter().map(|(other, reasons)| {
            let strong = reasons.iter().find(|reason| **reason != MatchReason::SimilarName);
            (strong.is_some(), other.id.clone(), format!("{}, {}", other.name, reasons[0]))
        });
        let told: Vec<(bool, Id, String)> = told.collect();
        if let Some((_, id, why)) = told.iter().find(|(strong, ..)| *strong) {
            let why = format!("may be {id} ({why}): give its ID in a column id, or take the row out");
            return Ok(Fate::Duplicate(Some(id.clone()), why));
        }
        let like = told.first().map(|(_, id, _)| format!("much like {id}"));
        let (seat, stamp) = (self.seat()?, self.stamp().clone());
        let id = self.new_client_id()?;
        let class = row.class.clone().unwrap_or_else(|| self.book().office().default_class.clone());
        let mut client = Client::new(id.clone(), name, class, stamp);
        row.fill(&mut client, &seat, &mut Revision::default(), true);
        self.put_client(client);
        known.push(Known { id: id.clone(), line: Some(row.row.place.line), name: name.to_string(), print });
        Ok(Fate::New(id, like))
    }

    fn update_client(&mut self, id: &Id, row: &Checked<'_>, replaces: bool) -> Outcome<Fate> {
        let mut client = self.client(id)?;
        client.must_be_open()?;
        let (seat, stamp) = (self.seat()?, self.stamp().clone());
        let mut revision = Revision::default();
        let differs = row.fill(&mut client, &seat, &mut revision, replaces);
        if revision.is_empty() {
            let why = if differs.is_empty() {
                "nothing new in it".to_string()
            } else {
                format!("{}; a column id would replace it", differs.join("; "))
            };
            return Ok(Fate::Duplicate(Some(id.clone()), why));
        }
        client.log.extend(revision.entries(&stamp));
        self.tell_open_jobs(&client, &Concerned::All, revision.changes(), None)?;
        self.put_client(client);
        let told = revision.changes().iter().map(|changed| changed.sentence()).collect();
        Ok(Fate::Update(id.clone(), told, differs))
    }
}

fn refused(row: &ClientRow, problems: Vec<Problem>) -> Fate {
    let first = problems.into_iter().next();
    let problem = first.unwrap_or_else(|| Problem::refused("import-row", "it cannot be taken"));
    // What is wrong stands in the file, not on the command line.
    Fate::Refused(Problem { kind: Kind::Damaged, ..problem }.moved_to(row.place.clone()))
}

impl Checked<'_> {
    /// Puts the row's values into a client: all of them where it `replaces`, else those that are not known. Answers
    /// with what differs and stays.
    fn fill(&self, client: &mut Client, seat: &str, revision: &mut Revision, replaces: bool) -> Vec<String> {
        let mut filling = Filling { revision, replaces, differs: Vec::new() };
        let get = |field: &str| self.row.get(field).map(str::to_string);
        if let Some(name) = self.row.get("name").filter(|name| *name != client.name) {
            // A row without ID was found by this very name.
            if replaces {
                filling.revision.set("name", &mut client.name, name.to_string());
            }
        }
        self.fill_person(client, seat, &mut filling);
        let address = Address {
            street: get("street"),
            postcode: get("postcode"),
            city: get("city"),
            region: get("region"),
            country: get("country"),
        };
        if !address.is_empty() {
            if client.sites.is_empty() {
                client.add_site(seat);
            }
            if let Some(site) = client.sites.first_mut() {
                filling.address(&mut site.address, address);
            }
        }
        if let Some(class) = &self.class
            && replaces
        {
            filling.revision.set("class", &mut client.class, class.clone());
        }
        filling.text("billing-email", &mut client.billing.email, self.billing_email.clone());
        filling.text("tax-id", &mut client.billing.tax_id, get("tax_id"));
        filling.text("terms-days", &mut client.billing.terms_days, self.terms_days);
        for tag in self.row.get("tag").unwrap_or_default().split([',', ';']).map(str::trim) {
            if !tag.is_empty() {
                filling.revision.list("tags", &mut client.tags, tag, true);
            }
        }
        filling.differs
    }

    /// The person of that name, else the one of that mail address or phone, else a further one when a name is given,
    /// else the first.
    fn fill_person(&self, client: &mut Client, seat: &str, filling: &mut Filling<'_>) {
        let person = self.row.get("person");
        if person.is_none() && self.phone.is_none() && self.email.is_none() && self.row.get("role").is_none()
        {
            return;
        }
        let is_named = |name: &str| person.is_some_and(|person| person.to_lowercase() == name.to_lowercase());
        let found = client.contacts.iter().position(|contact| is_named(&contact.name)).or_else(|| {
            client.contacts.iter().position(|contact| {
                (self.email.is_some() && contact.email == self.email)
                    || (self.phone.is_some() && contact.phone == self.phone)
            })
        });
        let at = match (found, person) {
            (Some(at), _) => at,
            (None, None) if !client.contacts.is_empty() => 0,
            (None, person) => {
                let name = person.map_or_else(|| client.name.clone(), str::to_string);
                filling.revision.told("contact", None, Some(name.clone()));
                client.add_contact(seat, name);
                client.contacts.len() - 1
            }
        };
        let contact = &mut client.contacts[at];
        filling.text("contact-role", &mut contact.role, self.row.get("role").map(str::to_string));
        filling.text("phone", &mut contact.phone, self.phone.clone());
        filling.text("email", &mut contact.email, self.email.clone());
    }
}

struct Filling<'r> {
    revision: &'r mut Revision,
    replaces: bool,
    differs: Vec<String>,
}

impl Filling<'_> {
    fn text<T: PartialEq + ToString + std::fmt::Display>(
        &mut self,
        field: &str,
        slot: &mut Option<T>,
        to: Option<T>,
    ) {
        let Some(to) = to else { return };
        match slot {
            Some(own) if *own == to => {}
            Some(own) if !self.replaces => self.differs.push(format!("{field} is {own}, not {to}")),
            _ => self.revision.set_option(field, slot, Some(to)),
        }
    }

    fn address(&mut self, slot: &mut Address, to: Address) {
        let mut joined = slot.clone();
        let pairs = [
            (&mut joined.street, to.street),
            (&mut joined.postcode, to.postcode),
            (&mut joined.city, to.city),
            (&mut joined.region, to.region),
            (&mut joined.country, to.country),
        ];
        let mut differs = false;
        for (own, to) in pairs {
            match (&own, to) {
                (_, None) => {}
                (Some(own), Some(to)) if *own != to && !self.replaces => differs = true,
                (_, to) => *own = to,
            }
        }
        if differs {
            self.differs.push(format!("site is {slot}"));
            return;
        }
        let shown = |address: &Address| Some(address.to_string()).filter(|text| !text.is_empty());
        self.revision.told("site", shown(slot), shown(&joined));
        *slot = joined;
    }
}
