//! How a client is billed: options and what they change (E16).

use clap::Args;

use super::reach::change_address;
use crate::book::Book;
use crate::book::client_work::ClientWork;
use crate::cli::session::Session;
use crate::domain::client::{PaymentOnFile, TaxExemption};
use crate::domain::electronic::EInvoiceForm;
use crate::domain::money::Amount;
use crate::domain::month::Month;
use crate::domain::moves::revising::{Revision, filled};
use crate::domain::typed::e_address::e_address;
use crate::problem::{Outcome, Problem};

/// How the client is billed.
#[derive(Debug, Args)]
#[command(next_help_heading = "Billing")]
pub struct BillingArgs {
    /// Name on invoices
    #[arg(long, value_name = "NAME")]
    pub(super) billing_name: Option<String>,
    /// Where invoices are mailed to
    #[arg(long, value_name = "ADDRESS")]
    pub(super) billing_email: Option<String>,
    /// Street on invoices
    #[arg(long, value_name = "STREET")]
    pub(super) billing_street: Option<String>,
    /// Postal code on invoices
    #[arg(long, value_name = "CODE")]
    pub(super) billing_postcode: Option<String>,
    /// Town on invoices
    #[arg(long, value_name = "CITY")]
    pub(super) billing_city: Option<String>,
    /// State or region on invoices
    #[arg(long, value_name = "REGION")]
    pub(super) billing_region: Option<String>,
    /// Country on invoices
    #[arg(long, value_name = "COUNTRY")]
    pub(super) billing_country: Option<String>,
    /// Days until payment is due
    #[arg(long, value_name = "DAYS")]
    pub(super) terms_days: Option<String>,
    /// A purchase order must stand on invoices: as --reference po
    #[arg(long)]
    pub(super) po_required: bool,
    /// A reference that must stand on invoices: po, work-order, cost-centre
    #[arg(long, value_name = "NAME")]
    pub(super) reference: Vec<String>,
    /// A reference that is no longer required
    #[arg(long, value_name = "NAME")]
    pub(super) no_reference: Vec<String>,
    /// A kind of document that must go with invoices: photo, work-order
    #[arg(long, value_name = "KIND")]
    pub(super) attachment: Vec<String>,
    /// A kind of document that is no longer required
    #[arg(long, value_name = "KIND")]
    pub(super) no_attachment: Vec<String>,
    /// Portal that invoices are submitted in
    #[arg(long, value_name = "NAME")]
    pub(super) portal: Option<String>,
    /// Template of its own, a file name under templates/
    #[arg(long, value_name = "FILE")]
    pub(super) template: Option<String>,
    /// One invoice over several jobs: yes or no
    #[arg(long, value_name = "YES/NO", num_args = 0..=1, default_missing_value = "yes", value_parser = ["yes", "no"])]
    pub(super) consolidated: Option<String>,
    /// No quote or invoice above this without the client's word
    #[arg(long, value_name = "AMOUNT")]
    pub(super) not_to_exceed: Option<String>,
    /// By what name the payment processor knows card or account: a token or a mandate, never its number
    #[arg(long, value_name = "TOKEN")]
    pub(super) payment_token: Option<String>,
    /// Who keeps it: the payment processor or the bookkeeping program
    #[arg(long, value_name = "NAME")]
    pub(super) payment_processor: Option<String>,
    /// The last four digits
    #[arg(long, value_name = "DIGITS")]
    pub(super) payment_last4: Option<String>,
    /// The last month in which the card holds: 2027-05
    #[arg(long, value_name = "MONTH")]
    pub(super) payment_expiry: Option<String>,
    /// Tax number of the client
    #[arg(long, value_name = "NUMBER")]
    pub(super) tax_id: Option<String>,
    /// Certificate that frees them from tax, and the last day it holds
    #[arg(long, value_name = "CERTIFICATE[:DAY]")]
    pub(super) tax_exempt: Option<String>,
    /// Electronic invoices (EN 16931) go with the printed ones: ubl, cii, factur-x or off
    #[arg(long, value_name = "FORM")]
    pub(super) e_invoice: Option<String>,
    /// What they want to find electronic invoices by, such as a Leitweg-ID
    #[arg(long, value_name = "TEXT")]
    pub(super) buyer_reference: Option<String>,
    /// Where electronic invoices are delivered: kind:address, as 0204:04011000-1234512345-06
    #[arg(long, value_name = "KIND:ADDRESS")]
    pub(super) e_address: Option<String>,
}

