//! Two documents of offices, walked through as a clerk does: what stood in the way, held here (T02–T15, P01–P10).

use serde_json::json;

use crate::engagement::with_colleagues;
use crate::office::Office;

/// A first call of a client with an address for mail; ana and ben, who goes.
fn called(workflow: &str) -> Office {
    let office = Office::new();
    with_colleagues(&office);
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden Villa",
        "--email",
        "mara@linden.example",
        "--title",
        "Pool care",
        "--workflow",
        workflow,
    ]);
    office
}

fn stage(office: &Office, job: &str) -> String {
    office.json(["job", "show", job])["job"]["stage"].as_str().unwrap().to_string()
}

fn standing(office: &Office, queue: &str) -> Vec<String> {
    let told = office.json(["queue", "show", queue]);
    told["jobs"].as_array().unwrap().iter().map(|job| job["id"].as_str().unwrap().to_string()).collect()
}

fn payment(office: &Office) {
    office.ok(["client", "set", "1", "--payment-token", "cust-17", "--payment-processor", "the bookkeeping"]);
}

/// A one-time job that was looked at and quoted.
fn quoted() -> Office {
    let mut office = called("one-time");
    office.ok(["visit", "add", "1", "today 10-11", "--purpose", "assessment", "--tech", "ben"]);
    office.at("2026-03-02T10:00:00+01:00");
    let told = office.ok(["visit", "start", "1"]);
    assert!(!told.contains("nothing in it reacts"), "the stage waits for the visit's end: {told}");
    office.ok(["visit", "done", "1", "--hours", "1", "--note", "three trips"]);
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "Pump, fitted", "--price", "300"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    office
}

#[test]
fn t11_nobody_goes_before_payment_information_is_on_file() {
    let mut office = quoted();
    office.ok([
        "quote",
        "approve",
        "1",
        "--who",
        "Mara",
        "--how",
        "call",
        "--return-trips",
        "2",
        "--tech",
        "ben",
    ]);
    office.at("2026-03-05T09:00:00+01:00");
    let told = office.refused(1, ["visit", "start", "1"]);
    assert!(
        told.contains("no payment information is on file [gate]")
            && told.contains("jobbook client set C-0001 --payment-token"),
        "{told}"
    );
    payment(&office);
    let told = office.ok(["visit", "start", "1"]);
    assert!(told.contains("stage: Plan the visits → Technician on site (visit-started)"), "{told}");
}

#[test]
fn t10_once_the_client_has_said_yes_somebody_sees_what_must_be_signed() {
    let office = quoted();
    office.ok(["quote", "approve", "1", "--who", "Mara", "--how", "call"]);
    payment(&office);
    office.ok(["visit", "add", "1", "thu 9-11", "--tech", "ben", "--notify", "call"]);
    assert_eq!(stage(&office, "1"), "planning");
    let why = office.ok(["why", "1"]);
    assert!(why.contains("jobbook checklist tick J-2026-00001 waivers"), "{why}");
    office.ok(["checklist", "tick", "1", "waivers"]);
    assert_eq!(stage(&office, "1"), "ready");
}

#[test]
fn t12_trips_that_stand_on_their_days_are_not_planned_again_and_end_in_the_invoice() {
    let mut office = quoted();
    payment(&office);
    office.ok([
        "quote",
        "approve",
        "1",
        "--who",
        "Mara",
        "--how",
        "call",
        "--return-trips",
        "3",
        "--every",
        "7d",
        "--tech",
        "ana",
    ]);
    // The visit of today is meant, although three are open.
    for (day, after) in [("2026-03-05", "ready"), ("2026-03-12", "ready"), ("2026-03-19", "invoicing")] {
        office.at(&format!("{day}T09:00:00+01:00"));
        office.ok(["visit", "start", "1"]);
        assert_eq!(stage(&office, "1"), "on-site");
        office.ok(["visit", "done", "1", "--hours", "1"]);
        assert_eq!(stage(&office, "1"), after);
        assert_eq!(standing(&office, "schedule"), Vec::<String>::new());
    }
    // On a day of none of them it is said which there are.
    let office = quoted();
    payment(&office);
    office.ok([
        "quote",
        "approve",
        "1",
        "--who",
        "Mara",
        "--how",
        "call",
        "--return-trips",
        "2",
        "--tech",
        "ana",
    ]);
    assert!(office.refused(2, ["visit", "start", "1"]).contains("[visit-which]"));
    assert!(office.refused(2, ["visit", "done", "1"]).contains("[visit-which]"));
}

