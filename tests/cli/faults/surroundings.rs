//! What surrounds a book is damaged: the command's change is kept, the situation explained, and what waited for git is
//! recorded as soon as it is mended.

use std::os::unix::fs::PermissionsExt;

use super::office;
use crate::office::{Answer, Office, run_in};

pub(super) const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";
const WAITS: &str = "the change is made, but not yet recorded in git";

pub(super) fn note(office: &Office, text: &str) -> Answer {
    office.run(["job", "note", "1", text])
}

pub(super) fn hook(office: &Office, name: &str, script: &str) {
    let file = office.path(&format!(".git/hooks/{name}"));
    std::fs::create_dir_all(file.parent().expect("a folder")).expect("hooks");
    std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).expect("a hook");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).expect("a program");
}

/// Runs git in the book, whatever it says.
pub(super) fn git(office: &Office, arguments: &[&str]) -> Answer {
    run_in(&office.path(""), std::process::Command::new("git").args(arguments))
}

/// A change under such circumstances is kept and explained; once they are mended, the next command records it.
#[track_caller]
fn waits(office: &Office, said: &[&str], mend: impl FnOnce(&Office)) {
    let head = office.git(["rev-parse", "HEAD"]);
    let answer = note(office, "meanwhile");
    let told = format!("{}{}", answer.out, answer.err);
    assert_eq!(answer.code, 0, "{told}");
    assert!(office.read(JOB).contains("meanwhile"), "{told}");
    assert_eq!(office.git(["rev-parse", "HEAD"]), head, "{told}");
    for text in said.iter().chain(&[WAITS, "the next jobbook command tries again"]) {
        assert!(answer.err.contains(text), "{text:?} is not said:\n{told}");
    }
    let checked = office.run(["check"]);
    assert_eq!(checked.code, 0, "{}{}", checked.out, checked.err);
    assert!(
        checked.err.contains("[commits-waiting]") && checked.err.contains("J-2026-00001: noted"),
        "{}",
        checked.err
    );
    mend(office);
    let answer = note(office, "afterwards");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{}", answer.out);
    let subjects = office.git(["log", "--format=%s", "-2"]);
    assert_eq!(subjects, "J-2026-00001: noted\nJ-2026-00001: noted\n");
    assert_eq!(office.git(["show", &format!("HEAD:{JOB}")]), office.read(JOB));
    assert!(!office.git(["show", &format!("HEAD~:{JOB}")]).contains("afterwards"));
    assert_eq!(office.ok(["check"]), "2 files are sound\n");
}

#[test]
fn hooks_that_fail_leave_the_change_waiting() {
    for name in ["pre-commit", "commit-msg"] {
        let office = office();
        hook(&office, name, "echo 'not on Sundays' >&2; exit 1");
        waits(&office, &["not on Sundays", "mend what git or its hook complains about"], |office| {
            std::fs::remove_file(office.path(&format!(".git/hooks/{name}"))).expect("the hook");
        });
        assert_eq!(office.git(["status", "--porcelain"]), "");
    }
}

#[test]
fn signing_that_fails_leaves_the_change_waiting() {
    let office = office();
    office.git(["config", "commit.gpgSign", "true"]);
    office.git(["config", "gpg.program", "/bin/false"]);
    waits(&office, &["gpg failed to sign"], |office| {
        office.git(["config", "--unset", "commit.gpgSign"]);
    });
}

#[test]
fn a_lock_of_git_that_lies_there_leaves_the_change_waiting() {
    let office = office();
    office.write(".git/index.lock", "");
    waits(&office, &[".git/index.lock", "if none is running, delete that file"], |office| {
        std::fs::remove_file(office.path(".git/index.lock")).expect("the lock");
    });
}

#[test]
fn an_index_of_git_that_is_damaged_leaves_the_change_waiting() {
    for damage in ["emptied", "cut", "another file"] {
        let office = office();
        let index = office.path(".git/index");
        let bytes = std::fs::read(&index).expect("the index");
        let damaged = match damage {
            "emptied" => Vec::new(),
            "cut" => bytes[..bytes.len() / 2].to_vec(),
            _ => vec![b'x'; bytes.len()],
        };
        std::fs::write(&index, damaged).expect("the index");
        waits(
            &office,
            &["git keeps what it knows of the files, is damaged", "git read-tree HEAD"],
            |office| {
                office.git(["read-tree", "HEAD"]);
            },
        );
        assert_eq!(office.git(["status", "--porcelain"]), "", "{damage}");
        assert_eq!(office.git(["fsck", "--strict", "--no-dangling"]), "", "{damage}");
    }
}

