//! An electronic invoice in the writing of UN/CEFACT, Cross Industry Invoice D16B. Elements stand in the order of its
//! schema.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::model::{EInvoice, Line, Sums, Tax};
use super::xml::Xml;
use crate::domain::contact::Address;
use crate::domain::electronic::{Served, Trader};

const NAMESPACES: &[(&str, &str)] = &[
    ("xmlns:rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"),
    ("xmlns:ram", "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"),
    ("xmlns:qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100"),
    ("xmlns:udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"),
];

/// The bytes of the file.
pub fn cii(invoice: &EInvoice) -> Vec<u8> {
    Xml::document("rsm:CrossIndustryInvoice", NAMESPACES, |xml| {
        xml.within("rsm:ExchangedDocumentContext", |xml| {
            if let Some(process) = invoice.profile.process() {
                xml.within("ram:BusinessProcessSpecifiedDocumentContextParameter", |xml| {
                    xml.text("ram:ID", process);
                });
            }
            xml.within("ram:GuidelineSpecifiedDocumentContextParameter", |xml| {
                xml.text("ram:ID", invoice.profile.guideline());
            });
        });
        xml.within("rsm:ExchangedDocument", |xml| {
            xml.text("ram:ID", &invoice.number);
            xml.text("ram:TypeCode", invoice.kind.code(invoice.profile));
            day(xml, "ram:IssueDateTime", invoice.date);
            if let Some(note) = &invoice.note {
                xml.within("ram:IncludedNote", |xml| xml.text("ram:Content", note));
            }
        });
        xml.within("rsm:SupplyChainTradeTransaction", |xml| {
            for line in &invoice.lines {
                self::line(xml, line, invoice);
            }
            xml.within("ram:ApplicableHeaderTradeAgreement", |xml| agreement(xml, invoice));
            xml.within("ram:ApplicableHeaderTradeDelivery", |xml| delivery(xml, invoice));
            xml.within("ram:ApplicableHeaderTradeSettlement", |xml| settlement(xml, invoice));
        });
    })
}

fn line(xml: &mut Xml, line: &Line, invoice: &EInvoice) {
    xml.within("ram:IncludedSupplyChainTradeLineItem", |xml| {
        xml.within("ram:AssociatedDocumentLineDocument", |xml| {
            xml.text("ram:LineID", &line.n.to_string());
            if let Some(note) = &line.note {
                xml.within("ram:IncludedNote", |xml| xml.text("ram:Content", note));
            }
        });
        xml.within("ram:SpecifiedTradeProduct", |xml| {
            xml.maybe("ram:SellerAssignedID", line.code.as_deref());
            xml.text("ram:Name", &line.name);
            xml.maybe("ram:Description", line.description.as_deref());
        });
        xml.within("ram:SpecifiedLineTradeAgreement", |xml| prices(xml, line));
        xml.within("ram:SpecifiedLineTradeDelivery", |xml| {
            xml.text_with("ram:BilledQuantity", &[("unitCode", &line.unit)], &line.qty.to_string());
        });
        xml.within("ram:SpecifiedLineTradeSettlement", |xml| {
            xml.within("ram:ApplicableTradeTax", |xml| category(xml, line.tax));
            if let Some(served) = line.served {
                period(xml, served);
            }
            if let Some(allowance) = &line.allowance {
                xml.within("ram:SpecifiedTradeAllowanceCharge", |xml| {
                    indicator(xml, false);
                    xml.text("ram:CalculationPercent", &allowance.percent.normalize().to_string());
                    xml.text("ram:BasisAmount", &invoice.written(allowance.base));
                    xml.text("ram:ActualAmount", &invoice.written(allowance.amount));
                    xml.text("ram:ReasonCode", super::model::DISCOUNT);
                    xml.text("ram:Reason", &allowance.reason);
                });
            }
            xml.within("ram:SpecifiedTradeSettlementLineMonetarySummation", |xml| {
                xml.text("ram:LineTotalAmount", &invoice.written(line.net));
            });
        });
    });
}

fn prices(xml: &mut Xml, line: &Line) {
    if let Some(before) = line.price.before {
        xml.within("ram:GrossPriceProductTradePrice", |xml| {
            xml.text("ram:ChargeAmount", &before.to_string());
            xml.within("ram:AppliedTradeAllowanceCharge", |xml| {
                indicator(xml, false);
                xml.text("ram:ActualAmount", &(before - line.price.net).normalize().to_string());
            });
        });
    }
    xml.within("ram:NetPriceProductTradePrice", |xml| {
        xml.text("ram:ChargeAmount", &line.price.net.to_string());
        if let Some(per) = line.price.per {
            xml.text_with("ram:BasisQuantity", &[("unitCode", &line.unit)], &per.normalize().to_string());
        }
    });
}

