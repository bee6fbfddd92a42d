//! Git's index, told of a few files without git reading and writing all of it entry by entry.
//!
//! The file is copied as it is, but for the entries of our files and what they make stale. Whatever is not as supposed
//! – an extension that nobody here knows, a file that waits for a merge, a folder where a file shall be – ends in
//! nothing, and git does it.
//!
//! - [`entries`]: the entries, of versions 2, 3 and 4.
//! - [`cache_tree`]: which folders git knows the trees of.
//! - [`patch`]: the file as it shall be.
//! - [`putting`]: git's own lock, and the file put in its place under it.

mod cache_tree;
mod entries;
mod patch;
mod putting;
#[cfg(test)]
mod tests;

pub(super) use cache_tree::{Folder, Folders};
pub(super) use entries::Kept;
pub(super) use patch::{Patched, Wanted, patched};
pub(super) use putting::{Held, Hold, sweep};
