//! A changed workflow file, rehearsed before it takes effect.

use crate::office::{CLIENT, JOB, Office, files_below};

const RULES: &str = "workflows/service-call.toml";

/// Three jobs under one workflow: parts on the way, a visit to plan, a cancelled one whose part must go back.
fn office() -> Office {
    let office = Office::new();
    office.write("clients/00/C-0001.yaml", CLIENT);
    for (number, stage) in [(1, "scheduling"), (2, "parts"), (3, "cancelled")] {
        let job = JOB
            .replace("J-2026-00001", &format!("J-2026-0000{number}"))
            .replace("stage: scheduling", &format!("stage: {stage}"));
        office.write(&format!("jobs/2026/000/J-2026-0000{number}.yaml"), &job);
    }
    office.git(["add", "-A"]);
    office.git(["commit", "-qm", "By hand"]);
    office
}

/// The book's own workflow with something replaced, as a file beside the book's.
#[track_caller]
fn draft(office: &Office, from: &str, to: &str) {
    let text = office.read(RULES);
    assert!(text.contains(from), "{RULES} has no {from:?}");
    office.write("draft/service-call.toml", &text.replacen(from, to, 1));
}

/// Rehearses the draft, which must write nothing.
#[track_caller]
fn rehearse(office: &Office) -> String {
    let mut told = String::new();
    let touched =
        office.touched(|office| told = office.ok(["workflow", "rehearse", "draft/service-call.toml"]));
    assert_eq!(touched, [""; 0]);
    told
}

#[test]
fn workflow_rehearse_of_the_same_rules_tells_that_nothing_differs() {
    let office = office();
    office.write("draft/service-call.toml", &office.read(RULES));
    assert_eq!(
        rehearse(&office),
        "all 2 open jobs under service-call stay as they are\n\
         the one closed job with something due stays as it is\n\
         nothing was written; the file takes effect as workflows/service-call.toml\n"
    );
}

#[test]
fn workflow_rehearse_finds_no_difference_between_a_workflow_of_the_example_and_itself() {
    let mut office = Office::new();
    office.at("2026-03-18T10:10:00+01:00");
    let example = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data-example");
    for (name, text) in files_below(&example) {
        office.write(&format!("example/{name}"), &text);
    }
    let mut jobs = 0;
    for (name, text) in files_below(&example.join("workflows")) {
        office.write(&format!("draft/{name}"), &text);
        let told = office.json(["-C", "example", "workflow", "rehearse", &format!("draft/{name}")]);
        assert_eq!(told["jobs"].as_array().map(Vec::len), Some(0), "{name}: {told}");
        jobs += told["open"].as_u64().unwrap();
    }
    assert!(jobs > 20, "{jobs} jobs were looked at");
}

#[test]
fn workflow_rehearse_names_the_job_whose_stage_is_gone_and_the_way_out() {
    let office = office();
    let text = office.read(RULES).replace("\"parts\"\n", "\"parts-ordered\"\n");
    assert!(text.contains("name     = \"parts-ordered\"") && !text.contains("= \"parts\"\n"), "{text}");
    office.write("draft/service-call.toml", &text);
    let told = rehearse(&office);
    assert!(told.starts_with("of 2 open jobs under service-call 1 stays as it is, 1 differs\n"), "{told}");
    assert!(told.contains("\nJ-2026-00002  Linden Bakery · Shop door does not close\n"), "{told}");
    assert!(told.contains("stage    \"parts\" is gone"), "{told}");
    assert!(told.contains("jobbook job advance J-2026-00002 --to parts-ordered --reason \"…\"\n"), "{told}");
    assert!(!told.contains("J-2026-00001"), "{told}");
    // What it said comes true, and its command is the way out.
    office.write(RULES, &text);
    let refused = office.refused(1, ["why", "2"]);
    assert!(refused.contains("[stage-gone]"), "{refused}");
    office.ok(["job", "advance", "2", "--to", "parts-ordered", "--reason", "renamed"]);
}

#[test]
fn workflow_rehearse_tells_a_gate_that_would_hold_a_job_with_its_remedy() {
    let office = office();
    draft(&office, "needs  = [\"parts-in-hand\"]", "needs  = [\"parts-in-hand\", \"scope\"]");
    let told = rehearse(&office);
    assert!(told.starts_with("of 2 open jobs under service-call 1 stays as it is, 1 differs\n"), "{told}");
    assert!(told.contains("newly held  ready → Plan the visit\n"), "{told}");
    assert!(told.contains("jobbook job scope J-2026-00002 \"…\"\n"), "{told}");
    // A gate that holds already makes no difference.
    office.ok(["job", "scope", "2", "the front door"]);
    let told = rehearse(&office);
    assert!(told.starts_with("all 2 open jobs under service-call stay as they are\n"), "{told}");
    // And one that is dropped holds nobody any more.
    draft(&office, "needs  = [\"parts-in-hand\"]", "needs  = [\"scope\"]");
    let told = rehearse(&office);
    assert!(
        told.contains("no longer held  ready → Plan the visit: \"every part is in hand\" no longer holds it"),
        "{told}"
    );
}

#[test]
fn workflow_rehearse_tells_ways_that_open_close_and_turn() {
    let office = office();
    draft(
        &office,
        "  [[stage.exit]]\n  to     = \"scheduling\"\n  on     = \"ready\"\n  needs  = [\"parts-in-hand\"]",
        "  [[stage.exit]]\n  to = \"quoting\"\n\n  [[stage.exit]]\n  to     = \"scheduling\"\n  on     = \"visit-planned\"\n  needs  = [\"parts-in-hand\"]",
    );
    let told = rehearse(&office);
    assert!(told.contains("new way   by hand → Make the quote\n"), "{told}");
    assert!(told.contains("way gone  ready → Plan the visit is closed\n"), "{told}");
    assert!(told.contains("new way   visit-planned → Plan the visit\n"), "{told}");
    assert!(told.contains("still needed: "), "{told}");
}

