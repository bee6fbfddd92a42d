//! Projects and ongoing service: stages with what they hand over, forms, documents, planned and recurring tasks,
//! reports (S01–S06, S11, S13).

use serde_json::json;

use crate::engagement::Engagement;
use crate::office::Office;

const ONBOARDING: [&str; 10] = [
    "contact",
    "new",
    "in",
    "email",
    "--name",
    "Linden Bakery",
    "--title",
    "Office systems",
    "--workflow",
    "onboarding",
];

/// A book with a client whose onboarding has begun.
fn begun() -> Office {
    let office = Office::new();
    office.ok(ONBOARDING.iter().copied().chain([
        "--person",
        "Mara Linden",
        "--email",
        "mara@linden.example",
    ]));
    office
}

/// A book with a client whose service runs since Monday.
fn running() -> Office {
    let office = Office::new();
    office.ok(ONBOARDING[..8].iter().copied().chain([
        "--workflow",
        "ongoing-service",
        "--email",
        "mara@linden.example",
    ]));
    office
}

fn stage(office: &Office) -> String {
    Engagement::read(office, "J-2026-00001").stage
}

fn qualify(office: &Office) -> String {
    office.ok([
        "client",
        "qualify",
        "1",
        "--set",
        "size=12",
        "--set",
        "industry=Bakery",
        "--set",
        "needs=Paper everywhere",
        "--set",
        "budget=2000 to 10000",
        "--set",
        "authority=yes",
        "--set",
        "start=1/6",
    ])
}

#[test]
fn s01_a_stage_is_left_when_everything_it_owes_is_there() {
    let office = begun();
    let held = office.refused(1, ["job", "advance", "1"]);
    assert!(
        held.contains("error: First talk and qualification: Persons and how they are reached are on file (reached); ")
            && held.contains("  try: jobbook checklist tick J-2026-00001 reached\n")
            && held.contains(
                "error: First talk and qualification still owes: The qualification form is filled in (qualification); \
                 Notes of the talk (notes); Which package fits, and why (recommendation) [gate]\n"
            )
            && held.contains("  try: jobbook job document J-2026-00001 --kind notes PATH-OR-LINK\n")
            && held.contains("  try: jobbook job deliver J-2026-00001 recommendation WHERE\n"),
        "{held}"
    );
    let why = office.json(["why", "1"]);
    assert_eq!(why["deliverables"][1]["name"], json!("notes"));
    assert_eq!(why["deliverables"][1]["answer"], json!(null));

    office.ok(["checklist", "tick", "1", "reached", "talk", "next"]);
    office.ok(["checklist", "skip", "1", "offers", "--reason", "they know the packages"]);
    qualify(&office);
    office.ok(["job", "document", "1", "https://files.example/1/notes.md", "--kind", "notes"]);
    assert_eq!(
        office.refused(1, ["job", "deliver", "1", "recommendaton", "x"]),
        "\
error: J-2026-00001 does not owe \"recommendaton\" now [deliverable-unknown]
  why: \"First talk and qualification\" hands over: qualification, notes, recommendation
  try: did you mean recommendation?
  try: jobbook why J-2026-00001
"
    );
    assert!(office.refused(2, ["job", "deliver", "1", "recommendation"]).contains("[delivery-where]"));
    assert!(office.refused(1, ["job", "deliver", "1", "notes", "x"]).contains("[deliverable-proved]"));
    let left =
        office.ok(["job", "deliver", "1", "recommendation", "--waive", "they asked for the middle one"]);
    assert!(
        left.contains(
            "• recommendation waived\n• stage: First talk and qualification → Proposal and contract (ready)\n"
        ),
        "{left}"
    );
    let job = Engagement::read(&office, "J-2026-00001");
    assert_eq!(job.deliveries[0].waived.as_deref(), Some("they asked for the middle one"));
    let moved = office.read("jobs/2026/000/J-2026-00001.yaml");
    assert!(
        moved.contains("contact/offers: skipped by ana: they know the packages")
            && moved.contains("recommendation: waived by ana: they asked for the middle one")
            && moved.contains("notes: notes: https://files.example/1/notes.md"),
        "{moved}"
    );
}

