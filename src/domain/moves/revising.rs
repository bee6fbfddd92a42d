//! Values replaced: each old → new, remembered for the log and told (E02).

use std::fmt::Display;

use crate::domain::client::Client;
use crate::domain::id::Number;
use crate::domain::job::Job;
use crate::domain::log::{Changed, Entry, What};
use crate::domain::moment::Stamp;

/// Values replaced in one go.
#[derive(Debug, Clone, Default)]
pub struct Revision {
    changes: Vec<Changed>,
}

impl Revision {
    /// Replaces a value that is always there.
    pub fn set<T: PartialEq + Display>(&mut self, field: &str, slot: &mut T, to: T) {
        if *slot != to {
            self.told(field, Some(slot.to_string()), Some(to.to_string()));
            *slot = to;
        }
    }

    /// Replaces a value that may be absent, also by nothing.
    pub fn set_option<T: PartialEq + Display>(&mut self, field: &str, slot: &mut Option<T>, to: Option<T>) {
        if *slot != to {
            self.told(field, slot.as_ref().map(ToString::to_string), to.as_ref().map(ToString::to_string));
            *slot = to;
        }
    }

    /// Puts a word into a list, or takes it out.
    pub fn list(&mut self, field: &str, list: &mut Vec<String>, word: &str, wanted: bool) {
        let before = list.join(", ");
        match (wanted, list.iter().position(|own| own == word)) {
            (true, None) => list.push(word.to_string()),
            (false, Some(at)) => {
                list.remove(at);
            }
            _ => return,
        }
        self.told(field, filled(&before), filled(&list.join(", ")));
    }

    /// Remembers a replacement that was made elsewhere.
    pub fn told(&mut self, field: &str, from: Option<String>, to: Option<String>) {
        if from != to {
            self.changes.push(Changed { field: field.to_string(), from, to, because: None });
        }
    }

    /// Gives the reason for all of them.
    pub fn because(&mut self, reason: &str) {
        for change in &mut self.changes {
            change.because = Some(reason.to_string());
        }
    }

    /// Everything that was replaced, in order.
    pub fn changes(&self) -> &[Changed] {
        &self.changes
    }

    /// Whether nothing was replaced.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The names of what was replaced, for sentences that may not tell values.
    pub fn fields(&self) -> String {
        let mut names: Vec<&str> = Vec::new();
        for change in &self.changes {
            if !names.contains(&change.field.as_str()) {
                names.push(&change.field);
            }
        }
        names.join(", ")
    }

    /// The entries for a log.
    pub fn entries(&self, stamp: &Stamp) -> Vec<Entry> {
        self.changes
            .iter()
            .map(|change| Entry { stamp: stamp.clone(), what: What::Changed(change.clone()) })
            .collect()
    }
}

/// The text, unless nothing is in it.
pub fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_string())
}

/// What is replaced on one of a client's persons; absent values stay.
#[derive(Debug, Clone, Default)]
pub struct PersonChange {
    /// Name as it is written on a letter.
    pub name: Option<String>,
    /// What the person is there; empty takes it off.
    pub role: Option<String>,
    /// E.164; empty takes it off.
    pub phone: Option<String>,
    /// Mail address; empty takes it off.
    pub email: Option<String>,
    /// Anything worth knowing; empty takes it off.
    pub note: Option<String>,
}

impl PersonChange {
    /// Whether nothing is replaced.
    pub fn is_empty(&self) -> bool {
        [&self.name, &self.role, &self.phone, &self.email, &self.note].iter().all(|value| value.is_none())
    }
}

impl Client {
    /// Changes the person of that number, else the first; a client without persons gets one. Answers with
    /// the person's number; absent when there is no such person.
    pub fn change_person(
        &mut self,
        revision: &mut Revision,
        number: Option<&Number>,
        change: PersonChange,
        seat: &str,
    ) -> Option<Number> {
        if self.contacts.is_empty() && number.is_none() {
            let name = self.name.clone();
            self.add_contact(seat, name);
        }
        let contact = match number {
            Some(number) => self.contacts.iter_mut().find(|contact| contact.n == *number)?,
            None => self.contacts.first_mut()?,
        };
        if let Some(name) = change.name.as_deref().and_then(filled) {
            revision.set("contact", &mut contact.name, name);
        }
        for (field, slot, to) in [
            ("contact-role", &mut contact.role, change.role),
            ("phone", &mut contact.phone, change.phone),
            ("email", &mut contact.email, change.email),
            ("contact-note", &mut contact.note, change.note),
        ] {
            if let Some(to) = to {
                revision.set_option(field, slot, filled(&to));
            }
        }
        Some(contact.n)
    }
}

impl Job {
    /// Whether this job is reached through that person of its client.
    pub fn is_reached_through(&self, client: &Client, person: &Number) -> bool {
        client.contact(self.contact.as_ref()).is_some_and(|contact| contact.n == *person)
    }

    /// Whether the work is done at that place of its client.
    pub fn is_at(&self, client: &Client, site: &Number) -> bool {
        client.site(self.site.as_ref()).is_some_and(|own| own.n == *site)
    }
}
