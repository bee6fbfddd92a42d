//! `jobbook demo`: a whole engagement, played in a fresh book with the program's own commands.

use std::cell::RefCell;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Args;

use super::reading::read;
use super::session::{Session, Surroundings};
use crate::book::disk;
use crate::domain::moment::Moment;
use crate::problem::{Outcome, Problem};
use crate::ui::{Cell, Lines, Settings, Terminal};

const SCRIPT: &str = include_str!("../../templates/demo/engagement.txt");

/// `jobbook demo`
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  jobbook demo\n  cd jobbook-demo && jobbook today --by ana")]
pub struct Demo {
    /// The folder, which must be empty or not exist
    #[arg(default_value = "jobbook-demo", value_name = "FOLDER")]
    folder: PathBuf,
    /// Play another script than the engagement; templates/demo/ explains the form
    #[arg(long, value_name = "FILE")]
    script: Option<PathBuf>,
}

/// One step of the script.
enum Step<'s> {
    Heading(&'s str),
    Remark(&'s str),
    Clock { now: Moment, by: &'s str },
    Append { file: &'s str, text: String },
    Replace { file: &'s str, from: &'s str, to: &'s str },
    Command { typed: &'s str, is_refused: bool },
}

impl Demo {
    /// Runs it.
    ///
    /// # Errors
    /// `demo-folder` when something stands in the folder; `demo-script` when a command does not do what the
    /// script says; what the disk refused.
    pub fn run(&self, session: &Session) -> Outcome<()> {
        let folder = session.around.folder.join(&self.folder);
        if !disk::is_empty_root(&folder)? {
            return Err(Problem::refused("demo-folder", format!("{} is not empty", self.folder.display()))
                .because("the demo makes a book of its own and touches nothing else")
                .remedy("jobbook demo another-folder")
                .into());
        }
        disk::make_root(&folder)?;
        let mut stage = Stage { session, folder, now: session.around.now, by: String::new() };
        let own = self
            .script
            .as_ref()
            .map(|file| disk::text_outside(&session.around.folder.join(file)))
            .transpose()?;
        for step in steps(own.as_deref().unwrap_or(SCRIPT))? {
            stage.play(&step)?;
        }
        if own.is_none() {
            self.point_at_results(session, &stage.folder);
        }
        Ok(())
    }

    fn point_at_results(&self, session: &Session, folder: &Path) {
        let shown = self.folder.display();
        let mut lines = Lines::new();
        lines.heading("What there is to look at");
        let documents = folder.join("documents/J-2026-00001");
        for name in disk::names_in(&documents) {
            if name.starts_with("INV") {
                lines.next_command(
                    "the invoice, as it was sent",
                    format!("{shown}/documents/J-2026-00001/{name}"),
                );
            }
        }
        lines.next_command("the tracking sheet", format!("{shown}/tracking.csv"));
        lines.next_command(
            "the story of the job, as a file",
            format!("{shown}/jobs/2026/000/J-2026-00001.yaml"),
        );
        lines.next_command("letters that wait to be sent", format!("jobbook -C {shown} outbox list"));
        lines.next_command("every command as a commit", format!("git -C {shown} log --oneline"));
        session.terminal.lines(&lines);
    }
}

/// Where the script is played.
struct Stage<'s> {
    session: &'s Session,
    folder: PathBuf,
    now: Moment,
    by: String,
}

impl Stage<'_> {
    fn play(&mut self, step: &Step<'_>) -> Outcome<()> {
        let terminal = &self.session.terminal;
        let mut lines = Lines::new();
        match step {
            Step::Heading(text) => {
                lines.line("").heading(text);
            }
            Step::Remark(text) => {
                lines.line("").line(Cell::muted(*text));
            }
            Step::Clock { now, by } => {
                self.now = *now;
                self.by = (*by).to_string();
            }
            Step::Append { file, text } => {
                lines.line("").line(Cell::muted(format!("({file} is edited)")));
                self.edit(file, |before| format!("{before}\n{text}"))?;
            }
            Step::Replace { file, from, to } => {
                lines.line("").line(Cell::muted(format!("({file} is edited)")));
                self.edit(file, |before| before.replacen(from, to, 1))?;
            }
            Step::Command { typed, is_refused } => {
                let clock = self.now.instant().format("%a %d %b %H:%M");
                lines.line("").line(Cell::strong(format!("{clock} {}$ {typed}", self.by)));
                terminal.lines(&lines);
                return self.command(typed, *is_refused);
            }
        }
        terminal.lines(&lines);
        Ok(())
    }

    fn session(&self, settings: Settings, out: &Paper, typed: &str, verb: String) -> Session {
        Session {
            terminal: Terminal::new(settings, Box::new(out.clone()), Box::new(out.clone())),
            letters: Default::default(),
            around: Surroundings {
                folder: self.folder.clone(),
                book: None,
                now: self.now,
                fixed: true,
                by: Some(self.by.clone()),
                user: None,
                at: None,
                dry_run: false,
                command: typed.to_string(),
                verb,
                ..self.session.around.clone()
            },
        }
    }

    /// Runs a command as if it were typed, and shows what it answered.
    fn command(&self, typed: &str, is_refused: bool) -> Outcome<()> {
        let words = shlex::split(typed).unwrap_or_default();
        let (cli, verb) = read(words).map_err(|error| broken(typed, &error.to_string()))?;
        let out = Paper::default();
        let settings = Settings { no_input: true, ..Settings::default() };
        let played = self.session(settings, &out, typed, verb);
        let outcome = cli.command.run(&played);
        if let Err(problems) = &outcome {
            played.terminal.problems(problems);
        }
        played.terminal.finish()?;
        self.session.terminal.out_text(&out.text());
        match (outcome, is_refused) {
            (Ok(()), false) | (Err(_), true) => Ok(()),
            (Err(problems), false) => Err(broken(typed, &problems.to_string()).into()),
            (Ok(()), true) => Err(broken(typed, "it was to be refused and was not").into()),
        }
    }

    /// Changes a file of the book, as somebody with an editor would, and records it.
    fn edit(&self, file: &str, change_text: impl Fn(&str) -> String) -> Outcome<()> {
        let played = self.session(Settings::default(), &Paper::default(), "edit", String::new());
        let book = played.book()?;
        let before = book.text(file)?.unwrap_or_default();
        let after = change_text(&before);
        if after == before {
            return Err(broken(file, "there is nothing to replace").into());
        }
        played.change(&book, |change| {
            change.write(file, after.clone());
            change.say(format!("Edited by hand: {file}"));
            Ok(())
        })?;
        Ok(())
    }
}

fn broken(what: &str, why: &str) -> Problem {
    Problem::damaged("demo-script", format!("the demo does not go on after: {what}")).because(why)
}

/// Reads the script.
fn steps(script: &str) -> Outcome<Vec<Step<'_>>> {
    let mut steps = Vec::new();
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        let Some((mark, rest)) = line.split_once(' ') else { continue };
        steps.push(match mark {
            "==" => Step::Heading(rest),
            "--" => Step::Remark(rest),
            "@" => {
                let (time, by) = rest.split_once(' ').unwrap_or((rest, "ana"));
                Step::Clock { now: time.parse()?, by }
            }
            "+" => {
                let text: Vec<&str> = lines.by_ref().take_while(|line| !line.is_empty()).collect();
                Step::Append { file: rest, text: format!("{}\n", text.join("\n")) }
            }
            "~" => {
                let from = lines.next().unwrap_or("");
                Step::Replace { file: rest, from, to: lines.next().unwrap_or("") }
            }
            "$" | "!" => Step::Command { typed: rest, is_refused: mark == "!" },
            _ => continue,
        });
    }
    Ok(steps)
}

/// Output kept in memory.
#[derive(Clone, Default)]
struct Paper(Rc<RefCell<Vec<u8>>>);

impl Paper {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.borrow()).into_owned()
    }
}

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
