//! The jobs' files: what they say, and what falls due.

use std::path::Path;

use super::clients::Clients;
use super::compare::{Candidate, Folder, Opened, open_all};
use super::fingerprint::Print;
use super::kept_due::KeptDue;
use super::reading::Bytes;
use super::record::{JobBody, JobRecord, Record};
use super::scan::Scan;
use super::stat::Stat;
use crate::book::layout::{id_must_match, job_path};
use crate::domain::moment::Moment;
use crate::domain::summary::JobSummary;
use crate::problem::{Outcome, Place, Problem};

/// Opens the jobs' files that must be opened: those that changed, and those whose client's file changed
/// since their dues were computed.
pub fn refresh(
    root: &Path,
    scan: &Scan<'_>,
    horizon: Moment,
    clients: &Clients<'_>,
    folders: &mut [Folder<JobBody>],
    settles: impl Fn(&Stat) -> bool + Sync,
) -> Opened {
    for folder in folders.iter_mut() {
        folder.reopen(job_path, |body| body.client != clients.print(&body.summary.client));
    }
    let open = |candidate: &Candidate<JobBody>| open(root, scan, horizon, clients, candidate);
    let mut opened = open_all(folders, open, settles);
    for record in folders.iter().flat_map(|folder| &folder.records) {
        if clients.is_missing(&record.body.summary.client) {
            opened.problems.push(without_client(&record.body.summary));
        }
    }
    opened
}

fn open(
    root: &Path,
    scan: &Scan<'_>,
    horizon: Moment,
    clients: &Clients<'_>,
    candidate: &Candidate<JobBody>,
) -> Outcome<JobRecord> {
    let Candidate { id, path, stat, old } = candidate;
    let bytes = Bytes::read(root, path)?;
    let is_same = |old: &&JobRecord| {
        old.print == bytes.print && old.body.client == clients.print(&old.body.summary.client)
    };
    if let Some(old) = old.as_ref().filter(is_same) {
        return Ok(Record { stat: *stat, ..old.clone() });
    }
    let job = (scan.read_job)(bytes.text(path)?, path).map_err(|problems| problems.at(&Place::file(path)))?;
    id_must_match(path, id, &job.id)?;
    let (client, dues) = match clients.get(&job.client) {
        Some((print, client)) => (print, (scan.dues)(&job, &client, horizon)),
        None => (Print::NONE, Vec::new()),
    };
    let summary = JobSummary::from(&job);
    let dues = dues.into_iter().map(|due| KeptDue::new(due, &summary)).collect();
    let body = JobBody { summary, client, dues };
    Ok(Record { stat: *stat, print: bytes.print, body })
}

fn without_client(job: &JobSummary) -> Problem {
    Problem::damaged(
        "client-missing",
        format!("{} belongs to {}, of which there is no file", job.id, job.client),
    )
    .at(Place::file(job_path(&job.id)))
    .because("what falls due on it cannot be told without its client")
    .remedy(format!("git log --diff-filter=D -- 'clients/*/{}.yaml' shows when it was removed", job.client))
}
