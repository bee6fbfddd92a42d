//! Papers: required and missing, about to expire, out to be signed; of jobs, and of clients (S03, S13).

use chrono::NaiveDate;

use super::yielding::{due, stage_owner};
use crate::domain::client::Status;
use crate::domain::document::{DocumentRef, DocumentState};
use crate::domain::moment::{Moment, end_of_day};
use crate::domain::office::{Office, Span};
use crate::domain::required::RequiredDocument;
use crate::domain::summary::{ClientSummary, DocumentSummary};
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::gate::Gate;
use crate::rules::planned::entered;

/// Of one job.
pub(super) fn dues(facts: Facts<'_>, dues: &mut Vec<Due>) {
    if facts.job.cancelled.is_some() {
        return;
    }
    missing(facts, dues);
    let id = &facts.job.id;
    // Papers that went along to the job that goes on are renewed there.
    if facts.job.handed_on.iter().any(|handed| handed.documents) {
        return;
    }
    let summaries: Vec<DocumentSummary> = facts.job.documents.iter().map(DocumentSummary::from).collect();
    for document in &summaries {
        if let Some((day, at)) = expiring(document, &summaries, facts.office) {
            dues.push(due(
                facts,
                DueRule::DocumentExpiring,
                format!("document-{}/{day}", document.n),
                at,
                stage_owner(facts),
                format!("renew {} {}, which holds until {day}", document.kind, document.n),
                format!("jobbook job document {id} WHERE --kind {} --expires DAY", document.kind),
            ));
        }
        if let Some(sent) = document.sent.filter(|_| is_to_be_signed(facts, document)) {
            dues.push(due(
                facts,
                DueRule::DocumentToSign,
                format!("document-{}/{sent}", document.n),
                facts.office.request_follow_up.after(sent, &facts.office.calendar),
                stage_owner(facts),
                format!("ask for the signature on {} {}", document.kind, document.n),
                format!("jobbook job document sign {id} {} --evidence \"…\"", document.n),
            ));
        }
    }
}

/// Documents that the workflow requires and neither the job nor its client has.
pub fn lacking<'a>(facts: Facts<'a>) -> impl Iterator<Item = (&'a RequiredDocument, Option<Moment>)> {
    let documents = facts.workflow.documents.iter();
    // What is wanted for as long as the job runs is not wanted when it has ended.
    let ended = facts.workflow.stage(&facts.job.stage).is_some_and(|stage| stage.is_final);
    let wanted = documents.filter(move |wanted| !(ended && wanted.stages.is_empty()));
    wanted.filter(move |wanted| !is_there(facts, wanted)).filter_map(move |wanted| {
        let applies = wanted.classes.is_empty() || wanted.classes.contains(&facts.client.class);
        let since = if wanted.stages.is_empty() {
            Some(facts.job.opened.at)
        } else {
            wanted.stages.iter().filter_map(|stage| entered(facts, stage)).min()
        };
        applies.then_some((wanted, since))
    })
}

fn is_there(facts: Facts<'_>, wanted: &RequiredDocument) -> bool {
    let fits = |document: &DocumentRef| document.kind == wanted.kind && document.has_come_to(wanted.state);
    facts.job.documents.iter().chain(&facts.client.documents).any(fits)
}

fn missing(facts: Facts<'_>, dues: &mut Vec<Due>) {
    let id = &facts.job.id;
    for (wanted, since) in lacking(facts) {
        let Some(since) = since else { continue };
        let owner = facts.job.team.get(&wanted.owner).cloned().unwrap_or_else(|| wanted.owner.clone());
        dues.push(due(
            facts,
            DueRule::DocumentMissing,
            format!("{}/{since}", wanted.kind),
            wanted.within.after(since, &facts.office.calendar),
            owner,
            format!("put on file: {}{}", wanted.title, state_wanted(wanted)),
            format!("jobbook job document {id} WHERE --kind {}", wanted.kind),
        ));
    }
}

fn state_wanted(wanted: &RequiredDocument) -> String {
    match wanted.state {
        DocumentState::Draft | DocumentState::OnFile => String::new(),
        state => format!(" ({state})"),
    }
}

