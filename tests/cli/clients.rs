//! Clients and what they say: first contacts, later ones, duplicates, one client in two files.

use crate::office::Office;

/// A client with one contact and one site, and an open job.
fn kettle() -> Office {
    let office = Office::new();
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Copper Kettle",
        "--phone",
        "030 1234567",
        "--email",
        "Desk@Kettle.example",
        "--street",
        "Dock 4",
        "--city",
        "Berlin",
        "--title",
        "Gate does not close",
        "--request",
        "It stays open at night",
    ]);
    office
}

const CLIENT: &str = "clients/00/C-0001.yaml";
/// A quote that was sent this morning, as a file has it, before the log.
const QUOTE: &str = r#"quotes:
  - version: 1
    made: {at: 2026-03-02T08:00:00+01:00, by: ana}
    valid_until: 2026-04-01
    sent:
      made: {at: 2026-03-02T08:30:00+01:00, by: ana}
      via: mail
      paper: {"kind": "quote", "date": "2026-03-02", "language": "en", "currency": {"code": "EUR", "digits": 2},
        "prices": "net", "rounding": "per-rate", "issuer": {"name": "Office"}, "recipient": {"name": "Client"},
        "job": "J-2026-00001", "title": "Gate", "lines": [],
        "totals": {"lines": "100.00", "discount": "0.00", "net": "100.00", "taxes": [], "gross": "119.00"},
        "due": "119.00"}
      seal: x
log:"#;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";

#[test]
fn e01_a_first_contact_makes_client_and_job_in_one_commit() {
    let office = Office::new();
    let mut answer = String::new();
    let commits = office.git(["rev-list", "--count", "HEAD"]);
    let touched = office.touched(|office| {
        answer = office.ok([
            "contact",
            "new",
            "in",
            "call",
            "--name",
            "Copper Kettle",
            "--phone",
            "030 1234567",
            "--title",
            "Gate does not close",
            "--request",
            "It stays open at night",
        ]);
    });
    assert_eq!(touched, [CLIENT, JOB, "numbers.yaml"]);
    assert_eq!(
        answer,
        "\
J-2026-00001  Copper Kettle · Gate does not close
• C-0001 opened
• first contact, call in
• job opened: the quote comes first
• stage: Make the quote (job-opened)
• tag quote added
next: by Wed 2026-03-04 09:00, sales: finish \"Make the quote\", which should take 2 business days at most: quote new, quote line, quote send
      jobbook why J-2026-00001
"
    );
    assert_eq!(
        office.last_commit(),
        "J-2026-00001: C-0001 opened; first contact, call in; job opened: the quote comes first → quoting"
    );
    let before: u32 = commits.trim().parse().unwrap();
    assert_eq!(office.git(["rev-list", "--count", "HEAD"]).trim(), (before + 1).to_string());
    let job = office.json(["job", "show", "1"]);
    let contact = &job["job"]["log"][0]["contact"];
    assert_eq!((contact["direction"].as_str(), contact["channel"].as_str()), (Some("in"), Some("call")));
    assert_eq!(contact["text"], "It stays open at night");
    assert!(office.read(CLIENT).contains("+49301234567"));
}

