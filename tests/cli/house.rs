//! The house: beginning a book, and what holds for every command.

use std::os::unix::fs::PermissionsExt;

use crate::office::Office;

const FILE: &str = "jobs/2026/000/J-2026-00001.yaml";

#[test]
fn a_new_book_says_what_it_made_and_is_one_commit() {
    let office = Office::new();
    assert_eq!(office.git(["log", "--format=%s"]), "Settings\nBegin the book\n");
    assert!(office.path("jobbook.toml").exists());
    assert_eq!(office.git(["status", "--porcelain"]), "");
    assert_eq!(office.ok(["check"]), "the rules are sound, and there is no client or job yet\n");
}

#[test]
fn whoever_begins_a_book_is_not_called_like_a_role() {
    let mut office = Office::new();
    office.by("office");
    office.ok(["init", "begun", "--full-name", "Mara Lund"]);
    assert!(office.read("begun/team.toml").contains("name      = \"mara\""));
    office.ok(["init", "nameless"]);
    assert!(office.read("nameless/team.toml").contains("name      = \"me\""));
    office.by("mara");
    assert_eq!(
        office.ok(["-C", "begun", "check"]),
        "the rules are sound, and there is no client or job yet\n"
    );
}

#[test]
fn a_book_is_not_begun_over_another_nor_over_a_file() {
    let office = Office::new();
    let told = office.refused(1, ["init", "."]);
    assert!(told.contains("is a book already [book-exists]"), "{told}");
    office.write("elsewhere/team.toml", "mine");
    let told = office.run(["init", "elsewhere", "--no-git"]);
    assert_eq!(told.code, 1);
    assert!(told.err.contains("a file is in the way [file-exists]"), "{}", told.err);
    assert_eq!(office.read("elsewhere/team.toml"), "mine");
}

#[test]
fn a_book_inside_another_repository_leaves_it_alone_unless_told() {
    let office = Office::new();
    let told = office.ok(["init", "inner"]);
    assert!(told.contains("which is left alone"), "{told}");
    assert_eq!(office.last_commit(), "Settings");
    let told = office.ok(["init", "own", "--own-repository"]);
    assert!(told.contains("each command that changes the book is one commit"), "{told}");
    assert!(office.path("own/.git").exists() && office.last_commit() == "Settings");
    let told = office.ok(["init", "nested", "--nested"]);
    assert!(told.contains("committed to the repository"), "{told}");
    assert_eq!(office.last_commit(), "Begin the book");
}

#[test]
fn x01_remarks_blank_lines_and_unknown_keys_survive_every_command() {
    let office = Office::new().with_a_job();
    office.ok(["parts", "order", "1", "1", "--supplier", "Hinge Depot", "--eta", "fri"]);
    office.ok(["parts", "receive", "1"]);
    let text = office.read(FILE);
    for kept in [
        "# watch out: the dog\n",
        "title: Shop door does not close   # the front one\n",
        "our-own-key: stays\n",
        "opened: {at: \"2026-02-20T10:00:00+01:00\", by: ana}\n",
        "path: quote-first\n\nparts:\n",
        "  shelf: B4\n",
        "  qty: 1\n",
    ] {
        assert!(text.contains(kept), "{kept:?} is gone from\n{text}");
    }
    assert!(text.contains("supplier: Hinge Depot"), "{text}");
    let warned = office.run(["check"]);
    assert_eq!(warned.code, 0);
    assert!(warned.err.contains("our-own-key"), "{}", warned.err);
    let line = 1 + text.lines().position(|line| line.starts_with("our-own-key")).unwrap();
    assert!(warned.err.contains(&format!("{FILE}:{line}:1")), "{}", warned.err);
}

#[test]
fn x02_a_command_is_one_commit_of_exactly_its_files() {
    let office = Office::new().with_a_job();
    office.write("notes.txt", "staged by somebody");
    office.git(["add", "notes.txt"]);
    let touched = office.touched(|office| {
        office.ok(["parts", "order", "1", "--supplier", "Hinge Depot"]);
    });
    assert_eq!(touched, [FILE]);
    let shown = office.git(["show", "--stat=200", "--format=%s%n%b", "HEAD"]);
    assert!(shown.starts_with("J-2026-00001: part 1 ordered from Hinge Depot"), "{shown}");
    assert!(shown.contains("\nJob: J-2026-00001\n") && shown.contains("\nBy: ana\n"), "{shown}");
    assert!(!shown.contains("Linden"), "a client's name stands in the commit:\n{shown}");
    assert!(shown.contains("1 file changed"), "{shown}");
    assert_eq!(office.git(["status", "--porcelain"]), "A  notes.txt\n");
}

