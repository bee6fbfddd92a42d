//! The log: what has no section of its own. Sections and log together are the history (DECISIONS 3).

use serde::{Deserialize, Serialize};

use super::contact::Exchange;
use super::moment::{Moment, Stamp};
use crate::problem::Problem;

/// One thing that happened and stands in no section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "WrittenEntry", into = "WrittenEntry")]
pub struct Entry {
    /// When, by whom.
    pub stamp: Stamp,
    /// What.
    pub what: What,
}

/// What a log entry tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// An exchange with the client.
    Contact(Exchange),
    /// A remark of the office.
    Note(String),
    /// The job moved on.
    Moved(Moved),
    /// A value was replaced.
    Changed(Changed),
    /// Reminders were made, by the keys of what was due.
    Reminded(Vec<String>),
    /// Something due was put off.
    Deferred(Deferred),
    /// A letter that the workflow asked for was laid into the outbox, or withdrawn from it.
    Letter(LetterNote),
}

/// The key of something due, as a person reads it: what sort it is and of what, without job and moments.
/// `J-2026-00017/planned-task/kick-off/2026-03-09` → `planned task kick-off`
fn spoken(key: &str) -> String {
    let mut parts = key.split('/').skip(1);
    let rule = parts.next().unwrap_or(key).replace('-', " ");
    let of = parts.take_while(|part| !part.starts_with(|first: char| first.is_ascii_digit()));
    std::iter::once(rule.as_str()).chain(of).collect::<Vec<_>>().join(" ")
}

/// A move from one stage to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Moved {
    /// The stage left; absent when the job was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The stage entered.
    pub to: String,
    /// The event, or the reason a person gave.
    pub because: String,
    /// What satisfied each gate that was passed (DECISIONS 11).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed: Vec<String>,
}

/// A value that was replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Changed {
    /// Which: `phone`, `title`, `billing.terms-days`.
    pub field: String,
    /// What it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

impl Changed {
    /// `phone: 030 1 → 030 2 (why)`.
    pub fn sentence(&self) -> String {
        let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "nothing".to_string());
        let because = self.because.as_ref().map_or(String::new(), |because| format!(" ({because})"));
        format!("{}: {} → {}{because}", self.field, shown(&self.from), shown(&self.to))
    }
}

impl What {
    /// In a line, as histories show it.
    pub fn sentence(&self) -> String {
        match self {
            What::Contact(exchange) => {
                let with = exchange.with.as_ref().map_or(String::new(), |with| format!(" with {with}"));
                let text = exchange.text.as_ref().map_or(String::new(), |text| format!(": {text}"));
                let answer = exchange
                    .answer_by
                    .map_or(String::new(), |by| format!(" (answer promised by {})", by.words()));
                format!("{} {}{with}{text}{answer}", exchange.channel, exchange.direction)
            }
            What::Note(text) => text.clone(),
            What::Moved(moved) => match &moved.from {
                Some(from) => format!("{from} → {} ({})", moved.to, moved.because),
                None => format!("→ {} ({})", moved.to, moved.because),
            },
            What::Changed(changed) => changed.sentence(),
            What::Reminded(keys) => {
                let of: Vec<String> = keys.iter().map(|key| spoken(key)).collect();
                format!("reminded of {}", of.join(", "))
            }
            What::Deferred(deferred) => {
                format!("put off until {}: {} ({})", deferred.until, spoken(&deferred.key), deferred.reason)
            }
            What::Letter(letter) => match &letter.withdrawn {
                None => format!("letter {} to {} prepared", letter.template, letter.to),
                Some(reason) => format!("letter {} to {} withdrawn: {reason}", letter.template, letter.to),
            },
        }
    }
}

/// Something due that was put off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Deferred {
    /// The key of what is due.
    pub key: String,
    /// Not before.
    pub until: Moment,
    /// Why.
    pub reason: String,
}

/// A letter that the workflow asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct LetterNote {
    /// By which template it was written.
    pub template: String,
    /// To whom, as the workflow says it.
    pub to: String,
    /// Its name in the outbox.
    pub file: String,
    /// Why it was withdrawn; absent when it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
}

impl schemars::JsonSchema for Entry {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Entry".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        WrittenEntry::json_schema(generator)
    }
}

/// One thing that happened: exactly one of the last seven is there.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
struct WrittenEntry {
    at: Moment,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    recorded: Option<Moment>,
    by: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    contact: Option<Exchange>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    moved: Option<Moved>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changed: Option<Changed>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reminded: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    deferred: Option<Deferred>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    letter: Option<LetterNote>,
}

impl TryFrom<WrittenEntry> for Entry {
    type Error = Problem;

    fn try_from(written: WrittenEntry) -> Result<Entry, Problem> {
        let WrittenEntry { at, recorded, by, contact, note, moved, changed, reminded, deferred, letter } =
            written;
        let told = [
            contact.map(What::Contact),
            note.map(What::Note),
            moved.map(What::Moved),
            changed.map(What::Changed),
            reminded.map(What::Reminded),
            deferred.map(What::Deferred),
            letter.map(What::Letter),
        ];
        let mut told = told.into_iter().flatten();
        match (told.next(), told.count()) {
            (Some(what), 0) => Ok(Entry { stamp: Stamp { at, recorded, by }, what }),
            (first, more) => Err(Problem::damaged(
                "log-entry",
                format!(
                    "a log entry tells one thing, this one tells {}",
                    usize::from(first.is_some()) + more
                ),
            )
            .remedy("give it exactly one of: contact, note, moved, changed, reminded, deferred, letter")),
        }
    }
}

impl From<Entry> for WrittenEntry {
    fn from(entry: Entry) -> WrittenEntry {
        let Stamp { at, recorded, by } = entry.stamp;
        let mut written = WrittenEntry {
            at,
            recorded,
            by,
            contact: None,
            note: None,
            moved: None,
            changed: None,
            reminded: None,
            deferred: None,
            letter: None,
        };
        match entry.what {
            What::Contact(exchange) => written.contact = Some(exchange),
            What::Note(text) => written.note = Some(text),
            What::Moved(moved) => written.moved = Some(moved),
            What::Changed(changed) => written.changed = Some(changed),
            What::Reminded(keys) => written.reminded = Some(keys),
            What::Deferred(deferred) => written.deferred = Some(deferred),
            What::Letter(letter) => written.letter = Some(letter),
        }
        written
    }
}
