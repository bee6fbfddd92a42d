//! Waivers: sent, asked for, returned before the work starts (T10).

use serde_json::{Value, json};

use crate::engagement::{Engagement, line, with_colleagues};
use crate::office::Office;

/// A new service whose quote is approved and whose visit is on Thursday; a waiver is needed.
fn agreed() -> Office {
    let office = Office::new();
    with_colleagues(&office);
    Engagement::new()
        .approved(&office, vec![line("Fit the timer", "1", "200")])
        .job(|job| {
            job.workflow = "new-service".to_string();
            job.stage = "ready".to_string();
            job.tags = vec!["waiver".to_string()];
        })
        .write(&office);
    office.ok(["visit", "add", "1", "thu 9-11", "--tech", "ben", "--notify", "call"]);
    office
}

fn due(office: &Office, rule: &str) -> Vec<Value> {
    office.json(["due", "1", "--rule", rule])["dues"].as_array().expect("dues").clone()
}

#[test]
fn t10_waivers_must_be_back_before_the_work_starts() {
    let mut office = agreed();
    let to_send = due(&office, "waiver-to-send");
    assert_eq!(to_send[0]["at"], "2026-03-02T17:00:00+01:00");
    assert_eq!(to_send[0]["command"], "jobbook waiver send J-2026-00001 site-work");
    let told = office.refused(1, ["visit", "start", "1"]);
    assert!(told.contains("waivers missing: site-work (not sent) [gate]"), "{told}");
    assert!(told.contains("try: jobbook waiver send J-2026-00001 site-work\n"), "{told}");

    let touched = office.touched(|office| {
        let told = office.ok(["waiver", "send", "1", "site-work"]);
        assert!(told.contains("• waiver 1 site-work sent by mail\n"), "{told}");
    });
    assert_eq!(touched[..2], ["documents/J-2026-00001/W-1.html", "jobs/2026/000/J-2026-00001.yaml"]);
    let letter = office.letter("waiver");
    assert!(letter.contains("Subject: Please sign before we start: Consent to work on site"), "{letter}");
    assert!(letter.contains("filename=\"J-2026-00001-W1.html\""), "{letter}");
    let kept = office.read("documents/J-2026-00001/W-1.html");
    assert!(kept.contains("Fit the timer") && kept.contains("I agree that the work"), "{kept}");
    assert_eq!(office.last_commit(), "J-2026-00001: waiver 1 site-work sent by mail");
    assert!(due(&office, "waiver-to-send").is_empty());

    let out = due(&office, "waiver-out");
    assert_eq!(out[0]["at"], "2026-03-04T09:00:00+01:00", "asked for after 2 business days");
    assert_eq!(office.json(["waiver", "list"])["waivers"][0]["waiver"]["state"], "out");
    let told = office.refused(1, ["visit", "start", "1"]);
    assert!(told.contains("waivers missing: 1 site-work (sent, not back)"), "{told}");

    office.at("2026-03-04T10:00:00+01:00");
    office.ok(["waiver", "send", "1", "site-work", "--via", "hand"]);
    assert_eq!(due(&office, "waiver-out")[0]["at"], "2026-03-06T10:00:00+01:00", "the clock starts anew");
    let told = office.refused(2, ["waiver", "returned", "1"]);
    assert!(told.contains("--evidence PATH-OR-LINK"), "{told}");
    office.ok(["waiver", "returned", "1", "--evidence", "scans/1.pdf", "--signed-by", "Ines Vogel"]);
    assert!(due(&office, "waiver-out").is_empty());
    let waivers = &office.json(["waiver", "list", "1"])["waivers"];
    assert_eq!(waivers[0]["sent"].as_array().unwrap().len(), 2);
    assert_eq!(waivers[0]["returned"]["signed_by"], "Ines Vogel");
    office.ok(["visit", "start", "1"]);
    let log = office.json(["job", "show", "1"])["job"]["log"].clone();
    let passed = &log.as_array().unwrap().last().unwrap()["moved"]["passed"];
    assert!(passed.as_array().unwrap().contains(&json!("waiver 1 site-work: scans/1.pdf")), "{passed}");
    let told = office.refused(1, ["waiver", "send", "1", "site-work"]);
    assert!(told.contains("[waiver-returned]"), "{told}");
}

#[test]
fn t10_a_waiver_can_be_for_one_visit_and_one_that_is_out_blocks_although_no_rule_asks_for_it() {
    let mut office = agreed();
    office.ok(["job", "tag", "1", "-waiver"]);
    office.ok(["visit", "add", "1", "fri 9-11", "--tech", "ben"]);
    office.ok(["waiver", "send", "1", "site-work", "--visit", "2", "--via", "hand"]);
    office.ok(["visit", "start", "1", "1"]);
    office.at("2026-03-02T10:00:00+01:00");
    office.ok(["visit", "done", "1", "1", "--hours", "1", "--note", "the first half"]);
    let told = office.refused(1, ["visit", "start", "1", "2"]);
    assert!(told.contains("waivers missing: 1 site-work"), "{told}");
    office.ok(["waiver", "withdraw", "1", "--reason", "nothing is dug up"]);
    office.ok(["visit", "start", "1", "2"]);
    let told = office.refused(1, ["waiver", "returned", "1", "1", "--evidence", "x"]);
    assert!(told.contains("[waiver-withdrawn]"), "{told}");
}

#[test]
fn t10_refusals_name_the_kinds_and_an_assessment_needs_no_waiver() {
    let office = agreed();
    let told = office.refused(1, ["waiver", "send", "1", "sitework"]);
    assert!(
        told.contains("its waivers are: site-work") && told.contains("did you mean site-work?"),
        "{told}"
    );
    let told = office.refused(1, ["waiver", "returned", "1", "--evidence", "x"]);
    assert!(
        told.contains("[waiver-none]") && told.contains("jobbook waiver send J-2026-00001 KIND"),
        "{told}"
    );
    office.ok(["job", "new", "1", "Another look", "--workflow", "one-time", "--tag", "waiver"]);
    office.ok(["visit", "add", "2", "today 11-12", "--purpose", "assessment", "--tech", "ben"]);
    office.ok(["visit", "start", "2"]);
}

#[test]
fn t10_a_waiver_is_printed_in_the_offices_language_and_hostile_text_stays_text() {
    let office = agreed();
    office.replace("jobbook.toml", "language = \"en\"", "language = \"de\"");
    office.replace("workflows/new-service.toml", "I agree that", "<b>I agree</b> that");
    office.ok(["waiver", "send", "1", "site-work"]);
    let letter = office.letter("waiver");
    assert!(
        letter.contains("Bitte vor Beginn unterschreiben") && letter.contains("unterschreiben es"),
        "{letter}"
    );
    let text = office.ok(["waiver", "show", "1"]);
    assert!(text.contains("WAS SIE UNTERSCHREIBEN\n<b>I agree</b> that"), "{text}");
    let html = office.ok(["waiver", "show", "1", "--html"]);
    assert!(html.contains("&lt;b&gt;I agree") && html.contains("lang=\"de\""), "{html}");
    let copies = office.read("documents/J-2026-00001/W-1.html");
    assert_eq!(html, copies);
}
