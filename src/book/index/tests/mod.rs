//! The index says what the files say, whatever happens to them and to it.
//!
//! - [`office`]: a book in a folder of its own, and who asks.
//! - [`following`]: changes are seen, and only they are opened.
//! - [`trust`]: damaged, foreign, stale and missing indexes.
//! - [`damage`]: damaged files and files at wrong places.
//! - [`chance`]: any sequence of changes.
//! - [`layout`]: how the index is written is tied to its version.
//! - [`speed`]: how long it takes; run by hand.

mod chance;
mod damage;
mod following;
mod layout;
mod office;
mod sealing;
mod trust;
mod unlisted;
