//! Every command that writes, with the disk failing or the process ending at each of its operations.

#![allow(clippy::disallowed_macros, reason = "a long run says how far it is")]

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use jobbook::rules::access::verbs::{Touch, VERBS};
use sha1::{Digest, Sha1};

use super::all;
use super::stories::{self, Line, beginning, lines, verb};
use crate::office::{Answer, Office, run_in};

/// How many operations of a command a short run lets pass between two mishaps.
const STRIDE: usize = 12;
/// A command that is possible in every book.
const NEXT: [&str; 7] = ["schedule", "off", "ana", "2027-12-24", "--reason", "holiday", "--no-input"];
/// Commands that show, and write something when they are asked to.
const WRITE_ON_DEMAND: &[&str] = &["job report", "client document", "schedule days-out", "schedule off"];
/// Of these each operation is tried in short runs, too.
const THOROUGHLY: &[&str] = &["job note"];

/// A book, its editor, and what a command does in it when nothing goes wrong.
struct Trial<'a> {
    office: &'a Office,
    editor: &'a str,
    words: &'a [String],
    /// Noun and verb of it; to read them anew for each case takes long, and the memory of it stays.
    verb: String,
    /// Each change of the disk and each program started, in their order.
    operations: Vec<String>,
    /// What git records of all files: before, after each commit, after.
    states: Vec<String>,
    /// Subjects of all commits afterwards, newest first.
    subjects: String,
    /// Git's opinion of the files afterwards.
    status: String,
    /// Names in `.jobbook` afterwards.
    workplace: BTreeSet<String>,
}

#[test]
fn every_command_that_writes_occurs_in_a_story() {
    let mut told = BTreeSet::new();
    for name in stories::names() {
        for line in lines(&name) {
            if let Line::Tried(words) = line {
                told.insert(verb(&words));
            }
        }
    }
    let writing = VERBS.iter().filter(|(_, touch)| *touch != Touch::Reads).map(|(verb, _)| *verb);
    let missing: Vec<&str> =
        writing.chain(WRITE_ON_DEMAND.iter().copied()).filter(|verb| !told.contains(*verb)).collect();
    assert_eq!(missing, [""; 0], "add a line `$ COMMAND` to one of tests/cli/faults/stories");
}

#[test]
fn a_machine_that_fails_while_rows_are_judged_refuses_the_whole_sheet() {
    let office = beginning();
    office.write(
        "book.csv",
        "name,phone,city\nLinden Bakery,040 5550177,Hamburg\nOld Mill,040 5550188,Hamburg\n",
    );
    by_hand(&office);
    let words = ["import", "clients", "book.csv"].map(str::to_string);
    let trial = Trial::of(&office, "true", &words);
    let judging = trial.operations.iter().take_while(|operation| !operation.contains("journal"));
    let programs: Vec<usize> =
        judging.enumerate().filter(|(_, operation)| *operation == "run git").map(|(at, _)| at).collect();
    assert!(!programs.is_empty(), "{:?}", trial.operations);
    for number in programs {
        trial.one(number, &format!("eio@{number}"));
        let copy = office.copy();
        let answer = run(&copy, "true", &words, &format!("eio@{number}"));
        assert_eq!((answer.code, answer.out.as_str()), (3, ""), "{}", answer.err);
        assert!(answer.err.contains("the program `git` could not be run"), "{}", answer.err);
    }
}

/// One test for each story, so that they run side by side.
macro_rules! stories {
    ($($test:ident: $name:literal,)*) => {
        $(#[test]
        fn $test() {
            tell($name);
        })*

        #[test]
        fn every_story_is_told() {
            assert_eq!(stories::names(), [$($name),*]);
        }
    };
}

stories! {
    mishaps_of_imports_leave_the_book_before_or_after: "imports",
    mishaps_of_an_office_leave_the_book_before_or_after: "office",
    mishaps_of_plans_leave_the_book_before_or_after: "plans",
    mishaps_of_portals_leave_the_book_before_or_after: "portals",
    mishaps_of_projects_leave_the_book_before_or_after: "projects",
    mishaps_of_sealing_leave_the_book_before_or_after: "sealing",
    mishaps_of_sharing_leave_the_book_before_or_after: "sharing",
    mishaps_of_tickets_leave_the_book_before_or_after: "tickets",
}

