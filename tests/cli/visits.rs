//! Parts, visits, checklists: from the approved quote to the finished work (E12, E13, E14).

use serde_json::json;

use crate::engagement::{Engagement, line, part, with_colleagues};
use crate::office::Office;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";

/// An approved quote with two closer arms to be ordered.
fn with_parts() -> Office {
    let office = Office::new();
    with_colleagues(&office);
    let lines = vec![line("Fit the closer", "2", "64.00"), part("Closer arm", "2", "48.20")];
    Engagement::new().approved(&office, lines).write(&office);
    office
}

/// A visit by ben on Thursday that the client knows of; nothing is to be ordered.
fn with_visit() -> Office {
    let office = Office::new();
    with_colleagues(&office);
    Engagement::new().approved(&office, vec![line("Fit the closer", "2", "64.00")]).write(&office);
    office.ok(["visit", "add", "1", "thu 9-11", "--tech", "ben", "--notify", "call"]);
    office
}

fn stage(office: &Office) -> String {
    Engagement::read(office, "J-2026-00001").stage
}

#[test]
fn e12_a_delivery_that_breaks_a_promise_is_told_and_the_clients_mail_prepared() {
    let office = with_parts();
    assert_eq!(
        office.ok(["parts", "order", "1", "--supplier", "Hinge & Co", "--po", "PO-1", "--cost", "30", "--eta", "wed"]),
        "\
J-2026-00001  Harbour Café · Door closer
• part 1 ordered from Hinge & Co, expected Wed 2026-03-04
next: by Wed 2026-03-04 24:00, logistics: receive 2 × Closer arm from Hinge & Co, expected on 2026-03-04, or ask where it is
      jobbook parts receive J-2026-00001 1
next: by Mon 2026-03-23 09:00, logistics: finish \"Parts on the way\", which should take 15 business days at most: order, ask for the day, tell the client, receive
      jobbook why J-2026-00001
"
    );
    office.ok(["visit", "add", "1", "thu 9-11", "--tech", "ben", "--notify", "email"]);
    let moved = office.ok(["parts", "eta", "1", "fri", "--note", "back order"]);
    assert!(
        moved.contains(
            "• part 1 expected Fri 2026-03-06, was Wed 2026-03-04\n\
             • breaks a promise: visit 1, the client was told Thu 2026-03-05 09:00–11:00, but the part comes on 2026-03-06\n\
             • draft to ines@harbour.example in outbox/ready/"
        ),
        "{moved}"
    );
    assert!(
        moved.contains("      jobbook visit roll J-2026-00001 1 \"DAY TIME\" --reason \"parts late\"\n"),
        "{moved}"
    );
    let letter = office.letter("eta-change");
    assert!(letter.contains("Closer arm") && letter.contains("6 March 2026"), "{letter}");
    assert_eq!(office.last_commit(), "J-2026-00001: part 1 expected Fri 2026-03-06, was Wed 2026-03-04");

    let eta: Vec<String> = Engagement::read(&office, "J-2026-00001").parts[0]
        .eta
        .iter()
        .map(|eta| eta.date.to_string())
        .collect();
    assert_eq!(eta, ["2026-03-04", "2026-03-06"]);
    let told = office.ok(["visit", "roll", "1", "2026-03-17 9-11", "--reason", "parts late"]);
    assert!(
        told.contains(
            "• visit 1 moved to Tue 2026-03-17 09:00–11:00, was Thu 2026-03-05 09:00–11:00; rolled over\n• overtaken and withdrawn: outbox/ready/"
        ),
        "{told}"
    );
    assert!(
        told.contains("tell the client of the new time of visit 1 on Tue 2026-03-17 09:00–11:00\n"),
        "{told}"
    );
    let visit = &Engagement::read(&office, "J-2026-00001").visits[0];
    assert_eq!(visit.moved[0].reason.as_deref(), Some("parts late"));
}

