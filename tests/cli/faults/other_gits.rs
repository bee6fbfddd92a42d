//! Other gits at work in the book at the same moment: what a command told as done is there, or told with what brings it
//! back.

use super::office;
use super::surroundings::{JOB, git, hook, note};

#[test]
fn while_another_git_has_the_index_no_command_writes_and_the_other_way_round() {
    let office = office();
    let before = office.read(JOB);
    let lock = office.path(".git/index.lock");
    std::fs::write(&lock, "").expect("as git takes the index");
    std::thread::scope(|scope| {
        let command = scope.spawn(|| note(&office, "afterwards"));
        std::thread::sleep(std::time::Duration::from_millis(700));
        let meanwhile = office.read(JOB);
        std::fs::remove_file(&lock).expect("as git lets it go");
        let answer = command.join().expect("an answer");
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{}", answer.out);
        assert_eq!(meanwhile, before, "git may be writing the file");
    });
    assert!(office.git(["show", &format!("HEAD:{JOB}")]).contains("afterwards"));

    // A hook on references runs while the branch is moved: another git is refused the index then.
    hook(
        &office,
        "reference-transaction",
        "[ \"$1\" != prepared ] || ! git add -A 2>>.git/said || echo >>.git/had",
    );
    office.write("notes.txt", "by hand");
    assert_eq!(note(&office, "last").code, 0);
    assert!(office.read(".git/said").contains("index.lock"), "{}", office.read(".git/said"));
    assert!(!office.path(".git/had").exists());
    assert_eq!(office.git(["status", "--porcelain"]), "?? notes.txt\n");
    let left = std::fs::read_dir(office.path(".git")).expect("a folder").flatten();
    let left: Vec<_> = left.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    assert!(left.iter().all(|name| !name.starts_with("index.")), "{left:?}");
}

#[test]
fn what_is_told_as_done_survives_pulls_with_rebase_at_the_same_moment() {
    let office = office();
    let there = tempfile::tempdir().expect("a folder");
    let (bare, other) = (there.path().join("bare.git"), there.path().join("other"));
    let (bare, other) = (bare.to_str().expect("UTF-8"), other.to_str().expect("UTF-8"));
    office.git(["clone", "-q", "--bare", ".", bare]);
    office.git(["remote", "add", "origin", bare]);
    office.git(["fetch", "-q"]);
    let branch = office.git(["symbolic-ref", "--short", "HEAD"]);
    office.git(["branch", "-q", "-u", &format!("origin/{}", branch.trim())]);
    office.git(["clone", "-q", bare, other]);
    let is_over = std::sync::atomic::AtomicBool::new(false);
    let (mut told, mut said) = (Vec::new(), String::new());
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0.. {
                if is_over.load(std::sync::atomic::Ordering::Relaxed) {
                    return;
                }
                let elsewhere = |arguments: &[&str]| {
                    git(
                        &office,
                        &[&["-C", other, "-c", "user.name=B", "-c", "user.email=b@x"], arguments].concat(),
                    )
                };
                elsewhere(&["pull", "-q", "--rebase"]);
                elsewhere(&["commit", "-q", "--allow-empty", "-m", &format!("there {round}")]);
                elsewhere(&["push", "-q"]);
                // Whatever becomes of them, as when a person types them.
                git(&office, &["pull", "-q", "--rebase"]);
                git(&office, &["push", "-q"]);
            }
        });
        for count in 0..30 {
            let text = format!("told {count}.");
            let answer = note(&office, &text);
            if answer.code == 0 {
                told.push(text);
            }
            said.push_str(&answer.err);
        }
        is_over.store(true, std::sync::atomic::Ordering::Relaxed);
    });
    git(&office, &["rebase", "--abort"]);
    let answer = note(&office, "told at last.");
    assert_eq!(answer.code, 0, "{}", answer.err);
    said.push_str(&answer.err);
    // What git took off the branch is told with what brings it back.
    for line in said.lines() {
        if let Some(named) = line.split("git cherry-pick ").nth(1) {
            let names: Vec<&str> = named.split(' ').collect();
            assert_eq!(git(&office, &[&["cherry-pick"], names.as_slice()].concat()).code, 0, "{said}");
        }
    }
    assert!(told.len() > 5, "{said}");
    let text = office.read(JOB);
    for note in told.iter().map(String::as_str).chain(["told at last."]) {
        assert_eq!(text.matches(note).count(), 1, "{note}\n{said}\n{text}");
    }
    assert_eq!(office.git(["show", &format!("HEAD:{JOB}")]), text, "{said}");
    assert_eq!(office.git(["status", "--porcelain"]), "");
    assert_eq!(office.ok(["check"]), "2 files are sound\n");
}

