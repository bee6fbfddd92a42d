//! Sheets and statements from elsewhere: row by row, nothing guessed, one change, and harmless the second time.

use serde_json::{Value, json};

use crate::engagement::Engagement;
use crate::office::Office;

const SHEET: &str = "\
Firma,Ansprechpartner,Telefon,E-Mail,Strasse,PLZ,Ort,Kundengruppe,Mood
Linden Bakery,Mara Linden,040 5550177,mara@linden.example,Quay 1,20457,Hamburg,,good
\"Quay; House\",,nonsense,,,,,,
Kettle,,,info@kettle.example,,,,platinum,
Linden Bakery GmbH,,,,,,,,
Another name,,040 5550177,,,,,,
Card,,,,4111 1111 1111 1111,,,,
";

fn results(answer: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or("").to_string();
    let rows = answer["rows"].as_array().expect("rows").iter();
    rows.map(|row| (text(&row["result"]), text(&row["client"]))).collect()
}

#[test]
fn g05_a_sheet_of_clients_is_taken_in_row_by_row_as_one_change() {
    let office = Office::new();
    office.write("book.csv", SHEET);
    office.git(["add", "."]);
    office.git(["commit", "-qm", "sheet"]);
    let commits = office.git(["rev-list", "--count", "HEAD"]);
    let touched = office.touched(|office| {
        let dry = office.run(["import", "clients", "book.csv", "--dry-run"]);
        assert_eq!(dry.code, 3, "{}", dry.err);
        assert!(dry.out.contains("2 new, 0 updated, 2 duplicates, 2 refused"), "{}", dry.out);
        assert!(dry.out.contains("dry run: nothing was written"), "{}", dry.out);
        assert!(dry.err.contains("column \"mood\" is not taken in"), "{}", dry.err);
        assert!(dry.err.contains("book.csv:3"), "{}", dry.err);
    });
    assert_eq!(touched, [""; 0]);
    let answer = office.run(["import", "clients", "book.csv", "--json"]);
    let told: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(
        results(&told),
        [
            ("new", "C-0001"),
            ("refused", ""),
            ("new", "C-0002"),
            ("duplicate", "C-0001"),
            ("duplicate", "C-0001"),
            ("refused", ""),
        ]
        .map(|(result, client)| (result.to_string(), client.to_string()))
    );
    assert_eq!(told["rows"][3]["what"], json!(["the same as line 2"]));
    assert!(!answer.out.contains("4111"), "{}", answer.out);
    let after = office.git(["rev-list", "--count", "HEAD"]);
    assert_eq!(after.trim().parse::<u32>().unwrap(), commits.trim().parse::<u32>().unwrap() + 1);
    assert_eq!(office.last_commit(), "clients from a sheet: 2 new, 0 brought up to date");
    let client = office.json(["client", "show", "C-0001"]);
    assert_eq!(client["client"]["contacts"][0]["phone"], "+49405550177");
    assert_eq!(client["client"]["sites"][0]["address"]["city"], "Hamburg");
    assert_eq!(office.json(["client", "show", "C-0002"])["client"]["class"], "platinum");

    // Again: nobody is made twice.
    let again = office.run(["import", "clients", "book.csv"]);
    assert!(again.out.contains("0 new, 0 updated, 4 duplicates, 2 refused"), "{}", again.out);
}

#[test]
fn g05_a_row_fills_in_what_is_not_known_and_replaces_only_by_id() {
    let office = Office::new();
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden Bakery",
        "--phone",
        "040 5550177",
        "--title",
        "Door",
    ]);
    office.write(
        "more.csv",
        "name,phone,email,tags\nLinden Bakery,040 999,new@linden.example,\"vip, early\"\n",
    );
    let told = office.json(["import", "clients", "more.csv"]);
    assert_eq!(results(&told), [("update".to_string(), "C-0001".to_string())]);
    let what = told["rows"][0]["what"].to_string();
    assert!(what.contains("left: phone is +49405550177, not +4940999"), "{what}");
    let client = office.json(["client", "show", "C-0001"]);
    assert_eq!(client["client"]["contacts"][0]["phone"], "+49405550177");
    assert_eq!(client["client"]["contacts"][0]["email"], "new@linden.example");
    assert_eq!(client["client"]["tags"], json!(["vip", "early"]));
    assert!(
        office.read("jobs/2026/000/J-2026-00001.yaml").contains("new@linden.example"),
        "open jobs are told"
    );
    office.write("more.csv", "id,name,phone\nC-0001,Linden Bakery Ltd,040 999\nC-0077,Nobody,\n");
    let answer = office.run(["import", "clients", "more.csv", "--json"]);
    assert_eq!(answer.code, 3);
    let client = office.json(["client", "show", "C-0001"]);
    assert_eq!(
        (&client["client"]["name"], &client["client"]["contacts"][0]["phone"]),
        (&json!("Linden Bakery Ltd"), &json!("+4940999"))
    );
}

#[test]
fn g05_the_office_says_what_its_own_columns_are() {
    let office = Office::new();
    office.replace("jobbook.toml", "clients  = {}", "clients  = { \"Nr 1\" = \"name\", \"Mood\" = \"-\" }");
    office.write("own.csv", "Nr 1,Mood\nLinden,good\n");
    assert!(office.ok(["import", "clients", "own.csv"]).contains("1 new"));
    office.replace("jobbook.toml", "\"Nr 1\" = \"name\"", "\"Nr 1\" = \"nmae\"");
    assert!(office.run(["import", "clients", "own.csv"]).err.contains("there is no field \"nmae\""));
}