#[test]
fn git_that_is_set_to_lose_files_loses_none_by_our_commits_and_check_warns() {
    for (key, hook_is_there) in [("index.skipHash", false), ("feature.manyFiles", true)] {
        let office = office();
        office.git(["config", key, "true"]);
        assert_eq!(office.ok(["check"]), "2 files are sound\n", "one alone does no harm");
        office.git(["config", "core.splitIndex", "true"]);
        let checked = office.ok_with_warnings(["check"]).err;
        for said in ["[git-loses-files]", key, "git config core.splitIndex false", "git read-tree HEAD"] {
            assert!(checked.contains(said), "{said}: {checked}");
        }
        if hook_is_there {
            // Then it is git commit that records the change.
            hook(&office, "pre-commit", "exit 0");
        }
        for text in ["one", "two"] {
            assert_eq!(note(&office, text).code, 0);
            assert_eq!(office.git(["show", "--format=", "--name-only"]), format!("{JOB}\n"), "{key} {text}");
            assert_eq!(office.git(["-c", "index.skipHash=false", "status", "--porcelain"]), "");
        }
        office.git(["config", "core.splitIndex", "false"]);
        office.git(["read-tree", "HEAD"]);
        assert_eq!(office.ok(["check"]), "2 files are sound\n");
        assert_eq!(office.git(["status", "--porcelain"]), "");
    }
}

/// A branch whose change of a file contradicts main's.
fn contradicting(office: &Office) {
    office.write("notes.txt", "begun\n");
    office.git(["add", "-A"]);
    office.git(["commit", "-qm", "Begun"]);
    office.git(["checkout", "-qb", "side"]);
    office.write("notes.txt", "side\n");
    office.git(["commit", "-qam", "Side"]);
    office.git(["checkout", "-q", "-"]);
    office.write("notes.txt", "here\n");
    office.git(["commit", "-qam", "Here"]);
}

#[test]
fn a_merge_rebase_or_cherry_pick_under_way_leaves_the_change_waiting() {
    for (begin, name, abort) in [
        (&["merge", "-q", "side"][..], "merge", &["merge", "--abort"][..]),
        (&["rebase", "-q", "side"], "rebase", &["rebase", "--abort"]),
        (&["cherry-pick", "side"], "cherry-pick", &["cherry-pick", "--abort"]),
    ] {
        let office = office();
        contradicting(&office);
        assert_ne!(git(&office, begin).code, 0, "{name} has a conflict");
        let words = format!("a {name} is under way in the repository");
        let answer = note(&office, "meanwhile");
        assert_eq!(answer.code, 0, "{}", answer.err);
        assert!(answer.err.contains(WAITS) && answer.err.contains(&words), "{}", answer.err);
        assert!(answer.err.contains("`git status` tells how"), "{}", answer.err);
        let checked = office.ok_with_warnings(["check"]);
        assert!(checked.err.contains("[commits-waiting]") && checked.err.contains(&words), "{}", checked.err);
        assert!(office.read(JOB).contains("meanwhile"));
        assert_eq!(git(&office, abort).code, 0);
        let answer = note(&office, "afterwards");
        assert_eq!(answer.code, 0, "{}", answer.err);
        // Giving up a rebase takes everything out of the files that is not recorded; jobbook has kept it.
        assert_eq!(answer.err.contains("[change-brought-back]"), name == "rebase", "{}", answer.err);
        let text = office.read(JOB);
        assert!(text.contains("meanwhile") && text.contains("afterwards"), "{name}: {text}");
        assert_eq!(office.git(["status", "--porcelain"]), "", "{name}");
        assert_eq!(office.git(["show", &format!("HEAD:{JOB}")]), office.read(JOB));
        assert!(
            office
                .git(["log", "-2", "--format=%s"])
                .starts_with("J-2026-00001: noted\nJ-2026-00001: noted\n")
        );
    }
}

