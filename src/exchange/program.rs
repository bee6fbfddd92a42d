//! What a bookkeeping program asks of the files it takes in.

use crate::domain::invoice::{Bookkeeping, Issued};
use crate::problem::Problem;

/// An invoice to be handed over, and what of its ledger says how it is booked.
#[derive(Debug, Clone)]
pub struct Handing<'a> {
    /// The invoice.
    pub issued: &'a Issued,
    /// Whether it bills a deposit, or takes such a bill back.
    pub of_deposit: bool,
    /// The deposits that it takes off.
    pub deposits: Vec<&'a Issued>,
}

/// A bookkeeping program.
pub trait Program {
    /// An invoice in its rows.
    type Entry;

    /// Which one it is.
    const TO: Bookkeeping;

    /// How names of its files end.
    const ENDING: &'static str;

    /// An invoice in its rows.
    ///
    /// # Errors
    /// What it does not take.
    fn entry(&self, handing: &Handing<'_>) -> Result<Self::Entry, Problem>;

    /// The files for `entries`, in order: each with the numbers it holds.
    fn files(&self, entries: &[Self::Entry]) -> Vec<(Vec<String>, Vec<u8>)>;
}
