//! Queues, issues from the field, work lines, one-time jobs (T05, T07, T08, T09, T11, T13, T14; P01–P04, G08).

use serde_json::{Value, json};

use crate::engagement::{Engagement, with_colleagues};
use crate::office::Office;

const NOTHING: [String; 0] = [];

/// An office with colleagues and a client, Harbour Café, on whose job a visit is under way.
fn on_site() -> Office {
    let office = Office::new();
    with_colleagues(&office);
    Engagement::new().write(&office);
    office.ok([
        "visit",
        "add",
        "1",
        "today 13-15",
        "--purpose",
        "assessment",
        "--tech",
        "ben",
        "--notify",
        "call",
    ]);
    office.ok(["visit", "start", "1"]);
    office
}

/// A one-time job of that client whose quote is out.
fn undecided() -> Office {
    let office = Office::new();
    with_colleagues(&office);
    Engagement::new().write(&office);
    office.ok(["job", "new", "1", "Clean the pond", "--workflow", "one-time"]);
    office.ok(["quote", "new", "2"]);
    office.ok(["quote", "line", "2", "add", "Clean the pond", "--price", "300"]);
    office.ok(["quote", "send", "2", "--via", "hand"]);
    office
}

fn job(office: &Office, id: &str) -> Value {
    office.json(["job", "show", id])["job"].clone()
}

/// The IDs that stand in a queue, in its order.
fn standing(office: &Office, queue: &str) -> Vec<String> {
    let shown = office.json(["queue", "show", queue]);
    let jobs = shown["jobs"].as_array().expect("jobs");
    jobs.iter().map(|job| job["id"].as_str().expect("an ID").to_string()).collect()
}

/// What is due of a rule by the end of the day: keys.
fn due(office: &Office, rule: &str) -> Vec<String> {
    let due = office.json(["due", "--rule", rule]);
    let dues = due["dues"].as_array().expect("dues");
    dues.iter().map(|due| due["key"].as_str().expect("a key").to_string()).collect()
}

#[test]
fn t05_undecided_clients_wait_in_a_queue_and_are_asked_until_they_decline() {
    let mut office = undecided();
    assert_eq!(standing(&office, "unapproved"), ["J-2026-00002"]);
    assert_eq!(office.json(["queue", "show", "unapproved"])["jobs"][0]["left"], false, "its clock runs");
    office.at("2026-03-05T09:30:00+01:00");
    assert_eq!(due(&office, "follow-up").len(), 1);
    office.ok(["quote", "follow-up", "2", "--channel", "call", "--note", "asks the landlord"]);
    assert_eq!(due(&office, "follow-up"), NOTHING);
    office.at("2026-03-08T10:00:00+01:00");
    assert_eq!(due(&office, "follow-up").len(), 1, "asked again, and again");
    office.ok(["quote", "decline", "2", "--reason", "price"]);
    assert_eq!(standing(&office, "unapproved"), NOTHING);
    assert_eq!(due(&office, "follow-up"), NOTHING);
    assert_eq!(job(&office, "2")["stage"], "declined");
}

#[test]
fn t05_a_queue_has_a_clock_of_its_own_for_jobs_whose_stage_has_none() {
    let mut office = on_site();
    office.replace("jobbook.toml", "[queue.issues]\n", "[queue.issues]\nfollow_up = \"24h\"\n");
    office.ok(["job", "issue", "1", "Fence is loose"]);
    office.at("2026-03-03T09:01:00+01:00");
    assert_eq!(
        due(&office, "queue-follow-up"),
        ["J-2026-00002/queue-follow-up/issues/2026-03-02T09:00:00+01:00"]
    );
    office.ok(["contact", "log", "J-2026-00002", "out", "call", "we come this week"]);
    assert_eq!(due(&office, "queue-follow-up"), NOTHING);
}

