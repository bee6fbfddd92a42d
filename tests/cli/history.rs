//! What happened, told; and taken back (X02).

use crate::engagement::{Engagement, line};
use crate::office::Office;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";

/// A job with an approved quote.
fn approved() -> Office {
    let office = Office::new();
    Engagement::new().approved(&office, vec![line("Fit the closer", "2", "64.00")]).write(&office);
    office
}

/// The names of the last changes, newest first.
fn names(office: &Office) -> Vec<String> {
    let told = office.json(["log"]);
    let changes = told["changes"].as_array().expect("a list").clone();
    changes.iter().map(|one| one["commit"].as_str().expect("a name").to_string()).collect()
}

#[test]
fn x02_log_tells_what_each_command_and_each_hand_changed() {
    let office = approved();
    office.ok(["job", "set", "1", "--title", "Back door"]);
    office.ok(["visit", "add", "1", "thu 9-11"]);
    let title = "title: Back door";
    office.replace(JOB, title, "title: Side door # the red one");
    let told = office.ok(["log", "1", "-n", "3"]);
    assert!(told.starts_with("not recorded yet\n• title: Back door → Side door\n\n"), "{told}");
    office.ok(["job", "note", "1", "asked for the key"]);
    let told = office.ok(["log", "1"]);
    let last = |count: usize| names(&office)[count][..8].to_string();
    let expected =
        format!("Mon 2026-03-02 09:00  ana  {}\nJ-2026-00001: noted\n• asked for the key\n", last(0));
    assert!(told.starts_with(&expected), "{told}");
    assert!(
        told.contains("Edited by hand: jobs/2026/000/J-2026-00001.yaml\n• title: Back door → Side door\n"),
        "{told}"
    );
    assert!(told.contains("• visit 1 added"), "{told}");
    assert_eq!(
        told.matches(
            "• title: Door closer → Back door
"
        )
        .count(),
        1,
        "{told}"
    );
    let json = office.json(["log", "1"]);
    assert_eq!(json["changes"][1]["by_hand"], true);
    assert_eq!(json["changes"][0]["by"], "ana");
    assert_eq!(office.json(["log", "-n", "2"])["more"], true);
    assert!(office.refused(1, ["log", "999"]).contains("[job-none]"));
}

