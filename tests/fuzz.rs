//! Every reader of text from outside and of files that others may have damaged, given what people and programs write,
//! and what chance makes of that.
//!
//! The same functions that `fuzz/` gives to cargo-fuzz, on the stable compiler, with mutations that are the same in each
//! run. `JOBBOOK_FUZZ_ROUNDS=100000 cargo test --test fuzz` goes on for longer; with `JOBBOOK_FUZZ_CORPUS=DIR` what each
//! target begins with is written to `DIR/TARGET`, for cargo-fuzz to begin with. What once went wrong stands in
//! `tests/regressions/TARGET` and is tried each time.

#![allow(clippy::disallowed_methods, reason = "tests are outside of the house")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::channel;
use std::time::Duration;

use jobbook::fuzzing::{TARGETS, Target};

/// Mutations of each target in a usual run.
const ROUNDS: usize = 150;
/// The longest input; a file of this size is read in an instant.
const LONGEST: usize = 60_000;
/// Whoever is not done after that hangs.
const PATIENCE: Duration = Duration::from_secs(600);

/// Chance that can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }
}

/// Bytes that mean something to one reader or another.
const PIECES: &[&str] = &[
    "&a ",
    "*a",
    "<<: *a",
    "!!str ",
    "- ",
    ": ",
    "? ",
    "| ",
    ">-\n",
    "# ",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "{",
    "}",
    "[",
    "]",
    "'",
    "\"",
    "\\x",
    "\\u0000",
    "\u{feff}",
    "\u{2028}",
    "\u{202e}",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\n\n",
    "  ",
    "~",
    "null",
    "true",
    "yes",
    ".nan",
    "-.inf",
    "1e999999999",
    "-0",
    "0x1f",
    "0o7",
    "99999999999999999999999999999999",
    "0.0000000000000000000000000000001",
    "1.234.567,89",
    "1,234.5.6",
    "9999-12-31",
    "0000-00-00",
    "2026-02-30",
    "-262144-01-01",
    "24:00",
    "23:59:60",
    "02:30",
    "+99:99",
    "[[[[[[[[",
    "{{{{{{{{",
    "((((",
    "<OFX>",
    "<STMTTRN>",
    "</STMTTRN>",
    "&#0;",
    "<![CDATA[",
    "=",
    "\"\"\"",
    "'''",
    "[table]\n",
    "[[list]]\n",
    "a.b.c = 1\n",
    "{{ x }}",
    "{% include \"x\" %}",
    "{% for x in y %}",
    "FREQ=SECONDLY;INTERVAL=0",
    "COUNT=99999999",
    "every ",
    "last ",
    "J-2026-00001",
    "C-99999999999999999999",
    "INV-",
    "é",
    "e\u{301}",
    "ß",
    "😀",
    "\u{e0041}",
    "@",
    "mailto:",
    "=?utf-8?q?=00?=",
    "Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n",
    "\r\n.\r\n",
];

