//! A workflow as text: plain, and for Mermaid.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::definition::{Exit, Workflow};
use crate::rules::effect::Effect;

/// What a way asks for, in words.
pub(super) fn label(exit: &Exit) -> String {
    let mut parts = Vec::new();
    parts.push(exit.on.map_or("by hand".to_string(), |event| event.to_string()));
    if !exit.conditions.is_empty() {
        let all: Vec<String> = exit.conditions.iter().map(ToString::to_string).collect();
        parts.push(format!("if {}", all.join(", ")));
    }
    if !exit.needs.is_empty() {
        let all: Vec<String> = exit.needs.iter().map(ToString::to_string).collect();
        parts.push(format!("needs {}", all.join(", ")));
    }
    parts.join("; ")
}

/// The graph as JSON: stages in the order of the file, each with its ways out.
pub fn json(workflow: &Workflow) -> Value {
    let words = |list: &[String]| -> Value { list.iter().cloned().map(Value::String).collect() };
    let way = |exit: &Exit| {
        let conditions: Vec<String> = exit.conditions.iter().map(ToString::to_string).collect();
        let needs: Vec<String> = exit.needs.iter().map(ToString::to_string).collect();
        let effects: Vec<String> = exit.effects.iter().map(Effect::sentence).collect();
        json!({
            "to": exit.to,
            "on": exit.on.map(|event| event.to_string()),
            "if": words(&conditions),
            "needs": words(&needs),
            "waits": exit.waits,
            "effects": words(&effects),
        })
    };
    let stages: Vec<Value> = workflow
        .stages
        .iter()
        .map(|stage| {
            let enter: Vec<String> = stage.enter.iter().map(Effect::sentence).collect();
            json!({
                "name": stage.name,
                "title": stage.title,
                "owner": stage.owner,
                "final": stage.is_final,
                "expected": stage.expected.map(|span| span.to_string()),
                "hint": stage.hint,
                "queue": stage.queue,
                "enter": words(&enter),
                "exits": stage.exits.iter().map(way).collect::<Vec<_>>(),
            })
        })
        .collect();
    let start: Vec<Value> = workflow
        .start
        .iter()
        .map(|start| {
            let conditions: Vec<String> = start.conditions.iter().map(ToString::to_string).collect();
            json!({"to": start.to, "if": words(&conditions)})
        })
        .collect();
    json!({
        "name": workflow.name,
        "title": workflow.title,
        "start": start,
        "stages": stages,
        "exits": workflow.exits.iter().map(way).collect::<Vec<_>>(),
    })
}

/// The graph as Mermaid text, which many wikis and git hosts draw.
pub fn mermaid(workflow: &Workflow) -> String {
    let mut text = String::from("stateDiagram-v2\n");
    let id = |name: &str| name.replace('-', "_");
    for stage in &workflow.stages {
        let _ = writeln!(text, "    state \"{}\" as {}", stage.title.replace('"', "'"), id(&stage.name));
    }
    for start in &workflow.start {
        let conditions: Vec<String> = start.conditions.iter().map(ToString::to_string).collect();
        let note =
            if conditions.is_empty() { String::new() } else { format!(" : if {}", conditions.join(", ")) };
        let _ = writeln!(text, "    [*] --> {}{note}", id(&start.to));
    }
    for stage in &workflow.stages {
        for exit in &stage.exits {
            let _ = writeln!(
                text,
                "    {} --> {} : {}",
                id(&stage.name),
                id(&exit.to),
                label(exit).replace(':', " ")
            );
        }
        if stage.is_final {
            let _ = writeln!(text, "    {} --> [*]", id(&stage.name));
        }
    }
    text
}

/// What happens on the way: tags and the client's status on a line, each letter on its own.
fn happens(effects: &[Effect], text: &mut String) {
    let (letters, rest): (Vec<&Effect>, Vec<&Effect>) =
        effects.iter().partition(|effect| matches!(effect, Effect::Mail(_)));
    if !rest.is_empty() {
        let all: Vec<String> = rest.iter().map(|effect| effect.sentence()).collect();
        let _ = writeln!(text, "    ∘ {}", all.join(", "));
    }
    for letter in letters {
        let _ = writeln!(text, "    ✉ {}", letter.sentence());
    }
}

