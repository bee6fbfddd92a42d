//! Invoices in portals of clients: what a portal asks for, its sheet, and what it turns down (E16).

use serde_json::{Value, json};

use crate::engagement::Engagement;
use crate::office::Office;
use crate::readers::{python_with, told};

const PORTAL: &str = r#"
[portal.facility-hub]
title       = "Facility Hub"
columns     = [
  { heading = "Invoice Number", field = "number" },
  { heading = "Invoice Date", field = "date" },
  { heading = "Tracking Number", field = "work-order" },
  { heading = "Labor Total", field = "labor" },
  { heading = "Trip Charge", field = "trip" },
  { heading = "Material", field = "material" },
  { heading = "Freight", field = "freight" },
  { heading = "Other Description", field = "other-text" },
  { heading = "Other Amount", field = "other" },
  { heading = "Tax", field = "tax" },
  { heading = "Total", field = "total" },
  { heading = "Text", field = "text" },
  { heading = "Cost Centre", reference = "cost-centre" },
  { heading = "Provider", constant = "4711" },
]
dates       = "MM/DD/YYYY"
charges     = { HOUR = "labor", TRIP = "trip", DISPOSAL = "other" }
references  = ["work-order"]
attachments = ["photo"]
windows     = { completed = "30d" }
"#;

/// An office that knows the portal.
fn office() -> Office {
    let office = Office::new();
    let settings = office.read("jobbook.toml");
    office.write("jobbook.toml", &format!("{settings}{PORTAL}"));
    office.git(["commit", "-qam", "The portal"]);
    office
}

/// Job `n`, of a client who takes invoices in the portal: approved, with the visit planned.
fn approved(office: &mut Office, n: u32) {
    let (job, client, name) = (n.to_string(), format!("C-000{n}"), format!("Quay House {n}"));
    office.at("2026-03-02T09:00:00+01:00");
    office.ok(["contact", "new", "in", "call", "--name", &name, "--title", "Shop door"]);
    office.ok(["client", "set", &client, "--portal", "Facility Hub"]);
    office.ok(["quote", "new", &job, "--discount", "10%"]);
    office.ok(["quote", "line", &job, "add", "HOUR", "--qty", "2"]);
    office.ok(["quote", "line", &job, "add", "TRIP"]);
    office.ok(["quote", "line", &job, "add", "DISPOSAL"]);
    office.ok(["quote", "line", &job, "add", "=SUM(A1:A9) Lock", "--price", "33.33", "--part"]);
    office.ok(["quote", "send", &job, "--via", "hand"]);
    office.ok(["quote", "approve", &job, "--who", "x", "--how", "call"]);
    office.ok(["visit", "add", &job, "today 10-12", "--tech", "ana"]);
}

/// The same with the work done and everything at hand that the portal asks for, and the invoice begun.
fn done(office: &mut Office, n: u32) {
    approved(office, n);
    let job = n.to_string();
    office.at("2026-03-02T12:00:00+01:00");
    office.ok(["parts", "order", &job, "--supplier", "van stock", "--cost", "20"]);
    office.ok(["parts", "receive", &job]);
    office.ok(["checklist", "tick", &job, "prices"]);
    office.ok(["visit", "start", &job]);
    office.ok(["visit", "done", &job, "--hours", "2", "--used", "1"]);
    office.ok(["job", "set", &job, "--work-order", &format!("WO-{n}"), "--reference", "cost-centre=77"]);
    office.ok(["job", "document", &job, "--kind", "photo", "https://store.example/door.jpg"]);
    office.ok(["invoice", "new", &job]);
}

fn dues(office: &Office, rule: &str) -> Vec<Value> {
    let found = office.json(["due", "--within", "60", "--rule", rule]);
    let told = |due: &Value| json!([due["sentence"], due["at"], due["command"]]);
    found["dues"].as_array().unwrap().iter().map(told).collect()
}