#[test]
fn e12_parts_come_partly_go_back_and_are_ordered_anew() {
    let office = with_parts();
    office.ok(["parts", "order", "1", "--supplier", "Hinge & Co", "--po", "PO-1", "--eta", "wed"]);
    let some = office.ok(["parts", "receive", "1", "--qty", "1"]);
    assert!(some.contains("• part 1: 1 received, 1 still missing\n"), "{some}");
    assert_eq!(
        office.ok(["parts", "list"]),
        "\
job           part  what        qty  in hand  state   supplier    po    expected
J-2026-00001     1  Closer arm    2        1  partly  Hinge & Co  PO-1  2026-03-04
"
    );
    assert_eq!(stage(&office), "parts");
    let all = office.ok(["parts", "receive", "1"]);
    assert!(all.contains("• stage: Parts on the way → Plan the visit (ready)\n"), "{all}");
    let back = office.ok(["parts", "return", "1", "--qty", "1", "--note", "wrong size", "--needed-again"]);
    assert!(
        back.contains("• part 1 went back\n• stage: Plan the visit → Parts on the way (ready)\n")
            && back.contains("• part 2 is needed in its place, to be ordered\n"),
        "{back}"
    );
    let rows = office.json(["parts", "list", "1"]);
    assert_eq!(rows["parts"][0]["missing"], json!("0"));
    assert_eq!((&rows["parts"][1]["state"], &rows["parts"][1]["missing"]), (&json!("needed"), &json!("1")));
    assert_eq!(rows["parts"][0]["part"]["returned"][0]["note"], json!("wrong size"));

    let refused = office.refused(1, ["parts", "receive", "1", "2", "--qty", "5"]);
    assert_eq!(
        refused,
        "\
error: 5 of part 2 arrived, but only 1 are missing [part-too-many]
  try: jobbook parts receive J-2026-00001 2 --qty 1
  try: jobbook parts add J-2026-00001 \"…\", for what came on top
"
    );
    assert!(office.refused(1, ["parts", "add", "1", "card 4111 1111 1111 1111"]).contains("[card-number]"));
}

#[test]
fn e13_nobody_starts_before_the_checklist_is_ticked() {
    let office = with_visit();
    office.replace("clients/00/C-0001.yaml", "status: active\n", "status: active\nprotocol: Ring first.\ncheck_in:\n  phone: \"+4930555\"\n  instructions: Say the work order\n");
    office.replace(JOB, "path: quote-first\n", "path: quote-first\nwork_order: WO-7\n");
    office.git(["commit", "-qam", "Protocol"]);
    assert_eq!(
        office.refused(1, ["visit", "start", "1"]),
        "\
error: Before the technician leaves: The technician knows how to check in and out by phone (check-in); The technician knows whether prices may be discussed (prices); The technician has read the client's protocol (protocol) [gate]
  try: jobbook checklist tick J-2026-00001 check-in
  try: jobbook checklist tick J-2026-00001 prices
  try: jobbook checklist tick J-2026-00001 protocol
"
    );
    assert!(
        office.touched(|office| {
            office.ok(["checklist", "tick", "1", "check-in", "prices"]);
        }) == [JOB]
    );
    assert_eq!(
        office.last_commit(),
        "J-2026-00001: dispatch/check-in, visit 1 ticked; dispatch/prices, visit 1 ticked"
    );
    assert_eq!(
        office
            .ok(["checklist", "skip", "1", "protocol", "--reason", "same technician as last week"])
            .lines()
            .nth(1),
        Some("• dispatch/protocol, visit 1 skipped")
    );
    assert_eq!(
        office.ok(["checklist", "show", "1", "dispatch"]),
        "\
J-2026-00001  Harbour Café · Door closer

Before the technician leaves (dispatch, visit 1)
     item      what                                                   by                                          at
[x]  parts     All parts are in the technician's hands                proved: no parts needed
[x]  check-in  The technician knows how to check in and out by phone  ana                                         Mon 2026-03-02 09:00
[x]  prices    The technician knows whether prices may be discussed   ana                                         Mon 2026-03-02 09:00
[-]  protocol  The technician has read the client's protocol          ana, skipped: same technician as last week  Mon 2026-03-02 09:00
"
    );
    let sheet = office.ok(["visit", "sheet", "1"]);
    for printed in [
        "WO-7",
        "+4930555",
        "Say the work order",
        "Ring first.",
        "[x] The technician knows how to check in",
        "Ben Example",
    ] {
        assert!(sheet.contains(printed), "{printed}\n{sheet}");
    }
    assert!(!sheet.contains("64"), "prices are not for the technician\n{sheet}");
    let started = office.ok(["visit", "start", "1"]);
    assert!(started.contains("• visit 1 started, ben is on site\n• stage: Ready for the visit → Technician on site (visit-started)\n"), "{started}");
    let passed = office.read(JOB);
    assert!(passed.contains("dispatch/prices: ticked by ana"), "{passed}");
}