fn indicator(xml: &mut Xml, is_charge: bool) {
    xml.within("ram:ChargeIndicator", |xml| {
        xml.text("udt:Indicator", if is_charge { "true" } else { "false" });
    });
}

fn category(xml: &mut Xml, tax: Tax) {
    xml.text("ram:TypeCode", "VAT");
    xml.text("ram:CategoryCode", tax.category.as_str());
    xml.maybe("ram:RateApplicablePercent", tax.written_rate().as_deref());
}

fn agreement(xml: &mut Xml, invoice: &EInvoice) {
    xml.maybe("ram:BuyerReference", invoice.buyer_reference.as_deref());
    xml.within("ram:SellerTradeParty", |xml| party(xml, &invoice.seller, invoice));
    xml.within("ram:BuyerTradeParty", |xml| party(xml, &invoice.buyer, invoice));
    if let Some(order) = &invoice.order {
        xml.within("ram:BuyerOrderReferencedDocument", |xml| xml.text("ram:IssuerAssignedID", order));
    }
    xml.within("ram:SpecifiedProcuringProject", |xml| {
        xml.text("ram:ID", &invoice.project);
        xml.text("ram:Name", "Project reference");
    });
}

fn party(xml: &mut Xml, trader: &Trader, invoice: &EInvoice) {
    xml.text("ram:Name", &trader.name);
    if let Some((register, number)) = trader.registration_parts() {
        xml.within("ram:SpecifiedLegalOrganization", |xml| {
            let register = register.map(|register| ("schemeID", register));
            xml.text_with("ram:ID", register.as_slice(), number);
        });
    }
    if trader.contact.is_some() || trader.phone.is_some() || trader.email.is_some() {
        xml.within("ram:DefinedTradeContact", |xml| {
            xml.maybe("ram:PersonName", trader.contact.as_deref());
            if let Some(phone) = &trader.phone {
                xml.within("ram:TelephoneUniversalCommunication", |xml| {
                    xml.text("ram:CompleteNumber", phone);
                });
            }
            if let Some(email) = &trader.email {
                xml.within("ram:EmailURIUniversalCommunication", |xml| xml.text("ram:URIID", email));
            }
        });
    }
    xml.within("ram:PostalTradeAddress", |xml| address(xml, &trader.address));
    if let Some((kind, value)) = trader.endpoint_parts() {
        xml.within("ram:URIUniversalCommunication", |xml| {
            xml.text_with("ram:URIID", &[("schemeID", kind)], value);
        });
    }
    let (vat, other) = invoice.tax_numbers(trader);
    for (number, scheme) in [(vat, "VA"), (other, "FC")] {
        if let Some(number) = number {
            xml.within("ram:SpecifiedTaxRegistration", |xml| {
                xml.text_with("ram:ID", &[("schemeID", scheme)], &number);
            });
        }
    }
}

fn address(xml: &mut Xml, address: &Address) {
    xml.maybe("ram:PostcodeCode", address.postcode.as_deref());
    let mut street = super::making::street(address);
    xml.maybe("ram:LineOne", street.next().as_deref());
    xml.maybe("ram:LineTwo", street.next().as_deref());
    let rest: Vec<String> = street.collect();
    if !rest.is_empty() {
        xml.text("ram:LineThree", &rest.join(", "));
    }
    xml.maybe("ram:CityName", address.city.as_deref());
    xml.maybe("ram:CountryID", address.country.as_deref());
    xml.maybe("ram:CountrySubDivisionName", address.region.as_deref());
}

fn delivery(xml: &mut Xml, invoice: &EInvoice) {
    if let Some(site) = &invoice.site {
        xml.within("ram:ShipToTradeParty", |xml| {
            xml.text("ram:Name", &site.name);
            xml.within("ram:PostalTradeAddress", |xml| address(xml, &site.address));
        });
    }
    if let Some(delivered) = invoice.delivered() {
        xml.within("ram:ActualDeliverySupplyChainEvent", |xml| {
            day(xml, "ram:OccurrenceDateTime", delivered);
        });
    }
}

