//! One job, by its full ID and by a short one.

use std::process::Command;

use super::Asked;
use crate::peers::Peers;
use crate::place::Place;
use crate::subject::{Subject, Target};

const CAT: &str = "cat of its file";

pub fn measure(place: &Place) -> Subject {
    let peers = Peers::of(place);
    let id = place.usual_job();
    let tasks = peers.tasks();
    let mut asked = Asked::default();
    asked.ours("job show, full ID", || place.jobbook(&["job", "show", &id]));
    asked.ours("job show, short", || place.jobbook(&["job", "show", place.usual_number()]));
    asked.floor(CAT, || {
        let mut command = Command::new("cat");
        command.arg(place.book.join(place.usual_path()));
        command
    });
    asked.peer("SQLite", "sqlite3", || peers.sql(&format!("select * from tracking where job = '{id}'")));
    asked.peer("recsel", "recsel", || {
        let mut command = Command::new("recsel");
        command.args(["-t", "Job", "-e", &format!("job = '{id}'")]).arg(peers.records());
        command
    });
    if let Some(settings) = &tasks {
        asked.peer("task information", "task", || {
            peers.task(settings, &["uuid:00000000-0000-4000-8000-000000000007", "information"])
        });
    }
    let measured = asked.measure();
    Subject::new("showing", "show one job", measured)
        .aim(Target::OneTimes("jobbook job show, full ID", 1.5, CAT))
        .aim(Target::OneTimes("jobbook job show, short", 3.0, CAT))
        .flat()
}
