//! A client: who they are, where they are reached, how they are billed, what they insist on.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::choice::choice;
use super::contact::{Address, Contact};
use super::document::DocumentRef;
use super::electronic::EInvoiceForm;
use super::erasure::Erasure;
use super::feedback::Feedback;
use super::form::Forms;
use super::id::{Id, Number};
use super::invoice::Invoice;
use super::log::Entry;
use super::metric::Reading;
use super::moment::Stamp;
use super::money::Amount;
use super::month::Month;
use super::payment::Payment;
use crate::problem::Problem;

choice! {
    /// Where the client stands with the office.
    Status {
        Lead = "lead",
        Active = "active",
        Inactive = "inactive",
    }
}

choice! {
    /// Whether a technician may talk about prices on site (E13).
    PriceTalk {
        Allowed = "allowed",
        Forbidden = "forbidden",
    }
}

/// Who a client is: one file of the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Client {
    /// Version of the file's format.
    pub format: u32,
    /// `C-0042`; never changes and is never given again.
    pub id: Id,
    /// Name of the firm or person.
    pub name: String,
    /// Decides price book and protocol: `standard`, `government`, `platinum`, any other of the office.
    pub class: String,
    /// Where they stand with the office.
    pub status: Status,
    /// When and by whom the file was made.
    pub opened: Stamp,
    /// The client that this one was found to be: everything moved there (E03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<Id>,
    /// That the personal data was taken out, and what had to stay (S14).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<Erasure>,
    /// Free labels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Persons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Places where work is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<Site>,
    /// How they are billed.
    #[serde(default, skip_serializing_if = "Billing::is_empty")]
    pub billing: Billing,
    /// How they pay by themselves: a reference only (T03).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment_on_file: Option<PaymentOnFile>,
    /// What a technician must observe (E13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol: Option<String>,
    /// Whether prices may be discussed on site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_talk: Option<PriceTalk>,
    /// Phone line for checking in and out, and what it asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_in: Option<CheckIn>,
    /// Answers on forms, by form and field (S02).
    #[serde(default, skip_serializing_if = "Forms::is_empty")]
    pub forms: Forms,
    /// Papers kept about the client.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentRef>,
    /// Consolidated invoices (DECISIONS 13).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invoices: Vec<Invoice>,
    /// Payments on account or over several jobs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// Jobs that whoever opens the client is told of until they are solved (T16).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub noted: Vec<Noted>,
    /// What they think of the office, apart from one job.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub feedback: Vec<Feedback>,
    /// Figures that were read off and entered for them (S12).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<Reading>,
    /// What has no section of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub log: Vec<Entry>,
}

/// A job that was noted on the client's account, such as a complaint. Whether it is solved stands in the job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Noted {
    /// The job.
    pub job: Id,
    /// When and by whom it was noted.
    pub made: Stamp,
}

/// A place where work is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Site {
    /// Number inside the client's file; jobs point to it.
    #[serde(rename = "number")]
    pub n: Number,
    /// What the place is called, if it has a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Address::is_empty")]
    pub address: Address,
    /// Time zone, when it is not the office's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Keys, gates, dogs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access: Option<String>,
    /// Phone line for checking in and out, when this place has its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check_in: Option<CheckIn>,
}

/// How a technician checks in and out on site (E13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct CheckIn {
    /// The number to call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// What a person or an automated voice will ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructions: Option<String>,
}

