//! One commit per command, of exactly the files it touched.
//!
//! The `git` program does the work, so that the user's hooks, signing and filters keep working. What can be
//! told from the files of `.git` is read there, since every start of git costs the user's time.
//!
//! - [`situation`]: whether and how the book stands under git.
//! - [`program`]: how git is run.
//! - [`message`]: what a commit says.
//! - [`status`]: files that differ from the last commit.
//! - [`commit`]: one commit of exactly these files.
//! - [`quick`]: the same in less time, where nobody can tell the difference.
//! - [`direct`]: the same with git asked only for what it alone knows: [`objects`] and [`index_file`] are git's own
//!   files, [`variables`] what it says of itself.
//! - [`hand_edits`]: what people edited, recorded apart.
//! - [`flush`]: recording the changes that wait for it.
//! - [`holding`]: the index kept from every other git meanwhile. [`taken_off`]: commits that somebody took off the
//!   branch.
//! - [`settings`]: git's configuration, as far as it concerns the book.
//! - [`history`]: what was recorded. [`walk`]: all of it, file by file.
//!   [`traces`]: which commit touched which file, kept beside the book.
//! - [`fuzzed`]: readers of git's own files as functions of bytes, for fuzzing.
//! - [`lines`]: text brought together line by line.
//! - [`remote`]: the copy of the book elsewhere. [`joining`]: recording that what it did was taken in.

mod commit;
mod direct;
mod flush;
pub mod fuzzed;
mod hand_edits;
mod history;
mod holding;
mod index_file;
mod joining;
mod lines;
mod message;
mod objects;
mod program;
mod quick;
mod remote;
mod settings;
mod situation;
mod status;
mod taken_off;
#[cfg(test)]
mod test_book;
mod traces;
mod variables;
mod walk;

pub use flush::Flushed;
pub use history::Commit;
pub use holding::IndexKept;
pub use joining::Filed;
pub use lines::{Overlap, merge_lines};
pub use message::CommitMessage;
pub use program::Git;
pub use remote::{Pushed, Remote};
pub use settings::{Setting, Settings};
pub use situation::Situation;
pub use status::{Differing, State};
pub use walk::Touched;