/// Lets a story happen, and tries each marked command with mishaps on copies of the book before it does.
fn tell(name: &str) {
    let (mut office, mut editor) = (beginning(), String::from("true"));
    let only = std::env::var("JOBBOOK_FAULTS_ONLY").ok();
    let mut turn = 0;
    for line in lines(name) {
        match line {
            Line::At(now, by) => {
                office.at(&now).by(&by);
            }
            Line::Editor(program) => editor = program,
            Line::File { name, text, added } => {
                let before = if added { office.read(&name) } else { String::new() };
                office.write(&name, &format!("{before}{text}"));
                by_hand(&office);
            }
            Line::Leads(words) => happen(&office, &editor, &words),
            Line::May(words) => {
                run(&office, &editor, &words, "");
            }
            Line::Shell(script) => {
                let answer = run_in(&office.path(""), std::process::Command::new("sh").args(["-c", &script]));
                assert_eq!(answer.code, 0, "{script}: {}", answer.err);
                by_hand(&office);
            }
            Line::Tried(words) => {
                if only.as_ref().is_none_or(|only| *only == verb(&words)) {
                    Trial::of(&office, &editor, &words).run(turn);
                }
                turn += 1;
                happen(&office, &editor, &words);
            }
        }
    }
}

fn by_hand(office: &Office) {
    office.git(["add", "-A"]);
    office.git(["commit", "-q", "--allow-empty", "-m", "By hand"]);
}

fn happen(office: &Office, editor: &str, words: &[String]) {
    let answer = run(office, editor, words, "");
    assert_eq!(answer.code, 0, "{words:?}\n{}{}", answer.out, answer.err);
}

/// Runs the command in the book, with that mishap to come.
fn run(office: &Office, editor: &str, words: &[String], mishap: &str) -> Answer {
    let mut command = office.command(words.iter().map(String::as_str).chain(["--no-input"]));
    command.env("EDITOR", editor).env("JOBBOOK_MISHAP", mishap);
    run_in(&office.path(""), &mut command)
}

/// What git would record of the book as it is, without starting git: the names of its files and of their contents.
fn state(office: &Office) -> String {
    let files = files_below(&office.path(""));
    // Whoever is at work there has them, and git leaves them out.
    let recorded = files.into_iter().filter(|(path, _)| !path.starts_with("outbox/sending/"));
    recorded.map(|(path, bytes)| format!("{} {path}\n", blob(&bytes))).collect()
}

/// The same of a commit.
fn state_of(office: &Office, commit: &str) -> String {
    let told = office.git(["ls-tree", "-r", "-z", commit]);
    let mut files: Vec<(&str, &str)> =
        told.split('\0').filter_map(|line| line.split_once(" blob ")?.1.split_once('\t')).collect();
    files.sort_unstable_by_key(|(_, path)| *path);
    files.into_iter().map(|(blob, path)| format!("{blob} {path}\n")).collect()
}

/// What git calls a content.
fn blob(bytes: &[u8]) -> String {
    let mut hash = Sha1::new_with_prefix(format!("blob {}\0", bytes.len()));
    hash.update(bytes);
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every file of the book with its bytes, but for git's and the program's own.
fn files_below(book: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![book.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = path.strip_prefix(book).expect("inside").to_string_lossy().into_owned();
            match entry.file_type().expect("its type").is_dir() {
                true if [".git", ".jobbook", ".home"].contains(&name.as_str()) => {}
                true => folders.push(path),
                false => drop(found.insert(name, std::fs::read(&path).expect("a file"))),
            }
        }
    }
    found
}

/// Names below a folder, of files only.
fn names(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).into_iter().flatten().flatten() {
            if entry.path().is_dir() {
                folders.push(entry.path());
            } else {
                let name = entry.path().strip_prefix(folder).expect("inside").to_string_lossy().into_owned();
                found.insert(name);
            }
        }
    }
    found
}

