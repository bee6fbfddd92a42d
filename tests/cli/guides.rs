//! Sessions with clients: guides followed, kinds of visits, letters that a workflow asks for (G01–G08).

use serde_json::json;

use crate::engagement::{Engagement, line, with_colleagues};
use crate::office::{Answer, Office};

/// A page as another program writes it, with keys that nobody here knows.
const PAGE: &str = include_str!("../pages/session.md");

/// The only job.
const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";

/// A short workflow with letters on its ways: acceptance tells the office, the end tells billing.
const SHORT: &str = r#"
format = 1
name   = "short"
title  = "Short"
start  = "offer"

[[stage]]
name  = "offer"
title = "Offer"
owner = "sales"

  [[stage.exit]]
  to     = "planned"
  on     = "quote-approved"
  effect = { tags = ["schedule"], mail = { to = "office", template = "office-notice" } }

[[stage]]
name  = "planned"
title = "Planned"
owner = "dispatch"

  [[stage.exit]]
  to     = "over"
  on     = "visit-done"
  effect = { untag = ["schedule"] }

  [[stage.exit]]
  to     = "broken-off"
  on     = "visit-incomplete"

[[stage]]
name  = "broken-off"
title = "Broken off"
owner = "office"

  [[stage.exit]]
  to = "over"
  on = "visit-done"

[[stage]]
name  = "over"
title = "Work done"
owner = "office"
enter = { mail = [{ to = "billing", template = "billing-notice" }] }

  [[stage.exit]]
  to    = "closed"
  on    = "ready"
  needs = ["letter:billing-notice"]

[[stage]]
name  = "closed"
title = "Closed"
owner = "office"
final = true
"#;

/// A quote of two hours that was sent, under [`SHORT`].
fn offered() -> Office {
    let office = Office::new();
    office.write("workflows/short.toml", SHORT);
    Engagement::new()
        .client(|client| client.name = "Harbour Café\r\nBcc: all@harbour.example".to_string())
        .job(|job| {
            job.workflow = "short".to_string();
            job.tags.clear();
            job.title = "Door {{ client }} closer".to_string();
            job.references.insert("po".to_string(), "PO 4711".to_string());
        })
        .approved(&office, vec![line("Fit the closer", "2", "64.00")])
        .job(|job| {
            job.stage = "offer".to_string();
            job.quotes[0].answer = None;
        })
        .write(&office);
    office
}

#[test]
fn g08_letters_are_asked_for_by_the_workflow_and_prove_their_gate() {
    let office = offered();
    assert_eq!(office.ok(["workflow", "check"]), "the office's rules are sound\n");
    let shown = office.ok(["workflow", "show", "short"]);
    assert!(shown.contains("    ✉ prepares the letter office-notice to office\n"), "{shown}");

    let approved =
        office.ok(["quote", "approve", "1", "--who", "Ines Vogel", "--how", "call", "--evidence", "call"]);
    assert!(
        approved
            .contains("• draft to ana@office.example in outbox/ready/2026-03-02-office-notice-J-2026-00001-")
    );
    assert_eq!(
        office.git(["show", "--name-only", "--format=%s"]).lines().count(),
        4,
        "job, letter, one commit"
    );
    let letter = office.letter("office-notice");
    assert!(letter.contains("To: \"Ana Example\" <ana@office.example>\r\n"), "{letter}");
    assert!(!letter.contains("\r\nBcc:"), "{letter}");
    assert!(letter.contains("went from \"Offer\" to\r\n\"Planned\" on Monday, 2 March 2026."), "{letter}");
    assert!(letter.contains("Door {{ client }} closer"), "{letter}");

    office.ok(["visit", "add", "1", "today 10-11", "--tech", "ana"]);
    office.ok(["visit", "start", "1"]);
    let done = office.ok(["visit", "done", "1", "--hours", "1.5", "--note", "fitted\nand adjusted"]);
    assert!(
        done.contains("• stage: Planned → Work done (visit-done)\n• stage: Work done → Closed (ready)\n"),
        "{done}"
    );
    let shown = office.ok(["outbox", "show", "billing-notice"]);
    assert!(
        shown.contains(
            "\
         Job:              J-2026-00001
         Client:           C-0001 Harbour Café Bcc: all@harbour.example
         Bill to:          Harbour Café Bcc: all@harbour.example
                           Quay 4
                           10115 Berlin
         Invoice to:       ines@harbour.example
         Payable within:   14 days
         Your order:       PO 4711
         Agreed:           Q-2026-00001-1, EUR 152.32

         Visit 1, Monday, 2 March 2026, Ana Example, 1.5 h
         fitted
         and adjusted

         To make the invoice: jobbook invoice new J-2026-00001
"
        ),
        "{shown}"
    );

    // One that is withdrawn was not written; written anew, it is another message.
    office.ok(["outbox", "drop", "billing-notice", "--reason", "hours are wrong"]);
    let told = office.read("jobs/2026/000/J-2026-00001.yaml");
    assert!(told.contains("    withdrawn: hours are wrong\n"), "{told}");
    office.ok(["job", "letter", "1", "billing-notice"]);
    let again = office.letter("billing-notice");
    assert!(again.contains("To: \"Ana Example\" <ana@office.example>\r\n"), "{again}");
}