#[test]
fn s01_a_late_stage_says_what_is_missing() {
    let mut office = begun();
    office.ok(["checklist", "tick", "1", "reached", "talk", "next", "offers"]);
    office.at("2026-03-05T09:00:00+01:00");
    let due = office.json(["due", "--rule", "stage-overdue"]);
    assert_eq!(
        due["dues"][0]["sentence"],
        json!(
            "finish \"First talk and qualification\", which should take 2 business days at most; still missing: \
             qualification, notes, recommendation"
        )
    );
    assert_eq!(due["dues"][0]["owner"], json!("sales"));
}

#[test]
fn s02_a_client_is_qualified_in_fields_of_the_offices_own() {
    let office = begun();
    assert_eq!(
        office.refused(2, ["client", "qualify", "1"]),
        "\
error: an answer is needed: How many people work there [input-needed]
  why: standard input is not a terminal, so nothing is asked
  try: give --set size=…
"
    );
    let wrong = office.refused(2, ["client", "qualify", "1", "--set", "budget=much"]);
    assert!(
        wrong.contains("\"much\" is no answer to \"What they want to spend\" [form-answer]")
            && wrong.contains("the choices are: below 2000, 2000 to 10000, above 10000, not said"),
        "{wrong}"
    );
    assert!(office.refused(2, ["client", "qualify", "1", "--set", "sise=3"]).contains("did you mean size?"));
    let card = office.refused(1, ["client", "qualify", "1", "--set", "needs=card 4111 1111 1111 1111"]);
    assert!(card.contains("[card-number]"), "{card}");

    assert_eq!(
        office.ok(["client", "qualify", "1", "--set", "size=12", "--set", "budget=NOT SAID"]),
        "\
C-0001  Linden Bakery
• form qualification: 2 answers
• still to be answered: industry, needs, authority, start
"
    );
    assert_eq!(office.touched(|office| drop(qualify(office))), ["clients/00/C-0001.yaml"]);
    let text = office.read("clients/00/C-0001.yaml");
    assert!(
        text.contains("forms:\n  qualification:\n")
            && text.contains("    start:\n      value: \"2026-06-01\"\n"),
        "{text}"
    );
    assert!(
        text.contains("field: qualification budget\n    from: not said\n    to: 2000 to 10000\n"),
        "{text}"
    );

    let form = office.ok(["client", "form", "1", "qualification"]);
    assert!(
        form.contains("How many people work there        12\n")
            && form.contains("By when it shall run              1 June 2026\n")
            && form.contains("How they heard of us              ______________________________\n"),
        "{form}"
    );
    let html = office.ok(["client", "form", "1", "qualification", "--html"]);
    assert!(html.contains("<dt>Line of business</dt><dd><bdi>Bakery</bdi></dd>"), "{html}");
    assert_eq!(office.json(["client", "form", "1", "qualification"])["complete"], json!(true));
}

#[test]
fn s02_the_last_answer_lets_a_job_go_on() {
    let office = begun();
    office.ok(["checklist", "tick", "1", "reached", "talk", "next", "offers"]);
    office.ok(["job", "document", "1", "notes.md", "--kind", "notes"]);
    office.ok(["job", "deliver", "1", "recommendation", "--note", "the middle one"]);
    assert_eq!(stage(&office), "contact");
    let told = qualify(&office);
    assert!(told.contains("• J-2026-00001 goes on: Proposal and contract\n"), "{told}");
    assert_eq!(stage(&office), "agreement");
    assert_eq!(office.last_commit(), "C-0001: form qualification: 6 answers; J-2026-00001 moves on");
}

/// Onboarding up to the contract.
fn in_agreement() -> Office {
    let office = begun();
    office.ok(["checklist", "tick", "1", "reached", "talk", "next", "offers"]);
    office.ok(["job", "document", "1", "notes.md", "--kind", "notes"]);
    office.ok(["job", "deliver", "1", "recommendation", "--note", "the middle one"]);
    qualify(&office);
    office.ok(["job", "scope", "1", "Mail, storage, forms\n# Free of charge"]);
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "Set-up package", "--price", "4800"]);
    office.ok(["quote", "send", "1"]);
    office
}

