//! Bytes for other programs (CSV), and bytes from them.
//!
//! - [`csv_text`]: cells that no spreadsheet computes. [`sheet`]: CSV read with places (decimal commas: `marks`).
//! - [`sheets`]: reports as sheets with stable columns.
//! - [`prices`]: price books. [`price_import`]: what a sheet does to a price book, row by row.
//! - [`e_invoice`]: invoices of EN 16931 as XML.
//! - [`calendar`]: visits as iCalendar. [`vcard`]: clients for address books. [`whole_book`]: everything as JSON. [`quickbooks`] and [`iif`]: invoices for those programs ([`program`], [`invoice_rows`]); [`portal`]: sheets of clients' portals. [`journal`]: plain-text accounting. [`payments`] and [`ofx`]: bank statements. [`clients`]: sheets of clients. [`mod@field`]: what a technician brings back.

pub mod calendar;
pub mod clients;
pub mod csv_text;
pub mod e_invoice;
pub mod field;
pub mod iif;
pub mod invoice_rows;
pub mod journal;
pub mod json_text;
mod marks;
pub mod ofx;
pub mod payments;
pub mod portal;
pub mod price_import;
pub mod prices;
pub mod program;
pub mod quickbooks;
pub mod sheet;
pub mod sheets;
pub mod vcard;
pub mod whole_book;