#[test]
fn e01_every_direction_and_channel_ends_in_the_same_step() {
    for direction in ["in", "out"] {
        let office = Office::new();
        for (n, channel) in ["email", "call", "text", "chat", "portal", "visit", "other"].iter().enumerate() {
            let name = ["Amber", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Grove"][n];
            office.ok(["contact", "new", direction, channel, "--name", name, "--title", "Door"]);
        }
        let jobs = office.json(["job", "list"]);
        let stages: Vec<_> = jobs["jobs"].as_array().unwrap().iter().map(|job| &job["stage"]).collect();
        assert_eq!(stages, vec!["quoting"; 7]);
    }
}

#[test]
fn e01_what_is_missing_off_a_terminal_names_its_option() {
    let office = Office::new();
    let told = office.refused(2, ["contact", "new", "in", "call", "--title", "Door"]);
    assert!(told.contains("--name NAME"), "{told}");
    let told = office.refused(2, ["contact", "new", "in", "call", "--name", "Copper Kettle"]);
    assert!(told.contains("--title TEXT"), "{told}");
    let told = office.refused(2, ["contact", "new", "in", "fax", "--name", "A", "--title", "B"]);
    assert!(told.contains("email, call, text, chat, whatsapp, portal, visit, other"), "{told}");
    let phone = ["contact", "new", "in", "call", "--name", "A", "--title", "B", "--phone", "12"];
    assert!(office.refused(2, phone).contains("is not a phone number"));
    let card =
        ["contact", "new", "in", "call", "--name", "A", "--title", "B", "--note", "4111 1111 1111 1111"];
    let told = office.refused(1, card);
    assert!(told.contains("card"), "{told}");
}

#[test]
fn e01_a_client_who_is_known_gets_a_job_by_a_contact() {
    let office = kettle();
    let touched = office.touched(|office| {
        office.ok(["contact", "new", "out", "email", "--client", "kettle", "--title", "Inspection"]);
    });
    assert_eq!(touched, ["jobs/2026/000/J-2026-00002.yaml", "numbers.yaml"]);
    assert_eq!(office.json(["job", "show", "2"])["job"]["client"], "C-0001");
}

/// A person at a terminal who answers questions: each is waited for, then answered.
#[cfg(unix)]
pub fn answered(office: &Office, arguments: &[&str], answers: &[(&str, &str)]) -> String {
    use std::io::Read;

    use expectrl::Expect;
    let mut command = office.command(arguments.iter().copied());
    command.env("TERM", "xterm").env("NO_COLOR", "1");
    let mut session = expectrl::Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
    for (question, answer) in answers {
        session.expect(*question).unwrap_or_else(|error| panic!("{question}: {error}"));
        session.send(format!("{answer}\r")).unwrap();
    }
    let mut rest = Vec::new();
    // A terminal whose program has gone answers with an error once everything was read.
    let _ = session.read_to_end(&mut rest);
    String::from_utf8_lossy(&rest).into_owned()
}

#[cfg(unix)]
#[test]
fn e01_on_a_terminal_what_is_missing_is_asked() {
    let office = Office::new();
    answered(
        &office,
        &["contact", "new", "in", "call"],
        &[
            ("Name of the client", "Copper Kettle"),
            ("Phone", "12"),
            ("is not a phone number", ""),
            ("Mail address", "desk@kettle.example"),
            ("Street and number", "Dock 4"),
            ("Postal code", ""),
            ("Town", "Berlin"),
            ("What is it", "Gate does not close"),
        ],
    );
    let client = &office.json(["client", "show", "1"])["client"];
    assert_eq!(client["contacts"][0]["email"], "desk@kettle.example");
    assert_eq!(client["sites"][0]["address"]["city"], "Berlin");
    assert_eq!(office.json(["job", "show", "1"])["job"]["title"], "Gate does not close");
}

#[cfg(unix)]
#[test]
fn e03_on_a_terminal_the_match_is_shown_and_the_person_chooses() {
    let office = kettle();
    let new = [
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Copper Kettle Ltd",
        "--phone",
        "030 1234567",
        "--title",
        "Oven",
    ];
    answered(&office, &new, &[("seems to be there already", "")]);
    let jobs = office.json(["job", "list"]);
    assert_eq!(jobs["jobs"][1]["client"], "C-0001");
    answered(&office, &new, &[("seems to be there already", "make")]);
    assert_eq!(office.json(["job", "list"])["jobs"][2]["client"], "C-0002");
    answered(&office, &new, &[("seems to be there already", "stop")]);
    assert_eq!(office.json(["job", "list"])["jobs"].as_array().unwrap().len(), 3);
}

#[test]
fn e02_a_new_phone_reaches_the_client_and_every_open_job() {
    let office = kettle();
    office.ok(["job", "new", "1", "Second gate"]);
    office.ok(["job", "new", "1", "Old story"]);
    office.ok(["job", "cancel", "3", "--reason", "price", "--note", "too dear"]);
    let mut answer = String::new();
    let touched = office.touched(|office| {
        answer = office.ok([
            "contact",
            "log",
            "1",
            "in",
            "call",
            "They moved",
            "--set",
            "phone=030 7654321",
            "--set",
            "email=new@kettle.example",
        ]);
    });
    assert_eq!(touched, [CLIENT, JOB, "jobs/2026/000/J-2026-00002.yaml"]);
    assert!(
        answer.starts_with(
            "\
J-2026-00001  Copper Kettle · Gate does not close
• contact logged, call in
• changed phone, email of C-0001, on J-2026-00001, J-2026-00002
• phone: +49301234567 → +49307654321
• email: desk@kettle.example → new@kettle.example
next: "
        ),
        "{answer}"
    );
    let subject = office.last_commit();
    assert_eq!(
        subject,
        "J-2026-00001: contact logged, call in; changed phone, email of C-0001, on J-2026-00001, J-2026-00002"
    );
    for file in [CLIENT, JOB, "jobs/2026/000/J-2026-00002.yaml"] {
        let text = office.read(file);
        assert!(text.contains("+49301234567") && text.contains("+49307654321"), "{file}:\n{text}");
    }
    assert!(!office.read("jobs/2026/000/J-2026-00003.yaml").contains("7654321"));
}

#[test]
fn e02_with_one_open_job_the_client_is_enough_and_with_several_it_says_so() {
    let office = kettle();
    let answer = office.ok(["contact", "log", "C-0001", "in", "email", "Thanks"]);
    assert!(answer.contains("• J-2026-00001 is the only open job of C-0001"), "{answer}");
    assert!(answer.starts_with("J-2026-00001"));
    office.ok(["job", "new", "1", "Second gate"]);
    let touched = office.touched(|office| {
        let answer = office.ok(["contact", "log", "C-0001", "in", "email", "Thanks again"]);
        assert_eq!(
            answer,
            "\
C-0001  Copper Kettle
• contact logged, email in
• logged on the client: there are several open jobs, J-2026-00001, J-2026-00002
"
        );
    });
    assert_eq!(touched, [CLIENT]);
    let told = office.refused(2, ["contact", "log", "C-0001", "in", "call", "x", "--request", "Both"]);
    assert!(told.contains("several open jobs: J-2026-00001, J-2026-00002"), "{told}");
    let told = office.refused(1, ["contact", "log", "nobody", "in", "call", "x"]);
    assert!(told.contains("job-none"), "{told}");
    let told = office.refused(2, ["contact", "log", "1", "in", "call", "x", "--set", "fone=1"]);
    assert!(told.contains("did you mean phone"), "{told}");
}

#[test]
fn e02_a_new_day_rolls_the_visit_and_a_client_who_was_told_is_told_again() {
    let office = kettle();
    office.replace(
        JOB,
        "log:",
        "visits:
  - number: 1
    purpose: work
    made: {at: 2026-03-02T09:00:00+01:00, by: ana}
    planned: {from: 2026-03-05T09:00, to: 2026-03-05T11:00}
    technician: ana
    notified:
      - made: {at: 2026-03-02T09:00:00+01:00, by: ana}
        channel: call
        window: {from: 2026-03-05T09:00, to: 2026-03-05T11:00}
log:",
    );
    let answer = office.ok([
        "contact",
        "log",
        "1",
        "in",
        "call",
        "Friday is better",
        "--reschedule",
        "fri 9-11",
        "--request",
        "Both gates",
    ]);
    assert!(
        answer.contains(
            "• changed request\n• visit 1 on Fri 2026-03-06 09:00–11:00, was Thu 2026-03-05 09:00–11:00\n"
        ),
        "{answer}"
    );
    assert!(answer.contains("the client was told the earlier time: confirm the new one"), "{answer}");
    assert!(answer.contains("tell the client of the new time of visit 1 on Fri 2026-03-06"), "{answer}");
    assert!(answer.contains("jobbook visit notify J-2026-00001 1"), "{answer}");
    let job = office.json(["job", "show", "1"]);
    assert_eq!(job["job"]["visits"][0]["moved"][0]["was"]["from"], "2026-03-05T09:00");
    let changed =
        job["job"]["log"].as_array().unwrap().iter().find_map(|entry| entry.get("changed")).unwrap();
    assert_eq!((&changed["from"], &changed["to"]), (&"It stays open at night".into(), &"Both gates".into()));
}

#[test]
fn e02_a_promised_answer_sets_the_clock_of_the_quote_that_waits() {
    let office = kettle();
    let told = office.refused(1, ["contact", "log", "1", "in", "call", "Later", "--answer-by", "tue 12:00"]);
    assert!(told.contains("jobbook quote"), "{told}");
    office.replace("jobs/2026/000/J-2026-00001.yaml", "stage: quoting", "stage: awaiting-approval");
    office.replace(JOB, "log:", QUOTE);
    let answer = office.ok(["contact", "log", "1", "in", "call", "Later", "--answer-by", "tue 12:00"]);
    assert!(answer.contains("• answer promised by Tue 2026-03-03 12:00\n"), "{answer}");
    assert!(
        answer.contains("next: by Tue 2026-03-03 12:00, sales: ask for the answer on quote v1"),
        "{answer}"
    );
    office.ok(["job", "cancel", "1", "--reason", "price", "--note", "too dear"]);
    let job = office.json(["job", "show", "1"]);
    assert_eq!(job["next"].as_array().unwrap().len(), 0, "a quote of a job that was given up does not lapse");
}

#[test]
fn e03_a_client_who_is_there_already_is_refused_with_the_ways_out() {
    let office = kettle();
    for (arguments, why) in [
        (["--name", "COPPER KETTLE GmbH", "--city", "Berlin"], "same name"),
        (["--name", "Somebody", "--phone", "+49 30 1234567"], "same phone +49301234567"),
        (["--name", "Somebody", "--email", "desk@kettle.example"], "same mail address desk@kettle.example"),
    ] {
        let command = ["contact", "new", "in", "call", "--title", "Door"];
        let told = office.refused(1, command.into_iter().chain(arguments));
        assert_eq!(
            told,
            format!(
                "\
error: this client seems to be there already [client-duplicate]
  why: C-0001  Copper Kettle: {why}
  try: jobbook contact new in call --client C-0001 --title \"…\"
  try: add --force, if it is another client
"
            )
        );
    }
    office.refused(1, ["client", "new", "Copper Kettle"]);
    office.ok(["client", "new", "Copper Kettle", "--force"]);
    let answer = office.ok(["client", "new", "Coper Kettle"]);
    assert!(answer.contains("almost the same name"), "{answer}");
}

#[test]
fn e03_two_files_of_one_client_become_one_and_nothing_is_lost() {
    let office = kettle();
    office.ok([
        "contact",
        "new",
        "in",
        "email",
        "--name",
        "Kettle Catering",
        "--person",
        "Lee",
        "--phone",
        "030 5550123",
        "--street",
        "Pier 9",
        "--city",
        "Bremen",
        "--title",
        "Oven door",
        "--force",
    ]);
    office.ok(["client", "set", "1", "--terms-days", "30"]);
    office.ok([
        "client",
        "set",
        "2",
        "--terms-days",
        "14",
        "--portal",
        "Supplyhub",
        "--reference",
        "po",
        "--tag",
        "vip",
    ]);
    office.ok(["client", "document", "2", "--kind", "contract", "https://files.example/c.pdf"]);
    office.replace(
        "clients/00/C-0002.yaml",
        "log:",
        "payments:
  - number: 1
    made: {at: 2026-03-02T09:00:00+01:00, by: ana}
    date: 2026-03-02
    amount: '50.00'
    method: cash
log:",
    );
    let mut answer = String::new();
    let touched = office.touched(|office| {
        let dry = office.ok(["client", "merge", "C-0002", "--into", "C-0001", "--dry-run"]);
        assert!(dry.contains("dry run: nothing was written"));
        answer = office.ok(["client", "merge", "C-0002", "--into", "C-0001"]);
    });
    assert_eq!(touched, [CLIENT, "clients/00/C-0002.yaml", "jobs/2026/000/J-2026-00002.yaml"]);
    assert_eq!(
        answer,
        "\
C-0001  Copper Kettle
• C-0002 merged into it
• took over J-2026-00002
• took over 1 contact, 1 site, 1 document, 1 payment, 4 log entries
• differs: billing.terms-days is 30 here and was 14 there
"
    );
    let shown = office.json(["client", "show", "C-0002"]);
    let client = &shown["client"];
    assert_eq!(client["id"], "C-0001");
    assert_eq!(client["contacts"][1]["number"], 2);
    assert_eq!(client["contacts"][1]["name"], "Lee");
    assert_eq!(client["sites"][1]["address"]["city"], "Bremen");
    assert_eq!(client["billing"]["portal"], "Supplyhub");
    assert_eq!(client["billing"]["terms_days"], 30);
    assert_eq!(client["billing"]["references"][0], "po");
    assert_eq!(client["tags"][0], "vip");
    assert_eq!(client["documents"][0]["kind"], "contract");
    assert_eq!(client["payments"][0]["amount"], "50.00");
    assert_eq!(shown["balance"], "-50.00");
    let job = office.json(["job", "show", "2"]);
    assert_eq!(job["job"]["client"], "C-0001");
    assert_eq!((&job["job"]["contact"], &job["job"]["site"]), (&2.into(), &2.into()));
    let gone = office.read("clients/00/C-0002.yaml");
    assert!(gone.contains("merged_into: C-0001") && gone.contains("Kettle Catering"), "{gone}");
    assert!(!gone.contains("payments"), "{gone}");
    assert_eq!(office.json(["client", "list"])["clients"].as_array().unwrap().len(), 1);
    let told = office.refused(1, ["client", "merge", "C-0002", "--into", "C-0001"]);
    assert!(told.contains("client-same"), "{told}");
    let all = office.json(["client", "export", "C-0002"]);
    assert_eq!(all["merged"][0]["id"], "C-0002");
    assert_eq!(all["jobs"].as_array().unwrap().len(), 2);
}

#[test]
fn e16_rules_of_billing_are_told_logged_and_shown() {
    let office = kettle();
    let answer = office.ok([
        "client",
        "set",
        "1",
        "--po-required",
        "--attachment",
        "photo",
        "--portal",
        "Supplyhub",
        "--terms-days",
        "30",
        "--billing-email",
        "Bills@kettle.example",
        "--tax-exempt",
        "TX-1:2026-12-31",
        "--not-to-exceed",
        "500",
        "--consolidated",
    ]);
    assert_eq!(
        answer,
        "\
C-0001  Copper Kettle
• changed billing-email, portal, terms-days, references, attachments, consolidated, not-to-exceed, tax-exempt
• billing-email: nothing → bills@kettle.example
• portal: nothing → Supplyhub
• terms-days: nothing → 30
• references: nothing → po
• attachments: nothing → photo
• consolidated: false → true
• not-to-exceed: nothing → 500
• tax-exempt: nothing → TX-1 until 2026-12-31
"
    );
    let shown = office.ok(["client", "show", "1"]);
    assert_eq!(
        shown.split("\nLog\n").next().unwrap(),
        "\
C-0001  Copper Kettle
status            lead
class             standard
tags              quote
contact 1         Copper Kettle, +49301234567, desk@kettle.example
site 1            Dock 4, Berlin

Billing
mailed to         bills@kettle.example
payable within    30 days
references        required: po
attachments       required: photo
portal            Supplyhub
invoices          one over several jobs
not to exceed     500.00 EUR
free of tax       TX-1, until 2026-12-31

Jobs
J-2026-00001      Gate does not close: Make the quote
balance           0.00 EUR
"
    );
    office.ok(["client", "set", "1", "--portal", "", "--no-reference", "po", "--consolidated", "no"]);
    let client = office.json(["client", "show", "1"]);
    assert!(client["client"]["billing"].get("portal").is_none());
    assert!(client["client"]["billing"].get("references").is_none());
    office.refused(1, ["client", "set", "1", "--class", "govern"]);
    let told = office.refused(2, ["client", "set", "1", "--terms-days", "soon"]);
    assert!(told.contains("--terms-days 30"), "{told}");
    let told = office.refused(1, ["client", "set", "1", "--contact", "7", "--phone", "030 1234567"]);
    assert!(told.contains("C-0001 has no contact 7"), "{told}");
    let touched = office.touched(|office| {
        assert!(office.ok(["client", "set", "1", "--terms-days", "30"]).contains("nothing changed"));
    });
    assert!(touched.is_empty(), "{touched:?}");
}

#[test]
fn a_list_is_filtered_and_speaks_json() {
    let office = kettle();
    office.ok(["client", "new", "Harbour Dental", "--class", "government", "--city", "Bremen"]);
    assert_eq!(
        office.ok(["client", "list"]),
        "\
client  name            class       status  phone         town    open jobs  balance  tags
C-0001  Copper Kettle   standard    lead    +49301234567  Berlin          1           quote
C-0002  Harbour Dental  government  lead                  Bremen
"
    );
    let ids = |arguments: &[&str]| -> Vec<String> {
        let all = ["client", "list"].into_iter().chain(arguments.iter().copied());
        let listed = office.json(all);
        let clients = listed["clients"].as_array().unwrap();
        clients.iter().map(|client| client["id"].as_str().unwrap().to_string()).collect()
    };
    assert_eq!(ids(&["--class", "government"]), ["C-0002"]);
    assert_eq!(ids(&["--search", "bremen"]), ["C-0002"]);
    assert_eq!(ids(&["--tag", "quote"]), ["C-0001"]);
    assert!(ids(&["--status", "active"]).is_empty());
}

#[test]
fn an_edited_file_is_checked_before_it_replaces_the_old_one() {
    let office = kettle();
    let edit = |editor: &str, noun: &str| {
        let output = office.command([noun, "edit", "1"]).env("EDITOR", editor).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let touched = office.touched(|_| {
        let (code, out, _) = edit("sed -i s/Kettle$/Kettle-Works/", "client");
        assert_eq!((code, out.as_str()), (Some(0), "C-0001\n• edited: contacts, name\n"));
    });
    assert_eq!(touched, [CLIENT]);
    assert_eq!(office.last_commit(), "C-0001: edited contacts, name");
    let before = office.files();
    let (code, _, told) = edit("sed -i s/C-0001/C-0009/", "client");
    assert_eq!(code, Some(3), "{told}");
    assert!(told.contains("id-mismatch"), "{told}");
    let (code, _, told) = edit("sed -i s/quote-first/sideways/", "job");
    assert_eq!(code, Some(3), "{told}");
    assert!(told.contains("J-2026-00001.yaml") && told.contains("job edit J-2026-00001 --from "), "{told}");
    let (code, _, told) = edit("sed -i s/service-call/other/", "job");
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("workflow-fixed"), "{told}");
    let (code, _, told) = edit("sed -i s/C-0001/C-0009/", "job");
    assert_eq!(code, Some(1), "{told}");
    let (code, _, told) = edit("true", "client");
    assert_eq!((code, told.as_str()), (Some(0), "C-0001: nothing changed\n"));
    let (code, ..) = edit("false", "client");
    assert_eq!(code, Some(1));
    assert_eq!(office.files(), before);
    assert!(office.refused(2, ["client", "edit", "1"]).contains("export EDITOR"));
}

#[test]
fn a_misspelt_key_is_kept_and_told() {
    let office = kettle();
    let output = office
        .command(["client", "edit", "1"])
        .env("EDITOR", "sed -i 's/^class:.*/&\\nprotocoll: x/'")
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.contains("protocol"), "{told}");
    assert!(office.read(CLIENT).contains("protocoll: x"));
}

