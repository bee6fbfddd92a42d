//! What is known of a new client: options, questions, and whether they are there already (E01, E03).

use clap::Args;

use crate::book::duplicates::{Likeness, refusal};
use crate::book::{Book, Change};
use crate::cli::session::Session;
use crate::domain::client::Client;
use crate::domain::contact::Address;
use crate::domain::id::Id;
use crate::domain::moves::revising::filled;
use crate::domain::office::Office;
use crate::domain::typed::duplicate::Fingerprint;
use crate::problem::{Outcome, Problem};
use crate::ui::Question;

/// What is known of a new client.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "The client")]
pub struct ClientParticulars {
    /// Person to talk to, when it is not the client itself
    #[arg(long, value_name = "NAME")]
    person: Option<String>,
    /// Phone number
    #[arg(long, value_name = "NUMBER")]
    phone: Option<String>,
    /// Mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// Street and number of the site
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
    /// Country, when it is not the office's
    #[arg(long)]
    country: Option<String>,
    /// Class, which chooses the price book: standard, government, …
    #[arg(long)]
    class: Option<String>,
    /// Make the client even if one like it is there
    #[arg(long)]
    force: bool,
}

/// A client as it will be made.
pub struct NewClient {
    name: String,
    person: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    address: Address,
    class: String,
    /// What stands on the terminal only.
    pub told: Vec<String>,
}

/// The person's choice when the client may be there already.
pub enum Chosen {
    /// The client is new.
    New(Box<NewClient>),
    /// It is this one.
    Existing(Id),
}

impl ClientParticulars {
    /// Whether anything of them was given.
    pub fn is_given(&self) -> bool {
        let texts = [&self.person, &self.phone, &self.email, &self.street, &self.postcode, &self.city];
        texts.iter().any(|text| text.is_some()) || self.class.is_some()
    }

    /// Everything that is to be known; what is missing is asked on a terminal. If the client may be there
    /// already a person chooses; off a terminal it is refused, with `use_existing` as the remedy, in which
    /// `C-…` stands for the likeliest.
    ///
    /// # Errors
    /// `input-needed`, `phone`, `email`, `class-unknown`, `client-duplicate`, `card-number`.
    pub fn collect(
        &self,
        session: &Session,
        book: &Book,
        name: Option<&str>,
        use_existing: &str,
    ) -> Outcome<Chosen> {
        let texts = [&self.person, &self.street, &self.city, &self.postcode];
        session.refuse_secrets(texts.into_iter().flatten().map(String::as_str).chain(name))?;
        let asked = name.is_none();
        let name = match name.and_then(filled) {
            Some(name) => name,
            None => ask(session, "Name of the client", "--name NAME", true, &|_| Ok(()))?,
        };
        let office = book.office();
        let is_phone = |typed: &str| {
            filled(typed)
                .map_or(Ok(()), |typed| session.phone(book, &typed).map(drop).map_err(|e| e.to_string()))
        };
        let is_email = |typed: &str| {
            filled(typed).map_or(Ok(()), |typed| session.email(&typed).map(drop).map_err(|e| e.to_string()))
        };
        // Whoever names the client on the command line is only asked how they are reached.
        let unreached = asked || (self.phone.is_none() && self.email.is_none());
        let phone = given(session, unreached, &self.phone, "Phone", "--phone NUMBER", &is_phone)?;
        let email = given(session, unreached, &self.email, "Mail address", "--email ADDRESS", &is_email)?;
        let any = |_: &str| Ok(());
        let street = given(session, asked, &self.street, "Street and number", "--street TEXT", &any)?;
        let postcode = given(session, asked, &self.postcode, "Postal code", "--postcode CODE", &any)?;
        let city = given(session, asked, &self.city, "Town", "--city TEXT", &any)?;
        let mut new = NewClient {
            name,
            person: self.person.as_deref().and_then(filled),
            phone: phone.map(|typed| session.phone(book, &typed)).transpose()?,
            email: email.map(|typed| session.email(&typed)).transpose()?,
            address: Address {
                street,
                postcode,
                city,
                region: self.region.as_deref().and_then(filled),
                country: self.country.as_deref().and_then(filled),
            },
            class: known_class(office, self.class.as_deref())?,
            told: Vec::new(),
        };
        if self.force {
            return Ok(Chosen::New(Box::new(new)));
        }
        let found = book.clients_like(&new.fingerprint())?;
        if found.is_empty() {
            return Ok(Chosen::New(Box::new(new)));
        }
        if session.terminal.interactive() {
            return choose(session, &found, new);
        }
        let strong: Vec<Likeness> = found.iter().filter(|one| one.is_strong()).cloned().collect();
        if !strong.is_empty() {
            return Err(refusal(&strong, use_existing).into());
        }
        for likeness in found {
            new.told.push(format!("much like {}", likeness.sentence()));
        }
        Ok(Chosen::New(Box::new(new)))
    }
}

