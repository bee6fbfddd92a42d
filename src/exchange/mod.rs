//! Bytes for other programs (CSV), and bytes from them (price books).
//!
//! - [`csv_text`]: cells that no spreadsheet computes. [`sheet`]: CSV read with places.
//! - [`sheets`]: reports as sheets with stable columns.
//! - [`prices`]: price books.

pub mod csv_text;
pub mod prices;
pub mod sheet;
pub mod sheets;
