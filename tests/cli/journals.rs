//! Journals for plain-text accounting, read by the programs that they are for.

use crate::office::Office;
use crate::readers::{program, python_with, told};

/// Two clients with names that a journal could take for something else: an invoice paid in part, one with a deposit
/// that is taken off, one that was taken back, money on account.
fn busy() -> Office {
    let office = Office::new();
    for (n, name) in
        [(1, "2026-01-01 ; \"Tea\" | Co: date:2026-13-45 [x]"), (2, "Bäckerei\n    assets:bank  1 EUR")]
    {
        let id = n.to_string();
        office.ok(["contact", "new", "in", "call", "--name", name, "--title", "Door \\ \"wide\"", "--force"]);
        office.ok(["quote", "new", &id, "--deposit", "30%"]);
        office.ok(["quote", "line", &id, "add", "Work", "--qty", "3", "--price", "33.33", "--discount", "3"]);
        office.ok(["quote", "line", &id, "add", "Permit", "--price", "50", "--tax", "none"]);
        office.ok(["quote", "send", &id, "--via", "hand"]);
        office.ok(["quote", "approve", &id, "--who", "x", "--how", "call"]);
    }
    office.ok(["invoice", "new", "1", "--deposit"]);
    office.ok(["invoice", "send", "1", "--via", "hand"]);
    office.ok(["payment", "record", "1"]);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1", "--via", "hand"]);
    office.ok(["payment", "record", "1", "10", "--method", "cash"]);
    office.ok(["payment", "record", "2", "7.50", "--on-site"]);
    office.ok(["invoice", "new", "2"]);
    office.ok(["invoice", "send", "2", "--via", "hand"]);
    office.ok(["invoice", "credit", "2", "--reason", "wrong"]);
    office.ok(["invoice", "send", "2", "--via", "hand"]);
    office
}

/// What each client owes, as the book says.
fn owed(office: &Office) -> Vec<(String, f64)> {
    let clients = office.json(["client", "list"]);
    let rows = clients["clients"].as_array().expect("clients").iter();
    let balance = |row: &serde_json::Value| row["balance"].as_str().unwrap().parse().unwrap();
    rows.map(|row| (row["id"].as_str().unwrap().to_string(), balance(row))).collect()
}

/// The number in what a program says of one account.
fn amount(text: &str) -> f64 {
    let number = text.trim().trim_end_matches(" EUR");
    if number.is_empty() { 0.0 } else { number.parse().unwrap_or_else(|_| panic!("{text:?}")) }
}

#[test]
fn g05_hledger_reads_the_journal_and_counts_what_clients_owe() {
    let office = busy();
    office.run(["export", "journal", "-o", "office.journal"]);
    let run = |arguments: &[&str]| {
        let mut hledger = program("hledger")?;
        Some(told(hledger.args(["-f", "office.journal"]).args(arguments).current_dir(office.path(""))))
    };
    if run(&["check", "accounts", "commodities"]).is_none() {
        return;
    }
    for (client, balance) in owed(&office) {
        let account = format!("assets:receivable:{client}");
        let said = run(&["balance", &account, "-N", "--format", "%(total)"]).unwrap();
        assert_eq!(amount(&said), balance, "{client}");
    }
    assert!(run(&["register", "tag:invoice=INV-2026-00002"]).unwrap().lines().count() > 2);
}

#[test]
fn g05_ledger_reads_the_journal_and_counts_what_clients_owe() {
    let office = busy();
    office.run(["export", "journal", "--format", "ledger", "-o", "office.ledger"]);
    let run = |arguments: &[&str]| {
        let mut ledger = program("ledger")?;
        let from = ["--pedantic", "-f", "office.ledger"];
        Some(told(ledger.args(from).args(arguments).current_dir(office.path(""))))
    };
    if run(&["accounts"]).is_none() {
        return;
    }
    for (client, balance) in owed(&office) {
        let account = format!("assets:receivable:{client}");
        let said = run(&["balance", &account, "--format", "%(total)"]).unwrap();
        assert_eq!(amount(&said), balance, "{client}");
    }
    assert!(run(&["register", "%invoice=/INV-2026-00002/"]).unwrap().lines().count() > 2);
}

/// Loads the journal and tells what stands below an account.
const BEANCOUNT: &str = r#"
import sys
from beancount import loader
from beancount.core import data, inventory
entries, errors, options = loader.load_file(sys.argv[1])
assert not errors, errors
sums = {}
for entry in entries:
    if isinstance(entry, data.Transaction):
        for posting in entry.postings:
            sums.setdefault(posting.account, inventory.Inventory()).add_position(posting)
for account in sorted(sums):
    if account.startswith("Assets:Receivable:"):
        print(account.split(":")[2], sums[account].get_currency_units("EUR").number)
print(len([p for e in entries if isinstance(e, data.Transaction) for p in e.postings if p.meta.get("invoice") == "INV-2026-00002"]))
"#;

#[test]
fn g05_beancount_reads_the_journal_and_counts_what_clients_owe() {
    let office = busy();
    office.run(["export", "journal", "--format", "beancount", "-o", "office.beancount"]);
    let Some(mut python) = python_with("beancount") else { return };
    let said = told(python.args(["-c", BEANCOUNT, "office.beancount"]).current_dir(office.path("")));
    let lines: Vec<&str> = said.lines().collect();
    let found: Vec<(String, f64)> = lines[..lines.len() - 1]
        .iter()
        .filter_map(|line| line.split_once(' '))
        .map(|(client, sum)| (client.to_string(), sum.parse().unwrap()))
        .collect();
    assert_eq!(found, owed(&office));
    assert!(lines.last().unwrap().parse::<u32>().unwrap() > 2);
    let mut python = python_with("beancount").unwrap();
    told(python.args(["-m", "beancount.scripts.check", "office.beancount"]).current_dir(office.path("")));
}

#[test]
fn g05_a_journal_has_an_entry_for_each_invoice_and_payment_and_may_be_of_some_days_or_one_client() {
    let office = busy();
    let text = office.ok(["export", "journal"]);
    let entries = |text: &str| text.lines().filter(|line| line.starts_with("2026-")).count();
    assert_eq!(entries(&text), 7);
    assert_eq!(entries(&office.ok(["export", "journal", "--client", "C-0001"])), 4);
    assert_eq!(entries(&office.ok(["export", "journal", "--month", "2026-02"])), 0);
    let answer = office.json(["export", "journal", "--format", "ledger"]);
    assert_eq!((answer["entries"].as_u64(), answer["format"].as_str()), (Some(7), Some("ledger")));
    assert!(answer["document"].as_str().unwrap().contains("; invoice: INV-2026-00001"));
    assert!(office.refused(1, ["export", "journal", "-o", "jobbook.toml"]).contains("[output-in-book]"));
    office.replace("jobbook.toml", "methods    = { cash", "methods    = { cheese = \"assets:x\", cash");
    assert!(office.run(["export", "journal"]).err.contains("cheese"));
}
