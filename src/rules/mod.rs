//! The office's own rules read from TOML, checked; gates, effects, clocks; dues. Knows no stage by name.
//!
//! [`toml_file`] reads TOML with places; [`config`] makes an [`Office`](crate::domain::office::Office) of
//! `jobbook.toml` and `team.toml`.

pub mod config;
pub mod toml_file;