#[test]
fn g08_a_letter_goes_to_the_offices_address_or_is_told_of() {
    let office = offered();
    office.replace("jobbook.toml", "# billing = \"billing@example.com\"", "office = \"desk@office.example\"");
    office.ok(["quote", "approve", "1", "--who", "Ines Vogel", "--how", "call", "--evidence", "call"]);
    let letter = office.letter("office-notice");
    assert!(letter.contains("To: \"Office\" <desk@office.example>\r\n"), "{letter}");

    // Nobody can be written to: the work goes on.
    let office = offered();
    office.replace("jobbook.toml", "email   = \"desk@office.example\"", "#");
    let approved =
        office.ok(["quote", "approve", "1", "--who", "Ines Vogel", "--how", "call", "--evidence", "call"]);
    assert!(
        approved.contains(
            "• no letter office-notice to office, the office has no mail address to write from: set email in jobbook.toml\n"
        ),
        "{approved}"
    );
    assert_eq!(Engagement::read(&office, "J-2026-00001").stage, "planned");
}

#[test]
fn g08_letters_to_nobody_and_by_no_template_are_named_with_their_place() {
    let office = offered();
    office.replace("workflows/short.toml", "to = \"office\", template", "to = \"offices\", template");
    let checked = office.ok_with_warnings(["workflow", "check"]);
    assert!(
        checked.err.starts_with(
            "\
warning: \"offices\" is no role of the team and no mail address [mail-to]
  --> workflows/short.toml:15:49
"
        ) && checked.err.contains("  try: did you mean office?\n"),
        "{}",
        checked.err
    );
    office.replace("workflows/short.toml", "template = \"billing-notice\"", "template = \"biling-notice\"");
    let checked = office.run(["workflow", "check"]);
    assert_eq!(checked.code, 1);
    assert!(
        checked.err.contains(
            "\
error: there is no template of letters \"biling-notice\" [mail-template-unknown]
  --> workflows/short.toml:44:48
"
        ) && checked.err.contains("  try: did you mean billing-notice, office-notice?\n"),
        "{}",
        checked.err
    );
    office.write("templates/mail/en/biling-notice.txt", "Subject: {{ job.title }}\n\n{{ client.name }}\n");
    assert_eq!(office.ok_with_warnings(["workflow", "check"]).out, "the office's rules are sound\n");
}

/// An approved job that waits for its visit; ana and ben are colleagues, ana is the expert.
fn planned() -> Office {
    let office = Office::new();
    with_colleagues(&office);
    office.replace("team.toml", "# skills  = [\"heating\", \"expert\"]", "skills = [\"expert\"]");
    office.git(["commit", "-qam", "Ana is an expert"]);
    Engagement::new().approved(&office, vec![line("Fit the closer", "2", "64.00")]).write(&office);
    office
}

/// The page taken in under a short name.
fn with_page() -> Office {
    let office = planned();
    let folder = tempfile::TempDir::new().expect("a folder");
    let page = folder.path().join("page.md");
    std::fs::write(&page, PAGE).expect("a page");
    office.ok_with_warnings(["guide", "import", page.to_string_lossy().as_ref(), "--name", "sitting"]);
    office
}

/// What guides left to record.
fn left_of_guides(office: &Office) -> Vec<serde_json::Value> {
    office.json(["due", "1", "--rule", "guide-open"])["dues"].as_array().expect("dues").clone()
}

fn text(answer: &Answer) -> String {
    format!("{}{}", answer.out, answer.err)
}

