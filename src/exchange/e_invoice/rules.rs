//! What EN 16931 and the profiles demand, told before anything is written: each with what mends it.
//!
//! Rules that hold by how an invoice is made (sums, codes, order) are not asked for again.

use rust_decimal::Decimal;

use super::making::street;
use super::model::{EInvoice, Kind};
use crate::domain::contact::Address;
use crate::domain::electronic::{Profile, VatCategory};
use crate::domain::id::Id;
use crate::domain::typed::phone::is_country;
use crate::problem::Problem;

/// How far the tax may be from its rate on what it is computed on (BR-CO-17), as validators of the norm have it.
const TAX_SLACK: Decimal = Decimal::ONE;

/// Everything that keeps `invoice` from being an electronic one of its profile, for the office and its `client`.
pub fn problems(invoice: &EInvoice, client: &Id) -> Vec<Problem> {
    let asked = Asked { invoice, client };
    let mut found = Vec::new();
    asked.amounts(&mut found);
    asked.seller(&mut found);
    asked.buyer(&mut found);
    asked.categories(&mut found);
    asked.profile(&mut found);
    found
}

struct Asked<'a> {
    invoice: &'a EInvoice,
    client: &'a Id,
}

fn refused(message: impl Into<String>, why: impl Into<String>, remedy: impl Into<String>) -> Problem {
    Problem::refused("e-invoice", message).because(why).remedy(remedy)
}

fn is_known_country(address: &Address) -> bool {
    address.country.as_deref().is_some_and(is_country)
}

