//! Whether a client is there already (E03).

use std::fmt;

use super::name;
use super::phone::without_extension;
use crate::domain::client::Client;

/// What of a client is compared. Small enough to stand in the index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fingerprint {
    /// [`name::key`] of the name.
    pub name_key: String,
    /// Phones, as [`super::phone::e164`] gives them.
    pub phones: Vec<String>,
    /// Mail addresses in lower case.
    pub emails: Vec<String>,
}

impl Fingerprint {
    /// Of a client who is about to be made; phones and addresses as they will be kept.
    pub fn new<'a>(
        name: &str,
        phones: impl IntoIterator<Item = &'a str>,
        emails: impl IntoIterator<Item = &'a str>,
    ) -> Fingerprint {
        Fingerprint {
            name_key: name::key(name),
            phones: phones.into_iter().map(str::to_string).collect(),
            emails: emails.into_iter().map(str::to_lowercase).collect(),
        }
    }

    /// Of a client's file.
    pub fn of(client: &Client) -> Fingerprint {
        let contacts = &client.contacts;
        Fingerprint::new(
            &client.name,
            contacts.iter().filter_map(|contact| contact.phone.as_deref()),
            contacts
                .iter()
                .filter_map(|contact| contact.email.as_deref())
                .chain(client.billing.email.as_deref()),
        )
    }
}

/// Why two clients may be one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchReason {
    /// They share this mail address.
    Email(String),
    /// They share this phone number.
    Phone(String),
    /// Their names are the same but for spelling and legal form.
    Name,
    /// Their names differ by a slip of the pen.
    SimilarName,
}

impl fmt::Display for MatchReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MatchReason::Email(email) => write!(f, "same mail address {email}"),
            MatchReason::Phone(phone) => write!(f, "same phone {phone}"),
            MatchReason::Name => f.write_str("same name"),
            MatchReason::SimilarName => f.write_str("almost the same name"),
        }
    }
}

/// Everything that speaks for `candidate` being `existing`, the strongest first; none when nothing does.
pub fn matches(candidate: &Fingerprint, existing: &Fingerprint) -> Vec<MatchReason> {
    let mut reasons = Vec::new();
    for email in &candidate.emails {
        if existing.emails.contains(email) {
            reasons.push(MatchReason::Email(email.clone()));
        }
    }
    for phone in &candidate.phones {
        let line = without_extension(phone);
        if existing.phones.iter().any(|other| without_extension(other) == line) {
            reasons.push(MatchReason::Phone(line.to_string()));
        }
    }
    if !candidate.name_key.is_empty() && candidate.name_key == existing.name_key {
        reasons.push(MatchReason::Name);
    } else if name::similar_keys(&candidate.name_key, &existing.name_key) {
        reasons.push(MatchReason::SimilarName);
    }
    reasons.dedup();
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_is_known_by_mail_phone_or_name() {
        let existing = Fingerprint::new("Copper Kettle Ltd", ["+12125550123;ext=4"], ["Info@Kettle.example"]);
        let same_line = Fingerprint::new("Somebody Else", ["+12125550123"], []);
        assert_eq!(matches(&same_line, &existing), [MatchReason::Phone("+12125550123".to_string())]);
        let same_mail = Fingerprint::new("The Coper Kettle", [], ["info@kettle.example"]);
        let told: Vec<String> = matches(&same_mail, &existing).iter().map(ToString::to_string).collect();
        assert_eq!(told, ["same mail address info@kettle.example", "almost the same name"]);
        let same_name = Fingerprint::new("COPPER KETTLE", [], []);
        assert_eq!(matches(&same_name, &existing), [MatchReason::Name]);
    }

    #[test]
    fn strangers_do_not_match() {
        let existing = Fingerprint::new("Copper Kettle", ["+12125550123"], []);
        assert!(matches(&Fingerprint::new("Harbour Dental", ["+12125550124"], []), &existing).is_empty());
        assert!(matches(&Fingerprint::new("", [], []), &Fingerprint::new("", [], [])).is_empty());
    }
}
