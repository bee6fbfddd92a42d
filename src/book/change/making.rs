//! A change made: under the lock, all files together, and recorded by git.

use super::{Change, Changed, ERASES, commit_moment};
use crate::book::actor::Actor;
use crate::book::disk::{self, RealDisk, RelPath};
use crate::book::git::Git;
use crate::book::index;
use crate::book::lock::Lock;
use crate::book::opening::Book;
use crate::book::transaction::{forget_kept, recover};
use crate::problem::{Outcome, Problem};

impl Book {
    /// One change: the lock is taken, `decide` loads and decides, all files are written together, git
    /// records them. If `decide` refuses, nothing is written.
    ///
    /// # Errors
    /// What `decide` refused; `book-locked`; `changed-meanwhile`; what the disk refused.
    pub fn change<T>(
        &self,
        actor: &Actor,
        decide: impl FnOnce(&mut Change<'_>) -> Outcome<T>,
    ) -> Outcome<Changed<T>> {
        if actor.dry_run {
            let mut change = Change::new(self, actor);
            let value = decide(&mut change)?;
            change.mind_the_seals()?;
            let unsealed = std::mem::take(&mut change.unsealed);
            let transaction = change.into_transaction()?;
            let files = transaction.changes().map(|(path, _)| path.as_str().to_string()).collect();
            return Ok(Changed { value, files, unsealed, warnings: Vec::new() });
        }
        if let Some(git) = self.git() {
            git.expect_settings();
        }
        let lock = Lock::acquire(self.root(), &actor.holder(), actor.patience)?;
        let mut disk = RealDisk::new();
        let recovered = recover(&lock, &mut disk)?;
        if !recovered.completed.is_empty() {
            // It may have been an erasure: what the cache knew of before is not to be trusted with staying.
            index::forget(self.root(), &mut disk)?;
        }
        let mut warnings = recovered.warnings();
        // What an earlier command left for git is recorded under its own name, before this one changes the files.
        if let Some(git) = self.git() {
            let taken_off = git.taken_off(&lock);
            let flushed = git.flush_pending(&lock, &mut disk)?;
            if taken_off.is_none() {
                git.remember_branch(&lock, &mut disk);
            }
            warnings.extend(flushed.warnings.into_iter().filter(|known| {
                ["change-brought-back", "change-contradicted", "change-overtaken"].contains(&known.code)
            }));
            warnings.extend(taken_off);
        }
        let mut change = Change::new(self, actor);
        let value = decide(&mut change)?;
        let is_erasure = change.trailers.iter().any(|(name, _)| *name == ERASES);
        let guarded = change.mind_the_seals()?;
        let unsealed = std::mem::take(&mut change.unsealed);
        let transaction = change.into_transaction()?;
        let meant: Vec<RelPath> = transaction.changes().map(|(path, _)| path.clone()).collect();
        // No git writes into the files from here until the change is recorded.
        let _index = self.git().map(Git::keep_index);
        // What people wrote into files that are erased shall not come into git's history by that.
        if let Some(git) = self.git().filter(|_| !is_erasure) {
            let when = commit_moment(actor);
            let refused = self.record_hand_edits(git, &meant, when.as_deref())?;
            warnings.extend(refused.map(Problem::warning));
        }
        if is_erasure {
            index::forget(self.root(), &mut disk)?;
            forget_kept(&lock, &mut disk)?;
        }
        for path in &guarded.left {
            disk::may_be_written(&self.root().join(path), true);
        }
        // Git may have had it meanwhile, to record the edits.
        let _index_again = self.git().map(Git::keep_index);
        let written = transaction.commit(&lock, &mut disk)?;
        // From here on the change is made: what goes wrong now is told, and undoes nothing of it.
        if is_erasure && let Err(problem) = index::forget(self.root(), &mut disk) {
            // Somebody may have looked meanwhile, and kept what was then.
            warnings.push(problem.warning());
        }
        if let Some(git) = self.git() {
            match git.flush_pending(&lock, &mut disk) {
                Ok(flushed) => {
                    let is_recorded = flushed.warnings.is_empty() && !flushed.commits.is_empty();
                    warnings.extend(flushed.warnings);
                    warnings.extend(git.odd_state().filter(|_| is_recorded));
                }
                Err(problem) => warnings.push(problem.warning()),
            }
            git.remember_branch(&lock, &mut disk);
        }
        for path in &guarded.came {
            disk::may_be_written(&self.root().join(path), false);
        }
        let files = written.iter().map(|path| path.as_str().to_string()).collect();
        Ok(Changed { value, files, unsealed, warnings })
    }
}