#[test]
fn workflow_rehearse_tells_dues_that_move_and_who_answers() {
    let office = office();
    draft(
        &office,
        "title    = \"Parts on the way\"\nowner    = \"logistics\"\nexpected = \"15bd\"",
        "title    = \"Parts on the way\"\nowner    = \"dispatch\"\nexpected = \"20bd\"",
    );
    let told = rehearse(&office);
    assert!(told.contains("answers for it  dispatch in place of logistics\n"), "{told}");
    assert!(
        told.contains("due moves       Fri 2026-03-20 10:00 in place of Fri 2026-03-13 10:00, dispatch in place of logistics: finish"),
        "{told}"
    );
    draft(
        &office,
        "title    = \"Parts on the way\"\nowner    = \"logistics\"\nexpected = \"15bd\"",
        "title    = \"Parts on the way\"\nowner    = \"logistics\"",
    );
    let told = rehearse(&office);
    assert!(told.contains("not due  Fri 2026-03-13 10:00, logistics: finish \"Parts on the way\""), "{told}");
}

#[test]
fn workflow_rehearse_refuses_what_is_not_sound_with_its_places() {
    let office = office();
    draft(
        &office,
        "to     = \"scheduling\"\n  on     = \"ready\"",
        "to     = \"planing\"\n  on     = \"reddy\"",
    );
    let told = office.refused(1, ["workflow", "rehearse", "draft/service-call.toml"]);
    let line = |what: &str| {
        1 + office.read("draft/service-call.toml").lines().position(|line| line.contains(what)).unwrap()
    };
    assert!(told.contains(&format!("draft/service-call.toml:{}:", line("reddy"))), "{told}");
    office.write(
        "draft/service-call.toml",
        &office.read(RULES).replacen(
            "to     = \"scheduling\"\n  on     = \"ready\"",
            "to     = \"planing\"\n  on     = \"ready\"",
            1,
        ),
    );
    let told = office.refused(1, ["workflow", "rehearse", "draft/service-call.toml"]);
    assert!(told.contains(&format!("draft/service-call.toml:{}:", line("planing"))), "{told}");
    // What breaks elsewhere through the file is told too, as a warning of the same kind as check's.
    office.replace("jobbook.toml", "[office]", "[queue.later]\ntitle = \"Later\"\nowner = \"office\"\nstages = [\"service-call/saving\"]\n\n[office]");
    let text = office.read(RULES).replace("\"saving\"", "\"rescue\"");
    office.write("draft/service-call.toml", &text);
    let answer = office.ok_with_warnings(["workflow", "rehearse", "draft/service-call.toml"]);
    assert!(answer.err.contains("queue later: there is no stage \"service-call/saving\""), "{}", answer.err);
}

#[test]
fn workflow_rehearse_of_a_new_workflow_says_that_no_job_is_under_it() {
    let office = office();
    office.write("draft/quick.toml", &office.read(RULES).replace("\"service-call\"", "\"quick\""));
    let told = office.ok(["workflow", "rehearse", "draft/quick.toml"]);
    assert!(told.starts_with("quick is a new workflow, and sound: no job is under it yet\n"), "{told}");
    let refused = office.refused(1, ["workflow", "rehearse", "draft/quick.toml", "--as", "service-cal"]);
    assert!(refused.contains("did you mean service-call?"), "{refused}");
    // With --as it is rehearsed in the place of another one.
    let told = office.ok(["workflow", "rehearse", "draft/quick.toml", "--as", "service-call"]);
    assert!(told.starts_with("all 2 open jobs under service-call stay as they are\n"), "{told}");
    assert!(told.contains("write name = \"service-call\" in it first: it calls itself quick\n"), "{told}");
}

#[test]
fn workflow_rehearse_compares_a_file_of_the_book_with_its_last_commit() {
    let office = office();
    office.replace(RULES, "needs  = [\"parts-in-hand\"]", "needs  = [\"parts-in-hand\", \"scope\"]");
    let told = office.ok(["workflow", "rehearse", RULES]);
    assert!(
        told.contains("1 differs\n") && told.contains("is in force already; compared with its last commit\n"),
        "{told}"
    );
    let told = office.ok(["workflow", "rehearse", RULES, "1"]);
    assert!(told.starts_with("the one open job under service-call stays as it is\n"), "{told}");
    let bare = Office::without_git();
    let told = bare.run(["workflow", "rehearse", RULES]);
    assert!(told.code == 1 && told.err.contains("[workflow-in-force]"), "{}", told.err);
}

#[test]
fn workflow_rehearse_answers_as_json() {
    let office = office();
    draft(&office, "needs  = [\"parts-in-hand\"]", "needs  = [\"parts-in-hand\", \"scope\"]");
    let told = office.json(["workflow", "rehearse", "draft/service-call.toml"]);
    assert_eq!(
        (told["workflow"].as_str(), told["open"].as_u64(), told["differ"].as_u64()),
        (Some("service-call"), Some(2), Some(1))
    );
    let difference = &told["jobs"][0]["differences"][0];
    assert_eq!(told["jobs"][0]["id"], "J-2026-00002");
    assert_eq!(difference["kind"], "gate-unmet");
    assert_eq!(difference["ways"][0], "ready → Plan the visit");
    assert!(difference["unmet"]["remedies"][0].as_str().unwrap().contains("job scope"), "{told}");
}