#[test]
fn t07_a_job_without_a_line_gets_the_zero_line_or_is_refused() {
    let office = undecided();
    let lines = |office: &Office| office.json(["job", "line", "3"])["lines"].clone();
    office.ok(["job", "new", "1", "Look at the fence", "--workflow", "one-time"]);
    assert_eq!(lines(&office)[0]["number"], 0);
    assert_eq!(
        (lines(&office)[0]["price"].as_str(), lines(&office)[0]["text"].as_str()),
        (Some("0"), Some("One-time work, to be assessed"))
    );
    assert!(office.read("jobs/2026/000/J-2026-00003.yaml").contains("lines:\n- number: 0\n"));
    // The first real line takes its place, and gives it back when it goes.
    let told = office.ok(["job", "line", "3", "add", "Fence post", "--price", "12.50", "--qty", "2"]);
    assert!(told.contains("• it takes the place of the zero line\n"), "{told}");
    assert_eq!(lines(&office).as_array().unwrap().len(), 1);
    office.ok(["job", "line", "3", "remove", "1"]);
    assert_eq!(lines(&office)[0]["number"], 0);
    let told = office.refused(1, ["job", "line", "3", "remove", "0"]);
    assert!(told.contains("[line-none]"), "{told}");
    // An approved quote replaces it.
    office.ok(["quote", "approve", "2", "--who", "Ines", "--how", "call", "--evidence", "call"]);
    assert_eq!(office.json(["job", "line", "2"])["lines"][0]["text"], "Clean the pond");

    office.replace("workflows/one-time.toml", "line_item = \"zero\" ", "line_item = \"required\" ");
    office.git(["commit", "-qam", "Lines are required"]);
    let told = office.refused(1, ["job", "new", "1", "Hedge", "--workflow", "one-time"]);
    assert!(told.contains("[line-missing]") && told.contains("--line CODE"), "{told}");
    office.ok([
        "job",
        "new",
        "1",
        "Hedge",
        "--workflow",
        "one-time",
        "--line",
        "HOUR",
        "--line",
        "Travel=15",
    ]);
    let of_new = office.json(["job", "line", "Hedge"])["lines"].clone();
    assert_eq!((of_new[0]["code"].as_str(), of_new[1]["price"].as_str()), (Some("HOUR"), Some("15.00")));
    office.ok(["job", "line", "Hedge", "remove", "1"]);
    let told = office.refused(1, ["job", "line", "Hedge", "remove", "2"]);
    assert!(told.contains("[line-missing]"), "{told}");
}

#[test]
fn t07_the_zero_line_is_billed_only_when_nothing_else_is() {
    let mut office = on_site();
    office.ok(["job", "issue", "1", "Fence is loose"]);
    office.ok(["visit", "add", "J-2026-00002", "today 16-17", "--tech", "ben", "--notify", "call"]);
    office.ok(["visit", "start", "J-2026-00002"]);
    office.at("2026-03-02T10:00:00+01:00");
    office.ok(["visit", "done", "J-2026-00002", "--hours", "1", "--note", "fixed"]);
    office.ok(["invoice", "new", "J-2026-00002"]);
    let lines = &job(&office, "J-2026-00002")["invoices"][0]["lines"];
    assert_eq!((lines.as_array().unwrap().len(), lines[0]["number"].as_i64()), (1, Some(1)));
    assert_eq!(lines[0]["code"], "HOUR");

    office.ok(["job", "issue", "1", "Gate squeaks"]);
    office.ok(["invoice", "new", "J-2026-00003"]);
    assert_eq!(job(&office, "J-2026-00003")["invoices"][0]["lines"][0]["price"], "0");
}

