//! Quotes from the first line to the client's answer, and price books.

use serde_json::{Value, json};

use crate::office::Office;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";
const COPY: &str = "documents/J-2026-00001/Q-2026-00001-1.html";

/// A book with a client of that class and a job of theirs, both written by hand.
fn office_of(class: &str) -> Office {
    let office = Office::new();
    office.write(
        "clients/00/C-0001.yaml",
        &format!(
            "format: 1\nid: C-0001\nname: Marsh Bakery\nclass: {class}\nstatus: lead\nopened:\n  at: \
             2026-03-02T08:00:00+01:00\n  by: ana\ncontacts:\n  - number: 1\n    name: Ines Marsh\n    email: \
             ines@marsh.example\n"
        ),
    );
    add_job(&office, 1, "Replace the circulation pump");
    office
}

/// A job of the client, written by hand and committed.
fn add_job(office: &Office, number: u32, title: &str) {
    office.write(
        &format!("jobs/2026/000/J-2026-{number:05}.yaml"),
        &format!(
            "format: 1\nid: J-2026-{number:05}\nclient: C-0001\ntitle: {title}\nworkflow: service-call\nstage: \
             quoting\ntags: [quote]\nopened:\n  at: 2026-03-02T08:00:00+01:00\n  by: ana\npath: quote-first\n"
        ),
    );
    office.git(["add", "-A"]);
    office.git(["commit", "-qm", "By hand"]);
}

fn office() -> Office {
    office_of("standard")
}

/// An office with a quote of one line that was sent by hand on [`crate::office::MONDAY`].
fn waiting() -> Office {
    let office = office();
    office.ok(["quote", "new", "1", "--from-book", "HOUR"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    office
}

/// An answer without what comes next.
fn done(answer: &str) -> &str {
    answer.split_once("next: ").map_or(answer, |(done, _)| done)
}

/// When what is due by that rule is due, as an answer tells it.
fn due<'a>(answer: &'a Value, rule: &str) -> Option<&'a str> {
    answer["next"].as_array()?.iter().find(|due| due["rule"] == rule)?["at"].as_str()
}

#[test]
fn e05_a_client_of_the_government_gets_its_price_book_and_its_prices_are_fixed() {
    let office = office_of("government");
    assert_eq!(
        done(&office.ok(["quote", "new", "1", "--from-book", "HOUR×2", "small"])),
        "\
J-2026-00001  Marsh Bakery · Replace the circulation pump
• quote v1 begun
• line 1 added: 2 h at 59.00
• line 2 added: 1 flat at 12.50
• line 1 is Hour of work
• line 2 is Small parts and consumables
• v1 now has 2 lines: 130.50 net, 155.30 EUR with tax
"
    );
    let told = office.refused(1, ["quote", "line", "1", "add", "TRIP", "--price", "30"]);
    assert_eq!(
        told,
        "\
error: the price of TRIP is fixed at 40.00 [price-fixed]
  why: price book government says so; the line has 30.00, tax standard
  try: keep 40.00
  try: add --override-reason \"…\", if it was agreed
"
    );
    for lower in [["--discount", "5"], ["--tax", "none"]] {
        office.refused(1, ["quote", "line", "1", "add", "TRIP", lower[0], lower[1]]);
    }
    office.refused(1, ["quote", "line", "1", "set", "1", "--price", "58.99"]);
    assert!(
        office
            .refused(1, ["quote", "revise", "1", "--discount", "5%"])
            .contains("jobbook quote revise J-2026-00001 --discount 5% --override-reason")
    );
    // What is not fixed may be changed freely, and needs no reason.
    office.ok(["quote", "line", "1", "set", "2", "--price", "11"]);
    office.refused(2, ["quote", "line", "1", "set", "2", "--price", "10", "--override-reason", "why not"]);

    office.ok(["quote", "line", "1", "add", "TRIP", "--price", "30", "--override-reason", "frame contract"]);
    assert_eq!(
        office.last_commit(),
        "J-2026-00001: fixed price of line 3 overridden; line 3 added: 1 trip at 30.00"
    );
    let file = office.read(JOB);
    assert!(file.contains("    override_reason: frame contract\n"), "{file}");
    let log = &file[file.find("\nlog:").expect("a log")..];
    for part in ["quote v1 line 3 fixed price", "40.00", "30.00, tax standard", "frame contract", "ana"] {
        assert!(log.contains(part), "{part}: {log}");
    }
}

