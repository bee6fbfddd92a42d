//! All rules together, and what a rule needs to say a due.

use super::{
    asking, billing, filing, following, going, planning, plans, queueing, serving, standing, supplying,
    waiving,
};
use crate::domain::client::Client;
use crate::domain::job::Job;
use crate::domain::log::What;
use crate::domain::moment::Moment;
use crate::rules::due::{Due, DueRule};
use crate::rules::facts::Facts;
use crate::rules::rulebook::Rulebook;
use crate::rules::workflow::definition::Concern;

/// Every obligation of a job up to `until`, earliest first. Pure: the same facts and rules give the
/// same dues. A job whose workflow is gone has none; `check` reports it.
pub fn dues(job: &Job, client: &Client, rules: &Rulebook, until: Moment) -> Vec<Due> {
    // Of a job whose personal data was taken out nothing is to be done any more (S14).
    if job.erased.is_some() {
        return Vec::new();
    }
    let Ok(workflow) = rules.workflow(job) else { return Vec::new() };
    let facts = Facts { job, client, office: &rules.office, workflow };
    let mut dues = Vec::new();
    asking::dues(facts, &mut dues);
    supplying::dues(facts, &mut dues);
    going::dues(facts, &mut dues);
    following::dues(facts, &rules.guides, &mut dues);
    waiving::dues(facts, &mut dues);
    billing::dues(facts, &mut dues);
    plans::dues(facts, until, &mut dues);
    standing::dues(facts, &mut dues);
    queueing::dues(facts, &rules.queues_of(job), &mut dues);
    planning::dues(facts, &mut dues);
    filing::dues(facts, &mut dues);
    serving::dues(facts, &mut dues);
    for due in &mut dues {
        due.at = deferred(job, due).unwrap_or(due.at).in_zone(rules.office.zone());
    }
    dues.retain(|due| due.at <= until);
    dues.sort_by(|one, other| (one.at, &one.key).cmp(&(other.at, &other.key)));
    dues
}

/// Until when a person put the due off, if later than it falls due.
fn deferred(job: &Job, due: &Due) -> Option<Moment> {
    job.log
        .iter()
        .rev()
        .find_map(|entry| match &entry.what {
            What::Deferred(deferred) if deferred.key == due.key => Some(deferred.until),
            _ => None,
        })
        .filter(|until| *until > due.at)
}

/// Who answers for a concern of this job: the job's named person for the role, else the role.
pub fn concerned(facts: Facts<'_>, concern: Concern) -> String {
    let role = facts.workflow.owner(concern, &facts.job.stage);
    facts.job.team.get(&role).cloned().unwrap_or(role)
}

/// Who answers for the stage that the job stands in.
pub(super) fn stage_owner(facts: Facts<'_>) -> String {
    let role = facts.workflow.stage(&facts.job.stage).map(|stage| stage.owner.clone()).unwrap_or_default();
    facts.job.team.get(&role).cloned().unwrap_or(role)
}

/// A due of `facts`, keyed by the fact that caused it and its value.
pub(super) fn due(
    facts: Facts<'_>,
    rule: DueRule,
    anchor: impl std::fmt::Display,
    at: Moment,
    owner: String,
    sentence: String,
    command: String,
) -> Due {
    Due {
        key: format!("{}/{rule}/{anchor}", facts.job.id),
        rule,
        at,
        owner,
        job: Some(facts.job.id.clone()),
        client: Some(facts.job.client.clone()),
        sentence,
        command,
    }
}
