//! Turns, medians, memory.

use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// jobbook.
    Ours,
    /// What the machine can do at all.
    Floor,
    /// Another program.
    Peer,
}

/// Somebody who answers a question.
pub struct Contender<'a> {
    pub name: String,
    pub role: Role,
    /// The command of one run.
    pub command: Box<dyn Fn() -> Command + 'a>,
    /// What is done before each run and not measured.
    pub before: Option<Box<dyn Fn() + 'a>>,
    /// At most so many runs.
    pub most: usize,
    /// Whether its memory is looked at, in a run of its own.
    pub memory: bool,
}

impl<'a> Contender<'a> {
    pub fn new(name: impl Into<String>, role: Role, command: impl Fn() -> Command + 'a) -> Contender<'a> {
        let command = Box::new(command);
        Contender { name: name.into(), role, command, before: None, most: 25, memory: true }
    }

    /// With something that is done before each run and not measured.
    pub fn after(mut self, before: impl Fn() + 'a) -> Contender<'a> {
        self.before = Some(Box::new(before));
        self
    }

    /// With at most so many runs.
    pub fn at_most(mut self, runs: usize) -> Contender<'a> {
        self.most = runs;
        self
    }

    fn run(&self) -> Result<Duration, String> {
        if let Some(before) = &self.before {
            before();
        }
        let mut command = (self.command)();
        silent(&mut command);
        let start = Instant::now();
        let status = command.status().map_err(|error| error.to_string())?;
        let took = start.elapsed();
        if status.success() { Ok(took) } else { Err(format!("{status}: {command:?}")) }
    }
}

/// What was measured of somebody.
#[derive(Debug, Clone)]
pub struct Measured {
    pub name: String,
    pub role: Role,
    /// Median, in milliseconds; else why there is none.
    pub ms: Result<f64, String>,
    pub runs: usize,
    /// Largest resident set, in megabytes.
    pub megabytes: Option<f64>,
}

impl Measured {
    /// Somebody who is not here.
    pub fn absent(name: impl Into<String>, role: Role, why: impl Into<String>) -> Measured {
        Measured { name: name.into(), role, ms: Err(why.into()), runs: 0, megabytes: None }
    }
}

/// How often somebody runs whose first run took that long: what is slow is not drowned by noise.
fn runs_for(first: Duration) -> usize {
    match first.as_millis() {
        0..30 => 25,
        30..150 => 15,
        150..1_000 => 7,
        1_000..20_000 => 3,
        _ => 1,
    }
}

/// Everybody in turn, after one run of each that only warms up (or is the only one of what is very slow).
pub fn in_turn(contenders: Vec<Contender<'_>>) -> Vec<Measured> {
    let mut times: Vec<Result<Vec<Duration>, String>> = Vec::new();
    let mut wanted = Vec::new();
    for contender in &contenders {
        eprint!("\r\x1b[K  {}", contender.name);
        let first = contender.run();
        let runs = first.as_ref().map_or(0, |took| runs_for(*took).min(contender.most));
        wanted.push(runs);
        times.push(first.map(|took| if runs <= 3 { vec![took] } else { Vec::new() }));
    }
    for _ in 0..wanted.iter().max().copied().unwrap_or(0) {
        for ((contender, times), wanted) in contenders.iter().zip(&mut times).zip(&wanted) {
            let Ok(taken) = times else { continue };
            if taken.len() < *wanted {
                match contender.run() {
                    Ok(took) => taken.push(took),
                    Err(why) => *times = Err(why),
                }
            }
        }
    }
    let measured = contenders.iter().zip(times).map(|(contender, times)| Measured {
        name: contender.name.clone(),
        role: contender.role,
        runs: times.as_ref().map_or(0, Vec::len),
        megabytes: if times.is_ok() && contender.memory { peak(contender) } else { None },
        ms: times.map(median),
    });
    let measured = measured.collect();
    eprint!("\r\x1b[K");
    measured
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    let middle = times.len() / 2;
    let ms = |at: usize| times.get(at).map_or(f64::NAN, |took| took.as_secs_f64() * 1e3);
    if times.len() % 2 == 1 { ms(middle) } else { (ms(middle - 1) + ms(middle)) / 2.0 }
}

/// Output thrown away, nothing to read.
pub fn silent(command: &mut Command) -> &mut Command {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null())
}

/// The largest resident set of one more run. A process of its own runs it, since the system tells of all children
/// together.
fn peak(contender: &Contender<'_>) -> Option<f64> {
    if let Some(before) = &contender.before {
        before();
    }
    let told = (contender.command)();
    let mut command = Command::new(std::env::current_exe().ok()?);
    command.arg("--peak").arg(told.get_program()).args(told.get_args());
    if let Some(folder) = told.get_current_dir() {
        command.current_dir(folder);
    }
    for (key, value) in told.get_envs() {
        match value {
            Some(value) => command.env(key, value),
            None => command.env_remove(key),
        };
    }
    let output = command.stdin(Stdio::null()).output().ok()?;
    let kilobytes: f64 = String::from_utf8_lossy(&output.stdout).trim().parse().ok()?;
    Some(kilobytes / 1_000.0)
}

/// The other half of [`peak`]: runs the command and tells the largest resident set of it, in kilobytes.
pub fn peak_of_child(command: &[String]) -> ExitCode {
    let Some((program, arguments)) = command.split_first() else { return ExitCode::FAILURE };
    let status = silent(Command::new(program).args(arguments)).status();
    match (status, getrusage(UsageWho::RUSAGE_CHILDREN)) {
        (Ok(status), Ok(usage)) if status.success() => {
            println!("{}", usage.max_rss());
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    }
}
