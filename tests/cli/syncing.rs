//! X03: several copies of one book, shared over a git remote.

use std::collections::BTreeMap;

use jobbook::book::entity;
use jobbook::domain::client::Client;
use jobbook::domain::history::{Difference, Step, differences};
use jobbook::domain::job::Job;
use serde_json::Value;
use tempfile::TempDir;

use super::office::Office;

const JOB: &str = "jobs/2026/000/J-2026-00001.yaml";

/// A colleague, as the file of the team has one.
fn person(name: &str, role: &str) -> String {
    format!("\n[[person]]\nname = \"{name}\"\nfull_name = \"{name}\"\nroles = [\"{role}\"]\n")
}

/// A bare repository and two copies of one book: the first, and a clone with letters of its own.
struct Shared {
    place: TempDir,
    one: Office,
    two: Office,
}

impl Shared {
    /// With a client and a job.
    fn new() -> Shared {
        let one = Office::new();
        one.ok([
            "client",
            "new",
            "Linden Bakery",
            "--phone",
            "040 5550177",
            "--email",
            "mara@linden.example",
        ]);
        one.ok(["job", "new", "C-0001", "Oven door sticks"]);
        Shared::of(one)
    }

    fn of(one: Office) -> Shared {
        let place = TempDir::new().unwrap();
        one.git(["init", "-q", "--bare", place.path().to_str().unwrap()]);
        one.git(["remote", "add", "origin", place.path().to_str().unwrap()]);
        one.ok(["sync"]);
        let two = one.cloned(place.path());
        two.ok(["sync"]);
        one.ok(["sync"]);
        Shared { place, one, two }
    }

    /// Both hold the same, and it is sound.
    #[track_caller]
    fn must_agree(&self) {
        let (one, two) = (self.one.files(), self.two.files());
        let differing: Vec<&String> =
            one.keys().chain(two.keys()).filter(|name| one.get(*name) != two.get(*name)).collect();
        assert!(differing.is_empty(), "{differing:?}");
        for office in [&self.one, &self.two] {
            assert_eq!(office.git(["status", "--short"]), "");
            office.ok(["check"]);
        }
        assert_eq!(self.one.git(["rev-parse", "HEAD"]), self.two.git(["rev-parse", "HEAD"]));
    }
}

#[test]
fn x03_both_sides_entries_survive_and_numbers_never_collide() {
    let mut shared = Shared::new();
    shared.one.at("2026-03-02T10:00:00+01:00");
    shared.two.at("2026-03-02T10:30:00+01:00");
    for (office, who) in [(&shared.one, "one"), (&shared.two, "two")] {
        office.ok(["job", "note", "1", &format!("seen by {who}")]);
        office.ok(["parts", "add", "1", &format!("Hinge of {who}")]);
        office.ok(["visit", "add", "1", "2026-03-05 9-11"]);
        office.ok(["quote", "new", "1", "--intro", &format!("Offer of {who}")]);
        office.ok(["job", "new", "C-0001", &format!("New at {who}")]);
        office.ok([
            "client",
            "new",
            &format!("Client of {who}"),
            "--phone",
            &format!("040 5550{}", who.len() * 60 + who.len()),
            "--force",
        ]);
    }
    shared.one.ok(["job", "set", "J-2026-00001", "--title", "Oven door sticks badly"]);
    shared.two.ok(["client", "set", "C-0001", "--phone", "040 5559999"]);
    shared.one.ok(["sync"]);
    let answer = shared.two.ok(["sync"]);
    assert!(answer.contains("brought together") && answer.contains("J-2026-00001"), "{answer}");
    shared.one.ok(["sync"]);
    shared.must_agree();
    let job = shared.one.read(JOB);
    for kept in [
        "seen by one",
        "seen by two",
        "Hinge of one",
        "Hinge of two",
        "number: b1",
        "title: Oven door sticks badly",
    ] {
        assert!(job.contains(kept), "{kept} is missing in\n{job}");
    }
    assert!(job.find("seen by one") < job.find("seen by two"), "the log is in the order of time");
    assert!(shared.one.read("clients/00/C-0001.yaml").contains("+49405559999"));
    // Each side's version of the quote has its own number, and can be named.
    assert!(job.contains("- version: 1\n") && job.contains("- version: b1\n"), "{job}");
    assert!(shared.one.ok_with_warnings(["quote", "show", "1", "vb1"]).out.contains("Offer of two"));
    assert!(shared.one.ok_with_warnings(["quote", "show", "1/1"]).out.contains("Offer of one"));
    let files = shared.one.files();
    for path in
        ["jobs/2026/000/J-2026-00002.yaml", "jobs/2026/b000/J-2026-b00001.yaml", "clients/b00/C-b0001.yaml"]
    {
        assert!(files.contains_key(path), "{path} is missing of {:?}", files.keys());
    }
    // History has both sides, and one commit that follows them.
    let log = shared.one.git(["log", "--format=%s"]);
    assert!(log.contains("Take in"), "{log}");
    assert_eq!(shared.one.git(["log", "--merges", "--format=%s"]).lines().count(), 1);
    assert!(shared.one.ok(["sync"]).starts_with("Nothing new"));
}

