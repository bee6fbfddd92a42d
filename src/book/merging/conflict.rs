//! What both sides changed, and who says whose holds.

use serde::Serialize;
use serde_json::Value;

use super::Versions;
use crate::book::disk::RelPath;
use crate::book::layout;
use crate::domain::history::words::{self, shown};
use crate::domain::history::{Clash, Side, Step};
use crate::domain::id::Id;
use crate::problem::{Place, Problem, nearest};

/// Something that both copies changed, each in its own way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// What it is called when it is settled: `J-2026-00017/title`, `jobbook.toml`.
    pub key: String,
    /// The file.
    pub file: String,
    /// The job or client that stands in it.
    pub of: Option<Id>,
    /// What of it, in words; empty for the whole file.
    pub what: String,
    /// What it was where the copies parted; absent when it was not there.
    pub base: Option<Value>,
    /// What it is here.
    pub ours: Option<Value>,
    /// What it is there.
    pub theirs: Option<Value>,
    /// Why nobody but a person can tell.
    pub because: Option<String>,
    /// Who changed it here and there last, as far as history tells.
    pub by: Option<[String; 2]>,
}

impl Conflict {
    /// A file that cannot be brought together at all.
    pub(super) fn of_whole(path: &RelPath, versions: Versions<'_>, because: &str) -> Conflict {
        let (key, of) = named(path);
        let state = |bytes: Option<&[u8]>, told: &str| bytes.map(|_| Value::String(told.to_string()));
        Conflict {
            key,
            file: path.as_str().to_string(),
            of,
            what: String::new(),
            base: state(versions.base, "as it was"),
            ours: state(versions.ours, "as it is here"),
            theirs: state(versions.theirs, "as it is there"),
            because: Some(because.to_string()),
            by: None,
        }
    }

    pub(super) fn of_value(path: &RelPath, clash: Clash) -> Conflict {
        let (file, of) = named(path);
        Conflict {
            key: key(&file, &clash.path),
            file: path.as_str().to_string(),
            of,
            what: words::place(&clash.path),
            base: clash.base,
            ours: clash.ours,
            theirs: clash.theirs,
            because: None,
            by: None,
        }
    }

    /// As a refusal, with the command that settles it.
    pub fn problem(&self) -> Problem {
        let name = self.of.as_ref().map_or(self.file.clone(), Id::to_string);
        let message = match self.what.as_str() {
            "" => format!("{name} was changed here and there"),
            what => format!("{name}: {what} was changed here and there"),
        };
        let mut problem = Problem::refused("sync-conflict", message).at(Place::file(self.file.as_str()));
        let by = |side: usize| self.by.as_ref().map_or(String::new(), |by| format!(", by {}", by[side]));
        if self.what.is_empty() {
            problem = problem.because(self.because.clone().unwrap_or_default());
            if let Some(by) = &self.by {
                problem = problem.because(format!("here by {}, there by {}", by[0], by[1]));
            }
        } else {
            let value = |value: &Option<Value>| match value {
                None => "nothing".to_string(),
                value => format!("\"{}\"", shown(value)),
            };
            problem = problem.because(format!("here: {}{}", value(&self.ours), by(0))).because(format!(
                "there: {}{}",
                value(&self.theirs),
                by(1)
            ));
            if self.base.is_some() {
                problem = problem.because(format!("before: {}", value(&self.base)));
            }
        }
        problem.remedy(format!("jobbook sync --resolve {}=ours, or =theirs", quoted(&self.key)))
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    shlex::try_quote(word).map_or_else(|_| word.to_string(), |quoted| quoted.into_owned())
}

/// What a file is called, and whose it is.
fn named(path: &RelPath) -> (String, Option<Id>) {
    match layout::id_of_path(path.as_str()) {
        Some(id) => (id.to_string(), Some(id)),
        None => (path.as_str().to_string(), None),
    }
}

fn key(file: &str, path: &[Step]) -> String {
    let steps = path.iter().map(|step| match step {
        Step::Key(key) => key.as_str(),
        Step::Item(name) => name.as_str(),
        Step::Entry => "entries",
    });
    std::iter::once(file).chain(steps).collect::<Vec<_>>().join("/")
}

/// Whose value holds where both changed one.
#[derive(Debug, Clone, Default)]
pub struct Settlement {
    usual: Option<Side>,
    named: Vec<(String, Side)>,
    /// Whether what it names was found already.
    is_checked: bool,
}

impl Settlement {
    /// Reads `ours`, `theirs`, and `WHAT=ours` for one thing, where `WHAT` is its key or begins it.
    ///
    /// # Errors
    /// `resolve-unclear`.
    pub fn read<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Settlement, Problem> {
        let mut settlement = Settlement::default();
        for word in words {
            match (side(word), word.rsplit_once('=').map(|(what, whose)| (what, side(whose)))) {
                (Some(usual), _) => settlement.usual = Some(usual),
                (None, Some((what, Some(side)))) if !what.is_empty() => {
                    settlement.named.push((what.trim_end_matches('/').to_string(), side));
                }
                _ => {
                    return Err(Problem::usage("resolve-unclear", format!("\"{word}\" settles nothing"))
                        .because("it says whose value holds: ours, what is here, or theirs")
                        .remedy("jobbook sync --resolve J-2026-00017/title=theirs")
                        .remedy("jobbook sync --resolve ours, for everything"));
                }
            }
        }
        Ok(settlement)
    }

    /// Adds whose value holds for one thing.
    pub fn say(&mut self, key: &str, side: Side) {
        self.named.push((key.to_string(), side));
    }

    /// Whose value holds.
    pub fn of(&self, conflict: &Conflict) -> Option<Side> {
        self.of_key(&conflict.key)
    }

    pub(super) fn of_step(&self, path: &RelPath, steps: &[Step]) -> Option<Side> {
        self.of_key(&key(&named(path).0, steps))
    }

    fn of_key(&self, key: &str) -> Option<Side> {
        let named = self.named.iter().rev().filter(|(what, _)| is_within(key, what));
        let closest = named.max_by_key(|(what, _)| what.len());
        closest.map(|(_, side)| *side).or(self.usual)
    }

    /// The same, with what it names found already: the next time it may be settled and gone.
    pub fn checked(mut self) -> Settlement {
        self.is_checked = true;
        self
    }

    /// Refuses what names nothing that was changed on both sides.
    ///
    /// # Errors
    /// `resolve-none`.
    pub fn must_name<'a>(&self, keys: impl IntoIterator<Item = &'a str>) -> Result<(), Problem> {
        let keys: Vec<&str> = keys.into_iter().collect();
        let is_there = |what: &str| keys.iter().any(|key| is_within(key, what) || is_within(what, key));
        let unknown = self.named.iter().find(|(what, _)| !is_there(what));
        let Some((unknown, _)) = unknown.filter(|_| !self.is_checked) else { return Ok(()) };
        let mut problem =
            Problem::usage("resolve-none", format!("\"{unknown}\" was not changed on both sides"));
        if !keys.is_empty() {
            problem = problem.because(format!("these were: {}", keys.join(", ")));
        }
        for near in nearest(unknown, keys.iter().copied()) {
            problem = problem.remedy(format!("did you mean {near}?"));
        }
        Err(problem)
    }
}

/// Whether a key is another one, or of something inside what that names.
fn is_within(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn side(word: &str) -> Option<Side> {
    match word {
        "ours" => Some(Side::Ours),
        "theirs" => Some(Side::Theirs),
        _ => None,
    }
}