#[test]
fn t12_a_swept_job_is_not_given_to_somebody_who_is_full() {
    let office = quoted();
    office.replace("jobbook.toml", "visits_per_day = 6", "visits_per_day = 1");
    office.ok([
        "quote",
        "approve",
        "1",
        "--who",
        "Mara",
        "--how",
        "call",
        "--return-trips",
        "1",
        "--tech",
        "ben",
    ]);
    office.ok(["job", "new", "1", "Cover", "--workflow", "field-issue", "--tag", "issue"]);
    office.ok(["visit", "add", "2", "thu 9-11"]);
    let told = office.run(["queue", "sweep", "issues", "--tech", "ben"]);
    assert!(
        format!("{}{}", told.out, told.err).contains("ben has 1 of 1 visits on Thu 2026-03-05 already"),
        "{}{}",
        told.out,
        told.err
    );
    assert_eq!(office.json(["job", "show", "2"])["job"]["visits"][0]["technician"], json!(null));
}

#[test]
fn t13_who_was_not_trained_is_named_wherever_somebody_is_sent() {
    let office = quoted();
    office.replace("jobbook.toml", "# training     =", "training     =");
    let told = office.run([
        "quote",
        "approve",
        "1",
        "--who",
        "Mara",
        "--how",
        "call",
        "--return-trips",
        "1",
        "--tech",
        "ben",
    ]);
    assert!(told.err.contains("[technician-untrained]"), "{}", told.err);
    let told = office.run(["queue", "sweep", "schedule", "--tech", "ben"]);
    assert!(told.err.contains("[technician-untrained]"), "{}", told.err);
    office.ok(["job", "new", "1", "Weekly", "--workflow", "weekly-service"]);
    let told =
        office.run(["plan", "new", "2", "--every", "every tuesday", "--price", "160", "--tech", "ben"]);
    assert!(told.err.contains("[technician-untrained]"), "{}", told.err);
}

#[test]
fn t05_a_client_who_saw_a_first_visit_and_is_undecided_waits_in_the_queue() {
    let mut office = called("weekly-service");
    office.ok(["plan", "new", "1", "--every", "every tuesday", "--price", "160", "--tech", "ben"]);
    office.ok(["visit", "add", "1", "tomorrow 9-11", "--tech", "ben"]);
    office.at("2026-03-03T09:00:00+01:00");
    office.ok(["visit", "start", "1"]);
    office.ok(["visit", "done", "1", "--hours", "1"]);
    office.at("2026-03-04T09:00:00+01:00");
    let due = office.json(["due"]);
    assert!(due.to_string().contains("ask how the first visit went"), "{due}");
    office.ok(["contact", "log", "J-2026-00001", "out", "call", "They think about it"]);
    let told = office.ok(["job", "advance", "1", "--to", "undecided"]);
    assert!(told.contains("• tag unapproved added\n"), "{told}");
    assert_eq!(standing(&office, "unapproved"), ["J-2026-00001"]);
    office.at("2026-03-07T09:00:00+01:00");
    let today = office.ok(["today"]);
    assert!(today.contains("follow up on the job, 72 hours after the last contact"), "{today}");
    office.ok(["plan", "approve", "1", "--who", "Mara"]);
    assert_eq!(standing(&office, "unapproved"), Vec::<String>::new());
}

