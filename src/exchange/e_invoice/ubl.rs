//! An electronic invoice in the writing of UBL 2.1. Elements stand in the order of its schema.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::model::{EInvoice, Kind, Line, Sums, Tax, TaxGroup};
use super::xml::Xml;
use crate::domain::contact::Address;
use crate::domain::electronic::{Served, Trader};

const NAMESPACE: &str = "urn:oasis:names:specification:ubl:schema:xsd:";
/// Kind of a number of a project among further documents (BT-11): a credit note has no element for it.
const PROJECT: &str = "50";

/// The bytes of the file.
pub fn ubl(invoice: &EInvoice) -> Vec<u8> {
    let is_credit = invoice.kind == Kind::Credit;
    let root = if is_credit { "CreditNote" } else { "Invoice" };
    let namespaces = [
        ("xmlns", format!("{NAMESPACE}{root}-2")),
        ("xmlns:cac", format!("{NAMESPACE}CommonAggregateComponents-2")),
        ("xmlns:cbc", format!("{NAMESPACE}CommonBasicComponents-2")),
    ];
    let namespaces: Vec<(&str, &str)> =
        namespaces.iter().map(|(key, value)| (*key, value.as_str())).collect();
    Xml::document(root, &namespaces, |xml| {
        head(xml, invoice);
        xml.within("cac:AccountingSupplierParty", |xml| party(xml, &invoice.seller, invoice));
        xml.within("cac:AccountingCustomerParty", |xml| party(xml, &invoice.buyer, invoice));
        delivery(xml, invoice);
        means(xml, invoice);
        if let Some(terms) = &invoice.terms {
            xml.within("cac:PaymentTerms", |xml| xml.text("cbc:Note", terms));
        }
        adjustments(xml, invoice);
        taxes(xml, invoice);
        sums(xml, invoice);
        for line in &invoice.lines {
            self::line(xml, line, invoice);
        }
    })
}

fn head(xml: &mut Xml, invoice: &EInvoice) {
    let is_credit = invoice.kind == Kind::Credit;
    xml.text("cbc:CustomizationID", invoice.profile.guideline());
    xml.maybe("cbc:ProfileID", invoice.profile.process());
    xml.text("cbc:ID", &invoice.number);
    xml.text("cbc:IssueDate", &day(invoice.date));
    if !is_credit {
        xml.maybe("cbc:DueDate", invoice.due.map(day).as_deref());
    }
    let kind = if is_credit { "cbc:CreditNoteTypeCode" } else { "cbc:InvoiceTypeCode" };
    xml.text(kind, invoice.kind.code(invoice.profile));
    xml.maybe("cbc:Note", invoice.note.as_deref());
    xml.text("cbc:DocumentCurrencyCode", &invoice.currency.code);
    xml.maybe("cbc:BuyerReference", invoice.buyer_reference.as_deref());
    if let Some(served) = invoice.served {
        period(xml, served);
    }
    if let Some(order) = &invoice.order {
        xml.within("cac:OrderReference", |xml| xml.text("cbc:ID", order));
    }
    for preceding in &invoice.preceding {
        xml.within("cac:BillingReference", |xml| {
            xml.within("cac:InvoiceDocumentReference", |xml| {
                xml.text("cbc:ID", &preceding.number);
                xml.maybe("cbc:IssueDate", preceding.date.map(day).as_deref());
            });
        });
    }
    if is_credit {
        xml.within("cac:AdditionalDocumentReference", |xml| {
            xml.text("cbc:ID", &invoice.project);
            xml.text("cbc:DocumentTypeCode", PROJECT);
        });
    } else {
        xml.within("cac:ProjectReference", |xml| xml.text("cbc:ID", &invoice.project));
    }
}

fn period(xml: &mut Xml, served: Served) {
    xml.within("cac:InvoicePeriod", |xml| {
        xml.text("cbc:StartDate", &day(served.from));
        xml.text("cbc:EndDate", &day(served.to));
    });
}

