//! How invoices are written for bookkeeping programs (T07).

use std::collections::BTreeMap;

use crate::domain::office::QuickBooks;
use crate::rules::toml_file::Table;

pub(super) fn read(root: &Table<'_>) -> QuickBooks {
    let usual = QuickBooks::default();
    let Some(table) = root.table("quickbooks") else { return usual };
    let rules = QuickBooks {
        item: table.text("item").unwrap_or(usual.item),
        items: names(&table, "items"),
        tax: table.flag("tax").unwrap_or(usual.tax),
        tax_codes: names(&table, "tax_codes"),
        no_tax: table.text("no_tax").unwrap_or(usual.no_tax),
        tax_item: table.text("tax_item").unwrap_or(usual.tax_item),
        within: table.parsed("within"),
    };
    table.finish();
    rules
}

/// Names under names that the file chooses.
fn names(table: &Table<'_>, key: &'static str) -> BTreeMap<String, String> {
    let Some(inner) = table.table(key) else { return BTreeMap::new() };
    let entries = inner.entries().into_iter();
    entries.filter_map(|(key, value)| Some((key.name().to_string(), value.text()?.to_string()))).collect()
}
