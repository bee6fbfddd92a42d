//! How the program is linked, and a word for what it is made of.

#![allow(clippy::disallowed_methods, clippy::disallowed_macros, reason = "cargo talks to it in this way")]

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

/// What the program is made of, but for other people's crates, of which the lock file tells.
const SOURCES: [&str; 4] = ["src", "templates", "Cargo.toml", "Cargo.lock"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // What one program keeps for itself, another one that reads the same files otherwise must not believe.
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        for file in files_below(Path::new(source)) {
            hasher.write(file.to_string_lossy().as_bytes());
            hasher.write(&fs::read(&file).unwrap_or_default());
        }
    }
    println!("cargo::rustc-env=JOBBOOK_SOURCES={:016x}", hasher.finish());
    let target = |part: &str| std::env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    // The tables of time zones hold some sixty thousand addresses. In a program that may be loaded anywhere the
    // loader writes each of them at every start, which takes longer than most commands. At a fixed place they
    // are written once, by the linker. Heap, stack and libraries stay where chance puts them.
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

fn files_below(path: &Path) -> BTreeSet<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return BTreeSet::from([path.to_path_buf()]) };
    entries.flatten().flat_map(|entry| files_below(&entry.path())).collect()
}
