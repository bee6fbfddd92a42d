//! What a job or a client is called: the first that its summary says, so that it is read without the rest.
//!
//! The fields of these stand in the order in which the summaries begin. In a format that writes one field after the
//! other and no names, the bytes of a summary begin with them.

use serde::Deserialize;

use super::InvoiceSummary;
use super::past::put_back;
use crate::domain::id::Id;

/// What lists say of a client.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ClientFront<'s> {
    /// `C-0042`.
    pub id: Id,
    /// Name of the firm or person.
    pub name: &'s str,
    /// The client that this one was found to be.
    pub merged_into: Option<Id>,
}

/// What a client is called.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CalledClient<'s> {
    /// By whom it is found first.
    #[serde(borrow)]
    pub front: ClientFront<'s>,
    /// Labels.
    #[serde(borrow)]
    pub tags: Vec<&'s str>,
    /// Consolidated invoices.
    pub invoices: Vec<InvoiceSummary>,
}

/// What a job is called.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CalledJob<'s> {
    /// `J-2026-00017`.
    pub id: &'s str,
    /// Whose.
    pub client: &'s str,
    /// In a few words.
    pub title: &'s str,
    /// The rules it follows.
    pub workflow: &'s str,
    /// Where it stands.
    pub stage: &'s str,
    /// Labels.
    #[serde(borrow)]
    pub tags: Vec<&'s str>,
    /// Invoices.
    pub invoices: Vec<InvoiceSummary>,
}

/// The first that is said of what is over.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PastFront {
    invoices: Vec<(u32, InvoiceSummary)>,
}

impl CalledJob<'_> {
    /// Puts back the invoices that are over.
    pub fn restore(&mut self, past: PastFront) {
        put_back(&mut self.invoices, past.invoices);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Amount;
    use crate::domain::summary::{ClientSummary, JobSummary, sample};

    #[test]
    fn the_bytes_of_a_summary_begin_with_what_it_is_called() {
        let client = ClientSummary::from(&sample::client());
        let bytes = postcard::to_extend(&client, Vec::new()).unwrap();
        let (called, _): (CalledClient<'_>, _) = postcard::take_from_bytes(&bytes).unwrap();
        let front = ClientFront {
            id: client.id.clone(),
            name: &client.name,
            merged_into: client.merged_into.clone(),
        };
        assert_eq!((&called.front, &called.invoices), (&front, &client.invoices));
        assert_eq!(called.tags, client.tags);

        let mut whole = JobSummary::from(&sample::job());
        whole.invoices[0].open = Amount::ZERO;
        let mut job = whole.clone();
        let past = postcard::to_extend(&job.take_past("2100-01-01".parse().unwrap()), Vec::new()).unwrap();
        assert_ne!(job.invoices, whole.invoices);
        let bytes = postcard::to_extend(&job, Vec::new()).unwrap();
        let (mut called, _): (CalledJob<'_>, _) = postcard::take_from_bytes(&bytes).unwrap();
        called.restore(postcard::take_from_bytes(&past).unwrap().0);
        assert_eq!(called.invoices, whole.invoices);
        assert_eq!(
            [called.id, called.client, called.title, called.workflow, called.stage],
            [whole.id.as_str(), whole.client.as_str(), &whole.title, &whole.workflow, &whole.stage]
        );
        assert_eq!(called.tags, whole.tags);
    }
}
