//! A book with a real repository, away from the configuration of whoever runs the tests.

#![allow(clippy::disallowed_methods, reason = "a test looks at the disk and starts git itself")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::program::Git;
use crate::book::disk::RelPath;

/// A temporary book under git.
pub(crate) struct TestBook {
    folder: tempfile::TempDir,
    home: tempfile::TempDir,
}

pub(crate) fn path(text: &str) -> RelPath {
    RelPath::new(text).unwrap()
}

impl TestBook {
    /// An empty repository whose user is the office.
    pub fn new() -> TestBook {
        let book = TestBook { folder: tempfile::tempdir().unwrap(), home: tempfile::tempdir().unwrap() };
        book.git(&["init", "-q", "-b", "main"]);
        book.git(&["config", "user.name", "Office"]);
        book.git(&["config", "user.email", "office@example.org"]);
        book
    }

    /// With these files in one commit.
    pub fn with_commit(files: &[(&str, &str)]) -> TestBook {
        let book = TestBook::new();
        for (name, text) in files {
            book.write(name, text);
        }
        book.git(&["add", "."]);
        book.git(&["commit", "-qm", "before"]);
        book
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    fn environment(&self) -> Vec<(String, String)> {
        let home = self.home.path().display().to_string();
        let pairs = [
            ("HOME", home.as_str()),
            ("XDG_CONFIG_HOME", &home),
            ("GIT_CONFIG_NOSYSTEM", "1"),
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("EMAIL", ""),
        ];
        pairs.map(|(name, value)| (name.to_string(), value.to_string())).to_vec()
    }

    pub fn open(&self) -> Git {
        self.open_at("")
    }

    pub fn open_at(&self, folder: &str) -> Git {
        let mut git = Git::open(&self.path().join(folder)).unwrap();
        git.environment = self.environment();
        git
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.file(name).parent().unwrap()).unwrap();
        fs::write(self.file(name), text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap()
    }

    pub fn remove(&self, name: &str) {
        fs::remove_file(self.file(name)).unwrap();
    }

    /// Runs git, which must succeed, and tells its output.
    pub fn git(&self, arguments: &[&str]) -> String {
        let (done, output) = self.try_git(arguments);
        assert!(done, "git {arguments:?}: {output}");
        output
    }

    /// As [`TestBook::git`], at a moment that git reads.
    pub fn git_at(&self, moment: &str, arguments: &[&str]) -> String {
        let (done, output) = self.try_git_with(&[("GIT_COMMITTER_DATE", moment)], arguments);
        assert!(done, "git {arguments:?}: {output}");
        output
    }

    pub fn try_git(&self, arguments: &[&str]) -> (bool, String) {
        self.try_git_with(&[], arguments)
    }

    pub fn try_git_with(&self, variables: &[(&str, &str)], arguments: &[&str]) -> (bool, String) {
        let ended = Command::new("git")
            .args(arguments)
            .current_dir(self.path())
            .env_remove("GIT_DIR")
            .env_remove("GIT_INDEX_FILE")
            .env_remove("GIT_WORK_TREE")
            .envs(self.environment())
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        let said = if ended.status.success() { &ended.stdout } else { &ended.stderr };
        (ended.status.success(), String::from_utf8_lossy(said).into_owned())
    }

    /// Installs a hook.
    pub fn hook(&self, name: &str, script: &str) {
        let file = self.file(&format!(".git/hooks/{name}"));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        #[cfg(unix)]
        fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    }
}
