//! A book in a temporary folder, a clock that stands where the test puts it, and the program run in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A book in a temporary folder.
pub struct Office {
    folder: TempDir,
    now: String,
    by: String,
}

/// What the program answered.
#[derive(Debug)]
pub struct Answer {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Monday morning in the first week of March.
pub const MONDAY: &str = "2026-03-02T09:00:00+01:00";

impl Office {
    /// A book under git in Berlin, euros, 19 % tax, begun on [`MONDAY`] by ana, who has every role.
    pub fn new() -> Office {
        let office = Office::begun(&[]);
        office.git(["commit", "-qam", "Settings"]);
        office
    }

    /// The same without git.
    pub fn without_git() -> Office {
        Office::begun(&["--no-git"])
    }

    fn begun(options: &[&str]) -> Office {
        let office = Office {
            folder: TempDir::new().expect("a temporary folder"),
            now: MONDAY.to_string(),
            by: "ana".to_string(),
        };
        let begin = [
            "init",
            ".",
            "--name",
            "Test Office",
            "--country",
            "DE",
            "--currency",
            "EUR",
            "--zone",
            "Europe/Berlin",
            "--language",
            "en",
            "--tax",
            "19",
            "--email",
            "ana@office.example",
            "--full-name",
            "Ana Example",
        ];
        office.ok(begin.iter().chain(options).copied());
        office.replace(
            "jobbook.toml",
            "# email   = \"office@example.com\"",
            "email   = \"desk@office.example\" #",
        );
        // Papers are kept as HTML, so that tests can read what they say; `pdf.rs` sets the usual form again.
        office.replace("jobbook.toml", "attach         = \"pdf\"", "attach         = \"html\"");
        office
    }

    /// A copy of the example office in the middle of its week, without git.
    pub fn example() -> Office {
        let folder = TempDir::new().expect("a temporary folder");
        copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data-example"), folder.path());
        Office { folder, now: "2026-03-18T10:10:00+01:00".to_string(), by: "ana".to_string() }
    }

    /// The same book in another folder, with the same clock and person.
    pub fn copy(&self) -> Office {
        let folder = TempDir::new().expect("a temporary folder");
        copy_folder(self.folder.path(), folder.path());
        Office { folder, now: self.now.clone(), by: self.by.clone() }
    }

    /// As [`Office::copy`], in less time: git's objects, which nobody writes into, are second names of the same files.
    pub fn copy_with_same_objects(&self) -> Office {
        let folder = TempDir::new().expect("a temporary folder");
        copy_files(self.folder.path(), folder.path(), &|file, target| {
            let is_object = file.starts_with(self.path(".git/objects"));
            if is_object { std::fs::hard_link(file, target) } else { std::fs::copy(file, target).map(drop) }
        });
        Office { folder, now: self.now.clone(), by: self.by.clone() }
    }

    /// A git clone of the repository at `url`, with the same clock and person; what it numbers has no letters yet.
    pub fn cloned(&self, url: &Path) -> Office {
        let folder = TempDir::new().expect("a temporary folder");
        let office = Office { folder, now: self.now.clone(), by: self.by.clone() };
        office.git(["clone", "-q", url.to_str().expect("UTF-8"), "."]);
        office
    }

    /// Puts the clock to `now`, RFC 3339.
    pub fn at(&mut self, now: &str) -> &mut Office {
        self.now = now.to_string();
        self
    }

    /// Lets somebody else act.
    pub fn by(&mut self, name: &str) -> &mut Office {
        self.by = name.to_string();
        self
    }

    /// The book's folder, or a file in it.
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    /// The program, ready to be run in the book with nothing of this machine's settings.
    pub fn command<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jobbook"));
        command.args(arguments).current_dir(self.folder.path());
        hermetic(&mut command, self.folder.path());
        command.env("JOBBOOK_NOW", &self.now).env("JOBBOOK_USER", &self.by);
        command
    }

    /// Runs the program.
    pub fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Answer {
        answer(in_time(self.command(arguments)))
    }

    /// Runs the program, which must succeed and say nothing on standard error. Answers with its output.
    #[track_caller]
    pub fn ok<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> String {
        let arguments: Vec<&str> = arguments.into_iter().collect();
        let answer = self.run(arguments.iter().copied());
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{arguments:?}\n{}", answer.out);
        answer.out
    }

    /// Runs the program, which must succeed, whatever it warns of.
    #[track_caller]
    pub fn ok_with_warnings<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Answer {
        let arguments: Vec<&str> = arguments.into_iter().collect();
        let answer = self.run(arguments.iter().copied());
        assert_eq!(answer.code, 0, "{arguments:?}\n{}{}", answer.out, answer.err);
        answer
    }

    /// Runs the program with `--json`, which must succeed. Answers with the JSON.
    #[track_caller]
    pub fn json<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Value {
        let arguments: Vec<&str> = arguments.into_iter().chain(["--json"]).collect();
        serde_json::from_str(&self.ok(arguments)).expect("JSON")
    }

