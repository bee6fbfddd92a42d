//! Whether a workflow makes sense as a whole: names that exist, stages that can be reached and left.

use std::collections::{BTreeSet, HashSet};

use super::definition::{Exit, Workflow};
use crate::domain::event::Event;
use crate::domain::office::Office;
use crate::problem::{Place, Problem};
use crate::rules::effect::Effect;
use crate::rules::gate::Gate;

/// What is wrong with the workflow by itself.
pub fn problems(workflow: &Workflow, file: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    twice(workflow, &mut found);
    waivers_twice(workflow, &mut found);
    unknown_stages(workflow, file, &mut found);
    unknown_checklists(workflow, &mut found);
    plans(workflow, &mut found);
    if found.is_empty() {
        unreachable(workflow, &mut found);
        dead_ends(workflow, &mut found);
        shadowed(workflow, &mut found);
        circles(workflow, &mut found);
        lonely_tags(workflow, &mut found);
    }
    found
}

/// Roles that the workflow names and nobody of the team has.
pub fn unknown_roles(workflow: &Workflow, office: &Office) -> Vec<Problem> {
    let known: BTreeSet<&str> =
        office.team.iter().flat_map(|member| &member.roles).map(String::as_str).collect();
    let stage_roles = workflow
        .stages
        .iter()
        .filter(|stage| !stage.owner.is_empty())
        .map(|stage| (stage.owner.as_str(), stage.place.clone()));
    let other_roles = workflow
        .owners
        .values()
        .chain(workflow.calls.iter().filter_map(|call| call.owner.as_ref()))
        .map(|role| (role.as_str(), Place::file(format!("workflows/{}.toml", workflow.name))));
    let task_roles = workflow
        .tasks
        .iter()
        .filter(|task| !task.owner.is_empty())
        .map(|task| (task.owner.as_str(), task.place.clone()));
    let gate_roles = workflow.gates().filter_map(|(gate, place)| match gate {
        Gate::Role(role) => Some((role.as_str(), place.clone())),
        _ => None,
    });
    let mut told = HashSet::new();
    stage_roles
        .chain(other_roles)
        .chain(task_roles)
        .chain(gate_roles)
        .filter(|(role, _)| !known.contains(role) && told.insert(*role))
        .map(|(role, place)| {
            Problem::damaged("role-unknown", format!("nobody of team.toml has the role \"{role}\""))
                .warning()
                .at(place)
                .did_you_mean(role, known.iter().copied())
                .remedy("give the role to somebody in team.toml, or name another one here")
        })
        .collect()
}

/// Letters to somebody whom nothing of the office names.
pub fn unknown_addressees(workflow: &Workflow, office: &Office) -> Vec<Problem> {
    let unknown = workflow.mailings().filter_map(|mailing| mailing.must_be_known(office).err());
    unknown.map(Problem::warning).collect()
}

/// Letters whose template is none of `has`.
pub fn unknown_templates(workflow: &Workflow, has: impl Fn(&str) -> bool, known: &[&str]) -> Vec<Problem> {
    let unknown =
        workflow.mailings().map(|mailing| &mailing.template).filter(|template| !has(&template.name));
    unknown
        .map(|template| {
            let name = &template.name;
            Problem::damaged("mail-template-unknown", format!("there is no template of letters \"{name}\""))
                .at(template.place.clone())
                .did_you_mean(name, known.iter().copied())
                .remedy(format!("make templates/mail/en/{name}.txt; its first line is: Subject: …"))
        })
        .collect()
}

/// Guides that a way or a guard asks for and nobody has written.
pub fn unknown_guides(workflow: &Workflow, known: &[&str]) -> Vec<Problem> {
    let of_exits = all_exits(workflow).map(|exit| (&exit.needs, &exit.place));
    let of_guards = workflow.guards.iter().map(|guard| (&guard.needs, &guard.place));
    let asked =
        of_exits.chain(of_guards).flat_map(|(needs, place)| needs.iter().map(move |gate| (gate, place)));
    asked
        .filter_map(|(gate, place)| match gate {
            Gate::Guide(name) if !known.contains(&name.as_str()) => Some((name, place)),
            _ => None,
        })
        .map(|(name, place)| {
            Problem::damaged("guide-unknown", format!("there is no guide \"{name}\" that can be read"))
                .warning()
                .at(place.clone())
                .did_you_mean(name, known.iter().copied())
                .remedy(format!("jobbook guide import FILE --name {name}"))
        })
        .collect()
}

