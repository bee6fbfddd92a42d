//! From the question to the answer: walk, compare, open what changed, keep what that taught.

use std::collections::HashSet;
use std::path::Path;

use chrono::{Datelike, Duration};
use rayon::prelude::*;

use super::clients::Clients;
use super::compare::{Belief, Folder, Memory, compare};
use super::contents::{ClientEntry, Contents, JobEntry};
use super::draft::{self, Draft};
use super::image::{Head, Image, Opened};
use super::keeping::save;
use super::manifests::Manifests;
use super::row::{JobBody, Record, Row};
use super::scan::{Scan, Wanted};
use super::stat::Stat;
use super::walk::stat_of;
use super::{clients, jobs};
use crate::book::layout::{CLIENTS, JOBS};
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::summary::{CalledJob, ClientFront};
use crate::problem::{Outcome, Problem};

/// Dues are computed this many days beyond what is asked, so that tomorrow's question finds them too.
const DAYS_AHEAD: i64 = 40;
/// Writing the index costs about as much as opening one file in so many that it knows: with fewer changes
/// than that, opening them again next time is cheaper.
const FILES_WORTH_A_CHANGE: usize = 2_000;
/// So often a book is looked at that others are changing.
const ATTEMPTS: usize = 16;
/// Folders that are told side by side, where what is made of them is given away at once.
const AT_ONCE: usize = 8;

/// What the book at `root` holds. The answer is the one that reading every file would give; the index only
/// makes it quick, and is brought up to date when that pays.
///
/// # Errors
/// `book-unreadable` when `root` is no folder. Damaged files are no error: they are named in the answer.
pub fn load(root: &Path, scan: &Scan<'_>) -> Outcome<Contents> {
    let (found, damaged) = ask(root, scan, |survey| Some((survey.clients(Some)?, survey.jobs(Some)?)))?;
    let (clients, jobs) = found;
    Ok(Contents { jobs, clients, damaged })
}