#[test]
fn t08_a_technician_files_a_quote_request_with_one_command() {
    let mut office = on_site();
    office.by("ben");
    let told = office.ok(["visit", "quote-request", "1", "New pump with timer"]);
    assert_eq!(
        told,
        "\
J-2026-00002  Harbour Café · New pump with timer
• opened from J-2026-00001, visit 1
• stage: Quote the repair (job-opened)
• stands in the queue: Repairs to quote
next: by Wed 2026-03-04 09:00, sales: finish \"Quote the repair\", which should take 2 business days at most: quote new, quote line, quote send
      jobbook why J-2026-00002
"
    );
    assert_eq!(standing(&office, "repair-quotes"), ["J-2026-00002"]);
    let opened = job(&office, "2");
    assert_eq!(
        (opened["from"].as_str(), opened["opened"]["by"].as_str()),
        (Some("J-2026-00001"), Some("ben"))
    );
    let note = &job(&office, "1")["visits"][0]["notes"][0]["text"];
    assert_eq!(note, "J-2026-00002 opened: New pump with timer");
    let touched = office.touched(|office| {
        office.ok(["job", "issue", "1", "Cover for it", "--quote"]);
    });
    assert_eq!(touched.len(), 3, "{touched:?}");
    assert_eq!(standing(&office, "repair-quotes"), ["J-2026-00002", "J-2026-00003"]);
    // The quote goes out, and the request leaves the queue.
    office.by("ana");
    office.ok(["quote", "new", "2"]);
    office.ok(["quote", "line", "2", "add", "Pump", "--price", "480"]);
    office.ok(["quote", "send", "2", "--via", "hand"]);
    assert_eq!(standing(&office, "repair-quotes"), ["J-2026-00003"]);
    assert_eq!(standing(&office, "unapproved"), ["J-2026-00002"]);

    office.replace("jobbook.toml", "quote_queue    =", "# quote_queue  =");
    office.git(["commit", "-qam", "No queue for quotes"]);
    let told = office.refused(1, ["job", "issue", "1", "Another", "--quote"]);
    assert!(told.contains("[quote-queue-none]") && told.contains("set quote_queue under [field]"), "{told}");
}

#[test]
fn t09_the_estimate_of_a_new_service_is_sent_accepted_and_scheduled() {
    let office = Office::new();
    with_colleagues(&office);
    Engagement::new().write(&office);
    office.ok(["job", "new", "1", "Timer for the lights", "--workflow", "new-service"]);
    assert_eq!(standing(&office, "quotes"), ["J-2026-00002"]);
    office.ok(["quote", "new", "2"]);
    office.ok(["quote", "line", "2", "add", "Timer, fitted", "--price", "200"]);
    office.ok(["quote", "send", "2"]);
    assert!(office.letter("quote").contains("ines@harbour.example"));
    assert_eq!(standing(&office, "unapproved"), ["J-2026-00002"]);
    let told = office.refused(1, ["visit", "start", "2"]);
    assert!(told.contains("[visit-none]"), "{told}");
    office.ok([
        "quote",
        "approve",
        "2",
        "--who",
        "Ines Vogel",
        "--how",
        "email",
        "--evidence",
        "mail of today",
    ]);
    office.ok(["visit", "add", "2", "thu 9-11", "--tech", "ben", "--notify", "call"]);
    assert_eq!(job(&office, "2")["stage"], "planning");
    let why = office.ok(["why", "2"]);
    assert!(why.contains("jobbook client set C-0001 --payment-token"), "{why}");
    office.ok(["client", "set", "1", "--payment-token", "tok_7f3", "--payment-last4", "1111"]);
    assert_eq!(job(&office, "2")["stage"], "planning");
    office.ok(["checklist", "tick", "2", "waivers"]);
    assert_eq!(job(&office, "2")["stage"], "ready");
}

#[test]
fn t11_a_one_time_job_is_assessed_followed_up_and_assigned_once_approved() {
    let mut office = Office::new();
    with_colleagues(&office);
    Engagement::new().write(&office);
    office.ok(["job", "new", "1", "Clean the pond", "--workflow", "one-time"]);
    assert_eq!(job(&office, "2")["stage"], "assessing");
    office.ok(["visit", "add", "2", "today 11-12", "--purpose", "assessment", "--tech", "ben"]);
    office.at("2026-03-02T11:00:00+01:00").ok(["visit", "start", "2"]);
    office.at("2026-03-02T12:00:00+01:00").ok([
        "visit",
        "done",
        "2",
        "--hours",
        "1",
        "--note",
        "two days of work",
    ]);
    assert_eq!(standing(&office, "quotes"), ["J-2026-00002"]);
    office.ok(["quote", "new", "2"]);
    office.ok(["quote", "line", "2", "add", "Clean the pond", "--price", "300"]);
    office.ok(["quote", "send", "2", "--via", "hand"]);
    assert_eq!(standing(&office, "unapproved"), ["J-2026-00002"]);
    office.ok(["quote", "approve", "2", "--who", "Ines", "--how", "call", "--evidence", "call"]);
    assert_eq!(standing(&office, "unapproved"), NOTHING);
    assert_eq!(standing(&office, "schedule"), ["J-2026-00002", "J-2026-00001"]);
    office.ok(["queue", "sweep", "schedule", "--tech", "ben", "--job", "2"]);
    let visit = &job(&office, "2")["visits"][1];
    assert_eq!((visit["technician"].as_str(), visit.get("planned")), (Some("ben"), None));
    assert_eq!(due(&office, "visit-to-plan").len(), 1);
}

