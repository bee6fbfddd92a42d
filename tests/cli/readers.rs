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
    program_asked(name, "--version")
}

/// A program that is asked in its own way for its version, if it is installed.
pub fn program_asked(name: &str, version: &str) -> Option<Command> {
    let runs = Command::new(name).arg(version).output();
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

/// Chromium without a window, if it is there.
pub fn chromium() -> Option<Command> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let runs = |name: &&str| {
        Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success())
    };
    let Some(name) = names.into_iter().find(runs) else {
        assert!(std::env::var_os("CI").is_none(), "CI needs chromium, see .ci/run");
        eprintln!("skipped: needs chromium");
        return None;
    };
    let mut command = Command::new(name);
    command.args(["--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run"]);
    // Its own walls need rights that root in a container does not have; what is shown is ours.
    let who = Command::new("id").arg("-u").output();
    if who.is_ok_and(|output| output.stdout.starts_with(b"0\n")) {
        command.args(["--no-sandbox", "--disable-dev-shm-usage"]);
    }
    Some(command)
}
