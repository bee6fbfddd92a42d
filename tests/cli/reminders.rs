//! Reminders: each thing due reminds once, however often and however late the command is run (E09).

use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::Value;

use crate::office::{CLIENT, Office};

/// A job with parts, a visit and a task, each on a day of March.
fn job(number: usize, stage: &str, eta: u32, visit: u32, task: u32) -> String {
    let mut text = format!(
        "format: 1\nid: J-2026-{number:05}\nclient: C-0001\ntitle: Job {number}\nworkflow: service-call\n\
         stage: {stage}\nopened: {{at: \"2026-02-20T10:00:00+01:00\", by: ana}}\npath: quote-first\n"
    );
    let made = "{at: \"2026-02-20T10:00:00+01:00\", by: ana}";
    let _ = write!(
        text,
        "parts:\n- number: 1\n  text: Closer\n  qty: 1\n  needed: {made}\n  order: {{made: {made}, supplier: Depot}}\n  \
         eta:\n  - {{told: {made}, date: \"2026-03-{eta:02}\"}}\n\
         visits:\n- number: 1\n  purpose: work\n  made: {made}\n  planned:\n    from: \"2026-03-{visit:02}T09:00\"\n    \
         to: \"2026-03-{visit:02}T11:00\"\n\
         tasks:\n- number: 1\n  text: Call the caretaker\n  made: {made}\n  due: \"2026-03-{task:02}\"\n"
    );
    text
}

fn book(jobs: &[(String, u32, u32, u32)]) -> Office {
    let office = Office::without_git();
    office.write("clients/00/C-0001.yaml", CLIENT);
    for (index, (stage, eta, visit, task)) in jobs.iter().enumerate() {
        let number = index + 1;
        office.write(
            &format!("jobs/2026/000/J-2026-{number:05}.yaml"),
            &job(number, stage, *eta, *visit, *task),
        );
    }
    office
}

/// Every key that a run of `remind` told.
fn told(answer: &Value) -> Vec<String> {
    let people = answer["people"].as_array().expect("people");
    let dues = people.iter().flat_map(|person| person["dues"].as_array().expect("dues"));
    dues.map(|due| due["key"].as_str().expect("a key").to_string()).collect()
}

fn due(office: &Office) -> Value {
    office.json(["due"])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn thirty_daily_runs_leave_due_what_one_run_after_thirty_days_leaves(
        jobs in prop::collection::vec(
            (prop::sample::select(vec!["quoting", "awaiting-approval", "saving", "parts", "scheduling", "complete"]),
             1u32..31, 3u32..31, 1u32..31),
            1..4,
        )
    ) {
        let jobs: Vec<_> =
            jobs.into_iter().map(|(stage, eta, visit, task)| (stage.to_string(), eta, visit, task)).collect();
        let (mut daily, mut once) = (book(&jobs), book(&jobs));
        let mut keys = Vec::new();
        for day in 1..=30 {
            daily.at(&format!("2026-03-{day:02}T10:00:00+01:00"));
            keys.extend(told(&daily.json(["remind", "--any-time"])));
        }
        daily.at("2026-03-31T10:00:00+02:00");
        once.at("2026-03-31T10:00:00+02:00");
        prop_assert_eq!(due(&daily), due(&once));
        keys.extend(told(&daily.json(["remind", "--any-time"])));
        let mut of_one_run = told(&once.json(["remind", "--any-time"]));
        prop_assert_eq!(due(&daily), due(&once));
        keys.sort();
        let mut each_once = keys.clone();
        each_once.dedup();
        prop_assert_eq!(&keys, &each_once, "something reminded twice");
        of_one_run.sort();
        prop_assert_eq!(keys, of_one_run);
    }
}

#[test]
fn e09_remind_makes_each_reminder_once_and_one_digest_for_each_person() {
    let mut office = Office::new();
    office.write("clients/00/C-0001.yaml", CLIENT);
    office.write("jobs/2026/000/J-2026-00001.yaml", &job(1, "parts", 3, 20, 25));
    office.write("jobs/2026/000/J-2026-00002.yaml", &job(2, "parts", 3, 20, 25));
    office.git(["add", "-A"]);
    office.git(["commit", "-qm", "By hand"]);
    office.at("2026-03-04T10:00:00+01:00");
    let files = office.touched(|office| {
        let told = office.ok(["remind"]);
        assert!(told.starts_with("ana: outbox/ready/2026-03-0"), "{told}");
        assert!(
            told.contains(
                "J-2026-00002  receive 1 × Closer from Depot, expected on 2026-03-03, or ask where it is"
            ),
            "{told}"
        );
    });
    assert_eq!(files.len(), 3, "{files:?}");
    assert!(files[2].starts_with("outbox/ready/"), "{files:?}");
    assert_eq!(office.last_commit(), "Remind of 2 things due");
    let letter = office.letter("reminder-digest");
    assert!(letter.contains("To: ") && letter.contains("ana@office.example"), "{letter}");
    let files = office.touched(|office| {
        assert_eq!(office.run(["remind"]).err, "nobody needs a reminder\n");
        assert_eq!(office.run(["remind"]).code, 0);
    });
    assert!(files.is_empty(), "{files:?}");
    assert_eq!(office.last_commit(), "Remind of 2 things due");
}

#[test]
fn reminders_wait_until_the_office_opens() {
    let mut office = Office::new();
    office.write("clients/00/C-0001.yaml", CLIENT);
    office.write("jobs/2026/000/J-2026-00001.yaml", &job(1, "parts", 3, 20, 25));
    office.at("2026-03-07T10:00:00+01:00");
    let files = office.touched(|office| {
        assert_eq!(office.run(["remind"]).err, "the office is closed: nobody was reminded\n");
    });
    assert!(files.is_empty(), "{files:?}");
}

#[test]
fn what_was_put_off_reminds_when_its_day_comes() {
    let mut office = Office::new();
    office.write("clients/00/C-0001.yaml", CLIENT);
    office.write("jobs/2026/000/J-2026-00001.yaml", &job(1, "complete", 3, 20, 25));
    office.at("2026-03-04T10:00:00+01:00");
    let key = "J-2026-00001/eta-late/part-1/2026-03-03";
    assert!(office.ok(["due", "1", "--keys"]).contains(key));
    office.ok(["due", "defer", key, "--until", "2026-03-09", "--reason", "supplier on holiday"]);
    assert!(!office.ok_with_warnings(["due"]).out.contains("ask where it is"));
    office.at("2026-03-10T10:00:00+01:00");
    assert!(office.ok(["due"]).contains("ask where it is"));
    let told = office.refused(1, ["due", "defer", "J-2026-00001/nothing", "--until", "fri", "--reason", "x"]);
    assert!(told.contains("[due-none]"), "{told}");
}

#[test]
fn today_shows_my_items_first_and_counts_the_rest() {
    let mut office = Office::new();
    office.write("clients/00/C-0001.yaml", CLIENT);
    office.write("jobs/2026/000/J-2026-00001.yaml", &job(1, "parts", 3, 20, 25));
    office.at("2026-03-04T10:00:00+01:00");
    let mine = office.ok(["today"]);
    assert!(mine.starts_with("Wednesday 4 March 2026 · ana: 1 thing is due\n"), "{mine}");
    office.by("ben");
    let others = office.ok(["today"]);
    assert!(
        others.starts_with("Wednesday 4 March 2026 · ben: nothing is due\n\nothers: 1 thing is due\n"),
        "{others}"
    );
}
