//! A screen that stays open: drawn again when what it shows has changed, left as it was found.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers, poll, read};
use crossterm::{cursor, execute, queue, terminal};
use signal_hook::SigId;
use signal_hook::consts::TERM_SIGNALS;

use super::canvas::Canvas;
use super::terminal::Terminal;
use crate::problem::{Outcome, Problem};

/// How often what is shown is looked at again.
const EVERY: Duration = Duration::from_secs(2);
/// How soon somebody who asks the program to end is heard.
const SOON: Duration = Duration::from_millis(200);

/// What a screen is drawn for.
#[derive(Debug, Clone, Copy)]
pub struct View {
    /// The surface.
    pub canvas: Canvas,
    /// Lines that can be seen.
    pub height: usize,
    /// How often → was pressed more than ←.
    pub aside: usize,
}

/// The second screen, without a cursor; the first comes back whatever happens, also when the system asks the program
/// to end.
struct Screen {
    asked_to_end: Arc<AtomicBool>,
    heard: Vec<SigId>,
}

impl Screen {
    fn open() -> io::Result<Screen> {
        let asked_to_end = Arc::new(AtomicBool::new(false));
        let mut screen = Screen { asked_to_end, heard: Vec::new() };
        for signal in TERM_SIGNALS {
            screen.heard.push(signal_hook::flag::register(*signal, Arc::clone(&screen.asked_to_end))?);
        }
        terminal::enable_raw_mode()?;
        execute!(io::stdout(), terminal::EnterAlternateScreen, cursor::Hide, terminal::DisableLineWrap)?;
        Ok(screen)
    }

    fn is_asked_to_end(&self) -> bool {
        self.asked_to_end.load(Ordering::Relaxed)
    }

    /// Waits for something typed until it is time to look again. Tells whether there is something.
    fn wait(&self) -> io::Result<bool> {
        let mut waited = Duration::ZERO;
        while waited < EVERY && !self.is_asked_to_end() {
            if poll(SOON)? {
                return Ok(true);
            }
            waited += SOON;
        }
        Ok(false)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Nobody is left to be told when the terminal itself has gone.
        let _ =
            execute!(io::stdout(), terminal::EnableLineWrap, cursor::Show, terminal::LeaveAlternateScreen);
        let _ = terminal::disable_raw_mode();
        for heard in self.heard.drain(..) {
            signal_hook::low_level::unregister(heard);
        }
    }
}

impl Terminal {
    /// Shows what `draw` gives until q, Escape or Ctrl-C, and draws again what has changed. ↑↓ scroll.
    ///
    /// # Errors
    /// `watch-terminal` where there is no screen; what `draw` refuses; `terminal-unreadable`.
    pub fn watch(&self, draw: &mut dyn FnMut(View) -> Outcome<String>) -> Outcome<()> {
        let settings = self.settings();
        let is_screen = settings.stdin_is_terminal && settings.stdout_is_terminal && !settings.dumb;
        if !is_screen || settings.json {
            return Err(Problem::usage("watch-terminal", "--watch needs a terminal to stay open on")
                .remedy("leave --watch out, to see it once")
                .into());
        }
        let lost = |error: io::Error| {
            Problem::damaged("terminal-unreadable", "the terminal cannot be used").because(error.to_string())
        };
        let screen = Screen::open().map_err(lost)?;
        let outcome = self.keep_drawn(&screen, draw, &lost);
        drop(screen);
        outcome
    }

    fn keep_drawn(
        &self,
        screen: &Screen,
        draw: &mut dyn FnMut(View) -> Outcome<String>,
        lost: &dyn Fn(io::Error) -> Problem,
    ) -> Outcome<()> {
        let (mut shown, mut down, mut aside) = (String::new(), 0_usize, 0_usize);
        while !screen.is_asked_to_end() {
            let (columns, rows) = terminal::size().map_err(lost)?;
            let (columns, rows) = (usize::from(columns.max(1)), usize::from(rows.max(2)));
            let canvas = Canvas { width: Some(columns), ..self.out_canvas() };
            let text = draw(View { canvas, height: rows - 1, aside })?;
            let lines: Vec<&str> = text.lines().collect();
            down = down.min(lines.len().saturating_sub(rows - 1));
            let below = lines.len().saturating_sub(down + rows - 1);
            let more = if below > 0 { format!("  ↓ {below} more") } else { String::new() };
            let mut frame: Vec<&str> = lines.into_iter().skip(down).take(rows - 1).collect();
            frame.resize(rows - 1, "");
            let foot = format!("q leaves{more}");
            frame.push(&foot);
            let drawn = format!("{columns}\n{}", frame.join("\n"));
            if drawn != shown {
                paint(&frame).map_err(lost)?;
                shown = drawn;
            }
            if !screen.wait().map_err(lost)? {
                continue;
            }
            let Event::Key(key) = read().map_err(lost)? else { continue };
            if key.kind == KeyEventKind::Release {
                continue;
            }
            match key.code {
                KeyCode::Char('q') | KeyCode::Esc => return Ok(()),
                KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => return Ok(()),
                KeyCode::Down | KeyCode::Char('j') => down += 1,
                KeyCode::Up | KeyCode::Char('k') => down = down.saturating_sub(1),
                KeyCode::PageDown | KeyCode::Char(' ') => down += rows - 1,
                KeyCode::PageUp => down = down.saturating_sub(rows - 1),
                KeyCode::Home => down = 0,
                KeyCode::Right | KeyCode::Char('l') => aside += 1,
                KeyCode::Left | KeyCode::Char('h') => aside = aside.saturating_sub(1),
                _ => {}
            }
        }
        Ok(())
    }
}

/// Writes a frame over the one before in one go, without a blank screen in between.
fn paint(frame: &[&str]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    queue!(out, terminal::BeginSynchronizedUpdate, cursor::MoveTo(0, 0))?;
    for (at, line) in frame.iter().enumerate() {
        write!(out, "{line}")?;
        queue!(out, terminal::Clear(terminal::ClearType::UntilNewLine))?;
        if at + 1 < frame.len() {
            write!(out, "\r\n")?;
        }
    }
    queue!(out, terminal::EndSynchronizedUpdate)?;
    out.flush()
}
