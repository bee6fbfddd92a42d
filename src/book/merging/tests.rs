use super::*;
use crate::book::yaml;
use crate::domain::history::Side;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";
const BASE: &str = "\
format: 1
id: J-2026-00001
client: C-0001
title: Door
workflow: service-call
stage: incoming
opened:
  at: \"2026-03-02T09:00:00+01:00\"
  by: ana
path: quote-first
tags:
- seen
log:
- at: \"2026-03-02T09:00:00+01:00\"
  by: ana
  note: first
";

fn merged(path: &str, base: &str, ours: &str, theirs: &str, settlement: &Settlement) -> Outcome<Merged> {
    let bytes = |text: &'static str| (!text.is_empty()).then_some(text.as_bytes());
    let leak = |text: &str| -> &'static str { Box::leak(text.to_string().into_boxed_str()) };
    let versions = Versions { base: bytes(leak(base)), ours: bytes(leak(ours)), theirs: bytes(leak(theirs)) };
    merge_file(&RelPath::new(path).unwrap(), versions, settlement, &|name| name == "outbox/sent/1.eml")
}

#[track_caller]
fn clean(path: &str, base: &str, ours: &str, theirs: &str) -> String {
    let merged = merged(path, base, ours, theirs, &Settlement::default()).unwrap();
    assert_eq!(merged.conflicts, [], "{path}");
    String::from_utf8(merged.bytes.unwrap_or_default()).unwrap()
}

#[track_caller]
fn conflict(path: &str, base: &str, ours: &str, theirs: &str) -> Conflict {
    let merged = merged(path, base, ours, theirs, &Settlement::default()).unwrap();
    assert_eq!(
        merged.bytes.as_deref(),
        (!ours.is_empty()).then_some(ours.as_bytes()),
        "what is ours stands there"
    );
    assert_eq!(merged.conflicts.len(), 1, "{:?}", merged.conflicts);
    merged.conflicts.into_iter().next().unwrap()
}

fn noted(text: &str, hour: u32, note: &str) -> String {
    format!("{text}- at: \"2026-03-02T{hour}:00:00+01:00\"\n  by: ana\n  note: {note}\n")
}

#[test]
fn entries_of_both_stand_in_the_order_of_time_whichever_side_is_ours() {
    let (ours, theirs) = (noted(BASE, 11, "ours"), noted(BASE, 10, "theirs"));
    let expected = noted(&noted(BASE, 10, "theirs"), 11, "ours");
    assert_eq!(clean(JOB, BASE, &ours, &theirs), expected);
    assert_eq!(clean(JOB, BASE, &theirs, &ours), expected);
}

#[test]
fn a_scalar_that_both_changed_is_a_conflict_with_its_values_and_can_be_settled() {
    let (ours, theirs) = (BASE.replace("Door", "A"), noted(&BASE.replace("Door", "B"), 10, "theirs"));
    let open = merged(JOB, BASE, &ours, &theirs, &Settlement::default()).unwrap();
    let found = &open.conflicts[0];
    assert_eq!((found.key.as_str(), found.what.as_str()), ("J-2026-00001/title", "title"));
    assert_eq!(
        [&found.base, &found.ours, &found.theirs].map(|value| value.clone().unwrap()),
        ["Door", "A", "B"].map(|text| serde_json::Value::String(text.into()))
    );
    for (word, title) in
        [("theirs", "B"), ("ours", "A"), ("J-2026-00001=theirs", "B"), ("J-2026-00001/title=theirs", "B")]
    {
        let settlement = Settlement::read([word]).unwrap();
        let settled = merged(JOB, BASE, &ours, &theirs, &settlement).unwrap();
        let text = String::from_utf8(settled.bytes.unwrap()).unwrap();
        assert!(
            settled.conflicts.is_empty() && text.contains(&format!("title: {title}\n")),
            "{word}: {text}"
        );
        assert!(text.contains("theirs"), "the note stays in any case");
    }
    assert!(Settlement::read(["J-2026-00001/title=mine"]).is_err());
    let closest = Settlement::read(["theirs", "J-2026-00001/title=ours"]).unwrap();
    assert_eq!(closest.of(found), Some(Side::Ours));
}

#[test]
fn remarks_and_own_keys_of_people_are_kept_from_both_sides() {
    let ours = noted(&BASE.replace("title: Door", "title: Door  # as they say"), 11, "ours");
    let theirs = noted(&format!("{BASE}# call first\n"), 10, "theirs").replace("# call first\n", "");
    let theirs = format!("# call first\n{theirs}");
    let text = clean(JOB, BASE, &ours, &theirs);
    for kept in ["# as they say", "# call first", "note: ours", "note: theirs"] {
        assert!(text.contains(kept), "{kept} is missing in\n{text}");
    }
    // A key that the program does not know goes along when only one side has it.
    let theirs = noted(&BASE.replace("tags:", "colour: red\ntags:"), 10, "theirs");
    let text = clean(JOB, BASE, &noted(BASE, 11, "ours"), &theirs);
    assert!(text.contains("colour: red") && text.contains("note: ours"), "{text}");
    let ours = noted(&BASE.replace("tags:", "colour: blue\ntags:"), 11, "ours");
    assert_eq!(conflict(JOB, BASE, &ours, &theirs).key, "J-2026-00001");
}

