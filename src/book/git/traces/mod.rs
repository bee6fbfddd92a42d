//! Which commit touched which file, written down beside the book, so that the history of one file is found without
//! git comparing every commit with the one before.
//!
//! It is a cache: git tells it all again when it is missing or damaged, and a commit it does not know is asked for
//! first. What is written of a commit holds for ever, since a commit's name stands for all it is. So commits are only
//! ever added; those that no branch has any more disturb nobody.
//!
//! - [`record`]: commits as bytes.
//! - [`walk`]: the history of one file, as `git log` simplifies it.
//! - [`keeping`]: the file in the book, and git asked for what is missing in it.

mod keeping;
mod record;
#[cfg(test)]
mod tests;
mod walk;

pub(super) use record::{Record, mended};
