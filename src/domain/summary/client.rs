//! A client, as lists, references and the search for duplicates need it.

use serde::{Deserialize, Serialize};

use super::DocumentSummary;
use super::FeedbackSummary;
use super::InvoiceSummary;
use super::PaymentSummary;
use super::packed;
use crate::domain::client::{Client, Site, Status};
use crate::domain::id::{Id, Number};
use crate::domain::invoice::Invoice;
use crate::domain::moment::Moment;
use crate::domain::money::Amount;
use crate::domain::payment::Payment;

/// A client. It begins with what [`super::CalledClient`] reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientSummary {
    /// `C-0042`.
    pub id: Id,
    /// Name of the firm or person.
    pub name: String,
    /// The client that this one was found to be.
    pub merged_into: Option<Id>,
    /// Labels of its own; those of its open jobs come on top (DECISIONS 7).
    pub tags: Vec<String>,
    /// Consolidated invoices.
    pub invoices: Vec<InvoiceSummary>,
    /// `standard`, `government`, any other of the office.
    pub class: String,
    /// Where they stand with the office.
    pub status: Status,
    /// When the file was made.
    #[serde(with = "packed")]
    pub opened: Moment,
    /// Names of the contacts.
    pub contacts: Vec<String>,
    /// Phone numbers of the contacts, in their order, each once.
    pub phones: Vec<String>,
    /// Mail addresses of the contacts, then the one for invoices, each once.
    pub emails: Vec<String>,
    /// Town of the first site that has one, else of the billing address.
    pub city: Option<String>,
    /// Places where work is done.
    pub sites: Vec<SiteSummary>,
    /// Papers kept about the client.
    pub documents: Vec<DocumentSummary>,
    /// Portal that invoices are submitted in.
    pub portal: Option<String>,
    /// Payments on account or over several jobs.
    pub payments: Vec<PaymentSummary>,
    /// What stands open in the client's own file, over the consolidated invoices; below zero for money
    /// on account. What jobs leave open comes on top.
    #[serde(with = "packed")]
    pub balance: Amount,
    /// What they think of the office, apart from one job.
    pub feedback: Vec<FeedbackSummary>,
}

/// A place where work is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteSummary {
    /// Number inside the client's file.
    #[serde(with = "packed")]
    pub n: Number,
    /// Its name, else its address.
    pub title: String,
    /// Town.
    pub city: Option<String>,
}

impl From<&Site> for SiteSummary {
    fn from(site: &Site) -> SiteSummary {
        SiteSummary {
            n: site.n,
            title: site.name.clone().unwrap_or_else(|| site.address.to_string()),
            city: site.address.city.clone(),
        }
    }
}

impl ClientSummary {
    /// The site of that number, or the first.
    pub fn site(&self, number: Option<&Number>) -> Option<&SiteSummary> {
        SiteSummary::among(&self.sites, number)
    }
}

impl SiteSummary {
    /// The site of that number, or the first.
    pub fn among<'s>(sites: &'s [SiteSummary], number: Option<&Number>) -> Option<&'s SiteSummary> {
        match number {
            Some(number) => sites.iter().find(|site| site.n == *number),
            None => sites.first(),
        }
    }
}

impl From<&Client> for ClientSummary {
    fn from(client: &Client) -> ClientSummary {
        let contacts = || client.contacts.iter();
        let towns = client.sites.iter().map(|site| &site.address).chain([&client.billing.address]);
        let claimed: Amount = client.invoices.iter().map(Invoice::claim).sum();
        let paid: Amount = client.payments.iter().map(Payment::signed).sum();
        ClientSummary {
            id: client.id.clone(),
            name: client.name.clone(),
            merged_into: client.merged_into.clone(),
            tags: client.tags.clone(),
            invoices: InvoiceSummary::all(&client.invoices, &client.payments),
            class: client.class.clone(),
            status: client.status,
            opened: client.opened.at,
            contacts: contacts().map(|contact| contact.name.clone()).collect(),
            phones: each_once(contacts().filter_map(|contact| contact.phone.as_ref())),
            emails: each_once(
                contacts().filter_map(|contact| contact.email.as_ref()).chain(&client.billing.email),
            ),
            city: towns.into_iter().find_map(|address| address.city.clone()),
            sites: client.sites.iter().map(SiteSummary::from).collect(),
            documents: client.documents.iter().map(DocumentSummary::from).collect(),
            portal: client.billing.portal.clone(),
            payments: client.payments.iter().map(PaymentSummary::from).collect(),
            balance: claimed - paid,
            feedback: client.feedback.iter().map(FeedbackSummary::from).collect(),
        }
    }
}

fn each_once<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        if !found.contains(text) {
            found.push(text.clone());
        }
    }
    found
}
