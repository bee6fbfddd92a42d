//! Search: the best first, whatever was typed.

use crate::office::Office;

fn office() -> Office {
    let office = Office::new();
    let call = ["contact", "new", "in", "call"];
    let linden = ["--name", "Bäckerei Linden", "--phone", "040 5550177", "--email", "mara@linden.example"];
    office.ok(call.into_iter().chain(linden).chain(["--title", "Shop door drags"]));
    office.ok(call.into_iter().chain(["--name", "Copper Kettle", "--title", "Compressor of the cold room"]));
    office.ok(["job", "note", "1", "the hinge was bent by a lorry"]);
    office
}

fn references(office: &Office, words: &[&str]) -> Vec<String> {
    let told = office.json(std::iter::once("search").chain(words.iter().copied()));
    told["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| hit["reference"].as_str().unwrap().to_string())
        .collect()
}

#[test]
fn names_titles_numbers_and_notes_are_found() {
    let office = office();
    assert_eq!(references(&office, &["BACKEREI"]), ["C-0001", "J-2026-00001"]);
    assert_eq!(references(&office, &["door"]), ["J-2026-00001"]);
    assert_eq!(references(&office, &["door", "linden"]), ["J-2026-00001"]);
    assert_eq!(references(&office, &["lorry"]), ["J-2026-00001"]);
    assert_eq!(references(&office, &["lorry", "linden"]), ["J-2026-00001"]);
    assert_eq!(references(&office, &["2", "--in", "jobs"]), ["J-2026-00002"]);
    assert_eq!(references(&office, &["j-2026-00002"]), ["J-2026-00002"]);
    assert_eq!(references(&office, &["lorry", "kettle"]), Vec::<String>::new());
}

#[test]
fn a_phone_number_is_found_however_it_is_typed() {
    let office = office();
    for typed in [&["0405550177"][..], &["040", "555", "0177"], &["+49 40 5550177"], &["040/5550177"]] {
        assert_eq!(references(&office, typed), ["C-0001"], "{typed:?}");
    }
}

#[test]
fn slips_are_forgiven_only_when_nothing_else_answers() {
    let office = office();
    assert_eq!(references(&office, &["compresor"]), ["J-2026-00002"]);
    assert_eq!(references(&office, &["compressor"]), ["J-2026-00002"]);
    office.ok(["job", "note", "1", "typed compresor"]);
    assert_eq!(references(&office, &["compresor"]), ["J-2026-00001"]);
}

#[test]
fn what_was_found_stands_between_signs() {
    let office = office();
    let told = office.ok(["search", "lorry"]);
    assert!(told.contains("• note: the hinge was bent by a «lorry»"), "{told}");
    let answer = office.run(["search", "nowhere"]);
    assert_eq!((answer.code, answer.out.as_str()), (0, ""));
    assert!(answer.err.contains("nothing was found"), "{}", answer.err);
}

#[test]
fn what_a_role_may_not_see_is_not_found() {
    let office = office();
    let limits = "\n[access]\ntechnician = { may_not = [\"job list\"] }\n";
    let mut team = office.read("team.toml").replacen("\n[access]\n", limits, 1);
    team.push_str("\n[[person]]\nname = \"ben\"\nroles = [\"technician\"]\n");
    office.write("team.toml", &team);
    office.git(["commit", "-qam", "Settings"]);
    assert_eq!(references(&office, &["linden"]), ["C-0001", "J-2026-00001"]);
    assert_eq!(references(&office, &["linden", "--by", "ben"]), ["C-0001"]);
    let told = office.refused(1, ["search", "linden", "--in", "jobs", "--by", "ben"]);
    assert!(told.contains("[not-allowed]"), "{told}");
}