/// Workflows that effects open jobs of, and that are not there.
pub fn unknown_workflows(workflow: &Workflow, known: &[&str]) -> Vec<Problem> {
    let of_stages =
        workflow.stages.iter().flat_map(|stage| stage.enter.iter().map(|effect| (effect, &stage.place)));
    let of_exits =
        all_exits(workflow).flat_map(|exit| exit.effects.iter().map(|effect| (effect, &exit.place)));
    let opened = of_stages.chain(of_exits).filter_map(|(effect, place)| match effect {
        Effect::Open(handover) if !known.contains(&handover.workflow.as_str()) => {
            Some((&handover.workflow, place))
        }
        _ => None,
    });
    opened
        .map(|(name, place)| {
            Problem::damaged("workflow-unknown", format!("there is no workflow \"{name}\" to open a job of"))
                .at(place.clone())
                .did_you_mean(name, known.iter().copied())
                .remedy("jobbook workflow list")
        })
        .collect()
}

fn all_exits(workflow: &Workflow) -> impl Iterator<Item = &Exit> {
    workflow.stages.iter().flat_map(|stage| &stage.exits).chain(&workflow.exits)
}

fn twice(workflow: &Workflow, found: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for stage in &workflow.stages {
        if !seen.insert(stage.name.as_str()) {
            found.push(
                Problem::damaged("stage-twice", format!("stage \"{}\" stands here twice", stage.name))
                    .at(stage.place.clone()),
            );
        }
    }
    let mut seen = HashSet::new();
    for list in &workflow.checklists {
        if !seen.insert(list.name.as_str()) {
            found.push(
                Problem::damaged("checklist-twice", format!("checklist \"{}\" stands here twice", list.name))
                    .at(list.place.clone()),
            );
        }
        let mut items = HashSet::new();
        for item in list.items.iter().filter(|item| !items.insert(item.name.as_str())) {
            found.push(
                Problem::damaged(
                    "item-twice",
                    format!("item \"{}\" of {} stands here twice", item.name, list.name),
                )
                .at(list.place.clone()),
            );
        }
    }
}

/// A kind of waiver that stands there twice.
fn waivers_twice(workflow: &Workflow, found: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for waiver in workflow.waivers.iter().filter(|waiver| !seen.insert(waiver.kind.as_str())) {
        found.push(
            Problem::damaged("waiver-twice", format!("waiver \"{}\" stands here twice", waiver.kind))
                .at(waiver.place.clone()),
        );
    }
}

fn unknown_stages(workflow: &Workflow, file: &str, found: &mut Vec<Problem>) {
    let names: Vec<&str> = workflow.stages.iter().map(|stage| stage.name.as_str()).collect();
    let mut check = |to: &str, place: Place| {
        if !names.contains(&to) {
            found.push(
                Problem::damaged("stage-unknown", format!("there is no stage \"{to}\""))
                    .at(place)
                    .did_you_mean(to, names.iter().copied()),
            );
        }
    };
    for start in &workflow.start {
        check(&start.to, Place::file(file));
    }
    for exit in all_exits(workflow) {
        check(&exit.to, exit.place.clone());
    }
    if workflow.start.is_empty() {
        found.push(
            Problem::damaged("no-start", "the workflow does not say where jobs begin")
                .at(Place::file(file))
                .remedy("write start = \"STAGE\" above the first [[stage]]"),
        );
    }
}

fn unknown_checklists(workflow: &Workflow, found: &mut Vec<Problem>) {
    let names: Vec<&str> = workflow.checklists.iter().map(|list| list.name.as_str()).collect();
    let of_exits = all_exits(workflow).map(|exit| (&exit.needs, &exit.place));
    let of_guards = workflow.guards.iter().map(|guard| (&guard.needs, &guard.place));
    for (needs, place) in of_exits.chain(of_guards) {
        for gate in needs {
            if let Gate::Checklist(name) = gate
                && !names.contains(&name.as_str())
            {
                found.push(
                    Problem::damaged("checklist-unknown", format!("there is no checklist \"{name}\""))
                        .at(place.clone())
                        .did_you_mean(name, names.iter().copied()),
                );
            }
        }
    }
    for item in workflow.checklists.iter().flat_map(|list| list.items.iter().map(move |item| (list, item))) {
        if let (list, Some(Gate::Checklist(name))) = (item.0, &item.1.proof) {
            found.push(
                Problem::damaged(
                    "proof-is-list",
                    format!("an item cannot be proved by the checklist \"{name}\""),
                )
                .at(list.place.clone()),
            );
        }
    }
}

