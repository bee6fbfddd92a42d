//! Recording the changes that wait for it.

use std::collections::{BTreeMap, BTreeSet};

use super::commit::Stamping;
use super::message::CommitMessage;
use super::program::Git;
use crate::book::disk::{Disk, RelPath};
use crate::book::lock::Lock;
use crate::book::merging::{Settlement, Versions, merge_file};
use crate::book::transaction::{Pending, Remembered, Returned, bring_back, keep, pending, settle};
use crate::problem::{Place, Problem};

/// What became of the changes that waited for git.
#[derive(Debug, Default)]
pub struct Flushed {
    /// The commits made.
    pub commits: Vec<String>,
    /// How many changes still wait.
    pub waiting: usize,
    /// Why they wait, and records that cannot be read: warnings.
    pub warnings: Vec<Problem>,
}

/// As many refusals in a row as are taken for a refusal of everything.
const REFUSALS: usize = 3;

impl Flushed {
    /// What git took out of the files stands in them again.
    fn bring_back(&mut self, lock: &Lock, disk: &mut dyn Disk, change: &Pending) -> Result<(), Problem> {
        let returned = bring_back(lock, disk, change, &together_again)?;
        self.warnings.extend(brought_back(change, &returned));
        self.warnings.extend(stands_beside(change, &returned));
        Ok(())
    }

    /// Git refused this one: told once for the same reason, each with what it is about.
    fn refused(&mut self, problem: Problem, group: &[Pending]) {
        let problem = not_recorded(problem);
        let about = group.last().map(|change| change.note.message.subject.clone()).unwrap_or_default();
        let known = self.warnings.iter_mut().find(|known| {
            known.code == problem.code && problem.causes.iter().all(|cause| known.causes.contains(cause))
        });
        match known {
            Some(known) => known.causes.push(format!("so does: {about}")),
            None => self.warnings.push(problem.because(format!("what waits: {about}"))),
        }
    }
}

impl Git {
    /// Commits the changes that wait, oldest first, the present command's among them. Where git refuses, the change
    /// stands and waits, and the next command tries again. One that git will never take holds up nobody: the others
    /// are recorded all the same, but when git refuses several in a row, only the newest is tried besides. Changes of
    /// the same file that waited together become one commit, since only the file's present content is known.
    ///
    /// # Errors
    /// Only what the disk refused when asked what waits: what git refuses is a warning, and so is a note of a
    /// recorded change that cannot be removed, for the next command finds nothing to record for it.
    pub fn flush_pending(&self, lock: &Lock, disk: &mut dyn Disk) -> Result<Flushed, Problem> {
        let (waiting, warnings) = pending(lock.book())?;
        let mut flushed = Flushed { waiting: waiting.len(), warnings, ..Flushed::default() };
        if waiting.is_empty() {
            return Ok(flushed);
        }
        let _kept = self.keep_index();
        if self.under_way().is_some() || !self.waits_for_index() {
            // Giving it up takes back what is in the files and not recorded.
            keep(lock, disk, &waiting, &Remembered::default())?;
        } else {
            for change in &waiting {
                flushed.bring_back(lock, disk, change)?;
            }
        }
        let mut groups = together(waiting).into_iter();
        let mut refused = 0;
        while let Some(group) = groups.next() {
            if refused >= REFUSALS && groups.len() > 0 {
                continue;
            }
            let remembered = Remembered::of(lock.book(), &group)?;
            let recorded = self.commit_group(lock, &group);
            // Somebody wrote into the files when git was given the index to commit them.
            let is_overtaken = !self.has_index() && remembered.is_overtaken(lock.book())?;
            let is_in_danger = self.under_way().is_some() || is_overtaken && recorded.is_err();
            if is_in_danger {
                // It may have begun in this moment, and may take the branch back to where it was.
                keep(lock, disk, &group, &remembered)?;
            }
            match recorded {
                Ok(commit) => {
                    if commit.is_none() {
                        flushed.warnings.extend(overtaken(lock, &group)?);
                    }
                    flushed.commits.extend(commit);
                    refused = 0;
                }
                // What git or a hook has against this one it may not have against the next.
                Err(problem) if ["git-refused", "git-conflict"].contains(&problem.code) => {
                    refused += 1;
                    flushed.refused(problem, &group);
                    continue;
                }
                Err(problem) => {
                    flushed.warnings.push(not_recorded(problem));
                    if is_in_danger {
                        keep(lock, disk, &groups.flatten().collect::<Vec<_>>(), &remembered)?;
                    }
                    break;
                }
            }
            if is_in_danger {
                continue;
            }
            if is_overtaken {
                keep(lock, disk, &group, &remembered)?;
                for change in &group {
                    flushed.bring_back(lock, disk, change)?;
                }
                continue;
            }
            for change in &group {
                match settle(lock, disk, change) {
                    Ok(()) => flushed.waiting -= 1,
                    Err(problem) => flushed.warnings.push(problem.warning()),
                }
            }
        }
        Ok(flushed)
    }