#[test]
fn s03_a_contract_is_drafted_sent_and_signed() {
    let mut office = in_agreement();
    assert!(office.refused(1, ["job", "document", "new", "1", "contrct"]).contains("did you mean contract?"));
    let begun = office.ok(["job", "document", "new", "1", "contract", "--expires", "2027-03-31"]);
    assert!(
        begun.contains("• document 2 begun: contract\n• draft in documents/J-2026-00001/contract-2.txt: "),
        "{begun}"
    );
    let file = "documents/J-2026-00001/contract-2.txt";
    let text = office.read(file);
    assert!(
        text.contains("Mail, storage, forms\n # Free of charge\n")
            && text.contains("Price :: EUR 5,712.00, as in Q-2026-00001-1\n")
            && text.contains("Invoices are payable within 14 days.\n"),
        "{text}"
    );
    let held = office.refused(1, ["job", "document", "send", "1", "2"]);
    assert!(
        held.contains("error: something is still to be written here [document-unfinished]\n  --> documents/J-2026-00001/contract-2.txt:"),
        "{held}"
    );
    assert!(
        office
            .refused(1, ["job", "document", "sign", "1", "2", "--evidence", "x"])
            .contains("[document-draft]")
    );
    let mended: Vec<&str> = text.lines().filter(|line| !line.starts_with("??")).collect();
    office
        .write(file, &format!("{}\n", mended.join("\n").replace("one month's notice", "two months' notice")));
    let sent = office.ok(["job", "document", "send", "1", "2"]);
    assert!(
        sent.contains("• document 2 sent by mail\n• draft to mara@linden.example in outbox/ready/")
            && sent.contains("• printed as documents/J-2026-00001/contract-2.html\n")
            && sent.contains("ask for the signature on contract 2\n"),
        "{sent}"
    );
    let html = office.read("documents/J-2026-00001/contract-2.html");
    assert!(html.contains("two months&#39; notice") && html.contains("# Free of charge"), "{html}");
    assert!(!html.contains("<h2>Free of charge"), "{html}");
    assert!(office.letter("document").contains("contract-2.html"));
    assert_eq!(office.git(["status", "--porcelain"]), "");
    assert_eq!(
        office.git(["log", "-2", "--format=%s"]),
        "J-2026-00001: document 2 sent by mail\nEdited by hand: documents/J-2026-00001/contract-2.txt\n"
    );

    office.at("2026-03-06T09:00:00+01:00");
    let due = office.json(["due", "--rule", "document-to-sign"]);
    assert_eq!(due["dues"][0]["command"], json!("jobbook job document sign J-2026-00001 2 --evidence \"…\""));
    office.ok(["job", "document", "sign", "1", "2", "--who", "Mara Linden", "--evidence", "scans/c.pdf"]);
    assert_eq!(office.json(["due", "--rule", "document-to-sign"])["dues"], json!([]));
    let listed = office.ok(["job", "document", "list", "1"]);
    assert!(
        listed.contains(
            "contract  Service contract  signed   2027-03-31   documents/J-2026-00001/contract-2.html"
        ),
        "{listed}"
    );
    office.ok(["check"]);
    office.write("documents/J-2026-00001/contract-2.html", "other terms");
    let found = office.run(["check"]);
    assert_eq!(found.code, 1);
    assert!(
        found.out.contains("was changed after it went out [document-changed]")
            || found.err.contains("was changed after it went out [document-changed]"),
        "{}{}",
        found.out,
        found.err
    );
}

