//! Names by which workflows and configuration point at each other.

use std::collections::BTreeMap;

use super::definition::Workflow;
use crate::domain::office::Office;
use crate::domain::required::{ReportTo, RequiredDocument};
use crate::problem::{Place, Problem};
use crate::rules::gate::Gate;

const CONFIG: &str = "jobbook.toml";

/// Forms that the workflow asks for and the office does not have.
pub fn unknown_forms(workflow: &Workflow, office: &Office) -> Vec<Problem> {
    workflow
        .gates()
        .filter_map(|(gate, place)| match gate {
            Gate::Form(name) if !office.forms.contains_key(name) => Some(
                Problem::damaged("form-unknown", format!("{CONFIG} has no form \"{name}\""))
                    .warning()
                    .at(place.clone())
                    .did_you_mean(name, office.forms.keys().map(String::as_str))
                    .remedy(format!("add [form.{name}] to {CONFIG}, or ask for another")),
            ),
            _ => None,
        })
        .collect()
}

/// Roles and workflows that the configuration names and nobody has.
pub fn unknown_in_config(office: &Office, workflows: &BTreeMap<String, Workflow>) -> Vec<Problem> {
    let mut found = Vec::new();
    for report in &office.reports {
        if let Some(name) = report.workflow.as_ref().filter(|name| !workflows.contains_key(*name)) {
            found.push(
                Problem::damaged("workflow-unknown", format!("there is no workflow \"{name}\""))
                    .warning()
                    .at(Place::file(CONFIG))
                    .because(format!("report \"{}\" is about its jobs", report.name))
                    .did_you_mean(name, workflows.keys().map(String::as_str)),
            );
        }
        if let ReportTo::Role(role) = &report.to {
            found.extend(unknown_role(office, role, &format!("report \"{}\" goes to it", report.name)));
        }
    }
    for RequiredDocument { kind, owner, .. } in &office.required_documents {
        found.extend(unknown_role(office, owner, &format!("it sees to the documents of kind {kind}")));
    }
    found
}

fn unknown_role(office: &Office, role: &str, why: &str) -> Option<Problem> {
    if office.member(role).is_some() || office.team.iter().any(|member| member.has_role(role)) {
        return None;
    }
    let known = office.team.iter().flat_map(|member| &member.roles).map(String::as_str);
    Some(
        Problem::damaged("role-unknown", format!("nobody of team.toml has the role \"{role}\""))
            .warning()
            .at(Place::file(CONFIG))
            .because(why)
            .did_you_mean(role, known)
            .remedy("give the role to somebody in team.toml, or name another one here"),
    )
}