fn choose(session: &Session, found: &[Likeness], new: NewClient) -> Outcome<Chosen> {
    let mut options: Vec<String> =
        found.iter().take(5).map(|likeness| format!("use {}", likeness.sentence())).collect();
    let existing = options.len();
    options.push(format!("make {} as a new client", new.name));
    options.push("stop".to_string());
    let question = Question::new("This client seems to be there already", "--force or --client C-…");
    match session.terminal.ask_choice(&question, &options)? {
        at if at < existing => Ok(Chosen::Existing(found[at].id.clone())),
        at if at == existing => Ok(Chosen::New(Box::new(new))),
        _ => Err(Problem::refused("cancelled", "Nothing was changed").into()),
    }
}

/// The class, which the office must know.
///
/// # Errors
/// `class-unknown`.
pub fn known_class(office: &Office, typed: Option<&str>) -> Outcome<String> {
    let Some(typed) = typed else { return Ok(office.default_class.clone()) };
    if office.classes.contains_key(typed) || typed == office.default_class {
        return Ok(typed.to_string());
    }
    let known: Vec<&str> = office.classes.keys().map(String::as_str).collect();
    Err(Problem::refused("class-unknown", format!("the office has no class \"{typed}\""))
        .because(format!("jobbook.toml has: {}", known.join(", ")))
        .did_you_mean(typed, known.iter().copied())
        .remedy(format!("add [class.{typed}] to jobbook.toml"))
        .into())
}

fn given(
    session: &Session,
    asks: bool,
    typed: &Option<String>,
    label: &str,
    instead: &str,
    validate: &dyn Fn(&str) -> Result<(), String>,
) -> Outcome<Option<String>> {
    match typed {
        Some(typed) => Ok(filled(typed)),
        None if asks && session.terminal.interactive() => {
            Ok(filled(&ask(session, label, instead, false, validate)?))
        }
        None => Ok(None),
    }
}

/// Asks for a line; empty is an answer unless it is `needed`.
pub fn ask(
    session: &Session,
    label: &str,
    instead: &str,
    needed: bool,
    validate: &dyn Fn(&str) -> Result<(), String>,
) -> Outcome<String> {
    let answer = session.terminal.ask_text(&Question::new(label, instead), &|typed| {
        if needed && filled(typed).is_none() {
            return Err("This is needed".to_string());
        }
        session.refuse_secrets([typed]).map_err(|problems| problems.to_string())?;
        validate(typed)
    })?;
    Ok(answer.trim().to_string())
}

impl NewClient {
    fn fingerprint(&self) -> Fingerprint {
        Fingerprint::new(&self.name, self.phone.as_deref(), self.email.as_deref())
    }

    /// Makes the client in a change.
    ///
    /// # Errors
    /// As [`Change::new_client_id`].
    pub fn make(&self, change: &mut Change<'_>) -> Outcome<Client> {
        let seat = change.seat()?;
        let id = change.new_client_id()?;
        let mut client = Client::new(id, &self.name, &self.class, change.stamp().clone());
        if self.person.is_some() || self.phone.is_some() || self.email.is_some() {
            let contact = client.add_contact(&seat, self.person.as_ref().unwrap_or(&self.name));
            contact.phone.clone_from(&self.phone);
            contact.email.clone_from(&self.email);
        }
        if !self.address.is_empty() {
            client.add_site(&seat).address = self.address.clone();
        }
        Ok(client)
    }
}
