//! The history of one file, as `git log` simplifies it.
//!
//! A commit is told when the file differs in it from what it was in its parent; a merge when it differs from all of
//! its parents. Where it is as in one of them, the history goes on there alone. Of what is still to be looked at the
//! youngest comes first, and of the same age what was found first.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::record::{How, Record, short};
use crate::book::git::objects::name::Oid;

/// A commit that touched a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::book::git) struct Trace {
    /// The commit.
    pub name: Oid,
    /// Whether the file may have had another name before: it came while another one went.
    pub may_be_renamed: bool,
}

impl Record {
    /// The commits that touched `path`, from the one at `from` on, at most `limit`.
    pub fn touching(&self, from: usize, path: &str, limit: usize) -> Vec<Trace> {
        let path = short(path);
        let (mut found, mut seen) = (Vec::new(), vec![false; self.len()]);
        let mut waiting = BinaryHeap::new();
        let mut next = Some(from);
        let mut order = 0_usize;
        while let Some(place) = next.take().or_else(|| waiting.pop().map(|(_, _, place)| place)) {
            let Some(commit) = self.commit(place) else { continue };
            let parents = self.parents(commit);
            let sides = if self.may_touch(commit, path) { self.sides(commit, path) } else { Vec::new() };
            let differs = |side: usize| sides.get(side).is_some_and(|(how, _)| how.is_some());
            let same = (0..parents.len()).find(|side| !differs(*side));
            // Of a merge that is as in one of its parents nothing is told, and the others are not followed.
            let followed = match (parents.len(), same) {
                (2.., Some(side)) => &parents[side..=side],
                _ => parents,
            };
            let is_told = if parents.is_empty() { differs(0) } else { same.is_none() };
            if is_told {
                if found.len() >= limit {
                    break;
                }
                let came = sides.first().is_some_and(|side| *side == (Some(How::Came), true));
                found.push(Trace { name: commit.name, may_be_renamed: came && !parents.is_empty() });
            }
            for parent in followed.iter().map(|parent| *parent as usize) {
                if let Some(commit) = self.commit(parent)
                    && !std::mem::replace(&mut seen[parent], true)
                {
                    if followed.len() == 1 && waiting.is_empty() {
                        next = Some(parent);
                    } else {
                        waiting.push((commit.moment, Reverse(order), parent));
                        order += 1;
                    }
                }
            }
        }
        found
    }
}
