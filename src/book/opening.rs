//! Finding a book and reading its rules.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::disk::{self, RealDisk, RelPath};
use super::entity::{self, Entity};
use super::git::Git;
use super::lock::{Holder, Lock};
use super::rulefiles;
use super::transaction::recover;
use crate::documents::pdf::stationery::Stationery;
use crate::domain::client::Client;
use crate::domain::id::Id;
use crate::domain::job::Job;
use crate::domain::moment::Moment;
use crate::domain::office::Office;
use crate::domain::price::PriceBook;
use crate::exchange::prices;
use crate::problem::{Outcome, Problem, nearest};
use crate::rules::rulebook::Rulebook;

/// The file that makes a folder a book.
pub const CONFIG: &str = "jobbook.toml";
/// The largest file of the book that is read, in bytes.
pub(super) const LARGEST: u64 = 16 << 20;

/// A book: a folder with the office's rules, clients and jobs.
pub struct Book {
    root: PathBuf,
    rules: Rulebook,
    git: Option<Git>,
    now: Moment,
    warnings: Vec<Problem>,
    pub(super) stationery: OnceLock<Stationery>,
}

impl Book {
    /// The nearest folder from `start` upwards that is a book.
    ///
    /// # Errors
    /// `book-none`.
    pub fn find(start: &Path) -> Outcome<PathBuf> {
        let found = start.ancestors().find(|folder| {
            RelPath::new(CONFIG).is_ok_and(|config| disk::is_plain_file(folder, &config) == Some(true))
        });
        found.map(Path::to_path_buf).ok_or_else(|| {
            Problem::refused("book-none", format!("{} is no book, nor is a folder above it", start.display()))
                .because(format!("a book is a folder with a file {CONFIG}"))
                .remedy("jobbook init FOLDER")
                .remedy("jobbook -C FOLDER …, for a book elsewhere")
                .into()
        })
    }

    /// Opens the book in `root` at the moment `now`. What a crash left behind is settled first, in the name of `holder`.
    ///
    /// # Errors
    /// Everything wrong in the office's rules; what the disk refused.
    pub fn open(root: &Path, holder: &Holder, now: Moment) -> Outcome<Book> {
        let git = Git::open(root);
        let mut warnings = settle_crash(root, holder, git.as_ref())?;
        let (rules, told) = rulefiles::load(root)?;
        warnings.extend(told);
        Ok(Book { root: root.to_path_buf(), rules, git, now, warnings, stationery: OnceLock::new() })
    }

    /// The book as it stands, for a glance: nothing is settled, waited for or told, and nothing must be written
    /// with it.
    ///
    /// # Errors
    /// Everything wrong in the office's rules; what the disk refused.
    pub fn glance(root: &Path, now: Moment) -> Outcome<Book> {
        let (rules, warnings) = rulefiles::glance(root)?;
        Ok(Book { root: root.to_path_buf(), rules, git: None, now, warnings, stationery: OnceLock::new() })
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The moment at which it was opened.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The office's rules.
    pub fn rules(&self) -> &Rulebook {
        &self.rules
    }

    /// The office.
    pub fn office(&self) -> &Office {
        &self.rules.office
    }

    /// The repository that its changes are committed to, if there is one.
    pub fn git(&self) -> Option<&Git> {
        self.git.as_ref()
    }

    /// What was odd on the way: in the rules, or after a crash.
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// A job by its ID.
    ///
    /// # Errors
    /// `job-none`; what is wrong in its file.
    pub fn job(&self, id: &Id) -> Outcome<Job> {
        self.entity(id).map(|(_, job)| job)
    }

    /// A client by its ID; the one it was merged into, if it was (DECISIONS 24).
    ///
    /// # Errors
    /// `client-none`; what is wrong in its file.
    pub fn client(&self, id: &Id) -> Outcome<Client> {
        let mut client: Client = self.entity(id)?.1;
        for _ in 0..8 {
            let Some(other) = client.merged_into.clone() else { break };
            client = self.entity(&other)?.1;
        }
        Ok(client)
    }

    /// The text and value of a job's or client's file.
    ///
    /// # Errors
    /// `job-none`, `client-none`; what is wrong in the file.
    pub fn entity<E: Entity>(&self, id: &Id) -> Outcome<(String, E)> {
        let path = E::path(id);
        match self.text(&path)? {
            Some(text) => {
                let mut value: E = entity::read(&text, &path)?;
                value.complete(self);
                Ok((text, value))
            }
            None => Err(Problem::refused(none(E::KIND), format!("there is no {} {id}", E::KIND))
                .remedy(E::LIST)
                .into()),
        }
    }

    /// The text of a file of the book, if it is there.
    ///
    /// # Errors
    /// `file-not-text`; what the disk refused.
    pub fn text(&self, path: &str) -> Outcome<Option<String>> {
        read_text(&self.root, path)
    }

    /// The bytes of a file of the book, if it is there.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn bytes(&self, path: &str) -> Outcome<Option<Vec<u8>>> {
        Ok(disk::read_if_there(&self.root, &RelPath::new(path)?, LARGEST)?)
    }

