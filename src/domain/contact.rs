//! How people are reached and how they reached us: persons, addresses, channels, logged contacts.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::id::Number;
use super::moment::Deadline;
use crate::domain::choice::choice;

choice! {
    /// The way a message or a talk took.
    Channel {
        Email = "email",
        Call = "call",
        Text = "text",
        Chat = "chat",
        Whatsapp = "whatsapp",
        Portal = "portal",
        Visit = "visit",
        Other = "other",
    }
}

choice! {
    /// Who turned to whom.
    Direction {
        Incoming = "in",
        Outgoing = "out",
    }
}

/// A person at the client's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Contact {
    /// Number inside the client's file; jobs point to it.
    #[serde(rename = "number")]
    pub n: Number,
    /// Name as it is written on a letter.
    pub name: String,
    /// What the person is there: owner, caretaker, accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// E.164, such as `+49301234567`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Mail address, lower case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Anything worth knowing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A postal address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Address {
    /// Street and number, and further lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    /// Postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// Town.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// State or region, where addresses have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Country, when it is not the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

impl Address {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Address::default()
    }

    /// The lines as they stand on an envelope.
    pub fn lines(&self) -> Vec<String> {
        let town: Vec<&str> =
            [&self.postcode, &self.city, &self.region].into_iter().flatten().map(String::as_str).collect();
        let mut lines: Vec<String> =
            self.street.iter().flat_map(|street| street.lines()).map(str::to_string).collect();
        if !town.is_empty() {
            lines.push(town.join(" "));
        }
        lines.extend(self.country.clone());
        lines
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.lines().join(", "))
    }
}

/// One exchange with the client, as the log keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Exchange {
    /// Who turned to whom.
    pub direction: Direction,
    /// By which way.
    pub channel: Channel,
    /// With whom, when it was not the job's own contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// What was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// When the client said the answer would come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<Deadline>,
}