#[test]
fn x02_what_somebody_edited_by_hand_is_committed_apart() {
    let office = Office::new().with_a_job();
    office.replace(FILE, "Shop door does not close", "Shop door is stuck");
    office.ok(["parts", "receive", "1"]);
    let log = office.git(["log", "-2", "--format=%s"]);
    assert!(log.ends_with(&format!("Edited by hand: {FILE}\n")), "{log}");
    assert!(log.starts_with("J-2026-00001: part 1 received"), "{log}");
}

#[test]
fn x02_when_git_refuses_the_change_stands_and_is_recorded_later() {
    let office = Office::new().with_a_job();
    let hook = office.path(".git/hooks/pre-commit");
    std::fs::create_dir_all(hook.parent().unwrap()).unwrap();
    std::fs::write(&hook, "#!/bin/sh\necho no >&2\nexit 1\n").unwrap();
    std::fs::set_permissions(&hook, std::fs::Permissions::from_mode(0o755)).unwrap();
    let answer = office.run(["parts", "order", "1", "--supplier", "Hinge Depot"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(answer.err.contains("warning"), "{}", answer.err);
    assert!(office.read(FILE).contains("Hinge Depot"));
    std::fs::remove_file(&hook).unwrap();
    office.ok(["parts", "eta", "1", "fri"]);
    assert_eq!(office.git(["status", "--porcelain"]), "");
    let log = office.git(["log", "-3", "--format=%s"]);
    assert!(log.contains("part 1 ordered"), "{log}");
}

#[test]
fn x02_without_git_everything_else_works() {
    let office = Office::new().with_a_job();
    std::fs::remove_dir_all(office.path(".git")).unwrap();
    let answer = office.ok(["parts", "order", "1", "--supplier", "Hinge Depot"]);
    assert!(answer.contains("part 1 ordered"), "{answer}");
    assert!(office.read(FILE).contains("Hinge Depot"));
}

#[test]
fn a_copy_without_a_seat_numbers_nothing() {
    let office = Office::new().with_a_job();
    office.git(["config", "--unset", "jobbook.seat"]);
    let told = office.refused(1, ["parts", "add", "1", "Screws"]);
    assert!(told.contains("[seat-unclaimed]") && told.contains("git config jobbook.seat b"), "{told}");
    office.git(["config", "jobbook.seat", "b"]);
    office.ok(["parts", "add", "1", "Screws"]);
    assert!(office.read(FILE).contains("- number: b1\n"), "{}", office.read(FILE));
}

#[test]
fn a_command_killed_at_any_moment_leaves_the_book_before_or_after() {
    let office = Office::new().with_a_job();
    let before = office.files();
    let order = ["parts", "order", "1", "--supplier", "Hinge Depot"];
    let base = office.git(["rev-parse", "HEAD"]).trim().to_string();
    let mut survived = false;
    for operation in 0..60 {
        office.git(["reset", "-q", "--hard", &base]);
        let output =
            office.command(order).env("JOBBOOK_MISHAP", format!("kill@{operation}")).output().unwrap();
        // The next command settles what was left; it changes nothing itself.
        let settled = office.run(["parts", "list", "1", "--json"]);
        assert_eq!(settled.code, 0, "{}", settled.err);
        assert!(
            !office.path(".git/index.lock").exists(),
            "git by hand works again after operation {operation}"
        );
        let now = office.files();
        let ordered = office.read(FILE).contains("Hinge Depot");
        assert_eq!(
            now.keys().collect::<Vec<_>>(),
            before.keys().collect::<Vec<_>>(),
            "operation {operation}"
        );
        if !ordered {
            assert_eq!(now, before, "half a change after operation {operation}");
        }
        if output.status.success() {
            assert!(ordered);
            survived = true;
            break;
        }
        if ordered {
            // That the reset above took commits off the branch is told.
            let answer = office.run(["parts", "eta", "1", "fri"]);
            assert_eq!(answer.code, 0, "{}", answer.err);
            let log = office.git(["log", "--format=%s"]);
            assert!(log.contains("part 1 ordered"), "the change is not in the history:\n{log}");
        }
    }
    assert!(survived, "the command never came to its end");
}

#[test]
fn two_commands_at_once_both_happen() {
    let office = Office::new().with_a_job();
    let running: Vec<_> = (0..6)
        .map(|count| office.command(["parts", "add", "1", &format!("Screw {count}")]).spawn().unwrap())
        .collect();
    for mut one in running {
        assert!(one.wait().unwrap().success());
    }
    let text = office.read(FILE);
    for count in 0..6 {
        assert!(text.contains(&format!("Screw {count}")), "{text}");
    }
    assert!(text.contains("number: 7") && !text.contains("number: 8"), "{text}");
    assert_eq!(office.git(["rev-list", "--count", "HEAD"]).trim(), "9");
}

#[test]
fn a_dry_run_tells_everything_and_writes_nothing() {
    let office = Office::new().with_a_job();
    let touched = office.touched(|office| {
        let told = office.ok(["parts", "order", "1", "--supplier", "Hinge Depot", "--dry-run"]);
        assert!(
            told.contains("part 1 ordered from Hinge Depot") && told.contains("nothing was written"),
            "{told}"
        );
    });
    assert!(touched.is_empty(), "{touched:?}");
}

#[test]
fn a_damaged_file_stops_only_what_needs_it() {
    let office = Office::new().with_a_job();
    office.write("jobs/2026/000/J-2026-00002.yaml", "format: 1\nid: J-2026-00002\nclient: [\n");
    let answer = office.run(["parts", "list"]);
    assert_eq!(answer.code, 0);
    assert!(answer.out.contains("Door closer"), "{}", answer.out);
    assert!(answer.err.contains("jobs/2026/000/J-2026-00002.yaml:"), "{}", answer.err);
    let told = office.refused(3, ["parts", "add", "2", "Screws"]);
    assert!(told.contains("jobs/2026/000/J-2026-00002.yaml:"), "{told}");
    office.ok_with_warnings(["parts", "add", "1", "Screws"]);
}

#[test]
fn x09_check_names_each_problem_with_its_line_and_what_to_do() {
    let office = Office::new().with_a_job();
    office.replace(FILE, "stage: scheduling", "stage: nowhere");
    office.replace(FILE, "client: C-0001", "client: C-0009");
    let answer = office.run(["check"]);
    assert_eq!(answer.code, 1, "{}", answer.err);
    for told in [
        format!("{FILE}:4:9"),
        "there is no client C-0009".to_string(),
        format!("{FILE}:7:8"),
        "jobbook job advance J-2026-00001 --to STAGE --reason".to_string(),
    ] {
        assert!(answer.err.contains(&told), "{told:?} is not in\n{}", answer.err);
    }
    office.replace(FILE, "qty: 1\n", "qty: 1,234.5.6\n");
    let answer = office.run(["check"]);
    assert_eq!(answer.code, 3, "{}", answer.err);
    assert!(answer.err.contains(&format!("{FILE}:15:8")), "{}", answer.err);
}

#[test]
fn a_file_of_a_newer_format_is_shown_and_not_written() {
    let office = Office::new().with_a_job();
    office.replace(FILE, "format: 1", "format: 2");
    office.ok(["parts", "list", "1"]);
    let answer = office.run(["parts", "add", "1", "Screws"]);
    assert_eq!(answer.code, 3);
    assert!(answer.err.contains("update jobbook"), "{}", answer.err);
    assert!(!office.read(FILE).contains("Screws"));
}

#[test]
fn bad_values_are_refused_with_their_place_and_change_nothing() {
    let office = Office::new().with_a_job();
    for (arguments, told) in [
        (vec!["parts", "order", "1", "--supplier", "X", "--cost", "1,234.5.6"], "1234.50"),
        (vec!["parts", "order", "1", "--supplier", "X", "--cost", "1e400"], "1234.50"),
        (vec!["parts", "order", "1", "--supplier", "X", "--cost=-5"], "zero or more"),
        (vec!["parts", "add", "1", "Screws", "--qty=-2"], "above zero"),
        (vec!["parts", "order", "1", "--supplier", "X", "--eta", "2026-02-30"], "2026-02-30"),
        (vec!["parts", "receive", "1", "--at", "2026-03-29 02:30"], "does not exist"),
        (vec!["parts", "receive", "1", "--at", "tomorrow"], "has not come yet"),
    ] {
        // What clap itself refuses ends with 2 as well.
        let answer = office.run(arguments.iter().copied());
        assert!([1, 2].contains(&answer.code), "{arguments:?}: {}", answer.err);
        assert!(answer.err.contains(told), "{arguments:?}: {}", answer.err);
    }
    assert_eq!(office.git(["status", "--porcelain"]), "");
    assert_eq!(office.last_commit(), "By hand");
}

#[test]
fn malformed_settings_are_refused_with_every_mistake_and_its_place() {
    let office = Office::new().with_a_job();
    office.replace("jobbook.toml", "zone       = \"Europe/Berlin\"", "zone       = \"Europe/Berln\"");
    office.replace("team.toml", "roles     = [", "rolls     = [");
    let told = office.refused(3, ["parts", "list"]);
    assert!(told.contains("jobbook.toml:") && told.contains("Europe/Berlin"), "{told}");
    assert!(told.contains("team.toml:") && told.contains("rolls"), "{told}");
}

#[test]
fn hostile_text_stays_text_on_the_terminal_and_in_sheets() {
    let office = Office::new().with_a_job();
    office.ok(["parts", "add", "1", "=1+1\u{1b}[31m\u{202e}evil"]);
    let shown = office.ok(["parts", "list", "1"]);
    assert!(!shown.contains('\u{1b}') && !shown.contains('\u{202e}'), "{shown:?}");
    let sheet = office.ok(["export", "logistics"]);
    assert!(sheet.contains("'=1+1") && !sheet.contains('\u{1b}'), "{sheet:?}");
}

#[test]
fn the_completion_scripts_are_those_of_the_program() {
    let office = Office::new();
    for (shell, file) in [
        ("bash", "jobbook.bash"),
        ("zsh", "_jobbook"),
        ("fish", "jobbook.fish"),
        ("powershell", "_jobbook.ps1"),
    ] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("completions").join(file);
        let now = office.ok(["completions", shell]);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &now).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == now, "{} is out of date: UPDATE=1 cargo test completion", path.display());
    }
}

