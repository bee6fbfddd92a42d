//! A crash, a full disk or a power cut at every single step: the book is as before or as after, never between.

#![allow(clippy::disallowed_methods, reason = "a test looks at the disk and starts processes itself")]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::*;
use crate::book::disk::faulty::{Fault, FaultyDisk};
use crate::book::disk::{Disk, RealDisk, RelPath};
use crate::book::git::CommitMessage;
use crate::book::lock::{Holder, Lock};

type Snapshot = BTreeMap<String, String>;

fn path(text: &str) -> RelPath {
    RelPath::new(text).unwrap()
}

fn lock(book: &Path) -> Lock {
    let holder = Holder { person: "Ada".into(), command: "jobbook".into(), pid: 1, since: "now".into() };
    Lock::acquire(book, &holder, Duration::from_secs(5)).unwrap()
}

fn write(book: &Path, name: &str, text: &str) {
    fs::create_dir_all(book.join(name).parent().unwrap()).unwrap();
    fs::write(book.join(name), text).unwrap();
}

fn book() -> tempfile::TempDir {
    let book = tempfile::tempdir().unwrap();
    write(book.path(), "jobs/2026/000/J-2026-00001.yaml", "job before");
    write(book.path(), "clients/00/C-0001.yaml", "client before");
    write(book.path(), "outbox/ready/1.eml", "mail");
    write(book.path(), "jobbook.toml", "untouched");
    book
}