#[test]
fn e16_everything_that_a_portal_asks_for_is_named_before_a_number_is_given() {
    let mut office = office();
    approved(&mut office, 1);
    office.ok(["invoice", "new", "1"]);
    office.ok(["job", "set", "1", "--not-to-exceed", "50"]);
    let unmet = "\
error: with this invoice J-2026-00001 comes to 237.05, above the limit of 50 [above-limit]
  try: jobbook job set J-2026-00001 --not-to-exceed AMOUNT, once the client has raised it

error: J-2026-00001 is not completed [portal-not-completed]
  why: Facility Hub takes invoices of completed work orders only
  try: jobbook visit done J-2026-00001 1

error: Facility Hub wants \"work-order\" of J-2026-00001 [reference-missing]
  try: jobbook job set J-2026-00001 --work-order NUMBER

error: Facility Hub wants a photo of J-2026-00001 [attachment-missing]
  try: jobbook job document J-2026-00001 --kind photo PATH-OR-LINK

4 errors
";
    assert_eq!(office.refused(1, ["invoice", "submit", "1", "--confirmation", "1"]), unmet);
    // Whichever way it goes, the number that it would get could not be taken back.
    assert_eq!(office.refused(1, ["invoice", "send", "1", "--via", "portal"]), unmet);
    assert_eq!(office.refused(1, ["invoice", "send", "1", "--via", "hand"]), unmet);
    assert!(!office.read("numbers.yaml").contains("INV"), "no number was given");
    let left = office.ok(["export", "portal", "facility-hub"]);
    assert_eq!(
        left,
        "Left out\n• invoice 1 of J-2026-00001 is a draft\n  • jobbook invoice send J-2026-00001 1 --via portal\n"
    );
}

#[test]
fn e16_what_a_portal_knows_too_late_or_twice_is_refused_and_may_be_noted_with_a_reason() {
    let mut office = office();
    done(&mut office, 1);
    done(&mut office, 2);
    // Another job of the first client for the same work order.
    office.replace("jobs/2026/000/J-2026-00002.yaml", "client: C-0002", "client: C-0001");
    office.ok(["job", "set", "2", "--work-order", "WO-1"]);
    office.ok(["invoice", "submit", "1", "--confirmation", "884-221"]);
    let twice = office.refused(1, ["invoice", "submit", "2", "--confirmation", "884-222"]);
    assert!(
        twice.starts_with(
            "error: work order WO-1 was billed by INV-2026-00001 already [portal-billed-before]\n  \
             why: Facility Hub takes one invoice for each work order\n  \
             try: jobbook invoice credit J-2026-00001 INV-2026-00001 --reason"
        ),
        "{twice}"
    );
    office.ok(["job", "set", "2", "--work-order", "WO-2"]);
    office.at("2026-04-01T18:00:00+02:00");
    office.ok(["invoice", "submit", "2", "--confirmation", "1", "--dry-run"]);
    office.at("2026-04-02T08:00:00+02:00");
    let late = office.refused(1, ["invoice", "submit", "2", "--confirmation", "884-222"]);
    assert_eq!(
        late,
        "\
error: Facility Hub took it until 2026-04-01 [portal-too-late]
  why: it takes invoices within 30 days of the completion of J-2026-00002
  try: have the client open it again, then: jobbook invoice submit J-2026-00002 1 --confirmation … --despite \"WHY\"
"
    );
    office.ok([
        "invoice",
        "submit",
        "2",
        "--confirmation",
        "884-222",
        "--despite",
        "Ms Hill opened it again",
    ]);
    let submitted = Engagement::read(&office, "J-2026-00002").invoices[0].submitted.clone().unwrap();
    assert_eq!(submitted.despite.as_deref(), Some("Ms Hill opened it again"));
    assert_eq!(submitted.portal, "Facility Hub");
}

#[test]
fn e16_a_portals_sheet_has_its_columns_and_each_row_adds_up() {
    let mut office = office();
    done(&mut office, 1);
    done(&mut office, 2);
    office.ok(["job", "set", "2", "--work-order", "=2+3"]);
    office.ok(["invoice", "send", "1", "--via", "portal"]);
    office.ok(["invoice", "send", "2", "--via", "portal"]);
    office.ok(["job", "set", "2", "--not-to-exceed", "200"]);
    let dry = office.touched(|office| {
        office.ok(["export", "portal", "facility-hub", "--dry-run"]);
    });
    assert_eq!(dry, [""; 0]);
    let told_of = office.ok(["export", "portal", "Facility Hub", "-o", "monday.csv"]);
    assert_eq!(
        told_of,
        "\
• monday.csv written: 1 invoice, INV-2026-00001

Left out
• INV-2026-00002  with this invoice J-2026-00002 comes to 237.05, above the limit of 200
  • jobbook job set J-2026-00002 --not-to-exceed AMOUNT, once the client has raised it
next: take them in there, then say so
      jobbook export portal facility-hub --confirm
"
    );
    assert_eq!(
        office.read("monday.csv"),
        "\
Invoice Number,Invoice Date,Tracking Number,Labor Total,Trip Charge,Material,Freight,Other Description,Other Amount,Tax,Total,Text,Cost Centre,Provider
INV-2026-00001,03/02/2026,WO-1,115.20,40.50,30.00,0.00,Disposal of old parts,13.50,37.85,237.05,\"2 h Hour of work; Call-out and travel; Disposal of old parts; =SUM(A1:A9) Lock\",77,4711
"
    );
    assert_eq!(office.last_commit(), "INV-2026-00001 for facility-hub");
    office.ok(["job", "set", "2", "--not-to-exceed", "300"]);
    office.ok(["export", "portal", "facility-hub", "-o", "tuesday.csv"]);
    let Some(mut python) = python_with("csv") else { return };
    let script = "\
import csv, decimal, sys
parts = ['Labor Total', 'Trip Charge', 'Material', 'Freight', 'Other Amount', 'Tax']
for name in sys.argv[1:]:
    for row in csv.DictReader(open(name, newline='', encoding='utf-8')):
        total = sum(decimal.Decimal(row[part]) for part in parts)
        print(row['Invoice Number'], row['Tracking Number'], total == decimal.Decimal(row['Total']))
";
    python.args(["-c", script]).arg(office.path("monday.csv")).arg(office.path("tuesday.csv"));
    assert_eq!(told(&mut python), "INV-2026-00001 WO-1 True\nINV-2026-00002 '=2+3 True\n");
}

