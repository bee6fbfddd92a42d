//! Sealed files: settled jobs and clients of past years, vouched for by their hashes.
//!
//! A manifest stands in the book for each year in which something of what it vouches for happened last, such as
//! `sealed/2020.csv`. Nobody changes a sealed file without saying so, and a change made by hand is found.
//!
//! - [`manifest`]: the hashes, as files. [`lookup`]: one of them. [`merging`]: those of two copies.
//! - [`closing`]: what is settled and old goes in, and comes out. [`guarding`]: what a change may do to sealed files.
//! - [`verifying`]: every sealed file against its hash.

pub mod closing;
pub(super) mod guarding;
pub(super) mod lookup;
pub mod manifest;
pub(super) mod merging;
mod verifying;

pub use closing::{Left, Sealed, Sealing, Unsealed, Wanted, counted};
pub use guarding::{SEALS, UNSEALS};
pub use manifest::{Hash, Seals, hash_of};
