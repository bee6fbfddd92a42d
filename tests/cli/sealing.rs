//! Sealing: settled files of past years are vouched for, and a change without a command is found.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::engagement::{Engagement, line};
use crate::office::{Office, run_in};

const JOB: &str = "jobs/2024/000/J-2024-00001.yaml";
const CLIENT: &str = "clients/00/C-0001.yaml";
const MANIFEST: &str = "sealed/2024.csv";
const WHY: &str = "the auditor asked";

/// A client with a job that was given up in 2024. It is March 2026.
fn closed() -> Office {
    let mut office = Office::new();
    office.at("2024-03-04T09:00:00+01:00");
    office.ok(["client", "new", "Linden Bakery", "--phone", "040 5550177"]);
    office.ok(["job", "new", "C-0001", "Oven door sticks"]);
    give_up(&office, "1");
    office.at("2026-03-02T09:00:00+01:00");
    office
}

/// A job at its end.
#[track_caller]
fn give_up(office: &Office, job: &str) {
    office.ok(["job", "cancel", job, "--reason", "other", "--note", "they moved"]);
}

/// The same, sealed.
fn sealed() -> Office {
    let office = closed();
    office.ok(["seal"]);
    office
}

/// Somebody overrides the protection of a file and writes into it.
#[track_caller]
fn by_hand(office: &Office, file: &str, from: &str, to: &str) {
    set_writable(&office.path(file), true);
    office.replace(file, from, to);
}

#[allow(clippy::permissions_set_readonly_false, reason = "a file in a temporary folder")]
fn set_writable(file: &PathBuf, writable: bool) {
    let mut permissions = std::fs::metadata(file).unwrap().permissions();
    permissions.set_readonly(!writable);
    std::fs::set_permissions(file, permissions).unwrap();
}

fn is_writable(office: &Office, file: &str) -> bool {
    !std::fs::metadata(office.path(file)).unwrap().permissions().readonly()
}

/// SHA-256 as another program computes it.
fn sum(office: &Office, file: &str) -> String {
    let told = std::process::Command::new("sha256sum").arg(office.path(file)).output().unwrap();
    String::from_utf8(told.stdout).unwrap().split(' ').next().unwrap().to_string()
}

#[test]
fn sealing_vouches_for_settled_files_of_past_years_and_makes_them_read_only() {
    let office = closed();
    let before = office.files();
    assert!(office.ok(["seal", "--dry-run"]).starts_with("1 job and 1 client up to 2025 would be sealed\n"));
    assert_eq!(office.files(), before);
    assert!(is_writable(&office, JOB));
    let mut told = String::new();
    let touched = office.touched(|office| told = office.ok(["seal"]));
    assert_eq!(told, "1 job and 1 client up to 2025 sealed\n• 2024: 1 job and 1 client\n");
    assert_eq!(touched, [MANIFEST]);
    let (job, client) = (sum(&office, JOB), sum(&office, CLIENT));
    assert_eq!(office.read(MANIFEST), format!("path,sha256\n{CLIENT},{client}\n{JOB},{job}\n"));
    assert!(!is_writable(&office, JOB) && !is_writable(&office, CLIENT));
    assert!(is_writable(&office, "jobbook.toml") && is_writable(&office, MANIFEST));
    assert_eq!(office.last_commit(), "Seal 2024: 1 job and 1 client");
    assert_eq!(office.git(["status", "--short"]), "");
    office.ok(["check"]);
    office.ok(["audit"]);
    let shown = office.ok(["job", "show", "1"]);
    assert!(shown.contains("with 2024; to change it: jobbook unseal J-2024-00001 --reason"), "{shown}");
    assert_eq!(office.json(["client", "show", "C-0001"])["sealed"], 2024);
    // Once more there is nothing to do, and nothing is done.
    let head = office.git(["rev-parse", "HEAD"]);
    assert_eq!(office.ok(["seal"]), "Nothing is to be sealed up to 2025\n");
    assert_eq!(office.git(["rev-parse", "HEAD"]), head);
}

