//! Stories in which every command that writes occurs once: how a book comes to where the command can be tried.
//!
//! A line of a story is one of these:
//! - `@ MOMENT PERSON`: the clock is put there, and that person acts;
//! - `. COMMAND`: happens, and leads on;
//! - `$ COMMAND`: is tried with every mishap, and then happens;
//! - `? COMMAND`: happens, and may say that something went wrong;
//! - `% COMMAND`: what a person does in a shell;
//! - `! EDITOR`: the person's editor from now on;
//! - `= FILE` and lines indented by two spaces: what a person writes into a file; `+ FILE` adds to it.

use jobbook::cli::reading::read;

use crate::office::Office;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/faults/stories");

/// Names of all stories, sorted.
pub fn names() -> Vec<String> {
    let entries = std::fs::read_dir(FOLDER).expect("the stories").flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".txt").map(str::to_string))
        .collect();
    names.sort();
    names
}

/// One line of a story.
pub enum Line {
    At(String, String),
    Leads(Vec<String>),
    May(Vec<String>),
    Shell(String),
    Tried(Vec<String>),
    Editor(String),
    File { name: String, text: String, added: bool },
}

/// The lines of a story.
pub fn lines(name: &str) -> Vec<Line> {
    let story = std::fs::read_to_string(format!("{FOLDER}/{name}.txt")).expect("the story");
    let mut lines = Vec::new();
    for line in story.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (mark, rest) = line.split_at(2);
        match mark {
            "@ " => {
                let (now, by) = rest.split_once(' ').expect("a moment and a person");
                lines.push(Line::At(now.to_string(), by.to_string()));
            }
            ". " => lines.push(Line::Leads(words(rest))),
            "? " => lines.push(Line::May(words(rest))),
            "% " => lines.push(Line::Shell(rest.to_string())),
            "$ " => lines.push(Line::Tried(words(rest))),
            "! " => lines.push(Line::Editor(rest.to_string())),
            "= " | "+ " => {
                let added = mark == "+ ";
                lines.push(Line::File { name: rest.to_string(), text: String::new(), added });
            }
            "  " => match lines.last_mut() {
                Some(Line::File { text, .. }) => {
                    text.push_str(rest);
                    text.push('\n');
                }
                _ => panic!("no file to write {rest:?} into"),
            },
            _ => panic!("{line:?} is no line of a story"),
        }
    }
    lines
}

fn words(command: &str) -> Vec<String> {
    shlex::split(command).unwrap_or_else(|| panic!("{command}"))
}

/// Noun and verb of a command.
pub fn verb(words: &[String]) -> String {
    let typed = std::iter::once("jobbook").chain(words.iter().map(String::as_str));
    read(typed).unwrap_or_else(|error| panic!("{words:?}: {error}")).1
}

/// A book in which nothing has happened yet.
pub fn beginning() -> Office {
    let office = Office::new();
    let team = office.read("team.toml");
    let others = "\n[[person]]\nname = \"ben\"\nfull_name = \"Ben Example\"\nroles = [\"technician\"]\nemail = \"ben@office.example\"\n\n[[route]]\nname = \"north\"\ntechnician = \"ben\"\n";
    office.write("team.toml", &format!("{team}{others}"));
    office.git(["commit", "-qam", "Team"]);
    office
}
