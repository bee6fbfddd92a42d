//! A workflow file: TOML to definition, with every problem and its place.

use std::collections::BTreeMap;

use super::definition::{
    Call, CallAfter, Checklist, Concern, Exit, Guard, Item, LineItem, Scope, ServiceClock, Stage, Start,
    WaiverRule, Workflow,
};
use super::reading_plan;
use super::soundness;
use crate::domain::event::Event;
use crate::domain::office::Span;
use crate::problem::{Problem, Severity};
use crate::rules::condition::Condition;
use crate::rules::config::file_name;
use crate::rules::config::projects::required_document;
use crate::rules::effect::{Effect, Handover, Mailing, Named};
use crate::rules::gate::Gate;
use crate::rules::toml_file::{Reader, Table};

/// Version of the format of workflow files that this program reads.
const FORMAT: u32 = 1;

/// The name that a workflow file gives itself, as far as it can be read.
pub fn own_name(text: &str) -> Option<String> {
    let reader = Reader::new("", text);
    reader.root().value("name").and_then(|value| value.peek_text()).map(str::to_string)
}

/// Reads a workflow. `file` is its path in the book, `name` what the file is called without its ending.
/// The workflow is there when no problem is an error; warnings may come with it.
pub fn workflow(file: &str, name: &str, text: &str) -> (Option<Workflow>, Vec<Problem>) {
    let reader = Reader::new(file, text);
    let root = reader.root();
    if let Some(format) = root.count("format").filter(|format| *format > FORMAT) {
        root.report(
            "format",
            Problem::damaged("format-newer", format!("format {format} is newer than this program knows"))
                .remedy("update jobbook"),
        );
    }
    let own_name = root.required_text("name").unwrap_or_default();
    if own_name != name {
        root.report(
            "name",
            Problem::damaged(
                "workflow-name",
                format!("the workflow is called \"{own_name}\", its file {name}"),
            )
            .remedy(format!("write name = \"{name}\", or rename the file")),
        );
    }
    let title = root.required_text("title").unwrap_or_default();
    let start = read_start(&root);
    let follow_up = read_clock(&root);
    let owners = read_owners(&root);
    let clocks = read_service(&root);
    let mut own_lists = Vec::new();
    let stages: Vec<Stage> =
        root.tables("stage").into_iter().map(|table| read_stage(table, &mut own_lists)).collect();
    let exits = root.tables("exit").into_iter().map(read_exit).collect();
    let guards = root.tables("guard").into_iter().filter_map(read_guard).collect();
    let waivers = root.tables("waiver").into_iter().map(read_waiver).collect();
    let line_item = root.parsed("line_item").unwrap_or(LineItem::Optional);
    let zero_line = root.text("zero_line");
    let checklists = root.tables("checklist").into_iter().map(read_checklist).chain(own_lists).collect();
    let tasks = root.tables("task").into_iter().map(reading_plan::task).collect();
    let documents = root.tables("document").into_iter().filter_map(required_document).collect();
    let calls = root.tables("call").into_iter().filter_map(read_call).collect();
    root.finish();
    let whole = reader.is_whole();
    let workflow = Workflow {
        name: own_name,
        title,
        start,
        follow_up,
        owners,
        clocks,
        stages,
        exits,
        guards,
        checklists,
        waivers,
        line_item,
        zero_line,
        tasks,
        documents,
        calls,
    };
    if whole {
        for problem in soundness::problems(&workflow, file) {
            reader.report(problem);
        }
    }
    let problems = reader.into_problems();
    let sound = problems.iter().all(|problem| problem.severity == Severity::Warning);
    (sound.then_some(workflow), problems)
}

