//! How large and how deep a file may be, so that no file can exhaust the program.

use crate::problem::{Place, Problem};

/// The largest text that is read, in bytes.
pub(super) const LARGEST: usize = 16 * 1024 * 1024;
/// How deep lists and mappings may be nested.
pub(super) const DEEPEST: usize = 32;
/// How many values aliases may add up to.
const MOST_REPLAYED: usize = 10_000;
/// How many aliases a file may hold.
const MOST_ALIASES: usize = 1_000;
/// How many values a file may hold: a file of the largest size cannot hold more.
const MOST_NODES: usize = LARGEST;

/// Refuses a text that is too large.
///
/// # Errors
/// `yaml-size` above 16 MiB.
pub(super) fn check_size(text: &str, file: &str) -> Result<(), Problem> {
    if text.len() <= LARGEST {
        return Ok(());
    }
    let found = text.len().div_ceil(1024 * 1024);
    Err(Problem::damaged("yaml-size", format!("the file is too large: {found} MiB"))
        .at(Place::file(file))
        .because(format!("files are read up to {} MiB", LARGEST / 1024 / 1024))
        .remedy("move what does not belong in it to other files"))
}

/// The problem of a file that is nested too deep.
pub(super) fn too_deep() -> Problem {
    Problem::damaged("yaml-limit", "lists and mappings are nested too deep here")
        .because(format!("files are read down to {DEEPEST} levels"))
        .remedy("check the indentation: no file of a book needs this many levels")
}

/// How serde-saphyr reads our files.
pub(super) fn reader_options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: DEEPEST,
            flow_nesting_limit: DEEPEST,
            max_documents: 2,
            max_nodes: MOST_NODES,
            max_events: 2 * MOST_NODES,
            max_aliases: MOST_ALIASES,
            max_total_scalar_bytes: 2 * LARGEST,
        },
        alias_limits: serde_saphyr::alias_limits! {
            max_total_replayed_events: MOST_REPLAYED,
            max_replay_stack_depth: DEEPEST,
        },
        emit_comments: false,
        strict_booleans: true,
        with_snippet: false,
        non_finite_float_policy: serde_saphyr::options::NonFiniteFloatPolicy::AsString,
    }
}
