//! What the columns of the office's own sheets are called.

use std::collections::BTreeMap;

use crate::domain::imports::{CLIENT, Field, ImportRules, PAYMENT};
use crate::problem::Problem;
use crate::rules::toml_file::Table;

/// In place of a field: the column is not taken in.
const LEFT_OUT: &str = "-";

pub(super) fn read(root: &Table<'_>) -> ImportRules {
    let Some(table) = root.table("import") else { return ImportRules::default() };
    let rules = ImportRules {
        clients: columns(&table, "clients", CLIENT),
        payments: columns(&table, "payments", PAYMENT),
    };
    table.finish();
    rules
}

fn columns(table: &Table<'_>, key: &'static str, fields: &[Field]) -> BTreeMap<String, String> {
    let Some(inner) = table.table(key) else { return BTreeMap::new() };
    let known: Vec<&str> = fields.iter().map(|(field, _)| *field).collect();
    let mut columns = BTreeMap::new();
    for (column, value) in inner.entries() {
        let Some(field) = value.text() else { continue };
        let is_left_out = field == LEFT_OUT;
        if !is_left_out && !known.contains(&field) {
            value.report(
                Problem::damaged("import-field", format!("there is no field \"{field}\" of {key}"))
                    .because(format!("the fields are: {}", known.join(", ")))
                    .did_you_mean(field, known.iter().copied())
                    .remedy("write one of them, or \"-\" to leave the column out"),
            );
        }
        let field = if is_left_out { String::new() } else { field.to_string() };
        columns.insert(column.name().trim().to_lowercase(), field);
    }
    columns
}