/// `start = "stage"`, or several `[[start]]` of which the first whose conditions hold is taken.
fn read_start(root: &Table<'_>) -> Vec<Start> {
    if root.value("start").is_some_and(|value| value.is_text()) {
        let to = root.text("start").unwrap_or_default();
        return vec![Start { to, conditions: Vec::new(), effects: Vec::new() }];
    }
    root.tables("start")
        .into_iter()
        .map(|table| {
            let start = Start {
                to: table.required_text("to").unwrap_or_default(),
                conditions: conditions(&table),
                effects: table.table("effect").map(read_effects).unwrap_or_default(),
            };
            table.finish();
            start
        })
        .collect()
}

fn read_owners(root: &Table<'_>) -> BTreeMap<Concern, String> {
    let Some(table) = root.table("owners") else { return BTreeMap::new() };
    let mut owners = BTreeMap::new();
    for concern in Concern::ALL {
        if let Some(role) = table.text(concern.as_str()) {
            owners.insert(*concern, role);
        }
    }
    table.finish();
    owners
}

/// `[service]` with `clocks = ["respond", "resolve"]`: jobs of this workflow are tickets.
fn read_service(root: &Table<'_>) -> Vec<ServiceClock> {
    let Some(table) = root.table("service") else { return Vec::new() };
    let clocks = table.list_of::<ServiceClock>("clocks");
    table.finish();
    clocks
}

/// A stage. Its own checklist is one of the workflow's, called like the stage; without it and what it must hand
/// over nobody leaves by the stage's own exits, but for those that say `unfinished = true` (S01).
fn read_stage(table: Table<'_>, own_lists: &mut Vec<Checklist>) -> Stage {
    let name = table.required_text("name").unwrap_or_default();
    let title = table.text("title").unwrap_or_else(|| name.clone());
    let follow_up = read_clock(&table);
    let items: Vec<Item> = table.tables("checklist").into_iter().map(read_item).collect();
    let deliverables = reading_plan::deliverables(&table);
    let mut implied = Vec::new();
    if !items.is_empty() {
        implied.push(Gate::Checklist(name.clone()));
        own_lists.push(Checklist {
            name: name.clone(),
            title: title.clone(),
            scope: Scope::Job,
            stage: Some(name.clone()),
            items,
            place: table.place_of("checklist"),
        });
    }
    if deliverables.iter().any(|deliverable| deliverable.required) {
        implied.push(Gate::Deliverables);
    }
    let stage = Stage {
        title,
        owner: table.text("owner").unwrap_or_default(),
        expected: table.parsed("expected"),
        follow_up,
        close_after: table.parsed("close_after"),
        is_final: table.flag("final").unwrap_or(false),
        enter: table.table("enter").map(read_effects).unwrap_or_default(),
        hint: table.text("hint"),
        queue: table.text("queue"),
        deliverables,
        exits: table.tables("exit").into_iter().map(|exit| read_own_exit(exit, &implied)).collect(),
        place: table.place_of("name"),
        name,
    };
    table.finish();
    stage
}

/// `follow_up = { every = "72h" }`
fn read_clock(table: &Table<'_>) -> Option<Span> {
    let clock = table.table("follow_up")?;
    let every = clock.required("every");
    clock.finish();
    every
}

fn read_own_exit(table: Table<'_>, implied: &[Gate]) -> Exit {
    let unfinished = table.flag("unfinished").unwrap_or(false);
    let mut exit = read_exit(table);
    if !unfinished {
        for gate in implied.iter().filter(|gate| !exit.needs.contains(gate)).cloned().collect::<Vec<_>>() {
            exit.needs.push(gate);
        }
    }
    exit
}

fn read_exit(table: Table<'_>) -> Exit {
    let waits = table
        .read("else", |text| match text {
            "wait" => Ok(true),
            "refuse" => Ok(false),
            _ => Err(Problem::damaged("unknown-word", format!("\"{text}\" is not one of: wait, refuse"))),
        })
        .unwrap_or(false);
    let exit = Exit {
        to: table.required_text("to").unwrap_or_default(),
        on: table.parsed::<Event>("on"),
        conditions: conditions(&table),
        needs: table.list_of::<Gate>("needs"),
        waits,
        effects: table.table("effect").map(read_effects).unwrap_or_default(),
        place: table.place_of("to"),
    };
    table.finish();
    exit
}