/// The graph as text: each stage with its ways out.
pub fn text(workflow: &Workflow) -> String {
    let mut text = format!("{} ({})\n", workflow.title, workflow.name);
    for start in &workflow.start {
        let conditions: Vec<String> = start.conditions.iter().map(ToString::to_string).collect();
        let note =
            if conditions.is_empty() { String::new() } else { format!("  if {}", conditions.join(", ")) };
        let _ = writeln!(text, "  ● → {}{note}", start.to);
    }
    if workflow.is_service() {
        let clocks: Vec<&str> = workflow.clocks.iter().map(|clock| clock.as_str()).collect();
        let _ = writeln!(text, "  service clocks: {}", clocks.join(", "));
    }
    for stage in &workflow.stages {
        let mut notes = Vec::new();
        if !stage.owner.is_empty() {
            notes.push(stage.owner.clone());
        }
        if let Some(expected) = stage.expected {
            notes.push(format!("at most {expected}"));
        }
        if let Some(every) = stage.follow_up {
            notes.push(format!("ask again every {every}"));
        }
        if let Some(queue) = &stage.queue {
            notes.push(format!("queue {queue}"));
        }
        if let Some(after) = stage.close_after {
            notes.push(format!("close after {after}"));
        }
        if stage.is_final {
            notes.push("end".to_string());
        }
        let _ = writeln!(text, "\n{}  {}  [{}]", stage.name, stage.title, notes.join(", "));
        happens(&stage.enter, &mut text);
        for one in &stage.deliverables {
            let note = if one.required { "" } else { "  if any" };
            let proof = one.proof.as_ref().map_or(String::new(), |gate| format!("  proved by {gate}"));
            let _ = writeln!(text, "  ⇒ {}  {}{note}{proof}", one.name, one.text);
        }
        for exit in &stage.exits {
            let _ = writeln!(text, "  → {}  {}", exit.to, label(exit));
            happens(&exit.effects, &mut text);
        }
    }
    if !workflow.exits.is_empty() {
        let _ = writeln!(text, "\nfrom every stage that is not an end");
        for exit in &workflow.exits {
            let _ = writeln!(text, "  → {}  {}", exit.to, label(exit));
            happens(&exit.effects, &mut text);
        }
    }
    if !workflow.guards.is_empty() {
        let _ = writeln!(text, "\nbefore, whatever the stage");
        for guard in &workflow.guards {
            let conditions: Vec<String> = guard.conditions.iter().map(ToString::to_string).collect();
            let note =
                if conditions.is_empty() { String::new() } else { format!("  if {}", conditions.join(", ")) };
            let needs: Vec<String> = guard.needs.iter().map(ToString::to_string).collect();
            let _ = writeln!(text, "  {}{note}  needs {}", guard.on, needs.join(", "));
        }
    }
    for call in &workflow.calls {
        let owner = call.owner.as_ref().map_or(String::new(), |owner| format!(", {owner}"));
        let _ = writeln!(
            text,
            "\ncall the client: {}  [within {} after {}{owner}]",
            call.text, call.within, call.after
        );
    }
    for waiver in &workflow.waivers {
        let conditions: Vec<String> = waiver.conditions.iter().map(ToString::to_string).collect();
        let note =
            if conditions.is_empty() { String::new() } else { format!("  if {}", conditions.join(", ")) };
        let _ = writeln!(text, "\nwaiver {}  {}{note}", waiver.kind, waiver.title);
    }
    for list in &workflow.checklists {
        let _ = writeln!(text, "\nchecklist {}  {}  [{}]", list.name, list.title, list.scope);
        for item in &list.items {
            let conditions: Vec<String> = item.conditions.iter().map(ToString::to_string).collect();
            let note =
                if conditions.is_empty() { String::new() } else { format!("  if {}", conditions.join(", ")) };
            let proof = item.proof.as_ref().map_or(String::new(), |gate| format!("  proved by {gate}"));
            let control = if item.control { "  [control point]" } else { "" };
            let _ = writeln!(text, "  ☐ {}  {}{note}{proof}{control}", item.name, item.text);
        }
    }
    if !workflow.tasks.is_empty() {
        let _ = writeln!(text, "\ntasks");
    }
    for task in &workflow.tasks {
        let stage = task.stage.as_ref().map_or(String::new(), |stage| format!(", in {stage}"));
        let _ = writeln!(text, "  {}  {}  [{}{stage}, {}]", task.name, task.text, task.when(), task.owner);
    }
    if !workflow.documents.is_empty() {
        let _ = writeln!(text, "\ndocuments on file");
    }
    for document in &workflow.documents {
        let stages = if document.stages.is_empty() {
            String::new()
        } else {
            format!(", from {}", document.stages.join(", "))
        };
        let _ = writeln!(
            text,
            "  {}  {}  [{}{stages}, within {}]",
            document.kind, document.title, document.state, document.within
        );
    }
    text
}
