//! Journals for plain-text accounting: [`plain`] for hledger and Ledger, [`beancount`]. [`names`]: accounts as each of
//! them can read.
//!
//! Nothing that a client wrote is read as anything but text.

mod beancount;
mod names;
mod plain;

use std::collections::BTreeMap;

use crate::domain::choice::choice;
use crate::domain::id::Id;
use crate::domain::typed::harmless::misleads;
use crate::reports::journal::Entry;

choice! {
    /// The program that a journal is for.
    JournalFormat {
        Hledger = "hledger",
        Ledger = "ledger",
        Beancount = "beancount",
    }
}

/// What stands in a journal besides its entries.
pub struct Frame<'a> {
    /// The office.
    pub office: &'a str,
    /// Names of clients.
    pub clients: BTreeMap<&'a Id, &'a str>,
}

/// The journal as a text.
pub fn text(format: JournalFormat, entries: &[Entry], frame: &Frame<'_>) -> String {
    match format {
        JournalFormat::Beancount => beancount::text(entries, frame),
        JournalFormat::Hledger => plain::text(entries, frame, plain::Dialect::Hledger),
        JournalFormat::Ledger => plain::text(entries, frame, plain::Dialect::Ledger),
    }
}

impl Frame<'_> {
    fn name<'f>(&'f self, client: &'f Id) -> &'f str {
        self.clients.get(client).copied().unwrap_or(client.as_str())
    }
}

/// One line of text: no line end, no control, single blanks.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if misleads(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests;