#[test]
fn x02_without_git_the_files_own_log_is_told() {
    let office = Office::without_git();
    office.ok(["client", "new", "Linden Bakery", "--phone", "030 111"]);
    office.ok(["job", "new", "Linden Bakery", "--title", "Door"]);
    office.ok(["job", "note", "1", "asked for the key"]);
    assert!(office.ok(["log", "1"]).contains("asked for the key"));
    let answer = office.run(["log"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("this book keeps no history [history-none]"), "{}", answer.err);
    let answer = office.run(["undo"]);
    assert!(answer.err.contains("[history-none]"), "{}", answer.err);
}

#[test]
fn x02_undo_takes_back_the_last_command_and_brings_it_again() {
    let office = approved();
    let before = office.files();
    office.ok(["visit", "add", "1", "thu 9-11"]);
    let after = office.files();
    let dry = office.ok(["undo", "--dry-run"]);
    assert!(dry.contains("• J-2026-00001: visit 1 removed") && dry.contains("dry run"), "{dry}");
    assert_eq!(office.files(), after);
    let told = office.ok(["undo"]);
    assert!(told.starts_with("Taken back: J-2026-00001: visit 1: Thu 2026-03-05 09:00–11:00"), "{told}");
    assert_eq!(office.files(), before);
    let undo = names(&office)[0].clone();
    assert!(told.contains(&format!("jobbook undo {}\n", &undo[..8])), "{told}");
    assert!(office.git(["log", "-1", "--format=%B"]).contains("Undoes: "));
    office.ok(["undo", &undo]);
    assert_eq!(office.files(), after);
    // What was brought again is there again to be taken back.
    office.ok(["undo"]);
    assert_eq!(office.files(), before);
    assert!(office.refused(1, ["undo"]).contains("there is no command to take back [undo-nothing]"));
}

#[test]
fn x02_undo_keeps_what_came_later_and_what_people_wrote() {
    let office = approved();
    office.ok(["visit", "add", "1", "thu 9-11"]);
    let visit = names(&office)[0].clone();
    office.ok(["job", "note", "1", "asked for the key"]);
    office.replace(JOB, "format: 1\n", "format: 1\nown-key: stays # mine\n");
    office.ok(["undo", &visit[..7]]);
    let text = office.read(JOB);
    assert!(!text.contains("visits:"), "{text}");
    assert!(text.contains("asked for the key") && text.contains("own-key: stays # mine\n"), "{text}");
    let twice = office.refused(1, ["undo", &visit]);
    assert!(twice.contains("was taken back already [undo-twice]"), "{twice}");
    assert!(office.refused(2, ["undo", "feedbeef"]).contains("[commit-none]"));
    assert!(office.refused(2, ["undo", "--", "--all"]).contains("[commit-none]"));
}

#[test]
fn x02_undo_is_refused_when_something_rests_on_it() {
    let mut office = approved();
    office.ok(["visit", "add", "1", "thu 9-11"]);
    let visit = names(&office)[0].clone();
    office.ok(["visit", "roll", "1", "1", "fri 9-11", "--reason", "client"]);
    let told = office.refused(1, ["undo", &visit]);
    assert!(told.contains("cannot be taken back any more [undo-rested-on]"), "{told}");
    assert!(told.contains("why: visit 1 of J-2026-00001 was changed again\n"), "{told}");
    assert!(
        told.contains(&format!("jobbook undo {}  (J-2026-00001: visit 1 moved", &names(&office)[0][..8])),
        "{told}"
    );
    office.by("ben");
    assert!(office.refused(1, ["undo"]).contains("the last command was ana's: J-2026-00001: visit 1 moved"));
    office.by("ana");
    office.ok(["undo"]);
    office.ok(["undo"]);
    assert!(!office.read(JOB).contains("visits:"));
}

#[test]
fn x02_a_client_who_is_named_elsewhere_stays() {
    let office = Office::new();
    office.ok(["client", "new", "Linden Bakery", "--phone", "030 111"]);
    let client = names(&office)[0].clone();
    office.ok(["job", "new", "Linden Bakery", "--title", "Door"]);
    let told = office.refused(1, ["undo", &client]);
    assert!(told.contains("[undo-rested-on]"), "{told}");
    office.ok(["undo"]);
    assert!(!office.path(JOB).exists());
    office.ok(["undo"]);
    assert_eq!(office.ok(["check"]), "the rules are sound, and there is no client or job yet\n");
    // The numbers of what was taken back are not given again.
    office.ok(["client", "new", "Kettle Tea Co", "--phone", "030 222"]);
    assert!(office.path("clients/00/C-0002.yaml").exists());
}

#[test]
fn x02_what_left_the_house_is_not_forgotten() {
    let office = Office::new();
    Engagement::new().approved(&office, vec![line("Fit the closer", "2", "64.00")]).write(&office);
    office.ok(["invoice", "new", "1"]);
    let draft = names(&office)[0].clone();
    office.ok(["invoice", "send", "1", "--via", "hand"]);
    let told = office.refused(1, ["undo"]);
    assert!(told.contains("INV-2026-00001 is issued, and its number is never given again"), "{told}");
    assert!(told.contains("[undo-not]"), "{told}");
    assert!(office.refused(1, ["undo", &draft]).contains("[undo-"));
    let begun = office.git(["rev-list", "--max-parents=0", "HEAD"]);
    assert!(office.refused(1, ["undo", begun.trim()]).contains("[undo-not]"));
}

/// Every command of a whole engagement, taken back right after it: the book is, byte for byte, as before it.
#[test]
fn x02_undo_right_after_a_command_gives_the_book_before_it() {
    let office = Office::new();
    office.run(["demo", "played"]);
    let root = office.path("played");
    let git = |arguments: &[&str]| {
        let ran = std::process::Command::new("git").args(arguments).current_dir(&root).output().expect("git");
        assert!(ran.status.success(), "{arguments:?} {}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8_lossy(&ran.stdout).into_owned()
    };
    let commits = git(&["log", "--format=%H %P|%(trailers:key=By,valueonly,separator=%x20)|%s"]);
    let (mut undone, mut kept) = (0, Vec::new());
    for commit in commits.lines() {
        let mut parts = commit.split('|');
        let (hashes, by, subject) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
        let Some((hash, parent)) = hashes.split_once(' ').filter(|(_, parent)| !parent.is_empty()) else {
            continue;
        };
        if by.is_empty() {
            continue;
        }
        git(&["checkout", "-q", "--detach", hash]);
        let mut command = office.command(["undo", "--by", by]);
        let answer = command.current_dir(&root).output().expect("jobbook");
        if !answer.status.success() {
            kept.push(format!("{subject}: {}", String::from_utf8_lossy(&answer.stderr)));
            continue;
        }
        undone += 1;
        let differing = git(&["diff", "--name-only", parent, "HEAD"]);
        assert!(differing.lines().all(|file| file.starts_with("numbers")), "{subject}\n{differing}");
        assert_eq!(git(&["status", "--porcelain", "--untracked-files=no"]), "", "{subject}");
        git(&["reset", "-q", "--hard", hash]);
    }
    assert!(undone > 20, "{undone} {kept:#?}");
    assert!(kept.iter().all(|one| one.contains("is issued, and its number")), "{kept:#?}");
}

#[test]
fn x06_an_import_is_one_change_and_one_undo() {
    let office = Office::new();
    office.write("clients.csv", "name,phone\nLinden Bakery,030 5550111\nKettle Tea Co,030 5550222\n");
    let before = office.files();
    office.ok(["import", "clients", "clients.csv"]);
    assert!(office.path("clients/00/C-0002.yaml").exists());
    office.ok(["undo"]);
    let mut after = office.files();
    assert!(after.remove("numbers.yaml").is_some(), "numbers are never given twice");
    assert_eq!(after, before);
}

#[test]
fn x02_log_follows_a_file_to_what_it_was_called_before() {
    let office = approved();
    office.ok(["job", "note", "1", "asked for the key"]);
    let renamed = "jobs/2026/000/J-2026-00007.yaml";
    office.git(["mv", JOB, renamed]);
    office.replace(renamed, "id: J-2026-00001", "id: J-2026-00007");
    office.git(["commit", "-qam", "The right number"]);
    office.ok_with_warnings(["job", "note", "7", "called back"]);
    let told = office.ok_with_warnings(["log", "7", "--all"]).out;
    for words in ["called back", "The right number", &format!("file {JOB} → {renamed}"), "asked for the key"]
    {
        assert!(told.contains(words), "{words} is missing in\n{told}");
    }
    assert!(!told.contains("quote 1 removed"), "{told}");
    assert!(told.find("called back") < told.find("asked for the key"), "newest first\n{told}");
    let only = office.json(["log", "7", "-n", "2"]);
    assert_eq!(only["changes"].as_array().unwrap().len(), 2);
}
