//! Two files of one client become one; nothing is lost (E03).

use std::collections::BTreeMap;

use super::revising::Revision;
use crate::domain::client::{Billing, Client, PaymentOnFile, Status};
use crate::domain::contact::Contact;
use crate::domain::id::{Id, Number};
use crate::domain::job::Job;
use crate::domain::log::{Changed, Entry, What};
use crate::domain::metric::add_reading;
use crate::domain::moment::Stamp;
use crate::problem::Problem;

/// What came of a merge, as the jobs need it.
#[derive(Debug, Clone)]
pub struct Merged {
    /// The client that the jobs belong to from now on.
    pub kept: Id,
    /// Persons: number there, number here.
    pub contacts: BTreeMap<Number, Number>,
    /// Places: number there, number here.
    pub sites: BTreeMap<Number, Number>,
    /// The person that jobs there meant which name none.
    first_contact: Option<Number>,
    /// The place that jobs there meant which name none.
    first_site: Option<Number>,
    /// What both say differently; the kept client's word stands.
    pub conflicts: Vec<String>,
    /// What was taken over, in words.
    pub moved: Vec<String>,
}

impl Client {
    /// Takes everything of `other` over. `other` keeps who it was, how it was billed, and where it went.
    ///
    /// # Errors
    /// `client-same`; `client-merged` when one of them was merged before.
    pub fn absorb(&mut self, other: &mut Client, stamp: &Stamp, seat: &str) -> Result<Merged, Problem> {
        if self.id == other.id {
            return Err(Problem::refused("client-same", format!("both are {}", self.id))
                .because(
                    "a client cannot be merged into itself, and a merged client counts as the one it went to",
                )
                .remedy("jobbook client list"));
        }
        self.must_be_open()?;
        other.must_be_open()?;
        let mut merged = Merged {
            kept: self.id.clone(),
            contacts: BTreeMap::new(),
            sites: BTreeMap::new(),
            first_contact: other.contacts.first().map(|contact| contact.n),
            first_site: other.sites.first().map(|site| site.n),
            conflicts: Vec::new(),
            moved: Vec::new(),
        };
        merged.count("contact", other.contacts.len());
        merged.count("site", other.sites.len());
        merged.count("document", other.documents.len());
        merged.count("invoice", other.invoices.len());
        merged.count("payment", other.payments.len());
        merged.count("log entry", other.log.len());
        // Persons, places and papers stay in the file that is left too, with whatever somebody noted beside them.
        for mut contact in other.contacts.clone() {
            let there = contact.n;
            let here = match self.contacts.iter().find(|own| is_same_person(own, &contact)) {
                Some(own) => own.n,
                None => {
                    contact.n = Number::next(seat, self.contacts.iter().map(|own| &own.n));
                    let n = contact.n;
                    self.contacts.push(contact);
                    n
                }
            };
            merged.contacts.insert(there, here);
        }
        for mut site in other.sites.clone() {
            let there = site.n;
            site.n = Number::next(seat, self.sites.iter().map(|own| &own.n));
            let twin = self.sites.iter().find(|own| {
                let mut own = (*own).clone();
                own.n = site.n;
                own == site
            });
            let here = match twin {
                Some(own) => own.n,
                None => {
                    let n = site.n;
                    self.sites.push(site);
                    n
                }
            };
            merged.sites.insert(there, here);
        }
        for mut document in other.documents.clone() {
            document.n = Number::next(seat, self.documents.iter().map(|own| &own.n));
            self.documents.push(document);
        }
        for mut invoice in std::mem::take(&mut other.invoices) {
            invoice.n = Number::next(seat, self.invoices.iter().map(|own| &own.n));
            self.invoices.push(invoice);
        }
        for mut payment in std::mem::take(&mut other.payments) {
            payment.n = Number::next(seat, self.payments.iter().map(|own| &own.n));
            self.payments.push(payment);
        }
        for (form, answers) in std::mem::take(&mut other.forms) {
            let own = self.forms.entry(form).or_default();
            for (field, answer) in answers {
                own.entry(field).or_insert(answer);
            }
        }
        self.noted.append(&mut other.noted);
        for mut feedback in std::mem::take(&mut other.feedback) {
            feedback.n = Number::next(seat, self.feedback.iter().map(|own| &own.n));
            self.feedback.push(feedback);
        }
        for reading in std::mem::take(&mut other.metrics) {
            add_reading(&mut self.metrics, reading, seat);
        }
        for tag in std::mem::take(&mut other.tags) {
            if !self.tags.contains(&tag) {
                self.tags.push(tag);
            }
        }
        let mut revision = Revision::default();
        self.take_rules(other, &mut revision, &mut merged.conflicts);
        revision.because(&format!("merged with {}", other.id));
        self.log.append(&mut other.log);
        self.log.extend(revision.entries(stamp));
        let differing = if merged.conflicts.is_empty() {
            String::new()
        } else {
            format!("; {}", merged.conflicts.join("; "))
        };
        self.log.push(Entry {
            stamp: stamp.clone(),
            what: What::Note(format!("{} ({}) was merged into this client{differing}", other.id, other.name)),
        });
        let into = Changed {
            field: "merged-into".to_string(),
            from: None,
            to: Some(self.id.to_string()),
            because: None,
        };
        other.log.push(Entry { stamp: stamp.clone(), what: What::Changed(into) });
        other.merged_into = Some(self.id.clone());
        Ok(merged)
    }

