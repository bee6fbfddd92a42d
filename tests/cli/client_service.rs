//! A document of an office that looks after its clients, walked through as a newcomer does: what stood in the way, held
//! here (S01–S14).

use serde_json::json;

use crate::office::Office;

const ANSWERS: [&str; 15] = [
    "client",
    "qualify",
    "1",
    "--set",
    "size=12",
    "--set",
    "industry=Clinic",
    "--set",
    "needs=Paper everywhere",
    "--set",
    "budget=2000 to 10000",
    "--set",
    "authority=yes",
    "--set",
    "start=2026-05-01",
];

/// A client at the end of the first talk.
fn talked() -> Office {
    let office = Office::new();
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden Clinic",
        "--person",
        "Mara Linden",
        "--email",
        "mara@linden.example",
        "--title",
        "Office systems",
        "--workflow",
        "onboarding",
    ]);
    office.ok(ANSWERS);
    office.ok(["job", "document", "1", "https://files.example/talk.md", "--kind", "notes"]);
    office.ok(["checklist", "tick", "1", "reached", "talk", "offers", "next"]);
    office.ok(["job", "deliver", "1", "recommendation", "--note", "the middle one"]);
    office
}

fn finish(office: &Office, file: &str) {
    let text = office.read(file);
    let kept: Vec<&str> = text.lines().filter(|line| !line.contains("??")).collect();
    office.write(file, &format!("{}\n", kept.join("\n")));
}

/// The same client, whose work was quoted, agreed, planned, built and handed over.
fn handed_over() -> Office {
    let mut office = talked();
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "Office systems, set up", "--price", "2400"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    office.ok(["quote", "approve", "1", "--who", "Mara Linden", "--how", "call"]);
    for (n, kind) in [("2", "proposal"), ("3", "contract")] {
        office.ok(["job", "document", "new", "1", kind]);
        finish(&office, &format!("documents/J-2026-00001/{kind}-{n}.txt"));
        office.ok(["job", "document", "send", "1", n, "--via", "hand"]);
    }
    office.ok(["job", "document", "sign", "1", "3", "--evidence", "scans/contract.pdf"]);
    office.ok(["checklist", "tick", "1", "fitted", "presented", "explained"]);
    office.ok(["job", "kickoff", "1", "2026-03-09"]);
    office.ok(["job", "assign", "1", "account-manager=ana", "specialist=ana", "trainer=ana", "support=ana"]);
    office.ok(["checklist", "tick", "1", "systems", "skills", "needs", "risks", "measures"]);
    for (n, kind) in [("4", "team"), ("5", "plan")] {
        office.ok(["job", "document", "new", "1", kind]);
        finish(&office, &format!("documents/J-2026-00001/{kind}-{n}.txt"));
        office.ok(["job", "document", "send", "1", n, "--via", "hand"]);
    }
    office.ok(["job", "deliver", "1", "resources", "https://files.example/needs.md"]);
    office.at("2026-04-01T10:00:00+02:00");
    let tasks = office.json(["job", "tasks", "1"]);
    for task in tasks["tasks"].as_array().unwrap() {
        office.ok(["job", "task", "1", "--done", task["task"].as_str().unwrap()]);
    }
    for (kind, paper) in [("test-report", "tests.md"), ("configuration", "setup.md")] {
        office.ok(["job", "document", "1", paper, "--kind", kind, "--expires", "2026-05-31"]);
    }
    office.ok(["job", "deliver", "1", "system", "--note", "as planned"]);
    office.ok(["checklist", "tick", "1", "functions", "usable", "speed", "security"]);
    for (kind, paper) in [("training-record", "trained.md"), ("manual", "manual.md")] {
        office.ok(["job", "document", "1", paper, "--kind", kind]);
    }
    office.ok(["checklist", "tick", "1", "accurate", "complete", "readable", "dated"]);
    office.ok(["job", "deliver", "1", "go-live", "--note", "they wrote so"]);
    office
}

