//! What is promised when things go wrong: the disk, the power, other processes, git, the clock, other people's editors.
//!
//! Short runs take a spread of all cases; `JOBBOOK_FAULTS=all` takes every one of them.

mod mishaps;
mod stories;

/// Whether every case shall be tried, however long it takes.
fn all() -> bool {
    std::env::var_os("JOBBOOK_FAULTS").is_some_and(|value| value == "all")
}