#[test]
fn what_was_changed_upon_a_rebase_that_is_given_up_is_put_upon_what_was_before() {
    let office = office();
    contradicting(&office);
    office.git(["checkout", "-q", "side"]);
    office.ok(["job", "note", "1", "of the side"]);
    office.ok(["job", "set", "1", "--work-order", "side-1"]);
    office.git(["checkout", "-q", "-"]);
    office.ok(["job", "note", "1", "of here"]);
    let before = office.read(JOB);
    assert_ne!(git(&office, &["rebase", "-q", "side"]).code, 0, "it has a conflict");
    assert!(office.read(JOB).contains("of the side"));
    for command in [
        &["job", "note", "1", "meanwhile"][..],
        &["job", "note", "1", "meanwhile again"],
        &["client", "new", "Old Mill"],
        &["job", "set", "1", "--work-order", "meanwhile-2"],
    ] {
        let answer = office.run(command.iter().copied());
        assert!(answer.code == 0 && answer.err.contains(WAITS), "{command:?}: {}", answer.err);
    }
    assert_eq!(git(&office, &["rebase", "--abort"]).code, 0);
    assert_eq!(office.read(JOB), before);

    let answer = note(&office, "afterwards");
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(answer.err.contains("[change-brought-back]"), "{}", answer.err);
    let text = office.read(JOB);
    for (said, times) in [("of here", 1), ("meanwhile again", 1), ("meanwhile\n", 1), ("afterwards", 1)] {
        assert_eq!(text.matches(said).count(), times, "{said}: {text}");
    }
    assert!(!text.contains("of the side"), "{text}");
    // One value that the change found there is not there any more: what the change made of it stands beside.
    assert!(answer.err.contains("[change-contradicted]"), "{}", answer.err);
    let beside = format!("{JOB}.jobbook-recovered");
    assert!(answer.err.contains(&beside) && !text.contains("meanwhile-2"), "{}", answer.err);
    assert!(office.read(&beside).contains("meanwhile-2"));
    std::fs::remove_file(office.path(&beside)).expect("the file beside");
    assert_eq!(office.ok(["check"]), "3 files are sound\n");
    assert_eq!(office.git(["status", "--porcelain"]), "");
    assert_eq!(office.git(["show", &format!("HEAD:{JOB}")]), text);
    assert_eq!(office.git(["ls-files", "--", ".jobbook"]), "");
    let left: Vec<_> = std::fs::read_dir(office.path(".jobbook/pending")).into_iter().flatten().collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_merge_that_is_finished_takes_the_change_along_and_nothing_is_recorded_twice() {
    let office = office();
    contradicting(&office);
    assert_ne!(git(&office, &["merge", "-q", "side"]).code, 0);
    assert_eq!(note(&office, "meanwhile").code, 0);
    office.write("notes.txt", "both\n");
    office.git(["commit", "-qam", "Both"]);
    let answer = note(&office, "afterwards");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(office.git(["log", "-2", "--format=%s"]), "J-2026-00001: noted\nBoth\n");
    assert_eq!(office.git(["status", "--porcelain"]), "");
    assert_eq!(office.ok(["check"]), "2 files are sound\n");
}

#[test]
fn a_detached_head_records_the_change_and_says_where_it_is() {
    let office = office();
    let branch = office.git(["symbolic-ref", "--short", "HEAD"]).trim().to_string();
    office.git(["checkout", "-q", "--detach"]);
    let answer = note(&office, "meanwhile");
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(
        answer.err.contains("[git-no-branch]") && answer.err.contains("git switch -c rescued"),
        "{}",
        answer.err
    );
    assert_eq!(office.last_commit(), "J-2026-00001: noted");
    assert_eq!(office.git(["status", "--porcelain"]), "");
    assert!(office.ok_with_warnings(["check"]).err.contains("[git-no-branch]"));
    // As it is advised:
    office.git(["switch", "-q", "-c", "rescued"]);
    office.git(["switch", "-q", &branch]);
    office.git(["merge", "-q", "rescued"]);
    assert!(office.read(JOB).contains("meanwhile"));
    let answer = note(&office, "afterwards");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
}

#[test]
fn a_dirty_tree_and_staged_changes_stay_the_users() {
    let office = office();
    office.write("notes.txt", "begun\n");
    office.git(["add", "-A"]);
    office.git(["commit", "-qm", "Begun"]);
    office.write("notes.txt", "staged\n");
    office.git(["add", "notes.txt"]);
    office.write("notes.txt", "staged and changed\n");
    office.write("loose.txt", "nobody's\n");
    let client = "clients/00/C-0001.yaml";
    office.replace(client, "Linden Bakery", "Linden & Sons Bakery");
    let answer = note(&office, "meanwhile");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(office.git(["status", "--porcelain"]), format!(" M {client}\nMM notes.txt\n?? loose.txt\n"));
    assert_eq!(office.git(["show", ":notes.txt"]), "staged\n");
    assert_eq!(office.git(["show", "--format=", "--name-only", "HEAD"]), format!("{JOB}\n"));
    // What was staged of the command's own file was an edit by hand, and is recorded as such.
    office.replace(JOB, "title: Shop door does not close", "title: Shop door closes");
    office.git(["add", JOB]);
    let answer = note(&office, "afterwards");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(
        office.git(["log", "-2", "--format=%s"]),
        format!("J-2026-00001: noted\nEdited by hand: {JOB}\n")
    );
    assert_eq!(office.git(["status", "--porcelain"]), format!(" M {client}\nMM notes.txt\n?? loose.txt\n"));
}

#[test]
fn without_the_program_git_the_change_is_made_and_recorded_later() {
    let office = office();
    let nowhere = office.path(".git/no-programs");
    std::fs::create_dir(&nowhere).expect("a folder");
    let mut command = office.command(["job", "note", "1", "meanwhile"]);
    command.env("PATH", &nowhere);
    let answer = run_in(&office.path(""), &mut command);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(office.read(JOB).contains("meanwhile"));
    for text in [WAITS, "the program `git` was not found", "install `git`"] {
        assert!(answer.err.contains(text), "{}", answer.err);
    }
    let mut command = office.command(["check"]);
    command.env("PATH", &nowhere);
    let checked = run_in(&office.path(""), &mut command);
    assert_eq!(checked.code, 0, "{}", checked.err);
    assert!(
        checked.err.contains("[git-missing]") && checked.err.contains("[commits-waiting]"),
        "{}",
        checked.err
    );
    let answer = note(&office, "afterwards");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_eq!(office.git(["log", "-2", "--format=%s"]), "J-2026-00001: noted\nJ-2026-00001: noted\n");
    assert_eq!(office.git(["status", "--porcelain"]), "");
}

#[test]
fn what_git_never_takes_holds_up_nobody_and_check_says_what_to_do() {
    let office = office();
    // The hook refuses whatever touches the first job.
    hook(
        &office,
        "pre-commit",
        &format!(
            "if git diff --cached --name-only | grep -q {JOB}; then echo 'this one never' >&2; exit 1; fi"
        ),
    );
    let answer = note(&office, "refused");
    assert!(answer.code == 0 && answer.err.contains("this one never"), "{}", answer.err);
    for title in ["Second door", "Third door"] {
        let answer = office.run(["job", "new", "C-0001", title]);
        assert_eq!(answer.code, 0, "{}", answer.err);
        assert!(answer.err.contains("what waits: J-2026-00001: noted"), "{}", answer.err);
    }
    let subjects = office.git(["log", "-2", "--format=%s"]);
    assert!(subjects.starts_with("J-2026-00003") && subjects.contains("\nJ-2026-00002"), "{subjects}");
    assert_eq!(office.git(["status", "--porcelain"]), format!(" M {JOB}\n"));
    let checked = office.ok_with_warnings(["check"]).err;
    assert!(checked.contains("1 change waits to be recorded by git [commits-waiting]"), "{checked}");
    let way_out = ".jobbook/pending/1.json";
    assert!(
        checked.contains("J-2026-00001: noted") && checked.contains(&format!("delete {way_out}")),
        "{checked}"
    );
    std::fs::remove_file(office.path(way_out)).expect("the entry");
    assert_eq!(office.ok(["check"]), "4 files are sound\n");
    assert!(office.read(JOB).contains("refused"), "the change stays");
    assert_eq!(office.run(["job", "new", "C-0001", "Fourth door"]).code, 0);
    let left: Vec<_> =
        std::fs::read_dir(office.path(".jobbook/pending")).expect("a folder").flatten().collect();
    assert!(left.is_empty(), "what was kept for it is gone: {left:?}");
}

#[test]
fn a_folder_that_cannot_be_written_shows_and_refuses_to_change() {
    let office = office();
    let run = |words: &[&str]| {
        let mut command = office.command(words.iter().copied());
        command.env("JOBBOOK_MISHAP", "erofs@0-");
        // Git is counted as well: a book is shown without it.
        run_in(&office.path(""), &mut command)
    };
    let before = office.files();
    for shown in [&["today"][..], &["job", "list"], &["job", "show", "1"], &["search", "door"]] {
        let answer = run(shown);
        assert_eq!(answer.code, 0, "{shown:?}: {}", answer.err);
        assert!(!answer.out.is_empty());
    }
    let answer = run(&["job", "note", "1", "meanwhile"]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    assert!(answer.err.contains("the disk is read-only") && answer.err.contains("try: "), "{}", answer.err);
    assert_eq!(office.files(), before);
    let answer = note(&office, "afterwards");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
}

/// Whether modes of files bind this user: an administrator may write everywhere.
fn modes_bind(office: &Office) -> bool {
    let folder = office.path(".git/locked");
    std::fs::create_dir(&folder).expect("a folder");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o555)).expect("a mode");
    std::fs::write(folder.join("x"), "").is_err()
}

