//! What came, brought together with what is here.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Synced;
use crate::book::actor::Actor;
use crate::book::change::{Change, ERASES};
use crate::book::disk::RelPath;
use crate::book::git::{Commit, CommitMessage, Filed, Git, State};
use crate::book::layout;
use crate::book::merging::{Merged, Settlement, Versions, merge_file};
use crate::book::opening::Book;
use crate::problem::{Outcome, Place, Problem, Problems};

/// What a file at a path is in a commit; absent when it is gone.
type Files = BTreeMap<RelPath, Option<Filed>>;
/// What is shared without being told to git first: the book's own folders and files.
const OWN: [&str; 9] = [
    "jobs/",
    "clients/",
    "sealed/",
    "documents/",
    "outbox/",
    "workflows/",
    "guides/",
    "prices/",
    "templates/",
];

impl Book {
    /// Takes in the commit `theirs`, as far as it is not here yet.
    pub(super) fn take_in(
        &self,
        actor: &Actor,
        theirs: Option<&str>,
        settlement: &Settlement,
        synced: &mut Synced,
    ) -> Outcome<()> {
        let mut found = Synced::default();
        let changed = self.change(actor, |change| {
            if !actor.dry_run {
                change.book().must_be_recorded()?;
                found.unshared = change.record_all_hand_edits()?;
            }
            if let Some(theirs) = theirs {
                change.take_in(theirs, settlement, &mut found)?;
            }
            // Whoever is to say whose holds finds the book as it was.
            if found.conflicts.is_empty() {
                Ok(())
            } else {
                Err(Problem::refused("sync-conflict", "").into())
            }
        });
        synced.unshared = found.unshared;
        if !found.conflicts.is_empty() {
            synced.conflicts = found.conflicts;
            return Ok(());
        }
        let changed = changed?;
        synced.unsealed.extend(changed.unsealed);
        synced.warnings.extend(changed.warnings);
        synced.took.splice(0..0, found.took);
        synced.merged.extend(found.merged);
        Ok(())
    }
}

impl Change<'_> {
    /// Records what people edited, so that it is shared too. Tells what git was never told about and is no part of
    /// the book.
    fn record_all_hand_edits(&self) -> Outcome<Vec<String>> {
        let git = self.book().recorded()?;
        let (ours, unshared): (Vec<_>, Vec<_>) = git
            .all_differing()?
            .into_iter()
            .partition(|one| one.state == State::Changed || is_own(one.path.as_str()));
        let ours: Vec<RelPath> = ours.into_iter().map(|one| one.path).collect();
        if let Some(refused) = self.book().record_hand_edits(git, &ours, self.when().as_deref())? {
            return Err(refused.into());
        }
        Ok(unshared.into_iter().map(|one| one.path.as_str().to_string()).collect())
    }

    fn take_in(&mut self, theirs: &str, settlement: &Settlement, found: &mut Synced) -> Outcome<()> {
        // What somebody did elsewhere before they knew that it was sealed happened, and is kept.
        self.unseals_what_it_changes();
        let book = self.book();
        let git = book.recorded()?;
        let head =
            git.head()?.ok_or_else(|| Problem::refused("git-behind", "nothing is recorded here yet"))?;
        let parting = parting(git, &head, theirs)?;
        if parting == theirs {
            settlement.must_name([])?;
            return Ok(());
        }
        found.took = without_merges(git.between(Some(&head), theirs, None)?);
        let (by_us, by_them) =
            (git.changed_between(&parting, &head)?, git.changed_between(&parting, theirs)?);
        must_be_plain(&by_them)?;
        must_be_free(git, &by_them, self.actor().dry_run)?;
        let paths: Vec<&RelPath> = by_them.keys().collect();
        let asked: Vec<(&str, &RelPath)> = paths
            .iter()
            .flat_map(|path| [(parting.as_str(), *path), (&head, *path), (theirs, *path)])
            .collect();
        let contents = git.contents(&asked)?;
        let sent: BTreeSet<&str> = by_us
            .iter()
            .chain(&by_them)
            .filter(|(path, filed)| filed.is_some() && path.as_str().starts_with("outbox/sent/"))
            .map(|(path, _)| path.as_str())
            .collect();
        let merged: Vec<Outcome<Merged>> = paths
            .par_iter()
            .zip(contents.par_chunks_exact(3))
            .map(|(path, held)| {
                let versions = Versions {
                    base: held[0].as_deref(),
                    ours: held[1].as_deref(),
                    theirs: held[2].as_deref(),
                };
                merge_file(path, versions, settlement, &|name| sent.contains(name))
            })
            .collect();
        let mut problems = Vec::new();
        for ((path, held), merged) in paths.iter().zip(contents.chunks_exact(3)).zip(merged) {
            match merged {
                Err(refused) => problems.extend(refused.into_vec()),
                Ok(merged) => {
                    if by_us.contains_key(*path) && held[1] != held[2] {
                        found.merged.push(path.as_str().to_string());
                    }
                    found.conflicts.extend(merged.conflicts);
                    if merged.bytes != held[1] {
                        self.replace(path.as_str(), book.bytes(path.as_str())?, merged.bytes);
                    }
                }
            }
        }
        Problems::check(problems)?;
        let settled: Vec<String> = found.merged.iter().map(|path| name(path)).collect();
        let open = found.conflicts.iter().map(|conflict| conflict.key.as_str());
        if let Err(unknown) = settlement.must_name(open.chain(settled.iter().map(String::as_str))) {
            found.conflicts.clear();
            return Err(unknown.into());
        }
        for conflict in &mut found.conflicts {
            let path = RelPath::new(conflict.file.as_str())?;
            let last = |side: &str| -> Result<Option<String>, Problem> {
                let commits = git.between(Some(&parting), side, Some(&path))?;
                Ok(commits.first().map(|commit| commit.person().to_string()))
            };
            conflict.by = last(&head)?.zip(last(theirs)?).map(|(ours, theirs)| [ours, theirs]);
        }
        if found.conflicts.is_empty() {
            // What comes of the seals may be all that there is to write, or that there is nothing.
            self.mind_the_seals()?;
        }
        self.say_so(theirs, found);
        if self.is_untouched() && !self.actor().dry_run && found.conflicts.is_empty() {
            // Nothing differs, and still both sides are to be followed.
            git.record_joined(theirs, &self.message_of_join(), self.when().as_deref())?;
        }
        Ok(())
    }

    fn say_so(&mut self, theirs: &str, found: &Synced) {
        let mut people: Vec<&str> = found.took.iter().map(Commit::person).collect();
        people.sort_unstable();
        people.dedup();
        self.say(match found.took.len() {
            0 => "Take in what others brought together".to_string(),
            1 => format!("Take in 1 change by {}", people.join(", ")),
            count => format!("Take in {count} changes by {}", people.join(", ")),
        });
        for path in &found.merged {
            if let Some(id) = layout::id_of_path(path) {
                let kind = if path.starts_with(layout::CLIENTS) { "Client" } else { "Job" };
                self.note(kind, id.to_string());
            }
        }
        let erased: BTreeSet<&str> = found
            .took
            .iter()
            .flat_map(|commit| &commit.trailers)
            .filter(|(name, _)| name == ERASES)
            .map(|(_, id)| id.as_str())
            .collect();
        for id in erased {
            self.note(ERASES, id);
        }
        self.joins(theirs);
    }
}

