//! Visits as appointments of whoever goes: when, where, with whom, what to observe (G02).

use chrono::Duration;

use crate::domain::id::{Id, Number};
use crate::domain::moment::Moment;
use crate::domain::visit::{Visit, VisitKind};
use crate::rules::facts::Facts;

/// How far an appointment is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The client does not know of it yet.
    Tentative,
    /// The client expects it, or it took place.
    Confirmed,
    /// It will not take place.
    Cancelled,
}

/// A visit as an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// The job.
    pub job: Id,
    /// Number of the visit.
    pub visit: Number,
    /// When it was changed last.
    pub changed: Moment,
    /// How often it was changed.
    pub changes: u32,
    /// Begin of the arrival window.
    pub from: Moment,
    /// Its end.
    pub to: Moment,
    /// How far it is settled.
    pub standing: Standing,
    /// Whether it is still to take place.
    pub is_ahead: bool,
    /// Client, and what it is.
    pub summary: String,
    /// The address; the link of a remote session.
    pub place: Option<String>,
    /// Where to join.
    pub link: Option<String>,
    /// What to know, line by line.
    pub notes: Vec<String>,
    /// Who goes.
    pub technician: Option<String>,
    /// How long before it whoever goes is to be there.
    pub lead: Duration,
}

/// The appointments of a job, in the order of its visits; visits without a day have none.
pub fn appointments(facts: Facts<'_>) -> Vec<Appointment> {
    facts.job.visits.iter().filter_map(|visit| appointment(facts, visit)).collect()
}

fn appointment(facts: Facts<'_>, visit: &Visit) -> Option<Appointment> {
    let window = visit.planned?;
    let zone = facts.zone();
    let (job, client) = (facts.job, facts.client);
    let standing = match (&visit.cancelled, &visit.outcome) {
        (Some(_), _) => Standing::Cancelled,
        (None, None) if !visit.is_expected() => Standing::Tentative,
        _ => Standing::Confirmed,
    };
    let changes = [
        visit.moved.iter().map(|moved| moved.made.at).collect::<Vec<_>>(),
        visit.notified.iter().map(|told| told.made.at).collect(),
        visit.cancelled.iter().map(|cancelled| cancelled.made.at).collect(),
        visit.started.iter().map(|started| started.at).collect(),
        visit.outcome.iter().map(|outcome| outcome.made.at).collect(),
    ]
    .concat();
    let address = facts.site().map(|site| {
        let address = site.address.to_string();
        match &site.name {
            Some(name) if !address.is_empty() => format!("{name}, {address}"),
            Some(name) => name.clone(),
            None => address,
        }
    });
    let is_remote = visit.kind == Some(VisitKind::Remote);
    let address = address.filter(|address| !address.is_empty() && !is_remote);
    Some(Appointment {
        job: job.id.clone(),
        visit: visit.n,
        changed: changes.iter().copied().max().unwrap_or(visit.made.at),
        changes: changes.len() as u32,
        from: window.from.moment(zone),
        to: window.to.moment(zone),
        standing,
        is_ahead: visit.is_open() && visit.started.is_none(),
        summary: format!("{} · {}", client.name, job.title),
        place: address.or_else(|| visit.link.clone()),
        link: visit.link.clone(),
        notes: notes(facts, visit),
        technician: visit.technician.clone(),
        lead: facts.office.leads.of(visit.kind.unwrap_or(VisitKind::OnSite)),
    })
}

/// What whoever goes reads on the way; prices stand on the sheet only.
fn notes(facts: Facts<'_>, visit: &Visit) -> Vec<String> {
    let (job, client) = (facts.job, facts.client);
    let mut notes = vec![format!("{}, visit {} ({})", job.id, visit.n, visit.purpose)];
    let full_name = |name: &String| {
        facts.office.member(name).map_or_else(|| name.clone(), |member| member.full_name.clone())
    };
    notes.push(visit.technician.as_ref().map_or("nobody is assigned".to_string(), full_name));
    let contact = client.contact(job.contact.as_ref());
    let persons = job
        .on_site
        .iter()
        .map(|person| (&person.name, &person.phone))
        .chain(contact.iter().map(|contact| (&contact.name, &contact.phone)));
    notes.extend(persons.map(|(name, phone)| match phone {
        Some(phone) => format!("{name}, {phone}"),
        None => name.clone(),
    }));
    let mut note = |what: &str, text: Option<&String>| {
        notes.extend(text.map(|text| format!("{what}: {text}")));
    };
    note("Work order", job.work_order.as_ref());
    note("Asked for", job.request.as_ref());
    note("Scope", job.scope.as_ref());
    note("Access", facts.site().and_then(|site| site.access.as_ref()));
    if let Some(check_in) = facts.check_in() {
        note("Check in and out", check_in.phone.as_ref());
        note("There", check_in.instructions.as_ref());
    }
    note("Observe", facts.protocol().as_ref());
    notes
}
