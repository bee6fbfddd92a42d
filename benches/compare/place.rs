//! Books, programs, folders.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::floors::Floors;

/// The present of every book.
pub const NOW: &str = "2026-03-02T09:00:00+01:00";
/// Raised when generated books change, so that old ones are not used.
const EDITION: u32 = 3;

/// A book of one size, and the data of others beside it.
pub struct Place {
    pub jobs: u32,
    /// The folder of this size.
    pub folder: PathBuf,
    /// The book, under git.
    pub book: PathBuf,
    pub floors: Floors,
    program: PathBuf,
    usual: String,
}

impl Place {
    /// The book of that size, made on need.
    pub fn of(jobs: u32) -> Place {
        let root = std::env::var_os("BENCH_FOLDER")
            .map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("compare"), PathBuf::from);
        let folder = root.join(format!("{EDITION}-{jobs}"));
        std::fs::create_dir_all(&folder).expect("a folder for books");
        let program = std::env::var_os("BENCH_PROGRAM")
            .map_or_else(|| PathBuf::from(env!("CARGO_BIN_EXE_jobbook")), PathBuf::from);
        let floors = Floors::new(&root);
        let mut place =
            Place { jobs, book: folder.join("book"), floors, folder, program, usual: String::new() };
        if !place.book.exists() {
            place.generate();
        }
        place.restore();
        let is_clear = |path: &String| place.run(&["job", "show", short_of(path)]);
        let usual = place.changed_lately().skip(20).find(is_clear);
        let usual = usual.or_else(|| place.changed_lately().next());
        place.usual = usual.expect("a job of the newest year that was changed lately");
        place
    }

    /// How many megabytes the files of jobs and clients have.
    pub fn megabytes(&self) -> f64 {
        let output = self.floors.read(&self.book).output().expect("the floor runs");
        String::from_utf8_lossy(&output.stdout).trim().parse::<f64>().unwrap_or(0.0) / 1e6
    }

    /// As many commits as the years of such a book would see, up to 20,000.
    pub fn commits(&self) -> u32 {
        (self.jobs * 2).min(20_000)
    }

    fn generate(&self) {
        eprintln!("makes a book of {} jobs in {}", self.jobs, self.folder.display());
        let mut command = match std::env::var_os("BENCH_GENERATOR") {
            Some(program) => Command::new(program),
            None => {
                let mut command = Command::new(env!("CARGO"));
                command.args(["run", "--quiet", "--example", "generate-book"]);
                if !cfg!(debug_assertions) {
                    command.arg("--release");
                }
                command.arg("--");
                command
            }
        };
        let beside = self.folder.join("book-being-made");
        let _ = std::fs::remove_dir_all(&beside);
        command.args(["--jobs", &self.jobs.to_string(), "--commits", &self.commits().to_string()]);
        // From 100,000 jobs on, eight in a hundred are open: what a book whose closed years are sealed looks at.
        if self.jobs >= 100_000 {
            command.args(["--open-jobs", &(self.jobs / 25 * 2).to_string()]);
        }
        assert!(command.arg(&beside).status().is_ok_and(|status| status.success()), "a book is made");
        std::fs::rename(&beside, &self.book).expect("the book has its name");
        self.git(&["tag", "measured"]);
    }

    /// Brings the book back to what was generated, with an index.
    pub fn restore(&self) {
        let aside = self.folder.join("git-aside");
        if aside.exists() {
            std::fs::rename(&aside, self.book.join(".git")).expect("git is back");
        }
        self.git(&["reset", "--quiet", "--hard", "measured"]);
        self.run(&["due"]);
    }

    /// jobbook with these arguments, on the book.
    pub fn jobbook(&self, arguments: &[&str]) -> Command {
        self.jobbook_in(&self.book, arguments)
    }

    /// jobbook with these arguments, on another book.
    pub fn jobbook_in(&self, book: &Path, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments).current_dir(book);
        surroundings(&mut command);
        command
    }

    /// Runs jobbook; tells whether it succeeded.
    pub fn run(&self, arguments: &[&str]) -> bool {
        let mut command = self.jobbook(arguments);
        super::measure::silent(&mut command).status().is_ok_and(|status| status.success())
    }

    /// git with these arguments, on the book.
    pub fn git_command(&self, arguments: &[&str]) -> Command {
        git_in(&self.book, arguments)
    }

    /// Runs git on the book.
    pub fn git(&self, arguments: &[&str]) {
        run_git(&self.book, arguments);
    }

    /// A job of the newest year that is done once and was changed lately: its ID.
    pub fn usual_job(&self) -> String {
        let name = self.usual.rsplit_once('/').map_or(&*self.usual, |(_, name)| name);
        name.trim_end_matches(".yaml").to_string()
    }

    /// Its number alone, which names no other job that is open.
    pub fn usual_number(&self) -> &str {
        short_of(&self.usual)
    }

    /// Its path in the book.
    pub fn usual_path(&self) -> &str {
        &self.usual
    }

    /// Files of jobs of the newest year that commits changed, the last first.
    pub fn changed_lately(&self) -> impl Iterator<Item = String> {
        let listed = self.git_command(&["log", "-2000", "--format=", "--name-only", "measured"]).output();
        let listed = String::from_utf8_lossy(&listed.expect("git lists").stdout).into_owned();
        let paths: Vec<String> = listed.lines().map(str::to_string).collect();
        paths.into_iter().filter(|path| path.starts_with("jobs/2026/"))
    }
}

/// `17` of `…/J-2026-00017.yaml`.
fn short_of(path: &str) -> &str {
    let number = path.rsplit_once('-').map_or(path, |(_, number)| number);
    number.trim_end_matches(".yaml").trim_start_matches('0')
}

/// git with these arguments, in a folder.
pub fn git_in(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.args(arguments).current_dir(folder);
    surroundings(&mut command);
    command
}

/// Runs git in a folder.
pub fn run_git(folder: &Path, arguments: &[&str]) {
    let output = git_in(folder, arguments).stdin(Stdio::null()).output().expect("git runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {}: {told}", arguments.join(" "));
}

/// The same present, person and settings for all, whatever this machine's are.
fn surroundings(command: &mut Command) {
    command
        .env("JOBBOOK_NOW", NOW)
        .env("JOBBOOK_USER", "ana")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env_remove("JOBBOOK_DIR");
}

/// How many processes want to run, in the mean of the last minute; nothing where the system does not tell.
pub fn load() -> String {
    let told = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split(' ').next().unwrap_or_default().to_string()
}

/// Where a program stands, if it is installed.
pub fn installed(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}
