//! A survey: what is told of each client and job, folder by folder, once the book was compared with the index.

use std::collections::HashSet;

use chrono::Datelike;
use rayon::prelude::*;

use super::compare::{Folder, Memory};
use super::contents::{ClientEntry, JobEntry};
use super::image::{Image, Opened};
use super::row::{JobBody, Record, Row};
use super::scan::Wanted;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::summary::{CalledJob, ClientFront};

/// Folders that are told side by side, where what is made of them is given away at once.
const AT_ONCE: usize = 8;

/// A book whose files were compared with what the index knew, and opened where that was needed.
#[derive(Clone, Copy)]
pub struct Survey<'s> {
    memory: Memory<'s>,
    until: Moment,
    clients: &'s [Folder<'s>],
    jobs: &'s [Folder<'s>],
    /// The client of whom alone something is told.
    of: Option<&'s str>,
}

impl<'s> Survey<'s> {
    /// Of these folders, with what falls due until `until`.
    pub(super) fn new(
        memory: Memory<'s>,
        until: Moment,
        clients: &'s [Folder<'s>],
        jobs: &'s [Folder<'s>],
    ) -> Survey<'s> {
        Survey { memory, until, clients, jobs, of: None }
    }
}

impl Survey<'_> {
    /// The same with this client and their jobs alone: others are not looked into.
    #[must_use]
    pub fn of_client<'c>(&'c self, client: &'c Id) -> Survey<'c> {
        Survey { of: Some(client.as_str()), ..*self }
    }

    /// The clients, by seat and number, without what they say.
    pub fn client_ids(&self) -> Vec<Id> {
        ids(self.clients, self.is_wanted_client())
    }

    /// The jobs, by year, seat and number, without what they say.
    pub fn job_ids(&self) -> Vec<Id> {
        ids(self.jobs, self.is_wanted_job())
    }

    /// What is made of each client, by seat and number; absent when the index is damaged. Of a large book one
    /// client after the other is in memory, not all of them.
    pub fn clients<C: Send>(&self, made: impl Fn(ClientEntry) -> Option<C> + Sync) -> Option<Vec<C>> {
        self.client_entries(self.clients, made)
    }

    /// What is made of what each client is called, by seat and number; absent when the index is damaged.
    pub fn client_fronts<C: Send>(&self, made: impl Fn(ClientFront<'_>) -> C + Sync) -> Option<Vec<C>> {
        told_of(self.memory, self.clients, &self.is_wanted_client(), |record, opened| {
            Some(Some(made(record.body.front(opened)?)))
        })
    }

    /// What is made of what each job is called, as [`Survey::jobs`] but without the rest of it. Its invoices are all
    /// there, also those that are over.
    pub fn called_jobs<J: Send>(&self, made: impl Fn(CalledJob<'_>) -> Option<J> + Sync) -> Option<Vec<J>> {
        self.called_in(self.jobs, made)
    }

    /// As [`Survey::called_jobs`], each given to `take` soon after it was made.
    pub fn each_called_job<J: Send>(
        &self,
        made: impl Fn(CalledJob<'_>) -> Option<J> + Sync,
        mut take: impl FnMut(J),
    ) -> Option<()> {
        for folders in self.jobs.chunks(AT_ONCE) {
            self.called_in(folders, &made)?.into_iter().for_each(&mut take);
        }
        Some(())
    }

    /// What is made of each job, by year, seat and number; absent when the index is damaged. Of a large book one
    /// job after the other is in memory, not all of them.
    pub fn jobs<J: Send>(&self, made: impl Fn(JobEntry) -> Option<J> + Sync) -> Option<Vec<J>> {
        self.job_entries(self.jobs, made)
    }

    /// As [`Survey::clients`], each given to `take` soon after it was made.
    pub fn each_client<C: Send>(
        &self,
        made: impl Fn(ClientEntry) -> Option<C> + Sync,
        mut take: impl FnMut(C),
    ) -> Option<()> {
        for folders in self.clients.chunks(AT_ONCE) {
            self.client_entries(folders, &made)?.into_iter().for_each(&mut take);
        }
        Some(())
    }

    /// As [`Survey::jobs`], each given to `take` soon after it was made.
    pub fn each_job<J: Send>(
        &self,
        made: impl Fn(JobEntry) -> Option<J> + Sync,
        mut take: impl FnMut(J),
    ) -> Option<()> {
        for folders in self.jobs.chunks(AT_ONCE) {
            self.job_entries(folders, &made)?.into_iter().for_each(&mut take);
        }
        Some(())
    }

    fn job_entries<J: Send>(
        &self,
        folders: &[Folder<'_>],
        made: impl Fn(JobEntry) -> Option<J> + Sync,
    ) -> Option<Vec<J>> {
        told_of(self.memory, folders, &self.is_wanted_job(), |record, opened| {
            let row = &record.row;
            // Nobody who asks about the present needs what was over before.
            let JobBody { summary, dues } = match self.memory.wanted {
                Wanted::Current(day) if day.num_days_from_ce() >= row.past_until => {
                    record.body.get(opened)?
                }
                _ => record.whole_job(opened)?,
            };
            let dues = dues.into_iter().filter(|due| !row.sealed && due.at() <= self.until);
            let dues = dues.map(|due| due.due(&summary)).collect();
            Some(made(JobEntry { summary, dues }))
        })
    }

    fn called_in<J: Send>(
        &self,
        folders: &[Folder<'_>],
        made: impl Fn(CalledJob<'_>) -> Option<J> + Sync,
    ) -> Option<Vec<J>> {
        told_of(self.memory, folders, &self.is_wanted_job(), |record, opened| {
            Some(made(record.called_job(opened)?))
        })
    }

    fn client_entries<C: Send>(
        &self,
        folders: &[Folder<'_>],
        made: impl Fn(ClientEntry) -> Option<C> + Sync,
    ) -> Option<Vec<C>> {
        told_of(self.memory, folders, &self.is_wanted_client(), |record, opened| {
            Some(made(ClientEntry { summary: record.body.get(opened)? }))
        })
    }

    /// Whether something is to be told of a job.
    fn is_wanted_job(&self) -> impl Fn(&Row<'_>) -> bool + Sync {
        |row| is_wanted(self.memory, row) && self.of.is_none_or(|client| row.client == client)
    }

    /// Whether something is to be told of a client: also of one whose jobs are told.
    fn is_wanted_client(&self) -> impl Fn(&Row<'_>) -> bool + Sync {
        let is_of_job = self.is_wanted_job();
        let rows = self.jobs.iter().flat_map(|folder| &folder.records).map(|record| &record.row);
        let of_jobs: HashSet<&str> = match self.memory.wanted {
            Wanted::Everything | Wanted::Clients => HashSet::new(),
            Wanted::Current(_) => rows.filter(|row| is_of_job(row)).map(|row| &*row.client).collect(),
        };
        move |row| {
            self.of.is_none_or(|client| row.id == client)
                && (is_wanted(self.memory, row) || of_jobs.contains(&*row.id))
        }
    }
}

/// Whether something is to be told of a file.
fn is_wanted(memory: Memory<'_>, row: &Row<'_>) -> bool {
    match memory.wanted {
        Wanted::Everything | Wanted::Clients => true,
        Wanted::Current(day) => row.is_current(day),
    }
}

fn ids(folders: &[Folder<'_>], is_wanted: impl Fn(&Row<'_>) -> bool) -> Vec<Id> {
    let rows = folders.iter().flat_map(|folder| &folder.records).map(|record| &record.row);
    rows.filter(|row| is_wanted(row)).filter_map(|row| row.id.parse().ok()).collect()
}

fn told_of<E: Send>(
    memory: Memory<'_>,
    folders: &[Folder<'_>],
    is_wanted: &(impl Fn(&Row<'_>) -> bool + Sync),
    entry: impl Fn(&Record<'_>, Option<&Opened<'_>>) -> Option<Option<E>> + Sync,
) -> Option<Vec<E>> {
    let of_folder = |folder: &Folder<'_>| -> Option<Vec<E>> {
        let opened = memory.image.map(Image::opened);
        let mut found = Vec::new();
        for record in folder.records.iter().filter(|record| is_wanted(&record.row)) {
            found.extend(entry(record, opened.as_ref())?);
        }
        Some(found)
    };
    let of_folders: Option<Vec<Vec<E>>> = folders.par_iter().map(of_folder).collect();
    Some(of_folders?.into_iter().flatten().collect())
}
