//! Other programs, run without a terminal, but for a person's editor: the only place that starts processes.

#![allow(clippy::disallowed_methods, reason = "processes belong to this module")]

use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::disk::mishap;
use crate::problem::Problem;

/// How often to look whether a program with a time limit has ended.
const GLANCE: Duration = Duration::from_millis(10);

/// A program about to be run.
#[derive(Debug)]
pub struct Process {
    program: String,
    command: Command,
    input: Vec<u8>,
    limit: Option<Duration>,
}

/// What a program that ended left behind.
#[derive(Debug)]
pub struct Ended {
    /// How it ended.
    pub status: ExitStatus,
    /// Its standard output.
    pub output: Vec<u8>,
    /// Its standard error.
    pub errors: Vec<u8>,
}

impl Ended {
    /// The standard error as text, without blank ends.
    pub fn errors_text(&self) -> String {
        String::from_utf8_lossy(&self.errors).trim().to_string()
    }
}

impl Process {
    /// `program` as found on the search path, to run in `folder`.
    pub fn new(program: &str, folder: &Path) -> Process {
        let mut command = Command::new(program);
        command.current_dir(folder);
        Process { program: program.to_string(), command, input: Vec::new(), limit: None }
    }

    /// Adds arguments.
    #[must_use]
    pub fn args<'a>(mut self, arguments: impl IntoIterator<Item = &'a str>) -> Process {
        self.command.args(arguments);
        self
    }

    /// Sets a variable of its environment.
    #[must_use]
    pub fn env(mut self, name: &str, value: &str) -> Process {
        self.command.env(name, value);
        self
    }

    /// Takes a variable out of its environment.
    #[must_use]
    pub fn without_env(mut self, name: &str) -> Process {
        self.command.env_remove(name);
        self
    }

    /// What it reads from its standard input, which is otherwise empty.
    #[must_use]
    pub fn input(mut self, input: Vec<u8>) -> Process {
        self.input = input;
        self
    }

    /// How long it may take; it is ended after that.
    #[must_use]
    pub fn within(mut self, limit: Duration) -> Process {
        self.limit = Some(limit);
        self
    }

    /// Runs it to its end. That it failed is for the caller to see in the status.
    ///
    /// # Errors
    /// `program-missing` when there is no such program, `program-failed` when it cannot be started,
    /// `program-slow` when it took longer than it may.
    pub fn run(self) -> Result<Ended, Problem> {
        self.start()?.end()
    }

    /// Starts it, and lets it run beside.
    ///
    /// # Errors
    /// `program-missing` when there is no such program, `program-failed` when it cannot be started.
    pub fn start(self) -> Result<Running, Problem> {
        let input = holding(&self.input).map_err(|error| not_started(&self.program, &error))?;
        self.spawn(input)
    }

    /// Starts it, to be told by [`Listening::tell`] what it shall do.
    ///
    /// # Errors
    /// As [`Process::start`].
    pub fn listen(self) -> Result<Listening, Problem> {
        let mut running = self.spawn(Stdio::piped())?;
        Ok(Listening { input: running.child.stdin.take(), running })
    }

    fn spawn(mut self, input: Stdio) -> Result<Running, Problem> {
        let failed = |error: io::Error| not_started(&self.program, &error);
        mishap::step("run", Path::new(&self.program)).map_err(failed)?;
        let (output, errors) = (scratch().map_err(failed)?, scratch().map_err(failed)?);
        self.command.stdout(output.try_clone().map_err(failed)?).stderr(errors.try_clone().map_err(failed)?);
        let child = self.command.stdin(input).spawn().map_err(failed)?;
        Ok(Running { program: self.program, child, output, errors, limit: self.limit })
    }
}

/// A program that was started and waits for its input; without any it ends, when this is dropped.
#[must_use]
pub struct Listening {
    input: Option<ChildStdin>,
    running: Running,
}

impl Listening {
    /// Gives it all of its input, which is to be small, and waits until it has ended.
    ///
    /// # Errors
    /// As [`Process::run`].
    pub fn tell(self, input: &[u8]) -> Result<Ended, Problem> {
        // One that ended before it read all of it tells by its status why.
        if let Some(mut pipe) = self.input
            && let Err(error) = pipe.write_all(input)
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            return Err(not_started(&self.running.program, &error));
        }
        self.running.end()
    }
}

/// A program that runs beside; to be waited for.
///
/// It reads and writes files that have no name, not pipes: what it wrote is all there when it has ended, however busy
/// the machine is, also where it left something running that holds its output open, as a hook that pushes does.
#[derive(Debug)]
#[must_use]
pub struct Running {
    program: String,
    child: Child,
    output: File,
    errors: File,
    limit: Option<Duration>,
}

impl Running {
    /// Waits until it has ended.
    ///
    /// # Errors
    /// As [`Process::run`].
    pub fn end(mut self) -> Result<Ended, Problem> {
        let child = &mut self.child;
        let status = match self.limit {
            None => child.wait().map_err(|error| not_started(&self.program, &error))?,
            Some(limit) => wait_within(child, limit)
                .map_err(|error| not_started(&self.program, &error))?
                .ok_or_else(|| too_slow(&self.program, limit))?,
        };
        let written = |file: File| written_to(file).map_err(|error| not_started(&self.program, &error));
        Ok(Ended { status, output: written(self.output)?, errors: written(self.errors)? })
    }
}

