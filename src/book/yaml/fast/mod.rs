//! Our own reader for the plain subset of YAML that `write` produces and most people use.
//!
//! It reads only what it is sure of: block mappings and lists, plain and quoted scalars on one
//! line, `|` and `|-` blocks, comments. At anything else it gives up, and the careful reader
//! decides; it never reports a fault itself. What it accepts, the careful reader accepts too, with
//! an equal value: a property test holds them together.
//!
//! - [`cursor`]: from token to token, and the keys. [`scalar`]: scalars.
//! - [`value`]: a deserializer over the cursor; [`inside`]: the entries, items and variants in it.

mod cursor;
mod inside;
mod scalar;
mod value;

#[cfg(test)]
mod tests;

pub(super) use value::read;