/// How a client wants to be billed (E16).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Billing {
    /// Name on the invoice, when it is another than the client's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Address on the invoice.
    #[serde(default, skip_serializing_if = "Address::is_empty")]
    pub address: Address,
    /// Where invoices are mailed to, when it is not the first contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Days until payment is due, when they differ from the office's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_days: Option<u32>,
    /// References that must stand on an invoice, by name: `po`, `work-order`, `cost-centre`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<String>,
    /// Kinds of documents that must go with an invoice: `photo`, `work-order`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
    /// Portal that invoices are submitted in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portal: Option<String>,
    /// Template of its own, a file name under `templates/`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<String>,
    /// One invoice over several jobs instead of one for each.
    #[serde(default, skip_serializing_if = "is_false")]
    pub consolidated: bool,
    /// No quote or invoice above this without the client's word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_to_exceed: Option<Amount>,
    /// Tax number of the client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_id: Option<String>,
    /// Certificate that frees them from tax.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_exemption: Option<TaxExemption>,
    /// In what form they get electronic invoices; none when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub e_invoice: Option<EInvoiceForm>,
    /// What they want to find electronic invoices by, such as the number of a department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buyer_reference: Option<String>,
    /// Where electronic invoices are delivered, after its kind: `0204:04011000-1234512345-06`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub e_address: Option<String>,
}

impl Billing {
    /// Whether there are no rules of their own.
    pub fn is_empty(&self) -> bool {
        *self == Billing::default()
    }
}

/// A card or account that the payment processor keeps: never its number (T03).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct PaymentOnFile {
    /// Who keeps it, such as the payment processor or the bookkeeping program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub processor: Option<String>,
    /// By what name it is known there: a token or a mandate's reference.
    pub token: String,
    /// The last four digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last4: Option<String>,
    /// The last month in which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Month>,
    /// When and by whom it was noted.
    pub noted: Stamp,
}

impl PaymentOnFile {
    /// `acme, ends in 1111, until 2027-05`: never the token.
    pub fn words(&self) -> String {
        let parts = [
            self.processor.clone(),
            self.last4.as_ref().map(|digits| format!("ends in {digits}")),
            self.expires.map(|month| format!("until {month}")),
        ];
        let told: Vec<String> = parts.into_iter().flatten().collect();
        if told.is_empty() { "on file".to_string() } else { told.join(", ") }
    }
}

/// A certificate that frees a client from tax.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct TaxExemption {
    /// Number or name of the certificate.
    pub certificate: String,
    /// Last day it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<NaiveDate>,
}

/// For serde: whether a flag is not set.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
pub(crate) fn is_false(flag: &bool) -> bool {
    !flag
}

impl Client {
    /// A client of whom only the name is known.
    pub fn new(id: Id, name: impl Into<String>, class: impl Into<String>, opened: Stamp) -> Client {
        Client {
            format: super::FORMAT,
            id,
            name: name.into(),
            class: class.into(),
            status: Status::Lead,
            opened,
            merged_into: None,
            erased: None,
            tags: Vec::new(),
            contacts: Vec::new(),
            sites: Vec::new(),
            billing: Billing::default(),
            payment_on_file: None,
            protocol: None,
            price_talk: None,
            check_in: None,
            forms: Forms::new(),
            documents: Vec::new(),
            invoices: Vec::new(),
            payments: Vec::new(),
            noted: Vec::new(),
            feedback: Vec::new(),
            metrics: Vec::new(),
            log: Vec::new(),
        }
    }

    /// The contact of that number, or the first.
    pub fn contact(&self, number: Option<&Number>) -> Option<&Contact> {
        match number {
            Some(number) => self.contacts.iter().find(|contact| contact.n == *number),
            None => self.contacts.first(),
        }
    }

    /// The site of that number, or the first.
    pub fn site(&self, number: Option<&Number>) -> Option<&Site> {
        match number {
            Some(number) => self.sites.iter().find(|site| site.n == *number),
            None => self.sites.first(),
        }
    }

    /// Where invoices go: the billing address, else the first contact with a mail address.
    pub fn billing_email(&self) -> Option<&str> {
        self.billing
            .email
            .as_deref()
            .or_else(|| self.contacts.iter().find_map(|contact| contact.email.as_deref()))
    }

    /// # Errors
    /// `client-merged` when everything of this client has moved to another; `client-erased`.
    pub fn must_be_open(&self) -> Result<(), Problem> {
        self.must_not_be_erased()?;
        match &self.merged_into {
            Some(other) => {
                Err(Problem::refused("client-merged", format!("{} was merged into {other}", self.id))
                    .remedy(format!("jobbook client show {other}")))
            }
            None => Ok(()),
        }
    }
}
