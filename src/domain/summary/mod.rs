//! Summaries: of a job and a client, all that lists, references, duplicates and reports need without
//! opening the file. Plain data, derived from the facts alone.
//!
//! - [`JobSummary`], and of its sections [`QuoteSummary`], [`PartSummary`], [`VisitSummary`],
//!   [`WaiverSummary`], [`InvoiceSummary`], [`PaymentSummary`], [`CauseSummary`], [`CheckSummary`], [`FeedbackSummary`].
//! - [`ClientSummary`], and of its papers [`DocumentSummary`].
//! - [`CalledJob`], [`CalledClient`], [`ClientFront`]: what they are called, without the rest.
//! - `packed`: their values in few bytes, for the index.

mod client;
mod document;
mod front;
mod invoice;
mod job;
mod last_day;
pub(crate) mod packed;
mod part;
mod past;
mod payment;
mod quality;
mod quote;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
mod visit;
mod waiver;

pub use client::{ClientSummary, SiteSummary};
pub use document::DocumentSummary;
pub use front::{CalledClient, CalledJob, ClientFront, PastFront};
pub use invoice::{InvoiceSummary, PushSummary};
pub use job::{JobSummary, PutOff};
pub use part::PartSummary;
pub use past::Past;
pub use payment::PaymentSummary;
pub use quality::{CauseSummary, CheckSummary, FeedbackSummary};
pub use quote::QuoteSummary;
pub use visit::VisitSummary;
pub use waiver::WaiverSummary;
