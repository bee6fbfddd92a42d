//! A workflow: stages, ways between them, checklists, clocks.
//!
//! - [`definition`]: a checked workflow, as the engine uses it.
//! - [`reading`]: TOML to definition, with every problem and its place.
//! - [`soundness`]: stages that can't be reached or left, ways that can never be taken.
//! - [`drawing`]: the graph as text and for Mermaid. [`picture`]: as SVG.

pub mod definition;
pub mod drawing;
pub mod picture;
pub mod plan;
pub mod reading;
mod reading_plan;
pub mod references;
pub mod soundness;

pub use definition::Workflow;
