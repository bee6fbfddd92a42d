//! A client's personal data taken out of the book in one change, with what must be kept left in place (S14).

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use super::belongings::{Belongings, DOCUMENTS};
use super::change::Change;
use super::entity::Entity;
use super::opening::Book;
use super::yaml;
use crate::domain::client::Client;
use crate::domain::document::DocumentRef;
use crate::domain::erasure::{KeptPaper, Retention};
use crate::domain::id::Id;
use crate::domain::invoice::Invoice;
use crate::domain::job::Job;
use crate::domain::moves::erasing::invoices_to_keep;
use crate::domain::typed::secret::refuse_secrets;
use crate::problem::{Outcome, Problem, Problems};

/// How far ahead is looked for what falls away, in days.
const AHEAD: i64 = 400;
/// Endings of files that hold no text to be searched.
const NO_TEXT: &[&str] = &[".pdf", ".jpg", ".jpeg", ".png", ".zip"];

/// What an erasure does, or would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Erased {
    /// The client.
    pub client: Id,
    /// Those that were merged into it.
    pub merged: Vec<Id>,
    /// Files that are written anew.
    pub rewritten: Vec<Rewritten>,
    /// Files that are deleted.
    pub deleted: Vec<String>,
    /// Invoices and credit notes that stay as they are, and until when.
    pub kept: Vec<KeptPaper>,
    /// Their bytes, and those of the quotes they bill.
    pub kept_files: Vec<String>,
    /// Papers outside of the book that the files pointed to: somebody must delete them there.
    pub elsewhere: Vec<String>,
    /// Files of others in which the client is still named: somebody must look.
    pub named_in: Vec<String>,
    /// What was still due and falls away.
    pub falls_away: Vec<String>,
}

/// A file that is written anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rewritten {
    /// Its path.
    pub path: String,
    /// Its sections from which something goes.
    pub sections: Vec<String>,
    /// Whether remarks and keys written by hand go with them.
    pub by_hand: bool,
}

