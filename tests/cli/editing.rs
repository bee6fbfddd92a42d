//! A file in a person's editor: what is wrong is mended or kept, never lost.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use expectrl::Expect;

use crate::office::{Answer, JOB, Office};

const FILE: &str = "jobs/2026/000/J-2026-00001.yaml";

/// An editor: a script that gets the file as its last argument.
fn editor(office: &Office, script: &str) -> String {
    let name = ".home/my editor";
    office.write(name, &format!("#!/bin/sh\n{script}\n"));
    std::fs::set_permissions(office.path(name), std::fs::Permissions::from_mode(0o755)).unwrap();
    format!("'{}' --wait", office.path(name).display())
}

fn command(office: &Office, script: &str, arguments: &[&str]) -> Command {
    let mut command = office.command(["job", "edit", "1"].into_iter().chain(arguments.iter().copied()));
    command.env("EDITOR", editor(office, script));
    command
}

fn edit(office: &Office, script: &str, arguments: &[&str]) -> Answer {
    let output = command(office, script, arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Answer { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

/// The path after `--from` in what was told.
fn kept(told: &str) -> String {
    let (_, rest) =
        told.split_once("jobbook job edit J-2026-00001 --from ").unwrap_or_else(|| panic!("{told}"));
    rest.split(',').next().unwrap().to_string()
}

#[test]
fn the_editor_gets_its_options_and_is_no_shell() {
    let office = Office::new().with_a_job();
    let answer = edit(&office, "test \"$1\" = --wait && sed -i 's/Shop/Front/' \"$2\"", &[]);
    assert_eq!((answer.code, answer.out.as_str()), (0, "J-2026-00001\n• edited: title\n"), "{}", answer.err);
    assert!(office.read(FILE).contains("title: Front door does not close   # the front one"));
    for (editor, told) in [
        ("true; touch ran", "program-missing"),
        ("no-such-editor -w", "`no-such-editor` was not found"),
        ("'x", "program-unclear"),
    ] {
        let output = office.command(["job", "edit", "1"]).env("EDITOR", editor).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && err.contains(told), "{err}");
    }
    assert!(!office.path("ran").exists());
}

#[test]
fn visual_comes_before_editor() {
    let office = Office::new().with_a_job();
    let mut run = command(&office, "sed -i s/Shop/Front/ \"$2\"", &[]);
    let status = run.env("VISUAL", "true").output().unwrap().status;
    assert!(status.success() && office.read(FILE) == JOB);
}

#[test]
fn off_a_terminal_what_was_wrong_is_kept_and_taken_up_again() {
    let office = Office::new().with_a_job();
    let answer = edit(&office, "sed -i s/quote-first/sideways/ \"$2\"", &[]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    assert!(answer.err.contains("J-2026-00001.yaml:10:7"), "{}", answer.err);
    assert_eq!(office.read(FILE), JOB);
    let file = kept(&answer.err);
    let answer = edit(&office, "sed -i s/sideways/assessment-first/ \"$2\"", &["--from", &file]);
    assert_eq!((answer.code, answer.out.as_str()), (0, "J-2026-00001\n• edited: path\n"), "{}", answer.err);
    assert!(office.read(FILE).contains("path: assessment-first"));
}

#[test]
fn what_somebody_else_changed_meanwhile_is_not_overwritten() {
    let office = Office::new().with_a_job();
    let script = "sed -i s/Shop/Front/ \"$2\"; printf '# theirs\\n' >> jobs/2026/000/J-2026-00001.yaml";
    let answer = edit(&office, script, &[]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("changed-meanwhile"), "{}", answer.err);
    let file = kept(&answer.err);
    assert!(std::fs::read_to_string(&file).unwrap().contains("Front door"));
    let answer = edit(&office, "touch opened", &["--from", &file]);
    assert!(answer.code == 1 && answer.err.contains("changed-meanwhile"), "{}", answer.err);
    assert!(!office.path("opened").exists());
    assert_eq!(office.read(FILE), format!("{JOB}# theirs\n"));
}

#[test]
fn an_editor_that_fails_changes_nothing_and_loses_nothing() {
    let office = Office::new().with_a_job();
    let answer = edit(&office, "exit 3", &[]);
    assert!(answer.code == 1 && !answer.err.contains("--from"), "{}", answer.err);
    let answer = edit(&office, "sed -i s/Shop/Front/ \"$2\"; exit 3", &[]);
    assert!(answer.err.contains("editor-failed"), "{}", answer.err);
    assert!(std::fs::read_to_string(kept(&answer.err)).unwrap().contains("Front door"));
    assert_eq!(office.read(FILE), JOB);
}

/// The first time the script makes a mistake, the second time it mends it.
const SECOND: &str = "if grep -q sideways \"$2\"; then sed -i s/sideways/assessment-first/ \"$2\"; \
    else sed -i s/quote-first/sideways/ \"$2\"; fi";

#[test]
fn on_a_terminal_the_person_goes_on_with_what_was_written() {
    let office = Office::new().with_a_job();
    let mut session = expectrl::Session::spawn(command(&office, SECOND, &[])).unwrap();
    session.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
    session.expect("sideways").unwrap();
    session.expect("Edit it again?").unwrap();
    session.send("\r").unwrap();
    session.expect("edited: path").unwrap();
    session.expect(expectrl::Eof).unwrap();
    assert!(office.read(FILE).contains("path: assessment-first"));
}

#[test]
fn on_a_terminal_who_does_not_go_on_is_told_where_it_is_kept() {
    let office = Office::new().with_a_job();
    let mut session = expectrl::Session::spawn(command(&office, SECOND, &[])).unwrap();
    session.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
    session.expect("Edit it again?").unwrap();
    session.send("n\r").unwrap();
    session.expect("--from").unwrap();
    assert_eq!(office.read(FILE), JOB);
}
