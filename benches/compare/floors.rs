//! What the machine can do at all: a program of the standard library alone, built by `rustc -O` whatever the profile.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The source of the program that does the bare thing.
const BARE: &str = include_str!("bare.rs");

/// The programs of the floors.
pub struct Floors {
    empty: PathBuf,
    bare: PathBuf,
}

impl Floors {
    /// Builds them, unless they are there.
    pub fn new(folder: &Path) -> Floors {
        Floors { empty: built(folder, "empty", "fn main() {}\n"), bare: built(folder, "bare", BARE) }
    }

    /// An empty Rust program.
    pub fn empty(&self) -> Command {
        Command::new(&self.empty)
    }

    /// Every file below these folders of the book is looked at, on two threads.
    pub fn stat(&self, book: &Path) -> Command {
        self.over(book, "stat")
    }

    /// Every file below these folders of the book is read, on two threads.
    pub fn read(&self, book: &Path) -> Command {
        self.over(book, "read")
    }

    fn over(&self, book: &Path, what: &str) -> Command {
        let mut command = Command::new(&self.bare);
        command.arg(what).arg(book.join("jobs")).arg(book.join("clients"));
        command
    }

    /// One file is written beside, synced, renamed into place, and its folder synced.
    pub fn write(&self, file: &Path) -> Command {
        let mut command = Command::new(&self.bare);
        command.arg("write").arg(file);
        command
    }
}

fn built(folder: &Path, name: &str, source: &str) -> PathBuf {
    let (file, program) = (folder.join(format!("{name}.rs")), folder.join(name));
    if std::fs::read_to_string(&file).is_ok_and(|known| known == source) && program.exists() {
        return program;
    }
    std::fs::write(&file, source).expect("a source can be written");
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_string());
    let status =
        Command::new(rustc).args(["--edition=2024", "-O"]).arg(&file).arg("-o").arg(&program).status();
    assert!(status.is_ok_and(|status| status.success()), "rustc builds {name}");
    program
}