#[test]
fn s01_what_the_file_proves_is_not_handed_over_by_hand() {
    let office = talked();
    let why = office.ok(["why", "1"]);
    assert!(!why.contains("job deliver J-2026-00001 contract"), "no way around the signature: {why}");
    assert_eq!(
        office.refused(1, ["job", "deliver", "1", "contract", "contract.pdf"]),
        "\
error: contract is not handed over by hand [deliverable-proof]
  why: the file proves it, once that holds: a contract is signed
  try: jobbook job document new J-2026-00001 contract
  try: jobbook job deliver J-2026-00001 contract --waive \"…\"
"
    );
    office.ok(["job", "deliver", "1", "contract", "--waive", "the frame contract of 2024 goes on"]);
}

#[test]
fn s02_the_way_to_an_approved_quote_is_told_step_by_step() {
    let office = talked();
    let step = |command: &str| {
        let why = office.ok(["why", "1"]);
        let expected = format!("• ✗ no quote was approved\n  • jobbook quote {command}");
        assert!(why.contains(&expected), "{command}: {why}");
    };
    step("new J-2026-00001\n");
    office.ok(["quote", "new", "1"]);
    step("line J-2026-00001 add");
    office.ok(["quote", "line", "1", "add", "Office systems, set up", "--price", "2400"]);
    step("send J-2026-00001\n");
    office.ok(["quote", "send", "1", "--via", "hand"]);
    step("approve J-2026-00001\n");
}

#[test]
fn s02_the_contract_promises_what_the_settings_say() {
    let office = talked();
    office.replace("jobbook.toml", "respond = \"4h\"", "respond = \"2h\"");
    office.ok(["job", "document", "new", "1", "contract"]);
    let contract = office.read("documents/J-2026-00001/contract-2.txt");
    assert!(
        contract.contains(
            "# Service level\nCritical: nothing works, the business stands still :: first answer within 2 hours, \
             solved within 24 hours\n"
        ) && contract.contains("Low: a question :: first answer within 72 hours, solved within 10 business days\n"),
        "{contract}"
    );
    // No hours stand in it that the settings do not say.
    assert!(!contract.contains("open, but for outages"), "{contract}");
}

#[test]
fn s05_a_proposal_tells_weeks_until_the_kick_off_is_fixed() {
    let office = talked();
    office.ok(["job", "document", "new", "1", "proposal"]);
    let proposal = office.read("documents/J-2026-00001/proposal-2.txt");
    assert!(
        proposal.contains("Week 1 :: Hold the kick-off with the client\n")
            && proposal.contains("Week 4 :: Test everything from end to end\n")
            && proposal
                .contains("Train and hand over :: Train the staff: daily work, first help with faults\n"),
        "{proposal}"
    );
}

#[test]
fn s01_a_talk_over_the_net_is_led_by_whoever_answers_for_the_stage() {
    let office = Office::new();
    let team = office.read("team.toml");
    office.write("team.toml", &format!("{team}\n[[person]]\nname = \"sam\"\nroles = [\"sales\"]\n"));
    office.git(["commit", "-qam", "Team"]);
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden Clinic",
        "--title",
        "x",
        "--workflow",
        "onboarding",
    ]);
    // No warning: nobody needs to be a technician for a first talk.
    office.ok(["visit", "add", "1", "today 10-11", "--kind", "remote", "--tech", "sam"]);
    let started = office.ok(["visit", "start", "1"]);
    assert!(started.contains("• visit 1 started, sam has joined\n"), "{started}");
}

