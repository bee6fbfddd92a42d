//! The history of one job, right after somebody else committed something.

use super::{Asked, Contender, Role};
use crate::place::Place;
use crate::subject::{Subject, Target};

pub fn measure(place: &Place) -> Subject {
    let (id, path) = (place.usual_job(), place.usual_path());
    place.run(&["log", &id]);
    let mut asked = Asked::default();
    let outside = || super::committing::outside(place);
    let ours =
        Contender::new("jobbook log, after an outside commit", Role::Ours, || place.jobbook(&["log", &id]));
    asked.contenders.push(ours.after(outside).at_most(15));
    asked.ours("log, again", || place.jobbook(&["log", &id]));
    asked.peer("git log --follow", "git", || {
        place.git_command(&["log", "--follow", "--format=%h %s", "--", path])
    });
    let mut measured = asked.measure();
    place.git(&["commit-graph", "write", "--reachable", "--changed-paths"]);
    let mut asked = Asked::default();
    asked.peer("git log, with changed-path filters", "git", || {
        place.git_command(&["log", "--format=%h %s", "--", path])
    });
    measured.extend(asked.measure());
    let _ = std::fs::remove_file(place.book.join(".git/objects/info/commit-graph"));
    let _ = std::fs::remove_dir_all(place.book.join(".git/objects/info/commit-graphs"));
    place.restore();
    let title = "history of one job";
    Subject::new("history", title, measured)
        .note(format!("the book has {} commits", place.commits() + 1))
        .aim(Target::Ms(20.0))
        .flat()
}
