//! The terminal as one value: results to standard output, everything else to standard error.

use std::cell::{RefCell, RefMut};
use std::io::{self, Write};

use anstream::AutoStream;

use crate::problem::{Outcome, Problem, Problems};

use super::answered::Answered;
use super::canvas::Canvas;
use super::color::{ColorChoice, Palette, Role};
use super::facts::Facts;
use super::json_list::JsonList;
use super::keyboard::{Keyboard, TerminalKeyboard};
use super::lines::Lines;
use super::outlet::Outlet;
use super::plain::{plain, plain_json, plain_lines};
use super::problem::{draw_problem, draw_problems};
use super::problem_json::{problem_json, problems_json};
use super::progress::Progress;
use super::table::Table;

/// What `main` found out about the surroundings and the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// `--color` together with `NO_COLOR` and `CLICOLOR_FORCE`.
    pub color: ColorChoice,
    /// Columns of the terminal, if known.
    pub width: Option<usize>,
    /// Columns that somebody asked for off a terminal, with `COLUMNS`.
    pub columns: Option<usize>,
    /// Whether the terminal cannot move its cursor: `TERM=dumb`.
    pub dumb: bool,
    /// Whether standard input is a terminal.
    pub stdin_is_terminal: bool,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// `--quiet`: results, warnings and errors only.
    pub quiet: bool,
    /// `--verbose`: details too.
    pub verbose: bool,
    /// `--no-input`, or surroundings in which nobody answers, such as continuous integration.
    pub no_input: bool,
    /// `--yes`: confirmations are given beforehand.
    pub yes: bool,
    /// `--json`: results and problems are JSON, and news is not told.
    pub json: bool,
}

/// Everything that a command tells and asks.
///
/// Writing never fails at the call: once a reader has gone away the rest is dropped, and any other
/// failure is kept for [`Terminal::finish`].
pub struct Terminal {
    settings: Settings,
    out: RefCell<Outlet>,
    err: RefCell<Outlet>,
    keyboard: RefCell<Box<dyn Keyboard>>,
    answered: RefCell<Answered>,
}

impl Terminal {
    /// A terminal over any two streams; questions go to the real keyboard unless
    /// [`Terminal::with_keyboard`] gives another.
    pub fn new(settings: Settings, out: Box<dyn Write>, err: Box<dyn Write>) -> Terminal {
        let colored = settings.color.palette(settings.stderr_is_terminal && !settings.dumb).is_on();
        Terminal {
            settings,
            out: RefCell::new(Outlet::new(out)),
            err: RefCell::new(Outlet::new(err)),
            keyboard: RefCell::new(Box::new(TerminalKeyboard::new(colored))),
            answered: RefCell::default(),
        }
    }

    /// The terminal of this process.
    pub fn real(settings: Settings) -> Terminal {
        let out_palette = settings.color.palette(settings.stdout_is_terminal && !settings.dumb);
        let err_palette = settings.color.palette(settings.stderr_is_terminal && !settings.dumb);
        let out = AutoStream::new(io::stdout(), stream_choice(out_palette));
        let err = AutoStream::new(io::stderr(), stream_choice(err_palette));
        if settings.stdout_is_terminal {
            Terminal::new(settings, Box::new(out), Box::new(err))
        } else {
            // Long lists into a pipe or file go out in large pieces.
            Terminal::new(settings, Box::new(io::BufWriter::new(out)), Box::new(err))
        }
    }

    /// The same terminal with answers from elsewhere.
    #[must_use]
    pub fn with_keyboard(self, keyboard: Box<dyn Keyboard>) -> Terminal {
        Terminal { keyboard: RefCell::new(keyboard), ..self }
    }

    /// Whether somebody is there to answer: standard input and standard error are terminals, and
    /// neither `--no-input` nor `--json` was given.
    pub fn interactive(&self) -> bool {
        self.why_not_interactive().is_none()
    }

    /// Whether only results and errors are wanted.
    pub fn is_quiet(&self) -> bool {
        self.settings.quiet
    }

