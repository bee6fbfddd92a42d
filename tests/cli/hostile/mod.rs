//! Hostile text in every field against every way out (issue "Safe"): nothing leaves its field.

mod book;
mod disk;
mod handwriting;
mod limits;
mod outputs;
mod payload;

use std::collections::BTreeSet;
use std::path::Path;

use jobbook::rules::access::verbs::{Touch, VERBS};

use self::book::{Hostile, book_that_writes, hostile_book, plain_book};
use self::outputs::{MAY_REFUSE, OUTPUTS, Reader};
use crate::office::{Answer, Office};
use crate::readers::{python_with, told};

/// Jobs of the example that have most of what a job can have.
const JOBS: &[&str] = &["1", "3", "4", "7", "8", "13", "21", "24", "35", "37", "46"];
const CLIENTS: &[&str] = &["C-0003", "C-0004", "C-0011"];

/// What misleads a terminal or the eye.
fn is_hostile(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// The command lines of a pattern.
fn filled(pattern: &str) -> Vec<Vec<String>> {
    let each: &[&str] = match () {
        () if pattern.contains("{job}") => JOBS,
        () if pattern.contains("{client}") => CLIENTS,
        () => &[""],
    };
    let words = |one: &str| {
        let line = pattern.replace("{job}", one).replace("{client}", one);
        line.split(' ').map(str::to_string).collect()
    };
    each.iter().map(|one| words(one)).collect()
}

/// The verb of a pattern: the longest that the list of commands knows.
fn verb_of(pattern: &str) -> &'static str {
    let known = VERBS.iter().map(|(verb, _)| *verb);
    let fits = known.filter(|verb| {
        pattern.strip_prefix(verb).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    });
    fits.max_by_key(|verb| verb.len()).unwrap_or_else(|| panic!("{pattern} is no command"))
}

fn run(office: &Office, words: &[String], more: &[&str], wrong: &mut Vec<String>) -> Answer {
    let answer = office.run(words.iter().map(String::as_str).chain(more.iter().copied()));
    if ![0, 1, 3].contains(&answer.code) {
        wrong.push(format!("{words:?} {more:?} ended with {}\n{}", answer.code, answer.err));
    }
    is_plain(words, &answer.err, wrong);
    answer
}

/// No line of it moves a cursor, hides or turns anything.
fn is_plain(words: &[String], text: &str, wrong: &mut Vec<String>) {
    is_without(words, text, is_hostile, wrong);
}

/// A paper as text may join letters and mark their direction.
fn is_printed_plain(words: &[String], text: &str, wrong: &mut Vec<String>) {
    let misleads =
        |character| is_hostile(character) && !matches!(character, '\u{ad}' | '\u{200c}'..='\u{200f}');
    is_without(words, text, misleads, wrong);
}

fn is_without(words: &[String], text: &str, misleads: impl Fn(char) -> bool, wrong: &mut Vec<String>) {
    let found = text.char_indices().find(|(_, character)| *character != '\n' && misleads(*character));
    if let Some((at, character)) = found {
        let begin = text[..at].char_indices().rev().nth(60).map_or(0, |(begin, _)| begin);
        wrong.push(format!("{words:?} prints {character:?} after {:?}", &text[begin..at]));
    }
}

/// What stands between the escapes of the program's own colours.
fn without_colours(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("\u{1b}[") {
        let (before, after) = rest.split_at(at);
        shown.push_str(before);
        let after = &after[2..];
        let end = after.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(after.len());
        let (codes, tail) = after.split_at(end);
        let own = codes.split(';').all(|code| {
            ["", "0", "1", "2", "3", "4"].contains(&code)
                || matches!(
                    code,
                    "31" | "32" | "33" | "34" | "35" | "36" | "90" | "91" | "92" | "93" | "94" | "95" | "96"
                )
        });
        assert!(
            own && tail.starts_with('m') && codes != "1;7;31",
            "an escape {codes:?}{:?}",
            tail.chars().next()
        );
        rest = &tail[1..];
        assert!(!rest.starts_with("zqx") || codes != "31", "a colour of a client");
    }
    shown.push_str(rest);
    shown
}

