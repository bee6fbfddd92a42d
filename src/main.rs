//! Plugs in arguments, environment, clock and terminal; answers with the exit code.

#![allow(
    clippy::disallowed_methods,
    reason = "`main` alone reads the environment and the clock, and hands both on as values"
)]

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use jobbook::book::disk::mishap::Mishap;
use jobbook::book::syncing::DRIVER_WORD;
use jobbook::cli::args::{Color, Global};
use jobbook::cli::complete::answer;
use jobbook::cli::complete::candidates::Place;
use jobbook::cli::missing::{command_line, missing};
use jobbook::cli::outbox::at_once;
use jobbook::cli::reading::{read, value_problem};
use jobbook::cli::session::{Session, Surroundings};
use jobbook::cli::sync::drive;
use jobbook::domain::moment::Moment;
use jobbook::domain::typed::secret::refuse_secrets;
use jobbook::problem::{Outcome, Problem, Problems};
use jobbook::ui::{ColorChoice, Settings, Terminal};

/// The word with which a shell's script asks what may stand at the cursor.
const ASKED_BY_SHELL: &str = "__complete";

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|word| word == ASKED_BY_SHELL) {
        return complete();
    }
    if std::env::args_os().nth(1).is_some_and(|word| word == DRIVER_WORD) {
        return merge_for_git();
    }
    // Before anything else: not even the lock file or an error may hold a card number (T03).
    if let Err(problem) = words().iter().try_for_each(|word| refuse_secrets(word)) {
        return refuse(problem);
    }
    // Tests ask for mishaps of the disk (ARCHITECTURE.md, "What is promised").
    if let Some(mishap) = std::env::var("JOBBOOK_MISHAP").ok().and_then(|text| text.parse::<Mishap>().ok()) {
        mishap.begin();
    }
    let mut words: Vec<OsString> = std::env::args_os().collect();
    let typed = words.len();
    let (cli, verb) = loop {
        let error = match read(words.iter().cloned()) {
            Ok(read) => break read,
            Err(error) => error,
        };
        match asked(&error, &mut words) {
            None => return refuse_arguments(&error),
            Some(Ok(())) => {}
            Some(Err(problems)) => return ExitCode::from(problems.kind().exit_code()),
        }
    };
    let known = words.clone();
    let outcome = with_session(&cli.global, verb, &known, |session| {
        cli.command.run(session)?;
        let answered = session.terminal.answered();
        if words.len() > typed || answered.is_some() {
            words.extend(answered.into_iter().flatten().map(OsString::from));
            session.terminal.note(&format!("the same, typed: {}", command_line(&words)));
        }
        Ok(())
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => ExitCode::from(problems.kind().exit_code()),
    }
}

/// Asks for what the command line lacks and puts it into `words`; nothing when nobody can be asked, or the mistake
/// is another.
fn asked(error: &clap::Error, words: &mut Vec<OsString>) -> Option<Outcome<()>> {
    let missing = missing(error, words)?;
    if !Terminal::real(settings(&missing.global)).interactive() {
        return None;
    }
    let known = words.clone();
    Some(with_session(&missing.global, missing.verb.clone(), &known, |session| missing.ask(session, words)))
}

/// Runs something for a person, and tells what went wrong.
fn with_session(
    global: &Global,
    verb: String,
    words: &[OsString],
    run: impl FnOnce(&Session) -> Outcome<()>,
) -> Outcome<()> {
    let terminal = Terminal::real(settings(global));
    match surroundings(global, verb, words) {
        Ok(around) => {
            let session = Session { terminal, around, letters: RefCell::default() };
            let outcome = run(&session);
            // Whatever the command came to: letters of what is done leave.
            at_once(&session);
            tell(outcome, &session.terminal)
        }
        Err(problems) => tell(Err(problems), &terminal),
    }
}

/// Tells a shell what may stand at the cursor; nothing is ever wrong.
fn complete() -> ExitCode {
    let question: Vec<String> = words().into_iter().skip(1).collect();
    let folder = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let place = Place {
        folder: std::env::current_dir().unwrap_or_default(),
        book: folder("JOBBOOK_DIR"),
        home: folder("HOME"),
        now: Some(clock()),
    };
    let terminal = Terminal::real(Settings::default());
    let _ = terminal.document(answer(&question, &place).into_bytes());
    let _ = terminal.finish();
    ExitCode::SUCCESS
}

