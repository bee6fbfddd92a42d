//! Gates of projects: deliverables, tasks, kick-off, forms, roles, documents that came back signed.

use super::gate::Unmet;
use crate::domain::document::DocumentState;
use crate::domain::form::FormOf;
use crate::rules::deliverables;
use crate::rules::facts::Facts;
use crate::rules::planned;

fn unmet(sentence: String, remedies: impl IntoIterator<Item = String>) -> Unmet {
    Unmet { sentence, remedies: remedies.into_iter().collect() }
}

/// Everything required that the stage owes was handed over.
pub(super) fn judge_deliverables(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let missing = deliverables::missing(facts);
    if missing.is_empty() {
        let answered = deliverables::owed(facts).into_iter();
        return Ok(answered
            .filter_map(|owed| Some(format!("{}: {}", owed.deliverable.name, owed.answer()?)))
            .collect());
    }
    let texts: Vec<String> =
        missing.iter().map(|owed| format!("{} ({})", owed.deliverable.text, owed.deliverable.name)).collect();
    let title = facts.workflow.stage_title(&facts.job.stage);
    Err(unmet(
        format!("{title} still owes: {}", texts.join("; ")),
        missing.iter().flat_map(|owed| deliverables::remedies(owed, facts)),
    ))
}

/// Every task of the stage that comes once was done or skipped.
pub(super) fn judge_tasks(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    let id = &facts.job.id;
    let open = planned::open_of_stage(facts);
    if open.is_empty() {
        return Ok(vec!["tasks of the stage are settled".to_string()]);
    }
    let texts: Vec<String> =
        open.iter().map(|one| format!("{} ({})", one.task.text, one.task.name)).collect();
    Err(unmet(
        format!("tasks are open: {}", texts.join("; ")),
        open.iter().map(|one| format!("jobbook job task {id} --done {}", one.task.name)),
    ))
}

/// The day on which the work begins is fixed.
pub(super) fn judge_kickoff(facts: Facts<'_>) -> Result<Vec<String>, Unmet> {
    match &facts.job.kickoff {
        Some(kickoff) => Ok(vec![format!("kick-off on {}", kickoff.day)]),
        None => Err(unmet(
            "no day is fixed for the kick-off".to_string(),
            [format!("jobbook job kickoff {} DAY", facts.job.id)],
        )),
    }
}

/// Each required field of a form is answered.
pub(super) fn judge_form(facts: Facts<'_>, name: &str) -> Result<Vec<String>, Unmet> {
    let (client, job) = (&facts.client.id, &facts.job.id);
    let Some(form) = facts.office.forms.get(name) else {
        return Err(unmet(format!("jobbook.toml has no form \"{name}\""), []));
    };
    let missing = form.missing(form.answers(facts.client, Some(facts.job)));
    if missing.is_empty() {
        return Ok(vec![format!("{} is filled in", form.title)]);
    }
    let texts: Vec<&str> = missing.iter().map(|field| field.text.as_str()).collect();
    let sets: Vec<String> = missing.iter().map(|field| format!("--set {}=…", field.name)).collect();
    let command = match form.of {
        FormOf::Client => format!("jobbook client fill {client} {name}"),
        FormOf::Job => format!("jobbook job fill {job} {name}"),
    };
    Err(unmet(
        format!("{} lacks: {}", form.title, texts.join("; ")),
        [format!("{command} {}", sets.join(" "))],
    ))
}

/// Somebody is named for a role of the job.
pub(super) fn judge_role(facts: Facts<'_>, role: &str) -> Result<Vec<String>, Unmet> {
    match facts.job.team.get(role) {
        Some(person) => Ok(vec![format!("{role}: {person}")]),
        None => Err(unmet(
            format!("nobody is named as {role}"),
            [format!("jobbook job assign {} {role}=NAME", facts.job.id)],
        )),
    }
}

/// A document of a kind has come as far as that, the job's own or the client's.
pub(super) fn judge_document(
    facts: Facts<'_>,
    kind: &str,
    wanted: DocumentState,
) -> Result<Vec<String>, Unmet> {
    let id = &facts.job.id;
    let of_job = || facts.job.documents.iter().filter(|document| document.kind == kind);
    let of_client = || facts.client.documents.iter().filter(|document| document.kind == kind);
    if let Some(found) = of_job().chain(of_client()).find(|document| document.has_come_to(wanted)) {
        let evidence =
            found.signed.as_ref().map_or(String::new(), |signed| format!(" ({})", signed.evidence));
        return Ok(vec![format!("{kind} {}: {}{evidence}", found.state(), found.reference)]);
    }
    let Some(far) = of_job().max_by_key(|document| document.state()) else {
        let by_hand = format!("jobbook job document {id} WHERE --kind {kind}");
        let begin = format!("jobbook job document new {id} {kind}");
        let remedies = if wanted < DocumentState::Sent { vec![begin, by_hand] } else { vec![begin] };
        return Err(unmet(format!("no {kind} is {wanted}"), remedies));
    };
    let (n, state) = (&far.n, far.state());
    let remedy =
        if state < DocumentState::Sent && wanted >= DocumentState::Sent || state == DocumentState::Draft {
            format!("jobbook job document send {id} {n}")
        } else {
            format!("jobbook job document sign {id} {n} --evidence \"…\"")
        };
    Err(unmet(format!("{kind} {n} is {state}, not {wanted}"), [remedy]))
}
