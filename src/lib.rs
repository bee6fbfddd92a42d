//! The map of the house, bottom-up. Each layer may use those above it in this list, and what a
//! layer does *not* know is the invariant that `tests/architecture.rs` holds.
//!
//! Pure, values in, values or bytes out:
//! - [`problem`]: what can be wrong, as values. Knows nothing of any other module.
//! - [`domain`]: the facts, and the moves that change them. Knows no disk, terminal, environment,
//!   clock, process, git or command line.
//! - [`rules`]: the office's own rules read from TOML, checked; gates, effects, clocks, dues.
//!   Knows no stage by name.
//! - [`reports`]: summaries to rows. Knows no format.
//! - [`documents`]: facts through templates to HTML and text.
//! - [`exchange`]: bytes for other programs, and bytes from them.
//!
//! Shell, each the only owner of one outside thing:
//! - [`book`]: the disk and git.
//! - [`mail`][]: messages.
//! - [`post`]: the network; it carries letters away.
//! - [`ui`]: the terminal.
//! - [`cli`]: the command line; it decides nothing.
//!
//! And for tests: `fuzzing`, every reader of text from outside as a function of bytes.

pub mod book;
pub mod cli;
pub mod documents;
pub mod domain;
pub mod exchange;
#[doc(hidden)]
pub mod fuzzing;
pub mod mail;
pub mod post;
pub mod problem;
pub mod reports;
pub mod rules;
pub mod ui;