#[test]
fn t13_a_problem_from_any_visit_opens_a_linked_job_in_the_issues_queue() {
    let office = on_site();
    let told = office.ok(["job", "issue", "1", "1", "Drain is blocked"]);
    assert!(told.contains("• opened from J-2026-00001, visit 1\n"), "{told}");
    assert!(told.contains("• stands in the queue: Issues from the field\n"), "{told}");
    assert_eq!(office.last_commit(), "J-2026-00002: opened from J-2026-00001, visit 1 → triage");
    let opened = job(&office, "2");
    assert_eq!(
        (opened["workflow"].as_str(), opened["tags"][0].as_str()),
        (Some("field-issue"), Some("issue"))
    );
    office.ok(["job", "issue", "1", "Second drain", "--queue", "unapproved"]);
    assert_eq!(standing(&office, "unapproved"), ["J-2026-00003"]);
    let told = office.refused(1, ["job", "issue", "1", "7", "Nothing"]);
    assert!(told.contains("[visit-none]"), "{told}");
    let told = office.refused(1, ["job", "issue", "1", "Nothing", "--queue", "isues"]);
    assert!(told.contains("did you mean issues?"), "{told}");
    let told = office.refused(1, ["job", "issue", "1", "Nothing", "--queue", "billing"]);
    assert!(told.contains("[queue-by-stage]"), "{told}");
    // A long story becomes a short title; all of it stays.
    let story = format!("Water in the cellar {}", "and more of it ".repeat(12));
    office.ok(["job", "issue", "1", &story]);
    let opened = job(&office, "4");
    assert_eq!(opened["title"].as_str().unwrap().chars().count(), 80);
    assert_eq!(opened["request"], story.trim());
    let told = office.refused(1, ["job", "issue", "1", "card 4111 1111 1111 1111"]);
    assert!(told.contains("[card-number]"), "{told}");
}