#[test]
fn t06_a_quote_offers_the_plan_and_it_is_billed_once() {
    let mut office = called("weekly-service");
    office.ok(["plan", "new", "1", "--every", "every tuesday", "--price", "160"]);
    let told = office.ok(["quote", "new", "1"]);
    assert!(told.contains("• line 1 offers the plan\n• v1 now has 1 line: 160.00 net"), "{told}");
    // What is said to the client counts, not what was thought of before.
    office.ok(["quote", "line", "1", "set", "1", "--price", "150"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    let told = office.ok(["quote", "approve", "1", "--who", "Mara", "--how", "call"]);
    assert!(told.contains("the plan costs 150.00 EUR a month, as line 1 says"), "{told}");
    assert!(told.contains("first month 2026-03: the whole month: 150.00 EUR\n"), "{told}");
    let told = office.refused(1, ["invoice", "new", "1"]);
    assert!(told.contains("it is billed by the month [nothing-to-bill]"), "{told}");
    // A month that goes on is billed as it is planned, and that is said.
    let run = office.ok(["invoice", "run", "--month", "2026-03"]);
    assert!(run.contains("billed before 2026-03 is over") && run.contains("178.50"), "{run}");
    office.at("2026-04-01T09:00:00+02:00");
    let again = office.ok(["invoice", "run", "--month", "2026-03"]);
    assert!(again.contains("J-2026-00001  2026-03 was billed by draft 1"), "{again}");
    office.ok(["invoice", "send", "1", "--via", "hand"]);
    assert!(office.refused(1, ["invoice", "new", "1"]).contains("[nothing-to-bill]"));
}

#[test]
fn t06_a_quote_typed_beside_the_plan_is_carried_out_by_it_or_said_to_come_besides() {
    let office = called("weekly-service");
    office.ok(["plan", "new", "1", "--every", "every tuesday", "--price", "160"]);
    office.ok(["quote", "new", "1"]);
    // The offered line is taken out again: the plan has none.
    office.ok(["quote", "line", "1", "remove", "1"]);
    office.ok(["quote", "line", "1", "add", "Opening", "--price", "250"]);
    office.ok(["quote", "line", "1", "add", "Care, a month", "--price", "160"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    let told = office.ok(["quote", "approve", "1", "--who", "Mara", "--how", "call"]);
    assert!(told.contains("the plan carries out line 2, and is billed by the month"), "{told}");
    let told = office.ok(["invoice", "new", "1"]);
    assert!(told.contains("invoice 1 begun: 1 line, 297.50 EUR"), "{told}");

    let office = called("weekly-service");
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "Opening", "--price", "250"]);
    office.ok(["plan", "new", "1", "--every", "every tuesday", "--price", "160", "--no-line"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    let told = office.ok(["quote", "approve", "1", "--who", "Mara", "--how", "call"]);
    assert!(told.contains("the plan, 160.00 EUR a month, is billed besides what the quote says"), "{told}");
}

#[test]
fn t07_a_weekly_job_has_a_line_from_the_start_and_no_invoice_of_nothing() {
    let office = called("weekly-service");
    let lines = office.json(["job", "show", "1"])["job"]["lines"].clone();
    assert_eq!(lines[0]["text"], json!("Weekly service, to be agreed"));
    office.ok(["plan", "new", "1", "--every", "every tuesday", "--price", "160"]);
    office.ok(["plan", "approve", "1", "--who", "Mara"]);
    let told = office.refused(1, ["invoice", "new", "1"]);
    assert!(told.contains("jobbook invoice run --month MONTH"), "{told}");
    assert!(office.run(["invoice", "run"]).err.contains("no job stands where an invoice leads on"));
}

#[test]
fn t02_days_of_a_plan_are_held_against_capacity_and_days_off() {
    let office = called("weekly-service");
    office.replace("jobbook.toml", "visits_per_day = 6", "visits_per_day = 1");
    office.ok(["schedule", "off", "ben", "2026-03-17"]);
    office.ok(["plan", "new", "1", "--every", "every tuesday", "--price", "160", "--tech", "ben"]);
    let told = office.ok(["plan", "approve", "1", "--who", "Mara"]);
    assert!(
        told.contains(
            "visit 3: ben is off on Tue 2026-03-17; jobbook plan move J-2026-00001 2026-03-17 --to DAY"
        ) || told.contains(
            "visit 3: ben is away on Tue 2026-03-17; jobbook plan move J-2026-00001 2026-03-17 --to DAY"
        ),
        "{told}"
    );
    // A day that is full, closed or off is refused for a single day, with days that are free.
    let sunday = office.refused(1, ["plan", "move", "1", "2026-03-10", "--to", "2026-03-15"]);
    assert!(
        sunday.contains("[day-closed]")
            && sunday.contains("jobbook plan move J-2026-00001 2026-03-10 --to 2026-03-16 --reason"),
        "{sunday}"
    );
    let off = office.refused(1, ["plan", "move", "1", "2026-03-10", "--to", "2026-03-17"]);
    assert!(!off.contains("--to 2026-03-10 "), "{off}");
    let told = office.ok([
        "plan",
        "move",
        "1",
        "2026-03-10",
        "--to",
        "2026-03-15",
        "--reason",
        "the party",
        "--overbook",
    ]);
    assert!(
        told.contains("• overbooked: the party\n") && told.contains("• visit 2 is on Sun 2026-03-15"),
        "{told}"
    );
    // Another client's plan on the same days is told to be too much.
    office.ok(["job", "new", "1", "Second pool", "--workflow", "weekly-service"]);
    office.ok(["plan", "new", "2", "--every", "every tuesday", "--price", "90", "--tech", "ben"]);
    let told = office.ok(["plan", "approve", "2", "--who", "Mara"]);
    assert!(
        told.contains("ben has 1 of 1 visits on Tue 2026-03-03 already; jobbook plan move J-2026-00002"),
        "{told}"
    );
}

#[test]
fn t15_a_question_about_a_bill_is_closed_once_it_is_answered() {
    let office = called("one-time");
    office.ok([
        "ticket",
        "new",
        "1",
        "--channel",
        "phone",
        "--category",
        "billing",
        "--title",
        "A copy, please",
    ]);
    let told = office.refused(1, ["ticket", "close", "2"]);
    assert!(told.contains("it is not solved yet") && !told.contains("no colleague looked"), "{told}");
    office.ok(["ticket", "resolve", "2", "The copy is on its way"]);
    let told = office.ok(["ticket", "close", "2"]);
    assert!(told.contains("→ Closed (ticket-closed)"), "{told}");
}

#[test]
fn p01_the_client_shows_the_tags_of_its_open_jobs_and_the_workflow_shows_what_sets_them() {
    let office = called("sales");
    let shown = office.ok(["client", "show", "1"]);
    assert!(
        shown.contains("\ntags             quote\n") || shown.contains("\ntags            quote\n"),
        "{shown}"
    );
    let drawn = office.ok(["workflow", "show", "sales"]);
    assert!(
        drawn.contains("following-up  Quote sent, ask for the answer")
            && drawn.contains("    ∘ adds the tag sales-followup\n")
            && drawn.contains("    ∘ takes the tag schedule off, makes the client active\n"),
        "{drawn}"
    );
    let drawn = office.ok(["workflow", "show", "weekly-service"]);
    assert!(
        drawn.contains(
            "call the client: ask how the first visit went  [within 1bd after first-visit, office]\n"
        )
    );
}

#[test]
fn p04_when_the_quote_is_to_be_closed_nobody_is_to_follow_it_up_besides() {
    let mut office = called("sales");
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "Cover", "--price", "450"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    office.at("2026-03-20T09:00:00+01:00");
    office.ok(["quote", "follow-up", "1", "--channel", "call", "--note", "no answer"]);
    office.at("2026-03-24T09:00:00+01:00");
    let due: Vec<_> = office.json(["due"])["dues"].as_array().unwrap().clone();
    let rules: Vec<&str> = due.iter().filter_map(|due| due["rule"].as_str()).collect();
    assert_eq!(rules, ["quote-to-close"], "{due:?}");
}

#[test]
fn p05_the_payment_reference_of_the_client_answers_the_call() {
    let office = called("sales");
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "Cover", "--price", "450"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    office.ok(["quote", "approve", "1", "--who", "Mara", "--how", "call"]);
    let why = office.ok(["why", "1"]);
    assert!(why.contains("jobbook client set C-0001 --payment-token"), "{why}");
    assert!(why.contains("✓ none of the tags quote, sales-followup is left: none is\n"), "{why}");
    payment(&office);
    let why = office.ok(["why", "1"]);
    assert!(
        why.contains(
            "• ✓ A reference to the client's payment data is on file – payment on file: the bookkeeping\n"
        ),
        "{why}"
    );
}

#[test]
fn p06_days_out_name_a_day_on_which_somebody_goes_and_may_be_typed_as_one() {
    let office = called("sales");
    let told = office.ok(["schedule", "days-out", "5"]);
    assert!(told.contains("as of today that is Mon 2026-03-09: Sat 2026-03-07 is closed\n"), "{told}");
    let told = office.ok(["schedule", "days-out", "next mon"]);
    assert!(told.starts_with("New visits are put 7 days out\n"), "{told}");
    assert!(office.refused(2, ["schedule", "days-out", "soon"]).contains("[span]"));
    assert!(office.refused(2, ["schedule", "days-out", "2026-02-20"]).contains("[span]"));
}

#[test]
fn t13_an_issue_is_moved_by_hand_where_an_event_leads_to_the_same_stage() {
    let office = called("one-time");
    office.ok(["job", "issue", "1", "Rusty frame"]);
    office.ok(["job", "advance", "2", "--to", "unapproved"]);
    assert_eq!(stage(&office, "2"), "unapproved");
    // A visit without a day is given one, and no second is made.
    office.ok(["job", "issue", "1", "Cracked tile"]);
    office.ok(["queue", "sweep", "issues", "--tech", "ben", "--job", "3"]);
    let why = office.ok(["why", "3"]);
    assert!(why.contains("• jobbook visit roll J-2026-00003 1 \"tomorrow 9-11\"\n"), "{why}");
}