impl Change<'_> {
    fn message_of_join(&self) -> CommitMessage {
        CommitMessage::new(self.subject()).trailer("By", self.stamp().by.clone())
    }
}

/// What people did, without the commits that only brought it together.
pub(super) fn without_merges(commits: Vec<Commit>) -> Vec<Commit> {
    commits.into_iter().filter(|commit| commit.parents.len() < 2).collect()
}

/// Where the two went apart.
fn parting(git: &Git, head: &str, theirs: &str) -> Outcome<String> {
    git.common(head, theirs)?.ok_or_else(|| {
        Problem::refused("sync-unrelated", "there is another book")
            .because("it has no history in common with this one")
            .remedy("begin this copy as a clone of it: git clone URL FOLDER")
            .into()
    })
}

/// Whether a file belongs to the book, whoever made it.
fn is_own(path: &str) -> bool {
    OWN.iter().any(|folder| path.starts_with(folder)) || !path.contains('/') && path.ends_with(".toml")
}

/// Refuses links and other repositories, which no book holds.
fn must_be_plain(files: &Files) -> Outcome<()> {
    let odd = files.iter().filter(|(_, filed)| filed.as_ref().is_some_and(|filed| !filed.is_plain()));
    Problems::check(
        odd.map(|(path, _)| {
            Problem::refused("sync-odd", "is a link or another repository there, and no file")
                .at(Place::file(path.as_str()))
                .because("through it, writing into the book would write elsewhere")
                .remedy("take it out in the copy that has it")
        })
        .collect(),
    )
}

/// Refuses to write over files that git was never told about. A dry run has not recorded the edits of others.
fn must_be_free(git: &Git, files: &Files, dry_run: bool) -> Outcome<()> {
    let paths: Vec<RelPath> = files.keys().cloned().collect();
    let in_the_way = git.differing(&paths)?;
    Problems::check(
        in_the_way
            .into_iter()
            .filter(|one| !dry_run || one.state == State::Untracked && !is_own(one.path.as_str()))
            .map(|one| {
                Problem::refused("file-exists", "a file of that name came, and another one stands here")
                    .at(Place::file(one.path.as_str()))
                    .remedy("rename yours, then jobbook sync")
            })
            .collect(),
    )
}

/// What a file is called when it is settled.
fn name(path: &str) -> String {
    layout::id_of_path(path).map_or_else(|| path.to_string(), |id| id.to_string())
}
