//! The blocks of names and addresses on papers, from facts.

use crate::domain::client::{Client, Site};
use crate::domain::contact::{Address, Contact};
use crate::domain::id::Number;
use crate::domain::office::Office;
use crate::domain::paper::Party;

/// The office as the issuer.
pub fn issuer(office: &Office) -> Party {
    Party {
        name: office.name.clone(),
        address: office.address.lines(),
        attention: None,
        phone: office.phone.clone(),
        email: office.email.clone(),
        tax_id: office.tax_id.clone(),
    }
}

/// The client as the one who gets a quote: the person who asked is named.
pub fn quote_recipient(client: &Client, contact: Option<&Contact>, site: Option<&Number>) -> Party {
    Party {
        name: client.name.clone(),
        address: postal_address(client, site).lines(),
        attention: contact.map(|contact| contact.name.clone()).filter(|name| *name != client.name),
        phone: None,
        email: None,
        tax_id: None,
    }
}

/// The client as the one who pays: at the billing address, under the billing name (E16).
pub fn invoice_recipient(client: &Client, site: Option<&Number>) -> Party {
    Party {
        name: client.billing.name.clone().unwrap_or_else(|| client.name.clone()),
        address: postal_address(client, site).lines(),
        attention: None,
        phone: None,
        email: None,
        tax_id: client.billing.tax_id.clone(),
    }
}

/// The place of the work under its own name, else under the client's.
pub fn site(client: &Client, number: Option<&Number>) -> Option<Party> {
    let site: &Site = client.site(number)?;
    Some(Party {
        name: site.name.clone().unwrap_or_else(|| client.name.clone()),
        address: site.address.lines(),
        attention: None,
        phone: None,
        email: None,
        tax_id: None,
    })
}

/// The billing address, else that of the site.
pub(super) fn postal_address<'a>(client: &'a Client, site: Option<&Number>) -> &'a Address {
    static UNKNOWN: Address =
        Address { street: None, postcode: None, city: None, region: None, country: None };
    if !client.billing.address.is_empty() {
        return &client.billing.address;
    }
    client.site(site).map_or(&UNKNOWN, |site| &site.address)
}
