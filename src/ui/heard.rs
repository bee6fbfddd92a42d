//! What a terminal under test was told.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use super::terminal::{Settings, Terminal};

/// A stream that remembers, and whose other end the test reads.
#[derive(Debug, Clone, Default)]
pub(super) struct Heard(Rc<RefCell<Vec<u8>>>);

impl Heard {
    pub(super) fn text(&self) -> String {
        String::from_utf8(self.bytes()).expect("the test writes text")
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        self.0.borrow().clone()
    }
}

impl Write for Heard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal, its standard output and its standard error.
pub(super) fn terminal(settings: Settings) -> (Terminal, Heard, Heard) {
    let (out, err) = (Heard::default(), Heard::default());
    let terminal = Terminal::new(settings, Box::new(out.clone()), Box::new(err.clone()));
    (terminal, out, err)
}

/// A person before an 80-column terminal without colour.
pub(super) fn person() -> Settings {
    Settings {
        color: super::ColorChoice::Never,
        width: Some(80),
        stdin_is_terminal: true,
        stdout_is_terminal: true,
        stderr_is_terminal: true,
        ..Settings::default()
    }
}
