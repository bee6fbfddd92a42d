//! Readers of other makers. One that is not there makes a test say "skipped: needs …"; in CI it must be there.

#![allow(clippy::disallowed_macros, reason = "what is skipped is said where tests are read")]

use std::process::Command;

/// Python, if it has the module.
pub fn python_with(module: &str) -> Option<Command> {
    let python = std::env::var("JOBBOOK_TEST_PYTHON").unwrap_or_else(|_| "python3".to_string());
    let has = Command::new(&python).args(["-c", &format!("import {module}")]).output();
    if has.is_ok_and(|output| output.status.success()) {
        return Some(Command::new(python));
    }
    assert!(std::env::var_os("CI").is_none(), "CI needs python3 with {module}, see .ci/run");
    eprintln!("skipped: needs python3 with {module}");
    None
}

/// A program, if it is installed.
pub fn program(name: &str) -> Option<Command> {
    let runs = Command::new(name).arg("--version").output();
    if runs.is_ok_and(|output| output.status.success()) {
        return Some(Command::new(name));
    }
    assert!(std::env::var_os("CI").is_none(), "CI needs {name}, see .ci/run");
    eprintln!("skipped: needs {name}");
    None
}

/// What a program says, which must succeed.
#[track_caller]
pub fn told(command: &mut Command) -> String {
    let output = command.output().expect("it starts");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}\n{}", String::from_utf8_lossy(&output.stderr));
    text
}