/// `if = "emergency"` or `if = ["emergency", "not:paid"]`: all must hold.
fn conditions(table: &Table<'_>) -> Vec<Condition> {
    if table.value("if").is_some_and(|value| value.is_text()) {
        return table.parsed::<Condition>("if").into_iter().collect();
    }
    table.list_of::<Condition>("if")
}

fn read_effects(table: Table<'_>) -> Vec<Effect> {
    let mut effects: Vec<Effect> = table.list_of_text("tags").into_iter().map(Effect::Tag).collect();
    effects.extend(table.list_of_text("untag").into_iter().map(Effect::Untag));
    if let Some(open) = table.table("open") {
        let workflow = open.required_text("workflow").unwrap_or_default();
        let carry = open.list_of("carry");
        open.finish();
        effects.push(Effect::Open(Handover { workflow, carry }));
    }
    effects.extend(table.parsed("client").map(Effect::Client));
    let letters = match table.value("mail") {
        Some(value) if value.is_table() => value.table().into_iter().collect(),
        Some(_) => table.tables("mail"),
        None => Vec::new(),
    };
    effects.extend(letters.into_iter().filter_map(read_mailing).map(Effect::Mail));
    table.finish();
    effects
}

/// `{ to = "billing", template = "billing-notice" }`
fn read_mailing(table: Table<'_>) -> Option<Mailing> {
    let to = table.required_text("to");
    let template = table.required_value("template").and_then(|value| value.read(file_name));
    let mailing = Mailing {
        to: Named { name: to?, place: table.place_of("to") },
        template: Named { name: template?, place: table.place_of("template") },
    };
    table.finish();
    Some(mailing)
}

fn read_guard(table: Table<'_>) -> Option<Guard> {
    let on = table.required::<Event>("on");
    let guard = Guard {
        conditions: conditions(&table),
        needs: table.list_of::<Gate>("needs"),
        place: table.place_of("on"),
        on: on?,
    };
    table.finish();
    Some(guard)
}

/// `[[call]] after = "first-visit"`
fn read_call(table: Table<'_>) -> Option<Call> {
    let after = table.required::<CallAfter>("after");
    let within = table.required::<Span>("within");
    let text = table.text("text").unwrap_or_else(|| "ask how it went".to_string());
    let owner = table.text("owner");
    table.finish();
    Some(Call { after: after?, within: within?, text, owner })
}

fn read_checklist(table: Table<'_>) -> Checklist {
    let name = table.required_text("name").unwrap_or_default();
    let list = Checklist {
        title: table.text("title").unwrap_or_else(|| name.clone()),
        scope: table.required("scope").unwrap_or(Scope::Job),
        stage: None,
        items: table.tables("item").into_iter().map(read_item).collect(),
        place: table.place_of("name"),
        name,
    };
    table.finish();
    list
}

fn read_item(table: Table<'_>) -> Item {
    let item = Item {
        name: table.required_text("name").unwrap_or_default(),
        text: table.required_text("text").unwrap_or_default(),
        conditions: conditions(&table),
        proof: table.parsed::<Gate>("proof"),
        evidence: table.flag("evidence").unwrap_or(false),
        control: table.flag("control").unwrap_or(false),
    };
    table.finish();
    item
}

fn read_waiver(table: Table<'_>) -> WaiverRule {
    let kind = table.required_text("kind").unwrap_or_default();
    let rule = WaiverRule {
        title: table.text("title").unwrap_or_else(|| kind.clone()),
        text: table.required_text("text").unwrap_or_default().trim().to_string(),
        conditions: conditions(&table),
        follow_up: table.parsed("follow_up").unwrap_or(Span::BusinessDays(2)),
        place: table.place_of("kind"),
        kind,
    };
    table.finish();
    rule
}