#[test]
fn sealing_leaves_what_is_open_and_says_why() {
    let mut office = closed();
    office.at("2024-05-06T09:00:00+02:00");
    office.ok(["client", "new", "Harbour Café", "--phone", "030 12345678"]);
    office.ok(["job", "new", "C-0002", "Shutter is stuck"]);
    for title in ["Gate", "Lamp", "Bell", "Lock"] {
        office.ok(["job", "new", "C-0001", title]);
    }
    for n in ["3", "4", "5", "6"] {
        office.ok(["job", "task", n, "Ask for the key"]);
        give_up(&office, n);
    }
    office.at("2025-06-02T09:00:00+02:00").ok(["job", "new", "C-0002", "Awning"]);
    office.at("2026-03-02T09:00:00+01:00");
    assert_eq!(
        office.ok(["seal", "2024"]),
        "1 job up to 2024 sealed\n• 2024: 1 job\n• not sealed:\n  \
         • 1 job: not at an end (J-2024-00002)\n  \
         • 4 jobs: a task is not done (J-2024-00003, J-2024-00004, J-2024-00005 and 1 more)\n  \
         • 2 clients: a job of theirs is open (C-0001, C-0002)\n"
    );
    let told = office.json(["seal", "--dry-run"]);
    assert_eq!((&told["until"], &told["dry_run"]), (&2025.into(), &true.into()));
    assert_eq!(told["sealed"], serde_json::json!([]));
    assert_eq!(
        told["left"][1],
        serde_json::json!({
            "id": "J-2024-00003", "kind": "job", "sort": "a task is not done",
            "why": "task 1 is not done: Ask for the key", "command": "jobbook job task J-2024-00003 --done 1",
        })
    );
    let ids: Vec<&str> =
        told["left"].as_array().unwrap().iter().map(|left| left["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"J-2025-00001"), "{ids:?}");
    let all = office.ok_with_warnings(["seal", "--dry-run", "--verbose"]).err;
    assert!(all.contains("J-2024-00006: task 1 is not done: Ask for the key\n"), "{all}");
}

#[test]
fn the_present_year_cannot_be_sealed() {
    let office = closed();
    let told = office.refused(1, ["seal", "2026"]);
    assert!(told.contains("2026 is not over: only past years are sealed [seal-year]"), "{told}");
    assert!(told.contains("jobbook seal 2025"), "{told}");
    assert!(office.refused(1, ["seal", "2027"]).contains("2027 has not begun"));
    assert_eq!(office.ok(["seal", "2023"]), "Nothing is to be sealed up to 2023\n");
}

#[test]
fn a_sealed_job_is_refused_until_somebody_unseals_it_and_says_why() {
    let office = sealed();
    let told = office.refused(1, ["job", "note", "J-2024-00001", "a remark"]);
    assert!(
        told.contains("J-2024-00001 is sealed: its year is closed, and it stays as it is [sealed]"),
        "{told}"
    );
    assert!(told.contains("jobbook unseal J-2024-00001 --reason"), "{told}");
    assert!(office.refused(1, ["job", "reopen", "1", "--reason", "x"]).contains("[sealed]"));
    let mut edit = office.command(["job", "edit", "1"]);
    let edited = run_in(&office.path(""), edit.env("EDITOR", "false"));
    assert!(edited.err.contains("[sealed]"), "{}", edited.err);
    assert!(office.refused(1, ["job", "note", "1", "x", "--dry-run"]).contains("[sealed]"));
    assert!(office.refused(2, ["unseal", "1"]).contains("--reason"));
    assert!(office.refused(2, ["unseal", "1", "--reason", " "]).contains("[unseal-reason]"));
    let told = office.ok(["unseal", "1", "--reason", WHY]);
    assert!(told.starts_with("No longer sealed: J-2024-00001\n"), "{told}");
    assert!(is_writable(&office, JOB) && !is_writable(&office, CLIENT));
    let message = office.git(["log", "-1", "--format=%B"]);
    assert_eq!(
        message.trim_end(),
        "Unseal J-2024-00001\n\nUnseals: J-2024-00001\nReason: the auditor asked\nBy: ana"
    );
    let told = office.refused(1, ["unseal", "1", "--reason", WHY]);
    assert!(told.contains("J-2024-00001 is not sealed [not-sealed]"), "{told}");
    office.ok(["job", "note", "J-2024-00001", "a remark"]);
    // It was touched in this year, and stays out of the manifests until that is over.
    assert_eq!(office.ok(["seal"]), "Nothing is to be sealed up to 2025\n");
    office.ok(["check"]);
    office.ok(["audit"]);
}

#[test]
fn what_readme_says_of_closed_years_is_played_and_another_program_verifies_it() {
    let office = closed();
    let commands = crate::readme::commands("Closed years");
    for command in &commands[..2] {
        office.ok(shlex::split(command).unwrap().iter().skip(1).map(String::as_str));
    }
    let verify = "tail -n +2 sealed/2024.csv | awk -F, '{print $2 \"  \" $1}' | sha256sum --check";
    assert!(include_str!("../../README.md").contains(&verify.replace("2024", "2025")));
    let shell = || run_in(&office.path(""), std::process::Command::new("sh").args(["-c", verify]));
    let told = shell();
    assert_eq!((told.code, told.out), (0, format!("{CLIENT}: OK\n{JOB}: OK\n")), "{}", told.err);
    by_hand(&office, JOB, "Oven", "oven");
    assert_eq!(shell().code, 1);
    office.ok(shlex::split(&commands[2]).unwrap().iter().skip(1).map(String::as_str));
    let log = office.git(["log", "--grep", "Unseals", "--format=%(trailers:key=Reason,valueonly)"]);
    assert_eq!(log.trim(), "the client paid late");
}

#[test]
fn a_year_is_unsealed_as_a_whole() {
    let office = sealed();
    let told = office.json(["unseal", "2024", "--reason", WHY]);
    assert_eq!(told["unsealed"], serde_json::json!(["C-0001", "J-2024-00001"]));
    assert!(!office.path(MANIFEST).exists());
    assert!(is_writable(&office, JOB) && is_writable(&office, CLIENT));
    let told = office.refused(1, ["unseal", "2024", "--reason", WHY]);
    assert!(told.contains("nothing of 2024 is sealed [not-sealed]"), "{told}");
}

#[test]
fn an_old_client_who_comes_again_is_unsealed_by_the_same_change() {
    let office = sealed();
    let head = office.git(["rev-list", "--count", "HEAD"]);
    let told = office.ok_with_warnings(["client", "set", "C-0001", "--email", "mara@linden.example"]);
    assert_eq!(told.err, "C-0001 was sealed, and is not any more since this changes it\n");
    assert_eq!(
        office.git(["rev-list", "--count", "HEAD"]).trim().parse::<u32>().unwrap(),
        head.trim().parse::<u32>().unwrap() + 1
    );
    let files = office.git(["show", "--name-only", "--format=%(trailers:key=Unseals)", "HEAD"]);
    assert_eq!(files.trim(), format!("Unseals: C-0001\n\n\n{CLIENT}\n{MANIFEST}"));
    assert!(is_writable(&office, CLIENT));
    assert!(!office.read(MANIFEST).contains(CLIENT) && office.read(MANIFEST).contains(JOB));
    office.ok(["client", "set", "C-0001", "--email", "desk@linden.example"]);
    office.ok(["check"]);
    office.ok(["audit"]);
    // A new job for a sealed client is as quick, and programs are told too.
    let office = sealed();
    let answer = office.run(["job", "new", "C-0001", "Oven again", "--json"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    office.ok(["job", "list"]);
    office.ok(["check"]);
}

#[test]
fn new_work_that_comes_of_a_sealed_job_leaves_it_as_it_is() {
    let office = sealed();
    let before = office.read(JOB);
    let told = office.ok_with_warnings(["job", "issue", "J-2024-00001", "Sticks again"]).out;
    assert!(told.contains("J-2024-00001 is sealed: that this came of it is noted here alone"), "{told}");
    assert_eq!(office.read(JOB), before);
    assert!(office.read("jobs/2026/000/J-2026-00001.yaml").contains("from: J-2024-00001"));
    office.ok(["check"]);
}

#[test]
fn a_hand_made_change_of_a_sealed_file_is_refused_until_unseal() {
    let office = sealed();
    by_hand(&office, JOB, "Oven door sticks", "Oven door");
    let shown = office.ok_with_warnings(["job", "show", "1"]);
    assert!(shown.out.contains("Oven door"), "{}", shown.out);
    assert!(
        shown
            .err
            .contains("J-2024-00001 is sealed, and its file was changed without a command [sealed-changed]"),
        "{}",
        shown.err
    );
    for remedy in [&format!("git checkout -- {JOB}"), "jobbook unseal J-2024-00001 --reason"] {
        assert!(shown.err.contains(remedy), "{}", shown.err);
    }
    assert!(office.refused(1, ["job", "note", "1", "x"]).contains("[sealed-changed]"));
    let mut edit = office.command(["job", "edit", "1"]);
    let edited = run_in(&office.path(""), edit.env("EDITOR", "false"));
    assert!(edited.err.contains("[sealed-changed]"), "{}", edited.err);
    let told = office.run(["check"]);
    assert_eq!(told.code, 1);
    assert!(told.err.contains("[sealed-changed]") && told.err.contains(JOB), "{}", told.err);
    // What git has is as it was sealed.
    office.git(["checkout", "--", JOB]);
    office.ok(["check"]);
    office.ok(["job", "show", "1"]);
    // Or the change is accepted, and whoever audits the book reads why.
    by_hand(&office, JOB, "Oven door sticks", "Oven door");
    let told = office.ok(["unseal", "1", "--reason", WHY]);
    assert!(told.contains("not as it was sealed, and accepted as it is now: J-2024-00001"), "{told}");
    office.ok(["job", "note", "J-2024-00001", "x"]);
    office.ok(["check"]);
    // Of a client too, although it needs nobody to unseal it otherwise.
    by_hand(&office, CLIENT, "Linden Bakery", "Linden Bread");
    let told = office.refused(1, ["client", "set", "C-0001", "--email", "mara@linden.example"]);
    assert!(told.contains("C-0001 is sealed, and its file was changed without a command"), "{told}");
}

#[test]
fn a_hand_made_change_that_git_recorded_is_found_too() {
    let office = sealed();
    by_hand(&office, JOB, "Oven door sticks", "Oven door");
    office.git(["commit", "-qam", "Only a word"]);
    assert!(office.refused(1, ["job", "note", "1", "x"]).contains("[sealed-changed]"));
    assert_eq!(office.run(["check"]).code, 1);
    // Whoever puts the manifest right by hand leaves a trace as well.
    let now = sum(&office, JOB);
    let text = office.read(MANIFEST);
    let row = text.lines().find(|row| row.starts_with(JOB)).unwrap().to_string();
    office.replace(MANIFEST, &row, &format!("{JOB},{now}"));
    office.git(["commit", "-qam", "Another word"]);
    office.ok(["check"]);
    let told = office.run(["audit"]);
    assert_eq!(told.code, 1);
    assert!(
        told.err.contains("what was sealed was taken out or altered without a command [audit-unsealed]")
            && told.err.contains("why: J-2024-00001"),
        "{}",
        told.err
    );
}

#[test]
fn check_finds_a_changed_byte_a_missing_file_and_damaged_rows() {
    let office = sealed();
    by_hand(&office, CLIENT, "Linden", "linden");
    std::fs::remove_file(office.path(JOB)).unwrap();
    let row = office.read(MANIFEST).lines().nth(1).unwrap().to_string();
    let broken = format!("{}<<<<<<< ours\n{row}\n{CLIENT},{}\n", office.read(MANIFEST), "0".repeat(64));
    office.write(MANIFEST, &broken);
    let told = office.json_of_check();
    let found: Vec<(&str, &str)> = told.iter().map(|(code, place)| (code.as_str(), place.as_str())).collect();
    assert_eq!(
        found,
        [
            ("sealed-changed", CLIENT),
            ("sealed-missing", JOB),
            ("seal-damaged", "sealed/2024.csv:4"),
            ("seal-damaged", "sealed/2024.csv:6"),
            ("seal-damaged", "sealed/2024.csv:5"),
            ("seal-damaged", "sealed/2024.csv:5"),
        ]
    );
    // Nothing is written into a manifest of which something would be lost.
    assert!(office.refused(3, ["seal"]).contains("[seal-damaged]"));
    assert!(office.refused(3, ["unseal", "2024", "--reason", WHY]).contains("[seal-damaged]"));
}

#[test]
fn check_warns_of_sealed_jobs_that_the_rules_no_longer_call_settled() {
    let office = sealed();
    let flow = office.read("workflows/service-call.toml");
    assert!(flow.contains("\nname = \"cancelled\"") || flow.contains("\nname  = \"cancelled\""), "{flow}");
    let without = flow.replace("final = true", "");
    office.write("workflows/service-call.toml", &without);
    let told = office.run(["check"]);
    if told.code == 0 {
        assert!(
            told.err.contains("sealed, and by the rules as they are now not at an end [sealed-open]"),
            "{}",
            told.err
        );
    } else {
        panic!("{}", told.err);
    }
}

/// A job whose invoice was sent and paid in 2026, and given up for the rest. It is 2028.
fn paid() -> Office {
    let mut office = Office::new();
    Engagement::new().approved(&office, vec![line("Fit the closer", "1", "100.00")]).write(&office);
    office.ok(["invoice", "new", "1"]);
    office.ok_with_warnings(["invoice", "send", "1", "--via", "hand"]);
    office.ok(["payment", "record", "1", "119", "--invoice", "INV-2026-00001"]);
    give_up(&office, "1");
    office.at("2028-02-07T09:00:00+01:00");
    office
}

const STATEMENT: &str = "date,amount,payer,reference\n2028-02-03,119.00,Harbour Café,INV-2026-00001\n";

#[test]
fn a_row_of_a_statement_that_a_sealed_job_refuses_does_not_hold_up_the_others() {
    let office = paid();
    let job = "jobs/2026/000/J-2026-00001.yaml";
    // What was paid says nothing of an invoice: the job is even, and the invoice looks open.
    office.replace(job, "  invoice: INV-2026-00001\n", "");
    office.ok(["seal"]);
    office.write("march.csv", STATEMENT);
    let rows = office.json(["payment", "import", "march.csv"]);
    assert_eq!(rows["payments"][0]["result"], "unmatched", "{rows}");
    assert!(rows["payments"][0]["why"].as_str().unwrap().contains("jobbook unseal J-2026-00001"), "{rows}");
    office.ok(["unseal", "1", "--reason", "they paid once more"]);
    assert_eq!(office.json(["payment", "import", "march.csv"])["payments"][0]["result"], "recorded");
}

#[test]
fn a_late_payment_on_a_sealed_job_is_recorded_once_it_is_unsealed() {
    let office = paid();
    let told = office.ok(["seal"]);
    assert!(told.starts_with("1 job and 1 client up to 2027 sealed\n"), "{told}");
    let pays = ["payment", "record", "1", "5", "--invoice", "INV-2026-00001"];
    assert!(office.refused(1, pays).contains("[sealed]"));
    // A statement's row for it waits for somebody.
    office.write("march.csv", STATEMENT);
    let rows = office.json(["payment", "import", "march.csv"]);
    assert_eq!(rows["payments"][0]["why"], "INV-2026-00001 is paid already", "{rows}");
    office.ok(["unseal", "1", "--reason", "they paid once more"]);
    office.ok(pays);
}

#[test]
fn undo_takes_a_sealing_back_and_an_unsealing() {
    let office = sealed();
    let told = office.ok(["undo"]);
    assert!(told.contains("• 2 files of sealed/2024.csv are sealed no longer"), "{told}");
    assert!(!office.path(MANIFEST).exists());
    assert!(is_writable(&office, JOB));
    office.ok(["seal"]);
    office.ok(["unseal", "1", "--reason", WHY]);
    let unsealed = office.git(["rev-parse", "HEAD"]).trim().to_string();
    assert!(office.ok(["undo"]).contains("• 1 file of sealed/2024.csv is sealed again"));
    assert!(!is_writable(&office, JOB));
    assert!(office.refused(1, ["job", "note", "1", "x"]).contains("[sealed]"));
    office.ok(["check"]);
    office.ok(["audit"]);
    // Once the file was changed, the unsealing has been made use of.
    office.ok(["undo", office.git(["rev-parse", "HEAD"]).trim()]);
    office.ok(["job", "note", "1", "x"]);
    let told = office.refused(1, ["undo", &unsealed]);
    assert!(told.contains("why: J-2024-00001 was changed since"), "{told}");
}

#[test]
fn undo_of_what_unsealed_a_client_seals_it_again_and_keeps_other_seals() {
    let mut office = sealed();
    office.ok_with_warnings(["client", "set", "C-0001", "--email", "mara@linden.example"]);
    let set = office.git(["rev-parse", "HEAD"]).trim().to_string();
    office.at("2026-03-02T10:00:00+01:00");
    office.ok(["unseal", "J-2024-00001", "--reason", WHY]);
    office.ok(["undo", &set]);
    assert!(office.read(MANIFEST).contains(CLIENT), "{}", office.read(MANIFEST));
    assert!(!office.read(MANIFEST).contains(JOB));
    office.ok(["check"]);
}

#[test]
fn a_change_older_than_the_seal_is_not_undone_behind_it() {
    let mut office = closed();
    let cancel = office.git(["rev-parse", "HEAD"]).trim().to_string();
    office.ok(["seal"]);
    let told = office.at("2026-03-02T10:00:00+01:00").refused(1, ["undo", &cancel]);
    assert!(told.contains("[sealed]"), "{told}");
}

#[test]
fn erasing_a_client_unseals_what_the_law_wants_gone_and_says_so() {
    let office = sealed();
    by_hand(&office, JOB, "Oven door sticks", "Oven door of Mara");
    let told = office.run(["client", "erase", "C-0001", "--reason", "request of 4 May", "--yes"]);
    assert_eq!(told.code, 0, "{}", told.err);
    for id in ["C-0001", "J-2024-00001"] {
        assert!(
            told.err.contains(&format!("{id} was sealed, and is not any more since this changes it")),
            "{}",
            told.err
        );
    }
    assert!(!office.path(MANIFEST).exists());
    office.ok(["check"]);
}

#[test]
fn merging_clients_takes_sealed_jobs_along_and_says_so() {
    let office = sealed();
    office.ok(["client", "new", "Linden Bakery Ltd", "--phone", "040 5550199", "--force"]);
    let told = office.run(["client", "merge", "C-0001", "--into", "C-0002"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("J-2024-00001 was sealed, and is not any more"), "{}", told.err);
    assert!(office.read(JOB).contains("client: C-0002"));
    office.ok(["check"]);
    office.ok(["audit"]);
}

#[test]
fn a_fresh_clone_is_as_sealed_though_its_files_may_be_written() {
    let office = sealed();
    let clone = office.cloned(&office.path(""));
    assert!(is_writable(&clone, JOB));
    clone.ok(["check"]);
    assert!(clone.refused(1, ["job", "note", "1", "x"]).contains("[sealed]"));
    // Another machine's line ends are no change of what the file says.
    let text = clone.read(JOB).replace('\n', "\r\n");
    clone.write(JOB, &text);
    clone.ok(["check"]);
}

#[test]
fn a_book_that_seals_nothing_has_nothing_of_it() {
    let office = closed();
    assert!(!office.path("sealed").exists());
    office.ok(["job", "note", "1", "x"]);
    office.ok(["client", "set", "C-0001", "--email", "mara@linden.example"]);
    office.ok(["check"]);
    assert!(!office.files().keys().any(|name| name.starts_with("sealed")));
    assert!(office.refused(1, ["unseal", "1", "--reason", WHY]).contains("nothing in this book is sealed"));
}

#[test]
fn what_people_wrote_is_recorded_before_it_is_sealed() {
    let office = closed();
    office.replace(JOB, "format: 1\n", "format: 1\n# the key is under the mat\n");
    office.ok(["seal"]);
    assert_eq!(
        office.git(["log", "-2", "--format=%s"]),
        format!("Seal 2024: 1 job and 1 client\nEdited by hand: {JOB}\n")
    );
    office.ok(["check"]);
    assert_eq!(office.git(["status", "--short"]), "");
}

#[test]
fn a_book_without_git_is_sealed_too() {
    let mut office = Office::without_git();
    office.at("2024-03-04T09:00:00+01:00");
    office.ok(["client", "new", "Linden Bakery", "--phone", "040 5550177"]);
    office.ok(["job", "new", "C-0001", "Oven door sticks"]);
    give_up(&office, "1");
    office.at("2026-03-02T09:00:00+01:00");
    office.ok(["seal"]);
    let told = office.run(["job", "note", "1", "x"]);
    assert!(told.err.contains("[sealed]"), "{}", told.err);
}

/// A bare repository and two copies of one book.
fn copies(one: Office) -> (TempDir, Office, Office) {
    let place = TempDir::new().unwrap();
    one.git(["init", "-q", "--bare", place.path().to_str().unwrap()]);
    one.git(["remote", "add", "origin", place.path().to_str().unwrap()]);
    one.ok(["sync"]);
    let two = one.cloned(place.path());
    two.ok(["sync"]);
    one.ok(["sync"]);
    (place, one, two)
}

#[test]
fn copies_unite_their_seals_and_drop_those_of_files_that_the_other_changed() {
    let mut office = closed();
    office.at("2024-05-06T09:00:00+02:00");
    office.ok(["client", "new", "Harbour Café", "--phone", "030 12345678"]);
    office.ok(["job", "new", "C-0002", "Shutter is stuck"]);
    give_up(&office, "2");
    office.at("2026-03-02T09:00:00+01:00");
    let (_place, one, mut two) = copies(office);
    // Both seal, and one of them has changed a job before it knew.
    one.ok(["seal"]);
    two.at("2026-03-02T10:00:00+01:00");
    two.ok(["job", "note", "2", "they sold the place"]);
    two.ok(["seal"]);
    one.ok(["sync"]);
    let told = two.ok(["sync"]);
    assert!(
        told.contains("sealed on one side and changed on the other, so no longer sealed: J-2024-00002"),
        "{told}"
    );
    one.ok(["sync"]);
    assert_eq!(one.files(), two.files());
    let manifest = one.read(MANIFEST);
    let paths: Vec<&str> = manifest.lines().skip(1).map(|row| row.split(',').next().unwrap()).collect();
    assert_eq!(paths, [CLIENT, "clients/00/C-0002.yaml", JOB]);
    for office in [&one, &two] {
        office.ok(["check"]);
        office.ok(["audit"]);
        assert_eq!(office.git(["status", "--short"]), "");
        assert!(is_writable(office, "jobs/2024/000/J-2024-00002.yaml"));
    }
}

#[test]
fn sync_shares_no_hand_made_change_of_a_sealed_file() {
    let (_place, one, _two) = copies(sealed());
    by_hand(&one, JOB, "Oven door sticks", "Oven door");
    let told = one.run(["sync"]);
    assert_eq!(told.code, 1);
    assert!(told.err.contains("[sealed-changed]"), "{}", told.err);
}

#[test]
fn git_itself_brings_manifests_together_row_by_row() {
    let mut office = closed();
    office.at("2024-05-06T09:00:00+02:00");
    office.ok(["client", "new", "Harbour Café", "--phone", "030 12345678"]);
    office.at("2026-03-02T09:00:00+01:00");
    office.ok(["seal"]);
    office.git(["branch", "other"]);
    office.ok(["unseal", "J-2024-00001", "--reason", WHY]);
    office.git(["checkout", "-q", "other"]);
    office.ok(["unseal", "C-0002", "--reason", WHY]);
    office.git(["merge", "-q", "-m", "both", "master"]);
    let manifest = office.read(MANIFEST);
    assert_eq!(manifest.lines().count(), 2, "{manifest}");
    assert!(manifest.contains(CLIENT), "{manifest}");
    office.ok(["check"]);
    office.ok(["audit"]);
}

impl Office {
    /// What `check` finds: code and place of each problem, in its order.
    fn json_of_check(&self) -> Vec<(String, String)> {
        let answer = self.run(["check", "--json"]);
        let found: serde_json::Value =
            serde_json::from_str(&answer.out).unwrap_or_else(|_| panic!("{}", answer.err));
        let text = |one: &serde_json::Value| one.as_str().unwrap_or_default().to_string();
        let problems = found["problems"].as_array().unwrap();
        problems
            .iter()
            .map(|one| {
                let place = match one["line"].as_u64().or(one["place"]["line"].as_u64()) {
                    Some(line) if line > 0 => format!("{}:{line}", text(&one["place"]["file"])),
                    _ => text(&one["place"]["file"]),
                };
                (text(&one["code"]), place)
            })
            .collect()
    }
}