#[cfg(unix)]
fn on_terminal(office: &Office, words: &[String]) -> String {
    use std::io::Read;

    let mut command = office.command(words.iter().map(String::as_str));
    command.env("TERM", "xterm-256color").arg("--no-input");
    let mut session = expectrl::Session::spawn(command).expect("a terminal");
    let mut shown = Vec::new();
    // A terminal whose program has gone answers with an error once everything was read.
    let _ = session.read_to_end(&mut shown);
    String::from_utf8(shown).expect("UTF-8")
}

/// Runs every output of a book, looks at what people see, and puts what programs read into a folder. Answers with
/// what is wrong.
fn outputs_of(office: &Office, folder: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    for (index, (pattern, reader)) in OUTPUTS.iter().enumerate() {
        let mut said = String::new();
        let mut gave = false;
        for (place, words) in filled(pattern).iter().enumerate() {
            let file = |ending: &str| folder.join(format!("{index:03}-{place:02}.{ending}"));
            let answer = match reader {
                Reader::Screen | Reader::Text => {
                    let answer = run(office, words, &[], &mut wrong);
                    let judge = if *reader == Reader::Text { is_printed_plain } else { is_plain };
                    judge(words, &answer.out, &mut wrong);
                    let json = run(office, words, &["--json"], &mut wrong);
                    if json.code == 0 && *reader == Reader::Screen {
                        std::fs::write(file("json"), &json.out).unwrap();
                    }
                    answer
                }
                Reader::File(ending) => {
                    run(office, words, &["-o", file(ending).to_str().unwrap()], &mut wrong)
                }
                Reader::Pages => run(office, words, &["-o", file("pages").to_str().unwrap()], &mut wrong),
            };
            gave |= answer.code == 0 || MAY_REFUSE.contains(pattern);
            said = answer.err;
        }
        if !gave {
            wrong.push(format!("{pattern:?} as {reader:?} shows nothing: {said}"));
        }
    }
    wrong
}

#[test]
fn safe_every_command_that_shows_something_is_tried_with_hostile_text() {
    let tried: BTreeSet<&str> = OUTPUTS.iter().map(|(pattern, _)| verb_of(pattern)).collect();
    let showing = VERBS.iter().filter(|(_, touch)| *touch != Touch::Changes).map(|(verb, _)| *verb);
    let missing: Vec<&str> = showing.filter(|verb| !tried.contains(verb)).collect();
    assert!(
        missing.is_empty(),
        "add to tests/cli/hostile/outputs.rs with the reader of what it gives: {missing:?}"
    );
}

#[test]
fn safe_every_free_text_of_jobs_and_clients_holds_a_payload() {
    let Hostile { filled, guarded, .. } = hostile_book(0);
    assert!(filled.len() > 150, "{filled:#?}");
    // Only what has its own form takes none: numbers, kinds, addresses of electronic invoices.
    assert!(guarded.len() < 20, "{guarded:#?}");
}

/// On a terminal there are colours, and no other escape than they.
#[cfg(unix)]
#[test]
fn safe_hostile_text_moves_nothing_on_a_terminal() {
    let office = hostile_book(3).office;
    let seen = OUTPUTS.iter().filter(|(_, reader)| matches!(reader, Reader::Screen | Reader::Text));
    for (pattern, _) in seen {
        let all = filled(pattern);
        for words in all.iter().take(2) {
            let shown = on_terminal(&office, words);
            let bare = without_colours(&shown);
            let mut wrong = Vec::new();
            is_plain(words, &bare.replace("\r\n", "\n"), &mut wrong);
            assert!(wrong.is_empty(), "{wrong:?}");
        }
    }
}

