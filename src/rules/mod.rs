//! The office's own rules read from TOML, checked; gates, effects, clocks; dues. Knows no stage by name.
//!
//! [`toml_file`] reads TOML with places.

pub mod toml_file;