#[test]
fn a_result_is_never_written_over_the_book() {
    let office = Office::new().with_a_job();
    for file in ["jobbook.toml", FILE, ".git/config", "numbers.yaml", "prices/new.csv"] {
        let told = office.refused(1, ["export", "tracking", "-o", file]);
        assert!(told.contains("[output-in-book]"), "{told}");
    }
    let written = office.run(["export", "tracking", "-o", "tracking.csv"]);
    assert_eq!((written.code, written.err.as_str()), (0, "written to tracking.csv\n"));
}

#[test]
fn what_a_dead_command_left_is_committed_under_its_own_name() {
    let office = Office::new().with_a_job();
    let order = ["parts", "order", "1", "--supplier", "Hinge Depot"];
    for operation in 10..40 {
        office.command(order).env("JOBBOOK_MISHAP", format!("kill@{operation}")).output().unwrap();
        office.ok_with_warnings(["parts", "list", "1"]);
        if office.read(FILE).contains("Hinge Depot") {
            break;
        }
    }
    office.ok(["parts", "eta", "1", "fri"]);
    let log = office.git(["log", "-2", "--format=%s"]);
    assert!(log.starts_with("J-2026-00001: part 1 expected"), "{log}");
    assert!(
        log.lines().nth(1).unwrap().starts_with("J-2026-00001: part 1 ordered from Hinge Depot"),
        "{log}"
    );
}