impl Change<'_> {
    /// Takes the personal data of a client, of those merged into it and of all their jobs out of the book. Papers
    /// of invoices that the law makes the office keep stay, with figures, moments and numbers.
    ///
    /// # Errors
    /// `client-job-open`, `client-money-open`, `invoice-draft-open`, `letter-waiting`, all that are in the way;
    /// `erase-reason`; `nothing-to-erase`; `erase-yearly-part`; as [`Book::belongings`].
    pub fn erase_client(&mut self, id: &Id, reason: &str) -> Outcome<Erased> {
        let book = self.book();
        let all = book.belongings(id)?;
        Problems::check(book.obstacles_to_erasing(&all))?;
        let personal = all.personal_texts();
        reason_must_be_neutral(reason, &personal)?;
        let stamp = self.stamp().clone();
        let retention = book.retention();
        let mut erased = Erased {
            client: all.client.id.clone(),
            merged: all.merged.iter().map(|client| client.id.clone()).collect(),
            rewritten: Vec::new(),
            deleted: all.beside.clone(),
            kept: kept_papers(&all, retention),
            kept_files: Vec::new(),
            elsewhere: elsewhere(&all),
            named_in: Vec::new(),
            falls_away: Vec::new(),
        };
        let own: Vec<Invoice> = std::iter::once(&all.client)
            .chain(&all.merged)
            .flat_map(|client| client.invoices.iter().cloned())
            .collect();
        let mut papers: BTreeSet<String> = BTreeSet::new();
        for job in &all.jobs {
            papers.extend(job.papers_to_keep(&own, retention));
            let left = job.without_personal_data(&own, &stamp, retention)?;
            if let Some(rewritten) = self.write_anew(job, left)? {
                erased.rewritten.push(rewritten);
            }
            let until = self.actor().now.plus(chrono::Duration::days(AHEAD));
            let dues = book.dues_of(job, until)?.into_iter();
            erased.falls_away.extend(dues.map(|due| format!("{}: {}", job.id, due.sentence)));
        }
        papers.extend(invoices_to_keep(&own, retention).map(|(number, _)| number.to_string()));
        for path in &all.documents {
            if is_of(path, &papers) { &mut erased.kept_files } else { &mut erased.deleted }
                .push(path.clone());
        }
        let letters = all.letters.iter().map(|letter| format!("outbox/{}/{}", letter.folder, letter.name));
        erased.deleted.extend(letters);
        for client in all.merged.iter().chain([&all.client]) {
            let is_main = client.id == all.client.id;
            let left = client.without_personal_data(retention)?;
            let is_new = left.erased.is_none();
            let is_more = is_main && (!erased.rewritten.is_empty() || !erased.deleted.is_empty());
            let mut noted = left.clone();
            let kept = if is_main { erased.kept.clone() } else { Vec::new() };
            noted.note_erasure(&stamp, reason, kept);
            let is_as_it_is = book.text(&Client::path(&client.id))? == Some(yaml::write(&left));
            let after = if is_new || is_more || !is_as_it_is { noted } else { left };
            if let Some(rewritten) = self.write_anew(client, after)? {
                erased.rewritten.insert(0, rewritten);
            }
        }
        if erased.rewritten.is_empty() && erased.deleted.is_empty() {
            return Err(nothing_to_erase(&erased).into());
        }
        for path in &erased.deleted {
            self.remove(path.clone());
        }
        erased.named_in = book.files_naming(&personal, &erased);
        self.say(said(&erased, &all));
        self.erases(all.ids().filter(|id| all.jobs.iter().all(|job| job.id != **id)));
        Ok(erased)
    }

    /// Keeps an entity in the change, to be written without anything written by hand. Answers with what goes;
    /// absent when the file already is like that.
    fn write_anew<E: Entity + Erasable>(&mut self, before: &E, after: E) -> Outcome<Option<Rewritten>> {
        let path = E::path(before.id());
        let text = self.book().text(&path)?.unwrap_or_default();
        if text == yaml::write(&after) {
            return Ok(None);
        }
        let json = |value: &E| serde_json::to_value(value).unwrap_or_default();
        let by_hand =
            has_handwriting(&text, &yaml::write(before)) || !yaml::unknown_keys::<E>(&text, &path).is_empty();
        let sections = sections_that_differ(&json(before), &json(&after));
        after.put_anew(self)?;
        Ok(Some(Rewritten { path, sections, by_hand }))
    }
}

/// An entity that can be written anew.
trait Erasable {
    fn put_anew(self, change: &mut Change<'_>) -> Outcome<()>;
}

impl Erasable for Job {
    fn put_anew(self, change: &mut Change<'_>) -> Outcome<()> {
        change.put_job_anew(self)
    }
}

impl Erasable for Client {
    fn put_anew(self, change: &mut Change<'_>) -> Outcome<()> {
        change.put_client_anew(self)
    }
}

impl Book {
    /// How long invoices are kept, as of today.
    pub fn retention(&self) -> Retention {
        Retention { years: self.office().keep_invoices_years, today: self.now().date(self.office().zone()) }
    }

