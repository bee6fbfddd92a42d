//! The disk itself: the only place that calls `std::fs`.
//!
//! - [`path`]: names inside the book, and where they may lead.
//! - [`mod@failure`]: what the operating system refused, in plain words.
//! - [`reading`]: files, listings and stat data, with limits.
//! - [`operations`]: every single change of the disk, one at a time, so that tests can stop between them.
//! - [`mishap`]: the disk fails, or the process ends, at a chosen operation.
//! - [`outside`]: files outside of the book that a person names.
//! - [`root`]: the folder that a book begins in.
//! - [`sorted_rows`]: one row of a large sorted file.
//! - [`replacement`]: one file replaced at once, folders made to stay.

mod failure;
#[cfg(test)]
pub mod faulty;
pub mod mishap;
mod operations;
mod outside;
mod path;
mod reading;
mod replacement;
mod root;
mod sorted_rows;

pub use failure::{Doing, failure};
pub use operations::{Disk, RealDisk, may_be_written};
pub use outside::{
    Draft, Growing, draft_outside, is_there_outside, make_folder_outside, must_not_be_of_book, names_in,
    path_within, publish_all, read_outside, read_outside_if_there, remove_outside, scratch_folder,
    text_outside, write_outside,
};
pub use path::RelPath;
pub use reading::{
    Entry, EntryKind, Stamp, count_entries, index_words, is_plain_file, list, open_for_locking, peek, read,
    read_if_there, stamp, stamp_outside,
};
pub use replacement::{Durability, append, make_folders, replace, sweep_drafts};
pub use root::{is_empty_root, make_root};
pub use sorted_rows::{search as search_rows, sorted_row};