#[test]
fn t13_a_technicians_sheet_is_taken_in_row_by_row_and_only_once() {
    let mut office = on_site();
    office.at("2026-03-02T17:00:00+01:00");
    let sheet = "job,kind,visit,text,hours,cause,need,at,by\n\
                 1,done,1,looked at it all,1.5,,,today 14:00,ben\n\
                 1,issue,1,Fence is loose,,,,,ben\n\
                 1,quote,,=New filter,,,,,ben\n\
                 1,note,1,key is under the mat,,,,,ben\n\
                 1,incomplete,,,,weather,,,ben\n\
                 1,issue,1,Fence is loose,,,,,ben\n\
                 99,note,,x,,,,,ben\n";
    office.write("sheet.csv", sheet);
    let touched = office.touched(|office| {
        let answer = office.run(["import", "field", "sheet.csv", "--dry-run"]);
        assert_eq!(answer.code, 3);
        assert!(answer.out.contains("recorded") && answer.out.ends_with("dry run: nothing was written\n"));
    });
    assert_eq!(touched, NOTHING);
    let told = |answer: crate::office::Answer| -> Vec<String> {
        assert_eq!(answer.code, 3, "{}", answer.err);
        let told: Value = serde_json::from_str(&answer.out).expect("JSON");
        told["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["result"].as_str().unwrap().to_string())
            .collect()
    };
    let first = office.run(["import", "field", "sheet.csv", "--json"]);
    assert!(first.err.contains("sheet.csv") && first.err.contains("\"line\":6"), "{}", first.err);
    assert_eq!(told(first), ["recorded", "recorded", "recorded", "recorded", "refused", "known", "refused"]);
    assert_eq!(office.last_commit(), "field sheet: 4 rows");
    let visit = &job(&office, "1")["visits"][0];
    assert_eq!(
        visit["outcome"]["made"],
        json!({
            "at": "2026-03-02T14:00:00+01:00", "recorded": "2026-03-02T17:00:00+01:00", "by": "ben"
        })
    );
    assert_eq!(visit["notes"][1]["text"], "key is under the mat");
    assert_eq!(standing(&office, "issues"), ["J-2026-00002"]);
    assert_eq!(standing(&office, "repair-quotes"), ["J-2026-00003"]);
    assert_eq!(job(&office, "3")["title"], "=New filter");
    let touched = office.touched(|office| {
        let again = told(office.run(["import", "field", "sheet.csv", "--json"]));
        assert_eq!(again, ["known", "known", "known", "known", "refused", "known", "refused"]);
    });
    assert_eq!(touched, NOTHING, "a sheet is taken in once");
    // A row that the rules refuse leaves nothing behind, also where it had begun to change something.
    office.replace("workflows/field-issue.toml", "line_item = \"zero\" ", "line_item = \"required\" ");
    office.write("sheet.csv", "job,kind,visit,text\n1,note,1,still to do\n1,issue,1,Roof leaks\n");
    let touched = office.touched(|office| {
        let answer = office.run(["import", "field", "sheet.csv"]);
        assert_eq!(answer.code, 1);
        assert!(
            answer.err.contains("sheet.csv:3") && answer.err.contains("[line-missing]"),
            "{}",
            answer.err
        );
    });
    assert_eq!(touched, ["jobs/2026/000/J-2026-00001.yaml"]);
    assert!(!office.read("jobs/2026/000/J-2026-00001.yaml").contains("Roof leaks"));
    // Parts that are missing send the job back, and a visit that nobody said had started, starts.
    let office = on_site();
    office.ok(["job", "issue", "1", "Fence is loose"]);
    office.ok(["visit", "add", "J-2026-00002", "today 16-17", "--tech", "ben", "--notify", "call"]);
    office.write("sheet.csv", "job,kind,cause,need\nJ-2026-00002,incomplete,parts,Post=2; Nails\n");
    office.ok(["import", "field", "sheet.csv"]);
    let parts = &job(&office, "J-2026-00002")["parts"];
    assert_eq!((parts[0]["qty"].as_str(), parts[1]["text"].as_str()), (Some("2"), Some("Nails")));
}

/// Three issues, one of them taken, on Monday at noon.
fn three_issues() -> Office {
    let mut office = on_site();
    office.at("2026-03-02T12:00:00+01:00");
    for problem in ["Drain is blocked", "Fence is loose", "Gate squeaks"] {
        office.ok(["job", "issue", "1", problem]);
    }
    office
}

#[test]
fn t14_what_is_left_at_closing_time_is_due_to_the_owner_once_a_day() {
    let mut office = three_issues();
    office.ok(["job", "assign", "2", "dispatch=cleo"]);
    let left = office.json(["due", "--rule", "queue-left"])["dues"][0].clone();
    assert_eq!(
        left,
        json!({
            "key": "queue/issues/2026-03-02",
            "rule": "queue-left",
            "at": "2026-03-02T17:00:00+01:00",
            "owner": "dispatch",
            "job": null,
            "client": null,
            "sentence": "go through \"Issues from the field\": 2 jobs are left: J-2026-00003, J-2026-00004",
            "command": "jobbook queue sweep issues",
        })
    );
    let today = office.ok(["today"]);
    assert!(today.contains("• 17:00  go through \"Issues from the field\": 2 jobs are left: "), "{today}");
    office.at("2026-03-02T17:00:00+01:00");
    let told = office.ok(["remind"]);
    assert!(told.contains("• go through \"Issues from the field\": 2 jobs are left"), "{told}");
    assert!(office.letter("reminder-digest").contains("jobbook queue sweep issues"));
    assert_eq!(office.run(["remind"]).err, "nobody needs a reminder\n");
    // The next morning it is the same due, and not mailed again; in the evening another.
    office.at("2026-03-03T10:00:00+01:00");
    assert_eq!(due(&office, "queue-left"), ["queue/issues/2026-03-02"]);
    assert_eq!(office.run(["remind"]).err, "nobody needs a reminder\n");
    office.at("2026-03-03T17:00:00+01:00");
    let told = office.ok(["remind"]);
    assert!(told.contains("Issues from the field"), "{told}");
    // Days on which nobody ran anything make one due, not several.
    office.at("2026-03-10T10:00:00+01:00");
    assert_eq!(due(&office, "queue-left"), ["queue/issues/2026-03-09"]);
    let told =
        office.refused(1, ["due", "defer", "queue/issues/2026-03-09", "--until", "fri", "--reason", "x"]);
    assert!(told.contains("jobbook queue sweep issues --defer"), "{told}");
}

#[test]
fn t14_a_sweep_assigns_moves_and_puts_off_and_names_what_it_skipped() {
    let office = three_issues();
    let touched = office.touched(|office| {
        let told = office.ok(["queue", "sweep", "issues", "--assign", "cleo", "--dry-run"]);
        assert!(
            told.contains("• cleo has it (dispatch)\n") && told.contains("nothing was written"),
            "{told}"
        );
    });
    assert_eq!(touched, NOTHING);
    office.ok(["queue", "sweep", "issues", "--assign", "cleo", "--job", "2"]);
    assert_eq!(due(&office, "queue-left"), ["queue/issues/2026-03-02"]);
    // What is so already is skipped and named; the rest is one change.
    let swept = office.json(["queue", "sweep", "issues", "--assign", "cleo"]);
    assert_eq!(swept["skipped"], json!([{"job": "J-2026-00002", "why": "it is so already"}]));
    assert_eq!(office.last_commit(), "queue issues: 2 jobs assigned to cleo");
    assert_eq!(due(&office, "queue-left"), NOTHING);

    let answer = office.run(["queue", "sweep", "issues", "--to", "billing"]);
    assert_eq!(answer.code, 1);
    assert!(
        answer.out.contains("• J-2026-00003: jobs stand in \"Billing\" by their stage"),
        "{}",
        answer.out
    );
    assert!(answer.err.contains("3 of 3 jobs in \"Issues from the field\" were refused"), "{}", answer.err);

    // Moved on along the workflow, where it has a way there.
    office.ok(["queue", "sweep", "issues", "--to", "repair-quotes", "--job", "3"]);
    assert_eq!(
        (job(&office, "3")["stage"].as_str(), standing(&office, "issues").len()),
        (Some("quoting"), 2)
    );
    let answer = office.run(["queue", "sweep", "issues", "--to", "repair-quotes", "--job", "3"]);
    assert_eq!((answer.code, answer.err.contains("[sweep-partly]")), (1, true));
    assert_eq!(answer.out, "skipped\n• J-2026-00003: does not stand in \"Issues from the field\"\n");
}

#[test]
fn t14_a_job_without_a_way_to_the_queue_changes_its_tag() {
    let office = three_issues();
    // Its workflow, service-call, has no way to that queue.
    office.ok(["job", "tag", "1", "+unapproved"]);
    office.ok(["queue", "sweep", "unapproved", "--to", "issues", "--job", "1"]);
    let moved = job(&office, "1");
    assert_eq!(moved["tags"], json!(["issue"]));
    let log = moved["log"].as_array().unwrap();
    assert_eq!(
        log.last().unwrap()["changed"],
        json!({"field": "queue", "from": "unapproved", "to": "issues"})
    );
}

#[test]
fn t14_what_is_put_off_is_not_left_until_then() {
    let mut office = three_issues();
    let told = office.refused(2, ["queue", "sweep", "issues", "--defer", "yesterday", "--reason", "x"]);
    assert!(told.contains("[until-past]"), "{told}");
    office.ok(["queue", "sweep", "issues", "--defer", "thu 8:00", "--reason", "office is being painted"]);
    office.at("2026-03-04T17:30:00+01:00");
    assert_eq!(due(&office, "queue-left"), NOTHING);
    office.at("2026-03-05T09:00:00+01:00");
    assert_eq!(due(&office, "queue-left"), ["queue/issues/2026-03-05"]);
}

#[test]
fn t14_a_damaged_file_is_named_and_the_rest_of_the_queue_is_swept() {
    let office = three_issues();
    office.replace("jobs/2026/000/J-2026-00003.yaml", "title:", "title: [");
    let answer = office.run(["queue", "sweep", "issues", "--assign", "cleo"]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    assert!(answer.err.contains("jobs/2026/000/J-2026-00003.yaml:"), "{}", answer.err);
    for id in ["2", "4"] {
        assert_eq!(job(&office, id)["team"]["dispatch"], "cleo");
    }
}

#[test]
fn t14_off_a_terminal_a_sweep_says_which_options_there_are() {
    let office = three_issues();
    let told = office.refused(2, ["queue", "sweep", "issues"]);
    assert!(told.contains("jobbook queue sweep issues --defer WHEN --reason"), "{told}");
    let told = office.refused(1, ["queue", "sweep", "isues", "--assign", "cleo"]);
    assert!(told.contains("did you mean issues?"), "{told}");
}

#[cfg(unix)]
#[test]
fn t14_on_a_terminal_each_job_is_shown_and_each_answer_is_one_change() {
    use std::io::Read;

    use expectrl::Expect;
    let office = three_issues();
    let before = office.git(["rev-list", "--count", "HEAD"]).trim().parse::<usize>().unwrap();
    let mut command = office.command(["queue", "sweep", "issues"]);
    command.env("TERM", "xterm").env("NO_COLOR", "1");
    let mut session = expectrl::Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
    let mut answer = |question: &str, keys: &str| {
        session.expect(question).unwrap_or_else(|error| panic!("{question}: {error}"));
        session.send(keys).unwrap();
    };
    answer("1 of 3  J-2026-00002  Harbour Café · Drain is blocked", "");
    answer("What to do with it", "assign\r");
    answer("To whom", "cleo\r");
    answer("cleo has it (dispatch)", "");
    answer("2 of 3  J-2026-00003", "");
    // A question that is left with Escape leads back to the choice; then a technician is sent.
    answer("What to do with it", "move\r");
    answer("To which queue", "\u{1b}");
    answer("What to do with it", "technician\r");
    answer("Which technician", "nobody\r");
    answer("nobody is not in team.toml", "");
    answer("What to do with it", "technician\r");
    answer("Which technician", "ben\r");
    answer("ben goes on visit 1, not planned yet", "");
    answer("3 of 3  J-2026-00004", "");
    answer("What to do with it", "stop\r");
    let mut rest = Vec::new();
    let _ = session.read_to_end(&mut rest);
    assert_eq!(job(&office, "2")["team"]["dispatch"], "cleo");
    assert_eq!(job(&office, "3")["visits"][0]["technician"], "ben");
    let after = office.git(["rev-list", "--count", "HEAD"]).trim().parse::<usize>().unwrap();
    assert_eq!(after, before + 2);
    assert_eq!(due(&office, "queue-left"), ["queue/issues/2026-03-02"]);
}

#[test]
fn a_queue_lists_the_oldest_promise_first_with_client_age_and_next_step() {
    let mut office = three_issues();
    office.ok(["job", "task", "4", "Call the caretaker", "--due", "2026-03-01"]);
    office.at("2026-03-05T12:00:00+01:00");
    let shown = office.ok(["queue", "show", "issues"]);
    let rows: Vec<&str> = shown.lines().collect();
    assert!(
        rows[0].starts_with("job ") && rows[1].starts_with("J-2026-00004  Harbour Café  Gate squeaks"),
        "{shown}"
    );
    assert!(rows[1].contains("3 days") && rows[1].ends_with("Call the caretaker"), "{shown}");
    let listed = office.json(["queue", "list"]);
    assert_eq!(
        listed["queues"][0],
        json!({
            "name": "issues", "title": "Issues from the field", "owner": "dispatch", "person": "ana",
            "jobs": 3, "left": 3, "overdue": 3, "oldest": "2026-03-02T12:00:00+01:00",
        })
    );
    let jobs = office.json(["job", "list", "--queue", "issues"]);
    assert_eq!(jobs["jobs"].as_array().unwrap().len(), 3);
    assert_eq!(jobs["jobs"][0]["queues"], json!(["issues"]));
    let shown = office.ok(["job", "show", "2"]);
    assert!(shown.contains("queue             Issues from the field\n"), "{shown}");
}

#[test]
fn p01_p02_p03_quotes_wait_in_the_queues_of_their_tags() {
    let office = Office::new();
    Engagement::new()
        .job(|job| {
            job.stage = "quoting".to_string();
            job.tags = vec!["quote".to_string()];
        })
        .write(&office);
    assert_eq!(standing(&office, "quotes"), ["J-2026-00001"]);
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "Closer", "--price", "80"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    assert_eq!((standing(&office, "quotes").len(), standing(&office, "sales-followup").len()), (0, 1));
    office.ok(["quote", "approve", "1", "--who", "Ines", "--how", "call", "--evidence", "call"]);
    assert_eq!((standing(&office, "sales-followup").len(), standing(&office, "schedule").len()), (0, 1));
}

#[test]
fn g08_billings_queue_shows_the_job_that_is_to_be_billed() {
    let office = Office::new();
    Engagement::new().job(|job| job.stage = "invoicing".to_string()).write(&office);
    assert_eq!(standing(&office, "billing"), ["J-2026-00001"]);
    assert_eq!(due(&office, "queue-left"), NOTHING, "its own clocks are enough");
}

#[test]
fn a_stage_of_a_workflow_can_name_its_queue() {
    let office = Office::new();
    Engagement::new().write(&office);
    office.replace(
        "workflows/service-call.toml",
        "title    = \"Plan the visit\"\n",
        "title    = \"Plan the visit\"\nqueue    = \"dispatching\"\n",
    );
    assert_eq!(standing(&office, "dispatching"), ["J-2026-00001"]);
    let listed = office.json(["queue", "list"]);
    let own =
        listed["queues"].as_array().unwrap().iter().find(|queue| queue["name"] == "dispatching").unwrap();
    assert_eq!((own["owner"].as_str(), own["jobs"].as_i64()), (Some("dispatch"), Some(1)));
}

#[test]
fn every_mistake_in_a_queue_is_named_with_its_place() {
    let office = Office::new();
    office.replace(
        "jobbook.toml",
        "[queue.issues]\n",
        "[queue.issues]\nstages = [\"quoting\"]\nfolow_up = \"24h\"\n",
    );
    let told = office.run(["check"]);
    assert_eq!(told.code, 3);
    assert!(told.err.contains("a stage is named with its workflow [queue-stage]"), "{}", told.err);
    assert!(told.err.contains("did you mean follow_up?"), "{}", told.err);
    let office = Office::new();
    office.replace(
        "jobbook.toml",
        "[queue.issues]\n",
        "[queue.issues]\nstages = [\"service-call/quotng\"]\n",
    );
    office.replace(
        "jobbook.toml",
        "owner = \"dispatch\"              # a role",
        "owner = \"dispach\"              # a role",
    );
    let told = office.run(["check"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("there is no stage \"service-call/quotng\""), "{}", told.err);
    assert!(told.err.contains("did you mean dispatch?"), "{}", told.err);
}

#[test]
fn a_technician_who_is_not_trained_is_named_when_assigned() {
    let office = Office::new();
    with_colleagues(&office);
    Engagement::new().write(&office);
    office.ok(["visit", "add", "1", "thu 9-11"]);
    office.ok(["visit", "assign", "1", "ben"]);
    office.replace("jobbook.toml", "# training     =", "training     =");
    let answer = office.ok_with_warnings(["visit", "assign", "1", "ben"]);
    assert!(
        answer.err.contains("ben was not trained for field-reports [technician-untrained]"),
        "{}",
        answer.err
    );
    office.replace(
        "team.toml",
        "full_name = \"Ben Example\"\n",
        "full_name = \"Ben Example\"\ntrained = [\"field-reports\"]\n",
    );
    office.ok(["visit", "assign", "1", "ben"]);
}