    fn commit_group(&self, lock: &Lock, group: &[Pending]) -> Result<Option<String>, Problem> {
        let Some(last) = group.last() else { return Ok(None) };
        let mut paths = BTreeSet::new();
        let mut edited = BTreeMap::new();
        for change in group {
            let of_change = change.paths()?;
            let since = change.edited_since(lock.book())?;
            // The latest change of a file says what it shall hold.
            edited.extend(of_change.iter().map(|path| (path.clone(), since.contains(path))));
            paths.extend(of_change);
        }
        let mut message =
            CommitMessage::joined(&group.iter().map(|change| &change.note.message).collect::<Vec<_>>());
        let edited: Vec<_> =
            edited.iter().filter(|(_, edited)| **edited).map(|(path, _)| path.as_str()).collect();
        if !edited.is_empty() {
            message.body = format!("{}\n\nWith later edits by hand in {}", message.body, edited.join(", "));
        }
        let new: Vec<_> = group.iter().flat_map(Pending::new_paths).collect();
        let author = last.note.author.as_ref().map(|(name, mail)| (name.as_str(), mail.as_str()));
        let stamping = Stamping { author, when: last.note.when.as_deref() };
        let paths: Vec<RelPath> = paths.into_iter().collect();
        if let Some(theirs) = group.iter().rev().find_map(|change| change.note.joins.as_ref()) {
            return self.join(theirs, &message, &paths, stamping);
        }
        self.commit_known(&message, &paths, &new, stamping)
    }
}

