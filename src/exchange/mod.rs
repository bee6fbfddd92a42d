//! Bytes for other programs (CSV), and bytes from them (price books).
//!
//! - [`csv_text`]: CSV that no spreadsheet computes.
//! - [`sheets`]: tracking, logistics, invoices, clients and aging.

pub mod csv_text;
pub mod sheets;