#[test]
fn x03_what_both_changed_is_told_with_both_values_and_nothing_happens_until_it_is_settled() {
    let mut shared = Shared::new();
    shared.one.ok(["job", "set", "1", "--title", "Door of the oven"]);
    shared.one.ok(["job", "note", "1", "from one"]);
    shared.one.ok(["sync"]);
    shared.two.by("ben");
    shared.two.write("team.toml", &format!("{}{}", shared.two.read("team.toml"), person("ben", "office")));
    shared.two.ok(["job", "set", "1", "--title", "Oven, door"]);
    let head = shared.two.git(["rev-parse", "HEAD"]);
    let before = shared.two.read(JOB);
    let answer = shared.two.run(["sync"]);
    assert_eq!(answer.code, 1, "{}{}", answer.out, answer.err);
    for told in [
        "title",
        "Oven, door",
        "Door of the oven",
        "Oven door sticks",
        "by ben",
        "by ana",
        "J-2026-00001/title=ours",
    ] {
        assert!(answer.err.contains(told), "{told} is missing in\n{}", answer.err);
    }
    assert_eq!(shared.two.read(JOB), before);
    let json = shared.two.run(["sync", "--json"]);
    let told: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(told["synced"]["conflicts"][0]["key"], "J-2026-00001/title");
    assert_eq!(told["synced"]["conflicts"][0]["theirs"], "Door of the oven");
    // Only what was edited by hand was recorded.
    assert_eq!(shared.two.git(["rev-parse", "HEAD~1"]), head);

    let wrong = shared.two.run(["sync", "--resolve", "J-2026-00009/title=ours"]);
    assert!(
        wrong.err.contains("[resolve-none]") && wrong.err.contains("J-2026-00001/title"),
        "{}",
        wrong.err
    );
    let wrong = shared.two.run(["sync", "--resolve", "mine"]);
    assert!(wrong.err.contains("[resolve-unclear]"), "{}", wrong.err);
    shared.two.ok(["sync", "--resolve", "J-2026-00001/title=theirs"]);
    shared.one.ok(["sync"]);
    shared.must_agree();
    let job = shared.one.read(JOB);
    assert!(job.contains("title: Door of the oven") && job.contains("from one"), "{job}");
    // What the other side had said is still in the job's own log.
    assert!(job.contains("Oven, door"), "{job}");
}

#[test]
fn x03_of_two_copies_that_ask_at_once_only_one_gets_the_letters() {
    let shared = Shared::new();
    let (three, four) = (shared.one.cloned(shared.place.path()), shared.one.cloned(shared.place.path()));
    assert!(three.refused(1, ["job", "new", "C-0001", "Too early"]).contains("jobbook sync"));
    // While three is about to give its claim, four is faster.
    three.write(
        ".git/hooks/pre-push",
        &format!(
            "#!/bin/sh\nrm .git/hooks/pre-push\nunset GIT_DIR\ncd {} && JOBBOOK_NOW=2026-03-02T09:00:00+01:00 JOBBOOK_USER=ana {} sync\n",
            four.path("").display(),
            env!("CARGO_BIN_EXE_jobbook")
        ),
    );
    let hook = std::process::Command::new("chmod").arg("+x").arg(three.path(".git/hooks/pre-push")).status();
    assert!(hook.unwrap().success());
    let answer = three.ok(["sync"]);
    assert!(answer.contains("the letter d"), "{answer}");
    assert_eq!(four.git(["config", "jobbook.seat"]), "c\n");
    assert_eq!(three.git(["config", "jobbook.seat"]), "d\n");
    assert!(three.ok(["job", "new", "C-0001", "Now"]).contains("J-2026-d00001"));
}

