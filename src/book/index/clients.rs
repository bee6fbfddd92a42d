//! The clients' files: what they say, and whole clients for those who compute dues.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::compare::{Candidate, Folder, Opened, open_all};
use super::fingerprint::Print;
use super::reading::Bytes;
use super::record::{ClientRecord, Record};
use super::scan::ReadClient;
use super::stat::Stat;
use crate::book::layout::{client_path, id_must_match};
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::summary::ClientSummary;
use crate::problem::{Outcome, Place};

/// A client that was read, and the fingerprint of what was read.
type Held = (Print, Arc<Client>);

/// Every client of the book, each read when it is asked for and then held.
pub struct Clients<'a> {
    root: &'a Path,
    read: ReadClient<'a>,
    known: HashMap<Id, (Print, OnceLock<Option<Held>>)>,
    damaged: HashSet<Id>,
}

/// Opens the clients' files that must be opened.
pub fn refresh<'a>(
    root: &'a Path,
    read: ReadClient<'a>,
    folders: &mut [Folder<ClientSummary>],
    settles: impl Fn(&Stat) -> bool + Sync,
) -> (Clients<'a>, Opened) {
    let held: Mutex<HashMap<Id, Held>> = Mutex::default();
    let open = |candidate: &Candidate<ClientSummary>| -> Outcome<ClientRecord> {
        let Candidate { id, path, stat, old } = candidate;
        let bytes = Bytes::read(root, path)?;
        if let Some(old) = old.as_ref().filter(|old| old.print == bytes.print) {
            return Ok(Record { stat: *stat, ..old.clone() });
        }
        let client = parse(read, id, path, &bytes)?;
        let body = ClientSummary::from(&client);
        let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
        held.insert(id.clone(), (bytes.print, Arc::new(client)));
        Ok(Record { stat: *stat, print: bytes.print, body })
    };
    let opened = open_all(folders, open, settles);
    let mut held = held.into_inner().unwrap_or_else(PoisonError::into_inner);
    let known = folders
        .iter()
        .flat_map(|folder| &folder.records)
        .map(|record| {
            let id = record.body.id.clone();
            let cell = held.remove(&id).map_or_else(OnceLock::new, |held| OnceLock::from(Some(held)));
            (id, (record.print, cell))
        })
        .collect();
    let damaged = opened.damaged.iter().cloned().collect();
    (Clients { root, read, known, damaged }, opened)
}

impl Clients<'_> {
    /// Of the client's file; [`Print::NONE`] when there is none that can be read.
    pub fn print(&self, id: &Id) -> Print {
        self.known.get(id).map_or(Print::NONE, |(print, _)| *print)
    }

    /// The whole client, with the fingerprint of what was read.
    pub fn get(&self, id: &Id) -> Option<Held> {
        let (_, cell) = self.known.get(id)?;
        cell.get_or_init(|| {
            let path = client_path(id);
            let bytes = Bytes::read(self.root, &path).ok()?;
            let client = parse(self.read, id, &path, &bytes).ok()?;
            Some((bytes.print, Arc::new(client)))
        })
        .clone()
    }

    /// Whether there is no file of the client at all.
    pub fn is_missing(&self, id: &Id) -> bool {
        !self.known.contains_key(id) && !self.damaged.contains(id)
    }
}

fn parse(read: ReadClient<'_>, id: &Id, path: &str, bytes: &Bytes) -> Outcome<Client> {
    let client = read(bytes.text(path)?, path).map_err(|problems| problems.at(&Place::file(path)))?;
    id_must_match(path, id, &client.id)?;
    Ok(client)
}