/// Two invoices of 119.00 for one client, one of 119.00 for another.
fn billed() -> Office {
    let office = Office::new();
    for (n, name) in [(1, "Linden Bakery"), (2, "Quay House"), (3, "Linden Bakery")] {
        let job = n.to_string();
        office.ok(["contact", "new", "in", "call", "--name", name, "--title", "Door", "--force"]);
        office.ok(["quote", "new", &job]);
        office.ok(["quote", "line", &job, "add", "Work", "--price", "100"]);
        office.ok(["quote", "send", &job, "--via", "hand"]);
        office.ok(["quote", "approve", &job, "--who", "x", "--how", "call"]);
        office.ok(["invoice", "new", &job]);
        office.ok(["invoice", "send", &job, "--via", "hand"]);
    }
    office
}

fn ofx(rows: &[(&str, &str, &str, &str)]) -> String {
    let row = |(id, amount, name, memo): &(&str, &str, &str, &str)| {
        format!(
            "<STMTTRN>\n<TRNTYPE>CREDIT\n<DTPOSTED>20260302\n<TRNAMT>{amount}\n<FITID>{id}\n<NAME>{name}\n<MEMO>{memo}\n</STMTTRN>\n"
        )
    };
    let rows: String = rows.iter().map(row).collect();
    format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><STMTRS><CURDEF>EUR\n<BANKACCTFROM><ACCTID>77\n</BANKACCTFROM>\n<BANKTRANLIST>\n{rows}</BANKTRANLIST></STMTRS></OFX>\n"
    )
}

#[test]
fn e19_a_statement_as_ofx_is_harmless_the_second_time() {
    let office = billed();
    let statement = ofx(&[
        ("A1", "60.00", "Linden Bakery", "inv 2026 00001 first part"),
        ("A2", "60.00", "Linden Bakery", "inv 2026 00001 first part"),
        ("A3", "119.00", "QUAY HOUSE", "thank you"),
        ("A4", "119.00", "Linden Bakery", "no number"),
        ("A5", "5.00", "Stranger", "for nothing"),
        ("A6", "-20.00", "Landlord", "rent"),
    ]);
    office.write("march.ofx", &statement);
    let results = |office: &Office| -> Vec<String> {
        let told = office.json(["payment", "import", "march.ofx"]);
        let rows = told["payments"].as_array().unwrap().iter();
        rows.map(|row| format!("{} {}", row["result"].as_str().unwrap(), row["invoice"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(
        results(&office),
        [
            "recorded INV-2026-00001",
            "recorded INV-2026-00001",
            "recorded INV-2026-00002",
            "recorded INV-2026-00003",
            "unmatched ",
            "unmatched "
        ]
    );
    let client = office.json(["client", "list"]);
    let again = office.touched(|office| {
        assert_eq!(results(office), ["known ", "known ", "known ", "known ", "unmatched ", "unmatched "]);
    });
    assert_eq!(again, [""; 0]);
    assert_eq!(office.json(["client", "list"]), client);
    // The same day, amount and words under another number of the bank is other money.
    office.write("march.ofx", &ofx(&[("A9", "119.00", "QUAY HOUSE", "thank you")]));
    assert_eq!(results(&office), ["unmatched "]);
    let kept = Engagement::read(&office, "J-2026-00001").payments[0].bank.clone().unwrap();
    assert!(!kept.contains("A1") && kept.chars().all(|c| c.is_ascii_lowercase()), "{kept}");
}

#[test]
fn x06_sheets_saved_with_semicolons_and_decimal_commas_are_read_where_they_are_clear() {
    let office = billed();
    office.write(
        "bank.csv",
        "Buchungstag;Auftraggeber;Verwendungszweck;Betrag\n\
         02.03.2026;Linden Bakery;\"INV-2026-00001; Danke\";119,00\n\
         02.03.2026;Somebody;Rent, March;1.190\n",
    );
    let told = office.json(["payment", "import", "bank.csv"]);
    let rows = told["payments"].as_array().unwrap().iter();
    let told: Vec<String> = rows
        .map(|row| format!("{} {}", row["amount"].as_str().unwrap(), row["result"].as_str().unwrap()))
        .collect();
    assert_eq!(told, ["119.00 recorded", "1190.00 unmatched"]);
    // Nothing tells whether that is one or a thousand: it is named, and the rest is read.
    office.write("prices.csv", "Code;Description;Price\nPUMP;Pump;1.190\nBOLT;Bolt;2\n");
    let answer = office.run(["price", "import", "standard", "prices.csv"]);
    assert_eq!(answer.code, 3, "{}{}", answer.out, answer.err);
    assert!(
        answer.err.contains("prices.csv:2")
            && answer.err.contains("\"1.190\" has thousands, or a fraction of three digits"),
        "{}",
        answer.err
    );
    office.write("clients.csv", "Firma;Telefon;Ort\nQuay, Pier & Co;040 12345;Hamburg\n");
    assert!(office.ok(["import", "clients", "clients.csv"]).contains("1 new"));
    assert!(office.ok(["client", "list"]).contains("Quay, Pier & Co"));
}

#[test]
fn e19_a_hostile_statement_is_refused_whole_and_a_card_number_by_its_row() {
    let office = billed();
    office.write("bad.ofx", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><?OFX?><OFX></OFX>");
    assert!(office.run(["payment", "import", "bad.ofx"]).err.contains("[ofx-declaration]"));
    office
        .write("card.ofx", &ofx(&[("A1", "119.00", "Linden Bakery", "4111 1111 1111 1111 INV-2026-00001")]));
    let answer = office.run(["payment", "import", "card.ofx"]);
    assert_eq!(answer.code, 3);
    assert!(answer.err.contains("[card-number]") && answer.err.contains("card.ofx:"), "{}", answer.err);
    assert!(!format!("{}{}", answer.out, answer.err).contains("4111"), "{}", answer.err);
}