#[test]
fn e16_an_invoice_goes_into_a_portals_sheet_once_and_is_submitted_when_it_arrived() {
    let mut office = office();
    done(&mut office, 1);
    done(&mut office, 2);
    office.ok(["invoice", "send", "1", "--via", "portal"]);
    office.ok(["invoice", "submit", "2", "--confirmation", "by hand"]);
    assert_eq!(
        dues(&office, "invoice-to-submit"),
        [json!([
            "submit invoice INV-2026-00001 in Facility Hub, which takes it until 2026-04-01",
            "2026-03-03T12:00:00+01:00",
            "jobbook invoice submit J-2026-00001 1 --confirmation …"
        ])]
    );
    office.ok(["export", "portal", "facility-hub", "-o", "monday.csv"]);
    assert_eq!(office.read("monday.csv").lines().count(), 2, "what is there already does not go again");
    assert_eq!(office.ok(["export", "portal", "facility-hub"]), "• no invoice waits to go to facility-hub\n");
    let twice = office.ok(["export", "portal", "facility-hub", "INV-2026-00001"]);
    assert!(twice.contains("went to facility-hub in monday.csv at 2026-03-02"), "{twice}");
    let there = office.ok(["export", "portal", "facility-hub", "INV-2026-00002"]);
    assert!(there.contains("INV-2026-00002 is in Facility Hub already: by hand"), "{there}");
    office.ok(["export", "portal", "facility-hub", "INV-2026-00001", "--again", "--xlsx"]);
    assert!(std::fs::read(office.path("portal-facility-hub-2026-03-02.xlsx")).unwrap().starts_with(b"PK"));
    assert_eq!(
        dues(&office, "invoice-to-submit"),
        [json!([
            "see whether Facility Hub took INV-2026-00001 of portal-facility-hub-2026-03-02.xlsx",
            "2026-03-03T12:00:00+01:00",
            "jobbook export portal facility-hub INV-2026-00001 --confirm"
        ])]
    );
    let confirmed = office.ok(["export", "portal", "facility-hub", "--confirm", "--confirmation", "B-77"]);
    assert_eq!(confirmed, "• INV-2026-00001 is in facility-hub\n");
    let invoice = &Engagement::read(&office, "J-2026-00001").invoices[0];
    let submitted = invoice.submitted.as_ref().unwrap();
    assert_eq!((submitted.portal.as_str(), submitted.confirmation.as_str()), ("Facility Hub", "B-77"));
    assert_eq!(invoice.pushed[1].to.to_string(), "portal:facility-hub");
    assert!(dues(&office, "invoice-to-submit").is_empty());
    // Bookkeeping is another matter: nothing went there.
    assert!(office.ok(["export", "invoices"]).lines().nth(1).unwrap().ends_with(",,"));
    assert!(office.ok(["check"]).contains("sound"));
}

