//! From the question to the answer: walk, compare, open what changed, keep what that taught.

use std::collections::HashSet;
use std::path::Path;

use chrono::Duration;

use super::clients::Clients;
use super::compare::{Belief, Folder, Memory, compare};
use super::contents::Contents;
use super::draft::{self, Draft};
use super::image::{Head, Image};
use super::keeping::save;
use super::manifests::Manifests;
use super::scan::{Scan, Wanted};
use super::stat::Stat;
use super::survey::Survey;
use super::walk::stat_of;
use super::{clients, jobs};
use crate::book::layout::{CLIENTS, JOBS};
use crate::domain::moment::Moment;
use crate::problem::{Outcome, Problem};

/// Dues are computed this many days beyond what is asked, so that tomorrow's question finds them too.
const DAYS_AHEAD: i64 = 40;
/// Writing the index costs about as much as opening one file in so many that it knows: with fewer changes
/// than that, opening them again next time is cheaper.
const FILES_WORTH_A_CHANGE: usize = 2_000;
/// So often a book is looked at that others are changing.
const ATTEMPTS: usize = 16;

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
    let survey = Survey::new(memory, scan.dues_until, &client_folders, &job_folders);
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
