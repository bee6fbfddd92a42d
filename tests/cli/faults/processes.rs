//! Many processes at once: nothing is lost, nothing happens twice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::office;
use crate::office::Office;

const PROCESSES: usize = 32;

/// How many commands each of them runs; `JOBBOOK_FAULTS_ROUNDS` for longer runs.
fn rounds() -> usize {
    std::env::var("JOBBOOK_FAULTS_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(1)
}

/// Runs a command until the others leave it a moment, as a person does who is told that somebody else is at work.
fn insist(office: &Office, words: &[&str]) {
    loop {
        let answer = office.run(words.iter().copied());
        if answer.err.contains("[book-locked]") || answer.err.contains("[changed-meanwhile]") {
            continue;
        }
        assert_eq!(answer.code, 0, "{words:?}\n{}{}", answer.out, answer.err);
        return;
    }
}

#[test]
fn thirty_two_processes_lose_nothing_and_do_nothing_twice() {
    let mut office = office();
    for title in ["Second door", "Third door", "Fourth door"] {
        office.ok(["job", "new", "C-0001", title]);
    }
    // Offers and follow-ups of all four are overdue by then.
    office.at("2026-03-20T10:00:00+01:00");
    let commits =
        |office: &Office| office.git(["log", "--format=%s"]).lines().map(str::to_string).collect::<Vec<_>>();
    let before = commits(&office).len();
    let office = Arc::new(office);
    let workers: Vec<_> = (0..PROCESSES)
        .map(|worker| {
            let office = Arc::clone(&office);
            std::thread::spawn(move || {
                for round in 0..rounds() {
                    let text = format!("remark {worker}-{round} ends");
                    match worker % 4 {
                        0 => insist(&office, &["job", "note", "1", &text]),
                        1 => insist(&office, &["job", "note", &(1 + worker % 3).to_string(), &text]),
                        2 => {
                            let name = format!("Client {worker}-{round}");
                            insist(
                                &office,
                                &[
                                    "contact", "new", "in", "call", "--name", &name, "--title", &text,
                                    "--force",
                                ],
                            );
                        }
                        _ => insist(&office, &["remind"]),
                    }
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().expect("a worker");
    }

    let files = office.files();
    let everything: String =
        files.iter().filter(|(name, _)| name.starts_with("jobs/")).map(|(_, text)| text.as_str()).collect();
    for worker in (0..PROCESSES).filter(|worker| worker % 4 != 3) {
        for round in 0..rounds() {
            assert_eq!(
                everything.matches(&format!("remark {worker}-{round} ends")).count(),
                1,
                "{worker}-{round}"
            );
        }
    }
    let numbers = |prefix: &str, letter: &str| -> Vec<u32> {
        let mut numbers: Vec<u32> = files
            .keys()
            .filter(|name| name.starts_with(prefix))
            .filter_map(|name| name.rsplit(letter).next()?.strip_suffix(".yaml")?.parse().ok())
            .collect();
        numbers.sort_unstable();
        numbers
    };
    let new = u32::try_from(PROCESSES / 4 * rounds()).expect("a number");
    assert_eq!(numbers("jobs/", "J-2026-"), (1..=4 + new).collect::<Vec<_>>(), "jobs");
    assert_eq!(numbers("clients/", "C-"), (1..=1 + new).collect::<Vec<_>>(), "clients");

    // A key of a reminder stands in one entry of one log.
    let mut reminded: BTreeMap<&str, usize> = BTreeMap::new();
    for key in everything
        .lines()
        .map(|line| line.trim_start_matches(['-', ' ']))
        .filter(|line| line.starts_with("J-2026-") && line.contains('/'))
    {
        *reminded.entry(key).or_default() += 1;
    }
    assert!(!reminded.is_empty(), "nobody was reminded of anything");
    let twice: Vec<_> = reminded.iter().filter(|(_, count)| **count > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");

    let made = commits(&office);
    let reminders = made.iter().filter(|subject| subject.starts_with("Remind of")).count();
    assert!(reminders > 0);
    assert_eq!(made.len() - before - reminders, PROCESSES / 4 * 3 * rounds(), "{made:#?}");
    let written: BTreeSet<String> = office.git(["ls-files"]).lines().map(str::to_string).collect();
    assert!(files.keys().all(|name| written.contains(name)), "all is recorded");
    assert_eq!(office.git(["status", "--porcelain"]), "");
    assert_eq!(office.git(["fsck", "--strict", "--no-dangling"]), "");
    office.ok_with_warnings(["check"]);
    let told = office.ok_with_warnings(["remind"]).out;
    assert_eq!(commits(&office).len(), made.len(), "what is due was told already: {told}");
}
