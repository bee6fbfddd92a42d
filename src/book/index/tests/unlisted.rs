//! A folder in which no name changed is not listed again, and what happens in it is seen all the same.
#![allow(clippy::disallowed_methods, reason = "tests change the files that the index reads")]

use super::office::{CURRENT, Office, SETTLED, client, codes, job, path, titles, wait};
use crate::book::index::draft::{names_of, read};
use crate::book::index::{Wanted, names};

const FOLDER: &str = "jobs/2026/000";

/// Whether the index knows the folder of jobs as a whole, so that nobody lists it.
fn is_known_as_a_whole(office: &Office) -> bool {
    read(&office.at("")).unwrap().known(FOLDER).unwrap().whole.is_some()
}

/// What becomes of a folder that was known as a whole.
fn after(happens: impl Fn(&Office)) -> Office {
    let office = Office::asked_once();
    assert!(is_known_as_a_whole(&office));
    happens(&office);
    office
}

fn told(office: &Office) -> [Vec<String>; 2] {
    [CURRENT, Wanted::Everything].map(|wanted| {
        let mut told: Vec<String> =
            titles(&office.ask_for(wanted)).into_iter().map(ToString::to_string).collect();
        told.extend(codes(&office.ask_for(wanted)).into_iter().map(ToString::to_string));
        told
    })
}

#[test]
fn a_file_that_changes_in_place_comes_goes_or_is_replaced_is_seen() {
    let gate = path("J-2026-00017");
    let wall = job("J-2026-00017", "C-0042", "Wall");
    let in_place = after(|office| office.write(&gate, &wall));
    assert_eq!(told(&in_place), [["Wall", "Door"], ["Wall", "Door"]]);
    let came = after(|office| office.write(&path("J-2026-00019"), &job("J-2026-00019", "C-0042", "Roof")));
    assert_eq!(told(&came), [["Gate", "Door", "Roof"], ["Gate", "Door", "Roof"]]);
    let gone = after(|office| office.remove(&gate));
    assert_eq!(told(&gone), [["Door"], ["Door"]]);
    let replaced = after(|office| {
        office.write("new", &wall);
        std::fs::rename(office.at("new"), office.at(&gate)).unwrap();
    });
    assert_eq!(told(&replaced), [["Wall", "Door"], ["Wall", "Door"]]);
}

#[test]
fn what_does_not_belong_in_a_folder_is_told_each_time() {
    for happens in [
        |office: &Office| office.write("jobs/2026/000/notes.yaml", "x"),
        |office: &Office| office.write("jobs/2026/000/below/J-2026-00019.yaml", "x"),
        |office: &Office| office.write("jobs/2026/000/J-2026-00018.yaml", "{ not a job"),
    ] {
        let office = after(happens);
        let first = told(&office);
        assert_eq!(first[0].len(), first[1].len());
        for _ in 0..2 {
            wait();
            assert_eq!(told(&office), first);
            assert!(!is_known_as_a_whole(&office));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_becomes_a_link_is_told() {
    let office = after(|office| {
        office.write("elsewhere", &job("J-2026-00017", "C-0042", "Gate"));
        office.remove(&path("J-2026-00017"));
        std::os::unix::fs::symlink(office.at("elsewhere"), office.at(&path("J-2026-00017"))).unwrap();
    });
    for _ in 0..2 {
        assert_eq!(told(&office), [["Door", "not-a-file"], ["Door", "not-a-file"]]);
    }
}

#[test]
fn a_folder_that_was_touched_while_it_was_read_is_listed_again() {
    let office = Office::new();
    office.write(&path("C-0042"), &client("C-0042", "Mill"));
    for round in 1..100 {
        let id = format!("J-2026-000{round:02}");
        office.write(&path(&id), &job(&id, "C-0042", "Gate"));
        assert_eq!(office.ask_for(CURRENT).jobs.len(), round);
    }
}

#[test]
fn sealed_files_beside_open_ones_are_left_out_and_keep_their_names() {
    let mut office = Office::asked_once();
    for id in ["J-2026-00016", "J-2026-00019"] {
        office.write(&path(id), &job(id, "C-0042", SETTLED));
        office.seal(&path(id));
    }
    // Settled, and not sealed.
    office.write(&path("J-2026-00020"), &job("J-2026-00020", "C-0042", SETTLED));
    wait();
    office.ask();
    office.opened();
    for wanted in [CURRENT, CURRENT, Wanted::Everything, CURRENT] {
        wait();
        let asked = office.ask_for(wanted);
        let all = wanted == Wanted::Everything;
        assert_eq!(office.opened(), 0, "{wanted:?}");
        let ids: Vec<&str> = asked.jobs.iter().map(|job| &job.summary.id.as_str()[10..]).collect();
        assert_eq!(ids, if all { vec!["16", "17", "18", "19", "20"] } else { vec!["17", "18"] });
    }
    assert!(is_known_as_a_whole(&office));
    office.looked();
    // The next index is written without the sealed file having been asked for.
    for title in ["Wall", "Fence"] {
        wait();
        office.write(&path("J-2026-00017"), &job("J-2026-00017", "C-0042", title));
        wait();
        assert_eq!(titles(&office.ask_for(CURRENT)), [title, "Door"]);
        let bytes = names_of(&office.at(""));
        let names = names::read(&bytes).unwrap().last_jobs(usize::MAX).unwrap();
        let names: Vec<&str> = names.iter().map(|job| job.title).collect();
        assert_eq!(names, [SETTLED, title, "Door", SETTLED, SETTLED]);
    }
    office.opened();
    assert_eq!(titles(&office.ask()), [SETTLED, "Fence", "Door", SETTLED, SETTLED]);
    assert_eq!((office.opened(), office.looked()), (0, 0));
}
