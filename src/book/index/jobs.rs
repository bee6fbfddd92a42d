//! The jobs' files: what they say, and what falls due.

use std::borrow::Cow;
use std::path::Path;

use chrono::Datelike;
use rayon::prelude::*;

use super::clients::Clients;
use super::compare::{Candidate, Folder, Memory, Opened, open_all};
use super::fingerprint::Print;
use super::kept_due::KeptDue;
use super::reading::Bytes;
use super::row::{JobBody, Record, Row, Said};
use super::scan::Scan;
use super::stat::Stat;
use super::walk::is_file;
use crate::book::layout::{client_path, id_must_match, job_path};
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::summary::JobSummary;
use crate::problem::{Outcome, Place, Problem};

/// Opens the jobs' files that must be opened, those of a client that changed among them, and names jobs without a
/// client.
pub fn refresh<'i>(
    memory: Memory<'i>,
    scan: &Scan<'_>,
    horizon: Moment,
    clients: &Clients<'_>,
    folders: &mut [Folder<'i>],
    settles: impl Fn(&Stat) -> bool + Sync,
) -> Opened {
    for folder in folders.iter_mut() {
        // Of a sealed job nothing falls due, whoever its client is by now.
        let is_stale = |row: &Row<'i>| !row.sealed && clients.is_other(&row.client);
        for candidate in &mut folder.candidates {
            candidate.is_believed &= candidate.old.as_ref().is_some_and(|old| !is_stale(&old.row));
        }
        folder.reopen(job_path, is_stale);
    }
    let open = |candidate: &Candidate<'i>| open(memory, scan, horizon, clients, candidate);
    let mut opened = open_all(folders, open, settles);
    let rows = folders.par_iter().flat_map_iter(|folder| &folder.records).map(|record| &record.row);
    let missing: Vec<Problem> =
        rows.filter(|row| clients.is_missing(&row.client)).map(without_client).collect();
    opened.problems.extend(missing);
    opened
}

/// Whether a client whose file was not there when the clients were looked at is there by now: it came with its job, and
/// the job was seen.
pub fn were_overtaken(root: &Path, clients: &Clients<'_>, folders: &[Folder<'_>]) -> bool {
    let rows = folders.iter().flat_map(|folder| &folder.records).map(|record| &record.row);
    let mut missing = rows.filter(|row| clients.is_missing(&row.client));
    missing.any(|row| row.client.parse().is_ok_and(|id| is_file(root, &client_path(&id))))
}

fn open<'i>(
    memory: Memory<'i>,
    scan: &Scan<'_>,
    horizon: Moment,
    clients: &Clients<'_>,
    candidate: &Candidate<'i>,
) -> Outcome<Record<'i>> {
    let Candidate { id, path, stat, old, is_believed } = candidate;
    let bytes = Bytes::read(memory.root, path, stat.size)?;
    if let Some(old) = old.as_ref().filter(|old| *is_believed && old.row.print == bytes.print) {
        let row = Row { stat: *stat, ..old.row.clone() };
        return Ok(Record { row, body: old.body.clone(), past: old.past.clone() });
    }
    let job = (scan.read_job)(bytes.text(path)?, path).map_err(|problems| problems.at(&Place::file(path)))?;
    id_must_match(path, id, &job.id)?;
    let sealed = memory.seals.vouch_for_read(path, bytes.print);
    let (mut row_stat, mut print) = (*stat, bytes.print);
    let (dues, settled) = match clients.get(&job.client) {
        _ if sealed => (Vec::new(), true),
        Some((seen, client)) => {
            if seen != clients.print(&job.client) {
                // The client changed while this was read: the index shall not take it for the truth.
                (row_stat, print) = (Stat::NONE, Print::NONE);
            }
            ((scan.dues)(&job, &client, horizon), (scan.is_settled)(&job, &client))
        }
        None => (Vec::new(), false),
    };
    let mut summary = JobSummary::from(&job);
    let last_day = summary.last_day().num_days_from_ce();
    let past = summary.take_past(scan.today);
    let past = if past.is_empty() { None } else { Some(Said::read(&past)?) };
    let dues = dues.into_iter().map(|due| KeptDue::new(due, &summary)).collect();
    let row = Row {
        id: Cow::Owned(id.as_str().to_string()),
        stat: row_stat,
        print,
        client: Cow::Owned(job.client.as_str().to_string()),
        settled,
        last_day,
        near: true,
        sealed,
        length: 0,
        past_length: 0,
        past_until: scan.today.num_days_from_ce(),
    };
    Ok(Record { row, body: Said::read(&JobBody { summary, dues })?, past })
}

fn without_client(row: &Row<'_>) -> Problem {
    let path = row.id.parse::<Id>().map_or_else(|_| String::new(), |id| job_path(&id));
    Problem::damaged(
        "client-missing",
        format!("{} belongs to {}, of which there is no file", row.id, row.client),
    )
    .at(Place::file(path))
    .because("what falls due on it cannot be told without its client")
    .remedy(format!("git log --diff-filter=D -- 'clients/*/{}.yaml' shows when it was removed", row.client))
}
