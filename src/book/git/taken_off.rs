//! Commits of this copy that somebody took off the branch.
//!
//! A rebase that is given up puts the branch where it was when the rebase began, and a reset puts it anywhere: what a
//! command recorded meanwhile then stands in no file, and git says nothing of it. The next command does, once.

use std::collections::BTreeMap;

use super::flush::together_again;
use super::history::Commit;
use super::program::Git;
use super::walk::Touched;
use crate::book::disk::{self, Disk, Durability, RelPath};
use crate::book::lock::Lock;
use crate::problem::Problem;

/// Where the last command left the branch.
const LAST: &str = ".jobbook/last-commit";
/// As many commits are looked into.
const MOST: usize = 100;
/// As many of them are named.
const NAMED: usize = 10;

impl Git {
    /// Remembers where the branch stands. What cannot be written means that less is noticed later.
    pub fn remember_branch(&self, lock: &Lock, disk: &mut dyn Disk) {
        if self.under_way().is_some() {
            return;
        }
        let (Ok(Some(head)), Ok(file)) = (self.head(), RelPath::new(LAST)) else { return };
        if self.remembered_branch(lock).as_ref() != Some(&head) {
            let _ = disk::replace(disk, lock.book(), &file, head.as_bytes(), Durability::Fleeting);
        }
    }

    fn remembered_branch(&self, lock: &Lock) -> Option<String> {
        let bytes = disk::read_if_there(lock.book(), &RelPath::new(LAST).ok()?, 128).ok()??;
        let hash = String::from_utf8(bytes).ok()?;
        (hash.len() >= 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(hash)
    }

    /// A warning of commits that stood on the branch after the last command and now stand on none, as far as what they
    /// changed is not in the last commit all the same: a rebase makes a commit anew.
    pub fn taken_off(&self, lock: &Lock) -> Option<Problem> {
        let last = self.remembered_branch(lock)?;
        let head = self.head().ok()??;
        if head == last || self.under_way().is_some() {
            return None;
        }
        let commits = self.unreachable_up_to(&last, MOST).ok()?;
        if commits.is_empty() {
            return None;
        }
        let touched = self.touched(&commits).ok()?;
        let missing: Vec<&Commit> = commits
            .iter()
            .zip(&touched)
            .filter(|(_, touched)| !self.has_all(touched).unwrap_or(false))
            .map(|(commit, _)| commit)
            .collect();
        let newest = missing.first()?;
        let said = missing.iter().map(|commit| format!("{} {}", commit.short(), commit.subject));
        let again: Vec<&str> = missing.iter().rev().map(|commit| commit.short()).collect();
        let remedy = if again.len() > NAMED {
            format!("git branch taken-off {}", newest.short())
        } else {
            format!("git cherry-pick {}", again.join(" "))
        };
        let problem = Problem::refused(
            "commits-taken-off",
            "what was recorded here is on no branch any more: somebody gave up a rebase, or reset the branch",
        );
        let mut problem = said.take(NAMED).fold(problem, Problem::because);
        if missing.len() > NAMED {
            problem = problem.because(format!("and {} more", missing.len() - NAMED));
        }
        let problem = problem.because("if that was meant, all is well");
        Some(problem.remedy(remedy).warning())
    }

    /// Whether what a commit changed is in the last one, by what it means.
    fn has_all(&self, touched: &[Touched]) -> Result<bool, Problem> {
        let paths: Vec<RelPath> =
            touched.iter().map(|touched| RelPath::new(touched.path.as_str())).collect::<Result<_, _>>()?;
        let now = self.contents(&paths.iter().map(|path| ("HEAD", path)).collect::<Vec<_>>())?;
        let names: Vec<&str> = touched
            .iter()
            .flat_map(|touched| [&touched.before, &touched.after])
            .filter_map(|name| name.as_deref())
            .collect();
        let blobs: BTreeMap<&str, Option<Vec<u8>>> = names.iter().copied().zip(self.blobs(&names)?).collect();
        let held = |name: &Option<String>| blobs.get(name.as_deref()?)?.as_deref();
        Ok(touched.iter().zip(&paths).zip(&now).all(|((touched, path), now)| {
            match (held(&touched.before), held(&touched.after), now.as_deref()) {
                (_, after, now) if after == now => true,
                (before, Some(after), Some(now)) => {
                    // Nothing of it is to be added to what stands there.
                    together_again(path, before, now, Some(after)).is_some_and(|merged| merged == now)
                }
                _ => false,
            }
        }))
    }
}