    /// Rules of `other` where this client has none; what differs is told, and this client's rule stands.
    fn take_rules(&mut self, other: &Client, revision: &mut Revision, conflicts: &mut Vec<String>) {
        if self.class != other.class {
            conflicts.push(format!("class is {} here and was {} there", self.class, other.class));
        }
        let standing = |status: Status| match status {
            Status::Active => 2,
            Status::Lead => 1,
            Status::Inactive => 0,
        };
        if standing(other.status) > standing(self.status) {
            revision.set("status", &mut self.status, other.status);
        }
        let Billing { ref mut references, ref mut attachments, .. } = self.billing;
        for name in &other.billing.references {
            revision.list("billing.references", references, name, true);
        }
        for kind in &other.billing.attachments {
            revision.list("billing.attachments", attachments, kind, true);
        }
        let mut taking = Taking { revision, conflicts };
        let (own, theirs) = (&mut self.billing, &other.billing);
        taking.take("billing.name", &mut own.name, &theirs.name, Clone::clone);
        taking.take("billing.email", &mut own.email, &theirs.email, Clone::clone);
        taking.take("billing.terms-days", &mut own.terms_days, &theirs.terms_days, ToString::to_string);
        taking.take("billing.portal", &mut own.portal, &theirs.portal, Clone::clone);
        taking.take("billing.template", &mut own.template, &theirs.template, Clone::clone);
        taking.take(
            "billing.not-to-exceed",
            &mut own.not_to_exceed,
            &theirs.not_to_exceed,
            ToString::to_string,
        );
        taking.take("billing.tax-id", &mut own.tax_id, &theirs.tax_id, Clone::clone);
        taking.take("billing.tax-exemption", &mut own.tax_exemption, &theirs.tax_exemption, |exemption| {
            exemption.certificate.clone()
        });
        taking.take("billing.e-invoice", &mut own.e_invoice, &theirs.e_invoice, ToString::to_string);
        taking.take(
            "billing.buyer-reference",
            &mut own.buyer_reference,
            &theirs.buyer_reference,
            Clone::clone,
        );
        taking.take("billing.e-address", &mut own.e_address, &theirs.e_address, Clone::clone);
        taking.take(
            "payment-on-file",
            &mut self.payment_on_file,
            &other.payment_on_file,
            PaymentOnFile::words,
        );
        taking.take("protocol", &mut self.protocol, &other.protocol, Clone::clone);
        taking.take("price-talk", &mut self.price_talk, &other.price_talk, ToString::to_string);
        taking.take("check-in", &mut self.check_in, &other.check_in, |check_in| {
            [&check_in.phone, &check_in.instructions]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
                .join(", ")
        });
        let (own, theirs) = (&mut self.billing, &other.billing);
        if own.address.is_empty() {
            taking.revision.set("billing.address", &mut own.address, theirs.address.clone());
        } else if !theirs.address.is_empty() && own.address != theirs.address {
            taking.differs("billing.address", &own.address.to_string(), &theirs.address.to_string());
        }
        if own.consolidated != theirs.consolidated {
            taking.differs(
                "billing.consolidated",
                &own.consolidated.to_string(),
                &theirs.consolidated.to_string(),
            );
        }
    }
}

/// Rules on their way from one client to another.
struct Taking<'a> {
    revision: &'a mut Revision,
    conflicts: &'a mut Vec<String>,
}

impl Taking<'_> {
    fn take<T: Clone + PartialEq>(
        &mut self,
        field: &str,
        own: &mut Option<T>,
        theirs: &Option<T>,
        shown: impl Fn(&T) -> String,
    ) {
        match (&own, theirs) {
            (None, Some(value)) => {
                self.revision.told(field, None, Some(shown(value)));
                *own = theirs.clone();
            }
            (Some(here), Some(there)) if here != there => self.differs(field, &shown(here), &shown(there)),
            _ => {}
        }
    }

    fn differs(&mut self, field: &str, here: &str, there: &str) {
        self.conflicts.push(format!("{field} is {here} here and was {there} there"));
    }
}

impl Merged {
    fn count(&mut self, what: &str, count: usize) {
        match count {
            0 => {}
            1 => self.moved.push(format!("1 {what}")),
            _ => self.moved.push(match what.strip_suffix('y') {
                Some(stem) => format!("{count} {stem}ies"),
                None => format!("{count} {what}s"),
            }),
        }
    }
}

fn is_same_person(one: &Contact, other: &Contact) -> bool {
    let mut one = one.clone();
    one.n = other.n;
    one == *other
}

impl Job {
    /// The job follows its client into another file; it means the persons and places that it meant.
    pub fn follow_client(&mut self, stamp: &Stamp, merged: &Merged) {
        let was = std::mem::replace(&mut self.client, merged.kept.clone());
        let here = |own: &Option<Number>, first: &Option<Number>, map: &BTreeMap<Number, Number>| {
            own.as_ref().or(first.as_ref()).and_then(|there| map.get(there)).cloned()
        };
        self.contact = here(&self.contact, &merged.first_contact, &merged.contacts);
        self.site = here(&self.site, &merged.first_site, &merged.sites);
        self.log_change(
            stamp,
            "client",
            Some(was.to_string()),
            Some(merged.kept.to_string()),
            Some("merged".into()),
        );
    }
}
