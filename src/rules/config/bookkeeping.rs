//! How invoices are written for bookkeeping programs (T07), and which accounts a journal uses.

use std::collections::BTreeMap;

use crate::domain::bookkeeping::{Iif, QuickBooks};
use crate::domain::journal::{AccountName, JournalRules};
use crate::problem::Problem;
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

/// `[iif]`: accounts and items of `export iif`.
pub(super) fn iif(root: &Table<'_>) -> Iif {
    let usual = Iif::default();
    let Some(table) = root.table("iif") else { return usual };
    let rules = Iif {
        receivable: table.text("receivable").unwrap_or(usual.receivable),
        income: table.text("income").unwrap_or(usual.income),
        accounts: names(&table, "accounts"),
        item: table.text("item").unwrap_or(usual.item),
        items: names(&table, "items"),
        deposits: table.text("deposits").unwrap_or(usual.deposits),
        deposit_item: table.text("deposit_item").unwrap_or(usual.deposit_item),
        tax: table.text("tax").unwrap_or(usual.tax),
        tax_item: table.text("tax_item").unwrap_or(usual.tax_item),
        tax_items: names(&table, "tax_items"),
        tax_agency: table.text("tax_agency"),
        within: table.parsed("within"),
    };
    table.finish();
    rules
}

/// `[journal]`: the accounts of `export journal`.
pub(super) fn journal(root: &Table<'_>) -> JournalRules {
    let usual = JournalRules::default();
    let Some(table) = root.table("journal") else { return usual };
    let rules = JournalRules {
        receivable: table.parsed("receivable").unwrap_or(usual.receivable),
        income: table.parsed("income").unwrap_or(usual.income),
        deposits: table.parsed("deposits").unwrap_or(usual.deposits),
        tax: table.parsed("tax").unwrap_or(usual.tax),
        money: table.parsed("money").unwrap_or(usual.money),
        methods: if table.has("methods") { accounts(&table, "methods", str::parse) } else { usual.methods },
        items: accounts(&table, "items", any),
        kinds: accounts(&table, "kinds", str::parse),
        rates: accounts(&table, "rates", any),
    };
    table.finish();
    rules
}

/// Accounts under names: words of the program, or names of the office.
fn accounts<K: Ord>(
    table: &Table<'_>,
    key: &'static str,
    read: fn(&str) -> Result<K, Problem>,
) -> BTreeMap<K, AccountName> {
    let Some(inner) = table.table(key) else { return BTreeMap::new() };
    let entries = inner.entries().into_iter().filter_map(|(key, value)| {
        let name = read(key.name()).map_err(|problem| key.report(problem)).ok()?;
        Some((name, value.parsed::<AccountName>()?))
    });
    entries.collect()
}

fn any(name: &str) -> Result<String, Problem> {
    Ok(name.to_string())
}

/// Names under names that the file chooses.
fn names(table: &Table<'_>, key: &'static str) -> BTreeMap<String, String> {
    let Some(inner) = table.table(key) else { return BTreeMap::new() };
    let entries = inner.entries().into_iter();
    entries.filter_map(|(key, value)| Some((key.name().to_string(), value.text()?.to_string()))).collect()
}
