//! After any sequence of changes, the index says what reading every file would say.

use proptest::prelude::*;

use super::office::{Office, client, job, path};

#[derive(Debug, Clone)]
enum Step {
    Job(u8, u8, u8),
    Client(u8, u8),
    Damage(u8),
    RemoveJob(u8),
    RemoveClient(u8),
    Rules(u8),
    Until(u8),
    Ask,
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
        4 => Just(Step::Ask),
    ];
    prop::collection::vec(step, 1..30)
}

fn job_id(n: u8) -> String {
    format!("J-2026-{:05}", u32::from(n) * 60)
}

fn client_id(n: u8) -> String {
    format!("C-{n:04}")
}

fn take(office: &mut Office, step: &Step) {
    match *step {
        Step::Job(n, client, title) => {
            let id = job_id(n);
            office.write(&path(&id), &job(&id, &client_id(client), &format!("title {title}")));
        }
        Step::Client(n, name) => {
            let id = client_id(n);
            office.write(&path(&id), &client(&id, &format!("name {name}")));
        }
        Step::Damage(n) => office.write(&path(&job_id(n)), "{"),
        Step::RemoveJob(n) if office.at(&path(&job_id(n))).exists() => office.remove(&path(&job_id(n))),
        Step::RemoveClient(n) if office.at(&path(&client_id(n))).exists() => {
            office.remove(&path(&client_id(n)));
        }
        Step::RemoveJob(_) | Step::RemoveClient(_) => {}
        Step::Rules(n) => office.rules = format!("rules {n}"),
        Step::Until(month) => office.until = format!("2026-0{month}-15T00:00:00Z").parse().unwrap(),
        Step::Ask => drop(office.ask()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_says_what_the_files_say(steps in steps()) {
        let mut office = Office::new();
        for step in &steps {
            take(&mut office, step);
        }
        let quick = office.ask();
        prop_assert_eq!(office.ask_anew(), quick);
    }
}
