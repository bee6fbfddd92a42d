//! The fixed words of a language: titles, labels, months, how figures and dates are written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The fixed words of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Such as `en`.
    #[serde(default)]
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// How figures are written.
    pub figures: FigureWords,
    /// How dates are written.
    pub dates: DateWords,
    /// Titles of papers, by the word of their kind.
    pub kinds: BTreeMap<String, String>,
    /// Draft, copy, void.
    pub marks: BTreeMap<String, String>,
    /// Labels of references, by name.
    pub references: BTreeMap<String, String>,
    /// Everything else, by key.
    pub text: BTreeMap<String, String>,
    /// Words of the office's pages, by key.
    pub pages: BTreeMap<String, String>,
}

/// How figures are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureWords {
    /// Between whole and fraction.
    pub decimal: String,
    /// Between groups of three digits.
    pub group: String,
    /// Before figures below zero.
    pub minus: String,
    /// With `{number}`.
    pub percent: String,
    /// With `{code}` and `{amount}`.
    pub money: String,
}

/// How dates are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateWords {
    /// Twelve names, January first.
    pub months: Vec<String>,
    /// Seven names, Monday first.
    pub weekdays: Vec<String>,
    /// With `{day}`, `{month}` and `{year}`.
    pub date: String,
    /// With `{weekday}` and `{date}`.
    pub weekday: String,
    /// Of one day: with `{date}`, `{from}` and `{to}`.
    pub window: String,
    /// With `{date}` and `{time}`.
    pub at: String,
    /// Over several days: with `{from}` and `{to}`.
    pub from_to: String,
}

impl Words {
    /// The word of `key`; the key itself where the language has none.
    pub fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.text.get(key).map_or(key, String::as_str)
    }

    /// The word of `key` with each `{name}` replaced by its value.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.word(key), values)
    }

    /// The word of `key` on the office's pages; the key itself where the language has none.
    pub fn page<'a>(&'a self, key: &'a str) -> &'a str {
        self.pages.get(key).map_or(key, String::as_str)
    }

    /// The same with each `{name}` replaced by its value.
    pub fn fill_page(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.page(key), values)
    }

    /// What a reference is called: `cost-centre` is "Cost centre" where nothing else is said.
    pub fn reference(&self, name: &str) -> String {
        self.references.get(name).cloned().unwrap_or_else(|| {
            let plain = name.replace(['-', '_'], " ");
            let mut letters = plain.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
    }
}

/// `pattern` with each `{name}` replaced by its value; values are not looked into again.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = pattern;
    while let Some(start) = rest.find('{') {
        filled.push_str(&rest[..start]);
        rest = &rest[start..];
        let named = values.iter().find_map(|(name, value)| {
            let tail = rest[1..].strip_prefix(name)?.strip_prefix('}')?;
            Some((*value, tail))
        });
        match named {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = &rest[1..];
            }
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_filled_in_once() {
        assert_eq!(fill("{a} and {b} {c", &[("a", "{b}"), ("b", "x")]), "{b} and x {c");
    }
}
