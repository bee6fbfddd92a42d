//! A new book: its first files, its repository, its first commit.

use std::path::Path;

use super::actor::Actor;
use super::disk::{self, RealDisk, RelPath};
use super::git::{CommitMessage, Git, Setting, Situation};
use super::lock::Lock;
use super::opening::CONFIG;
use super::syncing;
use super::transaction::{Fingerprint, Note, Transaction};
use crate::problem::{Outcome, Place, Problem, Problems};
use crate::rules::config::new_book::{self, Answers};

/// The workflows that a new book begins with: name and text.
pub const WORKFLOWS: &[(&str, &str)] = &[
    ("service-call", include_str!("../../templates/workflows/service-call.toml")),
    ("new-service", include_str!("../../templates/workflows/new-service.toml")),
    ("one-time", include_str!("../../templates/workflows/one-time.toml")),
    ("field-issue", include_str!("../../templates/workflows/field-issue.toml")),
    ("onboarding", include_str!("../../templates/workflows/onboarding.toml")),
    ("ongoing-service", include_str!("../../templates/workflows/ongoing-service.toml")),
    ("support-ticket", include_str!("../../templates/workflows/support-ticket.toml")),
    ("weekly-service", include_str!("../../templates/workflows/weekly-service.toml")),
    ("session", include_str!("../../templates/workflows/session.toml")),
    ("sales", include_str!("../../templates/workflows/sales.toml")),
];

/// The guides that a new book begins with: name and text.
pub const GUIDES: &[(&str, &str)] =
    &[("client-session", include_str!("../../templates/guides/client-session.toml"))];

/// Mail under way belongs to one clone only.
const OUTBOX_IGNORE: &str =
    "# Mail that is being sent at this moment belongs to one copy of the book only.\nsending/\n";

/// How a new book stands under git.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnderGit {
    /// Its own repository, or the one whose top it is; inside another repository, none.
    Usual,
    /// Its own repository, even inside another.
    Own,
    /// Its changes are committed to the repository around it.
    Nested,
    /// None.
    Without,
}

/// What was made.
#[derive(Debug)]
pub struct Made {
    /// The files.
    pub files: Vec<String>,
    /// How it stands under git.
    pub git: Situation,
    /// What did not go as it should.
    pub warnings: Vec<Problem>,
}

/// Makes a book in `folder`, which may exist and may be under git already; git is told of `program`, this one, to
/// bring its files together.
///
/// # Errors
/// `book-exists`; `file-exists` for each file in the way; what the disk refused.
pub fn begin(
    folder: &Path,
    answers: &Answers,
    under_git: UnderGit,
    actor: &Actor,
    program: &str,
) -> Outcome<Made> {
    let files = files(answers);
    disk::make_root(folder)?;
    if disk::is_plain_file(folder, &RelPath::new(CONFIG)?).is_some() {
        return Err(Problem::refused("book-exists", format!("{} is a book already", folder.display()))
            .remedy(format!("jobbook -C {} check", folder.display()))
            .into());
    }
    let mut in_the_way = Vec::new();
    for (path, _) in &files {
        if disk::stamp(folder, &RelPath::new(path.as_str())?)?.is_some() {
            in_the_way.push(
                Problem::refused("file-exists", "a file is in the way")
                    .at(Place::file(path.as_str()))
                    .remedy("move it elsewhere, or begin the book in another folder"),
            );
        }
    }
    Problems::check(in_the_way)?;

    let mut warnings = Vec::new();
    let git = match repository(folder, under_git) {
        Ok(git) => git,
        Err(problem) => {
            warnings.push(problem.warning());
            None
        }
    };
    let lock = Lock::acquire(folder, &actor.holder(), actor.patience)?;
    let mut disk = RealDisk::new();
    let mut transaction = Transaction::new();
    for (path, text) in &files {
        let path = RelPath::new(path.as_str())?;
        transaction.expect(path.clone(), Fingerprint::Absent);
        transaction.write(path, text.as_bytes());
    }
    if git.is_some() {
        let message = CommitMessage::new("Begin the book").trailer("By", actor.stamp.by.clone());
        let when = actor.fixed.then(|| actor.now.to_string());
        transaction.record_as(Note { message, author: None, when, joins: None, erases: false });
    }
    let written = transaction.commit(&lock, &mut disk)?;
    if let Some(git) = &git {
        syncing::tell_driver(git, program)?;
        warnings.extend(git.flush_pending(&lock, &mut disk)?.warnings);
    }
    Ok(Made {
        files: written.iter().map(|path| path.as_str().to_string()).collect(),
        git: Git::situation(folder),
        warnings,
    })
}

/// The repository that the book's changes go to, made on need; its first copy has the empty seat.
fn repository(folder: &Path, under_git: UnderGit) -> Result<Option<Git>, Problem> {
    let git = match (under_git, Git::situation(folder)) {
        (UnderGit::Without, _) | (_, Situation::NoGit) => return Ok(None),
        (UnderGit::Own, Situation::Nested { .. }) => Some(Git::init(folder)?),
        (_, Situation::TopLevel | Situation::Nested { .. }) => Git::open(folder),
        (UnderGit::Usual | UnderGit::Own, Situation::NotARepository)
        | (UnderGit::Own, Situation::InsideAnother { .. }) => Some(Git::init(folder)?),
        (UnderGit::Usual, Situation::InsideAnother { .. }) => None,
        (UnderGit::Nested, Situation::InsideAnother { top }) => {
            if let Some(git) = Git::open(&top) {
                git.set(Setting::Nested, "true")?;
            }
            Git::open(folder)
        }
        (UnderGit::Nested, Situation::NotARepository) => {
            return Err(Problem::refused(
                "not-nested",
                format!("{} stands in no repository", folder.display()),
            )
            .remedy("leave --nested away: the book becomes a repository of its own"));
        }
    };
    if let Some(git) = &git
        && git.settings()?.seat.is_none()
    {
        git.set(Setting::Seat, "")?;
    }
    // Opened anew: what was set is read with the rest.
    Ok(if git.is_some() { Git::open(folder) } else { None })
}

fn files(answers: &Answers) -> Vec<(String, String)> {
    let mut files = vec![
        (CONFIG.to_string(), new_book::jobbook_toml(answers)),
        ("team.toml".to_string(), new_book::team_toml(answers)),
        ("outbox/.gitignore".to_string(), OUTBOX_IGNORE.to_string()),
        (".gitattributes".to_string(), syncing::attributes()),
    ];
    for (name, text) in WORKFLOWS {
        files.push((format!("workflows/{name}.toml"), (*text).to_string()));
    }
    for (name, text) in GUIDES {
        files.push((format!("guides/{name}.toml"), (*text).to_string()));
    }
    for (name, text) in new_book::PRICE_BOOKS {
        files.push((format!("prices/{name}.csv"), text.to_string()));
    }
    files
}