impl BillingArgs {
    pub(super) fn change(
        &self,
        session: &Session,
        book: &Book,
        work: &mut ClientWork<'_, '_>,
        revision: &mut Revision,
    ) -> Outcome<()> {
        let billing = &mut work.client.billing;
        let email = self.billing_email.as_deref().map(|typed| session.email(typed)).transpose()?;
        for (field, slot, to) in [
            ("billing-name", &mut billing.name, &self.billing_name),
            ("billing-email", &mut billing.email, &email),
            ("portal", &mut billing.portal, &self.portal),
            ("template", &mut billing.template, &self.template),
            ("tax-id", &mut billing.tax_id, &self.tax_id),
            ("buyer-reference", &mut billing.buyer_reference, &self.buyer_reference),
        ] {
            if let Some(to) = to {
                revision.set_option(field, slot, filled(to));
            }
        }
        let typed = [
            &self.billing_street,
            &self.billing_postcode,
            &self.billing_city,
            &self.billing_region,
            &self.billing_country,
        ];
        change_address("billing-address", &mut billing.address, typed, revision);
        if let Some(typed) = &self.terms_days {
            let days = filled(typed).map(|typed| typed.parse::<u32>()).transpose().map_err(|_| {
                Problem::usage("terms-days", format!("\"{typed}\" is not a number of days"))
                    .remedy("write it like --terms-days 30")
            })?;
            revision.set_option("terms-days", &mut billing.terms_days, days);
        }
        if self.po_required {
            revision.list("references", &mut billing.references, "po", true);
        }
        for (names, wanted) in [(&self.reference, true), (&self.no_reference, false)] {
            for name in names {
                revision.list("references", &mut billing.references, name, wanted);
            }
        }
        for (kinds, wanted) in [(&self.attachment, true), (&self.no_attachment, false)] {
            for kind in kinds {
                revision.list("attachments", &mut billing.attachments, kind, wanted);
            }
        }
        if let Some(consolidated) = &self.consolidated {
            revision.set("consolidated", &mut billing.consolidated, consolidated == "yes");
        }
        if let Some(typed) = &self.not_to_exceed {
            revision.set_option("not-to-exceed", &mut billing.not_to_exceed, limit(typed)?);
        }
        if let Some(typed) = &self.e_invoice {
            let form = filled(typed).filter(|typed| typed != "off");
            let form = form.map(|typed| typed.parse::<EInvoiceForm>()).transpose()?;
            revision.set_option("e-invoice", &mut billing.e_invoice, form);
        }
        if let Some(typed) = &self.e_address {
            let address = filled(typed).map(|typed| e_address(&typed)).transpose()?;
            revision.set_option("e-address", &mut billing.e_address, address);
        }
        self.payment(work, revision)?;
        let billing = &mut work.client.billing;
        if let Some(typed) = &self.tax_exempt {
            let exemption = filled(typed).map(|typed| exemption(session, book, &typed)).transpose()?;
            let shown = |one: &TaxExemption| match one.expires {
                Some(day) => format!("{} until {day}", one.certificate),
                None => one.certificate.clone(),
            };
            revision.told(
                "tax-exempt",
                billing.tax_exemption.as_ref().map(shown),
                exemption.as_ref().map(shown),
            );
            billing.tax_exemption = exemption;
        }
        Ok(())
    }
}

