//! Names of accounts as a program can read them; different accounts keep different names.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::journal::AccountName;
use crate::reports::journal::Entry;

/// Every account of a journal with the name that it has there.
pub(super) struct Names(BTreeMap<AccountName, String>);

impl Names {
    /// Names for the accounts of `entries`, each part of them written by `write`.
    pub(super) fn new(entries: &[Entry], write: fn(&str) -> String) -> Names {
        let accounts: BTreeSet<&AccountName> =
            entries.iter().flat_map(|entry| &entry.postings).map(|posting| &posting.account).collect();
        let mut taken = BTreeSet::new();
        let mut names = BTreeMap::new();
        for account in accounts {
            let parts: Vec<String> = account.parts().iter().map(|part| write(part)).collect();
            let name = parts.join(":");
            let others = (2..).map(|n: u32| format!("{name}-{n}"));
            let free = std::iter::once(name.clone()).chain(others).find(|name| !taken.contains(name));
            let free = free.unwrap_or(name);
            taken.insert(free.clone());
            names.insert(account.clone(), free);
        }
        Names(names)
    }

    /// The name of an account.
    pub(super) fn of(&self, account: &AccountName) -> &str {
        self.0.get(account).map_or("", String::as_str)
    }

    /// All of them, by account.
    pub(super) fn all(&self) -> impl Iterator<Item = (&AccountName, &str)> {
        self.0.iter().map(|(account, name)| (account, name.as_str()))
    }
}

/// A part of a name for hledger and Ledger: letters, digits and what neither of them reads.
pub(super) fn plain(part: &str) -> String {
    let kept: String =
        part.chars().map(|c| if c.is_alphanumeric() || " -_.".contains(c) { c } else { '-' }).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let name = words.join(" ");
    if name.starts_with(char::is_alphanumeric) { name } else { format!("x{name}") }
}

/// A part of a name for Beancount: ASCII letters, digits and `-`, with a capital or a digit first.
pub(super) fn ascii(part: &str) -> String {
    let mut name = String::new();
    for c in part.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ß' | 'ẞ' => name.push_str("ss"),
            'æ' | 'Æ' => name.push_str("ae"),
            'ø' | 'Ø' => name.push('o'),
            c if c.is_ascii_alphanumeric() => name.push(c),
            _ => name.push('-'),
        }
    }
    match name.chars().next() {
        Some(first) if first.is_ascii_lowercase() => {
            name.replace_range(..1, &first.to_ascii_uppercase().to_string());
            name
        }
        Some(first) if first.is_ascii_alphanumeric() => name,
        _ => format!("X{name}"),
    }
}