    /// Runs the program, which must refuse with this exit code and change nothing in the book. Answers
    /// with standard error.
    #[track_caller]
    pub fn refused<'a>(&self, code: i32, arguments: impl IntoIterator<Item = &'a str>) -> String {
        let arguments: Vec<&str> = arguments.into_iter().collect();
        let before = self.files();
        let head = self.git(["rev-parse", "HEAD"]);
        let answer = self.run(arguments.iter().copied());
        assert_eq!(answer.code, code, "{arguments:?}\n{}{}", answer.out, answer.err);
        assert_eq!(answer.out, "", "{arguments:?}");
        assert_eq!(self.files(), before, "{arguments:?} changed the book");
        assert_eq!(self.git(["rev-parse", "HEAD"]), head, "{arguments:?} made a commit");
        answer.err
    }

    /// Every file of the book with its content, but for git's and jobbook's own.
    pub fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        collect(self.folder.path(), self.folder.path(), &mut files);
        files
    }

    /// The files that `act` added, changed or removed.
    pub fn touched(&self, act: impl FnOnce(&Office)) -> Vec<String> {
        let before = self.files();
        act(self);
        let after = self.files();
        let mut names: Vec<String> = before.keys().chain(after.keys()).cloned().collect();
        names.sort();
        names.dedup();
        names.retain(|name| before.get(name) != after.get(name));
        names
    }

    /// The text of a file.
    #[track_caller]
    pub fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// Writes a file, as a person with an editor would.
    pub fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        std::fs::write(path, text).expect("a file");
    }

    /// Replaces `from`, which must be there, in a file.
    #[track_caller]
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from:?}");
        self.write(file, &text.replacen(from, to, 1));
    }

    /// Runs git in the book, which must succeed.
    #[track_caller]
    pub fn git<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> String {
        let mut command = Command::new("git");
        command.args(arguments).current_dir(self.folder.path());
        hermetic(&mut command, self.folder.path());
        let answer = answer(command.output().expect("git runs"));
        assert_eq!(answer.code, 0, "{}", answer.err);
        answer.out
    }

    /// The subject of the last commit.
    pub fn last_commit(&self) -> String {
        self.git(["log", "-1", "--format=%s"]).trim_end().to_string()
    }

    /// The only message in `outbox/ready` whose name has `kind` in it.
    #[track_caller]
    pub fn letter(&self, kind: &str) -> String {
        let names: Vec<String> = self
            .files()
            .into_keys()
            .filter(|name| name.starts_with("outbox/ready/") && name.contains(kind))
            .collect();
        assert_eq!(names.len(), 1, "{names:?}");
        self.read(&names[0])
    }
}

/// Runs a program in a folder, with nothing of this machine's settings but what it was given.
pub fn run_in(folder: &Path, command: &mut Command) -> Answer {
    let given: Vec<_> = command
        .get_envs()
        .filter_map(|(name, value)| Some((name.to_os_string(), value?.to_os_string())))
        .collect();
    hermetic(command, folder);
    command.envs(given);
    command.current_dir(folder);
    answer(command.output().expect("the program runs"))
}

fn copy_folder(from: &Path, to: &Path) {
    copy_files(from, to, &|file, target| std::fs::copy(file, target).map(drop));
}

fn copy_files(from: &Path, to: &Path, copy: &dyn Fn(&Path, &Path) -> std::io::Result<()>) {
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.file_type().expect("its type").is_dir() {
            std::fs::create_dir_all(&target).expect("a folder");
            copy_files(&entry.path(), &target, copy);
        } else {
            copy(&entry.path(), &target).expect("a file");
        }
    }
}

/// Every file below a folder with its content, but for git's and jobbook's own.
pub fn files_below(folder: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    collect(folder, folder, &mut files);
    files
}

fn hermetic(command: &mut Command, home: &Path) {
    command.env_clear();
    for name in ["PATH", "SystemRoot", "LLVM_PROFILE_FILE"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    command
        .env("HOME", home.join(".home"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_AUTHOR_NAME", "Git User")
        .env("GIT_AUTHOR_EMAIL", "git@office.example")
        .env("GIT_COMMITTER_NAME", "Git User")
        .env("GIT_COMMITTER_EMAIL", "git@office.example");
}

/// Runs the program; one that hangs is ended, and the test with it.
fn in_time(command: Command) -> Output {
    let mut command = assert_cmd::Command::from_std(command);
    command.timeout(std::time::Duration::from_secs(120)).output().expect("the program runs")
}

fn answer(output: Output) -> Answer {
    Answer {
        code: output.status.code().unwrap_or(-1),
        // A workbook is no text.
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
        if [".git", ".jobbook", ".home"].contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let bytes = std::fs::read(&path).expect("a file");
            files.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
}

/// A client as somebody could write the file.
pub const CLIENT: &str = "\
format: 1
id: C-0001
name: Linden Bakery
class: standard
status: active
opened: {at: \"2026-02-20T10:00:00+01:00\", by: ana}
contacts:
- number: 1
  name: Mara Linden
  phone: \"+49405550177\"
  email: mara@linden-bakery.example
sites:
- number: 1
  address:
    street: Quay Street 12
    city: Hamburg
";

/// A job as somebody could write the file, with a remark and keys of their own.
pub const JOB: &str = "\
# watch out: the dog
format: 1
id: J-2026-00001
client: C-0001
title: Shop door does not close   # the front one
workflow: service-call
stage: scheduling
our-own-key: stays
opened: {at: \"2026-02-20T10:00:00+01:00\", by: ana}
path: quote-first

parts:
- number: 1
  text: Door closer
  qty: 1
  shelf: B4
  needed:
    at: \"2026-02-20T10:00:00+01:00\"
    by: ana
";

impl Office {
    /// Writes [`CLIENT`] and [`JOB`] into the book, as somebody with an editor would, and commits them.
    pub fn with_a_job(self) -> Office {
        self.write("clients/00/C-0001.yaml", CLIENT);
        self.write("jobs/2026/000/J-2026-00001.yaml", JOB);
        self.git(["add", "-A"]);
        self.git(["commit", "-qm", "By hand"]);
        self
    }
}
