//! The moves: verbs that change a job's facts, or refuse and name the remedy.
//!
//! Each takes the moment and the person as a [`Stamp`](super::moment::Stamp) and answers with the
//! [`Event`](super::event::Event) that workflows react to. One file per section of the job:
//! [`quoting`], [`parts`], [`visiting`], [`checking`], [`invoicing`], [`matching`],
//! [`issuing`], [`paying`], [`keeping`].

pub mod checking;
pub mod invoicing;
pub mod issuing;
pub mod keeping;
pub mod matching;
pub mod order;
pub mod parts;
pub mod paying;
pub mod quoting;
pub mod visiting;
