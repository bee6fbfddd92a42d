//! Tickets: priorities, categories, who steps in, causes (S07–S10).

use super::company::span;
use super::pricing::file_name;
use super::team::Team;
use crate::domain::service::{Category, Level, Priority, ServiceRules};
use crate::problem::{Place, Problem};
use crate::rules::toml_file::{Reader, Table, Value};

/// What `[tickets]`, `[priority.…]`, `[category.…]` and `[[escalation]]` say.
pub(super) struct Service {
    pub(super) rules: ServiceRules,
    /// Persons and roles that are named, each with its place: the team is read later.
    named: Vec<(String, Place)>,
}

pub(super) fn read(root: &Table<'_>) -> Service {
    let mut named = Vec::new();
    let priorities: Vec<Priority> = root
        .named_tables("priority")
        .into_iter()
        .map(|(key, table)| {
            let name = key.name().to_string();
            let priority = Priority {
                title: table.text("title").unwrap_or_else(|| name.clone()),
                text: table.text("text"),
                respond: span(&table, "respond"),
                resolve: span(&table, "resolve"),
                warn: span(&table, "warn"),
                urgent: table.flag("urgent").unwrap_or(false),
                channel: table.parsed("channel"),
                name,
            };
            table.finish();
            priority
        })
        .collect();
    let known = |value: &Value<'_>| {
        let name = value.text()?;
        if !priorities.iter().any(|priority| priority.name == name) {
            value.report(
                Problem::damaged("priority", format!("there is no priority \"{name}\""))
                    .did_you_mean(name, priorities.iter().map(|priority| priority.name.as_str()))
                    .remedy(format!("add [priority.{name}]")),
            );
        }
        Some(name.to_string())
    };
    let categories = root
        .named_tables("category")
        .into_iter()
        .map(|(key, table)| {
            let name = key.name().to_string();
            let category = Category {
                title: table.text("title").unwrap_or_else(|| name.clone()),
                owner: table.value("owner").and_then(|value| who(&value, &mut named)),
                priority: table.value("priority").and_then(|value| known(&value)),
                note_on_client: table.flag("note_on_client").unwrap_or(false),
                escalate: table.list("escalate").iter().filter_map(|value| who(value, &mut named)).collect(),
                name,
            };
            table.finish();
            category
        })
        .collect();
    let levels = root.tables("escalation").into_iter().filter_map(|table| level(table, &mut named)).collect();
    let mut rules = ServiceRules { categories, levels, ..ServiceRules::default() };
    if let Some(table) = root.table("tickets") {
        rules.workflow = table.read("workflow", file_name);
        rules.default_priority = table.value("priority").and_then(|value| known(&value));
        rules.causes = super::company::distinct(&table, "causes");
        table.finish();
    }
    rules.priorities = priorities;
    Service { rules, named }
}

fn level(table: Table<'_>, named: &mut Vec<(String, Place)>) -> Option<Level> {
    let owner = table.required_value("owner").and_then(|value| who(&value, named));
    let within = if table.has("within") { span(&table, "within") } else { table.required("within") };
    table.finish();
    Some(Level { owner: owner?, within: within? })
}

fn who(value: &Value<'_>, named: &mut Vec<(String, Place)>) -> Option<String> {
    let name = value.text()?.to_string();
    named.push((name.clone(), value.place()));
    Some(name)
}

impl Service {
    /// Notes each person or role that the team does not have.
    pub(super) fn name_strangers(&self, team: &Team, config: &Reader<'_>) {
        let names = || team.members.iter().map(|member| member.name.as_str());
        let known = || team.roles.keys().map(String::as_str).chain(names());
        for (name, place) in self.named.iter().filter(|(name, _)| !known().any(|one| one == name)) {
            config.report(
                Problem::damaged("owner", format!("\"{name}\" is neither a person nor a role of team.toml"))
                    .at(place.clone())
                    .did_you_mean(name, known())
                    .remedy("name one of them, or add it to team.toml"),
            );
        }
    }
}