#[test]
fn g01_a_page_is_taken_in_as_it_stands_and_shown_in_the_order_of_its_weights() {
    let office = planned();
    let folder = tempfile::TempDir::new().expect("a folder");
    let page = folder.path().join("Some Page.txt");
    std::fs::write(&page, PAGE).expect("a page");
    let page = page.to_string_lossy();
    let taken = office.run(["guide", "import", page.as_ref()]);
    assert_eq!(
        taken.out,
        "guides/sitting-down-with-somebody.md: Sitting Down with Somebody, 3 steps, 5 outcomes\n"
    );
    assert!(taken.err.contains("recorded by hand, unless something proves it: A Smile;"), "{}", taken.err);
    assert_eq!(office.read("guides/sitting-down-with-somebody.md"), PAGE);
    assert_eq!(office.last_commit(), "Guide sitting-down-with-somebody taken in");
    assert_eq!(
        office.ok(["guide", "list"]),
        "\
name                        title                       steps  outcomes
client-session              A session with a client         8         5
sitting-down-with-somebody  Sitting Down with Somebody      3         5
"
    );
    let shown = office.json(["guide", "show", "sitting"]);
    let names: Vec<_> = shown["steps"].as_array().expect("steps").iter().map(|step| &step["name"]).collect();
    assert_eq!(names, ["come-first", "keep-calm", "ask-them"]);
    assert_eq!(shown["description"], json!(null));
    let proofs: Vec<_> =
        shown["outcomes"].as_array().expect("outcomes").iter().map(|one| &one["proof"]).collect();
    assert_eq!(
        proofs,
        [
            &json!(null),
            &json!("work-done"),
            &json!("follow-up-scheduled"),
            &json!("visit-notes"),
            &json!("letter:billing-notice")
        ]
    );
    let needs: Vec<_> =
        shown["requirements"].as_array().expect("needs").iter().map(|one| &one["need"]).collect();
    assert_eq!(needs, ["skill:expert", "visit:remote", "visit:on-site"]);
    let printed = office.ok(["guide", "show", "sitting"]);
    assert!(printed.contains("1  Come First\nWhoever comes second apologises."), "{printed}");
    assert_eq!(office.ok(["check"]), "2 files are sound\n");

    // What is there is not replaced by accident; what is wrong is named with its line and not taken in.
    let again = office.refused(1, ["guide", "import", page.as_ref()]);
    assert!(again.contains("[guide-exists]") && again.contains("add --replace"), "{again}");
    office.ok_with_warnings(["guide", "import", page.as_ref(), "--replace"]);
    let broken = folder.path().join("broken.toml");
    std::fs::write(&broken, "title = 'T'\n\n[[steps]]\nname = 'A'\nweight = 'heavy'\nneeds = ['scoop']\n")
        .expect("a file");
    let refused = office.refused(3, ["guide", "import", broken.to_string_lossy().as_ref()]);
    assert!(
        refused.contains("\"heavy\" is no weight [guide-weight]")
            && refused.contains("broken.toml:5:10")
            && refused.contains("\"scoop\" is not a gate"),
        "{refused}"
    );
    office.refused(2, ["guide", "import", page.as_ref(), "--name", "../up"]);
}

#[test]
fn g01_a_broken_guide_is_found_by_check_and_stops_nobody() {
    let office = planned();
    office.write("guides/torn.md", "+++\ntitle = \"T\"\n");
    office.write("guides/Big Name.toml", "title = 'T'\n[[steps]]\nname = 'A'\n");
    office.write("guides/twice.toml", "title = 'T'\n[[steps]]\nname = 'A b'\n[[steps]]\nname = 'a-B'\n");
    office.ok(["job", "note", "1", "work goes on"]);
    let checked = office.run(["check"]);
    assert_eq!(checked.code, 3);
    for told in [
        "the front matter begins with +++ and does not end [front-matter]",
        "two steps are named \"a-b\" [guide-twice]",
        "\"Big Name\" cannot be typed as the name of a guide [guide-name]",
        "try: rename the file to big-name.toml",
    ] {
        assert!(checked.err.contains(told), "{told}\n{}", checked.err);
    }
    let refused = office.refused(1, ["guide", "show", "torn"]);
    assert!(refused.contains("guides/ has: client-session"), "{refused}");
}