fn settlement(xml: &mut Xml, invoice: &EInvoice) {
    let account = invoice.means.as_ref().and_then(|means| means.account.as_ref());
    xml.maybe("ram:PaymentReference", account.map(|_| invoice.number.as_str()));
    xml.text("ram:InvoiceCurrencyCode", &invoice.currency.code);
    if let Some(means) = &invoice.means {
        xml.within("ram:SpecifiedTradeSettlementPaymentMeans", |xml| {
            xml.text("ram:TypeCode", means.code);
            let Some(account) = account else { return };
            xml.within("ram:PayeePartyCreditorFinancialAccount", |xml| {
                xml.text("ram:IBANID", &account.iban);
                xml.maybe("ram:AccountName", account.name.as_deref());
            });
            if let Some(bic) = &account.bic {
                xml.within("ram:PayeeSpecifiedCreditorFinancialInstitution", |xml| {
                    xml.text("ram:BICID", bic);
                });
            }
        });
    }
    for group in &invoice.taxes {
        xml.within("ram:ApplicableTradeTax", |xml| {
            xml.text("ram:CalculatedAmount", &invoice.written(group.amount));
            xml.text("ram:TypeCode", "VAT");
            xml.maybe("ram:ExemptionReason", group.reason.as_deref());
            xml.text("ram:BasisAmount", &invoice.written(group.base));
            xml.text("ram:CategoryCode", group.tax.category.as_str());
            xml.maybe("ram:RateApplicablePercent", group.tax.written_rate().as_deref());
        });
    }
    if let Some(served) = invoice.served {
        period(xml, served);
    }
    for one in &invoice.adjustments {
        let is_charge = one.amount < Decimal::ZERO;
        xml.within("ram:SpecifiedTradeAllowanceCharge", |xml| {
            indicator(xml, is_charge);
            xml.text("ram:ActualAmount", &invoice.written(one.amount.abs()));
            if !is_charge {
                xml.text("ram:ReasonCode", super::model::DISCOUNT);
            }
            xml.text("ram:Reason", &one.reason);
            xml.within("ram:CategoryTradeTax", |xml| category(xml, one.tax));
        });
    }
    if invoice.terms.is_some() || invoice.due.is_some() {
        xml.within("ram:SpecifiedTradePaymentTerms", |xml| {
            xml.maybe("ram:Description", invoice.terms.as_deref());
            if let Some(due) = invoice.due {
                day(xml, "ram:DueDateDateTime", due);
            }
        });
    }
    xml.within("ram:SpecifiedTradeSettlementHeaderMonetarySummation", |xml| sums(xml, invoice));
    for preceding in &invoice.preceding {
        xml.within("ram:InvoiceReferencedDocument", |xml| {
            xml.text("ram:IssuerAssignedID", &preceding.number);
            if let Some(date) = preceding.date {
                xml.within("ram:FormattedIssueDateTime", |xml| {
                    xml.text_with("qdt:DateTimeString", &[("format", "102")], &written_day(date));
                });
            }
        });
    }
}

fn sums(xml: &mut Xml, invoice: &EInvoice) {
    let Sums { lines, allowances, charges, net, tax, gross, prepaid, due } = invoice.sums;
    let mut money = |name: &str, amount: Decimal| xml.text(name, &invoice.written(amount));
    money("ram:LineTotalAmount", lines);
    if !charges.is_zero() {
        money("ram:ChargeTotalAmount", charges);
    }
    if !allowances.is_zero() {
        money("ram:AllowanceTotalAmount", allowances);
    }
    money("ram:TaxBasisTotalAmount", net);
    let currency = [("currencyID", invoice.currency.code.as_str())];
    xml.text_with("ram:TaxTotalAmount", &currency, &invoice.written(tax));
    let mut money = |name: &str, amount: Decimal| xml.text(name, &invoice.written(amount));
    money("ram:GrandTotalAmount", gross);
    if !prepaid.is_zero() {
        money("ram:TotalPrepaidAmount", prepaid);
    }
    money("ram:DuePayableAmount", due);
}

fn period(xml: &mut Xml, served: Served) {
    xml.within("ram:BillingSpecifiedPeriod", |xml| {
        day(xml, "ram:StartDateTime", served.from);
        day(xml, "ram:EndDateTime", served.to);
    });
}

/// A day in the form that its attribute names: `20260302`.
fn day(xml: &mut Xml, name: &str, day: NaiveDate) {
    xml.within(name, |xml| {
        xml.text_with("udt:DateTimeString", &[("format", "102")], &written_day(day));
    });
}

fn written_day(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}