    /// Names of the files in a folder of the book, sorted.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn files_in(&self, folder: &str) -> Outcome<Vec<String>> {
        let entries = disk::list(&self.root, Some(&RelPath::new(folder)?))?;
        Ok(entries
            .into_iter()
            .filter(|entry| entry.kind == disk::EntryKind::File)
            .map(|entry| entry.name)
            .collect())
    }

    /// Names of the files in the book's own folder, sorted.
    ///
    /// # Errors
    /// What the disk refused.
    pub(super) fn files_in_root(&self) -> Outcome<Vec<String>> {
        let entries = disk::list(&self.root, None)?;
        Ok(entries
            .into_iter()
            .filter(|entry| entry.kind == disk::EntryKind::File)
            .map(|entry| entry.name)
            .collect())
    }

    /// Names of the price books, sorted.
    ///
    /// # Errors
    /// What the disk refused.
    pub fn price_book_names(&self) -> Outcome<Vec<String>> {
        let files = self.files_in("prices")?;
        Ok(files.iter().filter_map(|name| name.strip_suffix(".csv")).map(str::to_string).collect())
    }

    /// A price book by its name.
    ///
    /// # Errors
    /// `price-book-none`; everything wrong in its file.
    pub fn price_book(&self, name: &str) -> Outcome<PriceBook> {
        let path = format!("prices/{name}.csv");
        match self.bytes(&path)? {
            Some(bytes) => prices::read(name, &bytes, &self.office().prices.rates),
            None => {
                let known = self.price_book_names()?;
                let mut problem =
                    Problem::refused("price-book-none", format!("there is no price book \"{name}\""))
                        .because(format!("prices/ has: {}", known.join(", ")));
                for near in nearest(name, known.iter().map(String::as_str)) {
                    problem = problem.remedy(format!("did you mean {near}?"));
                }
                Err(problem.into())
            }
        }
    }

    /// The price book of a client's class; none when the class has none (E05).
    ///
    /// # Errors
    /// As [`Book::price_book`].
    pub fn price_book_for(&self, client: &Client) -> Outcome<Option<PriceBook>> {
        self.office().class(&client.class).price_book.map(|name| self.price_book(&name)).transpose()
    }

    /// The book's own templates: name below `templates/` and text.
    ///
    /// # Errors
    /// `file-not-text`; what the disk refused.
    pub fn template_overrides(&self) -> Outcome<Vec<(String, String)>> {
        let mut found = Vec::new();
        for folder in ["documents", "mail", "pages"] {
            self.add_templates(folder, 3, &mut found)?;
        }
        Ok(found)
    }

    /// Every file below a folder of `templates/`, so many folders deep.
    fn add_templates(&self, folder: &str, deep: usize, found: &mut Vec<(String, String)>) -> Outcome<()> {
        for entry in disk::list(&self.root, Some(&RelPath::new(format!("templates/{folder}").as_str())?))? {
            let name = format!("{folder}/{}", entry.name);
            match entry.kind {
                // A link is read where it leads, and refused where that is not in the book.
                disk::EntryKind::File | disk::EntryKind::Link => {
                    found.extend(self.text(&format!("templates/{name}"))?.map(|text| (name, text)));
                }
                disk::EntryKind::Folder if deep > 0 => self.add_templates(&name, deep - 1, found)?,
                _ => {}
            }
        }
        Ok(())
    }
}

fn none(kind: &str) -> &'static str {
    if kind == Client::KIND { "client-none" } else { "job-none" }
}

/// The text of a file, if it is there.
pub(super) fn read_text(root: &Path, path: &str) -> Outcome<Option<String>> {
    let Some(bytes) = disk::read_if_there(root, &RelPath::new(path)?, LARGEST)? else { return Ok(None) };
    String::from_utf8(bytes).map(Some).map_err(|error| {
        Problem::damaged("file-not-text", "the file is not UTF-8 text")
            .at(crate::problem::Place::file(path))
            .because(format!("byte {} does not belong to UTF-8", error.utf8_error().valid_up_to()))
            .remedy("save it as UTF-8")
            .into()
    })
}

/// Completes or takes back what a dead process left behind, unless somebody is at work right now.
fn settle_crash(root: &Path, holder: &Holder, git: Option<&Git>) -> Outcome<Vec<Problem>> {
    let journal = RelPath::new(".jobbook/journal")?;
    let git = git.filter(|git| git.index_is_taken());
    let is_settled = disk::list(root, Some(&journal))?.is_empty();
    if is_settled && git.is_none() {
        return Ok(Vec::new());
    }
    match Lock::acquire(root, holder, std::time::Duration::ZERO) {
        Ok(lock) => {
            let mut disk = RealDisk::new();
            if let Some(git) = git {
                git.take_away_dead_locks(&lock, &mut disk);
            }
            let recovered = recover(&lock, &mut disk)?;
            if !recovered.completed.is_empty() {
                // It may have been an erasure: the cache shall not keep what was before.
                super::index::forget(root, &mut disk)?;
            }
            Ok(recovered.warnings())
        }
        Err(problem) if is_settled || problem.code == "book-locked" => Ok(Vec::new()),
        Err(problem) => Err(problem.into()),
    }
}