    /// Files that stay as they are and still name somebody of the client.
    fn files_naming(&self, personal: &BTreeSet<String>, erased: &Erased) -> Vec<String> {
        use rayon::prelude::*;

        let rewritten = erased.rewritten.iter().map(|file| &file.path);
        let known: BTreeSet<&String> = rewritten.chain(&erased.deleted).chain(&erased.kept_files).collect();
        let paths: Vec<String> = self
            .files_below("")
            .into_iter()
            .filter(|path| !known.contains(path) && !NO_TEXT.iter().any(|ending| path.ends_with(ending)))
            .collect();
        paths
            .into_par_iter()
            .filter(|path| {
                let bytes = self.bytes(path).ok().flatten().unwrap_or_default();
                let text = String::from_utf8_lossy(&bytes);
                personal.iter().any(|name| text.contains(name.as_str()))
            })
            .collect()
    }
}

fn kept_papers(all: &Belongings, retention: Retention) -> Vec<KeptPaper> {
    let clients = std::iter::once(&all.client).chain(&all.merged);
    let own = clients.flat_map(|client| client.invoices.iter()).map(|invoice| (None, invoice));
    let of_jobs = all.jobs.iter().flat_map(|job| job.invoices.iter().map(|one| (Some(&job.id), one)));
    let mut kept: Vec<KeptPaper> =
        own.chain(of_jobs)
            .flat_map(|(job, invoice)| {
                invoices_to_keep(std::slice::from_ref(invoice), retention).map(move |(number, until)| {
                    KeptPaper { paper: number.to_string(), job: job.cloned(), until }
                })
            })
            .collect();
    kept.sort();
    kept
}

/// Papers outside of the book that files of the client point to.
fn elsewhere(all: &Belongings) -> Vec<String> {
    let clients = std::iter::once(&all.client).chain(&all.merged);
    let of_clients = clients.flat_map(|client| &client.documents).flat_map(DocumentRef::places);
    let of_jobs = all.jobs.iter().flat_map(Job::papers_elsewhere);
    // What the book keeps itself is deleted with it.
    let is_outside = |place: &&str| !all.documents.iter().any(|path| path == place);
    let mut found: Vec<String> = of_clients.chain(of_jobs).filter(is_outside).map(str::to_string).collect();
    found.sort();
    found.dedup();
    found
}

/// Whether a file below `documents/` is one of these papers: `documents/J-2026-00017/INV-2026-00003.html`.
fn is_of(path: &str, papers: &BTreeSet<String>) -> bool {
    let name = path.strip_prefix(DOCUMENTS).and_then(|rest| rest.rsplit('/').next()).unwrap_or("");
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    papers.contains(stem)
}

/// Keys of the topmost level whose values differ.
fn sections_that_differ(before: &Value, after: &Value) -> Vec<String> {
    let keys = before.as_object().into_iter().flat_map(serde_json::Map::keys);
    keys.filter(|key| before.get(key) != after.get(key)).cloned().collect()
}

/// Whether a person wrote remarks into the file: a `#` where the program writes none.
fn has_handwriting(text: &str, canonical: &str) -> bool {
    let ours: BTreeSet<&str> = canonical.lines().map(str::trim).collect();
    let is_remark = |line: &str| line.starts_with('#') || line.contains(" #");
    text.lines().map(str::trim).any(|line| is_remark(line) && !ours.contains(line))
}

/// The reason stays in the file: it may not tell who it was.
fn reason_must_be_neutral(reason: &str, personal: &BTreeSet<String>) -> Outcome<()> {
    if reason.trim().is_empty() {
        return Err(Problem::usage("erase-reason", "a reason is needed")
            .remedy("--reason \"request of 4 May\", without a name")
            .into());
    }
    refuse_secrets(reason)?;
    let told = reason.to_lowercase();
    let words: BTreeSet<&str> = told.split(|c: char| !c.is_alphanumeric()).collect();
    let is_named = |text: &String| {
        let text = text.to_lowercase();
        // A single word of a name tells too; one of a street need not.
        let is_name = !text.contains(|c: char| c.is_ascii_digit());
        let mut long = text.split_whitespace().filter(|word| word.chars().count() >= 4);
        told.contains(&text) || (is_name && long.any(|word| words.contains(word)))
    };
    match personal.iter().find(|text| is_named(text)) {
        None => Ok(()),
        Some(text) => Err(Problem::refused("erase-reason", "the reason tells who it was")
            .because(format!("it stays in the book, and has something of \"{text}\""))
            .remedy("--reason \"request of 4 May\", without names and addresses")
            .into()),
    }
}

fn nothing_to_erase(erased: &Erased) -> Problem {
    let problem =
        Problem::refused("nothing-to-erase", format!("nothing of {} is left to erase", erased.client));
    match erased.kept.iter().max_by_key(|kept| kept.until) {
        None => problem.remedy(format!("jobbook client show {}", erased.client)),
        Some(last) => problem
            .because(format!("{} must be kept until {}", last.paper, last.until))
            .remedy("erase again once that day has passed"),
    }
}

/// For the commit: IDs only.
fn said(erased: &Erased, all: &Belongings) -> String {
    let with: Vec<&str> = all.ids().skip(1).map(Id::as_str).collect();
    let with = if with.is_empty() { String::new() } else { format!(", with {}", with.join(", ")) };
    format!("{}: personal data erased{with}", erased.client)
}