#[test]
fn e05_a_price_that_became_fixed_or_was_lowered_by_hand_does_not_leave_the_house() {
    let office = office_of("government");
    office.ok(["quote", "new", "1", "--from-book", "HOUR"]);
    office.replace(JOB, "59.00", "49.00");
    let told = office.refused(1, ["quote", "send", "1", "--via", "hand"]);
    assert!(told.contains("line 1: the price of HOUR is fixed at 59.00 [price-fixed]"), "{told}");
    assert!(told.contains("jobbook quote line J-2026-00001 set 1 --price 59.00"), "{told}");
    office.ok(["quote", "line", "1", "set", "1", "--price", "59.00"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
}

#[test]
fn e06_a_supplier_is_asked_and_the_answer_becomes_a_line_with_cost_markup_and_source() {
    let office = office();
    office.ok(["quote", "new", "1"]);
    let ask =
        ["quote", "request", "1", "supplier", "Hinge & Co", "--email", "sales@hinge.example", "Two pumps"];
    let answer = office.json(ask);
    assert_eq!(answer["done"][0], "request 1: supplier Hinge & Co asked, again Wed 2026-03-04 09:00");
    assert_eq!(due(&answer, "request-follow-up"), Some("2026-03-04T09:00:00+01:00"));
    let letter = office.letter("supplier-request");
    assert!(letter.contains("sales@hinge.example") && letter.contains("Two pumps"), "{letter}");
    assert!(!letter.contains("Marsh"), "a supplier is not told the client's name");

    let add = [
        "quote",
        "line",
        "1",
        "add",
        "Pump",
        "--request",
        "1",
        "--cost",
        "99.99",
        "--markup",
        "33.3",
        "--part",
    ];
    let answer = office.json(add);
    assert_eq!(answer["done"], json!(["request 1 answered", "line 1 added: 1 at 133.29"]));
    assert_eq!(due(&answer, "request-follow-up"), None);
    let line = &office.json(["quote", "show", "1"])["quote"]["lines"][0];
    assert_eq!(line["source"], json!({"kind": "supplier", "name": "Hinge & Co"}));
    assert_eq!(
        (&line["cost"], &line["markup"], &line["part"]),
        (&json!("99.99"), &json!("33.3"), &json!(true))
    );
    office.refused(1, ["quote", "line", "1", "add", "Pump", "--request", "7", "--price", "1"]);
    let told = office.ok(["quote", "request", "1", "supplier", "Cash Store", "A hose"]);
    assert!(told.contains("• no mail address is known: call Cash Store\n"), "{told}");
    let answer = office.json(["quote", "request", "1", "--answered", "2"]);
    assert_eq!((&answer["done"], due(&answer, "request-follow-up")), (&json!(["request 2 settled"]), None));
    office.refused(2, ["quote", "request", "1", "supplier", "Cash Store"]);
}

#[test]
fn e06_an_expert_is_a_colleague_with_the_skill() {
    let office = office();
    office.replace("team.toml", "# Add one", "[[person]]\nname = \"mo\"\nfull_name = \"Mo Frame\"\nroles = [\"technician\"]\nemail = \"mo@office.example\"\nskills = [\"expert\"]\n\n# Add one");
    office.git(["commit", "-qam", "A colleague"]);
    let told = office.refused(1, ["quote", "request", "1", "expert", "moe", "Will it fit?"]);
    assert!(
        told.contains("with the skill \"expert\" team.toml has: mo") && told.contains("did you mean mo?"),
        "{told}"
    );
    let told = office.ok(["quote", "request", "1", "expert", "ana", "Will it fit?"]);
    assert!(told.contains("• ana has not the skill \"expert\" in team.toml; with it: mo\n"), "{told}");
    office.ok(["quote", "request", "1", "expert", "Mo Frame", "Will it fit?"]);
    assert_eq!(office.last_commit(), "J-2026-00001: request 2: expert mo asked, again Wed 2026-03-04 09:00");
}

/// A past job with an approved quote: a part, an hour and an option that was not chosen.
fn with_history(office: &Office) {
    add_job(office, 2, "Heating pump in the cellar");
    office.ok(["quote", "new", "2", "--from-book", "HOUR×3"]);
    office.ok([
        "quote",
        "line",
        "2",
        "add",
        "Circulation pump",
        "--price",
        "262.50",
        "--cost",
        "210",
        "--part",
    ]);
    office.ok(["quote", "line", "2", "add", "Pump cover", "--price", "20", "--optional"]);
    office.ok(["quote", "send", "2", "--via", "hand"]);
    office.ok(["quote", "approve", "2", "--who", "Ines Marsh"]);
    add_job(office, 3, "Repaint the circulation desk");
    office.ok(["quote", "new", "3"]);
    office.ok(["quote", "line", "3", "add", "Paint", "--price", "30"]);
}

#[test]
fn e06_suggestions_come_offline_from_approved_quotes_and_the_price_book() {
    let office = office();
    with_history(&office);
    assert_eq!(
        office.ok(["quote", "suggest", "1"]),
        "\
J-2026-00001  Marsh Bakery · Replace the circulation pump
n  what              qty  unit   price  from
1  Circulation pump    1        262.50  approved in J-2026-00002
2  Hour of work        3  h      64.00  price book standard, approved in J-2026-00002
next: put some into the draft
      jobbook quote suggest J-2026-00001 --add 1,2
"
    );
    office.refused(1, ["quote", "suggest", "1", "--add", "1"]);
    office.ok(["quote", "new", "1"]);
    office.refused(1, ["quote", "suggest", "1", "--add", "3"]);
    office.ok(["quote", "suggest", "1", "--add", "1,2"]);
    let lines = &office.json(["quote", "show", "1"])["quote"]["lines"];
    assert_eq!(lines[0]["source"], json!({"kind": "own", "name": "J-2026-00002"}));
    assert_eq!((&lines[0]["price"], &lines[0]["part"]), (&json!("262.50"), &json!(true)));
    assert_eq!((&lines[1]["code"], &lines[1]["qty"]), (&json!("HOUR"), &json!("3")));
}

#[cfg(unix)]
#[test]
fn e06_lines_of_the_assistant_are_checked_like_typed_ones() {
    let office = office_of("government");
    office.replace(
        "jobbook.toml",
        "# command = [\"my-assistant\", \"--lines\"]",
        "command = [\"sh\", \".jobbook/assist.sh\"]",
    );
    office.git(["commit", "-qam", "An assistant"]);
    office.write(
        ".jobbook/assist.sh",
        "cat > .jobbook/asked.json\ncat <<'END'\n{\"lines\": [\n {\"text\": \"Pump\", \"price\": 262.5, \"qty\": 2},\n \
         {\"code\": \"HOUR\", \"price\": \"10\", \"override_reason\": \"I say so\"},\n {\"text\": \"X\", \"price\": \"1\", \"tax\": \"luxury\"},\n \
         {\"text\": \"Y\", \"price\": \"1\", \"qty\": \"-4\"},\n {\"text\": \"IBAN DE89370400440532013000\", \"price\": \"1\"}\n]}\nEND\n",
    );
    office.ok(["quote", "new", "1"]);
    let answer = office.run(["quote", "suggest", "1"]);
    assert_eq!(answer.code, 0);
    assert!(answer.out.contains("1  Pump    2        262.50  assistant sh\n"), "{}", answer.out);
    for left_out in [
        "line 2 of the assistant is left out: the price of HOUR is fixed at 59.00 [price-fixed]",
        "line 3 of the assistant is left out: there is no tax rate \"luxury\" [tax-code]",
        "line 4 of the assistant is left out: a quantity of -4 makes no sense here [quantity-not-positive]",
        "line 5 of the assistant is left out:",
    ] {
        assert!(answer.err.contains(left_out), "{left_out}\n{}", answer.err);
    }
    let asked: Value = serde_json::from_str(&office.read(".jobbook/asked.json")).expect("JSON");
    assert_eq!((&asked["job"]["id"], &asked["prices"][0]["fixed"]), (&json!("J-2026-00001"), &json!(true)));
    assert!(!asked.to_string().contains("Marsh"), "the program is not told who the client is");

    // What was seen is what is added, whatever the program would say now.
    office.write(".jobbook/assist.sh", "echo broken >&2; exit 7\n");
    office.ok(["quote", "suggest", "1", "--add", "1"]);
    let shown = office.json(["quote", "show", "1"]);
    assert_eq!(shown["sources"], json!(["assistant: sh"]));
    assert_eq!(shown["quote"]["lines"][0]["price"], "262.50");

    let answer = office.run(["quote", "suggest", "1"]);
    assert_eq!(answer.code, 0);
    assert!(answer.err.contains("the assistant `sh` failed [assistant-failed]"), "{}", answer.err);
    assert!(answer.err.contains("why: broken"), "{}", answer.err);
}

#[test]
fn e08_a_quote_is_sent_sealed_kept_and_mailed_in_one_change() {
    let office = office();
    office.ok(["quote", "new", "1", "--from-book", "TRIP", "HOUR×2", "--deposit", "30%"]);
    let touched = office.touched(|office| {
        assert_eq!(
            done(&office.ok(["quote", "send", "1", "--valid", "14"])),
            "\
J-2026-00001  Marsh Bakery · Replace the circulation pump
• quote v1 sent by mail: 205.87 EUR, valid until 2026-03-16
• stage: Make the quote → Waiting for approval (quote-sent)
• kept as documents/J-2026-00001/Q-2026-00001-1.html
• draft to ines@marsh.example in outbox/ready/2026-03-02-quote-J-2026-00001-08ca979743.eml
• tag quote taken off
• tag sales-followup added
"
        );
    });
    assert_eq!(touched, [COPY, JOB, "outbox/ready/2026-03-02-quote-J-2026-00001-08ca979743.eml"]);
    assert_eq!(
        office.last_commit(),
        "J-2026-00001: quote v1 sent by mail: 205.87 EUR, valid until 2026-03-16 → awaiting-approval"
    );
    let sent = &office.json(["quote", "show", "1"])["quote"]["sent"];
    assert_eq!(
        (&sent["made"]["by"], &sent["via"], &sent["to"]),
        (&json!("ana"), &json!("mail"), &json!(["ines@marsh.example"]))
    );
    assert_eq!(sent["made"]["at"], "2026-03-02T09:00:00+01:00");
    let told = office.refused(1, ["quote", "line", "1", "add", "HOUR"]);
    assert!(told.contains("jobbook quote revise J-2026-00001"), "{told}");
}

#[test]
fn e08_a_copy_is_the_very_paper_that_was_sent_and_a_changed_one_is_refused() {
    let office = office();
    office.ok(["quote", "new", "1", "--from-book", "HOUR"]);
    assert!(office.ok(["quote", "render", "1", "--text"]).contains("QUOTE Q-2026-00001-1 – DRAFT\n"));
    let told = office.refused(1, ["quote", "render", "1", "--copy"]);
    assert!(told.contains("[quote-not-sent]"), "{told}");
    office.ok(["quote", "send", "1", "--via", "hand"]);
    office.replace("jobbook.toml", "Test Office", "Renamed Office");
    assert!(office.ok(["quote", "render", "1", "--text"]).starts_with("Test Office\n"));
    assert!(
        office.ok(["quote", "render", "1", "--text", "--copy"]).contains("QUOTE Q-2026-00001-1 – COPY\n")
    );
    assert_eq!(office.ok(["quote", "render", "Q-2026-00001-1", "--copy"]), office.read(COPY));
    let touched = office.touched(|office| {
        let answer = office.run(["quote", "render", "1", "v1", "--copy", "-o", "copy.html"]);
        assert_eq!((answer.code, answer.out.as_str()), (0, ""));
    });
    assert_eq!(touched, ["copy.html"]);
    assert_eq!(office.read("copy.html"), office.read(COPY));

    let paper = office.read(JOB).find("sent:").expect("a sealed paper");
    let text = office.read(JOB);
    office.write(JOB, &format!("{}{}", &text[..paper], text[paper..].replacen("64.00", "46.00", 1)));
    for arguments in [
        vec!["quote", "render", "1"],
        vec!["quote", "show", "1"],
        vec!["quote", "approve", "1", "--who", "Ines Marsh"],
    ] {
        let told = office.refused(3, arguments);
        assert!(told.contains("[seal-broken]"), "{told}");
    }
}

#[test]
fn e09_asked_after_72_hours_across_the_clock_change_or_when_the_client_said() {
    let mut office = office();
    office.at("2026-03-27T10:00:00+01:00");
    office.ok(["quote", "new", "1", "--from-book", "HOUR"]);
    let sent = office.json(["quote", "send", "1", "--via", "hand"]);
    assert_eq!(due(&sent, "follow-up"), Some("2026-03-30T11:00:00+02:00"));
    let key = sent["next"][0]["key"].as_str().expect("a key");
    assert_eq!(key, "J-2026-00001/follow-up/2026-03-27T10:00:00+01:00");

    // An attempt restarts the clock.
    office.at("2026-03-30T12:00:00+02:00");
    let asked = office.json(["quote", "follow-up", "1", "--channel", "email", "--note", "a reminder"]);
    assert_eq!(due(&asked, "follow-up"), Some("2026-04-02T12:00:00+02:00"));
    assert!(office.letter("follow-up").contains("ines@marsh.example"));

    // The client's own time takes the place of the 72 hours, with an attempt or without one.
    let named = office.json(["quote", "follow-up", "1", "--answer-by", "fri 15:00"]);
    assert_eq!(due(&named, "answer-promised"), Some("2026-04-03T15:00:00+02:00"));
    assert_eq!(due(&named, "follow-up"), None);
    assert_eq!(named["done"], json!(["quote v1: answer promised by Fri 2026-04-03 15:00"]));
    assert_eq!(office.json(["quote", "show", "1"])["quote"]["attempts"].as_array().map(Vec::len), Some(1));

    // After it has passed, it is due at once; the next attempt counts 72 hours again.
    office.at("2026-04-03T15:30:00+02:00");
    let passed = office.json(["quote", "follow-up", "1", "--channel", "call"]);
    assert_eq!(due(&passed, "follow-up"), Some("2026-04-06T15:30:00+02:00"));
    office.refused(2, ["quote", "follow-up", "1", "--answer-by", "2026-04-01"]);
    let told = office.refused(2, ["quote", "follow-up", "1", "--note", "hm"]);
    assert!(told.contains("add --channel call, email or another"), "{told}");
}

#[test]
fn e09_only_a_quote_that_was_sent_is_followed_up() {
    let office = office();
    office.ok(["quote", "new", "1", "--from-book", "HOUR"]);
    let told = office.refused(1, ["quote", "follow-up", "1", "--channel", "call"]);
    assert!(told.contains("jobbook quote send J-2026-00001"), "{told}");
    office.ok(["quote", "send", "1", "--via", "hand"]);
    office.ok(["quote", "revise", "1"]);
    office.ok(["quote", "follow-up", "1", "--channel", "email"]);
    assert_eq!(office.last_commit(), "J-2026-00001: quote v1 followed up by email");
}

#[test]
fn e11_an_approval_records_who_how_and_evidence_and_the_source_is_on_the_job() {
    let office = office();
    office.ok(["quote", "new", "1", "--from-book", "HOUR", "--note", "after the call with the caretaker"]);
    office.ok([
        "quote",
        "line",
        "1",
        "add",
        "Pump",
        "--cost",
        "200",
        "--markup",
        "10",
        "--part",
        "--from",
        "Hinge & Co",
    ]);
    office.ok(["quote", "line", "1", "add", "Cover", "--price", "20", "--optional"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    let told = office.refused(1, ["quote", "approve", "1", "--who", "Ines Marsh", "--choose", "1"]);
    assert!(told.contains("its options are: 3 Cover"), "{told}");
    let told = office.ok([
        "quote",
        "approve",
        "1/1",
        "--who",
        "Ines Marsh",
        "--how",
        "email",
        "--evidence",
        "mail of 2 March",
        "--choose",
        "3",
        "--po",
        "4500-1",
    ]);
    assert_eq!(
        told.lines().take(8).collect::<Vec<_>>(),
        [
            "J-2026-00001  Marsh Bakery · Replace the circulation pump",
            "• quote v1 approved by email",
            "• chosen: line 3",
            "• 1 part needed",
            "• stage: Waiting for approval → Parts on the way (quote-approved)",
            "• source of the quote: after the call with the caretaker; price-book: standard; supplier: Hinge & Co",
            "• tag sales-followup taken off",
            "• C-0001 is now active",
        ]
    );
    let subject = office.last_commit();
    assert_eq!(subject, "J-2026-00001: quote v1 approved by email; chosen: line 3; 1 part needed → parts");
    let shown = office.json(["quote", "show", "1"]);
    let answer = &shown["quote"]["answer"];
    assert_eq!(
        *answer,
        json!({
            "verdict": "approved", "made": {"at": "2026-03-02T09:00:00+01:00", "by": "ana"}, "who": "Ines Marsh",
            "channel": "email", "evidence": "mail of 2 March", "chosen": [3], "po": "4500-1",
        })
    );
    assert_eq!(
        (&shown["totals"]["net"], &shown["chosen_totals"]["net"]),
        (&json!("284.00"), &json!("304.00"))
    );
    assert_eq!((&shown["cost"], &shown["margin"]), (&json!("200.00"), &json!("104.00")));
    let row = &office.json(["quote", "list", "--state", "approved"])["quotes"][0];
    assert_eq!(
        row["sources"],
        json!(["after the call with the caretaker", "price-book: standard", "supplier: Hinge & Co"])
    );
    assert_eq!(row["net"], "304.00", "with what was chosen");
    let told = office.refused(1, ["quote", "decline", "1"]);
    assert!(told.contains("already approved"), "{told}");
}

#[test]
fn e15_after_an_approval_a_further_version_is_a_change_order_with_what_was_approved() {
    let office = office();
    office.ok(["quote", "new", "1", "--from-book", "HOUR"]);
    office.ok([
        "quote",
        "line",
        "1",
        "add",
        "Pump",
        "--price",
        "200",
        "--qty",
        "2",
        "--part",
        "--alternative",
        "pump",
    ]);
    office.ok(["quote", "line", "1", "add", "Better pump", "--price", "300", "--alternative", "pump"]);
    office.ok(["quote", "line", "1", "add", "Cover", "--price", "20", "--optional"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    office.ok(["quote", "approve", "1", "--who", "Ines Marsh", "--choose", "4"]);
    let told = office.refused(1, ["quote", "new", "1"]);
    assert!(told.contains("try: jobbook quote revise J-2026-00001\n"), "{told}");

    let told = office.ok(["quote", "revise", "1"]);
    assert!(told.contains("• quote v2 begun: a change order to v1, with its 3 lines\n"), "{told}");
    let draft = office.json(["quote", "show", "1"])["quote"].clone();
    assert_eq!(draft["change_order"], true);
    let lines: Vec<_> =
        draft["lines"].as_array().expect("lines").iter().map(|line| line["number"].clone()).collect();
    assert_eq!(lines, [1, 2, 4], "what was chosen is firm, what was not is gone");
    assert!(draft["lines"][2]["optional"].is_null() && draft["lines"][1]["alternative"].is_null());
    office.ok(["quote", "line", "1", "set", "2", "--qty", "3"]);
    office.ok(["quote", "line", "1", "add", "Hose", "--price", "15"]);
    assert!(office.ok(["quote", "render", "1", "--text"]).contains("CHANGE ORDER Q-2026-00001-2 – DRAFT\n"));
    office.ok(["quote", "send", "1", "--via", "hand"]);
    assert_eq!(office.json(["quote", "list"])["quotes"][0]["change_order"], true);
    let told = office.ok(["quote", "approve", "1", "--who", "Ines Marsh"]);
    assert!(
        told.contains("• the change order takes the place of v1: work and invoice follow v2\n"),
        "{told}"
    );
    assert!(told.contains("• 1 part needed\n"), "the third pump: {told}");
    let parts = office.json(["parts", "list", "1"]);
    let qty: Vec<_> =
        parts["parts"].as_array().expect("parts").iter().map(|row| row["part"]["qty"].clone()).collect();
    assert_eq!(qty, ["2", "1"]);
    assert_eq!(office.json(["quote", "show", "1/1"])["state"], "approved", "the history stays");
}

#[test]
fn a_revised_quote_supersedes_the_one_that_waits_when_it_is_sent() {
    let office = waiting();
    let told = office.ok(["quote", "revise", "1", "--discount", "10.00"]);
    assert!(told.contains("• v1 still waits for an answer; sending v2 supersedes it\n"), "{told}");
    assert_eq!(office.json(["quote", "show", "1", "v1"])["state"], "sent");
    office.refused(1, ["quote", "revise", "1"]);
    office.ok(["quote", "revise", "1", "--discount", "0", "--intro", "As discussed"]);
    assert_eq!(office.last_commit(), "J-2026-00001: quote v1: discount 0, intro".replace("v1", "v2"));
    office.ok(["quote", "send", "1", "--via", "portal"]);
    assert_eq!(office.json(["quote", "show", "1 v1"])["state"], "superseded");
    office.refused(1, ["quote", "approve", "1/1", "--who", "Ines Marsh"]);
    office.refused(2, ["quote", "show", "1/1", "v2"]);
}

#[test]
fn a_no_brings_the_job_to_be_saved_and_keeps_the_reason() {
    let office = waiting();
    let told =
        office.ok(["quote", "decline", "1", "--reason", "price", "--who", "Ines Marsh", "--how", "call"]);
    assert!(told.contains("• quote v1 declined: price\n"), "{told}");
    assert!(
        told.contains("• stage: Waiting for approval → Try to save the job (quote-declined)\n"),
        "{told}"
    );
    let row = &office.json(["quote", "list", "--state", "declined"])["quotes"][0];
    assert_eq!((&row["reason"], &row["state"]), (&json!("price"), &json!("declined")));
    office.ok(["quote", "revise", "1", "--discount", "5%"]);
    let told = office.json(["quote", "send", "1", "--via", "hand"]);
    assert_eq!(told["job"]["stage"], "awaiting-approval");
}

#[test]
fn what_lapsed_is_listed_honoured_with_a_reason_or_expired_all_at_once() {
    let mut office = waiting();
    for number in [2, 3] {
        add_job(&office, number, "Another one");
        let number = number.to_string();
        office.ok(["quote", "new", &number, "--from-book", "HOUR"]);
        office.ok(["quote", "send", &number, "--via", "hand", "--valid", "40"]);
    }
    office.refused(1, ["quote", "expire", "1"]);
    office.refused(1, ["quote", "expire", "--all"]);
    office.at("2026-04-02T09:00:00+02:00");
    assert_eq!(
        office.ok(["quote", "list", "--lapsed"]),
        "\
quote           client        title                         state   value      days  valid until  answer by  source
J-2026-00001/1  Marsh Bakery  Replace the circulation pump  lapsed  76.16 EUR    31  2026-04-01              price-book: standard
"
        .replace("value    ", "    value")
    );
    let told = office.refused(1, ["quote", "approve", "1", "--who", "Ines Marsh"]);
    assert!(told.contains("--honour --reason"), "{told}");
    office.at("2026-04-12T09:00:00+02:00");
    let touched = office.touched(|office| {
        let answer = office.json(["quote", "expire", "--all"]);
        let jobs: Vec<_> =
            answer["expired"].as_array().expect("jobs").iter().map(|told| &told["job"]["id"]).collect();
        assert_eq!(jobs, ["J-2026-00001", "J-2026-00002", "J-2026-00003"]);
    });
    assert_eq!(touched.len(), 3);
    assert_eq!(office.git(["rev-list", "--count", "HEAD~1..HEAD"]), "1\n");
    assert_eq!(
        office.json(["quote", "list", "--state", "expired"])["quotes"].as_array().map(Vec::len),
        Some(3)
    );
    office.refused(1, ["quote", "approve", "1", "--who", "Ines Marsh", "--honour", "--reason", "late"]);
}

#[test]
fn a_lapsed_quote_is_honoured_with_a_reason() {
    let mut office = waiting();
    office.at("2026-04-02T09:00:00+02:00");
    office.refused(2, ["quote", "approve", "1", "--who", "Ines Marsh", "--honour"]);
    office.ok(["quote", "approve", "1", "--who", "Ines Marsh", "--honour", "--reason", "promised by phone"]);
    assert_eq!(office.json(["quote", "show", "1"])["quote"]["answer"]["reason"], "promised by phone");
}

#[test]
fn nothing_above_the_limit_of_client_or_job_is_sent() {
    let office = office();
    office.ok(["quote", "new", "1", "--from-book", "HOUR"]);
    office.replace("clients/00/C-0001.yaml", "contacts:", "billing:\n  not_to_exceed: \"76.15\"\ncontacts:");
    let told = office.refused(1, ["quote", "send", "1"]);
    assert!(told.contains("the quote comes to 76.16, above the limit of 76.15"), "{told}");
    assert!(told.contains("jobbook job set J-2026-00001 --not-to-exceed AMOUNT"), "{told}");
    // The job's own limit counts before the client's.
    office.replace(JOB, "path:", "not_to_exceed: \"76.16\"\npath:");
    office.ok(["quote", "send", "1"]);
}

#[test]
fn lines_say_what_is_missing_or_wrong_before_anything_is_written() {
    let office = office();
    let told = office.refused(1, ["quote", "line", "1", "add", "HOUR"]);
    assert!(told.contains("jobbook quote new J-2026-00001"), "{told}");
    office.ok(["quote", "new", "1"]);
    let told = office.refused(1, ["quote", "send", "1"]);
    assert!(told.contains("jobbook quote line J-2026-00001 add"), "{told}");
    let told = office.refused(2, ["quote", "line", "1", "add", "hours"]);
    assert!(told.contains("did you mean HOUR?") && told.contains("give --price AMOUNT"), "{told}");
    let told = office.refused(1, ["quote", "line", "1", "add", "--code", "HUOR"]);
    assert!(told.contains("did you mean HOUR?"), "{told}");
    office.refused(2, ["quote", "line", "1", "add", "Pump", "--price", "1,50"]);
    office.refused(2, ["quote", "line", "1", "add", "Pump", "--markup", "10"]);
    office.refused(1, ["quote", "line", "1", "add", "Pump", "--price", "1", "--tax", "luxury"]);
    office.refused(1, ["quote", "line", "1", "add", "Card 4111 1111 1111 1111", "--price", "1"]);
    office.refused(1, ["quote", "line", "1", "remove", "1"]);
    let touched = office.touched(|office| {
        office.ok(["quote", "line", "1", "add", "HOUR", "--dry-run"]);
    });
    assert!(touched.is_empty(), "{touched:?}");
    office.ok(["quote", "line", "1", "add", "HOUR"]);
    office.ok(["quote", "line", "1", "remove", "1"]);
    assert_eq!(office.last_commit(), "J-2026-00001: line 1 removed: 1 at 64.00");
}

#[test]
fn a_version_is_shown_with_options_totals_cost_and_margin() {
    let office = office();
    office.ok(["quote", "new", "1", "--from-book", "HOUR×3", "--discount", "10%"]);
    office.ok([
        "quote",
        "line",
        "1",
        "add",
        "Pump",
        "--cost",
        "210",
        "--markup",
        "25",
        "--part",
        "--from",
        "Hinge & Co",
    ]);
    office.ok(["quote", "line", "1", "add", "Cover", "--price", "20", "--optional"]);
    assert_eq!(
        office.ok(["quote", "show", "1"]),
        "\
J-2026-00001  Marsh Bakery · Replace the circulation pump
Quote   v1, draft
Begun   Mon 2026-03-02 09:00 by ana
Source  price-book: standard; supplier: Hinge & Co

Lines
n  what          qty  unit   price   amount    cost  remarks
1  Hour of work    3  h      64.00   192.00          HOUR, price-book: standard
2  Pump            1        262.50   262.50  210.00  part, markup 25%, supplier: Hinge & Co
3  Cover           1         20.00  (20.00)          option

Total
Sum       454.50 EUR
Discount  -45.45 EUR
Net       409.05 EUR
Tax 19%   77.72 EUR
Total     486.77 EUR

For the office
Cost      210.00 EUR (of 1 of 2 lines)
Margin    at most 199.05 EUR, 48.7%
"
    );
    let printed = office.ok(["quote", "render", "1", "--text"]);
    assert!(!printed.contains("210") && !printed.contains("Hinge"), "cost and source are the office's own");
}

#[test]
fn price_books_are_listed_and_searched() {
    let office = office_of("government");
    assert_eq!(
        office.ok(["price", "list"]),
        "\
book        items  fixed  for clients of class
government      8      6  government
standard        8      0  platinum, standard
"
    );
    assert_eq!(
        office.ok(["price", "search", "night", "--client", "marsh"]),
        "\
book        code        description                                     unit  price  tax       fixed  cost
government  HOUR-NIGHT  Hour of work at night, on Sundays and holidays  h     88.50  standard  fixed
"
    );
    assert_eq!(office.json(["price", "search", "night", "hour"])["items"].as_array().map(Vec::len), Some(2));
    assert_eq!(office.json(["price", "list", "standard"])["items"][0]["code"], "HOUR");
    assert!(office.refused(1, ["price", "list", "standart"]).contains("did you mean standard?"));
}

#[test]
fn prices_are_imported_in_one_change_and_every_row_is_told() {
    let office = office();
    let sheet = "Code,Price,Description,Unit\nHOUR,66.00,Hour of work,h\nHOSE,5.00,Hose,m\nSMALL,12.50,Small parts and \
                 consumables,flat\nBAD,x,Bad one,\nHOSE,6.00,Hose again,m\n";
    office.write(".home/new.csv", sheet);
    let before = office.files();
    let answer = office.run(["price", "import", "standard", ".home/new.csv", "--dry-run"]);
    assert_eq!(answer.code, 3);
    assert_eq!(office.files(), before);
    assert!(answer.out.ends_with("• dry run: nothing was written\n"), "{}", answer.out);
    let touched = office.touched(|office| {
        let answer = office.run(["price", "import", "standard", ".home/new.csv"]);
        assert_eq!(answer.code, 3, "some rows were refused");
        assert_eq!(
            answer.out,
            "\
row        code   description                  price  what changed
changed    HOUR   Hour of work                 66.00  price 64.00 → 66.00
new        HOSE   Hose                          5.00
unchanged  SMALL  Small parts and consumables  12.50
• price book standard: 1 new, 1 changed, 1 unchanged, 2 refused; 6 not in the sheet stay
"
        );
        assert!(answer.err.contains("column price: \"x\" is not an amount"), "{}", answer.err);
        assert!(
            answer.err.contains("--> .home/new.csv:5") && answer.err.contains("--> .home/new.csv:6"),
            "{}",
            answer.err
        );
    });
    assert_eq!(touched, ["prices/standard.csv"]);
    assert_eq!(office.last_commit(), "price book standard: 1 new, 1 changed");
    assert_eq!(office.json(["price", "search", "hose"])["items"][0]["price"], "5.00");

    office.write(".home/same.csv", "code,description,price,unit\nHOSE,Hose,5.00,m\n");
    let head = office.git(["rev-parse", "HEAD"]);
    let answer = office.json(["price", "import", "standard", ".home/same.csv"]);
    assert_eq!((&answer["rows"][0]["row"], &answer["files"]), (&json!("unchanged"), &json!([])));
    assert_eq!(office.git(["rev-parse", "HEAD"]), head);
    // What the sheet has no column for stays: a fixed price stays fixed.
    office.write(".home/raise.csv", "code,description,price\nHOUR,Hour of work,61.00\n");
    office.ok(["price", "import", "government", ".home/raise.csv"]);
    let item = &office.json(["price", "list", "government"])["items"][0];
    assert_eq!(
        (&item["price"], &item["fixed"], &item["unit"], &item["tax"]),
        (&json!("61.00"), &json!(true), &json!("h"), &json!("standard"))
    );
    office.ok(["price", "import", "spring-2027", ".home/same.csv"]);
    assert_eq!(office.json(["price", "list", "spring-2027"])["items"].as_array().map(Vec::len), Some(1));
    office.refused(2, ["price", "import", "../odd", ".home/same.csv"]);
    office.refused(1, ["price", "import", "standard", "missing.csv"]);
    office.write(".home/odd.csv", "code;price\nA;1\n");
    office.refused(3, ["price", "import", "standard", ".home/odd.csv"]);
}

#[test]
fn a_damaged_file_is_named_and_the_other_quotes_are_listed_and_expired() {
    let mut office = waiting();
    office.write("jobs/2026/000/J-2026-00002.yaml", "format: 1\nid: [\n");
    let answer = office.run(["quote", "list", "--json"]);
    assert!(answer.err.contains("J-2026-00002.yaml"), "{}", answer.err);
    let rows: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(rows["quotes"].as_array().map(Vec::len), Some(1));
    office.at("2026-04-12T09:00:00+02:00");
    let answer = office.run(["quote", "expire", "--all"]);
    assert_eq!(answer.code, 3);
    assert!(answer.out.contains("• quote v1 expired\n") && answer.err.contains("J-2026-00002.yaml"));
}

#[test]
fn e11_an_approval_is_somebodys_word() {
    let office = office();
    office.ok(["quote", "new", "1", "--from-book", "HOUR"]);
    office.ok(["quote", "send", "1", "--via", "hand"]);
    let told = office.refused(2, ["quote", "approve", "1"]);
    assert!(told.contains("[input-needed]") && told.contains("--who \"…\" --how call --evidence"), "{told}");
}

#[test]
fn e05_a_price_below_zero_is_refused_with_the_discount_named() {
    let office = Office::new().with_a_job();
    office.ok(["quote", "new", "1"]);
    for typed in [["--price", "-5"], ["--price=-5", "--qty=1"]] {
        let told = office.refused(2, [&["quote", "line", "1", "add", "Rebate"][..], &typed[..]].concat());
        assert!(
            told.contains("an amount of -5 makes no sense here") && told.contains("--discount 10%"),
            "{told}"
        );
    }
}
