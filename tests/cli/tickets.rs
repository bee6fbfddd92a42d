//! Tickets: answered by the clock, escalated, solved, looked at, closed; complaints, causes, feedback.

use serde_json::{Value, json};

use crate::office::Office;

const TICKET: &str = "jobs/2026/000/J-2026-00001.yaml";

/// An office with ben for support, olga for operations and mia as director, and a client with mail and phone.
fn office() -> Office {
    let office = Office::new();
    office.replace("team.toml", "\"billing\", \"support\",", "\"billing\",");
    office.replace("team.toml", "\"operations-manager\", \"managing-director\",\n", "");
    for (name, role) in [("ben", "support"), ("olga", "operations-manager"), ("mia", "managing-director")] {
        let team = office.read("team.toml");
        office.write(
            "team.toml",
            &format!(
                "{team}\n[[person]]\nname = \"{name}\"\nroles = [\"{role}\"]\nemail = \"{name}@office.example\"\n"
            ),
        );
    }
    office.git(["commit", "-qam", "Team"]);
    office.ok(["client", "new", "Harbour Café", "--email", "ines@harbour.example", "--person", "Ines"]);
    office
}

fn ticket(office: &Office, options: &[&str]) -> String {
    let begin = ["ticket", "new", "1", "--channel", "email", "--title", "Login fails"];
    office.ok(begin.iter().chain(options).copied())
}

/// Gives a priority another promise.
fn promise(office: &Office, priority: &str, key: &str, value: &str) {
    let text = office.read("jobbook.toml");
    let begin = text.find(&format!("[priority.{priority}]")).expect("the priority");
    let line = begin + text[begin..].find(&format!("\n{key}")).expect("the key") + 1;
    let end = line + text[line..].find('\n').expect("a line");
    office.write("jobbook.toml", &format!("{}{key} = \"{value}\"{}", &text[..line], &text[end..]));
}

fn clock(office: &Office, index: usize) -> Value {
    office.json(["ticket", "show", "1"])["clocks"][index].clone()
}

fn due_at(office: &Office, index: usize) -> String {
    clock(office, index)["due"].as_str().unwrap_or("none").to_string()
}

/// Keys that a run of reminders told, with who was told.
fn reminded(office: &Office) -> Vec<(String, String)> {
    let told = office.json(["remind"]);
    let people = told["people"].as_array().expect("people").clone();
    let each = |person: &Value| {
        let name = person["person"].as_str().expect("a name").to_string();
        let dues = person["dues"].as_array().expect("dues").clone();
        dues.into_iter().map(move |due| (name.clone(), due["key"].as_str().expect("a key").to_string()))
    };
    people.iter().flat_map(each).collect()
}

