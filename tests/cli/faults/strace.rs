//! The system itself refuses or kills, for jobbook and for the git that it runs: `strace` injects it from outside.

#![allow(clippy::disallowed_macros, reason = "what is skipped is said where tests are read")]

use std::process::Command;

use super::{all, office};
use crate::office::{Answer, Office, run_in};

const NOTE: [&str; 5] = ["job", "note", "1", "the key is with the neighbour", "--no-input"];
const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";
/// More calls of one sort no command makes.
const MOST: usize = 400;

/// Whether processes can be traced here.
fn can_trace() -> bool {
    if crate::readers::program_asked("strace", "-V").is_none() {
        return false;
    }
    let traced = Command::new("strace").args(["-f", "-o", "/dev/null", "true"]).output();
    let can = traced.is_ok_and(|output| output.status.success());
    if !can {
        eprintln!("skipped: strace may not trace processes here (ptrace is not permitted)");
    }
    can
}

/// What came of a command under a fault.
struct Struck {
    /// Whether the fault came up.
    hit: bool,
    answer: Answer,
}

/// Runs the command while the `when`-th call of `call` by one process meets `fault`.
fn strike(office: &Office, call: &str, fault: &str, when: usize, with_children: bool) -> Struck {
    let log = office.path(".git/strace-of-a-test");
    let plain = office.command(NOTE);
    let mut command = Command::new("strace");
    if with_children {
        command.arg("-f");
    }
    command.args(["-q", "-o"]).arg(&log);
    command.arg("-e").arg(format!("trace={call}")).arg("-e").arg("signal=none");
    command.arg("-e").arg(format!("inject={call}:{fault}:when={when}"));
    command.arg(plain.get_program()).args(plain.get_args());
    for (name, value) in plain.get_envs() {
        command.env(name, value.unwrap_or_default());
    }
    let answer = run_in(&office.path(""), &mut command);
    let traced = std::fs::read_to_string(&log).unwrap_or_default();
    std::fs::remove_file(&log).expect("the log");
    // A tracer whose only process was killed dies of the same.
    let died = fault.contains("KILL") && answer.code != 0;
    Struck { hit: died || traced.contains("(INJECTED)") || traced.contains("killed by SIGKILL"), answer }
}

fn examine(office: &Office, what: &str, struck: &Struck) {
    let told = format!("{what}\n{}{}", struck.answer.out, struck.answer.err);
    assert!(!struck.answer.err.contains("panicked"), "{told}");
    let checked = office.run(["check"]);
    assert_eq!(checked.code, 0, "{told}\ncheck: {}{}", checked.out, checked.err);
    let notes = office.read(JOB).matches(NOTE[3]).count();
    assert!(notes <= 1, "{told}");
    assert!(struck.answer.code != 0 || notes == 1, "it says that it is done: {told}");
    // A git that was killed may leave its lock, and jobbook says what to do about it.
    let lock = office.path(".git/index.lock");
    let mut next = office.run(["job", "note", "1", "seen"]);
    assert_eq!(next.code, 0, "{told}\nthe next: {}{}", next.out, next.err);
    if lock.exists() {
        assert!(
            next.err.contains(".git/index.lock") && next.err.contains("delete that file"),
            "{}",
            next.err
        );
        std::fs::remove_file(&lock).expect("the lock");
        next = office.run(["job", "note", "1", "seen again"]);
    }
    assert_eq!((next.code, next.err.as_str()), (0, ""), "{told}");
    let text = office.read(JOB);
    assert_eq!(text.matches(NOTE[3]).count(), notes, "{told}");
    assert_eq!(office.git(["status", "--porcelain"]), "", "{told}");
    assert_eq!(office.git(["show", &format!("HEAD:{JOB}")]), text, "{told}");
    assert_eq!(office.git(["fsck", "--strict", "--no-dangling"]), "", "{told}");
    let strays: Vec<String> = crate::office::files_below(&office.path(".jobbook"))
        .into_keys()
        .filter(|name| {
            !["lock", "index", "names", "rules", "last-commit", ".gitignore"].contains(&name.as_str())
        })
        .filter(|name| !name.starts_with("index.draft-"))
        .collect();
    assert_eq!(strays, [""; 0], "{told}");
}

/// Every `stride`-th call of jobbook itself, or of every process that takes part.
fn try_calls(call: &str, faults: &[&str], stride: usize, most: usize, with_children: bool) {
    let office = office();
    let stride = if all() { 1 } else { stride };
    let most = if all() { MOST } else { most };
    let mut struck_at_all = false;
    for fault in faults {
        for when in (1..=most).step_by(stride) {
            let copy = office.copy();
            let struck = strike(&copy, call, fault, when, with_children);
            if !struck.hit {
                break;
            }
            struck_at_all = true;
            examine(&copy, &format!("{call} {fault} at {when}, children: {with_children}"), &struck);
        }
    }
    assert!(struck_at_all, "no {call} at all");
}

#[test]
fn a_full_or_broken_disk_under_the_program_leaves_the_book_before_or_after() {
    if !can_trace() {
        return;
    }
    for (call, stride) in
        [("fsync", 2), ("rename", 2), ("linkat", 1), ("write", 4), ("unlink", 2), ("flock", 1)]
    {
        try_calls(call, &["error=ENOSPC", "error=EIO"], stride, MOST, false);
    }
    try_calls("openat", &["error=EIO"], 11, MOST, false);
}

#[test]
fn a_program_killed_at_its_system_calls_leaves_the_book_before_or_after() {
    if !can_trace() {
        return;
    }
    for (call, stride) in [("fsync", 1), ("rename", 1), ("unlink", 2), ("write", 4), ("openat", 13)] {
        try_calls(call, &["signal=SIGKILL"], stride, MOST, false);
    }
}

#[test]
fn a_git_that_fails_or_is_killed_leaves_the_change_and_the_next_command_records_it() {
    if !can_trace() {
        return;
    }
    for call in ["write", "rename", "openat"] {
        try_calls(call, &["error=ENOSPC", "error=EIO", "signal=SIGKILL"], 2, 5, true);
    }
}