impl<'a> Trial<'a> {
    /// Lets the command happen in a copy of the book, and looks on.
    fn of(office: &'a Office, editor: &'a str, words: &'a [String]) -> Trial<'a> {
        assert_eq!(office.git(["status", "--porcelain"]), "", "before {words:?}");
        let copy = office.copy();
        let trace = copy.path(".git/trace-of-a-test");
        let answer = run(&copy, editor, words, &format!("trace:{}", trace.display()));
        assert_eq!(answer.code, 0, "{words:?}\n{}{}", answer.out, answer.err);
        let root = copy.path("").to_string_lossy().into_owned();
        let traced = std::fs::read_to_string(&trace).expect("a command that writes");
        let operations = traced.lines().map(|line| line.replace(&root, "")).collect();
        let head = office.git(["rev-parse", "HEAD"]);
        let range = format!("{}..HEAD", head.trim());
        let mut states = vec![state(office)];
        assert_eq!(states[0], state_of(office, "HEAD"), "nothing else is there");
        let commits = copy.git(["log", "--reverse", "--format=%H", &range]);
        states.extend(commits.lines().map(|commit| state_of(&copy, commit)));
        states.push(state(&copy));
        copy.ok_with_warnings(["check"]);
        Trial {
            office,
            editor,
            words,
            verb: verb(words),
            operations,
            states,
            subjects: copy.git(["log", "--format=%s"]),
            status: copy.git(["status", "--porcelain"]),
            workplace: names(&copy.path(".jobbook")),
        }
    }

    fn run(&self, turn: usize) {
        let thoroughly = THOROUGHLY.contains(&self.verb.as_str());
        let last = self.operations.len() - 1;
        let mut cases: Vec<(usize, String)> = Vec::new();
        for number in 0..=last {
            let is_write = self.operations[number].starts_with("write ");
            let mishaps = ["kill", "eio", "enospc", "tear"];
            let possible = if is_write { 4 } else { 3 };
            if all() {
                cases.extend(mishaps[..possible].iter().map(|mishap| (number, format!("{mishap}@{number}"))));
                cases.push((number, format!("enospc@{number}-")));
            } else if thoroughly {
                cases.extend(["kill", "eio"].map(|mishap| (number, format!("{mishap}@{number}"))));
            } else if (number + turn).is_multiple_of(STRIDE) || number == last {
                let mishap = mishaps[(number / STRIDE + turn) % possible];
                cases.push((number, format!("{mishap}@{number}")));
            }
        }
        self.all_of(&cases);
    }

    /// Each of the cases, side by side where every one of them is tried.
    fn all_of(&self, cases: &[(usize, String)]) {
        let workers = match std::thread::available_parallelism() {
            Ok(processors) if all() => processors.get(),
            _ => 1,
        };
        let next = AtomicUsize::new(0);
        let failed = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| {
                    while let Some((number, mishap)) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let tried = catch_unwind(AssertUnwindSafe(|| self.one(*number, mishap)));
                        if let Err(panic) = tried {
                            let told = panic.downcast_ref::<String>().cloned().unwrap_or_default();
                            failed.lock().expect("the list").push(told);
                        }
                    }
                });
            }
        });
        let failed = failed.into_inner().expect("the list");
        let first: Vec<&str> = failed.iter().take(5).map(String::as_str).collect();
        assert!(failed.is_empty(), "{} of {} cases:\n{}", failed.len(), cases.len(), first.join("\n\n"));
        if all() {
            eprintln!("{:?}: {} cases", self.words, cases.len());
        }
    }

    /// The command with one mishap, and what is to hold afterwards.
    fn one(&self, number: usize, mishap: &str) {
        let is_of_git = !self.operations[number].starts_with("run ") || self.operations[number] == "run git";
        if !is_of_git && !mishap.starts_with("kill") {
            // What becomes of a letter that no program takes is a change of its own; tests of mail tell of it.
            return;
        }
        let told = |what: &str, answer: &Answer| {
            format!(
                "{:?} with {mishap} ({}): {what}\n{}{}\n{}",
                self.words,
                self.operations[number],
                answer.out,
                answer.err,
                self.operations
                    .iter()
                    .enumerate()
                    .map(|(n, op)| format!("{n:>4} {op}\n"))
                    .collect::<String>()
            )
        };
        let copy = self.office.copy_with_same_objects();
        let answer = run(&copy, self.editor, self.words, mishap);
        let was_killed = mishap.starts_with("kill") || mishap.starts_with("tear");
        assert_eq!(answer.code == -1, was_killed, "{}", told("how it ended", &answer));
        assert!(!answer.err.contains("panicked"), "{}", told("panicked", &answer));
        let (before, after) = (&self.states[0], &self.states[self.states.len() - 1]);
        // A result that was to lie outside of the book is found under a name that tells what it was to become.
        let mut drafts: Vec<(String, Vec<u8>)> = Vec::new();
        for name in names(&copy.path("")) {
            let Some((meant, _)) = name.split_once(".jobbook-").filter(|_| !name.contains('/')) else {
                continue;
            };
            if was_killed || answer.err.contains("[change-unfinished]") {
                drafts.push((meant.to_string(), std::fs::read(copy.path(&name)).expect("a draft")));
                std::fs::remove_file(copy.path(&name)).expect("a draft");
            } else {
                // Whoever is told so gives it its name.
                assert!(answer.err.contains(&name), "{}", told("left lying about", &answer));
                std::fs::rename(copy.path(&name), copy.path(meant)).expect("a draft");
            }
        }
        let at_once = state(&copy);
        if !was_killed && !answer.err.contains("[change-unfinished]") {
            // A sync that took in what came may fail to give what was done here.
            // What becomes of each letter is a change of its own.
            let verb = &self.verb;
            let may_be_half = answer.code != 0
                && (verb == "sync" || verb.starts_with("outbox "))
                && self.states.contains(&at_once);
            let meant = match answer.code {
                0 => after,
                _ if may_be_half => &at_once,
                _ => before,
            };
            let differs = || differences(&copy);
            assert_eq!(&at_once, meant, "{}\n{}", told("says otherwise than is", &answer), differs());
        }

        let checked = copy.run(["check"]);
        assert_eq!(checked.code, 0, "{}", told(&format!("check: {}{}", checked.out, checked.err), &answer));
        let settled = state(&copy);
        let is_known = self.states.contains(&settled);
        assert!(is_known, "{}\n{}", told("neither before nor after", &answer), differences(&copy));

        // Of a change that happened a person gives the draft its name; of one that did not, it is nothing.
        for (meant, bytes) in drafts.into_iter().filter(|_| &settled != before) {
            std::fs::write(copy.path(&meant), bytes).expect("the draft's own name");
        }

        // What did not happen happens when it is typed again.
        let repeated = &settled == before && before != after;
        let next = match repeated {
            true => run(&copy, self.editor, self.words, ""),
            false => copy.run(NEXT),
        };
        if self.verb.starts_with("outbox ") && next.err.contains("[letter-may-have-left]") {
            // Whether it left nobody knows: a person decides, and nothing is sent twice.
            assert_eq!(copy.git(["status", "--porcelain"]), self.status, "{}", told("left for git", &answer));
            return;
        }
        assert_eq!(next.code, 0, "{}", told(&format!("the next: {}{}", next.out, next.err), &answer));
        let subjects = copy.git(["log", "--format=%s"]);
        if repeated {
            assert_eq!(&state(&copy), after, "{}\n{}", told("once more", &answer), differences(&copy));
            assert_eq!(subjects, self.subjects, "{}", told("commits", &answer));
        } else if &settled == after {
            let (_, earlier) = subjects.split_once('\n').expect("a commit");
            assert_eq!(format!("{earlier}"), self.subjects, "{}", told("commits", &answer));
        }
        assert_eq!(copy.git(["status", "--porcelain"]), self.status, "{}", told("left for git", &answer));

        let stray = |name: &&String| {
            let cache = ["index", "names", "rules", "last-commit"].contains(&name.as_str())
                || name.starts_with("index.draft-");
            !cache && !self.workplace.contains(*name)
        };
        let workplace = names(&copy.path(".jobbook"));
        let strays: Vec<&String> = workplace.iter().filter(stray).collect();
        assert_eq!(strays, Vec::<&String>::new(), "{}", told("left in .jobbook", &answer));
        if self.verb.starts_with("outbox ") {
            // Whoever sends next settles what a dead program claimed.
            let sent = copy.run(["outbox", "send", "--all"]);
            let by_hand = sent.err.contains("[mail-by-hand]");
            assert!(sent.code == 0 || by_hand, "{}", told(&sent.err, &answer));
        }
        let waiting = names(&copy.path("outbox/sending"));
        assert!(waiting.is_empty(), "{}", told(&format!("left to be sent: {waiting:?}"), &answer));
        let locks: Vec<String> =
            names(&copy.path(".git")).into_iter().filter(|name| name.ends_with(".lock")).collect();
        assert_eq!(locks, [""; 0], "{}", told("locks of git", &answer));
    }
}

fn differences(office: &Office) -> String {
    office.git(["status", "--porcelain"]) + &office.git(["diff", "HEAD"])
}