#[test]
fn e16_a_number_that_a_portal_turned_down_is_used_up() {
    let mut office = office();
    done(&mut office, 1);
    let never = office.refused(1, ["invoice", "reject", "1", "--reason", "x"]);
    assert!(never.contains("[invoice-draft]"), "{never}");
    office.ok(["invoice", "send", "1", "--via", "portal"]);
    office.ok(["export", "portal", "facility-hub", "-o", "monday.csv"]);
    let told_of = office.ok(["invoice", "reject", "1", "--reason", "photo too dark"]);
    assert!(
        told_of.contains(
            "\
• Facility Hub turned invoice INV-2026-00001 down: photo too dark
• its number is used up there; take it back: jobbook invoice credit J-2026-00001 1 --reason \"rejected by Facility Hub\"
• mend what was wrong, then bill it anew: jobbook invoice new J-2026-00001
"
        ),
        "{told_of}"
    );
    assert_eq!(
        dues(&office, "invoice-rejected"),
        [json!([
            "bill INV-2026-00001 anew, which Facility Hub turned down: photo too dark",
            "2026-03-02T12:00:00+01:00",
            "jobbook invoice credit J-2026-00001 1 --reason \"rejected by Facility Hub\""
        ])]
    );
    assert!(office.ok(["invoice", "show", "1"]).contains("by Facility Hub: photo too dark"));
    assert_eq!(
        office.ok(["export", "portal", "facility-hub", "--confirm"]),
        "• no invoice waits for word that it arrived\n",
        "what was turned down is not there"
    );
    for again in
        [&["invoice", "submit", "1", "--confirmation", "2"][..], &["invoice", "send", "1", "--via", "portal"]]
    {
        let refused = office.refused(1, again.iter().copied());
        assert!(refused.contains("[portal-number-used]"), "{refused}");
    }
    let again = office.ok(["export", "portal", "facility-hub", "INV-2026-00001", "--again"]);
    assert!(again.contains("Facility Hub turned INV-2026-00001 down"), "{again}");
    assert!(office.refused(1, ["invoice", "void", "1", "--reason", "x"]).contains("[invoice-left]"));
    office.ok(["invoice", "credit", "1", "--reason", "rejected by Facility Hub"]);
    assert!(dues(&office, "invoice-rejected").is_empty());
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "submit", "1", "--confirmation", "884-223"]);
    let numbers: Vec<String> = office.json(["invoice", "list"])["invoices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| ["number", "state"].map(|key| row["invoice"][key].as_str().unwrap().to_string()).join(" "))
        .collect();
    assert_eq!(numbers, ["CR-2026-00001 issued", "INV-2026-00001 rejected", "INV-2026-00002 submitted"]);
}

#[test]
fn e16_a_portal_that_takes_a_number_again_is_given_the_mended_invoice_again() {
    let mut office = office();
    let settings = office.read("jobbook.toml");
    office.write("jobbook.toml", &format!("{settings}rules = [\"completed\"]\n"));
    office.git(["commit", "-qam", "The portal takes a number again"]);
    done(&mut office, 1);
    office.ok(["invoice", "send", "1", "--via", "portal"]);
    let told_of = office.ok(["invoice", "reject", "1", "--reason", "photo too dark"]);
    assert!(told_of.contains("jobbook invoice submit J-2026-00001 1"), "{told_of}");
    assert_eq!(
        dues(&office, "invoice-rejected"),
        [json!([
            "submit INV-2026-00001 anew, which Facility Hub turned down: photo too dark",
            "2026-03-02T12:00:00+01:00",
            "jobbook invoice submit J-2026-00001 1 --confirmation …"
        ])]
    );
    office.ok(["invoice", "submit", "1", "--confirmation", "884-223"]);
    assert!(dues(&office, "invoice-rejected").is_empty());
    assert!(office.ok(["invoice", "list"]).contains("submitted"));
}

#[test]
fn e16_each_mistake_in_a_portal_is_named_with_its_line() {
    let office = Office::new();
    let settings = office.read("jobbook.toml");
    let line = settings.lines().count();
    office.write(
        "jobbook.toml",
        &format!("{settings}\n[portal.hub]\ncolumns = [{{ heading = \"No\", field = \"nummer\" }}, {{ heading = \"X\" }}]\nrules = [\"once\"]\n"),
    );
    let told_of = office.run(["check"]).err;
    assert!(told_of.contains(&format!("jobbook.toml:{}:38", line + 3)), "{told_of}");
    assert!(told_of.contains("[unknown-word]") && told_of.contains("[portal-column]"), "{told_of}");
    assert!(told_of.contains("\"once\" is not one of: completed, one-per-work-order"), "{told_of}");
    let none = Office::new().refused(1, ["export", "portal", "hub"]);
    assert!(none.contains("describe it under [portal.NAME] in jobbook.toml"), "{none}");
}
