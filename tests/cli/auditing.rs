//! X02: history verified.

use serde_json::Value;

use super::engagement::{Engagement, line};
use super::office::Office;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";

fn office() -> Office {
    let office = Office::new();
    office.ok(["client", "new", "Linden Bakery", "--phone", "040 5550177"]);
    office.ok(["job", "new", "C-0001", "Oven door sticks"]);
    office.ok(["job", "note", "1", "first"]);
    office.ok(["job", "note", "1", "second"]);
    office
}

/// What the audit finds, which must be of this code.
#[track_caller]
fn found(office: &Office, code: &str) -> String {
    let answer = office.run(["audit"]);
    assert_eq!(answer.code, 1, "{}{}", answer.out, answer.err);
    assert!(answer.err.contains(&format!("[{code}]")), "{}", answer.err);
    answer.err
}

fn by_hand(office: &Office, file: &str, from: &str, to: &str) {
    office.replace(file, from, to);
    office.git(["commit", "-qam", "Tidy up"]);
}

#[test]
fn x02_a_sound_history_is_told_with_its_people() {
    let mut office = office();
    office.by("ben").ok(["job", "note", "1", "third"]);
    by_hand(&office, JOB, "title: Oven door sticks", "title: Oven door");
    let before = office.files();
    let answer = office.ok(["audit"]);
    for told in [
        "nothing was altered that shall last",
        "ana: 5 changes",
        "ben: 1 change",
        "without a command",
        "J-2026-00001",
    ] {
        assert!(answer.contains(told), "{told} is missing in\n{answer}");
    }
    let json = office.json(["audit"]);
    assert_eq!(
        json["audit"]["by_hand"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["files"][0] == "J-2026-00001")
            .count(),
        1
    );
    assert_eq!(json["problems"], Value::Array(Vec::new()));
    assert_eq!(office.files(), before);
    assert!(office.ok(["audit", "1"]).starts_with("5 changes of J-2026-00001"));
    let without = Office::without_git();
    assert!(without.run(["audit"]).err.contains("[history-none]"));
}

#[test]
fn x02_an_altered_or_removed_entry_of_the_log_is_found_with_who_did_it() {
    let office = office();
    by_hand(&office, JOB, "note: first", "note: never said");
    let told = found(&office, "audit-log");
    for words in ["was altered", "first", "never said", "Git User", "by hand", "Tidy up", JOB] {
        assert!(told.contains(words), "{words} is missing in\n{told}");
    }
    // Putting it back by hand is an alteration too: history does not forget.
    by_hand(&office, JOB, "note: never said", "note: first");
    assert_eq!(found(&office, "audit-log").matches("[audit-log]").count(), 2);

    let office = self::office();
    let text = office.read(JOB);
    let entry = &text[text.find("- at").unwrap()..];
    let second = entry.rfind("- at").unwrap();
    let kept = text.replace(&entry[second..], "");
    office.write(JOB, &kept);
    office.git(["commit", "-qam", "Tidy up"]);
    assert!(found(&office, "audit-log").contains("was taken out"));
}

#[test]
fn x02_what_a_command_took_back_is_no_loss_and_more_than_that_is() {
    let office = office();
    office.ok(["undo"]);
    office.ok(["audit"]);
    office.ok(["undo", office.git(["rev-parse", "HEAD"]).trim()]);
    office.ok(["audit"]);
    // A commit that only says that it takes something back.
    office.replace(JOB, "note: first", "note: other");
    let hash = office.git(["rev-parse", "HEAD"]);
    office.git(["commit", "-qam", "Take back", "-m", &format!("Undoes: {}\nBy: ana", hash.trim())]);
    found(&office, "audit-log");
}

#[test]
fn x02_a_job_taken_away_and_numbers_put_back_are_found() {
    let office = office();
    office.git(["rm", "-q", JOB]);
    office.git(["commit", "-qm", "No longer needed"]);
    assert!(found(&office, "audit-gone").contains("J-2026-00001 was taken away"));
    let office = self::office();
    by_hand(&office, "numbers.yaml", "last: 1", "last: 0");
    assert!(found(&office, "audit-numbers").contains("from 1 to 0"));
}

/// An office that has issued and sent an invoice and kept its paper.
fn billed() -> (Office, String) {
    let mut office = Office::new();
    let engagement = Engagement::new().approved(&office, vec![line("Work", "2", "50.00")]);
    engagement.write(&office);
    office.at("2026-03-05T09:00:00+01:00");
    office.ok_with_warnings(["invoice", "new", "1"]);
    office.ok_with_warnings(["invoice", "send", "1"]);
    let paper = office
        .files()
        .into_keys()
        .find(|name| name.starts_with("documents/") && name.contains("INV-"))
        .expect("a kept invoice");
    (office, paper)
}

#[test]
fn x02_papers_that_left_the_house_are_as_they_were() {
    let (office, paper) = billed();
    let answer = office.ok(["audit"]);
    assert!(answer.contains("1 invoice with a number"), "{answer}");
    by_hand(&office, &paper, "</html>", "<!-- better --></html>");
    assert!(found(&office, "audit-paper").contains(&paper));

    let (office, _) = billed();
    let job = office.files().into_keys().find(|name| name.starts_with("jobs/")).unwrap();
    // The paper and its seal, altered together, so that the present alone shows nothing.
    by_hand(&office, &job, "number: INV-2026-00001", "number: INV-2026-00009");
    found(&office, "audit-sealed");
}

#[test]
fn x02_a_merge_that_keeps_one_side_only_is_found() {
    let office = office();
    office.git(["checkout", "-qb", "side"]);
    office.ok(["job", "note", "1", "on the side"]);
    office.git(["checkout", "-q", "-"]);
    office.ok(["job", "note", "1", "on main"]);
    office.git(["merge", "-q", "--no-edit", "-s", "ours", "side"]);
    assert!(found(&office, "audit-log").contains("on the side"));

    let office = self::office();
    office.git(["checkout", "-qb", "side"]);
    office.ok(["job", "note", "1", "on the side"]);
    office.git(["checkout", "-q", "-"]);
    office.ok(["job", "note", "1", "on main"]);
    office.git(["merge", "-q", "--no-edit", "side"]);
    let job = office.read(JOB);
    assert!(job.contains("on the side") && job.contains("on main"), "{job}");
    office.ok(["audit"]);
}

#[test]
fn x02_data_taken_out_on_request_is_accepted_where_it_was_asked_for() {
    let mut office = office();
    office.ok(["job", "cancel", "1", "--reason", "other", "--note", "They moved"]);
    office.at("2026-03-03T09:00:00+01:00");
    let erased = office.run(["client", "erase", "C-0001", "--yes", "--reason", "asked for it"]);
    assert_eq!(erased.code, 0, "{}", erased.err);
    office.ok(["audit"]);
}

#[test]
fn x02_the_history_of_a_whole_engagement_is_sound() {
    let office = Office::new();
    let played = office.run(["demo", "book"]);
    assert_eq!(played.code, 0, "{}", played.err);
    let audit = office.json(["-C", "book", "audit"]);
    assert!(audit["audit"]["changes"].as_u64().unwrap() > 30, "{audit}");
    assert_eq!(audit["audit"]["by_hand"], Value::Array(Vec::new()));
    assert_eq!(audit["problems"], Value::Array(Vec::new()));
}