/// What `answer` makes of the book, and what of it cannot be read or does not belong. It may be called twice, and
/// answers nothing when the survey does.
///
/// # Errors
/// As [`load`].
pub fn ask<T: Default>(
    root: &Path,
    scan: &Scan<'_>,
    answer: impl Fn(&Survey<'_>) -> Option<T>,
) -> Outcome<(T, Vec<Problem>)> {
    if !root.is_dir() {
        let problem = Problem::damaged("book-unreadable", format!("{} is no folder", root.display()));
        return Err(problem.remedy("name the book's folder with -C").into());
    }
    let mut is_believed = true;
    for left in (0..ATTEMPTS).rev() {
        let image = if is_believed { draft::read(root) } else { None };
        match survey(root, scan, image.as_ref(), left == 0, &answer) {
            Ok(found) => return Ok(found),
            // An index that turns out to be damaged where nobody looked before is none.
            Err(Failed::Damaged) if image.is_some() => is_believed = false,
            Err(Failed::Damaged) => break,
            Err(Failed::Overtaken) => {}
        }
    }
    Ok(Default::default())
}

/// Why a survey has no answer.
enum Failed {
    /// The index is damaged.
    Damaged,
    /// Somebody changed the book between two looks at it, and what was seen does not belong together.
    Overtaken,
}

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

/// What `answer` makes of the book, by the index `image`. Whoever looks for the last time takes it as it was seen.
fn survey<T>(
    root: &Path,
    scan: &Scan<'_>,
    image: Option<&Image>,
    is_last: bool,
    answer: impl Fn(&Survey<'_>) -> Option<T>,
) -> Result<(T, Vec<Problem>), Failed> {
    let seals = Manifests::of(root, image, scan);
    let (belief, horizon) = belief(image, scan);
    let is_half = scan.wanted == Wanted::Clients;
    // Without an index one is written in any case.
    let is_begun = || [CLIENTS, JOBS].into_iter().any(|top| stat_of(root, top).is_some());
    let early = if image.is_none() && !is_half && is_begun() { Draft::begin(root) } else { None };
    let since =
        image.map(|image| image.head().began).or(early.as_ref().map(|draft| draft.began)).unwrap_or(i64::MIN);
    let memory = Memory { root, image, belief, seals: &seals, wanted: scan.wanted, since };
    // What falls due later is a matter of jobs alone.
    let lasting = if belief == Belief::Settled { Belief::Whole } else { belief };
    let of_clients = Memory { belief: lasting, ..memory };
    let ((mut client_folders, client_strays), (mut job_folders, job_strays)) =
        rayon::join(|| compare(of_clients, CLIENTS), || compare_jobs(memory));
    let mut damaged = [client_strays, job_strays].concat();
    let vanished = if is_half { HashSet::new() } else { vanished(image, &client_folders, &job_folders) };

    // Files are read after the draft's time was taken: what changes later is then stamped with it or a later
    // one, and shows.
    let must_open = has_candidates(&client_folders) || has_candidates(&job_folders);
    let is_behind = image.is_some() && !seals.hold();
    let mut changes = vanished.len() + told(image, &client_folders) + told(image, &job_folders);
    let is_news = must_open || changes > 0 || is_behind;
    let draft = early.or_else(|| if is_news && !is_half { Draft::begin(root) } else { None });
    let settles = |stat: &Stat| draft.as_ref().is_some_and(|draft| stat.is_settled(draft.began));
    let until = scan.dues_until.plus(Duration::seconds(horizon - seconds(scan.dues_until)));
    let (opened, held) = clients::refresh(memory, scan, &mut client_folders, settles);
    changes += opened.changes;
    let clients = Clients::new(root, scan.read_client, &client_folders, &opened, held, vanished);
    damaged.extend(opened.problems);
    let opened = jobs::refresh(memory, scan, until, &clients, &mut job_folders, settles);
    changes += opened.changes;
    if !is_last && !opened.problems.is_empty() && jobs::were_overtaken(root, &clients, &job_folders) {
        return Err(Failed::Overtaken);
    }
    damaged.extend(opened.problems);
    damaged.sort_by(|one, other| one.place.cmp(&other.place));

    let files = count(&client_folders) + count(&job_folders);
    let draft = draft.filter(|_| is_behind || changes > files / FILES_WORTH_A_CHANGE);
    if let Some(draft) = draft {
        let manifests = seals.manifests().to_vec();
        let head = Head { began: draft.began, rules: scan.rules.clone(), horizon, manifests };
        save(draft, &head, root, image, scan.today, client_folders.iter().chain(&job_folders));
    }
    let survey =
        Survey { memory, until: scan.dues_until, clients: &client_folders, jobs: &job_folders, of: None };
    Ok((answer(&survey).ok_or(Failed::Damaged)?, damaged))
}

fn seconds(moment: Moment) -> i64 {
    moment.instant().timestamp()
}

/// The folders of jobs, as far as somebody asks about jobs.
fn compare_jobs(memory: Memory<'_>) -> (Vec<Folder<'_>>, Vec<Problem>) {
    if memory.wanted == Wanted::Clients { (Vec::new(), Vec::new()) } else { compare(memory, JOBS) }
}

/// How far the index is believed, and until when dues are complete in the next one, in seconds since 1970.
fn belief(image: Option<&Image>, scan: &Scan<'_>) -> (Belief, i64) {
    let asked = seconds(scan.dues_until);
    let ahead = asked + Duration::days(DAYS_AHEAD).num_seconds();
    match image.map(Image::head) {
        Some(head) if head.rules != scan.rules => (Belief::Sealed, ahead),
        Some(head) if head.horizon < asked => (Belief::Settled, ahead),
        Some(head) => (Belief::Whole, head.horizon),
        None => (Belief::Whole, ahead),
    }
}

fn has_candidates(folders: &[Folder<'_>]) -> bool {
    folders.iter().any(|folder| !folder.candidates.is_empty())
}

/// How many things the folders themselves tell that the index does not know.
fn told(image: Option<&Image>, folders: &[Folder<'_>]) -> usize {
    let whole = |path: &str| image.and_then(|image| image.known(path)).and_then(|known| known.whole);
    let of_folder = |folder: &Folder<'_>| {
        folder.gone.len() + folder.resealed + usize::from(folder.whole != whole(&folder.path))
    };
    folders.iter().map(of_folder).sum()
}

fn count(folders: &[Folder<'_>]) -> usize {
    folders.iter().map(|folder| folder.records.len() + folder.left_out).sum()
}

/// Folders that the index knows and that are no longer there.
fn vanished(image: Option<&Image>, clients: &[Folder<'_>], jobs: &[Folder<'_>]) -> HashSet<String> {
    let Some(image) = image else { return HashSet::new() };
    let there: HashSet<&str> = clients.iter().chain(jobs).map(|folder| folder.path.as_str()).collect();
    image.folders().filter(|folder| !there.contains(folder)).map(str::to_string).collect()
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