#[test]
fn what_somebody_writes_over_while_git_records_it_comes_back() {
    // The hook stands for a git that comes in between: it writes the files as they were, and a rebase begins.
    let over = format!("git show HEAD:{JOB} > {JOB}");
    for (script, is_recorded) in [
        (over.clone(), true),
        (format!("{over}; mkdir .git/rebase-merge"), true),
        (format!("{over}; mkdir .git/rebase-merge; exit 1"), false),
    ] {
        let office = office();
        let before = office.read(JOB);
        hook(&office, "pre-commit", &script);
        let answer = note(&office, "meanwhile");
        assert_eq!(answer.code, 0, "{}", answer.err);
        assert_eq!(
            office.git(["show", &format!("HEAD:{JOB}")]).contains("meanwhile"),
            is_recorded,
            "{script}"
        );
        let rebase = office.path(".git/rebase-merge");
        if rebase.exists() {
            assert_eq!(office.read(JOB), before, "{script}: it is git's turn");
            std::fs::remove_dir(rebase).expect("the rebase is over");
        } else {
            assert!(office.read(JOB).contains("meanwhile"), "{script}");
        }
        std::fs::remove_file(office.path(".git/hooks/pre-commit")).expect("a hook");
        let answer = note(&office, "afterwards");
        assert_eq!(answer.code, 0, "{}", answer.err);
        let text = office.read(JOB);
        assert_eq!((text.matches("meanwhile").count(), text.matches("afterwards").count()), (1, 1), "{text}");
        assert_eq!(office.git(["show", &format!("HEAD:{JOB}")]), text);
        assert_eq!(office.git(["status", "--porcelain"]), "");
        assert_eq!(office.ok(["check"]), "2 files are sound\n");
        let left: Vec<_> = std::fs::read_dir(office.path(".jobbook/pending")).into_iter().flatten().collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

#[test]
fn commits_that_somebody_took_off_the_branch_are_told_once_with_what_brings_them_back() {
    const TOLD: &str = "[commits-taken-off]";
    let office = office();
    note(&office, "first");
    note(&office, "taken off");
    let hash = office.git(["rev-parse", "--short=8", "HEAD"]);
    office.git(["reset", "-q", "--hard", "HEAD~"]);
    assert!(!office.read(JOB).contains("taken off"));
    let answer = note(&office, "second");
    assert_eq!(answer.code, 0, "{}", answer.err);
    let again = format!("git cherry-pick {}", hash.trim());
    assert!(answer.err.contains(TOLD) && answer.err.contains("J-2026-00001: noted"), "{}", answer.err);
    assert!(answer.err.lines().any(|line| line.ends_with(&again)), "{}", answer.err);
    assert_eq!(note(&office, "third").err, "", "it is told once");
    assert_eq!(git(&office, &["cherry-pick", hash.trim()]).code, 0);
    let text = office.read(JOB);
    for said in ["first", "taken off", "second", "third"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(note(&office, "fourth").err, "");

    // Commits that a rebase made anew, and those of another branch, are nothing to tell of.
    office.git(["checkout", "-qb", "side", "HEAD~2"]);
    assert_eq!(note(&office, "of the side").err, "");
    office.git(["checkout", "-q", "-"]);
    assert_eq!(note(&office, "of here").err, "");
    let before = office.git(["rev-parse", "HEAD"]);
    office.git(["rebase", "-q", "side"]);
    assert_ne!(office.git(["rev-parse", "HEAD"]), before);
    assert_eq!(note(&office, "last").err, "");
    assert!(office.read(JOB).contains("of the side") && office.read(JOB).contains("of here"));
    assert_eq!(office.git(["status", "--porcelain"]), "");
}
