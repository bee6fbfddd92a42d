//! The clock: backwards, across its changes, at the edges of the calendar, and seen from another zone.

use super::office;
use crate::office::{Answer, Office, run_in};

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";

#[test]
fn a_clock_that_goes_backwards_between_commands_loses_nothing() {
    let mut office = office();
    office.at("2026-03-20T10:00:00+01:00");
    office.ok(["job", "note", "1", "first"]);
    office.ok(["remind"]);
    office.at("2026-03-10T10:00:00+01:00");
    office.ok(["job", "note", "1", "second"]);
    office.ok(["visit", "add", "1", "fri 9-11", "--tech", "ana"]);
    office.ok(["job", "new", "C-0001", "Another door"]);
    office.ok(["today"]);
    office.at("2026-03-20T10:00:01+01:00");
    let told = office.ok_with_warnings(["remind"]).out;
    let keys = office.read(JOB).matches("J-2026-00001/").count();
    office.ok_with_warnings(["remind"]);
    assert_eq!(office.read(JOB).matches("J-2026-00001/").count(), keys, "nobody is reminded twice: {told}");
    let text = office.read(JOB);
    let (first, second) = (text.find("first").expect("a note"), text.find("second").expect("a note"));
    assert!(first < second, "what came later stands later");
    office.ok(["check"]);
    assert_eq!(office.git(["status", "--porcelain"]), "");
}

/// Where a visit of that time stands, or why it does not.
fn visit(office: &Office, when: &str) -> Result<String, Answer> {
    let before = office.read(JOB);
    let answer = office.run([
        "visit",
        "add",
        "1",
        when,
        "--tech",
        "ana",
        "--overbook",
        "--reason",
        "the shop is closed",
    ]);
    if answer.code != 0 {
        assert_eq!(office.read(JOB), before);
        return Err(answer);
    }
    let text = office.read(JOB);
    Ok(text[text.find("\nvisits:").expect("visits")..].to_string())
}

#[test]
fn an_hour_that_does_not_exist_is_refused_and_a_doubled_one_stays_as_typed() {
    let mut office = office();
    // On 29 March the clocks go from 2:00 to 3:00.
    let told = visit(&office, "2026-03-29 2:30-4:00").expect_err("no such time");
    assert!(told.code == 2 && told.err.contains("2:30"), "{}", told.err);
    let across = visit(&office, "2026-03-29 1:30-4:00").expect("across the change");
    assert!(
        across.contains("from: 2026-03-29T01:30\n") && across.contains("to: 2026-03-29T04:00\n"),
        "{across}"
    );
    // On 25 October they go from 3:00 to 2:00.
    let doubled = visit(&office, "2026-10-25 2:30-5:00").expect("a doubled time");
    assert!(doubled.contains("from: 2026-10-25T02:30\n"), "{doubled}");
    // A moment within the doubled hour, said with its offset, is itself.
    for now in ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"] {
        office.at(now);
        office.ok(["job", "note", "1", now]);
        assert!(office.read(JOB).contains(&format!("at: \"{now}\"")), "{}", office.read(JOB));
    }
    office.ok(["check"]);
    office.ok_with_warnings(["today"]);
}

#[test]
fn leap_days_exist_in_leap_years_only() {
    let office = office();
    let on = |day: &str| office.run(["job", "task", "1", "Look", "--due", day]);
    assert_eq!(on("2028-02-29").code, 0);
    let told = on("2027-02-29");
    assert!(told.code == 2 && told.err.contains("2027-02-29"), "{}", told.err);
    let told = on("2100-02-29");
    assert!(told.code == 2, "{}", told.err);
    let mut office = office;
    office.at("2028-02-29T23:59:59+01:00");
    office.ok(["job", "note", "1", "on the leap day"]);
    office.ok(["job", "new", "C-0001", "A door of the leap day"]);
    assert!(office.path("jobs/2028/000/J-2028-00001.yaml").exists());
    office.ok(["check"]);
}

#[test]
fn years_go_to_9999_and_what_is_beyond_says_so() {
    let mut office = office();
    office.ok(["job", "task", "1", "Look", "--due", "9999-12-31"]);
    let told = office.refused(2, ["job", "task", "1", "Look", "--due", "10000-01-01"]);
    assert!(told.contains("10000"), "{told}");
    office.at("9999-12-31T10:00:00+01:00");
    office.ok_with_warnings(["job", "note", "1", "the last day"]);
    office.ok_with_warnings(["job", "new", "C-0001", "The last door"]);
    assert!(office.path("jobs/9999/000/J-9999-00001.yaml").exists());
    for shown in
        [&["today"][..], &["due"], &["job", "show", "J-2026-00001"], &["check"], &["remind"], &["schedule"]]
    {
        let answer = office.run(shown.iter().copied());
        assert!(
            answer.code == 0 && !answer.err.contains("panicked"),
            "{shown:?}: {}{}",
            answer.out,
            answer.err
        );
    }
    let told = office.run(["visit", "add", "J-9999-00001", "2 days", "--tech", "ana"]);
    assert!(!told.err.contains("panicked") && told.code != 101, "{}", told.err);
    // A clock beyond that is refused before anything is written.
    for now in ["+10000-01-01T10:00:00+01:00", "10000-01-01T10:00:00Z"] {
        office.at(now);
        let told = office.refused(2, ["job", "note", "1", "beyond"]);
        assert!(told.contains("JOBBOOK_NOW"), "{told}");
    }
}

#[test]
fn another_zone_than_the_offices_changes_nothing_that_is_kept() {
    let office = office();
    let run = |office: &Office, zone: &str, words: &[&str]| {
        let mut command = office.command(words.iter().copied());
        command.env("TZ", zone);
        let answer = run_in(&office.path(""), &mut command);
        assert_eq!(answer.code, 0, "{zone} {words:?}: {}", answer.err);
        answer.out + &answer.err
    };
    let commands: &[&[&str]] = &[
        &["job", "note", "1", "seen"],
        &["visit", "add", "1", "tomorrow 9-11", "--tech", "ana"],
        &["job", "task", "1", "Look", "--due", "fri"],
        &["quote", "new", "1"],
        &["today"],
        &["remind"],
        &["job", "show", "1"],
    ];
    let told = |zone: &str| {
        let copy = office.copy();
        let said: Vec<String> = commands.iter().map(|words| run(&copy, zone, words)).collect();
        (said, copy.files(), copy.git(["log", "--format=%T %s %aI"]))
    };
    let here = told("Europe/Berlin");
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "nonsense", ""] {
        assert_eq!(told(zone), here, "{zone}");
    }
}

#[test]
fn without_a_fixed_clock_another_zone_keeps_the_offices_days() {
    let office = office();
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago"] {
        let mut command = office.command(["job", "note", "1", zone]);
        command.env("TZ", zone).env_remove("JOBBOOK_NOW");
        // `run_in` gives back what was set here.
        let output = command.output().expect("the program runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = office.read(JOB);
        let at = text[..text.find(zone).expect("the note")].rfind("at: \"").expect("a moment") + 5;
        let moment = &text[at..at + 25];
        assert!(moment.ends_with("+01:00") || moment.ends_with("+02:00"), "{moment}");
    }
    office.ok_with_warnings(["check"]);
}
