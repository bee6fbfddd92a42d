//! Whose an invoice is, as the names beside the index recall it: believed when the file agrees.

use super::index::names::{self, Names};
use super::index::open_names;
use super::opening::Book;
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;

/// In whose file an invoice stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BilledIn {
    /// In a job's.
    Job(Id),
    /// In a client's: it is over several jobs.
    Client(Id),
}

impl Book {
    /// In whose file the invoice of that printed number stands; absent when only a look into all of them can tell.
    pub fn recalled(&self, number: &str) -> Option<BilledIn> {
        let chapters = names::chapters_about(open_names(self.root())?, number)?;
        let names = chapters.iter().map(|chapter| Names::of_chapter(chapter)).collect::<Option<Vec<_>>>()?;
        let has = |numbers: &[&str]| numbers.contains(&number);
        let holds =
            |ledger: &dyn Ledger| ledger.invoices().iter().any(|invoice| invoice.number() == Some(number));
        if let Some(job) = names.iter().flat_map(|names| &names.jobs).rev().find(|job| has(&job.invoices)) {
            let job = self.job(&job.id.parse().ok()?).ok()?;
            return holds(&job).then_some(BilledIn::Job(job.id));
        }
        let client = names.iter().flat_map(|names| &names.clients).find(|client| has(&client.invoices))?;
        let client = self.client(&client.id.parse().ok()?).ok()?;
        holds(&client).then_some(BilledIn::Client(client.id))
    }
}
