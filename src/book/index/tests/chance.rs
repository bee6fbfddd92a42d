//! After any sequence of changes, the index says what reading every file would say.
#![allow(clippy::disallowed_methods, reason = "tests read the files that the index reads")]

use proptest::prelude::*;

use super::office::{CURRENT, Office, SETTLED, client, job, path};
use crate::book::index::{ClientEntry, Contents, JobEntry, Wanted};

#[derive(Debug, Clone)]
enum Step {
    Job(u8, u8, u8),
    Client(u8, u8),
    Damage(u8),
    RemoveJob(u8),
    RemoveClient(u8),
    Rules(u8),
    Until(u8),
    Seal(u8),
    SealClient(u8),
    Unseal(u8),
    Ask,
    AskForOpen,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (0..6u8, 0..3u8, 0..4u8).prop_map(|(n, client, title)| Step::Job(n, client, title)),
        2 => (0..3u8, 0..4u8).prop_map(|(n, name)| Step::Client(n, name)),
        1 => (0..6u8).prop_map(Step::Damage),
        1 => (0..6u8).prop_map(Step::RemoveJob),
        1 => (0..3u8).prop_map(Step::RemoveClient),
        1 => (0..2u8).prop_map(Step::Rules),
        1 => (1..9u8).prop_map(Step::Until),
        3 => (0..6u8).prop_map(Step::Seal),
        1 => (0..3u8).prop_map(Step::SealClient),
        1 => (0..6u8).prop_map(Step::Unseal),
        4 => Just(Step::Ask),
        4 => Just(Step::AskForOpen),
    ];
    prop::collection::vec(step, 1..30)
}

fn job_id(n: u8) -> String {
    format!("J-2026-{:05}", u32::from(n) * 60)
}

fn client_id(n: u8) -> String {
    format!("C-{n:04}")
}

fn title(n: u8) -> String {
    if n == 0 { SETTLED.to_string() } else { format!("title {n}") }
}

/// Takes a step; a sealed file is only changed after its seal was taken off.
fn take(office: &mut Office, step: &Step) {
    match *step {
        Step::Job(n, client, name) if !office.is_sealed(&path(&job_id(n))) => {
            let id = job_id(n);
            office.write(&path(&id), &job(&id, &client_id(client), &title(name)));
        }
        Step::Client(n, name) if !office.is_sealed(&path(&client_id(n))) => {
            let id = client_id(n);
            office.write(&path(&id), &client(&id, &title(name)));
        }
        Step::Damage(n) if !office.is_sealed(&path(&job_id(n))) => office.write(&path(&job_id(n)), "{"),
        Step::RemoveJob(n) if office.at(&path(&job_id(n))).exists() => {
            office.unseal(&path(&job_id(n)));
            office.remove(&path(&job_id(n)));
        }
        Step::RemoveClient(n) if office.at(&path(&client_id(n))).exists() => {
            office.unseal(&path(&client_id(n)));
            office.remove(&path(&client_id(n)));
        }
        Step::Rules(n) => office.rules = format!("rules {n}"),
        Step::Until(month) => office.until = format!("2026-0{month}-15T00:00:00Z").parse().unwrap(),
        Step::Seal(n) => seal(office, &path(&job_id(n))),
        Step::SealClient(n) => seal(office, &path(&client_id(n))),
        Step::Unseal(n) => office.unseal(&path(&job_id(n))),
        Step::Ask => drop(office.ask()),
        Step::AskForOpen => drop(office.ask_for(CURRENT)),
        _ => {}
    }
}

/// Only what is settled is sealed.
fn seal(office: &mut Office, path: &str) {
    let text = std::fs::read_to_string(office.at(path)).unwrap_or_default();
    if text.contains(&format!("\"{SETTLED}\"")) {
        office.seal(path);
    }
}

/// What is open of all that the book holds.
fn open(office: &Office, mut contents: Contents) -> Contents {
    let there: Vec<_> = contents.clients.iter().map(|entry| entry.summary.id.clone()).collect();
    contents.jobs.retain(|JobEntry { summary, .. }| {
        let is_judged = there.contains(&summary.client) || office.is_sealed(&path(summary.id.as_str()));
        summary.title != SETTLED || !is_judged
    });
    let of_jobs: Vec<_> = contents.jobs.iter().map(|entry| entry.summary.client.clone()).collect();
    contents
        .clients
        .retain(|ClientEntry { summary }| summary.name != SETTLED || of_jobs.contains(&summary.id));
    contents
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_says_what_the_files_say(steps in steps()) {
        let mut office = Office::new();
        for step in &steps {
            take(&mut office, step);
        }
        let quick = office.ask();
        let quickly_open = office.ask_for(CURRENT);
        let anew = office.ask_anew();
        prop_assert_eq!(&anew, &quick);
        prop_assert_eq!(&quick, &office.told_each(Wanted::Everything));
        let told = office.told_each(CURRENT);
        prop_assert_eq!((&quickly_open.jobs, &quickly_open.clients), (&told.jobs, &told.clients));
        let open = open(&office, anew);
        prop_assert_eq!((open.jobs, open.clients), (quickly_open.jobs, quickly_open.clients));
    }
}
