//! Mishaps on purpose: at one chosen operation of this process the disk fails, or the process ends.
//!
//! Everything that changes the disk, and every program that is started, is counted in one row, whichever part of the
//! program asks for it. `main` says once, from `JOBBOOK_MISHAP`, what shall happen where; otherwise nothing does.

#![allow(clippy::disallowed_methods, reason = "the disk belongs to this module")]

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What happens at the chosen operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Strike {
    /// The process ends before it.
    Kill,
    /// The process ends in the midst of it: half of a file is written.
    Tear,
    /// It fails with this number of the system.
    Fail(i32),
}

/// A mishap to come: `kill@7`, `tear@7`, `eio@7`, `enospc@7`, `erofs@7`; `enospc@7-` fails from the seventh operation on, and
/// `trace:FILE` adds a line for each operation to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mishap {
    strike: Option<(Strike, usize, bool)>,
    trace: Option<PathBuf>,
}

static MISHAP: OnceLock<Mishap> = OnceLock::new();
static DONE: AtomicUsize = AtomicUsize::new(0);

impl FromStr for Mishap {
    type Err = ();

    fn from_str(text: &str) -> Result<Mishap, ()> {
        if let Some(file) = text.strip_prefix("trace:") {
            return Ok(Mishap { strike: None, trace: Some(file.into()) });
        }
        let (what, at) = text.split_once('@').ok_or(())?;
        let strike = match what {
            "kill" => Strike::Kill,
            "tear" => Strike::Tear,
            "eio" => Strike::Fail(5),
            "enospc" => Strike::Fail(28),
            "erofs" => Strike::Fail(30),
            _ => return Err(()),
        };
        let onward = at.ends_with('-');
        let at = at.trim_end_matches('-').parse().map_err(drop)?;
        Ok(Mishap { strike: Some((strike, at, onward)), trace: None })
    }
}

impl Mishap {
    /// Holds for this process from now on. The first word counts.
    pub fn begin(self) {
        let _ = MISHAP.set(self);
    }
}

/// To be called before every operation. `Ok(true)`: half of it shall be done, and then [`fall`] be called.
///
/// # Errors
/// The failure that was asked for.
pub fn before(operation: &str, target: &Path) -> io::Result<bool> {
    let Some(mishap) = MISHAP.get() else { return Ok(false) };
    let number = DONE.fetch_add(1, Ordering::SeqCst);
    if let Some(file) = &mishap.trace {
        let line = format!("{operation} {}\n", target.display());
        let mut trace = std::fs::OpenOptions::new().create(true).append(true).open(file)?;
        trace.write_all(line.as_bytes())?;
    }
    match mishap.strike {
        Some((strike, at, onward)) if number == at || (onward && number > at) => match strike {
            Strike::Kill => std::process::abort(),
            Strike::Fail(error) if operation != WRITE => Err(io::Error::from_raw_os_error(error)),
            Strike::Tear | Strike::Fail(_) => Ok(true),
        },
        _ => Ok(false),
    }
}

/// The operation that can be done by half.
pub const WRITE: &str = "write";

/// After half of an operation: ends the process, or fails it.
///
/// # Errors
/// The failure that was asked for.
pub fn fall() -> io::Result<()> {
    match MISHAP.get().and_then(|mishap| mishap.strike) {
        Some((Strike::Fail(error), ..)) => Err(io::Error::from_raw_os_error(error)),
        _ => std::process::abort(),
    }
}

/// Counts an operation that is done whole or not at all.
///
/// # Errors
/// The failure that was asked for.
pub fn step(operation: &str, target: &Path) -> io::Result<()> {
    if before(operation, target)? { fall() } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mishap_is_read_from_one_word() {
        let read = |text: &str| text.parse::<Mishap>().ok().and_then(|read| read.strike);
        assert_eq!(read("kill@0"), Some((Strike::Kill, 0, false)));
        assert_eq!(read("enospc@12-"), Some((Strike::Fail(28), 12, true)));
        assert_eq!(read("tear@3"), Some((Strike::Tear, 3, false)));
        assert_eq!("trace:/x".parse::<Mishap>().unwrap().trace, Some("/x".into()));
        for odd in ["", "kill", "kill@", "kill@x", "burn@1"] {
            assert_eq!(odd.parse::<Mishap>(), Err(()), "{odd}");
        }
    }

    #[test]
    fn without_a_mishap_to_come_nothing_is_counted() {
        assert!(matches!(before("rename", Path::new("x")), Ok(false)));
        assert_eq!(DONE.load(Ordering::SeqCst), 0);
    }
}
