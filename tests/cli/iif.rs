//! Invoices for QuickBooks Desktop: each once, apart from what other programs got (X06).

use serde_json::{Value, json};

use crate::engagement::Engagement;
use crate::office::Office;

/// Two invoices of 119.00, issued.
fn billed() -> Office {
    let office = Office::new();
    for (job, name) in [("1", "Grün: \"Tea\"\tCo"), ("2", "Quay House")] {
        let mail = format!("{job}@client.example");
        office.ok(["contact", "new", "in", "call", "--name", name, "--title", "Door", "--email", &mail]);
        office.ok(["quote", "new", job]);
        office.ok(["quote", "line", job, "add", "Work \"by hour\"", "--qty", "2", "--price", "50"]);
        office.ok(["quote", "send", job]);
        office.ok(["quote", "approve", job, "--who", "x", "--how", "call"]);
        office.ok(["invoice", "new", job]);
        office.ok(["invoice", "send", job]);
    }
    office
}

/// The rows of a sheet, as text whatever its letters are.
fn rows(office: &Office, file: &str) -> Vec<Vec<String>> {
    let bytes = std::fs::read(office.path(file)).unwrap();
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    assert!(text.ends_with("\r\n"), "{text}");
    text.lines().map(|line| line.split('\t').map(str::to_string).collect()).collect()
}

fn of<'a>(rows: &'a [Vec<String>], keyword: &str) -> Vec<&'a Vec<String>> {
    rows.iter().filter(|row| row[0] == keyword).collect()
}

#[test]
fn x06_an_invoice_goes_to_quickbooks_desktop_in_signed_rows() {
    let office = billed();
    let dry = office.touched(|office| {
        assert_eq!(
            office.ok(["export", "iif", "--dry-run"]).lines().next(),
            Some("• quickbooks-desktop-2026-03-02.iif would be written: 2 invoices, INV-2026-00001, INV-2026-00002")
        );
    });
    assert_eq!(dry, [""; 0]);
    office.ok(["export", "iif", "-o", "monday.iif"]);
    assert_eq!(office.last_commit(), "INV-2026-00001 to INV-2026-00002 for QuickBooks Desktop");
    let rows = rows(&office, "monday.iif");
    let keywords: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(
        keywords,
        [
            "!CUST", "CUST", "CUST", "!TRNS", "!SPL", "!ENDTRNS", "TRNS", "SPL", "SPL", "ENDTRNS", "TRNS",
            "SPL", "SPL", "ENDTRNS"
        ]
    );
    for (header, keyword) in [("!CUST", "CUST"), ("!TRNS", "TRNS"), ("!SPL", "SPL")] {
        let width = of(&rows, header)[0].len();
        assert!(of(&rows, keyword).iter().all(|row| row.len() == width), "{keyword}");
    }
    assert_eq!(of(&rows, "CUST")[0][1..3], ["Grün Tea Co", "Grün: 'Tea' Co"]);
    assert_eq!(
        of(&rows, "TRNS")[0][..13],
        [
            "TRNS",
            "",
            "INVOICE",
            "03/02/26",
            "Accounts Receivable",
            "Grün Tea Co",
            "",
            "119.00",
            "2026-00001",
            "INV-2026-00001 Door",
            "N",
            "N",
            "Grün: 'Tea' Co"
        ]
    );
    assert_eq!(of(&rows, "TRNS")[0][17..], ["03/16/26", "", "N", ""]);
    let parts = of(&rows, "SPL");
    assert_eq!(
        parts[0][2..],
        [
            "INVOICE",
            "03/02/26",
            "Sales",
            "",
            "",
            "-100.00",
            "2026-00001",
            "Work 'by hour'",
            "N",
            "-2",
            "50.00",
            "Services",
            "",
            "Y",
            "",
            ""
        ]
    );
    assert_eq!(
        parts[1][2..],
        [
            "INVOICE",
            "03/02/26",
            "Sales Tax Payable",
            "",
            "",
            "-19.00",
            "2026-00001",
            "standard",
            "N",
            "",
            "19%",
            "Sales Tax",
            "",
            "N",
            "",
            "AUTOSTAX"
        ]
    );
}

