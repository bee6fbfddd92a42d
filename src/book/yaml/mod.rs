//! Typed values to YAML text and back; edits that keep what people wrote.
//!
//! Everything here is pure: text and values in, text, values and problems out.
//!
//! - [`read()`]: a typed value from text, or a problem with its place; [`unknown_keys`]: what is
//!   odd about the text.
//! - [`write()`]: the canonical text of a value.
//! - [`edit()`], [`edit_and_reread`]: a file's text changed as little as possible so that it means
//!   another value.
//! - [`place_of`]: where a value stands, for problems found after reading.
//! - `source`: the text as a tree with places; `fast`: our own reader for the plain subset of YAML
//!   that `write` and most people use; `limits`: how large and deep a file may be.

#![allow(clippy::result_large_err, reason = "a problem is made once and ends the command")]

mod edit;
mod fast;
mod limits;
mod place;
mod read;
mod source;
mod write;

#[cfg(test)]
mod handwriting;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests_write;

pub use edit::{edit, edit_and_reread};
pub use place::{Segment, place_of};
pub use read::{read, readers_agree, unknown_keys};
pub use write::write;
