//! Text to typed values, and what is odd about the text.
//!
//! - [`typed`]: `read`: a typed value, or a problem with its place.
//! - [`watched`]: a deserializer around serde-saphyr's that knows the path, takes an empty value for an
//!   empty list, keeps decimals as text, and notes the keys that a type ignores.
//! - [`visiting`], [`inside`], [`key`]: the same for the values inside a value, and their keys.
//! - [`empty`]: an empty value for an empty list.
//! - [`translate`]: serde's words to plain words.
//! - [`unknown`]: keys of a file that the type does not know.

mod empty;
mod inside;
mod key;
mod translate;
mod typed;
mod unknown;
mod visiting;
mod watched;

#[cfg(test)]
mod tests;

#[cfg(test)]
pub(super) use typed::read_carefully;
pub use typed::{read, readers_agree};
pub use unknown::unknown_keys;
