//! How long it takes to begin.

use std::process::Command;

use super::Asked;
use crate::place::Place;
use crate::subject::{Subject, Target};

pub fn measure(place: &Place) -> Subject {
    let mut asked = Asked::default();
    asked.ours("--version", || place.jobbook(&["--version"]));
    asked.floor("empty Rust program", || place.floors.empty());
    for program in ["sqlite3", "task", "hledger", "ledger"] {
        asked.peer(&format!("{program} --version"), program, move || {
            let mut command = Command::new(program);
            command.arg("--version");
            command
        });
    }
    let measured = asked.measure();
    Subject::new("starting", "start-up", measured).aim(Target::Times(1.5, "empty Rust program")).flat()
}
