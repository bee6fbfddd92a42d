//! How long it takes. Run by hand:
//! `cargo test --release --lib book::index::tests::speed -- --ignored --nocapture`.
//!
//! The files are JSON, which takes about as long to read as the plain YAML that jobbook writes.
#![allow(clippy::disallowed_methods, reason = "tests write the files that the index reads")]
#![allow(clippy::disallowed_macros, reason = "the figures are for the person who runs it")]

use std::time::Instant;

use rayon::prelude::*;

use super::office::{Office, client, path, wait};
use crate::book::index::walk::walk;
use crate::domain::summary::sample;

fn measure(jobs: usize) {
    let office = Office::new();
    let clients = jobs / 4;
    (0..clients).into_par_iter().for_each(|n| {
        let id = format!("C-{n:05}");
        office.write(&path(&id), &client(&id, "Mill"));
    });
    (0..jobs).into_par_iter().for_each(|n| {
        let id = format!("J-2026-{n:06}");
        let text = sample::text().replace("J-2026-00017", &id);
        office.write(&path(&id), &text.replace("C-0042", &format!("C-{:05}", n % clients)));
    });
    wait();
    let timed = |what: &str| {
        let begun = Instant::now();
        let contents = office.ask();
        let took = begun.elapsed();
        assert_eq!((contents.jobs.len(), contents.damaged.len()), (jobs, 0));
        println!("{jobs} jobs, {what}: {} ms, {} files opened", took.as_millis(), office.opened());
    };
    timed("no index");
    let size = std::fs::metadata(office.at(".jobbook/index")).unwrap().len();
    println!("{jobs} jobs, the index: {} KiB", size / 1024);
    timed("nothing changed");
    timed("nothing changed, again");
    let begun = Instant::now();
    let walked = walk(&office.at(""), "jobs").listings.len() + walk(&office.at(""), "clients").listings.len();
    println!("{jobs} jobs, walk and stat alone: {} ms, {walked} folders", begun.elapsed().as_millis());
    office.write(&path("C-00007"), &client("C-00007", "Old mill"));
    timed("a client changed");
    for n in 0..jobs / 100 {
        let id = format!("J-2026-{:06}", n * 100);
        let text = sample::text().replace("J-2026-00017", &id);
        office.write(&path(&id), &text.replace("C-0042", "C-00007"));
    }
    timed("one job in a hundred changed");
    timed("nothing changed since");
}

#[test]
#[ignore = "takes a minute and asserts nothing"]
fn ten_thousand_jobs() {
    measure(10_000);
}

#[test]
#[ignore = "takes a minute and asserts nothing"]
fn a_hundred_thousand_jobs() {
    measure(100_000);
}
