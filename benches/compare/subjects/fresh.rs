//! No index yet, as in a fresh clone: the full answer, and the index written.

use super::{Asked, Contender, Role};
use crate::place::Place;
use crate::subject::{Subject, Target};

const READ: &str = "read of all files, 2 threads";

pub fn measure(place: &Place) -> Subject {
    let mut asked = Asked::default();
    let ours = Contender::new("jobbook due, no index", Role::Ours, || place.jobbook(&["due"]));
    asked.contenders.push(ours.after(|| forget(place)));
    asked.floor(READ, || place.floors.read(&place.book));
    asked.floor(super::asking::STAT, || place.floors.stat(&place.book));
    asked.peer("ripgrep", "rg", || {
        let mut command = std::process::Command::new("rg");
        command.args(["--no-ignore", "--count", "stage: awaiting-approval", "jobs", "clients"]);
        command.current_dir(&place.book);
        command
    });
    let measured = asked.measure();
    place.run(&["due"]);
    Subject::new("fresh", "no index yet: full answer and index written", measured)
        .aim(Target::Times(2.0, READ))
}

/// Takes away everything that the program keeps for itself.
fn forget(place: &Place) {
    let Ok(entries) = std::fs::read_dir(place.book.join(".jobbook")) else { return };
    for entry in entries.flatten().filter(|entry| entry.file_name() != ".gitignore") {
        let path = entry.path();
        let _ = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
    }
}
