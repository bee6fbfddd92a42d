//! What stands in the newest folders, for whoever glances at the book without the index.

use super::disk::{self, EntryKind, RelPath};
use super::entity::{self, Entity};
use super::layout;
use super::opening::Book;

/// How many folders of a hundred of each seat are looked into.
const FOLDERS: usize = 2;
/// How many files are read at most.
const FILES: usize = 250;

impl Book {
    /// The newest jobs or clients that are not `known`, newest first. What cannot be read is left out.
    pub fn newest<E: Entity>(&self, known: &dyn Fn(&str) -> bool) -> Vec<E> {
        let root = if E::KIND == "client" { layout::CLIENTS } else { layout::JOBS };
        let mut found = Vec::new();
        for folder in self.newest_folders(root) {
            for name in self.files_in(&folder).unwrap_or_default().iter().rev() {
                let Some(id) = name.strip_suffix(".yaml").filter(|id| !known(id)) else { continue };
                if found.len() == FILES {
                    return found;
                }
                let path = format!("{folder}/{name}");
                let read =
                    self.text(&path).ok().flatten().and_then(|text| entity::read::<E>(&text, &path).ok());
                found.extend(read.filter(|entity| entity.id().as_str() == id));
            }
        }
        found
    }

    /// The last folders of each seat, those of the last year first.
    fn newest_folders(&self, root: &str) -> Vec<String> {
        let folders_in = |folder: &str| -> Vec<String> {
            let path = RelPath::new(folder).ok();
            let entries = path.and_then(|path| disk::list(self.root(), Some(&path)).ok()).unwrap_or_default();
            let folders = entries.into_iter().filter(|entry| entry.kind == EntryKind::Folder);
            folders.map(|entry| entry.name).collect()
        };
        let top = folders_in(root);
        let is_year =
            |name: &String| name.len() == 4 && root == layout::JOBS && self.office().numbering.job.yearly;
        let parents: Vec<String> =
            match top.iter().rev().filter(|name| is_year(name)).take(2).collect::<Vec<_>>() {
                years if years.is_empty() => vec![root.to_string()],
                years => years.into_iter().map(|year| format!("{root}/{year}")).collect(),
            };
        let mut found = Vec::new();
        for parent in parents {
            let mut folders = folders_in(&parent);
            folders.sort_by_key(|name| (name.len(), name.clone()));
            let mut of_seat = std::collections::HashMap::new();
            for name in folders.iter().rev() {
                let seat = name.trim_end_matches(|c: char| c.is_ascii_digit());
                let count = of_seat.entry(seat.to_string()).or_insert(0);
                *count += 1;
                if *count <= FOLDERS {
                    found.push(format!("{parent}/{name}"));
                }
            }
        }
        found
    }
}
