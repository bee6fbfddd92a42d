//! Bytes for other programs, and bytes from them.
//!
//! [`csv_text`] writes CSV that no spreadsheet computes, [`sheet`] reads CSV with places; [`prices`] are price
//! books, [`payments`] bank statements.

pub mod csv_text;
pub mod payments;
pub mod prices;
pub mod sheet;