#[test]
fn nothing_happens_before_its_job_was_opened() {
    let office = Office::new().with_a_job();
    let told = office.refused(1, ["parts", "add", "1", "Screws", "--at", "2026-01-01 09:00"]);
    assert!(told.contains("[before-its-cause]"), "{told}");
}

#[test]
fn a_file_that_git_ignores_is_committed_all_the_same() {
    let office = Office::new().with_a_job();
    office.write(".git/info/exclude", "outbox/\njobs/\n");
    office.ok(["job", "new", "C-0001", "Second door"]);
    let shown = office.git(["show", "--stat=200", "--format=%s", "HEAD"]);
    assert!(shown.contains("J-2026-00002.yaml"), "{shown}");
}

#[test]
fn workflows_are_shown_and_checked_as_json_too() {
    let office = Office::new();
    let shown = office.json(["workflow", "show", "service-call"]);
    let stages = shown["stages"].as_array().unwrap();
    assert!(stages.iter().any(|stage| stage["final"] == true));
    let names: Vec<&str> = stages.iter().map(|stage| stage["name"].as_str().unwrap()).collect();
    for exit in stages.iter().flat_map(|stage| stage["exits"].as_array().unwrap()) {
        assert!(names.contains(&exit["to"].as_str().unwrap()), "{exit}");
    }
    assert_eq!(office.json(["workflow", "check"])["problems"], serde_json::json!([]));
    assert_eq!(office.json(["outbox", "test", "--dry-run"])["dry_run"], true);
    office.replace("workflows/service-call.toml", "title", "titel");
    let answer = office.run(["workflow", "check", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(
        (answer.code, told["problems"][0]["place"]["file"].as_str()),
        (1, Some("workflows/service-call.toml")),
        "{told}"
    );
}
