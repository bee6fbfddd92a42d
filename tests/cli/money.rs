//! Invoices and payments: from the finished work to the end (E07, E15–E19).

use serde_json::json;

use crate::engagement::{Engagement, line, part, with_colleagues};
use crate::office::Office;
use jobbook::domain::ledger::Ledger;
use jobbook::domain::quote::Discount;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";
const CLIENT: &str = "clients/00/C-0001.yaml";

/// Work approved for 128.00 and 20.00 net, done, and confirmed: the invoice is to be made.
fn finished(change: impl FnOnce(Engagement) -> Engagement) -> Office {
    let office = Office::new();
    let lines = vec![line("Fit the closer", "2", "64.00"), line("Disposal", "1", "20.00")];
    change(Engagement::new()).approved(&office, lines).write(&office);
    work(&office, &["--hours", "1.5", "--note", "closer fitted"]);
    office
}

/// A visit from planning to confirmation.
fn work(office: &Office, told: &[&str]) {
    office.ok(["visit", "add", "1", "today 10-12", "--tech", "ana", "--notify", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    office.ok(["visit", "done", "1"].into_iter().chain(told.iter().copied()));
    office.ok(["checklist", "tick", "1", "finished"]);
}

fn stage(office: &Office) -> String {
    Engagement::read(office, "J-2026-00001").stage
}

#[test]
fn e07_an_emergency_is_billed_from_visits_and_parts_and_says_so() {
    let office = Office::new();
    Engagement::new().job(|job| job.emergency = true).write(&office);
    office.ok(["visit", "add", "1", "today 9-10", "--tech", "ana"]);
    office.ok(["parts", "add", "1", "Lock cylinder"]);
    office.ok(["parts", "order", "1", "--supplier", "van stock", "--cost", "30.00"]);
    office.ok(["parts", "receive", "1"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    office.ok([
        "visit",
        "done",
        "1",
        "--hours",
        "1.5",
        "--used",
        "1",
        "--note",
        "door opened, cylinder replaced",
    ]);
    office.ok(["checklist", "tick", "1", "finished"]);
    let begun = office.ok(["invoice", "new", "1"]);
    assert!(
        begun.starts_with(
            "\
J-2026-00001  Harbour Café · Door closer
• invoice 1 begun: 2 lines, 157.08 EUR
• made from visits and parts: no approved quote is behind it, and the paper says so
"
        ),
        "{begun}"
    );
    assert_eq!(
        office.ok(["invoice", "show", "1"]),
        "\
Invoice    draft 1
Job        J-2026-00001  Door closer
Client     C-0001  Harbour Café
State      draft
Made from  visits and parts; no approved quote is behind it

line  what           qty  unit  price  tax       amount
   1  Hour of work   1.5  h     64.00  standard   96.00
   2  Lock cylinder    1        36.00  standard   36.00

Totals
Net       132.00 EUR
Tax 19 %  25.08 EUR
Gross     157.08 EUR
To pay    157.08 EUR
"
    );
    let paper = office.ok(["invoice", "render", "1"]);
    assert!(paper.contains("INVOICE – DRAFT") && paper.contains("Charged by the work done"), "{paper}");
    office.ok(["invoice", "send", "1"]);
    assert_eq!(stage(&office), "done");
    assert!(
        office.refused(1, ["invoice", "new", "1"]).contains("nor work that is not billed [nothing-to-bill]")
    );
}

#[test]
fn e15_an_invoice_that_differs_from_the_approved_quote_is_refused_with_a_table_until_a_change_order_covers_it()
 {
    let office = finished(|one| one);
    let begun = office.ok(["invoice", "new", "1", "--add", "Second closer", "--price", "89"]);
    let table = "It is not what the client approved, and cannot be sent like this:
line  what           differs in        approved  billed
   –  Second closer  not in the quote  –         1 × 89
";
    assert!(begun.ends_with(&format!("\n\n{table}")), "{begun}");
    // A hand edit of the draft is seen too.
    let job = Engagement::read(&office, "J-2026-00001");
    Engagement { client: Engagement::new().client, job }
        .job(|job| {
            job.invoices[0].lines[0].qty = "3".parse().unwrap();
            job.invoices[0].lines[0].price = "70.00".parse().unwrap();
        })
        .write(&office);
    for attempt in [
        &["invoice", "send", "1"][..],
        &["invoice", "render", "1", "--final"],
        &["invoice", "submit", "1", "--confirmation", "x", "--portal", "y"],
    ] {
        assert_eq!(
            office.refused(1, attempt.iter().copied()),
            "\
error: invoice 1 of J-2026-00001 is not what the client approved [invoice-differs]
  why: line  what            differs in        approved  billed
       1     Fit the closer  price             64.00     70.00
       1     Fit the closer  quantity          2         3
       –     Second closer   not in the quote  –         1 × 89
  try: jobbook quote revise J-2026-00001, send it as a change order, have it approved, then make the invoice anew
  try: jobbook invoice void J-2026-00001 1 --reason \"…\", and make it anew from the quote
"
        );
    }
    office.ok(["invoice", "void", "1", "--reason", "without a change order"]);

    let job = Engagement::read(&office, "J-2026-00001");
    let client = Engagement::new().client;
    Engagement { client, job }
        .change_order(&office, |lines| {
            lines[0].qty = "3".parse().unwrap();
            lines[0].price = "70.00".parse().unwrap();
        })
        .write(&office);
    let begun = office.ok(["invoice", "new", "1"]);
    assert!(begun.contains("• invoice 2 begun: 2 lines, 273.70 EUR\n• made from quote v2"), "{begun}");
    office.ok(["invoice", "send", "1"]);
    assert_eq!(stage(&office), "done");
}

#[test]
fn e15_parts_of_the_quote_are_billed_in_steps_and_the_rest_only_waived_with_a_reason() {
    let office = finished(|one| one);
    office.ok(["invoice", "new", "1", "--only", "1=1"]);
    office.ok(["invoice", "send", "1"]);
    assert_eq!(stage(&office), "invoicing");
    let short = office.ok(["invoice", "new", "1", "--only", "1", "--final"]);
    assert!(short.contains("   2  Disposal  not billed  1         0\n"), "{short}");
    assert!(
        office.refused(1, ["invoice", "send", "1"]).contains("2     Disposal  not billed  1         0\n")
    );
    assert!(office.refused(1, ["invoice", "new", "1"]).contains("[invoice-draft-exists]"));
    office.ok(["invoice", "void", "1", "--reason", "rest is waived"]);
    office.ok(["invoice", "new", "1", "--only", "1", "--waive", "the client took it away"]);
    let sent = office.ok(["invoice", "send", "1"]);
    assert!(sent.contains("• invoice INV-2026-00002 issued: 76.16 EUR, due 2026-03-16\n"), "{sent}");
    assert_eq!(stage(&office), "done");
    assert!(office.refused(2, ["invoice", "new", "1", "--only", "x"]).contains("is not a line of the quote"));
    assert!(office.refused(1, ["invoice", "new", "1", "--from-work"]).contains("[quote-behind]"));
}

#[test]
fn e16_the_clients_rules_are_kept_and_the_portals_confirmation_recorded() {
    let office = finished(|one| {
        one.client(|client| {
            client.billing.email = Some("bills@harbour.example".to_string());
            client.billing.name = Some("Harbour Accounts".to_string());
            client.billing.references = vec!["po".to_string()];
            client.billing.attachments = vec!["photo".to_string()];
            client.billing.portal = Some("PayHub".to_string());
            client.billing.terms_days = Some(45);
        })
    });
    office.ok(["invoice", "new", "1"]);
    assert_eq!(
        office.refused(1, ["invoice", "send", "1"]),
        "\
error: C-0001 wants \"po\" on every invoice [reference-missing]
  try: jobbook job set J-2026-00001 --reference po=…

error: C-0001 wants a photo with every invoice [attachment-missing]
  try: jobbook job document J-2026-00001 --kind photo PATH-OR-LINK

2 errors
"
    );
    office.replace(JOB, "path: quote-first\n", "path: quote-first\nreferences:\n  po: \"4500\"\ndocuments:\n- number: 1\n  kind: photo\n  reference: album/1\n  added: {at: 2026-03-02T09:00:00+01:00, by: ana}\n");
    office.replace(CLIENT, "billing:\n", "billing:\n  template: documents/own.txt\n");
    office.write("templates/documents/own.txt", "OUR OWN PAPER {{ paper.number }}");
    let sent = office.ok(["invoice", "send", "1"]);
    assert!(sent.contains("• invoice INV-2026-00001 issued: 176.12 EUR, due 2026-04-16\n"), "{sent}");
    assert!(sent.contains("draft to bills@harbour.example"), "{sent}");
    assert!(office.letter("invoice").contains("bills@harbour.example"));
    let paper = office.ok(["invoice", "render", "1", "--html"]);
    assert!(paper.contains("Harbour Accounts") && paper.contains("4500"), "{paper}");
    assert_eq!(office.ok(["invoice", "render", "1"]), "OUR OWN PAPER INV-2026-00001");
    assert_eq!(stage(&office), "invoicing");
    let submitted = office.ok(["invoice", "submit", "1", "--confirmation", "884-221"]);
    assert!(
        submitted.contains(
            "• invoice INV-2026-00001 submitted in PayHub: 884-221\n• stage: Make the invoice → Done"
        ),
        "{submitted}"
    );
    let shown = office.ok(["invoice", "show", "INV-2026-00001"]);
    assert!(shown.contains("Submitted  Mon 2026-03-02 09:00 in PayHub: 884-221\n"), "{shown}");
    assert!(
        office
            .refused(1, ["invoice", "submit", "1", "1", "--confirmation", "x"])
            .contains("[invoice-submitted]")
    );
}

#[test]
fn e16_a_submission_issues_a_draft_and_needs_a_portal() {
    let office = finished(|one| one);
    office.ok(["invoice", "new", "1"]);
    let refused = office.refused(2, ["invoice", "submit", "1", "--confirmation", "884"]);
    assert!(
        refused.contains("C-0001 has no portal [portal-unknown]\n  try: name it with --portal NAME\n"),
        "{refused}"
    );
    let done = office.ok(["invoice", "submit", "1", "--confirmation", "884", "--portal", "PayHub"]);
    assert!(done.contains("• invoice INV-2026-00001 issued: 176.12 EUR, due 2026-03-16\n• invoice INV-2026-00001 submitted in PayHub: 884\n"), "{done}");
    assert_eq!(stage(&office), "done");
    assert!(office.path("documents/J-2026-00001/INV-2026-00001.html").exists());
}

#[test]
fn e17_sending_freezes_keeps_and_moves_the_job_on() {
    let office = finished(|one| one);
    office.ok(["invoice", "new", "1"]);
    let touched = office.touched(|office| {
        office.ok(["invoice", "send", "1"]);
    });
    let letter = touched.iter().find(|file| file.starts_with("outbox/ready/")).cloned().unwrap();
    assert_eq!(touched, ["documents/J-2026-00001/INV-2026-00001.html", JOB, "numbers.yaml", &letter]);
    assert_eq!(
        office.last_commit(),
        "J-2026-00001: invoice INV-2026-00001 issued: 176.12 EUR, due 2026-03-16; invoice INV-2026-00001 sent by mail → done"
    );
    assert_eq!(stage(&office), "done");
    let kept = office.read("documents/J-2026-00001/INV-2026-00001.html");
    office.replace(CLIENT, "name: Harbour Café", "name: Another name");
    assert_eq!(office.ok(["invoice", "render", "INV-2026-00001", "--copy", "--html"]), kept);
    assert!(
        office.ok(["invoice", "render", "1", "--copy", "--text"]).contains("INVOICE INV-2026-00001 – COPY")
    );
    assert!(office.ok(["invoice", "render", "1"]).contains("Harbour Café"));
    let job = office.read(JOB);
    let at = job.rfind("due: \"176.12\"").expect("what is to be paid");
    office.write(JOB, &format!("{}due: \"17.12\"{}", &job[..at], &job[at + "due: \"176.12\"".len()..]));
    assert!(office.refused(3, ["invoice", "render", "1"]).contains("[seal-broken]"));
}

#[test]
fn e18_evidence_is_proved_by_the_file_or_ticked() {
    let office = finished(|one| one);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
    assert_eq!(
        office.ok(["checklist", "show", "1", "evidence"]),
        "\
J-2026-00001  Harbour Café · Door closer

Evidence of the work done (evidence)
     item           what                                               by                                              at
[x]  notes          It is written down what was done                   proved: visit 1: closer fitted
[x]  parts-used     Parts were used or went back, and it is on record  proved: no parts came
[ ]  photos         Photos of the finished work are on file
[x]  communication  The client was talked to after the work            proved: invoice sent by mail on Mon 2026-03-02
"
    );
    let ticked = office.ok(["checklist", "tick", "1", "photos", "--evidence", "album 7"]);
    assert!(
        ticked.contains(
            "• evidence/photos ticked\n• stage: Done, check the evidence → Waiting for payment (ready)\n"
        ),
        "{ticked}"
    );
    let job = office.read(JOB);
    assert!(
        job.contains("evidence/notes: \"proved: visit 1: closer fitted\"")
            || job.contains("evidence/notes: proved"),
        "{job}"
    );
}

#[test]
fn e19_money_comes_in_parts_too_much_and_goes_back() {
    let office = finished(|one| one);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
    office.ok(["checklist", "tick", "1", "photos"]);
    let some =
        office.ok(["payment", "record", "1", "100", "--reference", "statement 4", "--date", "yesterday"]);
    assert!(
        some.contains("• 100.00 EUR paid by transfer, INV-2026-00001\n• 76.12 EUR still open\n"),
        "{some}"
    );
    let rest = office.ok(["payment", "record", "INV-2026-00001", "--method", "card"]);
    assert!(rest.contains("• 76.12 EUR paid by card, INV-2026-00001\n• stage: Waiting for payment → Complete (ready)\n• everything billed is paid\n"), "{rest}");
    assert_eq!(
        office.refused(1, ["payment", "record", "1"]),
        "\
error: nothing is open on J-2026-00001 [nothing-open]
  try: jobbook payment record J-2026-00001 AMOUNT, if money came all the same
  try: jobbook invoice list J-2026-00001
"
    );
    let over = office.ok(["payment", "record", "1", "5"]);
    assert!(over.contains("• 5.00 EUR more than was billed\nnext: now (since Mon 2026-03-02 09:00), billing: give back or bill 5.00 EUR that was paid too much\n      jobbook payment refund J-2026-00001 5.00 --reason \"…\"\n"), "{over}");
    assert!(
        office.refused(1, ["payment", "refund", "1", "500", "--reason", "x"]).contains("[refund-too-large]")
    );
    office.ok(["payment", "refund", "1", "5", "--reason", "paid twice"]);
    assert_eq!(
        office.ok(["payment", "list"]),
        "\
date        amount  method    job           client  invoice         reference              by
2026-03-01  100.00  transfer  J-2026-00001  C-0001  INV-2026-00001  statement 4            ana
2026-03-02   76.12  card      J-2026-00001  C-0001  INV-2026-00001                         ana
2026-03-02    5.00  transfer  J-2026-00001  C-0001  INV-2026-00001                         ana
2026-03-02   -5.00  transfer  J-2026-00001  C-0001  INV-2026-00001  went back: paid twice  ana
in all      176.12
"
    );
    assert!(
        office
            .refused(1, ["payment", "record", "1", "5", "--reference", "4111 1111 1111 1111"])
            .contains("[card-number]")
    );
    assert!(
        office.refused(2, ["payment", "record", "1", "5", "--date", "tomorrow"]).contains("[date-future]")
    );
    assert_eq!(office.json(["payment", "list", "1", "--from", "today"])["total"], json!("76.12"));
}

#[test]
fn e19_paid_on_site_skips_billing_and_not_the_evidence() {
    let office = Office::new();
    Engagement::new().approved(&office, vec![line("Fit the closer", "2", "64.00")]).write(&office);
    office.ok(["visit", "add", "1", "today 10-12", "--tech", "ana", "--notify", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.ok(["visit", "start", "1"]);
    let done = office.ok(["visit", "done", "1", "--note", "fitted", "--paid", "152.32", "--method", "card"]);
    assert!(done.contains("• visit 1 done\n• 152.32 EUR paid by card on site\n"), "{done}");
    assert!(done.contains("• no invoice yet: 152.32 EUR stands on account\n"), "{done}");
    office.ok(["checklist", "tick", "1", "finished"]);
    office.ok(["invoice", "new", "1"]);
    let sent = office.ok(["invoice", "send", "1", "--via", "hand"]);
    assert!(sent.contains("→ Done, check the evidence"), "{sent}");
    assert_eq!(office.json(["invoice", "list"])["invoices"][0]["invoice"]["open"], json!("0.00"));
    let ticked = office.ok(["checklist", "tick", "1", "photos", "--note", "album 7"]);
    assert!(ticked.contains("• stage: Done, check the evidence → Complete (ready)\n"), "{ticked}");
}

#[test]
fn a_job_goes_from_approval_to_its_end() {
    let mut office = Office::new();
    with_colleagues(&office);
    let lines = vec![line("Fit the closer", "2", "64.00"), part("Closer arm", "2", "48.20")];
    Engagement::new().approved(&office, lines).write(&office);
    office.ok(["parts", "order", "1", "--supplier", "Hinge & Co", "--eta", "tue"]);
    office.at("2026-03-03T10:00:00+01:00").ok(["parts", "receive", "1"]);
    assert_eq!(stage(&office), "scheduling");
    office.ok(["visit", "add", "1", "thu 9-11"]);
    office.ok(["visit", "assign", "1", "ben"]);
    office.ok(["visit", "notify", "1"]);
    assert_eq!(stage(&office), "ready");
    office.ok(["checklist", "tick", "1", "prices"]);
    office.at("2026-03-05T09:05:00+01:00").by("ben").ok(["visit", "start", "1"]);
    office.ok([
        "visit",
        "incomplete",
        "1",
        "--cause",
        "parts",
        "--need",
        "Longer arm",
        "--hours",
        "0.5",
        "--used",
        "1=2",
    ]);
    assert_eq!(stage(&office), "parts");
    office.by("ana").ok(["parts", "order", "1", "2", "--supplier", "Hinge & Co", "--eta", "2026-03-06"]);
    office.at("2026-03-06T11:00:00+01:00").ok(["parts", "receive", "1", "2"]);
    let again = office.ok(["visit", "add", "1", "2026-03-16 9-11", "--tech", "ben", "--notify", "email"]);
    assert!(again.contains("return visit of 1"), "{again}");
    assert!(office.refused(1, ["visit", "start", "1"]).contains("prices"));
    office.ok(["checklist", "tick", "1", "prices"]);
    office.at("2026-03-16T09:00:00+01:00").ok(["visit", "start", "1"]);
    office.ok(["visit", "done", "1", "--hours", "1", "--used", "2=1", "--note", "closer fitted"]);
    assert_eq!(stage(&office), "confirming");
    office.ok(["checklist", "tick", "1", "finished"]);
    assert_eq!(stage(&office), "invoicing");
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
    assert_eq!(stage(&office), "done");
    office.ok(["checklist", "tick", "1", "photos", "--note", "album 7"]);
    assert_eq!(stage(&office), "billing");
    office.at("2026-04-02T09:00:00+02:00");
    let overdue = office.ok(["invoice", "list", "--overdue"]);
    assert_eq!(
        overdue,
        "\
number          date        due         job           client        kind     state    to pay    open
INV-2026-00001  2026-03-16  2026-03-30  J-2026-00001  Harbour Café  invoice  overdue  267.04  267.04
"
    );
    office.ok(["payment", "record", "1"]);
    let job = Engagement::read(&office, "J-2026-00001");
    assert_eq!((job.stage.as_str(), job.tags.len()), ("complete", 0));
    assert_eq!(office.git(["status", "--porcelain"]), "");
}

#[test]
fn a_deposit_is_billed_first_and_taken_off_at_the_end() {
    let office = Office::new();
    let deposit = Some(Discount::Percent("50".parse().unwrap()));
    Engagement::new()
        .approved_with(&office, vec![line("Fit the closer", "2", "64.00")], deposit)
        .write(&office);
    let begun = office.ok(["invoice", "new", "1", "--deposit"]);
    assert!(begun.contains("• deposit invoice 1 begun: 1 line, 76.16 EUR\n"), "{begun}");
    office.ok(["invoice", "send", "1"]);
    office.ok(["payment", "record", "1"]);
    work(&office, &["--note", "fitted"]);
    let begun = office.ok(["invoice", "new", "1"]);
    assert!(
        begun.contains("• invoice 2 begun: 1 line, 76.16 EUR\n")
            && begun.contains("• deposit INV-2026-00001 is taken off: 76.16 EUR\n"),
        "{begun}"
    );
    office.ok(["invoice", "send", "1"]);
    office.ok(["payment", "record", "1"]);
    assert_eq!(Engagement::read(&office, "J-2026-00001").balance().to_string(), "0.00");
}

#[test]
fn what_nobody_saw_is_void_and_what_left_the_house_is_credited() {
    let office = finished(|one| one);
    office.ok(["invoice", "new", "1"]);
    let issued = office.run(["invoice", "render", "1", "--final"]);
    assert!(issued.out.contains("INVOICE INV-2026-00001\n"), "{}", issued.out);
    assert_eq!(issued.err, "invoice INV-2026-00001 issued: 176.12 EUR, due 2026-03-16\n");
    let void = office.ok(["invoice", "void", "1", "--reason", "wrong name"]);
    assert!(void.contains("• invoice INV-2026-00001 void; the number is not given again\n"), "{void}");
    assert!(office.ok(["invoice", "render", "1", "1"]).contains("VOID"));
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
    let refused = office.refused(1, ["invoice", "void", "1", "--reason", "wrong name"]);
    assert!(
        refused.contains("[invoice-left]") && refused.contains("jobbook invoice credit J-2026-00001 2"),
        "{refused}"
    );
    let credit = office.ok(["invoice", "credit", "INV-2026-00002", "--reason", "wrong name"]);
    assert!(
        credit.contains("• credit note CR-2026-00001 issued: -176.12 EUR\n• it takes back INV-2026-00002\n"),
        "{credit}"
    );
    assert!(
        office
            .refused(1, ["invoice", "credit", "INV-2026-00002", "--reason", "x"])
            .contains("[invoice-credited]")
    );
    office.ok(["invoice", "send", "CR-2026-00001", "--via", "print"]);
    let anew = office.ok(["invoice", "new", "1"]);
    assert!(anew.contains("176.12 EUR"), "{anew}");
    office.ok(["invoice", "send", "1"]);
    assert_eq!(
        office.ok(["invoice", "list", "1"]),
        "\
number          date        due         job           client        kind     state   to pay    open
CR-2026-00001   2026-03-02              J-2026-00001  Harbour Café  credit   sent   -176.12    0.00
INV-2026-00001  2026-03-02  2026-03-16  J-2026-00001  Harbour Café  invoice  void
INV-2026-00002  2026-03-02  2026-03-16  J-2026-00001  Harbour Café  invoice  sent    176.12    0.00
INV-2026-00003  2026-03-02  2026-03-16  J-2026-00001  Harbour Café  invoice  sent    176.12  176.12
"
    );
}

#[test]
fn a_statement_is_matched_and_nothing_guessed() {
    let office = Office::new();
    for (n, name) in [(1, "Harbour Café"), (2, "Corner Bakery"), (3, "Corner Bakery")] {
        Engagement::numbered(n, name).job(|job| job.lines = vec![line("Work", "1", "100.00")]).write(&office);
        let n = n.to_string();
        office.ok(["invoice", "new", &n]);
        office.ok(["invoice", "send", &n, "--via", "print"]);
    }
    office.write(
        "march.csv",
        "\
Booking date,Name,Verwendungszweck,Betrag,Balance
2026-03-02,Somebody,your inv 2026-00001 thanks,50.00,1
2026-03-02,CORNER BAKERY,bread,119.00,1
2026-03-02,Harbour Cafe,rest,69.00,1
2026-03-02,Stranger,INV-2026-00009,10,1
2026-03-02,Bank,fees,-3.00,1
",
    );
    let answer = office.touched(|office| {
        let dry = office.ok(["payment", "import", "march.csv", "--dry-run"]);
        assert!(dry.ends_with("dry run: nothing was written\n"), "{dry}");
    });
    assert_eq!(answer, [""; 0]);
    assert_eq!(
        office.ok(["payment", "import", "march.csv"]),
        "\
line  date        amount  payer          result     of            invoice         why
   2  2026-03-02   50.00  Somebody       recorded   J-2026-00001  INV-2026-00001  by number
   3  2026-03-02  119.00  CORNER BAKERY  ambiguous                                may pay INV-2026-00002 or INV-2026-00003
   4  2026-03-02   69.00  Harbour Cafe   recorded   J-2026-00001  INV-2026-00001  by name and amount
   5  2026-03-02   10.00  Stranger       unmatched                                no open invoice of that number, or of that name and amount
   6  2026-03-02   -3.00  Bank           unmatched                                money that went out is recorded by: jobbook payment refund
"
    );
    assert_eq!(office.last_commit(), "statement: 2 payments, 119.00 EUR");
    let again = office.ok(["payment", "import", "march.csv"]);
    assert!(again.contains("   2  2026-03-02   50.00  Somebody       known      J-2026-00001"), "{again}");
    assert_eq!(Engagement::read(&office, "J-2026-00001").payments.len(), 2, "{again}");

    office.write(
        "bad.csv",
        "date,amount,payer,reference\nnever,5,A,INV-2026-00002\n2026-03-02,119,B,INV-2026-00002\n",
    );
    let bad = office.run(["payment", "import", "bad.csv"]);
    assert_eq!(bad.code, 3);
    assert!(bad.out.contains("recorded  J-2026-00002  INV-2026-00002  by number\n"), "{}", bad.out);
    assert!(bad.err.contains("bad.csv:2"), "{}", bad.err);
}

#[test]
fn a_second_visit_of_an_emergency_is_billed_once_and_holds_the_job_until_it_is() {
    let office = Office::new();
    Engagement::new().job(|job| job.emergency = true).write(&office);
    work(&office, &["--hours", "1"]);
    office.ok(["invoice", "new", "1"]);
    office.ok(["visit", "add", "1", "today 14-15", "--tech", "ana"]);
    office.ok(["checklist", "tick", "1", "prices", "--list", "dispatch"]);
    office.ok(["visit", "start", "1"]);
    office.ok(["visit", "done", "1", "--hours", "2"]);
    office.ok(["invoice", "send", "1"]);
    assert_eq!(stage(&office), "invoicing");
    let begun = office.ok(["invoice", "new", "1"]);
    assert!(begun.contains("• invoice 2 begun: 1 line, 152.32 EUR\n"), "{begun}");
    office.ok(["invoice", "send", "1"]);
    assert_eq!(stage(&office), "done");
}

#[test]
fn money_commands_answer_with_json_and_rehearse() {
    let office = finished(|one| one);
    let touched = office.touched(|office| {
        let told = office.ok(["invoice", "new", "1", "--dry-run"]);
        assert!(told.ends_with("• dry run: nothing was written\n"), "{told}");
    });
    assert_eq!(touched, [""; 0]);
    let begun = office.json(["invoice", "new", "1", "--only", "1=1", "--add", "Coffee", "--price", "3"]);
    assert_eq!(begun["job"]["stage"], json!("invoicing"));
    assert_eq!(
        begun["told"][1],
        json!("differs from the approved quote: Coffee, not in the quote: approved –, billed 1 × 3")
    );
    let shown = office.json(["invoice", "show", "1"]);
    assert_eq!(shown["differences"][0]["what"], json!("not in the quote"));
    assert_eq!(shown["paper"]["totals"]["gross"], json!("79.73"));
    assert_eq!(
        office.json(["invoice", "list", "--draft"])["invoices"][0]["invoice"]["state"],
        json!("draft")
    );
    assert_eq!(
        office.refused(2, ["invoice", "void", "1"]),
        "\
error: an answer is needed: Why [input-needed]
  why: standard input is not a terminal, so nothing is asked
  try: give --reason \"…\"
"
    );
}

#[test]
fn a_quote_that_was_never_answered_is_billed_only_when_it_is_said() {
    let office = Office::new();
    Engagement::new()
        .approved(&office, vec![line("Fit the closer", "2", "64.00")])
        .job(|job| job.quotes[0].answer = None)
        .write(&office);
    work(&office, &["--hours", "1"]);
    let refused = office.refused(1, ["invoice", "new", "1"]);
    assert!(refused.contains("[quote-not-approved]") && refused.contains("--from-work"), "{refused}");
    let begun = office.ok(["invoice", "new", "1", "--from-work"]);
    assert!(begun.contains("no approved quote is behind it"), "{begun}");
}

#[test]
fn e19_money_that_came_before_the_invoice_is_taken_off_it_and_is_not_too_much() {
    let mut office = Office::new();
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Moss Dairy",
        "--email",
        "m@moss.example",
        "--title",
        "Cold store door",
        "--emergency",
    ]);
    assert!(office.ok(["today"]).contains("emergency: send somebody now"));
    office.ok(["visit", "add", "1", "today 14-16", "--tech", "ana"]);
    office.ok(["visit", "notify", "1", "--channel", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.at("2026-03-02T14:05:00+01:00");
    office.ok(["visit", "start", "1"]);
    office.at("2026-03-02T16:05:00+01:00");
    let done =
        office.ok(["visit", "done", "1", "--hours", "2", "--paid", "150", "--note", "Rail straightened"]);
    assert!(!done.contains("refund"), "{done}");
    office.ok(["checklist", "tick", "1", "finished"]);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
    let paper = office.ok(["invoice", "render", "1", "--text"]);
    assert!(paper.contains("less received on 2 March 2026"), "{paper}");
    assert!(paper.contains("EUR 2.32"), "{paper}");
    assert!(paper.contains("Payable within 14 days."), "{paper}");
    let listed = office.json(["invoice", "list", "1"]);
    assert_eq!(listed["invoices"][0]["invoice"]["open"], serde_json::json!("2.32"), "{listed}");
}

#[test]
fn e19_a_sum_paid_after_the_deposit_waits_for_the_final_invoice() {
    let mut office = Office::new();
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Moss Dairy",
        "--email",
        "m@moss.example",
        "--title",
        "Cold store door",
    ]);
    office.ok(["quote", "new", "1", "--from-book", "HOUR×2", "--deposit", "30%"]);
    office.ok(["quote", "send", "1"]);
    office.ok(["quote", "approve", "1", "--who", "Mo Moss", "--how", "call"]);
    office.ok(["invoice", "new", "1", "--deposit"]);
    office.ok(["invoice", "send", "1"]);
    office.ok(["payment", "record", "1", "45.70"]);
    let ahead = office.ok(["payment", "record", "1", "106.62", "--on-site", "--method", "cash"]);
    assert!(!ahead.contains("refund"), "{ahead}");
    office.ok(["visit", "add", "1", "today 14-16", "--tech", "ana"]);
    office.ok(["visit", "notify", "1", "--channel", "call"]);
    office.ok(["checklist", "tick", "1", "prices"]);
    office.at("2026-03-02T14:05:00+01:00");
    office.ok(["visit", "start", "1"]);
    office.ok(["visit", "done", "1", "--note", "done"]);
    office.ok(["checklist", "tick", "1", "finished"]);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
    let listed = office.json(["invoice", "list", "1"]);
    for invoice in listed["invoices"].as_array().expect("invoices") {
        assert_eq!(invoice["invoice"]["open"], serde_json::json!("0.00"), "{listed}");
    }
}

#[test]
fn a_sum_finer_than_the_currency_is_refused() {
    let office = Office::new().with_a_job();
    let told = office.refused(2, ["payment", "record", "1", "0.004"]);
    assert!(told.contains("[amount-too-fine]"), "{told}");
}

/// A job whose approved quote has one line of 64.00.
fn approved() -> Office {
    let office = Office::new();
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Moss Dairy",
        "--email",
        "m@moss.example",
        "--title",
        "Door",
    ]);
    office.ok(["quote", "new", "1", "--from-book", "HOUR"]);
    office.ok(["quote", "send", "1"]);
    office.ok(["quote", "approve", "1", "--who", "Mo Moss", "--how", "call"]);
    office
}

#[test]
fn e15_a_line_changed_by_hand_after_the_quote_was_sent_is_not_billed() {
    let office = approved();
    let file = "jobs/2026/000/J-2026-00001.yaml";
    office.replace(file, "price: \"64.00\"", "price: \"900.00\"");
    office.git(["commit", "-qam", "By hand"]);
    let told = office.refused(3, ["invoice", "new", "1"]);
    assert!(told.contains("[seal-broken]") && told.contains("line 1, Hour of work"), "{told}");
    let checked = office.run(["check"]);
    assert!(checked.code != 0 && checked.err.contains("[seal-broken]"), "{}", checked.err);
}

#[test]
fn e17_no_number_is_given_twice_when_the_file_of_numbers_lies() {
    let office = approved();
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1"]);
    office.ok(["job", "new", "C-0001", "Second door"]);
    office.ok(["invoice", "new", "2", "--from-work", "--add", "Look", "--price", "5", "--final"]);
    std::fs::remove_file(office.path("numbers.yaml")).expect("numbers.yaml");
    office.git(["commit", "-qam", "By hand"]);
    let told = office.refused(1, ["invoice", "send", "2"]);
    assert!(told.contains("[numbers-behind]") && told.contains("INV-2026-00001"), "{told}");
    office.write("numbers.yaml", "format: 1\nseries:\n  INV-2026:\n    last: 0\n");
    let checked = office.run(["check"]);
    assert!(checked.code == 1 && checked.err.contains("[numbers-behind]"), "{}", checked.err);
}
