//! From a new contact to an appointment that the client knows of: tags, statuses, clocks.

use serde_json::json;

use crate::office::Office;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";

/// A lead with a quote that is not sent yet.
fn lead() -> Office {
    let office = Office::new();
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--workflow",
        "sales",
        "--name",
        "Alder Pool",
        "--person",
        "Ida Alder",
        "--email",
        "ida@alder.example",
        "--city",
        "Berlin",
        "--title",
        "Pool care",
    ]);
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "Pool care", "--price", "120"]);
    office
}

/// The same with the quote sent and accepted.
fn accepted() -> Office {
    let mut office = lead();
    office.ok(["quote", "send", "1"]);
    office.at("2026-03-03T10:00:00+01:00");
    office.ok(["quote", "approve", "1", "--who", "Ida Alder", "--how", "email"]);
    office
}

fn standing(office: &Office) -> (String, String, String) {
    let client = &office.json(["client", "list"])["clients"][0];
    let job = &office.json(["job", "list", "--all"])["jobs"][0];
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("").to_string();
    (text(&job["stage"]), client["tags"].to_string(), text(&client["status"]))
}

#[test]
fn p01_a_new_contact_becomes_a_lead_that_needs_a_quote() {
    let office = lead();
    assert_eq!(standing(&office), ("quoting".into(), "[\"quote\"]".into(), "lead".into()));
    for found in [["client", "list", "--tag", "quote"], ["client", "list", "--status", "lead"]] {
        assert_eq!(office.json(found)["clients"].as_array().map(Vec::len), Some(1), "{found:?}");
    }
    assert_eq!(office.json(["client", "list", "--status", "active"])["clients"], json!([]));
    assert_eq!(office.json(["job", "list", "--tag", "quote"])["jobs"][0]["id"], json!("J-2026-00001"));
}

#[test]
fn p02_sending_the_quote_changes_the_tags_by_itself() {
    let office = lead();
    let told = office.ok(["quote", "send", "1"]);
    assert!(told.contains("• tag quote taken off\n• tag sales-followup added\n"), "{told}");
    assert_eq!(standing(&office), ("following-up".into(), "[\"sales-followup\"]".into(), "lead".into()));
    assert!(office.read(JOB).contains("tags:\n- sales-followup\n"));
}

#[test]
fn p03_a_yes_tells_the_office_by_mail_and_asks_for_an_appointment() {
    let office = accepted();
    assert_eq!(standing(&office), ("scheduling".into(), "[\"schedule\"]".into(), "lead".into()));
    let letter = office.letter("office-notice");
    assert!(letter.contains("To: \"Ana Example\" <ana@office.example>"), "{letter}");
    assert!(letter.contains("Call and make the appointment") && letter.contains("Alder Pool"), "{letter}");
}

#[test]
fn p04_a_quote_without_an_answer_is_closed_before_day_21_and_the_client_set_inactive() {
    let mut office = lead();
    office.ok(["quote", "send", "1"]);
    assert!(office.refused(1, ["quote", "expire", "1"]).contains("[quote-still-valid]"));
    office.at("2026-03-21T10:00:00+01:00");
    assert!(office.refused(1, ["quote", "expire", "--all"]).contains("no quote's time is over"));
    office.at("2026-03-23T09:30:00+01:00");
    let due = office.json(["due", "--rule", "quote-to-close"]);
    assert_eq!(
        (&due["dues"][0]["sentence"], &due["dues"][0]["command"]),
        (
            &json!("close quote v1: no answer 20 days after it was sent"),
            &json!("jobbook quote expire J-2026-00001")
        )
    );
    // One obligation, not two: the clock runs out before the last day of the quote.
    assert_eq!(office.json(["due", "1", "--rule", "quote-lapse"])["dues"], json!([]));
    let reminded = office.ok(["remind", "--any-time"]);
    assert!(reminded.contains("ana: outbox/ready/"), "{reminded}");
    let told = office.ok(["quote", "expire", "--all"]);
    assert!(told.contains("• quote v1 expired\n• stage: Quote sent, ask for the answer → No sale"), "{told}");
    assert_eq!(standing(&office), ("lost".into(), "[]".into(), "inactive".into()));
    assert_eq!(office.last_commit(), "J-2026-00001: quote v1 expired → lost");
}

