//! Plugs in arguments, environment, clock and terminal; answers with the exit code.

#![allow(
    clippy::disallowed_methods,
    reason = "`main` alone reads the environment and the clock, and hands both on as values"
)]

use std::cell::RefCell;
use std::io::IsTerminal;
use std::process::ExitCode;

use jobbook::cli::args::{Cli, Color, read, value_problem};
use jobbook::cli::outbox::at_once;
use jobbook::cli::session::{Session, Surroundings};
use jobbook::domain::moment::Moment;
use jobbook::domain::typed::secret::refuse_secrets;
use jobbook::problem::{Outcome, Problem};
use jobbook::ui::{ColorChoice, Settings, Terminal};

fn main() -> ExitCode {
    // Before anything else: not even the lock file or an error may hold a card number (T03).
    if let Err(problem) = words().iter().try_for_each(|word| refuse_secrets(word)) {
        return refuse(problem);
    }
    let (cli, verb) = match read(std::env::args_os()) {
        Ok(read) => read,
        Err(error) => return refuse_arguments(&error),
    };
    let terminal = Terminal::real(settings(&cli));
    let outcome = match surroundings(&cli, verb) {
        Ok(around) => {
            let session = Session { terminal, around, letters: RefCell::default() };
            let outcome = cli.command.run(&session);
            // Whatever the command came to: letters of what is done leave.
            at_once(&session);
            tell(outcome, &session.terminal)
        }
        Err(problems) => tell(Err(problems), &terminal),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => ExitCode::from(problems.kind().exit_code()),
    }
}

/// Tells what is wrong with the arguments; help and version are no refusal.
fn refuse_arguments(error: &clap::Error) -> ExitCode {
    let Some(problem) = value_problem(error) else { error.exit() };
    refuse(problem)
}

fn refuse(problem: Problem) -> ExitCode {
    let terminal = Terminal::real(Settings {
        width: width(),
        columns: asked_columns(),
        stderr_is_terminal: std::io::stderr().is_terminal(),
        color: ColorChoice::Never,
        ..Settings::default()
    });
    let problems = problem.into();
    terminal.problems(&problems);
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

fn settings(cli: &Cli) -> Settings {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_zero = |name: &str| std::env::var_os(name).is_some_and(|value| value == "0");
    let color = match cli.global.color {
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
        quiet: cli.global.quiet,
        verbose: cli.global.verbose,
        no_input: cli.global.no_input || is_set("CI"),
        yes: cli.global.yes,
        json: cli.global.json,
    }
}

/// Columns of the terminal: what the terminal says, less if `COLUMNS` asks for less; 80 where neither is known.
fn width() -> Option<usize> {
    let told = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0);
    Some(match (told, asked_columns()) {
        (Some(told), Some(asked)) => told.min(asked),
        (told, asked) => told.or(asked).unwrap_or(80),
    })
}

/// `COLUMNS`, which a shell hands on only when somebody exports it.
fn asked_columns() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns > 0)
}

fn surroundings(cli: &Cli, verb: String) -> Outcome<Surroundings> {
    let now = match std::env::var("JOBBOOK_NOW") {
        Ok(text) if !text.is_empty() => {
            Some(text.parse::<Moment>().map_err(|problem| problem.because("JOBBOOK_NOW fixes the present"))?)
        }
        _ => None,
    };
    let folder = std::env::current_dir().map_err(|error| {
        Problem::damaged("folder-gone", format!("the present folder cannot be entered: {error}"))
    })?;
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    Ok(Surroundings {
        folder,
        book: cli.global.book.clone(),
        fixed: now.is_some(),
        now: now.unwrap_or_else(clock),
        clock,
        by: cli.global.by.clone(),
        user: std::env::var("USER").or_else(|_| std::env::var("USERNAME")).ok(),
        at: cli.global.at.clone(),
        dry_run: cli.global.dry_run,
        command: command_line(),
        verb,
        pid: std::process::id(),
        abort_before: number("JOBBOOK_ABORT_BEFORE"),
        variable: |name| std::env::var(name).ok(),
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
fn command_line() -> String {
    let mut line = vec!["jobbook".to_string()];
    line.extend(words());
    line.join(" ")
}

/// What was typed after the program's name.
fn words() -> Vec<String> {
    std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect()
}
