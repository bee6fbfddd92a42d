//! Two documents of offices, walked through sentence by sentence by somebody who only knows README and the help: what
//! stood in the way, held here (E02, E07, E09, E12, E14, E20, G02–G08).

use crate::engagement::with_colleagues;
use crate::office::Office;

/// A first call; ana and ben, who goes.
fn called(workflow: &str) -> Office {
    let office = Office::new();
    with_colleagues(&office);
    let first = ["contact", "new", "in", "call", "--name", "Blue Pine", "--email", "ida@pine.example"];
    office.ok(first.into_iter().chain(["--title", "New laptop", "--workflow", workflow]));
    office
}

fn stage(office: &Office) -> String {
    office.json(["job", "show", "1"])["job"]["stage"].as_str().unwrap().to_string()
}

#[test]
fn g08_a_session_goes_from_the_call_to_the_payment_without_a_quote() {
    let mut office = called("session");
    let told = office.ok(["visit", "add", "1", "today 14-15", "--kind", "remote", "--tech", "ben"]);
    assert!(
        told.contains("where to join is not said yet: jobbook visit set J-2026-00001 1 --link"),
        "{told}"
    );
    office.ok(["visit", "set", "1", "--link", "https://meet.example/1"]);
    let told = office.ok(["visit", "notify", "1"]);
    assert!(!told.contains("where to join"), "{told}");
    office.at("2026-03-02T13:52:00+01:00");
    let refused = office.refused(1, ["visit", "start", "1"]);
    assert!(refused.contains("try: jobbook job scope J-2026-00001"), "{refused}");
    office.ok(["job", "scope", "1", "Mail and files, nothing else"]);
    assert!(office.ok(["visit", "start", "1"]).contains("visit 1 started, ben has joined\n"));
    office.ok(["visit", "done", "1", "--hours", "1", "--note", "all moved"]);
    assert_eq!(stage(&office), "wrap-up");
    office.ok(["visit", "notes", "1", "showed how", "--follow-up", "tomorrow 10:00", "--what", "all there?"]);
    assert_eq!(stage(&office), "invoicing");
    assert!(office.letter("billing-notice").contains("New laptop"));
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
    office.ok(["payment", "record", "1"]);
    assert_eq!(stage(&office), "complete");
}

#[test]
fn g02_whoever_goes_is_reminded_before_they_are_to_be_there() {
    let mut office = called("session");
    let link = ["--link", "https://meet.example/1", "--notify", "call"];
    office.ok(["visit", "add", "1", "today 14-15", "--kind", "remote", "--tech", "ben"]
        .into_iter()
        .chain(link));
    office.at("2026-03-02T13:34:00+01:00");
    assert!(!office.run(["remind"]).out.contains("join"));
    office.at("2026-03-02T13:36:00+01:00");
    assert!(office.run(["remind"]).out.contains("join https://meet.example/1 by 13:50"));
    office.at("2026-03-02T13:51:00+01:00");
    assert!(!office.run(["remind"]).out.contains("join"), "once");
}

#[test]
fn g07_a_session_that_was_broken_off_owes_no_steps() {
    let mut office = called("session");
    office.ok(["job", "scope", "1", "Mail"]);
    office.ok(["visit", "add", "1", "today 10-11", "--tech", "ben", "--notify", "call"]);
    office.at("2026-03-02T10:00:00+01:00");
    office.ok(["visit", "start", "1"]);
    office.ok(["guide", "follow", "1", "client-session", "--step", "1", "--done"]);
    let told = office.ok(["visit", "incomplete", "1", "--cause", "conduct", "--note", "shouted at, left"]);
    assert!(!told.contains("still to record"), "{told}");
    assert_eq!(stage(&office), "held");
}

#[test]
fn g07_much_that_is_left_is_told_by_number() {
    let mut office = called("session");
    office.ok(["job", "scope", "1", "Mail"]);
    office.ok(["visit", "add", "1", "today 10-11", "--tech", "ben", "--notify", "call"]);
    office.at("2026-03-02T10:00:00+01:00");
    office.ok(["visit", "start", "1"]);
    office.ok(["guide", "follow", "1", "client-session", "--step", "1", "--done"]);
    let told = office.ok(["visit", "done", "1", "--hours", "1", "--note", "moved"]);
    assert!(
        told.contains("A session with a client, still to record: 7 steps; outcomes The client is"),
        "{told}"
    );
}

