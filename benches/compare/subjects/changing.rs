//! One change that lasts, in a book without git.

use std::cell::Cell;
use std::process::Command;

use super::{Asked, Contender, Role};
use crate::peers::Peers;
use crate::place::Place;
use crate::subject::{Subject, Target};

/// From this size on recset takes minutes for one change.
const RECSET_UP_TO: u32 = 1_000;

pub fn measure(place: &Place) -> Subject {
    let peers = Peers::of(place);
    let id = place.usual_job();
    let tasks = peers.tasks();
    let aside = place.folder.join("git-aside");
    std::fs::rename(place.book.join(".git"), &aside).expect("git is put aside");
    place.run(&["due"]);
    let file = place.folder.join("one-file.yaml");
    std::fs::copy(place.book.join(place.usual_path()), &file).expect("a copy of one file");
    let count = Cell::new(0);
    let next = || {
        count.set(count.get() + 1);
        format!("measured {}", count.get())
    };
    let mut asked = Asked::default();
    asked.ours("job note, without git", || place.jobbook(&["job", "note", &id, &next()]));
    asked.floor("write, sync, rename, sync folder", || place.floors.write(&file));
    asked.peer("SQLite", "sqlite3", || {
        peers.sql(&format!("update tracking set next_step = '{}' where job = '{id}'", next()))
    });
    if let Some(settings) = &tasks {
        let task =
            Contender::new("task annotate", Role::Peer, || peers.task(settings, &["1", "annotate", &next()]));
        asked.contender("task", task.at_most(5));
    }
    if place.jobs <= RECSET_UP_TO {
        let recset = Contender::new("recset", Role::Peer, || {
            let mut command = Command::new("recset");
            command.args(["-t", "Job", "-e", &format!("job = '{id}'"), "-f", "note", "-S", &next()]);
            command.arg(peers.records());
            command
        });
        asked.contender("recsel", recset.at_most(3));
    } else {
        asked.absent("recset", "not asked: minutes for one change in a file of that size");
    }
    let measured = asked.measure();
    std::fs::rename(&aside, place.book.join(".git")).expect("git is back");
    place.restore();
    Subject::new("changing", "one change, durable, without git", measured)
        .aim(Target::Times(1.0, "SQLite"))
        .flat()
}
