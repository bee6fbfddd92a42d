//! How fast the program is, on a generated book: `cargo bench --bench speed`.
//!
//! `BENCH_JOBS` sets the number of jobs (10,000 unless told). Every figure is the time of one run of the
//! built program, to be compared with the empty program in the same table.

#![allow(clippy::disallowed_methods, reason = "a measurement beside the house")]

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use divan::Bencher;

fn main() {
    divan::main();
}

/// A folder for what is measured, kept between runs.
fn workplace() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("speed");
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn jobs() -> String {
    std::env::var("BENCH_JOBS").unwrap_or_else(|_| "10000".to_string())
}

/// The generated book.
fn book() -> &'static PathBuf {
    static BOOK: OnceLock<PathBuf> = OnceLock::new();
    BOOK.get_or_init(|| {
        let folder = workplace().join(format!("book-{}", jobs()));
        if !folder.exists() {
            let made = Command::new(env!("CARGO"))
                .args(["run", "--quiet", "--release", "--example", "generate-book", "--", "--jobs", &jobs()])
                .arg(&folder)
                .stdout(Stdio::null())
                .status()
                .expect("cargo runs");
            assert!(made.success());
        }
        folder
    })
}

/// An empty Rust program.
fn empty() -> &'static PathBuf {
    static EMPTY: OnceLock<PathBuf> = OnceLock::new();
    EMPTY.get_or_init(|| {
        let source = workplace().join("empty.rs");
        let program = workplace().join("empty");
        std::fs::write(&source, "fn main() {}\n").expect("a file");
        let made = Command::new("rustc")
            .arg("-O")
            .arg(&source)
            .arg("-o")
            .arg(&program)
            .status()
            .expect("rustc runs");
        assert!(made.success());
        program
    })
}

fn jobbook(arguments: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_jobbook"))
        .args(arguments)
        .current_dir(book())
        .env("JOBBOOK_NOW", "2026-03-02T09:00:00+01:00")
        .env("JOBBOOK_USER", "ana")
        .stdout(Stdio::null())
        .status()
        .expect("the program runs");
    assert!(status.success(), "{arguments:?}");
}

#[divan::bench]
fn a_empty_program(bencher: Bencher) {
    let program = empty();
    bencher.bench(|| Command::new(program).status().expect("it runs"));
}

#[divan::bench]
fn b_version(bencher: Bencher) {
    bencher.bench(|| jobbook(&["--version"]));
}

#[divan::bench]
fn c_why_one_job(bencher: Bencher) {
    bencher.bench(|| jobbook(&["why", "J-2020-00017"]));
}

#[divan::bench]
fn d_due_through_the_index(bencher: Bencher) {
    jobbook(&["due"]);
    bencher.bench(|| jobbook(&["due", "--json"]));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn e_due_without_an_index(bencher: Bencher) {
    bencher
        .with_inputs(|| {
            let _ = std::fs::remove_dir_all(book().join(".jobbook"));
        })
        .bench_values(|()| jobbook(&["due", "--json"]));
}
