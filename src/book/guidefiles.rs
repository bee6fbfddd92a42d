//! The office's guides: files of `guides/`, as TOML or as pages with front matter; bringing one in.

use std::collections::BTreeMap;
use std::path::Path;

use super::change::Change;
use super::disk::{self, EntryKind, RelPath};
use super::opening::read_text;
use crate::domain::guide::slug;
use crate::domain::sessions::GuideWords;
use crate::problem::{Outcome, Place, Problem, Problems, Severity};
use crate::rules::guide::{Guide, reading};

/// Folder of the guides.
pub const GUIDES: &str = "guides";

/// A file of a guide.
#[derive(Debug)]
pub(super) struct Page {
    name: String,
    /// From the book's folder.
    pub path: String,
    /// Its text, when it can be read.
    pub text: Outcome<String>,
}

/// Every guide that can be read, and what is wrong with the others.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub guides: BTreeMap<String, Guide>,
    pub problems: Vec<Problem>,
}

/// The files of the guides.
///
/// # Errors
/// What the disk refused.
pub(super) fn pages(root: &Path) -> Outcome<Vec<Page>> {
    let mut pages = Vec::new();
    for entry in disk::list(root, Some(&RelPath::new(GUIDES)?))? {
        let stem = entry.name.strip_suffix(".toml").or_else(|| entry.name.strip_suffix(".md"));
        // A link is read where it leads, and told where that is not in the book.
        let is_file = matches!(entry.kind, EntryKind::File | EntryKind::Link);
        let Some(name) = stem.filter(|_| is_file) else { continue };
        let path = format!("{GUIDES}/{}", entry.name);
        let text = read_text(root, &path).map(Option::unwrap_or_default);
        pages.push(Page { name: name.to_string(), path, text });
    }
    Ok(pages)
}

/// Reads the guides; `words` are what the office says that words of theirs mean.
pub(super) fn examine(pages: Vec<Page>, words: &GuideWords) -> Found {
    let mut found = Found::default();
    for Page { name, path, text } in pages {
        if slug(&name) != name {
            let renamed = path.replace(&name, &slug(&name));
            let renamed = renamed.rsplit('/').next().unwrap_or_default();
            found.problems.push(
                Problem::damaged("guide-name", format!("\"{name}\" cannot be typed as the name of a guide"))
                    .at(Place::file(path))
                    .remedy(format!("rename the file to {renamed}")),
            );
            continue;
        }
        let text = match text {
            Ok(text) => text,
            Err(problems) => {
                found.problems.extend(problems.into_vec());
                continue;
            }
        };
        let (guide, mut problems) = reading::guide(&path, &name, &text, words);
        problems.extend(guide.iter().flat_map(|guide| reading::problems(guide, &path)));
        let sound = problems.iter().all(|problem| problem.severity == Severity::Warning);
        found.problems.extend(problems);
        let Some(guide) = guide.filter(|_| sound) else { continue };
        if found.guides.insert(name.clone(), guide).is_some() {
            found.problems.push(
                Problem::damaged("guide-twice", format!("two files hold a guide \"{name}\""))
                    .at(Place::file(path))
                    .remedy("rename or remove one of them"),
            );
        }
    }
    found
}

impl Change<'_> {
    /// Takes a guide into the book as it was written; `name` is what it shall be called. Answers with its path.
    ///
    /// # Errors
    /// What is wrong with it; `guide-name`; `guide-exists`, unless it is to be replaced.
    pub fn import_guide(
        &mut self,
        file: &str,
        text: &str,
        name: &str,
        replace: bool,
    ) -> Outcome<(String, Guide)> {
        if name.is_empty() || slug(name) != name || name.len() > 60 {
            return Err(Problem::usage(
                "guide-name",
                format!("\"{name}\" cannot be typed as the name of a guide"),
            )
            .remedy("give it one in small letters, digits and hyphens: --name first-visit")
            .into());
        }
        let (guide, mut problems) = reading::guide(file, name, text, &self.book().office().guides);
        problems.extend(guide.iter().flat_map(|guide| reading::problems(guide, file)));
        problems.retain(|problem| problem.severity == Severity::Error);
        Problems::check(problems)?;
        let unread = || Problem::damaged("guide", format!("{file} cannot be read as a guide"));
        let guide = guide.ok_or_else(unread)?;
        let (page, plain) = (format!("{GUIDES}/{name}.md"), format!("{GUIDES}/{name}.toml"));
        for path in [&page, &plain] {
            let there = self.book().bytes(path)?.is_some();
            if there && !replace {
                return Err(Problem::refused("guide-exists", format!("the book has a guide {name} already"))
                    .at(Place::file(path.as_str()))
                    .remedy("give the new one another name: --name OTHER")
                    .remedy("add --replace, to have the new one in its place")
                    .into());
            }
            if there {
                self.remove(path.as_str());
            }
        }
        let path = if reading::is_page(text) { page } else { plain };
        self.write(path.as_str(), text.as_bytes());
        Ok((path, guide))
    }
}