#[test]
fn a_folder_without_the_right_to_write_refuses_and_names_the_file() {
    let office = office();
    if !modes_bind(&office) {
        // Then the same is tried by `a_folder_that_cannot_be_written_shows_and_refuses_to_change` alone.
        return;
    }
    let folder = office.path("jobs/2026/000");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o555)).expect("a mode");
    let before = office.files();
    let answer = note(&office, "meanwhile");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).expect("a mode");
    assert!(answer.code == 3 && answer.err.contains(JOB), "{}", answer.err);
    assert_eq!(office.files(), before);
    assert_eq!(note(&office, "afterwards").err, "");
}

#[test]
fn a_damaged_index_is_made_anew_and_never_believed() {
    type Damage = fn(&Office, &std::path::Path);
    let damages: [(&str, Damage); 6] = [
        ("cut off", |_, file| {
            let bytes = std::fs::read(file).expect("the index");
            std::fs::write(file, &bytes[..bytes.len() / 2]).expect("half of it");
        }),
        ("empty", |_, file| std::fs::write(file, "").expect("nothing")),
        ("random", |_, file| {
            let mut number = 4711_u32;
            let random: Vec<u8> = std::iter::repeat_with(|| {
                number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (number >> 24) as u8
            })
            .take(5000)
            .collect();
            std::fs::write(file, random).expect("noise");
        }),
        ("one byte", |_, file| {
            let mut bytes = std::fs::read(file).expect("the index");
            let middle = bytes.len() / 2;
            bytes[middle] ^= 0xff;
            std::fs::write(file, bytes).expect("a damaged index");
        }),
        ("another version", |_, file| {
            let mut bytes = std::fs::read(file).expect("the index");
            for byte in bytes.iter_mut().take(16) {
                *byte = byte.wrapping_add(1);
            }
            std::fs::write(file, bytes).expect("another version");
        }),
        ("a folder", |_, file| {
            std::fs::remove_file(file).expect("the index");
            std::fs::create_dir(file).expect("a folder");
            std::fs::write(file.join("x"), "").expect("not empty");
        }),
    ];
    for (what, damage) in damages {
        for name in ["index", "names", "rules"] {
            let office = office();
            let shown = office.ok(["job", "list"]);
            damage(&office, &office.path(&format!(".jobbook/{name}")));
            assert_eq!(office.ok(["job", "list"]), shown, "{name} {what}");
            let answer = note(&office, "meanwhile");
            assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{name} {what}");
            office.replace(JOB, "Shop door does not close", "Shop door closes");
            assert!(office.ok(["job", "list"]).contains("Shop door closes"), "{name} {what}");
            let asked =
                office.command(["__complete", "bash", "2", "job", "show", "J"]).output().expect("it runs");
            assert!(asked.status.success(), "{name} {what}");
            office.ok(["check"]);
        }
    }
}