#[test]
fn x06_each_program_has_its_own_account_of_what_arrived() {
    let office = billed();
    office.ok(["export", "iif", "-o", "monday.iif"]);
    assert_eq!(office.ok(["export", "iif"]), "• every invoice has gone to QuickBooks Desktop already\n");
    let twice: Value = office.json(["export", "iif", "INV-2026-00002"]);
    assert_eq!(
        [&twice["files"], &twice["skipped"][0]["invoice"], &twice["skipped"][0]["problems"][0]["code"]],
        [&json!([]), &json!("INV-2026-00002"), &json!("already-pushed")]
    );
    let told = office.ok(["export", "iif", "INV-2026-00002"]);
    assert!(told.contains("jobbook export iif INV-2026-00002 --again, if it never arrived"), "{told}");
    office.ok(["export", "iif", "INV-2026-00002", "--again", "-o", "again.iif"]);
    assert_eq!(of(&rows(&office, "again.iif"), "TRNS").len(), 1);

    assert_eq!(
        office.ok(["export", "quickbooks", "--confirm"]),
        "• no invoice waits for word that it arrived\n",
        "what went to one program did not go to the other"
    );
    office.ok(["export", "quickbooks", "-o", "monday.csv"]);
    assert_eq!(office.read("monday.csv").lines().count(), 3);
    assert_eq!(
        office.ok(["export", "iif", "--confirm"]),
        "• 2 invoices are in QuickBooks Desktop: INV-2026-00001, INV-2026-00002\n"
    );
    let sheet = office.ok(["export", "invoices"]);
    assert!(sheet.lines().nth(1).unwrap().ends_with(",2026-03-02,"), "not everywhere yet: {sheet}");
    assert_eq!(
        office.ok(["export", "quickbooks", "--confirm"]),
        "• 2 invoices are in QuickBooks: INV-2026-00001, INV-2026-00002\n"
    );
    let sheet = office.ok(["export", "invoices"]);
    assert!(sheet.lines().nth(1).unwrap().ends_with(",2026-03-02,yes"), "{sheet}");
    let pushed = &Engagement::read(&office, "J-2026-00001").invoices[0].pushed;
    let to: Vec<String> = pushed.iter().map(|push| push.to.to_string()).collect();
    assert_eq!(to, ["quickbooks-desktop", "quickbooks"]);
    assert_eq!(office.ok(["check"]).lines().last().map(|line| line.contains("sound")), Some(true));
}

#[test]
fn x06_a_credit_note_goes_too_with_the_signs_turned_and_accounts_are_the_offices() {
    let office = billed();
    office.replace("jobbook.toml", "income       = \"Sales\"", "income       = \"Repairs\"");
    office.replace("jobbook.toml", "# tax_agency = \"State Board\"", "tax_agency = \"Tax Office\"");
    office.ok(["invoice", "credit", "1", "--reason", "wrong door"]);
    office.ok(["invoice", "send", "1"]);
    office.refused(1, ["export", "iif", "CR-2026-00001", "--confirm"]);
    office.ok(["export", "iif", "CR-2026-00001", "-o", "credit.iif"]);
    let rows = rows(&office, "credit.iif");
    let whole = of(&rows, "TRNS");
    assert_eq!((whole[0][2].as_str(), whole[0][7].as_str()), ("CREDIT MEMO", "-119.00"));
    let parts = of(&rows, "SPL");
    let told: Vec<[&str; 4]> =
        parts.iter().map(|row| [4, 5, 7, 11].map(|column| row[column].as_str())).collect();
    assert_eq!(told, [["Repairs", "", "100.00", "2"], ["Sales Tax Payable", "Tax Office", "19.00", ""]]);
}

#[test]
fn x06_the_office_is_reminded_of_each_program_it_wants_invoices_in() {
    let mut office = billed();
    office.replace("jobbook.toml", "# within     = \"3d\"", "within     = \"3d\"");
    office.at("2026-03-06T09:00:00+01:00");
    let due = |rule: &str| -> Vec<[Value; 2]> {
        let found = office.json(["due", "--within", "30", "--rule", rule]);
        let dues = found["dues"].as_array().unwrap();
        dues.iter().map(|one| [one["key"].clone(), one["command"].clone()]).collect()
    };
    assert_eq!(
        due("invoice-to-push")[0],
        [
            json!("J-2026-00001/invoice-to-push/INV-2026-00001/quickbooks-desktop"),
            json!("jobbook export iif")
        ]
    );
    office.ok(["export", "iif"]);
    assert!(due("invoice-to-push").is_empty());
}