/// What each target begins with.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let below = |folder: &str, ending: &str| -> Vec<Vec<u8>> {
        let mut found = Vec::new();
        collect(&root.join(folder), ending, &mut found);
        found
    };
    let lines = |lines: &[&str]| lines.iter().map(|line| line.as_bytes().to_vec()).collect::<Vec<_>>();
    match name {
        "job" => below("data-example/jobs", ".yaml"),
        "client" => below("data-example/clients", ".yaml"),
        "scanner" => [below("data-example/jobs", ".yaml"), below("data-example/clients", ".yaml")].concat(),
        "config" => ["jobbook.toml", "team.toml"]
            .iter()
            .map(|file| std::fs::read(root.join("data-example").join(file)).expect("it is there"))
            .collect(),
        "workflow" => below("data-example/workflows", ".toml"),
        "guide" => below("data-example/guides", ".toml"),
        "csv" => {
            let mut found = below("data-example/prices", ".csv");
            found.extend(lines(&[
                "name,phone,email,street\nKettle,040 5550177,k@kettle.example,\"Quay 1\nHamburg\"\n",
                "date,amount,payer,reference\n2026-03-02,\"1.234,50\",Ines,INV-2026-00001\n",
                "job;kind;text;hours\n1;done;\"said \"\"yes\"\"\";1,5\n",
            ]));
            found
        }
        "ofx" => lines(&[
            "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT\
             <DTPOSTED>20260302120000[-5:EST]<TRNAMT>125.50<FITID>A7<NAME>Ines<MEMO>INV-2026-00001</STMTTRN></BANKTRANLIST>\
             </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n",
            "<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX><STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>20260302</DTPOSTED>\
             <TRNAMT>-1.00</TRNAMT><FITID>1</FITID></STMTTRN></OFX>",
        ]),
        "amounts" => lines(&[
            "1,234.50\n1.234,50\n-0.005\n12%\n79228162514264337593543950335\n0.1\n1e5",
            "1/2\n 3 \n+5",
        ]),
        "times" => lines(&[
            "tomorrow 9-11\nnext mon\nyesterday 16:30\n2026-03-29 02:30\n29 feb 2028\nin 3 days\n3bd\n72h\n2026-W10\n1/3",
            "every tuesday\nevery 2 weeks\nlast friday\nFREQ=WEEKLY;BYDAY=TU,TH;COUNT=5\nFREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29\n2026-Q1\n2026-03",
            "10 Mar..12 Mar\n2026-12-31T23:59:60Z\n9999-12-31\n24:00",
        ]),
        "references" => lines(&[
            "17\n17/2\nJ-2026-00017\nJ-2026-b00004\nC-0042\nv2\nQ-2026-00017-2\nINV-2026-00003\n+49 40 5550177 ext 12\nana@office.example",
            "https://meet.example/room-17\n4111 1111 1111 1111\nDE89 3704 0044 0532 0130 00\nBäckerei Lund GmbH & Co. KG\n9930:DE123456789",
        ]),
        "letters" => below("data-example/outbox", ".eml"),
        "texts" => below("templates/documents", ""),
        "git-index" | "git-objects" | "git-traces" | "index" => of_a_book(name),
        "manifest" => {
            let row = |n: u32| {
                format!("jobs/2020/{:03}/J-2020-{n:05}.yaml,{}", n / 100, format!("{n:04x}").repeat(16))
            };
            let rows = |rows: &mut dyn Iterator<Item = u32>| {
                format!("path,sha256\n{}\n", rows.map(row).collect::<Vec<_>>().join("\n")).into_bytes()
            };
            let clients = format!("path,sha256\r\nclients/00/C-0001.yaml,{}\r\n", "0a".repeat(32));
            vec![rows(&mut (1..4)), rows(&mut (1..300)), rows(&mut (5..9).rev()), clients.into_bytes()]
        }
        other => panic!("no corpus for {other}"),
    }
}

/// What git and the program write beside a small book: its first files of that sort.
fn of_a_book(name: &str) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let book = folder.path();
    let run = |program: &str, arguments: &[&str]| {
        let mut command = std::process::Command::new(program);
        command.args(arguments).current_dir(book).env("HOME", book).env("JOBBOOK_USER", "ana");
        for (name, value) in [("GIT_AUTHOR", "Ana"), ("GIT_COMMITTER", "Ana")] {
            command.env(format!("{name}_NAME"), value).env(format!("{name}_EMAIL"), "ana@office.example");
            command.env(format!("{name}_DATE"), "2026-03-02T09:00:00+01:00");
        }
        let ran = command.env("JOBBOOK_NOW", "2026-03-02T09:00:00+01:00").output().expect("it runs");
        assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
        ran.stdout
    };
    let jobbook = |arguments: &str| {
        run(env!("CARGO_BIN_EXE_jobbook"), &arguments.split(' ').collect::<Vec<_>>());
    };
    let read = |file: &str| std::fs::read(book.join(file)).expect("a file of the book");
    jobbook("init . --name Office --country DE --no-input");
    jobbook("contact new in call --name Linden --person Mara --title Door");
    jobbook("job note 1 seen");
    let mut found = Vec::new();
    match name {
        "git-index" => {
            for version in ["2", "3", "4"] {
                run("git", &["update-index", "--index-version", version]);
                found.push(read(".git/index"));
            }
            std::fs::write(book.join("new"), "").expect("a file");
            run("git", &["add", "-N", "new"]);
            found.push(read(".git/index"));
        }
        "git-objects" => {
            let mut objects = Vec::new();
            collect(&book.join(".git/objects"), "", &mut objects);
            found.extend(objects.into_iter().take(20));
            found.push(run("git", &["cat-file", "tree", "HEAD^{tree}"]));
            found.push([&b"HEAD:none missing\n"[..], &b"12 blob 3\nabc\n"[..]].concat());
        }
        "git-traces" => {
            run("git", &["checkout", "-qb", "other"]);
            jobbook("job note 1 other");
            run("git", &["checkout", "-q", "-"]);
            jobbook("client new Mill");
            run("git", &["merge", "-q", "other"]);
            jobbook("log 1");
            found.push(read(".jobbook/history"));
            jobbook("job note 1 more");
            jobbook("log 1");
            found.push(read(".jobbook/history"));
        }
        _ => {
            jobbook("today");
            found.extend([read(".jobbook/index"), read(".jobbook/names")]);
        }
    }
    found
}