#[test]
fn what_is_damaged_or_newer_is_not_touched() {
    let theirs = noted(BASE, 10, "theirs");
    let newer = BASE.replace("format: 1", "format: 9");
    assert_eq!(
        merged(JOB, BASE, &newer, &theirs, &Settlement::default()).unwrap_err().iter().next().unwrap().code,
        "format-newer"
    );
    assert!(merged(JOB, BASE, "title: [", &theirs, &Settlement::default()).is_err());
    assert_eq!(
        clean(JOB, BASE, BASE, "title: ["),
        "title: [",
        "what only one side changed is taken as it is"
    );
}

#[test]
fn a_file_that_one_side_removed_and_the_other_changed_is_asked_about() {
    let changed = noted(BASE, 10, "x");
    assert_eq!(conflict(JOB, BASE, &changed, "").because.unwrap(), "it is gone there");
    assert_eq!(conflict(JOB, BASE, "", &changed).because.unwrap(), "it is gone here");
    assert_eq!(clean(JOB, BASE, BASE, ""), "");
}

#[test]
fn numbers_given_under_one_seat_twice_are_never_merged() {
    let code = |path: &str, base: &str| {
        let refused = merged(
            path,
            base,
            "format: 1\nx: 1\n",
            "format: 1\nx: 2\n",
            &Settlement::read(["ours"]).unwrap(),
        );
        refused.unwrap_err().iter().next().unwrap().code
    };
    assert_eq!(code("numbers.yaml", "format: 1\n"), "seat-shared");
    assert_eq!(code("numbers-b.yaml", ""), "seat-shared");
    assert_eq!(code(JOB, ""), "seat-shared");
}

#[test]
fn letters_go_one_way() {
    assert_eq!(clean("outbox/ready/1.eml", "draft", "", "draft edited"), "", "it was sent");
    assert_eq!(clean("outbox/ready/2.eml", "", "made here", "made there"), "made there");
    assert_eq!(conflict("outbox/ready/2.eml", "draft", "", "draft edited").key, "outbox/ready/2.eml");
}

#[test]
fn rules_and_sheets_are_merged_only_when_they_then_mean_what_both_meant() {
    let base = "format = 1\n[a]\nx = 1\n";
    let entry = |name: &str| format!("{base}[[person]]\nname = \"{name}\"\n");
    assert_eq!(
        clean("team.toml", base, &entry("a"), &entry("b")),
        format!("{}[[person]]\nname = \"b\"\n", entry("a"))
    );
    // The same name twice is one person, of whom both say something else.
    let with = |role: &str| format!("{}role = \"{role}\"\n", entry("a"));
    assert_eq!(conflict("team.toml", base, &with("x"), &with("y")).key, "team.toml");
    assert_eq!(
        conflict("team.toml", base, "format = 1\n[a]\nx = 2\n", "format = 1\n[a]\nx = 3\n").key,
        "team.toml"
    );
    assert_eq!(
        clean("prices/a.csv", "code,price\nA,1\n", "code,price\nA,1\nB,2\n", "code,price\nA,1\nC,3\n"),
        "code,price\nA,1\nB,2\nC,3\n"
    );
    assert_eq!(
        conflict("prices/a.csv", "code,price\nA,1\n", "code,price\nA,2\n", "code,price\nA,3\n").key,
        "prices/a.csv"
    );
    assert_eq!(clean("templates/a.html", "1\n2\n3\n", "0\n2\n3\n", "1\n2\n4\n"), "0\n2\n4\n");
    assert_eq!(conflict("templates/a.html", "1\n", "2\n", "3\n").key, "templates/a.html");
}

#[test]
fn days_off_of_both_are_kept() {
    let off = |technician: &str| {
        format!(
            "format: 1\noff:\n- technician: {technician}\n  from: \"2026-03-02\"\n  to: \"2026-03-03\"\n  made:\n    at: \"2026-03-01T09:00:00+01:00\"\n    by: ana\n"
        )
    };
    let text = clean("schedule.yaml", "format: 1\n", &off("ben"), &off("cem"));
    let read: Schedule = yaml::read(&text, "schedule.yaml").unwrap();
    assert_eq!(read.off.len(), 2, "{text}");
}
