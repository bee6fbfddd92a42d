//! The same data in others' formats, made from the program's own sheets and journals.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::place::{Place, installed};

/// Data of others.
pub struct Peers<'a> {
    place: &'a Place,
    folder: PathBuf,
}

/// What a peer is called, and by which package it comes.
const PACKAGES: [(&str, &str); 8] = [
    ("sqlite3", "apt install sqlite3"),
    ("recsel", "apt install recutils"),
    ("task", "apt install taskwarrior"),
    ("hledger", "apt install hledger"),
    ("ledger", "apt install ledger"),
    ("rg", "apt install ripgrep"),
    ("weasyprint", "pip install weasyprint"),
    ("chromium", "apt install chromium"),
];

/// Why a peer is not asked; nothing when it is installed.
pub fn missing(program: &str) -> Option<String> {
    let without = std::env::var("BENCH_WITHOUT").unwrap_or_default();
    if without.split(',').any(|one| one.trim() == program) {
        return Some("left out by BENCH_WITHOUT".to_string());
    }
    if installed(program) {
        return None;
    }
    let package = PACKAGES.iter().find(|(name, _)| *name == program).map_or("", |(_, package)| package);
    Some(format!("not here ({package})"))
}

impl<'a> Peers<'a> {
    /// The folder of a book's peers.
    pub fn of(place: &'a Place) -> Peers<'a> {
        let folder = place.folder.join("peers");
        std::fs::create_dir_all(&folder).expect("a folder for peers");
        Peers { place, folder }
    }

    /// A file that is made once.
    fn once(&self, name: &str, make: impl FnOnce(&PathBuf)) -> PathBuf {
        let file = self.folder.join(name);
        if !file.exists() {
            eprint!("\r\x1b[K  builds {name}");
            let beside = self.folder.join(format!("being-made-{name}"));
            let _ = std::fs::remove_file(&beside);
            make(&beside);
            std::fs::rename(&beside, &file).expect("a peer's file has its name");
        }
        file
    }

    fn export(&self, name: &str, arguments: &[&str]) -> PathBuf {
        self.once(name, |file| {
            let mut all = arguments.to_vec();
            let file = file.to_string_lossy();
            all.extend(["-o", &file, "--quiet"]);
            assert!(self.place.run(&all), "jobbook {}", all.join(" "));
        })
    }

    /// The tracking sheet: a row for each job.
    pub fn tracking(&self) -> PathBuf {
        self.export("tracking.csv", &["export", "tracking"])
    }

    /// A row for each invoice.
    pub fn invoices(&self) -> PathBuf {
        self.export("invoices.csv", &["export", "invoices"])
    }

    /// A row for each client.
    pub fn clients(&self) -> PathBuf {
        self.export("clients.csv", &["export", "clients"])
    }

    /// Invoices and payments for hledger.
    pub fn hledger(&self) -> PathBuf {
        self.export("hledger.journal", &["export", "journal", "--format", "hledger"])
    }

    /// Invoices and payments for ledger.
    pub fn ledger(&self) -> PathBuf {
        self.export("ledger.journal", &["export", "journal", "--format", "ledger"])
    }

    /// A database: the flat sheet, and the same as tables that are joined.
    pub fn sqlite(&self) -> PathBuf {
        let sheets =
            [("tracking", self.tracking()), ("invoice", self.invoices()), ("client", self.clients())];
        self.once("book.sqlite", |file| {
            let mut script = String::from(".mode csv\n");
            for (table, sheet) in &sheets {
                let _ = writeln!(script, ".import \"{}\" {table}", sheet.display());
            }
            script.push_str(
                "create unique index tracking_job on tracking(job);\n\
                 create table job as select job, client, title, workflow, stage, stage_since, opened, technician, \
                 next_due, next_step from tracking;\n\
                 create unique index job_job on job(job);\n\
                 create unique index client_client on client(client);\n\
                 create index invoice_job on invoice(job);\n",
            );
            feed(Command::new("sqlite3").arg(file), &script);
        })
    }

    /// Records of recutils, one for each job.
    pub fn records(&self) -> PathBuf {
        let rows = self.rows();
        self.once("book.rec", |file| {
            let mut text = String::from("%rec: Job\n\n");
            for row in &rows {
                for (column, value) in row {
                    if !value.is_empty() {
                        let _ = writeln!(text, "{column}: {}", value.replace('\n', "\n+ "));
                    }
                }
                text.push('\n');
            }
            std::fs::write(file, text).expect("records are written");
        })
    }

    /// Taskwarrior's settings beside its data; `None` for a version that keeps data in another way.
    pub fn tasks(&self) -> Option<PathBuf> {
        let version = Command::new("task").arg("--version").output().ok()?;
        if !version.stdout.starts_with(b"2.") {
            return None;
        }
        let folder = self.folder.join("tasks");
        std::fs::create_dir_all(&folder).expect("a folder for tasks");
        let rows = self.rows();
        self.once("tasks-made", |file| {
            let (mut open, mut over) = (String::new(), String::new());
            for (at, row) in rows.iter().enumerate() {
                let value = |column: &str| {
                    let found = row.iter().find(|(name, _)| name == column);
                    found.map_or("", |(_, value)| value.as_str()).replace(['"', '[', ']'], "'")
                };
                let is_over = matches!(&*value("stage"), "complete" | "cancelled");
                let entry = 1_456_819_200 + at as u64 * 60;
                let status = if is_over { "completed" } else { "pending" };
                let end = if is_over { format!(" end:\"{}\"", entry + 900_000) } else { String::new() };
                let due = if is_over { String::new() } else { " due:\"1772438400\"".to_string() };
                let line = format!(
                    "[description:\"{} {} {}\"{due}{end} entry:\"{entry}\" project:\"{}\" status:\"{status}\" uuid:\"00000000-0000-4000-8000-{at:012}\"]\n",
                    value("job"), value("client_name"), value("title"), value("client"),
                );
                if is_over { over.push_str(&line) } else { open.push_str(&line) }
            }
            std::fs::write(folder.join("pending.data"), open).expect("tasks are written");
            std::fs::write(folder.join("completed.data"), over).expect("tasks are written");
            let settings = format!("data.location={}\nconfirmation=no\nverbose=nothing\n", folder.display());
            std::fs::write(self.folder.join("taskrc"), settings).expect("settings are written");
            std::fs::write(file, "").expect("a mark is written");
        });
        Some(self.folder.join("taskrc"))
    }

    /// task with these arguments.
    pub fn task(&self, settings: &PathBuf, arguments: &[&str]) -> Command {
        let mut command = Command::new("task");
        command.env("TASKRC", settings).args(arguments);
        command
    }

    /// sqlite3 with one statement.
    pub fn sql(&self, statement: &str) -> Command {
        let mut command = Command::new("sqlite3");
        command.arg("-csv").arg(self.sqlite()).arg(statement);
        command
    }

    /// The rows of the tracking sheet, each value with the name of its column.
    fn rows(&self) -> Vec<Vec<(String, String)>> {
        let mut reader = csv::Reader::from_path(self.tracking()).expect("the tracking sheet");
        let columns = reader.headers().expect("its columns").clone();
        reader
            .records()
            .map(|record| {
                let record = record.expect("a row");
                columns.iter().zip(&record).map(|(c, v)| (c.to_string(), v.to_string())).collect()
            })
            .collect()
    }
}

fn feed(command: &mut Command, text: &str) {
    use std::io::Write as _;
    let mut child = command.stdin(Stdio::piped()).spawn().expect("a peer starts");
    let mut stdin = child.stdin.take().expect("its input");
    stdin.write_all(text.as_bytes()).expect("it reads");
    drop(stdin);
    assert!(child.wait().is_ok_and(|status| status.success()), "a peer takes its data");
}