/// Tasks, deliverables and documents: names that stand there twice, stages that do not exist.
fn plans(workflow: &Workflow, found: &mut Vec<Problem>) {
    let stages: Vec<&str> = workflow.stages.iter().map(|stage| stage.name.as_str()).collect();
    let mut must_exist = |name: &str, place: Place| {
        if !stages.contains(&name) {
            found.push(
                Problem::damaged("stage-unknown", format!("there is no stage \"{name}\""))
                    .at(place)
                    .did_you_mean(name, stages.iter().copied()),
            );
        }
    };
    for task in &workflow.tasks {
        if let Some(stage) = &task.stage {
            must_exist(stage, task.place.clone());
        }
    }
    for document in &workflow.documents {
        for stage in &document.stages {
            must_exist(stage, Place::file(format!("workflows/{}.toml", workflow.name)));
        }
    }
    let lists = |gate: &Gate| matches!(gate, Gate::Checklist(_) | Gate::Deliverables);
    for stage in &workflow.stages {
        for one in stage.deliverables.iter().filter(|one| one.proof.as_ref().is_some_and(lists)) {
            found.push(
                Problem::damaged(
                    "proof-is-list",
                    format!("deliverable \"{}\" cannot be proved by a list", one.name),
                )
                .at(stage.place.clone()),
            );
        }
    }
    for list in workflow
        .checklists
        .iter()
        .filter(|list| list.items.iter().any(|item| item.proof == Some(Gate::Deliverables)))
    {
        found.push(
            Problem::damaged("proof-is-list", "an item cannot be proved by all deliverables")
                .at(list.place.clone()),
        );
    }
    let mut seen = HashSet::new();
    for task in workflow.tasks.iter().filter(|task| !seen.insert(task.name.as_str())) {
        found.push(
            Problem::damaged("task-twice", format!("task \"{}\" stands here twice", task.name))
                .at(task.place.clone()),
        );
    }
    for stage in &workflow.stages {
        let mut seen = HashSet::new();
        for one in stage.deliverables.iter().filter(|one| !seen.insert(one.name.as_str())) {
            found.push(
                Problem::damaged(
                    "deliverable-twice",
                    format!("deliverable \"{}\" of {} stands here twice", one.name, stage.name),
                )
                .at(stage.place.clone()),
            );
        }
    }
}

fn unreachable(workflow: &Workflow, found: &mut Vec<Problem>) {
    let mut reached: HashSet<&str> = workflow.start.iter().map(|start| start.to.as_str()).collect();
    loop {
        let before = reached.len();
        for stage in
            workflow.stages.iter().filter(|stage| reached.contains(stage.name.as_str())).collect::<Vec<_>>()
        {
            reached.extend(workflow.exits_of(stage).map(|exit| exit.to.as_str()));
        }
        if reached.len() == before {
            break;
        }
    }
    for stage in workflow.stages.iter().filter(|stage| !reached.contains(stage.name.as_str())) {
        found.push(
            Problem::damaged("stage-unreachable", format!("no way leads to stage \"{}\"", stage.name))
                .at(stage.place.clone())
                .remedy("give another stage an exit to it, or take it out"),
        );
    }
}

fn dead_ends(workflow: &Workflow, found: &mut Vec<Problem>) {
    for stage in workflow.stages.iter().filter(|stage| !stage.is_final && stage.exits.is_empty()) {
        found.push(
            Problem::damaged("stage-dead-end", format!("stage \"{}\" has no way out", stage.name))
                .at(stage.place.clone())
                .remedy("give it an exit, or write final = true"),
        );
    }
}

/// A way that can never be taken: an earlier one takes the same event under no or the same conditions.
fn shadowed(workflow: &Workflow, found: &mut Vec<Problem>) {
    for stage in &workflow.stages {
        for (index, exit) in stage.exits.iter().enumerate() {
            let never = exit
                .conditions
                .iter()
                .enumerate()
                .any(|(at, one)| exit.conditions[at + 1..].iter().any(|other| one.contradicts(other)));
            let earlier = stage.exits[..index].iter().find(|earlier| {
                earlier.on == exit.on
                    && earlier.on != Some(Event::Ready)
                    && earlier.on.is_some()
                    && earlier.conditions.iter().all(|condition| exit.conditions.contains(condition))
            });
            if never || earlier.is_some() {
                let why = match earlier {
                    Some(earlier) => format!("the exit to \"{}\" above it always comes first", earlier.to),
                    None => "its conditions contradict each other".to_string(),
                };
                found.push(
                    Problem::damaged("exit-never", format!("the exit to \"{}\" is never taken", exit.to))
                        .at(exit.place.clone())
                        .because(why),
                );
            }
        }
    }
}

