//! A guide: how a session with a client goes, step by step, and what must have come of it (G01–G03, G07).
//!
//! - [`definition`]: a checked guide. [`reading`]: TOML, or the front matter of a page, to definition.
//! - [`need`]: what a requirement asks for. [`standing`]: a guide against the facts of a job.

pub mod definition;
pub mod need;
pub mod reading;
pub mod standing;

pub use definition::Guide;
