//! Git's objects, read and written without starting git, as far as one change needs them.
//!
//! What a change touches is small: its files, and the folders above them. Objects that git has packed are asked of
//! git, which alone knows its packs.
//!
//! - [`name`]: what an object is called.
//! - [`loose`]: objects that are files of their own.
//! - [`tree`]: folders as git records them.
//! - [`recorded`]: what the last commit says of a file.

pub(super) mod loose;
pub(super) mod name;
pub(super) mod recorded;
pub(super) mod tree;