#[test]
fn x03_a_sync_that_dies_anywhere_is_finished_by_the_next_one() {
    let shared = Shared::new();
    shared.one.ok(["job", "note", "1", "from one"]);
    shared.one.ok(["sync"]);
    shared.two.ok(["job", "note", "1", "from two"]);
    shared.two.ok(["parts", "add", "1", "Hinge"]);
    let (before, mut died) = (shared.two.files(), 0);
    for operation in 1.. {
        let two = shared.two.copy();
        let status =
            two.command(["sync"]).env("JOBBOOK_MISHAP", format!("kill@{operation}")).output().unwrap();
        if status.status.success() {
            break;
        }
        died += 1;
        // Either nothing has come yet, or all of it.
        two.ok_with_warnings(["job", "list"]);
        let job = two.read(JOB);
        assert!(
            two.files() == before || job.contains("from one") && job.contains("from two"),
            "{operation}:\n{job}"
        );
        // The commit follows both, or is caught up with.
        two.ok_with_warnings(["sync", "--dry-run"]);
        let given = two.run(["sync"]);
        assert_eq!(given.code, 0, "{operation}: {}", given.err);
        assert_eq!(two.git(["status", "--short"]), "", "{operation}");
        assert_eq!(two.git(["log", "--merges", "--format=%s"]).lines().count(), 1, "{operation}");
        // The shared repository is as it was for the next round.
        let back = shared.one.git(["rev-parse", "HEAD"]);
        let branch = two.git(["symbolic-ref", "HEAD"]);
        two.git(["push", "-q", "--force", "origin", &format!("{}:{}", back.trim(), branch.trim())]);
        two.ok(["check"]);
    }
    assert!(died > 5, "{died}");
}

#[test]
fn x03_git_itself_brings_files_together_by_what_they_mean() {
    let shared = Shared::new();
    shared.one.ok(["job", "note", "1", "from one"]);
    shared.one.ok(["sync"]);
    shared.two.ok(["job", "note", "1", "from two"]);
    shared.two.git(["pull", "-q", "--no-rebase", "--no-edit"]);
    let job = shared.two.read(JOB);
    assert!(job.contains("from one") && job.contains("from two"), "{job}");
    shared.two.ok(["check"]);
    shared.two.git(["push", "-q"]);

    shared.one.ok(["sync"]);
    shared.one.ok(["job", "set", "1", "--title", "A"]);
    shared.one.ok(["sync"]);
    shared.two.ok(["job", "set", "1", "--title", "B"]);
    let pull = std::process::Command::new("git")
        .args(["-c", "user.name=x", "-c", "user.email=x@x", "pull", "-q", "--no-rebase", "--no-edit"])
        .current_dir(shared.two.path(""))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&pull.stderr).into_owned();
    assert!(!pull.status.success() && said.contains("title was changed here and there"), "{said}");
    // What stands there can be read, and says what is ours.
    assert!(shared.two.read(JOB).contains("title: B"));
    let refused = shared.two.run(["sync"]);
    assert!(refused.err.contains("git merge --abort"), "{}", refused.err);
    shared.two.git(["merge", "--abort"]);
    shared.two.ok(["sync", "--resolve", "theirs"]);
    assert!(shared.two.read(JOB).contains("title: A"));
}

#[test]
fn x03_rules_prices_and_remarks_of_both_sides_are_kept() {
    let shared = Shared::new();
    let prices = "prices/standard.csv";
    shared.one.write(prices, &format!("{}NEW1,One,h,10.00,standard,\n", shared.one.read(prices)));
    shared.two.write(prices, &format!("{}NEW2,Two,h,20.00,standard,\n", shared.two.read(prices)));
    shared.one.write("team.toml", &format!("{}{}", shared.one.read("team.toml"), person("cem", "office")));
    shared.two.write("team.toml", &format!("{}{}", shared.two.read("team.toml"), person("dora", "office")));
    shared.one.write(JOB, &format!("# Remark of one\n{}", shared.one.read(JOB)));
    shared.two.write(JOB, &format!("# Remark of two\n{}", shared.two.read(JOB)));
    shared.one.ok(["job", "note", "1", "from one"]);
    shared.two.ok(["job", "note", "1", "from two"]);
    shared.one.ok(["sync"]);
    shared.two.ok(["sync"]);
    shared.one.ok(["sync"]);
    shared.must_agree();
    for (file, kept) in [
        (prices, ["NEW1,One", "NEW2,Two"]),
        ("team.toml", ["\"cem\"", "\"dora\""]),
        (JOB, ["# Remark of one", "# Remark of two"]),
        (JOB, ["from one", "from two"]),
    ] {
        let text = shared.one.read(file);
        assert!(kept.iter().all(|kept| text.contains(kept)), "{file}: {kept:?} in\n{text}");
    }
    // What cannot stand together is asked about, and never half of each.
    shared.one.replace("team.toml", &person("cem", "office"), &person("cem", "sales"));
    shared.two.replace("team.toml", &person("cem", "office"), &person("cem", "technician"));
    shared.one.ok(["sync"]);
    let answer = shared.two.run(["sync"]);
    assert!(answer.err.contains("team.toml=ours"), "{}", answer.err);
    shared.two.ok(["sync", "--resolve", "team.toml=theirs"]);
    assert!(shared.two.read("team.toml").contains(&person("cem", "sales")));
}

