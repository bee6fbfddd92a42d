//! Completion as somebody meets it: in bash, zsh and fish, and what the program answers them.

use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use expectrl::Expect;

use crate::office::{CLIENT, JOB, Office, run_in};
use crate::readers::program;

/// Instead of the program, one that shows how the shell took the line apart.
const SHOWS: &str = "\
#!/bin/sh
case $1 in __complete | completions) exec PROGRAM \"$@\" ;; esac
printf 'GOT'; printf '[%s]' \"$@\"; printf 'END\\n'
";

/// A book with two jobs; labels and names in it are as hostile as a client may write them.
fn office() -> Office {
    let office = Office::new().with_a_job();
    let other = JOB
        .replace("00001", "00002")
        .replace(
            "title: Shop door does not close   # the front one",
            "title: \"Cellar $(touch pwned) \\e[31m; `door`\"",
        )
        .replace("path:", "tags: [\"$(touch pwned)\", \"it's \\\"!x\\\"\", \"a\\nb\", \"c\\e]0;x\"]\npath:");
    office.write("jobs/2026/000/J-2026-00002.yaml", &other);
    office.write(
        "clients/00/C-0002.yaml",
        &CLIENT.replace("C-0001", "C-0002").replace("Linden Bakery", "Otto's \\\"Garage\\\""),
    );
    office.ok(["job", "list"]);
    let bin = office.path(".home/bin/jobbook");
    office.write(".home/bin/jobbook", &SHOWS.replace("PROGRAM", env!("CARGO_BIN_EXE_jobbook")));
    std::fs::set_permissions(bin, std::fs::Permissions::from_mode(0o755)).unwrap();
    office
}

/// What the program answers a shell.
fn asked(office: &Office, question: &[&str]) -> Vec<String> {
    let words = ["__complete"].into_iter().chain(question.iter().copied());
    office.ok(words).lines().map(str::to_string).collect()
}

fn zsh(office: &Office, words: &[&str]) -> Vec<String> {
    asked(office, &[&["zsh", "100"], words].concat())
}

/// The shell in the book, where `jobbook` is the program that shows its arguments.
fn prepared(office: &Office, shell: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(shell);
    let path = std::env::var("PATH").unwrap_or_default();
    command.args(arguments).current_dir(office.path(".")).env_clear();
    command
        .env("PATH", format!("{}:{path}", office.path(".home/bin").display()))
        .env("HOME", office.path(".home"))
        .env("TERM", "vt100")
        .env("LC_ALL", "C.UTF-8")
        .env("PS1", "ready> ");
    command
}

/// Types at the shell: what is sent, and what must then be seen.
fn typed(office: &Office, shell: &str, arguments: &[&str], steps: &[(&str, &str)]) {
    let mut session = expectrl::Session::spawn(prepared(office, shell, arguments)).unwrap();
    session.set_expect_timeout(Some(std::time::Duration::from_secs(40)));
    for (keys, seen) in steps {
        session.send(*keys).unwrap();
        session
            .expect(*seen)
            .unwrap_or_else(|error| panic!("{shell}: {keys:?} should show {seen:?}: {error}"));
    }
    session.send("\u{3}\rexit\r").unwrap();
    let _ = session.expect(expectrl::Eof);
    assert!(!office.path("pwned").exists(), "a name of the book ran as a command");
}

#[test]
fn at_tab_jobs_are_offered_by_number_and_by_words_with_what_they_are() {
    let office = office();
    assert_eq!(
        zsh(&office, &["job", "show", "door"]),
        [
            "chosen",
            "J-2026-00002\tJ-2026-00002  Linden Bakery: Cellar $(touch pwned) \\x1b[31m; `door`",
            "J-2026-00001\tJ-2026-00001  Linden Bakery: Shop door does not close",
        ]
    );
    assert_eq!(
        zsh(&office, &["job", "show", "linden shop"]),
        ["values", "J-2026-00001\tJ-2026-00001  Linden Bakery: Shop door does not close",]
    );
    assert_eq!(zsh(&office, &["job", "show", "2"]).len(), 2);
    assert_eq!(
        zsh(&office, &["client", "show", "otto"]),
        ["values", "C-0002\tC-0002  Otto's \\\"Garage\\\""]
    );
}

