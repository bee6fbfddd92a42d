//! Which commands roles may run: `[access]` of `team.toml` (S14).

use std::collections::BTreeMap;

use crate::domain::access::{Access, Limits};
use crate::problem::Problem;
use crate::rules::access::verbs::names;
use crate::rules::toml_file::{Table, Value};

pub(super) fn read(root: &Table<'_>, roles: &BTreeMap<String, String>) -> Access {
    let mut access = Access::default();
    let Some(table) = root.table("access") else { return access };
    for (key, value) in table.entries() {
        let name = key.name();
        if name == "unknown" && !value.is_table() {
            access.unknown = value.parsed().unwrap_or_default();
            continue;
        }
        if !roles.contains_key(name) {
            key.report(
                Problem::damaged("role", format!("there is no role \"{name}\""))
                    .did_you_mean(name, roles.keys().map(String::as_str))
                    .remedy(format!("add {name} = \"…\" under [roles]")),
            );
        }
        if let Some(table) = value.table() {
            access.limits.insert(name.to_string(), limits(table));
        }
    }
    access
}

fn limits(table: Table<'_>) -> Limits {
    let may = table.value("may").and_then(|value| value.list());
    let limits = Limits {
        may: may.map(|values| values.iter().filter_map(verb).collect()),
        may_not: table.list("may_not").iter().filter_map(verb).collect(),
    };
    if limits == Limits::default() {
        let problem = Problem::damaged("access-empty", "the role is not limited by this")
            .remedy("add may = [\"visit\", \"job note\"] or may_not = [\"invoice\"], or delete the table");
        table.reader().report(problem.at(table.place()).warning());
    }
    table.finish();
    limits
}

/// A command as it is typed, or a noun for all of its commands; `invoice *` says the same as `invoice`.
fn verb(value: &Value<'_>) -> Option<String> {
    let typed = value.text()?;
    let words: Vec<&str> = typed.split_whitespace().skip_while(|word| *word == "jobbook").collect();
    let named = words.join(" ");
    let named = named.strip_suffix(" *").unwrap_or(&named);
    let known = names();
    if known.contains(&named) {
        return Some(named.to_string());
    }
    let problem = Problem::damaged("access-verb", format!("\"{typed}\" is no command that can be limited"))
        .did_you_mean(named, known.iter().copied());
    value.report(if problem.remedies.is_empty() {
        problem.remedy(
            "write it as it is typed, \"invoice send\", or the noun alone, \"invoice\"; see jobbook --help",
        )
    } else {
        problem
    });
    None
}