/// A circle of ways that open by themselves and ask for nothing.
fn circles(workflow: &Workflow, found: &mut Vec<Problem>) {
    let next = |name: &str| {
        workflow.stage(name).and_then(|stage| {
            stage.exits.iter().find(|exit| {
                exit.on == Some(Event::Ready) && exit.needs.is_empty() && exit.conditions.is_empty()
            })
        })
    };
    for stage in &workflow.stages {
        let mut at = stage.name.as_str();
        for _ in 0..=workflow.stages.len() {
            match next(at) {
                Some(exit) if exit.to == stage.name => {
                    found.push(
                        Problem::damaged(
                            "workflow-cycle",
                            format!("jobs go round from \"{}\" back to it", stage.name),
                        )
                        .at(exit.place.clone())
                        .remedy("give one of the exits a condition or a need"),
                    );
                    break;
                }
                Some(exit) => at = &exit.to,
                None => break,
            }
        }
    }
}

/// Tags that a condition asks for or an effect takes off, but no effect sets.
fn lonely_tags(workflow: &Workflow, found: &mut Vec<Problem>) {
    let effects = || {
        let enter =
            workflow.stages.iter().flat_map(|stage| stage.enter.iter().map(|effect| (effect, &stage.place)));
        enter.chain(
            all_exits(workflow).flat_map(|exit| exit.effects.iter().map(|effect| (effect, &exit.place))),
        )
    };
    let begun = workflow.start.iter().flat_map(|start| &start.effects);
    let set: HashSet<&str> = effects()
        .map(|(effect, _)| effect)
        .chain(begun)
        .filter_map(|effect| match effect {
            Effect::Tag(tag) => Some(tag.as_str()),
            _ => None,
        })
        .collect();
    let taken_off = effects().filter_map(|(effect, place)| match effect {
        Effect::Untag(tag) => Some((tag.as_str(), place)),
        _ => None,
    });
    let asked = all_exits(workflow).flat_map(|exit| {
        exit.conditions.iter().filter_map(|condition| Some((condition.tag()?, &exit.place)))
    });
    let of_exits = all_exits(workflow).map(|exit| (&exit.needs, &exit.place));
    let of_guards = workflow.guards.iter().map(|guard| (&guard.needs, &guard.place));
    let forbidden = of_exits.chain(of_guards).flat_map(|(needs, place)| {
        let tags = needs.iter().filter_map(|gate| match gate {
            Gate::NoTags(tags) => Some(tags),
            _ => None,
        });
        tags.flatten().map(move |tag| (tag.as_str(), place))
    });
    for (tag, place) in taken_off.chain(asked).chain(forbidden) {
        if !set.contains(tag) {
            found.push(
                Problem::damaged("tag-unknown", format!("nothing in this workflow sets the tag \"{tag}\""))
                    .warning()
                    .at(place.clone())
                    .did_you_mean(tag, set.iter().copied()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::reading::workflow;

    #[test]
    fn the_shipped_workflows_are_sound() {
        for (name, text) in [
            ("service-call", include_str!("../../../templates/workflows/service-call.toml")),
            ("new-service", include_str!("../../../templates/workflows/new-service.toml")),
            ("one-time", include_str!("../../../templates/workflows/one-time.toml")),
            ("field-issue", include_str!("../../../templates/workflows/field-issue.toml")),
            ("onboarding", include_str!("../../../templates/workflows/onboarding.toml")),
            ("ongoing-service", include_str!("../../../templates/workflows/ongoing-service.toml")),
            ("support-ticket", include_str!("../../../templates/workflows/support-ticket.toml")),
            ("weekly-service", include_str!("../../../templates/workflows/weekly-service.toml")),
            ("session", include_str!("../../../templates/workflows/session.toml")),
            ("sales", include_str!("../../../templates/workflows/sales.toml")),
        ] {
            let (read, problems) = workflow(&format!("workflows/{name}.toml"), name, text);
            assert_eq!(problems, [], "{name}");
            assert!(read.is_some());
        }
    }

    #[test]
    fn every_mistake_is_told_with_its_place() {
        let text = r#"
name = "x"
title = "X"
start = "a"

[[stage]]
name = "a"
  [[stage.exit]]
  to = "b"
  on = "quote-aproved"
  [[stage.exit]]
  to = "nowhere"
  needs = ["parts-in-hnd", "checklist:none"]

[[stage]]
name = "b"
final = true
"#;
        let (read, problems) = workflow("workflows/x.toml", "x", text);
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "workflows/x.toml:10:8: \"quote-aproved\" is not one of: ".to_string()
                    + &crate::domain::event::Event::ALL
                        .iter()
                        .map(|e| e.as_str())
                        .collect::<Vec<_>>()
                        .join(", "),
                "workflows/x.toml:12:8: there is no stage \"nowhere\"".to_string(),
                "workflows/x.toml:12:8: there is no checklist \"none\"".to_string(),
                "workflows/x.toml:13:12: \"parts-in-hnd\" is not a gate".to_string(),
            ]
        );
        assert!(read.is_none());
    }
}