#[test]
fn s03_payment_signature_and_kickoff_end_the_agreement() {
    let office = in_agreement();
    for kind in ["proposal", "contract"] {
        office.ok(["job", "document", "new", "1", kind]);
    }
    for (n, kind) in [("2", "proposal"), ("3", "contract")] {
        let file = format!("documents/J-2026-00001/{kind}-{n}.txt");
        let text = office.read(&file);
        let mended: Vec<&str> = text.lines().filter(|line| !line.starts_with("??")).collect();
        office.write(&file, &mended.join("\n"));
        office.ok(["job", "document", "send", "1", n, "--via", "hand"]);
    }
    office.ok(["job", "document", "sign", "1", "3", "--evidence", "scans/c.pdf"]);
    office.ok(["checklist", "tick", "1", "fitted", "presented", "explained"]);
    office.ok(["quote", "approve", "1", "--who", "Mara Linden", "--how", "call"]);
    assert!(
        office.refused(1, ["job", "advance", "1"]).contains("  try: jobbook job kickoff J-2026-00001 DAY\n")
    );
    let fixed = office.ok(["job", "kickoff", "1", "2026-04-07"]);
    assert!(
        fixed.contains(
            "• kick-off on Tue 2026-04-07\n• stage: Proposal and contract → Plan the implementation (ready)\n"
        ) && fixed.contains(
            "• 12 tasks are planned from 2026-04-07 to 2026-05-04: jobbook job tasks J-2026-00001\n"
        ),
        "{fixed}"
    );
    let file = office.read("jobs/2026/000/J-2026-00001.yaml");
    assert!(
        file.contains("kickoff:\n  day: 2026-04-07\n") || file.contains("kickoff:\n  day: \"2026-04-07\"\n"),
        "{file}"
    );
}

#[test]
fn s04_a_job_names_who_does_what() {
    let office = in_agreement();
    office.ok(["job", "kickoff", "1", "2026-04-07"]);
    office.replace("jobs/2026/000/J-2026-00001.yaml", "stage: agreement", "stage: planning");
    office.git(["commit", "-qam", "By hand"]);
    let held = office.refused(1, ["job", "advance", "1"]);
    assert!(
        held.contains(
            "error: nobody is named as trainer [gate]\n  try: jobbook job assign J-2026-00001 trainer=NAME\n"
        ),
        "{held}"
    );
    office.ok([
        "job",
        "assign",
        "1",
        "account-manager=ana",
        "specialist=Ana Example",
        "trainer=ana",
        "support=ana",
    ]);
    office.ok(["job", "document", "new", "1", "team"]);
    let text = office.read("documents/J-2026-00001/team-2.txt");
    assert!(
        text.contains("work for you from 7 April 2026 on:")
            && text.contains("# Trainer\nName :: Ana Example\nEmail :: ana@office.example\n"),
        "{text}"
    );
    let ways = office.json(["why", "1"]);
    let needs = ways["ways"][0]["needs"].as_array().unwrap();
    let role = needs.iter().find(|need| need["needs"] == json!("somebody is named as specialist")).unwrap();
    assert_eq!((&role["met"], &role["by"]), (&json!(true), &json!(["specialist: ana"])));
}

/// Onboarding in the middle of the implementation.
fn implementing() -> Office {
    let office = in_agreement();
    office.ok(["job", "kickoff", "1", "2026-03-09"]);
    office.ok(["job", "advance", "1", "--to", "implementation", "--reason", "the rest is on paper"]);
    office
}

