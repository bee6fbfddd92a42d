//! The journal of hledger and Ledger.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::names::{self, Names};
use super::{Frame, one_line};
use crate::domain::money::Currency;
use crate::reports::journal::Entry;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Hledger,
    Ledger,
}

pub(super) fn text(entries: &[Entry], frame: &Frame<'_>, dialect: Dialect) -> String {
    let mut out = String::new();
    let names = Names::new(entries, names::plain);
    let _ = writeln!(out, "; Journal of {}, written by jobbook\n", said(frame.office));
    let currencies: BTreeMap<&str, &Currency> =
        entries.iter().map(|entry| (entry.currency.code.as_str(), &entry.currency)).collect();
    if dialect == Dialect::Hledger {
        out.push_str("decimal-mark .\n");
    }
    for (code, currency) in currencies {
        // hledger wants the mark also where no digit follows it.
        let digits = "0".repeat(currency.digits as usize);
        let _ = match dialect {
            Dialect::Hledger => writeln!(out, "commodity 1000.{digits} {code}"),
            Dialect::Ledger if digits.is_empty() => writeln!(out, "commodity {code}\n    format 1000 {code}"),
            Dialect::Ledger => writeln!(out, "commodity {code}\n    format 1000.{digits} {code}"),
        };
    }
    out.push_str("tag invoice\ntag job\ntag kind\n\n");
    let by_id: BTreeMap<&str, &str> = frame.clients.iter().map(|(id, name)| (id.as_str(), *name)).collect();
    for (account, name) in names.all() {
        let _ = writeln!(out, "account {name}");
        let client = account.parts().last().and_then(|last| by_id.get(last.as_str()));
        if let Some(client) = client.map(|client| said(client)).filter(|client| !client.is_empty()) {
            let _ = match dialect {
                Dialect::Hledger => writeln!(out, "    ; {client}"),
                Dialect::Ledger => writeln!(out, "    note {client}"),
            };
        }
    }
    for entry in entries {
        let name = said(frame.name(&entry.client));
        let name = if name.is_empty() { entry.client.as_str() } else { &name };
        let _ = writeln!(out, "\n{} ({}) {name}", entry.date, entry.number);
        let _ = writeln!(out, "    ; kind: {}", entry.kind.as_str());
        if entry.holder != entry.client {
            let _ = writeln!(out, "    ; job: {}", entry.holder);
        }
        let width = entry.postings.iter().map(|posting| names.of(&posting.account).chars().count()).max();
        for posting in &entry.postings {
            let account = names.of(&posting.account);
            let amount = entry.currency.show(posting.amount);
            let _ = write!(out, "    {account:<width$}  {amount:>16}", width = width.unwrap_or(0));
            let _ = match &posting.invoice {
                Some(invoice) => writeln!(out, "  ; invoice: {invoice}"),
                None => writeln!(out),
            };
        }
    }
    out
}

/// Text in which neither program finds a comment, a note, a tag or a date.
fn said(text: &str) -> String {
    let harmless: String = text
        .chars()
        .map(|c| match c {
            ';' => ',',
            '|' => '/',
            ':' => ' ',
            '[' => '(',
            ']' => ')',
            c => c,
        })
        .collect();
    one_line(&harmless)
}