#[test]
fn at_tab_a_job_is_offered_that_no_list_has_shown_yet_and_one_at_its_end_comes_last() {
    let office = office();
    office.write("jobs/2026/000/J-2026-00003.yaml", &JOB.replace("00001", "00003").replace("Shop", "Attic"));
    office.write(
        "jobs/2026/000/J-2026-00004.yaml",
        &JOB.replace("00001", "00004").replace("stage: scheduling", "stage: cancelled"),
    );
    let offered = zsh(&office, &["why", ""]);
    let ids: Vec<&str> = offered.iter().map(|line| &line[..line.len().min(12)]).collect();
    assert_eq!(ids, ["values", "J-2026-00003", "J-2026-00002", "J-2026-00001", "J-2026-00004"]);
}

#[test]
fn at_tab_values_depend_on_what_was_typed_before() {
    let mut office = office();
    let first = |offered: Vec<String>| offered.get(1).cloned().unwrap_or_default();
    assert_eq!(
        first(zsh(&office, &["job", "advance", "1", "--to", "on-s"])),
        "on-site\ton-site  Technician on site"
    );
    assert_eq!(
        zsh(&office, &["job", "advance", "1", "--to=on-s"]),
        zsh(&office, &["job", "advance", "1", "--to", "on-s"])
    );
    assert_eq!(first(zsh(&office, &["parts", "order", "1", ""])), "1\t1  Door closer");
    assert_eq!(zsh(&office, &["parts", "order", "", ""]).len(), 2);
    assert_eq!(
        first(zsh(&office, &["job", "assign", "1", "--by", "ana", "owner="])),
        "owner=ana\towner=ana  Ana Example"
    );
    assert!(zsh(&office, &["contact", "log", "1", ""]).contains(&"in\tin".to_string()));
    assert!(
        zsh(&office, &["job", "new", "otto", "--workflow", ""])
            .iter()
            .any(|line| line.starts_with("service-call\t"))
    );
    assert!(zsh(&office, &["queue", "show", ""]).iter().any(|line| line.starts_with("repair-quotes\t")));
    assert_eq!(zsh(&office, &["client", "statement", "1", "--output", ""]), ["files"]);
    assert_eq!(zsh(&office, &["-C", ""]), ["folders"]);
    assert_eq!(zsh(&office, &["job", "note", "1", ""]), ["values"]);
    office.at("2026-03-02T10:00:00+01:00");
    office.ok(["parts", "order", "1", "1", "--supplier", "Hinge Depot"]);
    office.ok(["parts", "receive", "1"]);
    office.ok(["visit", "add", "1", "fri 9-11", "--tech", "ana"]);
    let visits = zsh(&office, &["visit", "show", "1", ""]);
    assert!(visits[1].starts_with("1\t1  ") && visits[1].ends_with(", ana"), "{visits:?}");
}

#[test]
fn at_tab_nothing_is_written_or_complained_of_whatever_the_book_is() {
    let office = office();
    let none = ["values"];
    std::fs::remove_dir_all(office.path(".jobbook")).unwrap();
    let before = office.files();
    assert_eq!(zsh(&office, &["job", "show", "shop"]).len(), 2);
    assert!(!office.path(".jobbook").exists());
    assert_eq!(office.files(), before);
    office.write("jobs/2026/000/J-2026-00001.yaml", "not a job: [");
    assert_eq!(zsh(&office, &["job", "show", "shop"]), none);
    office.write("team.toml", "name = ");
    assert_eq!(zsh(&office, &["job", "show", ""]), none);
    assert_eq!(
        zsh(&office, &["job", "sho"]),
        ["values", "show\tshow  Show a job: its whole story on one screen"]
    );
    for odd in [&["bash"][..], &["zsh"], &["nonsense", "80", "x"], &[], &["fish", "80", "\u{0}'\"$("]] {
        let odd: Vec<&str> = odd.iter().copied().filter(|word| !word.contains('\0')).collect();
        let answer = office.run(["__complete"].into_iter().chain(odd));
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    }
}

