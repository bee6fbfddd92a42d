//! One change with its commit.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use super::{Asked, Contender, Role};
use crate::place::Place;
use crate::subject::{Subject, Target};

/// The file of another job, which others change.
fn other_path(place: &Place) -> String {
    place.changed_lately().find(|path| path != place.usual_path()).expect("another job")
}

/// Somebody notes something in another job's file with an editor.
pub fn write_by_hand(file: &Path) {
    let mut file = OpenOptions::new().append(true).open(file).expect("a job's file");
    file.write_all(b"- at: \"2026-03-02T08:55:00+01:00\"\n  by: cleo\n  note: By hand\n").expect("a note");
}

/// Somebody commits another job's file without jobbook.
pub fn outside(place: &Place) {
    let path = other_path(place);
    write_by_hand(&place.book.join(&path));
    place.git(&[
        "-c",
        "user.name=c",
        "-c",
        "user.email=c@c.example",
        "commit",
        "--quiet",
        "-m",
        "By hand",
        "--",
        &path,
    ]);
}

pub fn measure(place: &Place) -> Subject {
    let (id, other) = (place.usual_job(), other_path(place));
    let mut asked = Asked::default();
    let ours = Contender::new("jobbook job note, committed", Role::Ours, || {
        place.jobbook(&["job", "note", &id, "measured"])
    });
    asked.contenders.push(ours.at_most(15));
    let theirs = Contender::new("git commit -- FILE", Role::Peer, || {
        place.git_command(&["commit", "--quiet", "-m", "By hand", "--", &other])
    });
    asked.contender("git", theirs.after(|| write_by_hand(&place.book.join(&other))).at_most(15));
    let measured = asked.measure();
    let status = place.git_command(&["status", "--porcelain"]).output().expect("git runs");
    let left = String::from_utf8_lossy(&status.stdout).into_owned();
    let commits = place.git_command(&["rev-list", "--count", "measured..HEAD"]).output().expect("git runs");
    let commits = String::from_utf8_lossy(&commits.stdout).trim().to_string();
    place.restore();
    // Memory was looked at in a run of its own, which committed too, and each warmed up once.
    let clean = match left.trim() {
        "" => format!("git status is clean afterwards; {commits} commits were made"),
        _ => format!("git status is NOT clean afterwards: {left}"),
    };
    Subject::new("committing", "one change with its commit", measured)
        .aim(Target::Times(0.1, "git commit -- FILE"))
        .note(clean)
        .flat()
}
