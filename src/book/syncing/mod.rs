//! The book shared with other copies: what they did is taken in, what was done here is given (X03).
//!
//! The files change as in every other change: all together, under the lock, and recorded by a commit that follows
//! both sides. Nothing is held while the network is waited for. Where both changed one thing and nobody says whose
//! holds, nothing happens at all.
//!
//! - [`taking`]: what came, brought together with what is here.
//! - [`sharing`]: letters of one's own for numbers; the program that git asks to bring files together.

mod sharing;
mod taking;

use serde::Serialize;

pub use sharing::{DRIVER_WORD, attributes, tell_driver};

use super::actor::Actor;
use super::git::{Commit, Git, Pushed, Remote};
use super::merging::{Conflict, Settlement};
use super::opening::Book;
use crate::domain::id::Id;
use crate::problem::{Outcome, Problem};

/// So often somebody else may be faster.
const TRIES: usize = 6;

/// What came of sharing the book.
#[derive(Debug, Default, Serialize)]
pub struct Synced {
    /// With whom: `origin`.
    pub remote: String,
    /// What others did, newest first.
    #[serde(serialize_with = "subjects")]
    pub took: Vec<Commit>,
    /// What was done here and is now there, newest first.
    #[serde(serialize_with = "subjects")]
    pub gave: Vec<Commit>,
    /// Files that both had changed.
    pub merged: Vec<String>,
    /// The letters that this copy's numbers carry from now on.
    pub seat: Option<String>,
    /// What one side had sealed and the other changed: it is sealed no longer.
    pub unsealed: Vec<Id>,
    /// Files that git was never told about, and that stay here.
    pub unshared: Vec<String>,
    /// What did not go as it should.
    #[serde(skip)]
    pub warnings: Vec<Problem>,
    /// What both changed and nobody has settled: then nothing was done.
    pub conflicts: Vec<Conflict>,
}

fn subjects<S: serde::Serializer>(commits: &[Commit], serializer: S) -> Result<S::Ok, S::Error> {
    let told = |commit: &Commit| serde_json::json!({"commit": commit.hash, "by": commit.person(), "at": commit.when, "subject": commit.subject});
    serializer.collect_seq(commits.iter().map(told))
}

impl Book {
    /// Takes in what others did and gives what was done here, until both have the same. With conflicts that
    /// `settlement` leaves open nothing is done, and they are told. A dry run fetches, and gives nothing.
    ///
    /// # Errors
    /// `history-none`, `sync-nested`, `git-busy`, `git-behind`; `remote-none` and its kin, `remote-unreachable`,
    /// `remote-refused`; `sync-unrelated`, `sync-odd`, `file-exists`, `seat-shared`, `format-newer`; `resolve-none`;
    /// what git and the disk refused.
    pub fn sync(
        &self,
        actor: &Actor,
        remote: Option<&str>,
        settlement: &Settlement,
        program: &str,
    ) -> Outcome<Synced> {
        let git = self.shareable()?;
        let remote = git.remote(remote)?;
        let mut synced = Synced { remote: remote.name.clone(), ..Synced::default() };
        if !actor.dry_run {
            self.install_driver(actor, program)?;
        }
        let (mut settlement, mut claim) = (settlement.clone(), None);
        for _ in 0..TRIES {
            let theirs = git.fetch(&remote)?;
            self.take_in(actor, theirs.as_deref(), &settlement, &mut synced)?;
            settlement = settlement.checked();
            synced.took.retain(|commit| claim.as_ref() != Some(&commit.hash));
            if !synced.conflicts.is_empty() {
                return Ok(synced);
            }
            let head = git.head()?.ok_or_else(|| {
                Problem::refused("git-behind", "nothing is recorded in this book yet").remedy("jobbook check")
            })?;
            let given = taking::without_merges(git.between(theirs.as_deref(), &head, None)?);
            if actor.dry_run {
                synced.gave = given;
                return Ok(synced);
            }
            self.must_be_recorded()?;
            if git.value_of("jobbook.seat")?.is_none() {
                if let Some((seat, commit)) = self.claim_seat(actor, git, &remote, &head)? {
                    (synced.seat, claim) = (Some(seat), Some(commit));
                    synced.gave.extend(given);
                }
                continue;
            }
            if theirs.as_ref() == Some(&head) || git.push(&remote, &head)? == Pushed::Taken {
                synced.gave.extend(given);
                return Ok(synced);
            }
        }
        Err(busy(&remote).into())
    }

    /// The repository, if it is all the book's own and nothing else is under way in it.
    fn shareable(&self) -> Outcome<&Git> {
        let git = self.recorded()?;
        if !git.is_whole_book() {
            return Err(Problem::refused("sync-nested", "the book is part of a larger repository")
                .because("what else stands in it is not the book's to share")
                .remedy("git pull, then git push: jobbook helps git to bring the book's files together")
                .into());
        }
        if let Some((what, busy)) = git.under_way().zip(git.busy()) {
            return Err(busy
                .remedy(format!("git {what} --abort, then jobbook sync, which does it itself"))
                .remedy("or finish it: git status tells how")
                .into());
        }
        Ok(git)
    }
}

fn busy(remote: &Remote) -> Problem {
    Problem::refused(
        "sync-busy",
        format!("others gave {} something each time this copy was about to", remote.name),
    )
    .because("what they gave is taken in; what was done here is not given yet")
    .remedy("jobbook sync, once more")
}