/// Runs a program of the person's choice, such as an editor, on the terminal of this process, with `file` as
/// its last argument. `program` may hold options, as `EDITOR` does: words and quotes are read as a shell does,
/// and nothing else of it is.
///
/// # Errors
/// As [`Process::run`].
pub fn on_terminal(program: &str, folder: &Path, file: &Path) -> Result<ExitStatus, Problem> {
    let words = shlex::split(program).unwrap_or_default();
    let [name, options @ ..] = &words[..] else {
        return Err(Problem::usage("program-unclear", format!("`{program}` is no command"))
            .because("a quote is not closed in it")
            .remedy("export EDITOR=nano"));
    };
    let mut command = Command::new(name);
    command.args(options).arg(file).current_dir(folder);
    command.status().map_err(|error| not_started(name, &error))
}

/// How the child ended, or nothing when it had to be ended because its time was over.
fn wait_within(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if begun.elapsed() >= limit {
            // It may have ended by itself just now; either way it is waited for, so that nothing is left of it.
            let _ = child.kill();
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(GLANCE);
    }
}

fn too_slow(program: &str, limit: Duration) -> Problem {
    Problem::damaged("program-slow", format!("`{program}` had not finished after {} s", limit.as_secs()))
        .because("it was ended")
}

/// A file without a name, in memory where the system can.
fn scratch() -> io::Result<File> {
    #[cfg(target_os = "linux")]
    if let Ok(file) = rustix::fs::memfd_create("jobbook", rustix::fs::MemfdFlags::CLOEXEC) {
        return Ok(file.into());
    }
    tempfile::tempfile()
}

/// What a program reads: these bytes and then no more.
fn holding(input: &[u8]) -> io::Result<Stdio> {
    if input.is_empty() {
        return Ok(Stdio::null());
    }
    let mut file = scratch()?;
    file.write_all(input)?;
    file.rewind()?;
    Ok(file.into())
}

/// What was written so far. Where others write on is not moved.
#[cfg(unix)]
fn written_to(file: File) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(file.metadata()?.len()).map_err(io::Error::other)?];
    std::os::unix::fs::FileExt::read_exact_at(&file, &mut bytes, 0)?;
    Ok(bytes)
}

/// What was written.
#[cfg(not(unix))]
fn written_to(mut file: File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.rewind()?;
    io::Read::read_to_end(&mut file, &mut bytes)?;
    Ok(bytes)
}

fn not_started(program: &str, error: &io::Error) -> Problem {
    if error.kind() == io::ErrorKind::NotFound {
        Problem::damaged("program-missing", format!("the program `{program}` was not found"))
            .remedy(format!("install `{program}`, or put it on the search path"))
    } else {
        Problem::damaged("program-failed", format!("the program `{program}` could not be run"))
            .because(error.to_string())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn sh(script: &str) -> Process {
        Process::new("sh", Path::new("/")).args(["-c", script])
    }

    #[test]
    fn output_errors_and_status_come_back() {
        let ended = sh("echo out; echo err >&2; exit 3").run().unwrap();
        assert_eq!((ended.output.as_slice(), ended.errors_text().as_str()), (b"out\n".as_slice(), "err"));
        assert_eq!(ended.status.code(), Some(3));
    }

    #[test]
    fn a_large_input_passes_through_and_an_unread_one_does_not_hang() {
        let large = vec![b'x'; 1_000_000];
        assert_eq!(sh("cat").input(large.clone()).run().unwrap().output, large);
        assert!(sh("exit 0").input(large).run().unwrap().status.success());
    }

    #[test]
    fn one_that_listens_does_what_it_is_told_and_nothing_untold() {
        assert_eq!(sh("cat").listen().unwrap().tell(b"told").unwrap().output, b"told");
        let deaf = sh("exit 3").listen().unwrap();
        thread::sleep(Duration::from_millis(100));
        assert_eq!(deaf.tell(b"told").unwrap().status.code(), Some(3));
        let untold = sh("cat >&2; echo done");
        let mut listening = untold.listen().unwrap();
        drop(listening.input.take());
        let ended = listening.running.end().unwrap();
        assert_eq!(
            (ended.output.as_slice(), ended.errors.as_slice()),
            (b"done\n".as_slice(), b"".as_slice())
        );
    }

    #[test]
    fn what_is_left_running_in_the_background_does_not_hold_us() {
        let begun = Instant::now();
        let ended = sh("echo done; sleep 20 &").run().unwrap();
        assert_eq!(ended.output, b"done\n");
        assert!(begun.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn what_was_written_is_all_there_when_it_has_ended() {
        let ended = sh("seq 1 200000; seq 1 200000 >&2").run().unwrap();
        let all: String = (1..=200_000).map(|number| format!("{number}\n")).collect();
        assert!(ended.output == all.as_bytes() && ended.errors == all.as_bytes());
    }

    #[test]
    fn a_program_that_takes_too_long_is_ended() {
        let quick = sh("cat").input(b"x".to_vec()).within(Duration::from_secs(20)).run().unwrap();
        assert_eq!(quick.output, b"x");
        let begun = Instant::now();
        let problem = sh("exec sleep 20").within(Duration::from_millis(50)).run().unwrap_err();
        assert_eq!(problem.code, "program-slow");
        assert!(begun.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn a_missing_program_is_named() {
        let problem = Process::new("no-such-program-here", Path::new("/")).run().unwrap_err();
        assert_eq!(problem.code, "program-missing");
    }
}