#[test]
fn s05_planned_tasks_count_from_the_kickoff_and_move_with_it() {
    let mut office = implementing();
    let days = |office: &Office| -> Vec<(String, String)> {
        let tasks = office.json(["job", "tasks", "1"]);
        let tasks = tasks["tasks"].as_array().unwrap().iter();
        tasks
            .map(|task| {
                (task["task"].as_str().unwrap().to_string(), task["by"].as_str().unwrap_or("").to_string())
            })
            .filter(|(name, _)| {
                ["kick-off", "storage", "forms", "testing", "staff-training"].contains(&name.as_str())
            })
            .collect()
    };
    let told = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter().map(|(name, day)| ((*name).to_string(), (*day).to_string())).collect()
    };
    assert_eq!(
        days(&office),
        told(&[
            ("kick-off", "2026-03-09"),
            ("storage", "2026-03-13"),
            ("forms", "2026-03-20"),
            ("testing", "2026-04-03"),
            ("staff-training", "")
        ])
    );
    office.at("2026-03-14T09:00:00+01:00");
    let due = office.json(["due", "--rule", "planned-task"]);
    let keys: Vec<&str> =
        due["dues"].as_array().unwrap().iter().map(|due| due["key"].as_str().unwrap()).collect();
    assert!(keys.contains(&"J-2026-00001/planned-task/storage/2026-03-13"), "{keys:?}");
    office.ok(["job", "task", "1", "--done", "storage", "--note", "all moved"]);
    office.ok(["job", "task", "1", "--skip", "templates", "--reason", "they have their own"]);
    assert!(
        office.refused(1, ["job", "task", "1", "--done", "storage"]).contains("storage was done by ana at ")
    );
    assert!(office.refused(1, ["job", "task", "1", "--done", "storrage"]).contains("did you mean storage?"));
    assert!(office.refused(2, ["job", "task", "1", "--skip", "forms"]).contains("--reason"));
    assert_eq!(
        office.refused(1, ["job", "kickoff", "1", "2026-03-16"]),
        "\
error: the kick-off of J-2026-00001 was to be on 2026-03-09 [kickoff-moved]
  try: jobbook job kickoff J-2026-00001 2026-03-16 --reason \"…\"
"
    );
    office.ok(["job", "kickoff", "1", "2026-03-16", "--reason", "client ill"]);
    assert_eq!(days(&office)[2], ("forms".to_string(), "2026-03-27".to_string()));
    let gate = office.refused(1, ["job", "advance", "1"]);
    assert!(
        gate.contains("error: tasks are open: Hold the kick-off with the client (kick-off); ")
            && gate.contains("  try: jobbook job task J-2026-00001 --done kick-off\n"),
        "{gate}"
    );
    for task in [
        "kick-off",
        "accounts",
        "forms",
        "automation",
        "accounting",
        "compliance",
        "advanced",
        "testing",
        "tuning",
        "acceptance",
    ] {
        office.ok(["job", "task", "1", "--done", task]);
    }
    office.ok(["checklist", "tick", "1", "functions", "usable", "speed", "security"]);
    office.ok(["job", "deliver", "1", "system", "--note", "as planned"]);
    office.ok(["job", "document", "1", "tests.pdf", "--kind", "test-report"]);
    let on = office.ok(["job", "document", "1", "setup.md", "--kind", "configuration"]);
    assert!(on.contains("• stage: Build and test → Train and hand over (ready)\n"), "{on}");
    assert_eq!(days(&office)[4], ("staff-training".to_string(), "2026-03-18".to_string()));
    // Tasks that no rule asks for go on as before.
    office.ok(["job", "task", "1", "Ask for the keys", "--due", "fri"]);
    office.ok(["job", "task", "1", "--done", "1"]);
}

#[test]
fn s06_recurring_tasks_are_ticked_day_by_day_and_kept_as_stretches() {
    let mut office = running();
    for day in ["2026-03-02", "2026-03-03", "2026-03-05", "2026-03-06"] {
        office.at(&format!("{day}T17:00:00+01:00"));
        office.ok(["job", "task", "1", "--done", "daily-checks"]);
    }
    let again = office.refused(1, ["job", "task", "1", "--done", "daily-checks"]);
    assert!(again.contains("daily-checks of 2026-03-06 was done by ana at "), "{again}");
    let none = office.refused(1, ["job", "task", "1", "--done", "daily-checks", "--day", "2026-03-07"]);
    assert!(none.contains("daily-checks does not come on 2026-03-07 [task-day]"), "{none}");
    let text = office.read("jobs/2026/000/J-2026-00001.yaml");
    assert_eq!(text.matches("- task: daily-checks\n").count(), 2, "{text}");

    // The day that was missed changes nothing but itself: it stays due until it is ticked or left out.
    let due = office.json(["due", "1", "--rule", "recurring-task", "--within", "1"]);
    let keys: Vec<&str> =
        due["dues"].as_array().unwrap().iter().map(|due| due["key"].as_str().unwrap()).collect();
    assert!(keys.contains(&"J-2026-00001/recurring-task/daily-checks/2026-03-04"), "{keys:?}");
    assert!(!keys.iter().any(|key| key.contains("daily-checks/2026-03-05")), "{keys:?}");
    office.ok(["job", "task", "1", "--skip", "daily-checks", "--day", "2026-03-04", "--reason", "power cut"]);
    office.at("2026-03-09T17:00:00+01:00");
    office.ok(["job", "task", "1", "--done", "daily-checks"]);
    let job = Engagement::read(&office, "J-2026-00001");
    let stretches: Vec<String> =
        job.settled.iter().map(|one| format!("{}..{}", one.from.unwrap(), one.last().unwrap())).collect();
    assert_eq!(stretches, ["2026-03-02..2026-03-03", "2026-03-05..2026-03-09", "2026-03-04..2026-03-04"]);
}