/// What a target begins with, and what once went wrong with it.
fn begins_with(name: &str) -> Vec<Vec<u8>> {
    let mut found = corpus(name);
    let regressions = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regressions").join(name);
    if regressions.is_dir() {
        collect(&regressions, "", &mut found);
    }
    if let Some(folder) = std::env::var_os("JOBBOOK_FUZZ_CORPUS") {
        let folder = Path::new(&folder).join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        for (number, bytes) in found.iter().enumerate() {
            std::fs::write(folder.join(format!("{number:04}")), bytes).expect("a file");
        }
    }
    found
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<Vec<u8>>) {
    let mut entries: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(std::fs::read(&path).expect("a file"));
        }
    }
}

/// One input made of another: pieces put in, taken out, doubled, moved, bytes turned.
fn mutated(corpus: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = corpus[dice.roll(corpus.len())].clone();
    // A part of a file shows more than all of it.
    if dice.roll(2) == 0 && bytes.len() > 400 {
        let begin = dice.roll(bytes.len() - 200);
        let end = bytes.len().min(begin + 200 + dice.roll(2000));
        bytes = if dice.roll(3) == 0 { bytes[begin..end].to_vec() } else { bytes[..end].to_vec() };
    }
    for _ in 0..=dice.roll(6) {
        let at = dice.roll(bytes.len() + 1);
        let end = bytes.len().min(at + 1 + dice.roll(30));
        match dice.roll(8) {
            0..=2 => {
                let piece = PIECES[dice.roll(PIECES.len())].as_bytes();
                let times = if dice.roll(12) == 0 { 200 } else { 1 };
                let many = piece.repeat(times);
                bytes.splice(at..at, many);
            }
            3 => {
                bytes.splice(at..end, []);
            }
            4 => {
                let part = bytes[at..end].to_vec();
                let to = dice.roll(bytes.len() + 1);
                bytes.splice(to..to, part.repeat(1 + dice.roll(4)));
            }
            5 if at < bytes.len() => bytes[at] ^= 1 << dice.roll(8),
            6 if at < bytes.len() => {
                let piece = PIECES[dice.roll(PIECES.len())].as_bytes();
                bytes.splice(at..end, piece.iter().copied());
            }
            _ => {
                let other = &corpus[dice.roll(corpus.len())];
                let begin = dice.roll(other.len());
                let end = other.len().min(begin + dice.roll(120));
                bytes.splice(at..at, other[begin..end].iter().copied());
            }
        }
        bytes.truncate(LONGEST);
    }
    bytes
}

fn tried(name: &str, target: Target, bytes: &[u8]) {
    let outcome = catch_unwind(AssertUnwindSafe(|| target(bytes)));
    assert!(outcome.is_ok(), "{name} does not take {:?}", String::from_utf8_lossy(bytes));
}

fn rounds() -> usize {
    std::env::var("JOBBOOK_FUZZ_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS)
}

#[test]
fn safe_no_reader_of_outside_text_panics_or_hangs() {
    for (index, (name, target)) in TARGETS.iter().enumerate() {
        let (done, wait) = channel();
        let running = std::thread::spawn(move || {
            let corpus = begins_with(name);
            assert!(!corpus.is_empty(), "{name} begins with nothing");
            for input in &corpus {
                tried(name, *target, input);
            }
            let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ (index as u64 + 1));
            for _ in 0..rounds() {
                tried(name, *target, &mutated(&corpus, &mut dice));
            }
            let _ = done.send(());
        });
        let ended = wait.recv_timeout(PATIENCE);
        assert!(!matches!(ended, Err(std::sync::mpsc::RecvTimeoutError::Timeout)), "{name} hangs");
        running.join().unwrap_or_else(|_| panic!("{name} panics, see above"));
    }
}

#[test]
fn safe_every_target_is_given_to_cargo_fuzz() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = std::fs::read_to_string(root.join("Cargo.toml")).expect("fuzz/Cargo.toml");
    for (name, _) in TARGETS {
        let source =
            std::fs::read_to_string(root.join(format!("fuzz_targets/{name}.rs"))).unwrap_or_default();
        assert!(
            source.contains(&format!("target(\"{name}\"")),
            "fuzz/fuzz_targets/{name}.rs calls no target {name}"
        );
        assert!(manifest.contains(&format!("name = \"{name}\"")), "fuzz/Cargo.toml has no {name}");
    }
}
