//! One invoice over several jobs of a client, and the run that makes all invoices (E16; DECISIONS 13).

use serde_json::json;

use crate::engagement::{Engagement, line};
use crate::office::Office;

const CLIENT: &str = "clients/00/C-0001.yaml";
const FIRST: &str = "jobs/2026/000/J-2026-00001.yaml";
const SECOND: &str = "jobs/2026/000/J-2026-00002.yaml";

/// A client who wants one invoice over all jobs: one quoted at 148.00 net, and an emergency of 1.5 hours at 60.00.
pub fn two_jobs(change: impl FnOnce(Engagement) -> Engagement) -> Office {
    let office = Office::new();
    let lines = vec![line("Fit the closer", "2", "64.00"), line("Disposal", "1", "20.00")];
    change(Engagement::new().client(|client| client.billing.consolidated = true))
        .approved(&office, lines)
        .write(&office);
    done(&office, "1");
    office.ok(["job", "new", "C-0001", "Cellar door jams", "--request", "It jams", "--emergency"]);
    done(&office, "2");
    office
}

/// The visit of a job from its plan to the confirmation.
fn done(office: &Office, job: &str) {
    office.ok(["visit", "add", job, "tomorrow 9-11", "--tech", "ana"]);
    office.ok(["visit", "notify", job, "1", "--channel", "call"]);
    office.ok(["checklist", "tick", job, "prices"]);
    office.ok(["visit", "start", job]);
    office.ok(["visit", "done", job, "--hours", "1.5", "--note", "closer fitted"]);
    office.ok(["checklist", "tick", job, "finished"]);
}

fn stage(office: &Office, job: &str) -> String {
    office.json(["job", "show", job])["job"]["stage"].as_str().expect("a stage").to_string()
}

#[test]
fn e16_jobs_of_a_client_who_wants_it_are_billed_on_one_invoice() {
    let office = two_jobs(|one| one);
    assert_eq!(
        office.refused(1, ["invoice", "new", "2"]),
        "\
error: C-0001 wants one invoice over all jobs [billed-together]
  try: jobbook invoice run C-0001
  try: jobbook invoice new J-2026-00002 --alone, to bill this one by itself
"
    );
    assert!(office.ok(["why", "1"]).contains("jobbook invoice run C-0001\n"));

    // A rehearsal writes nothing.
    let before = office.files();
    let rehearsed = office.ok(["invoice", "run", "--dry-run"]);
    assert!(rehearsed.contains("draft 1  C-0001  Harbour Café     2      3"), "{rehearsed}");
    assert_eq!(office.files(), before);

    let touched = office.touched(|office| {
        office.ok(["invoice", "run"]);
    });
    assert_eq!(touched, [CLIENT]);
    assert!(office.last_commit().starts_with("C-0001: invoice 1 over 2 jobs begun: 3 lines, "));
    let draft = office.ok(["invoice", "render", "C-0001", "--text"]);
    for expected in [
        "INVOICE – DRAFT\n",
        "Work on 2 jobs\n",
        "J-2026-00001 Door closer · Our quote Q-2026-00001-1\n",
        "  1  Fit the closer ",
        "       128.00\n",
        "J-2026-00002 Cellar door jams\n",
    ] {
        assert!(draft.contains(expected), "{expected}\n{draft}");
    }

    let touched = office.touched(|office| {
        office.ok(["invoice", "send", "C-0001"]);
    });
    let letter = touched.iter().find(|file| file.starts_with("outbox/ready/")).cloned().expect("a letter");
    assert_eq!(
        touched,
        [CLIENT, "documents/C-0001/INV-2026-00001.html", FIRST, SECOND, "numbers.yaml", &letter]
    );
    assert_eq!((stage(&office, "1"), stage(&office, "2")), ("done".to_string(), "done".to_string()));
    assert!(office.ok(["job", "show", "2"]).contains("INV-2026-00001"));

    // Nothing is billed twice.
    let again = office.json(["invoice", "run"]);
    assert_eq!((&again["made"], &again["skipped"]), (&json!([]), &json!([])));
    for job in ["1", "2"] {
        assert!(office.refused(1, ["invoice", "new", job, "--alone"]).contains("[nothing-to-bill]"));
    }
    assert_eq!(office.ok(["check"]).lines().last().map(|line| line.ends_with("are sound")), Some(true));
}

#[test]
fn e19_a_payment_for_several_jobs_settles_each_of_them() {
    let office = two_jobs(|one| one);
    office.ok(["payment", "record", "2", "50", "--on-site", "--method", "cash"]);
    office.ok(["invoice", "run"]);
    let sent = office.ok(["invoice", "send", "C-0001"]);
    assert!(sent.contains("what J-2026-00002 had on account pays INV-2026-00001"), "{sent}");
    let client = office.read(CLIENT);
    assert!(client.contains("  job: J-2026-00002\n") && client.contains("amount: \"50\""), "{client}");
    assert!(!office.read(SECOND).contains("payments:"));
    assert!(office.ok(["invoice", "render", "C-0001", "--text"]).contains("50.00"));
    for job in ["1", "2"] {
        office.ok(["job", "document", job, "album/1", "--kind", "photo"]);
    }
    assert_eq!((stage(&office, "1"), stage(&office, "2")), ("billing".to_string(), "billing".to_string()));
    let due = office.json(["due", "--within", "60"]);
    let chased: Vec<&str> = due["dues"]
        .as_array()
        .expect("dues")
        .iter()
        .filter(|due| due["rule"] == "invoice-overdue")
        .map(|due| due["job"].as_str().expect("a job"))
        .collect();
    assert_eq!(chased, ["J-2026-00001"], "one obligation, not one for each job");

    // A bank's row names the number; a part of the money leaves both jobs where they are.
    office.write("bank.csv", "date,amount,payer,reference\n2026-03-02,100,Harbour Café,INV-2026-00001\n");
    let matched = office.ok(["payment", "import", "bank.csv"]);
    assert!(matched.contains("recorded  C-0001  INV-2026-00001  by number"), "{matched}");
    assert!(office.ok(["payment", "import", "bank.csv"]).contains("known"));
    assert_eq!(stage(&office, "1"), "billing");
    let paid = office.ok(["payment", "record", "INV-2026-00001"]);
    assert!(paid.contains("J-2026-00001 stage: Waiting for payment → Complete"), "{paid}");
    assert!(paid.contains("J-2026-00002 stage: Waiting for payment → Complete"), "{paid}");
    assert_eq!(office.json(["client", "show", "C-0001"])["balance"], "0.00");
    assert!(office.refused(1, ["payment", "record", "C-0001"]).contains("[nothing-open]"));
}

