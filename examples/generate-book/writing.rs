//! The files written on all cores, a folder at a time.

use std::path::Path;

use jobbook::book::entity::Entity;
use jobbook::book::yaml;
use jobbook::domain::client::Client;
use jobbook::domain::job::Job;
use rayon::prelude::*;

use crate::calendar::Fate;
use crate::history::Repository;
use crate::telling::Teller;
use crate::{calls, clients, weekly};

/// So many files are made before git gets them.
const ROUND: usize = 4_000;

/// What was written.
#[derive(Debug, Default)]
pub struct Bytes {
    /// In all.
    pub all: usize,
    /// In files of jobs that are done once.
    pub calls: usize,
    /// In files of weekly jobs.
    pub weekly: usize,
}

/// A file to be made.
#[derive(Clone, Copy)]
enum What {
    Client(u32),
    Job(u32),
}

struct Made {
    path: String,
    text: String,
    /// The texts that later commits bring, oldest first: each by the number of its commit.
    later: Vec<(u32, String)>,
    is_weekly: bool,
    is_job: bool,
}

/// Writes every file; under git, each goes there too.
pub fn all(
    folder: &Path,
    teller: &Teller<'_>,
    mut repository: Option<&mut Repository>,
) -> anyhow::Result<Bytes> {
    let clients = (1..=teller.calendar.clients()).map(What::Client);
    let files: Vec<What> = clients.chain((0..teller.calendar.jobs()).map(What::Job)).collect();
    let mut bytes = Bytes::default();
    for round in files.chunks(ROUND) {
        let changes = repository.as_deref().map(|repository| &repository.later);
        let made = round.par_iter().map(|what| {
            let made = match what {
                What::Client(number) => {
                    let client = clients::client(teller, *number)?;
                    Made {
                        path: Client::path(&client.id),
                        text: yaml::write(&client),
                        later: Vec::new(),
                        is_weekly: false,
                        is_job: false,
                    }
                }
                What::Job(number) => {
                    let (mut job, is_weekly) = job(teller, *number)?;
                    let text = yaml::write(&job);
                    let later =
                        changes.map_or_else(Vec::new, |changes| changes.texts(&mut job, *number, teller));
                    Made { path: Job::path(&job.id), text, later, is_weekly, is_job: true }
                }
            };
            save(folder, &made.path, made.later.last().map_or(&made.text, |(_, text)| text))?;
            Ok(made)
        });
        for made in made.collect::<anyhow::Result<Vec<Made>>>()? {
            bytes.all += made.text.len();
            match (made.is_job, made.is_weekly) {
                (true, true) => bytes.weekly += made.text.len(),
                (true, false) => bytes.calls += made.text.len(),
                _ => {}
            }
            if let Some(repository) = repository.as_deref_mut() {
                repository.first(&made.path, &made.text)?;
                for (commit, text) in made.later {
                    repository.change(commit, &made.path, text);
                }
            }
        }
    }
    Ok(bytes)
}

fn job(teller: &Teller<'_>, number: u32) -> anyhow::Result<(Job, bool)> {
    let client = clients::client(teller, teller.calendar.client_of(number))?;
    if teller.calendar.begin(number).fate == Fate::Weekly {
        return Ok((weekly::service(teller, number, &client)?, true));
    }
    Ok((calls::call(teller, number, &client)?, false))
}

/// Writes one file, and the folders above it on need.
pub fn save(folder: &Path, path: &str, text: &str) -> anyhow::Result<()> {
    let path = folder.join(path);
    if let Err(error) = std::fs::write(&path, text) {
        anyhow::ensure!(error.kind() == std::io::ErrorKind::NotFound, "{}: {error}", path.display());
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(&path, text)?;
    }
    Ok(())
}
