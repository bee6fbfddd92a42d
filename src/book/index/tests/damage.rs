//! A damaged file stops only what needs it; a file at a wrong place is named.
#![allow(clippy::disallowed_methods, reason = "tests damage the files that the index reads")]

use super::office::{Office, client, codes, job, path, titles, wait};

#[test]
fn a_damaged_job_is_named_each_time_and_the_others_are_listed() {
    let office = Office::asked_once();
    office.write(&path("J-2026-00017"), "{ not a job");
    for _ in 0..3 {
        wait();
        let contents = office.ask();
        assert_eq!(titles(&contents), ["Door"]);
        assert_eq!(codes(&contents), ["syntax"]);
        assert_eq!(contents.damaged[0].place.as_ref().unwrap().file, "jobs/2026/000/J-2026-00017.yaml");
    }
    office.write(&path("J-2026-00017"), &job("J-2026-00017", "C-0042", "Gate"));
    assert_eq!(titles(&office.ask()), ["Gate", "Door"]);
    assert!(office.ask().damaged.is_empty());
}

#[test]
fn a_damaged_client_is_named_once_and_its_jobs_are_listed_without_dues() {
    let office = Office::asked_once();
    office.write(&path("C-0042"), "{ not a client");
    for _ in 0..2 {
        let contents = office.ask();
        assert_eq!((titles(&contents).len(), codes(&contents)), (2, vec!["syntax"]));
        assert!(contents.jobs[0].dues.is_empty());
    }
    office.write(&path("C-0042"), &client("C-0042", "Mill"));
    assert_eq!(office.ask().jobs[0].dues.len(), 2);
}

#[test]
fn a_client_who_comes_with_a_job_while_the_book_is_looked_at_is_seen() {
    for is_first in [true, false] {
        let office = if is_first { Office::new() } else { Office::asked_once() };
        // The clients were looked at before, the jobs after somebody wrote both.
        office.write(&path("J-2026-00019"), &job("J-2026-00019", "C-0043", "Roof"));
        *office.meanwhile.lock().unwrap() = Some((path("C-0043"), client("C-0043", "Quarry")));
        let contents = office.ask();
        assert_eq!(codes(&contents), [""; 0], "{is_first}");
        assert_eq!(contents.jobs.last().unwrap().dues.len(), 2);
        assert_eq!(contents.clients.last().unwrap().summary.name, "Quarry");
        assert_eq!(office.ask().jobs.last().unwrap().dues.len(), 2);
    }
}

#[test]
fn a_job_whose_client_has_no_file_is_named() {
    let office = Office::asked_once();
    office.remove(&path("C-0042"));
    for _ in 0..2 {
        let contents = office.ask();
        assert_eq!(codes(&contents), ["client-missing", "client-missing"]);
        assert_eq!(titles(&contents), ["Gate", "Door"]);
        wait();
    }
    office.opened();
    office.ask();
    assert_eq!(office.opened(), 0, "nothing changed, so nothing is opened");
}

#[test]
fn a_file_that_says_it_is_another_is_named() {
    let office = Office::asked_once();
    office.write(&path("J-2026-00017"), &job("J-2026-00018", "C-0042", "Gate"));
    let contents = office.ask();
    assert_eq!((titles(&contents), codes(&contents)), (vec!["Door"], vec!["id-mismatch"]));
}

#[test]
fn a_file_at_a_wrong_place_is_named_with_the_right_one() {
    let office = Office::asked_once();
    office.write("jobs/2026/J-2026-00019.yaml", &job("J-2026-00019", "C-0042", "x"));
    office.write("jobs/2026/000/J-2026-00020.yml", &job("J-2026-00020", "C-0042", "x"));
    office.write("jobs/2026/000/plan.yaml", "x");
    office.write("jobs/2026/000/copy/J-2026-00017.yaml", "x");
    let contents = office.ask();
    assert_eq!(codes(&contents), ["misplaced", "folder-too-deep", "misplaced", "misplaced"]);
    assert_eq!(
        contents.damaged[0].remedies,
        ["git mv jobs/2026/000/J-2026-00020.yml jobs/2026/000/J-2026-00020.yaml"]
    );
    assert_eq!(contents.damaged[3].place.as_ref().unwrap().file, "jobs/2026/J-2026-00019.yaml");
}

#[cfg(unix)]
#[test]
fn links_are_named_and_not_followed() {
    let office = Office::asked_once();
    std::os::unix::fs::symlink("/etc", office.at("jobs/2026/001")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", office.at("jobs/2026/000/J-2026-00019.yaml")).unwrap();
    let contents = office.ask();
    assert_eq!(codes(&contents), ["not-a-file", "not-a-file"]);
    assert_eq!(contents.jobs.len(), 2);
}

#[test]
fn a_file_that_is_no_text_is_named_with_the_place() {
    let office = Office::asked_once();
    std::fs::write(office.at(&path("J-2026-00017")), b"{\n  \"id\": \"\xff\"").unwrap();
    let contents = office.ask();
    assert_eq!(codes(&contents), ["not-utf8"]);
    assert_eq!(contents.damaged[0].place.as_ref().unwrap().line, 2);
}

#[test]
fn a_book_that_is_no_folder_is_an_error() {
    let office = Office::new();
    office.write("file", "x");
    let read = |_: &str, path: &str| {
        Err::<crate::domain::job::Job, _>(crate::problem::Problem::damaged("x", path.to_string()).into())
    };
    let scan = crate::book::index::Scan {
        rules: String::new(),
        wanted: crate::book::index::Wanted::Everything,
        today: chrono::NaiveDate::MIN,
        dues_until: office.until,
        read_job: &read,
        read_client: &|_, path| Err(crate::problem::Problem::damaged("x", path.to_string()).into()),
        dues: &|_, _, _| Vec::new(),
        is_settled: &|_, _| false,
        is_client_settled: &|_| false,
        sealed: &|_| None,
    };
    let refused = crate::book::index::load(&office.at("file"), &scan).unwrap_err();
    assert_eq!(refused.iter().next().unwrap().code, "book-unreadable");
}
