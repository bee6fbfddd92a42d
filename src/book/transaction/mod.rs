//! Several files change together or not at all.
//!
//! All new contents are staged in `.jobbook/journal/` and brought onto the disk, then a record of what is
//! meant; from that moment on the change will happen, even if this process dies. Then the files are renamed
//! into place. Whoever next takes the lock finds what a dead process left behind, and completes it or takes it
//! back. The record names the commit too, and becomes the entry of `.jobbook/pending/` that waits for git.
//!
//! - [`fingerprint`]: what a file held, in 32 bytes.
//! - [`change`]: what is to be written and removed, and what it was read from.
//! - [`journal`]: the files of the journal and its record.
//! - [`apply`]: the protocol.
//! - [`backward`]: taking back what was begun.
//! - [`recovery`]: after a crash.
//! - [`mod@pending`]: changes that git has yet to record.

mod apply;
mod backward;
mod change;
#[cfg(test)]
mod crash_tests;
mod fingerprint;
mod journal;
mod pending;
mod recovery;

pub use change::Transaction;
pub use fingerprint::Fingerprint;
pub use journal::Note;
pub use pending::{Pending, Remembered, Returned, bring_back, forget_kept, keep, pending, settle};
pub use recovery::{Kept, Recovered, recover};