#[test]
fn g02_a_remote_session_has_a_link_and_a_lead_wherever_it_is_shown() {
    let mut office = planned();
    office.replace("jobbook.toml", "lead = { remote = \"10m\"", "lead = { remote = \"5m\"");
    let wrong = office.refused(2, ["visit", "add", "1", "thu 10-11", "--link", "meet.example/1"]);
    assert!(wrong.contains("[link]") && wrong.contains("https://meet.example/room-17"), "{wrong}");
    let both = office.refused(
        1,
        ["visit", "add", "1", "thu 10-11", "--kind", "on-site", "--link", "https://meet.example/1"],
    );
    assert!(both.contains("[link-on-site]"), "{both}");
    let link = "https://meet.example/j/81?pwd=x";
    let added =
        office.ok(["visit", "add", "1", "thu 10-11", "--link", link, "--tech", "ana", "--notify", "email"]);
    assert!(
        added.contains(
            "• visit 1: Thu 2026-03-05 10:00–11:00, remote, at https://meet.example/j/81?pwd=x, ana goes\n"
        ),
        "{added}"
    );
    let letter = office.ok(["outbox", "show", "appointment"]);
    assert!(
        letter.contains("we meet online for \"Door closer\":")
            && letter.contains("Join at:     https://meet.example/j/81?pwd=x\n")
            && !letter.contains("Where:"),
        "{letter}"
    );
    let sheet = office.ok(["visit", "sheet", "1"]);
    assert!(
        sheet.contains("Be there by             Thursday, 5 March 2026, 09:55\n")
            && sheet.contains(&format!("Join at                 {link}\n")),
        "{sheet}"
    );
    let shown = office.json(["visit", "show", "1"]);
    assert_eq!(shown["be_there"], "2026-03-05T09:55:00+01:00");
    let listed = office.ok(["visit", "list"]);
    assert!(listed.contains("where\n") && listed.contains(&format!("  {link}\n")), "{listed}");

    // On the day it is an item of hers, at its time.
    office.at("2026-03-05T08:00:00+01:00");
    let today = office.ok(["today"]);
    assert!(
        today.contains(&format!("• 09:55  J-2026-00001  Harbour Café: join {link} by 09:55 for visit 1")),
        "{today}"
    );

    // Another link: the client is told again, and the old letter is withdrawn.
    let set = office.ok(["visit", "set", "1", "--link", "https://meet.example/j/99"]);
    assert!(
        set.contains("• the client knows it otherwise: jobbook visit notify J-2026-00001 1\n")
            && set.contains("• overtaken and withdrawn: outbox/ready/"),
        "{set}"
    );
    office.ok(["visit", "notify", "1"]);
    assert!(office.letter("appointment").contains("https://meet.example/j/99"));

    // On site the lead is its own, and nobody is asked to join anything.
    let set = office.ok(["visit", "set", "1", "--kind", "on-site", "--link", "", "--skill", "expert"]);
    assert!(set.contains("• visit 1: on-site, without a link, needs expert\n"), "{set}");
    let due = office.ok(["due", "1", "--rule", "be-there"]);
    assert!(due.contains("be there by 09:50 for visit 1"), "{due}");
    office.replace("jobbook.toml", "lead = { remote = \"5m\"", "lead = { remote = \"3d\"");
    let checked = office.run(["check"]);
    assert!(checked.err.contains("3d is no lead before a visit [lead]"), "{}", checked.err);
}

#[test]
fn g02_whoever_lacks_a_skill_is_not_assigned_without_a_reason() {
    let office = planned();
    let refused = office.refused(1, ["visit", "add", "1", "thu 10-11", "--skill", "expert", "--tech", "ben"]);
    assert_eq!(
        refused,
        "\
error: ben lacks the skill expert [technician-skill]
  why: visit 1 asks for it
  try: send somebody who has it: ana
  try: or add --reason \"…\": they go, and the log says why
"
    );
    office.ok(["visit", "add", "1", "thu 10-11", "--skill", "expert", "--tech", "ana"]);
    office.refused(1, ["visit", "assign", "1", "ben"]);
    office.refused(1, ["visit", "assign", "1", "somebody"]);
    let sent = office.ok(["visit", "assign", "1", "ben", "--reason", "ana is on the phone with him"]);
    assert!(sent.contains("• ben lacks the skill expert; the log says why they go\n"), "{sent}");
    assert!(
        office
            .read(JOB)
            .contains("note: \"ben goes on visit 1 without the skill expert: ana is on the phone with him\"")
    );

    // What a guide takes counts too, once it is to be followed on the visit.
    let office = with_page();
    office.ok(["visit", "add", "1", "thu 10-11", "--guide", "sitting"]);
    let refused = office.refused(1, ["visit", "assign", "1", "ben"]);
    assert!(refused.contains("why: guide sitting asks for it"), "{refused}");
    office.ok(["visit", "assign", "1", "ana"]);
    let status = office.json(["guide", "status", "1"]);
    assert_eq!(status["guides"][0]["requirements"][0]["why"], "ana has the skill expert");
}

