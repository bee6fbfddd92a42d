//! What reads, and how a fault is told.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::{read, read_carefully, unknown_keys};
use crate::book::yaml::samples::{Job, Logged, Stage};
use crate::problem::{Problem, Severity};

const PLAIN: &str = "id: J-1\ntitle: Tap\nstage: new\n";

fn job(rest: &str) -> Job {
    let text = format!("{PLAIN}{rest}");
    read(&text, "jobs/x.yaml").unwrap_or_else(|problem| panic!("{problem:?}"))
}

fn problem(text: &str) -> Problem {
    let found = read::<Job>(text, "jobs/x.yaml").expect_err("this must not read");
    assert!(!found.remedies.is_empty(), "no remedy: {found:?}");
    assert!(found.place.is_some(), "no place: {found:?}");
    found
}

/// `code line:column message` of the fault.
fn told(rest: &str) -> String {
    let found = problem(&format!("{PLAIN}{rest}"));
    let place = found.place.expect("checked");
    format!("{} {}:{} {}", found.code, place.line, place.column, found.message)
}

#[test]
fn a_key_left_empty_is_an_empty_list_or_nothing() {
    let read = job("tags:\nnote:\nprice:   # later\nvisits:\nextra:\nroles: ~\nlog: null\n");
    assert_eq!(read, job(""));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_accepted() {
    let text = format!("\u{feff}{PLAIN}tags: [a]\nnote: |\n  one\n  two\n").replace('\n', "\r\n");
    let read: Job = read(&text, "x").expect("reads");
    assert_eq!(read.tags, ["a"]);
    assert_eq!(read.note.as_deref(), Some("one\ntwo\n"));
}

#[test]
fn money_without_quotes_is_taken_as_typed() {
    let read = job(
        "price: 12.50\nvisits:\n- n: 1\n  fee: 0.10\nlog:\n- what: paid\n  amount: 12345678901234567890.10\n",
    );
    assert_eq!(read.price.map(|price| price.to_string()).as_deref(), Some("12.50"));
    assert_eq!(read.visits[0].fee.as_ref().map(|fee| fee.0.as_str()), Some("0.10"));
    let amount: Decimal = "12345678901234567890.10".parse().expect("a decimal");
    assert_eq!(read.log, [Logged::Paid { amount, by: None }]);
}

#[test]
fn a_variant_reads_with_and_without_content() {
    let text = "id: a\ntitle: b\nstage:\n  saving:\n    until: 2026-01-02\n";
    let read: Job = read(text, "x").expect("reads");
    assert!(matches!(read.stage, Stage::Saving { .. }));
}

#[test]
fn faults_are_told_with_their_place_in_plain_words() {
    let faults = [
        ("tags: a\n", "yaml-value 4:7 `tags` should be a list"),
        ("tags:\n- [a]\n", "yaml-value 5:3 `tags[1]` should be text"),
        ("urgent: yes\n", "yaml-value 4:9 `urgent` should be true or false"),
        (
            "visits:\n- start: 2026-01-01T10:00:00+01:00\n",
            "yaml-missing 5:3 the key `n` is missing in `visits[1]`",
        ),
        ("visits:\n- n: one\n", "yaml-value 5:6 `visits[1].n` should be a whole number, not below 0"),
        (
            "visits:\n- n: 1\n  fee: much\n",
            "yaml-value 6:8 `visits[1].fee`: `much` is not an amount of money",
        ),
        (
            "visits:\n- n: 1\n  address: here\n",
            "yaml-value 6:12 `visits[1].address` should be a mapping (lines of `key: value`)",
        ),
        ("tags: []\ntags: []\n", "yaml-duplicate 5:1 the key `tags` is given twice"),
        ("extra:\n  a: b\n  a: c\n", "yaml-duplicate 6:3 the key `a` is given twice"),
        ("note: 'open\n", "yaml-syntax 5:1 this is not YAML: invalid indentation in multiline quoted scalar"),
        ("note: *nobody\n", "yaml-limit 4:7 this refers to a name that is not defined above it"),
        ("---\nid: b\n", "yaml-syntax 5:1 the file holds more than one document"),
    ];
    let expected: Vec<&str> = faults.iter().map(|(_, told)| *told).collect();
    let found: Vec<String> = faults.iter().map(|(rest, _)| told(rest)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_missing_key_at_the_top_is_named() {
    let found = problem("id: J-1\nstage: new\n");
    assert_eq!((found.code, found.message.as_str()), ("yaml-missing", "the key `title` is missing"));
}

#[test]
fn a_misspelled_word_is_answered_with_the_nearest() {
    let found = problem("id: a\ntitle: b\nstage: awaiting-aproval\n");
    assert_eq!(found.message, "`stage` cannot be `awaiting-aproval`");
    assert_eq!(found.remedies[0], "did you mean awaiting-approval?");
    assert_eq!(found.place.map(|place| (place.line, place.column)), Some((3, 8)));
}

#[test]
fn an_empty_file_is_damaged() {
    for text in ["", "\u{feff}\n", "# only a comment\n", "~\n"] {
        let found = problem(text);
        assert!(
            found.message.contains("empty")
                || found.message.contains("holds no value")
                || found.message.contains("should be"),
            "{text:?}: {found:?}"
        );
    }
}

#[test]
fn bombs_are_refused() {
    let mut bomb = String::from("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (this, last) in [("b", "a"), ("c", "b"), ("d", "c"), ("e", "d"), ("f", "e"), ("g", "f")] {
        let refs = vec![format!("*{last}"); 9].join(",");
        bomb.push_str(&format!("{this}: &{this} [{refs}]\n"));
    }
    let found = problem(&format!("{PLAIN}{bomb}"));
    assert_eq!(found.code, "yaml-limit");
}

#[test]
fn what_is_nested_too_deep_or_too_large_is_refused() {
    let deep = format!("{PLAIN}own: {}{}\n", "[".repeat(40), "]".repeat(40));
    assert!(problem(&deep).code.starts_with("yaml-"));
    #[derive(Deserialize, Debug)]
    struct Deep(
        #[serde(default)]
        #[allow(dead_code)]
        Vec<Deep>,
    );
    let nested = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    assert!(read_carefully::<Deep>(&nested, "x").is_err());
    let large = format!("id: {}\n", "x".repeat(16 * 1024 * 1024));
    assert_eq!(problem(&large).code, "yaml-size");
}

#[test]
fn a_hundred_comment_lines_in_a_row_are_no_fault() {
    let text = format!("{}{PLAIN}", "# remark\n".repeat(300));
    assert!(read::<Job>(&text, "x").is_ok());
}

#[test]
fn unknown_keys_are_warned_of_at_every_level_and_known_ones_are_not() {
    let text = "id: J-1\ntitel: x\ntitle: Tap\nstage: new\nurgent: false\ntags:\n\
                visits:\n- n: 1\n  strat: x\n  done: []\n  colleague:\n    deep: 1\nlog:\n- what: called\n  missed: false\n  misssed: true\n";
    let found = unknown_keys::<Job>(text, "jobs/x.yaml");
    let told: Vec<String> = found
        .iter()
        .map(|problem| {
            format!(
                "{}: {} {:?}",
                problem.place.as_ref().expect("a place"),
                problem.message,
                problem.remedies
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "jobs/x.yaml:2:1: the key `titel` is not known here [\"did you mean title?\"]",
            "jobs/x.yaml:9:3: the key `strat` is not known in `visits[1]` [\"did you mean start?\"]",
            "jobs/x.yaml:11:3: the key `colleague` is not known in `visits[1]` []",
            "jobs/x.yaml:16:3: the key `misssed` is not known in `log[1]` []",
        ]
    );
    assert!(
        found.iter().all(|problem| problem.severity == Severity::Warning && problem.code == "unknown-key")
    );
}
