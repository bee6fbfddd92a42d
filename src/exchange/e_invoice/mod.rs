//! Electronic invoices of the European norm EN 16931, in its two writings: UBL 2.1 and CII D16B.
//!
//! [`model`] has the terms of the norm, [`making`] fills them from a paper, with [`sums`] (amounts without tax) and
//! [`units`]. [`rules`] is what the norm demands, said before anything is written. [`ubl`] and [`cii`] write, through
//! [`xml`]; [`factur_x`] makes a PDF say that it holds the data.

pub mod cii;
pub mod factur_x;
pub mod making;
pub mod model;
pub mod rules;
pub mod sums;
pub mod ubl;
pub mod units;
pub mod xml;

#[cfg(test)]
mod tests;
