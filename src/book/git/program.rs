//! How git is run.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use super::holding::{Ahead, Holding};
use super::objects::recorded::Known;
use super::settings::Settings;
use super::traces::Record;
use crate::book::disk;
use crate::book::process::{Ended, Process, Running};
use crate::problem::{Place, Problem};

/// Variables that point git somewhere else, as they do when jobbook is run by a hook: the book alone says where.
const MISLEADING: [&str; 12] = [
    "GIT_LITERAL_PATHSPECS",
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_GLOB_PATHSPECS",
    "GIT_NOGLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
];
/// How often, and with what pause, to look whether another git has left the index.
pub(super) const PATIENCE: (usize, Duration) = (40, Duration::from_millis(50));

/// The largest file of packed references that is read.
const PACKED: u64 = 16 << 20;

/// The repository to which the book's changes are committed.
#[derive(Debug)]
pub struct Git {
    book: PathBuf,
    folder: PathBuf,
    prefix: String,
    pub(super) settings: OnceLock<Settings>,
    /// Git, asked for them and not yet heard.
    pub(super) asked: Mutex<Option<Result<Running, Problem>>>,
    holding: Mutex<Holding>,
    pub(super) index_ahead: Mutex<Option<Ahead>>,
    /// Objects that somebody asked for.
    pub(super) known: Mutex<Known>,
    /// Which commit touched which file, once somebody asked.
    pub(super) traces: Mutex<Option<Record>>,
    /// Further variables, for tests that must not meet the configuration of whoever runs them.
    pub(super) environment: Vec<(String, String)>,
}

impl Git {
    pub(super) fn at(book: PathBuf, folder: PathBuf, prefix: String) -> Git {
        Git {
            book,
            folder,
            prefix,
            settings: OnceLock::new(),
            asked: Mutex::default(),
            holding: Mutex::default(),
            index_ahead: Mutex::default(),
            known: Mutex::default(),
            traces: Mutex::default(),
            environment: Vec::new(),
        }
    }

    /// The book's folder.
    pub(super) fn book(&self) -> &Path {
        &self.book
    }

    /// The repository's own folder, `.git` as a rule.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn holding(&self) -> MutexGuard<'_, Holding> {
        self.holding.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the repository holds the book and nothing around it.
    pub fn is_whole_book(&self) -> bool {
        self.prefix.is_empty()
    }

    /// The way from the repository's top to the book, empty or ending in `/`.
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// A run of git in the book's folder, that asks nothing.
    pub(super) fn command<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Process {
        let mut process = Process::new("git", &self.book)
            .args(["--no-pager", "-c", "gc.autoDetach=true", "-c", "maintenance.autoDetach=true"])
            .args(self.protection())
            .args(arguments)
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("GIT_EDITOR", "true");
        for name in MISLEADING {
            process = process.without_env(name);
        }
        for (name, value) in &self.environment {
            process = process.env(name, value);
        }
        process
    }

