//! The whole book as JSON, held against its published schema by another program.

use serde_json::Value;

use crate::engagement::{Engagement, line};
use crate::office::Office;
use crate::readers::{python_with, told};

const VALIDATOR: &str = r#"
import json, sys
from jsonschema import Draft202012Validator
schema = json.load(open("book.schema.json"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
validator.validate(json.load(open("book.json")))
for text in open("book.jsonl"):
    validator.validate(json.loads(text))
broken = json.load(open("book.json"))
broken["jobs"][0]["derived"]["balance"] = 1.5
assert not validator.is_valid(broken)
print("good")
"#;

/// One job quoted, planned, billed and paid in part; another only begun.
fn busy() -> Office {
    let office = Office::new();
    let lines = vec![line("Fit the closer \"}{", "2", "64.00"), line("Disposal", "1", "20.00")];
    Engagement::new().approved(&office, lines).write(&office);
    office.ok(["parts", "add", "1", "Closer"]);
    office.ok(["visit", "add", "1", "tomorrow 10-12", "--tech", "ana"]);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1", "--via", "hand"]);
    office.ok(["payment", "record", "1", "10"]);
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden",
        "--phone",
        "040 5550177",
        "--title",
        "Gate",
    ]);
    office
}

#[test]
fn g05_everything_is_there_in_a_stable_order_and_as_the_schema_says() {
    let office = busy();
    office.run(["export", "json", "-o", "book.json"]);
    office.run(["export", "json", "--lines", "-o", "book.jsonl"]);
    office.run(["export", "json", "--schema", "-o", "book.schema.json"]);
    let whole: Value = serde_json::from_str(&office.read("book.json")).unwrap();
    let ids = |section: &str| -> Vec<String> {
        whole[section].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_string()).collect()
    };
    assert_eq!(
        (ids("clients"), ids("jobs")),
        (
            vec!["C-0001".to_string(), "C-0002".to_string()],
            vec!["J-2026-00001".to_string(), "J-2026-00002".to_string()],
        )
    );
    let job = &whole["jobs"][0];
    assert_eq!(job["facts"]["invoices"][0]["issued"]["number"], "INV-2026-00001");
    assert_eq!(job["derived"]["balance"], office.json(["job", "show", "1"])["balance"]);
    assert_eq!(
        whole["clients"][0]["derived"]["balance"],
        office.json(["client", "show", "C-0001"])["balance"]
    );
    assert!(!whole["jobs"][1]["derived"]["dues"].as_array().unwrap().is_empty());
    let lines = office.read("book.jsonl");
    let kinds: Vec<Value> =
        lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["kind"].clone()).collect();
    assert_eq!(kinds, ["book", "client", "client", "job", "job"]);
    assert_eq!(office.ok(["export", "json"]), office.read("book.json"), "the same book gives the same bytes");
    assert!(office.refused(1, ["export", "json", "-o", "jobs/x.json"]).contains("[output-in-book]"));
    let Some(mut python) = python_with("jsonschema") else { return };
    assert_eq!(told(python.args(["-c", VALIDATOR]).current_dir(office.path(""))), "good\n");
}

#[test]
fn g05_a_damaged_file_is_named_and_the_rest_is_written() {
    let office = busy();
    office.write("jobs/2026/000/J-2026-00002.yaml", "format: 1\nid: [");
    let answer = office.run(["export", "json"]);
    assert_eq!(answer.code, 3);
    assert!(answer.err.contains("J-2026-00002.yaml"), "{}", answer.err);
    let whole: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(whole["jobs"].as_array().unwrap().len(), 1);
}