#[test]
fn s07_a_request_is_logged_prioritised_assigned_solved_looked_at_and_closed_with_feedback() {
    let mut office = office();
    assert_eq!(
        ticket(
            &office,
            &["--category", "fault", "--request", "Since noon", "--assign", "ben", "--estimate", "3h"]
        ),
        "\
J-2026-00001  Harbour Café · Login fails
• ticket opened, by email
• priority high
• answered by ben
• stage: Not answered yet (job-opened)
next: by Tue 2026-03-03 09:00, ben: answer the client (high: within 24 hours)
      jobbook ticket respond J-2026-00001 email \"…\"
next: by Thu 2026-03-05 09:00, ben: solve it (high: within 3 business days)
      jobbook ticket resolve J-2026-00001 \"…\"
"
    );
    office.at("2026-03-02T10:00:00+01:00");
    let told = office.ok(["ticket", "respond", "1", "call", "Ben looks at it"]);
    assert!(
        told.contains("• first answer given by call\n• stage: Not answered yet → Being worked on"),
        "{told}"
    );
    office.ok(["ticket", "set", "1", "--progress", "60"]);
    office.at("2026-03-02T12:00:00+01:00");
    office.ok(["ticket", "resolve", "1", "The certificate was renewed."]);
    let letter = office.letter("ticket-resolved");
    assert!(
        letter.contains("ines@harbour.example") && letter.contains("The certificate was renewed."),
        "{letter}"
    );

    let refused = office.refused(1, ["ticket", "close", "1"]);
    for missing in [
        "no colleague looked at the solution [gate]\n  try: jobbook ticket review J-2026-00001\n",
        "the client has not said that it is solved [gate]\n  try: jobbook ticket approve J-2026-00001",
        "  try: jobbook checklist tick J-2026-00001 tested\n",
    ] {
        assert!(refused.contains(missing), "{missing:?} is not in\n{refused}");
    }
    office.by("olga");
    let back = office.ok(["ticket", "review", "1", "--back", "the second host still fails"]);
    assert!(back.contains("• stage: Solved, being looked at → Being worked on (ticket-returned)"), "{back}");
    assert!(back.contains("• overtaken and withdrawn: outbox/ready/"), "{back}");
    office.by("ben").at("2026-03-02T14:00:00+01:00");
    office.ok(["ticket", "resolve", "1", "Both hosts have the new certificate.", "--no-letter"]);
    office.by("olga");
    office.ok(["ticket", "review", "1", "--note", "tried both"]);
    office.ok(["ticket", "approve", "1", "--who", "Ines", "--how", "call"]);
    office.ok(["checklist", "tick", "1", "tested", "documented"]);
    let closed = office.ok(["ticket", "close", "1"]);
    assert!(closed.contains("• feedback asked by email\n• closed\n"), "{closed}");
    assert!(office.letter("feedback-request").contains("from 0 to 10"));
    assert_eq!(office.last_commit(), "J-2026-00001: feedback asked by email; closed → closed");

    office.ok(["feedback", "add", "1", "--kind", "csat", "--score", "5", "--text", "Quick", "--who", "Ines"]);
    office.ok(["feedback", "add", "C-0001", "--kind", "nps", "--score", "9"]);
    for (kind, score, code) in
        [("csat", "0", "score-range"), ("csat", "6", "score-range"), ("nps", "11", "score-range")]
    {
        let refused = office.refused(2, ["feedback", "add", "1", "--kind", kind, "--score", score]);
        assert!(refused.contains(code), "{refused}");
    }
    let refused = office.refused(2, ["feedback", "add", "1", "--kind", "testimonial", "--score", "3"]);
    assert!(refused.contains("[score-none]"), "{refused}");
    let listed = office.json(["feedback", "list"]);
    let kinds: Vec<&str> = listed["feedback"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["feedback"]["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds.len(), 2);
    assert!(kinds.contains(&"csat") && kinds.contains(&"nps"));
    let show = office.ok(["ticket", "show", "1"]);
    for line in ["estimate      3 hours of work", "progress      60 %", "feedback      csat 5: Quick (Ines)"]
    {
        assert!(show.contains(line), "{line:?} is not in\n{show}");
    }
    assert_eq!(office.ok(["check"]), "2 files are sound\n");
}

#[test]
fn s07_every_channel_is_taken_and_a_new_client_may_ask() {
    let office = office();
    for channel in ["email", "phone", "portal", "whatsapp", "chat", "text", "visit", "other"] {
        office.ok(["ticket", "new", "1", "--channel", channel, "--request", "A question\nwith more lines"]);
    }
    let listed = office.json(["ticket", "list"]);
    assert_eq!(listed["tickets"].as_array().unwrap().len(), 8);
    assert_eq!(listed["tickets"][0]["title"], "A question");
    let told = office.ok([
        "ticket",
        "new",
        "--name",
        "Copper Kettle",
        "--email",
        "pia@kettle.example",
        "--channel",
        "whatsapp",
        "--title",
        "Opening hours",
        "--category",
        "question",
    ]);
    assert!(told.contains("• C-0002 opened\n• ticket opened, by whatsapp\n• priority low\n"), "{told}");
    let refused = office.refused(2, ["ticket", "new", "--channel", "email", "--title", "Whose?"]);
    assert!(refused.contains("jobbook ticket new C-0003"), "{refused}");
    let refused =
        office.refused(1, ["ticket", "new", "1", "--channel", "email", "--title", "x", "--priority", "hgih"]);
    assert!(refused.contains("[priority-unknown]") && refused.contains("did you mean high?"), "{refused}");
    let refused = office.refused(
        1,
        ["ticket", "new", "1", "--channel", "email", "--title", "x", "--workflow", "service-call"],
    );
    assert!(refused.contains("[no-ticket-workflow]"), "{refused}");
}

#[test]
fn s07_a_job_of_another_workflow_is_no_ticket_and_one_of_its_workflow_always_is() {
    let office = office();
    office.ok(["job", "new", "1", "New door"]);
    let refused = office.refused(1, ["ticket", "respond", "1", "call", "hello"]);
    assert!(refused.contains("[not-a-ticket]"), "{refused}");
    let told = office.ok(["job", "new", "1", "By another way", "--workflow", "support-ticket"]);
    assert!(told.contains("answer the client (medium: within 48 hours)"), "{told}");
}

#[test]
fn s07_a_ticket_that_is_taken_up_again_is_solved_anew() {
    let mut office = office();
    ticket(&office, &[]);
    office.at("2026-03-03T09:00:00+01:00");
    office.ok(["ticket", "resolve", "1", "Done", "--no-letter"]);
    office.ok(["ticket", "review", "1"]);
    office.ok(["ticket", "approve", "1", "--who", "Ines", "--how", "email"]);
    office.ok(["ticket", "close", "1", "--dont-ask", "asked last week"]);
    office.at("2026-03-10T09:00:00+01:00");
    let told = office.ok(["ticket", "reopen", "1", "--reason", "it came back"]);
    assert!(told.contains("• stage: Closed → Being worked on (job-reopened)"), "{told}");
    assert_eq!(due_at(&office, 1), "2026-03-17T09:00:00+01:00");
    assert_eq!(clock(&office, 0)["state"], "met");
    office.at("2026-03-11T09:00:00+01:00");
    office.ok(["ticket", "resolve", "1", "Done for good", "--no-letter"]);
    let refused = office.refused(1, ["ticket", "close", "1"]);
    assert!(refused.contains("no colleague looked at the solution"), "{refused}");
}

#[test]
fn s08_each_priority_has_its_hours_and_is_listed_in_its_order() {
    let office = office();
    for (priority, hours) in [("low", 72), ("critical", 4), ("medium", 48), ("high", 24)] {
        let told = ticket(&office, &["--priority", priority]);
        assert!(told.contains(&format!("({priority}: within {hours} hours)")), "{told}");
    }
    let listed = office.json(["ticket", "list"]);
    let order: Vec<(&str, &str)> = listed["tickets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["priority"].as_str().unwrap(), one["clocks"][0]["due"].as_str().unwrap()))
        .collect();
    assert_eq!(
        order,
        [
            ("critical", "2026-03-02T13:00:00+01:00"),
            ("high", "2026-03-03T09:00:00+01:00"),
            ("medium", "2026-03-04T09:00:00+01:00"),
            ("low", "2026-03-05T09:00:00+01:00"),
        ]
    );
}

#[test]
fn s08_business_hours_pass_over_lunch_weekends_and_holidays() {
    let mut office = office();
    office.replace(
        "jobbook.toml",
        "monday    = \"08:00-17:00\"",
        "monday    = [\"08:00-12:00\", \"13:00-17:00\"]",
    );
    office.replace("jobbook.toml", "holidays   = []", "holidays   = [2026-03-10]");
    promise(&office, "medium", "respond", "10bh");
    office.at("2026-03-06T16:00:00+01:00");
    ticket(&office, &[]);
    // One hour on Friday, eight on Monday around lunch, Tuesday is closed, one on Wednesday.
    assert_eq!(due_at(&office, 0), "2026-03-11T09:00:00+01:00");
    office.at("2026-03-09T12:30:00+01:00");
    let show = office.ok(["ticket", "show", "1"]);
    assert!(
        show.contains(
            "first answer  due Wed 2026-03-11 09:00, 5 h of office time left (within 10 business hours)"
        ),
        "{show}"
    );
    office.at("2026-03-11T13:30:00+01:00");
    let late = office.ok(["ticket", "list", "--late"]);
    assert!(late.contains("4 h 30 min of office time late"), "{late}");
    let why = office.ok(["why", "1"]);
    assert!(
        why.contains("first answer: was due Wed 2026-03-11 09:00, 4 h 30 min of office time late"),
        "{why}"
    );
}

#[test]
fn s08_clocks_are_right_when_the_clocks_change() {
    let mut office = office();
    promise(&office, "medium", "respond", "72h");
    promise(&office, "medium", "resolve", "3d");
    office.at("2026-03-27T16:00:00+01:00");
    ticket(&office, &[]);
    // Elapsed hours are elapsed hours, days keep the time of day.
    assert_eq!(due_at(&office, 0), "2026-03-30T17:00:00+02:00");
    assert_eq!(due_at(&office, 1), "2026-03-30T16:00:00+02:00");
    promise(&office, "medium", "respond", "3bh");
    assert_eq!(due_at(&office, 0), "2026-03-30T10:00:00+02:00");
}

#[test]
fn s08_the_solution_is_paused_while_the_client_has_to_answer() {
    let mut office = office();
    promise(&office, "medium", "resolve", "10bh");
    ticket(&office, &[]);
    assert_eq!(due_at(&office, 1), "2026-03-03T10:00:00+01:00");
    office.at("2026-03-02T11:00:00+01:00");
    let told = office.ok(["ticket", "wait", "1", "Which browser?"]);
    assert!(told.contains("• the question is the first answer\n"), "{told}");
    office.at("2026-03-20T11:00:00+01:00");
    assert_eq!(clock(&office, 1)["state"], "paused");
    assert_eq!(clock(&office, 1)["seconds"], json!(8 * 3600));
    assert!(!office.ok(["due"]).contains("sla-"), "a paused clock is due");
    let refused = office.refused(1, ["ticket", "wait", "1", "And since when?"]);
    assert!(refused.contains("[already-waiting]"), "{refused}");
    // The client answered in the night; it is written down in the morning.
    office.at("2026-03-23T10:30:00+01:00");
    office.ok(["ticket", "resume", "1", "--at", "2026-03-22 23:00"]);
    assert_eq!(due_at(&office, 1), "2026-03-23T16:00:00+01:00");
    office.at("2026-03-23T12:00:00+01:00");
    office.ok(["ticket", "resolve", "1", "A new cookie", "--no-letter"]);
    office.at("2026-03-24T12:00:00+01:00");
    office.ok(["ticket", "decline", "1", "still fails", "--who", "Ines", "--how", "call"]);
    // Four hours were left when it was solved.
    assert_eq!(due_at(&office, 1), "2026-03-24T16:00:00+01:00");
    let refused = office.refused(1, ["ticket", "resolve", "1", "x", "--at", "2026-03-23 13:00"]);
    assert!(refused.contains("[before-its-cause]"), "{refused}");
}

#[test]
fn s08_a_raised_priority_counts_from_the_raise_and_a_broken_promise_stays_broken() {
    let mut office = office();
    ticket(&office, &["--priority", "low"]);
    office.at("2026-03-04T09:00:00+01:00");
    office.ok(["ticket", "set", "1", "--priority", "critical", "--reason", "all tills are down"]);
    assert_eq!(due_at(&office, 0), "2026-03-04T13:00:00+01:00");
    office.at("2026-03-04T12:00:00+01:00");
    office.ok(["ticket", "set", "1", "--priority", "high"]);
    assert_eq!(due_at(&office, 0), "2026-03-03T09:00:00+01:00", "a lowered one counts from the beginning");
    office.at("2026-03-04T12:30:00+01:00");
    office.ok(["ticket", "set", "1", "--priority", "low"]);
    assert_eq!(due_at(&office, 0), "2026-03-03T09:00:00+01:00", "it was broken before");
    let text = office.read(TICKET);
    assert!(text.contains("reason: all tills are down"), "{text}");
    let refused = office.refused(1, ["ticket", "set", "1", "--priority", "low"]);
    assert!(refused.contains("[same-priority]"), "{refused}");
}

#[test]
fn s08_a_raise_never_ends_later_than_before() {
    let mut office = office();
    ticket(&office, &["--priority", "medium"]);
    office.at("2026-03-04T08:00:00+01:00");
    office.ok(["ticket", "set", "1", "--priority", "high"]);
    assert_eq!(due_at(&office, 0), "2026-03-04T09:00:00+01:00");
}

#[test]
fn s08_the_request_that_came_at_the_weekend_counts_from_then() {
    let office = office();
    let told = ticket(&office, &["--at", "2026-03-01 22:00"]);
    assert!(told.contains("by Tue 2026-03-03 22:00, support: answer the client"), "{told}");
}

#[test]
fn s08_somebody_is_warned_ahead_and_then_told_once() {
    let mut office = office();
    ticket(&office, &["--priority", "critical"]);
    office.at("2026-03-02T11:59:00+01:00");
    assert_eq!(reminded(&office), []);
    office.at("2026-03-02T12:00:00+01:00");
    let warning = "J-2026-00001/sla-warning/respond/2026-03-02T13:00:00+01:00";
    assert_eq!(reminded(&office), [("ben".to_string(), warning.to_string())]);
    let seen = office.ok(["today", "--by", "ben"]);
    assert!(seen.contains("ben: 1 thing is due\n• ! 12:00  J-2026-00001"), "{seen}");
    office.at("2026-03-02T13:00:00+01:00");
    assert_eq!(reminded(&office).len(), 2);
    assert_eq!(reminded(&office), []);
    let seen = office.ok(["today", "--by", "ben"]);
    assert!(
        !seen.contains("sla-warning") && seen.contains("ben: 1 thing is due\n• ! 13:00  J-2026-00001"),
        "{seen}"
    );
}

#[test]
fn s08_a_ticket_of_a_priority_that_is_gone_is_found_by_check() {
    let office = office();
    ticket(&office, &["--priority", "low"]);
    let text = office.read("jobbook.toml").replace("[priority.low]", "[priority.someday]");
    office.write("jobbook.toml", &text.replace("priority = \"low\"", "priority = \"someday\""));
    let told = office.run(["check"]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(
        told.err.contains("[priority-unknown]") && told.err.contains(&format!("{TICKET}:")),
        "{}",
        told.err
    );
}

#[test]
fn s09_a_breach_steps_up_once_and_passes_on_when_nobody_answers() {
    let mut office = office();
    ticket(&office, &["--priority", "medium"]);
    let step = |owner: &str, level: &str, at: &str| {
        (owner.to_string(), format!("J-2026-00001/escalation/{level}/2026-03-{at}:00+01:00"))
    };
    office.at("2026-03-04T09:00:00+01:00");
    assert!(reminded(&office).contains(&step("ana", "account-manager", "04T09:00")));
    office.at("2026-03-05T08:59:00+01:00");
    assert_eq!(reminded(&office), []);
    office.at("2026-03-05T09:00:00+01:00");
    assert_eq!(reminded(&office), [step("olga", "operations-manager", "05T09:00")]);
    assert_eq!(reminded(&office), []);
    let list = office.ok(["ticket", "list"]);
    assert!(list.contains("operations-manager"), "{list}");
    // An answer in time ends it: the director is never called in.
    office.at("2026-03-05T15:00:00+01:00");
    office.ok(["ticket", "respond", "1", "call", "Olga takes care of it"]);
    office.at("2026-03-06T12:00:00+01:00");
    assert_eq!(reminded(&office), []);
    let show = office.ok(["ticket", "show", "1"]);
    assert!(
        show.contains(
            "Operations manager (olga) since Thu 2026-03-05 09:00: Account manager did not answer in time; answered Thu 2026-03-05 15:00"
        ),
        "{show}"
    );
    assert!(!show.contains("Managing director"), "{show}");
    // The solution is late, too: that steps up once more.
    office.at("2026-03-09T09:00:00+01:00");
    assert!(reminded(&office).contains(&step("mia", "managing-director", "09T09:00")));
}

#[test]
fn s09_remind_run_late_or_every_hour_tells_the_same() {
    let (mut often, mut late) = (office(), office());
    for office in [&often, &late] {
        ticket(office, &["--priority", "critical"]);
        ticket(office, &["--priority", "high", "--category", "complaint"]);
    }
    let mut told = Vec::new();
    for hour in 0..120 {
        let (day, hour) = (2 + hour / 24, hour % 24);
        often.at(&format!("2026-03-{day:02}T{hour:02}:00:00+01:00"));
        if day > 2 || hour >= 9 {
            told.extend(reminded(&often));
        }
    }
    for office in [&mut often, &mut late] {
        office.at("2026-03-07T00:00:00+01:00");
    }
    let told_at_once: Value = late.json(["remind", "--any-time"]);
    let rest = often.json(["remind", "--any-time"]);
    let keys = |value: &Value| -> Vec<String> {
        let people = value["people"].as_array().unwrap().clone();
        let dues = people.iter().flat_map(|person| person["dues"].as_array().unwrap().clone());
        dues.map(|due| due["key"].as_str().unwrap().to_string()).collect()
    };
    let mut often_keys: Vec<String> = told.into_iter().map(|(_, key)| key).chain(keys(&rest)).collect();
    let mut late_keys = keys(&told_at_once);
    // What is left in a queue at closing time is an item of that day alone.
    for keys in [&mut often_keys, &mut late_keys] {
        keys.retain(|key| !key.starts_with("queue/"));
        keys.sort();
    }
    assert!(often_keys.iter().any(|key| key.contains("managing-director")), "{often_keys:?}");
    assert_eq!(often_keys, late_keys);
    assert_eq!(often.json(["due"]), late.json(["due"]));
}

#[test]
fn s09_outside_of_office_hours_only_what_is_urgent_is_told() {
    let mut office = office();
    ticket(&office, &["--priority", "high", "--at", "2026-03-01 18:00"]);
    office.at("2026-03-02T20:00:00+01:00");
    assert_eq!(office.run(["remind"]).err, "the office is closed: nobody was reminded\n");
    ticket(&office, &["--priority", "critical", "--at", "2026-03-02 15:00"]);
    let told = reminded(&office);
    assert!(!told.is_empty() && told.iter().all(|(_, key)| key.starts_with("J-2026-00002/")), "{told:?}");
}

#[test]
fn s09_a_crisis_goes_to_the_last_level_at_once_and_tells_them() {
    let mut office = office();
    ticket(&office, &["--priority", "low"]);
    office.at("2026-03-02T21:00:00+01:00");
    let told = office.ok(["ticket", "escalate", "1", "--crisis", "--reason", "data may be exposed"]);
    assert!(
        told.contains("• crisis: managing-director steps in\n• Managing director has to answer the client\n• mia is told: outbox/ready/"),
        "{told}"
    );
    assert!(office.letter("reminder-digest").contains("mia@office.example"));
    assert_eq!(
        office.last_commit(),
        "J-2026-00001: crisis: managing-director steps in; Remind of 1 thing due"
    );
    assert_eq!(reminded(&office), [], "told already");
    office.at("2026-03-02T22:00:00+01:00");
    office.ok(["ticket", "resolve", "1", "The hole is closed", "--no-letter"]);
    office.ok(["ticket", "review", "1"]);
    office.ok(["ticket", "approve", "1", "--who", "Ines", "--how", "call"]);
    let refused = office.refused(1, ["ticket", "close", "1"]);
    assert!(refused.contains("jobbook job cause J-2026-00001 CAUSE"), "{refused}");
}

#[test]
fn s09_a_crisis_of_many_clients_names_what_belongs_to_it() {
    let mut office = office();
    ticket(&office, &["--priority", "critical"]);
    office.ok(["client", "new", "Copper Kettle", "--email", "pia@kettle.example"]);
    office.ok(["ticket", "new", "2", "--channel", "call", "--title", "Same outage", "--incident", "1"]);
    let listed = office.json(["ticket", "list", "--incident", "1"]);
    assert_eq!(listed["tickets"][0]["id"], "J-2026-00002");
    office.at("2026-03-02T10:00:00+01:00");
    let told = office.ok(["ticket", "resolve", "1", "The provider is back", "--no-letter"]);
    assert!(told.contains("• belongs to it: jobbook ticket resolve J-2026-00002 \"…\"\n"), "{told}");
}

#[test]
fn s09_somebody_can_be_called_in_by_hand() {
    let office = office();
    ticket(&office, &[]);
    let told = office.ok(["ticket", "escalate", "1", "--reason", "needs the provider"]);
    assert!(told.contains("• account-manager steps in\n"), "{told}");
    let told = office.ok(["ticket", "escalate", "1", "--to", "mia", "--reason", "knows them"]);
    assert!(told.contains("• mia steps in\n") && told.contains("mia is told"), "{told}");
    let refused = office.refused(1, ["ticket", "escalate", "1", "--to", "mai", "--reason", "x"]);
    assert!(refused.contains("[who-unknown]") && refused.contains("did you mean mia?"), "{refused}");
}

#[test]
fn s10_causes_improvements_and_control_points_are_counted() {
    let mut office = office();
    for category in ["fault", "fault", "question"] {
        ticket(&office, &["--category", category]);
    }
    let refused = office.refused(1, ["job", "cause", "1", "trainning"]);
    assert!(refused.contains("[cause-unknown]") && refused.contains("did you mean training?"), "{refused}");
    let told = office.ok([
        "job",
        "cause",
        "1",
        "training",
        "--note",
        "night shift",
        "--improve",
        "Extend the handover",
        "--due",
        "fri",
    ]);
    assert!(told.contains("• cause: training\n• task 1 noted, by Fri 2026-03-06"), "{told}");
    office.ok(["job", "cause", "2", "training"]);
    office.ok(["checklist", "fail", "1", "tested", "--note", "stops at 100 rows"]);
    office.ok(["checklist", "fail", "1", "tested", "--note", "stops at 200 rows"]);
    office.ok(["checklist", "skip", "2", "documented", "--reason", "nothing changed"]);
    office.at("2026-03-20T09:00:00+01:00");
    office.ok(["job", "cause", "2", "defect"]);
    office.ok(["job", "task", "1", "--done", "1"]);
    assert_eq!(
        office.ok(["report", "causes", "--to", "2026-03-10"]),
        "\
cause     found  improvements open  done  jobs
training      2                  0     1  J-2026-00001, J-2026-00002

Control points that were not met
control point       workflow        failed  left out  jobs
quality/tested      support-ticket       2         0  J-2026-00001
quality/documented  support-ticket       0         1  J-2026-00002
"
    );
    let all = office.json(["report", "causes"]);
    assert_eq!((&all["causes"][0]["count"], &all["causes"][1]["cause"]), (&json!(2), &json!("defect")));
    let csv = office.ok(["report", "causes", "--csv", "--from", "2026-03-15"]);
    assert_eq!(
        csv,
        "from,to,kind,cause,workflow,list,item,count,skipped,improvements_open,improvements_done,jobs\n\
         2026-03-15,,cause,defect,,,,1,,0,0,J-2026-00002\n"
    );
    let refused = office.refused(2, ["report", "causes", "--from", "2026-03-15", "--to", "2026-03-01"]);
    assert!(refused.contains("[period-backwards]"), "{refused}");
    // A control point that failed stays open until it is ticked.
    let list = office.ok(["checklist", "show", "1", "quality"]);
    assert!(list.contains("[ ]  tested"), "{list}");
}

#[test]
fn t15_a_billing_question_goes_to_billing_and_then_to_the_colleagues_named() {
    let mut office = office();
    office.replace(
        "jobbook.toml",
        "# escalate = [\"colleague\", \"operations-manager\"]",
        "escalate = [\"olga\", \"ben\"]",
    );
    office.replace("team.toml", "name = \"olga\"", "name = \"olga\"\naway = [\"2026-03-05..2026-03-20\"]");
    let told = ticket(&office, &["--category", "billing", "--priority", "high"]);
    assert!(told.contains("by Tue 2026-03-03 09:00, billing: answer the client"), "{told}");
    office.at("2026-03-03T09:00:00+01:00");
    let told = reminded(&office);
    assert!(
        told.contains(&("olga".into(), "J-2026-00001/escalation/olga/2026-03-03T09:00:00+01:00".into())),
        "{told:?}"
    );
    // The next one who is here is called in when olga is away.
    ticket(&office, &["--category", "billing", "--priority", "high", "--at", "2026-03-03 09:00"]);
    office.at("2026-03-06T12:00:00+01:00");
    ticket(&office, &["--category", "billing", "--priority", "critical", "--at", "2026-03-05 12:00"]);
    let told = reminded(&office);
    let of_third: Vec<_> = told.iter().filter(|(_, key)| key.contains("00003/escalation")).collect();
    assert_eq!(of_third.len(), 1, "{told:?}");
    assert_eq!(of_third[0].1, "J-2026-00003/escalation/ben/2026-03-05T16:00:00+01:00");
}

#[test]
fn t15_the_config_names_every_stranger_at_its_place() {
    let office = office();
    office.replace(
        "jobbook.toml",
        "# escalate = [\"colleague\", \"operations-manager\"]",
        "escalate = [\"olag\"]",
    );
    office.replace("jobbook.toml", "owner  = \"managing-director\"", "owner  = \"managing-driector\"");
    office.replace("jobbook.toml", "priority = \"medium\"", "priority = \"mediun\"");
    office.replace("jobbook.toml", "respond = \"4h\"", "respond = \"0bh\"");
    let told = office.run(["ticket", "list"]).err;
    for expected in [
        "\"olag\" is neither a person nor a role of team.toml",
        "did you mean olga?",
        "\"managing-driector\" is neither",
        "there is no priority \"mediun\"",
        "respond is no time at all",
    ] {
        assert!(told.contains(expected), "{expected:?} is not in\n{told}");
    }
}

#[test]
fn t16_a_complaint_is_noted_on_the_client_and_told_until_it_is_solved() {
    let mut office = office();
    let told = ticket(&office, &["--category", "complaint"]);
    assert!(told.contains("• complaint noted on C-0001\n") && told.contains("• tag issue added\n"), "{told}");
    assert!(office.read("clients/00/C-0001.yaml").contains("noted:\n- job: J-2026-00001\n"));
    let notice = "open complaint: J-2026-00001 Login fails, since Mon 2026-03-02";
    office.at("2026-03-02T10:00:00+01:00");
    let mut told = vec![
        office.ok(["client", "show", "1"]),
        office.ok(["job", "new", "1", "New door"]),
        office.ok(["job", "show", "2"]),
        office.ok(["contact", "log", "C-0001", "in", "call", "asks about the door"]),
        office.ok(["contact", "log", "2", "in", "call", "asks again"]),
        office.ok(["ticket", "new", "1", "--channel", "call", "--title", "Another"]),
        office.ok(["client", "set", "1", "--class", "platinum"]),
    ];
    for one in &told {
        assert!(one.contains(notice), "{notice:?} is not in\n{one}");
    }
    assert_eq!(office.json(["client", "show", "1"])["notices"], json!([notice]));
    office.ok(["ticket", "resolve", "1", "Apologised, corrected", "--no-letter"]);
    told = vec![office.ok(["client", "show", "1"]), office.ok(["job", "show", "2"])];
    for one in &told {
        assert!(!one.contains("open complaint"), "{one}");
    }
    office.at("2026-03-02T11:00:00+01:00");
    office.ok(["ticket", "decline", "1", "not at all"]);
    assert!(office.ok(["client", "show", "1"]).contains(notice));
    assert!(office.read("clients/00/C-0001.yaml").contains("noted:"), "the account keeps it");
}

#[test]
fn t16_a_ticket_that_turns_out_to_be_a_complaint_is_noted_then() {
    let office = office();
    ticket(&office, &[]);
    let told = office.ok(["ticket", "set", "1", "--category", "complaint"]);
    assert!(told.contains("• complaint noted on C-0001\n"), "{told}");
}

#[test]
fn s07_a_dry_run_writes_nothing_and_secrets_are_refused() {
    let office = office();
    let touched = office.touched(|office| {
        office.ok(["ticket", "new", "1", "--channel", "email", "--title", "x", "--dry-run"]);
    });
    assert!(touched.is_empty(), "{touched:?}");
    ticket(&office, &[]);
    let refused =
        office.refused(1, ["ticket", "respond", "1", "email", "your card 4111 1111 1111 1111 was charged"]);
    assert!(refused.contains("[card-number]"), "{refused}");
}
