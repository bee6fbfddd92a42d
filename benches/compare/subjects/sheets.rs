//! The tracking sheet as CSV, every file verified.

use std::process::Command;

use super::Asked;
use crate::peers::Peers;
use crate::place::Place;
use crate::subject::{Subject, Target};

const JOINED: &str = "select job.*, client.name, client.city, client.phones, count(invoice.number), \
    sum(invoice.gross), sum(invoice.open), group_concat(invoice.number, '; ') from job \
    join client on client.client = job.client left join invoice on invoice.job = job.job group by job.job";

pub fn measure(place: &Place) -> Subject {
    let peers = Peers::of(place);
    let tasks = peers.tasks();
    let mut asked = Asked::default();
    asked.ours("export tracking", || place.jobbook(&["export", "tracking"]));
    asked.floor(super::asking::STAT, || place.floors.stat(&place.book));
    asked.peer("SQLite, flat", "sqlite3", || peers.sql("select * from tracking"));
    asked.peer("SQLite, joined", "sqlite3", || peers.sql(JOINED));
    asked.peer("rec2csv", "recsel", || {
        let mut command = Command::new("rec2csv");
        command.args(["-t", "Job"]).arg(peers.records());
        command
    });
    if let Some(settings) = &tasks {
        asked.peer("task export, all", "task", || peers.task(settings, &["export"]));
    }
    Subject::new("sheets", "tracking sheet as CSV, every file verified", asked.measure())
        .aim(Target::Times(1.0, "SQLite, flat"))
}
