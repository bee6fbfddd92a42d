//! Changes are seen, and only what changed is opened.
#![allow(clippy::disallowed_methods, reason = "tests look at the file that the index writes")]

use super::office::{CURRENT, Office, TODAY, client, job, path, titles, wait};
use crate::book::index::Wanted;
use crate::domain::summary::{JobSummary, sample};

#[test]
fn an_empty_book_holds_nothing_and_gets_no_index() {
    let office = Office::new();
    let contents = office.ask();
    assert!(contents.jobs.is_empty() && contents.clients.is_empty() && contents.damaged.is_empty());
    assert!(!office.at(".jobbook").exists());
}

#[test]
fn the_first_question_opens_every_file_and_the_second_none() {
    let office = Office::asked_once();
    let contents = office.ask();
    assert_eq!((office.opened(), office.computed()), (0, 0));
    assert_eq!(titles(&contents), ["Gate", "Door"]);
    assert_eq!(contents.clients[0].summary.name, "Mill");
    assert_eq!(contents.jobs[0].dues.len(), 2);
    assert_eq!(contents.jobs[0].path(), "jobs/2026/000/J-2026-00017.yaml");
}

#[test]
fn an_index_that_says_it_all_is_not_written_again() {
    let office = Office::asked_once();
    let before = std::fs::metadata(office.at(".jobbook/index")).unwrap();
    wait();
    office.ask();
    let after = std::fs::metadata(office.at(".jobbook/index")).unwrap();
    assert_eq!(before.modified().unwrap(), after.modified().unwrap());
    let left = std::fs::read_dir(office.at(".jobbook")).unwrap().count();
    assert_eq!(left, 3, "besides the index, the names and .gitignore, no drafts are left behind");
}

#[test]
fn a_changed_job_is_opened_alone() {
    let office = Office::asked_once();
    office.write(&path("J-2026-00018"), &job("J-2026-00018", "C-0042", "Window"));
    assert_eq!(titles(&office.ask()), ["Gate", "Window"]);
    assert_eq!((office.opened(), office.computed()), (2, 1), "the job, and its client for the dues");
}

#[test]
fn a_touched_job_is_not_read_again_once_its_bytes_were_seen_to_be_the_same() {
    let office = Office::asked_once();
    office.write(&path("J-2026-00018"), &job("J-2026-00018", "C-0042", "Door"));
    wait();
    office.ask();
    assert_eq!(office.opened(), 0);
}

#[test]
fn a_new_job_and_a_removed_one_are_seen() {
    let office = Office::asked_once();
    office.write(&path("J-2026-00217"), &job("J-2026-00217", "C-0042", "Roof"));
    office.remove(&path("J-2026-00017"));
    assert_eq!(titles(&office.ask()), ["Door", "Roof"]);
    std::fs::remove_dir_all(office.at("jobs/2026/002")).unwrap();
    assert_eq!(titles(&office.ask()), ["Door"]);
    assert_eq!(titles(&office.ask_anew()), ["Door"]);
}

#[test]
fn a_changed_client_computes_the_dues_of_its_jobs_anew() {
    let office = Office::asked_once();
    office.write(&path("C-0042"), &client("C-0042", "Old mill"));
    let contents = office.ask();
    assert_eq!(contents.jobs[1].dues[0].sentence, "call Old mill (rules)");
    assert_eq!((office.opened(), office.computed()), (3, 2));
    wait();
    office.ask();
    office.opened();
    office.ask();
    assert_eq!((office.opened(), office.computed()), (0, 0));
}

#[test]
fn other_rules_compute_every_due_anew_and_leave_the_clients_alone() {
    let mut office = Office::asked_once();
    office.rules = "other rules".into();
    let contents = office.ask();
    assert_eq!(contents.jobs[0].dues[0].sentence, "call Mill (other rules)");
    assert_eq!((office.opened(), office.computed()), (3, 2), "two jobs, and their client once");
    office.ask();
    assert_eq!((office.opened(), office.computed()), (0, 0));
}

#[test]
fn a_later_question_finds_its_dues_computed_ahead() {
    let mut office = Office::asked_once();
    office.until = "2026-06-01T00:00:00Z".parse().unwrap();
    assert_eq!(office.ask().jobs[0].dues.len(), 3);
    assert_eq!(office.computed(), 0);
    office.until = "2026-12-31T00:00:00Z".parse().unwrap();
    assert_eq!(office.ask().jobs[0].dues.len(), 10);
    assert_eq!(office.computed(), 2);
    office.until = "2026-04-01T00:00:00Z".parse().unwrap();
    assert_eq!(office.ask().jobs[0].dues.len(), 1, "an earlier question gets no more than it asked for");
    assert_eq!(office.computed(), 0);
}

#[test]
fn jobs_stand_in_the_order_of_years_seats_and_numbers() {
    let office = Office::new();
    let ids = ["J-2025-00002", "J-2026-00009", "J-2026-99999", "J-2026-100000", "J-2026-b00001"];
    for id in ids {
        office.write(&path(id), &job(id, "C-01", id));
    }
    office.write(&path("C-01"), &client("C-01", "Mill"));
    assert_eq!(titles(&office.ask()), ids);
    assert_eq!(titles(&office.ask()), ids);
}

#[test]
fn yearly_parts_and_other_files_are_passed_over() {
    let office = Office::asked_once();
    office.write("jobs/2026/000/J-2026-00017.2027.yaml", "old");
    office.write("jobs/2026/000/.J-2026-00017.yaml.swp", "editor");
    office.write("jobs/2026/000/notes.txt", "notes");
    let contents = office.ask();
    assert_eq!((contents.jobs.len(), contents.damaged.len()), (2, 0));
}

#[test]
fn a_year_without_folders_of_years_is_a_folder_like_any_other() {
    let office = Office::new();
    office.write(&path("C-0042"), &client("C-0042", "Mill"));
    office.write("jobs/2026/J-202617.yaml", &job("J-202617", "C-0042", "Gate"));
    office.write("jobs/2026/000/J-2026-00017.yaml", &job("J-2026-00017", "C-0042", "Door"));
    let contents = office.ask();
    assert_eq!((contents.jobs.len(), contents.damaged.len()), (2, 0));
}

#[test]
fn what_is_over_is_told_by_who_asks_about_everything_or_about_an_earlier_day() {
    let office = Office::asked_once();
    office.write(&path("J-2026-00017"), &sample::text());
    let whole = JobSummary::from(&sample::job());
    wait();
    let day = |text: &str| Wanted::Current(text.parse().unwrap());
    for _ in 0..2 {
        assert_eq!(office.ask().jobs[0].summary, whole);
        assert_eq!(office.ask_for(day("2020-01-01")).jobs[0].summary, whole);
        let mut current = whole.clone();
        current.take_past(TODAY);
        assert!(current != whole);
        assert_eq!(office.ask_for(CURRENT).jobs[0].summary, current);
        wait();
    }
    assert_eq!(office.opened(), 2, "the job and its client, once");
}
