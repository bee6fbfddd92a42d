//! Invoices for bookkeeping programs: each once, and nobody has to remember which (T07).

use serde_json::{Value, json};

use crate::engagement::Engagement;
use crate::office::Office;

/// A job without any line: its workflow gives it the zero line, which is what the invoice has.
fn empty_job(office: &Office) {
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--workflow",
        "one-time",
        "--name",
        "Kettle: \"Tea\" & Co",
        "--title",
        "=1+1 look",
    ]);
}

/// Three invoices of 119.00, issued.
fn billed() -> Office {
    let office = Office::new();
    for (n, name) in [(1, "Linden Bakery"), (2, "Quay House"), (3, "Kettle: \"Tea\"\tCo")] {
        let job = n.to_string();
        office.ok([
            "contact",
            "new",
            "in",
            "call",
            "--name",
            name,
            "--title",
            "Door",
            "--email",
            &format!("{n}@client.example"),
        ]);
        office.ok(["quote", "new", &job]);
        office.ok(["quote", "line", &job, "add", "=HYPERLINK(\"x\") Work", "--qty", "2", "--price", "50"]);
        office.ok(["quote", "send", &job]);
        office.ok(["quote", "approve", &job, "--who", "x", "--how", "call"]);
        office.ok(["invoice", "new", &job]);
        office.ok(["invoice", "send", &job]);
    }
    office
}

#[test]
fn t07_no_job_is_without_a_line_and_a_zero_invoice_goes_too() {
    let office = Office::new();
    empty_job(&office);
    let lines = Engagement::read(&office, "J-2026-00001").lines;
    assert_eq!((lines.len(), lines[0].price.to_string().as_str()), (1, "0"));
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1", "--via", "hand"]);
    office.ok(["export", "quickbooks", "-o", "monday.csv"]);
    let sheet = office.read("monday.csv");
    let rows: Vec<&str> = sheet.lines().skip(1).collect();
    assert_eq!(
        rows,
        [
            "INV-2026-00001,Kettle Tea & Co,02/03/2026,16/03/2026,,,'=1+1 look,Services,\"One-time work, to be assessed\",1,0,0.00,0.00,standard,EUR,"
        ]
    );
}

#[test]
fn t07_each_invoice_goes_to_quickbooks_once() {
    let office = billed();
    let dry = office.touched(|office| {
        assert_eq!(
            office.ok(["export", "quickbooks", "--dry-run"]).lines().next(),
            Some("• quickbooks-2026-03-02.csv would be written: 3 invoices, INV-2026-00001, INV-2026-00002, INV-2026-00003")
        );
    });
    assert_eq!(dry, [""; 0]);
    assert!(!office.path("quickbooks-2026-03-02.csv").exists());
    office.ok(["export", "quickbooks", "-o", "monday.csv"]);
    let sheet = office.read("monday.csv");
    assert_eq!(
        sheet.lines().take(2).collect::<Vec<_>>().join("\n"),
        "*InvoiceNo,*Customer,*InvoiceDate,*DueDate,Terms,Location,Memo,Item(Product/Service),ItemDescription,ItemQuantity,ItemRate,*ItemAmount,Item Tax Amount,*Item Tax Code,Currency,Service Date\n\
         INV-2026-00001,Linden Bakery,02/03/2026,16/03/2026,,,Door,Services,\"'=HYPERLINK(\"\"x\"\") Work\",2,50.00,100.00,19.00,standard,EUR,"
    );
    assert!(sheet.contains("\nINV-2026-00003,Kettle Tea Co,"), "{sheet}");
    assert_eq!(sheet.lines().count(), 4);
    assert_eq!(office.last_commit(), "INV-2026-00001 to INV-2026-00003 for QuickBooks");
    let pushed = &Engagement::read(&office, "J-2026-00001").invoices[0].pushed[0];
    assert_eq!((pushed.to.to_string().as_str(), pushed.file.as_str()), ("quickbooks", "monday.csv"));
    assert!(pushed.hash.starts_with("sha256:") && pushed.confirmed.is_none());

    assert_eq!(office.ok(["export", "quickbooks"]), "• every invoice has gone to QuickBooks already\n");
    let twice = office.ok(["export", "quickbooks", "INV-2026-00002"]);
    assert!(twice.contains("• INV-2026-00002 went to QuickBooks in monday.csv at "), "{twice}");
    assert!(
        twice.contains("jobbook export quickbooks INV-2026-00002 --again, if it never arrived"),
        "{twice}"
    );
    assert!(
        office
            .refused(1, ["export", "quickbooks", "INV-2026-00002", "--again", "-o", "monday.csv"])
            .contains("[file-exists]")
    );
    assert_eq!(
        Engagement::read(&office, "J-2026-00002").invoices[0].pushed.len(),
        1,
        "nothing is noted of a file that is not there"
    );
    office.ok(["export", "quickbooks", "inv-2026-00002", "--again", "-o", "again.csv"]);
    assert_eq!(office.read("again.csv").lines().count(), 2);

    assert_eq!(
        office.ok(["export", "quickbooks", "--confirm"]),
        "• 3 invoices are in QuickBooks: INV-2026-00001, INV-2026-00002, INV-2026-00003\n"
    );
    assert_eq!(
        office.ok(["export", "quickbooks", "--confirm"]),
        "• no invoice waits for word that it arrived\n"
    );
    let sheet = office.ok(["export", "invoices"]);
    assert!(sheet.lines().next().unwrap().ends_with(",pushed,arrived"));
    assert!(sheet.lines().nth(1).unwrap().ends_with(",2026-03-02,yes"), "{sheet}");
    assert_eq!(office.ok(["check"]).lines().last().map(|line| line.contains("sound")), Some(true));
}

