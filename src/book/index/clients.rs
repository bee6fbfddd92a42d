//! The clients' files: what they say, and whole clients for those who compute dues.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use chrono::Datelike;

use super::compare::{Candidate, Folder, Memory, Opened, open_all};
use super::fingerprint::Print;
use super::reading::Bytes;
use super::row::{Record, Row, Said};
use super::scan::{ReadClient, Scan};
use super::stat::Stat;
use crate::book::layout::{client_path, id_must_match};
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::summary::ClientSummary;
use crate::problem::{Outcome, Place};

/// More bytes than the files of most clients have.
const USUAL: u64 = 4096;

/// A client that was read, and the fingerprint of what was read.
type Held = (Print, Arc<Client>);
/// Clients that were read, or are being read.
pub type Shelf = HashMap<Id, Arc<OnceLock<Option<Held>>>>;

/// Every client of the book, each read when it is asked for and then held.
pub struct Clients<'f> {
    root: &'f Path,
    read: ReadClient<'f>,
    held: Mutex<Shelf>,
    /// Those with a file that can be read.
    there: HashMap<&'f str, Print>,
    damaged: HashSet<Id>,
    news: HashSet<String>,
    unknown: HashSet<String>,
}

/// Opens the clients' files that must be opened.
pub fn refresh<'i>(
    memory: Memory<'i>,
    scan: &Scan<'_>,
    folders: &mut [Folder<'i>],
    settles: impl Fn(&Stat) -> bool + Sync,
) -> (Opened, Shelf) {
    let held: Mutex<Shelf> = Mutex::default();
    let open = |candidate: &Candidate<'i>| -> Outcome<Record<'i>> {
        let Candidate { id, path, stat, old, is_believed } = candidate;
        let bytes = Bytes::read(memory.root, path, stat.size)?;
        if let Some(old) = old.as_ref().filter(|old| *is_believed && old.row.print == bytes.print) {
            return Ok(Record {
                row: Row { stat: *stat, ..old.row.clone() },
                body: old.body.clone(),
                past: None,
            });
        }
        let client = parse(scan.read_client, id, path, &bytes)?;
        let body = ClientSummary::from(&client);
        let sealed = memory.seals.vouch_for_read(path, bytes.print);
        let row = Row {
            id: Cow::Owned(id.as_str().to_string()),
            stat: *stat,
            print: bytes.print,
            client: Cow::Borrowed(""),
            settled: sealed || (scan.is_client_settled)(&client),
            last_day: body.last_day().num_days_from_ce(),
            near: true,
            sealed,
            length: 0,
            past_length: 0,
            past_until: 0,
        };
        let known = OnceLock::from(Some((bytes.print, Arc::new(client))));
        held.lock().unwrap_or_else(PoisonError::into_inner).insert(id.clone(), Arc::new(known));
        Ok(Record { row, body: Said::read(&body)?, past: None })
    };
    let opened = open_all(folders, open, settles);
    (opened, held.into_inner().unwrap_or_else(PoisonError::into_inner))
}

impl<'f> Clients<'f> {
    /// The clients in `folders`, of which `opened` had to be opened; some are `held` already. Of folders that are
    /// `unknown` nobody can say what became of the clients in them.
    pub fn new(
        root: &'f Path,
        read: ReadClient<'f>,
        folders: &'f [Folder<'_>],
        opened: &Opened,
        held: Shelf,
        mut unknown: HashSet<String>,
    ) -> Clients<'f> {
        let rows = folders.iter().flat_map(|folder| &folder.records).map(|record| &record.row);
        let mut news = opened.news.clone();
        news.extend(folders.iter().flat_map(|folder| folder.gone.iter().cloned()));
        unknown.extend(folders.iter().filter(|folder| folder.was_damaged).map(|folder| folder.path.clone()));
        Clients {
            root,
            read,
            held: Mutex::new(held),
            there: rows.map(|row| (&*row.id, row.print)).collect(),
            damaged: opened.damaged.iter().cloned().collect(),
            news,
            unknown,
        }
    }

    /// Whether a client is another than the index knew, so that what falls due on its jobs may be, too.
    pub fn is_other(&self, id: &str) -> bool {
        self.news.contains(id)
            || !self.unknown.is_empty()
                && id.parse().is_ok_and(|id| self.unknown.contains(folder_of(&client_path(&id))))
    }

    /// Of the client's file; [`Print::NONE`] when there is none that can be read.
    pub fn print(&self, id: &Id) -> Print {
        self.there.get(id.as_str()).copied().unwrap_or(Print::NONE)
    }

    /// The whole client, with the fingerprint of what was read.
    pub fn get(&self, id: &Id) -> Option<Held> {
        let cell = {
            let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
            if !held.contains_key(id) && !self.there.contains_key(id.as_str()) {
                return None;
            }
            Arc::clone(held.entry(id.clone()).or_default())
        };
        cell.get_or_init(|| {
            let path = client_path(id);
            let bytes = Bytes::read(self.root, &path, USUAL).ok()?;
            let client = parse(self.read, id, &path, &bytes).ok()?;
            Some((bytes.print, Arc::new(client)))
        })
        .clone()
    }

    /// Whether there is no file of the client at all.
    pub fn is_missing(&self, id: &str) -> bool {
        !self.there.contains_key(id) && !id.parse().is_ok_and(|id| self.damaged.contains(&id))
    }
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn parse(read: ReadClient<'_>, id: &Id, path: &str, bytes: &Bytes) -> Outcome<Client> {
    let client = read(bytes.text(path)?, path).map_err(|problems| problems.at(&Place::file(path)))?;
    id_must_match(path, id, &client.id)?;
    Ok(client)
}