/// Letters that the hostile book brings forth, and what commits say of it.
#[test]
fn safe_hostile_text_stays_in_its_field_in_letters_and_commits() {
    let place = tempfile::TempDir::new().unwrap();
    let (hostile, plain) = (place.path().join("hostile"), place.path().join("plain"));
    std::fs::create_dir_all(&plain).unwrap();
    std::fs::create_dir_all(&hostile).unwrap();
    let mut kinds = BTreeSet::new();
    {
        let office = book_that_writes().office;
        office.git(["init", "-q"]);
        office.git(["config", "jobbook.seat", ""]);
        office.git(["add", "-A"]);
        office.git(["commit", "-qm", "By hand"]);
        for command in LETTERS {
            for job in ["7", "21", "24", "35", "44"] {
                let words = shlex::split(&command.replace("{job}", job)).unwrap();
                let words = words.iter().map(String::as_str);
                let answer = office.run(words.chain(["--no-input"]));
                assert!((0..=3).contains(&answer.code), "{command} {job}: {}", answer.err);
            }
        }
        for payload in
            payload::PAYLOADS.iter().filter(|payload| !payload.contains('\0') && payload.contains('\n'))
        {
            office.run(["job", "note", "1", *payload]);
            office.run(["parts", "add", "1", *payload]);
            office.run(["parts", "order", "1", "--supplier", *payload]);
            office.run(["job", "tag", "1", *payload]);
            office.run([
                "contact",
                "new",
                "in",
                "call",
                "--name",
                *payload,
                "--title",
                *payload,
                "--email",
                "a@office.example",
            ]);
        }
        for (name, text) in office.files() {
            if name.starts_with("outbox/ready/") && name.ends_with(".eml") {
                let file = name.rsplit('/').next().unwrap();
                kinds.insert(file.split('-').nth(3).unwrap().to_string());
                std::fs::write(hostile.join(file), text).unwrap();
            }
        }
        let subjects = office.git(["log", "--format=%x00%s%x01%(trailers:only,unfold)"]);
        assert!(subjects.matches('\0').count() > 15, "{subjects}");
        for commit in subjects.split('\0').skip(1) {
            let (subject, trailers) = commit.split_once('\u{1}').unwrap();
            assert!(!subject.chars().any(char::is_control), "{subject:?}");
            for trailer in trailers.lines().filter(|line| !line.is_empty()) {
                let (key, value) = trailer.split_once(':').unwrap();
                assert!(["Job", "Client", "By", "At", "Command"].contains(&key), "{trailer:?} in {commit:?}");
                assert!(!value.contains("zqx"), "{trailer:?} in {commit:?}");
            }
        }
    }
    assert!(kinds.len() > 3, "only letters of the kinds {kinds:?}");
    let Some(mut python) = python_with("icalendar, vobject, beancount") else { return };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/hostile/readers.py");
    let said = told(python.arg(script).arg(&hostile).arg(&plain).current_dir(place.path()));
    assert_eq!(said.trim(), "", "{said}");
}

/// Commands that lay letters.
const LETTERS: &[&str] = &[
    "quote send {job}",
    "quote follow-up {job} --channel email",
    "invoice new {job}",
    "invoice send {job}",
    "visit notify {job}",
    "waiver send {job}",
    "feedback ask {job}",
    "quote request {job}",
    "job letter {job} office-notice --to desk@office.example",
    "job letter {job} billing-notice --to billing",
];

#[test]
fn safe_hostile_text_stays_in_its_field_in_every_output() {
    let place = tempfile::TempDir::new().unwrap();
    let (hostile, plain) = (place.path().join("hostile"), place.path().join("plain"));
    for (folder, office) in [(&hostile, hostile_book(0).office), (&plain, plain_book().office)] {
        std::fs::create_dir(folder).unwrap();
        let wrong = outputs_of(&office, folder);
        assert!(wrong.is_empty(), "{}: {}", folder.display(), wrong.join("\n"));
    }
    let Some(mut python) = python_with("icalendar, vobject, beancount") else { return };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/hostile/readers.py");
    let said = told(python.arg(script).arg(&hostile).arg(&plain).current_dir(place.path()));
    assert_eq!(said.trim(), "", "{said}");
}
