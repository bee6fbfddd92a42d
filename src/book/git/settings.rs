//! Git's configuration, as far as it concerns the book.

use std::sync::{MutexGuard, PoisonError};

use super::program::{Git, refusal};
use crate::book::process::Running;
use crate::problem::Problem;

/// The keys that concern us; those after the user's make a commit special.
const CONCERNED: &str = r"^(jobbook\.|user\.(name|email)$|commit\.gpgsign$|core\.(hookspath|filemode|sparsecheckout|autocrlf|fsync|fsyncobjectfiles|sharedrepository|ignorecase|worktree|bare|splitindex)$|i18n\.commitencoding$|index\.(sparse|skiphash)$|feature\.manyfiles$|extensions\.|attr\.tree$|hook\.)";

/// A value that jobbook writes into the repository's configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The letters that this clone's numbers carry.
    Seat,
    /// Whether books inside this repository are committed to it.
    Nested,
    /// The name of the repository's user.
    UserName,
    /// The mail of the repository's user.
    UserEmail,
    /// What git calls the program that brings files of the book together.
    DriverName,
    /// The command of that program.
    Driver,
}

impl Setting {
    pub(super) fn key(self) -> &'static str {
        match self {
            Setting::Seat => "jobbook.seat",
            Setting::Nested => "jobbook.nested",
            Setting::UserName => "user.name",
            Setting::UserEmail => "user.email",
            Setting::DriverName => "merge.jobbook.name",
            Setting::Driver => "merge.jobbook.driver",
        }
    }
}

/// What the configuration says; the user's own values hold where the repository has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// `jobbook.seat`; absent: nothing was said yet.
    pub seat: Option<String>,
    /// `jobbook.nested`.
    pub nested: bool,
    /// `user.name`.
    pub user_name: Option<String>,
    /// `user.email`.
    pub user_email: Option<String>,
    /// Whether commits are neither signed nor otherwise special, so that they may be made the quick way.
    pub(super) plain: bool,
    /// Whether git keeps files, objects and references in its usual way, so that they may be written without it.
    pub(super) direct: bool,
    /// Whether git was told to leave out the checksum of the index, and by which key.
    pub(super) skips_hash: Option<&'static str>,
    /// Whether git was told to keep the index in two files.
    pub(super) splits_index: bool,
}

impl Git {
    /// Reads all settings at once, the first time it is asked.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`; `git-refused` when the configuration is damaged.
    pub fn settings(&self) -> Result<&Settings, Problem> {
        if self.settings.get().is_none() {
            let asked = self.asked().take();
            let ended = asked.unwrap_or_else(|| self.ask_for_settings())?.end()?;
            // Git answers 1 when there is no such value.
            if !matches!(ended.status.code(), Some(0 | 1)) {
                return Err(refusal(&ended));
            }
            let _ = self.settings.set(parse(&String::from_utf8_lossy(&ended.output)));
        }
        self.settings
            .get()
            .ok_or_else(|| Problem::damaged("program-failed", "git's settings are not at hand"))
    }

    /// Has git tell the settings while something else is done, for a command that will want them. That git is not to be
    /// had is told to whoever then wants them.
    pub fn expect_settings(&self) {
        let mut asked = self.asked();
        if self.settings.get().is_none() && asked.is_none() {
            *asked = Some(self.ask_for_settings());
        }
    }

    fn asked(&self) -> MutexGuard<'_, Option<Result<Running, Problem>>> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ask_for_settings(&self) -> Result<Running, Problem> {
        self.question(["config", "-z", "--get-regexp", CONCERNED]).start()
    }

    /// Writes a setting into the repository's own configuration. Settings read before are not read again.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`, `git-refused`.
    pub fn set(&self, setting: Setting, value: &str) -> Result<(), Problem> {
        // Git was asked before, and may tell what was then.
        *self.asked() = None;
        let ended = self.question(["config", "--local", setting.key(), value]).run()?;
        if ended.status.success() { Ok(()) } else { Err(refusal(&ended)) }
    }

    /// Makes the folder a repository.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`, `git-refused`.
    pub fn init(book: &std::path::Path) -> Result<Git, Problem> {
        let ended =
            Git::at(book.to_path_buf(), book.join(".git"), String::new()).question(["init", "-q"]).run()?;
        if !ended.status.success() {
            return Err(refusal(&ended));
        }
        Git::open(book).ok_or_else(|| refusal(&ended))
    }
}