#[test]
fn an_erasure_says_so_when_its_cache_cannot_be_removed() {
    let office = office();
    office.ok(["client", "new", "Old Mill", "--email", "mo@mill.example"]);
    office.ok(["job", "list"]);
    let index = office.path(".jobbook/index");
    std::fs::remove_file(&index).expect("the index");
    std::fs::create_dir(&index).expect("a folder");
    let answer = office.run(["client", "erase", "2", "--reason", "request", "--yes"]);
    assert!(answer.code != 0 && answer.err.contains(".jobbook/index"), "{}{}", answer.out, answer.err);
    assert!(office.read("clients/00/C-0002.yaml").contains("Old Mill"), "nothing is half erased");
    std::fs::remove_dir(&index).expect("the folder");
    office.ok(["client", "erase", "2", "--reason", "request", "--yes"]);
}

#[test]
fn a_missing_workplace_or_journal_is_made_anew() {
    for gone in [".jobbook", ".jobbook/journal", ".jobbook/pending", ".jobbook/lock"] {
        let office = office();
        assert_eq!(note(&office, "before").code, 0);
        let path = office.path(gone);
        if path.is_dir() {
            std::fs::remove_dir_all(&path).expect("the folder");
        } else {
            std::fs::remove_file(&path).expect("the file");
        }
        let answer = note(&office, "afterwards");
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "without {gone}");
        assert_eq!(office.git(["status", "--porcelain"]), "", "without {gone}");
        assert_eq!(office.ok(["check"]), "2 files are sound\n");
    }
}