fn party(xml: &mut Xml, trader: &Trader, invoice: &EInvoice) {
    xml.within("cac:Party", |xml| {
        if let Some((kind, value)) = trader.endpoint_parts() {
            xml.text_with("cbc:EndpointID", &[("schemeID", kind)], value);
        }
        xml.within("cac:PostalAddress", |xml| address(xml, &trader.address));
        let (vat, other) = invoice.tax_numbers(trader);
        for (number, scheme) in [(vat, "VAT"), (other, "FC")] {
            if let Some(number) = number {
                xml.within("cac:PartyTaxScheme", |xml| {
                    xml.text("cbc:CompanyID", &number);
                    scheme_of(xml, scheme);
                });
            }
        }
        xml.within("cac:PartyLegalEntity", |xml| {
            xml.text("cbc:RegistrationName", &trader.name);
            if let Some((register, number)) = trader.registration_parts() {
                let register = register.map(|register| ("schemeID", register));
                xml.text_with("cbc:CompanyID", register.as_slice(), number);
            }
        });
        if trader.contact.is_some() || trader.phone.is_some() || trader.email.is_some() {
            xml.within("cac:Contact", |xml| {
                xml.maybe("cbc:Name", trader.contact.as_deref());
                xml.maybe("cbc:Telephone", trader.phone.as_deref());
                xml.maybe("cbc:ElectronicMail", trader.email.as_deref());
            });
        }
    });
}

fn scheme_of(xml: &mut Xml, scheme: &str) {
    xml.within("cac:TaxScheme", |xml| xml.text("cbc:ID", scheme));
}

fn address(xml: &mut Xml, address: &Address) {
    let mut street = super::making::street(address);
    xml.maybe("cbc:StreetName", street.next().as_deref());
    xml.maybe("cbc:AdditionalStreetName", street.next().as_deref());
    xml.maybe("cbc:CityName", address.city.as_deref());
    xml.maybe("cbc:PostalZone", address.postcode.as_deref());
    xml.maybe("cbc:CountrySubentity", address.region.as_deref());
    let rest: Vec<String> = street.collect();
    if !rest.is_empty() {
        xml.within("cac:AddressLine", |xml| xml.text("cbc:Line", &rest.join(", ")));
    }
    if let Some(country) = &address.country {
        xml.within("cac:Country", |xml| xml.text("cbc:IdentificationCode", country));
    }
}

fn delivery(xml: &mut Xml, invoice: &EInvoice) {
    let day_of = invoice.delivered();
    let site = invoice.site.as_ref();
    if day_of.is_none() && site.is_none() {
        return;
    }
    xml.within("cac:Delivery", |xml| {
        xml.maybe("cbc:ActualDeliveryDate", day_of.map(day).as_deref());
        if let Some(site) = site {
            xml.within("cac:DeliveryLocation", |xml| {
                xml.within("cac:Address", |xml| address(xml, &site.address));
            });
            xml.within("cac:DeliveryParty", |xml| {
                xml.within("cac:PartyName", |xml| xml.text("cbc:Name", &site.name));
            });
        }
    });
}

fn means(xml: &mut Xml, invoice: &EInvoice) {
    let Some(means) = &invoice.means else { return };
    xml.within("cac:PaymentMeans", |xml| {
        xml.text("cbc:PaymentMeansCode", means.code);
        let Some(account) = &means.account else { return };
        xml.text("cbc:PaymentID", &invoice.number);
        xml.within("cac:PayeeFinancialAccount", |xml| {
            xml.text("cbc:ID", &account.iban);
            xml.maybe("cbc:Name", account.name.as_deref());
            if let Some(bic) = &account.bic {
                xml.within("cac:FinancialInstitutionBranch", |xml| xml.text("cbc:ID", bic));
            }
        });
    });
}

fn adjustments(xml: &mut Xml, invoice: &EInvoice) {
    for one in &invoice.adjustments {
        let is_charge = one.amount < Decimal::ZERO;
        xml.within("cac:AllowanceCharge", |xml| {
            xml.text("cbc:ChargeIndicator", if is_charge { "true" } else { "false" });
            if !is_charge {
                xml.text("cbc:AllowanceChargeReasonCode", super::model::DISCOUNT);
            }
            xml.text("cbc:AllowanceChargeReason", &one.reason);
            money(xml, "cbc:Amount", one.amount.abs(), invoice);
            category(xml, "cac:TaxCategory", one.tax, None);
        });
    }
}

fn category(xml: &mut Xml, name: &str, tax: Tax, reason: Option<&str>) {
    xml.within(name, |xml| {
        xml.text("cbc:ID", tax.category.as_str());
        xml.maybe("cbc:Percent", tax.written_rate().as_deref());
        xml.maybe("cbc:TaxExemptionReason", reason);
        scheme_of(xml, "VAT");
    });
}