/// Groups changes that share a file, directly or through others.
fn together(waiting: Vec<Pending>) -> Vec<Vec<Pending>> {
    let mut groups: Vec<Vec<Pending>> = Vec::new();
    for change in waiting {
        let shares = |group: &Vec<Pending>| group.iter().any(|other| other.shares_a_file_with(&change));
        let (shared, mut apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(shares);
        let mut group: Vec<_> = shared.into_iter().flatten().collect();
        group.push(change);
        apart.push(group);
        groups = apart;
    }
    groups.sort_by_key(|group| group.first().map(Pending::number));
    groups
}

/// What a change made of a file and what git made of it meanwhile, as two copies of a book are brought together.
pub(super) fn together_again(
    path: &RelPath,
    before: Option<&[u8]>,
    ours: &[u8],
    theirs: Option<&[u8]>,
) -> Option<Vec<u8>> {
    let versions = Versions { base: before, ours: Some(ours), theirs };
    let merged = merge_file(path, versions, &Settlement::default(), &|_| false).ok()?;
    merged.bytes.filter(|_| merged.conflicts.is_empty())
}

/// What stands neither in a commit of its own nor in the files as it was written.
fn overtaken(lock: &Lock, group: &[Pending]) -> Result<Option<Problem>, Problem> {
    let Some(last) = group.last() else { return Ok(None) };
    let edited = last.edited_since(lock.book())?;
    let Some(first) = edited.first() else { return Ok(None) };
    let names: Vec<_> = edited.iter().map(RelPath::as_str).collect();
    let problem = Problem::refused(
        "change-overtaken",
        "somebody else, or git, wrote other files in place of those that a change wrote",
    )
    .at(Place::file(first.as_str()))
    .because(last.note.message.subject.as_str())
    .because(names.join(", "))
    .remedy("look whether the change is in them, and repeat the command if it is not");
    Ok(Some(problem.warning()))
}

/// What was taken out of the files, and contradicts what stands in them now.
fn stands_beside(change: &Pending, returned: &Returned) -> Option<Problem> {
    let (path, _) = returned.beside.first()?;
    let mut problem = Problem::refused(
        "change-contradicted",
        "a change that git took out of the files contradicts what stands in them now",
    )
    .at(Place::file(path.as_str()))
    .because(change.note.message.subject.as_str());
    for (path, beside) in &returned.beside {
        problem = problem.because(format!("what it made of {path} stands in {beside}"));
    }
    Some(problem.remedy("take over what is missing, then remove the file beside").warning())
}

/// What was taken out of the files, and stands in them again.
fn brought_back(change: &Pending, returned: &Returned) -> Option<Problem> {
    let names: Vec<_> = returned.brought.iter().map(RelPath::as_str).collect();
    (!names.is_empty()).then(|| {
        Problem::refused(
            "change-brought-back",
            "a change that git took out of the files stands in them again",
        )
        .because(change.note.message.subject.as_str())
        .because(names.join(", "))
        .remedy("jobbook undo, if it was to go")
        .warning()
    })
}

fn not_recorded(mut problem: Problem) -> Problem {
    problem.message = format!("the change is made, but not yet recorded in git: {}", problem.message);
    problem.remedy("the next jobbook command tries again").warning()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::test_book::{TestBook, path};
    use super::*;
    use crate::book::disk::RealDisk;
    use crate::book::lock::Holder;
    use crate::book::transaction::{Note, Transaction};

    const JOB: &str = "jobs/2026/000/J-2026-00017.yaml";

    fn lock(book: &TestBook) -> Lock {
        let holder = Holder { person: "Ada".into(), command: "x".into(), pid: 1, since: "now".into() };
        Lock::acquire(book.path(), &holder, Duration::ZERO).unwrap()
    }

    fn change(book: &TestBook, subject: &str, files: &[(&str, Option<&str>)]) {
        let mut change = Transaction::new();
        for (name, text) in files {
            match text {
                Some(text) => change.write(path(name), *text),
                None => change.remove(path(name)),
            }
        }
        let message = CommitMessage::new(subject).trailer("By", "Ada");
        change.record_as(Note {
            message,
            author: Some(("Ada".into(), "ada@example.org".into())),
            when: Some("2026-05-02T09:00:00+02:00".into()),
            joins: None,
            erases: false,
        });
        change.commit(&lock(book), &mut RealDisk::new()).unwrap();
    }

    fn flush(book: &TestBook) -> Flushed {
        book.open().flush_pending(&lock(book), &mut RealDisk::new()).unwrap()
    }

    fn subjects(book: &TestBook) -> String {
        book.git(&["log", "--format=%s", "--reverse"])
    }

    #[test]
    fn a_change_becomes_one_commit_of_exactly_its_files() {
        let book = TestBook::with_commit(&[(JOB, "1"), ("outbox/ready/1.eml", "mail"), ("other", "1")]);
        book.write("other", "2");
        book.git(&["add", "other"]);
        change(
            &book,
            "J-2026-00017: send quote",
            &[(JOB, Some("2")), ("outbox/ready/1.eml", None), ("outbox/sent/1.eml", Some("mail"))],
        );
        let flushed = flush(&book);
        assert_eq!((flushed.commits.len(), flushed.waiting, flushed.warnings.len()), (1, 0, 0));
        assert_eq!(
            book.git(&[
                "show",
                "--no-renames",
                "--format=%s|%an|%aI|%(trailers:key=By,valueonly)",
                "--name-status"
            ]),
            format!(
                "J-2026-00017: send quote|Ada|2026-05-02T09:00:00+02:00|Ada\n\n\nM\t{JOB}\nD\toutbox/ready/1.eml\nA\toutbox/sent/1.eml\n"
            )
        );
        assert_eq!(book.git(&["status", "--short"]), "M  other\n");
        assert!(flush(&book).commits.is_empty());
    }

    #[test]
    fn a_hook_that_refuses_leaves_the_change_waiting_and_the_next_command_records_it() {
        let book = TestBook::with_commit(&[(JOB, "1")]);
        book.hook("pre-commit", "echo x >> .git/tries; echo 'not on Sundays' >&2; exit 1");
        change(&book, "first", &[(JOB, Some("2")), ("new", Some("1"))]);
        let flushed = flush(&book);
        assert_eq!((flushed.commits.len(), flushed.waiting), (0, 1));
        let warning = &flushed.warnings[0];
        assert_eq!((warning.code, warning.severity), ("git-refused", crate::problem::Severity::Warning));
        assert!(warning.causes.contains(&"not on Sundays".to_string()), "{warning:?}");
        assert_eq!(book.read(JOB), "2");
        assert_eq!(book.read(".git/tries"), "x\n", "the hook ran once");
        book.remove(".git/hooks/pre-commit");
        change(&book, "second", &[("other", Some("1"))]);
        assert_eq!(flush(&book).commits.len(), 2);
        assert_eq!(subjects(&book), "before\nfirst\nsecond\n");
        assert_eq!(book.git(&["status", "--short"]), "");
    }

    #[test]
    fn changes_of_one_file_that_waited_together_are_one_commit_that_tells_both() {
        let book = TestBook::with_commit(&[(JOB, "1")]);
        book.hook("pre-commit", "exit 1");
        change(&book, "first", &[(JOB, Some("2"))]);
        change(&book, "apart", &[("other", Some("1"))]);
        change(&book, "third", &[(JOB, Some("3"))]);
        assert_eq!(flush(&book).waiting, 3);
        // What waits is nobody's edit by hand.
        assert_eq!(book.open().hand_edits(&[path(JOB)]).unwrap(), []);
        book.remove(".git/hooks/pre-commit");
        assert_eq!(flush(&book).waiting, 0);
        assert_eq!(subjects(&book), "before\nfirst (and 1 more)\napart\n");
        assert!(book.git(&["log", "--format=%b"]).contains("- third"));
    }

    #[test]
    fn an_edit_by_hand_while_the_change_waited_is_named_in_its_commit() {
        let book = TestBook::with_commit(&[(JOB, "1")]);
        change(&book, "first", &[(JOB, Some("2"))]);
        book.write(JOB, "3");
        flush(&book);
        assert!(
            book.git(&["log", "-1", "--format=%b"]).contains(&format!("With later edits by hand in {JOB}"))
        );
    }

    #[test]
    fn during_a_merge_the_change_waits() {
        let book = TestBook::with_commit(&[("a", "1"), (JOB, "1")]);
        book.git(&["checkout", "-qb", "side"]);
        book.write("a", "2");
        book.git(&["commit", "-qam", "side"]);
        book.git(&["checkout", "-q", "main"]);
        book.write("a", "3");
        book.git(&["commit", "-qam", "main"]);
        assert!(!book.try_git(&["merge", "-q", "side"]).0);
        change(&book, "meanwhile", &[(JOB, Some("2"))]);
        let flushed = flush(&book);
        assert_eq!((flushed.waiting, flushed.warnings[0].code), (1, "git-busy"));
        book.git(&["merge", "--abort"]);
        assert_eq!(flush(&book).waiting, 0);
        assert!(subjects(&book).ends_with("meanwhile\n"));
    }

    #[test]
    fn ignored_files_are_recorded_and_files_gone_again_hold_nothing_up() {
        let book = TestBook::with_commit(&[(".gitignore", "sending/\n"), (JOB, "1")]);
        change(&book, "send", &[("sending/1.eml", Some("1")), ("new", Some("1")), (JOB, Some("2"))]);
        assert_eq!(flush(&book).waiting, 0);
        assert_eq!(
            book.git(&["show", "--format=%s", "--name-only"]),
            format!("send\n\n{JOB}\nnew\nsending/1.eml\n")
        );
        change(&book, "gone", &[("passing", Some("1"))]);
        book.remove("passing");
        let flushed = flush(&book);
        assert_eq!((flushed.waiting, flushed.commits.len()), (0, 0));
        assert_eq!(flushed.warnings[0].code, "change-overtaken", "it stands nowhere");
    }

    #[test]
    fn the_first_change_of_a_new_repository_is_its_first_commit() {
        let book = TestBook::new();
        change(&book, "first", &[(JOB, Some("1")), ("Büro und so.toml", Some("1"))]);
        assert_eq!(flush(&book).commits.len(), 1);
        assert_eq!(subjects(&book), "first\n");
        assert_eq!(book.git(&["status", "--short"]), "");
    }

    #[test]
    fn a_commit_made_just_before_the_crash_is_not_made_again() {
        let book = TestBook::with_commit(&[(JOB, "1")]);
        change(&book, "first", &[(JOB, Some("2"))]);
        book.git(&["commit", "-qam", "first"]);
        let flushed = flush(&book);
        assert_eq!((flushed.waiting, flushed.commits.len()), (0, 0));
        assert_eq!(subjects(&book), "before\nfirst\n");
    }
}
