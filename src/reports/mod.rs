//! Summaries to rows and series. Formatting is elsewhere.
//!
//! - [`register`]: clients by their IDs.
//! - [`tracking`]: a row for each job.
//! - [`logistics`]: a row for each part.
//! - [`invoices`]: a row for each invoice.
//! - [`clients`]: a row for each client.
//! - [`aging`]: what clients owe, by how long it is past due.

pub mod aging;
pub mod clients;
pub mod invoices;
pub mod logistics;
pub mod register;
pub mod tracking;