#[test]
fn e13_ticks_are_taken_back_with_a_reason_and_needless_ones_refused() {
    let office = with_visit();
    assert_eq!(
        office.refused(1, ["checklist", "tick", "1", "parts"]),
        "error: parts needs no tick [item-proved]\n  why: the file proves it: no parts needed\n"
    );
    assert!(office.refused(1, ["checklist", "tick", "1", "check-in"]).contains("[item-not-asked]"));
    assert!(office.refused(1, ["checklist", "tick", "1", "finished"]).contains("[list-without-visit]"));
    assert!(
        office.refused(1, ["checklist", "tick", "1", "pricess"]).contains("  try: did you mean prices?\n")
    );
    office.ok(["checklist", "tick", "1", "prices"]);
    assert!(
        office
            .refused(1, ["checklist", "tick", "1", "prices"])
            .contains("jobbook checklist untick J-2026-00001 prices\n")
    );
    let open = office.ok(["checklist", "untick", "1", "prices", "--reason", "wrong job"]);
    assert!(open.contains("• dispatch/prices, visit 1 is open again\n"), "{open}");
    let job = office.read(JOB);
    assert!(job.contains("because: wrong job"), "{job}");
    let lists = office.json(["checklist", "show", "1", "dispatch"]);
    let prices = lists["checklists"][0]["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["name"] == "prices")
        .unwrap();
    assert_eq!((&prices["settled"], &lists["checklists"][0]["visit"]), (&json!(false), &json!(1)));
}

#[test]
fn e13_an_item_may_ask_for_evidence_and_two_lists_for_one_name() {
    let office = with_visit();
    let workflow = "workflows/service-call.toml";
    office.replace(workflow, "  name  = \"photos\"\n", "  name  = \"photos\"\n  evidence = true\n");
    office.replace(workflow, "  name = \"finished\"\n", "  name = \"prices\"\n");
    office.git(["commit", "-qam", "Evidence"]);
    let refused = office.refused(2, ["checklist", "tick", "1", "photos"]);
    assert!(refused.contains("[evidence-needed]") && refused.contains("--evidence"), "{refused}");
    office.ok(["checklist", "tick", "1", "photos", "--evidence", "album 7"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    office.ok(["visit", "done", "1"]);
    office.ok(["visit", "add", "1", "fri 9-11"]);
    let refused = office.refused(2, ["checklist", "tick", "1", "prices"]);
    assert!(refused.contains("several lists ask for prices: dispatch, confirm"), "{refused}");
    let ticked = office.ok(["checklist", "tick", "1", "prices", "--list", "confirm"]);
    assert!(ticked.contains("• confirm/prices, visit 1 ticked\n"), "{ticked}");
}

#[test]
fn e14_an_incomplete_visit_goes_back_to_parts_and_its_return_visit_has_fresh_lists() {
    let mut office = with_visit();
    office.ok(["checklist", "tick", "1", "prices"]);
    office.at("2026-03-05T09:10:00+01:00").ok(["visit", "start", "1"]);
    let told = office.at("2026-03-05T10:10:00+01:00").ok([
        "visit",
        "incomplete",
        "1",
        "--cause",
        "parts",
        "--need",
        "Longer arm=2",
        "--hours",
        "1",
        "--note",
        "the arm is too short",
    ]);
    assert!(
        told.starts_with(
            "\
J-2026-00001  Harbour Café · Door closer
• visit 1 incomplete for parts, 1 h
• part 1 needed: 2 × Longer arm
• stage: Technician on site → Parts on the way (visit-incomplete)
"
        ),
        "{told}"
    );
    assert_eq!(
        office.last_commit(),
        "J-2026-00001: visit 1 incomplete for parts, 1 h; part 1 needed: 2 × Longer arm → parts"
    );
    office.ok(["parts", "order", "1", "--supplier", "Hinge & Co", "--eta", "fri"]);
    office.ok(["parts", "receive", "1"]);
    let again = office.ok(["visit", "add", "1", "2026-03-16 13-15", "--tech", "ben", "--notify", "call"]);
    assert!(
        again.contains("• visit 2: Mon 2026-03-16 13:00–15:00, ben goes, return visit of 1\n"),
        "{again}"
    );
    let refused = office.refused(1, ["visit", "start", "1"]);
    assert!(refused.contains("jobbook checklist tick J-2026-00001 prices"), "{refused}");
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    let sheet = office.ok(["visit", "sheet", "1"]);
    assert!(sheet.contains("the arm is too short"), "{sheet}");
    let done =
        office.ok(["visit", "done", "1", "--hours", "1.5", "--used", "1=2", "--note", "closer fitted"]);
    assert!(done.contains("• visit 2 done, 1.5 h, used 2 of part 1\n• stage: Technician on site → Confirm the work (visit-done)\n"), "{done}");
    let visits = Engagement::read(&office, "J-2026-00001").visits;
    assert_eq!(visits[1].return_of.as_ref(), Some(&visits[0].n));
    assert_eq!((visits[0].state(), visits[1].state()), ("incomplete", "done"));
}

#[test]
fn e14_too_little_time_goes_back_to_planning() {
    let office = with_visit();
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    office.ok(["visit", "incomplete", "1", "--cause", "time", "--note", "half done"]);
    assert_eq!(stage(&office), "scheduling");
    let refused = office.refused(2, ["visit", "incomplete", "1", "--cause", "rain"]);
    assert!(refused.contains("parts, time, access, conduct, other"), "{refused}");
}

#[test]
fn parts_used_are_written_down_afterwards_and_never_more_than_came() {
    let office = with_parts();
    office.ok(["parts", "receive", "1"]);
    office.ok(["visit", "add", "1", "tomorrow 9-11", "--tech", "ben", "--notify", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    let refused = office.refused(1, ["visit", "done", "1", "--used", "1=2", "--used", "1=1"]);
    assert!(
        refused.contains(
            "1 of part 1 cannot have been used [part-not-in-hand]\n  why: 2 arrived, and 2 were used before\n"
        ),
        "{refused}"
    );
    office.ok(["visit", "done", "1"]);
    let noted = office.ok(["visit", "notes", "1", "--used", "1=2"]);
    assert!(noted.contains("• notes on visit 1, used 2 of part 1\n"), "{noted}");
    office.ok(["visit", "notes", "1", "1", "frame is bent"]);
    let visit = &Engagement::read(&office, "J-2026-00001").visits[0];
    assert_eq!((visit.used[0].qty.to_string(), visit.notes[0].text.as_str()), ("2".into(), "frame is bent"));
    assert!(office.refused(2, ["visit", "notes", "1"]).contains("[input-needed]"));
}

#[test]
fn who_goes_is_looked_at_closely() {
    let office = with_visit();
    Engagement::numbered(2, "Corner Bakery").write(&office);
    let twice = office.run(["visit", "add", "2", "thu 10-12", "--tech", "Ben Example"]);
    assert_eq!(twice.code, 0);
    assert_eq!(
        twice.err,
        "\
warning: ben has visit 1 of J-2026-00001 on Thu 2026-03-05 09:00–11:00 [technician-twice]
  try: jobbook visit roll J-2026-00002 1 \"DAY TIME\"
  try: jobbook visit assign J-2026-00002 1 NAME
"
    );
    let away = office.refused(1, ["visit", "roll", "2", "2026-03-10 9-11"]);
    assert!(
        away.starts_with(
            "error: ben is away on Tue 2026-03-10 [technician-away]\n  try: jobbook visit assign J-2026-00002 1 ana\n"
        ),
        "{away}"
    );
    let strange = office.run(["visit", "assign", "2", "1", "bem"]);
    assert!(
        strange
            .err
            .contains("warning: bem is not in team.toml [technician-unknown]\n  try: did you mean ben?\n"),
        "{}",
        strange.err
    );
    let cleo = office.run(["visit", "assign", "2", "cleo"]);
    assert!(cleo.err.starts_with("warning: cleo has not the role of a technician"), "{}", cleo.err);
    assert!(cleo.out.contains("• cleo goes on visit 1 instead of bem\n"), "{}", cleo.out);
}

#[test]
fn visits_are_listed_by_day() {
    let office = with_visit();
    Engagement::numbered(2, "Corner Bakery").write(&office);
    office.ok(["visit", "add", "2", "wed 13-15"]);
    office.ok(["visit", "add", "2", "--no-day"]);
    assert_eq!(
        office.ok(["visit", "list"]),
        "\
when                        job           visit  client         town    title        technician  state    client told
Wed 2026-03-04 13:00–15:00  J-2026-00002      1  Corner Bakery  Berlin  Door closer  nobody      planned  no
Thu 2026-03-05 09:00–11:00  J-2026-00001      1  Harbour Café   Berlin  Door closer  ben         planned  yes
not planned                 J-2026-00002      2  Corner Bakery  Berlin  Door closer  nobody      to plan  no
"
    );
    let rows = office.json(["visit", "list", "--from", "thu", "--tech", "ben", "--open"]);
    assert_eq!(rows["visits"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        (&rows["visits"][0]["job"], &rows["visits"][0]["visit"]["state"]),
        (&json!("J-2026-00001"), &json!("planned"))
    );
    let refused = office.refused(2, ["visit", "cancel", "2", "--reason", "on holiday"]);
    assert!(refused.contains("1 on Wed 2026-03-04 13:00–15:00; 2 [visit-which]"), "{refused}");
    let gone = office.ok(["visit", "cancel", "1", "--reason", "on holiday"]);
    assert!(
        gone.contains(
            "• visit 1 will not take place\n• stage: Ready for the visit → Plan the visit (visit-cancelled)\n"
        ),
        "{gone}"
    );
    assert!(gone.contains("• the client was told of it: say that nobody comes\n"), "{gone}");
}

#[test]
fn the_client_is_told_by_mail_when_there_is_an_address_and_by_phone_otherwise() {
    let office = with_visit();
    let told = office.ok(["visit", "notify", "1"]);
    assert!(told.contains("• client told by email of visit 1, Thu 2026-03-05 09:00–11:00\n"), "{told}");
    assert!(office.letter("appointment").contains("5 March 2026"));
    Engagement::numbered(2, "Corner Bakery").client(|client| client.contacts[0].email = None).write(&office);
    office.ok(["visit", "add", "2", "wed 13-15", "--tech", "ana"]);
    let told = office.ok(["visit", "notify", "2"]);
    assert!(told.contains("• client told by call of visit 1"), "{told}");
}

#[test]
fn the_sheet_goes_into_a_file_whose_ending_decides() {
    let office = with_visit();
    let answer = office.run(["visit", "sheet", "1", "-o", "sheet.html"]);
    assert_eq!((answer.code, answer.out.as_str(), answer.err.as_str()), (0, "", "written to sheet.html\n"));
    assert!(
        office.read("sheet.html").starts_with("<!DOCTYPE html>")
            || office.read("sheet.html").starts_with("<!doctype html>")
    );
    let sheet = office.json(["visit", "sheet", "1"]);
    assert!(
        sheet["document"].as_str().is_some_and(|text| text.contains("WORK ORDER J-2026-00001/1")),
        "{sheet}"
    );
    assert!(office.refused(3, ["visit", "sheet", "1", "-o", "none/sheet.html"]).contains("[file-missing]"));
}

#[test]
fn a_visit_is_not_planned_into_the_past() {
    let office = Office::new().with_a_job();
    let told = office.refused(2, ["visit", "add", "1", "yesterday 9-11", "--tech", "ana"]);
    assert!(told.contains("[window-past]") && told.contains("next fri 9-11"), "{told}");
}

#[test]
fn e14_a_visit_that_failed_for_parts_says_which() {
    let office = Office::new().with_a_job();
    office.ok(["parts", "receive", "1"]);
    office.ok(["visit", "add", "1", "today 9-11", "--tech", "ana"]);
    office.ok(["visit", "notify", "1", "--channel", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    let told = office.refused(1, ["visit", "incomplete", "1", "--cause", "parts", "--note", "wrong size"]);
    assert!(told.contains("[parts-which]") && told.contains("--need"), "{told}");
    let back = office.ok(["visit", "incomplete", "1", "--cause", "parts", "--need", "Closer, size 5"]);
    assert!(back.contains("→ Parts on the way"), "{back}");
}

#[test]
fn a_letter_that_was_overtaken_is_withdrawn_and_no_longer_due_to_be_sent() {
    let office = Office::new().with_a_job();
    office.ok(["visit", "add", "1", "fri 9-11", "--tech", "ana"]);
    office.ok(["visit", "notify", "1"]);
    let first = office.letter("appointment");
    assert!(first.contains("6 March"), "{first}");
    let moved = office.ok(["visit", "roll", "1", "next tue 9-11", "--reason", "parts late"]);
    assert!(moved.contains("overtaken and withdrawn: outbox/ready/2026-03-02-appointment-"), "{moved}");
    office.ok(["visit", "notify", "1"]);
    assert!(office.letter("appointment").contains("10 March"));
    office.ok(["job", "cancel", "1", "--reason", "price", "--note", "too dear"]);
    assert!(!office.files().keys().any(|name| name.contains("appointment")));
}
