//! Clients and their persons as vCards (RFC 6350, version 4.0): a card for the client, and one for each person there.
//!
//! A card keeps its UID for good, so that an address book which takes the file in again replaces what it has.

use std::fmt::Write;

use crate::domain::client::Client;
use crate::domain::contact::{Address, Contact};
use crate::domain::moment::Moment;
use crate::domain::typed::harmless::misleads;

/// The cards of `clients`; `house` is what follows the `@` in UIDs. Of an erased client and of one that was found to
/// be another there is none.
pub fn cards<'c>(clients: impl IntoIterator<Item = &'c Client>, house: &str) -> (String, usize) {
    let (mut text, mut count) = (String::new(), 0);
    for client in clients {
        if client.erased.is_some() || client.merged_into.is_some() {
            continue;
        }
        // A client who is a person needs no card of a firm beside it.
        let is_person = matches!(&client.contacts[..], [only] if only.name == client.name);
        if !is_person {
            text.push_str(&card(client, None, house));
            count += 1;
        }
        for contact in &client.contacts {
            text.push_str(&card(client, Some(contact), house));
            count += 1;
        }
    }
    (text, count)
}

fn card(client: &Client, contact: Option<&Contact>, house: &str) -> String {
    let mut card = Card(String::new());
    card.line("BEGIN", "VCARD");
    card.line("VERSION", "4.0");
    let of = contact.map_or(String::new(), |contact| format!("-contact-{}", contact.n));
    card.line("UID;VALUE=text", &escaped(&format!("{}{of}@{house}", client.id)));
    card.line("KIND", if contact.is_some() { "individual" } else { "org" });
    let name = contact.map_or(client.name.as_str(), |contact| contact.name.as_str());
    card.line("FN", &escaped(name));
    match contact {
        Some(contact) => {
            card.line("N", &structured(&family_first(&contact.name)));
            if contact.name != client.name {
                card.line("ORG", &escaped(&client.name));
            }
            card.maybe("TITLE", contact.role.as_deref());
            // E.164, with what was said of an extension.
            card.maybe("TEL;VALUE=text;TYPE=\"voice,work\"", contact.phone.as_deref());
            card.maybe("EMAIL", contact.email.as_deref());
            card.maybe("NOTE", contact.note.as_deref());
        }
        None => {
            card.line("ORG", &escaped(&client.name));
            card.maybe("EMAIL", client.billing.email.as_deref());
        }
    }
    for site in &client.sites {
        card.address(site.name.as_deref(), &site.address);
    }
    if contact.is_none() {
        card.address(Some("billing"), &client.billing.address);
    }
    if !client.tags.is_empty() {
        let tags: Vec<String> = client.tags.iter().map(|tag| escaped(tag)).collect();
        card.line("CATEGORIES", &tags.join(","));
    }
    let last = client.log.iter().map(|entry| entry.stamp.at).fold(client.opened.at, Moment::max);
    card.line("REV", &last.instant().to_utc().format("%Y%m%dT%H%M%SZ").to_string());
    card.line("END", "VCARD");
    card.0
}

struct Card(String);

impl Card {
    fn maybe(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.line(name, &escaped(value));
        }
    }

    fn address(&mut self, label: Option<&str>, address: &Address) {
        if address.is_empty() {
            return;
        }
        let part = |part: &Option<String>| part.clone().unwrap_or_default();
        let parts = [
            String::new(),
            String::new(),
            part(&address.street),
            part(&address.city),
            part(&address.region),
            part(&address.postcode),
            part(&address.country),
        ];
        let name = match label.map(parameter).filter(|label| !label.is_empty()) {
            Some(label) => format!("ADR;LABEL=\"{label}\""),
            None => "ADR".to_string(),
        };
        self.line(&name, &structured(&parts));
    }

    /// A line, folded after 75 bytes, never within a character.
    fn line(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut room = 75;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = 74;
            }
            room -= c.len_utf8();
            let _ = self.0.write_char(c);
        }
        self.0.push_str("\r\n");
    }
}

/// Family name, given names and three more that nobody knows: the last word is taken for the family's.
fn family_first(name: &str) -> [String; 5] {
    let words: Vec<&str> = name.split_whitespace().collect();
    let (family, given) =
        words.split_last().map_or(("", String::new()), |(last, rest)| (*last, rest.join(" ")));
    [family.to_string(), given, String::new(), String::new(), String::new()]
}

fn structured(parts: &[String]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
    parts.join(";")
}

/// Text as a value: marks escaped, line ends as `\n`, no control characters and none that turn the writing.
fn escaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ',' | ';' => plain.extend(['\\', c]),
            '\n' | '\r' => plain.push_str("\\n"),
            c if misleads(c) => {}
            c => plain.push(c),
        }
    }
    plain
}

/// Text within the quotes of a parameter, by RFC 6868.
fn parameter(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('^', "^^").replace('"', "^'").replace('\n', "^n");
    text.chars().filter(|c| !misleads(*c)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::erasure::Erasure;
    use crate::domain::moment::Stamp;
    use crate::domain::summary::sample;

    #[test]
    fn an_erased_or_merged_client_has_no_card() {
        let mut client = sample::client();
        client.merged_into = None;
        assert_eq!(cards([&client], "x").1, 3);
        client.merged_into = Some("C-0001".parse().unwrap());
        assert_eq!(cards([&client], "x"), (String::new(), 0));
        client.merged_into = None;
        let (made, reason) =
            (Stamp::new("2026-03-01T09:00:00Z".parse().unwrap(), "ola"), "asked".to_string());
        client.erased = Some(Erasure { made, reason, kept: Vec::new(), later: Vec::new() });
        assert_eq!(cards([&client], "x"), (String::new(), 0));
    }

    proptest! {
        #[test]
        fn lines_are_short_and_a_name_stays_one_value(name in "[\\PC\n\r\t;,:\\\\\"^]{1,90}") {
            let mut client = sample::client();
            client.merged_into = None;
            client.name.clone_from(&name);
            client.sites[0].name = Some(name.clone());
            let (text, count) = cards([&client], "x");
            prop_assert_eq!(text.matches("BEGIN:VCARD\r\n").count(), count);
            prop_assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
            let unfolded = text.replace("\r\n ", "");
            prop_assert!(unfolded.lines().all(|line| line.split(':').next().is_some_and(|head| {
                ["BEGIN", "VERSION", "UID", "KIND", "FN", "N", "ORG", "TEL", "EMAIL", "ADR", "CATEGORIES", "REV", "END"]
                    .iter().any(|known| head == *known || head.starts_with(&format!("{known};")))
            })), "{}", unfolded);
        }
    }
}
