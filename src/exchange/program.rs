//! What a bookkeeping program or a portal asks of the files it takes in.

use crate::domain::client::Client;
use crate::domain::destination::Destination;
use crate::domain::invoice::{Invoice, Issued};
use crate::domain::job::Job;
use crate::problem::Outcome;

/// An invoice to be handed over, and what of its ledger says how it is booked.
#[derive(Debug, Clone)]
pub struct Handing<'a> {
    /// The invoice.
    pub invoice: &'a Invoice,
    /// Its number and paper.
    pub issued: &'a Issued,
    /// The jobs that it bills.
    pub jobs: &'a [Job],
    /// Whom it is for.
    pub client: &'a Client,
    /// Whether it bills a deposit, or takes such a bill back.
    pub of_deposit: bool,
    /// The deposits that it takes off.
    pub deposits: Vec<&'a Issued>,
}

/// A bookkeeping program or a portal.
pub trait Program {
    /// An invoice in its rows.
    type Entry;

    /// Which one it is.
    fn to(&self) -> Destination;

    /// How names of its files end.
    fn ending(&self) -> &'static str;

    /// An invoice in its rows.
    ///
    /// # Errors
    /// What it does not take.
    fn entry(&self, handing: &Handing<'_>) -> Outcome<Self::Entry>;

    /// The files for `entries`, in order: each with the numbers it holds.
    ///
    /// # Errors
    /// What the form of the file does not take.
    fn files(&self, entries: &[Self::Entry]) -> Outcome<Vec<(Vec<String>, Vec<u8>)>>;
}