/// Entries end in NUL; a key and its value are apart by a line end; a key without a value means true.
fn parse(text: &str) -> Settings {
    let mut settings = Settings { plain: true, direct: true, ..Settings::default() };
    let (mut skips, mut many) = (None, false);
    for entry in text.split('\0').filter(|entry| !entry.is_empty()) {
        let (key, value) = match entry.split_once('\n') {
            Some((key, value)) => (key, value),
            None => (entry, "true"),
        };
        match key {
            "jobbook.seat" => settings.seat = Some(value.to_string()),
            "jobbook.nested" => settings.nested = is_true(value),
            "core.filemode" => settings.plain &= is_true(value),
            "commit.gpgsign" | "core.sparsecheckout" => settings.plain &= !is_true(value),
            "core.hookspath" | "i18n.commitencoding" => settings.plain = false,
            "user.name" => settings.user_name = Some(value.to_string()),
            "user.email" => settings.user_email = Some(value.to_string()),
            "core.autocrlf" => settings.direct &= is_false(value),
            "core.ignorecase" | "core.bare" => settings.direct &= !is_true(value),
            "core.splitindex" => settings.splits_index = is_true(value),
            "index.sparse" => settings.direct &= !is_true(value),
            "index.skiphash" => skips = Some(is_true(value)),
            "feature.manyfiles" => many = is_true(value),
            "extensions.objectformat" => settings.direct &= value == "sha1",
            "extensions.refstorage" => settings.direct &= value == "files",
            "extensions.worktreeconfig" => {}
            key if key.starts_with("jobbook.") => {}
            // Hooks that the configuration names, as git knows them since 2.54.
            key if key.starts_with("hook.") => settings.plain = false,
            _ => settings.direct = false,
        }
    }
    settings.skips_hash = match (skips, many) {
        (Some(true), _) => Some("index.skipHash"),
        (None, true) => Some("feature.manyFiles"),
        _ => None,
    };
    settings
}

fn is_true(value: &str) -> bool {
    matches!(value.to_lowercase().as_str(), "true" | "yes" | "on" | "1")
}

fn is_false(value: &str) -> bool {
    matches!(value.to_lowercase().as_str(), "false" | "no" | "off" | "0" | "")
}

#[cfg(test)]
mod tests {
    use super::super::test_book::TestBook;
    use super::*;

    #[test]
    fn what_is_set_is_read_back_and_the_last_value_counts() {
        let book = TestBook::new();
        let git = book.open();
        git.set(Setting::Seat, "b").unwrap();
        git.set(Setting::UserName, "Ada Müller").unwrap();
        let settings = git.settings().unwrap();
        assert_eq!(settings.seat.as_deref(), Some("b"));
        assert_eq!(settings.user_name.as_deref(), Some("Ada Müller"));
        assert!(!settings.nested);
        assert_eq!(parse("jobbook.seat\na\0jobbook.nested\0jobbook.seat\nc\0").seat.as_deref(), Some("c"));
    }

    #[test]
    fn what_was_asked_ahead_is_what_is_told_unless_something_is_set_meanwhile() {
        let book = TestBook::new();
        let git = book.open();
        git.set(Setting::Seat, "b").unwrap();
        git.expect_settings();
        assert!(git.asked().is_some());
        assert_eq!(git.settings().unwrap().seat.as_deref(), Some("b"));
        assert!(git.asked().is_none(), "nobody is asked twice");
        let git = book.open();
        git.expect_settings();
        git.set(Setting::Seat, "c").unwrap();
        assert_eq!(git.settings().unwrap().seat.as_deref(), Some("c"));
    }

    #[test]
    fn a_folder_becomes_a_repository() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Git::init(folder.path()).unwrap().head().unwrap(), None);
    }
}
