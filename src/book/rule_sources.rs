//! The texts that the office's rules are read from, each read once.

use std::collections::BTreeSet;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::disk::{self, EntryKind, RelPath};
pub use super::guidefiles::GUIDES;
use super::guidefiles::{self, Page};
use super::opening::{CONFIG, read_text};
use crate::problem::{Outcome, Place, Problem};

/// The file of the people.
pub const TEAM: &str = "team.toml";
/// Folder of the workflows.
pub const WORKFLOWS: &str = "workflows";
/// Folder of the office's own letters, one folder a language.
pub const LETTERS: &str = "templates/mail";

/// Everything that the rules are read from.
#[derive(Debug)]
pub struct Sources {
    /// `jobbook.toml`.
    pub config: String,
    /// `team.toml`.
    pub team: String,
    /// The workflows: name, path and text.
    pub workflows: Vec<(String, String, String)>,
    /// The guides.
    pub(super) guides: Vec<Page>,
    /// Which letters the office has written itself, from `templates/mail` on.
    letters: BTreeSet<String>,
}

impl Sources {
    /// Reads them.
    ///
    /// # Errors
    /// `file-missing`, `file-not-text`; what the disk refused.
    pub fn read(root: &Path) -> Outcome<Sources> {
        let text_of =
            |path: &str| -> Outcome<String> { Ok(read_text(root, path)?.ok_or_else(|| missing(path))?) };
        let (config, team) = (text_of(CONFIG)?, text_of(TEAM)?);
        let mut workflows = Vec::new();
        for (name, path) in files_in(root, WORKFLOWS)? {
            if let Some(name) = name.strip_suffix(".toml") {
                workflows.push((name.to_string(), path.clone(), text_of(&path)?));
            }
        }
        let guides = guidefiles::pages(root)?;
        let mut letters = BTreeSet::new();
        for language in disk::list(root, Some(&RelPath::new(LETTERS)?)).unwrap_or_default() {
            let folder = format!("{LETTERS}/{}", language.name);
            letters.extend(files_in(root, &folder).unwrap_or_default().into_iter().map(|(_, path)| path));
        }
        Ok(Sources { config, team, workflows, guides, letters })
    }

    /// Whether the office has written that letter itself in that language.
    pub fn has_letter(&self, language: &str, template: &str) -> bool {
        self.letters.contains(&format!("{LETTERS}/{language}/{template}.txt"))
    }

    /// Changes whenever one of the texts does.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        let plain = [(CONFIG, &self.config), (TEAM, &self.team)].into_iter();
        let plain = plain.chain(self.workflows.iter().map(|(_, path, text)| (path.as_str(), text)));
        let guides =
            self.guides.iter().filter_map(|page| Some((page.path.as_str(), page.text.as_ref().ok()?)));
        for (path, text) in plain.chain(guides) {
            hash.update(path.as_bytes());
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text.as_bytes());
        }
        hash.update(env!("CARGO_PKG_VERSION").as_bytes());
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether nothing was left out that somebody else could read.
    pub fn are_readable(&self) -> bool {
        self.guides.iter().all(|page| page.text.is_ok())
    }

    /// Of everything that the reading of them depends on: the texts, what else stands in the book, and this program.
    pub fn key(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(env!("JOBBOOK_SOURCES"));
        hash.update(self.fingerprint());
        for unread in self.guides.iter().filter(|page| page.text.is_err()) {
            hash.update(format!("\n{} cannot be read", unread.path));
        }
        for letter in &self.letters {
            hash.update(format!("\n{letter}"));
        }
        hash.finalize().into()
    }
}

/// Names and paths of the files in a folder, sorted; a link is read where it leads.
fn files_in(root: &Path, folder: &str) -> Outcome<Vec<(String, String)>> {
    let entries = disk::list(root, Some(&RelPath::new(folder)?))?;
    let files = entries.into_iter().filter(|entry| matches!(entry.kind, EntryKind::File | EntryKind::Link));
    Ok(files.map(|entry| (entry.name.clone(), format!("{folder}/{}", entry.name))).collect())
}

fn missing(path: &str) -> Problem {
    Problem::damaged("file-missing", "the file is missing")
        .at(Place::file(path))
        .remedy(format!("git restore {path}"))
        .remedy("jobbook init in an empty folder writes one to copy")
}
