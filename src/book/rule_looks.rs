//! What the disk says of everything that the rules are read from: as long as it says the same, nothing needs reading.

use std::fs::Metadata;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::disk::{self, RelPath};
use super::index::{self, Stat};
use super::opening::CONFIG;
use super::rule_sources::{GUIDES, LETTERS, TEAM, WORKFLOWS};

/// In nanoseconds.
const A_MOMENT: i64 = 10_000_000_000;

/// Each file and folder, with what the disk says of it; absent where nothing stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looks {
    /// The disk's own time before it was asked, in nanoseconds since 1970.
    began: i64,
    of: Vec<(String, Option<Stat>)>,
}

impl Looks {
    /// Asks the disk, before the texts are read; absent where what it says does not tell of each change: behind a
    /// link, or in a book that cannot be written to.
    pub fn of(root: &Path) -> Option<Looks> {
        let began = index::time_on_disk(root)?;
        let mut of = Vec::new();
        let mut ask = |path: String| -> Option<()> {
            let found = look(root, &path);
            if found.as_ref().is_some_and(Metadata::is_symlink) {
                return None;
            }
            of.push((path, found.as_ref().map(Stat::of)));
            Some(())
        };
        // The folder above the letters may be a link, too.
        for path in [CONFIG, TEAM, LETTERS.split('/').next()?] {
            ask(path.to_string())?;
        }
        for folder in [WORKFLOWS, GUIDES, LETTERS] {
            ask(folder.to_string())?;
            for entry in disk::list(root, Some(&RelPath::new(folder).ok()?)).ok()? {
                ask(format!("{folder}/{}", entry.name))?;
            }
        }
        Some(Looks { began, of })
    }

    /// Whether they tell more than those of `before`: of other files, or that every later change will show. What was
    /// kept a moment ago is not kept again, so that a command that opens the book twice writes no more than once.
    pub fn are_news(&self, before: Option<Looks>) -> bool {
        before.is_none_or(|before| {
            before.of != self.of || self.are_settled() && self.began.saturating_sub(before.began) >= A_MOMENT
        })
    }

    /// Whether every later change would show.
    fn are_settled(&self) -> bool {
        self.of.iter().all(|(_, stat)| stat.is_none_or(|stat| stat.is_settled(self.began)))
    }

    /// Whether the disk says the same of everything, so that nothing was changed since.
    pub fn hold(&self, root: &Path) -> bool {
        let same = |(path, stat): &(String, Option<Stat>)| look(root, path).as_ref().map(Stat::of) == *stat;
        self.are_settled() && self.of.iter().all(same)
    }
}

#[allow(clippy::disallowed_methods, reason = "files of rules are looked at, and not read")]
fn look(root: &Path, path: &str) -> Option<Metadata> {
    std::fs::symlink_metadata(root.join(path)).ok()
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a test changes files as people do")]
mod tests {
    use std::fs;

    use super::*;

    /// A book whose files were touched long before they are looked at.
    fn office() -> (tempfile::TempDir, Looks) {
        let book = tempfile::tempdir().unwrap();
        for folder in [WORKFLOWS, GUIDES, "templates/mail/en", ".jobbook"] {
            fs::create_dir_all(book.path().join(folder)).unwrap();
        }
        for file in [CONFIG, TEAM, "workflows/one.toml", "guides/two.md", "templates/mail/en/three.txt"] {
            fs::write(book.path().join(file), "x").unwrap();
        }
        let looks = settled(book.path());
        (book, looks)
    }

    fn settled(root: &Path) -> Looks {
        loop {
            let looks = Looks::of(root).unwrap();
            if looks.are_settled() {
                return looks;
            }
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
    }

    #[test]
    fn any_change_shows() {
        type Change = fn(&Path);
        let changes: [(&str, Change); 9] = [
            ("other bytes, as many as before", |root| fs::write(root.join(TEAM), "y").unwrap()),
            ("another workflow", |root| fs::write(root.join("workflows/other.toml"), "").unwrap()),
            ("a workflow taken away", |root| fs::remove_file(root.join("workflows/one.toml")).unwrap()),
            ("a workflow changed", |root| fs::write(root.join("workflows/one.toml"), "xx").unwrap()),
            ("a guide changed", |root| fs::write(root.join("guides/two.md"), "z").unwrap()),
            ("another letter", |root| fs::write(root.join("templates/mail/en/four.txt"), "").unwrap()),
            ("another language", |root| fs::create_dir(root.join("templates/mail/de")).unwrap()),
            ("the folder taken away", |root| fs::remove_dir_all(root.join(GUIDES)).unwrap()),
            ("another file put in its place", |root| {
                fs::write(root.join("beside"), "x").unwrap();
                fs::rename(root.join("beside"), root.join(CONFIG)).unwrap();
            }),
        ];
        for (what, change) in changes {
            let (book, looks) = office();
            assert!(looks.hold(book.path()), "{what}");
            change(book.path());
            assert!(!looks.hold(book.path()), "{what}");
            assert!(settled(book.path()).hold(book.path()), "{what}");
        }
    }

    #[test]
    fn what_was_touched_in_the_tick_of_the_question_is_not_believed() {
        let (book, mut looks) = office();
        looks.began = looks.of.iter().filter_map(|(_, stat)| Some((*stat)?.changed)).max().unwrap();
        assert!(!looks.are_settled() && !looks.hold(book.path()));
        // It is written down once, not by each command.
        assert!(looks.are_news(None) && !looks.are_news(Some(looks.clone())));
        assert!(!settled(book.path()).are_news(Some(looks.clone())), "so soon");
        looks.began -= A_MOMENT;
        assert!(settled(book.path()).are_news(Some(looks)));
    }

    #[cfg(unix)]
    #[test]
    fn behind_a_link_nothing_is_told() {
        for (link, kind) in [(TEAM, "file"), (GUIDES, "folder"), ("templates", "folder")] {
            let (book, _) = office();
            fs::rename(book.path().join(link), book.path().join("elsewhere")).unwrap();
            std::os::unix::fs::symlink("elsewhere", book.path().join(link)).unwrap();
            assert_eq!(Looks::of(book.path()), None, "{kind}");
        }
    }
}
