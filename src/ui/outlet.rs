//! One stream of output. A closed pipe is quiet; any other failure is kept until it is asked for.

use std::io::{self, ErrorKind, Write};

/// A stream and what became of it.
pub(super) struct Outlet {
    writer: Box<dyn Write>,
    state: State,
}

enum State {
    Open,
    /// Nobody reads any more: `jobbook job list | head`.
    Closed,
    Failed(io::Error),
}

impl Outlet {
    pub(super) fn new(writer: Box<dyn Write>) -> Outlet {
        Outlet { writer, state: State::Open }
    }

    /// Writes, unless the stream was closed or failed before.
    pub(super) fn write(&mut self, bytes: &[u8]) {
        if self.is_open() {
            let result = self.writer.write_all(bytes);
            self.keep(result);
        }
    }

    pub(super) fn flush(&mut self) {
        if self.is_open() {
            let result = self.writer.flush();
            self.keep(result);
        }
    }

    pub(super) fn is_open(&self) -> bool {
        matches!(self.state, State::Open)
    }

    /// The failure, once.
    pub(super) fn take_failure(&mut self) -> Option<io::Error> {
        match std::mem::replace(&mut self.state, State::Closed) {
            State::Failed(error) => Some(error),
            kept => {
                self.state = kept;
                None
            }
        }
    }

    fn keep(&mut self, result: io::Result<()>) {
        match result {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::BrokenPipe => self.state = State::Closed,
            Err(error) => self.state = State::Failed(error),
        }
    }
}
