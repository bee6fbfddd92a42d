//! Files that are made to exhaust whoever reads them are refused, with a sentence that names the limit, in little memory.
#![cfg(unix)]

use std::process::Command;

use crate::office::{Answer, JOB, Office, run_in};

const FILE: &str = "jobs/2026/000/J-2026-00001.yaml";
/// Address space that the program may take, in KiB: with the threads of all cores and the libraries an order
/// less than what the files would take.
const MEMORY: &str = "1500000";

/// Runs the program with bounded memory and for at most a minute of the processor.
fn bounded(office: &Office, arguments: &str) -> Answer {
    let program = env!("CARGO_BIN_EXE_jobbook");
    let script = format!("ulimit -v {MEMORY}; ulimit -t 60; exec \"{program}\" {arguments}");
    let mut command = Command::new("sh");
    command.args(["-c", &script]);
    command
        .env("JOBBOOK_NOW", crate::office::MONDAY)
        .env("JOBBOOK_USER", "ana")
        .env("RAYON_NUM_THREADS", "2");
    run_in(&office.path(""), &mut command)
}

#[track_caller]
fn refuses(office: &Office, arguments: &str, told: &[&str]) {
    let answer = bounded(office, arguments);
    assert!((1..=3).contains(&answer.code), "{arguments} ended with {}: {:.2000}", answer.code, answer.err);
    assert!(
        told.iter().any(|told| answer.err.contains(told)),
        "{arguments} says none of {told:?}: {:.3000}",
        answer.err
    );
    assert!(answer.err.len() < 20_000, "{arguments} says {} bytes", answer.err.len());
}

fn bomb() -> String {
    let mut text = "own-a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_string();
    for (above, below) in ('a'..='y').zip('b'..='z') {
        let many = vec![format!("*{above}"); 10].join(", ");
        text.push_str(&format!("own-{below}: &{below} [{many}]\n"));
    }
    text
}

#[test]
fn safe_bombs_depths_and_sizes_in_job_files_are_refused_with_the_limit() {
    let office = Office::new().with_a_job();
    let deep =
        |open: &str, close: &str| format!("{JOB}own: {}{}\n", open.repeat(100_000), close.repeat(100_000));
    let nested: String = (0..2_000).map(|level| format!("{}own:\n", " ".repeat(level))).collect();
    for (what, text, told) in [
        ("aliases", format!("{JOB}{}", bomb()), &["yaml-limit"][..]),
        ("many aliases", format!("{JOB}own-a: &a x\nown: [{}]\n", "*a, ".repeat(100_000)), &["yaml-limit"]),
        ("lists", deep("[", "]"), &["32 levels"]),
        ("mappings", deep("{a: ", "}"), &["32 levels"]),
        ("dashes", format!("{JOB}own:\n{}x\n", "- ".repeat(100_000)), &["32 levels"]),
        ("indentation", format!("{JOB}{nested}"), &["32 levels"]),
        ("size", format!("{JOB}own: {}\n", "x".repeat(17 << 20)), &["16 MiB", "16777216"]),
        ("an amount", JOB.replace("qty: 1", "qty: 1e999999999"), &["1e999999999"]),
        (
            "digits",
            JOB.replace("qty: 1", &format!("qty: {}", "9".repeat(1_000_000))),
            &["qty", "number", "amount"],
        ),
        ("a year", JOB.replace("2026-02-20", "999999999-02-20"), &["999999999"]),
    ] {
        office.write(FILE, &text);
        for command in ["job show 1", "job note 1 seen", "check"] {
            refuses(&office, command, told);
        }
        assert_eq!(office.read(FILE), text, "{what}");
    }
    // The rest of the book is at work all the same.
    let answer = bounded(&office, "client list");
    assert_eq!(answer.code, 0, "{}", answer.err);
}

#[test]
fn safe_a_very_long_line_is_taken_or_refused_but_never_shown_whole() {
    let office = Office::new().with_a_job();
    office.write(FILE, &JOB.replace("Shop door does not close", &"door ".repeat(1_000_000)));
    for command in [
        "job list",
        "job show 1",
        "check",
        "export tracking -o x.csv",
        "job note 1 seen",
        "visit sheet 1 -o x.pdf",
    ] {
        let answer = bounded(&office, command);
        assert!((0..=3).contains(&answer.code), "{command}: {:.2000}", answer.err);
    }
}

#[test]
fn safe_bombs_depths_and_sizes_in_settings_sheets_and_statements_are_refused() {
    let office = Office::new().with_a_job();
    let settings = office.read("jobbook.toml");
    for (more, told) in [
        (
            format!("own = {}{}\n", "[".repeat(100_000), "]".repeat(100_000)),
            &["recursion", "nested", "levels", "deep"][..],
        ),
        (
            format!("own = {}1{}\n", "{a=".repeat(100_000), "}".repeat(100_000)),
            &["recursion", "nested", "levels", "deep"],
        ),
        (
            format!("{} = 1\n", vec!["a"; 100_000].join(".")),
            &["recursion", "nested", "levels", "deep", "unknown-key"],
        ),
        (format!("own = \"{}\"\n", "x".repeat(17 << 20)), &["16777216", "16 MiB"]),
    ] {
        office.write("jobbook.toml", &format!("{more}{settings}"));
        refuses(&office, "job list", told);
    }
    office.write("jobbook.toml", &settings);
    office.write(
        "guides/deep.toml",
        &format!("title = \"x\"\nown = {}{}\n", "[".repeat(100_000), "]".repeat(100_000)),
    );
    refuses(&office, "guide show deep", &["recursion", "nested", "levels", "deep"]);
    std::fs::remove_file(office.path("guides/deep.toml")).unwrap();

    let huge = |head: &str, row: &str, bytes: usize| format!("{head}{}", row.repeat(bytes / row.len()));
    office.write("bank.csv", &huge("date,amount,payer,reference\n", "2026-03-02,1.00,Ines,x\n", 70 << 20));
    refuses(&office, "payment import bank.csv", &["larger than", "MiB"]);
    office.write("bank.ofx", &huge("OFXHEADER:100\n\n<OFX>", "<STMTTRN><TRNAMT>1.00", 70 << 20));
    refuses(&office, "payment import bank.ofx", &["larger than", "MiB"]);
    office.write("bank.ofx", &format!("OFXHEADER:100\n\n<OFX>{}", "<A>".repeat(1_000_000)));
    let answer = bounded(&office, "payment import bank.ofx");
    assert!((0..=3).contains(&answer.code), "{:.2000}", answer.err);
    office.write("prices.csv", &format!("code,description,price\nA,\"{}\",1\n", "x".repeat(8 << 20)));
    refuses(&office, "price import standard prices.csv", &["too long", "larger than"]);
}