    /// Whether results are wanted as JSON.
    pub fn is_json(&self) -> bool {
        self.settings.json
    }

    /// Whether every confirmation was given beforehand.
    pub fn says_yes(&self) -> bool {
        self.settings.yes
    }

    /// Whether anybody still reads the results; long work may stop when not.
    pub fn is_listened_to(&self) -> bool {
        self.out.borrow().is_open()
    }

    /// A result of one line.
    pub fn out(&self, text: &str) {
        self.write_out(&format!("{}\n", plain(text)));
    }

    /// A result of several lines.
    pub fn out_text(&self, text: &str) {
        self.write_out(&ended(plain_lines(text).into_owned()));
    }

    /// A table as the result. An empty one says its sentence as news, so that a pipe gets nothing.
    pub fn table(&self, table: &Table) {
        if table.is_empty() {
            self.say(table.empty_sentence());
        }
        table.draw_to(self.out_canvas(), |piece| self.write_out(piece));
    }

    /// Names and values as the result.
    pub fn facts(&self, facts: &Facts) {
        self.write_out(&facts.draw(self.out_canvas()));
    }

    /// Sentences as the result.
    pub fn lines(&self, lines: &Lines) {
        self.write_out(&lines.draw(self.out_canvas()));
    }

    /// The surface of results.
    pub fn canvas(&self) -> Canvas {
        self.out_canvas()
    }

    /// What was drawn for [`Terminal::canvas`] as the result.
    pub fn drawn(&self, text: &str) {
        self.write_out(text);
    }

    /// JSON as the result.
    pub fn json(&self, value: &serde_json::Value) {
        self.write_out(&format!("{}\n", plain_json(&format!("{value:#}"))));
    }