#[test]
fn a_damaged_file_is_refused_by_whatever_command_names_its_job() {
    let office = office();
    let text = office.read(JOB);
    // Another that the number may mean, and that is open.
    office.write("jobs/2025/000/J-2025-00001.yaml", &text.replace("J-2026-00001", "J-2025-00001"));
    office.write(JOB, &format!("{text}stage: [\n"));
    for verb in [&["log"][..], &["unseal"], &["due"], &["why"], &["job", "show"], &["job", "note"]] {
        for named in ["1", "J-2026-00001"] {
            let more = match verb {
                ["job", "note"] => &["hello"][..],
                ["unseal"] => &["--reason", "it was paid late"],
                _ => &[],
            };
            let answer = office.run(verb.iter().copied().chain([named]).chain(more.iter().copied()));
            assert!(answer.code == 3 && answer.out.is_empty(), "{verb:?} {named}: {}", answer.out);
            assert!(answer.err.contains(JOB), "{verb:?} {named}: {}", answer.err);
        }
    }
}

#[test]
fn rules_that_were_kept_are_those_of_the_files() {
    let office = office();
    let kept = office.path(".jobbook/rules");
    office.ok(["job", "list"]);
    // From the disk's next tick on it tells of each change, and the texts need not be read.
    std::thread::sleep(std::time::Duration::from_millis(50));
    office.ok(["job", "list"]);
    let first = std::fs::read(&kept).expect("the rules are kept");
    let shown = office.ok(["workflow", "show", "service-call"]);
    assert_eq!(office.ok(["workflow", "show", "service-call"]), shown);
    assert_eq!(std::fs::read(&kept).expect("the rules"), first, "nothing is written twice");

    // A file that changes counts at once, a new one too, and so does one that is not sound.
    office.replace("workflows/service-call.toml", "title", "# as people call it\ntitle");
    assert_eq!(office.ok(["workflow", "show", "service-call"]), shown);
    assert_ne!(std::fs::read(&kept).expect("the rules"), first);
    office.replace("jobbook.toml", "name     = \"", "name     = \"New ");
    assert!(office.ok(["job", "list"]).contains("Shop door"));
    let text = office.read("workflows/service-call.toml");
    office.write("workflows/service-call.toml", &text.replace("[[stage]]", "[[stage"));
    for _ in 0..2 {
        let answer = office.run(["job", "list"]);
        assert!(answer.code != 0 && answer.err.contains("workflows/service-call.toml"), "{}", answer.err);
    }
    office.write("workflows/service-call.toml", &text);

    // As many bytes as before, and by the clock as old: it is another file all the same.
    office.ok(["job", "list"]);
    std::thread::sleep(std::time::Duration::from_millis(50));
    office.ok(["job", "list"]);
    let file = office.path("workflows/service-call.toml");
    let modified = std::fs::metadata(&file).and_then(|found| found.modified()).expect("a time");
    office.write("workflows/service-call.toml", &text.replace("[[stage]]", "[[stage]-"));
    let opened = std::fs::File::options().write(true).open(&file);
    opened.and_then(|file| file.set_modified(modified)).expect("the time of before");
    assert_ne!(office.run(["job", "list"]).code, 0);
    office.write("workflows/service-call.toml", &text);

    // What is wrong without stopping anybody is told each time.
    let team = office.read("team.toml");
    office.replace("team.toml", "\"logistics\", ", "");
    for _ in 0..2 {
        let answer = office.run(["job", "list"]);
        assert!(answer.code == 0 && answer.err.contains("[role-unknown]"), "{}", answer.err);
    }
    office.write("team.toml", &team);
    assert_eq!(office.run(["job", "list"]).err, "");

    // A letter that a workflow names and nobody has written is told, also when it was there before.
    office.write("templates/mail/en/reminder-of-ours.txt", "Subject: Ours\n\nHello\n");
    office.replace("workflows/service-call.toml", "\"conduct-notice\"", "\"reminder-of-ours\"");
    let sound = office.run(["job", "list"]);
    std::fs::remove_file(office.path("templates/mail/en/reminder-of-ours.txt")).expect("the letter");
    let missing = office.run(["job", "list"]);
    assert_eq!((sound.code, sound.err.as_str()), (0, ""), "{}", sound.out);
    assert!(missing.err.contains("reminder-of-ours"), "{}", missing.err);
}