#[test]
fn p04_an_answer_that_was_promised_later_is_waited_for_and_all_that_is_older_is_closed_at_once() {
    let mut office = lead();
    office.ok(["quote", "send", "1"]);
    office.ok(["quote", "follow-up", "1", "--channel", "call", "--answer-by", "2026-03-27"]);
    office.at("2026-03-24T09:30:00+01:00");
    assert_eq!(office.json(["due", "--rule", "quote-to-close"])["dues"], json!([]));
    office.refused(1, ["quote", "expire", "--all"]);
    office.refused(1, ["quote", "expire", "--older", "30d"]);
    let told = office.ok(["quote", "expire", "--older", "3w"]);
    assert!(told.contains("• quote v1 expired\n") && told.contains("• C-0001 is now inactive\n"), "{told}");
    // A closed quote comes back with a new version.
    office.ok(["quote", "revise", "1"]);
    office.ok(["quote", "send", "1"]);
    assert_eq!(standing(&office), ("following-up".into(), "[\"sales-followup\"]".into(), "lead".into()));
}

#[test]
fn p05_the_call_takes_a_reference_the_details_and_what_the_client_was_told() {
    let office = accepted();
    let why = office.ok(["why", "1"]);
    assert!(why.contains("The client was told between which days to expect us (dates)"), "{why}");
    let refused = office.refused(1, ["client", "set", "1", "--payment-token", "4111 1111 1111 1111"]);
    assert!(refused.contains("[card-number]"), "{refused}");
    office.ok(["client", "set", "1", "--payment-token", "tok_81", "--payment-last4", "1111"]);
    office.ok(["checklist", "tick", "1", "details"]);
    let told = office.ok(["visit", "add", "1", "--promise"]);
    assert!(
        told.starts_with(
            "J-2026-00001  Alder Pool · Pool care\n\
             • visit 1: Fri 2026-03-06 08:00–17:00\n\
             • client told to expect visit 1 Fri 2026-03-06 – Mon 2026-03-09\n\
             • stage: Call and make the appointment → Assign somebody and tell the client the day (ready)\n\
             • new visits are put 3 days out\n\
             • tag schedule taken off\n\
             • C-0001 is now active\n"
        ),
        "{told}"
    );
    let file = office.read(JOB);
    assert!(
        file.contains(
            "  promised:\n  - made:\n      at: \"2026-03-03T10:00:00+01:00\"\n      by: ana\n    from: \"2026-03-06\"\n    to: \"2026-03-09\"\n"
        ),
        "{file}"
    );
    let refused = office.refused(2, ["visit", "promise", "1", "27 Feb..28 Feb"]);
    assert!(refused.contains("[promise-past]"), "{refused}");
    // What was told before stays, and the note is nowhere on what the client gets.
    let again = office.ok(["visit", "promise", "1", "10 Mar..12 Mar", "--note", "mornings only"]);
    assert!(again.contains("Tue 2026-03-10 – Thu 2026-03-12 instead of Fri 2026-03-06 – Mon 2026-03-09\n"));
    assert_eq!(office.read(JOB).matches("    to: \"2026-03-").count(), 2);
    office.ok(["visit", "notify", "1", "--channel", "email"]);
    let sheet = office.ok(["visit", "sheet", "1"]);
    let letter = office.letter("appointment");
    for paper in [sheet, letter] {
        assert!(!paper.contains("mornings only") && !paper.contains("12 March"), "{paper}");
    }
}

#[test]
fn p07_no_sales_tag_is_left_on_a_client_who_becomes_active() {
    let office = accepted();
    let refused = office.refused(1, ["client", "set", "C-0001", "--status", "active"]);
    assert_eq!(
        refused,
        "error: still tagged: schedule [gate]\n  try: jobbook job tag J-2026-00001 -schedule\n"
    );
    office.ok(["job", "tag", "1", "+quote"]);
    office.ok(["client", "set", "1", "--payment-token", "tok_81"]);
    office.ok(["checklist", "tick", "1", "details"]);
    office.ok(["visit", "add", "1", "--promise"]);
    assert_eq!(standing(&office).0, "scheduling");
    let why = office.ok(["why", "1"]);
    assert!(why.contains("✗ still tagged: quote\n  • jobbook job tag J-2026-00001 -quote\n"), "{why}");
    let told = office.ok(["job", "tag", "1", "-quote"]);
    assert!(told.contains("• C-0001 is now active\n"), "{told}");
    assert_eq!(standing(&office), ("booked".into(), "[]".into(), "active".into()));
    office.ok(["client", "set", "C-0001", "--status", "inactive"]);
    office.ok(["client", "set", "C-0001", "--status", "active"]);
}