#[test]
fn s06_twelve_open_days_are_told_and_the_rest_is_one() {
    let mut office = running();
    office.at("2026-04-30T17:00:00+02:00");
    let due = office.json(["due", "1", "--rule", "recurring-task", "--within", "1"]);
    let all = due["dues"].as_array().unwrap();
    let daily: Vec<&str> = all
        .iter()
        .map(|due| due["key"].as_str().unwrap())
        .filter(|key| key.contains("/daily-checks/"))
        .collect();
    assert_eq!(daily.len(), 13);
    assert_eq!(daily[12], "J-2026-00001/recurring-task/daily-checks/2026-03-18/more");
    let told = office.ok([
        "job",
        "task",
        "1",
        "--skip",
        "daily-checks",
        "--through",
        "today",
        "--reason",
        "unknown",
    ]);
    assert!(told.contains("• daily-checks, 44 days skipped\n"), "{told}");
    let stretch = &Engagement::read(&office, "J-2026-00001").settled;
    assert_eq!((stretch.len(), stretch[0].to.unwrap().to_string().as_str()), (1, "2026-04-30"));
    assert!(
        office
            .refused(1, ["job", "task", "1", "--done", "daily-checks", "--through", "today"])
            .contains("[task-done]")
    );
}

#[test]
fn s06_days_on_which_the_office_is_closed_fall_out_or_move() {
    let mut office = running();
    office.replace("jobbook.toml", "holidays   = []", "holidays   = [2026-03-05, 2026-03-16]");
    office.at("2026-03-06T17:00:00+01:00");
    // A Thursday off moves the check-in to Friday, and the daily look falls out.
    let tasks = office.json(["job", "tasks", "1", "--open"]);
    let of = |name: &str| -> Vec<String> {
        let tasks = tasks["tasks"].as_array().unwrap().iter();
        tasks
            .filter(|task| task["task"] == json!(name))
            .map(|task| task["by"].as_str().unwrap().to_string())
            .collect()
    };
    assert_eq!(of("weekly-check-in"), ["2026-03-06", "2026-03-12"]);
    assert_eq!(of("daily-checks"), ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-06", "2026-03-09"]);
    // Third Monday of March: closed, so the survey is due a day later, and is kept under its own day.
    assert_eq!(of("survey"), ["2026-03-17"]);
    office.at("2026-03-17T10:00:00+01:00");
    office.ok(["job", "task", "1", "--done", "survey"]);
    assert_eq!(Engagement::read(&office, "J-2026-00001").settled[0].from.unwrap().to_string(), "2026-03-16");
}

#[test]
fn s06_a_report_tells_what_was_done_in_a_period() {
    let mut office = running();
    for day in ["2026-03-02", "2026-03-03", "2026-03-04"] {
        office.at(&format!("{day}T17:00:00+01:00"));
        office.ok(["job", "task", "1", "--done", "daily-checks"]);
    }
    office.ok(["job", "task", "1", "--skip", "weekly-updates", "--reason", "nothing to install"]);
    office.ok(["job", "new", "1", "Printer <b>down</b>"]);
    office.at("2026-03-09T09:00:00+01:00");
    let report = office.ok(["job", "report", "1", "--last", "week"]);
    assert!(
        report.contains("REPORT 2 MARCH 2026 – 8 MARCH 2026\n")
            && report.contains("Tasks done                        3 (33 per cent of what was to be done)\n")
            && report.contains("4 March 2026                      Look at speed, error logs, backups and\n")
            && report.contains("                                  security × 3\n")
            && report.contains("(nothing to install)"),
        "{report}"
    );
    let json = office.json(["job", "report", "1", "--last", "week"]);
    assert_eq!((json["done"].as_array().unwrap().len(), &json["contacts"]), (3, &json!(1)));
    let kept = office.ok(["job", "report", "1", "--last", "week", "--keep"]);
    assert!(kept.contains("• kept as documents/J-2026-00001/report-2026-03-02-2026-03-08.html\n"), "{kept}");
    let html = office.read("documents/J-2026-00001/report-2026-03-02-2026-03-08.html");
    assert!(html.contains("opened: J-2026-00002 Printer &lt;b&gt;down&lt;/b&gt;"), "{html}");
    assert!(office.refused(2, ["job", "report", "1", "--to", "today"]).contains("add --from DAY"));
}

#[test]
fn s11_scheduled_reports_are_made_once_each() {
    let mut office = running();
    let listed = office.ok(["report", "list"]);
    assert!(
        listed.contains("daily-status           What is due           every weekday       due          office                        due since 2026-03-02\n")
            && listed.contains("monthly-aging          What clients owe      monthly on the 1st  aging        billing                       due since 2026-03-01\n"),
        "{listed}"
    );
    let made = office.touched(|office| drop(office.ok(["report", "run", "--due"])));
    let files: Vec<&str> =
        made.iter().map(String::as_str).filter(|file| file.starts_with("documents/reports/")).collect();
    assert_eq!(
        files,
        [
            "documents/reports/daily-status-2026-03-02.csv",
            "documents/reports/monthly-aging-2026-03-01.csv",
            "documents/reports/monthly-metrics-2026-03-01.csv",
            "documents/reports/monthly-performance-2026-03-01.txt",
            "documents/reports/quarterly-performance-2026-01-01.txt",
            "documents/reports/weekly-performance-2026-03-02.txt",
        ]
    );
    // Those of jobs tell nothing yet: the job was opened today.
    assert_eq!(made.iter().filter(|file| file.starts_with("outbox/ready/")).count(), 3, "{made:?}");
    assert!(office.read("documents/reports/daily-status-2026-03-02.csv").contains("recurring-task"));
    assert_eq!(office.touched(|office| drop(office.run(["report", "run", "--due"]))), Vec::<String>::new());
    assert!(office.run(["report", "run", "--due"]).err.contains("no report is due"));

    // Days that were missed are not made afterwards; the letter of the last one counts them.
    office.at("2026-03-06T08:00:00+01:00");
    let again = office.json(["report", "run", "--due"]);
    assert_eq!(
        (&again["made"][0]["day"], &again["made"][0]["missed"], again["made"].as_array().unwrap().len()),
        (&json!("2026-03-06"), &json!(3), 1)
    );
    let letter = again["made"][0]["letter"].as_str().unwrap();
    let letter = office.read(letter);
    assert!(
        letter.contains("Subject: What is due, 6 March 2026")
            && letter.contains("3 earlier ones were not made"),
        "{letter}"
    );
    assert!(office.refused(1, ["report", "run", "monthly-agin"]).contains("did you mean monthly-aging?"));
    office.ok(["report", "run", "monthly-aging"]);
    assert!(office.read("documents/reports/monthly-aging-2026-03-06.csv").starts_with("day,client,"));
}

#[test]
fn s11_a_report_that_cannot_be_meant_is_named() {
    let office = running();
    office.replace("jobbook.toml", "every = \"every weekday\"", "every = \"every blue moon\"");
    office.replace(
        "jobbook.toml",
        "workflow = \"ongoing-service\"\nto       = \"account-manager\"    # client",
        "to       = \"nobody\"    # client",
    );
    let found = office.refused(3, ["report", "list"]);
    assert!(
        found.contains("\"every blue moon\" is not understood as what comes again [recurrence]")
            && found.contains("a performance report is one for each job of a workflow [report-subject]"),
        "{found}"
    );
}

#[test]
fn s13_the_register_tells_what_is_missing_and_what_expires() {
    let mut office = running();
    let config = office.read("jobbook.toml");
    office.write(
        "jobbook.toml",
        &format!(
            "{config}\n[[required_document]]\nkind = \"insurance\"\ntitle = \"proof of insurance\"\nwithin = \"7d\"\nowner = \"office\"\n\n\
             [[required_document]]\nkind = \"frame\"\nstate = \"signed\"\nclasses = [\"platinum\"]\n"
        ),
    );
    office.git(["commit", "-qam", "Required documents"]);
    let missing = office.json(["client", "document", "list", "1", "--missing"]);
    let rows: Vec<String> = missing["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {} {}", row["of"], row["kind"], row["wanted"]).replace('"', ""))
        .collect();
    assert_eq!(
        rows,
        [
            "C-0001 insurance on-file",
            "J-2026-00001 contract signed",
            "J-2026-00001 configuration on-file",
            "J-2026-00001 plan on-file",
            "J-2026-00001 training-record on-file",
            "J-2026-00001 security on-file",
            "J-2026-00001 risk-assessment on-file",
            "J-2026-00001 data-protection on-file",
            "J-2026-00001 report on-file"
        ]
    );
    office.at("2026-03-10T09:00:00+01:00");
    let due = office.json(["due", "--rule", "document-missing"]);
    assert_eq!(
        (&due["dues"][0]["sentence"], &due["dues"][0]["client"], &due["dues"][0]["job"]),
        (&json!("put on file: proof of insurance"), &json!("C-0001"), &json!(null))
    );
    let checked = office.run(["check"]);
    assert_eq!(checked.code, 0);
    assert!(
        format!("{}{}", checked.out, checked.err)
            .contains("proof of insurance is not on file [document-missing]")
    );
    // The reminder stands in the client's file, and comes once.
    office.ok(["remind"]);
    assert!(office.read("clients/00/C-0001.yaml").contains("C-0001/document-missing/insurance/"));
    assert!(office.run(["remind"]).err.contains("nobody needs a reminder"));

    office.ok(["client", "document", "1", "vault/i.pdf", "--kind", "insurance", "--expires", "2026-04-20"]);
    assert_eq!(office.json(["due", "--rule", "document-missing"])["dues"], json!([]));
    office.at("2026-03-22T09:00:00+01:00");
    let due = office.json(["due", "--rule", "document-expiring"]);
    assert_eq!(due["dues"][0]["key"], json!("C-0001/document-expiring/document-1/2026-04-20"));
    assert_eq!(due["dues"][0]["sentence"], json!("renew insurance 1, which holds until 2026-04-20"));
    office.at("2026-04-21T09:00:00+02:00");
    assert!(office.ok(["client", "document", "list", "1"]).contains("2026-04-20, expired"));
    let checked = office.run(["check"]);
    assert!(
        format!("{}{}", checked.out, checked.err)
            .contains("insurance 1 held until 2026-04-20 [document-expired]")
    );
    office.ok(["client", "document", "1", "vault/i2.pdf", "--kind", "insurance", "--expires", "2027-04-20"]);
    assert_eq!(office.json(["due", "--rule", "document-expiring"])["dues"], json!([]));
    // A contract about the client counts for every job of theirs.
    office.ok(["client", "document", "1", "vault/c.pdf", "--kind", "contract"]);
    office.ok(["client", "document", "sign", "1", "3", "--evidence", "vault/c.pdf"]);
    let due = office.json(["due", "1", "--rule", "document-missing"]);
    let kinds: Vec<&str> =
        due["dues"].as_array().unwrap().iter().map(|due| due["sentence"].as_str().unwrap()).collect();
    assert_eq!(kinds.len(), 7, "{kinds:?}");
    assert!(!kinds.iter().any(|kind| kind.contains("the contract")), "{kinds:?}");
}
