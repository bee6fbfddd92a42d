//! Values that stand in the job or client that the line names.

use super::candidates::{Asking, Candidate};
use super::sources::Source;
use crate::domain::client::Client;
use crate::domain::document::DocumentRef;
use crate::domain::job::Job;

/// The values of a source that stand in one job or client; none when none was named.
pub fn of(asking: &Asking<'_>, source: Source) -> Vec<Candidate> {
    match source {
        Source::Site | Source::Contact => {
            asking.client().map(|client| of_client(&client, source)).unwrap_or_default()
        }
        Source::Deliverable | Source::WaiverKind | Source::Checklist | Source::Item => {
            of_workflow(asking, source)
        }
        Source::Document => match asking.job() {
            Some(job) => documents(&job.documents),
            None => asking.client().map(|client| documents(&client.documents)).unwrap_or_default(),
        },
        _ => asking.job().map(|job| of_job(&job, source)).unwrap_or_default(),
    }
}

fn of_client(client: &Client, source: Source) -> Vec<Candidate> {
    if source == Source::Contact {
        return client.contacts.iter().map(|one| Candidate::new(one.n.to_string(), &one.name)).collect();
    }
    let about =
        |site: &crate::domain::client::Site| site.name.clone().unwrap_or_else(|| site.address.to_string());
    client.sites.iter().map(|site| Candidate::new(site.n.to_string(), about(site))).collect()
}

fn of_workflow(asking: &Asking<'_>, source: Source) -> Vec<Candidate> {
    let Some(workflow) = asking.workflow() else { return Vec::new() };
    match source {
        Source::Deliverable => {
            let stage = asking.job().map(|job| job.stage).unwrap_or_default();
            let of_stage = workflow.stage(&stage).into_iter().flat_map(|stage| &stage.deliverables);
            of_stage.map(|one| Candidate::new(&one.name, &one.text)).collect()
        }
        Source::WaiverKind => {
            workflow.waivers.iter().map(|one| Candidate::new(&one.kind, &one.title)).collect()
        }
        Source::Checklist => {
            workflow.checklists.iter().map(|one| Candidate::new(&one.name, &one.title)).collect()
        }
        _ => {
            let named = asking.line.value_for("list");
            let lists = workflow.checklists.iter().filter(|list| named.is_none_or(|name| list.name == name));
            let mut all: Vec<Candidate> = Vec::new();
            for item in lists.flat_map(|list| &list.items) {
                if !all.iter().any(|one| one.value == item.name) {
                    all.push(Candidate::new(&item.name, &item.text));
                }
            }
            all
        }
    }
}

fn of_job(job: &Job, source: Source) -> Vec<Candidate> {
    let numbered = |number: String, about: String| Candidate::new(number, about);
    match source {
        Source::Visit => job
            .visits
            .iter()
            .map(|visit| {
                let planned = visit.planned.as_ref().map(ToString::to_string);
                let who = visit.technician.clone();
                let about = [planned, who, (!visit.is_open()).then(|| "ended".to_string())];
                numbered(visit.n.to_string(), about.into_iter().flatten().collect::<Vec<_>>().join(", "))
            })
            .collect(),
        Source::Part => {
            job.parts.iter().map(|part| numbered(part.n.to_string(), part.text.clone())).collect()
        }
        Source::PartAndNumber => {
            job.parts.iter().map(|part| numbered(format!("{}=", part.n), part.text.clone())).collect()
        }
        Source::Waiver => {
            job.waivers.iter().map(|one| numbered(one.n.to_string(), one.title.clone())).collect()
        }
        Source::Line => {
            let lines = job.quote().map_or(&job.lines, |quote| &quote.lines);
            lines.iter().map(|line| numbered(line.n.to_string(), line.text.clone())).collect()
        }
        Source::Approved => {
            let lines = job.approved_quote().map(|quote| &quote.lines);
            lines.into_iter().flatten().map(|line| numbered(line.n.to_string(), line.text.clone())).collect()
        }
        Source::Version => {
            let about = |quote: &crate::domain::quote::Quote| {
                quote.sent.as_ref().map_or("draft".to_string(), |sent| format!("sent {}", sent.made.at))
            };
            job.quotes.iter().rev().map(|quote| numbered(quote.version.to_string(), about(quote))).collect()
        }
        Source::Request => job
            .requests
            .iter()
            .map(|one| numbered(one.n.to_string(), format!("{}: {}", one.name, one.text)))
            .collect(),
        Source::Task => {
            let open = job.tasks.iter().filter(|task| task.done.is_none());
            open.map(|task| numbered(task.n.to_string(), task.text.clone())).collect()
        }
        Source::Invoice => job
            .invoices
            .iter()
            .map(|one| {
                let issued = one.issued.as_ref().map(|issued| issued.number.clone());
                numbered(one.n.to_string(), issued.unwrap_or_else(|| "draft".to_string()))
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn documents(all: &[DocumentRef]) -> Vec<Candidate> {
    let about = |one: &DocumentRef| format!("{}: {}", one.kind, one.title.as_ref().unwrap_or(&one.reference));
    all.iter().map(|one| Candidate::new(one.n.to_string(), about(one))).collect()
}
