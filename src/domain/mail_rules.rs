//! How mail leaves the office, as its settings say it.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::office::Span;
use super::stationery::Attach;

/// How mail leaves the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailRules {
    /// By which way.
    pub transport: Transport,
    /// When letters leave, where they leave by themselves.
    pub send: SendWhen,
    /// The seat of the one copy of the book that sends (DECISIONS 32); empty is the first one.
    pub seat: String,
    /// How long a message may lie in `outbox/ready` before its maker is reminded.
    pub release_within: Span,
    /// In what form papers go along.
    pub attach: Attach,
    /// Addresses of roles and others, by name: they go before those of persons.
    pub addresses: BTreeMap<String, String>,
}

impl MailRules {
    /// A person sends every letter, within so long.
    pub fn by_hand(release_within: Span) -> MailRules {
        MailRules {
            transport: Transport::Folder,
            send: SendWhen::OnCommand,
            seat: String::new(),
            release_within,
            attach: Attach::Pdf,
            addresses: BTreeMap::new(),
        }
    }

    /// Whether letters leave as soon as a command has made them.
    pub fn is_at_once(&self) -> bool {
        self.transport != Transport::Folder && self.send == SendWhen::AtOnce
    }
}

choice! {
    /// When letters leave.
    SendWhen {
        /// When somebody, or cron, says so.
        OnCommand = "on-command",
        /// As soon as the command that made them is through.
        AtOnce = "at-once",
    }
}

/// By which way mail leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Transport {
    /// A person opens the draft in `outbox/ready`.
    Folder,
    /// A program of this machine takes each letter.
    Sendmail(Sendmail),
    /// A mail server takes them.
    Smtp(Smtp),
}

/// A program that takes a letter on its standard input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sendmail {
    /// The program and its first arguments.
    pub command: Vec<String>,
    /// How long it may take.
    pub timeout: Duration,
}

/// A mail server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Smtp {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is kept from others.
    pub tls: Tls,
    /// As whom the office logs in, if it does.
    pub user: Option<String>,
    /// Where the password comes from.
    pub password: Option<Password>,
    /// Certificates that are trusted in place of this machine's, as PEM; a path from the book's folder.
    pub ca_file: Option<String>,
    /// How long to wait for the connection, and for each answer.
    pub timeout: Duration,
}

choice! {
    /// How a connection is kept from others.
    Tls {
        /// Begun in the open and made secret before anything is said; without that nothing is sent.
        Starttls = "starttls",
        /// Secret from the first byte.
        Implicit = "implicit",
        /// Open.
        None = "none",
    }
}

/// Where a password comes from: never from the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Password {
    /// The first line that a program prints.
    Command(Vec<String>),
    /// A variable of the environment.
    Variable(String),
}

impl Transport {
    /// The word it is written as.
    pub fn name(&self) -> &'static str {
        match self {
            Transport::Folder => "folder",
            Transport::Sendmail(_) => "sendmail",
            Transport::Smtp(_) => "smtp",
        }
    }

    /// By which way, as attempts tell it: `smtp mail.example.com:587`.
    pub fn way(&self) -> String {
        match self {
            Transport::Folder => "folder".to_string(),
            Transport::Sendmail(sendmail) => {
                format!("sendmail {}", sendmail.command.first().map_or("", String::as_str))
            }
            Transport::Smtp(smtp) => format!("smtp {}:{}", smtp.host, smtp.port),
        }
    }
}