    /// Git is kept from losing files by the settings that [`Git::dangerous_settings`] warns of.
    fn protection(&self) -> impl Iterator<Item = &'static str> {
        let is_in_danger = self
            .settings
            .get()
            .is_some_and(|settings| settings.skips_hash.is_some() && settings.splits_index);
        is_in_danger.then_some(["-c", "index.skipHash=false"]).into_iter().flatten()
    }

    /// As [`Git::command`], for what writes the index: it is let go.
    pub(super) fn writer<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Process {
        self.let_index_go();
        self.command(arguments)
    }

    /// As [`Git::command`], with answers in one language, to be read by a program.
    pub(super) fn question<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Process {
        self.command(arguments).env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0")
    }

    /// Whether a merge, rebase or the like is under way, by the name a person knows.
    pub fn under_way(&self) -> Option<&'static str> {
        const MARKS: [(&str, &str); 6] = [
            ("MERGE_HEAD", "merge"),
            ("rebase-merge", "rebase"),
            ("rebase-apply", "rebase"),
            ("CHERRY_PICK_HEAD", "cherry-pick"),
            ("REVERT_HEAD", "revert"),
            ("BISECT_LOG", "bisect"),
        ];
        MARKS.iter().find(|(file, _)| self.folder.join(file).exists()).map(|(_, name)| *name)
    }

    /// What a person left the repository in, so that commits do not go where they should: a warning.
    pub fn odd_state(&self) -> Option<Problem> {
        if let Some(busy) = self.busy() {
            return Some(
                busy.because("changes are made all the same, and recorded when it is over")
                    .remedy("finish it: `git status` tells how")
                    .warning(),
            );
        }
        let head = self.line_of("HEAD")?;
        (head.len() >= 40 && head.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| {
            Problem::refused(
                "git-no-branch",
                "no branch is checked out: what is recorded now belongs to none",
            )
            .because("somebody checked out a commit instead of a branch")
            .remedy("git switch -c rescued, which keeps what was recorded since")
            .remedy("then git switch to your branch, and git merge rescued")
            .warning()
        })
    }

    /// What git was told that has it lose files: a warning. Nothing where git tells no settings.
    pub fn dangerous_settings(&self) -> Option<Problem> {
        let settings = self.settings().ok()?;
        let key = settings.skips_hash.filter(|_| settings.splits_index)?;
        let problem = Problem::refused(
            "git-loses-files",
            format!("git is set to {key} and core.splitIndex, which do not go together"),
        )
        .because("with both, git forgets which files there are: git commit -- FILE records that all others are gone")
        .because("jobbook's own commits are kept from that; those of other programs are not")
        .remedy("git config core.splitIndex false")
        .remedy("then git read-tree HEAD, which has git look anew; what was staged is to be staged again");
        Some(problem.warning())
    }

    /// The refusal of what cannot be done while a merge or the like is under way.
    pub fn busy(&self) -> Option<Problem> {
        let name = self.under_way()?;
        Some(Problem::refused("git-busy", format!("a {name} is under way in the repository")))
    }

    /// Refuses while a merge or the like is under way, and waits a little for another git that holds the index.
    ///
    /// # Errors
    /// `git-busy`; as [`Git::settings`].
    pub(super) fn wait_until_free(&self) -> Result<(), Problem> {
        if let Some(busy) = self.busy() {
            return Err(busy
                .because("taking it back would take back what was changed meanwhile")
                .remedy("finish it: `git status` tells how"));
        }
        // Known from here on, so that git is kept from what they would have it do.
        self.settings()?;
        if self.waits_for_index() {
            return Ok(());
        }
        Err(Problem::refused("git-busy", "another git command is at work in the repository")
            .at(Place::file(".git/index.lock"))
            .remedy("wait until it has finished; if none is running, delete that file"))
    }

    /// The commit that the present branch points to; `None` before the first.
    ///
    /// # Errors
    /// `program-missing`, `program-failed`.
    pub fn head(&self) -> Result<Option<String>, Problem> {
        if let Some(hash) = self.head_from_files() {
            return Ok(Some(hash));
        }
        let ended = self.question(["rev-parse", "--verify", "--quiet", "HEAD"]).run()?;
        let hash = String::from_utf8_lossy(&ended.output).trim().to_string();
        Ok((ended.status.success() && !hash.is_empty()).then_some(hash))
    }

    /// The same without starting git, where the files tell it.
    fn head_from_files(&self) -> Option<String> {
        let hash = match self.branch() {
            None => self.line_of("HEAD")?,
            Some(branch) => {
                let shared = self.shared_folder();
                line(&shared.join(&branch)).or_else(|| packed(&shared, &branch))?
            }
        };
        (hash.len() >= 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(hash)
    }

    /// The present branch in full, `refs/heads/…`; `None` when a commit is checked out instead.
    pub(super) fn branch(&self) -> Option<String> {
        self.line_of("HEAD")?.strip_prefix("ref: ").map(str::to_string)
    }

    /// What a small file of the repository's folder says.
    pub(super) fn line_of(&self, file: &str) -> Option<String> {
        line(&self.folder.join(file))
    }
}

/// What a reference names that git has put into one file with others.
fn packed(shared: &Path, branch: &str) -> Option<String> {
    let text = disk::peek(&shared.join("packed-refs"), PACKED).ok()??;
    let text = String::from_utf8(text).ok()?;
    let mut references = text.lines().filter_map(|line| line.split_once(' '));
    references.find(|(_, name)| *name == branch).map(|(hash, _)| hash.to_string())
}

fn line(file: &Path) -> Option<String> {
    let text = String::from_utf8(disk::peek(file, 4096).ok()??).ok()?;
    Some(text.trim().to_string())
}

/// Paths for git, each taken by the letter. Said with each path, since a variable that says it for all would
/// reach the user's hooks.
pub(super) fn literally<'a>(paths: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    paths.into_iter().map(|path| format!(":(literal){path}")).collect()
}

/// So git says that its index is damaged.
const OF_A_DAMAGED_INDEX: [&str; 6] = [
    "index file smaller than expected",
    "index file corrupt",
    "bad index file sha1 signature",
    "bad signature 0x",
    "bad index version",
    "cache entry has null sha1",
];

/// What git said when it refused.
pub(super) fn refusal(ended: &Ended) -> Problem {
    let said = ended.errors_text();
    let said = if said.is_empty() { String::from_utf8_lossy(&ended.output).trim().to_string() } else { said };
    let mut problem = Problem::refused("git-refused", "git refused");
    for line in said.lines().filter(|line| !line.trim().is_empty()).take(20) {
        problem = problem.because(line);
    }
    if OF_A_DAMAGED_INDEX.iter().any(|words| said.contains(words)) {
        problem = problem
            .because(
                "the index, in which git keeps what it knows of the files, is damaged; the files are not",
            )
            .remedy("git read-tree HEAD, which has git make it anew; what was staged is to be staged again");
    }
    problem.remedy("mend what git or its hook complains about")
}
