//! Sealed files: settled jobs and clients of past years, vouched for by their hashes.
//!
//! A manifest stands in the book for each year in which something of what it vouches for happened last, such as
//! `sealed/2020.csv`. Nobody changes a sealed file without saying so, and a change made by hand is found.
//!
//! - [`manifest`]: the hashes, as files.

pub mod manifest;

pub use manifest::{Hash, Seals, hash_of};
