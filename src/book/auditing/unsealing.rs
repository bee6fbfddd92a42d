//! The manifests of sealed files: what they vouched for once is taken out by commands alone, each with its reason.

use std::collections::BTreeMap;

use super::{Step, Steps, about};
use crate::book::change::UNDOES;
use crate::book::git::Git;
use crate::book::layout;
use crate::book::sealing::UNSEALS;
use crate::book::sealing::guarding::is_manifest;
use crate::book::sealing::manifest::{Hash, Rows};
use crate::problem::{Outcome, Place, Problem, first_of};

/// As many files are named that one commit took out or altered.
const NAMED: usize = 5;

/// Rows that somebody took out or altered without a command.
pub(super) fn judge(git: &Git, steps: &Steps<'_>) -> Outcome<Vec<Problem>> {
    let mut problems = Vec::new();
    for (path, of_file) in steps.iter().filter(|(path, _)| is_manifest(path)) {
        for step in of_file.iter().filter(|step| step.before.is_some() && !is_told(step)) {
            problems.extend(lost(git, path, step)?);
        }
    }
    Ok(problems)
}

/// Whether the commit says that it unseals, or takes a sealing back.
fn is_told(step: &Step<'_>) -> bool {
    let has = |name| step.commit.trailer(name).is_some();
    has("By") && (has(UNSEALS) || has(UNDOES))
}

fn lost(git: &Git, path: &str, step: &Step<'_>) -> Outcome<Option<Problem>> {
    let rows = |name: Option<&String>| -> Outcome<BTreeMap<String, Hash>> {
        let Some(name) = name else { return Ok(BTreeMap::new()) };
        let held = git.blobs(&[name.as_str()])?.into_iter().next().flatten();
        Ok(Rows::read(held.as_deref().unwrap_or_default()).0)
    };
    let (before, after) = (rows(step.before.as_ref())?, rows(step.after.as_ref())?);
    // What the other side of a merge did was judged there.
    let beside = step.beside.as_ref().map(|(other, _)| rows(other.as_ref())).transpose()?;
    let is_lost = |(of, hash): &(&String, &Hash)| {
        let now = after.get(*of);
        now != Some(*hash) && beside.as_ref().is_none_or(|beside| beside.get(*of) != now)
    };
    let lost: Vec<String> = before
        .iter()
        .filter(is_lost)
        .map(|(of, _)| layout::id_of_path(of).map_or_else(|| of.clone(), |id| id.to_string()))
        .collect();
    if lost.is_empty() {
        return Ok(None);
    }
    let problem =
        Problem::refused("audit-unsealed", "what was sealed was taken out or altered without a command")
            .at(Place::file(path))
            .because(first_of(NAMED, &lost));
    Ok(Some(about(step.commit, problem).remedy(format!("git show {} -- {path}", step.commit.short()))))
}
