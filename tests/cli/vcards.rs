//! Clients for address books (vCard 4.0), read by another program.

use crate::office::Office;
use crate::readers::{python_with, told};

fn clients() -> Office {
    let office = Office::new();
    office.ok([
        "client",
        "new",
        "Linden; \"Bakery\", Quay\\Side and the very long name of it that makes a line which must be folded",
        "--person",
        "Mara Linden-Öz",
        "--phone",
        "040 5550177",
        "--email",
        "mara@linden.example",
        "--street",
        "Quay Street 12\nBEGIN:VCARD",
        "--postcode",
        "20457",
        "--city",
        "Hamburg",
    ]);
    office.ok(["client", "set", "1", "--tag", "vip", "--contact-note", "line one\nline two"]);
    office.ok(["client", "new", "Ada Quill", "--phone", "040 5550178"]);
    office
}

const READER: &str = r#"
import sys, vobject, json
text = open(sys.argv[1], newline="").read()
cards = []
for card in vobject.readComponents(text):
    cards.append({name: [str(one.value) for one in lines] for name, lines in card.contents.items()})
print(json.dumps(cards))
"#;

#[test]
fn g05_another_program_reads_every_card_as_it_was_written() {
    let office = clients();
    office.run(["export", "vcard", "-o", "clients.vcf"]);
    let text = office.read("clients.vcf");
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    let Some(mut python) = python_with("vobject") else { return };
    let said = told(python.args(["-c", READER, "clients.vcf"]).current_dir(office.path("")));
    let cards: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(cards.as_array().unwrap().len(), 3, "{said}");
    let firm =
        "Linden; \"Bakery\", Quay\\Side and the very long name of it that makes a line which must be folded";
    assert_eq!(cards[0]["fn"][0], firm);
    let person = &cards[1];
    assert_eq!(person["fn"][0], "Mara Linden-Öz");
    assert_eq!(person["tel"][0], "+49405550177");
    assert_eq!(person["email"][0], "mara@linden.example");
    assert_eq!(person["note"][0], "line one\nline two");
    assert_eq!(person["version"][0], "4.0");
    assert!(person["adr"][0].as_str().unwrap().contains("Quay Street 12"), "{person}");
    assert_eq!(cards[2]["fn"][0], "Ada Quill");
    assert!(cards[2].get("org").is_none());
}

#[test]
fn s14_an_erased_client_has_no_card() {
    let office = clients();
    assert_eq!(office.json(["export", "vcard"])["cards"], 3);
    assert!(office.ok(["export", "vcard", "C-0002"]).contains("FN:Ada Quill"));
    office.ok(["client", "erase", "C-0001", "--reason", "asked for it", "--yes"]);
    let text = office.ok(["export", "vcard"]);
    assert!(!text.contains("Linden") && text.matches("BEGIN:VCARD").count() == 1, "{text}");
    assert!(office.refused(1, ["export", "vcard", "C-0001"]).contains("[client-erased]"));
    assert!(office.refused(1, ["export", "vcard", "-o", "team.toml"]).contains("[output-in-book]"));
}