#[test]
fn g03_one_step_is_answered_by_options_kept_in_the_job_and_taken_back() {
    let mut office = with_page();
    office.ok(["visit", "add", "1", "thu 10-11", "--kind", "remote", "--tech", "ana"]);
    let asked = office.refused(2, ["guide", "follow", "1", "sitting"]);
    assert!(
        asked.contains("error: an answer is needed: Come First [input-needed]")
            && asked.contains("try: jobbook guide follow J-2026-00001 sitting --step 1 --done\n"),
        "{asked}"
    );
    assert_eq!(
        office.touched(|office| {
            let done = office.ok([
                "guide",
                "follow",
                "1",
                "sitting",
                "--step",
                "1",
                "--done",
                "--note",
                "ten minutes",
            ]);
            assert!(
                done.contains("• guide sitting, step come-first done\n• next step: 2 Keep Calm\n"),
                "{done}"
            );
        }),
        [JOB]
    );
    assert_eq!(office.last_commit(), "J-2026-00001: guide sitting, step come-first done");
    office.at("2026-03-02T09:20:00+01:00");
    office.ok([
        "guide",
        "follow",
        "1",
        "sitting",
        "--step",
        "ask",
        "--skip",
        "--reason",
        "they told us before",
    ]);
    let twice = office.refused(1, ["guide", "follow", "1", "sitting", "--step", "1", "--done"]);
    assert!(twice.contains("step come-first was answered by ana at 2026-03-02T09:00:00+01:00"), "{twice}");
    office.refused(2, ["guide", "follow", "1", "sitting", "--step", "4", "--done"]);
    office.refused(2, ["guide", "follow", "1", "sitting", "--step", "2"]);
    office.refused(2, ["guide", "follow", "1", "sitting", "--step", "2", "--skip"]);
    office.refused(
        1,
        ["guide", "follow", "1", "sitting", "--step", "2", "--done", "--note", "card 4111 1111 1111 1111"],
    );
    let job = Engagement::read(&office, "J-2026-00001");
    let run = &job.guides[0];
    let steps: Vec<_> = run
        .steps
        .iter()
        .map(|tick| {
            (tick.name.as_str(), tick.made.at.to_string(), tick.note.as_deref(), tick.skipped.as_deref())
        })
        .collect();
    assert_eq!(
        steps,
        [
            ("come-first", "2026-03-02T09:00:00+01:00".to_string(), Some("ten minutes"), None),
            ("ask-them", "2026-03-02T09:20:00+01:00".to_string(), None, Some("they told us before")),
        ]
    );
    let status = office.ok(["guide", "status", "1"]);
    assert_eq!(
        status,
        "\
J-2026-00001  Harbour Café · Door closer
• An Expert: yes, ana has the skill expert
• Remote Room: yes, visit 1 is remote
• On-Site Place: no, visit 1 is remote

Sitting Down with Somebody (sitting, visit 1)
[x] 1 Come First  ana, Mon 2026-03-02 09:00: ten minutes
[ ] 2 Keep Calm
[-] 3 Ask Them  ana, Mon 2026-03-02 09:20, skipped: they told us before
[ ] A Smile
[ ] Trouble Resolved
[ ] Next Follow-Up Known
[ ] Documented
[ ] Billing Told
"
    );
    office.ok([
        "guide",
        "follow",
        "1",
        "sitting",
        "--step",
        "1",
        "--reopen",
        "--reason",
        "that was yesterday",
    ]);
    let job = Engagement::read(&office, "J-2026-00001");
    assert_eq!(job.guides[0].steps.len(), 1);
    assert!(office.read(JOB).contains("because: that was yesterday"));

    // The next visit begins anew.
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "notify", "1", "--channel", "call"]);
    office.at("2026-03-05T10:00:00+01:00");
    office.ok(["visit", "start", "1"]);
    office.ok(["visit", "incomplete", "1", "--cause", "time"]);
    office.ok(["visit", "add", "1", "fri 10-11", "--tech", "ana"]);
    let second = office.ok(["guide", "follow", "1", "sitting", "--step", "1", "--done", "--visit", "2"]);
    assert!(second.contains("• next step: 2 Keep Calm\n"), "{second}");
    let runs = Engagement::read(&office, "J-2026-00001").guides;
    assert_eq!(runs.iter().map(|run| run.steps.len()).collect::<Vec<_>>(), [1, 1]);
}

