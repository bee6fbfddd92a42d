//! Queues, and what technicians report from a site.

use super::pricing::file_name;
use crate::domain::office::FieldRules;
use crate::domain::queue::Queue;
use crate::problem::Problem;
use crate::rules::toml_file::{Key, Table};

/// `[queue.NAME]`, in the order of lists.
pub(super) fn read(root: &Table<'_>) -> Vec<Queue> {
    let mut queues: Vec<Queue> =
        root.named_tables("queue").into_iter().map(|(key, table)| queue(&key, table)).collect();
    queues.sort_by_key(|queue| queue.order.unwrap_or(u32::MAX));
    queues
}

fn queue(key: &Key<'_>, table: Table<'_>) -> Queue {
    let name = key.name().to_string();
    if name.is_empty() || !name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') {
        key.report(
            Problem::damaged("queue-name", format!("\"{name}\" can't be typed as one word"))
                .because("the name is typed after jobbook queue show")
                .remedy("use letters, digits, - and _, and write the rest as title"),
        );
    }
    for value in table.list("stages") {
        if value.peek_text().is_some_and(|text| !text.contains('/')) {
            value.report(
                Problem::damaged("queue-stage", "a stage is named with its workflow")
                    .remedy("write it like \"service-call/quoting\""),
            );
        }
    }
    let queue = Queue {
        title: table.text("title").unwrap_or_else(|| name.clone()),
        owner: table.required_text("owner").unwrap_or_default(),
        stages: table.list_of_text("stages"),
        tags: table.list_of_text("tags"),
        roles: table.list_of_text("roles"),
        follow_up: table.parsed("follow_up"),
        sweep: table.flag("sweep").unwrap_or(true),
        order: table.count("order"),
        place: key.place(),
        name,
    };
    table.finish();
    queue
}

/// `[field]`
pub(super) fn field(root: &Table<'_>) -> FieldRules {
    let Some(table) = root.table("field") else { return FieldRules::default() };
    let rules = FieldRules {
        issue_workflow: table.read("issue_workflow", file_name),
        quote_queue: table.text("quote_queue"),
        training: table.text("training"),
    };
    table.finish();
    rules
}
