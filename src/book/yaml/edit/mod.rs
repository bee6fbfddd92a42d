//! A file's text changed as little as possible so that it means another value.
//!
//! - [`rewrite`]: `edit`: canonical text anew, else merge, check, and a coarser second try.
//! - [`merge`]: what was meant before and is meant after, carried over to what stands in the file;
//!   the mappings of it. [`lists`]: the lists of it.
//! - [`align`]: which item of a list is which.
//! - [`children`]: entries and items taken out of and put into a collection's text; [`flow`]: the
//!   same between braces and brackets.
//! - [`whole`]: one value's text replaced, its comments kept.
//! - [`splice`]: replacements collected and applied.
//! - [`check`]: whether the result means what was meant, and every comment is still there.

mod align;
mod check;
mod children;
mod flow;
mod lists;
mod merge;
mod rewrite;
mod splice;
mod whole;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_random;

pub use rewrite::{edit, edit_and_reread};
