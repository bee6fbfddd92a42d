//! The journal of Beancount.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use chrono::NaiveDate;

use super::names::{self, Names};
use super::{Frame, one_line};
use crate::domain::journal::AccountName;
use crate::reports::journal::{Entry, Kind};

pub(super) fn text(entries: &[Entry], frame: &Frame<'_>) -> String {
    let mut out = String::new();
    let names = Names::new(entries, names::ascii);
    let _ = writeln!(out, "option \"title\" {}", quoted(frame.office));
    let currencies: BTreeSet<&str> = entries.iter().map(|entry| entry.currency.code.as_str()).collect();
    for code in currencies {
        let _ = writeln!(out, "option \"operating_currency\" \"{code}\"");
    }
    out.push('\n');
    let opened = opened(entries);
    let by_id: BTreeMap<&str, &str> = frame.clients.iter().map(|(id, name)| (id.as_str(), *name)).collect();
    for (account, name) in names.all() {
        let Some((date, currencies)) = opened.get(account) else { continue };
        let currencies: Vec<&str> = currencies.iter().copied().collect();
        let _ = writeln!(out, "{date} open {name} {}", currencies.join(","));
        if let Some(client) = account.parts().last().and_then(|last| by_id.get(last.as_str())) {
            let _ = writeln!(out, "  client: {}", quoted(client));
        }
    }
    for entry in entries {
        let payee = quoted(frame.name(&entry.client));
        let _ = writeln!(out, "\n{} * {payee} {}", entry.date, quoted(&narration(entry)));
        let _ = writeln!(out, "  number: {}\n  kind: \"{}\"", quoted(&entry.number), entry.kind.as_str());
        if entry.holder != entry.client {
            let _ = writeln!(out, "  job: {}", quoted(entry.holder.as_str()));
        }
        for posting in &entry.postings {
            let amount = entry.currency.show(posting.amount);
            let _ = writeln!(out, "  {}  {amount}", names.of(&posting.account));
            if let Some(invoice) = &posting.invoice {
                let _ = writeln!(out, "    invoice: {}", quoted(invoice));
            }
        }
    }
    out
}

fn narration(entry: &Entry) -> String {
    let what = match entry.kind {
        Kind::Deposit => "Deposit",
        Kind::Invoice => "Invoice",
        Kind::Credit => "Credit note",
        Kind::Void => "Void",
        Kind::Payment => "Payment",
        Kind::Refund => "Refund",
    };
    let text = format!("{what} {} {}", entry.number, entry.title);
    text.trim_end().to_string()
}

/// The first day of each account, and its currencies.
fn opened(entries: &[Entry]) -> BTreeMap<&AccountName, (NaiveDate, BTreeSet<&str>)> {
    let mut opened: BTreeMap<&AccountName, (NaiveDate, BTreeSet<&str>)> = BTreeMap::new();
    for entry in entries {
        for posting in &entry.postings {
            let (first, currencies) =
                opened.entry(&posting.account).or_insert_with(|| (entry.date, BTreeSet::new()));
            *first = entry.date.min(*first);
            currencies.insert(&entry.currency.code);
        }
    }
    opened
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", one_line(text).replace('\\', "\\\\").replace('"', "\\\""))
}