impl BillingArgs {
    /// What pays by itself: a reference only (T03). The log keeps everything but the token.
    fn payment(&self, work: &mut ClientWork<'_, '_>, revision: &mut Revision) -> Outcome<()> {
        let given = [&self.payment_token, &self.payment_processor, &self.payment_last4, &self.payment_expiry];
        if given.iter().all(|text| text.is_none()) {
            return Ok(());
        }
        let (stamp, id) = (work.stamp().clone(), work.client.id.clone());
        let slot = &mut work.client.payment_on_file;
        let before = slot.clone();
        if self.payment_token.as_deref().is_some_and(|token| token.trim().is_empty()) {
            *slot = None;
        } else {
            let token = self.payment_token.as_deref().and_then(filled);
            // Another token is another card: nothing is taken over from the one before.
            let known =
                before.clone().filter(|known| token.as_ref().is_none_or(|token| *token == known.token));
            let token = token.or_else(|| known.as_ref().map(|known| known.token.clone())).ok_or_else(|| {
                Problem::usage("payment-token", "it is not said by what name the processor knows it").remedy(format!(
                    "jobbook client set {id} --payment-token TOKEN --payment-last4 1234 --payment-expiry 2027-05"
                ))
            })?;
            let text = |given: &Option<String>, known: Option<&String>| match given {
                Some(given) => filled(given),
                None => known.cloned(),
            };
            let last4 = text(&self.payment_last4, known.as_ref().and_then(|known| known.last4.as_ref()));
            if last4
                .as_ref()
                .is_some_and(|digits| digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()))
            {
                return Err(Problem::usage("payment-last4", "it takes the last four digits and no more")
                    .remedy("write it like --payment-last4 1234")
                    .into());
            }
            let expires = match &self.payment_expiry {
                Some(typed) => filled(typed).map(|typed| expiry(&typed)).transpose()?,
                None => known.as_ref().and_then(|known| known.expires),
            };
            *slot = Some(PaymentOnFile {
                processor: text(
                    &self.payment_processor,
                    known.as_ref().and_then(|known| known.processor.as_ref()),
                ),
                token,
                last4,
                expires,
                noted: stamp,
            });
        }
        let words = |one: &Option<PaymentOnFile>| one.as_ref().map(PaymentOnFile::words);
        let same = |one: &Option<PaymentOnFile>| one.as_ref().map(|one| one.token.clone());
        let (was, is) = (words(&before), words(slot));
        if was == is && same(&before) != same(slot) {
            revision.told("payment-on-file", was.map(|was| format!("{was} (another token)")), is);
        } else {
            revision.told("payment-on-file", was, is);
        }
        Ok(())
    }
}

/// `2027-05`, or as it is printed on cards: `05/27`.
fn expiry(typed: &str) -> Result<Month, Problem> {
    let printed = typed.split_once('/').and_then(|(month, year)| {
        let month: u32 = month.trim().parse().ok()?;
        let year: u32 = year.trim().parse().ok()?;
        let year = if year < 100 { 2000 + year } else { year };
        format!("{year:04}-{month:02}").parse::<Month>().ok()
    });
    printed.map_or_else(|| typed.parse(), Ok)
}

/// An amount that is not to be exceeded; empty for none.
///
/// # Errors
/// What is wrong with the amount.
pub fn limit(typed: &str) -> Outcome<Option<Amount>> {
    let amount = filled(typed).map(|typed| typed.parse::<Amount>().and_then(Amount::not_negative));
    Ok(amount.transpose()?)
}

/// `CERTIFICATE` or `CERTIFICATE:DAY`.
fn exemption(session: &Session, book: &Book, typed: &str) -> Outcome<TaxExemption> {
    match typed.rsplit_once(':') {
        Some((certificate, day)) => Ok(TaxExemption {
            certificate: certificate.trim().to_string(),
            expires: Some(session.day(book, day)?),
        }),
        None => Ok(TaxExemption { certificate: typed.to_string(), expires: None }),
    }
}