#[test]
fn e13_a_place_has_its_own_check_in_and_its_jobs_hear_of_it() {
    let office = kettle();
    office.ok(["client", "set", "1", "--new-site", "--site-name", "Pier", "--street", "Pier 9"]);
    office.ok(["job", "new", "1", "At the pier", "--site", "2"]);
    let touched = office.touched(|office| {
        let answer = office.ok(["client", "set", "1", "--site", "2", "--site-check-in-phone", "030 5550199"]);
        assert!(answer.contains("• noted on J-2026-00002\n"), "{answer}");
    });
    assert_eq!(touched, [CLIENT, "jobs/2026/000/J-2026-00002.yaml"]);
    assert!(office.ok(["job", "show", "2"]).contains("+49305550199"));
}

#[test]
fn a_statement_goes_to_the_screen_or_into_a_file() {
    let office = kettle();
    let text = office.ok(["client", "statement", "1"]);
    assert!(text.contains("STATEMENT OF ACCOUNT") && text.contains("Nothing is open"), "{text}");
    let answer = office.run(["client", "statement", "1", "--html", "-o", "statement.html"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, "written to statement.html\n"));
    assert!(office.read("statement.html").contains("<html"));
    assert_eq!(office.json(["client", "statement", "1"])["balance"], "0");
}