#[test]
fn s13_the_service_goes_on_with_team_and_papers_and_nothing_stays_unbilled() {
    let mut office = handed_over();
    let done = office.ok(["job", "deliver", "1", "support", "--note", "they know us"]);
    assert!(
        done.contains("• goes on in J-2026-00002, Ongoing service: Service runs\n")
            && done.contains("next: now (since Wed 2026-04-01 10:00), billing: bill what is left of quote v1: 1 × Office systems, set up\n")
            && done.contains("      jobbook invoice new J-2026-00001\n"),
        "{done}"
    );
    let job = office.json(["job", "show", "2"])["job"].clone();
    assert_eq!((&job["from"], &job["team"]["specialist"]), (&json!("J-2026-00001"), &json!("ana")));

    // The contract that was signed is not asked for again, and stands in the client's file once.
    let listed = office.json(["client", "document", "list", "1"]);
    let of_kind = |kind: &str| -> Vec<String> {
        let rows = listed["documents"].as_array().unwrap().iter().filter(|row| row["kind"] == json!(kind));
        rows.map(|row| {
            format!("{} {}", row["of"].as_str().unwrap(), row["state"].as_str().unwrap_or("missing"))
        })
        .collect()
    };
    assert_eq!(of_kind("contract"), ["J-2026-00002 signed"], "{listed}");
    assert_eq!(of_kind("plan"), ["J-2026-00002 sent"]);
    assert_eq!(of_kind("data-protection"), ["J-2026-00002 missing"]);

    // What runs out is renewed once, on the job that goes on.
    office.at("2026-05-04T09:00:00+02:00");
    let due = office.json(["due", "--rule", "document-expiring"]);
    let jobs: Vec<&str> =
        due["dues"].as_array().unwrap().iter().map(|due| due["job"].as_str().unwrap()).collect();
    assert_eq!(jobs, ["J-2026-00002", "J-2026-00002"]);

    // Taken up again and finished once more, it does not begin a second service.
    let again = office.ok(["job", "reopen", "1", "--reason", "one more training"]);
    assert!(again.contains("• goes on in J-2026-00002 already\n"), "{again}");
    assert_eq!(office.json(["job", "list", "--all"])["jobs"].as_array().unwrap().len(), 2);

    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1", "--via", "hand"]);
    assert_eq!(office.json(["due", "--rule", "left-to-bill"])["dues"], json!([]));
    assert!(office.ok(["check"]).contains("sound"));
}

#[test]
fn s13_a_service_that_has_ended_wants_no_papers() {
    let mut office = Office::new();
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden Clinic",
        "--title",
        "x",
        "--workflow",
        "ongoing-service",
    ]);
    office.at("2026-06-01T09:00:00+02:00");
    let missing = |office: &Office| {
        office.json(["due", "--rule", "document-missing"])["dues"].as_array().unwrap().len()
    };
    assert_eq!(missing(&office), 8);
    office.ok(["job", "advance", "1", "--to", "ended"]);
    assert_eq!(missing(&office), 0);
}

#[test]
fn s10_building_and_papers_have_control_points() {
    let office = talked();
    let drawn = office.ok(["workflow", "show", "onboarding"]);
    assert_eq!(drawn.matches("[control point]").count(), 8, "{drawn}");
}

#[test]
fn s06_why_tells_the_next_day_of_what_comes_again() {
    let office = Office::new();
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden Clinic",
        "--title",
        "Service",
        "--workflow",
        "ongoing-service",
    ]);
    let why = office.ok(["why", "1"]);
    assert_eq!(why.matches("--done daily-checks").count(), 1, "{why}");
    assert!(why.contains("later days of what comes again\n      jobbook due --within 60\n"), "{why}");
    // A workflow without quotes says nothing of them.
    assert!(!office.ok(["job", "show", "1"]).contains("the quote comes first"));
    // The end of a day is told as that day's.
    assert!(why.contains("next: by Mon 2026-03-02 24:00, support: Look at speed"), "{why}");
    assert!(office.ok(["today"]).contains("• 24:00  J-2026-00001  Linden Clinic: Look at speed"));
}