/// A person at a terminal: each prompt is waited for, then answered. Answers with what was shown afterwards.
#[cfg(unix)]
fn at_a_terminal(office: &Office, arguments: &[&str], answers: &[(&str, &str)]) -> String {
    use std::io::Read;

    use expectrl::Expect;
    let mut command = office.command(arguments.iter().copied());
    command.env("TERM", "xterm").env("NO_COLOR", "1");
    let mut session = expectrl::Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
    for (question, answer) in answers {
        session.expect(*question).unwrap_or_else(|error| panic!("{question}: {error}"));
        session.send(*answer).unwrap();
    }
    let mut rest = Vec::new();
    let _ = session.read_to_end(&mut rest);
    String::from_utf8_lossy(&rest).into_owned()
}

#[cfg(unix)]
#[test]
fn g03_the_shipped_guide_is_followed_on_a_terminal_from_the_first_step_to_the_last() {
    let mut office = planned();
    office.ok(["visit", "add", "1", "today 9-11", "--kind", "on-site", "--tech", "ana", "--notify", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    let follow = ["guide", "follow", "1", "client-session"];
    let before = office.git(["rev-list", "--count", "HEAD"]);
    // The first sitting: two steps, then it is left. Escape stops as well as the last choice.
    let left = at_a_terminal(
        &office,
        &follow,
        &[
            ("Somebody who knows the matter: yes, ana goes", ""),
            ("1 of 8  Get there first", ""),
            ("go on later", "\r"),
            ("step get-there-first done", ""),
            ("2 of 8  Stay friendly", ""),
            ("go on later", "with a note\r"),
            ("Note", "they were nice\r"),
            ("step stay-friendly done", ""),
            ("3 of 8  Agree on the work", ""),
            ("waits: the scope is not written down", ""),
            ("go on later", "stop\r"),
        ],
    );
    assert!(left.contains("jobbook guide follow J-2026-00001 client-session"), "{left}");
    let after = office.git(["rev-list", "--count", "HEAD"]);
    let count = |text: &str| text.trim().parse::<u32>().expect("a number");
    assert_eq!(count(&after), count(&before) + 2, "each answer is one commit");

    // Meanwhile what a step waits for is supplied by other commands, and one step is answered elsewhere.
    office.ok(["job", "scope", "1", "The front door only"]);
    office.ok(["guide", "follow", "1", "client-session", "--step", "4", "--done"]);
    office.at("2026-03-02T10:30:00+01:00");
    let stopped = at_a_terminal(
        &office,
        &follow,
        &[
            ("3 of 8  Agree on the work", ""),
            ("go on later", "\r"),
            ("5 of 8  Write along", ""),
            ("go on later", "\r"),
            ("write-along waits: nobody wrote down what was done", ""),
            ("go on later", "skip\r"),
            ("Why", "nothing to note\r"),
            ("6 of 8  Show how", ""),
            ("go on later", "\u{1b}"),
        ],
    );
    assert!(stopped.contains("jobbook guide follow J-2026-00001 client-session"), "{stopped}");

    office.ok([
        "visit",
        "done",
        "1",
        "--hours",
        "1.5",
        "--note",
        "fitted",
        "--follow-up",
        "fri 10:00",
        "--what",
        "call them",
    ]);
    let end = at_a_terminal(
        &office,
        &follow,
        &[
            ("6 of 8  Show how", ""),
            ("go on later", "\r"),
            ("7 of 8  Leave nothing open", ""),
            ("go on later", "\r"),
            ("8 of 8  Tell billing", ""),
            ("go on later", "\r"),
            ("The client is content", ""),
            ("stop here", "\r"),
            ("outcome the-client-is-content done", ""),
            ("The matter is settled: visit 1 done", ""),
            ("What is left has a day: task 1 by Fri 2026-03-06 10:00", ""),
            ("Everything is written down: visit 1: fitted", ""),
            ("Billing knows", ""),
            ("stop here", "no, and why\r"),
            ("Why", "they are paid already\r"),
            ("guide client-session followed to its end", ""),
        ],
    );
    assert!(end.contains("[x] 8 Tell billing  ana, Mon 2026-03-02 10:30"), "{end}");
    let run = &Engagement::read(&office, "J-2026-00001").guides[0];
    assert!(run.ended.is_some());
    assert_eq!(run.steps.len(), 8);
    assert_eq!(run.steps[1].note.as_deref(), Some("they were nice"));
    assert_eq!(run.outcomes[1].skipped.as_deref(), Some("they are paid already"));
    assert_eq!(
        run.proved,
        [
            "the-matter-is-settled: visit 1 done",
            "what-is-left-has-a-day: task 1 by Fri 2026-03-06 10:00",
            "everything-is-written-down: visit 1: fitted"
        ]
    );
    assert!(left_of_guides(&office).is_empty());
    assert!(text(&office.ok_with_warnings(follow)).contains("nothing of the guide is left"));
}

#[test]
fn g04_after_an_approval_another_scope_needs_a_change_order_or_a_reason() {
    let office = Office::new().with_a_job();
    office.ok(["job", "scope", "1", "The front door"]);
    office.ok(["job", "scope", "1", "The front door and its frame"]);
    let office = planned();
    office.ok(["job", "scope", "1", "The front door"]);
    let refused = office.refused(1, ["job", "scope", "1", "All doors"]);
    assert_eq!(
        refused,
        "\
error: the client approved quote v1 for this scope [scope-agreed]
  why: work outside of it is agreed on by a change order
  try: jobbook quote revise J-2026-00001
  try: or add --reason \"…\", when only the words change
"
    );
    office.ok(["job", "scope", "1", "The front door.", "--reason", "a full stop"]);
    assert!(office.read(JOB).contains("because: a full stop"));
    office.ok(["quote", "revise", "1"]);
    office.ok(["job", "scope", "1", "All doors"]);
    assert!(office.read(JOB).contains("because: change order v2"));

    // Where the workflow asks for it, nobody starts before the scope is written down.
    let office = planned();
    office.replace(
        "workflows/service-call.toml",
        "needs = [\"technician\"]\n",
        "needs = [\"technician\", \"scope\"]\n",
    );
    office.ok(["visit", "add", "1", "today 9-11", "--tech", "ana", "--notify", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    let refused = office.refused(1, ["visit", "start", "1"]);
    assert!(refused.contains("jobbook job scope J-2026-00001"), "{refused}");
}

#[test]
fn g05_a_follow_up_is_scheduled_with_the_notes_and_falls_due_at_its_time() {
    let mut office = planned();
    office.ok(["visit", "add", "1", "today 9-11", "--tech", "ana", "--notify", "call"]);
    let noted = office.ok([
        "visit",
        "notes",
        "1",
        "old drive copied",
        "--follow-up",
        "tomorrow 10:00",
        "--what",
        "ask whether all is there",
    ]);
    assert!(noted.contains("• notes on visit 1\n• task 1 noted, by Tue 2026-03-03 10:00\n"), "{noted}");
    let job = Engagement::read(&office, "J-2026-00001");
    assert_eq!(job.tasks[0].owner.as_deref(), Some("ana"));
    assert!(office.read(JOB).contains("  due: 2026-03-03T10:00\n"));
    office.ok(["visit", "notes", "1", "--follow-up", "fri"]);
    office.refused(2, ["visit", "notes", "1", "--follow-up", "yesterday"]);
    office.refused(2, ["visit", "notes", "1", "more", "--what", "what for"]);
    office.at("2026-03-03T10:05:00+01:00");
    let due = office.json(["due", "1", "--rule", "task"]);
    assert_eq!(
        (&due["dues"][0]["at"], &due["dues"][0]["sentence"]),
        (&json!("2026-03-03T10:00:00+01:00"), &json!("ask whether all is there"))
    );
    assert_eq!(due["dues"][1]["sentence"], "follow up on visit 1");
    let shown = office.ok(["visit", "show", "1"]);
    assert!(shown.contains("note         old drive copied\n"), "{shown}");
    office.ok(["job", "task", "1", "--done", "1"]);
}

#[test]
fn g06_clients_own_files_are_links_where_the_office_says_so() {
    let office = planned();
    office.ok(["job", "document", "1", "--kind", "photo", "/srv/files/before.jpg"]);
    office.replace("jobbook.toml", "clients_files = \"anywhere\"", "clients_files = \"links\"");
    for path in ["/srv/files/after.jpg", "file:///srv/x.jpg", "C:\\files\\x.jpg", "drawer 4"] {
        let refused = office.refused(1, ["job", "document", "1", "--kind", "photo", path]);
        assert!(
            refused.contains("[document-local]") && refused.contains("give the link: https://"),
            "{refused}"
        );
    }
    office.refused(1, ["client", "document", "1", "--kind", "contract", "contract.pdf"]);
    office.ok(["job", "document", "1", "--kind", "photo", "https://files.example/after.jpg"]);
    let checked = office.run(["check"]);
    assert_eq!(checked.code, 1);
    assert!(
        checked.err.contains("error: \"/srv/files/before.jpg\" is no web link [document-local]")
            && checked.err.contains("--> jobs/2026/000/J-2026-00001.yaml:"),
        "{}",
        checked.err
    );
}

#[test]
fn g07_outcomes_are_proved_recorded_or_due_until_they_are() {
    let mut office = with_page();
    office.ok(["visit", "add", "1", "today 9-11", "--tech", "ana", "--notify", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    for step in ["1", "2", "3"] {
        office.ok(["guide", "follow", "1", "sitting", "--step", step, "--done"]);
    }
    assert!(left_of_guides(&office).is_empty(), "the session goes on");
    office.at("2026-03-02T11:00:00+01:00");
    office.ok(["visit", "done", "1", "--hours", "2", "--note", "fitted"]);
    let due = office.json(["due", "1", "--rule", "guide-open"]);
    assert_eq!(
        due["dues"][0]["sentence"],
        "Sitting Down with Somebody, still to record: outcomes A Smile, Next Follow-Up Known, Billing Told"
    );
    assert_eq!(
        (&due["dues"][0]["at"], &due["dues"][0]["owner"]),
        (&json!("2026-03-02T17:00:00+01:00"), &json!("ana"))
    );
    let proved = office.refused(1, ["guide", "follow", "1", "sitting", "--outcome", "documented", "--done"]);
    assert!(proved.contains("the file proves it: visit 1: fitted"), "{proved}");
    office.ok(["guide", "follow", "1", "sitting", "--outcome", "smile", "--done", "--note", "two of them"]);
    office.ok(["job", "letter", "1", "billing-notice", "--to", "billing"]);
    let last = office.ok([
        "guide",
        "follow",
        "1",
        "sitting",
        "--outcome",
        "3",
        "--skip",
        "--reason",
        "nothing is left",
    ]);
    assert!(last.contains("• guide sitting followed to its end\n"), "{last}");
    assert!(left_of_guides(&office).is_empty());
    let run = &Engagement::read(&office, "J-2026-00001").guides[0];
    assert_eq!(
        run.proved,
        [
            "trouble-resolved: visit 1 done",
            "documented: visit 1: fitted",
            "billing-told: letter billing-notice to billing on Mon 2026-03-02"
        ]
    );
}

#[test]
fn g07_a_session_that_is_ended_for_conduct_is_told_to_the_management() {
    let office = planned();
    office.ok(["visit", "add", "1", "today 9-11", "--tech", "ben", "--notify", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    let ended = office.ok(["visit", "incomplete", "1", "--cause", "conduct", "--note", "shouted at, left"]);
    assert!(
        ended.contains("• visit 1 incomplete for conduct\n")
            && ended.contains(
                "• stage: Technician on site → Management decides whether we go on (visit-incomplete)\n"
            )
            && !ended.contains("the return visit"),
        "{ended}"
    );
    let letter = office.letter("conduct-notice");
    assert!(
        letter.contains("To: \"Ana Example\" <ana@office.example>\r\n")
            && letter.contains("shouted at, left"),
        "{letter}"
    );
    let due = office.json(["due", "1", "--owner", "managing-director"]);
    assert!(due["dues"][0]["sentence"].as_str().expect("a sentence").contains("Management decides"), "{due}");
    office.ok(["job", "advance", "1", "--to", "scheduling", "--reason", "they apologised"]);
}

#[test]
fn the_commands_of_the_readme_on_sessions_are_played() {
    let office = planned();
    let folder = tempfile::TempDir::new().expect("a folder");
    std::fs::write(folder.path().join("first-visit.md"), PAGE).expect("a page");
    let mut played = 0;
    for command in crate::readme::commands("Sessions with a client") {
        let here = folder.path().to_string_lossy();
        let words: Vec<String> = shlex::split(&command)
            .expect("words")
            .into_iter()
            .skip(1)
            .map(|word| if word == "17" { "1".to_string() } else { word.replace("~/wiki", &here) })
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if words[..2] == ["visit", "incomplete"] {
            office.ok(["visit", "notify", "1", "--channel", "call"]);
            office.ok(["checklist", "tick", "1", "prices"]);
            office.ok(["visit", "start", "1"]);
        }
        let answer = office.run(words.iter().copied());
        let expected = if words[1] == "follow" { 2 } else { 0 };
        assert_eq!(answer.code, expected, "{command}\n{}{}", answer.out, answer.err);
        played += 1;
    }
    assert_eq!(played, 6);
    let shown = office.ok(["job", "show", "1"]);
    assert!(shown.contains("https://meet.example/17"), "{shown}");
    assert_eq!(office.ok(["check"]), "2 files are sound\n");
}
