//! Sessions with clients: guides followed, kinds of visits, letters that a workflow asks for (G01–G08).

use crate::engagement::{Engagement, line};
use crate::office::Office;

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