#[test]
fn x03_what_no_book_may_hold_is_refused() {
    let shared = Shared::new();
    // A link, through which writing would leave the book.
    std::os::unix::fs::symlink("/etc/passwd", shared.one.path("documents-of-others")).unwrap();
    shared.one.git(["add", "documents-of-others"]);
    shared.one.git(["commit", "-qm", "a link"]);
    shared.one.git(["push", "-q"]);
    assert!(shared.two.refused(1, ["sync"]).contains("[sync-odd]"));
    shared.one.git(["rm", "-q", "documents-of-others"]);
    shared.one.git(["commit", "-qm", "no link"]);
    // A file that is in the way here, of which git knows nothing.
    shared.one.write("notes.txt", "theirs");
    shared.one.git(["add", "notes.txt"]);
    shared.one.git(["commit", "-qm", "notes"]);
    shared.one.git(["push", "-q"]);
    shared.two.write("notes.txt", "mine");
    assert!(shared.two.refused(1, ["sync"]).contains("[file-exists]"));
    std::fs::rename(shared.two.path("notes.txt"), shared.two.path("mine.txt")).unwrap();
    let answer = shared.two.ok(["sync"]);
    assert!(answer.contains("not shared, since git was not told of it: mine.txt"), "{answer}");
    assert_eq!(shared.two.read("notes.txt"), "theirs");

    // A newer program's file is passed on, and not brought together by an older one.
    shared.one.replace(JOB, "format: 1", "format: 2");
    shared.one.ok_with_warnings(["sync"]);
    shared.two.ok(["job", "note", "1", "meanwhile"]);
    assert!(shared.two.refused(3, ["sync"]).contains("[format-newer]"));

    // Another book.
    let other = Office::new();
    other.git(["update-ref", "-d", "HEAD"]);
    other.git(["commit", "-qm", "Another beginning"]);
    other.git(["remote", "add", "origin", shared.place.path().to_str().unwrap()]);
    assert!(other.run(["sync"]).err.contains("[sync-unrelated]"));
}

#[test]
fn x03_two_copies_that_number_alike_are_told_so() {
    let shared = Shared::new();
    shared.two.git(["config", "jobbook.seat", ""]);
    shared.one.ok(["job", "new", "C-0001", "Of one"]);
    shared.two.ok(["job", "new", "C-0001", "Of two"]);
    shared.one.ok(["sync"]);
    let refused = shared.two.refused(1, ["sync"]);
    assert!(refused.contains("[seat-shared]") && refused.contains("J-2026-00002"), "{refused}");
}

#[test]
fn x03_a_dry_run_tells_and_changes_nothing() {
    let shared = Shared::new();
    shared.one.ok(["job", "note", "1", "from one"]);
    shared.one.ok(["sync"]);
    shared.two.ok(["job", "note", "1", "from two"]);
    let (files, head) = (shared.two.files(), shared.two.git(["rev-parse", "HEAD"]));
    let answer = shared.two.ok(["sync", "--dry-run"]);
    assert!(answer.contains("1 change would come from origin, 1 change would go there"), "{answer}");
    assert_eq!((shared.two.files(), shared.two.git(["rev-parse", "HEAD"])), (files, head));
    assert!(shared.one.ok(["sync"]).starts_with("Nothing new"));
}