#[test]
fn e14_what_the_visit_decides_is_not_claimed_before() {
    let mut office = called("service-call");
    office.ok(["job", "set", "1", "--emergency"]);
    office.ok(["job", "advance", "1", "--to", "scheduling", "--reason", "water runs"]);
    office.ok(["visit", "add", "1", "now", "--tech", "ben", "--notify", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.at("2026-03-02T10:00:00+01:00");
    office.ok(["visit", "start", "1"]);
    let why = office.ok(["why", "1"]);
    assert!(why.contains("• if then another visit is still open\n"), "{why}");
    assert!(!why.contains("– holds") && !why.contains("– does not hold"), "{why}");
    assert!(why.contains("• jobbook visit incomplete J-2026-00001 --cause parts\n"), "{why}");
}

#[test]
fn e07_a_job_becomes_an_emergency_and_somebody_is_sent_now() {
    let office = called("service-call");
    let told = office.ok(["job", "set", "1", "--emergency"]);
    assert!(told.contains("emergency: false → true"), "{told}");
    assert!(told.contains("jobbook job advance J-2026-00001 --to scheduling --reason"), "{told}");
    assert!(told.contains("jobbook visit add J-2026-00001 now --tech NAME"), "{told}");
    let added = office.ok(["visit", "add", "1", "now", "--tech", "ben"]);
    assert!(added.contains("visit 1: Mon 2026-03-02 09:00–11:00, ben goes"), "{added}");
    assert!(office.ok(["job", "set", "1", "--emergency", "no"]).contains("emergency: true → false"));
}

#[test]
fn e09_the_clock_begins_when_a_person_said_that_the_letter_went_out() {
    let mut office = called("service-call");
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "HOUR"]);
    assert!(office.ok(["quote", "send", "1"]).contains("next: by Thu 2026-03-05 09:00, sales: follow up"));
    office.at("2026-03-03T11:00:00+01:00");
    office.ok(["outbox", "done", "1"]);
    let shown = office.ok(["job", "show", "1"]);
    assert!(shown.contains("ana: email out: Quote Q-2026-00001-1: New laptop"), "{shown}");
    assert!(shown.contains("next: by Fri 2026-03-06 11:00, sales: follow up on quote v1"), "{shown}");
}

#[test]
fn e02_a_wish_for_another_time_is_kept_before_a_visit_is_planned() {
    let office = called("service-call");
    let told = office.ok(["contact", "log", "1", "in", "call", "after three", "--reschedule", "fri 15-17"]);
    assert!(told.contains("jobbook visit add J-2026-00001 \"2026-03-06 15:00-17:00\" plans it"), "{told}");
    assert!(office.ok(["job", "show", "1"]).contains("Fri 2026-03-06 15:00–17:00"));
    assert!(
        office.ok(["visit", "add", "1", "2026-03-06 15:00-17:00"]).contains("Fri 2026-03-06 15:00–17:00")
    );
}

#[test]
fn e12_the_client_is_told_the_estimated_day_and_the_only_open_part_is_meant() {
    let office = called("service-call");
    office.ok(["parts", "add", "1", "Roller"]);
    let told = office.ok(["parts", "order", "1", "--supplier", "Hinge Depot", "--eta", "thu", "--tell"]);
    assert!(told.contains("draft to ida@pine.example in outbox/ready/"), "{told}");
    let letter = office.letter("eta-change");
    assert!(letter.contains("Delivery date: New laptop") && letter.contains("is expected on"), "{letter}");
    assert!(!letter.contains("sorry"), "{letter}");
    office.ok(["parts", "receive", "1"]);
    office.ok(["parts", "add", "1", "Roller, wide"]);
    assert!(office.ok(["parts", "order", "1", "--supplier", "Hinge Depot"]).contains("part 2 ordered"));
    assert!(office.ok(["parts", "return", "1", "1", "--reason", "wrong size"]).contains("part 1 went back"));
    assert!(office.ok(["parts", "receive", "1"]).contains("part 2 received"));
}

#[test]
fn e20_a_job_is_taken_up_again_in_the_stage_that_is_named() {
    let office = called("service-call");
    office.ok(["job", "cancel", "1", "--reason", "price", "--note", "too dear"]);
    office.ok(["job", "reopen", "1", "--reason", "they come after all", "--to", "scheduling"]);
    assert_eq!(stage(&office), "scheduling");
}

#[test]
fn a_title_is_given_alike_with_both_commands_that_make_jobs() {
    let office = called("service-call");
    assert!(office.ok(["job", "new", "1", "--title", "Second laptop"]).contains("Blue Pine · Second laptop"));
    office.refused(2, ["job", "new", "1", "One", "--title", "Other"]);
}