/// Brings one file together for git, whose language this is: 0 when all is settled.
fn merge_for_git() -> ExitCode {
    let files: Vec<String> = words().into_iter().skip(1).collect();
    match drive(&files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => refuse_all(&problems),
    }
}

/// Tells what is wrong with the arguments; help and version are no refusal.
fn refuse_arguments(error: &clap::Error) -> ExitCode {
    let Some(problem) = value_problem(error) else { error.exit() };
    refuse(problem)
}

fn refuse(problem: Problem) -> ExitCode {
    refuse_all(&problem.into())
}

fn refuse_all(problems: &Problems) -> ExitCode {
    let terminal = Terminal::real(Settings {
        width: width(),
        columns: asked_columns(),
        stderr_is_terminal: std::io::stderr().is_terminal(),
        color: ColorChoice::Never,
        ..Settings::default()
    });
    terminal.problems(problems);
    ExitCode::from(problems.kind().exit_code())
}

/// Tells what went wrong, and finishes what is still to be written.
fn tell(outcome: Outcome<()>, terminal: &Terminal) -> Outcome<()> {
    if let Err(problems) = &outcome {
        terminal.problems(problems);
    }
    let finished = terminal.finish();
    outcome.and(finished)
}

fn settings(global: &Global) -> Settings {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_zero = |name: &str| std::env::var_os(name).is_some_and(|value| value == "0");
    let color = match global.color {
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
        Color::Auto if is_set("NO_COLOR") => ColorChoice::Never,
        Color::Auto if is_set("CLICOLOR_FORCE") && !is_zero("CLICOLOR_FORCE") => ColorChoice::Always,
        Color::Auto if is_zero("CLICOLOR") => ColorChoice::Never,
        Color::Auto => ColorChoice::Auto,
    };
    Settings {
        color,
        width: width(),
        columns: asked_columns(),
        dumb: std::env::var_os("TERM").is_some_and(|term| term == "dumb"),
        stdin_is_terminal: std::io::stdin().is_terminal(),
        stdout_is_terminal: std::io::stdout().is_terminal(),
        stderr_is_terminal: std::io::stderr().is_terminal(),
        quiet: global.quiet,
        verbose: global.verbose,
        no_input: global.no_input || is_set("CI"),
        yes: global.yes,
        json: global.json,
    }
}

/// Columns of the terminal: what the terminal says, less if `COLUMNS` asks for less; 80 where neither is known.
fn width() -> Option<usize> {
    let told =
        terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0);
    Some(match (told, asked_columns()) {
        (Some(told), Some(asked)) => told.min(asked),
        (told, asked) => told.or(asked).unwrap_or(80),
    })
}

/// `COLUMNS`, which a shell hands on only when somebody exports it.
fn asked_columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns > 0)
}

fn surroundings(global: &Global, verb: String, words: &[OsString]) -> Outcome<Surroundings> {
    let now = match std::env::var("JOBBOOK_NOW") {
        Ok(text) if !text.is_empty() => {
            Some(text.parse::<Moment>().map_err(|problem| problem.because("JOBBOOK_NOW fixes the present"))?)
        }
        _ => None,
    };
    let folder = std::env::current_dir().map_err(|error| {
        Problem::damaged("folder-gone", format!("the present folder cannot be entered: {error}"))
    })?;
    Ok(Surroundings {
        folder,
        book: global.book.clone(),
        fixed: now.is_some(),
        now: now.unwrap_or_else(clock),
        clock,
        by: global.by.clone(),
        user: std::env::var("USER").or_else(|_| std::env::var("USERNAME")).ok(),
        at: global.at.clone(),
        dry_run: global.dry_run,
        command: in_plain_words(words),
        verb,
        pid: std::process::id(),
        variable: |name| std::env::var(name).ok(),
        program: std::env::current_exe().unwrap_or_else(|_| PathBuf::from("jobbook")),
        editor: ["VISUAL", "EDITOR"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|editor| !editor.trim().is_empty()),
    })
}

fn clock() -> Moment {
    Moment::new(chrono::Local::now().fixed_offset())
}

/// The command as it was typed, for whoever waits for the lock.
fn in_plain_words(words: &[OsString]) -> String {
    let typed = words.iter().skip(1).map(|word| word.to_string_lossy().into_owned());
    std::iter::once("jobbook".to_string()).chain(typed).collect::<Vec<_>>().join(" ")
}

/// What was typed after the program's name.
fn words() -> Vec<String> {
    std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect()
}
