//! What is promised when things go wrong: the disk, the power, other processes, git, the clock, other people's editors.
//!
//! Short runs take a spread of all cases; `JOBBOOK_FAULTS=all` takes every one of them.

mod clock;
mod editors;
mod mishaps;
mod other_gits;
mod processes;
mod stories;
mod strace;
mod surroundings;

/// Whether every case shall be tried, however long it takes.
fn all() -> bool {
    std::env::var_os("JOBBOOK_FAULTS").is_some_and(|value| value == "all")
}

/// A book with one sound job.
fn office() -> crate::office::Office {
    let office = crate::office::Office::new();
    let person =
        ["--name", "Linden Bakery", "--person", "Mara Linden", "--title", "Shop door does not close"];
    office.ok(["contact", "new", "in", "call"].into_iter().chain(person));
    office
}