fn taxes(xml: &mut Xml, invoice: &EInvoice) {
    xml.within("cac:TaxTotal", |xml| {
        money(xml, "cbc:TaxAmount", invoice.sums.tax, invoice);
        for TaxGroup { tax, base, amount, reason } in &invoice.taxes {
            xml.within("cac:TaxSubtotal", |xml| {
                money(xml, "cbc:TaxableAmount", *base, invoice);
                money(xml, "cbc:TaxAmount", *amount, invoice);
                category(xml, "cac:TaxCategory", *tax, reason.as_deref());
            });
        }
    });
}

fn sums(xml: &mut Xml, invoice: &EInvoice) {
    let Sums { lines, allowances, charges, net, gross, prepaid, due, .. } = invoice.sums;
    xml.within("cac:LegalMonetaryTotal", |xml| {
        money(xml, "cbc:LineExtensionAmount", lines, invoice);
        money(xml, "cbc:TaxExclusiveAmount", net, invoice);
        money(xml, "cbc:TaxInclusiveAmount", gross, invoice);
        for (name, amount) in [
            ("cbc:AllowanceTotalAmount", allowances),
            ("cbc:ChargeTotalAmount", charges),
            ("cbc:PrepaidAmount", prepaid),
        ] {
            if !amount.is_zero() {
                money(xml, name, amount, invoice);
            }
        }
        money(xml, "cbc:PayableAmount", due, invoice);
    });
}

fn line(xml: &mut Xml, line: &Line, invoice: &EInvoice) {
    let (name, quantity) = match invoice.kind {
        Kind::Credit => ("cac:CreditNoteLine", "cbc:CreditedQuantity"),
        Kind::Invoice | Kind::Deposit => ("cac:InvoiceLine", "cbc:InvoicedQuantity"),
    };
    xml.within(name, |xml| {
        xml.text("cbc:ID", &line.n.to_string());
        xml.maybe("cbc:Note", line.note.as_deref());
        xml.text_with(quantity, &[("unitCode", &line.unit)], &line.qty.to_string());
        money(xml, "cbc:LineExtensionAmount", line.net, invoice);
        if let Some(served) = line.served {
            period(xml, served);
        }
        if let Some(allowance) = &line.allowance {
            xml.within("cac:AllowanceCharge", |xml| {
                xml.text("cbc:ChargeIndicator", "false");
                xml.text("cbc:AllowanceChargeReasonCode", super::model::DISCOUNT);
                xml.text("cbc:AllowanceChargeReason", &allowance.reason);
                xml.text("cbc:MultiplierFactorNumeric", &allowance.percent.normalize().to_string());
                money(xml, "cbc:Amount", allowance.amount, invoice);
                money(xml, "cbc:BaseAmount", allowance.base, invoice);
            });
        }
        xml.within("cac:Item", |xml| {
            xml.maybe("cbc:Description", line.description.as_deref());
            xml.text("cbc:Name", &line.name);
            if let Some(code) = &line.code {
                xml.within("cac:SellersItemIdentification", |xml| xml.text("cbc:ID", code));
            }
            category(xml, "cac:ClassifiedTaxCategory", line.tax, None);
        });
        xml.within("cac:Price", |xml| price(xml, line, invoice));
    });
}

fn price(xml: &mut Xml, line: &Line, invoice: &EInvoice) {
    let currency = [("currencyID", invoice.currency.code.as_str())];
    xml.text_with("cbc:PriceAmount", &currency, &line.price.net.to_string());
    if let Some(per) = line.price.per {
        xml.text_with("cbc:BaseQuantity", &[("unitCode", &line.unit)], &per.normalize().to_string());
    }
    if let Some(before) = line.price.before {
        xml.within("cac:AllowanceCharge", |xml| {
            xml.text("cbc:ChargeIndicator", "false");
            xml.text_with("cbc:Amount", &currency, &(before - line.price.net).normalize().to_string());
            xml.text_with("cbc:BaseAmount", &currency, &before.to_string());
        });
    }
}

fn money(xml: &mut Xml, name: &str, amount: Decimal, invoice: &EInvoice) {
    xml.text_with(name, &[("currencyID", &invoice.currency.code)], &invoice.written(amount));
}

fn day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}
