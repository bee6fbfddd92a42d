//! What people wrote into files by hand survives every command that writes the file, byte for byte outside of what the
//! command changes; or the command refuses and says where and why.
//!
//! The script of the example office is played again, command by command. Before each command every file of a job or
//! client that is new is decorated as a person with an editor would leave it; after each command the file must have
//! every decoration, and in the end mean the same as the example.

use std::collections::{BTreeMap, BTreeSet};

use jobbook::book::yaml;
use jobbook::cli::reading::read;
use jobbook::domain::client::Client;
use jobbook::domain::job::Job;
use jobbook::rules::access::verbs::{Touch, VERBS};

use crate::office::{JOB, Office, files_below};

/// Ways in which a person leaves a file; each file gets one, in turn.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Hand {
    windows: bool,
    mark: bool,
    open_end: bool,
    document: bool,
}

const HANDS: [Hand; 5] = [
    Hand { windows: false, mark: false, open_end: false, document: false },
    Hand { windows: true, mark: false, open_end: false, document: false },
    Hand { windows: false, mark: false, open_end: true, document: false },
    Hand { windows: true, mark: true, open_end: true, document: false },
    Hand { windows: false, mark: false, open_end: false, document: true },
];

/// Keys of the office's own: every style of YAML, an anchor with its alias, text in both normal forms, tabs.
const OWN: &str = "\
own-flow: {a: [1, 'two', \"three\"], b: {c: null}}   # ours
own-block: |2-
    kept   as it is\t
  \ttabs\tin it

  last
own-folded: >+
  folded
  text

own-anchor: &shared
    deep:   {x: 1}
own-alias: *shared
own-tagged: !!str 12
own-quoted: \"caf\\u00e9 \\
  goes on\"
own-nfc: caf\u{e9}
own-nfd: cafe\u{301}
\"own key with blanks\":   spaced   \t
? own-question
: own answer
";

/// The file as a person leaves it.
fn decorated(text: &str, hand: Hand, seed: usize) -> String {
    let mut out = String::new();
    if hand.document {
        out.push_str("%YAML 1.2\n---\n");
    }
    out.push_str(&format!("# remark {seed}-top\twith a tab, cafe\u{301} and caf\u{e9}\n\n"));
    let (mut top, mut in_block) = (0, false);
    for (count, line) in text.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let is_top = indent == 0 && !line.starts_with(['-', '#']) && line.contains(':');
        if in_block && (indent > 0 || line.is_empty()) && !is_top {
            out.push_str(line);
            out.push('\n');
            continue;
        }
        in_block = line.ends_with('|') || line.ends_with("|-") || line.ends_with('>') || line.ends_with(">-");
        if is_top {
            top += 1;
            if top == 3 {
                out.push_str(OWN);
            }
            if top % 2 == 0 {
                out.push_str(&format!("\n# remark {seed}-{count}\n"));
            }
        } else if line.trim_start().starts_with("- number:") {
            out.push_str(&format!("{}# remark {seed}-{count}\n", " ".repeat(indent)));
        }
        let bare = line.split_once(": ").filter(|(_, value)| {
            let plain = |c: char| c.is_ascii_alphabetic() || c == ' ';
            value.chars().all(plain)
                && !["true", "false", "null", "yes", "no"].contains(value)
                && !value.ends_with(' ')
        });
        match bare {
            Some((key, value)) if count % 3 == 0 => out.push_str(&format!("{key}:  '{value}'")),
            Some((key, value)) if count % 3 == 1 => out.push_str(&format!("{key}: \"{value}\"   ")),
            Some(_) if count % 4 == 0 => out.push_str(&format!("{line}  # remark {seed}-{count}")),
            _ => out.push_str(line),
        }
        out.push('\n');
    }
    out.push_str(&format!("\n# remark {seed}-end"));
    if hand.document {
        out.push_str("\n...");
    }
    if !hand.open_end {
        out.push('\n');
    }
    if hand.windows {
        out = out.replace('\n', "\r\n");
    }
    if hand.mark { format!("\u{feff}{out}") } else { out }
}