#[test]
fn t07_a_credit_note_is_entered_by_hand_and_tax_may_be_a_line() {
    let office = billed();
    office.replace("jobbook.toml", "tax        = true ", "tax        = false");
    office.replace("jobbook.toml", "items      = {}", "items      = { HOUR = \"Labor\" }");
    office.ok(["invoice", "credit", "1", "--reason", "wrong door"]);
    office.ok(["invoice", "send", "1"]);
    let told = office.ok(["export", "quickbooks"]);
    assert!(told.contains("• CR-2026-00001 is a credit note\n"), "{told}");
    let sheet = office.read("quickbooks-2026-03-02.csv");
    let of_first: Vec<&str> = sheet.lines().filter(|line| line.starts_with("INV-2026-00001")).collect();
    assert_eq!(of_first.len(), 2);
    assert!(of_first[0].ends_with(",2,50.00,100.00,"), "{sheet}");
    assert!(of_first[1].ends_with(",Sales tax,Sales tax,1,19.00,19.00,"), "{sheet}");
    office.ok(["export", "quickbooks", "CR-2026-00001", "--confirm"]);
    assert_eq!(office.ok(["export", "quickbooks"]), "• every invoice has gone to QuickBooks already\n");
    let credit = &Engagement::read(&office, "J-2026-00001").invoices[1];
    assert_eq!((credit.pushed[0].file.as_str(), credit.pushed[0].confirmed.is_some()), ("by hand", true));
}

#[test]
fn t07_late_invoices_and_unconfirmed_ones_are_due() {
    let mut office = billed();
    office.replace("jobbook.toml", "# within   = \"3d\"", "within     = \"3d\"");
    let due = |office: &Office, rule: &str| -> Vec<Value> {
        let found = office.json(["due", "--within", "30", "--rule", rule]);
        found["dues"]
            .as_array()
            .unwrap()
            .iter()
            .map(|due| json!([due["sentence"], due["at"], due["command"]]))
            .collect()
    };
    assert_eq!(
        due(&office, "invoice-to-push")[0],
        json!([
            "put invoice INV-2026-00001 into QuickBooks",
            "2026-03-05T09:00:00+01:00",
            "jobbook export quickbooks"
        ])
    );
    office.ok(["export", "quickbooks"]);
    assert!(due(&office, "invoice-to-push").is_empty());
    office.at("2026-03-06T09:00:00+01:00");
    assert_eq!(
        due(&office, "push-to-confirm")[1],
        json!([
            "see whether QuickBooks has INV-2026-00002 of quickbooks-2026-03-02.csv",
            "2026-03-05T09:00:00+01:00",
            "jobbook export quickbooks INV-2026-00002 --confirm"
        ])
    );
    office.ok(["export", "quickbooks", "--confirm"]);
    assert!(due(&office, "push-to-confirm").is_empty());
}
