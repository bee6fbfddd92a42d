//! What is due, what waits, what is open: every file verified to be as the index knows it.

use super::Asked;
use crate::peers::Peers;
use crate::place::Place;
use crate::subject::{Subject, Target};

/// The floor of all that verifies every file.
pub const STAT: &str = "stat of all files, 2 threads";
const PLAIN: &[&str] = &["recsel, what is open", "task export, all", "ledger balance", "hledger balance"];

pub fn measure(place: &Place) -> Subject {
    let peers = Peers::of(place);
    let tasks = peers.tasks();
    let mut asked = Asked::default();
    for (name, arguments) in [
        ("due", &["due"][..]),
        ("today", &["today"]),
        ("queue list", &["queue", "list"]),
        ("queue show billing", &["queue", "show", "billing"]),
        ("job list", &["job", "list"]),
    ] {
        asked.ours(name, move || place.jobbook(arguments));
    }
    asked.floor(STAT, || place.floors.stat(&place.book));
    asked.peer("git status", "git", || place.git_command(&["status", "--porcelain"]));
    asked.peer("recsel, what is open", "recsel", || {
        let mut command = std::process::Command::new("recsel");
        let open = "stage != 'complete' && stage != 'cancelled'";
        command.args(["-t", "Job", "-e", open, "-p", "job,client_name,title,next_due,next_step"]);
        command.arg(peers.records());
        command
    });
    match &tasks {
        Some(settings) => {
            asked.peer("task export, all", "task", || peers.task(settings, &["export"]));
            asked.peer("task export, what is open (reads nothing else)", "task", || {
                peers.task(settings, &["status:pending", "due.before:2026-03-09", "export"])
            });
        }
        None => asked.absent("task export, all", "not here, or of another version (apt install taskwarrior)"),
    }
    asked.peer("ledger balance", "ledger", || {
        let mut command = std::process::Command::new("ledger");
        command.args(["--file"]).arg(peers.ledger()).args(["balance", "receivable"]);
        command
    });
    asked.peer("hledger balance", "hledger", || {
        let mut command = std::process::Command::new("hledger");
        command.args(["--file"]).arg(peers.hledger()).args(["balance", "receivable"]);
        command
    });
    asked.peer("SQLite, which verifies nothing", "sqlite3", || {
        peers.sql("select job, client_name, title, next_due, next_step from tracking where next_due <> '' order by next_due")
    });
    Subject::new("asking", "due, today, queues, lists, every file verified", asked.measure())
        .aim(Target::Times(1.2, STAT))
        .aim(Target::Faster(15.0, PLAIN))
}
