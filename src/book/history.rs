//! What became of a job or client, commit by commit, as changes of meaning (X02).

use serde::Serialize;
use serde_json::Value;

use super::change::UNDOES;
use super::disk::RelPath;
use super::entity::{self, Entity};
use super::git::{Commit, Git};
use super::opening::Book;
use super::transaction::pending;
use crate::domain::history::differences;
use crate::domain::history::words::sentences;
use crate::domain::id::Id;
use crate::problem::{Outcome, Problem};

/// One recorded change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Past {
    /// The name of its commit; absent for what is not recorded yet.
    pub commit: Option<String>,
    /// When, in RFC 3339.
    pub at: Option<String>,
    /// Who did it.
    pub by: Option<String>,
    /// What the command said of itself.
    pub subject: String,
    /// Whether somebody changed the files themselves, without a command.
    pub by_hand: bool,
    /// The commit that this one took back.
    pub undoes: Option<String>,
    /// What it changed, in words.
    pub changes: Vec<String>,
}

impl Past {
    fn of(commit: &Commit, changes: Vec<String>) -> Past {
        Past {
            commit: Some(commit.hash.clone()),
            at: Some(commit.when.clone()),
            by: Some(commit.person().to_string()),
            subject: commit.subject.clone(),
            by_hand: commit.trailer("By").is_none(),
            undoes: commit.trailer(UNDOES).map(str::to_string),
            changes,
        }
    }
}

impl Book {
    /// Git, for what cannot be done without history.
    ///
    /// # Errors
    /// `history-none`.
    pub fn recorded(&self) -> Result<&Git, Problem> {
        self.git().ok_or_else(|| {
            Problem::refused("history-none", "this book keeps no history")
                .because("its folder is not under git")
                .remedy("git init, then jobbook check; history begins with the next change")
        })
    }

    /// Refuses while a change waits for git: what is not recorded can be neither taken back nor shared.
    ///
    /// # Errors
    /// `git-behind`; what the disk refused.
    pub(super) fn must_be_recorded(&self) -> Outcome<()> {
        if pending(self.root())?.0.is_empty() {
            return Ok(());
        }
        Err(Problem::refused("git-behind", "git has not recorded the last changes yet")
            .because("they are in the files, and history does not have them")
            .remedy("jobbook check tells what holds it up")
            .into())
    }

    /// What happened in the book, newest first, at most `limit` commits; what each changed is not looked into.
    ///
    /// # Errors
    /// `history-none`; what git refused.
    pub fn history(&self, limit: usize) -> Outcome<Vec<Past>> {
        let commits = self.recorded()?.history(&[], limit)?;
        Ok(commits.iter().map(|commit| Past::of(commit, Vec::new())).collect())
    }

    /// What became of one job or client, newest first, at most `limit` commits.
    ///
    /// # Errors
    /// `history-none`; what git refused.
    pub fn history_of<E: Entity>(&self, id: &Id, limit: usize) -> Outcome<Vec<Past>> {
        let git = self.recorded()?;
        let path = RelPath::new(E::path(id))?;
        let steps = steps(git, &path, limit)?;
        let mut wanted: Vec<(&str, &RelPath)> = Vec::new();
        for step in &steps {
            wanted.push((&step.commit.hash, &step.after));
            wanted.push((step.commit.parents.first().map_or(NOTHING, String::as_str), &step.before));
        }
        let held = git.contents(&wanted)?.into_iter().zip(&wanted);
        let states: Vec<Value> = held.map(|(bytes, (_, path))| state::<E>(bytes, path.as_str())).collect();
        let mut past = Vec::new();
        let now = state::<E>(self.bytes(path.as_str())?, path.as_str());
        if let Some(last) = states.first().filter(|last| **last != now) {
            past.push(Past {
                commit: None,
                at: None,
                by: None,
                subject: "not recorded yet".to_string(),
                by_hand: true,
                undoes: None,
                changes: sentences(&differences(last, &now)),
            });
        }
        for (step, states) in steps.iter().zip(states.chunks(2)) {
            let mut changes = match states {
                [after, before] => sentences(&differences(before, after)),
                _ => Vec::new(),
            };
            if step.before != step.after {
                changes.insert(0, format!("file {} → {}", step.before, step.after));
            }
            past.push(Past::of(&step.commit, changes));
        }
        Ok(past)
    }
}

/// What a commit did to a file, and what the file was called before and afterwards.
struct Step {
    commit: Commit,
    before: RelPath,
    after: RelPath,
}

/// The history of a file, newest first, also from before it had its present name.
fn steps(git: &Git, path: &RelPath, limit: usize) -> Result<Vec<Step>, Problem> {
    let mut steps: Vec<Step> = Vec::new();
    let mut path = path.clone();
    if git.head()?.is_none() {
        return Ok(steps);
    }
    let mut commits = git.history_of_file("HEAD", &path, limit)?;
    loop {
        let may_be_renamed = commits.last().and_then(|(_, may)| *may);
        let step = |(commit, _)| Step { commit, before: path.clone(), after: path.clone() };
        steps.extend(commits.into_iter().map(step));
        if may_be_renamed == Some(false) {
            break;
        }
        let Some(oldest) = steps.last_mut().filter(|_| limit > 0) else { break };
        let Some(parent) = oldest.commit.parents.first().cloned() else { break };
        let was_there = git.contents(&[(&parent, &path)])?.into_iter().flatten().next().is_some();
        let Some(old) = (if was_there { None } else { git.renamed_from(&oldest.commit, &path)? }) else {
            break;
        };
        oldest.before = old.clone();
        path = old;
        if steps.len() >= limit {
            break;
        }
        commits = git.history_of_file(&parent, &path, limit - steps.len())?;
        if commits.is_empty() {
            break;
        }
    }
    Ok(steps)
}

/// The parent of the first commit: nothing has this name.
const NOTHING: &str = "0000000000000000000000000000000000000000";

/// The facts of a file as JSON; none for what was not there or could not be read.
fn state<E: Entity>(bytes: Option<Vec<u8>>, path: &str) -> Value {
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
    let entity = text.and_then(|text| entity::read::<E>(&text, path).ok());
    entity
        .and_then(|entity| serde_json::to_value(entity).ok())
        .unwrap_or_else(|| Value::Object(serde_json::Map::new()))
}