/// Chance that can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Something that a clerk does, by chance; jobs and clients are those that both copies have.
fn something(office: &Office, dice: &mut Dice, count: usize) {
    let job = format!("J-2026-000{:02}", 1 + dice.roll(4));
    let client = format!("C-000{}", 1 + dice.roll(4));
    let text = format!(
        "{} {count} {}",
        if office.git(["config", "jobbook.seat"]).trim().is_empty() { "one" } else { "two" },
        dice.roll(1000)
    );
    let words: Vec<&str> = match dice.roll(11) {
        0 => vec!["job", "note", &job, &text],
        1 => vec!["parts", "add", &job, &text],
        2 => vec!["visit", "add", &job, "--no-day"],
        3 => vec!["contact", "log", &job, "in", "call", &text],
        4 => vec!["job", "tag", &job, "+seen"],
        5 => vec!["job", "set", &job, "--title", &text],
        6 => vec!["client", "set", &client, "--note", &text],
        7 => vec!["job", "new", &client, &text],
        8 => vec!["client", "new", &text, "--force"],
        9 => vec!["job", "task", &job, &text],
        _ => vec!["feedback", "record", &job, "4", &text],
    };
    // What is refused is no work; the week goes on.
    office.run(words);
}

/// Every job and client with its facts.
fn facts(office: &Office) -> BTreeMap<String, Value> {
    let read = |path: &str, text: &str| match path.starts_with("jobs/") {
        true => serde_json::to_value(entity::read::<Job>(text, path).unwrap()).unwrap(),
        false => serde_json::to_value(entity::read::<Client>(text, path).unwrap()).unwrap(),
    };
    let files = office.files().into_iter();
    let of_book = files.filter(|(path, _)| path.starts_with("jobs/") || path.starts_with("clients/"));
    of_book.map(|(path, text)| (path.clone(), read(&path, &text))).collect()
}

/// Whether what a side did to a file is there afterwards, or the other side did something to the same value.
fn must_be_kept(path: &str, base: &Value, side: &Value, other: &Value, merged: &Value) {
    let (done, by_other, after) =
        (differences(base, side), differences(base, other), differences(base, merged));
    for one in done {
        let is_added = matches!(one.path.last(), Some(Step::Entry | Step::Item(_))) && one.from.is_none();
        let is_contested = |other: &Difference| !is_added && other.path == one.path;
        assert!(
            after.contains(&one) || by_other.iter().any(is_contested),
            "{path}: {one:?} is missing\nafter: {after:#?}"
        );
    }
}

#[test]
fn x03_two_copies_weeks_at_random_are_merged_and_nothing_of_either_is_missing() {
    for seed in 1..=5 {
        let mut dice = Dice(seed);
        let example = Office::new();
        for name in ["Acorn", "Birch", "Cedar", "Dogwood"] {
            example.ok(["client", "new", name, "--force"]);
        }
        for number in 1..=4 {
            example.ok(["job", "new", &format!("C-000{number}"), "Work"]);
        }
        let mut shared = Shared::of(example);
        let base = facts(&shared.one);
        for count in 0..14 {
            let moment =
                |minute: u64| format!("2026-03-0{}T{:02}:{minute:02}:00+01:00", 2 + count / 4, 9 + count % 4);
            shared.one.at(&moment(dice.roll(30)));
            shared.two.at(&moment(30 + dice.roll(30)));
            something(&shared.one, &mut dice, count);
            something(&shared.two, &mut dice, count);
        }
        let (one, two) = (facts(&shared.one), facts(&shared.two));
        shared.one.at("2026-03-09T09:00:00+01:00").ok_with_warnings(["sync"]);
        shared.two.at("2026-03-09T09:00:00+01:00").ok_with_warnings(["sync", "--resolve", "theirs"]);
        shared.one.ok_with_warnings(["sync"]);
        shared.must_agree();
        let merged = facts(&shared.one);
        let nothing = Value::Object(serde_json::Map::new());
        for (path, side) in &one {
            let (base, other) = (base.get(path).unwrap_or(&nothing), two.get(path).unwrap_or(&nothing));
            must_be_kept(path, base, side, if other == &nothing { base } else { other }, &merged[path]);
        }
        for (path, side) in &two {
            let (base, other) = (base.get(path).unwrap_or(&nothing), one.get(path).unwrap_or(&nothing));
            must_be_kept(path, base, side, if other == &nothing { base } else { other }, &merged[path]);
        }
        let begun = one.keys().chain(two.keys()).collect::<std::collections::BTreeSet<_>>().len();
        assert_eq!(merged.len(), begun, "seed {seed}");
    }
}
