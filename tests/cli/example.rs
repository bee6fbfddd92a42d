//! The example office and the demo: made by the program's own commands, and still what those commands make.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::office::{Answer, files_below, run_in};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn jobbook(folder: &Path, arguments: &[&str]) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jobbook"));
    command.args(arguments).env("JOBBOOK_NOW", "2026-03-18T10:10:00+01:00").env("JOBBOOK_USER", "ana");
    run_in(folder, &mut command)
}

#[test]
fn the_example_office_is_what_its_script_makes() {
    let place = tempfile::TempDir::new().unwrap();
    let script = repository().join("data-example/office.script");
    let played =
        jobbook(place.path(), &["demo", "office", "--script", script.to_str().unwrap(), "--color", "never"]);
    assert_eq!(played.code, 0, "{}{}", played.out, played.err);
    let made = files_below(&place.path().join("office"));
    let kept: BTreeMap<String, String> = files_below(&repository().join("data-example"))
        .into_iter()
        .filter(|(name, _)| name != "office.script")
        .collect();
    let differing: Vec<&String> =
        made.keys().chain(kept.keys()).filter(|name| made.get(*name) != kept.get(*name)).collect();
    assert!(
        differing.is_empty(),
        "data-example is not what its script makes: {differing:#?}\nplay it anew, see data-example/office.script"
    );
}

#[test]
fn the_example_office_is_sound_and_shows_every_stage_in_the_middle_of_a_week() {
    let place = tempfile::TempDir::new().unwrap();
    for (name, text) in files_below(&repository().join("data-example")) {
        let path = place.path().join(&name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let checked = jobbook(place.path(), &["check"]);
    assert_eq!((checked.code, checked.out.as_str(), checked.err.as_str()), (0, "67 files are sound\n", ""));
    let listed = jobbook(place.path(), &["job", "list", "--all", "--json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).unwrap();
    let jobs = listed["jobs"].as_array().unwrap();
    assert!(jobs.len() >= 30);
    let workflow = std::fs::read_to_string(place.path().join("workflows/service-call.toml")).unwrap();
    let stages = workflow.split("[[stage]]").skip(1).map(|stage| stage.split('"').nth(1).unwrap());
    // Nobody was treated so badly that week that a visit was ended for it.
    for stage in stages.filter(|stage| *stage != "held") {
        assert!(jobs.iter().any(|job| job["stage"] == stage), "no job of the example is in {stage}");
    }
    let workflows = files_below(&place.path().join("workflows"));
    for name in workflows.keys().map(|file| file.trim_end_matches(".toml")) {
        assert!(jobs.iter().any(|job| job["workflow"] == name), "no job of the example is under {name}");
    }
    let clients = std::fs::read_dir(place.path().join("clients/00")).unwrap().count();
    assert!(clients >= 12);
}

#[test]
fn the_demo_plays_a_whole_engagement_and_touches_no_folder_with_content() {
    let place = tempfile::TempDir::new().unwrap();
    // As in a clone of the project: the demo's book is a repository of its own all the same.
    run_in(place.path(), Command::new("git").args(["init", "-q"]));
    let played = jobbook(place.path(), &["demo"]);
    assert_eq!(played.code, 0, "{}{}", played.out, played.err);
    for told in [
        "jobbook contact new in call",
        "first contact, call in",
        "follow up on quote v1, 72 hours after the last contact",
        "nobody needs a reminder",
        "quote v1 approved by call",
        "breaks a promise: visit 1",
        "error: Before the technician leaves",
        "return visit of 1",
        "invoice INV-2026-00001 issued",
        "Waiting for payment → Complete",
        "jobbook-demo/documents/J-2026-00001/INV-2026-00001.pdf",
        "jobbook-demo/tracking.csv",
        "git -C jobbook-demo log --oneline",
    ] {
        assert!(played.out.contains(told), "{told:?} is not in\n{}", played.out);
    }
    let book = place.path().join("jobbook-demo");
    let sheet = std::fs::read_to_string(book.join("tracking.csv")).unwrap();
    assert!(sheet.contains("J-2026-00001") && sheet.contains("Linden Bakery"), "{sheet}");
    assert!(book.join("documents/J-2026-00001/INV-2026-00001.pdf").exists());
    let mut log = Command::new("git");
    let log = run_in(&book, log.args(["log", "--format=%s"]));
    assert!(log.out.lines().count() > 30 && !log.out.contains("Linden"), "{}", log.out);
    let again = jobbook(place.path(), &["demo"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("jobbook-demo is not empty [demo-folder]"), "{}", again.err);
}
