//! Sealed files are not looked at, and what is open is told without the rest.
#![allow(clippy::disallowed_methods, reason = "tests change the files that the index reads")]

use super::office::{CURRENT, Office, SETTLED, client, job, path, titles, wait};
use crate::book::index::Wanted;

/// An office with a sealed job, alone in its folder, and an open one, asked once.
fn office() -> Office {
    let mut office = Office::new();
    office.write(&path("C-0042"), &client("C-0042", "Mill"));
    office.write(&path("J-2026-00017"), &job("J-2026-00017", "C-0042", SETTLED));
    office.write(&path("J-2026-00117"), &job("J-2026-00117", "C-0042", "Door"));
    office.seal(&path("J-2026-00017"));
    wait();
    office.ask();
    office.opened();
    office.looked();
    office
}

#[test]
fn what_is_open_is_told_without_what_is_settled() {
    let office = office();
    assert_eq!(titles(&office.ask_for(CURRENT)), ["Door"]);
    assert_eq!(titles(&office.ask()), [SETTLED, "Door"]);
    assert_eq!((office.opened(), office.looked()), (0, 0), "neither files nor manifests are read again");
}

#[test]
fn a_sealed_file_is_not_looked_at_until_a_manifest_changes() {
    let mut office = office();
    let file = path("J-2026-00017");
    office.write(&file, &job("J-2026-00017", "C-0042", "Gate"));
    for _ in 0..2 {
        assert_eq!(titles(&office.ask()), [SETTLED, "Door"]);
        assert_eq!(titles(&office.ask_for(CURRENT)), ["Door"]);
    }
    office.unseal(&file);
    assert_eq!(titles(&office.ask_for(CURRENT)), ["Gate", "Door"]);
    assert_eq!(titles(&office.ask()), ["Gate", "Door"]);
}

#[test]
fn a_sealed_file_that_is_not_as_it_was_sealed_is_like_any_other() {
    let mut office = office();
    let file = path("J-2026-00017");
    office.write(&file, &job("J-2026-00017", "C-0042", "Gate"));
    // Another file is sealed, so the manifest is another.
    office.seal(&path("J-2026-00117"));
    wait();
    assert_eq!(titles(&office.ask_anew()), ["Gate", "Door"]);
    std::fs::remove_file(office.at(".jobbook/index")).unwrap();
    assert_eq!(titles(&office.ask_for(CURRENT)), ["Gate"]);
}

#[test]
fn a_client_that_changes_leaves_its_sealed_jobs_sealed() {
    let office = office();
    for name in ["Old mill", "New mill"] {
        office.write(&path("C-0042"), &client("C-0042", name));
        wait();
        assert_eq!(titles(&office.ask()), [SETTLED, "Door"]);
        assert_eq!(office.opened(), 2, "the client and the job that is not sealed");
        assert_eq!(office.looked(), 0);
    }
}

#[test]
fn what_comes_into_a_sealed_folder_goes_or_is_replaced_is_seen() {
    let office = office();
    office.write(&path("J-2026-00018"), &job("J-2026-00018", "C-0042", "Roof"));
    assert_eq!(titles(&office.ask_for(CURRENT)), ["Roof", "Door"]);
    assert_eq!(titles(&office.ask()), [SETTLED, "Roof", "Door"]);
    office.remove(&path("J-2026-00017"));
    assert_eq!(titles(&office.ask()), ["Roof", "Door"]);
}

#[test]
fn what_is_settled_is_not_opened_again_for_a_later_day_and_what_is_sealed_not_for_other_rules() {
    let mut office = office();
    office.write(&path("J-2026-00018"), &job("J-2026-00018", "C-0042", SETTLED));
    wait();
    office.ask();
    office.opened();
    office.until = "2027-05-01T00:00:00Z".parse().unwrap();
    office.ask_for(CURRENT);
    assert_eq!(office.opened(), 2, "the open job, and its client for the dues");
    office.rules = "other rules".into();
    office.ask_for(CURRENT);
    assert_eq!(office.opened(), 3, "the two jobs that are not sealed, and their client");
}

#[test]
fn the_client_of_an_open_job_is_told_though_it_is_sealed() {
    let mut office = office();
    office.write(&path("C-0042"), &client("C-0042", SETTLED));
    office.seal(&path("C-0042"));
    wait();
    office.ask();
    let open = office.ask_for(CURRENT);
    assert_eq!(open.clients.len(), 1);
    office.write(&path("J-2026-00117"), &job("J-2026-00117", "C-0042", SETTLED));
    assert_eq!(office.ask_for(CURRENT).clients.len(), 0);
}

#[test]
fn what_happened_lately_is_told_with_what_is_open() {
    let mut office = office();
    office.unseal(&path("J-2026-00017"));
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    // The jobs were opened on the first of March.
    for (asked, told) in [("2026-03-01", 2), ("2026-03-02", 2), ("2026-03-03", 1)] {
        assert_eq!(office.ask_for(Wanted::Current(day(asked))).jobs.len(), told, "{asked}");
    }
}
