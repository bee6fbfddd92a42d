//! README is played: every command of the clerk's ten minutes, in its order.

use std::path::Path;
use std::process::Command;

use crate::office::run_in;

/// The commands of a section: indented lines, those that end in `\` joined with the next.
pub fn commands(section: &str) -> Vec<String> {
    let readme = include_str!("../../README.md");
    let begin = readme.find(&format!("## {section}")).expect("the section");
    let rest = &readme[begin + 3..];
    let text = &rest[..rest.find("\n## ").unwrap_or(rest.len())];
    let mut commands: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        let Some(line) = line.strip_prefix("    ") else {
            goes_on = false;
            continue;
        };
        let part = line.trim().trim_end_matches('\\').trim();
        match commands.last_mut() {
            Some(last) if goes_on => {
                last.push(' ');
                last.push_str(part);
            }
            _ => commands.push(part.to_string()),
        }
        goes_on = line.ends_with('\\');
    }
    commands
}

#[test]
fn the_clerks_ten_minutes_are_played_from_the_first_command_to_the_last() {
    let place = tempfile::TempDir::new().unwrap();
    let mut folder = place.path().to_path_buf();
    let mut played = 0;
    let sections = [
        "Ten minutes for a clerk",
        "Projects and ongoing service",
        "In figures",
        "Several people, several copies",
    ];
    let all = sections.map(commands).concat();
    for (minute, command) in all.iter().enumerate() {
        let words = shlex::split(command).unwrap();
        match words[0].as_str() {
            "cd" => folder = folder.join(&words[1]),
            "jobbook" => {
                let answer = jobbook(&folder, minute, &words[1..]);
                assert_eq!(answer.0, 0, "$ {command}\n{}", answer.1);
                played += 1;
                if words[1] == "init" {
                    give_the_office_its_address(&folder.join("my-office"));
                }
            }
            "git" => {
                let answer = run_in(&folder, Command::new("git").args(&words[1..]));
                assert_eq!(answer.code, 0, "$ {command}\n{}", answer.err);
            }
            other => panic!("README has a command that is not played: {other}"),
        }
    }
    assert!(played > 20, "{played} commands were played");
    let last = jobbook(&folder, 59, &["job".into(), "show".into(), "1".into()]);
    assert!(last.1.contains("balance           0.00 EUR"), "{}", last.1);
}

#[test]
fn a_ticket_is_played_from_its_request_to_the_question_for_feedback() {
    let place = tempfile::TempDir::new().unwrap();
    let begin: Vec<String> = commands("Ten minutes for a clerk");
    let mut folder = place.path().to_path_buf();
    let first = begin.iter().filter(|command| !command.contains("--client")).take(3);
    for (minute, command) in first.cloned().chain(commands("Support tickets")).enumerate() {
        let words = shlex::split(&command).unwrap();
        if words[0] == "cd" {
            folder = folder.join(&words[1]);
            continue;
        }
        let answer = jobbook(&folder, minute, &words[1..]);
        assert_eq!(answer.0, 0, "$ {command}\n{}", answer.1);
        if words[1] == "init" {
            give_the_office_its_address(&folder.join("my-office"));
        }
        if command.contains("ticket close") {
            assert!(answer.1.contains("feedback asked by email"), "{}", answer.1);
        }
    }
}

#[test]
fn work_that_comes_every_week_is_played_from_the_job_to_its_bill() {
    let place = tempfile::TempDir::new().unwrap();
    let begin = commands("Ten minutes for a clerk");
    let mut folder = place.path().to_path_buf();
    let first = begin.iter().filter(|command| !command.contains("--client")).take(3);
    for (minute, command) in first.cloned().chain(commands("Work that comes every week")).enumerate() {
        let words = shlex::split(&command).unwrap();
        if words[0] == "cd" {
            folder = folder.join(&words[1]);
            continue;
        }
        let answer = jobbook(&folder, minute, &words[1..]);
        assert_eq!(answer.0, 0, "$ {command}\n{}", answer.1);
        if command.contains("--month") {
            assert!(
                answer.1.contains("Weekly look at the ovens, April 2026: 4 of 5 visits × 160.00"),
                "{}",
                answer.1
            );
        }
    }
}

fn jobbook(folder: &Path, minute: usize, words: &[String]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jobbook"));
    command
        .args(words)
        .env("JOBBOOK_NOW", format!("2026-03-25T09:{minute:02}:00+01:00"))
        .env("JOBBOOK_USER", "ana");
    let answer = run_in(folder, &mut command);
    (answer.code, format!("{}{}", answer.out, answer.err))
}

/// "Look through both – in particular `email` under `[office]`", and the technician joins the team.
fn give_the_office_its_address(book: &Path) {
    let file = book.join("jobbook.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(
        &file,
        text.replace("# email   = \"office@example.com\"", "email = \"office@example.com\" #"),
    )
    .unwrap();
}