    /// Begins a list as JSON as the result.
    pub fn json_list(&self, name: &str) -> JsonList<'_> {
        JsonList::begin(self, name)
    }

    /// A document or export as the result, byte for byte. On a terminal text is made harmless, and
    /// what is not text is refused.
    ///
    /// # Errors
    /// `binary-on-terminal`.
    pub fn document(&self, bytes: impl AsRef<[u8]>) -> Outcome<()> {
        let bytes = bytes.as_ref();
        if !self.settings.stdout_is_terminal {
            self.out.borrow_mut().write(bytes);
            return Ok(());
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            let problem = Problem::usage(
                "binary-on-terminal",
                "the document is not text, and a terminal cannot show it",
            );
            return Err(problem.remedy("name a file with -o FILE").into());
        };
        self.write_out(&ended(plain_lines(text).into_owned()));
        Ok(())
    }

    /// A piece of a document, where standard output is no terminal.
    pub fn piece(&self, bytes: &[u8]) {
        self.out.borrow_mut().write(bytes);
    }

    /// Whether standard output is a terminal.
    pub fn is_shown(&self) -> bool {
        self.settings.stdout_is_terminal
    }

    /// News: what changed. One line.
    pub fn say(&self, text: &str) {
        if self.tells() {
            self.write_err(&format!("{}\n", plain(text)));
        }
    }

    /// News of several sentences: what changed and what comes next.
    pub fn say_lines(&self, lines: &Lines) {
        if self.tells() {
            self.write_err(&lines.draw(self.err_canvas()));
        }
    }

    /// News that matters less. One line.
    pub fn note(&self, text: &str) {
        if self.tells() {
            let palette = self.err_canvas().palette;
            self.write_err(&format!("{}\n", palette.paint(Role::Muted, &plain(text))));
        }
    }

    /// What only `--verbose` wants to know. One line.
    pub fn detail(&self, text: &str) {
        if self.settings.verbose {
            self.note(text);
        }
    }

    /// A warning or error; the work goes on. With `--json` one line of JSON: `{"warning": …}`.
    pub fn warn(&self, problem: &Problem) {
        if self.settings.json {
            self.err_json(&serde_json::json!({ "warning": problem_json(problem) }));
        } else {
            self.write_err(&draw_problem(problem, self.err_canvas()));
        }
    }

    /// What ends the command. With `--json` one line of JSON: `{"error": …}`.
    pub fn problems(&self, problems: &Problems) {
        if self.settings.json {
            self.err_json(&problems_json(problems));
        } else {
            self.write_err(&draw_problems(problems.iter(), self.err_canvas()));
        }
    }

    /// A bar for long work of so many steps; it shows itself only on a terminal and not at once.
    pub fn progress(&self, label: &str, steps: u64) -> Progress {
        if self.settings.stderr_is_terminal && !self.settings.dumb && self.tells() {
            Progress::shown(label, steps, self.err_canvas().palette)
        } else {
            Progress::hidden()
        }
    }

    /// Writes what is still held back. A reader that went away is no failure.
    ///
    /// # Errors
    /// `output-failed` when results could not be written.
    pub fn finish(&self) -> Outcome<()> {
        self.err.borrow_mut().flush();
        let mut out = self.out.borrow_mut();
        out.flush();
        match out.take_failure() {
            None => Ok(()),
            Some(error) => {
                let problem = Problem::damaged("output-failed", "the result could not be written");
                Err(problem.because(error.to_string()).into())
            }
        }
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The answers of this run as words of a command line; nothing when one of them cannot be typed.
    pub fn answered(&self) -> Option<Vec<String>> {
        self.answered.borrow().words()
    }

    /// Keeps an answer that was chosen by its description.
    pub fn remember(&self, instead: &str, answer: &str) {
        self.answered.borrow_mut().remember(instead, answer);
    }

    pub(super) fn keyboard(&self) -> RefMut<'_, Box<dyn Keyboard>> {
        self.out.borrow_mut().flush();
        self.keyboard.borrow_mut()
    }

    /// Says what is wrong with an answer, before the question is asked again.
    pub(super) fn complain(&self, sentence: &str) {
        let palette = self.err_canvas().palette;
        self.write_err(&format!("{}\n", palette.paint(Role::Bad, &plain(sentence))));
    }

    /// Why nobody can be asked; nothing if somebody can.
    pub(super) fn why_not_interactive(&self) -> Option<&'static str> {
        let Settings { no_input, json, stdin_is_terminal, stderr_is_terminal, dumb, .. } = self.settings;
        if no_input {
            Some("questions are switched off")
        } else if json {
            Some("with --json nothing is asked")
        } else if !stdin_is_terminal {
            Some("standard input is not a terminal, so nothing is asked")
        } else if !stderr_is_terminal {
            Some("standard error is not a terminal, so nothing is asked")
        } else if dumb {
            Some("the terminal cannot show questions (TERM=dumb), so nothing is asked")
        } else {
            None
        }
    }

    fn tells(&self) -> bool {
        !self.settings.quiet && !self.settings.json
    }

    pub(super) fn out_canvas(&self) -> Canvas {
        self.canvas_of(self.settings.stdout_is_terminal)
    }

    fn err_canvas(&self) -> Canvas {
        self.canvas_of(self.settings.stderr_is_terminal)
    }

    fn canvas_of(&self, is_terminal: bool) -> Canvas {
        let Settings { color, width, columns, dumb, .. } = self.settings;
        let width = if is_terminal { width } else { columns };
        Canvas { palette: color.palette(is_terminal && !dumb), width }
    }

    pub(super) fn write_out(&self, text: &str) {
        self.out.borrow_mut().write(text.as_bytes());
    }

    /// Results written before stand before the news.
    fn write_err(&self, text: &str) {
        self.out.borrow_mut().flush();
        self.err.borrow_mut().write(text.as_bytes());
    }

    fn err_json(&self, value: &serde_json::Value) {
        self.write_err(&format!("{}\n", plain_json(&value.to_string())));
    }
}

/// Colour codes are written only when wanted, so that the stream need not take any out again and
/// documents pass through it as they are.
fn stream_choice(palette: Palette) -> anstream::ColorChoice {
    if palette.is_on() { anstream::ColorChoice::Always } else { anstream::ColorChoice::AlwaysAnsi }
}

/// The text with its last line ended.
fn ended(mut text: String) -> String {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests;