#[test]
fn s11_no_report_is_made_of_a_time_before_there_was_a_job() {
    let mut office = Office::new();
    office.at("2026-04-02T09:00:00+02:00");
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden Clinic",
        "--title",
        "Service",
        "--workflow",
        "ongoing-service",
    ]);
    office.at("2026-04-06T09:00:00+02:00");
    office.ok_with_warnings(["report", "run", "--due"]);
    assert_eq!(office.read("documents/reports/quarterly-performance-2026-04-01.txt").lines().count(), 1);
    let week = office.read("documents/reports/weekly-performance-2026-04-06.txt");
    assert!(week.ends_with("documents/J-2026-00001/weekly-performance-2026-04-06.html\n"), "{week}");
}

#[test]
fn s11_a_business_review_and_the_figures_come_every_month() {
    let mut office = Office::new();
    office.at("2026-05-01T09:00:00+02:00");
    let told = office.ok_with_warnings(["report", "run", "--due"]);
    assert!(
        told.out.contains("monthly-performance of 2026-05-01\n")
            && told.out.contains("monthly-metrics of 2026-05-01\n"),
        "{}",
        told.out
    );
}

/// An office with ana and ben for support, and a ticket of a client.
fn ticket(options: &[&str]) -> Office {
    let office = Office::new();
    let team = office.read("team.toml");
    office.write("team.toml", &format!("{team}\n[[person]]\nname = \"ben\"\nroles = [\"support\"]\n"));
    office.git(["commit", "-qam", "Team"]);
    office.ok(["client", "new", "Linden Clinic", "--email", "mara@linden.example"]);
    office.ok(["ticket", "new", "1", "--title", "Login fails"].iter().chain(options).copied());
    office
}

#[test]
fn s07_the_client_is_answered_as_the_priority_says_else_as_they_asked() {
    let urgent = ticket(&["--channel", "whatsapp", "--priority", "critical"]);
    assert!(urgent.ok(["ticket", "show", "1"]).contains("jobbook ticket respond J-2026-00001 call \"…\""));
    let quick = ticket(&["--channel", "whatsapp"]);
    assert!(quick.ok(["ticket", "show", "1"]).contains("jobbook ticket respond J-2026-00001 whatsapp \"…\""));
    assert!(quick.ok(["why", "1"]).contains("jobbook ticket respond J-2026-00001 whatsapp \"…\""));
    quick.replace("jobbook.toml", "channel = \"call\"", "channel = \"pigeon\"");
    assert!(quick.refused(3, ["check"]).contains("pigeon"));
}

#[test]
fn s08_the_log_tells_in_words_what_was_reminded_of() {
    let mut office = ticket(&["--channel", "email", "--priority", "high"]);
    office.at("2026-03-03T10:00:00+01:00");
    office.ok(["remind"]);
    let shown = office.ok(["job", "show", "1"]);
    assert!(shown.contains("reminded of ") && !shown.contains("reminded of J-"), "{shown}");
    assert!(shown.contains("sla respond"), "{shown}");
}

#[test]
fn s09_a_way_that_is_not_open_keeps_what_it_asks_for_to_itself() {
    let office = ticket(&["--channel", "email", "--category", "question"]);
    let why = office.ok(["why", "1"]);
    assert!(why.contains("if somebody called the ticket a crisis – does not hold\n"), "{why}");
    assert!(!why.contains("jobbook job cause"), "what only a crisis asks for: {why}");
    assert_eq!(why.matches("no colleague looked at the solution").count(), 1, "{why}");
}

#[test]
fn s10_a_colleague_may_look_after_the_solver_did() {
    let office = ticket(&["--channel", "email"]);
    office.ok(["ticket", "resolve", "1", "New password"]);
    office.ok(["ticket", "review", "1"]);
    office.ok(["ticket", "review", "1", "--by", "ben"]);
    assert!(
        office.refused(1, ["ticket", "review", "1"]).contains("ben looked at the solution of J-2026-00001")
    );
}
