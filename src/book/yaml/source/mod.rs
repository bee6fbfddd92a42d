//! The text of a file as a tree that knows where each part stands.
//!
//! - [`node`]: the tree itself: scalars, lists, mappings, aliases, and the bytes they cover.
//! - [`parse`]: from granit-parser's events to that tree.
//! - [`tree`]: what the text means, without where it stands, for comparing.

mod node;
mod parse;
mod tree;

#[cfg(test)]
mod tests;

pub(super) use node::{Document, Entry, Item, Kind, Node, Style};
pub(super) use tree::{Tree, is_bare};