impl Asked<'_> {
    /// `jobbook client set C-0003 --…`
    fn set(&self, options: &str) -> String {
        format!("jobbook client set {} {options}", self.client)
    }

    fn amounts(&self, found: &mut Vec<Problem>) {
        let invoice = self.invoice;
        if invoice.is_too_fine() {
            found.push(refused(
                format!("amounts in {} have three digits after the point", invoice.currency.code),
                "EN 16931 writes two (BR-DEC-12 and following)",
                self.set("--e-invoice off"),
            ));
        }
        for group in &invoice.taxes {
            let computed = group.base * group.tax.rate / Decimal::ONE_HUNDRED;
            if (computed - group.amount).abs() >= TAX_SLACK {
                found.push(refused(
                    format!(
                        "the tax of {} is not {} per cent of {}",
                        group.amount,
                        group.tax.rate.normalize(),
                        group.base
                    ),
                    "tax that is rounded on each line comes out too far from the tax on the sum (BR-CO-17)",
                    "write tax_rounding = \"per-rate\" under [prices] in jobbook.toml",
                ));
            }
        }
    }

    fn seller(&self, found: &mut Vec<Problem>) {
        let seller = &self.invoice.seller;
        if seller.name.is_empty() {
            found.push(refused(
                "the office has no name",
                "it must be named (BR-6)",
                "write name under [office] in jobbook.toml",
            ));
        }
        if !is_known_country(&seller.address) {
            let country = seller.address.country.clone().unwrap_or_default();
            found.push(refused(
                format!("\"{country}\" is not known as a country"),
                "the office's address needs the code of its country (BR-9)",
                "write country = \"DE\", two letters, under [office.address] in jobbook.toml",
            ));
        }
        let (vat, _) = self.invoice.tax_numbers(seller);
        if vat.is_none() && seller.registration.is_none() {
            found.push(
                refused(
                    "the office has no number by which it is known",
                    "a VAT identifier, which begins with the letters of a country, or a number in a register of firms \
                     must be there (BR-CO-26)",
                    "write tax_id = \"DE123456789\" under [office] in jobbook.toml",
                )
                .remedy("write registration = \"HRB 1234\" under [e_invoice] in jobbook.toml"),
            );
        }
    }

    fn buyer(&self, found: &mut Vec<Problem>) {
        let buyer = &self.invoice.buyer;
        if buyer.name.is_empty() {
            found.push(refused(
                "the client has no name",
                "it must be named (BR-7)",
                self.set("--billing-name \"…\""),
            ));
        }
        if !is_known_country(&buyer.address) {
            let country = buyer.address.country.clone().unwrap_or_default();
            found.push(refused(
                format!("\"{country}\" is not known as a country"),
                "the client's address needs the code of its country (BR-11)",
                self.set("--billing-country DE"),
            ));
        }
        if let Some(site) = self.invoice.site.as_ref().filter(|site| !is_known_country(&site.address)) {
            let country = site.address.country.clone().unwrap_or_default();
            found.push(refused(
                format!("\"{country}\" is not known as a country"),
                "the place of the work needs the code of its country (BR-57)",
                self.set("--site 1 --country DE"),
            ));
        }
    }

    fn categories(&self, found: &mut Vec<Problem>) {
        let invoice = self.invoice;
        let (seller_vat, seller_other) = invoice.tax_numbers(&invoice.seller);
        let (buyer_vat, _) = invoice.tax_numbers(&invoice.buyer);
        for group in &invoice.taxes {
            let category = group.tax.category;
            let wants_vat = matches!(category, VatCategory::IntraCommunity | VatCategory::Export);
            let is_in_scope = category != VatCategory::OutOfScope;
            if is_in_scope && seller_vat.is_none() && (wants_vat || seller_other.is_none()) {
                found.push(refused(
                    "the office has no tax number",
                    format!("what is of the tax category {category} names it (BR-{category}-2)"),
                    "write tax_id = \"DE123456789\" under [office] in jobbook.toml",
                ));
            }
            if matches!(category, VatCategory::ReverseCharge | VatCategory::IntraCommunity)
                && buyer_vat.is_none()
            {
                found.push(refused(
                    "the client has no VAT identifier",
                    format!(
                        "the client owes the tax of what is of the category {category} (BR-{category}-2)"
                    ),
                    self.set("--tax-id FR12345678901"),
                ));
            }
            if category == VatCategory::IntraCommunity && invoice.served.is_none() {
                found.push(refused(
                    "no day of the work is known",
                    "a supply to another country of the European Union names its day (BR-IC-11)",
                    "write category = \"AE\" at its [[tax]] in jobbook.toml: services to firms there are reverse charge",
                ));
            }
        }
        if invoice.has(VatCategory::OutOfScope) && invoice.taxes.len() > 1 {
            found.push(refused(
                "it bills what is not subject to VAT together with what is",
                "an electronic invoice has either (BR-O-11)",
                "bill them apart, or write another category than O at its [[tax]] in jobbook.toml",
            ));
        }
    }

    /// Rules of XRechnung (BR-DE) and Peppol (R).
    fn profile(&self, found: &mut Vec<Problem>) {
        let invoice = self.invoice;
        let (name, is_german) = match invoice.profile {
            Profile::En16931 => return,
            Profile::XRechnung => ("XRechnung", true),
            Profile::Peppol => ("Peppol", false),
        };
        let is_enough = invoice.buyer_reference.is_some() || !is_german && invoice.order.is_some();
        if !is_enough {
            let why = if is_german {
                "the client's Leitweg-ID (BR-DE-15)"
            } else {
                "the client's reference or order (R003)"
            };
            let missing = refused(
                "the client's own reference is missing",
                format!("{name} wants {why}"),
                self.set("--buyer-reference 04011000-1234512345-06"),
            );
            found.push(missing);
        }
        let is_deliverable =
            |endpoint: Option<(&str, &str)>| endpoint.is_some_and(|(kind, _)| is_german || kind != "EM");
        if !is_deliverable(invoice.seller.endpoint_parts()) {
            found.push(refused(
                "the office has no electronic address",
                format!("{name} delivers from one to another (R020)"),
                "write address = \"9930:DE123456789\", as your provider tells it, under [e_invoice] in jobbook.toml",
            ));
        }
        if !is_deliverable(invoice.buyer.endpoint_parts()) {
            found.push(refused(
                "the client has no electronic address",
                format!("{name} delivers from one to another (R010)"),
                self.set("--e-address 0204:04011000-1234512345-06"),
            ));
        }
        if is_german {
            self.german(found);
        }
    }

    fn german(&self, found: &mut Vec<Problem>) {
        let invoice = self.invoice;
        let (seller, buyer) = (&invoice.seller, &invoice.buyer);
        let missing: Vec<&str> = [
            ("phone", "[office]", seller.phone.is_none()),
            ("email", "[office]", seller.email.is_none()),
            ("city", "[office.address]", seller.address.city.is_none()),
            ("postcode", "[office.address]", seller.address.postcode.is_none()),
        ]
        .into_iter()
        .filter(|(.., is_missing)| *is_missing)
        .map(|(key, ..)| key)
        .collect();
        if !missing.is_empty() {
            found.push(refused(
                format!("of the office it is not said: {}", missing.join(", ")),
                "XRechnung wants whom to ask, and an address (BR-DE-3 to BR-DE-7)",
                "write it under [office] and [office.address] in jobbook.toml",
            ));
        }
        if buyer.address.city.is_none() || buyer.address.postcode.is_none() {
            found.push(refused(
                "the client's address has no town or no postal code",
                "XRechnung wants both (BR-DE-8, BR-DE-9)",
                self.set("--billing-street \"…\" --billing-postcode 00000 --billing-city \"…\""),
            ));
        }
        if let Some(site) = &invoice.site
            && (site.address.city.is_none() || site.address.postcode.is_none())
            && street(&site.address).next().is_some()
        {
            found.push(refused(
                "the place of the work has no town or no postal code",
                "XRechnung wants both (BR-DE-10, BR-DE-11)",
                self.set("--site 1 --postcode 00000 --city \"…\""),
            ));
        }
        if invoice.kind != Kind::Credit && invoice.means.is_none() {
            found.push(refused(
                "the office's account is not known",
                "XRechnung wants to be told where to pay to (BR-DE-1)",
                "write iban = \"…\" under [e_invoice] in jobbook.toml",
            ));
        }
    }
}