/// Whether anything of the workflow waits for the signature.
fn is_to_be_signed(facts: Facts<'_>, document: &DocumentSummary) -> bool {
    let asked = |gate: &Gate| *gate == Gate::DocumentState(document.kind.clone(), DocumentState::Signed);
    let required =
        |wanted: &RequiredDocument| wanted.kind == document.kind && wanted.state == DocumentState::Signed;
    document.state == DocumentState::Sent
        && (facts.workflow.gates().any(|(gate, _)| asked(gate))
            || facts.workflow.documents.iter().chain(&facts.office.required_documents).any(required))
}

/// The last day it holds and when somebody is told, unless a newer one of the kind holds longer.
fn expiring(
    document: &DocumentSummary,
    all: &[DocumentSummary],
    office: &Office,
) -> Option<(NaiveDate, Moment)> {
    let day = document.expires?;
    let renewed = all.iter().any(|other| {
        other.kind == document.kind
            && other.n != document.n
            && other.state != DocumentState::Draft
            && other.expires.is_none_or(|expires| expires > day)
            && other.added >= document.added
    });
    let days = match office.expiry_notice {
        Span::Days(days) | Span::BusinessDays(days) => i64::from(days),
        Span::Elapsed(elapsed) | Span::Business(elapsed) => elapsed.num_days(),
    };
    let notice = day.checked_sub_signed(chrono::Duration::days(days + 1)).unwrap_or(day);
    (!renewed).then(|| (day, end_of_day(notice, office.zone())))
}

/// What is due of a client's own papers. A client who is inactive or was merged owes none.
pub fn client_dues(client: &ClientSummary, office: &Office) -> Vec<Due> {
    let mut dues = Vec::new();
    if client.merged_into.is_some() || client.status == Status::Inactive {
        return dues;
    }
    let id = &client.id;
    let mut push = |rule: DueRule, anchor: String, at: Moment, owner: String, sentence, command| {
        let key = format!("{id}/{rule}/{anchor}");
        let (job, client) = (None, Some(id.clone()));
        dues.push(Due { key, rule, at: at.in_zone(office.zone()), owner, job, client, sentence, command });
    };
    for wanted in missing_of_client(client, office) {
        push(
            DueRule::DocumentMissing,
            format!("{}/{}", wanted.kind, client.opened),
            wanted.within.after(client.opened, &office.calendar),
            wanted.owner.clone(),
            format!("put on file: {}{}", wanted.title, state_wanted(wanted)),
            format!("jobbook client document {id} WHERE --kind {}", wanted.kind),
        );
    }
    for document in &client.documents {
        let owner = office
            .required_documents
            .iter()
            .find(|wanted| wanted.kind == document.kind)
            .map_or("office", |wanted| wanted.owner.as_str());
        if let Some((day, at)) = expiring(document, &client.documents, office) {
            push(
                DueRule::DocumentExpiring,
                format!("document-{}/{day}", document.n),
                at,
                owner.to_string(),
                format!("renew {} {}, which holds until {day}", document.kind, document.n),
                format!("jobbook client document {id} WHERE --kind {} --expires DAY", document.kind),
            );
        }
        let wants_signature = office
            .required_documents
            .iter()
            .any(|wanted| wanted.kind == document.kind && wanted.state == DocumentState::Signed);
        if let Some(sent) = document.sent.filter(|_| wants_signature && document.state == DocumentState::Sent)
        {
            push(
                DueRule::DocumentToSign,
                format!("document-{}/{sent}", document.n),
                office.request_follow_up.after(sent, &office.calendar),
                owner.to_string(),
                format!("ask for the signature on {} {}", document.kind, document.n),
                format!("jobbook client document sign {id} {} --evidence \"…\"", document.n),
            );
        }
    }
    dues
}

/// Documents that the office requires of a client of that class and the client has not.
pub fn missing_of_client<'a>(
    client: &'a ClientSummary,
    office: &'a Office,
) -> impl Iterator<Item = &'a RequiredDocument> {
    let applies =
        |wanted: &&RequiredDocument| wanted.classes.is_empty() || wanted.classes.contains(&client.class);
    office
        .required_documents
        .iter()
        .filter(applies)
        .filter(|wanted| !client.documents.iter().any(|document| document.is(&wanted.kind, wanted.state)))
}
