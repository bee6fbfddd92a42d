//! The office's sheets: rows of the reports under stable columns (X04).
//!
//! Columns are added at the end and never renamed. A day is `2026-03-02`, a moment `2026-03-02 09:15` on the
//! office's clock, an arrival window two such columns on the site's. Amounts have the currency's digits (a
//! cost may have more) and a column `currency`; several values in a cell are joined by `; `; yes is `yes`, no
//! is empty, like all that is not known.
//!
//! - [`mod@tracking`], [`mod@logistics`], [`mod@schedule`], [`mod@invoices`], [`mod@clients`], [`mod@aging`], [`mod@due`], [`mod@causes`]: a sheet each; `figures`: four more.
//! - `table`: a sheet as typed cells under its columns, for every format; [`Table::csv`] is UTF-8 without a
//!   mark, with commas and line feeds. [`workbook`]: several sheets for Excel.

mod aging;
mod causes;
mod clients;
mod due;
mod figures;
mod invoices;
mod logistics;
mod schedule;
mod table;
#[cfg(test)]
mod tests;
mod tracking;
pub mod workbook;

pub use aging::aging;
pub use causes::causes;
pub use clients::clients;
pub use due::due;
pub use figures::{metrics, pipeline, service_levels, team};
pub use invoices::invoices;
pub use logistics::logistics;
pub use schedule::schedule;
pub use table::{Cell, Desk, Table, TableOf};
pub use tracking::tracking;