#[test]
fn e15_an_invoice_over_several_jobs_must_match_each_quote() {
    let office = two_jobs(|one| one);
    office.ok(["invoice", "run"]);
    office.replace(CLIENT, "price: \"64.00\"", "price: \"65.00\"");
    let before = office.files();
    let refused = office.refused(1, ["invoice", "send", "C-0001"]);
    assert!(refused.contains("[invoice-differs]") && refused.contains("Fit the closer"), "{refused}");
    assert_eq!(office.files(), before, "no number is lost");
    assert!(office.ok(["invoice", "show", "C-0001"]).contains("It is not what the client approved"));
    office.ok(["invoice", "void", "C-0001", "1", "--reason", "wrong price"]);
    let sent = office.json(["invoice", "run", "--send"]);
    assert_eq!(sent["made"][0]["number"], "INV-2026-00001", "{sent}");

    // Taken back, both jobs can be billed anew.
    office.ok(["invoice", "credit", "C-0001", "2", "--reason", "to the wrong address"]);
    office.ok(["job", "advance", "2", "--to", "invoicing", "--reason", "billed anew"]);
    let anew = office.json(["invoice", "run"]);
    assert_eq!(anew["made"][0]["jobs"], json!(["J-2026-00002"]), "{anew}");
}

#[test]
fn e16_a_run_leaves_out_what_may_not_be_billed_and_says_why() {
    let office = two_jobs(|one| one.client(|client| client.billing.references = vec!["po".to_string()]));
    let other = Engagement::numbered(3, "Mill Bakery");
    other.approved(&office, vec![line("New handle", "1", "10.00")]).write(&office);
    done(&office, "3");
    let before = office.read(CLIENT);
    let run = office.json(["invoice", "run", "--send"]);
    assert_eq!(run["made"].as_array().expect("invoices").len(), 1);
    assert_eq!(
        (&run["made"][0]["holder"], &run["made"][0]["number"]),
        (&json!("J-2026-00003"), &json!("INV-2026-00001"))
    );
    let left_out: Vec<_> = run["skipped"]
        .as_array()
        .expect("jobs")
        .iter()
        .map(|one| (one["job"].as_str().unwrap_or(""), one["problems"][0]["code"].as_str().unwrap_or("")))
        .collect();
    assert_eq!(left_out, [("J-2026-00001", "reference-missing"), ("J-2026-00002", "reference-missing")]);
    assert_eq!(office.read(CLIENT), before, "what was refused leaves nothing behind");
    office.ok(["job", "set", "1", "--reference", "po=4500"]);
    office.ok(["job", "set", "2", "--reference", "po=4501"]);
    let run = office.ok(["invoice", "run", "C-0001", "--send"]);
    assert!(run.contains("INV-2026-00002"), "{run}");
    let paper = office.ok(["invoice", "render", "INV-2026-00002", "--text"]);
    assert!(paper.contains("Your order 4500") && paper.contains("Your order 4501"), "{paper}");
}

#[test]
fn e19_too_much_paid_for_several_jobs_is_given_back_once() {
    let office = two_jobs(|one| one);
    office.ok(["invoice", "run", "--send"]);
    office.ok(["payment", "record", "C-0001", "500"]);
    let due = office.json(["due", "--rule", "credit-open"]);
    let commands: Vec<&str> =
        due["dues"].as_array().expect("dues").iter().filter_map(|due| due["command"].as_str()).collect();
    assert_eq!(commands.len(), 1, "{due}");
    assert!(commands[0].starts_with("jobbook payment refund C-0001 "), "{due}");
    let amount = commands[0].split(' ').nth(4).expect("an amount");
    office.ok(["payment", "refund", "C-0001", amount, "--reason", "paid too much"]);
    assert_eq!(office.json(["due", "--rule", "credit-open"])["dues"], json!([]));
    // The tracking sheet has each job's share, to the cent.
    let sheet = office.ok(["export", "tracking"]);
    let rows: Vec<Vec<&str>> = sheet.lines().map(|line| line.split(',').collect()).collect();
    let column = |name: &str| rows[0].iter().position(|title| *title == name).expect("a column");
    let of_job = |job: usize, name: &str| rows[job][column(name)].to_string();
    assert_eq!(
        (of_job(1, "invoices"), of_job(2, "invoices")),
        ("INV-2026-00001".into(), "INV-2026-00001".into())
    );
    let total = office.json(["invoice", "show", "INV-2026-00001"])["paper"]["due"].clone();
    let shares: f64 =
        [1, 2].iter().map(|job| of_job(*job, "invoiced").parse::<f64>().expect("an amount")).sum();
    assert_eq!(format!("{shares:.2}"), total.as_str().expect("an amount"));
    assert_eq!((of_job(1, "balance"), of_job(2, "balance")), ("0.00".into(), "0.00".into()));
}