#[test]
fn at_tab_in_bash() {
    let office = office();
    if program("bash").is_none() {
        return;
    }
    typed(
        &office,
        "bash",
        &["--norc", "--noprofile", "-i"],
        &[
            (
                "source <(jobbook completions bash); bind 'set enable-bracketed-paste off'; echo o''n\r",
                "on\r\n",
            ),
            ("jobbook job show shop\t\r", "GOT[job][show][J-2026-00001]END"),
            ("jobbook job sho\tlinden\\ shop\t\r", "GOT[job][show][J-2026-00001]END"),
            ("jobbook client show --json \"ot\t\r", "GOT[client][show][--json][C-0002]END"),
            // Two jobs: nothing is typed for the person, a second Tab tells both.
            ("jobbook why door\t\t", "Linden Bakery: Shop door does not close"),
            ("\r", "GOT[why][door]END"),
            ("jobbook job list --tag=\\$\t\r", "GOT[job][list][--tag=$(touch pwned)]END"),
            ("jobbook job list --tag \"it\t\r", "GOT[job][list][--tag][it's \"!x\"]END"),
            (
                "jobbook client statement 1 --output jobb\t\r",
                "GOT[client][statement][1][--output][jobbook.toml]END",
            ),
        ],
    );
}

#[test]
fn at_tab_in_zsh() {
    let office = office();
    if program("zsh").is_none() {
        return;
    }
    typed(
        &office,
        "zsh",
        &["-f", "-i"],
        &[
            (
                "autoload -U compinit; compinit -u -D; source <(jobbook completions zsh); echo o''n\r",
                "on\r\n",
            ),
            ("jobbook job show shop\t\r", "GOT[job][show][J-2026-00001]END"),
            ("jobbook job sho\t'linden shop\t\r", "GOT[job][show][J-2026-00001]END"),
            // Two jobs: both are told, and Tab chooses.
            ("jobbook why door\t", "Linden Bakery: Shop door does not close"),
            ("\t\r", "GOT[why][J-2026-00001]END"),
            ("jobbook job list --tag=\\$\t\r", "GOT[job][list][--tag=$(touch pwned)]END"),
            ("jobbook job list --tag \"it\t\r", "GOT[job][list][--tag][it's \"!x\"]END"),
            (
                "jobbook client statement 1 --output jobb\t\r",
                "GOT[client][statement][1][--output][jobbook.toml]END",
            ),
        ],
    );
}

#[test]
fn at_tab_in_fish() {
    let office = office();
    if program("fish").is_none() {
        return;
    }
    let complete = |line: &str| {
        let script = format!("jobbook completions fish | source; complete -C '{line}'");
        let mut command = prepared(&office, "fish", &["--no-config", "-c", &script]);
        let answer = run_in(&office.path("."), &mut command);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        answer.out
    };
    assert_eq!(complete("jobbook job sho"), "show\tShow a job: its whole story on one screen\n");
    assert_eq!(complete("jobbook job show linden"), complete("jobbook job show LINDEN"));
    assert!(complete("jobbook job show J-2026-00001").starts_with("J-2026-00001\tLinden Bakery: Shop door"));
    assert_eq!(complete("jobbook job advance 1 --to=on-s"), "--to=on-site\tTechnician on site\n");
    typed(
        &office,
        "fish",
        &["--no-config", "-i"],
        &[
            ("jobbook completions fish | source; echo o''n\r", "on\r\n"),
            ("jobbook job list --tag it\t\r", "GOT[job][list][--tag][it's \"!x\"]END"),
            (
                "jobbook job show shop\t\r",
                "GOT[job][show][Linden Bakery Shop door does not close J-2026-00001]END",
            ),
        ],
    );
    // The words that fish typed mean the job.
    office.ok(["job", "show", "Linden Bakery Shop door does not close J-2026-00001"]);
    office.ok(["client", "show", "Linden Bakery C-0001"]);
}