/// Every file of the book but the program's own.
fn snapshot(book: &Path) -> Snapshot {
    walkdir::WalkDir::new(book)
        .into_iter()
        .filter_entry(|entry| entry.file_name() != ".jobbook")
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(book).unwrap().to_str().unwrap().to_string();
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

/// Rewrites two files, moves one, and makes one in a new folder.
fn transaction() -> Transaction {
    let mut change = Transaction::new();
    change.expect(path("clients/00/C-0001.yaml"), Fingerprint::of(b"client before"));
    change.write(path("jobs/2026/000/J-2026-00001.yaml"), "job after");
    change.write(path("clients/00/C-0001.yaml"), "client after");
    change.remove(path("outbox/ready/1.eml"));
    change.write(path("outbox/sent/1.eml"), "mail");
    change.write(path("jobs/2027/000/J-2027-00001.yaml"), "new job");
    change.record_as(Note {
        message: CommitMessage::new("J-2026-00001: send quote"),
        author: None,
        when: None,
        joins: None,
        erases: false,
    });
    change
}

fn after() -> Snapshot {
    let book = book();
    transaction().commit(&lock(book.path()), &mut RealDisk::new()).unwrap();
    snapshot(book.path())
}

fn before() -> Snapshot {
    snapshot(book().path())
}

fn journal_is_empty(book: &Path) -> bool {
    fs::read_dir(book.join(".jobbook/journal")).map_or(true, |mut entries| entries.next().is_none())
}

/// For each step of the change: a fresh book, the fault there, then `examine`. Tells how many steps there are.
fn at_every_step(
    fault: Fault,
    examine: impl Fn(usize, &Path, Result<Vec<RelPath>, crate::problem::Problem>),
) {
    for step in 0.. {
        let book = book();
        let mut disk = FaultyDisk::new(fault, step);
        let result = transaction().commit(&lock(book.path()), &mut disk);
        if !disk.struck() {
            assert!(step > 20, "only {step} steps");
            return;
        }
        examine(step, book.path(), result);
    }
}

fn recover_for_good(book: &Path) -> Recovered {
    let recovered = recover(&lock(book), &mut RealDisk::new()).unwrap();
    assert!(recovered.kept.is_empty());
    assert!(journal_is_empty(book));
    assert!(recover(&lock(book), &mut RealDisk::new()).unwrap().is_empty(), "nothing to recover twice");
    recovered
}

fn is_before_or_after_with_its_note(step: usize, book: &Path) {
    let now = snapshot(book);
    let (waiting, problems) = pending(book).unwrap();
    assert!(problems.is_empty());
    if now == after() {
        assert_eq!(waiting.len(), 1, "step {step}");
        assert_eq!(waiting[0].note.message.subject, "J-2026-00001: send quote");
        assert_eq!(waiting[0].edited_since(book).unwrap(), []);
    } else {
        assert_eq!(now, before(), "step {step}");
        assert!(waiting.is_empty(), "step {step}");
    }
}

#[test]
fn all_files_change_and_the_note_waits_for_git() {
    let book = book();
    let mut written = transaction().commit(&lock(book.path()), &mut RealDisk::new()).unwrap();
    written.sort();
    assert_eq!(written.len(), 5);
    assert_ne!(after(), before());
    assert!(journal_is_empty(book.path()));
    is_before_or_after_with_its_note(0, book.path());
}

#[test]
fn a_crash_at_any_step_leaves_the_book_before_or_after_once_recovered() {
    for fault in [Fault::Death, Fault::Tear, Fault::PowerCut] {
        at_every_step(fault, |step, book, _| {
            recover_for_good(book);
            is_before_or_after_with_its_note(step, book);
        });
    }
}

#[test]
fn a_crash_during_the_recovery_from_a_crash_changes_nothing_about_that() {
    for (first, second) in
        [(Fault::Death, Fault::Death), (Fault::PowerCut, Fault::PowerCut), (Fault::Death, Fault::PowerCut)]
    {
        at_every_step(first, |step, book, _| {
            for again in 0.. {
                let mut disk = FaultyDisk::new(second, again);
                let _ = recover(&lock(book), &mut disk);
                if !disk.struck() {
                    break;
                }
            }
            recover_for_good(book);
            is_before_or_after_with_its_note(step, book);
        });
    }
}

#[test]
fn a_step_that_fails_leaves_the_book_as_before_and_the_refusal_names_file_and_cause() {
    for kind in [ErrorKind::StorageFull, ErrorKind::ReadOnlyFilesystem] {
        at_every_step(Fault::Once(kind), |step, book, result| match result {
            // What cannot be cleared away after the change is no failure of the change.
            Ok(_) => assert_eq!(snapshot(book), after(), "step {step}"),
            Err(problem) => {
                assert_eq!(snapshot(book), before(), "step {step}");
                assert!(problem.place.is_some(), "step {step}");
                let expected = if kind == ErrorKind::StorageFull { "disk-full" } else { "disk-read-only" };
                assert_eq!(problem.code, expected, "step {step}");
                assert!(!book.join("jobs/2027").exists(), "step {step}");
                assert!(recover_for_good(book).is_empty());
                is_before_or_after_with_its_note(step, book);
            }
        });
    }
}

#[test]
fn a_disk_that_refuses_from_some_step_on_leaves_the_book_before_or_after_once_it_works_again() {
    for kind in [ErrorKind::StorageFull, ErrorKind::ReadOnlyFilesystem] {
        at_every_step(Fault::Onward(kind), |step, book, result| {
            let told_unfinished = result.is_err_and(|problem| problem.code == "change-unfinished");
            if !told_unfinished && snapshot(book) != after() {
                assert_eq!(snapshot(book), before(), "step {step}");
            }
            recover_for_good(book);
            is_before_or_after_with_its_note(step, book);
        });
    }
}

/// Some disks know no second names: the old content is copied then.
struct Plain(FaultyDisk);

impl Disk for Plain {
    fn create_folder(&mut self, folder: &Path) -> std::io::Result<()> {
        self.0.create_folder(folder)
    }
    fn write_new(&mut self, file: &Path, bytes: &[u8], like: Option<&Path>) -> std::io::Result<()> {
        self.0.write_new(file, bytes, like)
    }
    fn sync_file(&mut self, file: &Path) -> std::io::Result<()> {
        self.0.sync_file(file)
    }
    fn sync_folder(&mut self, folder: &Path) -> std::io::Result<()> {
        self.0.sync_folder(folder)
    }
    fn link(&mut self, _: &Path, _: &Path) -> std::io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }
    fn rename(&mut self, from: &Path, to: &Path) -> std::io::Result<()> {
        self.0.rename(from, to)
    }
    fn remove_file(&mut self, file: &Path) -> std::io::Result<()> {
        self.0.remove_file(file)
    }
    fn remove_folder(&mut self, folder: &Path) -> std::io::Result<()> {
        self.0.remove_folder(folder)
    }
}

#[test]
fn a_disk_without_second_names_is_as_safe() {
    for fault in [Fault::Death, Fault::PowerCut, Fault::Once(ErrorKind::StorageFull)] {
        for step in 0.. {
            let book = book();
            let mut disk = Plain(FaultyDisk::new(fault, step));
            let _ = transaction().commit(&lock(book.path()), &mut disk);
            if !disk.0.struck() {
                break;
            }
            recover_for_good(book.path());
            is_before_or_after_with_its_note(step, book.path());
        }
    }
}