#[test]
fn p07_a_tag_on_the_client_keeps_them_a_lead_and_says_so() {
    let office = accepted();
    office.ok(["client", "set", "C-0001", "--tag", "schedule"]);
    let told = office.ok(["job", "advance", "1", "--to", "handed-on"]);
    assert!(
        told.contains(
            "• C-0001 stays lead: still tagged: schedule (jobbook client set C-0001 --untag schedule)\n"
        ),
        "{told}"
    );
}

#[test]
fn p08_the_service_manager_assigns_a_route_and_the_client_is_told_the_day() {
    let office = accepted();
    office.write(
        "team.toml",
        &format!(
            "{}\n[[person]]\nname = \"ben\"\nroles = [\"technician\"]\n\n[[route]]\nname = \"north\"\ntechnician = \"ben\"\ndays = [\"friday\"]\n",
            office.read("team.toml")
        ),
    );
    office.ok(["client", "set", "1", "--payment-token", "tok_81"]);
    office.ok(["checklist", "tick", "1", "details"]);
    office.ok(["visit", "add", "1", "--promise"]);
    let refused = office.refused(1, ["visit", "assign", "1", "--route", "norht"]);
    assert!(refused.contains("[route-none]") && refused.contains("did you mean north?"), "{refused}");
    let told = office.ok(["visit", "assign", "1", "--route", "north"]);
    assert!(told.contains("• ben goes on visit 1, route north\n"), "{told}");
    let told = office.ok(["visit", "notify", "1", "--channel", "email"]);
    assert!(told.contains("→ The client knows the day (ready)\n"), "{told}");
    assert!(office.letter("appointment").contains("Friday, 6 March 2026"));
    let row = &office.json(["schedule", "--tech", "ben"])["days"][3]["visits"][0]["visit"];
    assert_eq!((&row["route"], &row["notified"]), (&json!("north"), &json!(true)));
    let odd = office.ok_with_warnings(["visit", "roll", "1", "mon", "--reason", "rain"]);
    assert!(odd.out.contains("• visit 1 moved to Mon 2026-03-09 08:00–17:00"), "{}", odd.out);
    let odd = office.run(["visit", "assign", "1", "--route", "north"]);
    assert!(
        odd.err.contains("warning: route north is not made on Mon 2026-03-09 [route-day]"),
        "{}",
        odd.err
    );
}

#[test]
fn a_job_of_another_workflow_goes_on_with_the_approved_quote_and_is_billed_once() {
    let office = Office::new();
    office.ok([
        "contact",
        "new",
        "in",
        "email",
        "--workflow",
        "sales",
        "--name",
        "Alder Pool",
        "--email",
        "ida@alder.example",
        "--title",
        "New pump",
        "--request",
        "The pump is loud",
    ]);
    office.ok(["quote", "new", "1", "--discount", "10%"]);
    office.ok(["quote", "line", "1", "add", "Pump", "--price", "500", "--part"]);
    office.ok(["quote", "line", "1", "add", "Work", "--price", "100"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    office.ok(["quote", "approve", "1", "--who", "Ida", "--how", "call", "--po", "PO-7"]);
    let told = office.ok(["job", "advance", "1", "--to", "handed-on"]);
    assert!(
        told.contains("• goes on in J-2026-00002, Service call: Parts on the way\n")
            && told.contains("• C-0001 is now active\n"),
        "{told}"
    );
    assert_eq!(
        office.last_commit(),
        "J-2026-00001: goes on in J-2026-00002, Service call: Parts on the way; moved by hand → handed-on"
    );
    let file = office.read("jobs/2026/000/J-2026-00002.yaml");
    for line in [
        "from: J-2026-00001\n",
        "agreed:\n  job: J-2026-00001\n  version: 1\n",
        "request: The pump is loud\n",
        "  po: PO-7\n",
        "  text: Pump\n",
    ] {
        assert!(file.contains(line), "{line} in {file}");
    }
    assert!(!file.contains("quotes:") && !file.contains("carried"), "{file}");
    let refused = office.refused(1, ["invoice", "new", "1"]);
    assert!(refused.contains("[quote-handed-on]") && refused.contains("jobbook invoice new J-2026-00002"));
    // The agreed price is billed there, discount and all.
    let told = office.ok(["invoice", "new", "2"]);
    assert!(told.contains("2 lines, 642.60 EUR"), "{told}");
    assert_eq!(office.run(["check"]).code, 0);
    office.replace("jobs/2026/000/J-2026-00002.yaml", "  version: 1\n", "  version: 4\n");
    assert!(office.run(["check"]).err.contains("it follows v4 of J-2026-00001, which is not there"));
}