/// A line without what only people see, to tell a changed value from a rewritten one.
fn bare(line: &str) -> String {
    let line = line.split("  #").next().unwrap_or(line).trim();
    line.replace(['\'', '"'], "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is wrong with a file after a command.
fn faults(before: &str, after: &str, hand: Hand) -> Vec<String> {
    let mut wrong = Vec::new();
    let remarks = |text: &str| -> Vec<String> {
        text.lines().filter_map(|line| Some(line[line.find("# remark")?..].trim_end().to_string())).collect()
    };
    let (old, new) = (remarks(before), remarks(after));
    for gone in old.iter().filter(|one| !new.contains(one)) {
        wrong.push(format!("{gone:?} is gone"));
    }
    if new.len() > old.len() {
        wrong.push("a remark is there twice".to_string());
    }
    let own = if hand.windows { OWN.replace('\n', "\r\n") } else { OWN.to_string() };
    if before.contains(&own) && !after.contains(&own) {
        wrong.push("the office's own keys are not as they were".to_string());
    }
    if after.starts_with('\u{feff}') != before.starts_with('\u{feff}') {
        wrong.push("the mark at the beginning is gone".to_string());
    }
    if hand.windows && after.replace("\r\n", "").contains('\n') {
        let line = after.split_inclusive('\n').find(|line| !line.ends_with("\r\n")).unwrap_or_default();
        wrong.push(format!("a line of another system among those of Windows: {line:?}"));
    }
    if !hand.windows && after.contains('\r') {
        wrong.push("a line of Windows among others".to_string());
    }
    // A line that went must not have come back in another dress.
    let count = |text: &str| {
        let mut lines: BTreeMap<String, usize> = BTreeMap::new();
        text.split('\n')
            .for_each(|line| *lines.entry(line.trim_end_matches('\r').to_string()).or_default() += 1);
        lines
    };
    let (old, new) = (count(before), count(after));
    let only = |one: &BTreeMap<String, usize>, other: &BTreeMap<String, usize>| -> Vec<String> {
        let more = one.iter().filter(|(line, count)| **count > other.get(*line).copied().unwrap_or(0));
        more.map(|(line, _)| line.clone()).collect()
    };
    let (gone, come) = (only(&old, &new), only(&new, &old));
    let come: BTreeSet<String> = come.iter().map(|line| bare(line)).collect();
    for line in gone.iter().filter(|line| line.contains(['\'', '"', '#']) || line.ends_with(' ')) {
        let same = bare(line);
        if !same.is_empty() && come.contains(&same) && same.contains(": ") {
            wrong.push(format!("{line:?} was rewritten though it means the same"));
        }
    }
    wrong
}

/// The files of jobs and clients, decorated as far as they are new, with the hand of each.
struct Books {
    hands: BTreeMap<String, Hand>,
}

impl Books {
    fn is_decorated(file: &str) -> bool {
        (file.starts_with("jobs/") || file.starts_with("clients/")) && file.ends_with(".yaml")
    }

    fn files(office: &Office) -> BTreeMap<String, String> {
        ["jobs", "clients"]
            .iter()
            .filter(|folder| office.path(folder).is_dir())
            .flat_map(|folder| {
                let below = files_below(&office.path(folder));
                below.into_iter().map(move |(name, text)| (format!("{folder}/{name}"), text))
            })
            .filter(|(name, _)| Books::is_decorated(name))
            .collect()
    }

    fn decorate(&mut self, office: &Office) -> BTreeMap<String, String> {
        let mut files = Books::files(office);
        for (name, text) in &mut files {
            if !self.hands.contains_key(name) {
                let seed = self.hands.len();
                let hand = HANDS[seed % HANDS.len()];
                *text = decorated(text, hand, seed);
                office.write(name, text);
                self.hands.insert(name.clone(), hand);
            }
        }
        files
    }

    fn run(&mut self, office: &Office, words: &[&str], wrong: &mut Vec<String>) -> bool {
        let before = self.decorate(office);
        let answer = office.run(words.iter().copied());
        if answer.code != 0 {
            wrong.push(format!("{words:?} is refused: {}", answer.err));
            return false;
        }
        let mut touched = false;
        for (name, after) in Books::files(office) {
            let Some(old) = before.get(&name).filter(|old| **old != after) else { continue };
            touched = true;
            for fault in faults(old, &after, self.hands[&name]) {
                wrong.push(format!("{name} after {words:?}: {fault}"));
            }
        }
        touched
    }
}

/// Commands that the script does not have, on the office as it leaves it.
const MORE: &[&str] = &[
    "job note 44 seen",
    "job set 44 --title Gate",
    "client set C-0002 --portal Gate",
    "client document new C-0002 contract",
    "client document C-0002 scans/a.pdf --kind agreement",
    "client document sign C-0002 2 --who Mara --evidence scans/a.pdf",
    "client fill C-0002 qualification --set size=20",
    "job advance 2 --to scheduling --reason x",
    "job reopen 1 --reason x",
    "job cause 1 training --note x",
    "job letter 1 office-notice --to desk@office.example",
    "job line 1 add Sand --qty 3 --price 8.50",
    "job line 1 remove 1",
    "plan approve 32 --who M --evidence x --start 2026-04-07",
    "plan change 8 --price 375 --from 2026-05-01",
    "plan pause 8 --from 2026-04-13 --to 2026-04-26 --reason x",
    "plan resume 8 --from 2026-04-20",
    "plan move 8 2026-04-08 --to 2026-04-09 --reason x --overbook",
    "plan end 8 --on 2026-09-30 --reason x",
    "quote line 38 set 1 --qty 3",
    "quote line 38 remove 1",
    "quote revise 1",
    "parts add 1 Screws",
    "parts return 1 1 --note x",
    "visit quote-request 1 Pump --by ben",
    "visit promise 7 2026-03-23",
    "visit assign 7 ana",
    "visit set 7 --kind remote --link https://meet.example/r",
    "visit cancel 7 --reason x",
    "checklist untick 1 finished --reason x",
    "checklist skip 7 finished --reason x",
    "waiver withdraw 21 1 --reason x",
    "ticket resume 40",
    "ticket wait 40 x",
    "ticket escalate 40 --reason x",
    "ticket set 40 --estimate 3h --progress 60",
    "ticket assign 24 ana",
    "invoice submit 1 --portal Gate --confirmation 1",
    "invoice credit 1 --reason x",
    "payment refund 1 1 --reason x",
    "feedback ask 1 --by-way-of call",
    "export iif",
    "client merge C-0020 --into C-0002 --yes",
];

/// Commands that are tried elsewhere, or write no file of a job or client, or write it anew on purpose.
const APART: &[(&str, &str)] = &[
    ("client erase", "writes files anew, so that no remark holds what is erased"),
    ("client edit", "the file is the editor's"),
    ("job edit", "the file is the editor's"),
    ("seal", "writes hashes of files, not files"),
    ("unseal", "writes hashes of files, not files"),
    ("undo", "carries a change back over whatever the file holds now"),
    ("sync", "brings two copies of a file together by what it means"),
    ("invoice reject", "as invoice submit, in an office whose client has a portal"),
    ("export portal", "as export quickbooks, in an office whose client has a portal"),
    ("guide import", "writes a guide"),
    ("price import", "writes a price book"),
    ("schema install", "writes schemas"),
    ("outbox retry", "moves a letter"),
    ("outbox drop", "moves a letter"),
    ("contact new", "writes new files, or the client as `client set` does"),
    ("client new", "writes a new file"),
    ("job new", "writes a new file"),
    ("metrics drop", "as `metrics record`"),
    ("due defer", "as `job note`: an entry of the log"),
    ("client document send", "as `job document send`"),
    ("job fill", "as `client fill`"),
    ("queue sweep", "as `visit add`"),
    ("checklist fail", "as `checklist tick`"),
    ("waiver returned", "as `waiver withdraw`"),
    ("ticket decline", "as `ticket approve`"),
    ("ticket reopen", "as `job reopen`"),
    ("invoice void", "as `invoice credit`"),
    ("payment import", "as `payment record`"),
    ("import clients", "as `client set`"),
    ("import field", "as `visit done`"),
];

#[test]
fn safe_what_is_written_by_hand_survives_every_command() {
    let mut office = Office::without_git();
    std::fs::remove_dir_all(office.path("")).unwrap();
    std::fs::create_dir(office.path("")).unwrap();
    let script =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data-example/office.script")).unwrap();
    let mut books = Books { hands: BTreeMap::new() };
    let (mut wrong, mut written) = (Vec::new(), BTreeSet::new());
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        let Some((mark, rest)) = line.split_once(' ') else { continue };
        match mark {
            "@" => {
                let (now, by) = rest.split_once(' ').unwrap();
                office.at(now).by(by);
            }
            "+" => {
                let text: Vec<&str> = lines.by_ref().take_while(|line| !line.is_empty()).collect();
                office.write(rest, &format!("{}\n{}\n", office.read(rest), text.join("\n")));
            }
            "~" => {
                let (from, to) = (lines.next().unwrap(), lines.next().unwrap_or(""));
                office.replace(rest, from, to);
            }
            "$" => {
                let words = shlex::split(rest).unwrap();
                let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
                if books.run(&office, &words, &mut wrong) {
                    written.insert(read(std::iter::once("jobbook").chain(words.iter().copied())).unwrap().1);
                }
            }
            _ => {}
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
    // What came of it means what the example says.
    let example = Office::example();
    for (name, text) in Books::files(&example) {
        let ours = office.read(&name);
        if name.starts_with("jobs") {
            assert_eq!(
                yaml::read::<Job>(&ours, &name).unwrap(),
                yaml::read::<Job>(&text, &name).unwrap(),
                "{name}"
            );
        } else {
            assert_eq!(
                yaml::read::<Client>(&ours, &name).unwrap(),
                yaml::read::<Client>(&text, &name).unwrap(),
                "{name}"
            );
        }
    }
    for command in MORE {
        let words = shlex::split(command).unwrap();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if books.run(&office, &words, &mut wrong) {
            written.insert(read(std::iter::once("jobbook").chain(words.iter().copied())).unwrap().1);
        } else {
            wrong.push(format!("{words:?} writes no file of a job or client"));
        }
    }
    let apart = |verb: &str| APART.iter().any(|(known, _)| *known == verb);
    let missing: Vec<&str> = VERBS
        .iter()
        .filter(|(verb, touch)| *touch == Touch::Changes && !written.contains(*verb) && !apart(verb))
        .map(|(verb, _)| *verb)
        .collect();
    if !missing.is_empty() {
        wrong.push(format!("add a command for each to MORE: {missing:?}"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What no edit can be sure of is refused, and says where; the file stays as it is.
#[test]
fn safe_a_file_that_no_command_may_touch_is_refused_with_its_place() {
    const FILE: &str = "jobs/2026/000/J-2026-00001.yaml";
    for (what, text, line) in [
        ("a key twice", format!("{JOB}title: again\n"), 18),
        ("an own key twice", format!("{JOB}our-own-key: again\n"), 18),
        ("a tab as indentation", format!("{JOB}own:\n\tdeep: 1\n"), 19),
        ("two documents", format!("{JOB}---\nformat: 1\n"), 18),
        ("an alias of nothing", format!("{JOB}own: *nothing\n"), 18),
        ("a quote that does not close", format!("{JOB}own: \"open\n"), 18),
        ("an indentation that fits nowhere", format!("{JOB}own:\n    a: 1\n  b: 2\n"), 20),
    ] {
        let office = Office::new().with_a_job();
        office.write(FILE, &text);
        let answer = office.run(["parts", "order", "1", "--supplier", "Hinge Depot"]);
        assert_eq!(office.read(FILE), text, "{what}");
        assert_eq!(answer.code, 3, "{what}: {}", answer.err);
        assert!(answer.err.contains(&format!("{FILE}:")), "{what} has no place: {}", answer.err);
        let place = format!("{FILE}:");
        let told = answer.err.split(&place).skip(1);
        let lines: Vec<usize> = told.filter_map(|rest| rest.split(':').next()?.trim().parse().ok()).collect();
        assert!(
            lines.iter().any(|told| told.abs_diff(line) <= 3),
            "{what} is said at {lines:?}: {}",
            answer.err
        );
    }
}
