//! The whole book as JSON: what stands in each file, and beside it what follows from it now. The shape is published as
//! `book.schema.json`; whoever changes it otherwise than by adding to it raises [`FORMAT`].

use std::borrow::Cow;
use std::io::Write;

use serde::Serialize;
use serde_json::{Value, json};

use super::json_text::plain;
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::money::Amount;
use crate::rules::due::Due;

/// Version of the shape.
pub const FORMAT: u32 = 1;

/// The published schema, JSON Schema 2020-12.
pub const SCHEMA: &str = include_str!("book.schema.json");

/// The first record: whose book it is, and when this was made.
#[derive(Debug, Clone, Serialize)]
pub struct Head {
    /// Always `book`.
    kind: &'static str,
    format: u32,
    /// The moment of what is derived.
    made: String,
    office: Value,
}

impl Head {
    /// Of an office at a moment.
    pub fn new(made: String, office: Value) -> Head {
        Head { kind: "book", format: FORMAT, made, office }
    }
}

/// A client or job as it is written.
#[derive(Debug, Clone)]
pub struct Record(String);

impl Record {
    fn of(value: &Value) -> Record {
        let text = value.to_string();
        Record(match plain(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(plain) => plain,
        })
    }
}

/// A client: the facts of its file, and what follows from them.
pub fn client(client: &Client, balance: Amount) -> Record {
    let derived = json!({ "balance": balance });
    Record::of(&json!({ "kind": "client", "id": client.id, "facts": client, "derived": derived }))
}

/// What follows from a job's facts, the rules and the present.
#[derive(Debug, Clone, Serialize)]
pub struct Derived<'a> {
    /// The stage as people call it; absent where the workflow no longer has it.
    pub stage_title: Option<String>,
    /// Whether anything is left to do in its workflow.
    pub open: bool,
    /// What the client owes for it.
    pub balance: Amount,
    /// What is or will be due.
    pub dues: &'a [Due],
}

/// A job: the facts of its file, and what follows from them.
pub fn job(job: &Job, derived: &Derived<'_>) -> Record {
    Record::of(
        &json!({ "kind": "job", "id": job.id, "client": job.client, "facts": job, "derived": derived }),
    )
}

/// Writes records one after the other, each as soon as it is known.
pub struct Writer<W: Write> {
    out: W,
    lines: bool,
    section: Option<&'static str>,
}

impl<W: Write> Writer<W> {
    /// Begins with the head: as JSON lines, or as one document.
    ///
    /// # Errors
    /// What the target refused.
    pub fn begin(mut out: W, lines: bool, head: &Head) -> std::io::Result<Writer<W>> {
        let text = plain(&serde_json::to_string(head)?).into_owned();
        if lines {
            writeln!(out, "{text}")?;
        } else {
            // The head stays open for the records.
            write!(out, "{}", text.strip_suffix('}').unwrap_or(&text))?;
        }
        Ok(Writer { out, lines, section: None })
    }

    /// A record of a section: `clients` come before `jobs`.
    ///
    /// # Errors
    /// What the target refused.
    pub fn record(&mut self, section: &'static str, Record(text): &Record) -> std::io::Result<()> {
        if self.lines {
            return writeln!(self.out, "{text}");
        }
        if self.section == Some(section) {
            write!(self.out, ",\n{text}")
        } else {
            self.open(section)?;
            write!(self.out, "\n{text}")
        }
    }

    fn open(&mut self, section: &'static str) -> std::io::Result<()> {
        if self.section.is_some() {
            write!(self.out, "\n]")?;
        }
        self.section = Some(section);
        write!(self.out, ",\n\"{section}\": [")
    }

    /// Ends it; sections without a record are there, and empty.
    ///
    /// # Errors
    /// What the target refused.
    pub fn end(mut self) -> std::io::Result<W> {
        if !self.lines {
            if self.section.is_none() {
                self.open("clients")?;
            }
            if self.section != Some("jobs") {
                self.open("jobs")?;
            }
            writeln!(self.out, "\n]}}")?;
        }
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::summary::sample;

    fn head() -> Head {
        Head::new("2026-03-02T09:00:00+01:00".to_string(), json!({ "name": "}" }))
    }

    #[test]
    fn a_document_is_one_value_with_whichever_sections_have_records() {
        let of_client = client(&sample::client(), Amount::ZERO);
        for records in [
            vec![],
            vec![("clients", &of_client)],
            vec![("clients", &of_client); 2],
            vec![("jobs", &of_client)],
        ] {
            let mut writer = Writer::begin(Vec::new(), false, &head()).unwrap();
            for (section, record) in &records {
                writer.record(section, record).unwrap();
            }
            let text = String::from_utf8(writer.end().unwrap()).unwrap();
            let value: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
            assert_eq!(value["office"]["name"], "}");
            let count = ["clients", "jobs"]
                .iter()
                .filter_map(|name| value[name].as_array())
                .map(Vec::len)
                .sum::<usize>();
            assert_eq!(count, records.len(), "{text}");
        }
    }

    #[test]
    fn lines_are_one_value_each() {
        let mut writer = Writer::begin(Vec::new(), true, &head()).unwrap();
        writer.record("clients", &client(&sample::client(), Amount::ZERO)).unwrap();
        let text = String::from_utf8(writer.end().unwrap()).unwrap();
        let kinds: Vec<Value> =
            text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["kind"].clone()).collect();
        assert_eq!(kinds, ["book", "client"]);
    }
}