#[test]
fn half_written_files_of_the_journal_mean_nothing() {
    let office = office();
    assert_eq!(note(&office, "before").code, 0);
    for (name, text) in [
        (".jobbook/journal/7-new-0", "format: 1\nid: J-2026"),
        (".jobbook/journal/7-old-0", "half"),
        (".jobbook/journal/7-draft", "{\"format\": 1, \"targ"),
        (".jobbook/journal/odd", "nobody's"),
        (".jobbook/lock.holder", "{\"person\": \"a"),
        (".jobbook/lock.holder.jobbook-new-99", "{"),
        (".jobbook/names.jobbook-new-99", "half"),
    ] {
        office.write(name, text);
    }
    let answer = note(&office, "afterwards");
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let mut left: Vec<String> = crate::office::files_below(&office.path(".jobbook")).into_keys().collect();
    left.retain(|name| {
        !["index", "names", "rules", "lock", "last-commit", ".gitignore", "journal/odd"]
            .contains(&name.as_str())
    });
    assert_eq!(left, [""; 0]);
    assert_eq!(office.ok(["check"]), "2 files are sound\n");
}

#[test]
fn a_record_of_the_journal_that_cannot_be_read_stops_changes_and_says_what_to_do() {
    let office = office();
    let before = office.read(JOB);
    office.write(".jobbook/journal/7-record", "{\"format\": 1, \"targ");
    let answer = note(&office, "meanwhile");
    assert!(answer.code == 3 && answer.err.contains("[journal-damaged]"), "{}", answer.err);
    assert!(answer.err.contains("delete .jobbook/journal/7-record"), "{}", answer.err);
    assert_eq!(office.read(JOB), before);
    std::fs::remove_file(office.path(".jobbook/journal/7-record")).expect("the record");
    assert_eq!(note(&office, "afterwards").err, "");
    // One that waits for git stops nothing.
    office.write(".jobbook/pending/9.json", "{");
    let answer = note(&office, "once more");
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(
        answer.err.contains("[journal-damaged]") && answer.err.contains("pending/9.json"),
        "{}",
        answer.err
    );
    assert_eq!(office.git(["status", "--porcelain"]), "");
}