#[test]
fn a_hand_edit_after_the_crash_stays_and_our_version_stands_beside() {
    let client = "clients/00/C-0001.yaml";
    let beside = Cell::new(0);
    at_every_step(Fault::Death, |_, book, _| {
        write(book, client, "edited by hand");
        let recovered = recover(&lock(book), &mut RealDisk::new()).unwrap();
        assert!(journal_is_empty(book));
        let mut now = snapshot(book);
        assert_eq!(now.remove(client).as_deref(), Some("edited by hand"));
        for kept in &recovered.kept {
            assert_eq!(kept.path.as_str(), client);
            assert!(recovered.warnings().iter().any(|warning| warning.code == "edit-kept"));
            if let Some(ours) = &kept.ours {
                assert_eq!(now.remove(ours.as_str()).as_deref(), Some("client after"));
                beside.set(beside.get() + 1);
            }
        }
        let others = |mut all: Snapshot| all.remove(client).map(|_| all);
        assert!(Some(&now) == others(before()).as_ref() || Some(&now) == others(after()).as_ref(), "{now:?}");
    });
    assert!(beside.get() > 0, "the case came up");
}

#[test]
fn a_file_that_changed_in_the_meantime_stops_the_change_and_nothing_is_done() {
    let book = book();
    write(book.path(), "clients/00/C-0001.yaml", "edited by hand");
    let edited = snapshot(book.path());
    let problem = transaction().commit(&lock(book.path()), &mut RealDisk::new()).unwrap_err();
    assert_eq!((problem.code, problem.kind.exit_code()), ("changed-meanwhile", 1));
    assert_eq!(snapshot(book.path()), edited);
}

#[test]
fn a_file_only_read_or_meant_to_be_new_is_guarded_as_well() {
    let book = book();
    for (name, seen) in
        [("jobbook.toml", Fingerprint::of(b"other")), ("outbox/ready/1.eml", Fingerprint::Absent)]
    {
        let mut change = transaction();
        change.expect(path(name), seen);
        let problem = change.commit(&lock(book.path()), &mut RealDisk::new()).unwrap_err();
        assert_eq!(problem.code, "changed-meanwhile", "{name}");
    }
    assert_eq!(snapshot(book.path()), before());
}

#[test]
fn a_change_that_changes_nothing_touches_nothing() {
    let book = book();
    let mut change = Transaction::new();
    change.write(path("jobbook.toml"), "untouched");
    change.remove(path("never/was"));
    change.record_as(Note {
        message: CommitMessage::new("nothing"),
        author: None,
        when: None,
        joins: None,
        erases: false,
    });
    assert_eq!(change.commit(&lock(book.path()), &mut RealDisk::new()).unwrap(), []);
    assert!(pending(book.path()).unwrap().0.is_empty());
}

#[test]
fn the_programs_own_folder_and_a_folder_in_the_way_are_refused() {
    let book = book();
    for (name, code) in
        [(".jobbook/lock", "path-unsafe"), ("jobs", "is-a-folder"), ("jobbook.toml/x", "not-a-folder")]
    {
        let mut change = transaction();
        change.write(path(name), "x");
        let problem = change.commit(&lock(book.path()), &mut RealDisk::new()).unwrap_err();
        assert_eq!(problem.code, code, "{name}: {problem}");
        assert_eq!(snapshot(book.path()), before(), "{name}");
    }
}

#[test]
fn a_damaged_record_stops_recovery_and_says_so() {
    let book = book();
    drop(lock(book.path()));
    write(book.path(), ".jobbook/journal/1-record", "{");
    let problem = recover(&lock(book.path()), &mut RealDisk::new()).unwrap_err();
    assert_eq!(problem.code, "journal-damaged");
    let problem = transaction().commit(&lock(book.path()), &mut RealDisk::new()).unwrap_err();
    assert_eq!(problem.code, "journal-unfinished");
}

#[test]
fn a_process_that_really_dies_at_any_step_splits_nothing() {
    for step in 0.. {
        let book = book();
        fs::create_dir(book.path().join(".jobbook")).unwrap();
        write(book.path(), ".jobbook/step", &step.to_string());
        let status = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "book::transaction::crash_tests::die_at_the_step", "--ignored"])
            .current_dir(book.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        recover_for_good(book.path());
        is_before_or_after_with_its_note(step, book.path());
        if status.success() {
            assert!(step > 20, "only {step} steps");
            assert_eq!(snapshot(book.path()), after());
            return;
        }
    }
}

#[test]
#[ignore = "the other process of the test above"]
fn die_at_the_step() {
    let step = fs::read_to_string(".jobbook/step").unwrap().parse().unwrap();
    transaction().commit(&lock(Path::new(".")), &mut RealDisk::aborting_before(step)).unwrap();
}
