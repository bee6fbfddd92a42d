//! What an imported sheet does to a price book, row by row.

use super::prices;
use crate::domain::price::{PriceBook, PriceItem};
use crate::domain::totals::TaxRate;
use crate::domain::typed::secret::refuse_secrets;
use crate::problem::{Place, Problem};

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// The book had no such code.
    New,
    /// The book had it otherwise: what was, and what is, in words.
    Changed(Vec<String>),
    /// The book has it so.
    Unchanged,
}

impl Fate {
    /// One word for a list.
    pub fn as_str(&self) -> &'static str {
        match self {
            Fate::New => "new",
            Fate::Changed(_) => "changed",
            Fate::Unchanged => "unchanged",
        }
    }
}

/// What an import comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The book afterwards.
    pub book: PriceBook,
    /// Each sound row and its fate, in the order of the sheet.
    pub rows: Vec<(PriceItem, Fate)>,
    /// Rows that were refused, each with its line; the sound ones are taken all the same.
    pub refused: Vec<Problem>,
    /// Items of the book that the sheet does not name; they stay.
    pub kept: usize,
}

impl Import {
    /// How many rows have this fate.
    pub fn count(&self, fate: &str) -> usize {
        self.rows.iter().filter(|(_, own)| own.as_str() == fate).count()
    }
}

/// Compares the sheet `bytes`, called `file` in its problems, with `book`: items keep their place, new ones follow,
/// and what the sheet has no column for stays as it was.
pub fn import(book: &PriceBook, file: &str, bytes: &[u8], rates: &[TaxRate]) -> Import {
    let prices::Rows { items, absent, problems: mut refused } = prices::read_rows(file, bytes, rates);
    let mut after = book.clone();
    let mut rows = Vec::new();
    let mut named = 0;
    for mut item in items {
        let texts = [Some(&item.code), Some(&item.description), item.unit.as_ref()];
        if let Err(problem) = texts.into_iter().flatten().try_for_each(|text| refuse_secrets(text)) {
            refused.push(problem.at(Place::file(file)));
            continue;
        }
        let place = after.items.iter().position(|old| old.code.eq_ignore_ascii_case(&item.code));
        let fate = match place.and_then(|place| after.items.get_mut(place)) {
            None => {
                after.items.push(item.clone());
                Fate::New
            }
            Some(old) => {
                named += 1;
                keep_absent(&mut item, old, &absent);
                let changes = differences(old, &item);
                if changes.is_empty() {
                    Fate::Unchanged
                } else {
                    *old = item.clone();
                    Fate::Changed(changes)
                }
            }
        };
        rows.push((item, fate));
    }
    Import { kept: book.items.len().saturating_sub(named), book: after, rows, refused }
}

fn keep_absent(item: &mut PriceItem, old: &PriceItem, absent: &[&str]) {
    if absent.contains(&"unit") {
        item.unit.clone_from(&old.unit);
    }
    if absent.contains(&"tax") {
        item.tax.clone_from(&old.tax);
    }
    if absent.contains(&"fixed") {
        item.fixed = old.fixed;
    }
    if absent.contains(&"cost") {
        item.cost = old.cost;
    }
}

/// `price 59.00 → 61.00`
fn differences(old: &PriceItem, new: &PriceItem) -> Vec<String> {
    let shown = |value: Option<String>| value.unwrap_or_else(|| "none".to_string());
    let fixed = |fixed: bool| if fixed { "fixed" } else { "free" }.to_string();
    let pairs = [
        ("code", old.code.clone(), new.code.clone()),
        ("description", old.description.clone(), new.description.clone()),
        ("unit", shown(old.unit.clone()), shown(new.unit.clone())),
        ("price", old.price.to_string(), new.price.to_string()),
        ("tax", shown(old.tax.clone()), shown(new.tax.clone())),
        ("price is", fixed(old.fixed), fixed(new.fixed)),
        ("cost", shown(old.cost.map(|cost| cost.to_string())), shown(new.cost.map(|cost| cost.to_string()))),
    ];
    let changed = pairs.into_iter().filter(|(_, old, new)| old != new);
    changed.map(|(what, old, new)| format!("{what} {old} → {new}")).collect()
}
